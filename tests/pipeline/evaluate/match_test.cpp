#include "pipeline/evaluate/match.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/pipeline/evaluate/trials.hpp"

namespace planlezer::evaluate {
namespace {

using ::testing::ElementsAre;
using ::testing::Optional;
using planlezer::testing::emitted;
using planlezer::testing::gold_norm;
using planlezer::testing::in_review;
using planlezer::testing::trial;

TEST(Match, ByKindAndValueEachOnce) {
    GoldFile gold;
    gold.norms = {gold_norm("maximum bouwhoogte", "10", "hoofdgebouwen"), gold_norm("maximum goothoogte", "10", "hoofdgebouwen")};
    const auto found = match(trial(gold, {emitted("maximum bouwhoogte", "10.0", "hoofdgebouw"),
                                          emitted("maximum bouwhoogte", "10", "hoofdgebouwen"),
                                          emitted("maximum bouwhoogte", "10.5", "hoofdgebouwen")}));
    EXPECT_THAT(found.norm_of_gold, ElementsAre(Optional(0U), std::nullopt)) << "10.0 is 10; one gold takes one norm";
    EXPECT_THAT(found.gold_of_norm, ElementsAre(Optional(0U), std::nullopt, std::nullopt));
}

TEST(Match, KindsThatCountAsOne) {
    GoldFile gold;
    gold.norms = {gold_norm("maximum nokhoogte", "9", "woning"), gold_norm("maximum aantal wooneenheden", "2", "woning"),
                  gold_norm("maximum oppervlakte", "50", "woning"), gold_norm("minimum bouwhoogte", "3", "woning")};
    const auto found = match(trial(gold, {emitted("maximum bouwhoogte", "9", "woning"), emitted("maximum aantal", "2", "woning"),
                                          emitted("maximum vloeroppervlakte", "50", "woning"),
                                          emitted("maximum bouwhoogte", "3", "woning")}));
    EXPECT_THAT(found.norm_of_gold, ElementsAre(Optional(0U), Optional(1U), Optional(2U), std::nullopt)) << "minimum is not maximum";
}

TEST(Match, TheBestSubjectAndConditionFirst) {
    GoldFile gold;
    gold.norms = {gold_norm("maximum bouwhoogte", "3", "bijgebouwen"), gold_norm("maximum bouwhoogte", "3", "overkappingen")};
    gold.norms[0].condition = "achter de voorgevel";
    const auto found = match(trial(gold, {emitted("maximum bouwhoogte", "3", "overkapping"), emitted("maximum bouwhoogte", "3", "carport"),
                                          emitted("maximum bouwhoogte", "3", "bijgebouw")}));
    EXPECT_THAT(found.norm_of_gold, ElementsAre(Optional(2U), Optional(0U)));
}

TEST(Match, TheSameRoleBeforeTheBetterSubject) {
    GoldFile gold;
    gold.norms = {gold_norm("maximum bouwhoogte", "3", "bijgebouwen")};
    NormStatement deviation = emitted("maximum bouwhoogte", "3", "bijgebouwen");
    deviation.role = NormRole::deviation;
    const auto found = match(trial(gold, {deviation, emitted("maximum bouwhoogte", "3", "carport")}));
    EXPECT_THAT(found.norm_of_gold, ElementsAre(Optional(1U)));
    EXPECT_THAT(match(trial(gold, {deviation})).norm_of_gold, ElementsAre(Optional(0U))) << "a wrong role is found all the same";
}

TEST(Match, OfTwoEqualOnesTheAccepted) {
    GoldFile gold;
    gold.norms = {gold_norm("maximum bouwhoogte", "3", "bijgebouwen")};
    const NormStatement norm = emitted("maximum bouwhoogte", "3", "bijgebouwen");
    EXPECT_THAT(match(trial(gold, {in_review(norm), norm})).norm_of_gold, ElementsAre(Optional(1U)));
}

TEST(Match, AValueThatIsNotInTheWordsIsMatchedByItsSource) {
    GoldFile gold;
    gold.norms = {gold_norm("maximum bouwhoogte", "0.25", "aanbouw"), gold_norm("maximum bouwhoogte", "", "woning")};
    gold.norms[0].value_source = ValueSource::formula;
    gold.norms[1].value_source = ValueSource::map;
    NormStatement map = emitted("maximum bouwhoogte", "", "woning");
    map.value_source = ValueSource::map;
    NormStatement formula = map;
    formula.value_source = ValueSource::formula;
    const auto found = match(trial(gold, {emitted("maximum bouwhoogte", "0.25", "aanbouw"), map, formula}));
    EXPECT_THAT(found.norm_of_gold, ElementsAre(Optional(2U), Optional(1U)));
    EXPECT_EQ(found.gold_of_norm[0], std::nullopt) << "the number in a formula is no value";
}

TEST(Match, ANumberWithoutAKindAnswersWhatIsLeft) {
    GoldFile gold;
    gold.norms = {gold_norm("other", "1", "overstek"), gold_norm("maximum diepte", "1", "erker")};
    const auto found = match(trial(gold, {emitted("maximum diepte", "1", "overstek"), emitted("maximum diepte", "1", "erker"),
                                          emitted("maximum breedte", "1", "luifel")}));
    EXPECT_THAT(found.gold_of_norm, ElementsAre(Optional(0U), Optional(1U), std::nullopt)) << "one number excuses one norm";
}

}  // namespace
}  // namespace planlezer::evaluate
