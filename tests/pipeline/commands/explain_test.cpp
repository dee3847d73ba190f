#include "pipeline/commands/explain.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "schemas/json/plan_result_writer.hpp"
#include "tests/schemas/sample_result.hpp"
#include "tests/support/folder.hpp"

namespace planlezer {
namespace {

using ::testing::HasSubstr;

class ExplainTest : public ::testing::Test {
  protected:
    ExplainTest() {
        std::filesystem::create_directories(folder_ / "plans");
        write("a.json", write_plan_result(testing::sample_result()));
    }

    void write(const std::string& name, const std::string& text) { std::ofstream(folder_ / "plans" / name) << text; }

    /// What is printed, or the message and advice of the fault.
    std::string run(const std::filesystem::path& result, const std::string& norm) {
        std::ostringstream out;
        try {
            run_explain({result.string(), norm, ""}, RuleBook{}, out);
            return out.str();
        } catch (const UsageError& fault) {
            return std::string(fault.what()) + " " + fault.advice();
        }
    }

    test::Folder own_;
    std::filesystem::path folder_ = own_.path();
};

TEST_F(ExplainTest, ANormByItsNumberOfAFileOrAFolderOfOnePlan) {
    const std::string text = run(folder_ / "plans" / "a.json", "n0002");
    EXPECT_THAT(text, HasSubstr("n0002 van Proefplan"));
    EXPECT_EQ(run(folder_ / "plans" / "a.json", "2"), text);
    EXPECT_EQ(run(folder_, "n0002"), text);
}

TEST_F(ExplainTest, ANormThatIsNotThere) {
    for (const char* const norm : {"n0005", "n0000", "n", "", "x1", "n1x"}) {
        EXPECT_EQ(run(folder_, norm), "norm " + std::string(norm) + " bestaat niet. Dit plan heeft n0001 tot en met n0004.");
    }
    write("a.json", write_plan_result(PlanResult{}));
    EXPECT_EQ(run(folder_, "n0001"), "norm n0001 bestaat niet. Dit plan heeft geen normen.");
}

TEST_F(ExplainTest, AResultThatIsNotThere) {
    EXPECT_THAT(run(folder_ / "niet.json", "1"), HasSubstr("niet.json: niet te lezen."));
    write("b.json", "{}");
    EXPECT_THAT(run(folder_ / "plans" / "b.json", "1"), HasSubstr("b.json: dit is geen heel resultaat"));
    EXPECT_THAT(run(folder_, "1"), HasSubstr("bevat de uitkomsten van 2 plannen. Noem er een, bijvoorbeeld "));
}

}  // namespace
}  // namespace planlezer
