#include "schemas/omgevingsplan/read_gio.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schemas/omgevingsplan/write/gio_writer.hpp"
#include "tests/schemas/omgevingsplan/sample_package.hpp"

namespace planlezer::omgevingsplan {
namespace {

using ::testing::HasSubstr;

std::string surface(const std::string& inside, const std::string& reference_system = "urn:ogc:def:crs:EPSG::28992") {
    return "<x xmlns:gml='http://www.opengis.net/gml/3.2'><gml:Surface srsName='" + reference_system +
           "'><gml:patches><gml:PolygonPatch>" + inside + "</gml:PolygonPatch></gml:patches></gml:Surface></x>";
}

std::string exterior(const std::string& positions) {
    return "<gml:exterior><gml:LinearRing><gml:posList>" + positions + "</gml:posList></gml:LinearRing></gml:exterior>";
}

std::string fault_of(const std::string& gml) {
    const auto result = read_gio_area(gml);
    return std::holds_alternative<std::string>(result) ? std::get<std::string>(result) : "";
}

TEST(ReadGio, GivesBackWhatWasWritten) {
    Package package = testing::full_package();
    MultiPolygon& shape = package.gebieden.at(package.gios[3].locations[0].gebied).shape;
    shape[0].outer[0].y = 463000;  // a whole millimetre, so that it comes back
    shape[0].outer[1].y = 463000;
    shape[0].outer[2].y = 463300;
    shape[0].outer[3].y = 463300;
    const auto result = read_gio_area(gio_gml(package, package.gios[3]));
    ASSERT_TRUE(std::holds_alternative<MultiPolygon>(result)) << std::get<std::string>(result);
    EXPECT_EQ(std::get<MultiPolygon>(result), shape);
}

TEST(ReadGio, ReadsPatches) {
    const auto result = read_gio_area(surface(exterior("1 2 3.5 2 3 4 1 2")));
    ASSERT_TRUE(std::holds_alternative<MultiPolygon>(result));
    EXPECT_EQ(std::get<MultiPolygon>(result), (MultiPolygon{{{{1, 2}, {3.5, 2}, {3, 4}}, {}}}));
}

TEST(ReadGio, SaysWhatItCannotRead) {
    EXPECT_THAT(fault_of("geen xml"), HasSubstr("geen XML"));
    EXPECT_THAT(fault_of(""), HasSubstr("geen XML"));
    EXPECT_THAT(fault_of("<x/>"), HasSubstr("geen vlak"));
    EXPECT_THAT(fault_of(surface(exterior("1 2 3 2 3 4 1 2"), "urn:ogc:def:crs:EPSG::4258")), HasSubstr("EPSG:28992"));
    EXPECT_THAT(fault_of(surface(exterior("1 2 3 2 3 4"))), HasSubstr("niet gesloten"));
    EXPECT_THAT(fault_of(surface(exterior("1 2 3 2 3 4 1"))), HasSubstr("oneven"));
    EXPECT_THAT(fault_of(surface(exterior("1 2 3 2 3 4,5 4 1 2"))), HasSubstr("geen getal"));
    EXPECT_THAT(fault_of(surface("<gml:exterior><gml:Ring/></gml:exterior>")), HasSubstr("bogen"));
    EXPECT_THAT(fault_of(surface("")), HasSubstr("buitenrand"));
    EXPECT_THAT(fault_of("<!DOCTYPE x [<!ENTITY e 'v'>]><x>&e;</x>"), HasSubstr("DOCTYPE"));
}

}  // namespace
}  // namespace planlezer::omgevingsplan
