#include "rules/assemble/articles.hpp"

#include <gtest/gtest.h>

#include "rules/outline/outline.hpp"
#include "schemas/rulebook/sections.hpp"
#include "tests/support/text_lines.hpp"

namespace planlezer {

namespace {

/// "id [section] heading" of every article, and below it "  after kind: text" of its passages.
std::string shown(const std::vector<Article>& articles) {
    std::string text;
    for (const Article& article : articles) {
        text += article.id + " [" + std::string(section_role_text(article.section)) + "] " + article.heading + "\n";
        for (const Passage& passage : article.passages) {
            text += "  " + std::to_string(passage.after) + " " + std::string(passage_kind_text(passage.kind)) + ": " + passage.text;
            for (const TextCell& cell : passage.cells) text += "|" + cell.text;
            text += "\n";
        }
    }
    return text;
}

struct Read {
    DocumentText text;
    std::vector<Article> articles;
};

Read read(const std::string& words) {
    Read result;
    result.text = read_outline(test::lines_from_text(words), load_sections(std::string(PLANLEZER_BOOK) + "/afdelingen.toml"), DocumentRole::regels);
    append_articles(result.text, "regels.pdf", result.articles);
    return result;
}

TEST(Articles, HoldTheirWordsInReadingOrder) {
    const Read found = read(
        "## Artikel 4 Wonen\n\n### 4.2 Bouwregels\n\nVoor het bouwen gelden de volgende regels:\n\n- a. gebouwen staan in het bouwvlak;\n- b. de "
        "bouwhoogte is ten hoogste 10 m;\n\nmet dien verstande dat kelders zijn toegestaan.\n\n## Artikel 5 Groen\n\n### 5.1 "
        "Bestemmingsomschrijving\n\nDe gronden zijn bestemd voor groen.\n");
    EXPECT_EQ(shown(found.articles),
              "art_4 [unknown] Wonen\n"
              "art_4__lid_4.2 [rule] Bouwregels\n"
              "  0 alinea: Voor het bouwen gelden de volgende regels:\n"
              "  2 alinea: met dien verstande dat kelders zijn toegestaan.\n"
              "art_4__lid_4.2__ond_a [rule] \n"
              "  0 alinea: gebouwen staan in het bouwvlak;\n"
              "art_4__lid_4.2__ond_b [rule] \n"
              "  0 alinea: de bouwhoogte is ten hoogste 10 m;\n"
              "art_5 [unknown] Groen\n"
              "art_5__lid_5.1 [description] Bestemmingsomschrijving\n"
              "  0 alinea: De gronden zijn bestemd voor groen.\n");
}

TEST(Articles, HoldTheirTables) {
    const Read found = read("## Artikel 4 Wonen\n\n### 4.2 Bouwregels\n\n| | bouwhoogte |\n|---|---|\n| hoofdgebouw | 10 m |\n");
    ASSERT_EQ(found.articles.size(), 2U);
    ASSERT_EQ(found.articles[1].passages.size(), 1U) << shown(found.articles);
    const Passage& table = found.articles[1].passages[0];
    EXPECT_EQ(table.kind, PassageKind::tabel);
    EXPECT_EQ(table.rows, 2);
    EXPECT_EQ(table.columns, 2);
    EXPECT_NE(shown(found.articles).find("|hoofdgebouw|10 m"), std::string::npos) << shown(found.articles);
}

TEST(Articles, EveryNodeKnowsThePublishedPartItStandsIn) {
    const Read found = read("Inleiding zonder artikel.\n\n## Artikel 4 Wonen\n\n### 4.2 Bouwregels\n\nDe bouwhoogte is ten hoogste 10 m.\n");
    ASSERT_FALSE(found.text.nodes.empty());
    EXPECT_EQ(found.text.nodes.front().id, "");
    EXPECT_EQ(found.text.nodes.back().id, "art_4__lid_4.2");
}

}  // namespace
}  // namespace planlezer
