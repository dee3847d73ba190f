// A small sheet, whole: legend, two bestemmingen, bouwvlakken, signs, crosses.
#include "rules/map/sheet/read_sheet.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "schemas/geometry/polygons.hpp"
#include "schemas/rulebook/rule_book.hpp"

namespace planlezer {
namespace {

constexpr double metres_a_point = 0.0254 / 72 * 1000;
constexpr Rgb yellow{255, 255, 0};
constexpr Rgb grey{205, 205, 205};
constexpr Rgb black{0, 0, 0};

const MapBook& book() {
    static const RuleBook loaded = load_rule_book({PLANLEZER_BOOK});
    return loaded.map;
}

AreaStyle field(Rgb fill) {
    AreaStyle style;
    style.fill = fill;
    return style;
}

AreaStyle outline(LineDash dash, double width) {
    AreaStyle style;
    style.edge = dash;
    style.edge_width = width;
    style.edge_colour = black;
    return style;
}

MapArea box(AreaStyle style, double x0, double y0, double x1, double y1) {
    return {style, {{{{x0, y0}, {x0, y1}, {x1, y1}, {x1, y0}}, {}}}, 1.0};
}

LegendEntry swatch(AreaStyle style, std::string code, std::string text, std::string heading) {
    LegendEntry entry;
    entry.style = style;
    entry.code = std::move(code);
    entry.text = std::move(text);
    entry.heading = std::move(heading);
    return entry;
}

MapSign label(double x, double y, std::string text) {
    MapSign sign;
    sign.box = {x - 4, y - 4, x + 4, y + 4};
    SignCell cell;
    cell.text = std::move(text);
    sign.cells.push_back(cell);
    return sign;
}

MapSign height(double x, double y, std::string text) {
    MapSign sign = label(x, y, std::move(text));
    sign.shape = SignShape::circle;
    sign.cells[0].above = SignMark::triangle;
    return sign;
}

MapSheet sheet() {
    MapSheet made;
    made.text.number = 3;
    made.text.width = 842;
    made.text.height = 595;
    made.scale = 1000;
    for (const Point p : {Point{50, 50}, Point{750, 50}, Point{50, 550}, Point{750, 550}}) {
        made.crosses.push_back({p, {120000 + p.x * metres_a_point, 487000 - p.y * metres_a_point}});
    }
    made.areas = {box(field(yellow), 100, 100, 300, 300), box(field(grey), 300, 100, 320, 300), box(outline(LineDash::solid, 1.4), 120, 120, 200, 200),
                  box(outline(LineDash::solid, 1.4), 220, 120, 280, 200), box(outline(LineDash::dashed, 0.7), 120, 120, 160, 200)};
    made.legend = {swatch(field(yellow), "W", "Wonen", "Enkelbestemmingen"), swatch(field(grey), "V", "Verkeer", "Enkelbestemmingen"),
                   swatch(outline(LineDash::solid, 1.4), "", "bouwvlak", "Bouwvlakken"), swatch(outline(LineDash::dashed, 0.7), "", "maatvoeringsvlak", "")};
    return made;
}

const PlanObject* object_with(const PlanMap& map, PlanObjectKind kind, std::string_view value) {
    const auto found = std::ranges::find_if(map.objects, [&](const PlanObject& object) {
        return object.kind == kind && std::ranges::any_of(object.values, [&](const MapValue& v) { return v.value && v.value->text() == value; });
    });
    return found == map.objects.end() ? nullptr : &*found;
}

TEST(ReadSheet, AValueGovernsMaatvoeringsvlakElseBouwvlakElseBestemmingsvlak) {
    MapSheet drawn = sheet();
    drawn.signs = {height(140, 160, "12"), height(180, 160, "9"), height(250, 250, "4")};
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    const PlanObject* vlak = object_with(map, PlanObjectKind::maatvoering, "12");
    ASSERT_NE(vlak, nullptr);
    EXPECT_NEAR(area(vlak->area), 40 * 80 * metres_a_point * metres_a_point, 0.1);
    EXPECT_NE(object_with(map, PlanObjectKind::bouwvlak, "9"), nullptr);
    const PlanObject* wonen = object_with(map, PlanObjectKind::enkelbestemming, "4");
    ASSERT_NE(wonen, nullptr);
    EXPECT_EQ(wonen->name, "Wonen");
    EXPECT_EQ(wonen->values[0].provenance.page, 3);
    EXPECT_EQ(wonen->values[0].provenance.file, "kaart.pdf");
    EXPECT_TRUE(map.flags.empty());
    EXPECT_EQ(map.placement.source, PlacementSource::grid_crosses);
}

TEST(ReadSheet, ALegendMayNameALineInSeveralWords) {
    MapSheet drawn = sheet();
    drawn.legend[2].text = "bebouwingsgrens (grens bouwvlak)";
    drawn.legend[3].text = "Grens tussen verschillende hoogten of aantallen";
    drawn.signs = {height(140, 160, "12"), height(250, 160, "9")};
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    EXPECT_NE(object_with(map, PlanObjectKind::maatvoering, "12"), nullptr);
    EXPECT_NE(object_with(map, PlanObjectKind::bouwvlak, "9"), nullptr);
    EXPECT_TRUE(map.flags.empty());
}

TEST(ReadSheet, APercentageInOnePartOfABouwvlakMayBeThatOfTheWhole) {
    MapSheet drawn = sheet();
    drawn.areas.push_back(box(outline(LineDash::dashed, 0.7), 160, 120, 200, 200));
    MapSign percentage = label(140, 130, "50%");
    percentage.shape = SignShape::circle;
    drawn.signs = {height(140, 160, "12"), height(180, 160, "9"), percentage};
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    std::size_t parts = 0;
    for (const PlanObject& object : map.objects) {
        for (const MapValue& value : object.values) {
            if (value.unit != Unit::percent) continue;
            ++parts;
            EXPECT_LT(value.confidence, 0.75) << "for a person";
        }
    }
    EXPECT_EQ(parts, 2U);
    EXPECT_EQ(map.flags.size(), 1U);
    drawn.signs.pop_back();
    drawn.signs.push_back(percentage);
    percentage.box = {176, 126, 184, 134};
    drawn.signs.push_back(percentage);
    EXPECT_TRUE(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()).flags.empty()) << "each part its own";
}

TEST(ReadSheet, TheLineAroundAFieldSaysLessThanTheField) {
    MapSheet drawn = sheet();
    drawn.legend.push_back(swatch(outline(LineDash::solid, 0.4), "", "bestemmingsgrens", ""));
    drawn.areas.push_back(box(outline(LineDash::solid, 0.4), 100, 100, 300, 300));
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    EXPECT_EQ(std::ranges::count_if(map.objects, [](const PlanObject& object) { return object.kind == PlanObjectKind::enkelbestemming && object.name.empty(); }), 0);
}

TEST(ReadSheet, WhatTheLegendExplainsOfTheBaseMapIsNoBestemming) {
    MapSheet drawn = sheet();
    drawn.legend.push_back(swatch(outline(LineDash::solid, 0.3), "12", "bestaande bebouwing met huisnummer", ""));
    drawn.areas.push_back(box(outline(LineDash::solid, 0.3), 130, 130, 150, 150));
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    EXPECT_EQ(std::ranges::count(map.objects, PlanObjectKind::enkelbestemming, &PlanObject::kind), 2);
}

TEST(ReadSheet, AHouseInTheColourOfABestemmingIsNone) {
    MapSheet drawn = sheet();
    drawn.areas.push_back(box(field(grey), 130, 130, 150, 150));
    const auto fields = [&] { return std::ranges::count(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()).objects, PlanObjectKind::enkelbestemming, &PlanObject::kind); };
    EXPECT_EQ(fields(), 2) << "within a bouwvlak, over another bestemming";
    drawn.signs = {label(140, 140, "V"), label(250, 250, "W")};
    EXPECT_EQ(fields(), 3) << "with its own letters";
}

