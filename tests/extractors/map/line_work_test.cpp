#include "extractors/map/raster/hatch_lines.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <iterator>
#include <optional>
#include <numbers>
#include <utility>
#include <vector>

#include "extractors/map/plane.hpp"
#include "extractors/map/raster/colour_classes.hpp"
#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/line_work.hpp"
#include "extractors/map/raster/partition.hpp"
#include "extractors/map/raster/raster_areas.hpp"
#include "extractors/map/raster/raster_leaders.hpp"
#include "extractors/map/raster/raster_lines.hpp"
#include "extractors/map/raster/raster_outlines.hpp"
#include "extractors/map/raster/strokes.hpp"
#include "extractors/map/raster/walls.hpp"
#include "schemas/model/map_sheet.hpp"
#include "tests/extractors/support/paper.hpp"

namespace planlezer {
namespace {

using test::Paper;
using test::size;

std::vector<Stroke> take_out_hatching(SheetRaster& raster) {
    const LineWork work(raster);
    work.take_hatching_out_of(*raster.ink);
    return hatch_lines(work.strokes(), raster);
}

/// The share of a line's way on which there is ink, a pixel beside it allowed.
double inked_share(Pix& ink, Point a, Point b) {
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    double found = 0;
    for (double along = 0; along < length; ++along) {
        l_uint32 any = 0;
        for (int dx = -1; dx <= 1; ++dx) {
            for (int dy = -1; dy <= 1; ++dy) {
                l_uint32 value = 0;
                pixGetPixel(&ink, static_cast<int>(a.x + along * (b.x - a.x) / length) + dx, static_cast<int>(a.y + along * (b.y - a.y) / length) + dy, &value);
                any |= value;
            }
        }
        found += any;
    }
    return found / length;
}

TEST(HatchLines, AreTakenOutAndWhatTheyCrossStays) {
    Paper paper;
    const auto dashes = [](double along) { return std::fmod(along, 24) < 16; };
    paper.line({300, 600}, {900, 600}, 4, 0);
    paper.line({610, 300}, {610, 900}, 3, 0, dashes);
    paper.hatch(45, 30, 1, 60);
    SheetRaster raster = paper.raster();
    const auto lines = take_out_hatching(raster);
    EXPECT_GT(lines.size(), 20U);
    // A line of the hatching runs through the middle.
    EXPECT_LT(inked_share(*raster.ink, {400, 800}, {585, 615}), 0.05);
    EXPECT_GT(inked_share(*raster.ink, {310, 600}, {890, 600}), 0.99);
    EXPECT_NEAR(inked_share(*raster.ink, {610, 310}, {610, 590}), 0.72, 0.1);
}

TEST(HatchLines, LeaveNoGapInABroadLine) {
    Paper paper;
    paper.hatch(0, 30, 2, 90);
    paper.line({600, 300}, {600, 900}, 8, 20);
    paper.grain(48);
    SheetRaster raster = paper.raster();
    EXPECT_GT(take_out_hatching(raster).size(), 15U);
    int gaps = 0;
    for (int y = 310; y < 890; ++y) {
        l_uint32 inked = 0;
        pixGetPixel(raster.ink.get(), 600, y, &inked);
        gaps += inked == 0 ? 1 : 0;
    }
    EXPECT_EQ(gaps, 0);
}

TEST(HatchLines, MayBePaleOrDashed) {
    const auto dashes = [](double along) { return std::fmod(along, 16) < 8; };
    Paper paper;
    paper.hatch(135, 26, 1, 90, dashes);
    SheetRaster raster = paper.raster();
    EXPECT_GT(take_out_hatching(raster).size(), 20U);
    EXPECT_LT(inked_share(*raster.ink, {400, 400}, {800, 800}), 0.1);
}

TEST(HatchLines, AreFoundThroughTheGrainOfAScan) {
    Paper paper;
    paper.hatch(45, 30, 2, 90);
    paper.grain(48);
    const ThinStrokes thin = thin_strokes(paper.raster());
    EXPECT_LT(thin.strokes.size(), 200U) << "grain makes no strokes";
    EXPECT_GT(thin.strokes.size(), 20U);
}

TEST(HatchLines, ThatRunIntoABroadLineLeaveItWhole) {
    Paper paper;
    for (int i = 0; i < 14; ++i) paper.line({400, 100.0 + 45 * i}, {760, 460.0 + 45 * i}, 2, 0);
    paper.line({610, 150}, {590, 1050}, 9, 60);
    paper.grain(40);
    SheetRaster raster = paper.raster();
    EXPECT_GT(take_out_hatching(raster).size(), 10U);
    for (const double aside : {-2.0, 0.0, 2.0}) EXPECT_GT(inked_share(*raster.ink, {609.5 + aside, 170}, {590.5 + aside, 1030}), 0.99) << aside;
    EXPECT_LT(inked_share(*raster.ink, {410, 335}, {580, 505}), 0.05);
}

TEST(HatchLines, AreNeitherUnevenNorThickLines) {
    Paper paper;
    for (const double y : {300.0, 340.0, 395.0, 420.0, 488.0}) paper.line({200, y}, {1000, y}, 2, 0);
    for (int i = 0; i < 6; ++i) paper.line({200, 600.0 + 40 * i}, {1000, 600.0 + 40 * i}, 6, 0);
    SheetRaster raster = paper.raster();
    EXPECT_TRUE(take_out_hatching(raster).empty());
    EXPECT_GT(inked_share(*raster.ink, {210, 340}, {990, 340}), 0.99);
}

std::optional<SheetLine> open_line(const SheetRaster& raster) {
    const Components ink = components_of(*raster.ink, false);
    std::vector<bool> used(ink.list.size(), false);
    const RasterLines lines = raster_lines(raster, ink, used);
    const auto found = std::ranges::find_if(lines.lines, [](const SheetLine& line) { return !line.closed; });
    return found == lines.lines.end() ? std::nullopt : std::optional(*found);
}

TEST(RasterLines, ALineWithTicksIsALine) {
    Paper paper;
    paper.line({300, 600}, {400, 600}, 3, 0);
    for (const double x : {320.0, 350.0, 380.0}) paper.line({x, 600}, {x, 609}, 3, 0);
    const SheetRaster raster = paper.raster();
    const auto found = open_line(raster);
    ASSERT_TRUE(found);
    EXPECT_NEAR(plane::distance(found->points[0], found->points[1]), 100 * raster.x_points, 2 * raster.x_points);
    EXPECT_NEAR(found->width, 3 * raster.x_points, 1.5 * raster.x_points);
}

TEST(RasterLines, ALineWithTicksIsAsWideWhereItLiesAskew) {
    Paper paper;
    paper.line({300, 600}, {500, 595}, 4, 0);
    for (const double x : {320.0, 400.0, 480.0}) paper.line({x, 599.5 - (x - 300) / 40}, {x, 589 - (x - 300) / 40}, 4, 0);
    const SheetRaster raster = paper.raster();
    const auto found = open_line(raster);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->width, 4 * raster.x_points, 1.1 * raster.x_points);
    EXPECT_NEAR(found->points[1].y, 595 * raster.y_points, 2 * raster.y_points);
}

TEST(RasterOutlines, ASquareOnItsCornerIsADividedDiamond) {
    Paper paper;
    const std::vector<Point> corners{{300, 240}, {360, 300}, {300, 360}, {240, 300}};
    for (std::size_t i = 0; i < corners.size(); ++i) paper.line(corners[i], corners[(i + 1) % corners.size()], 3, 0);
    paper.line({240, 300}, {360, 300}, 3, 0);
    const SheetRaster raster = paper.raster();
    const auto found = raster_outlines(raster, components_of(*raster.ink, true));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].outline.shape, SignShape::diamond);
    EXPECT_EQ(found[0].parts.size(), 2U);
}

