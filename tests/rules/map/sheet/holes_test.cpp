#include "rules/map/sheet/holes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "rules/map/sheet/read_sheet.hpp"
#include "schemas/geometry/polygons.hpp"
#include "tests/rules/map/sheet/small_sheet.hpp"

namespace planlezer {
namespace {

using namespace planlezer::testing;

TEST(Holes, AHouseInTheColourOfABestemmingIsNone) {
    MapSheet drawn = sheet();
    drawn.areas.push_back(box(field(grey), 130, 130, 150, 150));
    const auto fields = [&] { return std::ranges::count(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()).objects, PlanObjectKind::enkelbestemming, &PlanObject::kind); };
    EXPECT_EQ(fields(), 2) << "within a bouwvlak, over another bestemming";
    drawn.signs = {label(140, 140, "V"), label(250, 250, "W")};
    EXPECT_EQ(fields(), 3) << "with its own letters";
}

TEST(Holes, AHouseCutOutOfABestemmingIsOfThatBestemmingUnlessLettersSayOtherwise) {
    MapSheet drawn = sheet();
    drawn.legend.push_back(swatch(field(yellow), "WG", "Woongebied", "Enkelbestemmingen"));
    drawn.areas[0].shape[0].holes = {{{230, 230}, {230, 260}, {260, 260}, {260, 230}}};
    drawn.areas.push_back(box(field(yellow), 230, 230, 260, 260));
    drawn.signs = {label(280, 280, "WG")};
    EXPECT_EQ(std::ranges::count(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()).objects, true, &PlanObject::one_of_several), 1) << "outside a bouwvlak its letters may be lost";
    drawn.areas.push_back(box(outline(LineDash::solid, 1.4), 225, 225, 275, 275));
    const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
    const auto fields = [](const PlanMap& read, std::string_view name) { return std::ranges::count(read.objects, name, &PlanObject::name); };
    EXPECT_EQ(fields(map, "Wonen"), 0);
    const auto whole = std::ranges::find(map.objects, "Woongebied", &PlanObject::name);
    ASSERT_NE(whole, map.objects.end());
    EXPECT_NEAR(area(whole->area), 200 * 200 * metres_a_point * metres_a_point, 0.1);
    drawn.signs.push_back(label(245, 245, "W"));
    EXPECT_EQ(fields(read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book()), "Wonen"), 1);
}

TEST(Holes, AHouseInATintThatTheLegendDoesNotKnowIsOfTheBestemmingAroundIt) {
    MapSheet drawn = sheet();
    drawn.pixels_a_point_x = drawn.pixels_a_point_y = 4;  // a picture
    drawn.areas[0].shape[0].holes = {{{230, 130}, {230, 150}, {260, 150}, {260, 130}}, {{250, 250}, {250, 270}, {270, 270}, {270, 250}}};
    drawn.areas.push_back(box(field({150, 150, 30}), 230, 130, 260, 150));
    const auto size_of_wonen = [&drawn] {
        const PlanMap map = read_sheet(drawn, {"kaart.png", {}, nullptr}, book());
        const auto found = std::ranges::find(map.objects, "Wonen", &PlanObject::name);
        return found == map.objects.end() ? 0 : area(found->area) / (metres_a_point * metres_a_point);
    };
    EXPECT_NEAR(size_of_wonen(), 200 * 200 - 20 * 20, 1) << "outside a bouwvlak it may be another bestemming";
    drawn.pixels_a_point_x = drawn.pixels_a_point_y = 0;
    EXPECT_NEAR(size_of_wonen(), 200 * 200 - 20 * 20 - 30 * 20, 1) << "a drawing has holes on purpose";
    drawn.pixels_a_point_x = drawn.pixels_a_point_y = 4;
    drawn.areas.push_back(box(field(grey), 230, 130, 260, 150));
    drawn.signs = {label(245, 140, "V")};
    EXPECT_NEAR(size_of_wonen(), 200 * 200 - 20 * 20 - 30 * 20, 1) << "a bestemming of its own";
}

TEST(Holes, ABestemmingInDashesGoesOnUnderTheBouwvlakInIt) {
    const auto verkeer = [](const std::vector<std::string>& letters, LineDash dash) {
        MapSheet drawn = sheet();
        drawn.pixels_a_point_x = drawn.pixels_a_point_y = 4;
        drawn.legend[0] = swatch(outline(dash, 0.5), "G", "Groen", "Enkelbestemmingen");
        drawn.legend[1] = swatch(outline(dash, 0.5), "V", "Verkeer", "Enkelbestemmingen");
        drawn.areas = {box(outline(dash, 0.5), 100, 100, 300, 300), box(outline(LineDash::solid, 1.4), 120, 120, 200, 200)};
        drawn.areas[0].shape[0].holes = {{{120, 120}, {200, 120}, {200, 200}, {120, 200}}};
        drawn.signs = {label(250, 250, "V")};
        double x = 130;
        for (const std::string& each : letters) drawn.signs.push_back(label(x += 20, 150, each));
        const PlanMap map = read_sheet(drawn, {"kaart.pdf", {}, nullptr}, book());
        const auto found = std::ranges::find(map.objects, "Verkeer", &PlanObject::name);
        if (found == map.objects.end()) return std::pair(0.0, 0.0);
        return std::pair(area(found->area) / metres_a_point / metres_a_point, found->confidence);
    };
    constexpr double whole = 200 * 200;
    constexpr double around = whole - 80 * 80;
    for (const auto& letters : {std::vector<std::string>{"V"}, {"12"}, {"VII"}, {}}) {
        const auto [size, confidence] = verkeer(letters, LineDash::dash_dotted);
        EXPECT_NEAR(size, whole, 10);
        EXPECT_LT(confidence, 0.7);  // for a person
    }
    for (const auto& letters : {std::vector<std::string>{"G"}, {"G", "V"}, {"VV-1"}, {"Gm", "V"}}) EXPECT_NEAR(verkeer(letters, LineDash::dash_dotted).first, around, 10) << letters[0];
    EXPECT_NEAR(verkeer({"12"}, LineDash::solid).first, around, 10);
}

TEST(Holes, ABouwvlakInAColourOfItsOwnLiesOnTheGroundAroundItForAPerson) {
    MapSheet drawn = sheet();
    drawn.pixels_a_point_x = drawn.pixels_a_point_y = 4;
    const AreaStyle cream = field({255, 240, 200});
    drawn.legend[2] = swatch(cream, "", "bouwvlak", "Bouwvlakken");
    drawn.areas = {box(field(yellow), 100, 100, 300, 300), box(field(grey), 300, 100, 320, 300), box(cream, 120, 120, 200, 200)};
    drawn.areas[0].shape[0].holes = {{{120, 120}, {200, 120}, {200, 200}, {120, 200}}};
    const auto wonen = [&drawn] {
        const PlanMap map = read_sheet(drawn, {"kaart.png", {}, nullptr}, book());
        const auto found = std::ranges::find(map.objects, "Wonen", &PlanObject::name);
        return found == map.objects.end() ? std::pair(0.0, 0.0) : std::pair(area(found->area) / metres_a_point / metres_a_point, found->confidence);
    };
    EXPECT_NEAR(wonen().first, 200 * 200, 10);
    EXPECT_LT(wonen().second, 0.7);
    drawn.signs = {label(160, 160, "V")};
    EXPECT_NEAR(wonen().first, 200 * 200 - 80 * 80, 10) << "letters of another";
    EXPECT_GT(wonen().second, 0.7);
}

}  // namespace
}  // namespace planlezer
