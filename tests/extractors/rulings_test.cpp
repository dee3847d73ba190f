#include "extractors/rulings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace planlezer {
namespace {

using testing::ElementsAre;

Word word_at(const std::string& text, Box box) {
    Word word;
    word.text = text;
    word.box = box;
    return word;
}

TEST(Rulings, PiecesOfOneLineAreJoined) {
    EXPECT_THAT(merged({{50, 10, 90, 10}, {10, 10, 50, 10}, {100, 10, 120, 10}}), ElementsAre(Ruling{10, 10, 90, 10}, Ruling{100, 10, 120, 10}));
}

TEST(Rulings, DirectionIsMadeExactAndSlantsAreDropped) {
    EXPECT_THAT(merged({{90, 20.2, 10, 20}, {5, 100, 5, 0}, {0, 0, 50, 50}, {3, 3, 3, 3}}), ElementsAre(Ruling{10, 20.1, 90, 20.1}, Ruling{5, 0, 5, 100}));
}

TEST(Rulings, ParallelLinesStayApart) { EXPECT_EQ(merged({{0, 10, 50, 10}, {0, 12, 50, 12}}).size(), 2U); }

TEST(Rulings, OnlyALineThroughTheMiddleStrikes) {
    std::vector<Word> words{word_at("oud", {10, 100, 40, 112}), word_at("nieuw", {50, 100, 90, 112}), word_at("-", {95, 100, 99, 112})};
    mark_struck(words, {{8, 106.5, 42, 106.5}, {50, 111, 90, 111}, {94, 106, 100, 106}});
    EXPECT_TRUE(words[0].struck);
    EXPECT_FALSE(words[1].struck);
    EXPECT_FALSE(words[2].struck);
}

TEST(Rulings, ASmallHighFollowerIsRaised) {
    std::vector<Word> words{word_at("20", {0, 100, 12, 112}), word_at("m", {14, 100, 24, 112}), word_at("2", {24.2, 99, 28, 106}), word_at("hoog", {32, 100, 60, 112})};
    mark_raised(words);
    EXPECT_FALSE(words[1].raised);
    EXPECT_TRUE(words[2].raised);
    EXPECT_FALSE(words[3].raised);
}

}  // namespace
}  // namespace planlezer
