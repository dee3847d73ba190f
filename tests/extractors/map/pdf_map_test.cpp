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

TEST_F(VectorMap, IsReadAsDrawn) {
    const auto sheet = read(a_sheet() + text(200, 150, 9, "W"));
    ASSERT_TRUE(sheet);
    EXPECT_EQ(sheet->scale, 1000);
    ASSERT_EQ(sheet->legend.size(), 3U);
    EXPECT_EQ(sheet->legend[0].text, "Wonen");
    EXPECT_EQ(sheet->legend[0].code, "W");
    EXPECT_EQ(sheet->legend[0].style.fill, (Rgb{255, 255, 0}));
    EXPECT_EQ(sheet->legend[2].text, "bouwvlak");
    EXPECT_NEAR(sheet->legend[2].style.edge_width, 2, 0.01);
    EXPECT_EQ(sheet->areas.size(), 6U);
    ASSERT_EQ(sheet->signs.size(), 1U);
    EXPECT_EQ(sheet->signs[0].cells[0].text, "W");
    EXPECT_NEAR(plane::area(sheet->areas[0].shape), 25'900, 500);
}

TEST_F(VectorMap, ASignIsDividedAndItsMarksAreTold) {
    const std::string sign = circle(200, 150, 15) + "185 150 m 215 150 l S\n" + text(197, 152, 9, "6") + arc_over(200, 160) + text(194, 137, 9, "10") + triangle_over(200, 145);
    const auto sheet = read(a_sheet() + sign);
    ASSERT_TRUE(sheet);
    const MapSign read = shaped(*sheet);
    EXPECT_EQ(read.shape, SignShape::circle);
    ASSERT_EQ(read.cells.size(), 2U);
    EXPECT_EQ(read.cells[0].text, "6");
    EXPECT_EQ(read.cells[0].above, SignMark::arc);
    EXPECT_EQ(read.cells[1].text, "10");
    EXPECT_EQ(read.cells[1].row, 1);
    EXPECT_EQ(read.cells[1].above, SignMark::triangle);
    EXPECT_EQ(read.cells[1].below, SignMark::none);
}

TEST_F(VectorMap, ASquareOnItsCornerIsADiamond) {
    const auto sign = [](double x, double y) {
        const auto at = [&](double dx, double dy) { return number(x + dx) + " " + number(y + dy); };
        return at(-16, 0) + " m " + at(0, 16) + " l " + at(16, 0) + " l " + at(0, -16) + " l h S " + at(-16, 0) + " m " + at(16, 0) + " l S\n" + text(x - 3, y + 2, 8, "6") + text(x - 7, y - 9, 8, "9,5");
    };
    const auto sheet = read(a_sheet() + sign(200, 150) + sign(300, 250));
    ASSERT_TRUE(sheet);
    const MapSign read = shaped(*sheet);
    EXPECT_EQ(read.shape, SignShape::diamond);
    ASSERT_EQ(read.cells.size(), 2U);
    EXPECT_EQ(read.cells[0].text, "6");
    EXPECT_EQ(read.cells[1].text, "9,5");
}

TEST_F(VectorMap, AFractionNeedsNoFrame) {
    const auto fraction = [](double x, double y) { return text(x, y + 2, 7, "4,5") + text(x + 3, y - 7, 7, "8") + "0.5 w " + number(x - 1) + " " + number(y) + " m " + number(x + 11) + " " + number(y) + " l S\n"; };
    // A house and its number lie under it; in the legend the same explains it.
    const std::string house = "0.3 G 0.4 w 190 135 22 28 re S 0 G 0.2 g " + text(197, 136, 4.5, "12") + "0 g ";
    const auto sheet = read(a_sheet() + house + fraction(195, 150) + fraction(458, 672) + text(490, 671, 7, "goothoogte / bouwhoogte"));
    ASSERT_TRUE(sheet);
    const auto sign = std::ranges::find_if(sheet->signs, [](const MapSign& found) { return found.cells.size() == 2; });
    ASSERT_NE(sign, sheet->signs.end());
    EXPECT_EQ(sign->shape, SignShape::none);
    EXPECT_EQ(sign->cells[0].text, "4,5");
    EXPECT_EQ(sign->cells[1].text, "8");
    ASSERT_EQ(sheet->legend.size(), 4U);
    ASSERT_TRUE(sheet->legend[3].sign);
    EXPECT_EQ(sheet->legend[3].sign->cells.size(), 2U);
}

TEST_F(VectorMap, ARoundedPondWithItsLettersIsAField) {
    const std::string pond = "0.7 0.8 0.9 rg 0.5 w 215 300 m 285 300 l 295 300 300 305 300 315 c 300 350 l 300 360 295 365 285 365 c 215 365 l 205 365 200 360 200 350 c "
                             "200 315 l 200 305 205 300 215 300 c h b 0 g " + text(240, 330, 9, "WA");
    const auto bare = read(a_sheet());
    const auto sheet = read(a_sheet() + pond);
    ASSERT_TRUE(bare && sheet);
    EXPECT_EQ(sheet->areas.size(), bare->areas.size() + 1);
    ASSERT_EQ(sheet->signs.size(), 1U);
    EXPECT_EQ(sheet->signs[0].shape, SignShape::none);
    EXPECT_EQ(sheet->signs[0].cells[0].text, "WA");
}

TEST_F(VectorMap, AHouseUnderTheGroundOfASignTakesNoneOfItsDigits) {
    const std::string house = "0.6 G 203 140 20 20 re S\n";
    const std::string framed = "1 g 0 G 190 135 30 28 re b 0 g " + text(193, 153, 7, "h=9") + text(193, 140, 7, "60%");
    const auto sheet = read(a_sheet() + house + framed);
    ASSERT_TRUE(sheet);
    const MapSign read = shaped(*sheet);
    ASSERT_EQ(read.cells.size(), 2U);
    EXPECT_EQ(read.cells[0].text, "h=9");
    EXPECT_EQ(read.cells[1].text, "60%");
}

TEST_F(VectorMap, AGreyHouseThatShowsThroughASignTakesNoneOfItsDigits) {
    const std::string house = "0.6 G 192 132 20 14 re S\n";
    const std::string sign = "0 G " + circle(200, 150, 15) + "185 150 m 215 150 l S\n" + text(197, 152, 9, "7") + arc_over(200, 160) + text(195, 137, 8, "11") + triangle_over(200, 145);
    const auto sheet = read(a_sheet() + house + sign);
    ASSERT_TRUE(sheet);
    const auto found = std::ranges::find_if(sheet->signs, [](const MapSign& s) { return s.shape == SignShape::circle; });
    ASSERT_NE(found, sheet->signs.end());
    ASSERT_EQ(found->cells.size(), 2U);
    EXPECT_EQ(found->cells[1].text, "11");
}

TEST_F(VectorMap, BarsCaretsAndFramesAroundACircleAreItsMarks) {
    const auto marks = [](const std::string& drawn) {
        const auto sheet = read(a_sheet() + circle(200, 150, 8) + text(197, 147, 8, "6") + drawn);
        const MapSign sign = sheet ? shaped(*sheet) : MapSign{};
        return sign.cells.empty() ? std::pair(SignMark::none, SignMark::none) : std::pair(sign.cells.front().above, sign.cells.back().below);
    };
    EXPECT_EQ(marks("192 160 m 208 160 l S\n"), std::pair(SignMark::line, SignMark::none));
    EXPECT_EQ(marks("192 140 m 208 140 l S 192 138 m 208 138 l S\n"), std::pair(SignMark::none, SignMark::double_line));
    EXPECT_EQ(marks("192 159 m 200 162 l 208 159 l S\n"), std::pair(SignMark::caret, SignMark::none));
    EXPECT_EQ(marks("190 140 20 20 re S\n"), std::pair(SignMark::line, SignMark::line));
}

TEST_F(VectorMap, TextsOfTwoSizesSideBySideAreTwo) {
    const auto sheet = read(a_sheet() + text(180, 150, 9, "W") + text(192, 150, 6, "W-a"));
    ASSERT_TRUE(sheet);
    ASSERT_EQ(sheet->signs.size(), 2U);
    EXPECT_EQ(sheet->signs[0].cells[0].text, "W");
    EXPECT_EQ(sheet->signs[1].cells[0].text, "W-a");
}

TEST_F(VectorMap, ATurnedTriangleStandsAsItsWriting) {
    // A triangle that points up, turned by 45 degrees with its number.
    const std::string turned = "q 0.7071 0.7071 -0.7071 0.7071 200 150 cm -12 -8 m 12 -8 l 0 14 l h S " + text(-3, -5, 7, "36") + " Q\n";
    const auto sheet = read(a_sheet() + turned);
    ASSERT_TRUE(sheet);
    EXPECT_EQ(shaped(*sheet).shape, SignShape::triangle_up);
    EXPECT_NEAR(shaped(*sheet).angle, 45, 1);
}

TEST_F(VectorMap, ARingWithinAnotherOfOnePathIsItsHole) {
    const auto sizes = [](const std::string& rings) {
        const auto sheet = read(a_sheet() + "0 G 1.2 w " + rings + " S\n");
        std::vector<long> found;
        if (!sheet) return found;
        for (const MapArea& area : sheet->areas) {
            if (std::abs(area.style.edge_width - 1.2) < 0.01) found.push_back(std::lround(plane::area(area.shape)));
        }
        return found;
    };
    const std::string road = "100 220 100 60 re ";
    const std::string block = "120 230 30 20 re ";
    EXPECT_THAT(sizes(road + block), ::testing::ElementsAre(5400));
    EXPECT_THAT(sizes(road + "S\n" + block), ::testing::ElementsAre(6000, 600)) << "drawn apart they are two";
    EXPECT_THAT(sizes(road + block + block), ::testing::ElementsAre(5400, 600, 600)) << "drawn twice it is a neighbour";
}

TEST_F(VectorMap, HatchingOverSeveralOutlinesIsThatOfEach) {
    std::string hatched = "0.3 w 0 G ";
    for (int i = 0; i < 24; ++i) hatched += number(104 + 8 * i) + " 226 m " + number(104 + 8 * i) + " 284 l S\n";
    const auto sheet = read(a_sheet() + "1 w 100 225 100 60 re S 200 225 95 60 re S 0.6 G 90 215 215 80 re S\n" + hatched);
    ASSERT_TRUE(sheet);
    std::vector<long> found;
    for (const MapArea& area : sheet->areas) {
        if (area.style.hatch != HatchKind::none) found.push_back(std::lround(plane::area(area.shape)));
    }
    EXPECT_THAT(found, ::testing::UnorderedElementsAre(6000, 5700));
}

TEST_F(VectorMap, ADetailInAFrameIsNoPartOfTheSheet) {
    std::string detail = "0 G 0.5 w 1 g 445 300 120 150 re b\n";
    for (int i = 0; i < 4; ++i) detail += "1 1 0 rg 455 " + number(310 + 30 * i) + " m 530 " + number(315 + 30 * i) + " l 540 " + number(335 + 30 * i) + " l 460 " + number(332 + 30 * i) + " l h b\n";
    const std::string plain = "0 g " + detail;
    const auto with = read(a_sheet() + plain + "0 g " + text(450, 455, 7, "Detail A, schaal 1:500"));
    ASSERT_TRUE(with);
    EXPECT_EQ(with->scale, 1000);
    ASSERT_EQ(with->insets.size(), 1U);
    EXPECT_NEAR(with->insets[0].x0, 445, 1);
    EXPECT_EQ(with->areas.size(), 6U);
    const auto without = read(a_sheet() + plain);
    ASSERT_TRUE(without);
    EXPECT_TRUE(without->insets.empty());
}

TEST_F(VectorMap, ADashedLineDividesNoHouse) {
    const auto sheet = read(a_sheet() + "0.6 G 170 120 50 60 re S 0 G [4 2] 0 d 200 106.5 m 210 189 l S\n");
    ASSERT_TRUE(sheet);
    const auto dashed = std::ranges::count_if(sheet->areas, [](const MapArea& area) { return area.style.edge == LineDash::dashed; });
    EXPECT_EQ(dashed, 2);
}

TEST_F(VectorMap, ABouwvlakAroundASquareSignIsNoneOfItsLines) {
    const std::string square = "0 G 190 140 24 24 re S " + text(197, 148, 9, "4");
    const auto around = [&](const std::string& line) {
        const auto sheet = read(a_sheet() + square + line);
        return sheet ? shaped(*sheet).shape : SignShape::none;
    };
    EXPECT_EQ(around("187 137 30 30 re S\n"), SignShape::double_square);
    EXPECT_EQ(around("0.8 0 0 RG 187 137 30 30 re S\n"), SignShape::square);
}

TEST_F(VectorMap, WhatAnotherOutlineCrossesStaysInItsSign) {
    const std::string sign = circle(200, 150, 15) + "185 150 m 215 150 l S\n" + text(197, 152, 9, "6") + arc_over(200, 160) + text(197, 138, 9, "9") + triangle_over(200, 145);
    const std::string corner = "[2 1] 0 d 170 125 m 225 125 l 205 148 l 190 148 l h S [] 0 d\n";  // the dashed edge of an aanduiding
    const auto sheet = read(a_sheet() + sign + corner);
    ASSERT_TRUE(sheet);
    const auto found = std::ranges::find_if(sheet->signs, [](const MapSign& s) { return s.shape == SignShape::circle; });
    ASSERT_NE(found, sheet->signs.end());
    ASSERT_EQ(found->cells.size(), 2U);
    EXPECT_EQ(found->cells[1].text, "9");
}

TEST_F(VectorMap, ALabelOfSeveralLinesFillsItsFrame) {
    const std::string framed = "1 g 0 G 190 120 30 26 re b 0 g " + text(193, 138, 6, "h=22") + text(193, 130, 6, "40%") + text(193, 122, 6, "w=3");
    const auto sheet = read(a_sheet() + framed);
    ASSERT_TRUE(sheet);
    EXPECT_EQ(shaped(*sheet).cells.size(), 3U);
}

TEST_F(VectorMap, ARomanNumeralInAFrameOfItsOwnIsASign) {
    const auto framed = [](double x, double y, double wide, const std::string& words) { return "0 G 0.5 w " + number(x) + " " + number(y) + " " + number(wide) + " 12 re S 0 g " + text(x + 5, y + 3, 8, words); };
    const auto signs = [&](const std::string& content) {
        const auto sheet = read(a_sheet() + content);
        return sheet ? std::ranges::count(sheet->signs, SignShape::box, &MapSign::shape) : -1;
    };
    EXPECT_EQ(signs(framed(190, 130, 18, "V")), 0) << "one letter may be a code";
    EXPECT_EQ(signs(framed(190, 130, 18, "V") + framed(190, 240, 18, "IV")), 2);
    EXPECT_EQ(signs(framed(190, 130, 30, "V") + framed(190, 240, 18, "IV")), 1) << "a swatch with a code";
}

TEST_F(VectorMap, ATickBesideTheNorthArrowIsNoPartOfIt) {
    const std::string arrow = "0 G 0 g " + text(497, 300, 10, "N") + "490 260 m 500 297 l 510 260 l 500 268 l h b\n";
    const auto sheet = read(a_sheet() + arrow + "530 300 m 550 300 l S\n");
    ASSERT_TRUE(sheet);
    ASSERT_TRUE(sheet->north);
    EXPECT_NEAR(*sheet->north, 0, 2);
}

TEST_F(VectorMap, ADashedLineDividesAnArea) {
    const auto sheet = read(a_sheet() + "[4 2] 0 d 200 106.5 m 210 189 l S\n");
    ASSERT_TRUE(sheet);
    const auto dashed = std::ranges::count_if(sheet->areas, [](const MapArea& area) { return area.style.edge == LineDash::dashed; });
    EXPECT_EQ(dashed, 2);
}

TEST_F(VectorMap, ADividingLineMayEndAtTheStrokeOfAWideOutline) {
    const auto sheet = read(a_sheet() + "3 w 100 220 200 60 re S 0.5 w [4 2] 0 d 200 221.4 m 200 278.6 l S\n");
    ASSERT_TRUE(sheet);
    const auto dashed = std::ranges::count_if(sheet->areas, [](const MapArea& area) { return area.style.edge == LineDash::dashed; });
    EXPECT_EQ(dashed, 2);
}

TEST_F(VectorMap, CrossesTakeTheCoordinatesInTheirRowAndColumn) {
    std::string grid;
    for (const int x : {100, 300}) {
        for (const int y : {300, 600}) grid += number(x - 6) + " " + number(y) + " m " + number(x + 6) + " " + number(y) + " l S " + number(x) + " " + number(y - 6) + " m " + number(x) + " " + number(y + 6) + " l S\n";
    }
    grid += text(102, 800, 5, "120.000") + text(302, 800, 5, "120.100") + text(32, 298, 5, "480.000") + text(32, 598, 5, "480.150");
    const auto sheet = read(a_sheet() + grid);
    ASSERT_TRUE(sheet);
    EXPECT_EQ(sheet->crosses.size(), 4U);
    EXPECT_THAT(sheet->crosses, ::testing::Contains(::testing::Field(&ControlPoint::rd, Point{120'100, 480'150})));
}

TEST_F(VectorMap, CrossesOfATurnedSheetTakeTheCoordinatesAlongTheGrid) {
    // The grid stands turned by atan(0.1): a step east is (200, 20) on the page, a step north (-20, 200).
    std::string content = a_sheet() + "0 G\n";
    const auto arms = [](double x, double y) {
        return number(x - 10) + " " + number(y - 1) + " m " + number(x + 10) + " " + number(y + 1) + " l S " + number(x + 1) + " " + number(y - 10) + " m " +
               number(x - 1) + " " + number(y + 10) + " l S\n";
    };
    content += arms(120, 300) + arms(320, 320) + arms(100, 500) + arms(300, 520);
    content += text(140, 40, 6, "101000") + text(340, 40, 6, "101200") + text(32, 290, 6, "430000") + text(32, 492, 6, "430200");
    const auto sheet = read(content);
    ASSERT_TRUE(sheet);
    ASSERT_EQ(sheet->crosses.size(), 4U);
    for (const ControlPoint& cross : sheet->crosses) {
        const bool east = cross.sheet.x > 200;
        const bool north = cross.sheet.y < 842 - 400;
        EXPECT_EQ(cross.rd, (Point{east ? 101200.0 : 101000.0, north ? 430200.0 : 430000.0}));
    }
}

TEST_F(VectorMap, CrossesTellTheWayOfTheGridTogether) {
    // The arms of each cross stand 1.5 degrees off, as those of a scan may; the coordinates stand far away, at the edge.
    std::string content = a_sheet() + "0 G\n";
    for (const int x : {120, 270, 420}) {
        for (const int y : {330, 500, 670}) {
            const double lean = (x + y) % 100 < 50 ? 0.26 : -0.26;
            content += number(x - 10) + " " + number(y - lean) + " m " + number(x + 10) + " " + number(y + lean) + " l S " + number(x + lean) + " " + number(y - 10) + " m " + number(x - lean) + " " + number(y + 10) + " l S\n";
        }
    }
    for (const int i : {0, 1, 2}) content += text(118 + 150 * i, 4, 5, std::to_string(120000 + 100 * i)) + text(560, 328 + 170 * i, 5, std::to_string(480000 + 100 * i));
    const auto sheet = read(content);
    ASSERT_TRUE(sheet);
    EXPECT_EQ(sheet->crosses.size(), 9U);
}

TEST_F(VectorMap, ACrossMayHaveBothItsCoordinatesInOneText) {
    std::string grid;
    for (const int x : {100, 300}) {
        for (const int y : {300, 600}) {
            grid += number(x - 6) + " " + number(y) + " m " + number(x + 6) + " " + number(y) + " l S " + number(x) + " " + number(y - 6) + " m " + number(x) + " " + number(y + 6) + " l S\n";
            grid += text(x + 2, y + 2, 5, std::to_string(50700 + x) + ", " + std::to_string(390700 + y));
        }
    }
    const auto sheet = read(a_sheet() + grid);
    ASSERT_TRUE(sheet);
    EXPECT_EQ(sheet->crosses.size(), 4U);
    EXPECT_THAT(sheet->crosses, ::testing::Contains(::testing::Field(&ControlPoint::rd, Point{51'000, 391'300})));
}

TEST_F(VectorMap, WhatDoesNotShowMakesNoSignDoubtful) {
    const std::string dot = "0 g 196 143 1 1 re f ";
    std::string sign = circle(200, 150, 15);
    const std::string number_in_it = text(197, 148, 9, "6");
    const auto sure = [&](const std::string& content) {
        const auto sheet = read(a_sheet() + content);
        return sheet && shaped(*sheet).shape == SignShape::circle ? shaped(*sheet).cells[0].confidence : -1;
    };
    EXPECT_LT(sure(sign + dot + number_in_it), 1);
    EXPECT_EQ(sure("q 300 600 m 380 600 l 380 640 l h W n " + dot + "Q " + sign + number_in_it), 1) << "clipped away";
    sign.replace(sign.find("h S"), 3, "h b");
    EXPECT_EQ(sure(dot + "1 g " + sign + "0 g " + number_in_it), 1) << "under the ground of the sign";
}

/// The sheet with much writing and one sign with a leader, as it stands and laid on its side.
TEST_F(VectorMap, ASmallSquareBouwvlakIsNoFrameOfItsValues) {
    std::string blocks = "0 0.3 0.6 RG 1.4 w 100 220 200 60 re S 100 330 200 60 re S 100 440 150 70 re S\n";
    blocks += "170 120 60 50 re S 0 g " + text(185, 148, 6, "goot 4 m") + text(184, 141, 6, "bouw 8 m") + text(187, 134, 6, "5 lagen");
    const auto sheet = read(a_sheet() + blocks);
    ASSERT_TRUE(sheet);
    EXPECT_EQ(shaped(*sheet).shape, SignShape::none);
    EXPECT_EQ(std::ranges::count_if(sheet->areas, [](const MapArea& area) { return std::abs(area.style.edge_width - 1.4) < 0.01; }), 4);
}

TEST_F(VectorMap, ABouwvlakIsDrawnAsItsLikesAndNoFrameOfATightLabel) {
    const std::string blocks = "0.8 0 0 RG 1.5 w 100 220 m 300 220 l 290 280 l 200 260 l h S 100 330 m 300 330 l 290 390 l 200 370 l h S 100 440 m 250 440 l 240 510 l 180 480 l h S\n";
    const auto shape = [&](const std::string& more) {
        const auto sheet = read(a_sheet() + blocks + more);
        return sheet ? shaped(*sheet).shape : SignShape::none;
    };
    const auto label = [](double x, double y) { return "0 g " + text(x + 2, y + 6, 7, "3,5/9"); };
    const std::string turned = "170 120 m 192.9 122 l 191.3 140.9 l 168.4 138.9 l h S\n";
    EXPECT_EQ(shape(turned + label(170, 121)), SignShape::none) << "it stands turned";
    EXPECT_EQ(shape("170 120 23 18 re S\n" + label(170, 120)), SignShape::none) << "the only one of its height";
    EXPECT_EQ(shape("170 120 23 18 re S 220 120 30 18 re S\n" + label(170, 120) + label(224, 120)), SignShape::box) << "frames of labels";
    const std::string houses = "220 110 36 24 re S 260 110 36 27 re S 300 110 36 31 re S\n" + label(220, 110) + label(260, 110) + label(300, 110);
    EXPECT_EQ(shape("170 120 23 18 re S 340 120 30 18 re S\n" + label(170, 120) + label(344, 120) + houses), SignShape::none) << "one of many is of its height by chance";
}

TEST_F(VectorMap, WhereOnlyBouwvlakkenAreOutlinesABoxOfItsOwnHeightIsOne) {
    std::string content = a_sheet();
    for (std::size_t at = content.find("l h b"); at != std::string::npos; at = content.find("l h b", at)) content[at + 4] = 'f';
    const auto boxes = [](double width) {
        std::string drawn = "0.1 0.1 0.4 RG " + number(width) + " w 100 220 m 300 220 l 290 280 l 200 260 l h S 100 330 m 300 330 l 290 390 l 200 370 l h S 100 440 m 250 440 l 240 510 l 180 480 l h S\n";
        for (int i = 0; i < 8; ++i) drawn += number(60 + 41 * i) + " 120 36 " + number(15 + 1.4 * i) + " re S 0 g " + text(68 + 41 * i, 125, 7, "3,5/9");
        return drawn;
    };
    const auto thick = read(content + boxes(2));
    ASSERT_TRUE(thick);
    EXPECT_EQ(shaped(*thick).shape, SignShape::none);
    const auto thin = read(content + boxes(0.6));
    ASSERT_TRUE(thin);
    EXPECT_EQ(shaped(*thin).shape, SignShape::box) << "a frame may be of any height";
}

TEST_F(VectorMap, AHouseThatCutsALabelTakesNoneOfIt) {
    const auto sheet = read(a_sheet() + "0.6 G 170 140 23 20 re S 0 g " + text(188, 148, 6, "6 lagen"));
    ASSERT_TRUE(sheet);
    ASSERT_EQ(sheet->signs.size(), 1U);
    EXPECT_EQ(sheet->signs[0].cells[0].text, "6 lagen");
}

TEST_F(VectorMap, ASheetOnItsSideIsReadAsIfItStoodUpright) {
    const std::string sign = "0 g 0 G " + circle(200, 190, 12) + text(194, 187, 9, "10") + triangle_over(200, 195) + "212 190 m 300 160 l S\n";
    const std::string upright = a_sheet() + sign + text(450, 120, 8, "bestemmingsplan Dorp");
    const auto stands = read(upright);
    const auto lies = read("q 0 0.7 -0.7 0 595 0 cm " + upright + " Q\n");  // a quarter turn counter-clockwise, smaller
    ASSERT_TRUE(stands);
    ASSERT_TRUE(lies);
    EXPECT_EQ(lies->scale, 1000);
    ASSERT_EQ(lies->legend.size(), stands->legend.size());
    EXPECT_EQ(lies->legend[0].text, "Wonen");
    EXPECT_EQ(lies->areas.size(), stands->areas.size());
    const MapSign read = shaped(*lies);
    EXPECT_EQ(read.cells[0].text, "10");
    EXPECT_EQ(read.cells[0].above, SignMark::triangle);
    EXPECT_NEAR(read.angle, 90, 1);
    // Of the page as displayed: x = 595 - 0.7 * y, y = 842 - 0.7 * x.
    EXPECT_NEAR(read.box.mid_x(), 595 - 0.7 * 190, 0.5);
    EXPECT_NEAR(read.box.mid_y(), 842 - 0.7 * 200, 0.5);
    ASSERT_TRUE(read.points_at);
    EXPECT_NEAR(read.points_at->x, 595 - 0.7 * 160, 0.5);
    EXPECT_NEAR(read.points_at->y, 842 - 0.7 * 300, 0.5);
}

TEST_F(VectorMap, APageOfRulesIsNone) {
    std::string content;
    for (int i = 0; i < 40; ++i) content += text(72, 780 - 16 * i, 10, "De bouwhoogte van een gebouw mag ten hoogste 10 m bedragen, tenzij");
    for (int i = 0; i < 6; ++i) content += number(72) + " " + number(60 + 12 * i) + " 400 12 re S\n";
    content += circle(300, 120, 15) + text(294, 117, 9, "10");
    EXPECT_FALSE(read(content));
}

}  // namespace
}  // namespace planlezer
