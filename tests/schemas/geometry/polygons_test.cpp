#include "schemas/geometry/polygons.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace planlezer {
namespace {

MultiPolygon square(double x, double y, double side) { return {{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}, {}}}; }

MultiPolygon with_hole() {
    MultiPolygon shape = square(0, 0, 10);
    shape[0].holes.push_back({{4, 4}, {6, 4}, {6, 6}, {4, 6}});
    return shape;
}

TEST(Polygons, AHoleIsNotInside) {
    EXPECT_DOUBLE_EQ(area(with_hole()), 96);
    EXPECT_DOUBLE_EQ(perimeter(with_hole()), 48);
    EXPECT_TRUE(contains(with_hole(), {1, 1}));
    EXPECT_TRUE(contains(with_hole(), {0, 5})) << "the edge belongs to it";
    EXPECT_FALSE(contains(with_hole(), {5, 5}));
    EXPECT_DOUBLE_EQ(distance(with_hole(), {5, 5}), 1);
    EXPECT_DOUBLE_EQ(distance(with_hole(), {13, 14}), 5);
}

TEST(Polygons, AnInteriorPointStaysClearOfHolesAndEdges) {
    MultiPolygon corner{{{{0, 0}, {10, 0}, {10, 2}, {2, 2}, {2, 10}, {0, 10}}, {}}};  // its centroid lies outside
    const Point inside = interior_point(corner);
    EXPECT_TRUE(contains(corner, inside));
    EXPECT_GT(distance(difference(square(-5, -5, 30), corner), inside), 0.8);
}

TEST(Polygons, OverlapIsSharedOverTogether) {
    EXPECT_DOUBLE_EQ(overlap_ratio(square(0, 0, 2), square(0, 0, 2)), 1);
    EXPECT_DOUBLE_EQ(overlap_ratio(square(0, 0, 2), square(1, 0, 2)), 2.0 / 6);
    EXPECT_DOUBLE_EQ(overlap_ratio(square(0, 0, 2), square(5, 5, 2)), 0);
    EXPECT_DOUBLE_EQ(overlap_ratio({}, {}), 0);
}

TEST(Polygons, NeighboursBecomeOne) {
    const std::vector<MultiPolygon> parts{square(0, 0, 2), square(2, 0, 2), square(9, 9, 1)};
    const MultiPolygon all = merged(parts);
    EXPECT_EQ(all.size(), 2U);
    EXPECT_DOUBLE_EQ(area(all), 9);
}

TEST(Polygons, CleanIsValidRoundAndWithoutSlivers) {
    MultiPolygon bow_tie{{{{0, 0}, {10, 10.00004}, {10, 0}, {0, 10}}, {}}};  // crosses itself, clockwise in part
    bow_tie.push_back({{{20, 0}, {40, 0}, {40, 0.01}, {20, 0.01}}, {}});     // a sliver
    const MultiPolygon clean = cleaned(bow_tie, 0.001, 0.05);
    ASSERT_EQ(clean.size(), 2U) << "the two wings";
    for (const Polygon& polygon : clean) {
        double twice = 0;
        for (std::size_t i = 0; i < polygon.outer.size(); ++i) {
            const Point a = polygon.outer[i];
            const Point b = polygon.outer[(i + 1) % polygon.outer.size()];
            twice += a.x * b.y - b.x * a.y;
            EXPECT_EQ(a.x, std::round(a.x * 1000) / 1000) << "three decimals";
        }
        EXPECT_GT(twice, 0) << "counter-clockwise";
    }
    MultiPolygon other_way = square(0, 0, 3);
    std::swap(other_way[0].outer[1], other_way[0].outer[3]);
    EXPECT_EQ(cleaned(other_way), cleaned(square(0, 0, 3))) << "same shape, same points";
}

TEST(Polygons, WhatIsNoAreaCountsAsEmpty) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const MultiPolygon nothing{{{{0, 0}, {1, 1}}, {}}, {{{0, 0}, {nan, 1}, {2, 0}}, {}}};
    EXPECT_EQ(area(nothing), 0);
    EXPECT_TRUE(cleaned(nothing).empty());
    EXPECT_FALSE(contains(nothing, {0, 0}));
    EXPECT_TRUE(intersection(nothing, square(0, 0, 1)).empty());
}

TEST(Polygons, AnAffineTurnsAndMoves) {
    const Affine quarter_turn{0, -1, 100, 1, 0, 200};
    EXPECT_EQ(transformed(Point{3, 4}, quarter_turn), (Point{96, 203}));
    EXPECT_DOUBLE_EQ(area(transformed(with_hole(), quarter_turn)), 96);
}

}  // namespace
}  // namespace planlezer
