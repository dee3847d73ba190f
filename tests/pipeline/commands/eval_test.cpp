#include "pipeline/commands/eval.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "schemas/json/plan_result_writer.hpp"
#include "tests/pipeline/evaluate/trials.hpp"
#include "tests/support/folder.hpp"

namespace planlezer {
namespace {

using ::testing::HasSubstr;

/// A folder of its own for each test, removed behind it.
class EvalTest : public ::testing::Test {
  protected:
    EvalTest() {
        std::filesystem::create_directories(folder_ / "gold");
        std::filesystem::create_directories(folder_ / "run" / "plans");
        options_.gold = (folder_ / "gold").string();
        options_.results = (folder_ / "run").string();
    }

    void gold(const std::string& name, const std::string& text) { std::ofstream(folder_ / "gold" / name) << text; }
    void result(const std::string& plan_id, const std::string& file, const std::string& value) {
        PlanResult plan;
        plan.plan_id = plan_id;
        plan.documents = {{file, "", "application/pdf", DocumentRole::regels, 1, 0, {}}};
        plan.norms = {testing::emitted("maximum bouwhoogte", value, "woningen")};
        plan.norms[0].provenance.file = file;
        std::ofstream(folder_ / "run" / "plans" / (plan_id + ".json")) << write_plan_result(plan);
    }
    /// "" or the message of the fault.
    std::string run() {
        try {
            run_eval(options_, out_);
            return "";
        } catch (const UsageError& fault) {
            return fault.what();
        }
    }
    std::string line(const std::string& name) const {
        const std::string text = out_.str();
        const std::size_t at = text.find("\n  " + name + " ");
        return at == std::string::npos ? "" : text.substr(at + 1, text.find('\n', at + 1) - at - 1);
    }

    test::Folder own_;
    std::filesystem::path folder_ = own_.path();
    EvalOptions options_;
    std::ostringstream out_;
};

constexpr const char* one_norm = R"({"text": "a.txt", "style": "svbp2012", "ambiguous": [], "norms": [
  {"kind": "maximum bouwhoogte", "comparator": "at_most", "value": "9", "unit": "m", "value_source": "text", "role": "rule",
   "subject": "woning", "subject_source": "verbatim", "condition": "", "article": "4.2", "quote": "bouwhoogte 9 m"}]})";

TEST_F(EvalTest, RenderingsInFoldersAndInNamesAnswerTheGoldOfTheirName) {
    gold("001.json", one_norm);
    gold("002.json", one_norm);
    result("001", "word/digital/001.pdf", "9");
    result("001-2", "word/scan300/001.pdf", "8");
    result("NL.IMRO.1", "toelichting_002__word__digital.pdf", "9");
    result("vreemd", "vreemd.pdf", "9");
    EXPECT_EQ(run(), "");
    EXPECT_THAT(line("alles"), HasSubstr(" 2/4 ")) << "002 has no result for scan300, and 001 a wrong one";
    EXPECT_THAT(line("digital"), HasSubstr(" 2/2 "));
    EXPECT_THAT(line("word/scan300"), HasSubstr(" 0/2 "));
    EXPECT_THAT(out_.str(), HasSubstr("1 zonder resultaat: 002 (word/scan300)"));
    EXPECT_THAT(out_.str(), HasSubstr("1 resultaten zonder goud"));
}

TEST_F(EvalTest, GoldWithoutAResultCanBeLeftOut) {
    gold("001.json", one_norm);
    gold("002.json", one_norm);
    result("001", "001.pdf", "9");
    options_.present_only = true;
    EXPECT_EQ(run(), "");
    EXPECT_THAT(line("alles"), HasSubstr(" 1/1 "));
}

TEST_F(EvalTest, GoldThatNamesItsPlanIsAnsweredByThatPlan) {
    std::string named(one_norm);
    gold("wonen.json", named.insert(1, R"("plan_id": "NL.IMRO.1", )"));
    result("NL.IMRO.1", "map/regels.pdf", "9");
    EXPECT_EQ(run(), "");
    EXPECT_THAT(line("alles"), HasSubstr(" 1/1 "));
}

