// Lines that lead from a sign to what it stands for.
#include "extractors/map/pdf_map.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "extractors/map/plane.hpp"
#include "tests/extractors/support/vector_sheet.hpp"

namespace planlezer {
namespace {

using namespace planlezer::testing;

using VectorMapLeaders = VectorMap;

TEST_F(VectorMapLeaders, ALetterOverAGreyHouseIsNoSignAndHidesNoLeader) {
    const std::string house = "0.6 G 0.3 w 250 320 22 22 re S 0 G 0.5 w " + text(257, 325, 12, "H") + "150 250 m 266 338 l S " + circle(266, 338, 1.5);
    const std::string value = circle(140, 243, 9) + text(137, 240, 8, "8");
    const auto sheet = read(a_sheet() + house + value);
    ASSERT_TRUE(sheet);
    const MapSign sign = shaped(*sheet);
    EXPECT_EQ(sign.cells[0].text, "8");
    ASSERT_TRUE(sign.points_at);
    EXPECT_NEAR(sign.points_at->x, 266, 0.1);
    EXPECT_EQ(std::ranges::count_if(sheet->signs, [](const MapSign& s) { return s.shape != SignShape::none; }), 1);
}

TEST_F(VectorMapLeaders, ALineLeadsToWhatASignStandsFor) {
    const std::string sign = circle(200, 190, 12) + text(194, 187, 9, "10") + triangle_over(200, 195) + "212 190 m 300 160 l S\n";
    const auto sheet = read(a_sheet() + sign);
    ASSERT_TRUE(sheet);
    const MapSign read = shaped(*sheet);
    ASSERT_TRUE(read.points_at);
    EXPECT_NEAR(read.points_at->x, 300, 0.1);
    EXPECT_NEAR(read.points_at->y, 842 - 160, 0.1);
}

TEST_F(VectorMapLeaders, ALeaderStartsAtTheSignWhoseEdgeItTouches) {
    const std::string under = "190 150 m 251 150 l S\n";  // from the edge of the circle to a place under the square
    const std::string signs = circle(182, 150, 8) + text(179, 147, 8, "6") + arc_over(182, 159) + "1 g 240 140 20 20 re b 0 g " + text(247, 147, 8, "4");
    const auto sheet = read(a_sheet() + under + signs);
    ASSERT_TRUE(sheet);
    for (const MapSign& sign : sheet->signs) EXPECT_FALSE(sign.shape == SignShape::square && sign.points_at);
}

TEST_F(VectorMapLeaders, ALeaderEndsInTheOpenAlsoOverHiddenHatchingAndPaleLines) {
    std::string hatched = "0.3 w 0 G ";
    for (int i = 0; i < 20; ++i) hatched += number(100 + 8 * i) + " 225 m " + number(100 + 8 * i) + " 285 l S\n";
    const std::string block = "1 g 1.5 w 110 235 60 40 re b 0 g 0.3 w 0.7 G 110 250 m 170 252 l S 0 G ";
    const auto sheet = read(a_sheet() + hatched + block + text(200, 240, 8, "W-a") + "199 244 m 140 251 l S\n");
    ASSERT_TRUE(sheet);
    const auto label = std::ranges::find_if(sheet->signs, [](const MapSign& sign) { return sign.cells[0].text == "W-a"; });
    ASSERT_NE(label, sheet->signs.end());
    ASSERT_TRUE(label->points_at);
    EXPECT_NEAR(label->points_at->x, 140, 0.1);
}

TEST_F(VectorMapLeaders, ALeaderMayStartOffItsSign) {
    const std::string dot = "297 157 6 6 re f\n";
    const auto tip = [&](const std::string& start) {
        const auto sheet = read(a_sheet() + circle(200, 190, 8) + text(197, 187, 8, "6") + arc_over(200, 199) + start + " m 300 160 l S\n" + dot);
        return sheet ? shaped(*sheet).points_at : std::nullopt;
    };
    EXPECT_TRUE(tip("219 184"));
    EXPECT_FALSE(tip("240 178")) << "too far off to be its own";
}

TEST_F(VectorMapLeaders, ALabelIsLedFromByALineThatEndsInTheOpen) {
    const auto led = [](const std::string& line) {
        const auto sheet = read(a_sheet() + "0 g " + text(200, 150, 8, "W-a") + line);
        const auto label = std::ranges::find_if(sheet->signs, [](const MapSign& sign) { return sign.cells[0].text == "W-a"; });
        return label != sheet->signs.end() && label->points_at.has_value();
    };
    EXPECT_TRUE(led("0 G 218 153 m 260 153 l S\n"));
    EXPECT_FALSE(led("0.6 G 218 153 m 260 153 l S\n")) << "topography";
    EXPECT_FALSE(led("0 G 218 153 m 260 153 l S 0.3 G 260 130 m 260 170 l S\n")) << "a boundary that meets another";
}

TEST_F(VectorMapLeaders, TwoLeadersMayEndInOneDot) {
    const std::string dot = circle(300, 160, 1.5);
    const std::string content = circle(200, 190, 12) + text(194, 187, 9, "10") + triangle_over(200, 195) + "212 188 m 300 160 l S\n" + "300 220 m 300 160 l S\n" + dot;
    const auto sheet = read(a_sheet() + content);
    ASSERT_TRUE(sheet);
    const MapSign read = shaped(*sheet);
    ASSERT_TRUE(read.points_at);
    EXPECT_NEAR(read.points_at->x, 300, 0.1);
    EXPECT_NEAR(read.points_at->y, 842 - 160, 0.1);
}

TEST_F(VectorMapLeaders, ALabelOfSeveralLinesIsLedFromAsOne) {
    const std::string lines = "0 g " + text(180, 160, 6, "goot 4 m") + text(179, 153, 6, "bouw 8 m") + text(182, 146, 6, "bp 60%");
    const auto sheet = read(a_sheet() + lines + "0 G 206 156 m 260 170 l S 259 169 2 2 re f\n");
    ASSERT_TRUE(sheet);
    ASSERT_EQ(sheet->signs.size(), 3U);
    for (const MapSign& sign : sheet->signs) {
        ASSERT_TRUE(sign.points_at) << sign.cells[0].text;
        EXPECT_NEAR(sign.points_at->x, 260, 0.1);
    }
}

}  // namespace
}  // namespace planlezer
