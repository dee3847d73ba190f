#include "extractors/image/mapping.hpp"

#include <gtest/gtest.h>

#include <numbers>

namespace planlezer {
namespace {

void expect_near(Point a, Point b) {
    EXPECT_NEAR(a.x, b.x, 1e-9);
    EXPECT_NEAR(a.y, b.y, 1e-9);
}

TEST(Mapping, QuarterTurnsGoBack) {
    // A picture of 100 x 200; its top left corner after one turn clockwise is at the top right of 200 x 100.
    expect_near(Mapping::unturned(1, 100, 200)(Point{200, 0}), {0, 0});
    expect_near(Mapping::unturned(1, 100, 200)(Point{0, 0}), {0, 200});
    expect_near(Mapping::unturned(2, 100, 200)(Point{100, 200}), {0, 0});
    expect_near(Mapping::unturned(3, 100, 200)(Point{0, 100}), {0, 0});
    expect_near(Mapping::unturned(0, 100, 200)(Point{3, 4}), {3, 4});
}

TEST(Mapping, ChainsInOrder) {
    const Mapping both = Mapping::scaled(2, 3).then(Mapping::shifted(10, 20));
    expect_near(both(Point{1, 1}), {12, 23});
}

TEST(Mapping, RotatesClockwiseOnTheScreen) {
    expect_near(Mapping::rotated(std::numbers::pi / 2, {10, 10})(Point{20, 10}), {10, 20});
}

TEST(Mapping, TakesCornersToCorners) {
    const std::array<Point, 4> corners{Point{10, 5}, Point{90, 12}, Point{95, 180}, Point{3, 190}};
    const Mapping mapping = Mapping::to_corners(100, 200, corners);
    expect_near(mapping(Point{0, 0}), corners[0]);
    expect_near(mapping(Point{100, 0}), corners[1]);
    expect_near(mapping(Point{100, 200}), corners[2]);
    expect_near(mapping(Point{0, 200}), corners[3]);
}

TEST(Mapping, ABoxStaysOrdered) {
    const Box box = Mapping::unturned(2, 100, 200)(Box{10, 20, 30, 40});
    EXPECT_NEAR(box.x0, 70, 1e-9);
    EXPECT_NEAR(box.y0, 160, 1e-9);
    EXPECT_NEAR(box.x1, 90, 1e-9);
    EXPECT_NEAR(box.y1, 180, 1e-9);
}

}  // namespace
}  // namespace planlezer