TEST(ReadSheet, KerbsAroundALetterAreNoBestemmingWhereTheLegendShowsTheirBorders) {
    MapSheet drawn = sheet();
    drawn.areas = {box(outline(LineDash::solid, 0.9), 100, 100, 200, 300), box(outline(LineDash::solid, 0.2), 95, 95, 305, 305)};
    drawn.legend = {swatch(outline(LineDash::solid, 3.0), "W", "Wonen", "Bestemmingen"), swatch(outline(LineDash::solid, 0.9), "", "bestemmingsgrens", "")};
    drawn.signs = {label(150, 250, "W")};
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    ASSERT_EQ(map.objects.size(), 1U);
    EXPECT_EQ(map.objects[0].name, "Wonen");
    EXPECT_NEAR(area(map.objects[0].area), 100 * 200 * metres_a_point * metres_a_point, 0.1);
}

TEST(ReadSheet, AValueInAnOutlineThatNothingExplainsIsDoubted) {
    MapSheet drawn = sheet();
    drawn.legend.erase(drawn.legend.begin() + 2, drawn.legend.end());
    for (LegendEntry& entry : drawn.legend) entry.heading.clear();
    for (std::size_t i = 2; i < drawn.areas.size(); ++i) drawn.areas[i].style.edge_colour = Rgb{200, 0, 0};
    drawn.signs = {height(250, 160, "9"), height(250, 250, "4")};
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    const PlanObject* wonen = object_with(map, PlanObjectKind::enkelbestemming, "9");
    ASSERT_NE(wonen, nullptr);
    for (const MapValue& value : wonen->values) EXPECT_EQ(value.confidence < 0.9, value.text == "9") << value.text;
    ASSERT_EQ(map.flags.size(), 1U);
    EXPECT_EQ(map.flags[0].code, FlagCode::map_area_unclear);
}

