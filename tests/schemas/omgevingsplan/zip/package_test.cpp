#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "schemas/omgevingsplan/zip/read_package.hpp"
#include "schemas/omgevingsplan/zip/sha512.hpp"
#include "schemas/omgevingsplan/zip/zip_writer.hpp"
#include "tests/schemas/omgevingsplan/example_package.hpp"
#include "tests/support/folder.hpp"

namespace planlezer::omgevingsplan {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;

class PackageTest : public ::testing::Test {
  protected:
    test::Folder own_;
    std::filesystem::path folder_ = own_.path();
};

std::set<std::string> codes(const ReadPackage& package) { return testing::codes(package.findings); }

TEST_F(PackageTest, ZipGivesBackTheFiles) {
    const PackageFiles files{{"opdracht.xml", "<a/>"}, {"x.gml", std::string(300'000, 'x')}, {"leeg.xml", ""}};
    const ReadPackage read = read_package_zip_bytes(zip_bytes(files));
    EXPECT_TRUE(read.readable) << testing::lines(read.findings);
    EXPECT_EQ(read.files, files);
    EXPECT_THAT(read.findings, ElementsAre());
}

TEST_F(PackageTest, SameFilesGiveTheSameZipWhateverTheTimeZone) {
    const PackageFiles files{{"b.xml", "<b/>"}, {"a.xml", "<a/>"}};
    const std::string first = zip_bytes(files);
    setenv("TZ", "Pacific/Auckland", 1);
    tzset();
    const std::string second = zip_bytes(files);
    unsetenv("TZ");
    tzset();
    EXPECT_EQ(first, second);
    write_zip(files, folder_ / "p.zip");
    std::ifstream file(folder_ / "p.zip", std::ios::binary);
    EXPECT_EQ(first, std::string(std::istreambuf_iterator<char>(file), {}));
}

TEST_F(PackageTest, ZipTakesOnlyNamesTheLvbbTakes) {
    for (const char* const name : {"", ".", "..", "map/a.xml", "a b.xml", "\xC3\xA9.xml", "a\\b.xml"}) {
        EXPECT_THROW(static_cast<void>(zip_bytes({{name, "x"}})), ZipError) << name;
    }
    EXPECT_THROW(static_cast<void>(zip_bytes({})), ZipError);
}

TEST_F(PackageTest, WhatIsNoZipIsUnreadable) {
    for (const std::string& bytes : {std::string{}, std::string("PK"), std::string("geen zip"), std::string(100, '\0')}) {
        const ReadPackage read = read_package_zip_bytes(bytes);
        EXPECT_FALSE(read.readable);
        EXPECT_THAT(codes(read), Contains("LVBB1001"));
    }
}

TEST_F(PackageTest, CutOrFlippedZipNeverCrashes) {
    const std::string whole = zip_bytes({{"opdracht.xml", "<a>" + std::string(3'000, 'x') + "</a>"}, {"manifest.xml", "<m/>"}});
    for (std::size_t length = 0; length < whole.size(); length += 7)
        static_cast<void>(read_package_zip_bytes(whole.substr(0, length)));
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const unsigned bit : {0U, 3U, 7U}) {
            std::string flipped = whole;
            flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ (1U << bit));
            static_cast<void>(read_package_zip_bytes(flipped));
        }
    }
}

TEST_F(PackageTest, ZipBombIsRefused) {
    const PackageFiles bomb{{"a.xml", std::string(package_limits::file_bytes + 1, ' ')}};
    const std::string bytes = zip_bytes(bomb);
    EXPECT_LT(bytes.size(), std::size_t{1'000'000});
    const ReadPackage read = read_package_zip_bytes(bytes);
    EXPECT_FALSE(read.readable);
    EXPECT_THAT(codes(read), ElementsAre("LVBB1041"));
}

TEST_F(PackageTest, WhatIsTooMuchTogetherIsRefused) {
    PackageFiles files;
    for (int i = 0; i < 11; ++i) files.emplace("f" + std::to_string(i) + ".xml", std::string(1'000, ' '));
    ReadLimits limits;
    limits.unpacked_bytes = 10'000;
    const ReadPackage large = read_package_zip_bytes(zip_bytes(files), limits);
    EXPECT_FALSE(large.readable);
    EXPECT_THAT(codes(large), ElementsAre("LVBB1040"));
    limits.unpacked_bytes = 11'000;
    EXPECT_TRUE(read_package_zip_bytes(zip_bytes(files), limits).readable);
    limits.files = 10;
    EXPECT_THAT(codes(read_package_zip_bytes(zip_bytes(files), limits)), ElementsAre("LVBB1001"));
    write_zip(files, folder_ / "p.zip");
    limits.zip_bytes = 100;
    EXPECT_THAT(codes(read_package_zip(folder_ / "p.zip", limits)), ElementsAre("LVBB1040"));
}

/// libzip writes no zip with a name twice; so the second name is made the first in the bytes.
TEST_F(PackageTest, NameTwiceAndFoldersAreFound) {
    std::string bytes = zip_bytes({{"aa.xml", "<a/>"}, {"ab.xml", "<b/>"}});
    for (std::size_t at = bytes.find("ab.xml"); at != std::string::npos; at = bytes.find("ab.xml", at))
        bytes.replace(at, 6, "aa.xml");
    const ReadPackage twice = read_package_zip_bytes(bytes);
    EXPECT_THAT(codes(twice), ElementsAre("LVBB1042"));

    bytes = zip_bytes({{"aaaaaa", "<a/>"}, {"manifest.xml", "<m/>"}});
    for (std::size_t at = bytes.find("aaaaaa"); at != std::string::npos; at = bytes.find("aaaaaa", at))
        bytes.replace(at, 6, "../../");
    const ReadPackage folders = read_package_zip_bytes(bytes);
    EXPECT_THAT(codes(folders), ElementsAre("LVBB1004"));
    EXPECT_EQ(folders.files, (PackageFiles{{"manifest.xml", "<m/>"}}));
}

TEST_F(PackageTest, FolderHoldsOnlyPlainFiles) {
    std::ofstream(folder_ / "a.xml") << "<a/>";
    const ReadPackage plain = read_package_folder(folder_);
    EXPECT_TRUE(plain.readable);
    EXPECT_EQ(plain.files, (PackageFiles{{"a.xml", "<a/>"}}));
    std::filesystem::create_symlink(folder_ / "a.xml", folder_ / "b.xml");
    EXPECT_FALSE(read_package_folder(folder_).readable);
    std::filesystem::remove(folder_ / "b.xml");
    std::filesystem::create_directory(folder_ / "map");
    EXPECT_FALSE(read_package_folder(folder_).readable);
    EXPECT_FALSE(read_package_folder(folder_ / "niets").readable);
}

TEST(Sha512, IsThatOfTheStandard) {
    EXPECT_EQ(sha512_hex("abc"),
              "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a"
              "9ac94fa54ca49f");
}

}  // namespace
}  // namespace planlezer::omgevingsplan
