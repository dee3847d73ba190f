#include "schemas/omgevingsplan/write/besluit_css.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>

#include "schemas/omgevingsplan/write/besluit_writer.hpp"
#include "tests/schemas/omgevingsplan/sample_package.hpp"

namespace planlezer::omgevingsplan {
namespace {

using ::testing::HasSubstr;

/// The elements that XML has no look for: all that stand in a decision.
std::set<std::string> elements_of(const std::string& xml) {
    static const std::regex opening("<([A-Za-z]+)");
    std::set<std::string> names;
    for (std::sregex_iterator at(xml.begin() + static_cast<std::ptrdiff_t>(xml.find("<BesluitCompact")), xml.end(), opening), end;
         at != end; ++at) {
        if ((*at)[1] == "RegelingVersieInformatie") break;
        names.insert((*at)[1]);
    }
    return names;
}

TEST(BesluitCss, GivesEveryElementOfADecisionItsLook) {
    const std::string css(besluit_css());
    for (const bool anew : {false, true}) {
        for (const std::string& name : elements_of(besluit_xml(testing::full_package(anew)))) {
            EXPECT_TRUE(std::regex_search(css, std::regex("(^|[\n ,>])" + name + "([ ,.:\\[{]|$)"))) << name;
        }
    }
}

TEST(BesluitCss, StandsWhereTheDecisionLooksForIt) {
    EXPECT_THAT(besluit_xml(testing::small_package()),
                HasSubstr("?>\n<?xml-stylesheet type=\"text/css\" href=\"../besluit.css\"?>\n<AanleveringBesluit"));
}

TEST(BesluitCss, PlacesCellsThatSpan) {
    const std::string css(besluit_css());
    EXPECT_THAT(css, HasSubstr("entry[namest=\"c2\"] { grid-column-start: 2; }"));
    EXPECT_THAT(css, HasSubstr("entry[nameend=\"c3\"] { grid-column-end: 4; }"));
    EXPECT_THAT(css, HasSubstr("entry[morerows=\"1\"] { grid-row-end: span 2; }"));
    EXPECT_EQ(std::ranges::count(css, '{'), std::ranges::count(css, '}'));
}

}  // namespace
}  // namespace planlezer::omgevingsplan
