#include "pipeline/evaluate/score.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "pipeline/evaluate/report.hpp"
#include "tests/pipeline/evaluate/trials.hpp"

namespace planlezer::evaluate {

bool operator==(const Rate& a, const Rate& b) { return a.hits == b.hits && a.total == b.total; }
void PrintTo(const Rate& rate, std::ostream* out) { *out << rate.hits << " of " << rate.total; }

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using planlezer::testing::emitted;
using planlezer::testing::gold_norm;
using planlezer::testing::in_review;
using planlezer::testing::trial;

/// Six gold norms: four rules in the text (two heights), one deviation, one number without a kind.
GoldFile bouwregels() {
    GoldFile gold;
    gold.name = "001";
    gold.style = "svbp2012";
    gold.norms = {gold_norm("maximum bouwhoogte", "10", "hoofdgebouwen"), gold_norm("maximum goothoogte", "6", "hoofdgebouwen"),
                  gold_norm("minimum afstand", "3", "bijgebouwen"),       gold_norm("maximum diepte", "12", "woning"),
                  gold_norm("maximum bouwhoogte", "11", "hoofdgebouwen"), gold_norm("other", "0.75", "overstek")};
    gold.norms[2].subject_visible = false;
    gold.norms[4].role = NormRole::deviation;
    gold.decoys = {{"archeologie vanaf 100 m2", "drempel"}, {"strook van 5 m", "plaats"}};
    return gold;
}

/// Finds three of the four rules (one in review, one with a wrong subject), takes the deviation for a rule, answers the
/// number without a kind, and invents a norm out of a decoy.
Trial mixed(const GoldFile& gold) {
    NormStatement invented = emitted("maximum oppervlakte", "100", "");
    invented.provenance.quote = "archeologie vanaf 100 m2";
    invented.unit = Unit::square_metre;
    NormStatement wrong_unit = in_review(emitted("minimum afstand", "3", "carport"));
    wrong_unit.unit = Unit::percent;
    return trial(gold, {emitted("maximum bouwhoogte", "10", "een hoofdgebouw"), emitted("maximum goothoogte", "6", "dakkapellen"), wrong_unit,
                        emitted("maximum bouwhoogte", "11", "hoofdgebouwen"), emitted("maximum breedte", "0.75", "overstek"), invented});
}

Score scored(const std::vector<Trial>& trials) {
    std::vector<Matches> matches;
    for (const Trial& one : trials) matches.push_back(match(one));
    return score(trials, matches);
}

TEST(Score, EveryFigureByHand) {
    const GoldFile gold = bouwregels();
    const Score result = scored({mixed(gold)});
    const Figures& all = result.all();
    EXPECT_EQ(all.recall, (Rate{3, 4}));
    EXPECT_EQ(all.coverage, (Rate{2, 4})) << "the distance is in review";
    EXPECT_EQ(all.coverage_visible, (Rate{2, 3})) << "the distance's subject lies outside the excerpt";
    EXPECT_EQ(all.precision, (Rate{2, 4})) << "accepted rules: two right, the deviation, the invented one; not the overhang";
    EXPECT_EQ(all.unflagged, (Rate{2, 4}));
    EXPECT_EQ(all.subject, (Rate{1, 2})) << "the distance's subject lies outside the excerpt";
    EXPECT_EQ(all.accepted_subject, (Rate{1, 2}));
    EXPECT_EQ(all.role, (Rate{3, 3}));
    EXPECT_EQ(all.unit, (Rate{2, 3}));
    EXPECT_EQ(result.role, (Rate{3, 4})) << "the deviation counts here";
    EXPECT_EQ(result.answered_other, 1);
    EXPECT_EQ(result.decoys, (Rate{1, 2}));
    EXPECT_EQ(result.files, 1);
}

TEST(Score, GroupsByHand) {
    const GoldFile gold = bouwregels();
    Trial one = mixed(gold);
    one.variant = "word/bad200";
    const Score result = scored({one});
    EXPECT_EQ(result.by(Split::heights).at("").recall, (Rate{2, 2}));
    EXPECT_EQ(result.by(Split::heights).at("").precision, (Rate{2, 3}));
    EXPECT_EQ(result.by(Split::heights).at("bad200").precision, (Rate{2, 3}));
    EXPECT_EQ(result.by(Split::kind).at("maximum diepte").recall, (Rate{0, 1}));
    EXPECT_EQ(result.by(Split::kind).at("maximum oppervlakte").precision, (Rate{0, 1}));
    EXPECT_EQ(result.by(Split::role).at("deviation").recall, (Rate{1, 1}));
    EXPECT_EQ(result.by(Split::role).at("deviation").role, (Rate{0, 1}));
    EXPECT_EQ(result.by(Split::style).at("svbp2012").recall, (Rate{3, 4}));
    EXPECT_EQ(result.by(Split::source).at("text").coverage, (Rate{2, 4}));
    for (const char* const variant : {"word", "bad200", "word/bad200"}) {
        EXPECT_EQ(result.by(Split::variant).at(variant).recall, (Rate{3, 4})) << variant;
    }
}

TEST(Score, AGoldFileWithoutAResultIsMissed) {
    const GoldFile gold = bouwregels();
    Trial absent;
    absent.gold = &gold;
    absent.variant = "digital";
    const Score result = scored({mixed(gold), absent});
    EXPECT_EQ(result.all().recall, (Rate{3, 8}));
    EXPECT_THAT(result.absent, ElementsAre("001 (digital)"));
}

TEST(Score, ValuesElsewhereAreCountedApart) {
    GoldFile gold;
    gold.norms = {gold_norm("maximum bouwhoogte", "", "woning"), gold_norm("maximum goothoogte", "", "woning"),
                  gold_norm("maximum diepte", "", "woning"), gold_norm("maximum lengte", "", "vlonder")};
    gold.norms[0].value_source = ValueSource::map;
    gold.norms[1].value_source = ValueSource::map;
    gold.norms[2].value_source = ValueSource::existing;
    gold.norms[3].value_source = ValueSource::formula;
    NormStatement map = in_review(emitted("maximum bouwhoogte", "", "woning"));
    map.value_source = ValueSource::map;
    const Score result = scored({trial(gold, {map})});
    EXPECT_EQ(result.elsewhere.map, (Rate{1, 2}));
    EXPECT_EQ(result.elsewhere.existing, (Rate{0, 1}));
    EXPECT_EQ(result.elsewhere.formula, (Rate{0, 1}));
    EXPECT_EQ(result.all().recall, (Rate{0, 0}));
    EXPECT_EQ(result.all().precision, (Rate{0, 0}));
}

TEST(Score, AnExplanatoryTextSetsNoRules) {
    GoldFile gold = bouwregels();
    gold.style = "toelichting";
    const Score result = scored({mixed(gold)});
    EXPECT_EQ(result.all().recall, (Rate{0, 0}));
    EXPECT_EQ(result.all().precision, (Rate{0, 0}));
    EXPECT_EQ(result.toelichting.recall, (Rate{3, 4}));
    EXPECT_EQ(result.toelichting_rules, 4) << "all accepted ones of role rule but the number without a kind";
}

TEST(Score, FlagsThatMustBeRaised) {
    GoldFile gold = bouwregels();
    gold.expected_flags = {{FlagCode::numbering_gap}, {FlagCode::superseded, FlagCode::draft_document}};
    gold.norms[0].flags = {{FlagCode::goot_above_bouw}};
    gold.norms[1].flags = {{FlagCode::goot_above_bouw}, {FlagCode::formula}};
    gold.norms[3].flags = {{FlagCode::formula}};
    Trial one = mixed(gold);
    one.norms[0].flags = {FlagCode::goot_above_bouw};
    one.flags = {{FlagCode::draft_document, "", {}, std::nullopt}, {FlagCode::goot_above_bouw, "", {1}, std::nullopt}};
    const Score result = scored({one});
    // The plan: DRAFT_DOCUMENT but no NUMBERING_GAP. Norms: one carries its flag, at one a flag points, its other is missing,
    // and one was not found.
    EXPECT_EQ(result.expected_flags, (Rate{3, 6}));
}

TEST(Score, WhatEachFlagCosts) {
    const GoldFile gold = bouwregels();
    Trial one = mixed(gold);
    one.norms[2].flags = {FlagCode::unit_odd};
    NormStatement doubted = in_review(emitted("maximum lengte", "5", "strook"));
    doubted.flags = {FlagCode::narrative_text, FlagCode::unit_odd};
    one.norms.push_back(doubted);
    one.norms.push_back(in_review(emitted("maximum lengte", "6", "strook")));
    one.norm_indices.insert(one.norm_indices.end(), {6, 7});
    const Score result = scored({one});
    EXPECT_EQ(result.reviews.at("UNIT_ODD"), (Rate{1, 2})) << "the distance was right";
    EXPECT_EQ(result.reviews.at("NARRATIVE_TEXT"), (Rate{0, 1}));
    EXPECT_EQ(result.reviews.at("geen vlag, alleen zekerheid"), (Rate{0, 1}));
    EXPECT_EQ(result.reviews.size(), 3U);
}

TEST(Score, WhatWasNotFoundButFlagged) {
    GoldFile gold = bouwregels();
    gold.norms[3].page = 4;
    gold.norms[3].quote = "de diepte van een woning bedraagt niet meer dan 12 m";
    EXPECT_EQ(scored({mixed(gold)}).found_or_flagged, (Rate{4, 5})) << "the depth is not; the number without a kind does not count";

    Trial misread = mixed(gold);
    misread.norms.push_back(in_review(emitted("maximum diepte", "72", "woning")));
    misread.norm_indices.push_back(6);
    misread.norms.back().provenance.quote = "de diepte van een woning bedraagt niet meer dan 72 m";
    EXPECT_EQ(scored({misread}).found_or_flagged, (Rate{5, 5})) << "read wrong out of the same words, in review";

    Trial pointed = mixed(gold);
    pointed.flags = {{FlagCode::unit_missing, "", {}, Provenance{"a.pdf", 2, {}, "de diepte van een woning", ""}}};
    EXPECT_EQ(scored({pointed}).found_or_flagged, (Rate{5, 5}));

    Trial page = mixed(gold);
    page.flags = {{FlagCode::table_head_unclear, "", {}, Provenance{"a.pdf", 4, {}, "", ""}}};
    EXPECT_EQ(scored({page}).found_or_flagged, (Rate{5, 5}));
    page.flags[0].code = FlagCode::text_layer_rejected;
    EXPECT_EQ(scored({page}).found_or_flagged, (Rate{4, 5})) << "only information";
}

TEST(Report, ATableWithCountsAndIntervals) {
    const GoldFile gold = bouwregels();
    std::ostringstream out;
    print_score(out, scored({mixed(gold)}));
    // 3 of 4: Wilson 0.3006 to 0.9544; 2 of 4: 0.15 to 0.85.
    EXPECT_THAT(out.str(), HasSubstr("  alles                         75,0 [30,1-95,4] 3/4       50,0 [15,0-85,0] 2/4       "
                                     "50,0 [15,0-85,0] 2/4       50,0 [15,0-85,0] 2/4\n"));
    EXPECT_THAT(out.str(), HasSubstr("per soort\n"));
    EXPECT_THAT(out.str(), HasSubstr("1 van 2 schijnnormen"));
    EXPECT_THAT(out.str(), Not(HasSubstr("per vorm")));
}

TEST(Report, AWrongDeviationIsListedApart) {
    GoldFile gold;
    gold.name = "001";
    NormStatement deviation = emitted("maximum bouwhoogte", "2", "schoorstenen");
    deviation.role = NormRole::deviation;
    const std::vector<Trial> trials{trial(gold, {deviation})};
    std::ostringstream out;
    print_faults(out, trials, {match(trials[0])});
    EXPECT_THAT(out.str(), HasSubstr("FOUT ZONDER VLAG (geen bouwregel) 001\n"));
    EXPECT_EQ(scored(trials).by(Split::role).at("deviation").precision, (Rate{0, 1}));
}

TEST(Report, ANumberWithoutAKindIsNoFault) {
    GoldFile gold;
    gold.name = "001";
    gold.norms = {gold_norm("other", "0.75", "overstek")};
    const std::vector<Trial> trials{trial(gold, {emitted("maximum breedte", "0.75", "luifel")})};
    std::ostringstream out;
    print_faults(out, trials, {match(trials[0])});
    EXPECT_EQ(out.str(), "");
}

TEST(Report, AFaultTellsWhereAndWhat) {
    const GoldFile gold = bouwregels();
    const std::vector<Trial> trials{mixed(gold)};
    std::ostringstream out;
    print_faults(out, trials, {match(trials[0])});
    EXPECT_THAT(out.str(), HasSubstr("FOUT ZONDER VLAG 001\n  norm        n0006 maximum oppervlakte 100 m2 (text, rule) accepted\n"));
    EXPECT_THAT(out.str(), HasSubstr("  schijnnorm  archeologie vanaf 100 m2 (drempel)\n"));
    EXPECT_THAT(out.str(), HasSubstr("GEMIST 001\n  goud        maximum diepte 12 m (text, rule)\n"));
    EXPECT_THAT(out.str(), HasSubstr("ONDERWERP ANDERS 001\n  goud        maximum goothoogte 6 m"));
    EXPECT_THAT(out.str(), HasSubstr("ROL ANDERS 001\n  goud        maximum bouwhoogte 11 m (text, deviation)"));
    EXPECT_THAT(out.str(), HasSubstr("EENHEID ANDERS 001\n"));
}

}  // namespace
}  // namespace planlezer::evaluate
