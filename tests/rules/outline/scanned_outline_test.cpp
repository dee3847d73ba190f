// Outlines of scanned lines: damaged headings, lost letters and points.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "rules/outline/outline.hpp"
#include "tests/support/text_lines.hpp"

namespace planlezer {
namespace {

/// The outline of a text as if OCR had read it.
DocumentText scanned(std::string_view content) {
    static const Sections sections = load_sections(std::filesystem::path(PLANLEZER_BOOK) / "afdelingen.toml");
    std::vector<Line> lines = test::lines_from_text(content);
    for (Line& line : lines) {
        line.bold = false;
        for (FlowWord& word : line.words) word.origin = TextOrigin::ocr;
    }
    return read_outline(lines, sections);
}

const Node* with_number(const DocumentText& text, std::string_view number) {
    const auto found = std::find_if(text.nodes.begin(), text.nodes.end(), [&](const Node& node) { return node.number == number && node.kind != NodeKind::alinea; });
    return found == text.nodes.end() ? nullptr : &*found;
}

TEST(ScannedOutline, HeadingsAreKnownThroughAFewWrongLetters) {
    const DocumentText text = scanned(R"(Artikel 3 Woondoeleinden
lid 1 Doeleinden
De gronden zijn bestemd voor wonen.
lid 2 Bebouwinasvoorschriften
Voor de bebouwing gelden de volgende bepalingen:
a. de goothoogte bedraagt ten hoogste 6 m.
lid 3 Vrijstellina
Vrijstelling is mogelijk tot 7 m.
)");
    ASSERT_NE(with_number(text, "artikel 3 lid 2 onder a"), nullptr) << test::outline_text(text);
    EXPECT_EQ(with_number(text, "artikel 3 lid 2 onder a")->section, SectionRole::rule);
    EXPECT_EQ(with_number(text, "artikel 3 lid 3")->section, SectionRole::deviation);
}

TEST(ScannedOutline, AnItemWithoutItsLetterGetsIt) {
    const DocumentText text = scanned(R"(4.2.1 Gebouwen
Voor gebouwen geldt:
a. de goothoogte bedraagt ten hoogste 4 m;
de bouwhoogte bedraagt ten hoogste 10 m;
c. de diepte bedraagt ten hoogste 12 m.
)");
    const Node* b = with_number(text, "4.2.1 onder b");
    ASSERT_NE(b, nullptr) << test::outline_text(text);
    EXPECT_TRUE(b->repaired);
    EXPECT_EQ(text.text(b->text), "de bouwhoogte bedraagt ten hoogste 10 m;");
    ASSERT_EQ(text.flags.size(), 1U);
    EXPECT_EQ(text.flags[0].code, FlagCode::number_repaired);
}

TEST(ScannedOutline, LostPointsComeBackFromTheNumbersAround) {
    const DocumentText text = scanned(R"(Artikel 4 Wonen
4.1 Bestemmingsomschrijving
De gronden zijn bestemd voor wonen.
4.2 Bouwregels
421 Gebouwen
Gebouwen zijn ten hoogste 9 m hoog.
4.22 Carports
Carports zijn ten hoogste 3 m hoog.
)");
    for (const char* number : {"4.2.1", "4.2.2"}) {
        const Node* lid = with_number(text, number);
        ASSERT_NE(lid, nullptr) << number << test::outline_text(text);
        EXPECT_TRUE(lid->repaired);
        EXPECT_EQ(text.nodes[lid->parent].label, "4.2");
    }
}

TEST(ScannedOutline, AMeasureAtALineStartIsNoNumber) {
    const DocumentText text = scanned(R"(4.2 Bouwregels
De oppervlakte bedraagt ten hoogste
400 m2 per bouwperceel.
)");
    EXPECT_EQ(std::count_if(text.nodes.begin(), text.nodes.end(), [](const Node& node) { return node.kind == NodeKind::lid; }), 1);
}

TEST(ScannedOutline, ReferenceAtALineStartIsNoLid) {
    std::vector<Line> lines = test::lines_from_text("# 4.2.1 Gebouwen\nHet bepaalde in lid\n4.2.2 is van toepassing.\n# 4.2.2 Andere\nLaag.\n");
    static const Sections sections = load_sections(std::filesystem::path(PLANLEZER_BOOK) / "afdelingen.toml");
    lines[2].starts_paragraph = false;
    const DocumentText text = read_outline(lines, sections);
    EXPECT_EQ(std::count_if(text.nodes.begin(), text.nodes.end(), [](const Node& node) { return node.label == "4.2.2"; }), 1) << test::outline_text(text);
}

}  // namespace
}  // namespace planlezer
