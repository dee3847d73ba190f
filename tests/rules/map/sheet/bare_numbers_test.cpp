// Numbers without a frame: values where the legend shows such numbers, and house numbers of another size that are none.
#include "rules/map/sheet/bare_numbers.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "rules/map/sheet/sign_meaning.hpp"
#include "tests/rules/map/sheet/small_sheet.hpp"
#include "schemas/rulebook/rule_book.hpp"

namespace planlezer {
namespace {

const MapBook& book() {
    static const RuleBook loaded = load_rule_book({PLANLEZER_BOOK});
    return loaded.map;
}

/// \param height of its figures, in points
MapSign number(const std::string& text, double height) {
    MapSign made;
    made.box = {100, 100, 100 + 0.6 * height * static_cast<double>(text.size()), 100 + height};
    SignCell cell;
    cell.text = text;
    cell.box = made.box;
    made.cells.push_back(std::move(cell));
    return made;
}

LegendEntry shown(const std::string& code, double height) {
    LegendEntry entry;
    entry.code = code;
    entry.text = "MAXIMALE BOUWHOOGTE IN METERS";
    entry.box = {10, 10, 20, 10 + height};
    return entry;
}

/// The value, "?" behind it when a person must look; empty when it is none.
std::string value(const MapSign& sign, const std::vector<LegendEntry>& entries) {
    const SignMeaning meaning = meaning_of(sign, read_legend(entries, book()), book(), false);
    if (meaning.values.size() != 1) return "";
    return meaning.values[0].kind + " " + meaning.values[0].value->text() + (meaning.values[0].confidence < 0.75 ? "?" : "");
}

TEST(BareNumbers, AreValuesWhereTheLegendShowsOne) {
    EXPECT_EQ(value(number("8", 6.5), {shown("9", 6.5)}), "maximum bouwhoogte 8");
    EXPECT_EQ(value(number("9,5", 7.7), {shown("9", 6.5)}), "maximum bouwhoogte 9.5");  // with the tail of its comma
    EXPECT_EQ(value(number("9,5", 6.5), {shown("9", 6.5)}), "maximum bouwhoogte 9.5");  // in the box of its type
    LegendEntry drawn = shown("", 6.5);
    drawn.sign = number("9", 6.5);
    EXPECT_EQ(value(number("8", 6.2), {drawn}), "maximum bouwhoogte 8");
}

TEST(BareNumbers, AreNoneWhereItDoesNot) {
    EXPECT_EQ(value(number("8", 6.5), {}), "");
    LegendEntry swatch = shown("9", 6.5);
    swatch.style.fill = Rgb{250, 200, 100};
    EXPECT_EQ(value(number("8", 6.5), {swatch}), "");
}

TEST(BareNumbers, AHouseNumberIsSmaller) {
    EXPECT_EQ(value(number("12", 3.6), {shown("9", 6.5)}), "");
    EXPECT_EQ(value(number("12", 12), {shown("9", 6.5)}), "");
}

TEST(BareNumbers, ACoordinateReadInPartIsNone) {
    EXPECT_EQ(meaning_of(number("506. 0", 4.3), read_legend({shown("9", 6.5)}, book()), book(), false).source, SignSource::no_value);
}

TEST(BareNumbers, OfNearlyThatSizeAreForAPerson) {
    EXPECT_EQ(value(number("12", 5.4), {shown("9", 6.5)}), "maximum bouwhoogte 12?");
}

TEST(BareNumbers, ATurnedHouseNumberIsMeasuredAcrossItsFigures) {
    MapSign turned = number("12", 3.6);
    const double angle = 25 * std::numbers::pi / 180;
    const double width = 2 * 0.6 * 3.6;
    turned.angle = 25;
    turned.box = {100, 100, 100 + width * std::cos(angle) + 3.6 * std::sin(angle), 100 + width * std::sin(angle) + 3.6 * std::cos(angle)};
    ASSERT_GT(turned.box.height(), 0.72 * 6.5);
    EXPECT_NEAR(figure_height(turned), 3.6, 0.01);
    EXPECT_EQ(value(turned, {shown("9", 6.5)}), "");
}

TEST(BareNumbers, AreForAPersonWhereHousesHaveNumbersOfThatSize) {
    const auto confidence_of = [](const std::vector<MapSign>& more) {
        MapSheet drawn = testing::sheet();
        LegendEntry entry = shown("9", 6.5);
        drawn.legend.push_back(entry);
        const auto at = [](MapSign sign, double x, double y) {
            const double wide = sign.box.width();
            const double high = sign.box.height();
            sign.box = {x, y, x + wide, y + high};
            sign.cells[0].box = sign.box;
            return sign;
        };
        drawn.signs = {at(number("8", 6.5), 240, 150)};
        for (const MapSign& sign : more) drawn.signs.push_back(at(sign, sign.box.x0, sign.box.y0));
        const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
        const PlanObject* bouwvlak = testing::object_with(map, PlanObjectKind::bouwvlak, "8");
        if (bouwvlak == nullptr) return 0.0;
        return bouwvlak->values.front().confidence;
    };
    const auto placed = [](const std::string& text, double height, double x, double y) {
        MapSign sign = number(text, height);
        sign.box = {x, y, x + sign.box.width(), y + sign.box.height()};
        return sign;
    };
    EXPECT_GT(confidence_of({}), 0.9);
    EXPECT_GT(confidence_of({placed("12", 3.6, 500, 500)}), 0.9);
    EXPECT_LE(confidence_of({placed("12", 6.5, 500, 500)}), 0.7);  // outside the plan
    EXPECT_LE(confidence_of({placed("12", 6.5, 210, 250)}), 0.7);  // outside a bouwvlak
    EXPECT_LE(confidence_of({placed("12", 6.5, 250, 180)}), 0.7);  // beside it
}

TEST(BareNumbers, OthersAreReadAsBefore) {
    EXPECT_FALSE(is_bare_number(number("III", 6.5)));
    EXPECT_FALSE(is_bare_number(number("70%", 6.5)));
    EXPECT_FALSE(is_bare_number(number("4/8", 6.5)));
    MapSign framed = number("9", 6.5);
    framed.shape = SignShape::circle;
    EXPECT_FALSE(is_bare_number(framed));
}

}  // namespace
}  // namespace planlezer
