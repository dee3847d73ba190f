#include "tests/schemas/omgevingsplan/validate/edits.hpp"
#include "tests/schemas/omgevingsplan/validate/ow_parts.hpp"

namespace planlezer::omgevingsplan::testing {

std::vector<Edit> ow_edits() {
    using namespace ow;
    return {
        {"",
         "a designation that is right",
         'a',
         [](Edited& p) { add_designation(p, "Functie", "functie/id/concept/Wonen", true); },
         {}},
        {"OZON0013",
         "type that is not announced",
         'a',
         [](Edited& p) { p.replace(locations, "<sl:objectType>Gebiedengroep</sl:objectType>", ""); },
         {}},
        {"OZON0022",
         "designation without a rule",
         'a',
         [](Edited& p) { add_designation(p, "Functie", "functie/id/concept/Wonen", false); },
         {}},
        {"OZON0026",
         "norm without a rule",
         'a',
         [](Edited& p) {
             p.replace(rules,
                       "<r:omgevingsnormaanduiding><rol:OmgevingsnormRef "
                       "xlink:href=\"nl.imow-gm9920.omgevingsnorm.maxgoothoogte\"/></r:omgevingsnormaanduiding>",
                       "");
         },
         {}},
        {"OZON0026",
         "norm without a rule in a change",
         'b',
         [](Edited& p) {
             p.replace(rules,
                       "<r:omgevingsnormaanduiding><rol:OmgevingsnormRef "
                       "xlink:href=\"nl.imow-gm9920.omgevingsnorm.maxgoothoogte\"/></r:omgevingsnormaanduiding>",
                       "");
         },
         {}},
        {"OZON0102",
         "Regeltekst without a rule",
         'a',
         [](Edited& p) {
             p.replace(rules, "<r:RegeltekstRef xlink:href=\"nl.imow-gm9920.regeltekst.rt3\"/>",
                       "<r:RegeltekstRef xlink:href=\"nl.imow-gm9920.regeltekst.rt2\"/>");
         },
         {}},
        {"OZON0033", "rule on no Regeltekst", 'a', [](Edited& p) { add(p, rules, rule("jr9", "rt9", somewhere)); }, {}},
        {"OZON0040",
         "rule with no designation",
         'a',
         [](Edited& p) {
             p.files[rules].insert(p.files[rules].find("xmlns:sl="),
                                   "xmlns:ga=\"http://www.geostandaarden.nl/imow/gebiedsaanwijzing\" ");
             add(p, rules,
                 rule("jr9", "rt3",
                      somewhere + "<r:gebiedsaanwijzing><ga:GebiedsaanwijzingRef "
                                  "xlink:href=\"nl.imow-gm9920.gebiedsaanwijzing.g9\"/></r:gebiedsaanwijzing>"));
         },
         {}},
        {"OZON0042",
         "rule with no norm",
         'a',
         [](Edited& p) { p.replace(rules, "omgevingsnorm.maxgoothoogte", "omgevingsnorm.weg"); },
         {"OZON0026"}},
        {"OZON0045",
         "rule nowhere",
         'a',
         [](Edited& p) { p.replace(rules, "gebiedengroep.maxbouwhoogte", "gebiedengroep.weg"); },
         {"TPOD1900"}},
        {"OZON0053",
         "group of nothing",
         'a',
         [](Edited& p) {
             p.replace(locations, "<l:GebiedRef xlink:href=\"nl.imow-gm9920.gebied.bouwhoogte2\"/>",
                       "<l:GebiedRef xlink:href=\"nl.imow-gm9920.gebied.weg\"/>");
         },
         {}},
        {"OZON0101", "value nowhere", 'a', [](Edited& p) { p.replace(norms, "gebied.bouwhoogte2", "gebied.weg"); }, {"OW-GIO"}},
        {"OZON0101",
         "value nowhere in a change",
         'b',
         [](Edited& p) { p.replace(norms, "gebied.bouwhoogte2", "gebied.weg"); },
         {"OW-GIO"}},
        {"OZON0124",
         "Regelingsgebied nowhere",
         'a',
         [](Edited& p) { p.replace("owRegelingsgebied.xml", "ambtsgebied.gm9920", "ambtsgebied.weg"); },
         {"TPOD1900"}},
        {"OZON0217", "Pons nowhere", 'a', [](Edited& p) { p.replace("owPons.xml", "gebied.pons", "gebied.weg"); }, {"TPOD1900"}},
        {"OZON0066",
         "Gebied without geometry",
         'a',
         [](Edited& p) { p.replace(locations, "\"2d1db0e3-", "\"3d1db0e3-"); },
         {"TPOD2230"}},
        {"TPOD2230",
         "geometry without Gebied",
         'a',
         [](Edited& p) {
             std::string& text = p.files[locations];
             const std::size_t at = text.find("<l:Gebied><l:identificatie>nl.imow-gm9920.gebied.pons");
             const std::size_t from = text.rfind("<sl:stand>", at);
             text.erase(from, text.find("</sl:stand>", at) + 11 - from);
         },
         {"OZON0217"}},
        {"TPOD1900",
         "Gebied that nothing uses",
         'a',
         [](Edited& p) {
             p.replace(locations, "<l:Ambtsgebied>",
                       "<l:Gebiedengroep><l:identificatie>nl.imow-gm9920.gebiedengroep.wees</"
                       "l:identificatie><l:groepselement><l:GebiedRef "
                       "xlink:href=\"nl.imow-gm9920.gebied.goothoogte1\"/></l:groepselement></l:Gebiedengroep></ow-dc:owObject></"
                       "sl:stand><sl:stand><ow-dc:owObject><l:Ambtsgebied>");
         },
         {}},
        {"OZON0310",
         "identificatie twice",
         'a',
         [](Edited& p) { p.replace(rules, "juridischeregel.jr3", "juridischeregel.jr2"); },
         {}},
        {"OZON0320",
         "location twice in a rule",
         'a',
         [](Edited& p) {
             p.replace(rules, "<l:LocatieRef xlink:href=\"nl.imow-gm9920.gebiedengroep.maxbouwhoogte\"/>",
                       "<l:LocatieRef xlink:href=\"nl.imow-gm9920.gebiedengroep.maxbouwhoogte\"/><l:LocatieRef "
                       "xlink:href=\"nl.imow-gm9920.gebiedengroep.maxbouwhoogte\"/>");
         },
         {}},
        {"OZON0324",
         "norm twice in a rule",
         'a',
         [](Edited& p) {
             p.replace(rules, "<rol:OmgevingsnormRef xlink:href=\"nl.imow-gm9920.omgevingsnorm.maxbouwhoogte\"/>",
                       "<rol:OmgevingsnormRef xlink:href=\"nl.imow-gm9920.omgevingsnorm.maxbouwhoogte\"/><rol:OmgevingsnormRef "
                       "xlink:href=\"nl.imow-gm9920.omgevingsnorm.maxbouwhoogte\"/>");
         },
         {}},
        {"OZON0372",
         "Gebied twice in a group",
         'a',
         [](Edited& p) {
             p.replace(locations, "<l:GebiedRef xlink:href=\"nl.imow-gm9920.gebied.bouwhoogte2\"/>",
                       "<l:GebiedRef xlink:href=\"nl.imow-gm9920.gebied.bouwhoogte2\"/><l:GebiedRef "
                       "xlink:href=\"nl.imow-gm9920.gebied.bouwhoogte2\"/>");
         },
         {}},
        {"OZON0385",
         "location twice in a value",
         'a',
         [](Edited& p) {
             p.replace(norms, "<l:LocatieRef xlink:href=\"nl.imow-gm9920.gebied.goothoogte1\"/>",
                       "<l:LocatieRef xlink:href=\"nl.imow-gm9920.gebied.goothoogte1\"/><l:LocatieRef "
                       "xlink:href=\"nl.imow-gm9920.gebied.goothoogte1\"/>");
         },
         {}},
        {"OZON0370",
         "geometry of two locations",
         'a',
         [](Edited& p) {
             p.replace(locations, "<l:Ambtsgebied>",
                       "<l:Gebied><l:identificatie>nl.imow-gm9920.gebied.nogeens</l:identificatie><l:geometrie><l:GeometrieRef "
                       "xlink:href=\"2d1db0e3-1835-52df-bbcc-c59797cbf9fc\"/></l:geometrie></l:Gebied></ow-dc:owObject></"
                       "sl:stand><sl:stand><ow-dc:owObject><l:Ambtsgebied>");
             p.replace(rules, "<l:LocatieRef xlink:href=\"nl.imow-gm9920.gebiedengroep.maxbouwhoogte\"/>",
                       "<l:LocatieRef xlink:href=\"nl.imow-gm9920.gebiedengroep.maxbouwhoogte\"/><l:LocatieRef "
                       "xlink:href=\"nl.imow-gm9920.gebied.nogeens\"/>");
         },
         {}},
        {"OZON0103", "no Regelingsgebied", 'a', [](Edited& p) { p.drop("owRegelingsgebied.xml"); }, {"TPOD1900"}},
        {"TPOD2180",
         "two Regelingsgebieden",
         'a',
         [](Edited& p) {
             add(p, "owRegelingsgebied.xml",
                 "<rg:Regelingsgebied><rg:identificatie>nl.imow-gm9920.regelingsgebied.rg2</"
                 "rg:identificatie><rg:locatieaanduiding><l:LocatieRef "
                 "xlink:href=\"nl.imow-gm9920.ambtsgebied.gm9920\"/></rg:locatieaanduiding></rg:Regelingsgebied>");
         },
         {}},
        {"OZON0104",
         "two Ponsen",
         'a',
         [](Edited& p) {
             add(p, "owPons.xml",
                 "<p:Pons><p:identificatie>nl.imow-gm9920.pons.pons2</p:identificatie><p:locatieaanduiding><l:LocatieRef "
                 "xlink:href=\"nl.imow-gm9920.gebied.pons\"/></p:locatieaanduiding></p:Pons>");
         },
         {}},
        {"PONS",
         "rule in the place of the Pons",
         'a',
         [](Edited& p) {
             add(p, rules,
                 rule("jr9", "rt3",
                      "<r:locatieaanduiding><l:LocatieRef xlink:href=\"nl.imow-gm9920.gebied.pons\"/></r:locatieaanduiding>"));
         },
         {}},
        {"PONS",
         "Pons in two places",
         'a',
         [](Edited& p) {
             p.replace("owPons.xml", "<l:LocatieRef xlink:href=\"nl.imow-gm9920.gebied.pons\"/>",
                       "<l:LocatieRef xlink:href=\"nl.imow-gm9920.gebied.pons\"/><l:LocatieRef "
                       "xlink:href=\"nl.imow-gm9920.gebied.goothoogte1\"/>");
         },
         {"RNG"}},
        {"OZON0126",
         "final object with a procedurestatus",
         'a',
         [](Edited& p) { p.replace("owPons.xml", "<p:Pons>", "<p:Pons><ow:procedurestatus>ontwerp</ow:procedurestatus>"); },
         {}},
        {"OZON0122",
         "unknown status",
         'a',
         [](Edited& p) { p.replace("owPons.xml", "<p:Pons>", "<p:Pons><ow:status>nieuw</ow:status>"); },
         {}},
        {"TPOD0104",
         "new object that has ended",
         'a',
         [](Edited& p) { p.replace("owPons.xml", "<p:Pons>", "<p:Pons><ow:status>be\xC3\xABindigen</ow:status>"); },
         {}},
        {"TPOD1890",
         "another type in the id",
         'a',
         [](Edited& p) { p.replace("owPons.xml", "nl.imow-gm9920.pons.pons1", "nl.imow-gm9920.ponsje.pons1"); },
         {}},
        {"TPOD1892",
         "hyphen in the id",
         'a',
         [](Edited& p) { p.replace("owPons.xml", "nl.imow-gm9920.pons.pons1", "nl.imow-gm9920.pons.pons-1"); },
         {"RNG"}},
        {"OZON0222",
         "reference to another type",
         'a',
         [](Edited& p) {
             p.replace(rules, "<rol:OmgevingsnormRef xlink:href=\"nl.imow-gm9920.omgevingsnorm.maxgoothoogte\"/>",
                       "<rol:OmgevingsnormRef xlink:href=\"nl.imow-gm9920.omgevingsnorm.maxgoothoogte\"/><rol:OmgevingsnormRef "
                       "xlink:href=\"nl.imow-gm9920.gebied.goothoogte1\"/>");
         },
         {}},
        {"OZON0074",
         "group of another list",
         'a',
         [](Edited& p) {
             p.replace_all(norms, "/omgevingsnorm/id/concept/MaatvoeringBouwen", "/thema/id/concept/MaatvoeringBouwen");
         },
         {}},
        {"OZON0113",
         "type of another host",
         'a',
         [](Edited& p) {
             p.replace(norms, "http://standaarden.omgevingswet.overheid.nl/typenorm/id/concept/MaximumGoothoogte",
                       "http://standaarden.example.nl/typenorm/id/concept/MaximumGoothoogte");
         },
         {"OW-GIO"}},
        {"OZON0115",
         "unit of another list",
         'a',
         [](Edited& p) {
             p.replace_all(norms, "/eenheid/id/concept/Meter", "/eenheden/id/concept/Meter");
             p.replace_all("maxbouwhoogte.gml", "/eenheid/id/concept/Meter", "/eenheden/id/concept/Meter");
             p.replace_all("maxgoothoogte.gml", "/eenheid/id/concept/Meter", "/eenheden/id/concept/Meter").rehash();
         },
         {}},
        {"OZON0077",
         "idealisatie of another list",
         'a',
         [](Edited& p) { p.replace_all(rules, "/idealisatie/id/concept/Exact", "/idealisaties/id/concept/Exact"); },
         {}},
        {"OZON0119",
         "thema that is a word",
         'a',
         [](Edited& p) { p.replace_all(rules, "http://standaarden.omgevingswet.overheid.nl/thema/id/concept/Bouwen", "bouwen"); },
         {}},
        {"OZON0080",
         "group of another type",
         'a',
         [](Edited& p) { add_designation(p, "Functie", "bouw/id/concept/Bouwvlak", true); },
         {}},
    };
}

}  // namespace planlezer::omgevingsplan::testing
