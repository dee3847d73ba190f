#include "rules/text/number.hpp"

#include <gtest/gtest.h>

namespace planlezer {
namespace {

std::string read(std::string_view text) {
    const auto number = parse_number(text);
    return number ? number->text() : "-";
}

TEST(Number, CommaIsTheDecimalSign) {
    EXPECT_EQ(read("3,50"), "3.5");
    EXPECT_EQ(read("0,25"), "0.25");
    EXPECT_EQ(read("12"), "12");
}

TEST(Number, PointBeforeThreeDigitsSeparatesThousandsAnyOtherIsDecimal) {
    EXPECT_EQ(read("1.000"), "1000");
    EXPECT_EQ(read("1.000.000"), "1000000");
    EXPECT_EQ(read("1.000,5"), "1000.5");
    EXPECT_EQ(read("3.50"), "3.5");
    EXPECT_EQ(read("3.5"), "3.5");
}

TEST(Number, WhatIsNoNumberIsNotRead) {
    EXPECT_EQ(read("4.2.1"), "-");
    EXPECT_EQ(read("3,"), "-");
    EXPECT_EQ(read(",5"), "-");
    EXPECT_EQ(read("1,2,3"), "-");
    EXPECT_EQ(read("12a"), "-");
    EXPECT_EQ(read(""), "-");
    EXPECT_EQ(read("99999999999999999999"), "-");
}

TEST(Number, Words) {
    EXPECT_EQ(parse_number_word("drie")->text(), "3");
    EXPECT_EQ(parse_number_word("twaalf")->text(), "12");
    EXPECT_EQ(parse_number_word("anderhalve")->text(), "1.5");
    EXPECT_EQ(parse_number_word("vierhonderd")->text(), "400");
    EXPECT_EQ(parse_number_word("honderdvijftig")->text(), "150");
    EXPECT_EQ(parse_number_word("tweeentwintig")->text(), "22");
    EXPECT_EQ(parse_number_word("duizend")->text(), "1000");
    for (const char* word : {"woning", "eentien", "honderdhonderd", "enveertig", ""}) EXPECT_FALSE(parse_number_word(word)) << word;
}

}  // namespace
}  // namespace planlezer