TEST(ReadSheet, OnAPictureWhoseLegendShowsNoBouwvlakAValueInAnOutlineIsDoubted) {
    MapSheet drawn = sheet();
    drawn.pixels_a_point_x = drawn.pixels_a_point_y = 2;
    drawn.signs = {height(250, 160, "9"), height(250, 250, "4")};
    const auto doubted = [&] {
        const PlanMap map = read_sheet(drawn, {"kaart.png", {}, nullptr}, book());
        return std::ranges::count(map.flags, FlagCode::map_area_unclear, &Flag::code);
    };
    drawn.legend.erase(drawn.legend.begin() + 2);
    EXPECT_EQ(doubted(), 1);
    drawn.legend.push_back(swatch(outline(LineDash::solid, 1.4), "", "bouwvlak", "Bouwvlakken"));
    drawn.signs.pop_back();
    EXPECT_EQ(doubted(), 0);
}

TEST(ReadSheet, ThePlangebiedHoldsTheBestemmingen) {
    MapSheet drawn = sheet();
    const AreaStyle grens = outline(LineDash::dash_dotted, 2.5);
    drawn.legend.push_back(swatch(grens, "", "grens van het plangebied", ""));
    drawn.areas.push_back(box(grens, 98, 98, 322, 302));
    drawn.areas.back().shape[0].holes = {{{220, 120}, {280, 120}, {280, 200}, {220, 200}}};  // the second bouwvlak
    drawn.areas.push_back(box(grens, 100, 100, 320, 300));  // the inner edge of the same line
    drawn.areas.push_back(box(grens, 400, 100, 440, 130));  // a parcel
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    std::vector<double> sizes;
    for (const PlanObject& object : map.objects) {
        if (object.kind == PlanObjectKind::plangebied) sizes.push_back(area(object.area) / metres_a_point / metres_a_point);
    }
    ASSERT_EQ(sizes.size(), 1U);
    EXPECT_NEAR(sizes[0], 224 * 204, 10);
}

TEST(ReadSheet, WhatLiesOutsideThePlanIsNoBestemming) {
    const auto bestemmingen = [](const MapSheet& drawn) {
        const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
        return std::ranges::count_if(map.objects, [](const PlanObject& object) { return object.kind == PlanObjectKind::enkelbestemming; });
    };
    // A grey title block is coloured as Verkeer is; without a border of the plan it might be an island.
    MapSheet drawn = sheet();
    drawn.areas.push_back(box(field(grey), 500, 500, 600, 550));
    EXPECT_EQ(bestemmingen(drawn), 3);
    const AreaStyle grens = outline(LineDash::dash_dotted, 2.5);
    drawn.legend.push_back(swatch(grens, "", "grens van het plangebied", ""));
    drawn.areas.push_back(box(grens, 98, 98, 322, 302));
    EXPECT_EQ(bestemmingen(drawn), 2);
    // A mere frame around the letters of a bestemming, far from all others.
    MapSheet framed = sheet();
    framed.legend.push_back(swatch({}, "G", "Groen", "Enkelbestemmingen"));
    framed.areas.push_back(box(outline(LineDash::solid, 0.3), 320, 100, 380, 160));
    framed.areas.push_back(box(outline(LineDash::solid, 0.3), 500, 500, 600, 550));
    framed.signs = {label(350, 130, "G"), label(550, 525, "G")};
    EXPECT_EQ(bestemmingen(framed), 3);
}

