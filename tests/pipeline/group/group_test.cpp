#include "pipeline/group/group.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace planlezer {

namespace {

struct TestFile {
    std::string name;           ///< "/in/" in front is its path
    std::string first_page_id;
    std::string sha256;         ///< its name when empty
    bool imro_gml = false;
};

/// plan_id -> names of its documents, with " =NAME" behind a duplicate that is not read.
using Plans = std::map<std::string, std::vector<std::string>>;

std::vector<PlanGroup> group(std::vector<TestFile> files, const std::vector<std::string>& others = {}) {
    std::ranges::sort(files, {}, &TestFile::name);
    Inputs inputs;
    std::vector<FirstPage> first_pages;
    for (const TestFile& file : files) {
        const std::filesystem::path path = "/in/" + file.name;
        inputs.files.push_back({path, file.name, path.parent_path().native(), file.sha256.empty() ? file.name : file.sha256, {}, std::nullopt});
        first_pages.push_back({file.first_page_id, file.imro_gml});
    }
    for (const std::string& other : others) inputs.others.emplace_back("/in/" + other);
    return group_plans(inputs, first_pages);
}

Plans plans(std::vector<TestFile> files, const std::vector<std::string>& others = {}) {
    std::vector<TestFile> sorted = files;
    std::ranges::sort(sorted, {}, &TestFile::name);
    Plans result;
    for (const PlanGroup& plan : group(std::move(files), others)) {
        for (const PlanDocument& document : plan.documents) {
            result[plan.plan_id].push_back(sorted[document.file].name + (document.duplicate ? " =" + document.duplicate_of : ""));
        }
    }
    return result;
}

}  // namespace

TEST(Group, AFileWithoutIdentificationIsAPlan) {
    EXPECT_EQ(plans({{"a/dorp.pdf", "", ""}, {"a/stad.pdf", "", ""}}), (Plans{{"dorp", {"a/dorp.pdf"}}, {"stad", {"a/stad.pdf"}}}));
}

TEST(Group, TheSameIdentificationIsOnePlanWhereverItStands) {
    EXPECT_EQ(plans({{"x/r_NL.IMRO.0001.Dorp-VA01.pdf", "", ""}, {"y/t_nl.imro.0001.dorp-va01.pdf", "", ""}, {"z/scan.tif", "NL.IMRO.0001.Dorp-VA01", ""}}),
              (Plans{{"NL.IMRO.0001.Dorp-VA01", {"x/r_NL.IMRO.0001.Dorp-VA01.pdf", "y/t_nl.imro.0001.dorp-va01.pdf", "z/scan.tif"}}}));
}

TEST(Group, AGmlIdentifiesThePlanOfItsFolder) {
    EXPECT_EQ(plans({{"x/dorp.gml", "NL.IMRO.0001.Dorp-VA01", "", true}, {"x/plan voor het dorp.pdf", "", ""}}),
              (Plans{{"NL.IMRO.0001.Dorp-VA01", {"x/dorp.gml", "x/plan voor het dorp.pdf"}}}));
}

TEST(Group, TwoGmlsInAFolderIdentifyOnlyThemselves) {
    EXPECT_EQ(plans({{"x/a.gml", "NL.IMRO.0001.Dorp-VA01", "", true}, {"x/b.gml", "NL.IMRO.0001.Stad-VA01", "", true}, {"x/het dorp.pdf", "", ""}}),
              (Plans{{"NL.IMRO.0001.Dorp-VA01", {"x/a.gml"}}, {"NL.IMRO.0001.Stad-VA01", {"x/b.gml"}}, {"het-dorp", {"x/het dorp.pdf"}}}));
}

TEST(Group, AWorldFileGoesWithItsImage) {
    EXPECT_EQ(plans({{"x/kaart 1.pgw", "", ""}, {"x/kaart 1.png", "", ""}, {"x/kaart 2.tif", "", ""}}),
              (Plans{{"kaart-1", {"x/kaart 1.pgw", "x/kaart 1.png"}}, {"kaart-2", {"x/kaart 2.tif"}}}));
    EXPECT_EQ(plans({{"x/blad.tfw", "", ""}, {"x/blad.tif", "NL.IMRO.0001.Dorp-VA01", ""}, {"x/blad.png", "NL.IMRO.0001.Stad-VA01", ""}}),
              (Plans{{"NL.IMRO.0001.Dorp-VA01", {"x/blad.tfw", "x/blad.tif"}}, {"NL.IMRO.0001.Stad-VA01", {"x/blad.png"}}}));
}

TEST(Group, AFolderNamedAfterAPlanHoldsIt) {
    EXPECT_EQ(plans({{"NL.IMRO.0001.Dorp-VA01/regels.pdf", "", ""}, {"NL.IMRO.0001.Dorp-VA01/bijlagen/geluid.pdf", "NL.IMRO.0002.Stad-VA01", ""}}),
              (Plans{{"NL.IMRO.0001.Dorp-VA01", {"NL.IMRO.0001.Dorp-VA01/bijlagen/geluid.pdf", "NL.IMRO.0001.Dorp-VA01/regels.pdf"}}}));
}

