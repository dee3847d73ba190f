#include "extractors/map/fractions.hpp"
#include "extractors/map/picture_map.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "extractors/map/plane.hpp"
#include "extractors/map/raster/colour_classes.hpp"
#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/line_widths.hpp"
#include "extractors/map/raster/parted_grounds.hpp"
#include "extractors/map/raster/partition.hpp"
#include "extractors/map/raster/picture_dpi.hpp"
#include "extractors/map/raster/raster_areas.hpp"
#include "extractors/map/raster/raster_marks.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/raster/walls.hpp"
#include "extractors/map/sign_shape.hpp"

namespace planlezer {
namespace {

/// A 1 bit picture from lines of text, '#' is ink.
PixHandle inked(const std::vector<std::string>& rows) {
    PixHandle pix(pixCreate(static_cast<int>(rows[0].size()), static_cast<int>(rows.size()), 1));
    for (std::size_t y = 0; y < rows.size(); ++y) {
        for (std::size_t x = 0; x < rows[y].size(); ++x) {
            if (rows[y][x] == '#') pixSetPixel(pix.get(), static_cast<int>(x), static_cast<int>(y), 1);
        }
    }
    return pix;
}

SignMark mark(const std::vector<std::string>& rows) {
    const PixHandle pix = inked(rows);
    const Components ink = components_of(*pix, false);
    return raster_mark(ink.of(ink.list[0]), ink.list[0].box).mark;
}

TEST(Components, JoinOverCornersAndTheirHolesOverEdges) {
    const PixHandle pix = inked({"#.#.....", ".#.####.", "..##..#.", "...####."});
    const Components ink = components_of(*pix, false);
    ASSERT_EQ(ink.list.size(), 1U);
    const Components paper = components_of(*pix, true);
    const auto hole = std::ranges::find_if(paper.list, [](const Component& c) { return c.pixels == 2; });
    ASSERT_NE(hole, paper.list.end());
    EXPECT_EQ(hole->box.x0, 4);
    EXPECT_EQ(hole->box.y1, 3);
}

TEST(Components, AreCutAtARow) {
    const PixHandle pix = inked({"####", ".##.", ".##.", "####"});
    Components ink = components_of(*pix, false);
    ink.list.reserve(2);
    cut_at_row(ink, 0, 2);
    ASSERT_EQ(ink.list.size(), 2U);
    EXPECT_EQ(ink.list[0].pixels, 6);
    EXPECT_EQ(ink.list[1].box.y0, 2);
    EXPECT_EQ(ink.list[1].pixels, 6);
}

TEST(RasterMark, IsToldByItsForm) {
    EXPECT_EQ(mark({"###########", ".##.....##.", "..##...##..", "..##...##..", "...##.##...", "...##.##...", "....###....", "....###....", ".....#....."}), SignMark::triangle);
    EXPECT_EQ(mark({".....#.....", "....###....", "....###....", "...##.##...", "...##.##...", "..##...##..", "..##...##..", ".##.....##.", "###########"}), SignMark::triangle);
    EXPECT_EQ(mark({"......###......", "...####.####...", ".###.......###.", "##...........##"}), SignMark::arc);
    EXPECT_EQ(mark({"##...........##", ".###.......###.", "...####.####...", "......###......"}), SignMark::arc);
    EXPECT_EQ(mark({".....#.....", "....###....", "...##.##...", "..##...##..", ".##.....##.", "##.......##"}), SignMark::caret);
    EXPECT_EQ(mark({"############", "############"}), SignMark::line);
}

TEST(Outline, IsToldWhoeverDrewIt) {
    Ring circle;
    for (int i = 0; i < 24; ++i) circle.push_back(plane::turned({10, 0}, {}, 15.0 * i));
    EXPECT_EQ(outline_of(circle, 0)->shape, SignShape::circle);
    EXPECT_EQ(outline_of({{0, 0}, {10, 0}, {10, 10}, {0, 10}}, 0)->shape, SignShape::square);
    EXPECT_EQ(outline_of({{0, 0}, {30, 0}, {30, 10}, {0, 10}}, 0)->shape, SignShape::box);
    EXPECT_EQ(outline_of({{0, 0}, {10, 0}, {5, 9}}, 0)->shape, SignShape::triangle_down);
    EXPECT_EQ(outline_of({{0, 9}, {10, 9}, {5, 0}}, 0)->shape, SignShape::triangle_up);
    EXPECT_EQ(outline_of({{0, 5}, {8, 0}, {16, 5}, {8, 10}}, 0)->shape, SignShape::diamond);
    Ring hexagon;
    for (int i = 0; i < 6; ++i) hexagon.push_back(plane::turned({10, 0}, {}, 60.0 * i));
    EXPECT_EQ(outline_of(hexagon, 0)->shape, SignShape::hexagon);
    EXPECT_EQ(outline_of({{0, 4}, {6, 0}, {12, 4}, {12, 12}, {0, 12}}, 0)->shape, SignShape::house);
    EXPECT_FALSE(outline_of({{0, 4}, {6, 0}, {12, 7}, {12, 12}, {0, 12}}, 0)) << "its slopes differ";
    EXPECT_FALSE(outline_of({{0, 0}, {30, 0}, {30, 10}, {15, 10}, {15, 25}, {0, 25}}, 0));
}

TEST(Fractions, AreTakenFromTheTextsOfAPicture) {
    const auto run = [](const std::string& words, double x, double y) {
        TextRun made;
        made.text = words;
        made.box = {x, y, x + 4.0 * static_cast<double>(words.size()), y + 6};
        made.confidence = 0.9;
        return made;
    };
    const auto bar = [](double x, double y, double wide) {
        SheetLine line;
        line.points = {{x, y}, {x + wide, y}};
        return line;
    };
    std::vector<TextRun> runs{run("III", 102, 90), run("70%", 102, 99), run("12", 200, 90), run("GROEN", 300, 90), run("8", 308, 99)};
    const auto found = take_fractions(runs, {bar(99, 97.5, 18), bar(190, 97.5, 40), bar(298, 97.5, 24)});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].shape, SignShape::none);
    ASSERT_EQ(found[0].cells.size(), 2U);
    EXPECT_EQ(found[0].cells[0].text, "III");
    EXPECT_EQ(found[0].cells[1].text, "70%");
    EXPECT_EQ(found[0].cells[1].confidence, 0.9);
    EXPECT_EQ(runs.size(), 3U) << "a number over a line alone is none, nor a word";
}