TEST(ReadSheet, TheBorderOfABestemmingOnAPictureIsNoBouwvlak) {
    MapSheet drawn = sheet();
    drawn.legend[2].style.edge_width = 1.0;  // between the borders of 0.7 and the bouwvlakken of 1.4
    for (MapArea& area : drawn.areas) {
        if (!area.style.fill) continue;
        area.style.edge = LineDash::solid;
        area.style.edge_width = 0.7;
    }
    drawn.areas.push_back(box(outline(LineDash::solid, 0.7), 100, 100, 300, 300));
    const auto bouwvlakken = [&drawn] {
        const PlanMap map = read_sheet(drawn, {"kaart.png", {}, nullptr}, book());
        return std::ranges::count_if(map.objects, [](const PlanObject& object) { return object.kind == PlanObjectKind::bouwvlak; });
    };
    drawn.pixels_a_point_x = 2.8;
    drawn.pixels_a_point_y = 2.8;
    EXPECT_EQ(bouwvlakken(), 2);
}

TEST(ReadSheet, AValueBesideABareBouwvlakIsForAPersonWhereAllOthersStandInTheirs) {
    MapSheet drawn = sheet();
    for (int i = 0; i < 11; ++i) {
        drawn.areas.push_back(box(outline(LineDash::solid, 1.4), 110 + 16 * i, 260, 122 + 16 * i, 272));
        drawn.signs.push_back(height(116 + 16 * i, 266, "6"));
    }
    drawn.signs.push_back(height(180, 160, "9"));
    drawn.signs.push_back(height(250, 230, "4"));  // under the second bouwvlak, which has none
    const auto confidence = [](const PlanMap& map) { return object_with(map, PlanObjectKind::enkelbestemming, "4")->values[0].confidence; };
    const PlanMap doubted = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    EXPECT_LT(confidence(doubted), 0.75);
    ASSERT_EQ(doubted.flags.size(), 1U);
    EXPECT_EQ(doubted.flags[0].code, FlagCode::map_area_unclear);
    drawn.signs.push_back(height(250, 160, "7"));  // now all bouwvlakken have their own
    EXPECT_GT(confidence(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book())), 0.9);
}

TEST(ReadSheet, ACrossedSignIsSureOfItsPlaceWhenAllOfItStandsInABouwvlak) {
    const auto confidence = [](double x, bool crossed) {
        MapSheet drawn = sheet();
        drawn.signs = {height(x, 160, "9")};
        drawn.signs[0].crossed = crossed;
        const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
        const PlanObject* bouwvlak = object_with(map, PlanObjectKind::bouwvlak, "9");
        return bouwvlak == nullptr ? 0.0 : bouwvlak->values[0].confidence;
    };
    EXPECT_GT(confidence(250, true), 0.9);
    // Its middle stands in the bouwvlak, its edge does not.
    EXPECT_GT(confidence(278, false), 0.9);
    EXPECT_LT(confidence(278, true), 0.5);
}

TEST(ReadSheet, OnAPictureOneBareBouwvlakIsEnoughToDoubtAValueBesideIt) {
    MapSheet drawn = sheet();
    drawn.signs = {height(180, 160, "9"), height(250, 230, "4")};  // the second bouwvlak has none
    const auto confidence = [&] {
        return object_with(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()), PlanObjectKind::enkelbestemming, "4")->values[0].confidence;
    };
    EXPECT_GT(confidence(), 0.9) << "a drawing says what it says";
    drawn.pixels_a_point_x = drawn.pixels_a_point_y = 4;
    EXPECT_LT(confidence(), 0.75);
    drawn.signs.push_back(height(250, 160, "7"));  // now it has
    EXPECT_GT(confidence(), 0.9);
}

