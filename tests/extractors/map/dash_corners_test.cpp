#include "extractors/map/raster/dash_corners.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "extractors/map/plane.hpp"
#include "extractors/map/raster/colour_classes.hpp"
#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/line_work.hpp"
#include "extractors/map/raster/partition.hpp"
#include "extractors/map/raster/raster_areas.hpp"
#include "extractors/map/raster/raster_lines.hpp"
#include "extractors/map/raster/walls.hpp"
#include "tests/extractors/support/paper.hpp"

namespace planlezer {
namespace {

using test::Paper;

TEST(DashCorners, AreWhereTwoRowsMeetAhead) {
    const std::vector<DashEnd> ends{{{70, 100}, {90, 100}, 20, 1}, {{100, 140}, {100, 115}, 20, 1}, {{100, 300}, {100, 320}, 20, 1}};
    const auto corners = dash_corners(ends);
    ASSERT_EQ(corners.size(), 3U);
    ASSERT_TRUE(corners[0] && corners[1]);
    EXPECT_NEAR(plane::distance(*corners[0], {100, 100}), 0, 0.01);
    EXPECT_EQ(*corners[0], *corners[1]);
    EXPECT_FALSE(corners[2]);
}

TEST(DashCorners, RowsThatGoOnOrLieTooFarApartHaveNone) {
    EXPECT_EQ(dash_corners({{{70, 100}, {90, 100}, 20, 1}, {{130, 102}, {100, 101}, 20, 1}}), std::vector<std::optional<Point>>(2));
    EXPECT_EQ(dash_corners({{{70, 100}, {90, 100}, 20, 1}, {{120, 140}, {120, 115}, 20, 1}}), std::vector<std::optional<Point>>(2));
}

TEST(DashCorners, RowsOfTwoKindsHaveNone) {
    const DashEnd level{{70, 100}, {90, 100}, 20, 1};
    const auto met = [&level](int kind) { return dash_corners({level, {{100, 140}, {100, 115}, 20, kind}})[0].has_value(); };
    EXPECT_TRUE(met(1));
    EXPECT_TRUE(met(0));
    EXPECT_FALSE(met(2));
}

Walls walls_on(const SheetRaster& raster) {
    const PixHandle ink = ink_without_writing(raster, {}, {}, {});
    return LineWork(raster).walls(*ink, {});
}

TEST(Walls, DashesCloseRoundCornersThatAreLeftOpen) {
    Paper paper;
    const std::vector<Point> around{{300, 300}, {700, 300}, {700, 600}, {300, 600}};
    for (std::size_t i = 0; i < around.size(); ++i) {
        const Point& a = around[i];
        const Point& b = around[(i + 1) % around.size()];
        const double length = plane::distance(a, b);
        paper.line(a, b, 4, 0, [length](double along) { return along > 14 && along < length - 14 && std::fmod(along - 14, 36) < 24; });
    }
    const SheetRaster raster = paper.raster();
    const Walls walls = walls_on(raster);
    const ColourClasses classes = colour_classes(raster);
    const std::vector<MapArea> areas = raster_areas(raster, classes, walls, partition(raster, classes, walls), {});
    ASSERT_EQ(areas.size(), 1U);
    EXPECT_EQ(areas[0].style.edge, LineDash::dashed);
    EXPECT_NEAR(plane::area(areas[0].shape), 400 * 300 * 0.36 * 0.36, 300);
}

TEST(Walls, TwoDashesAreALineWhereALongerRowIsDrawnAlike) {
    const auto dashes = [](double along) { return std::fmod(along, 36) < 24; };
    const auto wall_of_two = [&](bool longer) {
        Paper paper;
        if (longer) paper.line({200, 300}, {600, 300}, 4, 0, dashes);
        paper.line({400, 600}, {460, 600}, 4, 0, dashes);
        const SheetRaster raster = paper.raster();
        return walls_on(raster).at(430 / raster.block, 600 / raster.block);
    };
    EXPECT_EQ(wall_of_two(true), Wall::dashed);
    EXPECT_EQ(wall_of_two(false), Wall::none);
}

TEST(Walls, PairsOfDashesDoNotVouchForEachOther) {
    Paper paper;
    const std::vector<Point> around{{300, 300}, {410, 300}, {410, 410}, {300, 410}};
    for (std::size_t i = 0; i < around.size(); ++i) {
        paper.line(around[i], around[(i + 1) % around.size()], 3, 0, [](double along) { return along > 22 && along < 88 && std::fmod(along - 22, 38) < 28; });
    }
    const SheetRaster raster = paper.raster();
    const Walls walls = walls_on(raster);
    EXPECT_EQ(std::ranges::count(walls.blocks, Wall::dashed), 0);
}

TEST(Walls, ADashBetweenTwoThatOtherLinesTouchIsOneToo) {
    const auto dashes = [](double along) { return std::fmod(along, 36) < 24; };
    const auto wall_between = [&](bool longer) {
        Paper paper;
        if (longer) paper.line({200, 300}, {600, 300}, 4, 0, dashes);
        paper.line({400, 600}, {496, 600}, 4, 0, dashes);
        for (const double x : {412.0, 484.0}) paper.line({x, 600}, {x, 700}, 2, 0);
        const SheetRaster raster = paper.raster();
        const Components ink = components_of(*raster.ink, false);
        std::vector<bool> used(ink.list.size(), false);
        const RasterLines lines = raster_lines(raster, ink, used);
        return find_walls(raster, ink, used, lines.chains, lines.loose).at(430 / raster.block, 600 / raster.block);
    };
    EXPECT_EQ(wall_between(true), Wall::dashed);
    EXPECT_EQ(wall_between(false), Wall::none);
}

TEST(RasterLines, ASlantingDashIsNoCross) {
    Paper paper;
    paper.line({300, 300}, {340, 340}, 8, 0);
    paper.line({500, 320}, {540, 320}, 3, 0);
    paper.line({520, 300}, {520, 340}, 3, 0);
    const SheetRaster raster = paper.raster();
    const Components ink = components_of(*raster.ink, false);
    std::vector<bool> used(ink.list.size(), false);
    const RasterLines lines = raster_lines(raster, ink, used);
    EXPECT_EQ(std::ranges::count(used, true), 1);
    EXPECT_EQ(std::ranges::count_if(lines.lines, [](const SheetLine& line) { return !line.closed; }), 3);
}

}  // namespace
}  // namespace planlezer