class PictureMap : public ::testing::Test {
  protected:
    static void fill(Pix& pix, int x, int y, int w, int h, std::uint32_t colour) {
        const BoxHandle box(boxCreate(x, y, w, h));
        pixSetInRectArbitrary(&pix, box.get(), colour);
    }
    static void frame(Pix& pix, int x, int y, int w, int h, int pen) {
        fill(pix, x, y, w, pen, 0x00000000);
        fill(pix, x, y + h - pen, w, pen, 0x00000000);
        fill(pix, x, y, pen, h, 0x00000000);
        fill(pix, x + w - pen, y, pen, h, 0x00000000);
    }
    struct Cut {
        SheetRaster raster;
        Walls walls;
        ColourClasses classes;
        [[nodiscard]] std::vector<MapArea> areas() const { return raster_areas(raster, classes, walls, partition(raster, classes, walls)); }
    };
    /// At 200 dpi.
    static Cut cut(PixHandle pix) {
        Cut made{sheet_raster({std::move(pix), 200, 200}), {}, {}};
        const Components ink = components_of(*made.raster.ink, false);
        made.walls = find_walls(made.raster, ink, std::vector<bool>(ink.list.size(), false), {});
        made.classes = colour_classes(made.raster);
        return made;
    }
    static constexpr std::uint32_t yellow = 0xFFFF0000;
    static constexpr std::uint32_t lilac = 0xCC99DD00;
};

