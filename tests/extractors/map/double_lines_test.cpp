#include "extractors/map/raster/double_lines.hpp"

#include <gtest/gtest.h>

#include "tests/extractors/support/paper.hpp"

namespace planlezer {
namespace {

using test::Paper;

class DoubleLines : public ::testing::Test {
  protected:
    /// Half a millimetre from one to the other.
    static void two_lines(Paper& paper, double y) {
        paper.line({200, y - 3}, {1000, y - 3}, 2, 20);
        paper.line({200, y + 3}, {1000, y + 3}, 2, 20);
    }
    static void ground(Paper& paper, double from, double to) { paper.line({200, (from + to) / 2}, {1000, (from + to) / 2}, to - from, 215); }
    static bool is_filled(const SheetRaster& raster, double y) {
        l_uint32 ink = 0;
        pixGetPixel(raster.ink.get(), 600, static_cast<int>(y), &ink);
        return ink != 0 && raster.at(600 / raster.block, static_cast<int>(y) / raster.block).share == 255;
    }
};

TEST_F(DoubleLines, AreOneBroadLineWhereTheColourBetweenThemIsNoneOfTheGround) {
    Paper paper;
    two_lines(paper, 300);
    ground(paper, 200, 297);
    ground(paper, 303, 400);
    two_lines(paper, 700);
    SheetRaster raster = paper.raster();
    fill_double_lines(*raster.ink, raster);
    EXPECT_TRUE(is_filled(raster, 300));
    EXPECT_TRUE(is_filled(raster, 700)) << "known from the first, also on paper of that colour";
}

TEST_F(DoubleLines, AreTwoWhereTheGroundGoesOnBetweenThem) {
    Paper paper;
    two_lines(paper, 300);
    ground(paper, 200, 400);
    two_lines(paper, 700);
    ground(paper, 600, 697);  // the border of a ground, with a kerb beside it
    SheetRaster raster = paper.raster();
    fill_double_lines(*raster.ink, raster);
    EXPECT_FALSE(is_filled(raster, 300));
    EXPECT_FALSE(is_filled(raster, 700));
}

TEST_F(DoubleLines, AreANarrowFieldWhereTheSheetHasThemOnce) {
    Paper paper;
    two_lines(paper, 300);
    ground(paper, 200, 297);
    ground(paper, 303, 400);
    SheetRaster raster = paper.raster();
    fill_double_lines(*raster.ink, raster);
    EXPECT_FALSE(is_filled(raster, 300));
}

TEST_F(DoubleLines, LieCloseTogether) {
    Paper paper;
    for (const double y : {290.0, 310.0, 690.0, 710.0}) paper.line({200, y}, {1000, y}, 2, 20);
    ground(paper, 200, 290);
    ground(paper, 310, 400);
    SheetRaster raster = paper.raster();
    fill_double_lines(*raster.ink, raster);
    EXPECT_FALSE(is_filled(raster, 300));
}

}  // namespace
}  // namespace planlezer
