#include <gtest/gtest.h>

#include <algorithm>

#include "schemas/omgevingsplan/validate/validate.hpp"
#include "tests/schemas/omgevingsplan/example_package.hpp"

namespace planlezer::omgevingsplan {
namespace {

using testing::Edited;

struct Refused {
    const char* file;
    const char* from;
    const char* to;
};

/// What the official schemas must refuse, each alone.
constexpr Refused refused[] = {
    {"owPons.xml", "nl.imow-gm9920.pons.pons1", "nl.imow-gm9920.ponsje.pons1"},
    {"owNormen.xml", "<rol:naam>maximum goothoogte</rol:naam>", ""},
    {"owNormen.xml", "http://standaarden.omgevingswet.overheid.nl/typenorm/id/concept/MaximumGoothoogte",
     "http://example.nl/typenorm/id/concept/MaximumGoothoogte"},
    {"owNormen.xml", "<rol:kwantitatieveWaarde>6<", "<rol:kwantitatieveWaarde>6,5<"},
    {"besluit.xml", "<Hoofdstuk eId=\"chp_1\" wId=\"gm9920_planlezer1__chp_1\">", "<Hoofdstuk eId=\"chp_1\">"},
    {"manifest.xml", "<bestandsnaam>pons.gml<", "<bestandsnaam>een pons.gml<"},
    {"opdracht.xml", "<idAanleveraar>00000001003214345000<", "<idAanleveraar>123<"},
    {"maxgoothoogte.gml",
     "<gml:posList>155000.000 463000.000 155100.000 463000.000 155100.000 463100.000 155000.000 463100.000 155000.000 "
     "463000.000</gml:posList>",
     ""},
    {"owRegels.xml",
     "<r:identificatie>nl.imow-gm9920.juridischeregel.jr3</r:identificatie>\n     "
     "<r:idealisatie>http://standaarden.omgevingswet.overheid.nl/idealisatie/id/concept/Exact</r:idealisatie>",
     "<r:identificatie>nl.imow-gm9920.juridischeregel.jr3</r:identificatie>"},
};

class OfficialSchemaTest : public ::testing::TestWithParam<Refused> {};

TEST_P(OfficialSchemaTest, RefusesTheEdit) {
    const auto package = testing::example_package('a');
    if (!package) GTEST_SKIP() << "examples of the standards are not there";
    Edited edited(*package);
    edited.replace(GetParam().file, GetParam().from, GetParam().to).rehash();
    ASSERT_EQ(edited.trouble, "");
    const std::vector<Finding> findings = validate(edited.files, {{}, testing::standards_folder()});
    const auto found =
        std::ranges::find_if(findings, [](const Finding& f) { return f.code == "XSD" && f.severity == Severity::error; });
    ASSERT_NE(found, findings.end()) << testing::lines(findings);
    EXPECT_EQ(found->file, GetParam().file);
    EXPECT_GT(found->line, 0);
}

INSTANTIATE_TEST_SUITE_P(Validate, OfficialSchemaTest, ::testing::ValuesIn(refused));

class OfficialGoodTest : public ::testing::TestWithParam<char> {};

TEST_P(OfficialGoodTest, AcceptsTheExample) {
    const auto package = testing::example_package(GetParam());
    if (!package) GTEST_SKIP() << "examples of the standards are not there";
    const std::vector<Finding> findings = validate(*package, {PLANLEZER_PROFILE, testing::standards_folder()});
    EXPECT_TRUE(findings.empty()) << testing::lines(findings);
}

INSTANTIATE_TEST_SUITE_P(Validate, OfficialGoodTest, ::testing::Values('a', 'b', 'c'));

TEST(SchemasTest, SaysThatNothingWasCheckedAgainstThem) {
    const std::vector<Finding> findings =
        validate({{"opdracht.xml", "<validatieOpdracht xmlns=\"http://www.overheid.nl/2017/unknown\"/>"}});
    EXPECT_TRUE(std::ranges::any_of(findings, [](const Finding& f) { return f.code == "XSD" && f.severity == Severity::info; }))
        << testing::lines(findings);
}

}  // namespace
}  // namespace planlezer::omgevingsplan
