// The book of sections: what headings and sentences tell, and its faults with file and line.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schemas/rulebook/sections.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "schemas/rulebook/rule_book.hpp"
#include "tests/support/folder.hpp"

namespace planlezer {
namespace {

std::vector<FlowWord> words(const std::string& text, TextOrigin origin = TextOrigin::native) {
    std::vector<FlowWord> all;
    std::istringstream stream(text);
    std::string word;
    while (stream >> word) {
        FlowWord made;
        made.text = word;
        made.origin = origin;
        all.push_back(made);
    }
    return all;
}

Sections from_text(const std::string& toml) {
    return load_sections(test::Folder().write("afdelingen.toml", toml));
}

TEST(Sections, FoldingDropsCaseAccentsAndSigns) {
    EXPECT_EQ(folded("«Één»"), "een");
    EXPECT_EQ(folded("(Bouwregels)."), "bouwregels");
    EXPECT_EQ(folded("aan–huis"), "aan-huis");
    EXPECT_EQ(folded("Bühne"), "buhne");
    EXPECT_EQ(folded("foto’s,"), folded("foto's"));
    EXPECT_EQ(folded("m²"), "m");
    EXPECT_EQ(folded("..."), "");
}

TEST(Sections, TheFirstPhraseThatFitsWins) {
    const Sections sections = from_text(R"(
[[afdeling]]
rol = "deviation"
koppen = ["afwijken van*"]
[[afdeling]]
rol = "rule"
koppen = ["*bouwregel*"]
hele_koppen = ["gebruik"]
zinnen = ["mag ... worden gebouwd"]
)");
    EXPECT_EQ(sections.of_heading(words("Afwijken van de bouwregels")), SectionRole::deviation);
    EXPECT_EQ(sections.of_heading(words("Algemene bouwregels")), SectionRole::rule);
    EXPECT_EQ(sections.of_heading(words("Gebruik")), SectionRole::rule);
    EXPECT_EQ(sections.of_heading(words("Gebruik van grond")), std::nullopt);
    EXPECT_EQ(sections.of_clause(words("Op deze gronden mag uitsluitend laag worden gebouwd.")), SectionRole::rule);
    EXPECT_EQ(sections.of_clause(words("Dit mag niet gebeuren. Gebouwen worden gebouwd.")), std::nullopt);
}

TEST(Sections, OnlyScannedHeadingsMayHaveSlips) {
    const Sections sections = from_text("[[afdeling]]\nrol = \"rule\"\nkoppen = [\"bebouwingsvoorschrift*\"]\n");
    EXPECT_EQ(sections.of_heading(words("Bebouwinasvoorschriften", TextOrigin::ocr)), SectionRole::rule);
    EXPECT_EQ(sections.of_heading(words("Bebouwinasvoorschriften")), std::nullopt);
    EXPECT_EQ(sections.of_heading(words("Beoordelingscriteria", TextOrigin::ocr)), std::nullopt);
}

struct Fault {
    std::string toml;
    int line;
};

class SectionFaults : public testing::TestWithParam<Fault> {};

TEST_P(SectionFaults, NameFileAndLine) {
    try {
        (void)from_text(GetParam().toml);
        FAIL() << "no fault in " << GetParam().toml;
    } catch (const RuleBookError& error) {
        EXPECT_TRUE(error.file().ends_with(".toml"));
        EXPECT_EQ(error.line(), GetParam().line) << error.what();
    }
}

INSTANTIATE_TEST_SUITE_P(Faults, SectionFaults,
                         testing::Values(Fault{"[[afdeling]]\nrol = \"regel\"\n", 1}, Fault{"[[afdeling]]\nkoppen = [\"x\"]\n", 1},
                                         Fault{"[[afdeling]]\nrol = \"rule\"\nkoppen = [3]\n", 3}, Fault{"[[afdeling]]\nrol = \"rule\"\nkop = [\"x\"]\n", 3},
                                         Fault{"[[afdeling]]\nrol = \"rule\"\nkoppen = [\"... x\"]\n", 3}, Fault{"afdeling = 3\n", 1},
                                         Fault{"[[afdeling]\n", 1}, Fault{"[[deel]]\nsoort = \"iets\"\n", 1}, Fault{"", 1}));

}  // namespace
}  // namespace planlezer
