#include "rules/map/sheet/sign_pattern.hpp"

#include <gtest/gtest.h>

#include <string>

namespace planlezer {
namespace {

std::string forms(std::string_view text, bool in_legend) {
    std::string all;
    for (const CellToken& token : tokens_of(text, in_legend)) all += token.form + " ";
    return all;
}

TEST(SignPattern, InALegendALetterStandsForTheNumber) {
    EXPECT_EQ(forms("x", true), "# ");
    EXPECT_EQ(forms("xx%", true), "# % ");
    EXPECT_EQ(forms("g=6", false), "g = # ");
    EXPECT_EQ(forms("g=\u2026", true), "g = # ");
    EXPECT_EQ(forms("x", false), "x ");
}

TEST(SignPattern, SoDoesALetterOfWhichNobodyKnowsWhich) {
    EXPECT_EQ(forms("\uFFFD", true), "# ");
    EXPECT_EQ(forms("\uFFFD%", true), "# % ");
    EXPECT_NE(forms("\uFFFD", false), "# ") << "on the map it may be a digit";
}

}  // namespace
}  // namespace planlezer
