#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "schemas/omgevingsplan/validate/rule.hpp"
#include "schemas/omgevingsplan/validate/validate.hpp"
#include "tests/schemas/omgevingsplan/validate/edits.hpp"

namespace planlezer::omgevingsplan {
namespace {

using testing::Edit;
using testing::Edited;

ValidateOptions with_profile() { return {PLANLEZER_PROFILE, {}}; }

class GoodPackageTest : public ::testing::TestWithParam<char> {};

TEST_P(GoodPackageTest, RaisesNothing) {
    const auto package = testing::example_package(GetParam());
    if (!package) GTEST_SKIP() << "examples of the standards are not there";
    const std::vector<Finding> findings = validate(*package, with_profile());
    EXPECT_TRUE(testing::codes(findings).empty()) << testing::lines(findings);
}

INSTANTIATE_TEST_SUITE_P(Validate, GoodPackageTest, ::testing::Values('a', 'b', 'c'));

class EditTest : public ::testing::TestWithParam<Edit> {};

TEST_P(EditTest, IsRefusedWithItsCode) {
    const Edit& edit = GetParam();
    const auto package = testing::example_package(edit.package);
    if (!package) GTEST_SKIP() << "examples of the standards are not there";
    Edited edited(*package);
    edit.apply(edited);
    ASSERT_EQ(edited.trouble, "");
    const std::vector<Finding> findings = validate(edited.files, with_profile());
    std::set<std::string> found = testing::codes(findings);
    EXPECT_EQ(found.erase(edit.code), edit.code.empty() ? 0U : 1U) << testing::lines(findings);
    EXPECT_THAT(edit.also, ::testing::IsSupersetOf(found)) << testing::lines(findings);
}

/// No rule is there that no edit breaks.
TEST(EditsTest, EveryCodeHasAnEdit) {
    std::set<std::string> edited;
    for (const auto& edits :
         {testing::besluit_edits(), testing::delivery_edits(), testing::gio_edits(), testing::norm_edits(), testing::ow_edits(),
          testing::place_edits(), testing::rare_edits(), testing::rare_text_edits(), testing::text_edits()}) {
        for (const Edit& edit : edits) edited.insert(edit.code);
    }
    for (const validation::Rule& rule : validation::all_rules())
        EXPECT_TRUE(edited.contains(std::string(rule.code))) << rule.code;
}

std::string name_of(const ::testing::TestParamInfo<Edit>& info) {
    std::string name;
    for (const char c : (info.param.code.empty() ? "good" : info.param.code) + "_" + info.param.what)
        name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
    return name;
}

INSTANTIATE_TEST_SUITE_P(Delivery, EditTest, ::testing::ValuesIn(testing::delivery_edits()), name_of);
INSTANTIATE_TEST_SUITE_P(Besluit, EditTest, ::testing::ValuesIn(testing::besluit_edits()), name_of);
INSTANTIATE_TEST_SUITE_P(Gio, EditTest, ::testing::ValuesIn(testing::gio_edits()), name_of);
INSTANTIATE_TEST_SUITE_P(Norms, EditTest, ::testing::ValuesIn(testing::norm_edits()), name_of);
INSTANTIATE_TEST_SUITE_P(Ow, EditTest, ::testing::ValuesIn(testing::ow_edits()), name_of);
INSTANTIATE_TEST_SUITE_P(Places, EditTest, ::testing::ValuesIn(testing::place_edits()), name_of);
INSTANTIATE_TEST_SUITE_P(Rare, EditTest, ::testing::ValuesIn(testing::rare_edits()), name_of);
INSTANTIATE_TEST_SUITE_P(RareText, EditTest, ::testing::ValuesIn(testing::rare_text_edits()), name_of);
INSTANTIATE_TEST_SUITE_P(Text, EditTest, ::testing::ValuesIn(testing::text_edits()), name_of);

}  // namespace
}  // namespace planlezer::omgevingsplan
