// The legend of a drawn map.
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

using VectorMapLegend = VectorMap;

TEST_F(VectorMapLegend, ALegendMayEndInOneValueUnderAHeading) {
    const auto sheet = read(a_sheet() + text(550, 760, 8, "Maatvoeringen") + text(550, 742, 7, "g4 b8") + text(585, 742, 7, "goothoogte, bouwhoogte"));
    ASSERT_TRUE(sheet);
    ASSERT_EQ(sheet->legend.size(), 4U);
    EXPECT_EQ(sheet->legend[3].code, "g4 b8");
}

TEST_F(VectorMapLegend, ATitleAmongTheEntriesEndsTheListAboveIt) {
    const auto sheet = read(a_sheet() + text(450, 763, 8, "Bestemmingen") + text(450, 672, 8, "Verklaringen") + "1 w 450 655 m 480 655 l S " + text(490, 653, 7, "grens van iets"));
    ASSERT_TRUE(sheet);
    ASSERT_EQ(sheet->legend.size(), 4U);
    EXPECT_EQ(sheet->legend[0].heading, "Bestemmingen");
    EXPECT_EQ(sheet->legend[3].heading, "");
}

TEST_F(VectorMapLegend, WhatTheGroundOfTheLegendHidesIsNoneOfItsSamples) {
    const std::string line = "0.6 G 1 w 455 764 m 482 764 l S\n";
    const std::string ground = "1 g 440 80 150 720 re f 0 g 0 G\n";
    const std::string sheet = a_sheet() + text(490, 762, 7, "Bestemmingen");
    const auto covered = read(line + ground + sheet);
    const auto shown = read(ground + line + sheet);
    ASSERT_TRUE(covered && shown);
    EXPECT_EQ(covered->legend.size(), 3U);
    EXPECT_EQ(shown->legend.size(), 4U);
}

TEST_F(VectorMapLegend, AHouseBesideTheHeadingsOfTheLegendIsNoSample) {
    const std::string house = "0.6 G 0.3 w 405 725 30 55 re S 0 G\n";
    const auto sheet = read(a_sheet() + text(450, 762, 7, "Bestemmingen") + house);
    ASSERT_TRUE(sheet);
    ASSERT_EQ(sheet->legend.size(), 3U);
    EXPECT_EQ(sheet->legend[0].heading, "Bestemmingen");
}

TEST_F(VectorMapLegend, ALegendGoesOnInShortColumnsOfSigns) {
    std::string column = circle(535, 745, 5) + text(533.5, 743, 5, "x") + "530 751.5 m 540 751.5 l S\n" + text(546, 743, 5, "goothoogte in meters");
    column += "530 718 11 9 re S " + text(534, 720, 5, "n") + text(546, 720, 5, "wooneenheden");
    const auto sheet = read(a_sheet() + column);
    ASSERT_TRUE(sheet);
    const auto entry = [&](const std::string& words) {
        const auto found = std::ranges::find(sheet->legend, words, &LegendEntry::text);
        return found == sheet->legend.end() || !found->sign ? SignShape::none : found->sign->shape;
    };
    EXPECT_EQ(entry("goothoogte in meters"), SignShape::circle);
    EXPECT_EQ(entry("wooneenheden"), SignShape::box);
}

TEST_F(VectorMapLegend, ALegendGoesOnInAColumnOfLettersAlone) {
    std::string classes = text(463, 672, 7, "a") + text(490, 672, 7, "goothoogte 4 m");
    classes += text(560, 742, 7, "bc") + text(590, 742, 7, "oppervlakte 360 m2");
    classes += text(560, 719, 7, "bd") + text(590, 723, 7, "goothoogte 6 m") + text(590, 715, 7, "bouwhoogte 9 m");
    const auto sheet = read(a_sheet() + classes);
    ASSERT_TRUE(sheet);
    ASSERT_EQ(sheet->legend.size(), 6U);
    EXPECT_EQ(sheet->legend[3].text, "goothoogte 4 m");
    EXPECT_EQ(sheet->legend[4].code, "bc");
    EXPECT_EQ(sheet->legend[4].text, "oppervlakte 360 m2");
    EXPECT_EQ(sheet->legend[5].code, "bd");
    EXPECT_EQ(sheet->legend[5].text, "goothoogte 6 m bouwhoogte 9 m");
}

TEST_F(VectorMapLegend, WordsStandBesideTheMiddleOfTheirSample) {
    std::string entries = "0.7 w [2 2] 0 d 450 660 m 480 660 l S [] 0 d 0.5 w " + text(490, 662, 7, "grens van een") + text(490, 654, 7, "bebouwingsklasse");
    entries += text(463, 632, 7, "a") + text(490, 642, 7, "bebouwingspercentage ten") + text(490, 634, 7, "hoogste 70%, goothoogte ten") + text(490, 626, 7, "hoogste 6 m");
    const auto sheet = read(a_sheet() + entries);
    ASSERT_TRUE(sheet);
    ASSERT_EQ(sheet->legend.size(), 5U);
    EXPECT_EQ(sheet->legend[3].text, "grens van een bebouwingsklasse");
    EXPECT_EQ(sheet->legend[4].text, "bebouwingspercentage ten hoogste 70%, goothoogte ten hoogste 6 m");
}

TEST_F(VectorMapLegend, ASwatchPaintedThroughAClipHoldsACode) {
    const std::string swatch = "q 450 660 30 15 re W n 0.7 0.9 1 rg 440 650 60 40 re f Q 0 G 0.5 w 450 660 30 15 re S 0 g " + text(459, 664, 8, "W1") + text(490, 664, 7, "Woondoeleinden");
    const auto sheet = read(a_sheet() + swatch);
    ASSERT_TRUE(sheet);
    ASSERT_EQ(sheet->legend.size(), 4U);
    EXPECT_EQ(sheet->legend[3].code, "W1");
    EXPECT_FALSE(sheet->legend[3].sign);
    EXPECT_TRUE(sheet->legend[3].style.fill);
}

TEST_F(VectorMapLegend, ACodeInAHatchedSwatchIsNoSign) {
    std::string swatch = "0 G 0.5 w 450 660 30 15 re S\n";
    for (int i = 0; i < 6; ++i) swatch += number(450 + 5 * i) + " 660 m " + number(453 + 5 * i) + " 675 l S\n";
    const auto sheet = read(a_sheet() + swatch + "0 g " + text(458, 664, 9, "B.1") + text(490, 664, 7, "Bedrijfsdoeleinden"));
    ASSERT_TRUE(sheet);
    ASSERT_EQ(sheet->legend.size(), 4U);
    EXPECT_EQ(sheet->legend[3].code, "B.1");
    EXPECT_FALSE(sheet->legend[3].sign);
}

TEST_F(VectorMapLegend, ALegendExplainsWholeLabels) {
    const std::string entries = text(442, 662, 6, "min. bouw .. m") + text(490, 662, 7, "minste bouwhoogte in meters") + text(452, 642, 6, "xx lagen") + text(490, 642, 7, "aantal bouwlagen");
    const auto sheet = read(a_sheet() + entries);
    ASSERT_TRUE(sheet);
    ASSERT_EQ(sheet->legend.size(), 5U);
    EXPECT_EQ(sheet->legend[3].code, "min. bouw .. m");
    EXPECT_EQ(sheet->legend[4].code, "xx lagen");
}

}  // namespace
}  // namespace planlezer
