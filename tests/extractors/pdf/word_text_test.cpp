#include "extractors/pdf/word_text.hpp"

#include <gtest/gtest.h>

namespace planlezer {
namespace {

std::string clean(std::u32string_view text) { return clean_text(text); }

TEST(WordText, ComposesAndTakesLigaturesApart) {
    EXPECT_EQ(clean(U"e\u0301e\u0301n"), "één");
    EXPECT_EQ(clean(U"coo\u0308rdinaat"), "coördinaat");
    EXPECT_EQ(clean(U"\uFB01guur"), "figuur");
    EXPECT_EQ(clean(U"m\u00B2"), "m²");
}

TEST(WordText, SoftHyphensAreSeenOnlyAtTheEnd) {
    EXPECT_EQ(clean(U"bouw\u00ADhoogte"), "bouwhoogte");
    EXPECT_EQ(clean(U"bouw\u00AD"), "bouw-");
}

TEST(WordText, SymbolFontsKeepTheirMeaning) {
    EXPECT_EQ(clean(U"\uF0B7"), "•");
    EXPECT_EQ(clean(U"45\uF0B0"), "45°");
    EXPECT_EQ(clean(U"\uF02D"), "-");
    EXPECT_EQ(clean(U"\uF061"), "a");
}

TEST(WordText, WhatHasNoMeaningIsMarkedAndBlanksGo) {
    EXPECT_EQ(clean(U"\uE123"), "\uFFFD");
    EXPECT_EQ(clean(U" 10\u00A0m\t\u200B"), "10m");
    EXPECT_EQ(clean(U"\u0001"), "");
}

TEST(WordText, FontNamesTellTheStyle) {
    EXPECT_TRUE(font_style("ABCDEF+Arial-BoldMT").bold);
    EXPECT_TRUE(font_style("Verdana,BoldItalic").italic);
    EXPECT_TRUE(font_style("Helvetica-Oblique").italic);
    EXPECT_FALSE(font_style("BOLDXX+Arial").bold);  // a subset's tag is no style
}

}  // namespace
}  // namespace planlezer
