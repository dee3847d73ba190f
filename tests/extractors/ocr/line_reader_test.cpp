#include "extractors/ocr/line_reader.hpp"

#include <gtest/gtest.h>

namespace planlezer {
namespace {

/// Words of 10 pixels a letter, one blank between, on one line.
OcrLine line(std::initializer_list<std::pair<const char*, double>> words) {
    OcrLine result;
    double x = 0;
    for (const auto& [text, confidence] : words) {
        OcrWord word;
        word.text = text;
        word.confidence = confidence;
        word.box = {x, 0, x + 10 * static_cast<double>(word.text.size()), 20};
        x = word.box.x1 + 10;
        result.push_back(word);
    }
    return result;
}

TEST(Compared, AgreementKeepsTheTextAndTheBetterConfidence) {
    const auto words = compared(line({{"hoogte", 0.9}, {"10,", 0.7}, {"m", 0.95}}), line({{"hoogte", 0.8}, {"10,", 0.92}, {"m", 0.9}}));
    ASSERT_EQ(words.size(), 3U);
    EXPECT_EQ(words[1].word.text, "10,");
    EXPECT_EQ(words[1].second_reading, "");
    EXPECT_DOUBLE_EQ(words[1].word.confidence, 0.92);
}

TEST(Compared, ADifferentDigitIsKeptBesideTheSurerOne) {
    const auto words = compared(line({{"5,9", 0.57}}), line({{"5,5", 0.9}}));
    ASSERT_EQ(words.size(), 1U);
    EXPECT_EQ(words[0].word.text, "5,5");
    EXPECT_EQ(words[0].second_reading, "5,9");
}

TEST(Compared, MarksAroundAWordAreNoDifference) {
    EXPECT_EQ(compared(line({{"10,", 0.9}}), line({{"10.", 0.9}}))[0].second_reading, "");
}

TEST(Compared, ADecimalMarkInEitherHandIsOneValueButThousandsAreNot) {
    EXPECT_EQ(compared(line({{"3,25", 0.9}}), line({{"3.25", 0.9}}))[0].second_reading, "");
    EXPECT_EQ(compared(line({{"1,500", 0.9}}), line({{"1.500", 0.9}}))[0].second_reading, "1.500");
    EXPECT_EQ(compared(line({{"4.2,3", 0.9}}), line({{"4.2.3", 0.9}}))[0].second_reading, "4.2.3");
    EXPECT_EQ(compared(line({{"3,25", 0.9}}), line({{"325,", 0.9}}))[0].second_reading, "325,");
}

TEST(Compared, AWordThatFellApartShowsTheOtherWhole) {
    OcrLine apart = line({{"1,", 0.9}, {"00", 0.95}});
    OcrLine whole = line({{"1,00", 0.85}});
    whole[0].box.x1 = apart[1].box.x1;
    const auto words = compared(apart, whole);
    ASSERT_EQ(words.size(), 2U);
    EXPECT_EQ(words[0].second_reading, "1,00");
    EXPECT_EQ(words[1].second_reading, "1,00");
}

TEST(Compared, WhatOnlyOneReadingSawIsDoubtful) {
    OcrLine more = line({{"hoogte", 0.9}, {"7", 0.97}});
    const auto words = compared(more, line({{"hoogte", 0.9}}));
    ASSERT_EQ(words.size(), 2U);
    EXPECT_LE(words[1].word.confidence, 0.5);
    EXPECT_EQ(compared({}, line({{"7", 0.9}})).size(), 1U);
    EXPECT_TRUE(compared({}, {}).empty());
}

}  // namespace
}  // namespace planlezer
