#include "schemas/omgevingsplan/compose/norm_groups.hpp"

#include <gtest/gtest.h>

#include "schemas/omgevingsplan/compose/pieces.hpp"
#include "tests/schemas/omgevingsplan/compose/plan_of_rules.hpp"

namespace planlezer::omgevingsplan {
namespace {

using testing::field;
using testing::plan_of_rules;
using testing::rule;

/// Each norm of the plan where it says it is.
std::vector<PlacedNorm> placed(const PlanResult& plan) {
    std::vector<PlacedNorm> norms;
    for (std::size_t i = 0; i < plan.norms.size(); ++i) {
        norms.push_back({&plan, i, plan.norms[i].area, {}, false, plan.norms[i].value ? plan.norms[i].value->text() : "", nothing});
    }
    return norms;
}

NormStatement on_map(const std::string& value, const MultiPolygon& area) {
    NormStatement norm = rule("maximum bouwhoogte", "hoofdgebouwen", value, "art_4__lid_4.2");
    norm.value_source = ValueSource::map;
    norm.area = area;
    return norm;
}

TEST(NormName, SaysSubjectConditionAndException) {
    NormStatement norm = rule("maximum bouwhoogte", "bijbehorende  bouwwerken", "3", "");
    norm.condition = "achter de voorgevel";
    norm.exceptions = {"tenzij anders is aangegeven"};
    EXPECT_EQ(norm_name(norm), "maximum bouwhoogte bijbehorende bouwwerken (achter de voorgevel; tenzij anders is aangegeven)");
}

TEST(NormName, RepeatsNoAanduidingThatTheMapSays) {
    NormStatement norm = on_map("9", field(0, 0, 10, 10));
    norm.condition = "ter plaatse van de aanduiding 'maximum bouwhoogte (m)'";
    EXPECT_EQ(norm_name(norm), "maximum bouwhoogte hoofdgebouwen");
    norm.value_source = ValueSource::text;
    EXPECT_NE(norm_name(norm), "maximum bouwhoogte hoofdgebouwen");
}

TEST(NormGroups, OneNormForAllValuesOfAName) {
    PlanResult plan = plan_of_rules();
    plan.norms = {on_map("9", field(0, 0, 10, 10)), on_map("11", field(10, 0, 10, 10)), on_map("9", field(40, 0, 10, 10))};
    const std::vector<NormGroup> groups = grouped(placed(plan), Form::plan);
    ASSERT_EQ(groups.size(), 1U);
    EXPECT_EQ(groups[0].members.size(), 3U);
    EXPECT_EQ(groups[0].kind, ValueKind::quantitative);
}

TEST(NormGroups, TwoValuesInOnePlaceAreTwoNorms) {
    PlanResult plan = plan_of_rules();
    plan.norms = {on_map("9", field(0, 0, 10, 10)), on_map("11", field(5, 0, 10, 10)), on_map("12", field(5, 5, 10, 10))};
    plan.norms[2].article = "5.2";
    const std::vector<NormGroup> groups = grouped(placed(plan), Form::plan);
    ASSERT_EQ(groups.size(), 3U);
    EXPECT_EQ(groups[0].name, "maximum bouwhoogte hoofdgebouwen, artikel 4.2");
    EXPECT_EQ(groups[1].name, "maximum bouwhoogte hoofdgebouwen, artikel 4.2 - 2");
    EXPECT_EQ(groups[2].name, "maximum bouwhoogte hoofdgebouwen, artikel 5.2");
}

TEST(NormGroups, ASharedEdgeIsNoConflict) {
    PlanResult plan = plan_of_rules();
    plan.norms = {on_map("9", field(0, 0, 10, 10)), on_map("11", field(9.997, 0, 10, 10))};
    EXPECT_EQ(grouped(placed(plan), Form::plan).size(), 1U);
}

TEST(NormGroups, NormsThatDifferOnlyInConditionStayTwo) {
    PlanResult plan = plan_of_rules();
    plan.norms = {rule("maximum bouwhoogte", "erfafscheidingen", "1", ""), rule("maximum bouwhoogte", "erfafscheidingen", "1", "")};
    plan.norms[1].condition = "voor de voorgevel";
    EXPECT_EQ(grouped(placed(plan), Form::plan).size(), 2U);
}

TEST(NormGroups, AValueInTheTextStaysThere) {
    const NormStatement text = rule("maximum bouwhoogte", "hoofdgebouwen", "9", "");
    NormStatement existing = text;
    existing.value.reset();
    existing.value_source = ValueSource::existing;
    EXPECT_EQ(value_kind(text, Form::plan, true), ValueKind::in_text);
    EXPECT_EQ(value_kind(text, Form::norms, true), ValueKind::quantitative);
    EXPECT_EQ(value_kind(text, Form::norms, false), ValueKind::in_text);
    EXPECT_EQ(value_kind(existing, Form::norms, true), ValueKind::qualitative);
    EXPECT_EQ(value_kind(on_map("9", field(0, 0, 1, 1)), Form::plan, true), ValueKind::quantitative);
}

TEST(NormGroups, ANormTooLargeForOneFileIsDivided) {
    PlanResult plan = plan_of_rules();
    for (int i = 0; i < 10; ++i) plan.norms.push_back(on_map("9", field(20.0 * i, 0, 10, 10)));
    const std::vector<NormGroup> parts = divided_by_size(grouped(placed(plan), Form::plan), 6000);
    ASSERT_EQ(parts.size(), 4U);
    EXPECT_EQ(parts[0].name, "maximum bouwhoogte hoofdgebouwen");
    EXPECT_EQ(parts[3].name, "maximum bouwhoogte hoofdgebouwen (deel 4)");
    EXPECT_EQ(parts[0].members.size() + parts[1].members.size() + parts[2].members.size() + parts[3].members.size(), 10U);
    EXPECT_EQ(divided_by_size(grouped(placed(plan), Form::plan), 1'000'000).size(), 1U);
}

TEST(NormGroups, ANormWithAPlaceAndOneWithoutAreTwo) {
    PlanResult plan = plan_of_rules();
    plan.norms = {rule("maximum bouwhoogte", "erfafscheidingen", "2", ""), rule("maximum bouwhoogte", "erfafscheidingen", "2", "")};
    plan.norms[1].area = field(0, 0, 10, 10);
    EXPECT_EQ(grouped(placed(plan), Form::plan).size(), 2U);
}

TEST(NormGroups, WithoutAPlaceTheBestemmingIsSaid) {
    PlanResult plan = plan_of_rules();
    plan.norms = {rule("maximum bouwhoogte", "schuren", "2", "")};
    EXPECT_EQ(grouped(placed(plan), Form::norms).front().name, "maximum bouwhoogte schuren in de bestemming Wonen");
    EXPECT_EQ(grouped(placed(plan), Form::plan).front().name, "maximum bouwhoogte schuren");
}

TEST(NormName, AnExceptionThatIsTheSubjectIsNone) {
    NormStatement norm = rule("maximum bouwhoogte", "vlaggenmasten", "7", "");
    norm.exceptions = {"met uitzondering van vlaggenmasten, waarvan", "tenzij anders is aangegeven"};
    EXPECT_EQ(norm_name(norm), "maximum bouwhoogte vlaggenmasten (tenzij anders is aangegeven)");
}

TEST(Pieces, NoGroundIsGivenTwiceAndEachMemberHasItsOwn) {
    PlanResult plan = plan_of_rules();
    plan.norms = {on_map("9", field(0, 0, 10, 10)), on_map("9", field(5, 0, 10, 10)), on_map("9", field(0, 0, 5, 5))};
    const std::vector<PlacedNorm> members = grouped(placed(plan), Form::plan).front().members;
    const std::vector<Piece> pieces = pieces_of(members);
    double whole = 0;
    std::vector<double> of_member(3);
    for (const Piece& piece : pieces) {
        whole += area(piece.area);
        for (const std::size_t member : piece.members) of_member[member] += area(piece.area);
    }
    EXPECT_DOUBLE_EQ(whole, 150);
    EXPECT_DOUBLE_EQ(of_member[0], 100);
    EXPECT_DOUBLE_EQ(of_member[1], 100);
    EXPECT_DOUBLE_EQ(of_member[2], 25);
}

}  // namespace
}  // namespace planlezer::omgevingsplan
