#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "extractors/map/plane.hpp"
#include "extractors/map/raster/broken_samples.hpp"
#include "extractors/map/raster/colour_classes.hpp"
#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/dotted_lines.hpp"
#include "extractors/map/raster/hatch_fields.hpp"
#include "extractors/map/raster/hatch_strokes.hpp"
#include "extractors/map/raster/hatch_walls.hpp"
#include "extractors/map/raster/hatched_areas.hpp"
#include "extractors/map/raster/partition.hpp"
#include "extractors/map/raster/raster_areas.hpp"
#include "extractors/map/raster/raster_lines.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/raster/walls.hpp"

namespace planlezer {
namespace {

constexpr double dpi = 200;
constexpr double millimetre = dpi / 25.4;

/// A black-and-white sheet, drawn in millimetres.
class HatchedSheet : public ::testing::Test {
  protected:
    HatchedSheet() : pix_(pixCreate(static_cast<int>(200 * millimetre), static_cast<int>(150 * millimetre), 1)) {}

    void fill(double x, double y, double w, double h, bool ink) {
        for (int row = static_cast<int>(y * millimetre); row < static_cast<int>((y + h) * millimetre); ++row) {
            for (int column = static_cast<int>(x * millimetre); column < static_cast<int>((x + w) * millimetre); ++column) pixSetPixel(pix_.get(), column, row, ink ? 1 : 0);
        }
    }
    void frame(double x, double y, double w, double h, double pen) {
        fill(x, y, w, pen, true);
        fill(x, y + h - pen, w, pen, true);
        fill(x, y, pen, h, true);
        fill(x + w - pen, y, pen, h, true);
    }
    /// Strokes two pixels wide, degrees counter-clockwise.
    void hatch(double x, double y, double w, double h, double angle, double spacing) {
        const double sine = std::sin(angle * std::numbers::pi / 180);
        const double cosine = std::cos(angle * std::numbers::pi / 180);
        for (int row = static_cast<int>(y * millimetre); row < static_cast<int>((y + h) * millimetre); ++row) {
            for (int column = static_cast<int>(x * millimetre); column < static_cast<int>((x + w) * millimetre); ++column) {
                const double across = column * sine + row * cosine;
                const double off = across - std::floor(across / (spacing * millimetre)) * spacing * millimetre;
                if (off < 1.6) pixSetPixel(pix_.get(), column, row, 1);
            }
        }
    }
    void dot(double x, double y, double size) {
        const double r = size / 2 * millimetre;
        for (int row = static_cast<int>(y * millimetre - r); row <= static_cast<int>(y * millimetre + r); ++row) {
            for (int column = static_cast<int>(x * millimetre - r); column <= static_cast<int>(x * millimetre + r); ++column) {
                if (std::hypot(column - x * millimetre, row - y * millimetre) <= r) pixSetPixel(pix_.get(), column, row, 1);
            }
        }
    }
    SheetRaster raster() { return sheet_raster({std::move(pix_), dpi, dpi}); }

    /// As a sheet is read: lines, hatching out of them, areas, and their hatching.
    static std::vector<MapArea> areas_of(SheetRaster& raster) {
        ColourClasses classes = colour_classes(raster);
        erase_hatching(raster, classes);
        const Components ink = components_of(*raster.ink, false);
        const Walls walls = find_walls(raster, ink, std::vector<bool>(ink.list.size(), false), {});
        std::vector<MapArea> areas = raster_areas(raster, classes, walls, partition(raster, classes, walls));
        hatch_areas(HatchFields(raster, ink_dots(raster, ink), {}), areas);
        return areas;
    }
    static const MapArea* hatched(const std::vector<MapArea>& areas, HatchKind kind) {
        const auto found = std::ranges::find_if(areas, [kind](const MapArea& area) { return area.style.hatch == kind; });
        return found == areas.end() ? nullptr : &*found;
    }
    static double square_millimetres(const MapArea& area) { return plane::area(area.shape) * (25.4 / 72) * (25.4 / 72); }

