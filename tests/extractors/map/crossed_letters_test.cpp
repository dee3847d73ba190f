#include "extractors/map/raster/crossed_letters.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "extractors/map/raster/hatch_lines.hpp"
#include "extractors/map/raster/sign_writing.hpp"
#include "extractors/map/raster/unread_ink.hpp"

namespace planlezer {
namespace {

constexpr double dpi = 300;

/// Bold letters and thin lines on white.
class Crossed : public ::testing::Test {
  protected:
    Crossed() : pix_(pixCreate(700, 500, 8)) { pixSetAll(pix_.get()); }

    void block(int x0, int y0, int x1, int y1) {
        for (int y = y0; y < y1; ++y) {
            for (int x = x0; x < x1; ++x) pixSetPixel(pix_.get(), x, y, 0);
        }
    }
    /// A "0" of 24 by 36 pixels, 6 thick.
    void nought(int x, int y) {
        block(x, y, x + 24, y + 6);
        block(x, y + 30, x + 24, y + 36);
        block(x, y, x + 6, y + 36);
        block(x + 18, y, x + 24, y + 36);
    }
    void bar(int x, int y) { block(x, y, x + 6, y + 36); }

    /// The letters that were cut free.
    std::vector<PixelBox> freed() {
        const SheetRaster raster = sheet_raster({std::move(pix_), dpi, dpi});
        Components ink = components_of(*raster.ink, false);
        const std::size_t drawn = ink.list.size();
        std::vector<bool> used(drawn, false);
        const ThinStrokes thin = thin_strokes(raster);
        add_crossed_letters(raster, *thin.darkness, thin.strokes, ink, used);
        EXPECT_EQ(used.size(), ink.list.size());
        std::vector<PixelBox> boxes;
        for (std::size_t i = drawn; i < ink.list.size(); ++i) {
            if (!used[i]) boxes.push_back(ink.list[i].box);
        }
        return boxes;
    }
    /// Of the letters that are drawn from `from` up to `to`.
    bool is_partial(int from, int to) {
        const SheetRaster raster = sheet_raster({std::move(pix_), dpi, dpi});
        const Components ink = components_of(*raster.ink, false);
        std::vector<bool> used(ink.list.size(), false);
        std::vector<const Component*> letters;
        for (std::size_t i = 0; i < ink.list.size(); ++i) {
            const PixelBox& box = ink.list[i].box;
            used[i] = box.x0 >= from && box.x1 <= to && box.height() == 36;
            if (used[i]) letters.push_back(&ink.list[i]);
        }
        return UnreadInk(raster, ink, used).is_beside(letters);
    }

    PixHandle pix_;
};

TEST_F(Crossed, ALetterOverTheWallOfAHouseIsCutFree) {
    nought(300, 200);
    block(100, 222, 600, 224);
    const std::vector<PixelBox> letters = freed();
    ASSERT_EQ(letters.size(), 1U);
    EXPECT_NEAR(letters[0].x0, 300, 1);
    EXPECT_NEAR(letters[0].x1, 324, 1);
    EXPECT_NEAR(letters[0].y0, 200, 1);
    EXPECT_NEAR(letters[0].y1, 236, 1);
}

TEST_F(Crossed, ALetterInTheCornerOfAHouseIsCutFreeWithItsComma) {
    nought(300, 200);
    block(332, 228, 338, 242);  // a comma
    nought(346, 200);
    block(312, 218, 500, 220);
    block(312, 218, 314, 330);
    block(312, 234, 500, 236);
    const std::vector<PixelBox> letters = freed();
    EXPECT_EQ(letters.size(), 3U);
}

TEST_F(Crossed, LinesAloneAreNoLetters) {
    block(100, 222, 600, 224);
    block(300, 100, 302, 400);
    block(420, 60, 430, 460);  // thick
    EXPECT_TRUE(freed().empty());
}

TEST_F(Crossed, ADashIsALetterOnlyBesideAnother) {
    bar(300, 200);
    block(100, 216, 600, 218);
    EXPECT_TRUE(freed().empty());
}

TEST_F(Crossed, BarsSideBySideAreLetters) {
    bar(300, 200);
    bar(314, 200);
    block(100, 216, 600, 218);
    EXPECT_EQ(freed().size(), 2U);
}

TEST_F(Crossed, WhatStandsClearOfLinesStaysAsItIs) {
    nought(300, 200);
    block(100, 300, 600, 302);
    EXPECT_TRUE(freed().empty());
}

TEST_F(Crossed, ANumberBesideALetterThatALineHoldsIsPartial) {
    nought(272, 200);
    block(100, 216, 274, 218);
    bar(306, 200);
    bar(320, 200);
    EXPECT_TRUE(is_partial(304, 330));
}

TEST_F(Crossed, ANumberBesideALineIsWhole) {
    block(290, 100, 298, 400);
    block(100, 216, 290, 218);
    bar(306, 200);
    bar(320, 200);
    EXPECT_FALSE(is_partial(304, 330));
}

/// Pieces of writing as boxes full of ink.
class Rows : public ::testing::Test {
  protected:
    void add(int x0, int y0, int x1, int y1) { list_.push_back({{x0, y0, x1, y1}, static_cast<long>(x1 - x0) * (y1 - y0), 0, 0}); }
    bool fraction() {
        std::vector<const Component*> letters;
        for (const Component& c : list_) letters.push_back(&c);
        return is_fraction(letters);
    }
    std::vector<Component> list_;
};

TEST_F(Rows, ANumberOverALineOverANumberIsAFraction) {
    add(110, 100, 120, 120);
    add(100, 126, 132, 129);
    add(104, 134, 114, 154);
    add(118, 134, 128, 154);
    EXPECT_TRUE(fraction());
}

TEST_F(Rows, AnEqualsSignBetweenRowsDividesNone) {
    add(100, 100, 110, 120);
    add(90, 140, 100, 160);  // h
    add(102, 145, 114, 148);
    add(102, 152, 114, 155);
    add(116, 140, 126, 160);
    add(100, 180, 110, 200);
    EXPECT_FALSE(fraction());
}

TEST_F(Rows, ABarUnderANumberIsAMark) {
    add(104, 100, 114, 120);
    add(118, 100, 128, 120);
    add(100, 126, 132, 129);
    EXPECT_FALSE(fraction());
}

}  // namespace
}  // namespace planlezer