TEST(ReadSheet, OnAPictureThatShouldHaveBouwvlakkenAndHasNoneEveryValueIsForAPerson) {
    MapSheet drawn = sheet();
    drawn.pixels_a_point_x = drawn.pixels_a_point_y = 2;
    drawn.areas.resize(2);
    drawn.signs = {height(250, 250, "4")};
    const auto flags = [&] { return read_sheet(drawn, {"kaart.png", {}, nullptr}, book()).flags.size(); };
    EXPECT_EQ(flags(), 1U);
    drawn.legend.erase(drawn.legend.begin() + 2);
    EXPECT_EQ(flags(), 0U) << "its legend draws none";
}

TEST(ReadSheet, AnOutlineThatMayBeAnyOfSeveralBestemmingenIsNone) {
    MapSheet drawn = sheet();
    drawn.legend[0] = swatch(outline(LineDash::solid, 0.5), "G", "Groen", "Enkelbestemmingen");
    drawn.legend[1] = swatch(outline(LineDash::solid, 0.5), "V", "Verkeer", "Enkelbestemmingen");
    drawn.areas = {box(outline(LineDash::solid, 0.5), 100, 100, 300, 300), box(outline(LineDash::solid, 0.5), 300, 100, 320, 300)};
    drawn.signs = {label(310, 200, "V")};
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    ASSERT_EQ(map.objects.size(), 1U);
    EXPECT_EQ(map.objects[0].name, "Verkeer");
}

TEST(ReadSheet, AValueInADetailAtAnotherScaleIsForAPerson) {
    MapSheet drawn = sheet();
    drawn.insets = {{210, 110, 290, 210}};
    drawn.signs = {height(250, 160, "9"), height(180, 160, "7")};
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    EXPECT_EQ(object_with(map, PlanObjectKind::bouwvlak, "9"), nullptr);
    EXPECT_NE(object_with(map, PlanObjectKind::bouwvlak, "7"), nullptr);
    ASSERT_EQ(map.flags.size(), 1U);
    EXPECT_EQ(map.flags[0].code, FlagCode::map_sign_nowhere);
    EXPECT_NE(map.flags[0].detail.find("detail"), std::string::npos);
}

TEST(ReadSheet, AClassBesideItsOwnBestemmingIsForAPerson) {
    MapSheet drawn = sheet();
    drawn.legend.push_back(swatch({}, "a", "bouwhoogte ten hoogste 9 m", ""));
    drawn.signs = {label(310, 200, "W-a"), label(310, 150, "V")};  // in the road beside
    const PlanMap beside = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    EXPECT_EQ(object_with(beside, PlanObjectKind::enkelbestemming, "9"), nullptr);
    EXPECT_EQ(beside.flags.size(), 1U);
    drawn.signs[0].points_at = Point{250, 150};
    EXPECT_NE(object_with(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()), PlanObjectKind::bouwvlak, "9"), nullptr);
}

TEST(ReadSheet, AClassInABouwvlakThatItsBestemmingWasDrawnAroundIsRead) {
    MapSheet drawn = sheet();
    drawn.legend.push_back(swatch({}, "a", "bouwhoogte ten hoogste 9 m", ""));
    drawn.signs = {label(250, 150, "W-a")};
    ASSERT_NE(object_with(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()), PlanObjectKind::bouwvlak, "9"), nullptr);
    // Left white on the sheet, at the edge of its bestemming.
    std::erase_if(drawn.areas, [&](const MapArea& area) { return area.style == drawn.legend[0].style; });
    EXPECT_NE(object_with(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()), PlanObjectKind::bouwvlak, "9"), nullptr);
}

TEST(ReadSheet, PlacesAreToldInPointsOfTheFile) {
    MapSheet drawn = sheet();
    drawn.signs = {height(250, 160, "9")};
    const PlanMap as_read = read_sheet(drawn, {"kaart.png", {}, nullptr}, book());
    drawn.file_points = 0.5;
    const PlanMap told = read_sheet(drawn, {"kaart.png", {}, nullptr}, book());
    const PlanObject* vlak = object_with(told, PlanObjectKind::bouwvlak, "9");
    ASSERT_NE(vlak, nullptr);
    EXPECT_EQ(vlak->area, object_with(as_read, PlanObjectKind::bouwvlak, "9")->area);
    EXPECT_EQ(vlak->values[0].provenance.boxes[0], (Box{123, 78, 127, 82}));
    EXPECT_EQ(told.control_points[0].sheet, (Point{25, 25}));
}

