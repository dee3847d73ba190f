#include "extractors/map/raster/label_leaders.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/hatch_lines.hpp"
#include "extractors/map/raster/percent_signs.hpp"
#include "tests/extractors/support/paper.hpp"

namespace planlezer {
namespace {

using test::Paper;

constexpr double point = 72.0 / 200;  // of a pixel

/// The leaders of a text at pixels 300-420, 590-610.
std::vector<SheetLine> leaders(Paper& paper, const std::string& text) {
    const SheetRaster raster = paper.raster();
    TextRun run;
    run.text = text;
    run.box = {300 * point, 590 * point, 420 * point, 610 * point};
    SheetParts parts;
    parts.runs = {run};
    return label_leaders(raster, thin_strokes(raster).strokes, parts);
}

TEST(LabelLeaders, LeadFromATextWithANumberToTheirDot) {
    Paper paper;
    paper.line({425, 600}, {700, 640}, 2, 0);
    paper.dot({700, 640}, 5);
    paper.line({440, 400}, {470, 900}, 8, 0);  // the border of the bouwvlak
    const std::vector<SheetLine> found = leaders(paper, "goot 6 m");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_NEAR(found[0].points[0].x, 425 * point, 2);
    EXPECT_NEAR(found[0].points[1].x, 700 * point, 2);
    EXPECT_NEAR(found[0].points[1].y, 640 * point, 2);
    EXPECT_TRUE(found[1].filled);
    Paper again;
    again.line({425, 600}, {700, 640}, 2, 0);
    again.dot({700, 640}, 5);
    EXPECT_TRUE(leaders(again, "Dorpsstraat").empty());
}

TEST(LabelLeaders, AreNoLinesThatStopAtABorderOrInTheOpen) {
    Paper open;
    open.line({425, 600}, {700, 640}, 2, 0);
    EXPECT_TRUE(leaders(open, "goot 6 m").empty());
    Paper border;
    border.line({425, 600}, {700, 640}, 2, 0);
    border.line({690, 500}, {710, 780}, 6, 0);
    EXPECT_TRUE(leaders(border, "goot 6 m").empty());
    Paper slanted;  // the line meets the border at a small angle
    slanted.line({425, 600}, {700, 640}, 2, 0);
    slanted.line({560, 560}, {860, 730}, 6, 0);
    EXPECT_TRUE(leaders(slanted, "goot 6 m").empty());
    Paper grey;  // the topography beneath
    grey.line({425, 600}, {700, 640}, 2, 170);
    grey.dot({700, 640}, 5);
    EXPECT_TRUE(leaders(grey, "goot 6 m").empty());
}

TEST(LabelLeaders, AreLookedForWhereAShortTextSaysAValue) {
    const auto has = [](const std::string& text) {
        TextRun run;
        run.text = text;
        return has_values_in_words({run});
    };
    for (const char* value : {"goot 6 m", "h=9,5", "bp 90%"}) EXPECT_TRUE(has(value)) << value;
    for (const char* other : {"142800 m", "W-a", "1 : 500", "Dorpsstraat", "goothoogte ten hoogste 6 m"}) EXPECT_FALSE(has(other)) << other;
}

TEST(PercentSigns, AreASlantedStrokeBetweenTwoRings) {
    const auto signs_in = [](const std::vector<std::string>& rows) {
        PixHandle pix(pixCreate(static_cast<int>(rows[0].size()), static_cast<int>(rows.size()), 8));
        pixSetAll(pix.get());
        for (std::size_t y = 0; y < rows.size(); ++y) {
            for (std::size_t x = 0; x < rows[y].size(); ++x) {
                if (rows[y][x] == '#') pixSetPixel(pix.get(), static_cast<int>(x), static_cast<int>(y), 0);
            }
        }
        const SheetRaster raster = sheet_raster({std::move(pix), 200, 200});
        const Components ink = components_of(*raster.ink, false);
        return find_percent_signs(raster, ink, std::vector<bool>(ink.list.size(), false)).size();
    };
    EXPECT_EQ(signs_in({"..###......#...", ".##.##....##...", "##...#....#....", "##...#...#.....", "#....#..##.....", ".##.##.##......", "..###..#.......",
                        "......#...###..", ".....##..#####.", "....##..##...##", "....#...#...##.", "...#....#...##.", "..##....##..##.", ".##......####.."}), 1U);
    // "o/o": both rings stand on the line.
    EXPECT_EQ(signs_in({"...........#........", "..........##........", "..........#.........", ".........#..........", "........##..........", ".......##...........",
                        ".......#.....###....", "..###..#....#####...", ".#####.#...##...##..", "##...##....#...##...", "#...##.....#...##...", "#...##.....##..##...", "##.##.......####....",
                        ".###................"}), 0U);
}

}  // namespace
}  // namespace planlezer
