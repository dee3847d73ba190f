#include <gtest/gtest.h>

#include <set>

#include "schemas/omgevingsplan/validate/validate.hpp"
#include "schemas/omgevingsplan/write/package_writer.hpp"
#include "tests/schemas/omgevingsplan/example_package.hpp"
#include "tests/schemas/omgevingsplan/sample_package.hpp"

namespace planlezer::omgevingsplan {
namespace {

PackageFiles files_of(const Package& package) {
    PackageFiles files;
    write_package(package, [&](PackageFile&& file) { files.emplace(std::move(file.name), std::move(file.bytes)); });
    return files;
}

/// With the official schemas where they are; without them the rules and the profile hold all the same.
ValidateOptions options() {
    return {PLANLEZER_PROFILE, std::filesystem::exists(testing::standards_folder() / "catalog.xml") ? testing::standards_folder()
                                                                                                    : std::filesystem::path{}};
}

class WrittenPackageTest : public ::testing::TestWithParam<Version> {
  protected:
    static void expect_codes(Package package, const std::set<std::string>& expected) {
        package.settings.version = GetParam();
        const std::vector<Finding> findings = validate(files_of(package), options());
        EXPECT_EQ(testing::codes(findings), expected) << testing::lines(findings);
    }
};

TEST_P(WrittenPackageTest, SmallOneRaisesNothing) { expect_codes(planlezer::testing::small_package(), {}); }

/// It has a table within a list and a norm without a rule: the sample of all that can be written is no delivery.
TEST_P(WrittenPackageTest, FullOneHasWhatWasPutInIt) {
    expect_codes(planlezer::testing::full_package(), {"OZON0026", "STOP0009"});
    expect_codes(planlezer::testing::full_package(true), {"OZON0026", "STOP0009"});
}

INSTANTIATE_TEST_SUITE_P(Validate, WrittenPackageTest, ::testing::Values(Version::stop_1_3_0, Version::stop_1_4_1));

}  // namespace
}  // namespace planlezer::omgevingsplan
