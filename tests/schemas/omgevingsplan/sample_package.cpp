#include "tests/schemas/omgevingsplan/sample_package.hpp"

namespace planlezer::testing {

using namespace planlezer::omgevingsplan;

namespace {

const std::string concept_base = "http://standaarden.omgevingswet.overheid.nl/";
const std::string born = "gm9920_planlezer1__";

std::string list_uri(const std::string& list, const std::string& value) { return concept_base + list + "/id/concept/" + value; }

MultiPolygon square(double x, double y, double side) {
    return {{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}, {}}};
}

Block paragraph(std::vector<Run> runs) {
    Block block;
    block.al = std::move(runs);
    return block;
}

Block paragraph(const std::string& text) { return paragraph(std::vector<Run>{{text, nothing, "", ""}}); }

Part part(PartKind kind, const std::string& number, const std::string& heading, const std::string& e_id) {
    Part made;
    made.kind = kind;
    made.number = number;
    made.heading = heading;
    made.e_id = e_id;
    made.w_id = born + e_id;
    return made;
}

/// What an information object of the list is called, and where it stands there.
InformationObject listed(const std::string& slug, const std::string& name, int place, const std::string& annex) {
    InformationObject gio;
    gio.file = "GIO-" + slug;
    gio.work = "/join/id/regdata/gm9920/2026/" + slug;
    gio.expression = gio.work + "/nld@2026-12-01;1";
    gio.name = name;
    gio.item_e_id = "cmp_" + annex + "__content_o_1__list_o_1__item_o_" + std::to_string(place);
    gio.item_w_id = born + gio.item_e_id;
    gio.ref_e_id = gio.item_e_id + "__ref_o_1";
    gio.ref_w_id = born + gio.ref_e_id;
    return gio;
}

InformationObject heights(const std::string& slug, const std::string& name, const std::string& type, int place,
                          const std::string& annex) {
    InformationObject gio = listed(slug, name, place, annex);
    gio.values = ValueKind::quantitative;
    gio.norm_label = name;
    gio.norm_type = list_uri("typenorm", type);
    gio.unit_label = "meter";
    gio.unit = list_uri("eenheid", "Meter");
    return gio;
}

Omgevingsnorm metres(const std::string& id, const std::string& name, const std::string& type) {
    return {"nl.imow-gm9920.omgevingsnorm." + id,           name, list_uri("typenorm", type), list_uri("eenheid", "Meter"),
            list_uri("omgevingsnorm", "MaatvoeringBouwen"), {}};
}

Normwaarde value(const std::string& id, const std::string& number, std::vector<std::string> places) {
    return {"nl.imow-gm9920.normwaarde." + id, ValueKind::quantitative, number, std::move(places), {}};
}

std::string place(const std::string& id) { return "nl.imow-gm9920.gebied." + id; }

void add_pons(Package& package, std::size_t gebied) {
    InformationObject gio;
    gio.file = "GIO-pons";
    gio.work = "/join/id/regdata/gm9920/2026/pons";
    gio.expression = gio.work + "/nld@2026-12-01;1";
    gio.name = "pons";
    gio.locations = {{gebied, ""}};
    package.pons = Pons{"nl.imow-gm9920.pons.pons1", package.gios.size(),
                        "Het bestemmingsplan 'Centrum' (NL.IMRO.9920.BPcentrum-VG01) vervalt in het gebied van de bij dit "
                        "besluit behorende pons, vastgelegd in ",
                        "."};
    package.gios.push_back(gio);
}

JuridischeRegel rule(const std::string& id, const std::string& text, std::vector<std::string> places,
                     const std::string& norm = "") {
    return {"nl.imow-gm9920.juridischeregel." + id,
            "nl.imow-gm9920.regeltekst." + text,
            std::move(places),
            "",
            norm,
            list_uri("thema", "Bouwen")};
}

Run reference(const std::string& words, std::size_t gio, const std::string& e_id) { return {words, gio, e_id, born + e_id}; }

std::vector<Run> height_sentence(const std::string& subject, const std::string& words, std::size_t gio, const std::string& e_id) {
    return {{subject + " is niet hoger dan de ter plaatse van de locatie '", nothing, "", ""},
            reference(words, gio, e_id),
            {"' bepaalde waarde.", nothing, "", ""}};
}

void add_small_places(Package& package) {
    package.gebieden = {{place("bouwhoogte1"), "649b3e78-e12d-5edb-a9d7-36c262d5477d", "bouwvlak 1", square(155000, 463000, 100)},
                        {place("bouwhoogte2"), "9498018b-99b8-52fa-ac10-5e6fdb71a5b5", "bouwvlak 2", square(155200, 463000, 100)},
                        {place("goothoogte1"), "8d0195f8-eeed-5ff4-bacd-6192b86d59a5", "bouwvlak 1", square(155000, 463000, 100)},
                        {place("pons"), "fc58fb8b-a2b4-52de-bba1-27313b1e1e5c", "plangebied vervallen bestemmingsplan",
                         square(154900, 462900, 600)}};
    package.groups = {
        {"nl.imow-gm9920.gebiedengroep.maxbouwhoogte", "maximum bouwhoogte", {place("bouwhoogte1"), place("bouwhoogte2")}}};
}

Part small_chapter() {
    Part chapter = part(PartKind::hoofdstuk, "22a", "Bouwregels", "chp_22a");
    Part first = part(PartKind::artikel, "22a.1", "Bouwhoogte", "chp_22a__art_22a.1");
    first.blocks = {
        paragraph(height_sentence("De bouwhoogte van een gebouw", "maximum bouwhoogte", 0, "chp_22a__art_22a.1__ref_o_1"))};
    Part second = part(PartKind::artikel, "22a.2", "Goothoogte", "chp_22a__art_22a.2");
    second.parts = {part(PartKind::lid, "1", "", "chp_22a__art_22a.2__para_1"),
                    part(PartKind::lid, "2", "", "chp_22a__art_22a.2__para_2")};
    second.parts[0].blocks = {paragraph(
        height_sentence("De goothoogte van een gebouw", "maximum goothoogte", 1, "chp_22a__art_22a.2__para_1__ref_o_1"))};
    second.parts[1].blocks = {paragraph("Het eerste lid geldt niet voor ondergeschikte bouwdelen.")};
    chapter.parts = {first, second};
    return chapter;
}

TextTable sample_table(const std::string& e_id) {
    TextTable table;
    table.e_id = e_id;
    table.w_id = born + e_id;
    table.rows = 4;
    table.columns = 3;
    table.head_rows = 1;
    // The second column of the last row is left open; the third row begins under a span.
    table.cells = {{"bouwwerk", 0, 0, 1, 1}, {"hoogte & oppervlakte", 0, 1, 1, 2}, {"erfafscheiding", 1, 0, 2, 1},
                   {"1 m", 1, 1, 1, 1},      {"vóór de gevel", 1, 2, 1, 1},        {"2 m", 2, 1, 1, 1},
                   {"elders", 2, 2, 1, 1},   {"vlaggenmast", 3, 0, 1, 1},          {"6 m", 3, 2, 1, 1}};
    return table;
}

ListItem item(const std::string& number, const std::string& e_id, std::vector<Block> blocks) {
    return {number, e_id, born + e_id, std::move(blocks)};
}

Block list_of(const std::string& e_id, bool numbered, std::vector<ListItem> items) {
    Block block;
    block.list = TextList{e_id, born + e_id, numbered, std::move(items)};
    return block;
}

/// An artikel with two lists in one another and a table in the inner one.
Part list_article(const std::string& chapter) {
    const std::string id = chapter + "__subsec_1__art_1.1";
    Part article = part(PartKind::artikel, "1.1", "Bouwregels <Wonen> & \"Tuin\"", id);
    Block table;
    table.table = sample_table(id + "__list_o_1__item_b__table_o_1");
    const Block inner = list_of(
        id + "__list_o_1__item_a__list_o_1", false,
        {item("", id + "__list_o_1__item_a__list_o_1__item_o_1", {paragraph("hoofdgebouwen;")}),
         item("", id + "__list_o_1__item_a__list_o_1__item_o_2", {paragraph("bijgebouwen: a < b & b > c, \"zo\" en 'zo';")})});
    article.blocks = {paragraph("Voor het bouwen gelden de volgende regels:"),
                      list_of(id + "__list_o_1", true,
                              {item("a.", id + "__list_o_1__item_a", {paragraph("de bouwhoogte geldt voor:"), inner}),
                               item("b.", id + "__list_o_1__item_b",
                                    {paragraph("de hoogte van bouwwerken, geen gebouwen zijnde, is:"), table})}),
                      paragraph(height_sentence("De bouwhoogte", "maximum bouwhoogte", 0, id + "__ref_o_1"))};
    return article;
}

void add_full_text(Package& package, const std::string& number) {
    const std::string id = "chp_" + number;
    Part chapter = part(PartKind::hoofdstuk, number, "Regels", id);
    Part section = part(PartKind::paragraaf, "1", "Wonen", id + "__subsec_1");
    section.parts = {list_article(id), part(PartKind::artikel, "1.2", "Kap", id + "__subsec_1__art_1.2"),
                     part(PartKind::artikel, "1.3", "Gereserveerd", id + "__subsec_1__art_1.3")};
    Part& roof = section.parts[1];
    roof.parts = {part(PartKind::lid, "1.2.1", "", id + "__subsec_1__art_1.2__para_1.2.1"),
                  part(PartKind::lid, "1.2.2", "", id + "__subsec_1__art_1.2__para_1.2.2")};
    roof.parts[0].blocks = {paragraph({{"Ter plaatse van '", nothing, "", ""},
                                       reference("kap", 2, roof.parts[0].e_id + "__ref_o_1"),
                                       {"' staat de kapvorm vast.", nothing, "", ""}})};
    roof.parts[1].blocks = {paragraph("De goothoogte is ten hoogste 3,5 m.")};
    chapter.parts = {section};
    package.parts = {chapter};
}

void add_qualitative_norm(Package& package, const std::string& annex) {
    InformationObject gio = listed("kap", "kap", 3, annex);
    gio.values = ValueKind::qualitative;
    gio.norm_label = "kap";
    gio.norm_type = list_uri("typenorm", "Kap");
    gio.locations = {{4, "zadeldak & schilddak"}, {5, "plat dak"}};
    package.gios.push_back(gio);
    Omgevingsnorm norm{"nl.imow-gm9920.omgevingsnorm.kap",          "kap", gio.norm_type, "",
                       list_uri("omgevingsnorm", "Bouwaanduiding"), {}};
    norm.values = {{"nl.imow-gm9920.normwaarde.kap1", ValueKind::qualitative, "zadeldak & schilddak", {place("kap1")}, {}},
                   {"nl.imow-gm9920.normwaarde.kap2", ValueKind::qualitative, "plat dak", {place("kap2")}, {}}};
    package.norms.push_back(norm);
}

/// A value in the article's own words, on a place whose information object says no value; and the bestemming of that place.
void add_text_norm_and_function(Package& package, const std::string& annex) {
    InformationObject gio = listed("wonen", "Wonen", 4, annex);
    gio.locations = {{6, ""}};
    package.gios.push_back(gio);
    Omgevingsnorm norm{"nl.imow-gm9920.omgevingsnorm.goot",
                       "goothoogte bijgebouwen",
                       list_uri("typenorm", "MaximumGoothoogte"),
                       "",
                       list_uri("omgevingsnorm", "MaatvoeringBouwen"),
                       {}};
    norm.values = {{"nl.imow-gm9920.normwaarde.goot", ValueKind::in_text, "", {place("wonen")}, {}}};
    package.norms.push_back(norm);
    package.designations = {{"nl.imow-gm9920.gebiedsaanwijzing.wonen",
                             list_uri("typegebiedsaanwijzing", "Functie"),
                             "Wonen",
                             list_uri("functie", "Wonen"),
                             {place("wonen")}}};
}

void add_full_rules(Package& package, const std::string& chapter) {
    const std::string id = born + "chp_" + chapter + "__subsec_1__";
    package.regelteksten = {{"nl.imow-gm9920.regeltekst.rt1", id + "art_1.1"},
                            {"nl.imow-gm9920.regeltekst.rt2", id + "art_1.2__para_1.2.1"},
                            {"nl.imow-gm9920.regeltekst.rt3", id + "art_1.2__para_1.2.2"}};
    package.rules = {rule("jr1", "rt1", {"nl.imow-gm9920.gebiedengroep.maxbouwhoogte"}, package.norms[0].id),
                     rule("jr2", "rt2", {place("kap1"), place("kap2")}, "nl.imow-gm9920.omgevingsnorm.kap"),
                     rule("jr3", "rt3", {place("wonen")}, "nl.imow-gm9920.omgevingsnorm.goot"),
                     rule("jr4", "rt1", {place("wonen")})};
    package.rules.back().gebiedsaanwijzing = package.designations[0].id;
}

}  // namespace

