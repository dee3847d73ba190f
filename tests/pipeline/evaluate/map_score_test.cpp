#include "pipeline/evaluate/map_score.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/pipeline/evaluate/trials.hpp"

namespace planlezer::evaluate {
namespace {

Polygon square(double x, double y, double side) { return {{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}, {}}; }

MapGoldValue gold_value(const std::string& value, const Polygon& area) {
    return {"maximum bouwhoogte", *Decimal::parse(value), Unit::metre, "Wonen", {area}};
}

NormStatement norm(const std::string& value, MultiPolygon area) {
    NormStatement made = testing::emitted("maximum bouwhoogte", value, "gebouwen");
    made.value_source = ValueSource::map;
    made.area = std::move(area);
    return made;
}

class MapScoreTest : public ::testing::Test {
  protected:
    MapScoreTest() {
        sheet_.name = "blad";
        sheet_.plan_id = "plan";
        sheet_.hand = "prabpk";
        sheet_.form = "pdf";
        result_.plan_id = "plan";
    }
    MapScore score() const { return score_maps({result_}, {sheet_}); }

    MapGold sheet_;
    PlanResult result_;
};

TEST_F(MapScoreTest, AValueInItsPlace) {
    sheet_.values = {gold_value("9.5", square(0, 0, 10))};
    result_.norms = {norm("9.50", {square(0.2, 0, 10)})};
    const MapFigures figures = score().all();
    for (const Rate* const rate : {&figures.read, &figures.accepted, &figures.located, &figures.iou_50, &figures.iou_90}) {
        EXPECT_EQ(rate->hits, 1);
        EXPECT_EQ(rate->total, 1);
    }
    EXPECT_EQ(figures.wrong.hits, 0);
    EXPECT_EQ(figures.wrong.total, 1);
    EXPECT_TRUE(score().faults.empty());
    EXPECT_EQ(score().figures.at(MapSplit::hand_and_form).at("prabpk/pdf").read.hits, 1);
}

TEST_F(MapScoreTest, ANormOfSeveralAreasAnswersEachOfThem) {
    sheet_.values = {gold_value("9", square(0, 0, 10)), gold_value("9", square(50, 0, 10)), gold_value("8", square(90, 0, 10))};
    result_.norms = {norm("9", {square(0, 0, 10), square(50, 0, 10)})};
    const MapFigures figures = score().all();
    EXPECT_EQ(figures.read.hits, 2);
    EXPECT_EQ(figures.iou_90.hits, 2);
    EXPECT_EQ(figures.iou_90.total, 3);
    EXPECT_EQ(figures.wrong.total, 2);
    ASSERT_EQ(score().faults.size(), 1U);
    EXPECT_EQ(score().faults[0].what, "maximum bouwhoogte 8 bij 95,5: niet gelezen");
}

TEST_F(MapScoreTest, NeighboursOfOneValueMayBeDrawnAsOne) {
    const Polygon left = square(0, 0, 10);
    const Polygon right = square(10, 0, 10);
    sheet_.values = {gold_value("9", left), gold_value("9", right)};
    result_.norms = {norm("9", {{{{0, 0}, {20, 0}, {20, 10}, {0, 10}}, {}}})};
    EXPECT_EQ(score().all().iou_90.hits, 2);
    sheet_.values[1].value = Decimal(8, 0);
    EXPECT_EQ(score().all().iou_90.hits, 0) << "the right half has another value: an area over both is too large";
    EXPECT_EQ(score().all().iou_50.hits, 1);
}

TEST_F(MapScoreTest, AValueInTheWrongPlaceIsReadAndWrong) {
    sheet_.values = {gold_value("9", square(0, 0, 10))};
    result_.norms = {norm("9", {square(500, 0, 10)})};
    const MapFigures figures = score().all();
    EXPECT_EQ(figures.read.hits, 1);
    EXPECT_EQ(figures.located.hits, 0);
    EXPECT_EQ(figures.wrong.hits, 1);
}

TEST_F(MapScoreTest, ANormWithoutAnAreaStandsForItsValueInItsBestemming) {
    sheet_.values = {gold_value("9", square(0, 0, 10)), gold_value("9", square(50, 0, 10)), gold_value("9", square(90, 0, 10))};
    sheet_.values[2].bestemming = "Bedrijf";
    result_.norms = {norm("9", {})};
    result_.norms[0].bestemming = "Wonen";
    EXPECT_EQ(score().all().read.hits, 2);
    EXPECT_EQ(score().all().located.hits, 0);
    EXPECT_EQ(score().all().wrong.hits, 0);
}

TEST_F(MapScoreTest, AMisplacedValueAnswersOneGoldValue) {
    sheet_.values = {gold_value("9", square(0, 0, 10)), gold_value("9", square(50, 0, 10))};
    result_.norms = {norm("9", {square(500, 0, 10)})};
    EXPECT_EQ(score().all().read.hits, 1);
    EXPECT_EQ(score().all().accepted.hits, 1);
}

TEST_F(MapScoreTest, OnlyAcceptedNormsOfTheMapCanBeWrong) {
    sheet_.values = {gold_value("9", square(0, 0, 10))};
    result_.norms = {testing::in_review(norm("6", {square(0, 0, 10)})), norm("6", {square(0, 0, 10)}), norm("7", {square(0, 0, 10)})};
    result_.norms[1].value_source = ValueSource::text;
    const MapFigures figures = score().all();
    EXPECT_EQ(figures.wrong.hits, 1);
    EXPECT_EQ(figures.wrong.total, 1);
    EXPECT_EQ(figures.read.hits, 0);
}

TEST_F(MapScoreTest, ASliverOfTheNeighbourIsNoPlace) {
    sheet_.values = {gold_value("9", square(0, 0, 10))};
    result_.norms = {norm("9", {square(9.8, 0, 10)})};
    EXPECT_EQ(score().all().located.hits, 0);
    EXPECT_EQ(score().all().wrong.hits, 1);
}

TEST_F(MapScoreTest, ASheetWithoutAResultIsMissed) {
    sheet_.values = {gold_value("9", square(0, 0, 10))};
    sheet_.plan_id = "ander";
    EXPECT_THAT(score().absent, ::testing::ElementsAre("blad"));
    EXPECT_EQ(score().all().read.total, 1);
    sheet_.sheet = "v.pdf";
    result_.documents = {{"map/v.pdf", "", "application/pdf", DocumentRole::verbeelding, 1, 0, {}}};
    EXPECT_TRUE(score().absent.empty()) << "the sheet's own name tells too";
}

}  // namespace
}  // namespace planlezer::evaluate
