// What the finder makes of passages in the forms plans use. Each test shows the passage and every norm it must yield.
#include "rules/norms/find_norms.hpp"

#include <gtest/gtest.h>

#include "rules/norms/examples.hpp"
#include "rules/outline/outline.hpp"
#include "tests/support/text_lines.hpp"

namespace planlezer {
namespace {

const RuleBook& book() {
    static const RuleBook loaded = load_rule_book({PLANLEZER_BOOK});
    return loaded;
}

FoundNorms found(const std::string& text, DocumentRole role = DocumentRole::regels) {
    return find_norms(read_outline(test::lines_from_text(text), book().sections), role, book());
}

/// "maximum bouwhoogte 10 m hoofdgebouwen", one a line; formula, map and existing sizes in place of the number.
std::string shown(const std::string& text) {
    std::string lines;
    for (const NormStatement& norm : found(text).norms) {
        lines += norm.kind + " " + (norm.value ? norm.value->text() + " " + std::string(unit_text(norm.unit)) : std::string(value_source_text(norm.value_source)));
        lines += " " + norm.subject + "\n";
    }
    return lines;
}

bool has_flag(const NormStatement& norm, FlagCode code) { return std::ranges::find(norm.flags, code) != norm.flags.end(); }

TEST(RuleBookExamples, AllHold) {
    const std::vector<ExampleFault> faults = run_examples(book());
    for (const ExampleFault& fault : faults) ADD_FAILURE() << fault.file << ":" << fault.line << ": " << fault.message;
    EXPECT_GE(book().examples.size(), book().norms.size()) << "each norm has an example";
}

TEST(FindNorms, SubjectFromTheSentence) {
    EXPECT_EQ(shown("- a. de bouwhoogte van erf- en terreinafscheidingen bedraagt ten hoogste 2 m;"), "maximum bouwhoogte 2 m erf- en terreinafscheidingen\n");
    EXPECT_EQ(shown("- a. de hoogte van overige bouwwerken, geen gebouwen zijnde, mag niet meer dan 3,50 meter bedragen;"),
              "maximum bouwhoogte 3.5 m overige bouwwerken, geen gebouwen zijnde\n");
    EXPECT_EQ(shown("Bedrijfsgebouwen hebben een maximale hoogte van 12 m."), "maximum bouwhoogte 12 m Bedrijfsgebouwen\n");
}

TEST(FindNorms, SubjectFromLeadInsAndHeadingsAtEveryDepth) {
    EXPECT_EQ(shown("4.2.2 Bijgebouwen\nVoor het bouwen van bijgebouwen gelden de volgende regels:\n- a. de goothoogte bedraagt ten hoogste 3 m;\n"),
              "maximum goothoogte 3 m bijgebouwen\n");
    EXPECT_EQ(shown("4.2.3 Carports\n- a. hoogte maximaal 3,25 m.\n"), "maximum bouwhoogte 3.25 m Carports\n");
    EXPECT_EQ(shown("- a. voor vlaggenmasten geldt dat:\n- 1. de bouwhoogte niet meer mag bedragen dan 6 m;\n"), "maximum bouwhoogte 6 m vlaggenmasten\n");
}

TEST(FindNorms, AnItemCompletesTheSentenceAboveIt) {
    EXPECT_EQ(shown("- a. de bouwhoogte van gebouwen mag niet meer bedragen dan:\n- 1. 4 m indien het gebouw bestaat uit één laag;\n- 2. 7 m in andere gevallen;\n"),
              "maximum bouwhoogte 4 m gebouwen\nmaximum bouwhoogte 7 m gebouwen\n");
    EXPECT_EQ(shown("- a. de oppervlakte van bijgebouwen bedraagt niet meer dan:\n- 1. bij een perceel groter dan 500 m2: 75 m2;\n"), "maximum oppervlakte 75 m2 bijgebouwen\n");
}

TEST(FindNorms, PairsAndRanges) {
    EXPECT_EQ(shown("- a. de goot- en bouwhoogte van woningen mogen niet meer bedragen dan 6 m respectievelijk 10 m;"),
              "maximum goothoogte 6 m woningen\nmaximum bouwhoogte 10 m woningen\n");
    EXPECT_EQ(shown("- a. de goot- en bouwhoogte van een bijgebouw bedraagt maximaal 4 m;"), "maximum goothoogte 4 m bijgebouw\nmaximum bouwhoogte 4 m bijgebouw\n");
    EXPECT_EQ(shown("- a. de lengte en breedte van een woonschip bedragen ten hoogste 20 en 60 dm;"), "maximum lengte 2 m woonschip\nmaximum breedte 6 m woonschip\n");
    EXPECT_EQ(shown("- a. de kap van woningen heeft een dakhelling tussen 12° en 45°;"), "minimum dakhelling 12 degree woningen\nmaximum dakhelling 45 degree woningen\n");
}

TEST(FindNorms, UnitsAndNumberWords) {
    EXPECT_EQ(shown("- a. de diepte van een luifel bedraagt ten hoogste 60 cm;"), "maximum diepte 0.6 m luifel\n");
    EXPECT_EQ(shown("- a. de bouwhoogte van een berging bedraagt ten hoogste drie en een halve meter;"), "maximum bouwhoogte 3.5 m berging\n");
    EXPECT_EQ(shown("- a. de breedte van een erker bedraagt ten hoogste 2/3 van de gevel;"), "maximum breedte 66.67 % erker\n");
    EXPECT_EQ(shown("- a. de oppervlakte van een kas bedraagt ten hoogste 2 ha;"), "maximum oppervlakte 20000 m2 kas\n");
}

TEST(FindNorms, ReferencesFormulasAndExistingSizesGiveNoNumber) {
    EXPECT_EQ(shown("- a. de bouwhoogte van gebouwen mag niet meer bedragen dan op de verbeelding is aangegeven;"), "maximum bouwhoogte map gebouwen\n");
    EXPECT_EQ(shown("- a. de inhoud van een woning mag niet meer bedragen dan de bestaande inhoud;"), "maximum inhoud existing woning\n");
    EXPECT_EQ(shown("- a. de bouwhoogte van aanbouwen bedraagt ten hoogste de hoogte van de eerste bouwlaag, vermeerderd met 0,25 m;"), "maximum bouwhoogte formula aanbouwen\n");
    EXPECT_EQ(shown("- a. de bouwhoogte van aanbouwen bedraagt ten hoogste 0,25 m boven de vloer van de verdieping;"), "maximum bouwhoogte formula aanbouwen\n");
    for (const NormStatement& norm : found("- a. de goothoogte van gebouwen mag niet meer bedragen dan is aangegeven;").norms) {
        EXPECT_EQ(norm.status, NormStatus::review);
        EXPECT_TRUE(has_flag(norm, FlagCode::map_reference_unresolved));
    }
}

TEST(FindNorms, WhatIsNoNormYieldsNone) {
    EXPECT_EQ(shown("- a. het ophogen van de bodem, indien de oppervlakte 1000 m² of meer bedraagt;"), "");
    EXPECT_EQ(shown("- a. gronden in een strook van 5 m langs de watergang blijven onbebouwd;"), "");
    EXPECT_EQ(shown("De bestaande toren is circa 8 m hoog."), "");
    EXPECT_EQ(shown("Artikel 1 Begrippen\n1.1 bouwlaag\neen deel van een gebouw met een hoogte van ten hoogste 3 m;\n"), "");
    EXPECT_TRUE(found("- a. de bouwhoogte van woningen bedraagt ten hoogste 10 m;", DocumentRole::toelichting).norms.empty());
}

TEST(FindNorms, ConditionsStayWithTheirNorm) {
    const FoundNorms norms = found("- a. de bouwhoogte van erfafscheidingen bedraagt ten hoogste 2 m, met dien verstande dat de bouwhoogte van erfafscheidingen voor de voorgevel ten hoogste 1 m bedraagt;");
    ASSERT_EQ(norms.norms.size(), 2U);
    EXPECT_EQ(norms.norms[0].condition, "");
    EXPECT_EQ(norms.norms[1].condition, "voor de voorgevel");
}

TEST(FindNorms, AanduidingAndDeviationFromAnotherRule) {
    const FoundNorms norms = found("- g. in afwijking van het bepaalde onder f mag ter plaatse van de aanduiding 'gestapeld' de bouwhoogte van woningen niet meer bedragen dan 18 meter;");
    ASSERT_EQ(norms.norms.size(), 1U);
    EXPECT_EQ(norms.norms[0].aanduiding, std::vector<std::string>{"gestapeld"});
    EXPECT_EQ(norms.norms[0].role, NormRole::rule);
    EXPECT_EQ(norms.norms[0].location, LocationKind::aanduiding);
    EXPECT_NE(norms.norms[0].condition.find("in afwijking van"), std::string::npos);
}

TEST(FindNorms, TheSectionDecidesTheRole) {
    const FoundNorms deviation = found("4.4 Afwijken van de bouwregels\n- a. de bouwhoogte van antennemasten mag niet meer bedragen dan 40 m;");
    ASSERT_EQ(deviation.norms.size(), 1U);
    EXPECT_EQ(deviation.norms[0].role, NormRole::deviation);
    const FoundNorms sentence = found("Bij omgevingsvergunning kan worden afgeweken tot een bouwhoogte van woningen van ten hoogste 12 m.");
    ASSERT_EQ(sentence.norms.size(), 1U);
    EXPECT_EQ(sentence.norms[0].role, NormRole::deviation);
}

TEST(FindNorms, DoubtIsFlagged) {
    const auto only = [](const std::string& text) {
        FoundNorms norms = found(text);
        EXPECT_EQ(norms.norms.size(), 1U) << text;
        return norms.norms.empty() ? NormStatement{} : norms.norms.front();
    };
    EXPECT_TRUE(has_flag(only("- a. de bouwhoogte van woningen bedraagt ten hoogste 350 m;"), FlagCode::value_implausible));
    EXPECT_TRUE(has_flag(only("- a. de bouwhoogte van woningen bedraagt ten hoogste 9;"), FlagCode::unit_missing));
    EXPECT_TRUE(has_flag(only("- a. de bouwhoogte van woningen bedraagt ten hoogste 9 m + NAP;"), FlagCode::relative_to_nap));
    EXPECT_TRUE(has_flag(only("- a. de bouwhoogte bedraagt ten hoogste 9 m;"), FlagCode::subject_unknown));
    EXPECT_TRUE(has_flag(only("- a. de bouwhoogte van woningen is nader te bepalen;"), FlagCode::not_yet_determined));
    EXPECT_TRUE(only("- a. de bouwhoogte van woningen bedraagt ten hoogste 9 m;").flags.empty());
    EXPECT_EQ(only("- a. de bouwhoogte van woningen bedraagt ten hoogste 9 m;").status, NormStatus::accepted);
}

TEST(FindNorms, AWeakDigitOfAScanIsNeverAccepted) {
    DocumentText text = read_outline(test::lines_from_text("- a. de bouwhoogte van woningen bedraagt ten hoogste 9 m;"), book().sections);
    for (FlowWord& word : text.words) {
        word.origin = TextOrigin::ocr;
        word.confidence = word.text == "9" ? 0.6 : 0.96;
    }
    const FoundNorms norms = find_norms(text, DocumentRole::regels, book());
    ASSERT_EQ(norms.norms.size(), 1U);
    EXPECT_TRUE(has_flag(norms.norms[0], FlagCode::ocr_digit_weak));
    EXPECT_EQ(norms.norms[0].status, NormStatus::review);
}

TEST(FindNorms, TwoReadingsAreNeverAccepted) {
    DocumentText text = read_outline(test::lines_from_text("- a. de bouwhoogte van woningen bedraagt ten hoogste 9 m;"), book().sections);
    for (FlowWord& word : text.words) {
        if (word.text == "9") word.second_reading = "8";
    }
    const FoundNorms norms = find_norms(text, DocumentRole::regels, book());
    ASSERT_EQ(norms.norms.size(), 1U);
    EXPECT_TRUE(has_flag(norms.norms[0], FlagCode::ocr_readings_differ));
    EXPECT_EQ(norms.norms[0].status, NormStatus::review);
}

TEST(FindNorms, TwoReadingsOfTheSameValueAreNoDoubt) {
    DocumentText text = read_outline(test::lines_from_text("- a. de bouwhoogte van woningen bedraagt ten hoogste 9 m;"), book().sections);
    for (FlowWord& word : text.words) {
        if (word.text == "9") word.second_reading = "9m;";
        if (word.text == "m;") word.second_reading = "ms;";
    }
    const FoundNorms norms = find_norms(text, DocumentRole::regels, book());
    ASSERT_EQ(norms.norms.size(), 1U);
    EXPECT_FALSE(has_flag(norms.norms[0], FlagCode::ocr_readings_differ));
    EXPECT_EQ(norms.norms[0].status, NormStatus::accepted);
}

TEST(FindNorms, TablesReadThroughTheirHeads) {
    EXPECT_EQ(shown("| bouwwerk | goothoogte (m) | bouwhoogte (m) |\n|---|---|---|\n| bedrijfsgebouwen | 6 | 10 |\n| bedrijfswoningen | 4,5 | - |\n"),
              "maximum goothoogte 6 m bedrijfsgebouwen\nmaximum bouwhoogte 10 m bedrijfsgebouwen\nmaximum goothoogte 4.5 m bedrijfswoningen\n");
}

TEST(FindNorms, SameTextSameNorms) {
    const std::string text = "4.2 Bouwregels\n- a. de bouwhoogte van woningen bedraagt ten hoogste 9 m;\n- b. de goothoogte bedraagt 3 m;";
    EXPECT_EQ(shown(text), shown(text));
}

}  // namespace
}  // namespace planlezer