    PixHandle pix_;
};

constexpr double points = 72 / 25.4;

TEST_F(HatchedSheet, AnAreaHasTheHatchingInIt) {
    frame(20, 20, 70, 60, 0.4);
    hatch(20.4, 20.4, 69.2, 59.2, 30, 2.4);
    frame(100, 20, 70, 60, 0.4);
    hatch(100.4, 20.4, 69.2, 59.2, 45, 3);
    hatch(100.4, 20.4, 69.2, 59.2, 135, 3);
    SheetRaster sheet = raster();
    const std::vector<MapArea> areas = areas_of(sheet);
    const MapArea* lines = hatched(areas, HatchKind::lines);
    ASSERT_NE(lines, nullptr);
    EXPECT_NEAR(lines->style.hatch_angle, 30, 1);
    EXPECT_NEAR(lines->style.hatch_spacing, 2.4 * points, 0.2);
    EXPECT_NEAR(square_millimetres(*lines), 70 * 60, 60);
    const MapArea* crossed = hatched(areas, HatchKind::crossed);
    ASSERT_NE(crossed, nullptr);
    EXPECT_NEAR(crossed->style.hatch_angle, 45, 1);
    EXPECT_NEAR(square_millimetres(*crossed), 70 * 60, 60);
    // No strip between two strokes is an area of its own.
    EXPECT_EQ(areas.size(), 2U);
}

TEST_F(HatchedSheet, TheLinesOfARoundSignAreNoHatching) {
    frame(20, 20, 90, 70, 0.35);
    hatch(20.4, 20.4, 89.2, 69.2, 0, 2.2);
    fill(40, 30, 40, 50, false);
    frame(40, 30, 40, 50, 0.7);
    for (int i = 0; i < 1600; ++i) dot(60 + 4 * std::cos(i * std::numbers::pi / 800), 55 + 4 * std::sin(i * std::numbers::pi / 800), 0.25);
    fill(56, 54.9, 8, 0.2, true);
    for (const double y : {52.95, 56.95}) fill(58, y, 4, 0.2, true);  // digits
    SheetRaster sheet = raster();
    const PixHandle before(pixCopy(nullptr, sheet.ink.get()));
    ColourClasses classes = colour_classes(sheet);
    erase_hatching(sheet, classes);
    const auto ink_in = [](Pix& ink, double x, double y, double w, double h) {
        int count = 0;
        for (int row = static_cast<int>(y * millimetre); row < static_cast<int>((y + h) * millimetre); ++row) {
            for (int column = static_cast<int>(x * millimetre); column < static_cast<int>((x + w) * millimetre); ++column) {
                l_uint32 value = 0;
                pixGetPixel(&ink, column, row, &value);
                count += value != 0 ? 1 : 0;
            }
        }
        return count;
    };
    EXPECT_EQ(ink_in(*sheet.ink, 55.5, 50.5, 9, 9), ink_in(*before, 55.5, 50.5, 9, 9));
    EXPECT_LT(ink_in(*sheet.ink, 84, 30, 20, 50), 0.2 * ink_in(*before, 84, 30, 20, 50)) << "the hatching itself is gone";
}

TEST_F(HatchedSheet, TheHatchedAreaGoesOnUnderAWhiteBouwvlak) {
    frame(20, 20, 90, 70, 0.35);
    hatch(20.4, 20.4, 89.2, 69.2, 45, 2.6);
    fill(40, 35, 40, 30, false);
    frame(40, 35, 40, 30, 0.7);
    SheetRaster sheet = raster();
    const std::vector<MapArea> areas = areas_of(sheet);
    const MapArea* whole = hatched(areas, HatchKind::lines);
    ASSERT_NE(whole, nullptr);
    EXPECT_NEAR(square_millimetres(*whole), 90 * 70, 80);
    const auto white = std::ranges::find_if(areas, [](const MapArea& area) { return area.style.hatch == HatchKind::none; });
    ASSERT_NE(white, areas.end());
    EXPECT_NEAR(square_millimetres(*white), 39.3 * 29.3, 20);
    EXPECT_GT(white->style.edge_width, 1.5 * whole->style.edge_width);
}

TEST_F(HatchedSheet, DotsFillAnAreaAndMakeALine) {
    frame(20, 20, 60, 50, 0.4);
    for (int row = 0; row < 16; ++row) {
        for (int column = 0; column < 20; ++column) dot(22 + 2.8 * column + (row % 2 == 0 ? 0 : 1.4), 22 + 2.8 * row, 0.5);
    }
    frame(100, 20, 60, 50, 0.4);
    for (int i = 0; i < 36; ++i) dot(130, 21.5 + 1.3 * i, 0.5);
    SheetRaster sheet = raster();
    const std::vector<MapArea> areas = areas_of(sheet);
    const MapArea* dotted = hatched(areas, HatchKind::dots);
    ASSERT_NE(dotted, nullptr);
    EXPECT_LT(plane::box_of(dotted->shape).x1, 90 * points);
    EXPECT_EQ(std::ranges::count_if(areas, [](const MapArea& area) { return area.style.hatch != HatchKind::none; }), 1);
    const Components ink = components_of(*sheet.ink, false);
    std::vector<bool> used(ink.list.size(), false);
    const std::vector<DashChain> lines = dotted_lines(sheet, ink, used);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].pieces.size(), 36U);
    std::vector<bool> strewn(ink.list.size(), false);
    set_aside_strewn_dots(sheet, ink, strewn);
    EXPECT_EQ(std::ranges::count(strewn, true), 16 * 20);
}