TEST(LineWork, DoubtsAnOutlineThatNoSignOfTheSheetIsLike) {
    const auto sign = [](double side, double confidence) {
        MapSign made;
        made.shape = SignShape::square;
        made.box = {0, 0, side, side};
        made.cells.push_back({0, 0, made.box, "10", SignMark::none, SignMark::none, confidence, ""});
        return made;
    };
    // A sign that was read, one like it that was not, and a small building area with a code in it.
    EXPECT_EQ(doubtful_signs({sign(20, 0.9), sign(21, 0.4), sign(40, 0.4)}), (std::vector<bool>{false, false, true}));
}

TEST(LineWork, LeadersDivideNoArea) {
    Paper paper;
    paper.frame(300, 300, 400, 400, 4);
    paper.line({150, 500}, {500, 510}, 1, 0);
    const SheetRaster raster = paper.raster();
    MapSign sign;
    sign.shape = SignShape::square;
    sign.box = {100 * 0.36, 470 * 0.36, 150 * 0.36, 530 * 0.36};
    const auto wall_at_leader = [&](const std::vector<MapSign>& signs) {
        const PixHandle ink = ink_without_writing(raster, {}, {}, {});
        const Walls walls = LineWork(raster).walls(*ink, signs);
        EXPECT_EQ(walls.at(300, 400), Wall::solid);
        return walls.at(400, 507) == Wall::solid || walls.at(400, 506) == Wall::solid;
    };
    EXPECT_TRUE(wall_at_leader({sign}));
    sign.points_at = Point{500 * 0.36, 510 * 0.36};
    EXPECT_FALSE(wall_at_leader({sign}));
}