TEST_F(EvalTest, FiguresForPrograms) {
    gold("001.json", one_norm);
    result("001", "001.pdf", "9");
    options_.json = (folder_ / "figures.json").string();
    EXPECT_EQ(run(), "");
    std::ifstream file(options_.json);
    const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    EXPECT_THAT(text, HasSubstr(R"("recall": {
      "hits": 1,
      "total": 1,
      "share": 1.0,
      "low": 0.20655,
      "high": 1.0
    })"));
}

struct BadGold {
    const char* text;
    const char* message;
};

void PrintTo(const BadGold& bad, std::ostream* out) { *out << bad.message; }

class EvalBadGold : public EvalTest, public ::testing::WithParamInterface<BadGold> {};

TEST_P(EvalBadGold, IsOneErrorThatNamesTheFile) {
    gold("001.json", one_norm);
    gold("002.json", GetParam().text);
    result("001", "001.pdf", "9");
    EXPECT_EQ(run(), options_.gold + "/002.json: " + GetParam().message + ".");
    EXPECT_EQ(out_.str(), "");
}

INSTANTIATE_TEST_SUITE_P(
    Faults, EvalBadGold,
    ::testing::Values(
        BadGold{"{", "geen geldige JSON"}, BadGold{"[]", "veld 'norms' ontbreekt"}, BadGold{R"({"norms": 1})", "veld 'norms' is geen lijst"},
        BadGold{R"({"norms": [1]})", "norms 1: geen object"}, BadGold{R"({"norms": [{"kind": 3}]})", "norms 1: veld 'kind' is geen tekst"},
        BadGold{R"({"norms": [{"kind": "x", "value": "1,5"}]})", "norms 1: waarde '1,5' is geen getal met een punt"},
        BadGold{R"({"norms": [{"kind": "x", "unit": "el"}]})", "norms 1: onbekende eenheid 'el'"},
        BadGold{R"({"norms": [{"kind": "x", "value_source": "text"}]})", "norms 1: veld 'role' ontbreekt"},
        BadGold{R"({"norms": [{"kind": "x", "value_source": "oracle"}]})", "norms 1: veld 'value_source' heeft een onbekende waarde 'oracle'"},
        BadGold{R"({"norms": [], "expected_flags": ["NO"]})", "expected_flags 1: onbekende vlag 'NO'"}));

TEST_F(EvalTest, ABrokenResultIsNamed) {
    gold("001.json", one_norm);
    std::ofstream(folder_ / "run" / "plans" / "001.json") << "{}";
    EXPECT_THAT(run(), HasSubstr("plans/001.json: dit is geen heel resultaat"));
}

TEST_F(EvalTest, EmptyOrMissingFoldersAreNamed) {
    EXPECT_THAT(run(), HasSubstr("geen enkel goudbestand"));
    gold("001.json", one_norm);
    EXPECT_THAT(run(), HasSubstr("geen enkel resultaat (*.json)"));
    result("vreemd", "vreemd.pdf", "9");
    options_.present_only = true;
    EXPECT_THAT(run(), HasSubstr("vergelijk de namen"));
    options_.gold = "/bestaat/niet";
    EXPECT_THAT(run(), HasSubstr("/bestaat/niet: deze map is niet te lezen"));
}

TEST_F(EvalTest, TheCorpusGoldIsWellFormed) {
    const std::filesystem::path corpus = std::filesystem::path(PLANLEZER_SHARED) / "corpus" / "gold";
    if (!std::filesystem::is_directory(corpus)) GTEST_SKIP() << "no development corpus at PLANLEZER_SHARED";
    EXPECT_GE(evaluate::load_gold(corpus).size(), 40U);
}

}  // namespace
}  // namespace planlezer
