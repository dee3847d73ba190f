#include "pipeline/evaluate/words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace planlezer::evaluate {
namespace {

using ::testing::IsEmpty;

TEST(ContentWords, EndingsArticlesAndMarksDoNotCount) {
    EXPECT_EQ(content_words("De vrijstaande bijgebouwen"), content_words("een vrijstaand bijgebouw"));
    EXPECT_EQ(content_words("muren"), content_words("muur"));
    EXPECT_EQ(content_words("erven"), content_words("erf"));
    EXPECT_EQ(content_words("kassen"), content_words("kas"));
    EXPECT_EQ(content_words("huizen"), content_words("huis"));
    EXPECT_EQ(content_words("carports"), content_words("Carport"));
    EXPECT_EQ(content_words("silo's"), content_words("silo"));
    EXPECT_EQ(content_words("silo\u2019s"), content_words("silo"));
    EXPECT_EQ(content_words("garages"), content_words("garage"));
    EXPECT_EQ(content_words("vóór de coördinatie"), content_words("voor coordinatie"));
    EXPECT_EQ(content_words("reclame-uitingen"), content_words("reclameuiting"));
    EXPECT_NE(content_words("hoofdgebouwen"), content_words("bijgebouwen"));
    EXPECT_THAT(content_words(""), IsEmpty());
    EXPECT_THAT(content_words("\xE2\x80\xA6 \xC3"), IsEmpty()) << "also not of broken UTF-8";
}

TEST(Overlap, IsTheHarmonicMean) {
    EXPECT_DOUBLE_EQ(overlap(content_words("vrijstaande bijgebouwen"), content_words("bijgebouwen")), 2.0 / 3);
    EXPECT_DOUBLE_EQ(overlap({}, {}), 1);
    EXPECT_DOUBLE_EQ(overlap(content_words("kap"), {}), 0);
    EXPECT_DOUBLE_EQ(containment(content_words("vrijstaande bijgebouwen"), content_words("bijgebouwen")), 1);
    EXPECT_DOUBLE_EQ(containment({}, {}), 0);
}

TEST(SamePlace, NotMerelyTheSameTurnOfPhrase) {
    const WordSet gold = content_words("de bouwhoogte van sleufsilo's bedraagt niet meer dan 8 m");
    EXPECT_TRUE(same_place(gold, content_words("a. de bouwhoogte van sleufsilo's bedraagt niet meer dan 8 m, met dien verstande dat")));
    EXPECT_TRUE(same_place(gold, content_words("de bouwhoogte van sleufsilo's bedraagt niet meer dan 3 m"))) << "a digit read wrong";
    EXPECT_TRUE(same_place(gold, content_words("sleufsilo's bedraagt niet meer dan 8 m"))) << "a piece of it";
    EXPECT_FALSE(same_place(gold, content_words("de bouwhoogte van mestplaten bedraagt niet meer dan 9 m")));
    EXPECT_FALSE(same_place(gold, {}));
}

TEST(HeadNouns, OfWhatTheSubjectIs) {
    EXPECT_EQ(head_nouns("aangebouwde bijbehorende bouwwerken en garages bij woningen"), content_words("bouwwerken garages"));
    EXPECT_EQ(head_nouns("bouwwerken, geen gebouwen zijnde"), content_words("bouwwerken"));
    EXPECT_EQ(head_nouns("ondergeschikte onderdelen van woningen (erkers)"), content_words("onderdelen erkers"));
    EXPECT_EQ(head_nouns("te realiseren woning"), content_words("woning"));
    EXPECT_EQ(head_nouns("gebouwen ten behoeve van nutsvoorzieningen"), content_words("gebouwen"));
    EXPECT_EQ(head_nouns("gebouwen, waaronder kassen"), content_words("gebouwen"));
    EXPECT_EQ(head_nouns("grondgebonden woningen aaneengebouwd"), content_words("woningen"));
    EXPECT_EQ(head_nouns("bij een bedrijfswoning behorende bijgebouwen"), content_words("bijgebouwen"));
    EXPECT_EQ(head_nouns("stedelijk gebied"), content_words("gebied"));
    EXPECT_THAT(head_nouns(""), IsEmpty());
}

TEST(SameSubject, NeedsHalfTheWordsAndAHead) {
    EXPECT_TRUE(same_subject("bijgebouwen", "vrijstaande bijgebouwen"));
    EXPECT_TRUE(same_subject("erf- en terreinafscheidingen", "erf- of terreinafscheiding"));
    EXPECT_TRUE(same_subject("bouwwerken, geen gebouwen zijnde", "bouwwerken, geen gebouw zijnde"));
    EXPECT_TRUE(same_subject("hoofdgebouwen", "een hoofdgebouw"));
    EXPECT_FALSE(same_subject("bijgebouwen", "hoofdgebouwen"));
    EXPECT_FALSE(same_subject("bouwwerken, geen gebouwen zijnde", "gebouwen"));
    EXPECT_FALSE(same_subject("aangebouwde bijbehorende bouwwerken bij grondgebonden woningen", "woningen"));
    EXPECT_FALSE(same_subject("carport", ""));
}

}  // namespace
}  // namespace planlezer::evaluate
