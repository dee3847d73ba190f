#include "extractors/gml/arcs.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace planlezer {
namespace {

/// How far the middle of the longest piece lies from the circle.
double farthest_chord(const Ring& ring, Point centre, double radius) {
    double farthest = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Point middle{(ring[i].x + ring[i + 1].x) / 2, (ring[i].y + ring[i + 1].y) / 2};
        farthest = std::max(farthest, std::abs(radius - std::hypot(middle.x - centre.x, middle.y - centre.y)));
    }
    return farthest;
}

TEST(Arcs, StayWithinACentimetreOfTheCurve) {
    for (const double radius : {0.5, 10.0, 800.0}) {
        Ring ring{{142000 + radius, 507000}};
        append_arc(ring, ring.front(), {142000, 507000 + radius}, {142000 - radius, 507000});
        EXPECT_EQ(ring.back(), (Point{142000 - radius, 507000}));
        EXPECT_LT(farthest_chord(ring, {142000, 507000}, radius), 0.01);
        for (const Point& p : ring) EXPECT_GE(p.y, 507000 - 1e-6);
    }
}

TEST(Arcs, GoTheWayTheMiddlePointShows) {
    Ring above{{0, 0}};
    append_arc(above, {0, 0}, {1, 1}, {2, 0});
    Ring below{{0, 0}};
    append_arc(below, {0, 0}, {1, -1}, {2, 0});
    for (std::size_t i = 1; i + 1 < above.size(); ++i) EXPECT_GT(above[i].y, 0);
    for (std::size_t i = 1; i + 1 < below.size(); ++i) EXPECT_LT(below[i].y, 0);
    Ring most{{0, 0}};  // three quarters of a circle, over the angle where atan2 jumps
    append_arc(most, {1, 1}, {-1, 0}, {1, -1});
    EXPECT_GT(most.size(), 10U);
}

TEST(Arcs, ThreePointsOnALineAreALine) {
    Ring ring{{142000, 507000}};
    append_arc(ring, {142000, 507000}, {142010, 507010}, {142020, 507020});
    EXPECT_EQ(ring, (Ring{{142000, 507000}, {142010, 507010}, {142020, 507020}}));
    EXPECT_FALSE(append_circle(ring, {0, 0}, {1, 1}, {2, 2}));
}

TEST(Arcs, ACircleComesBackToWhereItBegan) {
    Ring ring{{110, 100}};
    ASSERT_TRUE(append_circle(ring, {110, 100}, {100, 110}, {90, 100}));
    EXPECT_EQ(ring.back(), ring.front());
    EXPECT_LT(farthest_chord(ring, {100, 100}, 10), 0.01);
    EXPECT_GT(ring.size(), 30U);
}

}  // namespace
}  // namespace planlezer
