// Pages become lines in reading order.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/layout/reading_order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "rules/layout/running_heads.hpp"
#include "tests/support/page_builder.hpp"

namespace planlezer {
namespace {

using test::PageBuilder;

std::string words_of(const Line& line) {
    std::string text;
    for (const FlowWord& word : line.words) text.append(text.empty() ? "" : " ").append(word.text);
    return text;
}

std::vector<std::string> texts(const std::vector<Line>& lines) {
    std::vector<std::string> all;
    for (const Line& line : lines) all.push_back(words_of(line));
    return all;
}

/// A paragraph of so many full lines.
void fill(PageBuilder& page, double x, double y, int lines, const std::string& start, int words = 8) {
    for (int i = 0; i < lines; ++i) {
        std::string line = start + std::to_string(i);
        for (int w = 1; w < words; ++w) line += " woorden";
        page.text(x, y + 14 * i, line);
    }
}

TEST(ReadingOrder, TwoColumnsWithAHeadingAcross) {
    PageBuilder page;
    page.text(60, 60, "Een kop die over beide kolommen loopt en daarvoor lang genoeg is", 12, true);
    fill(page, 60, 100, 10, "links", 5);
    fill(page, 310, 105, 10, "rechts", 5);
    const std::vector<std::string> lines = texts(read_lines({page.page()}));
    ASSERT_EQ(lines.size(), 21U);
    EXPECT_TRUE(lines[0].starts_with("Een kop"));
    EXPECT_TRUE(lines[1].starts_with("links0"));
    EXPECT_TRUE(lines[10].starts_with("links9"));
    EXPECT_TRUE(lines[11].starts_with("rechts0"));
}

TEST(ReadingOrder, ThreeColumns) {
    PageBuilder page;
    fill(page, 50, 100, 12, "een", 3);
    fill(page, 225, 100, 12, "twee", 3);
    fill(page, 400, 100, 12, "drie", 3);
    const std::vector<std::string> lines = texts(read_lines({page.page()}));
    ASSERT_EQ(lines.size(), 36U);
    EXPECT_TRUE(lines[11].starts_with("een11"));
    EXPECT_TRUE(lines[12].starts_with("twee0"));
    EXPECT_TRUE(lines[24].starts_with("drie0"));
}

TEST(ReadingOrder, ListLabelsStayWithTheirText) {
    PageBuilder page;
    for (int i = 0; i < 12; ++i) {
        page.text(60, 100 + 20 * i, std::string(1, static_cast<char>('a' + i)) + ".");
        page.text(90, 100 + 20 * i, "de bouwhoogte van een gebouw mag niet meer bedragen dan drie meter;");
    }
    const std::vector<std::string> lines = texts(read_lines({page.page()}));
    ASSERT_EQ(lines.size(), 12U);
    EXPECT_EQ(lines[1], "b. de bouwhoogte van een gebouw mag niet meer bedragen dan drie meter;");
}

TEST(ReadingOrder, LinesHoldOnAPageAskew) {
    PageBuilder page;
    fill(page, 60, 100, 30, "regel", 10);
    page.askew(0.8);
    const std::vector<std::string> lines = texts(read_lines({page.page()}));
    ASSERT_EQ(lines.size(), 30U);
    for (int i = 0; i < 30; ++i) EXPECT_TRUE(lines[static_cast<std::size_t>(i)].starts_with("regel" + std::to_string(i) + " woorden")) << i;
}

TEST(ReadingOrder, RunningHeadsAndPageNumbersGo) {
    std::vector<TextPage> pages;
    for (int i = 1; i <= 6; ++i) {
        PageBuilder page(i);
        // A letter read differently here and there, as OCR does.
        page.text(60, 40, i == 3 ? "Bestemmingsp1an Dorp - vastge5teld" : "Bestemmingsplan Dorp - vastgesteld", 8);
        page.text(280, 810, std::to_string(i), 8);
        page.text(60, 80, "Artikel " + std::to_string(i) + " Wonen", 12, true);
        fill(page, 60, 120, 20, "tekst");
        pages.push_back(page.page());
    }
    const std::vector<std::string> lines = texts(read_lines(pages));
    EXPECT_EQ(lines.size(), 6U * 21);
    for (const std::string& line : lines) EXPECT_FALSE(line.starts_with("Bestemmingsp")) << line;
    EXPECT_EQ(lines[0], "Artikel 1 Wonen");
    EXPECT_EQ(lines[21], "Artikel 2 Wonen");
}

TEST(ReadingOrder, ListsThatBreakAtThePageAllTheSameWayAreNoRunningHeads) {
    std::vector<TextPage> pages;
    for (int number = 1; number <= 4; ++number) {
        PageBuilder page(number);
        fill(page, 80, 100, 40, "regel" + std::to_string(number));
        page.text(80, 760, "b. ter plaatse van de aanduiding 'maximum bouwhoogte (m)' bedraagt de bouwhoogte de");
        page.text(80, 774, "aangegeven bouwhoogte;");
        page.text(290, 812, std::to_string(number));
        pages.push_back(page.page());
    }
    const std::vector<std::string> lines = texts(read_lines(pages));
    EXPECT_EQ(std::ranges::count(lines, "aangegeven bouwhoogte;"), 4);
    EXPECT_EQ(std::ranges::count_if(lines, [](const std::string& line) { return line.starts_with("b. ter plaatse"); }), 4);
    EXPECT_EQ(std::ranges::count(lines, "3"), 0);
}

TEST(ReadingOrder, HeadOfASinglePageIsToldByItsShape) {
    PageBuilder page;
    page.text(60, 40, "Gemeente Lindewaard bestemmingsplan Dorp", 8);
    page.text(60, 80, "4.2.1 Gebouwen", 10, true);
    fill(page, 60, 100, 10, "tekst");
    page.text(250, 815, "pagina 12 van 30", 8);
    const std::vector<std::string> lines = texts(read_lines({page.page()}));
    ASSERT_EQ(lines.size(), 11U);
    EXPECT_EQ(lines.front(), "4.2.1 Gebouwen");
}

TEST(ReadingOrder, BrokenWordsAreJoinedButPairsAreNot) {
    PageBuilder page;
    page.text(60, 100, "ten hoogste de maximale goot- en bouwhoogte en de opper-");
    page.text(60, 114, "vlakte van alle aan-");
    page.text(60, 128, "en uitbouwen, en van niet-");
    page.text(60, 142, "vrijstaande gebouwen in Noord-");
    page.text(60, 156, "Holland.");
    const std::vector<Line> lines = read_lines({page.page()});
    std::vector<FlowWord> words;
    for (const Line& line : lines) words.insert(words.end(), line.words.begin(), line.words.end());
    const auto has = [&](std::string_view text) { return std::any_of(words.begin(), words.end(), [&](const FlowWord& word) { return word.text == text; }); };
    EXPECT_TRUE(has("oppervlakte"));
    EXPECT_TRUE(has("aan-"));
    EXPECT_TRUE(has("niet-vrijstaande"));
    EXPECT_TRUE(has("Noord-Holland."));
    const auto joined = std::find_if(words.begin(), words.end(), [](const FlowWord& word) { return word.text == "oppervlakte"; });
    EXPECT_EQ(joined->boxes.size(), 2U);
}

TEST(ReadingOrder, RaisedTwoBelongsToItsMetre) {
    PageBuilder page;
    page.text(60, 100, "de oppervlakte bedraagt 40 m");
    const double end = page.page().words.back().box.x1;
    page.raised(end + 0.5, 98, "2;");
    const std::vector<std::string> lines = texts(read_lines({page.page()}));
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0], "de oppervlakte bedraagt 40 m2;");
}

