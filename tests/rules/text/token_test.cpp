#include "rules/text/token.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace planlezer {
namespace {

DocumentText words(const std::string& text, TextOrigin origin = TextOrigin::native) {
    DocumentText document;
    std::istringstream in(text);
    for (std::string word; in >> word;) {
        FlowWord flow;
        flow.text = word;
        flow.origin = origin;
        document.words.push_back(flow);
    }
    return document;
}

std::string cut(const std::string& text, TextOrigin origin = TextOrigin::native) {
    const DocumentText document = words(text, origin);
    std::string shown;
    for (const Token& token : tokenise(document, {0, document.words.size()})) {
        shown += (shown.empty() ? "" : " ") + token.folded + (token.sentence_end ? "|" : "");
    }
    return shown;
}

TEST(Token, NumbersUnitsAndMarksComeApart) {
    EXPECT_EQ(cut("maximaal 3,25m;"), "maximaal 3,25 m ;|");
    EXPECT_EQ(cut("dan 10m² of"), "dan 10 m2 of");
    EXPECT_EQ(cut("20° 50%"), "20 ° 50 %");
    EXPECT_EQ(cut("goothoogte/bouwhoogte 4/8 m"), "goothoogte / bouwhoogte 4 / 8 m");
    EXPECT_EQ(cut("bouwhoogte:14 m"), "bouwhoogte : 14 m");
}

TEST(Token, HyphensAndApostrophesStayInTheWord) {
    EXPECT_EQ(cut("erf- en terreinafscheidingen"), "erf- en terreinafscheidingen");
    EXPECT_EQ(cut("goot-/bouwhoogte"), "goot- / bouwhoogte");
    EXPECT_EQ(cut("silo’s en silo's"), "silo's en silo's");
    EXPECT_EQ(cut("twee-onder-één-kap"), "twee-onder-een-kap");
}

TEST(Token, AbbreviationsDoNotEndASentence) {
    EXPECT_EQ(cut("max. 3 m hoog"), "max . 3 m hoog");
    EXPECT_EQ(cut("t.b.v. wonen"), "t.b.v. wonen");
    EXPECT_EQ(cut("5 m + N.A.P. geldt"), "5 m + n.a.p. geldt");
    EXPECT_EQ(cut("bedraagt 2 m. Indien het"), "bedraagt 2 m .| indien het");
    EXPECT_EQ(cut("is 3,5 m."), "is 3,5 m .|");
}

TEST(Token, QuotedNamesAreMarked) {
    const DocumentText document = words("de aanduiding 'maximum bouwhoogte (m)' mag");
    std::string quoted;
    for (const Token& token : tokenise(document, {0, document.words.size()})) {
        if (token.quoted) quoted += token.folded + " ";
    }
    EXPECT_EQ(quoted, "maximum bouwhoogte ( m ) ");
}

TEST(Token, LettersReadForDigitsOnlyInAScan) {
    EXPECT_EQ(cut("l0 m", TextOrigin::native), "l 0 m");
    const DocumentText scan = words("6,S m", TextOrigin::ocr);
    const std::vector<Token> tokens = tokenise(scan, {0, 2});
    ASSERT_EQ(tokens.size(), 2U);
    EXPECT_EQ(tokens[0].folded, "6,5");
    EXPECT_EQ(tokens[0].text, "6,S");
    EXPECT_TRUE(tokens[0].lookalike);
}

TEST(Token, OrdinalsAreWords) {
    const DocumentText document = words("3de bouwlaag");
    const std::vector<Token> tokens = tokenise(document, {0, 2});
    ASSERT_EQ(tokens.size(), 2U);
    EXPECT_EQ(tokens[0].kind, TokenKind::word);
}

}  // namespace
}  // namespace planlezer