TEST_F(HatchedSheet, ARowOfDotsGoesOnRoundACornerAndBehindALine) {
    for (int i = 0; i < 9; ++i) dot(30, 30 + 1.4 * i, 0.5);
    fill(30 - 0.25, 30 + 1.4 * 9 - 0.25, 0.9, 0.5, true);  // the corner: a bent dash
    fill(30 - 0.25, 30 + 1.4 * 9 - 0.9, 0.5, 0.9, true);
    for (int i = 1; i < 5; ++i) dot(30 + 1.4 * i, 30 + 1.4 * 9, 0.5);
    fill(30 + 1.4 * 5 - 0.1, 20, 0.3, 40, true);  // the wall of a house hides one
    for (int i = 6; i < 10; ++i) dot(30 + 1.4 * i, 30 + 1.4 * 9, 0.5);
    SheetRaster sheet = raster();
    const Components ink = components_of(*sheet.ink, false);
    std::vector<bool> used(ink.list.size(), false);
    const std::vector<DashChain> lines = dotted_lines(sheet, ink, used);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].pieces.size(), 9U + 4U + 4U);
    const Point corner{30 * millimetre, (30 + 1.4 * 9) * millimetre};
    EXPECT_TRUE(std::ranges::any_of(lines[0].bridges, [&](const Ring& bridge) { return plane::distance(bridge[1], corner) < 0.3 * millimetre; })) << "by way of the corner";
}

TEST_F(HatchedSheet, ABoxOfDashesIsOneSample) {
    for (const double y : {20.0, 24.0}) {
        for (int i = 0; i < 4; ++i) fill(20 + 3.4 * i, y, 2.4, 0.3, true);
    }
    fill(20, 21, 0.3, 2, true);
    const SheetRaster sheet = raster();
    const Components ink = components_of(*sheet.ink, false);
    std::vector<bool> used(ink.list.size(), false);
    const RasterLines found = raster_lines(sheet, ink, used);
    std::vector<SheetLine> samples;
    add_broken_samples(sheet, found.chains, samples);
    const auto box = std::ranges::find_if(samples, [](const SheetLine& line) { return line.points.size() == 5; });
    ASSERT_NE(box, samples.end());
    EXPECT_EQ(box->dash, LineDash::dashed);
    EXPECT_NEAR(plane::box_of(box->points).width(), (3.4 * 3 + 2.4) * points, 1.5);
    EXPECT_NEAR(plane::box_of(box->points).height(), 4 * points, 1.5);
}