TEST(Group, AFileThatIdentifiesGathersItsFolder) {
    EXPECT_EQ(plans({{"d/regels.pdf", "", ""}, {"d/kaart west.tif", "", ""}}, {"d/g_NL.IMRO.0001.Dorp-VA01.xml"}),
              (Plans{{"NL.IMRO.0001.Dorp-VA01", {"d/kaart west.tif", "d/regels.pdf"}}}));
}

TEST(Group, AFolderWithTwoIdentificationsGathersNothing) {
    EXPECT_EQ(plans({{"d/r_NL.IMRO.0001.Dorp-VA01.pdf", "", ""}, {"d/r_NL.IMRO.0001.Stad-VA01.pdf", "", ""}, {"d/scan.pdf", "", ""}}),
              (Plans{{"NL.IMRO.0001.Dorp-VA01", {"d/r_NL.IMRO.0001.Dorp-VA01.pdf"}},
                     {"NL.IMRO.0001.Stad-VA01", {"d/r_NL.IMRO.0001.Stad-VA01.pdf"}},
                     {"scan", {"d/scan.pdf"}}}));
}

TEST(Group, AFirstPageGathersOnlyWhatIsNamedForItsRole) {
    EXPECT_EQ(plans({{"d/regels.pdf", "NL.IMRO.0001.Dorp-VA01", ""}, {"d/toelichting.pdf", "", ""}, {"d/Weiland 1987.pdf", "", ""}}),
              (Plans{{"NL.IMRO.0001.Dorp-VA01", {"d/regels.pdf", "d/toelichting.pdf"}}, {"Weiland-1987", {"d/Weiland 1987.pdf"}}}));
}

TEST(Group, KnowsNamesThatTellARoleOnly) {
    for (const char* name : {"regels.pdf", "Bijlage 3.pdf", "t_toelichting.pdf", "verbeelding_blad_2.tif"}) EXPECT_TRUE(names_a_role_only(name)) << name;
    for (const char* name : {"regels dorp.pdf", "scan van kerkstraat.pdf", "1984.pdf", "a.pdf"}) EXPECT_FALSE(names_a_role_only(name)) << name;
}

TEST(Group, ACopyIsNamedAndNotReadAgain) {
    EXPECT_EQ(plans({{"a.pdf", "", "same"}, {"b.pdf", "", "same"}}), (Plans{{"a", {"a.pdf"}}, {"b", {"b.pdf =a.pdf"}}}));
    EXPECT_EQ(plans({{"r_NL.IMRO.0001.Dorp-VA01.pdf", "", "same"}, {"r_NL.IMRO.0001.Dorp-VA01 - kopie.pdf", "", "same"}}),
              (Plans{{"NL.IMRO.0001.Dorp-VA01", {"r_NL.IMRO.0001.Dorp-VA01 - kopie.pdf", "r_NL.IMRO.0001.Dorp-VA01.pdf =r_NL.IMRO.0001.Dorp-VA01 - kopie.pdf"}}}));
}

TEST(Group, ADocumentSharedByTwoIdentifiedPlansIsReadInBoth) {
    const auto found = group({{"NL.IMRO.0001.Dorp-VA01/regels.pdf", "", "same"}, {"NL.IMRO.0002.Stad-VA01/regels.pdf", "", "same"}});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_FALSE(found[1].documents[0].duplicate) << "its rules hold in that plan too";
    EXPECT_EQ(found[1].documents[0].duplicate_of, "NL.IMRO.0001.Dorp-VA01/regels.pdf") << "but the planner is told";
}

TEST(Group, OlderVersionsPointAtTheNewest) {
    std::map<std::string, std::string> newer;
    for (const PlanGroup& plan : group({{"r_NL.IMRO.0001.Dorp-ON01.pdf", "", ""}, {"r_NL.IMRO.0001.Dorp-VA01.pdf", "", ""}, {"r_NL.IMRO.0001.Dorp-VA02.pdf", "", ""},
                                        {"r_NL.IMRO.0001.Dorp-0401.pdf", "", ""}, {"r_NL.IMRO.0002.Dorp-ON01.pdf", "", ""}})) {
        newer[plan.plan_id] = plan.newer_version;
    }
    EXPECT_EQ(newer, (std::map<std::string, std::string>{{"NL.IMRO.0001.Dorp-ON01", "NL.IMRO.0001.Dorp-VA02"},
                                                         {"NL.IMRO.0001.Dorp-VA01", "NL.IMRO.0001.Dorp-VA02"},
                                                         {"NL.IMRO.0001.Dorp-VA02", ""},
                                                         {"NL.IMRO.0001.Dorp-0401", ""},
                                                         {"NL.IMRO.0002.Dorp-ON01", ""}}));
}

}  // namespace planlezer
