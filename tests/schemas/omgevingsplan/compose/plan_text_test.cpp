#include "schemas/omgevingsplan/compose/plan_text.hpp"

#include <gtest/gtest.h>

#include "schemas/omgevingsplan/compose/text_ids.hpp"
#include "tests/schemas/omgevingsplan/compose/plan_of_rules.hpp"

namespace planlezer::omgevingsplan {
namespace {

using testing::article;
using testing::plan_of_rules;

void show(const std::vector<Block>& blocks, const std::string& indent, std::string& text) {
    for (const Block& block : blocks) {
        for (const Run& run : block.al) text += indent + run.text + "\n";
        if (block.table) text += indent + "table " + block.table->e_id + "\n";
        if (!block.list) continue;
        for (const ListItem& item : block.list->items) {
            text += indent + (item.number.empty() ? "*" : item.number) + " " + item.e_id + "\n";
            show(item.blocks, indent + "  ", text);
        }
    }
}

/// Number, heading and eId of every part, with what it holds.
std::string shown(const std::vector<Part>& parts, const std::string& indent = {}) {
    std::string text;
    for (const Part& part : parts) {
        text += indent + part.number + " " + part.heading + " " + part.e_id + "\n";
        show(part.blocks, indent + "  ", text);
        text += shown(part.parts, indent + "  ");
    }
    return text;
}

PlanText text_of(const PlanResult& plan) {
    PlanText text = plan_text(plan, "22a");
    give_ids(text.parts, "gm9920_tag");
    return text;
}

TEST(PlanText, KeepsTheOutlineAndItsNumbers) {
    const PlanText text = text_of(plan_of_rules());
    EXPECT_EQ(shown(text.parts),
              "22a Dorp chp_22a\n"
              "  22a.2 Bestemmingsregels chp_22a__subchp_22a.2\n"
              "    22a.4 Wonen chp_22a__subchp_22a.2__subsec_22a.4\n"
              "      22a.4.1 Bestemmingsomschrijving chp_22a__subchp_22a.2__subsec_22a.4__art_22a.4.1\n"
              "        De gronden zijn bestemd voor wonen.\n"
              "      22a.4.2 Bouwregels chp_22a__subchp_22a.2__subsec_22a.4__art_22a.4.2\n"
              "        Voor het bouwen geldt:\n"
              "        a. chp_22a__subchp_22a.2__subsec_22a.4__art_22a.4.2__list_o_1__item_a\n"
              "          gebouwen staan in het bouwvlak;\n"
              "        b. chp_22a__subchp_22a.2__subsec_22a.4__art_22a.4.2__list_o_1__item_b\n"
              "          de bouwhoogte is ten hoogste 10 m.\n");
    EXPECT_EQ(text.leaves.size(), 2U);
    EXPECT_EQ(text.leaf_of.at("art_4__lid_4.2__ond_b"), 1U);
    EXPECT_EQ(text.leaves[0].bestemming, "Wonen");
    EXPECT_EQ(text.parts[0].parts[0].parts[0].parts[1].w_id, "gm9920_tag__chp_22a__subchp_22a.2__subsec_22a.4__art_22a.4.2");
}

TEST(PlanText, LedenOfALidAreItsLeden) {
    PlanResult plan = plan_of_rules();
    plan.articles.push_back(article("l1", "lid", "4.2.1", "Hoofdgebouwen", "art_4__lid_4.2", "Een hoofdgebouw is ten hoogste 9 m hoog."));
    plan.articles.push_back(article("l2", "lid", "4.2.2", "", "art_4__lid_4.2"));
    plan.articles.push_back(article("l2a", "onderdeel", "-", "", "l2", "een kap;"));
    plan.articles[3].passages.push_back({PassageKind::alinea, 4, "Dit geldt niet voor kelders.", 0, 0, 0, {}, 1.0});
    const PlanText text = text_of(plan);
    const Part& bouwregels = text.parts[0].parts[0].parts[0].parts[1];
    EXPECT_TRUE(bouwregels.blocks.empty());
    const std::string path = "chp_22a__subchp_22a.2__subsec_22a.4__art_22a.4.2__para_";
    EXPECT_EQ(shown(bouwregels.parts), "4.2  " + path + "4.2\n  Voor het bouwen geldt:\n  a. " + path + "4.2__list_o_1__item_a\n    gebouwen staan in het bouwvlak;\n  b. " + path +
                                           "4.2__list_o_1__item_b\n    de bouwhoogte is ten hoogste 10 m.\n4.2.1  " + path + "4.2.1\n  Hoofdgebouwen\n  Een hoofdgebouw is ten hoogste 9 m hoog.\n4.2.2  " +
                                           path + "4.2.2\n  * " + path + "4.2.2__list_o_1__item_o_1\n    een kap;\n  Dit geldt niet voor kelders.\n");
    EXPECT_EQ(text.leaf_of.at("l2a"), text.leaf_of.at("l2"));
}

TEST(PlanText, AnOldPlanCountsItsLedenAnew) {
    PlanResult plan = plan_of_rules();
    plan.articles = {article("a3", "artikel", "3", "Woondoeleinden", ""), article("a3l1", "lid", "1", "", "a3", "Wonen mag."),
                     article("a4", "artikel", "4", "Tuin", ""), article("a4l1", "lid", "1", "", "a4", "Tuinieren mag.")};
    EXPECT_EQ(shown(text_of(plan).parts),
              "22a Dorp chp_22a\n"
              "  22a.3 Woondoeleinden chp_22a__subsec_22a.3\n"
              "    22a.3.1  chp_22a__subsec_22a.3__art_22a.3.1\n"
              "      Wonen mag.\n"
              "  22a.4 Tuin chp_22a__subsec_22a.4\n"
              "    22a.4.1  chp_22a__subsec_22a.4__art_22a.4.1\n"
              "      Tuinieren mag.\n");
}

TEST(PlanText, ANumberThatIsTakenGetsAnInstance) {
    PlanResult plan = plan_of_rules();
    plan.articles = {article("a3", "artikel", "3.", "Wonen", "", "Wonen mag."), article("a3__2", "artikel", "3", "Tuin", "", "Tuinieren mag."),
                     article("a3__3", "artikel", "§", "Water", "", "Varen mag.")};
    const PlanText text = text_of(plan);
    const std::vector<Part>& parts = text.parts[0].parts;
    EXPECT_EQ(parts[0].e_id, "chp_22a__subsec_22a.3");
    EXPECT_EQ(parts[1].e_id, "chp_22a__subsec_22a.3_inst2");
    EXPECT_EQ(parts[2].e_id, "chp_22a__subsec_22a");
}

TEST(PlanText, WhatDoesNotBindStaysOutAndIsNamed) {
    PlanResult plan = plan_of_rules();
    plan.articles.push_back(article("b1", "bijlage", "1", "Staat van bedrijfsactiviteiten", "", "Bakkerij."));
    plan.articles.push_back(article("t1", "artikel", "1", "Inleiding", "", "Waarom dit plan."));
    plan.articles.back().section = SectionRole::toelichting;
    plan.articles.push_back(article("a9", "artikel", "9", "Leeg", "hst_2"));
    const PlanText text = text_of(plan);
    EXPECT_EQ(text.leaves.size(), 2U);
    ASSERT_EQ(text.remarks.size(), 2U);
    EXPECT_EQ(text.remarks[0].words, "Staat van bedrijfsactiviteiten");
    EXPECT_EQ(text.remarks[1].words, "Leeg");
}

TEST(PlanText, ATableOfAListItemStandsBesideTheList) {
    PlanResult plan = plan_of_rules();
    const Passage table{PassageKind::tabel, 0, "", 2, 2, 1, {{0, 0, 1, 1, true, "klasse"}, {0, 1, 1, 1, true, "hoogte"}, {1, 0, 1, 1, false, "A"}, {1, 1, 1, 1, false, "9 m"}}, 1.0};
    plan.articles[4].passages.push_back(table);
    plan.articles[4].passages.push_back({PassageKind::alinea, 0, "Dit geldt overal.", 0, 0, 0, {}, 1.0});
    const PlanText text = text_of(plan);
    const std::string path = "chp_22a__subchp_22a.2__subsec_22a.4__art_22a.4.2__";
    EXPECT_EQ(shown({text.parts[0].parts[0].parts[0].parts[1]}),
              "22a.4.2 Bouwregels " + path.substr(0, path.size() - 2) + "\n  Voor het bouwen geldt:\n  a. " + path + "list_o_1__item_a\n    gebouwen staan in het bouwvlak;\n  table " + path +
                  "table_o_1\n  Dit geldt overal.\n  b. " + path + "list_o_2__item_b\n    de bouwhoogte is ten hoogste 10 m.\n");
}

TEST(PlanText, WordsUnderEachOtherAreNoTable) {
    PlanResult plan = plan_of_rules();
    plan.articles[2].passages = {{PassageKind::tabel, 0, "", 2, 1, 1, {{0, 0, 1, 1, true, "wonen"}, {1, 0, 1, 1, false, "tuinen"}}, 1.0}};
    const PlanText text = text_of(plan);
    const std::vector<Block>& blocks = text.parts[0].parts[0].parts[0].parts[0].blocks;
    ASSERT_EQ(blocks.size(), 2U);
    EXPECT_EQ(blocks[1].al.front().text, "tuinen");
}

TEST(PlanText, DoubtfulWordsAreNamed) {
    PlanResult plan = plan_of_rules();
    plan.articles[5].passages[0].confidence = 0.3;
    const PlanText text = text_of(plan);
    ASSERT_EQ(text.remarks.size(), 1U);
    EXPECT_EQ(text.remarks[0].words, "de bouwhoogte is ten hoogste 10 m.");
    EXPECT_EQ(text.remarks[0].place, "regels.pdf, blz. 3");
}

TEST(PlanText, ATableKeepsItsCellsAndItsHead) {
    PlanResult plan = plan_of_rules();
    plan.articles[3].passages.push_back({PassageKind::tabel, 2, "*) met kap", 2, 2, 2, {{0, 0, 3, 2, true, "hoogte"}, {1, 0, 1, 1, false, "schuur"}, {1, 1, 1, 9, false, "3 m"}, {7, 0, 1, 1, false, "buiten"}}, 1.0});
    const PlanText text = text_of(plan);
    const std::vector<Block>& blocks = text.parts[0].parts[0].parts[0].parts[1].blocks;
    ASSERT_EQ(blocks.size(), 4U);
    ASSERT_TRUE(blocks[2].table.has_value());
    const TextTable& table = *blocks[2].table;
    EXPECT_EQ(table.head_rows, 1) << "a table has a body";
    ASSERT_EQ(table.cells.size(), 3U);
    EXPECT_EQ(table.cells[0].column_span, 2);
    EXPECT_EQ(table.cells[0].row_span, 1) << "a cell of the head ends with it";
    EXPECT_EQ(table.cells[2].column_span, 1) << "no cell passes the edge";
    EXPECT_EQ(blocks[3].al.front().text, "*) met kap");
}

}  // namespace
}  // namespace planlezer::omgevingsplan