TEST_F(HatchedSheet, ALineThroughHatchingStaysALine) {
    frame(20, 20, 90, 70, 0.26);
    hatch(20.3, 20.3, 89.4, 69.4, 45, 2.6);
    fill(64, 20, 0.26, 70, true);  // of the pen of the strokes
    SheetRaster sheet = raster();
    ColourClasses classes = colour_classes(sheet);
    erase_hatching(sheet, classes);
    const Components ink = components_of(*sheet.ink, false);
    const Walls walls = find_walls(sheet, ink, std::vector<bool>(ink.list.size(), false), {});
    const auto share = [&](double x, double y, double w, double h) {
        double all = 0;
        double walled = 0;
        for (double row = y; row < y + h; row += 0.13) {
            for (double column = x; column < x + w; column += 0.13) {
                ++all;
                walled += walls.at(static_cast<int>(column * millimetre) / sheet.block, static_cast<int>(row * millimetre) / sheet.block) != Wall::none ? 1 : 0;
            }
        }
        return walled / all;
    };
    EXPECT_GT(share(63.93, 25, 0.1, 60), 0.95);
    EXPECT_LT(share(30, 30, 25, 45), 0.01);
}

TEST_F(HatchedSheet, ABrokenLineOfTheLegendIsOneSample) {
    // A contour of long dashes, of which two show, above a line that is whole.
    fill(20, 20, 6, 0.8, true);
    fill(29, 20, 6, 0.8, true);
    fill(20, 30, 18, 0.6, true);
    const SheetRaster sheet = raster();
    const Components ink = components_of(*sheet.ink, false);
    std::vector<bool> used(ink.list.size(), false);
    RasterLines found = raster_lines(sheet, ink, used);
    std::erase_if(found.lines, [](const SheetLine& line) { return line.closed; });
    ASSERT_EQ(found.lines.size(), 3U);
    add_broken_samples(sheet, found.chains, found.lines);
    ASSERT_EQ(found.lines.size(), 2U);
    const auto broken = std::ranges::find(found.lines, LineDash::dashed, &SheetLine::dash);
    ASSERT_NE(broken, found.lines.end());
    EXPECT_NEAR(plane::box_of(broken->points).width(), 15 * points, 1);
}

TEST_F(HatchedSheet, ARowOfDashesOfTheLegendIsOneSampleWhicheverWayItRuns) {
    for (int i = 0; i < 4; ++i) fill(20 + 4.8 * i, 20, 3, 0.3, true);
    const SheetRaster sheet = raster();
    const Components ink = components_of(*sheet.ink, false);
    std::vector<bool> used(ink.list.size(), false);
    RasterLines found = raster_lines(sheet, ink, used);
    ASSERT_EQ(found.chains.size(), 1U);
    for (const bool turned : {false, true}) {
        if (turned) std::ranges::reverse(found.chains[0].pieces);
        std::vector<SheetLine> samples;
        add_broken_samples(sheet, found.chains, samples);
        ASSERT_EQ(samples.size(), 1U) << turned;
        EXPECT_NEAR(plane::box_of(samples[0].points).width(), (4.8 * 3 + 3) * points, 1) << turned;
    }
}

TEST(StrokePatch, KnowsNoStrokesInScatteredInk) {
    std::vector<Point> places;
    std::vector<InkSample> inked;
    unsigned seed = 7;
    for (int y = 0; y < 80; ++y) {
        for (int x = 0; x < 80; ++x) {
            places.push_back({x + 0.5, y + 0.5});
            seed = seed * 1664525U + 1013904223U;
            if (seed >> 24U < 30) inked.push_back({places.back(), 1});
        }
    }
    StrokePatch patch(places);
    EXPECT_TRUE(std::ranges::none_of(patch.strokes(inked, 4), [](const Strokes& s) { return s.clear > 0.1; }));
}

}  // namespace
}  // namespace planlezer
