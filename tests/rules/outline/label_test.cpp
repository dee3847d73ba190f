// What the first words of a line may be as a label.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/outline/label.hpp"

#include <gtest/gtest.h>

#include "tests/support/text_lines.hpp"

namespace planlezer {
namespace {

std::optional<Label> label_of(const std::string& text) { return read_label(test::lines_from_text("# " + text).front()); }

struct Case {
    std::string text;
    LabelStyle style;
    std::string label;
};

class LiteralLabel : public testing::TestWithParam<Case> {};

TEST_P(LiteralLabel, IsRead) {
    const auto label = label_of(GetParam().text);
    ASSERT_TRUE(label) << GetParam().text;
    EXPECT_EQ(label->readings.front().style, GetParam().style);
    EXPECT_EQ(label->readings.front().text, GetParam().label);
}

INSTANTIATE_TEST_SUITE_P(Numberings, LiteralLabel,
                         testing::Values(Case{"Artikel 4", LabelStyle::artikel, "4"}, Case{"Artikel 4. Wonen", LabelStyle::artikel, "4"},
                                         Case{"ARTIKEL IV", LabelStyle::artikel, "IV"}, Case{"art. 4 Wonen", LabelStyle::artikel, "4"},
                                         Case{"Artikel 6– Anti-dubbeltelregel", LabelStyle::artikel, "6"},
                                         Case{"Artikel 4a Tuin", LabelStyle::artikel, "4a"}, Case{"Hoofdstuk 2 Regels", LabelStyle::hoofdstuk, "2"},
                                         Case{"4.2.1 Algemeen", LabelStyle::dotted, "4.2.1"}, Case{"4.2.1. Algemeen", LabelStyle::dotted, "4.2.1"},
                                         Case{"10.2.3Bijbehorende bouwwerken", LabelStyle::dotted, "10.2.3"}, Case{"lid 2 Bouwen", LabelStyle::lid, "2"},
                                         Case{"2. de hoogte", LabelStyle::arabic, "2"}, Case{"(2) de hoogte", LabelStyle::arabic, "2"},
                                         Case{"b. de hoogte", LabelStyle::lower, "b"}, Case{"b) de hoogte", LabelStyle::lower, "b"},
                                         Case{"aa. de hoogte", LabelStyle::lower, "aa"}, Case{"1° de hoogte", LabelStyle::degree, "1"},
                                         Case{"1e de hoogte", LabelStyle::degree, "1"}, Case{"II. de hoogte", LabelStyle::roman_upper, "II"},
                                         Case{"A. Doeleinden", LabelStyle::upper, "A"}, Case{"• de hoogte", LabelStyle::dash, "-"},
                                         Case{"− de hoogte", LabelStyle::dash, "-"}));

TEST(Label, RomanOrLetterIsLeftOpen) {
    const auto label = label_of("i. de hoogte");
    ASSERT_TRUE(label);
    ASSERT_EQ(label->readings.size(), 2U);
    EXPECT_EQ(label->readings[0].value, 9);
    EXPECT_EQ(label->readings[1].value, 1);
}

TEST(Label, GluedNumberKeepsItsText) {
    const auto label = label_of("10.2.3Bijbehorende bouwwerken");
    ASSERT_TRUE(label);
    EXPECT_EQ(label->glued, 6U);
}

TEST(Label, DamagedDottedNumberIsMended) {
    for (const auto& [read, meant] : {std::pair{"1o.2.1 Algemeen", "10.2.1"}, {"4.2.I Algemeen", "4.2.1"}, {"3.2.l Algemeen", "3.2.1"}}) {
        const auto label = label_of(read);
        ASSERT_TRUE(label) << read;
        EXPECT_EQ(label->readings.front().text, meant);
        EXPECT_TRUE(label->readings.front().mended);
    }
}

TEST(Label, WordsAndMeasuresAreNone) {
    for (const char* text : {"de hoogte", "1.000m2 is te veel", "Artikelsgewijze toelichting", "0.5 m", "Artikel 14.1 stelt dat"}) {
        EXPECT_FALSE(label_of(text)) << text;
    }
}

TEST(Label, ConfusableSignsAreKnown) {
    EXPECT_TRUE(confusable("c", "e"));
    EXPECT_TRUE(confusable("1", "l"));
    EXPECT_FALSE(confusable("k", "e"));
    EXPECT_EQ(letter_label(28), "bb");
    EXPECT_EQ(roman_label(14), "xiv");
    EXPECT_EQ(number_value("XIV"), 14);
    EXPECT_EQ(number_value("XIIII"), std::nullopt);
}

}  // namespace
}  // namespace planlezer
