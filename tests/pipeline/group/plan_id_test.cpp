#include "pipeline/group/plan_id.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "schemas/model/ascii.hpp"

namespace planlezer {

using testing::ElementsAre;

TEST(PlanId, IsSafeAsPartOfAPath) {
    EXPECT_EQ(safe_plan_id("Kom Oudergeest (1984)"), "Kom-Oudergeest-1984");
    EXPECT_EQ(safe_plan_id("Één"), "Een");
    EXPECT_EQ(safe_plan_id("../../etc/passwd"), "etc-passwd");
    EXPECT_EQ(safe_plan_id("..."), "plan");
    EXPECT_EQ(safe_plan_id(""), "plan");
    EXPECT_EQ(safe_plan_id("NL.IMRO.0001.Dorp-VA01"), "NL.IMRO.0001.Dorp-VA01");
    EXPECT_EQ(safe_plan_id("a%E9\xE9\n"), "a-E9");
    EXPECT_EQ(safe_plan_id(std::string(500, 'x')).size(), 100U);
}

TEST(PlanId, IsTheFileNameWithoutExtension) {
    EXPECT_THAT(unique_plan_ids({{"", "dorp.v2.pdf", "aa"}, {"", "map.oud/weiland", "bb"}}), ElementsAre("dorp.v2", "weiland"));
}

TEST(PlanId, TakesFoldersInFrontWhereNamesAreAlike) {
    EXPECT_THAT(unique_plan_ids({{"", "noord/regels.pdf", "aa"}, {"", "zuid/regels.pdf", "bb"}, {"", "scan.pdf", "cc"}}),
                ElementsAre("noord_regels", "zuid_regels", "scan"));
}

TEST(PlanId, IsUniqueWhateverTheNames) {
    const std::vector<PlanIdInput> plans{{"", "a b.pdf", "11111111aa"}, {"", "a-b.pdf", "22222222bb"}, {"", "A-B.tif", "33333333cc"},
                                         {"", "x/y.pdf", "4444"},       {"", "x_y.pdf", "5555"},       {"", "x/y.tif", "4444"},
                                         {"NL.IMRO.0001.Dorp-VA01", "r.pdf", "66"}, {"", "NL.IMRO.0001.Dorp-VA01.pdf", "77"}};
    const std::vector<std::string> ids = unique_plan_ids(plans);
    std::set<std::string> lower;
    for (const std::string& id : ids) lower.insert(ascii_lower(id));
    EXPECT_EQ(lower.size(), plans.size()) << testing::PrintToString(ids);
    EXPECT_EQ(ids[6], "NL.IMRO.0001.Dorp-VA01");
    std::vector<PlanIdInput> reversed(plans.rbegin(), plans.rend());
    std::vector<std::string> ids_reversed = unique_plan_ids(reversed);
    std::ranges::reverse(ids_reversed);
    EXPECT_EQ(ids_reversed, ids);
}

}  // namespace planlezer
