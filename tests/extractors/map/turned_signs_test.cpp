#include "extractors/map/raster/turned_signs.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <string>
#include <utility>
#include <variant>

#include "tests/extractors/support/vector_sheet.hpp"

namespace planlezer {
namespace {

using namespace planlezer::testing;

/// Goothoogte over bouwhoogte in a divided circle, turned counter-clockwise.
std::string divided_circle(double x, double y, double degrees, const std::string& upper, const std::string& lower) {
    const double radians = degrees * std::numbers::pi / 180;
    const std::string cosine = number(std::cos(radians));
    const std::string sine = number(std::sin(radians));
    return "q " + cosine + " " + sine + " " + number(-std::sin(radians)) + " " + cosine + " " + number(x) + " " + number(y) + " cm 0.6 w " + circle(0, 0, 14) + "-14 0 m 14 0 l S\n" +
           arc_over(0, 8.6) + text(-2.2, 2, 8, upper) + triangle_over(0, -4.6) + text(-2.2, -11.5, 8, lower) + "Q\n";
}

RasterSigns signs_of(const std::string& content) {
    PdfDocument::initialise();
    auto opened = PdfDocument::open(mapped(pdf_file({{content}, "", nullptr})));
    const SheetRaster raster = sheet_raster(std::move(*std::get<PdfDocument>(opened).render_colour(1, 300)));
    Components ink = components_of(*raster.ink, false);
    std::vector<bool> used(ink.list.size(), false);
    LetterVote vote;
    RasterSigns found = raster_signs(raster, ink, used, vote, engine());
    read_turned_signs(found, raster, vote, engine());
    return found;
}

TEST(TurnedSigns, AreReadAsIfTheyStoodUpright) {
    const RasterSigns found = signs_of(divided_circle(100, 700, 0, "4", "7") + divided_circle(200, 600, 33, "3", "8") + divided_circle(300, 500, -60, "4", "7"));
    ASSERT_EQ(found.signs.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        const MapSign& sign = found.signs[i];
        ASSERT_EQ(sign.cells.size(), 2U) << i;
        EXPECT_EQ(sign.cells[0].above, SignMark::arc) << i;
        EXPECT_EQ(sign.cells[1].above, SignMark::triangle) << i;
    }
    EXPECT_EQ(found.signs[0].angle, 0);
    EXPECT_NEAR(found.signs[1].angle, 33, 3);
    EXPECT_EQ(found.signs[1].cells[0].text, "3");
    EXPECT_EQ(found.signs[1].cells[1].text, "8");
    EXPECT_NEAR(found.signs[2].angle, -60, 3);
    EXPECT_EQ(found.signs[2].cells[0].text, "4");
    EXPECT_EQ(found.signs[2].cells[1].text, "7");
}

TEST(TurnedSigns, AreDoubtedWhereNoLevelSignTellsWhichSideIsUp) {
    const RasterSigns found = signs_of(divided_circle(200, 600, 33, "3", "8"));
    ASSERT_EQ(found.signs.size(), 1U);
    EXPECT_NE(found.signs[0].angle, 0);
    ASSERT_EQ(found.signs[0].cells.size(), 2U);
    for (const SignCell& cell : found.signs[0].cells) EXPECT_LE(cell.confidence, 0.4);
}

TEST(TurnedSigns, WhoseNumbersNobodyCanReadStayAsTheyAre) {
    const RasterSigns found = signs_of(divided_circle(200, 600, 33, "a", "k"));
    for (const MapSign& sign : found.signs) EXPECT_EQ(sign.angle, 0);
}

}  // namespace
}  // namespace planlezer
