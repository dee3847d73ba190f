#include "tests/schemas/omgevingsplan/validate/edits.hpp"
#include "tests/schemas/omgevingsplan/validate/ow_parts.hpp"

namespace planlezer::omgevingsplan::testing {

std::vector<Edit> norm_edits() {
    using namespace ow;
    return {
        {"TPOD2000",
         "Regeltekst on nothing",
         'a',
         [](Edited& p) {
             p.replace(rules, "wId=\"gm9920_planlezer1__chp_1__art_1.1\"", "wId=\"gm9920_planlezer1__chp_1__art_1.9\"");
         },
         {}},
        {"TPOD2000",
         "Regeltekst on a chapter",
         'a',
         [](Edited& p) { p.replace(rules, "wId=\"gm9920_planlezer1__chp_1__art_1.1\"", "wId=\"gm9920_planlezer1__chp_1\""); },
         {}},
        {"TPOD2050",
         "Regeltekst on a reserved artikel",
         'b',
         [](Edited& p) {
             p.replace("besluit.xml", "</Hoofdstuk>",
                       "<Artikel eId=\"chp_22a__art_22a.3\" "
                       "wId=\"gm9920_planlezer1__chp_22a__art_22a.3\"><Kop><Label>Artikel</Label><Nummer>22a.3</Nummer></"
                       "Kop><Gereserveerd/></Artikel></Hoofdstuk>");
             p.replace(rules, "wId=\"gm9920_planlezer1__chp_22a__art_22a.1\"", "wId=\"gm9920_planlezer1__chp_22a__art_22a.3\"");
         },
         {}},
        {"TPOD2050",
         "two Regelteksten on a lid",
         'a',
         [](Edited& p) {
             p.replace(rules, "wId=\"gm9920_planlezer1__chp_1__art_1.2__para_2\"",
                       "wId=\"gm9920_planlezer1__chp_1__art_1.2__para_1\"");
         },
         {}},
        {"TPOD2060",
         "Regeltekst on an artikel with leden",
         'a',
         [](Edited& p) {
             p.replace(rules, "wId=\"gm9920_planlezer1__chp_1__art_1.2__para_2\"", "wId=\"gm9920_planlezer1__chp_1__art_1.2\"");
         },
         {}},
        {"TPOD1110",
         "Regeltekst on a bijlage",
         'a',
         [](Edited& p) {
             p.replace(rules, "wId=\"gm9920_planlezer1__chp_1__art_1.1\"", "wId=\"gm9920_planlezer1__cmp_I__content_o_1\"");
         },
         {}},
        {"TPOD1850",
         "rules of two types on a text",
         'a',
         [](Edited& p) {
             announce(p, rules, "Omgevingswaarderegel");
             std::string other = rule("jr9", "rt1", somewhere);
             for (std::size_t at = other.find("RegelVoorIedereen"); at != std::string::npos; at = other.find("RegelVoorIedereen"))
                 other.replace(at, 17, "Omgevingswaarderegel");
             add(p, rules, other);
         },
         {"RNG"}},
        {"TPOD2027",
         "rules idealised differently on a text",
         'a',
         [](Edited& p) {
             std::string other = rule("jr9", "rt1", somewhere);
             other.replace(other.find("concept/Exact"), 13, "concept/Indicatief");
             add(p, rules, other);
         },
         {}},
        {"TPOD1650",
         "two kinds of value",
         'a',
         [](Edited& p) {
             p.replace(
                 norms, "<rol:kwantitatieveWaarde>6</rol:kwantitatieveWaarde>",
                 "<rol:kwantitatieveWaarde>6</rol:kwantitatieveWaarde><rol:kwalitatieveWaarde>zes</rol:kwalitatieveWaarde>");
         },
         {"RNG"}},
        {"TPOD2090",
         "values of two kinds in a norm",
         'a',
         [](Edited& p) {
             p.replace(norms, "<rol:kwantitatieveWaarde>11</rol:kwantitatieveWaarde>",
                       "<rol:kwalitatieveWaarde>elf</rol:kwalitatieveWaarde>");
         },
         {"OW-GIO"}},
        {"TPOD2100",
         "number without unit",
         'a',
         [](Edited& p) {
             p.replace(norms,
                       "<rol:eenheid>http://standaarden.omgevingswet.overheid.nl/eenheid/id/concept/Meter</rol:eenheid>\n     "
                       "<rol:normwaarde>\n      <rol:Normwaarde><rol:identificatie>nl.imow-gm9920.normwaarde.gh6",
                       "<rol:normwaarde>\n      <rol:Normwaarde><rol:identificatie>nl.imow-gm9920.normwaarde.gh6");
         },
         {"OW-GIO"}},
        {"TPOD2100",
         "unit without number",
         'a',
         [](Edited& p) {
             p.replace(norms, "<rol:kwantitatieveWaarde>6</rol:kwantitatieveWaarde>",
                       "<rol:waardeInRegeltekst>waarde staat in regeltekst</rol:waardeInRegeltekst>");
         },
         {"OW-GIO"}},
        {"OW-GIO",
         "value differs",
         'a',
         [](Edited& p) { p.replace(norms, "<rol:kwantitatieveWaarde>6<", "<rol:kwantitatieveWaarde>7<"); },
         {}},
        {"OW-GIO",
         "unit differs",
         'a',
         [](Edited& p) { p.replace("maxgoothoogte.gml", "/eenheid/id/concept/Meter", "/eenheid/id/concept/Bouwlaag").rehash(); },
         {}},
        {"OW-GIO",
         "type differs",
         'a',
         [](Edited& p) { p.replace("maxgoothoogte.gml", "MaximumGoothoogte", "MaximumBouwhoogte").rehash(); },
         {}},
        {"TPOD1951",
         "top activity with another name",
         'a',
         [](Edited& p) { add_activity(p, "Activiteit in omgevingsplan", state); },
         {"OZON0017", "RNG"}},
        {"TPOD1952",
         "activity under one of elsewhere",
         'a',
         [](Edited& p) { add_activity(p, "bouwen", "nl.imow-gm9920.activiteit.weg"); },
         {"TPOD1951", "OZON0017", "RNG"}},
        {"TPOD1953",
         "top activity under another",
         'a',
         [](Edited& p) {
             add_activity(p, "Activiteit gereguleerd in het omgevingsplan gemeente Voorbeeld",
                          "nl.imow-mnre1034.activiteit.Iets");
         },
         {"OZON0017", "RNG"}},
        {"OZON0083",
         "activity under itself",
         'a',
         [](Edited& p) { add_activity(p, "bouwen", "nl.imow-gm9920.activiteit.top"); },
         {"TPOD1951", "RNG"}},
        {"RNG", "norm without naam", 'a', [](Edited& p) { p.replace(norms, "<rol:naam>maximum goothoogte</rol:naam>", ""); }, {}},
        {"RNG",
         "decimal comma",
         'a',
         [](Edited& p) { p.replace(norms, "<rol:kwantitatieveWaarde>6<", "<rol:kwantitatieveWaarde>6,0<"); },
         {"OW-GIO"}},
        {"RNG",
         "rule without idealisatie",
         'a',
         [](Edited& p) {
             std::string& text = p.files[rules];
             const std::size_t from = text.find("<r:idealisatie>");
             text.erase(from, text.find("</r:idealisatie>") + 16 - from);
         },
         {}},
        {"RNG",
         "OIN of three digits",
         'a',
         [](Edited& p) { p.replace("opdracht.xml", "<idAanleveraar>00000001003214345000<", "<idAanleveraar>123<"); },
         {}},
    };
}

}  // namespace planlezer::omgevingsplan::testing