Package small_package() {
    Package package;
    package.id = "planlezer-0001";
    package.tag = "planlezer1";
    package.title = "Wijziging omgevingsplan Voorbeeldgemeente, deel Centrum";
    package.parts = {small_chapter()};
    add_small_places(package);
    package.gios = {heights("maxbouwhoogte", "maximum bouwhoogte", "MaximumBouwhoogte", 1, "IIA"),
                    heights("maxgoothoogte", "maximum goothoogte", "MaximumGoothoogte", 2, "IIA")};
    package.gios[0].locations = {{0, "9"}, {1, "11"}};
    package.gios[1].locations = {{2, "6"}};
    package.norms = {metres("maxbouwhoogte", "maximum bouwhoogte", "MaximumBouwhoogte"),
                     metres("maxgoothoogte", "maximum goothoogte", "MaximumGoothoogte")};
    package.norms[0].values = {value("bh9", "9", {place("bouwhoogte1")}), value("bh11", "11", {place("bouwhoogte2")})};
    package.norms[1].values = {value("gh6", "6", {place("goothoogte1")})};
    package.regelteksten = {{"nl.imow-gm9920.regeltekst.rt1", born + "chp_22a__art_22a.1"},
                            {"nl.imow-gm9920.regeltekst.rt2", born + "chp_22a__art_22a.2__para_1"},
                            {"nl.imow-gm9920.regeltekst.rt3", born + "chp_22a__art_22a.2__para_2"}};
    package.rules = {rule("jr1", "rt1", {package.groups[0].id}, package.norms[0].id),
                     rule("jr2", "rt2", {place("goothoogte1")}, package.norms[1].id), rule("jr3", "rt3", {place("goothoogte1")})};
    add_pons(package, 3);
    return package;
}

