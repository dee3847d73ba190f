#include "tests/schemas/omgevingsplan/validate/edits.hpp"

namespace planlezer::omgevingsplan::testing {

namespace {

const std::string one = "chp_1__art_1.1";
const std::string list_before = "<Inhoud><Al>De bouwhoogte";
const std::string article_end = "bepaalde waarde.</Al></Inhoud>\n      </Artikel>";

/// A list or table behind the paragraph of article 1.1, with ids of its own.
void add_to_article(Edited& p, const std::string& content) {
    p.replace("besluit.xml", article_end, "bepaalde waarde.</Al>" + content + "</Inhoud></Artikel>");
}

std::string ids(const std::string& tail) {
    return "eId=\"" + one + "__" + tail + "\" wId=\"gm9920_planlezer1__" + one + "__" + tail + "\"";
}

std::string table(const std::string& columns, const std::string& rows) {
    return "<table " + ids("table_o_1") + "><tgroup cols=\"2\">" + columns + "<tbody>" + rows + "</tbody></tgroup></table>";
}

const std::string two_columns = "<colspec colname=\"c1\"/><colspec colname=\"c2\"/>";
const std::string row = "<row><entry colname=\"c1\"><Al>a</Al></entry><entry colname=\"c2\"><Al>b</Al></entry></row>";

}  // namespace

std::vector<Edit> text_edits() {
    return {
        {"",
         "a list and a table that are right",
         'a',
         [](Edited& p) {
             add_to_article(p, "<Lijst " + ids("list_o_1") + " type=\"expliciet\"><Li " + ids("list_o_1__item_a") +
                                   "><LiNummer>a.</LiNummer><Al>x</Al></Li></Lijst>" + table(two_columns, row + row));
         },
         {}},
        {"STOP0001",
         "numbers in a list without",
         'a',
         [](Edited& p) {
             add_to_article(p, "<Lijst " + ids("list_o_1") + " type=\"ongemarkeerd\"><Li " + ids("list_o_1__item_a") +
                                   "><LiNummer>a.</LiNummer><Al>x</Al></Li></Lijst>");
         },
         {"RNG"}},
        {"STOP0002",
         "no number in a numbered list",
         'a',
         [](Edited& p) {
             add_to_article(p, "<Lijst " + ids("list_o_1") + " type=\"expliciet\"><Li " + ids("list_o_1__item_o_1") +
                                   "><Al>x</Al></Li></Lijst>");
         },
         {"RNG"}},
        {"STOP0005",
         "empty paragraph",
         'a',
         [](Edited& p) { p.replace("besluit.xml", "<Al>Dit besluit treedt in werking op 15 januari 2027.</Al>", "<Al> </Al>"); },
         {}},
        {"STOP0006",
         "empty heading",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", "<Kop><Label>Artikel</Label><Nummer>II</Nummer></Kop>", "<Kop><Label/></Kop>");
         },
         {}},
        {"STOP0009",
         "table in a list",
         'a',
         [](Edited& p) {
             const std::string inside = "<table eId=\"" + one + "__list_o_1__item_a__table_o_1\" wId=\"gm9920_planlezer1__" +
                                        one + "__list_o_1__item_a__table_o_1\"><tgroup cols=\"2\">" + two_columns + "<tbody>" +
                                        row + "</tbody></tgroup></table>";
             add_to_article(p, "<Lijst " + ids("list_o_1") + " type=\"expliciet\"><Li " + ids("list_o_1__item_a") +
                                   "><LiNummer>a.</LiNummer>" + inside + "</Li></Lijst>");
         },
         {}},
        {"STOP0010",
         "IntRef to nothing",
         'a',
         [](Edited& p) { p.replace("besluit.xml", "Dit besluit treedt", "Dit <IntRef ref=\"art_X\">besluit</IntRef> treedt"); },
         {}},
        {"STOP0011",
         "IntIoRef to nothing",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml",
                       "ref=\"gm9920_planlezer1__cmp_I__content_o_1__list_o_1__item_o_2__ref_o_1\">maximum goothoogte",
                       "ref=\"gm9920_planlezer1__cmp_I__content_o_1__list_o_1__item_o_9__ref_o_1\">maximum goothoogte");
         },
         {}},
        {"STOP0011",
         "IntIoRef to nothing in a change",
         'b',
         [](Edited& p) {
             p.replace("besluit.xml",
                       "ref=\"gm9920_planlezer1__cmp_IIA__content_o_1__list_o_1__item_o_2__ref_o_1\">maximum goothoogte",
                       "ref=\"gm9920_planlezer1__cmp_IIA__content_o_1__list_o_1__item_o_9__ref_o_1\">maximum goothoogte");
         },
         {}},
        {"STOP0012",
         "text of an ExtIoRef",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", ">/join/id/regdata/gm9920/2026/pons/nld@2026-12-01;1</ExtIoRef>",
                       ">/join/id/regdata/gm9920/2026/pons/nld@2026-12-01;2</ExtIoRef>");
         },
         {}},
        {"LVBB3517",
         "line ends in an ExtIoRef",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", ">/join/id/regdata/gm9920/2026/pons/nld@2026-12-01;1</ExtIoRef>",
                       ">\n  /join/id/regdata/gm9920/2026/pons/nld@2026-12-01;1\n</ExtIoRef>");
         },
         {}},
        {"STOP0013",
         "point behind an eId",
         'a',
         [](Edited& p) { p.replace("besluit.xml", "Artikel eId=\"art_III\"", "Artikel eId=\"art_III.\""); },
         {"STOP0022"}},
        {"STOP0014",
         "point behind a wId",
         'a',
         [](Edited& p) { p.replace("besluit.xml", "wId=\"gm9920_besluit0001__art_II\"", "wId=\"gm9920_besluit0001__art_II.\""); },
         {}},
        {"STOP0043",
         "point within an eId",
         'a',
         [](Edited& p) { p.replace("besluit.xml", "eId=\"chp_1__art_1.1__ref_o_1\"", "eId=\"chp_1__art_1.1.__ref_o_1\""); },
         {"STOP0022"}},
        {"STOP0044",
         "point within a wId",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", "wId=\"gm9920_planlezer1__chp_1__art_1.1__ref_o_1\"",
                       "wId=\"gm9920_planlezer1__chp_1__art_1.1.__ref_o_1\"");
         },
         {}},
        {"STOP0020",
         "eId twice in the besluit",
         'a',
         [](Edited& p) { p.replace("besluit.xml", "Artikel eId=\"art_III\"", "Artikel eId=\"art_II\""); },
         {"STOP0022"}},
        {"STOP0021",
         "wId twice in the besluit",
         'a',
         [](Edited& p) { p.replace("besluit.xml", "wId=\"gm9920_besluit0001__art_III\"", "wId=\"gm9920_besluit0001__art_II\""); },
         {}},
        {"STOP0027",
         "eId twice in the regeling",
         'a',
         [](Edited& p) { p.replace("besluit.xml", "Lid eId=\"chp_1__art_1.2__para_2\"", "Lid eId=\"chp_1__art_1.2__para_1\""); },
         {"STOP0022"}},
        {"STOP0028",
         "wId twice in the regeling",
         'b',
         [](Edited& p) {
             p.replace("besluit.xml", "wId=\"gm9920_planlezer1__chp_22a__art_22a.2__para_2\"",
                       "wId=\"gm9920_planlezer1__chp_22a__art_22a.2__para_1\"");
         },
         {"TPOD2000"}},
        {"STOP0022",
         "eId with another prefix",
         'a',
         [](Edited& p) { p.replace("besluit.xml", "Artikel eId=\"art_III\"", "Artikel eId=\"artikel_III\""); },
         {}},
        {"STOP0022",
         "eId off its path",
         'a',
         [](Edited& p) { p.replace("besluit.xml", "Artikel eId=\"chp_1__art_1.1\"", "Artikel eId=\"chp_2__art_1.1\""); },
         {}},
        {"STOP0022",
         "eId with another number",
         'a',
         [](Edited& p) { p.replace("besluit.xml", "<Nummer>1.1</Nummer>", "<Nummer>1.3</Nummer>"); },
         {}},
        {"STOP0023",
         "wId with another prefix",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", "wId=\"gm9920_besluit0001__art_III\"", "wId=\"gm9920_besluit0001__artikel_III\"");
         },
         {}},
        {"STOP0023",
         "wId without a tag",
         'a',
         [](Edited& p) { p.replace("besluit.xml", "wId=\"gm9920_besluit0001__art_III\"", "wId=\"gm9920__art_III\""); },
         {}},
        {"STOP0037",
         "a colspec too few",
         'a',
         [](Edited& p) {
             add_to_article(p, table("<colspec colname=\"c1\"/>", "<row><entry colname=\"c1\"/><entry colname=\"c1\"/></row>"));
         },
         {}},
        {"STOP0036",
         "cell of no column",
         'a',
         [](Edited& p) { add_to_article(p, table(two_columns, "<row><entry colname=\"c1\"/><entry colname=\"c9\"/></row>")); },
         {}},
        {"STOP0038",
         "a cell too few",
         'a',
         [](Edited& p) { add_to_article(p, table(two_columns, "<row><entry colname=\"c1\"/></row>")); },
         {}},
        {"STOP0032",
         "span backwards",
         'a',
         [](Edited& p) { add_to_article(p, table(two_columns, "<row><entry namest=\"c2\" nameend=\"c1\"/></row>")); },
         {"STOP0038"}},
        {"STOP0033",
         "span of another column",
         'a',
         [](Edited& p) {
             add_to_article(p, table(two_columns, "<row><entry namest=\"c1\" nameend=\"c2\" colname=\"c2\"/></row>"));
         },
         {}},
        {"STOP0029",
         "table of one column",
         'a',
         [](Edited& p) {
             add_to_article(p, "<table " + ids("table_o_1") +
                                   "><tgroup cols=\"1\"><colspec colname=\"c1\"/><tbody><row><entry "
                                   "colname=\"c1\"><Al>a</Al></entry></row></tbody></tgroup></table>");
         },
         {}},
        {"STOP0058",
         "chapter with only a heading",
         'b',
         [](Edited& p) {
             p.replace("besluit.xml", "</Hoofdstuk>",
                       "</Hoofdstuk><Hoofdstuk eId=\"chp_22b\" "
                       "wId=\"gm9920_planlezer1__chp_22b\"><Kop><Label>Hoofdstuk</Label><Nummer>22b</Nummer></Kop></Hoofdstuk>");
         },
         {"RNG"}},
        {"STOP0060",
         "Divisietekst with only a heading",
         'b',
         [](Edited& p) {
             p.replace("besluit.xml", "</Divisietekst>",
                       "</Divisietekst><Divisietekst eId=\"cmp_IIA__content_o_2\" "
                       "wId=\"gm9920_planlezer1__cmp_IIA__content_o_2\"><Kop><Opschrift>Leeg</Opschrift></Kop></Divisietekst>");
         },
         {"RNG"}},
        {"STOP0070",
         "artikel with leden and content",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", "<Lid eId=\"chp_1__art_1.2__para_2\"",
                       "<Inhoud><Al>Los.</Al></Inhoud><Lid eId=\"chp_1__art_1.2__para_2\"");
         },
         {"RNG"}},
        {"STOP0050",
         "ExtRef of another kind",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", "Dit besluit treedt",
                       "Dit <ExtRef soort=\"URL\" ref=\"jci1.3:c:BWBR0005416\">besluit</ExtRef> treedt");
         },
         {}},
        {"STOP0053",
         "scope of another kind",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", "Dit besluit treedt", "Dit <IntRef ref=\"art_III\" scope=\"Lid\">besluit</IntRef> treedt");
         },
         {}},
        {"STOP0077",
         "Vervang of another element",
         'b',
         [](Edited& p) {
             p.replace("besluit.xml", "</RegelingMutatie>",
                       "<Vervang wat=\"gm9920_1-0__chp_1__art_1\"><Artikel eId=\"chp_1__art_2\" "
                       "wId=\"gm9920_1-0__chp_1__art_2\"><Kop><Nummer>2</Nummer></Kop><Inhoud><Al><NieuweTekst>x</NieuweTekst></"
                       "Al></Inhoud></Artikel></Vervang></RegelingMutatie>");
         },
         {}},
        {"STOP0086",
         "Vervang without marks",
         'b',
         [](Edited& p) {
             p.replace("besluit.xml", "</RegelingMutatie>",
                       "<Vervang wat=\"gm9920_1-0__chp_1__art_2\"><Artikel eId=\"chp_1__art_2\" "
                       "wId=\"gm9920_1-0__chp_1__art_2\"><Kop><Nummer>2</Nummer></Kop><Inhoud><Al>x</Al></Inhoud></Artikel></"
                       "Vervang></RegelingMutatie>");
         },
         {}},
        {"STOP0017",
         "mark of change in the besluit",
         'b',
         [](Edited& p) { p.replace("besluit.xml", "Dit besluit treedt", "Dit <NieuweTekst>besluit</NieuweTekst> treedt"); },
         {}},
        {"RNG",
         "Hoofdstuk without wId",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", "Hoofdstuk eId=\"chp_1\" wId=\"gm9920_planlezer1__chp_1\"", "Hoofdstuk eId=\"chp_1\"");
         },
         {"STOP0023"}},
        {"RNG",
         "Afdeling below Paragraaf",
         'b',
         [](Edited& p) {
             p.replace("besluit.xml", "<Artikel eId=\"chp_22a__art_22a.1\"",
                       "<Titel eId=\"chp_22a__title_1\" "
                       "wId=\"gm9920_planlezer1__chp_22a__title_1\"><Kop><Nummer>1</Nummer></Kop><Gereserveerd/></Titel><Artikel "
                       "eId=\"chp_22a__art_22a.1\"");
         },
         {}},
    };
}

}  // namespace planlezer::omgevingsplan::testing
