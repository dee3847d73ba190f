// Wordings that look like a norm and mean something else: none of them may be accepted. And what must not be lost beside them.
#include "rules/norms/soundness.hpp"

#include <gtest/gtest.h>

#include "rules/norms/find_norms.hpp"
#include "rules/outline/outline.hpp"
#include "tests/support/text_lines.hpp"

namespace planlezer {
namespace {

const RuleBook& book() {
    static const RuleBook loaded = load_rule_book({PLANLEZER_BOOK});
    return loaded;
}

FoundNorms found(const std::string& text) { return find_norms(read_outline(test::lines_from_text(text), book().sections), DocumentRole::regels, book()); }

/// "maximum bouwhoogte 3 | overkapping | achter de voorgevel", one accepted norm a line.
std::string accepted(const std::string& text) {
    std::string lines;
    for (const NormStatement& norm : found(text).norms) {
        if (norm.status != NormStatus::accepted) continue;
        lines += norm.kind + " " + norm.value->text() + " | " + norm.subject + " | " + norm.condition + "\n";
    }
    return lines;
}

TEST(Soundness, AnOverrunIsNoHeight) {
    EXPECT_EQ(accepted("Burgemeester en wethouders kunnen afwijken ten aanzien van de maximum toegestane bouwhoogte van een gebouw, mits de overschrijding van de "
                       "maximum toegestane bouwhoogte niet meer bedraagt dan 5 m."),
              "");
}

TEST(Soundness, ASizeInAConditionIsNoNormForTheMainClause) {
    EXPECT_EQ(accepted("- a. woningen mogen alleen in gebruik worden genomen indien ter plaatse van de aanduiding 'geluidwal' een voorziening is gerealiseerd met een hoogte van minimaal 2 m;"), "");
    EXPECT_EQ(accepted("- a. indien het erf groter is dan 500 m2 bedraagt de oppervlakte van bijgebouwen ten hoogste 75 m2;"),
              "maximum oppervlakte 75 | bijgebouwen | indien het erf groter is dan 500 m2\n");
}

TEST(Soundness, AProvisoWithASubjectOfItsOwn) {
    EXPECT_EQ(accepted("- a. de diepte van een erker bedraagt niet meer dan 1 m, waarbij tenminste 2 m tuindiepte dient te resteren;"), "maximum diepte 1 | erker | \n");
    EXPECT_EQ(accepted("- a. hoofdgebouwen mogen plat zijn afgedekt, mits de bovenste bouwlaag ten minste 3 m achter de gevel wordt gebouwd;"), "minimum afstand 3 | bovenste bouwlaag | achter de gevel\n");
    EXPECT_EQ(accepted("- a. hoofdgebouwen mogen plat zijn afgedekt, mits de zolder ten minste 3 m achter de gevel wordt gebouwd;"), "");
    EXPECT_EQ(accepted("- a. de breedte van een erker bedraagt maximaal 4 m, waarbij maximaal 1 m niet aan het hoofdgebouw grenst;"), "maximum breedte 4 | erker | \n");
}

TEST(Soundness, UseAndSoilAreNoBuildingRules) {
    EXPECT_EQ(accepted("4.3 Specifieke gebruiksregels\n- a. de vloeroppervlakte van de woning voor deze andere activiteiten bedraagt ten hoogste 50 m2;\n"), "");
    EXPECT_EQ(accepted("- a. waarbij de oppervlakte van een parkeerplaats bij een woning ten minste 18 m2 dient te bedragen;"), "");
    EXPECT_EQ(accepted("- a. indien het bouwplan betrekking heeft op een of meer van de volgende bouwwerken:\n- 1. een bouwwerk met een oppervlakte van ten hoogste 250 m2;\n"), "");
    EXPECT_EQ(accepted("- a. een bouwwerk, waarvan de oppervlakte van de verstoring niet meer dan 250 m2 bedraagt;"), "");
}

TEST(Soundness, ExamplesAlternativesAndOtherRulesNorms) {
    EXPECT_EQ(accepted("- a. bouwwerken, zoals straatmeubilair, afvalcontainers niet groter dan 10 m3, en bruggen;"), "");
    EXPECT_EQ(accepted("- a. de breedte van een woning bedraagt ten hoogste 10 m, of breder tot maximaal 15 m;"), "");
    EXPECT_EQ(accepted("- a. gebouwen mogen worden vergroot boven de toelaatbare oppervlakte van 100 m2;"), "");
}

TEST(Soundness, TheSubjectIsTheThingAndNotTheWordsAroundIt) {
    EXPECT_EQ(accepted("- a. de oppervlakte van al dan niet met vergunning gebouwde bijgebouwen bedraagt ten hoogste 50 m2;"), "maximum oppervlakte 50 | bijgebouwen | \n");
    EXPECT_EQ(accepted("- a. de hoogte van tot het hoofdgebouw behorende erkers bedraagt ten hoogste 3 m;"), "maximum bouwhoogte 3 | erkers | \n");
    EXPECT_EQ(accepted("- a. de afstand tussen een paardenbak en een woning van derden bedraagt ten minste 25 m;"), "minimum afstand 25 | paardenbak | tussen een paardenbak en een woning van derden\n");
    EXPECT_EQ(accepted("- a. de oppervlakte van de volgende bouwwerken bedraagt ten hoogste 50 m2;"), "");
}

TEST(TableNorms, ARowGroupNamesTheNormAndTheRowOrColumnTheThing) {
    EXPECT_EQ(accepted("| | gebouwen en overkappingen | bouwwerk, geen gebouw zijnde |\n|---|---|---|\n| a. op deze gronden mag worden gebouwd: | uitsluitend voor nutsvoorzieningen | ja |\n"
                       "| b. de hoogte bedraagt niet meer dan: | 3 m | - |\n| 1. straatmeubilair | niet van toepassing | 4,5 m |\n| 2. lichtmasten | niet van toepassing | 9 m |\n"),
              "maximum bouwhoogte 3 | gebouwen en overkappingen | \nmaximum bouwhoogte 4.5 | straatmeubilair | \nmaximum bouwhoogte 9 | lichtmasten | \n");
}

TEST(TableNorms, AListInACellIsReadPartByPart) {
    EXPECT_EQ(accepted("| | aan- en uitbouw, bijgebouw, overkapping | bouwwerk, geen gebouw zijnde |\n|---|---|---|\n| 1. de goothoogte bedraagt niet meer dan: | | |\n"
                       "| a. binnen het bouwvlak | voor een bijgebouw: zie aanduiding 'maximum goothoogte'. Voor een overkapping: 3 m | niet van toepassing |\n"
                       "| 2. de bouwhoogte bedraagt niet meer dan: | | |\n| a. buiten het bouwvlak | 6 m | - muren achter de voorgevel: 2 m; - overig bouwwerk: 3 m |\n"),
              "maximum goothoogte 3 | overkapping | binnen het bouwvlak; in de tabel onder 'aan- en uitbouw, bijgebouw, overkapping'\nmaximum bouwhoogte 6 | aan- en uitbouw, bijgebouw, overkapping | buiten het bouwvlak\n"
              "maximum bouwhoogte 2 | muren | buiten het bouwvlak; in de tabel onder 'bouwwerk, geen gebouw zijnde'; achter de voorgevel\nmaximum bouwhoogte 3 | overig bouwwerk | buiten het bouwvlak; in de tabel onder 'bouwwerk, geen gebouw zijnde'\n");
    EXPECT_EQ(accepted("| bouwwerk | bouwhoogte |\n|---|---|\n| bijgebouwen en | 3 m |\n| hoofdgebouwen (inclusief | 4 m, tenzij anders |\n"), "") << "rows that break off";
}

TEST(Soundness, ConditionsAreWholeAndEndWhereTheyEnd) {
    EXPECT_EQ(accepted("- a. bijgebouwen dienen ten minste 1 m achter de voorgevel van het hoofdgebouw te zijn gelegen;"), "minimum afstand 1 | bijgebouwen | achter de voorgevel van het hoofdgebouw\n");
    EXPECT_EQ(accepted("- a. de woningen hebben een kap, waarbij de goot- en bouwhoogte niet meer bedraagt dan 7 respectievelijk 11 m;"),
              "maximum goothoogte 7 | woningen | een kap\nmaximum bouwhoogte 11 | woningen | een kap\n");
    EXPECT_EQ(accepted("- a. ter plaatse van een gevel die gericht is op een weg, bedraagt de hoogte van een schutting ten hoogste 1 m;"),
              "maximum bouwhoogte 1 | schutting | ter plaatse van een gevel die gericht is op een weg\n");
    EXPECT_EQ(accepted("- a. de oppervlakte van bijgebouwen bedraagt niet meer dan:\n- 1. in geval van een erf groter dan 300 m2: 10% van het erf, tot een maximum van 200 m2;\n"),
              "maximum bebouwingspercentage 10 | bijgebouwen | in geval van een erf groter dan 300 m2; van het erf\n"
              "maximum oppervlakte 200 | bijgebouwen | in geval van een erf groter dan 300 m2\n");
}

}  // namespace
}  // namespace planlezer
