// The role of a document from its name and content, draft signs, the plan's name.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/roles/document_nature.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "rules/outline/outline.hpp"
#include "tests/support/text_lines.hpp"

namespace planlezer {
namespace {

const Sections& book() {
    static const Sections sections = load_sections(std::filesystem::path(PLANLEZER_BOOK) / "afdelingen.toml");
    return sections;
}

struct Judged {
    DocumentText text;
    DocumentNature nature;
};

Judged judge(const std::string& file, std::string_view content) {
    const std::vector<Line> lines = test::lines_from_text(content);
    Judged judged;
    judged.text = read_outline(lines, book(), name_role(file));
    judged.nature = judge_document(file, lines, judged.text, book());
    return judged;
}

constexpr std::string_view rules_text = R"(# Hoofdstuk 1 Inleidende regels
# Artikel 1 Begrippen
In deze regels wordt verstaan onder:
## 1.1 plan:
het bestemmingsplan "Kom Oudergeest" met identificatienummer NL.IMRO.9920.BP01-VA01;
# Artikel 2 Wijze van meten
Bij toepassing van deze regels wordt als volgt gemeten:
## 2.1 de bouwhoogte van een bouwwerk
vanaf het peil.
# Artikel 3 Wonen
## 3.1 Bestemmingsomschrijving
De voor 'Wonen' aangewezen gronden zijn bestemd voor wonen.
## 3.2 Bouwregels
Voor het bouwen gelden de volgende regels:
- a. de bouwhoogte bedraagt ten hoogste 9 m.
)";

constexpr std::string_view prose_text = R"(# Toelichting
# Hoofdstuk 1 Inleiding
De initiatiefnemer wil in het plangebied woningen bouwen. In dit hoofdstuk wordt de aanleiding beschreven.
# Hoofdstuk 5 Juridische aspecten
# Artikel 1 Begrippen
In dit artikel zijn begrippen opgenomen die in de regels worden gebruikt.
# Artikel 3 Wonen
Binnen deze bestemming is opgenomen dat de bouwhoogte 9 m bedraagt. Voor het plangebied is gekozen voor maatwerk.
)";

TEST(NameRole, FollowsTheImroLetterOrTheWord) {
    EXPECT_EQ(name_role("map/r_NL.IMRO.0001.Dorp-VA01.pdf"), DocumentRole::regels);
    EXPECT_EQ(name_role("t_NL.IMRO.0001.Dorp-VA01.pdf"), DocumentRole::toelichting);
    EXPECT_EQ(name_role("v_NL.IMRO.0001.Dorp-VA01.pdf"), DocumentRole::verbeelding);
    EXPECT_EQ(name_role("k_NL.IMRO.0001.Dorp-VA01.pdf"), DocumentRole::verbeelding);
    EXPECT_EQ(name_role("b_NL.IMRO.0001.Dorp-VA01.pdf"), DocumentRole::other);
    EXPECT_EQ(name_role("Voorschriften 1984.pdf"), DocumentRole::voorschriften);
    EXPECT_EQ(name_role("Plankaart-Dorp.tif"), DocumentRole::verbeelding);
    EXPECT_EQ(name_role("bijlagen bij de regels.pdf"), DocumentRole::other);
    EXPECT_EQ(name_role("dorp.pdf"), DocumentRole::other);
    EXPECT_EQ(name_role("verkeersregelsluis.pdf"), DocumentRole::other);
}

TEST(DocumentNature, RulesAreRulesWhateverTheNameSays) {
    EXPECT_EQ(judge("dorp.pdf", rules_text).nature.role, DocumentRole::regels);
    const Judged misnamed = judge("t_NL.IMRO.9920.BP01-VA01.pdf", rules_text);
    EXPECT_EQ(misnamed.nature.role, DocumentRole::regels);
    for (const Node& node : misnamed.text.nodes) EXPECT_NE(node.section, SectionRole::toelichting) << misnamed.text.text(node.heading);
}

TEST(DocumentNature, ProseAboutArticlesIsToelichting) {
    for (const char* file : {"dorp.pdf", "t_NL.IMRO.9920.BP01-VA01.pdf"}) {
        const Judged judged = judge(file, prose_text);
        EXPECT_EQ(judged.nature.role, DocumentRole::toelichting) << file << test::outline_text(judged.text);
        for (const Node& node : judged.text.nodes) EXPECT_EQ(node.section, SectionRole::toelichting);
    }
}

TEST(DocumentNature, CombinedFileIsSplitBySection) {
    for (const char* file : {"dorp.pdf", "t_NL.IMRO.9920.BP01-VA01.pdf"}) {
        const Judged judged = judge(file, std::string(prose_text) + "# Regels\n" + std::string(rules_text));
        EXPECT_EQ(judged.nature.role, DocumentRole::regels);
        std::size_t prose = 0;
        for (const Node& node : judged.text.nodes) {
            if (node.section == SectionRole::toelichting) ++prose;
            if (node.label == "3.2" || node.number == "3.2 onder a") {
                EXPECT_EQ(node.section, SectionRole::rule) << file << test::outline_text(judged.text);
            }
        }
        EXPECT_EQ(prose, 5U);
    }
}

TEST(DocumentNature, AnExcerptOfRulesIsNoToelichting) {
    const Judged judged = judge("stuk.pdf", "- c. de bouwhoogte bedraagt ten hoogste 9 m;\n- d. de goothoogte bedraagt ten hoogste 6 m.\n");
    EXPECT_NE(judged.nature.role, DocumentRole::toelichting);
    for (const Node& node : judged.text.nodes) EXPECT_NE(node.section, SectionRole::toelichting);
}

TEST(DocumentNature, DraftByVersionOrTitlePage) {
    EXPECT_TRUE(judge("r_NL.IMRO.9920.BP01-ON01.pdf", rules_text).nature.draft);
    EXPECT_FALSE(judge("r_NL.IMRO.9920.BP01-VA01.pdf", rules_text).nature.draft);
    EXPECT_TRUE(judge("dorp.pdf", "# Voorontwerp bestemmingsplan Dorp\n# Artikel 1 Begrippen\n").nature.draft);
    EXPECT_FALSE(judge("dorp.pdf", "a. de bouwhoogte is ten hoogste 6 m dan wel de bij het ontwerpplan bestaande hoogte;\n").nature.draft)
        << "a short page of rules is no title page";
    EXPECT_FALSE(judge("dorp.pdf", "# Bestemmingsplan Dorp\nOntwerp: 1 mei 2012\nVastgesteld: 3 juli 2013\n").nature.draft);
}

TEST(DocumentNature, PlanNameFromItsDefinition) { EXPECT_EQ(judge("dorp.pdf", rules_text).nature.plan_name, "Kom Oudergeest"); }

TEST(DocumentNature, EnglishIsNotDutch) {
    std::string text;
    for (int i = 0; i < 20; ++i) text += "The building height of the station shall not exceed ten metres above ground level. ";
    EXPECT_FALSE(judge("station.pdf", text).nature.dutch);
    EXPECT_TRUE(judge("dorp.pdf", rules_text).nature.dutch);
}

}  // namespace
}  // namespace planlezer
