#include "extractors/cut_off.hpp"

#include <gtest/gtest.h>

namespace planlezer {
namespace {

TextPage page_of(std::initializer_list<Box> boxes) {
    TextPage page;
    page.width = 595;
    page.height = 842;
    for (const Box& box : boxes) {
        Word word;
        word.text = "hoogte";
        word.box = box;
        page.words.push_back(word);
    }
    return page;
}

TEST(CutOff, ThreeLinesAtAnEdgeAreEnough) {
    EXPECT_TRUE(is_cut_off(page_of({{560, 100, 595, 112}, {550, 114, 596, 126}, {570, 128, 594.8, 140}})));
    EXPECT_TRUE(is_cut_off(page_of({{0, 100, 30, 112}, {-3, 114, 30, 126}, {0.5, 128, 30, 140}})));
}

TEST(CutOff, AWordOrTwoOrOneLineIsNot) {
    EXPECT_FALSE(is_cut_off(page_of({{560, 100, 595, 112}, {550, 114, 596, 126}})));
    EXPECT_FALSE(is_cut_off(page_of({{560, 100, 595, 112}, {560, 101, 595, 113}, {560, 102, 595, 114}})));
    EXPECT_FALSE(is_cut_off(page_of({{72, 100, 520, 112}, {72, 114, 520, 126}, {72, 128, 520, 140}})));
    EXPECT_FALSE(is_cut_off({}));
}

}  // namespace
}  // namespace planlezer