TEST(LineWork, TheFrameOfALabelBoundsNothing) {
    // A broad line ends at the frame on either side, and the label's paper hides it between them.
    Paper paper;
    paper.line({200, 520}, {400, 520}, 5, 0);
    paper.line({500, 520}, {800, 520}, 5, 0);
    paper.frame(400, 490, 100, 60, 2);
    const SheetRaster raster = paper.raster();
    MapSign label;
    label.shape = SignShape::box;
    label.box = {397 * 0.36, 487 * 0.36, 503 * 0.36, 553 * 0.36};
    label.cells.push_back({0, 0, label.box, "g=4", SignMark::none, SignMark::none, 0.9, ""});
    const auto walls_with = [&](const std::vector<MapSign>& signs) {
        const PixHandle ink = ink_without_writing(raster, {}, {}, {});
        return LineWork(raster).walls(*ink, signs);
    };
    EXPECT_EQ(walls_with({}).at(450, 490), Wall::solid);
    const Walls walls = walls_with({label});
    EXPECT_EQ(walls.at(450, 490), Wall::none);
    EXPECT_EQ(walls.at(500, 500), Wall::none);
    EXPECT_EQ(walls.at(600, 520), Wall::solid);
}

TEST(RasterAreas, ADashedOutlineIsDrawnAsItsDashes) {
    // In a field with a thin border a broad frame that dashes part in two.
    const auto dashes = [](double along) { return std::fmod(along, 24) < 16; };
    Paper paper;
    paper.frame(100, 100, 1000, 1000, 3);
    paper.frame(300, 300, 600, 500, 8);
    paper.line({600, 300}, {600, 800}, 3, 60, dashes);
    const SheetRaster raster = paper.raster();
    const PixHandle ink = ink_without_writing(raster, {}, {}, {});
    const Walls walls = LineWork(raster).walls(*ink, {});
    const ColourClasses classes = colour_classes(raster);
    const std::vector<MapArea> areas = raster_areas(raster, classes, walls, partition(raster, classes, walls));
    std::vector<MapArea> dashed;
    std::ranges::copy_if(areas, std::back_inserter(dashed), [](const MapArea& area) { return area.style.edge == LineDash::dashed; });
    ASSERT_EQ(dashed.size(), 2U);
    for (const MapArea& half : dashed) {
        EXPECT_NEAR(half.style.edge_width, 3 * 0.36, 0.4);
        ASSERT_TRUE(half.style.edge_colour);
        EXPECT_NEAR(half.style.edge_colour->r, 60, 10);
        EXPECT_NEAR(plane::area(half.shape), 300 * 500 * 0.36 * 0.36, 300);
    }
}

