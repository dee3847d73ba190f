#include "rules/map/sheet/legend.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>

#include "rules/map/sheet/plain_code.hpp"
#include "rules/map/sheet/read_sheet.hpp"
#include "tests/rules/map/sheet/small_sheet.hpp"

namespace planlezer {
namespace {

using namespace planlezer::testing;

TEST(LegendWords, ALegendMayNameALineInSeveralWords) {
    MapSheet drawn = sheet();
    drawn.legend[2].text = "bebouwingsgrens (grens bouwvlak)";
    drawn.legend[3].text = "Grens tussen verschillende hoogten of aantallen";
    drawn.signs = {height(140, 160, "12"), height(250, 160, "9")};
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    EXPECT_NE(object_with(map, PlanObjectKind::maatvoering, "12"), nullptr);
    EXPECT_NE(object_with(map, PlanObjectKind::bouwvlak, "9"), nullptr);
    EXPECT_TRUE(map.flags.empty());
}

TEST(LegendWords, WhatTheLegendExplainsOfTheBaseMapIsNoBestemming) {
    MapSheet drawn = sheet();
    drawn.legend.push_back(swatch(outline(LineDash::solid, 0.3), "12", "bestaande bebouwing met huisnummer", ""));
    drawn.areas.push_back(box(outline(LineDash::solid, 0.3), 130, 130, 150, 150));
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    EXPECT_EQ(std::ranges::count(map.objects, PlanObjectKind::enkelbestemming, &PlanObject::kind), 2);
}

TEST(LegendWords, ALegendMaySayThatALineDividesTheBuilding) {
    for (const char* words : {"begrenzing verschil in bebouwing", "scheiding bebouwingsvoorschriften", "scheidingslijn bebouwingsbepalingen"}) {
        MapSheet drawn = sheet();
        drawn.legend.back() = swatch(outline(LineDash::dotted, 0.7), "", words, "");
        drawn.areas.back().style.edge = LineDash::dotted;
        drawn.signs = {height(140, 160, "12")};
        EXPECT_NE(object_with(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()), PlanObjectKind::maatvoering, "12"), nullptr) << words;
    }
}

TEST(LegendWords, AClassIsKnownWithoutWhatAPictureAddsToIt) {
    MapSheet drawn = sheet();
    drawn.legend.push_back(swatch({}, "a.", "bouwhoogte ten hoogste 9 m", ""));
    drawn.signs = {label(250, 150, "W-a .")};
    EXPECT_NE(object_with(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()), PlanObjectKind::bouwvlak, "9"), nullptr);
}

TEST(LegendWords, ACodeIsKnownWithoutWhatAPictureAddsToIt) {
    EXPECT_EQ(plain_code("\"Og ."), "Og");
    EXPECT_EQ(plain_code("„W|"), "W");
    EXPECT_EQ(plain_code("GD-1"), "GD-1");
    EXPECT_EQ(plain_code("(sw)"), "(sw)");
    EXPECT_EQ(plain_code("|"), "");
}

TEST(LegendWords, TheWordsOfALineTellWhatItBounds) {
    const auto kind_of = [](const std::string& words) -> std::optional<PlanObjectKind> {
        const Legend legend = read_legend({swatch(outline(LineDash::dashed, 0.7), "", words, "")}, book());
        return legend.areas.empty() ? std::nullopt : std::optional(legend.areas.front().kind);
    };
    for (const char* words : {"grens van de bestemming", "begrenzing bestemming", "grens tussen verschillende bestemmingen", "scheiding tussen verschillende bestemmingen", "scheidingslijn tussen bestemmingen"}) {
        EXPECT_EQ(kind_of(words), PlanObjectKind::enkelbestemming) << words;
    }
    for (const char* words : {"begrenzing bestemmingsplan", "grens bestemmingsplan Centrum", "grens van het bestemmingsplan", "begrenzing plan"}) EXPECT_EQ(kind_of(words), PlanObjectKind::plangebied) << words;
    for (const char* words : {"grens tussen verschillende bebouwingspercentages", "grens tussen verschillende bouwklassen", "scheiding bebouwingsregels", "scheiding bebouwingshoogten", "begrenzing verschil in bebouwing"}) {
        EXPECT_EQ(kind_of(words), PlanObjectKind::maatvoering) << words;
    }
    for (const char* words : {"grens tussen verschillende bouwvlakken", "grens tussen verschillende gebruiksvoorschriften"}) EXPECT_EQ(kind_of(words), std::nullopt) << words;
}

TEST(LegendWords, TheLineRoundAllSwatchesNamesNoBestemming) {
    MapSheet drawn = sheet();
    drawn.pixels_a_point_x = drawn.pixels_a_point_y = 4;
    drawn.legend[0] = swatch(outline(LineDash::solid, 0.6), "W", "Wonen", "Enkelbestemmingen");
    drawn.legend[1] = swatch(outline(LineDash::solid, 0.8), "V", "Verkeer", "Enkelbestemmingen");
    drawn.areas[0] = box(outline(LineDash::solid, 0.8), 100, 100, 300, 300);
    drawn.areas.erase(drawn.areas.begin() + 1);
    const auto named = [&drawn](const char* name) {
        const PlanMap map = read_sheet(drawn, {"kaart.png", {}, nullptr}, book());
        return std::ranges::count_if(map.objects, [name](const PlanObject& object) { return object.kind == PlanObjectKind::enkelbestemming && object.name == name; });
    };
    EXPECT_EQ(named("Verkeer"), 0);
    drawn.signs = {label(110, 290, "W")};
    EXPECT_EQ(named("Wonen"), 1) << "its letters do";
}

}  // namespace
}  // namespace planlezer
