#include "rules/map/sheet/neighbours.hpp"

#include <gtest/gtest.h>

#include <span>

#include "schemas/geometry/polygons.hpp"

namespace planlezer {
namespace {

PlanObject field(const std::string& name, double x0, double y0, double x1, double y1) {
    PlanObject object;
    object.kind = PlanObjectKind::enkelbestemming;
    object.name = name;
    object.area = {{{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, {}}};
    return object;
}

double shared(const PlanObject& a, const PlanObject& b) { return area(intersection(a.area, b.area)); }

TEST(Neighbours, ABestemmingWithinAnotherIsCutOutOfIt) {
    std::vector<PlanObject> objects{field("Verkeer", 0, 0, 100, 100), field("Wonen", 20, 20, 60, 60)};
    settle_neighbours(objects);
    EXPECT_NEAR(area(objects[0].area), 10'000 - 1'600, 1e-6);
    EXPECT_NEAR(area(objects[1].area), 1'600, 1e-6);
}

TEST(Neighbours, AStripThatTwoShareGoesToOne) {
    std::vector<PlanObject> objects{field("Wonen", 0, 0, 50.1, 50), field("Groen", 50, 0, 90, 50)};
    settle_neighbours(objects);
    EXPECT_LT(shared(objects[0], objects[1]), 0.01);
    EXPECT_NEAR(area(objects[0].area) + area(objects[1].area), 90 * 50, 1e-6);
    EXPECT_EQ(objects[0].confidence, 1.0);
}

TEST(Neighbours, ANarrowGapBetweenThemIsClosed) {
    // Two above, one below whose edge bends away by a hand's breadth.
    std::vector<PlanObject> objects{field("Wonen", 0, 50, 50, 100), field("Groen", 50, 50, 100, 100), field("Water", 0, 0, 100, 50)};
    objects[2].area = {{{{0, 0}, {100, 0}, {100, 50}, {50, 49.98}, {0, 50}}, {}}};
    settle_neighbours(objects);
    std::vector<MultiPolygon> all;
    for (const PlanObject& object : objects) all.push_back(object.area);
    const MultiPolygon whole = merged(all);
    ASSERT_EQ(whole.size(), 1U);
    EXPECT_TRUE(whole[0].holes.empty());
    EXPECT_NEAR(area(whole), 10'000, 0.01);
}

TEST(Neighbours, ARealGapAndWhatOverlapsByMoreIsLeftAndDoubted) {
    std::vector<PlanObject> objects{field("Wonen", 0, 0, 60, 50), field("Groen", 40, 0, 100, 50), field("Water", 103, 0, 140, 50)};
    settle_neighbours(objects);
    EXPECT_NEAR(area(objects[0].area), 3'000, 1e-6);
    EXPECT_LT(objects[0].confidence, 0.6);
    EXPECT_LT(objects[1].confidence, 0.6);
    EXPECT_EQ(objects[2].confidence, 1.0);
}

}  // namespace
}  // namespace planlezer
