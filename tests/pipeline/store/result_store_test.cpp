#include "pipeline/store/result_store.hpp"

#include <gtest/gtest.h>

#include "schemas/json/plan_result_writer.hpp"
#include "tests/support/folder.hpp"

namespace planlezer {

namespace {

class ResultStoreTest : public testing::Test {
  protected:
    ResultStoreTest() {
        inputs_.files.push_back({"/in/r.pdf", "r.pdf", "/in", std::string(64, 'a'), {}, std::nullopt});
        plan_ = {"dorp", "", "", {{0, false, ""}}};
        result_.plan_id = "dorp";
        result_.name = "Dorp";
        result_.documents.push_back({"r.pdf", std::string(64, 'a'), "application/pdf", DocumentRole::regels, 3, 0, {}});
    }
    test::Folder folder_;
    Inputs inputs_;
    PlanGroup plan_;
    PlanResult result_;
};

}  // namespace

TEST_F(ResultStoreTest, GivesBackTheSameResult) {
    ResultStore store(folder_.path(), "maker");
    EXPECT_FALSE(store.find(plan_, inputs_));
    store.keep(plan_, inputs_, result_);
    const auto found = store.find(plan_, inputs_);
    ASSERT_TRUE(found);
    EXPECT_EQ(write_plan_result(*found), write_plan_result(result_));
}

TEST_F(ResultStoreTest, ForgetsWhenAnythingItWasMadeOfChanged) {
    ResultStore store(folder_.path(), "maker");
    store.keep(plan_, inputs_, result_);
    EXPECT_FALSE(ResultStore(folder_.path(), "other rules").find(plan_, inputs_));
    const auto with = [&](auto change) {
        PlanGroup plan = plan_;
        Inputs inputs = inputs_;
        change(plan, inputs);
        return store.find(plan, inputs).has_value();
    };
    EXPECT_FALSE(with([](PlanGroup&, Inputs& inputs) { inputs.files[0].sha256 = std::string(64, 'b'); }));
    EXPECT_FALSE(with([](PlanGroup&, Inputs& inputs) { inputs.files[0].name = "s.pdf"; }));
    EXPECT_FALSE(with([](PlanGroup& plan, Inputs&) { plan.newer_version = "dorp-2"; }));
    EXPECT_FALSE(with([](PlanGroup& plan, Inputs&) { plan.imro_id = "NL.IMRO.0001.Dorp-VA01"; }));
    EXPECT_FALSE(with([](PlanGroup& plan, Inputs&) { plan.documents.push_back(plan.documents[0]); }));
    EXPECT_TRUE(with([](PlanGroup&, Inputs&) {}));
}

TEST_F(ResultStoreTest, DoesNotKeepWhatMayGoBetterNextTime) {
    ResultStore store(folder_.path(), "maker");
    result_.documents[0].failures.push_back({2, FailureKind::timed_out, "Te lang."});
    store.keep(plan_, inputs_, result_);
    EXPECT_FALSE(store.find(plan_, inputs_));
    result_.documents[0].failures[0].kind = FailureKind::unreadable;
    store.keep(plan_, inputs_, result_);
    EXPECT_TRUE(store.find(plan_, inputs_)) << "a broken page stays broken";
}

}  // namespace planlezer