TEST_F(PictureMap, AreasAreFoundByColourAndByTheirLines) {
    // Two fields with a thin border, a thick one inside the first.
    PixHandle pix(pixCreate(1700, 1300, 32));
    pixSetAll(pix.get());
    fill(*pix, 200, 200, 600, 800, yellow);
    fill(*pix, 800, 200, 500, 800, lilac);
    frame(*pix, 200, 200, 603, 800, 3);
    frame(*pix, 800, 200, 500, 800, 3);
    frame(*pix, 350, 400, 300, 300, 9);
    const Cut sheet = cut(std::move(pix));
    EXPECT_EQ(sheet.classes.colours.size(), 3U);
    const std::vector<MapArea> areas = sheet.areas();
    const auto area_of = [&areas](const Rgb& fill) {
        const auto found = std::ranges::find_if(areas, [&fill](const MapArea& area) { return area.style.fill == fill; });
        return found == areas.end() ? 0 : plane::area(found->shape) * (200 / 72.0) * (200 / 72.0);
    };
    // The yellow field goes on under the thick line.
    EXPECT_NEAR(area_of({255, 255, 0}), 600 * 800, 5000);
    EXPECT_NEAR(area_of({204, 153, 221}), 500 * 800, 5000);
    const auto outlined = std::ranges::find_if(areas, [](const MapArea& area) { return !area.style.fill && area.style.edge_width > 2.5; });
    ASSERT_NE(outlined, areas.end());
    EXPECT_NEAR(plane::area(outlined->shape) * (200 / 72.0) * (200 / 72.0), 291 * 291, 2500);
}

TEST_F(PictureMap, ASlantingBorderIsALineAndNotAStaircase) {
    PixHandle pix(pixCreate(1700, 1300, 32));
    pixSetAll(pix.get());
    for (int y = 0; y < 700; ++y) {
        const int x = 300 + y / 9;
        fill(*pix, x - 4, 200 + y, 808, 1, 0x00000000);
        fill(*pix, x, 200 + y, 400, 1, yellow);
        fill(*pix, x + 404, 200 + y, 396, 1, lilac);
    }
    frame(*pix, 200, 100, 1300, 900, 3);
    const std::vector<MapArea> areas = cut(std::move(pix)).areas();
    const auto field = std::ranges::find_if(areas, [](const MapArea& area) { return area.style.fill == Rgb{255, 255, 0}; });
    ASSERT_NE(field, areas.end());
    ASSERT_EQ(field->shape.size(), 1U);
    EXPECT_LE(field->shape[0].outer.size(), 12U);
    EXPECT_NEAR(plane::area(field->shape) * (200 / 72.0) * (200 / 72.0), 404 * 700, 3500);
}

TEST_F(PictureMap, GroundUnderASignIsOfOneFaceUpToTheBroadestLine) {
    // A sign, its outline still there, lies over the broad line between two fields.
    PixHandle pix(pixCreate(1700, 1300, 32));
    pixSetAll(pix.get());
    fill(*pix, 200, 200, 600, 800, yellow);
    fill(*pix, 800, 200, 500, 800, lilac);
    frame(*pix, 200, 200, 1100, 800, 3);
    fill(*pix, 796, 200, 10, 800, 0x00000000);
    frame(*pix, 700, 500, 140, 140, 3);
    Cut sheet = cut(std::move(pix));
    const SheetRaster& raster = sheet.raster;
    for (int row = 500 / raster.block; row < 640 / raster.block; ++row) {
        for (int column = 700 / raster.block; column < 840 / raster.block; ++column) sheet.classes.blocks[static_cast<std::size_t>(row * raster.columns + column)] = ColourClasses::unknown;
    }
    const Partition faces = partition(raster, sheet.classes, sheet.walls);
    const auto at = [&](int x, int y) { return faces.at(x / raster.block, y / raster.block); };
    EXPECT_EQ(at(750, 570), at(400, 400));
    EXPECT_EQ(at(785, 570), at(400, 400)) << "beside the broad line";
    EXPECT_EQ(at(825, 570), at(1000, 400));
}

/// Three grounds with borders of 3 pixels, two of them yellow; a bouwvlak with a broad line and houses with a fine one.
class Grounds : public PictureMap {
  protected:
    Grounds() : pix_(pixCreate(1700, 1300, 32)) {
        pixSetAll(pix_.get());
        fill(*pix_, 200, 200, 1200, 400, lilac);
        fill(*pix_, 200, 600, 1200, 400, yellow);
        frame(*pix_, 200, 200, 1200, 403, 3);
        frame(*pix_, 200, 600, 1200, 400, 3);
        fill(*pix_, 800, 600, 3, 400, 0x00000000);
        frame(*pix_, 850, 700, 300, 200, 9);
        for (int i = 0; i < 6; ++i) frame(*pix_, 300 + 80 * i, 300, 60, 200, 1);
    }
    /// Yellow fields, in pixels.
    std::vector<double> yellow_fields(const std::vector<GroundLetters>& letters) {
        const SheetRaster raster = sheet_raster({std::move(pix_), 200, 200});
        const Components ink = components_of(*raster.ink, false);
        const Walls walls = find_walls(raster, ink, std::vector<bool>(ink.list.size(), false), {});
        const ColourClasses classes = colour_classes(raster);
        std::vector<double> sizes;
        for (const MapArea& area : raster_areas(raster, classes, walls, partition(raster, classes, walls), letters)) {
            if (area.style.fill == Rgb{255, 255, 0}) sizes.push_back(plane::area(area.shape) * (200 / 72.0) * (200 / 72.0));
        }
        return sizes;
    }
    static GroundLetters letters(const std::string& text, double x, double y) { return {text, {x * 0.36, y * 0.36}}; }
    PixHandle pix_;
};