TEST(ReadSheet, RingsAreCounterClockwiseOnEarth) {
    const PlanMap map = read_sheet(sheet(), {"kaart.pdf", {}, nullptr}, book());
    ASSERT_FALSE(map.objects.empty());
    for (const PlanObject& object : map.objects) {
        const Ring& ring = object.area.at(0).outer;
        double twice = 0;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point a = ring[i];
            const Point b = ring[(i + 1) % ring.size()];
            twice += (a.x - ring[0].x) * (b.y - ring[0].y) - (b.x - ring[0].x) * (a.y - ring[0].y);
        }
        EXPECT_GT(twice, 0) << object.name;
        EXPECT_NEAR(ring[0].x, 120100, 100);
    }
}

TEST(ReadSheet, ASignPointsWhereItsLeaderEnds) {
    MapSheet drawn = sheet();
    drawn.signs = {height(400, 400, "7")};
    drawn.signs[0].points_at = Point{250, 160};
    EXPECT_NE(object_with(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()), PlanObjectKind::bouwvlak, "7"), nullptr);
    drawn.signs[0].points_at.reset();
    const PlanMap nowhere = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    ASSERT_EQ(nowhere.flags.size(), 1U);
    EXPECT_EQ(nowhere.flags[0].code, FlagCode::map_sign_nowhere);
}

TEST(ReadSheet, ASignWithoutMeaningIsFlagged) {
    MapSheet drawn = sheet();
    drawn.signs = {height(140, 160, "12")};
    drawn.signs[0].cells[0].above = SignMark::none;
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    ASSERT_EQ(map.flags.size(), 1U);
    EXPECT_EQ(map.flags[0].code, FlagCode::map_sign_unknown);
    EXPECT_EQ(object_with(map, PlanObjectKind::maatvoering, "12"), nullptr);
}

TEST(ReadSheet, LettersDecideWhereColoursAreAlike) {
    MapSheet drawn = sheet();
    drawn.legend.push_back(swatch(field({250, 250, 20}), "WG", "Woongebied", "Enkelbestemmingen"));
    const auto named = [](const PlanMap& map, std::string_view name) {
        return std::ranges::find(map.objects, name, &PlanObject::name);
    };
    const PlanMap alike = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    ASSERT_NE(named(alike, "Wonen"), alike.objects.end());
    EXPECT_FALSE(named(alike, "Wonen")->one_of_several);  // its own colour is clearly nearer
    drawn.signs = {label(250, 280, "WG")};
    const PlanMap lettered = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    ASSERT_NE(named(lettered, "Woongebied"), lettered.objects.end());
    EXPECT_EQ(named(lettered, "Wonen"), lettered.objects.end());
    EXPECT_FALSE(named(lettered, "Woongebied")->one_of_several);
    drawn.legend.back().style = field(yellow);
    EXPECT_FALSE(named(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()), "Woongebied")->one_of_several);
    drawn.signs.clear();
    const PlanMap same = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    ASSERT_NE(named(same, "Wonen"), same.objects.end());
    EXPECT_TRUE(named(same, "Wonen")->one_of_several);
    drawn.legend.back().style = field({255, 255, 2});  // nobody sees the difference
    EXPECT_TRUE(named(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()), "Wonen")->one_of_several);
}

TEST(ReadSheet, AHouseCutOutOfABestemmingIsOfThatBestemmingUnlessLettersSayOtherwise) {
    MapSheet drawn = sheet();
    drawn.legend.push_back(swatch(field(yellow), "WG", "Woongebied", "Enkelbestemmingen"));
    drawn.areas[0].shape[0].holes = {{{230, 230}, {230, 260}, {260, 260}, {260, 230}}};
    drawn.areas.push_back(box(field(yellow), 230, 230, 260, 260));
    drawn.signs = {label(280, 280, "WG")};
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    const auto fields = [](const PlanMap& read, std::string_view name) { return std::ranges::count(read.objects, name, &PlanObject::name); };
    EXPECT_EQ(fields(map, "Wonen"), 0);
    const auto whole = std::ranges::find(map.objects, "Woongebied", &PlanObject::name);
    ASSERT_NE(whole, map.objects.end());
    EXPECT_NEAR(area(whole->area), 200 * 200 * metres_a_point * metres_a_point, 0.1);
    drawn.signs.push_back(label(245, 245, "W"));
    EXPECT_EQ(fields(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()), "Wonen"), 1);
}

