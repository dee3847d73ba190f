#include "tests/schemas/omgevingsplan/validate/edits.hpp"

namespace planlezer::omgevingsplan::testing {

namespace {

const std::string locations = "owLocaties.xml";
const std::string norms = "owNormen.xml";
const std::string rules = "owRegels.xml";
const std::string host = "http://standaarden.omgevingswet.overheid.nl/";

/// One more object, at the end of an ow file.
void add(Edited& p, const std::string& file, const std::string& object) { p.replace(file, "</sl:standBestand>", "<sl:stand><ow-dc:owObject>" + object + "</ow-dc:owObject></sl:stand></sl:standBestand>"); }

/// One more type in the list of the file and in the manifest.
void announce(Edited& p, const std::string& file, const std::string& type) {
    p.replace(file, "</sl:objectTypen>", "<sl:objectType>" + type + "</sl:objectType></sl:objectTypen>");
    p.replace("manifest-ow.xml", "<naam>" + file + "</naam>", "<naam>" + file + "</naam><objecttype>" + type + "</objecttype>");
}

std::string rule(const std::string& id, const std::string& text, const std::string& more) {
    return "<r:RegelVoorIedereen><r:identificatie>nl.imow-gm9920.juridischeregel." + id + "</r:identificatie><r:idealisatie>" + host + "idealisatie/id/concept/Exact</r:idealisatie>" +
           "<r:artikelOfLid><r:RegeltekstRef xlink:href=\"nl.imow-gm9920.regeltekst." + text + "\"/></r:artikelOfLid>" + more + "</r:RegelVoorIedereen>";
}

const std::string somewhere = "<r:locatieaanduiding><l:LocatieRef xlink:href=\"nl.imow-gm9920.gebied.goothoogte1\"/></r:locatieaanduiding>";

/// A designation with a rule that refers to it.
void add_designation(Edited& p, const std::string& type, const std::string& group, bool used) {
    std::string& text = p.files[rules];
    const std::string space = "xmlns:ga=\"http://www.geostandaarden.nl/imow/gebiedsaanwijzing\" ";
    text.insert(text.find("xmlns:sl="), space);
    announce(p, rules, "Gebiedsaanwijzing");
    add(p, rules, "<ga:Gebiedsaanwijzing><ga:identificatie>nl.imow-gm9920.gebiedsaanwijzing.g1</ga:identificatie><ga:type>" + host + "typegebiedsaanwijzing/id/concept/" + type +
                      "</ga:type><ga:naam>wonen</ga:naam><ga:groep>" + host + group + "</ga:groep><ga:locatieaanduiding><l:LocatieRef xlink:href=\"nl.imow-gm9920.gebied.goothoogte1\"/></ga:locatieaanduiding></ga:Gebiedsaanwijzing>");
    if (used) add(p, rules, rule("jr9", "rt3", somewhere + "<r:gebiedsaanwijzing><ga:GebiedsaanwijzingRef xlink:href=\"nl.imow-gm9920.gebiedsaanwijzing.g1\"/></r:gebiedsaanwijzing>"));
}

void add_activity(Edited& p, const std::string& name, const std::string& above) {
    announce(p, rules, "Activiteit");
    add(p, rules, "<rol:Activiteit><rol:identificatie>nl.imow-gm9920.activiteit.top</rol:identificatie><rol:naam>" + name + "</rol:naam><rol:groep>" + host +
                      "activiteit/id/concept/Overig</rol:groep><rol:bovenliggendeActiviteit><rol:ActiviteitRef xlink:href=\"" + above + "\"/></rol:bovenliggendeActiviteit></rol:Activiteit>");
}

const std::string state = "nl.imow-mnre1034.activiteit.ActInOmgevingsplan";

}  // namespace

std::vector<Edit> ow_edits() {
    return {
        {"", "a designation that is right", 'a', [](Edited& p) { add_designation(p, "Functie", "functie/id/concept/Wonen", true); }, {}},
        {"OZON0013", "type that is not announced", 'a', [](Edited& p) { p.replace(locations, "<sl:objectType>Gebiedengroep</sl:objectType>", ""); }, {}},
        {"OZON0022", "designation without a rule", 'a', [](Edited& p) { add_designation(p, "Functie", "functie/id/concept/Wonen", false); }, {}},
        {"OZON0026", "norm without a rule", 'a', [](Edited& p) { p.replace(rules, "<r:omgevingsnormaanduiding><rol:OmgevingsnormRef xlink:href=\"nl.imow-gm9920.omgevingsnorm.maxgoothoogte\"/></r:omgevingsnormaanduiding>", ""); }, {}},
        {"OZON0026", "norm without a rule in a change", 'b', [](Edited& p) { p.replace(rules, "<r:omgevingsnormaanduiding><rol:OmgevingsnormRef xlink:href=\"nl.imow-gm9920.omgevingsnorm.maxgoothoogte\"/></r:omgevingsnormaanduiding>", ""); }, {}},
        {"OZON0102", "Regeltekst without a rule", 'a', [](Edited& p) { p.replace(rules, "<r:RegeltekstRef xlink:href=\"nl.imow-gm9920.regeltekst.rt3\"/>", "<r:RegeltekstRef xlink:href=\"nl.imow-gm9920.regeltekst.rt2\"/>"); }, {}},
        {"OZON0033", "rule on no Regeltekst", 'a', [](Edited& p) { add(p, rules, rule("jr9", "rt9", somewhere)); }, {}},
        {"OZON0040", "rule with no designation", 'a',
         [](Edited& p) {
             p.files[rules].insert(p.files[rules].find("xmlns:sl="), "xmlns:ga=\"http://www.geostandaarden.nl/imow/gebiedsaanwijzing\" ");
             add(p, rules, rule("jr9", "rt3", somewhere + "<r:gebiedsaanwijzing><ga:GebiedsaanwijzingRef xlink:href=\"nl.imow-gm9920.gebiedsaanwijzing.g9\"/></r:gebiedsaanwijzing>"));
         },
         {}},
        {"OZON0042", "rule with no norm", 'a', [](Edited& p) { p.replace(rules, "omgevingsnorm.maxgoothoogte", "omgevingsnorm.weg"); }, {"OZON0026"}},
        {"OZON0045", "rule nowhere", 'a', [](Edited& p) { p.replace(rules, "gebiedengroep.maxbouwhoogte", "gebiedengroep.weg"); }, {"TPOD1900"}},
        {"OZON0053", "group of nothing", 'a', [](Edited& p) { p.replace(locations, "<l:GebiedRef xlink:href=\"nl.imow-gm9920.gebied.bouwhoogte2\"/>", "<l:GebiedRef xlink:href=\"nl.imow-gm9920.gebied.weg\"/>"); }, {}},
        {"OZON0101", "value nowhere", 'a', [](Edited& p) { p.replace(norms, "gebied.bouwhoogte2", "gebied.weg"); }, {"OW-GIO"}},
        {"OZON0101", "value nowhere in a change", 'b', [](Edited& p) { p.replace(norms, "gebied.bouwhoogte2", "gebied.weg"); }, {"OW-GIO"}},
        {"OZON0124", "Regelingsgebied nowhere", 'a', [](Edited& p) { p.replace("owRegelingsgebied.xml", "ambtsgebied.gm9920", "ambtsgebied.weg"); }, {"TPOD1900"}},
        {"OZON0217", "Pons nowhere", 'a', [](Edited& p) { p.replace("owPons.xml", "gebied.pons", "gebied.weg"); }, {"TPOD1900"}},
        {"OZON0066", "Gebied without geometry", 'a', [](Edited& p) { p.replace(locations, "\"2d1db0e3-", "\"3d1db0e3-"); }, {"TPOD2230"}},
        {"TPOD2230", "geometry without Gebied", 'a',
         [](Edited& p) {
             std::string& text = p.files[locations];
             const std::size_t at = text.find("<l:Gebied><l:identificatie>nl.imow-gm9920.gebied.pons");
             const std::size_t from = text.rfind("<sl:stand>", at);
             text.erase(from, text.find("</sl:stand>", at) + 11 - from);
         },
         {"OZON0217"}},
        {"TPOD1900", "Gebied that nothing uses", 'a',
         [](Edited& p) { p.replace(locations, "<l:Ambtsgebied>", "<l:Gebiedengroep><l:identificatie>nl.imow-gm9920.gebiedengroep.wees</l:identificatie><l:groepselement><l:GebiedRef xlink:href=\"nl.imow-gm9920.gebied.goothoogte1\"/></l:groepselement></l:Gebiedengroep></ow-dc:owObject></sl:stand><sl:stand><ow-dc:owObject><l:Ambtsgebied>"); }, {}},
        {"OZON0310", "identificatie twice", 'a', [](Edited& p) { p.replace(rules, "juridischeregel.jr3", "juridischeregel.jr2"); }, {}},
        {"OZON0320", "location twice in a rule", 'a', [](Edited& p) { p.replace(rules, "<l:LocatieRef xlink:href=\"nl.imow-gm9920.gebiedengroep.maxbouwhoogte\"/>", "<l:LocatieRef xlink:href=\"nl.imow-gm9920.gebiedengroep.maxbouwhoogte\"/><l:LocatieRef xlink:href=\"nl.imow-gm9920.gebiedengroep.maxbouwhoogte\"/>"); }, {}},
        {"OZON0324", "norm twice in a rule", 'a', [](Edited& p) { p.replace(rules, "<rol:OmgevingsnormRef xlink:href=\"nl.imow-gm9920.omgevingsnorm.maxbouwhoogte\"/>", "<rol:OmgevingsnormRef xlink:href=\"nl.imow-gm9920.omgevingsnorm.maxbouwhoogte\"/><rol:OmgevingsnormRef xlink:href=\"nl.imow-gm9920.omgevingsnorm.maxbouwhoogte\"/>"); }, {}},
        {"OZON0372", "Gebied twice in a group", 'a', [](Edited& p) { p.replace(locations, "<l:GebiedRef xlink:href=\"nl.imow-gm9920.gebied.bouwhoogte2\"/>", "<l:GebiedRef xlink:href=\"nl.imow-gm9920.gebied.bouwhoogte2\"/><l:GebiedRef xlink:href=\"nl.imow-gm9920.gebied.bouwhoogte2\"/>"); }, {}},
        {"OZON0385", "location twice in a value", 'a', [](Edited& p) { p.replace(norms, "<l:LocatieRef xlink:href=\"nl.imow-gm9920.gebied.goothoogte1\"/>", "<l:LocatieRef xlink:href=\"nl.imow-gm9920.gebied.goothoogte1\"/><l:LocatieRef xlink:href=\"nl.imow-gm9920.gebied.goothoogte1\"/>"); }, {}},
        {"OZON0370", "geometry of two locations", 'a',
         [](Edited& p) {
             p.replace(locations, "<l:Ambtsgebied>", "<l:Gebied><l:identificatie>nl.imow-gm9920.gebied.nogeens</l:identificatie><l:geometrie><l:GeometrieRef xlink:href=\"2d1db0e3-1835-52df-bbcc-c59797cbf9fc\"/></l:geometrie></l:Gebied></ow-dc:owObject></sl:stand><sl:stand><ow-dc:owObject><l:Ambtsgebied>");
             p.replace(rules, "<l:LocatieRef xlink:href=\"nl.imow-gm9920.gebiedengroep.maxbouwhoogte\"/>", "<l:LocatieRef xlink:href=\"nl.imow-gm9920.gebiedengroep.maxbouwhoogte\"/><l:LocatieRef xlink:href=\"nl.imow-gm9920.gebied.nogeens\"/>");
         },
         {}},
        {"OZON0103", "no Regelingsgebied", 'a', [](Edited& p) { p.drop("owRegelingsgebied.xml"); }, {"TPOD1900"}},
        {"TPOD2180", "two Regelingsgebieden", 'a', [](Edited& p) { add(p, "owRegelingsgebied.xml", "<rg:Regelingsgebied><rg:identificatie>nl.imow-gm9920.regelingsgebied.rg2</rg:identificatie><rg:locatieaanduiding><l:LocatieRef xlink:href=\"nl.imow-gm9920.ambtsgebied.gm9920\"/></rg:locatieaanduiding></rg:Regelingsgebied>"); }, {}},
        {"OZON0104", "two Ponsen", 'a', [](Edited& p) { add(p, "owPons.xml", "<p:Pons><p:identificatie>nl.imow-gm9920.pons.pons2</p:identificatie><p:locatieaanduiding><l:LocatieRef xlink:href=\"nl.imow-gm9920.gebied.pons\"/></p:locatieaanduiding></p:Pons>"); }, {}},
        {"PONS", "rule in the place of the Pons", 'a', [](Edited& p) { add(p, rules, rule("jr9", "rt3", "<r:locatieaanduiding><l:LocatieRef xlink:href=\"nl.imow-gm9920.gebied.pons\"/></r:locatieaanduiding>")); }, {}},
        {"PONS", "Pons in two places", 'a', [](Edited& p) { p.replace("owPons.xml", "<l:LocatieRef xlink:href=\"nl.imow-gm9920.gebied.pons\"/>", "<l:LocatieRef xlink:href=\"nl.imow-gm9920.gebied.pons\"/><l:LocatieRef xlink:href=\"nl.imow-gm9920.gebied.goothoogte1\"/>"); }, {"RNG"}},
        {"OZON0126", "final object with a procedurestatus", 'a', [](Edited& p) { p.replace("owPons.xml", "<p:Pons>", "<p:Pons><ow:procedurestatus>ontwerp</ow:procedurestatus>"); }, {}},
        {"OZON0122", "unknown status", 'a', [](Edited& p) { p.replace("owPons.xml", "<p:Pons>", "<p:Pons><ow:status>nieuw</ow:status>"); }, {}},
        {"TPOD0104", "new object that has ended", 'a', [](Edited& p) { p.replace("owPons.xml", "<p:Pons>", "<p:Pons><ow:status>be\xC3\xABindigen</ow:status>"); }, {}},
        {"TPOD1890", "another type in the id", 'a', [](Edited& p) { p.replace("owPons.xml", "nl.imow-gm9920.pons.pons1", "nl.imow-gm9920.ponsje.pons1"); }, {}},
        {"TPOD1892", "hyphen in the id", 'a', [](Edited& p) { p.replace("owPons.xml", "nl.imow-gm9920.pons.pons1", "nl.imow-gm9920.pons.pons-1"); }, {"RNG"}},
        {"OZON0222", "reference to another type", 'a', [](Edited& p) { p.replace(rules, "<rol:OmgevingsnormRef xlink:href=\"nl.imow-gm9920.omgevingsnorm.maxgoothoogte\"/>", "<rol:OmgevingsnormRef xlink:href=\"nl.imow-gm9920.omgevingsnorm.maxgoothoogte\"/><rol:OmgevingsnormRef xlink:href=\"nl.imow-gm9920.gebied.goothoogte1\"/>"); }, {}},
        {"OZON0074", "group of another list", 'a', [](Edited& p) { p.replace_all(norms, "/omgevingsnorm/id/concept/MaatvoeringBouwen", "/thema/id/concept/MaatvoeringBouwen"); }, {}},
        {"OZON0113", "type of another host", 'a', [](Edited& p) { p.replace(norms, "http://standaarden.omgevingswet.overheid.nl/typenorm/id/concept/MaximumGoothoogte", "http://standaarden.example.nl/typenorm/id/concept/MaximumGoothoogte"); }, {"OW-GIO"}},
        {"OZON0115", "unit of another list", 'a',
         [](Edited& p) {
             p.replace_all(norms, "/eenheid/id/concept/Meter", "/eenheden/id/concept/Meter");
             p.replace_all("maxbouwhoogte.gml", "/eenheid/id/concept/Meter", "/eenheden/id/concept/Meter");
             p.replace_all("maxgoothoogte.gml", "/eenheid/id/concept/Meter", "/eenheden/id/concept/Meter").rehash();
         },
         {}},
        {"OZON0077", "idealisatie of another list", 'a', [](Edited& p) { p.replace_all(rules, "/idealisatie/id/concept/Exact", "/idealisaties/id/concept/Exact"); }, {}},
        {"OZON0119", "thema that is a word", 'a', [](Edited& p) { p.replace_all(rules, "http://standaarden.omgevingswet.overheid.nl/thema/id/concept/Bouwen", "bouwen"); }, {}},
        {"OZON0080", "group of another type", 'a', [](Edited& p) { add_designation(p, "Functie", "bouw/id/concept/Bouwvlak", true); }, {}},
        {"TPOD2000", "Regeltekst on nothing", 'a', [](Edited& p) { p.replace(rules, "wId=\"gm9920_planlezer1__chp_1__art_1.1\"", "wId=\"gm9920_planlezer1__chp_1__art_1.9\""); }, {}},
        {"TPOD2000", "Regeltekst on a chapter", 'a', [](Edited& p) { p.replace(rules, "wId=\"gm9920_planlezer1__chp_1__art_1.1\"", "wId=\"gm9920_planlezer1__chp_1\""); }, {}},
        {"TPOD2050", "Regeltekst on a reserved artikel", 'b',
         [](Edited& p) {
             p.replace("besluit.xml", "</Hoofdstuk>", "<Artikel eId=\"chp_22a__art_22a.3\" wId=\"gm9920_planlezer1__chp_22a__art_22a.3\"><Kop><Label>Artikel</Label><Nummer>22a.3</Nummer></Kop><Gereserveerd/></Artikel></Hoofdstuk>");
             p.replace(rules, "wId=\"gm9920_planlezer1__chp_22a__art_22a.1\"", "wId=\"gm9920_planlezer1__chp_22a__art_22a.3\"");
         },
         {}},
        {"TPOD2050", "two Regelteksten on a lid", 'a', [](Edited& p) { p.replace(rules, "wId=\"gm9920_planlezer1__chp_1__art_1.2__para_2\"", "wId=\"gm9920_planlezer1__chp_1__art_1.2__para_1\""); }, {}},
        {"TPOD2060", "Regeltekst on an artikel with leden", 'a', [](Edited& p) { p.replace(rules, "wId=\"gm9920_planlezer1__chp_1__art_1.2__para_2\"", "wId=\"gm9920_planlezer1__chp_1__art_1.2\""); }, {}},
        {"TPOD1110", "Regeltekst on a bijlage", 'a', [](Edited& p) { p.replace(rules, "wId=\"gm9920_planlezer1__chp_1__art_1.1\"", "wId=\"gm9920_planlezer1__cmp_I__content_o_1\""); }, {}},
        {"TPOD1850", "rules of two types on a text", 'a',
         [](Edited& p) {
             announce(p, rules, "Omgevingswaarderegel");
             std::string other = rule("jr9", "rt1", somewhere);
             for (std::size_t at = other.find("RegelVoorIedereen"); at != std::string::npos; at = other.find("RegelVoorIedereen")) other.replace(at, 17, "Omgevingswaarderegel");
             add(p, rules, other);
         },
         {"RNG"}},
        {"TPOD2027", "rules idealised differently on a text", 'a',
         [](Edited& p) {
             std::string other = rule("jr9", "rt1", somewhere);
             other.replace(other.find("concept/Exact"), 13, "concept/Indicatief");
             add(p, rules, other);
         },
         {}},
        {"TPOD1650", "two kinds of value", 'a', [](Edited& p) { p.replace(norms, "<rol:kwantitatieveWaarde>6</rol:kwantitatieveWaarde>", "<rol:kwantitatieveWaarde>6</rol:kwantitatieveWaarde><rol:kwalitatieveWaarde>zes</rol:kwalitatieveWaarde>"); }, {"RNG"}},
        {"TPOD2090", "values of two kinds in a norm", 'a', [](Edited& p) { p.replace(norms, "<rol:kwantitatieveWaarde>11</rol:kwantitatieveWaarde>", "<rol:kwalitatieveWaarde>elf</rol:kwalitatieveWaarde>"); }, {"OW-GIO"}},
        {"TPOD2100", "number without unit", 'a', [](Edited& p) { p.replace(norms, "<rol:eenheid>http://standaarden.omgevingswet.overheid.nl/eenheid/id/concept/Meter</rol:eenheid>\n     <rol:normwaarde>\n      <rol:Normwaarde><rol:identificatie>nl.imow-gm9920.normwaarde.gh6", "<rol:normwaarde>\n      <rol:Normwaarde><rol:identificatie>nl.imow-gm9920.normwaarde.gh6"); }, {"OW-GIO"}},
        {"TPOD2100", "unit without number", 'a', [](Edited& p) { p.replace(norms, "<rol:kwantitatieveWaarde>6</rol:kwantitatieveWaarde>", "<rol:waardeInRegeltekst>waarde staat in regeltekst</rol:waardeInRegeltekst>"); }, {"OW-GIO"}},
        {"OW-GIO", "value differs", 'a', [](Edited& p) { p.replace(norms, "<rol:kwantitatieveWaarde>6<", "<rol:kwantitatieveWaarde>7<"); }, {}},
        {"OW-GIO", "unit differs", 'a', [](Edited& p) { p.replace("maxgoothoogte.gml", "/eenheid/id/concept/Meter", "/eenheid/id/concept/Bouwlaag").rehash(); }, {}},
        {"OW-GIO", "type differs", 'a', [](Edited& p) { p.replace("maxgoothoogte.gml", "MaximumGoothoogte", "MaximumBouwhoogte").rehash(); }, {}},
        {"TPOD1951", "top activity with another name", 'a', [](Edited& p) { add_activity(p, "Activiteit in omgevingsplan", state); }, {"OZON0017", "RNG"}},
        {"TPOD1952", "activity under one of elsewhere", 'a', [](Edited& p) { add_activity(p, "bouwen", "nl.imow-gm9920.activiteit.weg"); }, {"TPOD1951", "OZON0017", "RNG"}},
        {"TPOD1953", "top activity under another", 'a', [](Edited& p) { add_activity(p, "Activiteit gereguleerd in het omgevingsplan gemeente Voorbeeld", "nl.imow-mnre1034.activiteit.Iets"); }, {"OZON0017", "RNG"}},
        {"OZON0083", "activity under itself", 'a', [](Edited& p) { add_activity(p, "bouwen", "nl.imow-gm9920.activiteit.top"); }, {"TPOD1951", "RNG"}},
        {"RNG", "norm without naam", 'a', [](Edited& p) { p.replace(norms, "<rol:naam>maximum goothoogte</rol:naam>", ""); }, {}},
        {"RNG", "decimal comma", 'a',
         [](Edited& p) {
             p.replace(norms, "<rol:kwantitatieveWaarde>6<", "<rol:kwantitatieveWaarde>6,0<");
         },
         {"OW-GIO"}},
        {"RNG", "rule without idealisatie", 'a',
         [](Edited& p) {
             std::string& text = p.files[rules];
             const std::size_t from = text.find("<r:idealisatie>");
             text.erase(from, text.find("</r:idealisatie>") + 16 - from);
         },
         {}},
        {"RNG", "OIN of three digits", 'a', [](Edited& p) { p.replace("opdracht.xml", "<idAanleveraar>00000001003214345000<", "<idAanleveraar>123<"); }, {}},
    };
}

}  // namespace planlezer::omgevingsplan::testing
