#include "extractors/gml/imro_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numbers>

#include "schemas/geometry/polygons.hpp"

namespace planlezer {
namespace {

using ::testing::HasSubstr;

std::variant<PlanMap, Failure> read(const std::string& text) { return read_imro(std::as_bytes(std::span(text))); }

PlanMap plan_of(const std::string& text) {
    auto result = read(text);
    if (const auto* failure = std::get_if<Failure>(&result)) {
        ADD_FAILURE() << failure->message;
        return {};
    }
    return std::get<PlanMap>(std::move(result));
}

std::string collection(const std::string& members) {
    return R"(<?xml version="1.0"?><imro:FeatureCollectionIMRO xmlns:imro="http://www.geonovum.nl/imro/2012/1.1" xmlns:gml="http://www.opengis.net/gml/3.2">)" +
           members + "</imro:FeatureCollectionIMRO>";
}

std::string bouwvlak(const std::string& geometry) {
    return collection(R"(<imro:featureMember><imro:Bouwvlak gml:id="b"><imro:naam>bouwvlak</imro:naam><imro:geometrie>)" + geometry +
                      "</imro:geometrie></imro:Bouwvlak></imro:featureMember>");
}

std::string surface(const std::string& rings) {
    return "<gml:Surface srsName=\"urn:ogc:def:crs:EPSG::28992\"><gml:patches><gml:PolygonPatch>" + rings + "</gml:PolygonPatch></gml:patches></gml:Surface>";
}

std::string exterior(const std::string& content) { return "<gml:exterior>" + content + "</gml:exterior>"; }

std::string linear_ring(const std::string& points) { return "<gml:LinearRing><gml:posList>" + points + "</gml:posList></gml:LinearRing>"; }

std::string curve(const std::string& segments) {
    return "<gml:Ring><gml:curveMember><gml:Curve><gml:segments>" + segments + "</gml:segments></gml:Curve></gml:curveMember></gml:Ring>";
}

const std::string square = linear_ring("142000 507000 142010 507000 142010 507010 142000 507010 142000 507000");

TEST(ImroReader, ReadsAnAreaWithAHole) {
    const PlanMap plan = plan_of(bouwvlak(surface(exterior(square) + "<gml:interior>" + linear_ring("142002 507002 142002 507004 142004 507004 142004 507002 142002 507002") + "</gml:interior>")));
    ASSERT_EQ(plan.objects.size(), 1U);
    EXPECT_EQ(plan.objects[0].kind, PlanObjectKind::bouwvlak);
    EXPECT_EQ(plan.objects[0].id, "b");
    EXPECT_EQ(plan.objects[0].area,
              (MultiPolygon{{{{142000, 507000}, {142010, 507000}, {142010, 507010}, {142000, 507010}}, {{{142002, 507002}, {142002, 507004}, {142004, 507004}, {142004, 507002}}}}}));
    EXPECT_TRUE(plan.flags.empty());
}

TEST(ImroReader, ReadsSingleCirclesAndArcs) {
    const std::string circle = "<gml:Circle><gml:posList>142010 507000 142000 507010 141990 507000</gml:posList></gml:Circle>";
    EXPECT_NEAR(area(plan_of(bouwvlak(surface(exterior(curve(circle))))).objects[0].area), std::numbers::pi * 100, 0.5);
    const std::string by_centre = "<gml:CircleByCenterPoint><gml:pos>142000 507000</gml:pos><gml:radius uom=\"m\">10</gml:radius></gml:CircleByCenterPoint>";
    EXPECT_NEAR(area(plan_of(bouwvlak(surface(exterior(curve(by_centre))))).objects[0].area), std::numbers::pi * 100, 0.5);
    const std::string half = "<gml:ArcString><gml:posList>142010 507000 142000 507010 141990 507000</gml:posList></gml:ArcString>"
                             "<gml:LineStringSegment><gml:pos>141990 507000</gml:pos><gml:pos>142010 507000</gml:pos></gml:LineStringSegment>";
    EXPECT_NEAR(area(plan_of(bouwvlak(surface(exterior(curve(half))))).objects[0].area), std::numbers::pi * 50, 0.3);
}

TEST(ImroReader, PatchesThatShareAnEdgeAreOneArea) {
    const std::string patch = "<gml:PolygonPatch>" + exterior(linear_ring("142010 507000 142020 507000 142020 507010 142010 507010 142010 507000")) + "</gml:PolygonPatch>";
    const PlanMap plan = plan_of(bouwvlak("<gml:Surface><gml:patches><gml:PolygonPatch>" + exterior(square) + "</gml:PolygonPatch>" + patch + "</gml:patches></gml:Surface>"));
    EXPECT_EQ(plan.objects[0].area.size(), 1U);
    EXPECT_NEAR(area(plan.objects[0].area), 200, 1e-6);
}

TEST(ImroReader, TheFormsOfOlderGmlAreReadToo) {
    const std::string three = "<gml:LinearRing srsDimension=\"3\"><gml:posList>142000 507000 1 142010 507000 1 142010 507010 1 142000 507000 1</gml:posList></gml:LinearRing>";
    EXPECT_NEAR(area(plan_of(bouwvlak(surface(exterior(three)))).objects[0].area), 50, 1e-6);
    const std::string two = "<gml:Polygon><gml:outerBoundaryIs><gml:LinearRing><gml:coordinates>142000,507000 142010,507000 142010,507010 142000,507000</gml:coordinates>"
                            "</gml:LinearRing></gml:outerBoundaryIs></gml:Polygon>";
    EXPECT_NEAR(area(plan_of(bouwvlak("<gml:MultiSurface><gml:surfaceMember>" + two + "</gml:surfaceMember></gml:MultiSurface>")).objects[0].area), 50, 1e-6);
}

TEST(ImroReader, AnAreaThatIsNotReadWholeIsFlaggedAndLeftOut) {
    const auto fault = [](const std::string& geometry) {
        const PlanMap plan = plan_of(bouwvlak(geometry));
        if (plan.objects.size() != 1 || plan.flags.size() != 1) return std::string("no flag");
        EXPECT_TRUE(plan.objects[0].area.empty());
        EXPECT_EQ(plan.objects[0].confidence, 0);
        EXPECT_EQ(plan.flags[0].code, FlagCode::map_area_unclear);
        return plan.flags[0].message();
    };
    EXPECT_THAT(fault(surface(exterior(linear_ring("507000 142000 507010 142000 507010 142010 507000 142000")))), HasSubstr("buiten het RD-stelsel"));
    EXPECT_THAT(fault(surface(exterior(linear_ring("142000 507000 142010 507000 142010")))), HasSubstr("mist een coördinaat"));
    EXPECT_THAT(fault(surface(exterior(linear_ring("142000 507000 142010 x 142010 507010 142000 507000")))), HasSubstr("geen getal"));
    EXPECT_THAT(fault(surface(exterior(linear_ring("142000 507000 142010 507000 142010 507010 142000 507010")))), HasSubstr("niet gesloten"));
    EXPECT_THAT(fault(surface(exterior(curve("<gml:BSpline><gml:posList>142000 507000 142010 507000</gml:posList></gml:BSpline>")))), HasSubstr("lijnsoort"));
    EXPECT_THAT(fault("<gml:Point><gml:pos>142000 507000</gml:pos></gml:Point>"), HasSubstr("geen vlak"));
    EXPECT_THAT(fault(""), HasSubstr("geen vlak"));
}

TEST(ImroReader, AnAreaThatCrossesItselfIsMended) {
    const PlanMap plan = plan_of(bouwvlak(surface(exterior(linear_ring("142000 507000 142010 507010 142010 507000 142000 507010 142000 507000")))));
    EXPECT_EQ(plan.objects[0].area.size(), 2U);
    EXPECT_NEAR(area(plan.objects[0].area), 50, 1e-6);
}

TEST(ImroReader, AValueThatIsNoNumberIsFlagged) {
    const PlanMap plan = plan_of(collection(R"(<imro:Maatvoering gml:id="m"><imro:naam>maatvoering</imro:naam><imro:maatvoeringInfo><imro:WaardeEnType>)"
                                            "<imro:waarde>3/4</imro:waarde><imro:waardeType>maximum bouwhoogte (m)</imro:waardeType>"
                                            "</imro:WaardeEnType></imro:maatvoeringInfo><imro:geometrie>" +
                                            surface(exterior(square)) + "</imro:geometrie></imro:Maatvoering>"));
    ASSERT_EQ(plan.objects.at(0).values.size(), 1U);
    EXPECT_EQ(plan.objects[0].values[0].value, std::nullopt);
    ASSERT_EQ(plan.flags.size(), 1U);
    EXPECT_THAT(plan.flags[0].message(), HasSubstr("maximum bouwhoogte (m): 3/4"));
}

TEST(ImroReader, WhatIsNoSoundPlanFailsByName) {
    const auto message = [](const std::string& text) {
        const auto result = read(text);
        const auto* failure = std::get_if<Failure>(&result);
        return failure == nullptr ? std::string("read") : failure->message;
    };
    const std::string whole = bouwvlak(surface(exterior(square)));
    EXPECT_EQ(message(whole), "read");
    EXPECT_THAT(message(whole.substr(0, whole.size() - 20)), HasSubstr("geen geldige XML"));
    EXPECT_THAT(message(whole.substr(0, whole.size() / 2)), HasSubstr("geen geldige XML"));
    EXPECT_THAT(message(""), HasSubstr("GML"));
    EXPECT_THAT(message(collection("")), HasSubstr("geen bestemmingsplan"));
    EXPECT_THAT(message(bouwvlak("<gml:Surface srsName=\"EPSG:4326\"/>")), HasSubstr("EPSG:28992"));
    EXPECT_THAT(message("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>" + bouwvlak("&b;").substr(21)), HasSubstr("documenttype"));
    EXPECT_THAT(message("<!DOCTYPE x SYSTEM \"file:///etc/passwd\">" + whole.substr(21)), HasSubstr("documenttype"));
    std::string deep;
    for (int i = 0; i < 10'000; ++i) deep += "<gml:surfaceMember>";
    EXPECT_THAT(message(bouwvlak(deep)), HasSubstr("geen geldige XML"));
}

}  // namespace
}  // namespace planlezer