TEST(ReadSheet, DashesOfAnotherPeriodBoundNoMaatvoeringsvlak) {
    MapSheet drawn = sheet();
    drawn.legend.back().style.edge_period = 8;
    drawn.areas.back().style.edge_period = 8.4;
    drawn.signs = {height(140, 160, "12")};
    EXPECT_NE(object_with(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()), PlanObjectKind::maatvoering, "12"), nullptr);
    drawn.areas.back().style.edge_period = 12;
    EXPECT_NE(object_with(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()), PlanObjectKind::bouwvlak, "12"), nullptr);
}

TEST(ReadSheet, ABouwvlakOfAPictureThatGoesOnThroughACornerKeepsItsValueThere) {
    MapSheet drawn = sheet();
    drawn.pixels_a_point_x = drawn.pixels_a_point_y = 4;
    drawn.areas.push_back(box(outline(LineDash::solid, 1.4), 280, 200, 295, 230));
    drawn.signs = {height(250, 160, "9")};
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    const PlanObject* both = object_with(map, PlanObjectKind::bouwvlak, "9");
    ASSERT_NE(both, nullptr);
    EXPECT_NEAR(area(both->area), (60 * 80 + 15 * 30) * metres_a_point * metres_a_point, 0.1);
    EXPECT_LT(both->values[0].confidence, 0.75) << "for a person";
    EXPECT_TRUE(std::ranges::any_of(map.flags, [](const Flag& flag) { return flag.code == FlagCode::map_area_unclear; }));
    drawn.signs.push_back(height(288, 215, "4"));
    EXPECT_NEAR(area(object_with(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()), PlanObjectKind::bouwvlak, "9")->area), 60 * 80 * metres_a_point * metres_a_point, 0.1);
}

TEST(ReadSheet, ABestemmingWhoseLettersStandOnTheMapWithoutItsAreaIsFlaggedOnce) {
    MapSheet drawn = sheet();
    drawn.signs = {label(310, 200, "V"), label(150, 250, "W"), label(400, 400, "H"), label(410, 410, "H")};
    EXPECT_TRUE(std::ranges::none_of(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()).flags, [](const Flag& flag) { return flag.code == FlagCode::map_area_unclear; }));
    drawn.legend.push_back(swatch(field({1, 160, 60}), "H", "Horeca", "Enkelbestemmingen"));
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    EXPECT_EQ(std::ranges::count(map.flags, FlagCode::map_area_unclear, &Flag::code), 1);
}

TEST(ReadSheet, WhatTheDashesOfAnAanduidingLeaveOfABouwvlakIsNoMaatvoeringsvlak) {
    MapSheet drawn = sheet();
    drawn.pixels_a_point_x = drawn.pixels_a_point_y = 4;
    drawn.signs = {height(180, 160, "12"), label(150, 190, "(bw)")};
    drawn.areas.back() = box(outline(LineDash::dashed, 0.7), 120, 180, 160, 200);
    drawn.areas.push_back(box(outline(LineDash::dashed, 0.7), 120, 120, 200, 180));
    drawn.areas.back().shape[0].outer = {{120, 120}, {200, 120}, {200, 200}, {160, 200}, {160, 180}, {120, 180}};
    drawn.legend.back() = swatch(outline(LineDash::dashed, 0.7), "(bw)", "bedrijfswoning", "Functieaanduidingen");
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    EXPECT_NE(object_with(map, PlanObjectKind::bouwvlak, "12"), nullptr);
    drawn.signs.pop_back();
    EXPECT_NE(object_with(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()), PlanObjectKind::maatvoering, "12"), nullptr) << "without its letters the dashes may be of a maatvoeringsvlak";
}

TEST(ReadSheet, AnOutlineReadTwiceIsOneBouwvlak) {
    MapSheet drawn = sheet();
    drawn.areas.push_back(box(outline(LineDash::solid, 1.3), 220, 120, 280, 200));
    EXPECT_EQ(std::ranges::count(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()).objects, PlanObjectKind::bouwvlak, &PlanObject::kind), 2);
}

