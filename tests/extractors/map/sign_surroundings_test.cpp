#include "extractors/map/raster/sign_surroundings.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "extractors/map/raster/sheet_raster.hpp"

namespace planlezer {
namespace {

constexpr double dpi = 200;

/// A square sign whose thin line has a grey fringe, as drawing programs make it, and what is drawn around it.
class SquareSign : public ::testing::Test {
  protected:
    SquareSign() : pix_(pixCreate(400, 400, 8)) { pixSetAll(pix_.get()); }

    void line(int x0, int y0, int x1, int y1, l_uint32 grey) {
        for (int y = y0; y < y1; ++y) {
            for (int x = x0; x < x1; ++x) pixSetPixel(pix_.get(), x, y, grey);
        }
    }
    /// \param fringe to the right of, and below, each line
    void square(int x, int y, int side) {
        constexpr l_uint32 fringe = 110;
        for (const int off : {0, side}) {
            line(x, y + off + 1, x + side + 1, y + off + 2, fringe);
            line(x + off + 1, y, x + off + 2, y + side + 1, fringe);
        }
        for (const int off : {0, side}) {
            line(x, y + off, x + side + 1, y + off + 1, 0);
            line(x + off, y, x + off + 1, y + side + 1, 0);
        }
    }
    SheetRaster raster() { return sheet_raster({std::move(pix_), dpi, dpi}); }

    /// As its hole is measured, with a pixel more of ink around it.
    static Outline outline(int x, int y, int side) {
        Outline found;
        found.shape = SignShape::square;
        found.box = {x + 2.0, y + 2.0, x + side - 1.0, y + side - 1.0};
        found.centre = {x + side / 2.0, y + side / 2.0};
        found.side = side - 3;
        return found;
    }
    /// Below the square of 64 at (150, 150).
    int bars_below() {
        const SheetRaster sheet = raster();
        const SignSurroundings around(sheet);
        const Outline own = outline(150, 150, 64);
        const double bottom = around.outer_edge(own, false);
        return around.bars_in({own.box.x0, bottom, own.box.x1, bottom + 20}, own.side, false);
    }

    PixHandle pix_;
};

TEST_F(SquareSign, AThinLineIsNoSecondSquareAndItsFringeNoBar) {
    square(150, 150, 64);
    const SheetRaster sheet = raster();
    const SignSurroundings around(sheet);
    const Outline own = outline(150, 150, 64);
    EXPECT_FALSE(around.second_edge(own));
    const double bottom = around.outer_edge(own, false);
    EXPECT_EQ(around.bars_in({own.box.x0, bottom, own.box.x1, bottom + 20}, own.side, false), 0);
    const double top = around.outer_edge(own, true);
    EXPECT_EQ(around.bars_in({own.box.x0, top - 20, own.box.x1, top}, own.side, true), 0);
}

TEST_F(SquareSign, ASecondSquareIsSeen) {
    square(150, 150, 64);
    square(142, 142, 80);
    const SheetRaster sheet = raster();
    EXPECT_TRUE(SignSurroundings(sheet).second_edge(outline(150, 150, 64)));
}

TEST_F(SquareSign, ABarBelowItIsSeen) {
    square(150, 150, 64);
    line(150, 222, 215, 224, 0);
    EXPECT_EQ(bars_below(), 1);
}

TEST_F(SquareSign, ALineFurtherBelowIsNoneOfItsBars) {
    square(150, 150, 64);
    line(150, 230, 215, 232, 0);
    EXPECT_EQ(bars_below(), -1);
}

TEST_F(SquareSign, TheEdgeOfTheNextSignOfAColumnIsNoBar) {
    square(150, 150, 64);
    line(150, 222, 215, 224, 0);
    const SheetRaster sheet = raster();
    const SignSurroundings around(sheet);
    EXPECT_EQ(around.bars_beside(outline(150, 150, 64), false, {}).mark, SignMark::line);
    EXPECT_EQ(around.bars_beside(outline(150, 150, 64), false, {{150, 224, 214, 288}}).mark, SignMark::none);
    EXPECT_EQ(around.bars_beside(outline(150, 150, 64), true, {}).mark, SignMark::none);
}

}  // namespace
}  // namespace planlezer
