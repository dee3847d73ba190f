#include "extractors/map/raster/sheet_glyphs.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "extractors/map/north_arrow.hpp"
#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/digit_range.hpp"
#include "extractors/map/raster/known_outlines.hpp"
#include "extractors/map/raster/mark_glyphs.hpp"
#include "extractors/map/raster/sign_layouts.hpp"
#include "extractors/map/raster/sign_siblings.hpp"
#include "extractors/map/raster/sign_writing.hpp"

namespace planlezer {
namespace {

using Art = std::vector<std::string>;

const Art one{"..##..", ".###..", "####..", "..##..", "..##..", "..##..", "..##..", "..##..", "..##..", "######"};
const Art zero{"..###..", ".##.##.", "##...##", "##...##", "##...##", "##...##", "##...##", "##...##", ".##.##.", "..###.."};
const Art seven{"#######", "#######", "....##.", "....##.", "...##..", "...##..", "..##...", "..##...", ".##....", ".##...."};

/// A sheet to draw on, 240 by 120 pixels at 150 dots an inch.
class Paper {
  public:
    Paper() : pix_(pixCreate(240, 120, 8)) { pixSetAll(pix_.get()); }
    void dot(int x, int y) { pixSetPixel(pix_.get(), x, y, 0); }
    void letter(const Art& art, int x, int y) {
        for (std::size_t row = 0; row < art.size(); ++row) {
            for (std::size_t column = 0; column < art[row].size(); ++column) {
                if (art[row][column] == '#') dot(x + static_cast<int>(column), y + static_cast<int>(row));
            }
        }
    }
    void slant(int x, int y, int length) {
        for (int i = 0; i < length; ++i) dot(x + i, y - i);
    }
    void square(int x, int y, int side) {
        for (int i = 0; i <= side; ++i) {
            for (int w = 0; w < 2; ++w) {
                dot(x + i, y + w);
                dot(x + i, y + side + w);
                dot(x + w, y + i);
                dot(x + side + w, y + i);
            }
        }
    }
    [[nodiscard]] SheetRaster raster() const {
        PageImage image;
        image.pixels.reset(pixCopy(nullptr, pix_.get()));
        image.x_dpi = image.y_dpi = 150;
        return sheet_raster(std::move(image));
    }

