// What of a sheet is for a person.
#include "rules/map/sheet/read_sheet.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/rules/map/sheet/small_sheet.hpp"

namespace planlezer {
namespace {

using namespace planlezer::testing;

TEST(SheetDoubts, AValueInAnOutlineThatNothingExplainsIsDoubted) {
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

TEST(SheetDoubts, OnAPictureWhoseLegendShowsNoBouwvlakAValueInAnOutlineIsDoubted) {
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

TEST(SheetDoubts, AValueBesideABareBouwvlakIsForAPersonWhereAllOthersStandInTheirs) {
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

TEST(SheetDoubts, OnAPictureOneBareBouwvlakIsEnoughToDoubtAValueBesideIt) {
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

TEST(SheetDoubts, OnAPictureThatShouldHaveBouwvlakkenAndHasNoneEveryValueIsForAPerson) {
    MapSheet drawn = sheet();
    drawn.pixels_a_point_x = drawn.pixels_a_point_y = 2;
    drawn.areas.resize(2);
    drawn.signs = {height(250, 250, "4")};
    const auto flags = [&] { return read_sheet(drawn, {"kaart.png", {}, nullptr}, book()).flags.size(); };
    EXPECT_EQ(flags(), 1U);
    drawn.legend.erase(drawn.legend.begin() + 2);
    EXPECT_EQ(flags(), 0U) << "its legend draws none";
}

TEST(SheetDoubts, AValueInADetailAtAnotherScaleIsForAPerson) {
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

TEST(SheetDoubts, AClassBesideItsOwnBestemmingIsForAPerson) {
    MapSheet drawn = sheet();
    drawn.legend.push_back(swatch({}, "a", "bouwhoogte ten hoogste 9 m", ""));
    drawn.signs = {label(310, 200, "W-a"), label(310, 150, "V")};  // in the road beside
    const PlanMap beside = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    EXPECT_EQ(object_with(beside, PlanObjectKind::enkelbestemming, "9"), nullptr);
    EXPECT_EQ(beside.flags.size(), 1U);
    drawn.signs[0].points_at = Point{250, 150};
    EXPECT_NE(object_with(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()), PlanObjectKind::bouwvlak, "9"), nullptr);
}

TEST(SheetDoubts, ASignWithoutMeaningIsFlagged) {
    MapSheet drawn = sheet();
    drawn.signs = {height(140, 160, "12")};
    drawn.signs[0].cells[0].above = SignMark::none;
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    ASSERT_EQ(map.flags.size(), 1U);
    EXPECT_EQ(map.flags[0].code, FlagCode::map_sign_unknown);
    EXPECT_EQ(object_with(map, PlanObjectKind::maatvoering, "12"), nullptr);
}

TEST(SheetDoubts, ABestemmingWhoseLettersStandOnTheMapWithoutItsAreaIsFlaggedOnce) {
    MapSheet drawn = sheet();
    drawn.signs = {label(310, 200, "V"), label(150, 250, "W"), label(400, 400, "H"), label(410, 410, "H")};
    EXPECT_TRUE(std::ranges::none_of(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()).flags, [](const Flag& flag) { return flag.code == FlagCode::map_area_unclear; }));
    drawn.legend.push_back(swatch(field({1, 160, 60}), "H", "Horeca", "Enkelbestemmingen"));
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    EXPECT_EQ(std::ranges::count(map.flags, FlagCode::map_area_unclear, &Flag::code), 1);
}

TEST(SheetDoubts, ManySignsOfOneUnknownFormAreOneFlag) {
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

TEST(SheetDoubts, AValueThatAPictureSeldomGivesIsForAPerson) {
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

TEST(SheetDoubts, ABouwvlakOverTheDoubtfulBorderOfTwoBestemmingenIsForAPerson) {
    MapSheet drawn = sheet();
    drawn.pixels_a_point_x = drawn.pixels_a_point_y = 2;
    drawn.areas.push_back(box(outline(LineDash::solid, 1.4), 280, 220, 312, 280));
    drawn.signs = {height(290, 250, "6"), height(250, 160, "9"), height(170, 160, "9"), height(140, 160, "9")};
    const auto doubted = [&] {
        const PlanMap map = read_sheet(drawn, {"kaart.png", {}, nullptr}, book());
        return std::ranges::count(map.flags, FlagCode::map_area_unclear, &Flag::code);
    };
    EXPECT_EQ(doubted(), 0);
    drawn.areas[1].confidence = 0.6;
    EXPECT_EQ(doubted(), 1);
}

}  // namespace
}  // namespace planlezer
