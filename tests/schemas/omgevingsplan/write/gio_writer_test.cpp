#include "schemas/omgevingsplan/write/gio_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "tests/schemas/omgevingsplan/sample_package.hpp"

namespace planlezer::omgevingsplan {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using testing::full_package;
using ::testing::HasSubstr;
using ::testing::Not;

/// The symbols of the rules, in the order of the values.
std::vector<std::string> symbols(const std::string& xml) {
    static const std::regex symbol("<PolygonSymbolizer>\\s*<Name>(\\w+)</Name>");
    std::vector<std::string> found;
    for (std::sregex_iterator at(xml.begin(), xml.end(), symbol), end; at != end; ++at) found.push_back((*at)[1]);
    return found;
}

/// A height of every number from 1 on.
InformationObject heights(const Package& package, std::size_t values) {
    InformationObject gio = package.gios[0];
    gio.locations.clear();
    for (std::size_t i = values; i > 0; --i) gio.locations.push_back({0, std::to_string(i)});
    return gio;
}

TEST(GioWriter, WritesRingsClosedWithThreeDecimals) {
    const Package package = full_package();
    const std::string gml = gio_gml(package, package.gios[3]);
    EXPECT_THAT(gml, HasSubstr("<gml:posList>155000.125 463000.000 155300.125 463000.000 155300.125 463300.000 155000.125 "
                               "463300.000 155000.125 463000.000</gml:posList>"));
    EXPECT_THAT(gml, HasSubstr("<gml:interior>"));
    EXPECT_THAT(gml, HasSubstr("srsName=\"urn:ogc:def:crs:EPSG::28992\""));
}

TEST(GioWriter, GivesNormFieldsToTheValuesThatHaveThem) {
    const Package package = full_package();
    EXPECT_THAT(gio_gml(package, package.gios[0]),
                AllOf(HasSubstr("<geo:eenheidlabel>meter<"), HasSubstr("<geo:normlabel>maximum bouwhoogte<"),
                      HasSubstr("<geo:kwantitatieveNormwaarde>10.5<")));
    EXPECT_THAT(gio_gml(package, package.gios[2]), AllOf(Not(HasSubstr("eenheid")), HasSubstr("<geo:normID>"),
                                                         HasSubstr("<geo:kwalitatieveNormwaarde>zadeldak &amp; schilddak<")));
    EXPECT_THAT(gio_gml(package, package.gios[3]),
                AllOf(Not(HasSubstr("eenheid")), Not(HasSubstr("norm")), Not(HasSubstr("Normwaarde"))));
    EXPECT_THAT(gio_xml(package, package.gios[3], ""), Not(HasSubstr("FeatureTypeStyle")));
}

TEST(GioWriter, SaysEveryValueOnceInTheLegendAsDutchIsWritten) {
    const Package package = full_package();
    InformationObject gio = package.gios[0];
    gio.locations = {{0, "10.5"}, {1, "9"}, {2, "9"}, {3, "100"}};
    const std::string xml = gio_xml(package, gio, "");
    EXPECT_THAT(xml, HasSubstr("<Title>10,5 meter</Title>"));
    EXPECT_THAT(xml, HasSubstr("<Literal>10.5</Literal>"));
    EXPECT_LT(xml.find("<Title>9 meter<"), xml.find("<Title>10,5 meter<"));
    EXPECT_LT(xml.find("<Title>10,5 meter<"), xml.find("<Title>100 meter<"));
    EXPECT_EQ(symbols(xml).size(), 3U);
}

TEST(GioWriter, SpreadsSymbolsOverTheValues) {
    const Package package = full_package();
    const auto of = [&](std::size_t values) { return symbols(gio_xml(package, heights(package, values), "")); };
    EXPECT_THAT(of(1), ElementsAre("vsgt200"));
    EXPECT_THAT(of(2), ElementsAre("vsgt207", "vsgt200"));
    EXPECT_THAT(of(8), ElementsAre("vsgt207", "vsgt206", "vsgt205", "vsgt204", "vsgt203", "vsgt202", "vsgt201", "vsgt200"));
    EXPECT_EQ(of(9).front(), "vsgt607");
    EXPECT_EQ(of(9).back(), "vsgt200");
    const std::vector<std::string> forty = of(40);
    EXPECT_EQ(std::set(forty.begin(), forty.end()).size(), 40U);
    EXPECT_EQ(of(100).size(), 100U);
    EXPECT_THAT(symbols(gio_xml(package, package.gios[2], "")), ElementsAre("vsgt307", "vsgt300"));
}

}  // namespace
}  // namespace planlezer::omgevingsplan