  private:
    PixHandle pix_;
};

/// What stands between two columns, as one line of letters.
LetterLine line_in(const Components& ink, int x0, int x1) {
    std::vector<const Component*> letters;
    for (const Component& piece : ink.list) {
        if (piece.box.x0 >= x0 && piece.box.x1 <= x1) letters.push_back(&piece);
    }
    return letter_line(letters, ink);
}

TEST(SheetGlyphs, AreFoundAgainWhereHatchingRunsThroughThem) {
    Paper paper;
    paper.letter(one, 10, 20);
    paper.letter(zero, 19, 20);
    paper.letter(seven, 29, 20);
    paper.letter(seven, 120, 50);
    paper.letter(one, 130, 50);
    for (int x = 100; x < 160; x += 9) paper.slant(x, 70, 30);
    const SheetRaster raster = paper.raster();
    const Components ink = components_of(*raster.ink, false);
    SheetGlyphs glyphs;
    glyphs.learn(raster, line_in(ink, 5, 40), "107");
    ASSERT_EQ(glyphs.heights(), std::vector<double>{10});

    const Darkness dark(raster, {90, 30, 180, 80}, 3);
    const auto row = glyphs.read(dark, {105, 150, 46, 54, 10});
    ASSERT_TRUE(row);
    EXPECT_EQ(row->text, "71");
    EXPECT_EQ(row->box.x0, 120);
    EXPECT_NEAR(row->box.y0, 50, 1);
    EXPECT_LT(row->missing, 0.1);
}

TEST(SheetGlyphs, FindNoDigitsInHatchingAlone) {
    Paper paper;
    paper.letter(one, 10, 20);
    paper.letter(zero, 19, 20);
    for (int x = 100; x < 160; x += 9) paper.slant(x, 70, 30);
    const SheetRaster raster = paper.raster();
    SheetGlyphs glyphs;
    glyphs.learn(raster, line_in(components_of(*raster.ink, false), 5, 40), "10");
    EXPECT_FALSE(glyphs.read(Darkness(raster, {90, 30, 180, 80}, 3), {105, 150, 46, 54, 10}));
}

TEST(SheetGlyphs, AreDrawnAtAnotherSize) {
    InkGlyph glyph{'1', 4, 12, -1, -1, 10, 0, {}};
    for (int i = 0; i < 48; ++i) glyph.dark.push_back(i % 4 == 1 || i % 4 == 2 ? 255 : 0);
    const InkGlyph larger = resized(glyph, 20);
    EXPECT_EQ(larger.row, 20);
    EXPECT_EQ(larger.height, 24);
    EXPECT_EQ(larger.left, -2);
    EXPECT_NEAR(larger.ink, 4 * 24, 10);
}

/// The letters of the sheet stand at its top.
Paper with_letters() {
    Paper paper;
    paper.letter(one, 10, 20);
    paper.letter(zero, 19, 20);
    paper.letter(seven, 29, 20);
    return paper;
}

/// Between two columns in the middle of the sheet.
std::optional<DigitRange> range_at(const Paper& paper, int left, int right) {
    const SheetRaster raster = paper.raster();
    SheetGlyphs glyphs;
    glyphs.learn(raster, line_in(components_of(*raster.ink, false), 5, 40), "107");
    return find_digit_range(glyphs, Darkness(raster, {90, 30, 230, 90}, 3), {left, right, 46, 56, 10});
}

TEST(DigitRange, IsTwoNumbersWithADashBetween) {
    Paper paper = with_letters();
    paper.letter(seven, 110, 52);
    for (int x = 120; x < 124; ++x) paper.dot(x, 56);
    paper.letter(one, 128, 50);
    paper.letter(zero, 137, 50);
    paper.letter(seven, 190, 50);
    paper.letter(one, 200, 50);
    for (int x = 100; x < 160; x += 13) paper.slant(x, 75, 40);
    const auto range = range_at(paper, 104, 150);
    ASSERT_TRUE(range);
    EXPECT_EQ(range->least.text, "7");
    EXPECT_EQ(range->most.text, "10");
    EXPECT_FALSE(range_at(paper, 184, 214));
}

TEST(DigitRange, BeginsWithTheLeast) {
    Paper paper = with_letters();
    paper.letter(one, 110, 50);
    paper.letter(zero, 119, 50);
    for (int x = 130; x < 134; ++x) paper.dot(x, 56);
    paper.letter(seven, 138, 50);
    EXPECT_FALSE(range_at(paper, 104, 150));
}

TEST(WrittenRows, ThePieceOfABrokenDigitIsNoMark) {
    const Art flag{"###..."};
    const Art rest{"#.....", "#.....", "####..", "....#.", ".....#", ".....#", ".....#", "....#.", "####.."};
    const Art mark{"###########", ".#.......#.", "..#.....#..", "...#...#...", "....#.#....", ".....#....."};
    Paper paper;
    paper.letter(flag, 20, 18);
    paper.letter(rest, 20, 20);
    paper.letter(mark, 98, 12);
    paper.letter(rest, 100, 20);
    const SheetRaster raster = paper.raster();
    const Components ink = components_of(*raster.ink, false);
    const auto written = [&](int x0, int x1) {
        std::vector<const Component*> letters;
        for (const Component& piece : ink.list) {
            if (piece.box.x0 >= x0 && piece.box.x1 <= x1) letters.push_back(&piece);
        }
        return written_rows(letters, ink);
    };
    const std::vector<Written> broken = written(10, 60);
    ASSERT_EQ(broken.size(), 1U);
    EXPECT_EQ(broken[0].letters.size(), 2U);
    EXPECT_TRUE(broken[0].marks.empty());
    const std::vector<Written> marked = written(90, 130);
    ASSERT_EQ(marked.size(), 1U);
    EXPECT_EQ(marked[0].letters.size(), 1U);
    EXPECT_EQ(marked[0].marks.size(), 1U);
}

TEST(NorthArrow, StandsOnNoBestemming) {
    SheetParts parts;
    const auto letter = [&parts](double x, double y) {
        TextRun run;
        run.text = "N";
        run.box = {x, y, x + 8, y + 10};
        run.size = 10;
        parts.runs.push_back(run);
        parts.lines.emplace_back().points = {{x + 4, y + 50}, {x + 4, y + 12}};
    };
    letter(300, 300);
    MapArea ground;
    ground.style.fill = Rgb{40, 200, 70};
    ground.shape = {Polygon{{{200, 200}, {500, 200}, {500, 500}, {200, 500}}, {}}};
    parts.areas.push_back(ground);
    EXPECT_FALSE(north_arrow(parts, {}));
    letter(700, 300);
    const auto arrow = north_arrow(parts, {});
    ASSERT_TRUE(arrow);
    EXPECT_GT(arrow->box.x0, 690);
    EXPECT_NEAR(arrow->angle, 0, 0.1);
}

/// Two fields over one another in a square of 40 pixels.
SignPlace place_at(double x, double y) {
    const auto px = static_cast<int>(x);
    const auto py = static_cast<int>(y);
    return {SignShape::square, {x, y}, 40, {{px - 18, py - 18, px + 18, py - 1}, {px - 18, py + 2, px + 18, py + 18}}};
}

TEST(SignLayouts, AreKnownAgainByTheirDividingLines) {
    Paper paper;
    for (int x = 30; x < 70; ++x) paper.dot(x, 50);
    const SheetRaster raster = paper.raster();
    SignLayouts layouts;
    layouts.learn(place_at(150, 50), 1, {55, 10}, 150, false);
    SignPlace crossed{SignShape::square, {50, 50}, 40, {{32, 32, 68, 49}, {32, 52, 50, 68}, {51, 52, 68, 60}}};
    const auto known = layouts.layout_at(crossed, raster);
    ASSERT_TRUE(known);
    EXPECT_EQ(known->parts.size(), 2U);
    EXPECT_EQ(known->spots[1].tops, std::vector<double>{5});
    // No line runs through this one: it is divided as it seems to be.
    SignPlace whole{SignShape::square, {150, 50}, 40, {{132, 32, 168, 68}}};
    const auto own = layouts.layout_at(whole, raster);
    ASSERT_TRUE(own);
    EXPECT_EQ(own->parts.size(), 1U);
    EXPECT_TRUE(own->spots[0].tops.empty());
}

TEST(KnownCircles, AreFoundWhereBordersCutThem) {
    Paper paper;
    for (int i = 0; i < 720; ++i) {
        const double a = i * std::numbers::pi / 360;
        if (i % 90 > 8) paper.dot(60 + static_cast<int>(std::floor(30 * std::cos(a))), 60 + static_cast<int>(std::floor(30 * std::sin(a))));
    }
    paper.slant(30, 100, 90);
    for (int x = 110; x < 220; x += 9) paper.slant(x, 100, 30);
    const SheetRaster raster = paper.raster();
    const std::vector<KnownOutline> found = find_known_outlines(raster, SignShape::circle, {58}, {});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NEAR(found[0].centre.x, 60, 1);
    EXPECT_NEAR(found[0].centre.y, 60, 1);
    EXPECT_EQ(found[0].side, 58);
    EXPECT_TRUE(find_known_outlines(raster, SignShape::circle, {58}, {{61, 59}}).empty());
    EXPECT_TRUE(find_known_outlines(raster, SignShape::circle, {44}, {}).empty());
}

TEST(KnownSquares, AreFoundWhereHatchingBrokeThemAndTheSquareAroundThemToo) {
    Paper paper;
    const auto square = [&paper](int x, int y, int half) {
        for (int i = -half; i <= half; ++i) {
            if (i % 20 > 3 || i % 20 < -3) {
                paper.dot(x + i, y - half);
                paper.dot(x - half, y + i);
            }
            paper.dot(x + i, y + half);
            paper.dot(x + half, y + i);
        }
    };
    square(60, 60, 20);
    square(60, 60, 28);
    square(150, 60, 20);
    for (int i = 0; i < 60; ++i) {  // a longer box of that height
        paper.dot(180 + i, 10);
        paper.dot(180 + i, 50);
    }
    for (int i = 10; i <= 50; ++i) {
        paper.dot(180, i);
        if (i % 5 < 2) paper.dot(220, i);  // a letter within it
    }
    for (int x = 20; x < 220; x += 12) paper.slant(x, 100, 40);
    const SheetRaster raster = paper.raster();
    const std::vector<KnownOutline> found = find_known_outlines(raster, SignShape::square, {38}, {});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_NEAR(found[0].centre.x + found[1].centre.x, 211, 2);
    EXPECT_TRUE(is_square_drawn(raster, {60, 60}, 54));
    EXPECT_FALSE(is_square_drawn(raster, {150, 60}, 54));
}

TEST(MarkGlyphs, AreToldAsTheSheetShowsThem) {
    const Art tip_down{"##########", ".#......#.", ".#......#.", "..#....#..", "..#....#..", "...#..#...", "...#..#...", "....##...."};
    const Art bow{"...####...", ".##....##.", "#........#"};
    Paper paper;
    paper.letter(tip_down, 20, 10);
    paper.letter(seven, 22, 20);
    paper.letter(bow, 60, 12);
    paper.letter(seven, 62, 20);
    paper.letter(tip_down, 120, 50);
    paper.letter(zero, 122, 60);
    paper.slant(110, 75, 40);
    const SheetRaster raster = paper.raster();
    const Darkness dark(raster, {0, 0, 240, 120}, 3);
    const PixelBox digits{122, 60, 129, 70};
    MarkGlyphs marks;
    // Drawn as offices do: found, but not surely.
    EXPECT_EQ(marks.at(digits, dark, true, 9).mark, SignMark::triangle);
    EXPECT_EQ(marks.at(digits, dark, true, 9).margin, 0);
    marks.learn(dark, {SignMark::triangle, true, 0.95, {20, 10, 30, 18}}, {20, 10}, 25, 0);
    marks.learn(dark, {SignMark::arc, true, 0.95, {60, 12, 70, 15}}, {20, 10}, 65, 1);
    EXPECT_EQ(marks.at(digits, dark, true, 9).mark, SignMark::triangle);
    EXPECT_GT(marks.at(digits, dark, true, 9).margin, 0.2);
    EXPECT_EQ(marks.at({62, 20, 69, 30}, dark, true, 9).mark, SignMark::arc);
    EXPECT_EQ(marks.at({22, 90, 29, 100}, dark, true, 9).mark, SignMark::none);
}

TEST(SignSiblings, ReadAgainWhatWasReadWithDoubt) {
    Paper paper;
    for (const int x : {20, 80}) {
        paper.square(x, 20, 40);
        paper.letter(one, x + 13, 36);
        paper.letter(zero, x + 22, 36);
    }
    paper.slant(85, 52, 26);
    const SheetRaster raster = paper.raster();
    const Components ink = components_of(*raster.ink, false);
    const auto points = [&raster](double x0, double y0, double x1, double y1) {
        return Box{x0 * raster.x_points, y0 * raster.y_points, x1 * raster.x_points, y1 * raster.y_points};
    };
    RasterSigns found;
    for (const int x : {20, 80}) {
        MapSign sign;
        sign.shape = SignShape::square;
        sign.box = points(x, 20, x + 42, 62);
        sign.cells.push_back({0, 0, points(x + 13, 36, x + 29, 46), x == 20 ? "10" : "7o", SignMark::none, SignMark::none, x == 20 ? 0.98 : 0.4, ""});
        found.signs.push_back(sign);
        found.places.push_back({SignShape::square, {x + 21.0, 41}, 38, {{x + 2, 22, x + 40, 60}}});
    }
    SignNumber number;
    number.line = line_in(ink, 30, 52);
    found.numbers.push_back(number);
    OcrEngine engine("");
    RasterSigns in_legend = found;
    EXPECT_TRUE(reread_by_siblings(in_legend, {points(135, 36, 200, 48)}, raster, engine).empty());
    EXPECT_EQ(in_legend.signs[1].cells[0].text, "7o");
    EXPECT_TRUE(reread_by_siblings(found, {}, raster, engine).empty());
    ASSERT_EQ(found.signs.size(), 2U);
    EXPECT_EQ(found.signs[0].cells[0].text, "10");
    EXPECT_EQ(found.signs[0].cells[0].confidence, 0.98);
    ASSERT_EQ(found.signs[1].cells.size(), 1U);
    EXPECT_EQ(found.signs[1].cells[0].text, "10");
    EXPECT_LT(found.signs[1].cells[0].confidence, 0.98);
}

TEST(SignSiblings, KeepTheLetterThatSaysWhatATriangleCounts) {
    Paper paper;
    for (const int x : {20, 80}) {
        paper.square(x, 20, 40);
        paper.letter(one, x + 13, 46);
        paper.letter(zero, x + 22, 46);
    }
    const SheetRaster raster = paper.raster();
    const Components ink = components_of(*raster.ink, false);
    const auto points = [&raster](double x0, double y0, double x1, double y1) {
        return Box{x0 * raster.x_points, y0 * raster.y_points, x1 * raster.x_points, y1 * raster.y_points};
    };
    RasterSigns found;
    for (const int x : {20, 80}) {
        MapSign sign;
        sign.shape = SignShape::triangle_up;
        sign.box = points(x, 20, x + 42, 62);
        sign.cells.push_back({0, 0, points(x + 16, 28, x + 24, 36), "m", SignMark::none, SignMark::none, 0.98, ""});
        sign.cells.push_back({1, 0, points(x + 13, 46, x + 29, 56), x == 20 ? "10" : "7o", SignMark::none, SignMark::none, x == 20 ? 0.98 : 0.4, ""});
        found.signs.push_back(sign);
        found.places.push_back({SignShape::triangle_up, {x + 21.0, 41}, 38, {{x + 2, 22, x + 40, 60}}});
    }
    SignNumber number;
    number.cell = 1;
    number.line = line_in(ink, 30, 52);
    found.numbers.push_back(number);
    OcrEngine engine("");
    EXPECT_TRUE(reread_by_siblings(found, {}, raster, engine).empty());
    for (const MapSign& sign : found.signs) {
        ASSERT_EQ(sign.cells.size(), 2U);
        EXPECT_EQ(sign.cells[0].text, "m");
        EXPECT_EQ(sign.cells[1].text, "10");
        EXPECT_EQ(sign.cells[1].row, 1);
    }
}

TEST(SignSiblings, FindASquareAroundASquareThatTheFirstLookMissed) {
    Paper paper;
    for (const int x : {30, 120}) {
        paper.square(x, 30, 40);
        paper.square(x - 10, 20, 60);
        paper.letter(one, x + 13, 46);
        paper.letter(zero, x + 22, 46);
    }
    const SheetRaster raster = paper.raster();
    const Components ink = components_of(*raster.ink, false);
    const auto points = [&raster](double x0, double y0, double x1, double y1) {
        return Box{x0 * raster.x_points, y0 * raster.y_points, x1 * raster.x_points, y1 * raster.y_points};
    };
    RasterSigns found;
    MapSign sign;
    sign.shape = SignShape::double_square;
    sign.box = points(20, 20, 82, 82);
    sign.cells.push_back({0, 0, points(43, 46, 59, 56), "10", SignMark::none, SignMark::none, 0.98, ""});
    found.signs.push_back(sign);
    found.places.push_back({SignShape::square, {51, 51}, 38, {{32, 32, 70, 70}}});
    SignNumber number;
    number.line = line_in(ink, 40, 62);
    found.numbers.push_back(number);
    OcrEngine engine("");
    EXPECT_EQ(reread_by_siblings(found, {}, raster, engine).size(), 1U);
    ASSERT_EQ(found.signs.size(), 2U);
    EXPECT_EQ(found.signs[1].shape, SignShape::double_square);
    ASSERT_EQ(found.signs[1].cells.size(), 1U);
    EXPECT_EQ(found.signs[1].cells[0].text, "10");
    EXPECT_NEAR(found.signs[1].box.x0 / raster.x_points, 110, 3);
    EXPECT_TRUE(found.signs[1].crossed) << "why the first look missed it may hide a leader line too";
}

}  // namespace
}  // namespace planlezer
