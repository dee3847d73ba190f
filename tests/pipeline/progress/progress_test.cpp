#include "pipeline/progress/progress.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace planlezer {

TEST(Progress, CountsWhatIsDone) {
    Log log({true, false});
    Progress progress(log);
    progress.expect_documents(4);
    progress.expect_pages(30);
    EXPECT_EQ(progress.line(), "0/4 documenten, 0/30 pagina's, 0 te controleren");
    for (int i = 0; i < 10; ++i) progress.page_done();
    progress.plan_done(2, 7);
    EXPECT_THAT(progress.line(), testing::StartsWith("2/4 documenten, 10/30 pagina's, "));
    EXPECT_THAT(progress.line(), testing::HasSubstr("pagina's/s, nog "));
    EXPECT_THAT(progress.line(), testing::EndsWith(", 7 te controleren"));
}

TEST(Progress, SaysDurationsShortly) {
    EXPECT_EQ(duration_text(std::chrono::seconds(59)), "59 s");
    EXPECT_EQ(duration_text(std::chrono::seconds(150)), "2 min 30 s");
    EXPECT_EQ(duration_text(std::chrono::seconds(3900)), "1 u 5 min");
}

TEST(Log, KnowsTheTimeInUtc) { EXPECT_THAT(utc_now(), testing::MatchesRegex("20..-..-..T..:..:..Z")); }

}  // namespace planlezer
