#include "schemas/omgevingsplan/settings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <regex>
#include <utility>

namespace planlezer::omgevingsplan {
namespace {

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Lt;
using ::testing::Not;
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

/// Without the line of this key.
std::string without(const std::string& key, std::string text) {
    const std::size_t begin = text.find("\n" + key + " = ");
    if (begin == std::string::npos) throw std::logic_error("no key " + key);
    return text.erase(begin, text.find('\n', begin + 1) - begin);
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
    EXPECT_THAT(
        faults_of("gemeente = \"gm0297\"\n"),
        ElementsAre("voor gm0297 ontbreken gemeente_naam, oin_bevoegd_gezag, oin_aanleveraar, regeling_work, regeling_wordt, "
                    "versienummer, jaar, vastgesteld_op, ondertekend_op, bekend_op, in_werking_op, opschrift, aanhef, "
                    "sluiting, ondertekening, regeling_was, na_hoofdstuk, na_bijlage: vul in wat van de gemeente zelf is "
                    "(alleen voor de verzonnen gemeente gm9920 zijn er standaardwaarden)."));
    EXPECT_THAT(faults_of("gemeente = \"gm0297\"\nnieuwe_regeling = true\n"),
                ElementsAre(AllOf(HasSubstr("ondertekening:"), Not(HasSubstr("regeling_was")))));
}

TEST(Settings, AsksForTheOneKeyThatIsMissing) {
    EXPECT_THAT(faults_of(without("regeling_work", other_gemeente())), ElementsAre(HasSubstr("ontbreekt regeling_work:")));
}

TEST(Settings, EndsEveryMessage) {
    for (const std::string& text :
         {std::string("gemeente = \"x\"\njaar = 2026\nonbekend = 1\ngemeentenaam = \"y\"\nbekend_op = 2026-12-14\n"),
          std::string("gemeente = \"gm0297\"\n"), std::string("jaar = \n"), with("bekend_op", "\"2026-12-12\""),
          with("pons_id", "\"nl.imow-gm9920.pons.p1\"")}) {
        const std::vector<std::string> faults = faults_of(text);
        EXPECT_THAT(faults, Not(IsEmpty()));
        EXPECT_THAT(faults, Each(AnyOf(EndsWith("."), EndsWith("?"))));
        EXPECT_THAT(faults, Each(Not(EndsWith(".."))));
    }
}

TEST(Settings, TellsThatADateIsNotQuoted) {
    EXPECT_THAT(faults_of(with("bekend_op", "2026-12-04")),
                ElementsAre(AllOf(HasSubstr("bekend_op = 2026-12-04 staat"), EndsWith("zet de datum tussen aanhalingstekens."))));
}

TEST(Settings, RefusesAHostileWIdAtOnce) {
    std::string steps;
    for (int i = 0; i < 40; ++i) steps += "__a_a";
    EXPECT_THAT(faults_of(with("na_hoofdstuk", "\"gm9920_1" + steps + "X\"")), ElementsAre(HasSubstr("wId van een hoofdstuk")));
    EXPECT_THAT(faults_of(with("na_bijlage", "\"gm9920_1" + steps + "X\"")), ElementsAre(HasSubstr("wId van een bijlage")));
}

class WId : public ::testing::TestWithParam<std::pair<const char*, bool>> {};

TEST_P(WId, IsTakenOrRefused) {
    const auto& [w_id, right] = GetParam();
    EXPECT_EQ(faults_of(with("na_hoofdstuk", "\"" + std::string(w_id) + "\"")).empty(), right) << w_id;
}

INSTANTIATE_TEST_SUITE_P(Forms, WId,
                         ::testing::Values(std::pair("gm9920_1-0__chp_21", true), std::pair("gm9920_1__cmp_A__chp_2.1b", true),
                                           std::pair("gm9920___chp_1", true), std::pair("gm9920_1__chp_o_1", true),
                                           std::pair("gm9920_12345678901234567890123456789012__chp_1", true),
                                           std::pair("gm9920_123456789012345678901234567890123__chp_1", false),
                                           std::pair("gm9920_1", false), std::pair("gm9920_1__", false),
                                           std::pair("gm9920_1__chp", false), std::pair("gm9920_1__chp_", false),
                                           std::pair("gm9920_1__chp_1.", false), std::pair("gm9920_1__Chp_1", false),
                                           std::pair("gm9920_1__chp_1__art_2", false), std::pair("gm9920_1__chp_1__", false),
                                           std::pair("gm992_1__chp_1", false), std::pair("xx9920_1__chp_1", false),
                                           std::pair("gm9920_1_chp_1", false), std::pair("gm9920_1.0__chp_1", false),
                                           std::pair("gm9920_1__chp_1 2", false), std::pair("", false)));

TEST(Settings, TakesALongTextAndRefusesATooLongOne) {
    for (const char* key : {"aanhef", "sluiting", "opschrift"}) {
        EXPECT_THAT(faults_of(with(key, "\"" + std::string(10'000, 'a') + "\"")), IsEmpty());
        EXPECT_THAT(
            faults_of(with(key, "\"" + std::string(100'000, 'a') + "\"")),
            ElementsAre(AllOf(HasSubstr("moet hoogstens 10000 tekens lang zijn; het zijn er 100000."), SizeIs(Lt(400U)))));
    }
}

TEST(Settings, CountsCharactersAndCutsNone) {
    std::string text;
    for (int i = 0; i < 10'000; ++i) text += "\u20ac";
    EXPECT_THAT(faults_of(with("aanhef", "\"" + text + "\"")), IsEmpty());
    EXPECT_THAT(faults_of(with("aanhef", "\"" + text + "a\"")), ElementsAre(HasSubstr("\u20ac...' moet")));
}

TEST(Settings, RefusesLongIdentifiersBeforeTheirFormIsLookedAt) {
    for (const char* key :
         {"gemeente", "oin_aanleveraar", "regeling_work", "regeling_was", "na_hoofdstuk", "na_bijlage", "hoofdstuk", "bijlage",
          "ambtsgebied", "bekend_op", "bestuursorgaan", "pons_id", "pons_work", "versie", "vorm"}) {
        EXPECT_THAT(faults_of(with(key, "\"" + std::string(100'000, '1') + "\"")),
                    ElementsAre(HasSubstr("hoogstens 500 tekens lang zijn; het zijn er 100000")));
    }
}

TEST(Settings, ShowsALongValueInOneLine) {
    EXPECT_THAT(faults_of(with("gemeente", "\"gm\\n9920\"")), ElementsAre(AllOf(HasSubstr("'gm 9920'"), Not(HasSubstr("\n")))));
}

/// The example decided a week before this day and in force a day behind it.
std::string published_on(int year, unsigned month, unsigned day) {
    using namespace std::chrono;
    const auto quoted_day = [](sys_days at) {
        const year_month_day date(at);
        const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
        return "\"" + std::to_string(static_cast<int>(date.year())) + "-" + two(static_cast<unsigned>(date.month())) + "-" +
               two(static_cast<unsigned>(date.day())) + "\"";
    };
    const sys_days at = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
    std::string text = with("vastgesteld_op", quoted_day(at - days(7)), with("ondertekend_op", quoted_day(at - days(7))));
    text = with("bekend_op", quoted_day(at), with("in_werking_op", quoted_day(at + days(1)), text));
    return with("jaar", "\"" + std::to_string(year - 1) + "\"", text);
}

struct Day {
    int year;
    unsigned month;
    unsigned day;
    const char* name;
    friend void PrintTo(const Day& day, std::ostream* out) { *out << day.name << " " << day.year; }
};

class Holiday : public ::testing::TestWithParam<Day> {};

TEST_P(Holiday, IsNoDayToPublish) {
    const Day& day = GetParam();
    EXPECT_THAT(faults_of(published_on(day.year, day.month, day.day)),
                ElementsAre(AllOf(HasSubstr("bekend_op"), HasSubstr("LVBB1519"))));
}

INSTANTIATE_TEST_SUITE_P(Days, Holiday,
                         ::testing::Values(Day{2027, 1, 1, "Nieuwjaarsdag"}, Day{2027, 3, 26, "Goede Vrijdag"},
                                           Day{2027, 3, 29, "Tweede Paasdag"}, Day{2027, 4, 27, "Koningsdag"},
                                           Day{2025, 4, 26, "Koningsdag"}, Day{2027, 5, 6, "Hemelvaartsdag"},
                                           Day{2027, 5, 17, "Tweede Pinksterdag"}, Day{2028, 4, 14, "Goede Vrijdag"},
                                           Day{2028, 4, 17, "Tweede Paasdag"}, Day{2028, 5, 25, "Hemelvaartsdag"},
                                           Day{2028, 6, 5, "Tweede Pinksterdag"}, Day{2038, 4, 23, "Goede Vrijdag"},
                                           Day{2038, 6, 14, "Tweede Pinksterdag"}, Day{2028, 12, 25, "Eerste Kerstdag"},
                                           Day{2028, 12, 26, "Tweede Kerstdag"}, Day{2027, 5, 16, "een zondag"}));

class WorkingDay : public ::testing::TestWithParam<Day> {};

TEST_P(WorkingDay, IsADayToPublish) {
    const Day& day = GetParam();
    EXPECT_THAT(faults_of(published_on(day.year, day.month, day.day)), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Days, WorkingDay,
                         ::testing::Values(Day{2027, 3, 25, "Witte Donderdag"}, Day{2027, 3, 30, "dinsdag na Pasen"},
                                           Day{2026, 4, 24, "vrijdag voor Koningsdag op maandag"},
                                           Day{2027, 5, 5, "Bevrijdingsdag"}, Day{2027, 5, 14, "vrijdag voor Pinksteren"},
                                           Day{2025, 4, 28, "maandag na Koningsdag"}, Day{2026, 12, 24, "dag voor Kerstmis"}));

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
