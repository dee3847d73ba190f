#include "extractors/map/raster/word_lines.hpp"

#include <gtest/gtest.h>

#include <list>
#include <utility>
#include <vector>

#include "extractors/map/raster/roman_bars.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/raster/word_frames.hpp"

namespace planlezer {
namespace {

/// Boxes of letters, set from left to right.
class WordLines : public ::testing::Test {
  protected:
    const Component* letter(int x, int y, int width, int height) {
        Component c;
        c.box = {x, y - height, x + width, y};
        return &letters_.emplace_back(c);
    }
    /// Letters of one width, a step apart.
    LetterGroup typed(int x, int y, int count) {
        LetterGroup group;
        for (int i = 0; i < count; ++i) group.push_back(letter(x + 20 * i, y, 14, 24));
        return group;
    }
    /// Enough text to tell a typewriter's step from.
    std::vector<LetterGroup> typed_sheet() {
        std::vector<LetterGroup> groups;
        for (int row = 0; row < 12; ++row) groups.push_back(typed(1000, 100 + 40 * row, 12));
        return groups;
    }
    std::list<Component> letters_;
};

TEST_F(WordLines, ATypewriterSetsItsWordsTwoStepsApart) {
    std::vector<LetterGroup> groups = typed_sheet();
    EXPECT_NEAR(typed_step(groups), 20, 0.5);
    groups.push_back(typed(100, 900, 5));
    groups.push_back(typed(100 + 20 * 6, 900, 3));
    groups.push_back(typed(100 + 20 * 10, 900, 1));
    // Six steps on stands something else.
    groups.push_back(typed(100 + 20 * 16, 900, 4));
    const std::size_t first = groups.size() - 4;
    join_words(groups);
    EXPECT_EQ(groups[first].size(), 9U);
    EXPECT_TRUE(groups[first + 1].empty());
    EXPECT_TRUE(groups[first + 2].empty());
    EXPECT_EQ(groups[first + 3].size(), 4U);
}

TEST_F(WordLines, WhatStandsInAFrameIsNoPartOfTheWordsBesideIt) {
    constexpr double dpi = 200;
    const auto joined = [&](bool framed) {
        PixHandle pix(pixCreate(300, 120, 8));
        pixSetAll(pix.get());
        const auto line = [&](int x0, int y0, int x1, int y1) {
            for (int y = y0; y < y1; ++y) {
                for (int x = x0; x < x1; ++x) pixSetPixel(pix.get(), x, y, 0);
            }
        };
        if (framed) {
            line(30, 30, 104, 32);
            line(30, 80, 104, 82);
            line(30, 30, 32, 82);
            line(102, 30, 104, 82);
        }
        const SheetRaster raster = sheet_raster({std::move(pix), dpi, dpi});
        const Components ink = components_of(*raster.ink, false);
        const WordFrames frames(raster, ink);
        std::vector<LetterGroup> groups{{letter(40, 68, 14, 24), letter(58, 68, 14, 24), letter(76, 68, 14, 24)}, {letter(110, 68, 14, 24), letter(128, 68, 14, 24), letter(146, 68, 14, 24)}};
        join_words(groups, &frames);
        return groups[1].empty();
    };
    EXPECT_TRUE(joined(false));
    EXPECT_FALSE(joined(true));
}

TEST_F(WordLines, BarsAtTheEndAreARomanNumeral) {
    const auto full = [this](int x, int y, int width, int height, double filled) {
        const Component* made = letter(x, y, width, height);
        letters_.back().pixels = static_cast<long>(filled * width * height);
        return made;
    };
    LetterGroup numeral{full(116, 100, 7, 26, 0.9), full(100, 100, 7, 26, 0.75), full(108, 101, 6, 27, 0.95)};
    EXPECT_EQ(roman_bars(numeral), 3U);
    numeral.push_back(full(85, 90, 10, 5, 1));  // a dash
    numeral.push_back(full(60, 100, 19, 26, 0.5));
    EXPECT_EQ(roman_bars(numeral), 3U);
    // "Hell": no dash before the bars; "I" may be a 1; "fi" has bars of two forms.
    EXPECT_EQ(roman_bars({full(60, 100, 14, 20, 0.5), full(80, 100, 6, 27, 0.95), full(90, 100, 6, 27, 0.95)}), 0U);
    EXPECT_EQ(roman_bars({full(90, 100, 6, 27, 0.95)}), 0U);
    EXPECT_EQ(roman_bars({full(80, 100, 10, 27, 0.5), full(92, 100, 6, 20, 0.95)}), 0U);
}

TEST_F(WordLines, LettersOfAllWidthsKeepNoStep) {
    std::vector<LetterGroup> groups;
    for (int row = 0; row < 12; ++row) {
        LetterGroup group;
        int x = 1000;
        for (int i = 0; i < 12; ++i) {
            const int width = i % 3 == 0 ? 5 : (i % 3 == 1 ? 14 : 23);
            group.push_back(letter(x, 100 + 40 * row, width, 24));
            x += width + 3;
        }
        groups.push_back(group);
    }
    EXPECT_EQ(typed_step(groups), 0);
}

TEST_F(WordLines, TheEndOfALeaningLineGoesOn) {
    // Falls by a letter's height over its length; then a figure and its unit, a blank away.
    std::vector<LetterGroup> groups(2);
    for (int i = 0; i < 40; ++i) groups[0].push_back(letter(100 + (i % 2 == 0 ? 20 : 21) * i, 300 + i / 2, i % 3 == 0 ? 8 : 16, i % 4 == 0 ? 24 : 17));
    const int right = groups[0].back()->box.x1;
    groups[1] = {letter(right + 12, 320, 13, 24), letter(right + 37, 320, 20, 17)};
    // The code of a legend stands before its words and stays by itself.
    groups.push_back({letter(70, 300, 16, 24)});
    join_words(groups);
    EXPECT_EQ(groups[0].size(), 42U);
    EXPECT_EQ(groups[2].size(), 1U);
}

TEST_F(WordLines, AnEqualsSignIsFollowedByItsNumber) {
    // "g=10", and "h=" with its number further from the letter than words stand apart.
    const auto equals = [this](LetterGroup& group, int x) {
        group.push_back(letter(x, 294, 14, 3));
        group.push_back(letter(x, 286, 14, 3));
    };
    std::vector<LetterGroup> groups(4);
    groups[0] = {letter(100, 305, 12, 20)};
    equals(groups[0], 118);
    groups[1] = {letter(140, 300, 8, 24), letter(152, 300, 14, 24)};
    groups[2] = {letter(500, 300, 14, 24)};
    equals(groups[2], 518);
    groups[3] = {letter(546, 300, 14, 24), letter(563, 300, 14, 24)};
    join_words(groups);
    EXPECT_EQ(groups[0].size(), 5U);
    EXPECT_TRUE(groups[1].empty());
    EXPECT_EQ(groups[2].size(), 5U);
    EXPECT_TRUE(groups[3].empty());
}

}  // namespace
}  // namespace planlezer
