#include "pipeline/discover/unique_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace planlezer {

using testing::ElementsAre;

TEST(UniqueNames, KeepANameThatIsAlone) {
    EXPECT_THAT(unique_names({{"/in/a", "x.pdf"}, {"/in/a", "sub/x.pdf"}}), ElementsAre("x.pdf", "sub/x.pdf"));
}

TEST(UniqueNames, PutFoldersBeforeNamesThatAreNot) {
    EXPECT_THAT(unique_names({{"/in/a", "x.pdf"}, {"/in/b", "x.pdf"}, {"/in/c", "y.pdf"}}), ElementsAre("a/x.pdf", "b/x.pdf", "y.pdf"));
    EXPECT_THAT(unique_names({{"/in/2019/plan", "x.pdf"}, {"/in/2020/plan", "x.pdf"}}), ElementsAre("2019/plan/x.pdf", "2020/plan/x.pdf"));
}

TEST(UniqueNames, DoNotDependOnTheOrder) {
    EXPECT_THAT(unique_names({{"/in/b", "x.pdf"}, {"/in/a", "x.pdf"}}), ElementsAre("b/x.pdf", "a/x.pdf"));
}

TEST(UniqueNames, StayApartWhenAFolderMakesThemAlike) {
    const auto names = unique_names({{"/in/a", "x.pdf"}, {"/in/b", "x.pdf"}, {"/in", "a/x.pdf"}});
    EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), 3U);
}

TEST(UniqueNames, ArePrintable) {
    EXPECT_EQ(printable_utf8("caf\xC3\xA9"), "caf\xC3\xA9");
    EXPECT_EQ(printable_utf8("caf\xE9"), "caf%E9");
    EXPECT_EQ(printable_utf8("a\nb\x7f"), "a%0Ab%7F");
    EXPECT_EQ(printable_utf8("\xED\xA0\x80"), "%ED%A0%80") << "a surrogate is no character";
    EXPECT_EQ(printable_utf8("\xF0\x9F\x8F\xA0"), "\xF0\x9F\x8F\xA0");
    const auto names = unique_names({{"/in", "caf\xE9.pdf"}, {"/in", "caf%E9.pdf"}});
    EXPECT_NE(names[0], names[1]);
}

}  // namespace planlezer
