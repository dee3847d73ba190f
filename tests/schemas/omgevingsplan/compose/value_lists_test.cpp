#include "schemas/omgevingsplan/compose/value_lists.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace planlezer::omgevingsplan {
namespace {

NormStatement norm_of(const std::string& kind, Unit unit, const std::string& subject = {}) {
    NormStatement norm;
    norm.kind = kind;
    norm.unit = unit;
    norm.subject = subject;
    return norm;
}

std::string last(const std::string& uri) { return uri.substr(uri.rfind('/') + 1); }

TEST(ValueLists, AKindHasItsTypeUnitAndGroup) {
    const NormTerms terms = terms_of(norm_of("maximum bouwhoogte", Unit::metre));
    EXPECT_EQ(terms.type, "http://standaarden.omgevingswet.overheid.nl/typenorm/id/concept/MaximumBouwhoogte");
    EXPECT_EQ(terms.eenheid, "http://standaarden.omgevingswet.overheid.nl/eenheid/id/concept/Meter");
    EXPECT_EQ(terms.eenheid_label, "meter");
    EXPECT_EQ(last(terms.groep), "MaatvoeringBouwen");
    EXPECT_TRUE(terms.listed);
}

TEST(ValueLists, WhatTheListCallsOtherwise) {
    EXPECT_EQ(last(terms_of(norm_of("maximum inhoud", Unit::cubic_metre)).type), "MaximumVolume");
    EXPECT_EQ(last(terms_of(norm_of("minimum afstand", Unit::metre)).type), "Afstand");
    EXPECT_EQ(last(terms_of(norm_of("maximum aantal", Unit::count, "Woningen")).type), "MaximumAantalWoningen");
    EXPECT_EQ(last(terms_of(norm_of("maximum aantal", Unit::count, "hengelsteigers")).type), "Aantal");
}

TEST(ValueLists, WhatFitsNothingIsYetToBeAdded) {
    const NormTerms terms = terms_of(norm_of("maximum opslaghoogte", Unit::metre));
    EXPECT_EQ(last(terms.type), "NogToeTeVoegen");
    EXPECT_FALSE(terms.listed);
}

TEST(ValueLists, ABestemmingHasTheGroupOfItsHeadGroup) {
    EXPECT_EQ(last(functie_groep("Wonen - 1")), "Wonen");
    EXPECT_EQ(last(functie_groep("Waarde - Archeologie 2")), "Archeologie");
    EXPECT_EQ(last(functie_groep("Waterstaat - Waterkering")), "Waterkering");
    EXPECT_EQ(last(functie_groep("Leiding - Gas")), "Overig");
    EXPECT_EQ(last(functie_groep("Overig - Transport")), "Overig");
    EXPECT_EQ(last(functie_groep("Sport - Manege")), "Sport");
}

TEST(ValueLists, TheSectionTellsTheThema) {
    EXPECT_EQ(last(std::string(thema_of(SectionRole::rule, "Bouwregels"))), "Bouwen");
    EXPECT_EQ(last(std::string(thema_of(SectionRole::rule, "Specifieke gebruiksregels"))), "PlanologischGebruik");
    EXPECT_EQ(last(std::string(thema_of(SectionRole::description, "Bestemmingsomschrijving"))), "PlanologischGebruik");
    EXPECT_EQ(thema_of(SectionRole::definition, "Begrippen"), "");
}

TEST(ValueLists, EveryValueStandsInTheOfficialLists) {
    const std::filesystem::path file = std::filesystem::path(PLANLEZER_SHARED) / "standards/codelists/imow-5.2.0/alle_waarden.tsv";
    if (!std::filesystem::exists(file)) GTEST_SKIP() << "no official value lists: " << file.filename();
    std::ifstream stream(file);
    std::stringstream text;
    text << stream.rdbuf();
    const std::string lists = text.str();
    const auto listed = [&](const std::string& uri) { return lists.find(uri + "\t") != std::string::npos; };
    for (const std::string kind : {"bouwhoogte", "goothoogte", "nokhoogte", "hoogte", "breedte", "lengte", "diepte", "verticale bouwdiepte", "dakhelling",
                                   "bebouwingspercentage", "bebouwd oppervlak", "oppervlakte", "vloeroppervlakte", "inhoud", "afstand", "aantal bouwlagen",
                                   "aantal wooneenheden", "aantal", "iets anders"}) {
        for (const std::string limit : {"maximum ", "minimum "}) {
            for (const Unit unit : {Unit::metre, Unit::square_metre, Unit::cubic_metre, Unit::percent, Unit::degree, Unit::count, Unit::bouwlagen}) {
                const NormTerms terms = terms_of(norm_of(limit + kind, unit));
                EXPECT_TRUE(listed(terms.type)) << terms.type;
                EXPECT_TRUE(listed(terms.eenheid)) << terms.eenheid;
                EXPECT_TRUE(listed(terms.groep)) << terms.groep;
            }
        }
    }
    for (const std::string subject : {"woningen", "bedrijfswoningen", "gebouwen", "bedrijven", "bezoekers", "winkels", "standplaatsen", "parkeerplaatsen"}) {
        EXPECT_TRUE(listed(terms_of(norm_of("maximum aantal", Unit::count, subject)).type)) << subject;
    }
    for (const std::string name : {"Wonen", "Agrarisch met waarden", "Bedrijf", "Bos", "Centrum", "Cultuur en ontspanning", "Water", "Sport", "Kantoor", "Overig"}) {
        EXPECT_TRUE(listed(functie_groep(name))) << name;
    }
    for (const std::string_view thema : {thema_bouwen, thema_gebruik}) EXPECT_TRUE(listed(std::string(thema))) << thema;
}

}  // namespace
}  // namespace planlezer::omgevingsplan
