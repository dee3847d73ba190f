// Under what condition a norm holds: each test shows the passage and the condition of every norm in it.
#include "rules/norms/circumstances.hpp"

#include <gtest/gtest.h>

#include "rules/norms/find_norms.hpp"
#include "rules/outline/outline.hpp"
#include "tests/support/text_lines.hpp"

namespace planlezer {
namespace {

/// "10: voor de voorgevel", one a line.
std::string conditions(const std::string& text) {
    static const RuleBook book = load_rule_book({PLANLEZER_BOOK});
    std::string lines;
    for (const NormStatement& norm : find_norms(read_outline(test::lines_from_text(text), book.sections), DocumentRole::regels, book).norms) {
        lines += (norm.value ? norm.value->text() : "?") + ": " + norm.condition + "\n";
    }
    return lines;
}

TEST(Circumstances, APlaceBehindTheVerbIsOfTheValueItStandsAt) {
    EXPECT_EQ(conditions("erfafscheidingen mogen vóór de voorgevelrooilijn niet hoger zijn dan 1 meter en achter de voorgevelrooilijn niet hoger dan 2 meter."),
              "1: vóór de voorgevelrooilijn\n2: achter de voorgevelrooilijn\n");
}

TEST(Circumstances, PlacesThatGoTogetherBothHold) {
    EXPECT_EQ(conditions("erfafscheidingen mogen achter de voorgevel niet hoger zijn dan 3 meter en binnen het bouwvlak niet hoger dan 2 meter."),
              "3: achter de voorgevel\n2: achter de voorgevel; binnen het bouwvlak\n");
}

TEST(Circumstances, APlaceInFrontOfTheSentenceIsOfAllItsValues) {
    EXPECT_EQ(conditions("achter de voorgevelrooilijn mag de goothoogte van bijgebouwen niet meer dan 3 m en de bouwhoogte niet meer dan 5 m bedragen."),
              "3: achter de voorgevelrooilijn\n5: achter de voorgevelrooilijn\n");
}

TEST(Circumstances, TheConditionOfAnAlternativeIsNotOfTheValue) {
    EXPECT_EQ(conditions("de inhoud van woningen bedraagt ten hoogste 650 m3, dan wel de bestaande inhoud indien deze groter is."), "650: \n");
    EXPECT_EQ(conditions("de inhoud van woningen bedraagt ten hoogste 650 m3, indien de woning vrijstaand is."), "650: indien de woning vrijstaand is\n");
}

TEST(Circumstances, TheArtikelsOwnGroundIsNoCondition) {
    EXPECT_EQ(conditions("Op de gronden mogen gebouwen worden gebouwd met een bouwhoogte van ten hoogste 8 m."), "8: \n");
    EXPECT_EQ(conditions("Op de gronden achter de voorgevel mogen gebouwen worden gebouwd met een bouwhoogte van ten hoogste 8 m."),
              "8: achter de voorgevel\n");
}

}  // namespace
}  // namespace planlezer
