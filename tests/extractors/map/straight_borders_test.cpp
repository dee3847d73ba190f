#include "extractors/map/raster/straight_borders.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "extractors/map/plane.hpp"

namespace planlezer {
namespace {

/// From block to block below a line, as its border is traced. \param height of the line at a column
BorderLine steps(int from, int to, const std::function<double(double)>& height) {
    BorderLine border;
    double at = std::round(height(from + 0.5));
    border.points.push_back({static_cast<double>(from), at});
    for (int x = from; x < to; ++x) {
        const double next = std::round(height(x + 0.5));
        while (at != next) {
            at += at < next ? 1 : -1;
            border.points.push_back({static_cast<double>(x), at});
        }
        border.points.push_back({x + 1.0, at});
    }
    return border;
}

/// A box of so many blocks whose corners are cut off by a few, closed.
BorderLine cut_box(int wide, int high, int cut) {
    BorderLine border;
    Point at{static_cast<double>(cut), 0};
    const auto go = [&](int x, int y, int count) {
        for (int i = 0; i < count; ++i) {
            border.points.push_back(at);
            at = {at.x + x, at.y + y};
        }
    };
    const auto corner = [&](Point first, Point second) {
        for (int i = 0; i < cut; ++i) {
            go(static_cast<int>(first.x), static_cast<int>(first.y), 1);
            go(static_cast<int>(second.x), static_cast<int>(second.y), 1);
        }
    };
    go(1, 0, wide - 2 * cut);
    corner({0, 1}, {1, 0});
    go(0, 1, high - 2 * cut);
    corner({-1, 0}, {0, 1});
    go(-1, 0, wide - 2 * cut);
    corner({0, -1}, {-1, 0});
    go(0, -1, high - 2 * cut);
    corner({1, 0}, {0, -1});
    border.points.push_back(border.points.front());
    return border;
}

TEST(StraightBorders, ASlantingLineIsOneLine) {
    std::vector<BorderLine> borders{steps(0, 300, [](double x) { return 10 + x / 7; })};
    straighten(borders);
    ASSERT_EQ(borders[0].points.size(), 2U);
    for (const Point& end : borders[0].points) EXPECT_NEAR(end.y, 10 + end.x / 7, 0.3);
}

TEST(StraightBorders, TeethOfHatchingAreLevelled) {
    std::vector<BorderLine> borders{steps(0, 300, [](double x) { return std::fmod(x, 20) < 2 ? 9 : 10; })};
    straighten(borders);
    ASSERT_EQ(borders[0].points.size(), 2U);
    for (const Point& end : borders[0].points) EXPECT_NEAR(end.y, 9.9, 0.15);
}

TEST(StraightBorders, ACornerOfAWideLineIsClosed) {
    std::vector<BorderLine> borders{cut_box(120, 80, 4)};
    straighten(borders);
    EXPECT_EQ(borders[0].points.front(), borders[0].points.back());
    EXPECT_LE(borders[0].points.size(), 6U);
    EXPECT_NEAR(plane::area(borders[0].points), 120 * 80, 20);
}

TEST(StraightBorders, ACutCornerThatIsDrawnStays) {
    std::vector<BorderLine> borders{cut_box(120, 80, 20)};
    const double drawn = plane::area(borders[0].points);
    straighten(borders);
    EXPECT_LE(borders[0].points.size(), 10U);
    EXPECT_NEAR(plane::area(borders[0].points), drawn, 10);
}

TEST(StraightBorders, LinesThatMeetStillDo) {
    // A third line ends in the middle of a tooth of the other two.
    const auto slope = [](double x) { return 40 + x / 9; };
    std::vector<BorderLine> borders{steps(0, 100, slope), steps(100, 200, slope), {}};
    const Point junction{100, std::round(slope(99.5)) + 1};
    borders[0].points.push_back(junction);
    borders[1].points.insert(borders[1].points.begin(), junction);
    for (int y = 0; y < 60; ++y) borders[2].points.push_back({100, junction.y + y});
    straighten(borders);
    EXPECT_EQ(borders[0].points.back(), borders[1].points.front());
    EXPECT_EQ(borders[0].points.back(), borders[2].points.front());
    EXPECT_NEAR(borders[0].points.back().x, 100, 0.3);
    EXPECT_NEAR(borders[0].points.back().y, slope(100), 0.5);
}

}  // namespace
}  // namespace planlezer
