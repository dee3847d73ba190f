#include "extractors/map/raster/leaning_crosses.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "extractors/map/plane.hpp"
#include "extractors/map/raster/held_crosses.hpp"
#include "extractors/map/raster/raster_lines.hpp"
#include "tests/extractors/support/paper.hpp"

namespace planlezer {
namespace {

using planlezer::test::Paper;

/// Two lines through (600, 600), so many pixels to each side.
void draw_cross(Paper& paper, double degrees, double between, double first, double second) {
    const auto arm = [&](double angle, double half) {
        const double radians = angle * std::numbers::pi / 180;
        const Point way{std::cos(radians), -std::sin(radians)};
        paper.line({600 - half * way.x, 600 - half * way.y}, {600 + half * way.x, 600 + half * way.y}, 2, 0);
    };
    arm(degrees, first);
    arm(degrees + between, second);
}

std::optional<std::pair<Ring, Ring>> cross_on(Paper paper) {
    const SheetRaster raster = paper.raster();
    const Components ink = components_of(*raster.ink, false);
    return ink.list.size() == 1 ? leaning_cross(ink.list[0], ink) : std::nullopt;
}

TEST(LeaningCrosses, AreFoundAtAnyAngle) {
    for (const double degrees : {0.0, 6.0, 28.0, -37.0, 44.0}) {
        Paper paper;
        draw_cross(paper, degrees, 90, 20, 20);
        const auto cross = cross_on(std::move(paper));
        ASSERT_TRUE(cross) << degrees;
        for (const Ring& line : {cross->first, cross->second}) {
            EXPECT_NEAR(plane::distance(line[0], line[1]), 40, 3);
            EXPECT_NEAR((line[0].x + line[1].x) / 2, 600, 1);
            EXPECT_NEAR((line[0].y + line[1].y) / 2, 600, 1);
        }
        EXPECT_LT(plane::turn_between(plane::direction(cross->first[0], cross->first[1]), degrees, 180), 1.5) << degrees;
        EXPECT_NEAR(plane::turn_between(plane::direction(cross->first[0], cross->first[1]), plane::direction(cross->second[0], cross->second[1]), 180), 90, 0.1);
    }
}

TEST(LeaningCrosses, ABoldLetterInAWordIsNone) {
    const auto crosses = [](bool in_word) {
        Paper paper;
        draw_cross(paper, 44, 90, 22, 22);
        if (in_word) paper.line({624, 582}, {624, 618}, 4, 0);
        const SheetRaster raster = paper.raster();
        const Components ink = components_of(*raster.ink, false);
        std::vector<bool> used(ink.list.size(), false);
        const RasterLines found = raster_lines(raster, ink, used);
        // What is a cross is drawn as long as its arms.
        return std::ranges::count_if(found.lines, [&raster](const SheetLine& line) {
            const double length = line.points.size() == 2 && !line.closed ? plane::distance(line.points[0], line.points[1]) / raster.x_points : 0;
            return length > 36 && plane::distance_to_segment({600 * raster.x_points, 600 * raster.y_points}, line.points[0], line.points[1]) < 1;
        });
    };
    EXPECT_EQ(crosses(false), 2);
    EXPECT_EQ(crosses(true), 0) << "the letter beside it is as high";
}

TEST(LeaningCrosses, NoLetterAndNoCornerIsOne) {
    Paper letter;
    draw_cross(letter, 60, 60, 20, 20);  // an "X"
    EXPECT_FALSE(cross_on(std::move(letter)));
    Paper unequal;
    draw_cross(unequal, 28, 90, 30, 18);
    EXPECT_FALSE(cross_on(std::move(unequal)));
    Paper corner;
    corner.line({600, 600}, {630, 590}, 2, 0);
    corner.line({600, 600}, {610, 630}, 2, 0);
    EXPECT_FALSE(cross_on(std::move(corner)));
    Paper line;
    line.line({600, 600}, {640, 620}, 2, 0);
    EXPECT_FALSE(cross_on(std::move(line)));
}

TEST(HeldCrosses, AreFoundThoughAnArmRunsIntoLetters) {
    const SheetRaster raster = Paper().raster();
    const auto stroke = [](Point a, Point b, double seen = 0.9) { return Stroke{a, b, 3, seen, 0}; };
    const Stroke free = stroke({300, 300}, {340, 380});
    const Stroke held = stroke({280, 360}, {420, 290}, 0.5);  // halved at (320, 340), and 60 pixels longer on one side
    const auto found = [&raster](const Stroke& one, const Stroke& other) { return held_crosses({one, other}, raster).size(); };
    EXPECT_EQ(found(free, stroke({240, 380}, {420, 290}, 0.5)), 0U);     // goes on to both sides
    EXPECT_EQ(found(free, stroke({300, 300}, {440, 230}, 0.5)), 0U);     // a corner
    EXPECT_EQ(found(free, stroke({280, 360}, {400, 330}, 0.5)), 0U);     // not square
    EXPECT_EQ(found(stroke(free.a, free.b, 0.4), held), 0U);             // hardly seen
    const std::vector<SheetLine> lines = held_crosses({free, held}, raster);
    ASSERT_EQ(lines.size(), 2U);
    for (const SheetLine& line : lines) {
        const Point middle{(line.points[0].x + line.points[1].x) / 2, (line.points[0].y + line.points[1].y) / 2};
        EXPECT_NEAR(plane::distance(middle, {320 * raster.x_points, 340 * raster.y_points}), 0, 1.5 * raster.x_points);
        EXPECT_NEAR(plane::distance(line.points[0], line.points[1]), 89 * raster.x_points, 4 * raster.x_points);
    }
}

TEST(LeaningCrosses, BecomeLinesOfTheSheet) {
    Paper paper;
    draw_cross(paper, 28, 90, 20, 20);
    const SheetRaster raster = paper.raster();
    const Components ink = components_of(*raster.ink, false);
    std::vector<bool> used(ink.list.size(), false);
    EXPECT_EQ(raster_lines(raster, ink, used).lines.size(), 2U);
    EXPECT_TRUE(used[0]);
}

}  // namespace
}  // namespace planlezer
