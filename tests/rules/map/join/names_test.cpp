#include "rules/map/join/names.hpp"

#include <gtest/gtest.h>

namespace planlezer {
namespace {

TEST(PlainName, MayBeOneThatWasReadBadly) {
    EXPECT_TRUE(may_be_one_name("bedrijventerrein", "bedrijventerreln"));
    EXPECT_TRUE(may_be_one_name("wonen", "wonen-1"));
    EXPECT_FALSE(may_be_one_name("groen", "bedrijf-haven"));
    EXPECT_FALSE(may_be_one_name("groen", "wonen"));
    EXPECT_FALSE(may_be_one_name("", "wonen"));
    EXPECT_FALSE(may_be_one_name("wonen-1", "wonen-2"));
    EXPECT_FALSE(may_be_one_name("waarde-archeologie", "waarde-landschap"));
}

TEST(MapNames, AreComparedWithoutWhatRulesAndMapsWriteApart) {
    EXPECT_EQ(plain_name("Wonen - 1"), plain_name("Wonen-1"));
    EXPECT_EQ(plain_name("Wonen \u2013 1 (W-1)"), "wonen-1");
    EXPECT_EQ(plain_name("'specifieke bouwaanduiding - 1'"), "specifieke bouwaanduiding-1");
    EXPECT_EQ(plain_name("Café"), "cafe");
    EXPECT_NE(plain_name("Wonen - 1"), plain_name("Wonen - 11"));
    EXPECT_NE(plain_name("Wonen 1"), plain_name("Wonen"));
    EXPECT_EQ(plain_name("(k)"), plain_name("(k)"));
}

TEST(MapNames, LettersAndNumbersStandApart) {
    EXPECT_EQ(letters_of("Woondoeleinden (W-a)"), "w-a");
    EXPECT_EQ(letters_of("Wonen"), "");
    EXPECT_EQ(artikel_number("6.2.1 onder a"), "6");
    EXPECT_EQ(artikel_number("16"), "16");
    EXPECT_EQ(artikel_number("onder a"), "");
}

TEST(MapNames, AnAanduidingNamesAValueOrAPlace) {
    EXPECT_TRUE(names_a_value("maximum bouwhoogte (m)"));
    EXPECT_TRUE(names_a_value("maximum goothoogte, maximum bouwhoogte (m)"));
    EXPECT_TRUE(names_a_value("maximum bebouwingspercentage (%)"));
    EXPECT_TRUE(names_a_value("maatvoering"));
    EXPECT_FALSE(names_a_value("specifieke bouwaanduiding - 1"));
    EXPECT_FALSE(names_a_value("bijgebouwen"));
    EXPECT_FALSE(names_a_value("bouwvlak"));
}

}  // namespace
}  // namespace planlezer
