// Tables, ruled and unruled: cells, spans, heads, notes, continuation; lists are none.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/layout/tables.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "rules/layout/reading_order.hpp"
#include "tests/support/page_builder.hpp"

namespace planlezer {
namespace {

using test::PageBuilder;

std::string cell_text(const Line& line, int row, int column) {
    for (const Cell& cell : line.table->cells) {
        if (cell.row != row || cell.column != column) continue;
        std::string text;
        for (std::size_t w = cell.text.begin; w < cell.text.end; ++w) text.append(text.empty() ? "" : " ").append(line.words[w].text);
        return text;
    }
    return "(geen)";
}

const Line* only_table(const std::vector<Line>& lines) {
    const Line* found = nullptr;
    for (const Line& line : lines) {
        if (!line.table) continue;
        EXPECT_EQ(found, nullptr) << "more than one table";
        found = &line;
    }
    return found;
}

/// A ruled table of bouwwerken, its heads on two levels.
PageBuilder ruled_page(int number, double top, bool heads, const std::vector<std::vector<std::string>>& rows) {
    PageBuilder page(number);
    const std::vector<double> xs{60, 260, 360, 460};
    std::vector<double> ys{top};
    double y = top;
    if (heads) {
        page.text(65, y + 12, "Bouwwerk", 10, true).text(300, y + 4, "Maximale hoogte", 10, true);
        page.ruling(260, y + 20, 460, y + 20);
        page.text(265, y + 24, "goothoogte", 10, true).text(365, y + 24, "bouwhoogte", 10, true);
        page.ruling(360, y + 20, 360, y + 40);
        y += 40;
        ys.push_back(y);
    }
    for (const std::vector<std::string>& row : rows) {
        for (std::size_t c = 0; c < row.size(); ++c) page.text(xs[c] + 5, y + 4, row[c]);
        page.ruling(360, y, 360, y + 20);
        y += 20;
        ys.push_back(y);
    }
    for (const double at : ys) page.ruling(60, at, 460, at);
    for (const double x : {60.0, 260.0, 460.0}) page.ruling(x, ys.front(), x, ys.back());
    return page;
}

TEST(Tables, RuledWithMergedHeads) {
    const PageBuilder page = ruled_page(1, 200, true, {{"hoofdgebouwen", "6 m", "10 m"}, {"bijgebouwen", "-", "4,5 m"}});
    const std::vector<Line> lines = read_lines({page.page()});
    const Line* line = only_table(lines);
    ASSERT_NE(line, nullptr);
    EXPECT_EQ(line->table->rows, 4);
    EXPECT_EQ(line->table->columns, 3);
    EXPECT_EQ(line->table->head_rows, 2);
    EXPECT_EQ(line->table->head_columns, 1);
    EXPECT_TRUE(line->table->understood);
    EXPECT_EQ(cell_text(*line, 0, 0), "Bouwwerk");
    EXPECT_EQ(cell_text(*line, 0, 1), "Maximale hoogte");
    EXPECT_EQ(cell_text(*line, 1, 2), "bouwhoogte");
    EXPECT_EQ(cell_text(*line, 3, 1), "-");
    const auto merged = std::find_if(line->table->cells.begin(), line->table->cells.end(), [](const Cell& cell) { return cell.row == 0 && cell.column == 1; });
    EXPECT_EQ(merged->column_span, 2);
}

TEST(Tables, RunsOnOverThePage) {
    std::vector<TextPage> pages{ruled_page(1, 600, true, {{"hoofdgebouwen", "6 m", "10 m"}}).page(),
                                ruled_page(2, 100, false, {{"bijgebouwen", "3 m", "5 m"}, {"carports", "-", "3 m"}}).page()};
    const std::vector<Line> lines = read_lines(pages);
    const Line* line = only_table(lines);
    ASSERT_NE(line, nullptr);
    EXPECT_EQ(line->table->rows, 5);
    EXPECT_EQ(cell_text(*line, 4, 0), "carports");
    EXPECT_EQ(line->words.back().page, 2);
}

TEST(Tables, RepeatedHeadsAreNotRowsOfValues) {
    std::vector<TextPage> pages{ruled_page(1, 600, true, {{"hoofdgebouwen", "6 m", "10 m"}}).page(),
                                ruled_page(2, 100, true, {{"bijgebouwen", "3 m", "5 m"}}).page()};
    const std::vector<Line> lines = read_lines(pages);
    const Line* line = only_table(lines);
    ASSERT_NE(line, nullptr);
    EXPECT_EQ(line->table->rows, 4);
    EXPECT_EQ(cell_text(*line, 3, 0), "bijgebouwen");
}

PageBuilder unruled_page(bool heads) {
    PageBuilder page;
    page.text(60, 80, "Voor het bouwen gelden de volgende maten voor de gebouwen in dit gebied:");
    double y = 110;
    if (heads) page.text(60, y, "bouwwerk").text(260, y, "goothoogte").text(380, y, "bouwhoogte");
    for (const auto& [name, goot, bouw] : {std::tuple("hoofdgebouwen", "6 m", "10 m"), {"bijgebouwen", "3 m", "5 m"}, {"carports", "-", "3,5 m"}, {"overkappingen", "-", "3 m"}}) {
        y += 16;
        page.text(60, y, name).text(260, y, goot).text(380, y, bouw);
    }
    page.text(60, y + 40, "Na de tabel gaat de tekst van dit artikel gewoon verder op de pagina.");
    return page;
}

TEST(Tables, UnruledByWhiteSpace) {
    const std::vector<Line> lines = read_lines({unruled_page(true).page()});
    const Line* line = only_table(lines);
    ASSERT_NE(line, nullptr);
    EXPECT_EQ(line->table->rows, 5);
    EXPECT_EQ(line->table->columns, 3);
    EXPECT_EQ(line->table->head_rows, 1);
    EXPECT_TRUE(line->table->understood);
    EXPECT_EQ(cell_text(*line, 3, 2), "3,5 m");
    EXPECT_EQ(lines.size(), 3U);
}

TEST(Tables, LinesBetweenRowsOnly) {
    PageBuilder page;
    double y = 100;
    page.ruling(60, y, 480, y);
    for (const auto& [name, more, hoogte] : {std::tuple("bouwwerk", "", "bouwhoogte"), {"gebouwen, ook", "kassen", "10 m"}, {"erfafscheidingen", "", "2 m"}, {"masten", "", "15 m"}}) {
        page.text(65, y + 4, name).text(365, y + 4, hoogte);
        y += 18;
        if (*more != '\0') {
            page.text(65, y, more);
            y += 14;
        }
        page.ruling(60, y, 480, y);
    }
    const std::vector<Line> lines = read_lines({page.page()});
    const Line* line = only_table(lines);
    ASSERT_NE(line, nullptr);
    EXPECT_EQ(line->table->rows, 4);
    EXPECT_EQ(line->table->columns, 2);
    EXPECT_EQ(line->table->head_rows, 1);
    EXPECT_EQ(cell_text(*line, 1, 0), "gebouwen, ook kassen");
    EXPECT_EQ(cell_text(*line, 3, 1), "15 m");
}

TEST(Tables, WithoutHeadsIsNotUnderstood) {
    const std::vector<Line> lines = read_lines({unruled_page(false).page()});
    const Line* line = only_table(lines);
    ASSERT_NE(line, nullptr);
    EXPECT_FALSE(line->table->understood);
}

TEST(Tables, NoteBelowGoesWithItsMark) {
    PageBuilder page;
    page.text(60, 100, "bouwwerk").text(260, 100, "hoogte");
    double y = 100;
    for (const auto& [name, hoogte] : {std::pair("hoofdgebouwen", "10 m"), {"silo's", "18 m*"}, {"carports", "3 m"}}) {
        y += 16;
        page.text(60, y, name).text(260, y, hoogte);
    }
    page.text(60, y + 30, "* binnen 50 m van een woning ten hoogste 11 m.");
    const std::vector<Line> lines = read_lines({page.page()});
    const Line* line = only_table(lines);
    ASSERT_NE(line, nullptr);
    ASSERT_EQ(line->table->footnotes.size(), 1U);
    EXPECT_EQ(lines.size(), 1U);
}

TEST(Tables, ListsAndContentsAreNone) {
    PageBuilder page;
    double y = 100;
    for (const char* label : {"a.", "b.", "c.", "d."}) {
        page.text(60, y, label).text(100, y, "3 m voor een gebouw;");
        y += 16;
    }
    for (const auto& [name, number] : {std::pair("Artikel 1 Begrippen", "3"), {"Artikel 2 Wonen", "5"}, {"Artikel 3 Tuin", "7"}, {"Artikel 4 Groen", "8"}}) {
        y += 16;
        page.text(60, y, name).text(480, y, number);
    }
    for (const Line& line : read_lines({page.page()})) EXPECT_FALSE(line.table) << line.words.front().text;
}

TEST(Tables, FrameAroundTextIsNone) {
    PageBuilder page;
    page.frame({40, 560}, {40, 800});
    for (int i = 0; i < 30; ++i) page.text(60, 80 + 14 * i, "gewone tekst van een pagina met een kader er omheen");
    for (const Line& line : read_lines({page.page()})) EXPECT_FALSE(line.table);
}

}  // namespace
}  // namespace planlezer
