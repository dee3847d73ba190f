#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "schemas/omgevingsplan/validate/validate.hpp"
#include "tests/schemas/omgevingsplan/example_package.hpp"

namespace planlezer::omgevingsplan {
namespace {

using ::testing::Contains;

ValidateOptions with_profile() { return {PLANLEZER_PROFILE, {}}; }

class HostileTest : public ::testing::TestWithParam<char> {
  protected:
    void SetUp() override {
        if (!testing::example_package(GetParam())) GTEST_SKIP() << "examples of the standards are not there";
        files_ = *testing::example_package(GetParam());
    }
    PackageFiles files_;
};

TEST_P(HostileTest, AnyFileMayBeMissing) {
    for (const auto& [name, bytes] : files_) {
        PackageFiles fewer = files_;
        fewer.erase(name);
        EXPECT_FALSE(testing::codes(validate(fewer, with_profile())).empty()) << name;
    }
    EXPECT_FALSE(validate({}).empty());
}

TEST_P(HostileTest, AnyFileMayBeCut) {
    for (const auto& [name, bytes] : files_) {
        for (std::size_t length = 0; length < bytes.size(); length += 1 + bytes.size() / 23) {
            PackageFiles cut = files_;
            cut[name].resize(length);
            EXPECT_FALSE(testing::codes(validate(cut, with_profile())).empty()) << name << " at " << length;
        }
    }
}

TEST_P(HostileTest, AnyElementMayBeGone) {
    for (const auto& [name, bytes] : files_) {
        for (std::size_t at = bytes.find('<', 60); at != std::string::npos; at = bytes.find('<', at + 1)) {
            const std::size_t end = bytes.find_first_of(" />", at);
            const std::string close = "</" + bytes.substr(at + 1, end - at - 1) + ">";
            const std::size_t stop = bytes.find(close, end);
            if (bytes[at + 1] == '/' || stop == std::string::npos) continue;
            PackageFiles less = files_;
            less[name].erase(at, stop + close.size() - at);
            static_cast<void>(validate(less, with_profile()));
        }
    }
}

TEST_P(HostileTest, AnyBytesMayBeOthers) {
    std::mt19937 random(20261122);
    for (const auto& [name, bytes] : files_) {
        for (int round = 0; round < 25; ++round) {
            PackageFiles flipped = files_;
            for (int i = 0; i <= round % 4; ++i) flipped[name][random() % bytes.size()] = static_cast<char>(random() % 256);
            static_cast<void>(validate(flipped, with_profile()));
        }
    }
}

/// Two files exchanged, so that a root stands where another is expected.
TEST_P(HostileTest, AnyFileMayBeAnother) {
    for (const auto& [name, bytes] : files_) {
        for (const auto& [other, content] : files_) {
            PackageFiles exchanged = files_;
            exchanged[name] = content;
            static_cast<void>(validate(exchanged, with_profile()));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Validate, HostileTest, ::testing::Values('a', 'b'));

TEST(HostileXmlTest, EntitiesAndDepthAreRefused) {
    const std::string laughs = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]><a>&c;</a>";
    EXPECT_THAT(testing::codes(validate({{"opdracht.xml", laughs}})), Contains("XML"));
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<a>";
    EXPECT_THAT(testing::codes(validate({{"opdracht.xml", deep}})), Contains("XML"));
    EXPECT_THAT(testing::codes(validate({{"opdracht.xml", std::string("\xff\xfe\x00", 3)}})), Contains("XML"));
}

}  // namespace
}  // namespace planlezer::omgevingsplan
