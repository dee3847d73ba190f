#include "rules/text/mend.hpp"

#include <gtest/gtest.h>

namespace planlezer {
namespace {

Token scanned(const std::string& text) {
    Token token;
    token.text = token.folded = text;
    token.scanned = true;
    return token;
}

Mender mender() {
    Mender mender;
    for (const char* word : {"bouwhoogte", "goothoogte", "maximaal", "minimaal", "meter", "dan", "hoogte"}) mender.learn(word);
    mender.learn_part("gebouwen", false, true);
    return mender;
}

TEST(Mend, OneLetterOffBecomesTheWordOfTheBook) {
    Token token = scanned("bouwhoogto");
    mender().mend(token);
    EXPECT_EQ(token.folded, "bouwhoogte");
    EXPECT_EQ(token.text, "bouwhoogto");
    EXPECT_TRUE(token.mended);
}

TEST(Mend, TwoLettersOffOnlyInLongWords) {
    Token two = scanned("ooothooote");
    mender().mend(two);
    EXPECT_EQ(two.folded, "goothoogte");
    Token three = scanned("ooothoooto");
    mender().mend(three);
    EXPECT_FALSE(three.mended);
    Token short_word = scanned("mitar");
    mender().mend(short_word);
    EXPECT_FALSE(short_word.mended);
}

TEST(Mend, KnownWordsStay) {
    Token token = scanned("bijgebouwen");
    mender().mend(token);
    EXPECT_FALSE(token.mended);
}

TEST(Mend, OrdinaryWordsStayAndAreNoTarget) {
    Mender mender;
    mender.learn("waarbij");
    mender.spare("daarbij");
    Token ordinary = scanned("daarbij");
    mender.mend(ordinary);
    EXPECT_FALSE(ordinary.mended);
    Token garbled = scanned("daarblj");
    mender.mend(garbled);
    EXPECT_FALSE(garbled.mended);
    Token near = scanned("waarbli");
    mender.mend(near);
    EXPECT_FALSE(near.mended) << "two letters off";
}

TEST(Mend, AWordBetweenTwoWordsOfTheBookStays) {
    Mender both;
    both.learn("maximaal");
    both.learn("maximaat");
    Token token = scanned("maximaar");
    both.mend(token);
    EXPECT_FALSE(token.mended);
}

TEST(Mend, GluedSmallWordsAreFound) {
    EXPECT_EQ(mender().glued_at(scanned("eenbouwhoogte")), 3U);
    EXPECT_EQ(mender().glued_at(scanned("meerdan")), 4U);
    EXPECT_EQ(mender().glued_at(scanned("bouwhoogte")), 0U);
    EXPECT_EQ(mender().glued_at(scanned("eengezinshuis")), 0U);
}

TEST(Mend, EditDistanceStopsCounting) {
    EXPECT_EQ(edit_distance("goot", "goot", 2), 0U);
    EXPECT_EQ(edit_distance("goot", "groot", 2), 1U);
    EXPECT_EQ(edit_distance("abc", "xyz", 2), 3U);
}

}  // namespace
}  // namespace planlezer
