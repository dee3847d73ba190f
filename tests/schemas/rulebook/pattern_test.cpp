#include "schemas/rulebook/pattern.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace planlezer {
namespace {

TEST(Pattern, WordsChoicesGapsAndSlots) {
    const Pattern pattern = parse_pattern("{norm} ..6 (mag|mogen) [niet] hoog* ..20* {waarde}");
    using enum PatternElement::Type;
    ASSERT_EQ(pattern.size(), 7U);
    EXPECT_EQ(pattern[0].type, slot);
    EXPECT_EQ(pattern[1].type, gap);
    EXPECT_EQ(pattern[1].words, 6);
    EXPECT_EQ(pattern[2].branches.size(), 2U);
    EXPECT_EQ(pattern[3].type, optional);
    EXPECT_EQ(pattern[4].type, prefix);
    EXPECT_EQ(pattern[4].text, "hoog");
    EXPECT_EQ(pattern[5].type, wide_gap);
}

TEST(Pattern, WordsAreFolded) { EXPECT_EQ(parse_pattern("Vóór").front().text, "voor"); }

TEST(Pattern, FaultsAreNamed) {
    for (const char* bad : {"", "(a", "[a", "{a", "..", "..99", "a*b", "(a|)", "a)", "!(a"}) {
        EXPECT_THROW((void)parse_pattern(bad), std::invalid_argument) << bad;
    }
}

TEST(Pattern, FoldKeepsWhatIsNoAccent) {
    EXPECT_EQ(fold("Één"), "een");
    EXPECT_EQ(fold("m²"), "m²");
    EXPECT_EQ(fold("‘Wonen’"), "'wonen'");
    EXPECT_EQ(fold("aan—huis × ÷"), "aan-huis × ÷");
    EXPECT_EQ(fold("ùüýÿØß"), "uuyyos");
    EXPECT_EQ(fold("\xC3"), "\xC3") << "cut off";
}

}  // namespace
}  // namespace planlezer
