#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/digit_forms.hpp"
#include "extractors/map/raster/letters.hpp"

namespace planlezer {
namespace {

using Art = std::vector<std::string>;

const Art one{"..##..", ".###..", "####..", "..##..", "..##..", "..##..", "..##..", "..##..", "..##..", "######"};
const Art zero{"..###..", ".##.##.", "##...##", "##...##", "##...##", "##...##", "##...##", "##...##", ".##.##.", "..###.."};
const Art seven{"#######", "#######", "....##.", "....##.", "...##..", "...##..", "..##...", "..##...", ".##....", ".##...."};
const Art blot{"#######", "#######", "#######", "#######", "#######", "#######", "#######", "#######", "#######", "#######"};
const Art comma{"..", "..", "..", "..", "..", "..", "..", "..", "##", "##"};
const Art equals{".......", ".......", ".......", "#######", ".......", ".......", "#######", ".......", ".......", "......."};

/// The letters beside one another, with a blank between.
LetterLine line_of(const std::vector<Art>& letters) {
    Art rows(10);
    for (const Art& letter : letters) {
        for (std::size_t y = 0; y < rows.size(); ++y) rows[y] += letter[y] + "..";
    }
    const PixHandle pix(pixCreate(static_cast<int>(rows[0].size()), static_cast<int>(rows.size()), 1));
    for (std::size_t y = 0; y < rows.size(); ++y) {
        for (std::size_t x = 0; x < rows[y].size(); ++x) {
            if (rows[y][x] == '#') pixSetPixel(pix.get(), static_cast<int>(x), static_cast<int>(y), 1);
        }
    }
    const Components ink = components_of(*pix, false);
    std::vector<const Component*> all;
    for (const Component& piece : ink.list) all.push_back(&piece);
    return letter_line(all, ink);
}

TEST(DigitForms, ReadANumberWithoutKnowingIt) {
    EXPECT_EQ(number_by_form(line_of({one, zero})), "10");
    EXPECT_EQ(number_by_form(line_of({seven, comma, one})), "7,1");
    EXPECT_EQ(number_by_form(line_of({one, blot})), std::nullopt);
    EXPECT_EQ(number_by_form(line_of({seven, equals, seven})), std::nullopt) << "no percentage";
}

TEST(DigitForms, TellWhereTheyDifferFromWhatWasRead) {
    EXPECT_EQ(read_by_form(line_of({one, zero}), "10"), "10");
    EXPECT_EQ(read_by_form(line_of({one, seven}), "10"), "17");
    EXPECT_EQ(read_by_form(line_of({blot, equals, one, comma, zero}), "h=1,0"), "h=1,0");
}

TEST(DigitForms, SayNothingOfAnUnclearOrUncountedLetter) {
    EXPECT_EQ(read_by_form(line_of({one, blot}), "18"), std::nullopt);
    EXPECT_EQ(read_by_form(line_of({one, zero}), "100"), std::nullopt);
    EXPECT_EQ(read_by_form(line_of({one, zero}), "1"), std::nullopt);
}

}  // namespace
}  // namespace planlezer
