#include "extractors/map/raster/turned_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "extractors/map/plane.hpp"
#include "tests/extractors/support/drawn_page.hpp"
#include "tests/extractors/support/engine.hpp"

namespace planlezer {
namespace {

using namespace planlezer::testing;

/// A page with these lines, turned counter-clockwise about its middle.
SheetRaster page_at(const std::vector<std::string>& lines, double degrees) {
    const PixHandle drawn(drawn_page(lines));
    const PixHandle page(pixAddBorder(drawn.get(), 600, 255));  // nothing is turned off the paper
    const auto radians = static_cast<float>(-degrees * std::numbers::pi / 180);
    PixHandle turned(pixRotate(page.get(), radians, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
    return sheet_raster({std::move(turned), 200, 200});
}

struct Read {
    std::vector<TurnedRow> rows;
    std::vector<TextRun> runs;
};

Read read_at(const std::vector<std::string>& lines, double degrees) {
    const SheetRaster raster = page_at(lines, degrees);
    const Components ink = components_of(*raster.ink, false);
    Read read;
    read.rows = turned_rows(raster, ink, std::vector<bool>(ink.list.size(), false));
    LetterVote vote;
    read.runs = turned_text(raster, ink, readable_rows(raster, ink, read.rows, vote, engine()), vote, engine());
    return read;
}

class TurnedTextAt : public ::testing::TestWithParam<double> {};

TEST_P(TurnedTextAt, IsReadWithItsAngle) {
    const Read read = read_at({"g6 b9,5"}, GetParam());
    ASSERT_EQ(read.runs.size(), 1U) << (read.runs.empty() ? "" : read.runs[0].text);
    const TextRun& run = read.runs[0];
    EXPECT_EQ(run.text, "g6 b9,5") << run.angle;
    EXPECT_LT(plane::turn_between(run.angle, GetParam()), 3);
}

INSTANTIATE_TEST_SUITE_P(AllRound, TurnedTextAt, ::testing::Values(-80.0, -37.0, 12.0, 28.0, 61.0, 90.0, 118.0));

TEST(TurnedText, HasItsBoxWhereItStands) {
    const Read level = read_at({"max. 5 lagen"}, 0);
    EXPECT_TRUE(level.rows.empty());  // it is read as it stands
    const SheetRaster raster = page_at({"max. 5 lagen"}, -37);
    const Read read = read_at({"max. 5 lagen"}, -37);
    ASSERT_FALSE(read.runs.empty());
    const Components ink = components_of(*raster.ink, false);
    Box all = float_box(ink.list[0].box);
    for (const Component& c : ink.list) all = united(all, float_box(c.box));
    Box box = read.runs[0].box;
    for (const TextRun& run : read.runs) box = united(box, run.box);
    EXPECT_NEAR(box.x0, all.x0 * raster.x_points, 6);
    EXPECT_NEAR(box.x1, all.x1 * raster.x_points, 6);
    EXPECT_NEAR(box.y0, all.y0 * raster.y_points, 6);
    EXPECT_NEAR(box.y1, all.y1 * raster.y_points, 6);
}

TEST(TurnedText, LinesUnderOneAnotherAreReadEach) {
    const Read read = read_at({"g6 b9,5", "g3 b50"}, 55);
    ASSERT_EQ(read.runs.size(), 2U);
    EXPECT_EQ(read.runs[0].text, "g6 b9,5");
    EXPECT_EQ(read.runs[1].text, "g3 b50");
}

TEST(TurnedText, DashesOfALineBeneathLeadNowhere) {
    const PixHandle drawn(drawn_page({"g3 b8"}));
    for (int y = 20; y < 1000; y += 12) pixRenderLine(drawn.get(), 118, y, 118, y + 6, 2, L_CLEAR_PIXELS);
    for (int x = 120; x < 1000; x += 12) pixRenderLine(drawn.get(), x, 172, x + 6, 172, 2, L_CLEAR_PIXELS);
    const PixHandle page(pixAddBorder(drawn.get(), 600, 255));
    PixHandle turned(pixRotate(page.get(), static_cast<float>(-std::numbers::pi / 6), L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
    const SheetRaster raster = sheet_raster({std::move(turned), 200, 200});
    const Components ink = components_of(*raster.ink, false);
    for (const TurnedRow& row : turned_rows(raster, ink, std::vector<bool>(ink.list.size(), false))) {
        EXPECT_LT(row.box.height(), 70);
        EXPECT_LT(row.box.width(), 400);
    }
}

TEST(TurnedText, LevelLinesAreNoTurnedRows) {
    for (const double lean : {0.0, 1.5, -3.0}) {
        const Read read = read_at({"maximum goothoogte in meters", "g6 b9,5", "W 3", "g4 b8", "(bw)", "12 B"}, lean);
        EXPECT_TRUE(read.rows.empty()) << lean;
    }
}

TEST(TurnedText, ANumberThatSaysAnotherUpsideDownIsDoubted) {
    const Read read = read_at({"9866"}, 90);
    ASSERT_EQ(read.runs.size(), 1U);
    EXPECT_FALSE(read.runs[0].second_reading.empty());
}

TEST(TurnedText, AFigureStandsBeforeADecimalComma) {
    EXPECT_EQ(with_figures_before_commas("g6 bo,5", "g6b9,5"), "g6 b9,5");
    EXPECT_EQ(with_figures_before_commas("g6 bo,5", "g6bo,5"), "g6 bo,5");
    EXPECT_EQ(with_figures_before_commas("g6 b9,5", "g6b8,5"), "g6 b9,5");  // which of two is for a person
    EXPECT_EQ(with_figures_before_commas("zo, 5 m", "z9,5m"), "zo, 5 m");
    EXPECT_EQ(with_figures_before_commas("bo,5", "b9"), "bo,5");
}

TEST(BoxesAlong, CoverATurnedTextAndNotTheCornersBesideIt) {
    TextRun run;
    run.angle = 45;
    run.size = 10;
    run.box = {100, 100, 200, 200};
    const std::vector<Box> boxes = boxes_along(run);
    const auto covered = [&boxes](const Point& p) { return std::ranges::any_of(boxes, [&p](const Box& box) { return plane::holds(box, p); }); };
    EXPECT_TRUE(covered({150, 150}));
    EXPECT_TRUE(covered({108, 192}));
    EXPECT_TRUE(covered({192, 108}));
    EXPECT_FALSE(covered({110, 110}));
    EXPECT_FALSE(covered({190, 190}));
    run.angle = 0;
    EXPECT_EQ(boxes_along(run).size(), 1U);
}

}  // namespace
}  // namespace planlezer
