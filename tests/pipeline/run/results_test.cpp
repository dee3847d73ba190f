#include "pipeline/run/results.hpp"

#include <gtest/gtest.h>

#include "tests/support/folder.hpp"

namespace planlezer {

namespace {

class ResultsTest : public testing::Test {
  protected:
    ResultsTest() {
        prepare_output(folder_.path());
        inputs_.files.push_back({"/in/a.pdf", "a.pdf", "/in", "aa", {}, std::nullopt});
        inputs_.files.push_back({"/in/b.pdf", "b.pdf", "/in", "bb", {}, std::nullopt});
        plans_ = {{"a", "", "", {{0, false, ""}}}, {"b", "", "", {{1, false, ""}}}};
        recorder_.expect(inputs_, plans_);
    }
    PlanOutcome outcome(std::size_t plan) const {
        PlanOutcome result;
        result.plan = plan;
        result.result.emplace();
        result.result->plan_id = plans_[plan].plan_id;
        result.result->name = "Plan";
        result.result->documents.push_back({inputs_.files[plan].name, "aa", "application/pdf", DocumentRole::regels, 1, 0, {}});
        return result;
    }

    test::Folder folder_;
    Inputs inputs_;
    std::vector<PlanGroup> plans_;
    Log log_{LogStyle{true, false}};
    Recorder recorder_;
};

}  // namespace

TEST_F(ResultsTest, AResultThatCannotBePutInWordsCostsThatPlan) {
    OutputFolder output(folder_.path(), false, {}, {});
    Progress progress(log_);
    Results results(output, recorder_, progress, log_, plans_, true);
    PlanOutcome bad = outcome(0);
    bad.result->flags.push_back({static_cast<FlagCode>(9999), "no row in the table", {}, std::nullopt});
    EXPECT_TRUE(results.add(std::move(bad)));
    EXPECT_TRUE(results.add(outcome(1)));
    results.close({}, "out");
    EXPECT_NE(test::read_text(folder_.path("plans/a.json")).find("fout in planlezer zelf"), std::string::npos);
    EXPECT_EQ(recorder_.exit_code(), ExitCode::internal_error);
    EXPECT_NE(test::read_text(folder_.path("plans/b.json")).find("\"b.pdf\""), std::string::npos);
    EXPECT_FALSE(test::read_text(folder_.path("review.json")).empty());
}

TEST_F(ResultsTest, TheExitCodeSaysTheWorst) {
    Recorder clean;
    clean.expect(inputs_, plans_);
    clean.add(outcome(0));
    EXPECT_EQ(clean.exit_code(), ExitCode::clean);

    PlanOutcome review = outcome(0);
    review.result->flags.push_back({FlagCode::nothing_found, "", {}, std::nullopt});
    recorder_.add(review);
    EXPECT_EQ(recorder_.exit_code(), ExitCode::review_needed);
    PlanOutcome partial = outcome(1);
    partial.result->documents[0].failures.push_back({1, FailureKind::timed_out, "Te lang."});
    recorder_.add(partial);
    EXPECT_EQ(recorder_.exit_code(), ExitCode::unreadable) << "4 wins over 3";
    Recorder stopped = recorder_;
    PlanOutcome undone;
    stopped.add(undone);
    stopped.signalled(2);
    EXPECT_EQ(stopped.exit_code(), ExitCode::interrupted);
    recorder_.signalled(15);
    EXPECT_EQ(recorder_.exit_code(), ExitCode::unreadable) << "the signal came when all was done";
    recorder_.output_failed("vol");
    EXPECT_EQ(recorder_.exit_code(), ExitCode::output_failed);
}

}  // namespace planlezer
