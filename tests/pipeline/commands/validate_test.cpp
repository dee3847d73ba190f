#include "pipeline/commands/validate.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "schemas/omgevingsplan/zip/zip_writer.hpp"
#include "tests/support/folder.hpp"

namespace planlezer {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class ValidateCommandTest : public ::testing::Test {
  protected:
    fs::path path(const std::string& name) const { return folder_.path(name); }
    void write_package(const std::string& package) {
        for (const auto& [name, bytes] : files_) folder_.write(package + "/" + name, bytes);
    }
    ExitCode run(const fs::path& what) {
        out_.str("");
        notes_.str("");
        return run_validate(find_packages(what), {}, out_, notes_);
    }
    std::vector<std::string> names(const fs::path& what) {
        std::vector<std::string> found;
        for (const FoundPackage& package : find_packages(what)) found.push_back(fs::path(package.name).filename().string());
        return found;
    }

    test::Folder folder_;
    /// No good delivery, and enough of one to be found and read.
    omgevingsplan::PackageFiles files_{
        {"opdracht.xml",
         "<validatieOpdracht "
         "xmlns=\"http://www.overheid.nl/2017/lvbb\"><publicatie>besluit.xml</publicatie></validatieOpdracht>"},
        {"manifest.xml", "<manifest xmlns=\"http://www.overheid.nl/2017/lvbb\"/>"}};
    std::ostringstream out_;
    std::ostringstream notes_;
};

TEST_F(ValidateCommandTest, FindsPackagesWhereverTheyAre) {
    write_package("uit/omgevingsplan/plan-a");
    write_package("uit/omgevingsplan/plan-b");
    omgevingsplan::write_zip(files_, path("uit/omgevingsplan/plan-b.zip"));
    omgevingsplan::write_zip(files_, path("uit/omgevingsplan/plan-c.zip"));
    folder_.write("uit/omgevingsplan/besluit.css", "al {}");
    folder_.write("uit/plans/plan-a.json", "{}");
    EXPECT_THAT(names(path("uit")), ElementsAre("plan-a", "plan-b", "plan-c"));
    EXPECT_THAT(names(path("uit/omgevingsplan")), ElementsAre("plan-a", "plan-b", "plan-c"));
    EXPECT_THAT(names(path("uit/omgevingsplan/plan-a")), ElementsAre("plan-a"));
    EXPECT_THAT(names(path("uit/omgevingsplan/plan-c.zip")), ElementsAre("plan-c"));
    EXPECT_THROW(static_cast<void>(find_packages(path("niets"))), UsageError);
    EXPECT_THROW(static_cast<void>(find_packages(path("uit/plans"))), UsageError);
}

TEST_F(ValidateCommandTest, PrintsFindingsAndSaysHowMany) {
    write_package("p");
    EXPECT_EQ(run(path("p")), ExitCode::review_needed);
    EXPECT_THAT(out_.str(), HasSubstr("p/opdracht.xml:1: fout LVBB1506 (besluit.xml): "));
    EXPECT_THAT(out_.str(), HasSubstr("p/manifest.xml: fout LVBB1010: "));
    EXPECT_THAT(notes_.str(), HasSubstr("1 aanlevering gecontroleerd, 1 met bevindingen"));
    const std::string first = out_.str();
    run(path("p"));
    EXPECT_EQ(out_.str(), first) << "the same lines in the same order";
}

TEST_F(ValidateCommandTest, ZipIsCheckedAsTheFolderIs) {
    write_package("p");
    run(path("p"));
    const std::string of_folder = out_.str();
    omgevingsplan::write_zip(files_, path("q.zip"));
    EXPECT_EQ(run(path("q.zip")), ExitCode::review_needed);
    const std::string of_zip = out_.str();
    EXPECT_EQ(std::ranges::count(of_zip, '\n'), std::ranges::count(of_folder, '\n'));
    EXPECT_THAT(out_.str(), HasSubstr("q.zip/opdracht.xml:1: fout LVBB1506"));
}

TEST_F(ValidateCommandTest, ZipBesideItsFolderMustBeTheSame) {
    write_package("uit/p");
    omgevingsplan::write_zip(files_, path("uit/p.zip"));
    run(path("uit"));
    EXPECT_THAT(out_.str(), Not(HasSubstr("ZIP")));
    files_["manifest.xml"] += "\n";
    omgevingsplan::write_zip(files_, path("uit/p.zip"));
    EXPECT_EQ(run(path("uit")), ExitCode::review_needed);
    EXPECT_THAT(out_.str(), HasSubstr("p.zip: fout ZIP: De zip is niet gelijk aan de map ernaast (manifest.xml)"));
}

TEST_F(ValidateCommandTest, PackageThatCannotBeReadWinsOverFindings) {
    write_package("uit/p");
    folder_.write("uit/q.zip", "geen zip");
    EXPECT_EQ(run(path("uit")), ExitCode::unreadable);
    EXPECT_THAT(out_.str(), HasSubstr("q.zip: fout LVBB1001: "));
    EXPECT_THAT(notes_.str(), HasSubstr("1 onleesbaar"));
}

}  // namespace
}  // namespace planlezer