Package full_package(bool new_regeling) {
    Package package = small_package();
    const std::string chapter = new_regeling ? "1" : "22a";
    const std::string annex = new_regeling ? "I" : "IIA";
    package.settings.nieuwe_regeling = new_regeling;
    package.settings.hoofdstuk = chapter;
    package.settings.bijlage = annex;
    add_full_text(package, chapter);
    package.gios = {heights("maxbouwhoogte", "maximum bouwhoogte", "MaximumBouwhoogte", 1, annex),
                    heights("maxgoothoogte", "maximum goothoogte", "MaximumGoothoogte", 2, annex)};
    package.gios[0].locations = {{0, "9"}, {1, "10.5"}};
    package.gios[1].locations = {{2, "6"}};
    package.norms[0].values[1].value = "10.5";
    package.gebieden.push_back({place("kap1"), "11111111-e12d-5edb-a9d7-36c262d5477d", "kap", square(155000, 463000, 50)});
    package.gebieden.push_back({place("kap2"), "22222222-e12d-5edb-a9d7-36c262d5477d", "kap", square(155050, 463000, 50)});
    MultiPolygon wonen = square(155000.125, 463000.0004, 300);
    wonen[0].holes.push_back({{155100, 463100}, {155100, 463150}, {155150, 463150}, {155150, 463100}});
    wonen.push_back(square(155400, 463000, 20)[0]);
    package.gebieden.push_back({place("wonen"), "33333333-e12d-5edb-a9d7-36c262d5477d", "Wonen", wonen});
    add_qualitative_norm(package, annex);
    add_text_norm_and_function(package, annex);
    add_full_rules(package, chapter);
    add_pons(package, 3);
    if (new_regeling) {
        package.ambtsgebied = "nl.imow-gm9920.ambtsgebied.gm9920";
        package.regelingsgebied = "nl.imow-gm9920.regelingsgebied.rg1";
    }
    return package;
}

}  // namespace planlezer::testing
