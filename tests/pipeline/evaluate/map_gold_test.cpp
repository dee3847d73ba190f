#include "pipeline/evaluate/map_gold.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/evaluate/gold.hpp"
#include "tests/support/folder.hpp"

namespace planlezer::evaluate {
namespace {

constexpr const char* square = R"({"type": "Polygon", "coordinates": [[[0, 0], [10, 0], [10, 10], [0, 0]]]})";

class MapGoldTest : public ::testing::Test {
  protected:
    std::vector<MapGold> load(const std::string& text) {
        folder_.write("blad.json", text);
        return load_map_gold(folder_.path());
    }
    std::string fault(const std::string& text) {
        try {
            (void)load(text);
            return "";
        } catch (const EvaluateError& error) {
            return error.what();
        }
    }

    test::Folder folder_;
};

TEST_F(MapGoldTest, AValueHasItsGround) {
    const std::vector<MapGold> all = load(std::string(R"({"format": "planlezer-map-gold/1", "imro_id": "NL.IMRO.9920.BP1-VA01", "sheet": "v.pdf",
        "style": {"hand": "prabpk", "form": "scan", "placement": "grid_crosses", "scale": 1000}, "plan_contour": null,
        "values": [{"kind": "maximum bouwhoogte", "value": "9.5", "unit": "m", "bestemming": "Wonen", "geometry": )") + square + "}]}");
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].name, "blad");
    EXPECT_EQ(all[0].plan_id, "NL.IMRO.9920.BP1-VA01");
    EXPECT_EQ(all[0].hand + "/" + all[0].form + "/" + all[0].placement, "prabpk/scan/grid_crosses");
    ASSERT_EQ(all[0].values.size(), 1U);
    EXPECT_EQ(all[0].values[0].value, Decimal(95, 1));
    EXPECT_EQ(all[0].values[0].area, (MultiPolygon{{{{0, 0}, {10, 0}, {10, 10}}, {}}}));
}

TEST_F(MapGoldTest, WhatIsWrongIsSaid) {
    const std::string head = R"({"format": "planlezer-map-gold/1", "values": [{"kind": "maximum bouwhoogte", "unit": "m", )";
    EXPECT_THAT(fault("{"), ::testing::HasSubstr("geen geldige JSON"));
    EXPECT_THAT(fault(R"({"norms": []})"), ::testing::HasSubstr("geen kaartgoud"));
    EXPECT_THAT(fault(head + R"("value": "9,5"}]})"), ::testing::HasSubstr("values 1: waarde '9,5' is geen getal met een punt"));
    EXPECT_THAT(fault(head + R"("value": "9", "geometry": null}]})"), ::testing::HasSubstr("geen vlak in GeoJSON"));
}

}  // namespace
}  // namespace planlezer::evaluate
