#include "rules/map/join/join_maps.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "schemas/geometry/polygons.hpp"
#include "schemas/rulebook/rule_book.hpp"

namespace planlezer {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const RuleBook& book() {
    static const RuleBook loaded = load_rule_book({PLANLEZER_BOOK});
    return loaded;
}

MultiPolygon box(double x0, double y0, double x1, double y1) { return {{{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, {}}}; }

PlanObject object(PlanObjectKind kind, const std::string& name, MultiPolygon area, const std::string& article = {}) {
    PlanObject object;
    object.kind = kind;
    object.name = name;
    object.id = name + " " + std::to_string(area.empty() ? 0 : static_cast<int>(area[0].outer[0].x));
    object.article = article;
    object.area = std::move(area);
    return object;
}

MapValue value(const std::string& kind, int metres) {
    MapValue value;
    value.kind = kind;
    value.value = Decimal(metres, 0);
    value.unit = Unit::metre;
    value.text = std::to_string(metres);
    value.provenance.quote = kind + " (m): " + value.text;
    return value;
}

PlanObject maatvoering(MultiPolygon area, std::vector<MapValue> values) {
    PlanObject found = object(PlanObjectKind::maatvoering, "maatvoering", std::move(area));
    found.values = std::move(values);
    return found;
}

/// Wonen from 0 to 100, Bedrijf from 100 to 200, each with a bouwvlak; two heights in Wonen, one in Bedrijf.
PlanMap village() {
    PlanMap map;
    map.file = "plan.gml";
    map.imro_id = "NL.IMRO.0001.Dorp-VA01";
    map.objects = {
        object(PlanObjectKind::plangebied, "Dorp", box(0, 0, 200, 100)),
        object(PlanObjectKind::enkelbestemming, "Wonen - 1", box(0, 0, 100, 100), "4"),
        object(PlanObjectKind::enkelbestemming, "Bedrijf", box(100, 0, 200, 100), "3"),
        object(PlanObjectKind::bouwvlak, "bouwvlak", box(20, 20, 80, 80)),
        object(PlanObjectKind::bouwvlak, "bouwvlak", box(120, 20, 180, 80)),
        object(PlanObjectKind::bouwaanduiding, "specifieke bouwaanduiding - 1", box(20, 20, 40, 40)),
        maatvoering(box(20, 20, 80, 50), {value("maximum bouwhoogte", 9)}),
        maatvoering(box(20, 50, 80, 80), {value("maximum bouwhoogte", 7)}),
        maatvoering(box(120, 20, 180, 80), {value("maximum bouwhoogte", 12)}),
    };
    return map;
}

NormStatement rule(const std::string& bestemming, const std::string& article) {
    NormStatement norm;
    norm.kind = "maximum bouwhoogte";
    norm.unit = Unit::metre;
    norm.bestemming = bestemming;
    norm.subject = "hoofdgebouwen";
    norm.article = article;
    norm.location = LocationKind::bestemmingsvlak;
    norm.confidence = 0.97;
    norm.status = NormStatus::accepted;
    norm.provenance = {"regels.pdf", 3, {}, "de bouwhoogte bedraagt ten hoogste de aangegeven bouwhoogte", "bouwhoogte@1/x"};
    return norm;
}

NormStatement reference(const std::string& bestemming, const std::string& article) {
    NormStatement norm = rule(bestemming, article);
    norm.value_source = ValueSource::map;
    norm.flags = {FlagCode::map_reference_unresolved};
    norm.status = NormStatus::review;
    return norm;
}

NormStatement number(const std::string& bestemming, int metres) {
    NormStatement norm = rule(bestemming, "4.2 onder b");
    norm.value = Decimal(metres, 0);
    return norm;
}

PlanResult plan(std::vector<NormStatement> norms) {
    PlanResult result;
    result.plan_id = result.imro_id = "NL.IMRO.0001.Dorp-VA01";
    result.norms = std::move(norms);
    for (std::size_t i = 0; i < result.norms.size(); ++i) {
        for (const FlagCode code : result.norms[i].flags) result.flags.push_back({code, {}, {i}, result.norms[i].provenance});
    }
    return result;
}

PlanResult joined(std::vector<NormStatement> norms, std::vector<PlanMap> maps = {village()}) {
    PlanResult result = plan(std::move(norms));
    join_maps(std::move(maps), book().map, result);
    return result;
}

/// "9 m in Wonen - 1 (imro)"
std::vector<std::string> values(const PlanResult& result) {
    std::vector<std::string> words;
    for (const NormStatement& norm : result.norms) {
        words.push_back((norm.value ? norm.value->text() : "-") + " " + norm.bestemming + " " + std::string(value_source_text(norm.value_source)) + " " +
                        std::string(norm_status_text(norm.status)));
    }
    return words;
}

std::vector<std::string> messages(const PlanResult& result, FlagCode code) {
    std::vector<std::string> words;
    for (const Flag& flag : result.flags) {
        if (flag.code == code) words.push_back(flag.message());
    }
    return words;
}

TEST(JoinMaps, TheNumberOfAnArtikelNeverSpeaksAgainstTheName) {
    // Artikel 3 of the map is Bedrijf: a rule of Groen has no place there, whatever its number.
    const PlanResult result = joined({number("Groen", 2), reference("Groen", "3.2 onder a")});
    NormStatement third = number("Groen", 2);
    third.article = "3.2 onder b";
    EXPECT_TRUE(joined({third}).norms.front().area.empty());
    EXPECT_FALSE(messages(result, FlagCode::map_reference_unresolved).empty());
    NormStatement misread = third;
    misread.bestemming = "Bedrijl";
    EXPECT_EQ(joined({misread}).norms.front().area, box(100, 0, 200, 100));
}

TEST(JoinMaps, ARuleThatRefersToTheMapHasItsValuesAndAreas) {
    const PlanResult result = joined({reference("Bedrijf", "3.2"), reference("Wonen-1", "4.2 onder a")});
    EXPECT_THAT(values(result), ElementsAre("12 Bedrijf imro accepted", "7 Wonen-1 imro accepted", "9 Wonen-1 imro accepted"));
    EXPECT_EQ(result.norms[0].area, box(120, 20, 180, 80));
    EXPECT_EQ(result.norms[1].area, box(20, 50, 80, 80));
    EXPECT_EQ(result.norms[2].area, box(20, 20, 80, 50));
    EXPECT_EQ(result.norms[2].location, LocationKind::maatvoeringsvlak);
    EXPECT_EQ(result.norms[2].provenance.quote, "de bouwhoogte bedraagt ten hoogste de aangegeven bouwhoogte");
    EXPECT_THAT(result.norms[2].inherited.back(), HasSubstr("plan.gml, 'maximum bouwhoogte (m): 9' (maatvoering 20)"));
    EXPECT_THAT(result.norms[2].flags, IsEmpty());
    EXPECT_THAT(result.flags, IsEmpty());
    ASSERT_EQ(result.maps.size(), 1U);
}

TEST(JoinMaps, WithoutAMapEveryReferenceSaysSoAndNoneGetsANumber) {
    const PlanResult result = joined({reference("Bedrijf", "3.2"), reference("Wonen - 1", "4.2")}, {});
    EXPECT_THAT(values(result), ElementsAre("- Bedrijf map review", "- Wonen - 1 map review"));
    EXPECT_THAT(messages(result, FlagCode::map_reference_unresolved), ElementsAre(HasSubstr("er is geen kaart gelezen"), HasSubstr("er is geen kaart gelezen")));
    EXPECT_TRUE(result.norms[0].area.empty());
}

TEST(JoinMaps, EqualValuesInSeveralPlacesAreOneNorm) {
    PlanMap map = village();
    map.objects[7].values[0] = value("maximum bouwhoogte", 9);
    const PlanResult result = joined({reference("Wonen - 1", "4.2"), reference("Bedrijf", "3.2")}, {map});
    EXPECT_THAT(values(result), ElementsAre("9 Wonen - 1 imro accepted", "12 Bedrijf imro accepted"));
    EXPECT_EQ(result.norms[0].area.size(), 1U) << "two areas that touch are one";
    EXPECT_NEAR(overlap_ratio(result.norms[0].area, box(20, 20, 80, 80)), 1, 1e-9);
}

TEST(JoinMaps, FlagsOfOtherNormsMoveAlong) {
    NormStatement after = number("Wonen - 1", 3);
    after.subject = "bijgebouwen";
    after.flags = {FlagCode::unit_missing};
    const PlanResult result = joined({reference("Wonen - 1", "4.2"), after, reference("Bedrijf", "3.2")});
    ASSERT_EQ(result.norms.size(), 4U);
    EXPECT_EQ(result.norms[2].subject, "bijgebouwen");
    ASSERT_EQ(result.flags.size(), 1U);
    EXPECT_THAT(result.flags[0].norms, ElementsAre(2U));
}

TEST(JoinMaps, WhatTheMapDoesNotAnswerStaysFlaggedWithTheReason) {
    NormStatement goot = reference("Wonen - 1", "4.2");
    goot.kind = "maximum goothoogte";
    const PlanResult result = joined({goot, reference("Horeca", "9.2"), reference("Wonen - 1", "4.2"), reference("Bedrijf", "3.2")});
    EXPECT_THAT(values(result), ElementsAre("- Wonen - 1 map review", "- Horeca map review", "7 Wonen - 1 imro accepted", "9 Wonen - 1 imro accepted", "12 Bedrijf imro accepted"));
    EXPECT_THAT(messages(result, FlagCode::map_reference_unresolved),
                ElementsAre(HasSubstr("de kaart geeft hier geen maximum goothoogte"), HasSubstr("de kaart kent de bestemming 'Horeca' niet")));
}

TEST(JoinMaps, ADeviationFromTheMapIsNotWhatTheMapShows) {
    NormStatement deviation = reference("Wonen - 1", "4.4");
    deviation.role = NormRole::deviation;
    const PlanResult result = joined({deviation, reference("Wonen - 1", "4.2"), reference("Bedrijf", "3.2")});
    EXPECT_EQ(result.norms[0].value, std::nullopt);
    EXPECT_THAT(messages(result, FlagCode::map_reference_unresolved), ElementsAre(HasSubstr("wijkt af")));
}

TEST(JoinMaps, ADeviationAtAnAanduidingHasTheValuesThereForAPersonToJudge) {
    NormStatement deviation = reference("Wonen - 1", "4.4");
    deviation.role = NormRole::deviation;
    deviation.aanduiding = {"specifieke bouwaanduiding - 1"};
    deviation.location = LocationKind::aanduiding;
    const PlanResult result = joined({deviation, reference("Bedrijf", "3.2")});
    ASSERT_GE(result.norms.size(), 2U);
    EXPECT_EQ(result.norms[0].value, Decimal(9, 0));
    EXPECT_EQ(result.norms[0].area, box(20, 20, 40, 40));
    EXPECT_EQ(result.norms[0].status, NormStatus::review);
    EXPECT_THAT(messages(result, FlagCode::map_reference_unresolved), IsEmpty());
    EXPECT_THAT(messages(result, FlagCode::map_value_unused), ElementsAre(HasSubstr("7 m"), HasSubstr("9 m"))) << "no rule binds them";
}

TEST(JoinMaps, AValueThatNoRuleRefersToIsForAPerson) {
    const PlanResult result = joined({reference("Wonen - 1", "4.2")});
    EXPECT_THAT(values(result), ElementsAre("7 Wonen - 1 imro accepted", "9 Wonen - 1 imro accepted", "12 Bedrijf imro review"));
    EXPECT_EQ(result.norms[2].area, box(120, 20, 180, 80));
    EXPECT_EQ(result.norms[2].provenance.file, "plan.gml");
    EXPECT_THAT(messages(result, FlagCode::map_value_unused), ElementsAre(HasSubstr("maximum bouwhoogte 12 m in Bedrijf")));
}

TEST(JoinMaps, AMaatvoeringOverTwoBestemmingenCountsForEach) {
    PlanMap map = village();
    map.objects.erase(map.objects.begin() + 6, map.objects.end());
    map.objects.push_back(maatvoering(box(50, 0, 150, 100), {value("maximum bouwhoogte", 9)}));
    const PlanResult result = joined({reference("Wonen - 1", "4.2")}, {map});
    EXPECT_THAT(values(result), ElementsAre("9 Wonen - 1 imro accepted", "9 Bedrijf imro review"));
    EXPECT_EQ(result.norms[0].area, box(50, 0, 100, 100));
    EXPECT_EQ(result.norms[1].area, box(100, 0, 150, 100));
}

TEST(JoinMaps, TextAndMapThatAgreeNeedNobodyAndThatDifferNeedOne) {
    const PlanResult equal = joined({number("Bedrijf", 12), reference("Wonen - 1", "4.2")});
    EXPECT_THAT(values(equal), ElementsAre("12 Bedrijf text accepted", "7 Wonen - 1 imro accepted", "9 Wonen - 1 imro accepted"));
    const PlanResult unlike = joined({number("Bedrijf", 10), reference("Wonen - 1", "4.2")});
    EXPECT_THAT(values(unlike), ElementsAre("10 Bedrijf text review", "7 Wonen - 1 imro accepted", "9 Wonen - 1 imro accepted", "12 Bedrijf imro review"));
    EXPECT_THAT(messages(unlike, FlagCode::map_sources_disagree), ElementsAre(HasSubstr("tekst 10 m, kaart niet vergeleken, IMRO 12 m")));
    ASSERT_EQ(unlike.flags.size(), 1U);
    EXPECT_THAT(unlike.flags[0].norms, ElementsAre(3U, 0U));
}

TEST(JoinMaps, ANormInWordsHoldsInItsBestemmingBouwvlakOrAanduiding) {
    NormStatement inside = number("Wonen - 1", 3);
    inside.condition = "binnen het bouwvlak";
    inside.location = LocationKind::bouwvlak;
    NormStatement outside = number("Wonen - 1", 4);
    outside.condition = "buiten het bouwvlak";
    NormStatement there = number("Wonen - 1", 5);
    there.condition = "ter plaatse van de aanduiding 'specifieke bouwaanduiding - 1'";
    there.aanduiding = {"specifieke bouwaanduiding - 1"};
    there.location = LocationKind::aanduiding;
    NormStatement unknown = there;
    unknown.aanduiding = {"bijgebouwen"};
    NormStatement general = number("", 6);
    general.location = LocationKind::unknown;
    general.article = "20.1";
    const PlanResult result = joined({number("Wonen - 1", 2), inside, outside, there, unknown, general});
    EXPECT_EQ(result.norms[0].area, box(0, 0, 100, 100));
    EXPECT_EQ(result.norms[1].area, box(20, 20, 80, 80));
    EXPECT_NEAR(area(result.norms[2].area), 10'000 - 3'600, 1e-6);
    EXPECT_EQ(result.norms[3].area, box(20, 20, 40, 40));
    EXPECT_TRUE(result.norms[4].area.empty()) << "half an answer would be a wrong place";
    EXPECT_EQ(result.norms[5].area, box(0, 0, 200, 100)) << "a norm of the algemene regels";
    EXPECT_EQ(result.norms[5].location, LocationKind::plangebied);
}

TEST(JoinMaps, ANormOfTheWholePlanHoldsWhereTheBestemmingenLieOnAMapWithoutItsBorder) {
    PlanMap map = village();
    map.objects.erase(map.objects.begin());
    NormStatement general = number("", 2);
    general.article = "20.1";
    general.location = LocationKind::unknown;
    NormStatement headless = general;  // of the artikel of Wonen, whose heading was not understood
    headless.article = "4.2";
    const PlanResult result = joined({general, headless}, {map});
    EXPECT_NEAR(area(result.norms[0].area), 20'000, 1e-6);
    EXPECT_TRUE(result.norms[1].area.empty());
}

PlanMap as_sheet(PlanMap map) {
    map.file = "kaart.pdf";
    map.page = 1;
    map.imro_id.clear();
    map.placement.source = PlacementSource::grid_crosses;
    return map;
}

TEST(JoinMaps, ASheetAloneGivesItsValuesToo) {
    const PlanResult result = joined({reference("Wonen - 1", "4.2"), reference("Bedrijf", "3.2")}, {as_sheet(village())});
    EXPECT_THAT(values(result), ElementsAre("7 Wonen - 1 map accepted", "9 Wonen - 1 map accepted", "12 Bedrijf map accepted"));
    EXPECT_EQ(result.norms[2].area, box(120, 20, 180, 80));
}

TEST(JoinMaps, WhichOfTwoBestemmingenThatLookAlikeHoldsAValueIsForAPerson) {
    PlanMap map = as_sheet(village());
    for (PlanObject& object : map.objects) {
        if (object.name == "Bedrijf") object.one_of_several = true;
    }
    const PlanResult result = joined({reference("Bedrijf", "3.2"), reference("Wonen-1", "4.2 onder a")}, {map});
    EXPECT_THAT(values(result), ElementsAre("12 Bedrijf map review", "7 Wonen-1 map accepted", "9 Wonen-1 map accepted"));
    EXPECT_THAT(result.norms[0].flags, ElementsAre(FlagCode::map_area_unclear));
}

TEST(JoinMaps, ARuleOnAHalfReadSheetIsForAPerson) {
    NormStatement general = number("", 6);
    general.location = LocationKind::unknown;
    general.article = "20.1";
    PlanMap sheet = as_sheet(village());
    sheet.objects[2].confidence = 0.6;  // what is called Bedrijf may be Wonen
    const PlanResult half = joined({number("Wonen - 1", 3), general}, {sheet});
    EXPECT_THAT(messages(half, FlagCode::map_area_unclear), ElementsAre(HasSubstr("niet alle grond")));
    EXPECT_EQ(half.norms[0].status, NormStatus::review);
    EXPECT_EQ(half.norms[0].area, box(0, 0, 100, 100)) << "for a person to complete";
    EXPECT_EQ(half.norms[1].status, NormStatus::accepted) << "the border of the plan was read";
    const PlanResult whole = joined({number("Wonen - 1", 3)}, {as_sheet(village())});
    EXPECT_THAT(messages(whole, FlagCode::map_area_unclear), IsEmpty());
}

TEST(JoinMaps, ASheetThatLiesNowhereGivesValuesWithoutAPlace) {
    PlanMap sheet = as_sheet(village());
    sheet.placement.on_earth = false;
    sheet.flags = {{FlagCode::map_not_placed, "alleen de schaal is bekend", {}, std::nullopt}};
    const PlanResult result = joined({reference("Wonen - 1", "4.2"), number("Bedrijf", 12)}, {sheet});
    EXPECT_THAT(values(result), ElementsAre("7 Wonen - 1 map review", "9 Wonen - 1 map review", "12 Bedrijf text accepted"));
    for (const NormStatement& norm : result.norms) EXPECT_TRUE(norm.area.empty());
    ASSERT_EQ(result.flags.size(), 1U);
    EXPECT_THAT(result.flags[0].norms, ElementsAre(0U, 1U));
}

TEST(JoinMaps, AGmlThatDiffersFromTheSheetIsTakenAndOneFlagShowsBoth) {
    PlanMap sheet = as_sheet(village());
    sheet.objects[6].values[0] = value("maximum bouwhoogte", 10);
    const PlanResult result = joined({reference("Wonen - 1", "4.2"), reference("Bedrijf", "3.2")}, {sheet, village()});
    EXPECT_THAT(values(result), ElementsAre("7 Wonen - 1 imro accepted", "9 Wonen - 1 imro review", "12 Bedrijf imro accepted"));
    EXPECT_THAT(messages(result, FlagCode::map_sources_disagree), ElementsAre(HasSubstr("maximum bouwhoogte in Wonen - 1: tekst geen waarde, kaart 10 m, IMRO 9 m")));
    ASSERT_EQ(result.flags.size(), 1U);
    EXPECT_THAT(result.flags[0].norms, ElementsAre(1U));
    EXPECT_EQ(result.maps[0].file, "plan.gml");
}

TEST(JoinMaps, AValueOnTheSheetWithDoubtIsForAPerson) {
    PlanMap sheet = as_sheet(village());
    sheet.objects[6].values[0].second_reading = "8";
    sheet.objects[7].values[0].confidence = 0.5;
    const PlanResult result = joined({reference("Wonen - 1", "4.2"), reference("Bedrijf", "3.2")}, {sheet});
    EXPECT_THAT(values(result), ElementsAre("7 Wonen - 1 map review", "9 Wonen - 1 map review", "12 Bedrijf map accepted"));
    EXPECT_THAT(messages(result, FlagCode::ocr_readings_differ), ElementsAre(HasSubstr("'9' of '8' op de kaart")));
    EXPECT_EQ(messages(result, FlagCode::ocr_digit_weak).size(), 1U);
}

TEST(JoinMaps, TwoValuesInOnePlaceOfTheMapContradict) {
    PlanMap map = village();
    map.objects[7].area = map.objects[6].area;
    const PlanResult result = joined({reference("Wonen - 1", "4.2"), reference("Bedrijf", "3.2")}, {map});
    EXPECT_THAT(values(result), ElementsAre("7 Wonen - 1 imro review", "9 Wonen - 1 imro review", "12 Bedrijf imro accepted"));
    EXPECT_THAT(messages(result, FlagCode::conflicting_values), ElementsAre(HasSubstr("7 en 9 op dezelfde plaats van de kaart")));
}

TEST(JoinMaps, AMaatvoeringsvlakWithValuesIsNoPartOfTheBouwvlakAroundIt) {
    PlanMap sheet = as_sheet(village());
    sheet.objects[3].values = {value("maximum bouwhoogte", 6), value("maximum goothoogte", 4)};
    sheet.objects[7].values.clear();
    NormStatement goot = reference("Wonen - 1", "4.2");
    goot.kind = "maximum goothoogte";
    const PlanResult result = joined({reference("Wonen - 1", "4.2"), goot, reference("Bedrijf", "3.2")}, {sheet});
    EXPECT_THAT(values(result), ElementsAre("6 Wonen - 1 map accepted", "9 Wonen - 1 map accepted", "4 Wonen - 1 map accepted", "12 Bedrijf map accepted"));
    EXPECT_NEAR(overlap_ratio(result.norms[0].area, box(20, 50, 80, 80)), 1, 1e-9);
    EXPECT_NEAR(overlap_ratio(result.norms[2].area, box(20, 50, 80, 80)), 1, 1e-9) << "a maatvoeringsvlak with values ends all of them";
    EXPECT_EQ(result.norms[0].location, LocationKind::bouwvlak);
}

TEST(JoinMaps, AGmlOfAnotherPlanIsLeftOut) {
    PlanMap map = village();
    map.imro_id = "NL.IMRO.0001.Stad-VA01";
    const PlanResult result = joined({reference("Wonen - 1", "4.2")}, {map});
    EXPECT_THAT(values(result), ElementsAre("- Wonen - 1 map review"));
    EXPECT_THAT(messages(result, FlagCode::map_sources_disagree), ElementsAre(HasSubstr("NL.IMRO.0001.Stad-VA01")));
}

TEST(JoinMaps, ADraftGivesNothingWithoutAPerson) {
    PlanMap map = village();
    map.status = "ontwerp";
    const PlanResult result = joined({reference("Wonen - 1", "4.2"), reference("Bedrijf", "3.2")}, {map});
    for (const NormStatement& norm : result.norms) EXPECT_EQ(norm.status, NormStatus::review);
    EXPECT_EQ(messages(result, FlagCode::draft_document).size(), 1U);
}

TEST(JoinMaps, AValueWhoseAreaWasNotReadIsNotLost) {
    PlanMap map = village();
    map.objects[8].area.clear();
    map.objects[8].confidence = 0;
    const PlanResult result = joined({reference("Wonen - 1", "4.2"), reference("Bedrijf", "3.2")}, {map});
    EXPECT_THAT(values(result), ElementsAre("7 Wonen - 1 imro accepted", "9 Wonen - 1 imro accepted", "- Bedrijf map review", "12  imro review"));
}

}  // namespace
}  // namespace planlezer