class RasterLeaders : public ::testing::Test {
  protected:
    /// A square sign at (300, 500), 60 pixels a side, and where its leader line leads.
    static std::optional<Point> followed(Paper& paper) {
        paper.frame(300, 500, 60, 60, 2);
        const SheetRaster raster = paper.raster();
        std::vector<MapSign> signs(1);
        signs[0].shape = SignShape::square;
        signs[0].box = {299 * 0.36, 499 * 0.36, 361 * 0.36, 561 * 0.36};
        std::vector<SheetLine> lines;
        follow_raster_leaders(raster, signs, lines);
        return signs[0].points_at;
    }
};

TEST_F(RasterLeaders, GoStraightOnThroughALineThatSlants) {
    Paper paper;
    paper.line({360, 542}, {560, 620}, 1.5, 0);
    paper.line({556, 620}, {564, 620}, 8, 0);
    paper.line({380, 592}, {560, 564}, 2, 0);
    const auto tip = followed(paper);
    ASSERT_TRUE(tip);
    EXPECT_NEAR(tip->x, 560 * 0.36, 3);
    EXPECT_NEAR(tip->y, 620 * 0.36, 2);
}

TEST_F(RasterLeaders, EndInADotRatherThanWhereALongerLineBreaksOff) {
    Paper paper;
    paper.line({360, 530}, {700, 520}, 2, 0);
    paper.line({330, 500}, {330, 340}, 1.5, 0);
    paper.line({280, 420}, {380, 410}, 4, 0);
    paper.line({326, 340}, {334, 340}, 8, 0);
    const auto tip = followed(paper);
    ASSERT_TRUE(tip);
    EXPECT_NEAR(tip->x, 330 * 0.36, 1);
    EXPECT_NEAR(tip->y, 340 * 0.36, 1);
}

TEST_F(RasterLeaders, AreFoundFromTheirDotWhereHatchingThatWasTakenOutLeftAGap) {
    Paper paper;
    paper.line({330, 500}, {330, 380}, 1.5, 0);
    paper.line({330, 374}, {330, 340}, 1.5, 0);
    paper.line({326, 340}, {334, 340}, 8, 0);
    const auto tip = followed(paper);
    ASSERT_TRUE(tip);
    EXPECT_NEAR(tip->y, 340 * 0.36, 1);
}

TEST_F(RasterLeaders, EndWhereTheirArrowPoints) {
    Paper paper;
    paper.line({330, 500}, {330, 340}, 1.5, 0);
    for (int i = 0; i <= 14; ++i) paper.line({330 - i / 3.0, 326.0 + i}, {330 + i / 3.0, 326.0 + i}, 1.2, 0);
    const auto tip = followed(paper);
    ASSERT_TRUE(tip);
    EXPECT_NEAR(tip->y, 327 * 0.36, 1);
}

TEST_F(RasterLeaders, AreNoDashesThatRunBeneathASign) {
    Paper paper;
    paper.line({360, 530}, {700, 530}, 1.5, 0, [](double along) { return std::fmod(along, 34) < 26; });
    EXPECT_FALSE(followed(paper));
}

TEST(Walls, APaleLineThatIsInkInPlacesIsNoRowOfDashes) {
    Paper paper;
    const auto dark = [](double along) { return std::fmod(along, 20) < 10; };
    paper.line({200, 300}, {600, 300}, 2, 110, dark);
    paper.line({200, 300}, {600, 300}, 2, 180);
    paper.line({200, 700}, {600, 700}, 2, 110, dark);
    const SheetRaster raster = paper.raster();
    const Components ink = components_of(*raster.ink, false);
    std::vector<bool> used(ink.list.size(), false);
    const RasterLines lines = raster_lines(raster, ink, used);
    ASSERT_EQ(lines.chains.size(), 2U);
    const Walls walls = find_walls(raster, ink, used, lines.chains);
    EXPECT_EQ(walls.at(400 / raster.block, 300 / raster.block), Wall::none);
    EXPECT_EQ(walls.at(400 / raster.block, 700 / raster.block), Wall::dashed);
}

}  // namespace
}  // namespace planlezer
