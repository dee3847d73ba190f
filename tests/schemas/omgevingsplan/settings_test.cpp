#include "schemas/omgevingsplan/settings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <regex>

namespace planlezer::omgevingsplan {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::SizeIs;

std::string example() {
    std::ifstream file(PLANLEZER_OMGEVINGSPLAN_TOML);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The example with the line of this key replaced.
std::string with(const std::string& key, const std::string& value, std::string text = example()) {
    const std::size_t begin = text.find("\n" + key + " = ");
    if (begin == std::string::npos) throw std::logic_error("no key " + key);
    return text.replace(begin, text.find('\n', begin + 1) - begin, "\n" + key + " = " + value);
}

Settings settings_of(const std::string& text) {
    auto result = read_settings(text);
    if (const auto* fault = std::get_if<SettingsFault>(&result)) throw std::logic_error(fault->messages.at(0));
    return std::get<Settings>(std::move(result));
}

std::vector<std::string> faults_of(const std::string& text) {
    auto result = read_settings(text);
    return std::holds_alternative<Settings>(result) ? std::vector<std::string>{} : std::get<SettingsFault>(result).messages;
}

/// A real gemeente, complete.
std::string other_gemeente() { return std::regex_replace(example(), std::regex("gm9920"), "gm0297"); }

TEST(Settings, ExampleHoldsTheDefaults) {
    const Settings read = settings_of(example());
    const Settings defaults;
    EXPECT_TRUE(read.fictional);
    EXPECT_EQ(read.version, defaults.version);
    EXPECT_EQ(read.form, defaults.form);
    EXPECT_EQ(read.max_bestand, defaults.max_bestand);
    EXPECT_EQ(read.publicatie, defaults.publicatie);
    EXPECT_EQ(read.nieuwe_regeling, defaults.nieuwe_regeling);
    EXPECT_EQ(read.pons, defaults.pons);
    for (const auto field : {&Settings::gemeente,
                             &Settings::gemeente_naam,
                             &Settings::oin_bevoegd_gezag,
                             &Settings::oin_aanleveraar,
                             &Settings::regeling_work,
                             &Settings::regeling_was,
                             &Settings::regeling_wordt,
                             &Settings::versienummer,
                             &Settings::na_hoofdstuk,
                             &Settings::hoofdstuk,
                             &Settings::na_bijlage,
                             &Settings::bijlage,
                             &Settings::ambtsgebied,
                             &Settings::ambtsgebied_geldig_op,
                             &Settings::jaar,
                             &Settings::vastgesteld_op,
                             &Settings::ondertekend_op,
                             &Settings::bekend_op,
                             &Settings::in_werking_op,
                             &Settings::achtergrond_actualiteit,
                             &Settings::bestuursorgaan,
                             &Settings::opschrift,
                             &Settings::aanhef,
                             &Settings::sluiting,
                             &Settings::ondertekening,
                             &Settings::pons_id,
                             &Settings::pons_work,
                             &Settings::pons_bestand}) {
        EXPECT_EQ(read.*field, defaults.*field);
    }
}

TEST(Settings, NothingGivenIsTheFictionalGemeente) { EXPECT_TRUE(settings_of("").fictional); }

TEST(Settings, ReadsEveryKind) {
    const Settings read =
        settings_of(with("versie", "\"1.4.1\"",
                         with("vorm", "\"norms\"", with("publicatie", "true", with("max_bestand", "50000", other_gemeente())))));
    EXPECT_FALSE(read.fictional);
    EXPECT_EQ(read.version, Version::stop_1_4_1);
    EXPECT_EQ(read.form, Form::norms);
    EXPECT_TRUE(read.publicatie);
    EXPECT_EQ(read.max_bestand, 50000U);
    EXPECT_EQ(read.gemeente, "gm0297");
    EXPECT_EQ(read.regeling_work, "/akn/nl/act/gm0297/2020/omgevingsplan");
}

struct Wrong {
    const char* key;
    const char* value;
    const char* message;
    friend void PrintTo(const Wrong& wrong, std::ostream* out) { *out << wrong.value; }
};

class WrongValue : public ::testing::TestWithParam<Wrong> {};

TEST_P(WrongValue, IsRefusedWithKeyValueAndWhatItShouldBe) {
    const Wrong& wrong = GetParam();
    const std::vector<std::string> faults = faults_of(with(wrong.key, wrong.value));
    EXPECT_THAT(faults, Contains(AllOf(HasSubstr(wrong.key), HasSubstr(wrong.message), HasSubstr("regel "))));
    EXPECT_THAT(faults, SizeIs(1));
}

INSTANTIATE_TEST_SUITE_P(
    Values, WrongValue,
    ::testing::Values(
        Wrong{"versie", "\"1.4\"", "\"1.3.0\" of \"1.4.1\""}, Wrong{"vorm", "\"norm\"", "\"plan\" of \"norms\""},
        Wrong{"gemeente", "\"GM9920\"", "gm en vier cijfers"}, Wrong{"oin_aanleveraar", "\"123\"", "twintig cijfers"},
        Wrong{"oin_bevoegd_gezag", "1003214345000", "tussen aanhalingstekens"}, Wrong{"publicatie", "\"ja\"", "true of false"},
        Wrong{"max_bestand", "100000001", "LVBB1041"}, Wrong{"max_bestand", "\"1\"", "aantal bytes"},
        Wrong{"regeling_was", "\"/akn/nl/act/gm9920/2020/omgevings.plan/nld@2025-06-01;4\"", "STOP1000"},
        Wrong{"regeling_was", "\"/akn/nl/act/gm9920/2020/anders/nld@2025-06-01;4\"", "STOP0066"},
        Wrong{"regeling_wordt", "\"/akn/nl/act/gm9920/2020/omgevingsplan/nld@2025-06-01;4\"", "andere versie"},
        Wrong{"versienummer", "\"5.0\"", "STOP1016"}, Wrong{"na_hoofdstuk", "\"chp_22\"", "wId van een hoofdstuk"},
        Wrong{"na_hoofdstuk", "\"gm9920_1-0__cmp_II\"", "wId van een hoofdstuk"},
        Wrong{"na_bijlage", "\"gm9920_1-0__cmp_II.\"", "wId van een bijlage"}, Wrong{"hoofdstuk", "\"22\"", "ander nummer"},
        Wrong{"bijlage", "\"II\"", "ander nummer"}, Wrong{"hoofdstuk", "\"22a.\"", "STOP0013"},
        Wrong{"ambtsgebied", "\"nl.imow-gm9920.gebied.x\"", "ambtsgebied.<naam>"},
        Wrong{"ambtsgebied", "\"nl.imow-gm0001.ambtsgebied.x\"", "van de gemeente gm9920"},
        Wrong{"vastgesteld_op", "\"2026-02-30\"", "datum zijn die bestaat"},
        Wrong{"vastgesteld_op", "2026-02-20", "tussen aanhalingstekens"},
        Wrong{"ondertekend_op", "\"2026-11-30\"", "op of na vastgesteld_op"}, Wrong{"bekend_op", "\"2026-12-12\"", "LVBB1519"},
        Wrong{"in_werking_op", "\"2026-12-14\"", "na bekend_op"}, Wrong{"in_werking_op", "\"2027-03-15\"", "LVBB1580"},
        Wrong{"jaar", "\"2027\"", "STOP1008"}, Wrong{"bestuursorgaan", "\"raad\"", "gemeenteraad"},
        Wrong{"opschrift", "\" \"", "niet leeg"}, Wrong{"pons_id", "\"pons\"", "nl.imow-<gemeente>.pons"},
        Wrong{"pons_work", "\"/join/id/pubdata/gm9920/2026/pons\"", "/join/id/regdata"}),
    [](const auto& wrong) { return wrong.param.key + std::string("_") + std::to_string(wrong.index); });

TEST(Settings, TakesTheLastDayThatIsAllowed) {
    EXPECT_EQ(settings_of(with("in_werking_op", "\"2027-03-14\"")).in_werking_op, "2027-03-14");
}

TEST(Settings, SaysAllFaultsAtOnce) {
    EXPECT_THAT(faults_of("gemeente = \"x\"\noin_aanleveraar = \"y\"\njaar = 2026\nonbekend = 1\n"), SizeIs(4));
}

TEST(Settings, SuggestsTheKeyThatWasMeant) {
    EXPECT_THAT(faults_of("gemeentenaam = \"Zaltbommel\"\n"),
                Contains(AllOf(HasSubstr("onbekende sleutel 'gemeentenaam'"), HasSubstr("'gemeente_naam'?"))));
    EXPECT_THAT(faults_of("[besluit]\njaar = \"2026\"\n"), Contains(HasSubstr("onbekende sleutel 'besluit'")));
}

TEST(Settings, WantsWhatBelongsToAnotherGemeente) {
    const std::vector<std::string> faults = faults_of("gemeente = \"gm0297\"\n");
    EXPECT_THAT(faults, Contains(HasSubstr("oin_bevoegd_gezag ontbreekt")));
    EXPECT_THAT(faults, Contains(HasSubstr("na_hoofdstuk ontbreekt")));
    EXPECT_THAT(faults, Contains(HasSubstr("regeling_was ontbreekt")));
    const std::vector<std::string> anew = faults_of("gemeente = \"gm0297\"\nnieuwe_regeling = true\n");
    EXPECT_THAT(anew, ::testing::Not(Contains(HasSubstr("regeling_was ontbreekt"))));
}

TEST(Settings, WantsAllOfAnExistingPonsOrNothing) {
    const std::string id = with("pons_id", "\"nl.imow-gm9920.pons.p1\"");
    EXPECT_THAT(faults_of(id), Contains(HasSubstr("horen bij elkaar")));
    const std::string all = with("pons_work", "\"/join/id/regdata/gm9920/2025/pons\"", with("pons_bestand", "\"pons.gml\"", id));
    EXPECT_EQ(settings_of(all).pons_bestand, "pons.gml");
    EXPECT_THAT(faults_of(with("nieuwe_regeling", "true", all)), Contains(HasSubstr("nog geen Pons")));
}

TEST(Settings, SaysWhereTheTomlBreaks) {
    EXPECT_THAT(faults_of("gemeente = \"gm9920\"\njaar = \n"), Contains(HasSubstr("regel 2: geen geldige TOML")));
}

}  // namespace
}  // namespace planlezer::omgevingsplan
