#include "rules/map/sheet/read_sheet.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "schemas/geometry/polygons.hpp"
#include "tests/rules/map/sheet/small_sheet.hpp"

namespace planlezer {
namespace {

using namespace planlezer::testing;

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
    // In dashes it is one too, unless the legend draws the bestemming so.
    framed.areas.back() = box(outline(LineDash::dashed, 1.5), 500, 500, 600, 550);
    EXPECT_EQ(bestemmingen(framed), 3);
    framed.legend.back().style = outline(LineDash::dashed, 1.5);
    EXPECT_EQ(bestemmingen(framed), 4);
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

TEST(ReadSheet, WhatTheLinesOfAHouseLeaveOfABouwvlakIsThatBouwvlak) {
    MapSheet drawn = sheet();
    drawn.pixels_a_point_x = drawn.pixels_a_point_y = 4;
    drawn.areas.push_back(box(outline(LineDash::solid, 1.4), 220, 120, 280, 180));  // a house takes the rest
    drawn.signs = {height(250, 150, "9")};
    const auto size_of_ground = [&drawn](const char* value) {
        const PlanMap map = read_sheet(drawn, {"kaart.png", {}, nullptr}, book());
        const PlanObject* ground = object_with(map, PlanObjectKind::bouwvlak, value);
        return ground == nullptr ? 0 : area(ground->area) / (metres_a_point * metres_a_point);
    };
    EXPECT_NEAR(size_of_ground("9"), 60 * 80, 1);
    EXPECT_EQ(read_sheet(drawn, {"kaart.png", {}, nullptr}, book()).flags.front().code, FlagCode::map_area_unclear) << "the sign of the rest may not have been read";
    drawn.signs.push_back(height(250, 190, "4"));
    EXPECT_NEAR(size_of_ground("9"), 60 * 60, 1) << "the rest has a value of its own";
    EXPECT_NEAR(size_of_ground("4"), 60 * 20, 1);
    drawn.signs.back() = height(250, 190, "9");
    EXPECT_NEAR(size_of_ground("9"), 60 * 80, 1) << "both say the same";
    drawn.signs.back().cells[0].above = SignMark::arc;
    EXPECT_NE(size_of_ground("9"), 60 * 80) << "the other height of the same number";
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

TEST(ReadSheet, ThinDashesOnAColourOfAPictureAreThoseOfTheLegend) {
    MapSheet drawn = sheet();
    drawn.pixels_a_point_x = drawn.pixels_a_point_y = 300.0 / 72;
    drawn.legend[3].style.edge_colour = Rgb{97, 84, 84};
    drawn.areas[4].style.edge_colour = Rgb{97, 74, 8};  // with the yellow under them
    drawn.signs = {height(140, 160, "9")};
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    EXPECT_NE(object_with(map, PlanObjectKind::maatvoering, "9"), nullptr);
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