TEST(ReadingOrder, FootnotesAreSetApart) {
    PageBuilder page;
    fill(page, 60, 100, 30, "tekst", 9);
    page.ruling(60, 700, 180, 700);
    page.text(60, 706, "1 Zie de toelichting bij dit artikel.", 7);
    const std::vector<Line> lines = read_lines({page.page()});
    ASSERT_EQ(lines.size(), 31U);
    EXPECT_TRUE(lines.back().footnote);
    EXPECT_FALSE(lines[29].footnote);
}

TEST(ReadingOrder, ParagraphsByWhiteSpaceAndShortLines) {
    PageBuilder page;
    fill(page, 60, 100, 3, "een");
    page.text(60, 142, "kort.");
    fill(page, 60, 156, 3, "twee");
    fill(page, 60, 220, 3, "drie");
    const std::vector<Line> lines = read_lines({page.page()});
    std::vector<std::string> starts;
    for (const Line& line : lines) {
        if (line.starts_paragraph) starts.push_back(line.words.front().text);
    }
    EXPECT_EQ(starts, (std::vector<std::string>{"een0", "twee0", "drie0"}));
}

TEST(ReadingOrder, ALostPageShowsInThePrintedNumbers) {
    std::vector<TextPage> pages;
    for (int i = 1; i <= 3; ++i) {
        PageBuilder page(i);
        fill(page, 60, 100, 10, "tekst");
        page.text(290, 810, std::to_string(i == 3 ? 4 : i), 8);
        pages.push_back(page.page());
    }
    EXPECT_EQ(page_gaps(pages), (std::vector<PageGap>{{3, 2, 4}}));
}

TEST(ReadingOrder, EveryWordStandsOnceAndMuchIsReadQuickly) {
    TextPage page;
    page.width = 595;
    page.height = 842;
    unsigned state = 7;
    const auto next = [&] { return state = state * 1664525U + 1013904223U; };
    for (int i = 0; i < 200'000; ++i) {
        Word word;
        word.text = "w";
        word.box.x0 = next() % 590;
        word.box.y0 = next() % 830;
        word.box.x1 = word.box.x0 + 1 + next() % 20;
        word.box.y1 = word.box.y0 + 1 + next() % 12;
        page.words.push_back(word);
    }
    const std::vector<Line> lines = read_lines({page});
    std::size_t words = 0;
    for (const Line& line : lines) words += line.words.size();
    EXPECT_LE(words, page.words.size());
}

}  // namespace
}  // namespace planlezer
