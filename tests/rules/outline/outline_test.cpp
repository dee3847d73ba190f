// Lines become an outline: levels, headings, gaps, mended numbers, roles.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/outline/outline.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/text_lines.hpp"

namespace planlezer {
namespace {

const Sections& book() {
    static const Sections sections = load_sections(std::filesystem::path(PLANLEZER_BOOK) / "afdelingen.toml");
    return sections;
}

DocumentText outline(std::string_view text) { return read_outline(test::lines_from_text(text), book()); }

const Node* with_number(const DocumentText& text, std::string_view number) {
    const auto found = std::find_if(text.nodes.begin(), text.nodes.end(), [&](const Node& node) {
        return node.number == number && node.kind != NodeKind::alinea && node.kind != NodeKind::titel;
    });
    return found == text.nodes.end() ? nullptr : &*found;
}

std::vector<std::string> numbers(const DocumentText& text) {
    std::vector<std::string> all;
    for (const Node& node : text.nodes) {
        if (!node.label.empty() && node.label != "-") all.push_back(node.number);
    }
    return all;
}

TEST(Outline, ModernArticleWithNestedLists) {
    const DocumentText text = outline(R"(# Hoofdstuk 2 Bestemmingsregels
# Artikel 4 Wonen - 1
## 4.1 Bestemmingsomschrijving
De voor 'Wonen - 1' aangewezen gronden zijn bestemd voor:
- a. wonen;
met daarbij behorende:
- b. tuinen.
## 4.2 Bouwregels
## 4.2.1 Gebouwen
Voor gebouwen gelden de volgende regels:
- a. de bouwhoogte bedraagt ten hoogste:
- 1. 4 m aan de voorzijde;
- 2. 7 m elders;
- b. de goothoogte bedraagt ten hoogste 3 m.
## 4.3 Afwijken van de bouwregels
Met een omgevingsvergunning kan worden afgeweken van 4.2.1 tot 8 m.
)");
    EXPECT_EQ(numbers(text), (std::vector<std::string>{"hoofdstuk 2", "artikel 4", "4.1", "4.1 onder a", "4.1 onder b", "4.2", "4.2.1", "4.2.1 onder a",
                                                       "4.2.1 onder a, sub 1", "4.2.1 onder a, sub 2", "4.2.1 onder b", "4.3"}));
    ASSERT_NE(with_number(text, "4.2.1 onder a, sub 2"), nullptr) << test::outline_text(text);
    EXPECT_EQ(with_number(text, "4.2.1 onder a, sub 2")->bestemming, "Wonen - 1");
    EXPECT_EQ(with_number(text, "4.2.1 onder b")->section, SectionRole::rule);
    EXPECT_EQ(with_number(text, "4.1 onder b")->section, SectionRole::description);
    EXPECT_EQ(with_number(text, "4.3")->section, SectionRole::deviation);
    EXPECT_EQ(text.text(with_number(text, "4.2.1")->text), "Voor gebouwen gelden de volgende regels:");
    EXPECT_TRUE(text.flags.empty());
}

TEST(Outline, LetterOrRomanByWhatFollows) {
    const DocumentText text = outline(R"(4.2.1 Gebouwen
- g. de breedte;
- h. de diepte, mits:
- i. het een woning is;
- ii. het geen bedrijf is;
- i. de hoogte.
4.2.2 Andere
- h. de diepte;
- i. de hoogte;
- j. de lengte.
)");
    EXPECT_NE(with_number(text, "4.2.1 onder h, sub ii"), nullptr) << test::outline_text(text);
    EXPECT_NE(with_number(text, "4.2.1 onder i"), nullptr);
    EXPECT_NE(with_number(text, "4.2.2 onder i"), nullptr);
}

TEST(Outline, ListRunsOnAfterParagraph) {
    const DocumentText text = outline(R"(5.1 Bestemmingsomschrijving
De gronden zijn bestemd voor:
- a. wonen;
met de daarbij behorende:
- b. erven.
)");
    const Node* b = with_number(text, "5.1 onder b");
    ASSERT_NE(b, nullptr) << test::outline_text(text);
    EXPECT_EQ(text.nodes[b->parent].label, "5.1");
}

TEST(Outline, MissingLidIsFlaggedButAnExcerptIsNot) {
    const DocumentText text = outline(R"(- c. de hoogte;
- d. de breedte.
4.2.1 Gebouwen
Voor gebouwen geldt dat zij laag zijn.
4.2.3 Carports
- a. klein;
- c. laag.
)");
    std::vector<std::string> details;
    for (const Flag& flag : text.flags) {
        EXPECT_EQ(flag.code, FlagCode::numbering_gap);
        details.push_back(flag.detail);
    }
    EXPECT_EQ(details, (std::vector<std::string>{"na 4.2.1 volgt 4.2.3", "na onderdeel a volgt onderdeel c"})) << test::outline_text(text);
}

TEST(Outline, DamagedLetterIsMendedFromItsNeighbours) {
    const DocumentText text = outline(R"(4.2.1 Gebouwen
- c. de hoogte;
- d. de breedte;
- c. de diepte;
- f. de lengte.
)");
    const Node* mended = with_number(text, "4.2.1 onder e");
    ASSERT_NE(mended, nullptr) << test::outline_text(text);
    EXPECT_TRUE(mended->repaired);
}

TEST(Outline, OldArticleWithLidsAndUnnumberedHeadings) {
    const DocumentText text = outline(R"(Artikel 5
Woondoeleinden (W)
Doeleinden
1. De op de kaart voor woondoeleinden aangewezen gronden zijn bestemd voor wonen.
Bebouwingsvoorschriften
2. Op deze gronden mag worden gebouwd met inachtneming van het volgende:
a. de goothoogte mag niet meer bedragen dan 6 m;
b. de nokhoogte mag niet meer bedragen dan 10 m.
3. Burgemeester en wethouders zijn bevoegd vrijstelling te verlenen van het bepaalde in lid 2 tot 11 m.
)");
    const Node* b = with_number(text, "artikel 5 lid 2 onder b");
    ASSERT_NE(b, nullptr) << test::outline_text(text);
    EXPECT_EQ(b->section, SectionRole::rule);
    EXPECT_EQ(b->bestemming, "Woondoeleinden (W)");
    ASSERT_NE(with_number(text, "artikel 5 lid 3"), nullptr);
    EXPECT_EQ(with_number(text, "artikel 5 lid 3")->section, SectionRole::deviation);
}

TEST(Outline, ContentsAreNoArticles) {
    const DocumentText text = outline(R"(Inhoudsopgave
Artikel 1 Begrippen 3
Artikel 2 Wijze van meten 5
Artikel 3 Wonen 7
# Artikel 1 Begrippen
In deze regels wordt verstaan onder plan: het bestemmingsplan.
)");
    const auto articles = std::count_if(text.nodes.begin(), text.nodes.end(), [](const Node& node) { return node.kind == NodeKind::artikel; });
    EXPECT_EQ(articles, 1) << test::outline_text(text);
}

/// What holds for every outline of whatever input.
void check_invariants(const DocumentText& text) {
    std::vector<int> owners(text.words.size(), 0);
    const auto own = [&](WordSpan span) {
        ASSERT_LE(span.begin, span.end);
        ASSERT_LE(span.end, text.words.size());
        for (std::size_t w = span.begin; w < span.end; ++w) ++owners[w];
    };
    for (std::size_t i = 0; i < text.nodes.size(); ++i) {
        const Node& node = text.nodes[i];
        own(node.heading);
        own(node.text);
        ASSERT_LE(node.depth, max_outline_depth);
        if (node.parent == no_parent) {
            ASSERT_EQ(node.depth, 0);
            continue;
        }
        ASSERT_LT(node.parent, i);
        ASSERT_EQ(node.depth, text.nodes[node.parent].depth + 1);
    }
    for (const Table& table : text.tables) {
        for (const Cell& cell : table.cells) own(cell.text);
    }
    for (const int count : owners) ASSERT_LE(count, 1);
}

TEST(Outline, InvariantsHoldForGarbageAndMuchIsReadQuickly) {
    static constexpr std::array<std::string_view, 26> pieces{"Artikel", "4",  "1.",  "a.", "i.", "(2)", "4.2.1", "4.2", "Regels", "-",   "de",    "bouwhoogte", "bedraagt",
                                                             "10",      "m;", "aa.", "II.", "Hoofdstuk", "Bijlage", "met", "dan:", "lid", "Toelichting", "....", "12", "x"};
    unsigned state = 11;
    const auto next = [&] { return state = state * 1664525U + 1013904223U; };
    std::vector<Line> lines;
    for (int i = 0; i < 100'000; ++i) {
        Line line;
        line.page = 1 + i / 40;
        const unsigned count = 1 + (next() >> 8) % 6;
        for (unsigned w = 0; w < count; ++w) {
            FlowWord word;
            word.text = pieces[(next() >> 8) % pieces.size()];
            word.page = line.page;
            word.boxes.push_back({10.0 * w, 0, 10.0 * w + 8, 10});
            word.origin = (next() >> 8) % 2 == 0 ? TextOrigin::ocr : TextOrigin::native;
            line.words.push_back(word);
        }
        line.indent = static_cast<double>((next() >> 8) % 4) * 18;
        line.bold = (next() >> 8) % 5 == 0;
        line.starts_paragraph = (next() >> 8) % 3 != 0;
        line.footnote = (next() >> 8) % 40 == 0;
        lines.push_back(line);
    }
    const DocumentText text = read_outline(lines, book());
    check_invariants(text);
}

TEST(Outline, InvariantsHoldForTheGoldTexts) {
    const std::filesystem::path folder = std::filesystem::path(PLANLEZER_SHARED) / "corpus" / "gold";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no development corpus at " << folder;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".txt") continue;
        std::ifstream file(entry.path());
        std::ostringstream content;
        content << file.rdbuf();
        SCOPED_TRACE(entry.path().filename().string());
        const DocumentText text = outline(content.str());
        check_invariants(text);
        EXPECT_EQ(test::outline_text(text), test::outline_text(outline(content.str())));
    }
}

}  // namespace
}  // namespace planlezer
