#include "rules/checks/check_norms.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace planlezer {
namespace {

NormStatement norm(const std::string& kind, int metres, const std::string& condition = "", const std::string& article = "4.2.1 onder a") {
    NormStatement norm;
    norm.kind = kind;
    norm.value = Decimal(metres, 0);
    norm.unit = Unit::metre;
    norm.subject = "woningen";
    norm.condition = condition;
    norm.article = article;
    norm.status = NormStatus::accepted;
    return norm;
}

bool flagged(const PlanResult& result, std::size_t index, FlagCode code) {
    return std::ranges::find(result.norms[index].flags, code) != result.norms[index].flags.end();
}

TEST(CheckNorms, TwoValuesForTheSameThingContradict) {
    PlanResult result;
    result.norms = {norm("maximum bouwhoogte", 9), norm("maximum bouwhoogte", 10, "", "4.2.3 onder b")};
    check_norms(result);
    for (const std::size_t i : {0U, 1U}) {
        EXPECT_TRUE(flagged(result, i, FlagCode::conflicting_values));
        EXPECT_EQ(result.norms[i].status, NormStatus::review);
    }
    ASSERT_EQ(result.flags.size(), 1U);
    EXPECT_EQ(result.flags[0].norms, (std::vector<std::size_t>{0, 1}));
    EXPECT_NE(result.flags[0].message().find("9 m en 10 m"), std::string::npos);
}

TEST(CheckNorms, AConditionAnotherArtikelOrTheSameValueIsNoContradiction) {
    PlanResult result;
    result.norms = {norm("maximum bouwhoogte", 9), norm("maximum bouwhoogte", 3, "voor de voorgevel"), norm("maximum bouwhoogte", 12, "", "5.2.1 onder a"),
                    norm("maximum bouwhoogte", 9, "", "4.2.4")};
    check_norms(result);
    EXPECT_TRUE(result.flags.empty());
}

TEST(CheckNorms, AGootAboveTheNokIsFlagged) {
    PlanResult result;
    result.norms = {norm("maximum goothoogte", 12), norm("maximum bouwhoogte", 9)};
    check_norms(result);
    EXPECT_TRUE(flagged(result, 0, FlagCode::goot_above_bouw));
    EXPECT_TRUE(flagged(result, 1, FlagCode::goot_above_bouw));
}

}  // namespace
}  // namespace planlezer
