#include "rules/read_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace planlezer {
namespace {

const RuleBook& book() {
    static const RuleBook loaded = load_rule_book({PLANLEZER_BOOK});
    return loaded;
}

TEST(ReadPlan, APlanThatSaysNothingSaysSo) {
    PlanInput input;
    input.plan_id = input.imro_id = "NL.IMRO.0001.Dorp-VA01";
    DocumentPages form;
    form.document.file = "g_NL.IMRO.0001.Dorp-VA01.gml";
    form.imro.emplace();
    form.imro->imro_id = input.imro_id;
    input.documents.push_back(form);
    const PlanResult result = read_plan(input, book());
    ASSERT_EQ(result.flags.size(), 1U);
    EXPECT_EQ(result.flags[0].code, FlagCode::nothing_found);
    ASSERT_TRUE(result.flags[0].provenance);
    EXPECT_EQ(result.flags[0].provenance->file, form.document.file);
}

}  // namespace
}  // namespace planlezer