TEST_F(Grounds, OfOneColourArePartedByALineAsBetweenOthers) {
    const std::vector<double> found = yellow_fields({});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_NEAR(found[0], 600 * 400, 4000);
    EXPECT_NEAR(found[1], 600 * 400, 4000);
}

TEST_F(Grounds, WithTwoLettersArePartedAlsoWhereAPaleLineHidesMostOfTheBorder) {
    fill(*pix_, 798, 650, 8, 250, 0xD8D89000);
    PixHandle again(pixCopy(nullptr, pix_.get()));
    EXPECT_EQ(yellow_fields({}).size(), 1U);
    pix_ = std::move(again);
    const std::vector<double> found = yellow_fields({letters("W1", 400, 800), letters("W2", 1300, 950)});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_NEAR(found[0], 600 * 400, 5000);
}

TEST(ColourClasses, NearTintsAreTwoWhereThePictureHasNoGrain) {
    const auto classes_with = [](int grain) {
        PixHandle pix(pixCreate(600, 600, 32));
        unsigned state = 7;
        for (int y = 0; y < 600; ++y) {
            for (int x = 0; x < 600; ++x) {
                state = state * 1664525U + 1013904223U;
                const int off = grain == 0 ? 0 : static_cast<int>(state >> 16U) % (2 * grain + 1) - grain;
                const int value = std::min(255, (x < 300 ? 255 : 239) + off);
                pixSetRGBPixel(pix.get(), x, y, value, value, std::max(0, value - (x < 300 ? 0 : 6)));
            }
        }
        return colour_classes(sheet_raster({std::move(pix), 200, 200})).colours.size();
    };
    EXPECT_EQ(classes_with(0), 2U);
    EXPECT_EQ(classes_with(24), 1U);
}

/// Three faces in a row: 1 and 2 with a line between them for most of the way, 2 and 3 for a little.
TEST(PartByLetters, PartsWhereMostOfTheLineIsDrawn) {
    Partition partition;
    partition.faces.assign(4, {});
    partition.borders[{1, 2}] = {100, 80, 0, 80};
    partition.borders[{2, 3}] = {100, 10, 0, 10};
    const auto solid = [](const Border& border) { return static_cast<double>(border.solid); };
    const auto parts = part_by_letters(partition, {1, 2, 3}, {{1, "M1"}, {3, "M2"}}, solid);
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].faces, (std::vector<std::uint32_t>{1}));
    EXPECT_EQ(parts[1].faces, (std::vector<std::uint32_t>{2, 3}));
    EXPECT_NEAR(parts[0].open, 0.2, 1e-9);
    EXPECT_TRUE(part_by_letters(partition, {1, 2, 3}, {{1, "M1"}, {3, "M1"}}, solid).empty());
}

/// Two rows of two faces: a line between the rows with a gap, none between the faces of a row.
TEST(PartByLines, PartsAlongALineThatIsNearlyWhole) {
    Partition partition;
    partition.faces.assign(5, {});
    partition.borders[{1, 2}] = {60, 0, 0, 0};
    partition.borders[{3, 4}] = {60, 0, 0, 0};
    partition.borders[{1, 3}] = {100, 100, 0, 100};
    partition.borders[{2, 4}] = {50, 20, 0, 20};
    const auto solid = [](const Border& border) { return static_cast<double>(border.solid); };
    using Parts = std::vector<std::vector<std::uint32_t>>;
    Parts grounds = part_by_lines(partition, {1, 2, 3, 4}, solid, 80);
    std::ranges::sort(grounds);
    EXPECT_EQ(grounds, (Parts{{1, 2}, {3, 4}}));
    EXPECT_EQ(part_by_lines(partition, {1, 2, 3, 4}, solid, 200).size(), 1U) << "too short a line";
    partition.borders[{2, 4}] = {200, 20, 0, 20};
    EXPECT_EQ(part_by_lines(partition, {1, 2, 3, 4}, solid, 80).size(), 1U) << "too wide a gap";
}

