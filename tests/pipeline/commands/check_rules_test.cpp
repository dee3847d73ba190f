#include "pipeline/commands/check_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "schemas/rulebook/rule_book.hpp"
#include "tests/support/folder.hpp"

namespace planlezer {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::filesystem::path shipped_book = PLANLEZER_BOOK;

/// A folder of own rules, as a planner would make it.
class CheckRulesTest : public ::testing::Test {
  protected:
    CheckRulesTest() { std::filesystem::create_directories(own_ / "normen"); }

    void ashoogte(const std::string& examples) {
        std::ofstream(own_ / "normen" / "ashoogte.toml") << R"(naam = "ashoogte"
versie = 1
maximum = "maximum ashoogte"
minimum = "minimum ashoogte"
eenheden = ["m"]
aannemelijk = [10, 250]
naamwoorden = ["ashoogte*"]
)" << examples;
    }
    ExitCode run(std::string* text) {
        std::ostringstream out;
        const ExitCode code = run_check_rules(book_folders(own_, shipped_book), out);
        *text = out.str();
        return code;
    }

    test::Folder folder_;
    std::filesystem::path own_ = folder_.path();
};

TEST_F(CheckRulesTest, TheShippedBookHolds) {
    std::ostringstream out;
    EXPECT_EQ(run_check_rules(book_folders(shipped_book, "elders"), out), ExitCode::clean) << out.str();
    EXPECT_THAT(out.str(), HasSubstr("alle voorbeelden kloppen."));
}

TEST_F(CheckRulesTest, ANewNormFromAFileIsAccepted) {
    ashoogte(R"(
[[voorbeeld]]
tekst = "a. de ashoogte van een windturbine mag niet meer dan 80 m bedragen;"
normen = [{ soort = "maximum ashoogte", waarde = "80", eenheid = "m" }]
)");
    std::string text;
    EXPECT_EQ(run(&text), ExitCode::clean) << text;
}

TEST_F(CheckRulesTest, AnExampleThatDoesNotHoldIsNamedWithFileAndLine) {
    ashoogte(R"(
[[voorbeeld]]
tekst = "a. de ashoogte van een windturbine mag niet meer dan 80 m bedragen;"
normen = [{ soort = "maximum ashoogte", waarde = "90", eenheid = "m" }]
)");
    std::string text;
    EXPECT_EQ(run(&text), ExitCode::wrong_use);
    EXPECT_THAT(text, ::testing::ContainsRegex("normen/ashoogte.toml:(9|10): "));
    EXPECT_THAT(text, HasSubstr("; 2 keer vond het iets anders dan een voorbeeld zegt.\n"));
}

TEST_F(CheckRulesTest, ABrokenFileIsOneErrorWithFileAndLine) {
    ashoogte("\nnaamwoorden = [\n");
    std::string text;
    try {
        static_cast<void>(run(&text));
        FAIL() << "a broken file was read: " << text;
    } catch (const RuleBookError& error) {
        EXPECT_THAT(error.file(), HasSubstr("ashoogte.toml"));
        EXPECT_GT(error.line(), 7);
    }
}

TEST_F(CheckRulesTest, WhatIsReadForAFolder) {
    EXPECT_THAT(book_folders(own_, shipped_book), ElementsAre(shipped_book, own_)) << "own rules stand on the book of the program";
    EXPECT_THAT(book_folders(shipped_book, "elders"), ElementsAre(shipped_book)) << "a whole book stands alone";
    EXPECT_THROW(static_cast<void>(book_folders(own_ / "niet", shipped_book)), UsageError);
}

}  // namespace
}  // namespace planlezer
