#include "extractors/gml/imro_value.hpp"

#include <gtest/gtest.h>

namespace planlezer {
namespace {

TEST(ImroValue, TypesOfEveryGenerationBecomeTermsOfSvbp) {
    const ValueType goot{"maximum goothoogte", Comparator::at_most, Unit::metre, true};
    EXPECT_EQ(value_type("maximum goothoogte (m)"), goot);
    EXPECT_EQ(value_type("maatvoering; hoogte; goothoogte; maximum goothoogte (m)"), goot);
    EXPECT_EQ(value_type(" Maximale goothoogte(m) "), goot);
    EXPECT_EQ(value_type("maatvoering; hoogte; maximum hoogte (m)"), (ValueType{"maximum bouwhoogte", Comparator::at_most, Unit::metre, true}));
    EXPECT_EQ(value_type("minimum bouwhoogte (m)"), (ValueType{"minimum bouwhoogte", Comparator::at_least, Unit::metre, true}));
    EXPECT_EQ(value_type("maximaal aantal wooneenheden"), (ValueType{"maximum aantal wooneenheden", Comparator::at_most, Unit::count, true}));
    EXPECT_EQ(value_type("maximum bebouwingspercentage (%)"), (ValueType{"maximum bebouwingspercentage", Comparator::at_most, Unit::percent, true}));
    EXPECT_EQ(value_type("maximum volume (m3)"), (ValueType{"maximum inhoud", Comparator::at_most, Unit::cubic_metre, true}));
}

TEST(ImroValue, OtherTypesKeepTheirOwnWords) {
    EXPECT_EQ(value_type("maximum verticale bouwdiepte (m)"), (ValueType{"maximum verticale bouwdiepte", Comparator::at_most, Unit::metre, false}));
    EXPECT_EQ(value_type("maximum vloeroppervlakte; bvo (m2)"), (ValueType{"maximum vloeroppervlakte; bvo", Comparator::at_most, Unit::square_metre, false}));
    EXPECT_EQ(value_type("bouwhoogte (m)"), (ValueType{"bouwhoogte", Comparator::exactly, Unit::metre, false}));
    EXPECT_EQ(value_type("maximum bouwhoogte (%)").known, false) << "the unit is another's";
    EXPECT_EQ(value_type("other: Vrije tekst"), (ValueType{"other: Vrije tekst", Comparator::exactly, Unit::none, false}));
}

TEST(ImroValue, NumbersAreReadAsTheyAreMeant) {
    EXPECT_EQ(value_number("10,5"), Decimal(105, 1));
    EXPECT_EQ(value_number(" 3.5 "), Decimal(35, 1));
    EXPECT_EQ(value_number("60%"), Decimal(60, 0));
    EXPECT_EQ(value_number("60 %"), Decimal(60, 0));
    EXPECT_EQ(value_number("9 m"), Decimal(9, 0));
    EXPECT_EQ(value_number("120m2"), Decimal(120, 0));
    EXPECT_EQ(value_number("0,125"), Decimal(125, 3));
    EXPECT_EQ(value_number("1200"), Decimal(1200, 0));
}

TEST(ImroValue, WhatMayBeTwoNumbersIsNone) {
    for (const char* text : {"", "-", "III", "1.500", "1.500,5", "3/4", "4-7", "circa 3", "3,", ",5", "9 m + NAP", "m"}) EXPECT_EQ(value_number(text), std::nullopt) << text;
}

TEST(ImroValue, FreeTextTakesTheNameOfItsObject) {
    const auto values = imro_values("370", "other: vrije tekst", "maximum oppervlakte (m2)");
    ASSERT_EQ(values.size(), 1U);
    EXPECT_EQ(values[0].kind, "maximum oppervlakte");
    EXPECT_EQ(values[0].unit, Unit::square_metre);
    EXPECT_EQ(values[0].provenance.quote, "maximum oppervlakte (m2): 370");
    EXPECT_EQ(imro_values("370", "other: vrije tekst", "Maatvoering")[0].kind, "other: vrije tekst") << "nothing says what it is";
    EXPECT_EQ(imro_values("7", "maximum bouwhoogte (m)", "maximum goothoogte (m)")[0].kind, "maximum bouwhoogte") << "a type that speaks wins";
}

TEST(ImroValue, ALeastAndAMostAreTwoValues) {
    const auto values = imro_values("4-7", "minimum-maximum bouwhoogte (m)", "maatvoering");
    ASSERT_EQ(values.size(), 2U);
    EXPECT_EQ(values[0].kind, "minimum bouwhoogte");
    EXPECT_EQ(values[0].value, Decimal(4, 0));
    EXPECT_EQ(values[1].kind, "maximum bouwhoogte");
    EXPECT_EQ(values[1].value, Decimal(7, 0));
}

}  // namespace
}  // namespace planlezer