TEST(LineWidths, LevelsLieBetweenTheHeapsBesideThem) {
    Partition partition;
    partition.faces.assign(7, {});
    const auto drawn = [](long length, double width) { return Border{length, length, 0, width * static_cast<double>(length)}; };
    partition.borders[{1, 2}] = drawn(4000, 1.4);
    partition.borders[{2, 3}] = drawn(2000, 2.4);
    partition.borders[{3, 4}] = drawn(1000, 7.0);
    partition.borders[{4, 5}] = drawn(22, 2.07);  // a short piece of the line of 2.4
    const LineWidths widths(partition, 100);
    ASSERT_EQ(widths.levels().size(), 2U);
    EXPECT_NEAR(widths.levels()[0], 4.1, 0.3);
    EXPECT_NEAR(widths.levels()[1], 1.84, 0.1);
}

TEST_F(PictureMap, APageOfTextIsNotEvenLookedAt) {
    PixHandle page(pixCreate(1654, 2339, 32));
    pixSetAll(page.get());
    EXPECT_FALSE(may_be_map({std::move(page), 200, 200}, 200));
    PixHandle coloured(pixCreate(1654, 2339, 32));
    pixSetAll(coloured.get());
    fill(*coloured, 200, 200, 1200, 900, yellow);
    EXPECT_TRUE(may_be_map({std::move(coloured), 200, 200}, 200));
}

TEST_F(PictureMap, ASmallSheetIsALargeDrawingWithLittleText) {
    const auto small_map = [](int letters, int margin) {
        PixHandle page(pixCreate(1654, 2339, 32));
        pixSetAll(page.get());
        frame(*page, margin, margin, 1654 - 2 * margin, 2339 - 2 * margin, 4);
        for (int i = 0; i < letters; ++i) frame(*page, 200 + 12 * (i % 60), 200 + 30 * (i / 60), 9, 12, 2);
        return may_be_small_map({std::move(page), 200, 200});
    };
    EXPECT_TRUE(small_map(300, 100));
    EXPECT_FALSE(small_map(2000, 100));  // a page of rules in a frame
    EXPECT_FALSE(small_map(300, 0));     // the dark edge of a scan
    EXPECT_FALSE(small_map(300, 820));   // a title page with a coat of arms
}

TEST_F(PictureMap, TheResolutionIsToldByLettersAndPaperWhereTheFileDoesNot) {
    const auto believed = [](int width, int height, int letter, double told) {
        PixHandle pix(pixCreate(width, height, 32));
        pixSetAll(pix.get());
        for (int i = 0; i < 40; ++i) frame(*pix, 100 + i * letter, 100, 3 * letter / 4, letter, std::max(1, letter / 6));
        return believed_dpi({std::move(pix), told, told});
    };
    EXPECT_EQ(believed(3508, 2480, 16, 0), 300);  // A4
    EXPECT_EQ(believed(3508, 2480, 8, 0), 150);   // as large in pixels, but A3
    EXPECT_EQ(believed(2100, 1900, 11, 0), 200);  // cut from a sheet
    EXPECT_EQ(believed(9362, 4677, 14, 0), 200);  // as long as A0, as wide as A2
    EXPECT_EQ(believed(8268, 4677, 14, 0), 200);  // from a roll as wide as A2
    EXPECT_EQ(believed(3508, 2480, 16, 72), 300); // a program that did not know
    EXPECT_EQ(believed(1684, 1190, 5, 72), 72);   // really so
    EXPECT_EQ(believed(3508, 2480, 8, 240), 240); // what a scanner says is believed
    PixHandle blank(pixCreate(900, 900, 32));
    pixSetAll(blank.get());
    EXPECT_EQ(believed_dpi({std::move(blank), 0, 0}), 300);
}

}  // namespace
}  // namespace planlezer
