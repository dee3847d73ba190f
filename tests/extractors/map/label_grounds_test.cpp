#include "extractors/map/raster/label_grounds.hpp"

#include <gtest/gtest.h>

#include <cstddef>

namespace planlezer {
namespace {

constexpr std::uint8_t paper = 0;
constexpr std::uint8_t yellow = 1;

/// A yellow field of 100 x 60 blocks with a white field in it that has a line around; a block is a point.
class WhiteFrame : public ::testing::Test {
  protected:
    WhiteFrame() {
        raster_.columns = walls_.columns = 100;
        raster_.rows = walls_.rows = 60;
        raster_.x_points = raster_.y_points = raster_.block = 1;
        classes_.blocks.assign(6000, yellow);
        walls_.blocks.assign(6000, Wall::none);
    }
    static std::size_t at(int column, int row) { return static_cast<std::size_t>(row) * 100 + static_cast<std::size_t>(column); }
    void frame(int x0, int y0, int x1, int y1) {
        for (int y = y0; y <= y1; ++y) {
            for (int x = x0; x <= x1; ++x) {
                classes_.blocks[at(x, y)] = paper;
                if (x == x0 || x == x1 || y == y0 || y == y1) walls_.blocks[at(x, y)] = Wall::solid;
            }
        }
    }
    [[nodiscard]] std::uint8_t colour_after(const char* text) {
        TextRun run;
        run.text = text;
        run.box = {40, 27, 60, 33};
        hide_frames(classes_, raster_, walls_, {run});
        return classes_.blocks[at(37, 24)];
    }
    SheetRaster raster_;
    ColourClasses classes_;
    Walls walls_;
};

TEST_F(WhiteFrame, AroundAValueHidesWhatIsBeneath) {
    frame(35, 22, 65, 38);
    EXPECT_EQ(colour_after("g=4 h=8"), ColourClasses::unknown);
    EXPECT_EQ(classes_.blocks[at(20, 30)], yellow);
}

TEST_F(WhiteFrame, AroundLettersMayBeABestemming) {
    frame(35, 22, 65, 38);
    EXPECT_EQ(colour_after("V"), paper);
}

TEST_F(WhiteFrame, FarFromTheValueIsAnArea) {
    frame(10, 5, 90, 55);
    EXPECT_EQ(colour_after("8"), paper);
}

}  // namespace
}  // namespace planlezer