TEST(ReadSheet, ACourtyardIsNoPartOfItsBouwvlak) {
    MapSheet drawn = sheet();
    drawn.areas.push_back(box(outline(LineDash::solid, 1.4), 240, 140, 260, 180));
    drawn.signs = {height(230, 130, "9")};
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    const PlanObject* ring = object_with(map, PlanObjectKind::bouwvlak, "9");
    ASSERT_NE(ring, nullptr);
    EXPECT_NEAR(area(ring->area), (60 * 80 - 20 * 40) * metres_a_point * metres_a_point, 0.1);
    EXPECT_EQ(std::ranges::count(map.objects, PlanObjectKind::bouwvlak, &PlanObject::kind), 2) << "the courtyard is no bouwvlak";
    drawn.signs.push_back(height(250, 160, "4"));
    const PlanMap with_value = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    const PlanObject* inner = object_with(with_value, PlanObjectKind::bouwvlak, "4");
    ASSERT_NE(inner, nullptr) << "a value of its own makes it one";
    EXPECT_NEAR(area(inner->area), 20 * 40 * metres_a_point * metres_a_point, 0.1);
}

TEST(ReadSheet, ManySignsOfOneUnknownFormAreOneFlag) {
    MapSheet drawn = sheet();
    for (int i = 0; i < 8; ++i) {
        drawn.signs.push_back(label(130 + 5 * i, 160, std::to_string(i + 1)));
        drawn.signs.back().shape = SignShape::diamond;
    }
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    ASSERT_EQ(map.flags.size(), 1U);
    EXPECT_EQ(map.flags[0].detail, "'1', '2', '3', '4', '5' en nog 3 van deze vorm");
    EXPECT_EQ(map.flags[0].provenance->boxes.size(), 8U);
}

TEST(ReadSheet, AValueThatAPictureSeldomGivesIsForAPerson) {
    MapSheet drawn = sheet();
    const auto percentage = [](std::string text) {
        MapSign sign = label(250, 160, std::move(text));
        sign.shape = SignShape::circle;
        return sign;
    };
    drawn.signs = {height(180, 160, "1,5"), percentage("9%")};
    const auto confidence = [&](PlanObjectKind kind, std::string_view value) {
        const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
        const PlanObject* object = object_with(map, kind, value);
        return object == nullptr ? -1.0 : std::ranges::min(object->values, {}, &MapValue::confidence).confidence;
    };
    EXPECT_GT(confidence(PlanObjectKind::bouwvlak, "1.5"), 0.9) << "a drawing says what it says";
    EXPECT_GT(confidence(PlanObjectKind::bouwvlak, "9"), 0.9);
    drawn.pixels_a_point_x = drawn.pixels_a_point_y = 4;
    EXPECT_LT(confidence(PlanObjectKind::bouwvlak, "1.5"), 0.75);
    EXPECT_LT(confidence(PlanObjectKind::bouwvlak, "9"), 0.75);
    drawn.signs = {height(180, 160, "9"), percentage("60%")};
    EXPECT_GT(confidence(PlanObjectKind::bouwvlak, "9"), 0.9);
    EXPECT_GT(confidence(PlanObjectKind::bouwvlak, "60"), 0.9);
}

TEST(ReadSheet, DashesOnAPictureMayBoundAValueThoughTheLegendKnowsThemOtherwise) {
    MapSheet drawn = sheet();
    drawn.legend.back() = swatch(outline(LineDash::dashed, 0.7), "", "Waarde - Archeologie", "Dubbelbestemmingen");
    drawn.signs = {height(140, 160, "12"), height(180, 160, "9")};
    EXPECT_NE(object_with(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()), PlanObjectKind::bouwvlak, "12"), nullptr) << "a drawing is exact";
    drawn.pixels_a_point_x = drawn.pixels_a_point_y = 4;
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    const PlanObject* vlak = object_with(map, PlanObjectKind::maatvoering, "12");
    ASSERT_NE(vlak, nullptr);
    EXPECT_LT(vlak->values[0].confidence, 0.75) << "a person must look";
    EXPECT_NE(object_with(map, PlanObjectKind::bouwvlak, "9"), nullptr);
}

TEST(ReadSheet, WithoutAPlaceItSaysSo) {
    MapSheet drawn = sheet();
    drawn.crosses.clear();
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    EXPECT_FALSE(map.placement.on_earth);
    ASSERT_EQ(map.flags.size(), 1U);
    EXPECT_EQ(map.flags[0].code, FlagCode::map_not_placed);
}

}  // namespace
}  // namespace planlezer
