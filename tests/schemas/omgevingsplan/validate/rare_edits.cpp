#include "tests/schemas/omgevingsplan/validate/edits.hpp"
#include "tests/schemas/omgevingsplan/validate/ow_parts.hpp"

namespace planlezer::omgevingsplan::testing {

namespace {

using namespace ow;

/// Types that planlezer does not write, so that its profile refuses them too.
void add_other(Edited& p, const std::string& type, const std::string& object) {
    announce(p, rules, type);
    std::string& text = p.files[rules];
    if (text.find("xmlns:ga=") == std::string::npos) {
        text.insert(text.find("xmlns:sl="),
                    "xmlns:ga=\"http://www.geostandaarden.nl/imow/gebiedsaanwijzing\" "
                    "xmlns:k=\"http://www.geostandaarden.nl/imow/kaart\" ");
    }
    add(p, rules, object);
}

std::string reference(const std::string& element, const std::string& to) {
    return "<" + element + " xlink:href=\"nl.imow-gm9920." + to + "\"/>";
}

std::string named(const std::string& element, const std::string& id, const std::string& more) {
    const std::string prefix = element.substr(0, element.find(':'));
    return "<" + element + "><" + prefix + ":identificatie>nl.imow-gm9920." + id + "</" + prefix + ":identificatie>" + more +
           "</" + element + ">";
}

std::string place(const std::string& prefix, const std::string& to) {
    return "<" + prefix + ":locatieaanduiding>" + reference("l:LocatieRef", to) + "</" + prefix + ":locatieaanduiding>";
}

/// A rule of another kind on a text that has none of that kind.
std::string other_rule(const std::string& kind, const std::string& text, const std::string& more) {
    return "<r:" + kind + "><r:identificatie>nl.imow-gm9920.juridischeregel.jr9</r:identificatie><r:idealisatie>" + host +
           "idealisatie/id/concept/Exact</r:idealisatie><r:artikelOfLid>" + reference("r:RegeltekstRef", "regeltekst." + text) +
           "</r:artikelOfLid>" + more + "</r:" + kind + ">";
}

Edit rule_edit(const std::string& code, const std::string& kind, const std::string& text, const std::string& more) {
    return {code,
            kind + " of its kind",
            'a',
            [=](Edited& p) { add_other(p, kind, other_rule(kind, text, more)); },
            {"RNG", "TPOD1850", "TPOD2487"}};
}

Edit object_edit(const std::string& code, const std::string& what, const std::string& type, const std::string& object,
                 std::set<std::string> also) {
    also.insert("RNG");
    return {code, what, 'a', [=](Edited& p) { add_other(p, type, object); }, also};
}

std::string activity(const std::string& more, const std::string& group = "activiteit") {
    return named("rol:Activiteit", "activiteit.a1",
                 "<rol:naam>Activiteit gereguleerd in het omgevingsplan gemeente V</rol:naam><rol:groep>" + host + group +
                     "/id/concept/Overig</rol:groep>" + more + "<rol:bovenliggendeActiviteit><rol:ActiviteitRef xlink:href=\"" +
                     state + "\"/></rol:bovenliggendeActiviteit>");
}

std::string omgevingswaarde(const std::string& type, const std::string& unit, const std::string& group) {
    return named("rol:Omgevingswaarde", "omgevingswaarde.w1",
                 "<rol:naam>x</rol:naam><rol:type>" + host + type + "</rol:type><rol:eenheid>" + host + unit +
                     "</rol:eenheid><rol:normwaarde>" +
                     named("rol:Normwaarde", "normwaarde.w1",
                           "<rol:kwantitatieveWaarde>6</rol:kwantitatieveWaarde>" + place("rol", "ambtsgebied.gm9920")) +
                     "</rol:normwaarde><rol:groep>" + host + group + "</rol:groep>");
}

std::string designation(const std::string& type, const std::string& locations_of) {
    return named("ga:Gebiedsaanwijzing", "gebiedsaanwijzing.g1",
                 "<ga:type>" + host + type + "</ga:type><ga:naam>x</ga:naam><ga:groep>" + host +
                     "functie/id/concept/Wonen</ga:groep><ga:locatieaanduiding>" + locations_of + "</ga:locatieaanduiding>");
}

}  // namespace

std::vector<Edit> rare_edits() {
    const std::string here = place("r", "gebied.goothoogte1");
    const std::string in_gutter = reference("l:LocatieRef", "gebied.goothoogte1");
    const std::string type = "typenorm/id/concept/Volume";
    const std::string unit = "eenheid/id/concept/Meter";
    const std::string group = "omgevingswaarde/id/concept/Luchtkwaliteit";
    const std::string functie = "typegebiedsaanwijzing/id/concept/Functie";
    const std::string numbers =
        "<rol:normwaarde>" +
        named("rol:Normwaarde", "normwaarde.w1",
              "<rol:kwantitatieveWaarde>6</rol:kwantitatieveWaarde>" + place("rol", "ambtsgebied.gm9920")) +
        "</rol:normwaarde>";
    return {
        rule_edit("OZON0035", "Instructieregel", "rt9", here),
        rule_edit("OZON0037", "Omgevingswaarderegel", "rt9", here),
        rule_edit("OZON0046", "Instructieregel", "rt3", place("r", "gebied.weg")),
        rule_edit("OZON0047", "Omgevingswaarderegel", "rt3", place("r", "gebied.weg")),
        rule_edit("OZON0041", "Instructieregel", "rt3",
                  here + "<r:gebiedsaanwijzing>" + reference("ga:GebiedsaanwijzingRef", "gebiedsaanwijzing.weg") +
                      "</r:gebiedsaanwijzing>"),
        rule_edit("OZON0043", "Instructieregel", "rt3",
                  here + "<r:omgevingsnormaanduiding>" + reference("rol:OmgevingsnormRef", "omgevingsnorm.weg") +
                      "</r:omgevingsnormaanduiding>"),
        rule_edit("OZON0224", "Instructieregel", "rt3",
                  here + "<r:omgevingsnormaanduiding>" + reference("rol:OmgevingsnormRef", "gebied.goothoogte1") +
                      "</r:omgevingsnormaanduiding>"),
        rule_edit("OZON0044", "Omgevingswaarderegel", "rt3",
                  here + "<r:omgevingswaardeaanduiding>" + reference("rol:OmgevingswaardeRef", "omgevingswaarde.weg") +
                      "</r:omgevingswaardeaanduiding>"),
        rule_edit("OZON0223", "Omgevingswaarderegel", "rt3",
                  here + "<r:omgevingswaardeaanduiding>" + reference("rol:OmgevingswaardeRef", "gebied.goothoogte1") +
                      "</r:omgevingswaardeaanduiding>"),
        rule_edit("OZON0321", "Omgevingswaarderegel", "rt3",
                  "<r:locatieaanduiding>" + in_gutter + in_gutter + "</r:locatieaanduiding>"),
        rule_edit("OZON0322", "Instructieregel", "rt3",
                  "<r:locatieaanduiding>" + in_gutter + in_gutter + "</r:locatieaanduiding>"),
        rule_edit("OZON0329", "Instructieregel", "rt3",
                  here + "<r:omgevingsnormaanduiding>" + reference("rol:OmgevingsnormRef", "omgevingsnorm.maxgoothoogte") +
                      reference("rol:OmgevingsnormRef", "omgevingsnorm.maxgoothoogte") + "</r:omgevingsnormaanduiding>"),
        {"OZON0038",
         "rule with no activity",
         'a',
         [=](Edited& p) {
             add(p, rules,
                 rule("jr9", "rt3",
                      here + "<r:activiteitaanduiding>" + reference("rol:ActiviteitRef", "activiteit.weg") +
                          "</r:activiteitaanduiding>"));
         },
         {"RNG"}},
        {"OZON0121",
         "activity nowhere",
         'a',
         [=](Edited& p) {
             add(p, rules,
                 rule("jr9", "rt3",
                      here + "<r:activiteitaanduiding>" +
                          named("r:ActiviteitLocatieaanduiding", "activiteitlocatieaanduiding.a1", place("r", "gebied.weg")) +
                          "</r:activiteitaanduiding>"));
         },
         {"RNG"}},
        {"OZON0369",
         "place of an activity twice",
         'a',
         [=](Edited& p) {
             add(p, rules,
                 rule("jr9", "rt3",
                      here + "<r:activiteitaanduiding>" +
                          named("r:ActiviteitLocatieaanduiding", "activiteitlocatieaanduiding.a1",
                                "<r:locatieaanduiding>" + in_gutter + in_gutter + "</r:locatieaanduiding>") +
                          "</r:activiteitaanduiding>"));
         },
         {"RNG"}},
        {"OZON0088",
         "rule with no map",
         'a',
         [=](Edited& p) {
             p.files[rules].insert(p.files[rules].find("xmlns:sl="), "xmlns:k=\"http://www.geostandaarden.nl/imow/kaart\" ");
             add(p, rules,
                 rule("jr9", "rt3",
                      here + "<r:kaartaanduiding>" + reference("k:KaartRef", "kaart.weg") + "</r:kaartaanduiding>"));
         },
         {"RNG"}},
        {"OZON0343",
         "map twice in a rule",
         'a',
         [=](Edited& p) {
             p.files[rules].insert(p.files[rules].find("xmlns:sl="), "xmlns:k=\"http://www.geostandaarden.nl/imow/kaart\" ");
             add(p, rules,
                 rule("jr9", "rt3",
                      here + "<r:kaartaanduiding>" + reference("k:KaartRef", "kaart.weg") + reference("k:KaartRef", "kaart.weg") +
                          "</r:kaartaanduiding>"));
         },
         {"RNG", "OZON0088"}},
        {"OZON0326",
         "designation twice in a rule",
         'a',
         [=](Edited& p) {
             add_designation(p, "Functie", "functie/id/concept/Wonen", false);
             const std::string twice = reference("ga:GebiedsaanwijzingRef", "gebiedsaanwijzing.g1");
             add(p, rules, rule("jr9", "rt3", here + "<r:gebiedsaanwijzing>" + twice + twice + "</r:gebiedsaanwijzing>"));
         },
         {}},
        object_edit("OZON0027", "map without a rule", "Kaart", named("k:Kaart", "kaart.k1", "<k:naam>x</k:naam>"), {}),
        object_edit(
            "OZON0109", "layer of nothing", "Kaart",
            named("k:Kaart", "kaart.k1",
                  "<k:kaartlagen>" +
                      named("k:Kaartlaag", "kaartlaag.k1",
                            "<k:normweergave>" + reference("rol:OmgevingsnormRef", "omgevingsnorm.weg") + "</k:normweergave>") +
                      "</k:kaartlagen>"),
            {"OZON0027"}),
        object_edit("OZON0030", "omgevingswaarde without a rule", "Omgevingswaarde", omgevingswaarde(type, unit, group), {}),
        object_edit("OZON0075", "group of an omgevingswaarde", "Omgevingswaarde",
                    omgevingswaarde(type, unit, "thema/id/concept/X"), {"OZON0030"}),
        object_edit("OZON0114", "type of an omgevingswaarde", "Omgevingswaarde",
                    omgevingswaarde("thema/id/concept/X", unit, group), {"OZON0030"}),
        object_edit("OZON0116", "unit of an omgevingswaarde", "Omgevingswaarde",
                    omgevingswaarde(type, "thema/id/concept/X", group), {"OZON0030"}),
        object_edit("OZON0076", "type of a designation", "Gebiedsaanwijzing",
                    designation("typegebied/id/concept/Functie", in_gutter), {"OZON0022"}),
        object_edit("OZON0096", "designation nowhere", "Gebiedsaanwijzing",
                    designation(functie, reference("l:LocatieRef", "gebied.weg")), {"OZON0022"}),
        object_edit("OZON0225", "designation on a norm", "Gebiedsaanwijzing",
                    designation(functie, reference("l:LocatieRef", "omgevingsnorm.maxgoothoogte")), {"OZON0022"}),
        object_edit("OZON0331", "designation twice on a place", "Gebiedsaanwijzing", designation(functie, in_gutter + in_gutter),
                    {"OZON0022"}),
        object_edit("OZON0017", "activity without a rule", "Activiteit", activity(""), {}),
        object_edit("OZON0073", "group of an activity", "Activiteit", activity("", "thema"), {"OZON0017"}),
        object_edit("OZON0084", "related to no activity", "Activiteit",
                    activity("<rol:gerelateerdeActiviteit>" + reference("rol:ActiviteitRef", "activiteit.weg") +
                             "</rol:gerelateerdeActiviteit>"),
                    {"OZON0017"}),
        object_edit("OZON0059", "group of no lines", "Lijnengroep",
                    named("l:Lijnengroep", "lijnengroep.l1",
                          "<l:groepselement>" + reference("l:LijnRef", "lijn.weg") + "</l:groepselement>"),
                    {"TPOD1900"}),
        object_edit("OZON0065", "group of no points", "Puntengroep",
                    named("l:Puntengroep", "puntengroep.l1",
                          "<l:groepselement>" + reference("l:PuntRef", "punt.weg") + "</l:groepselement>"),
                    {"TPOD1900"}),
        object_edit("OZON0373", "line twice in a group", "Lijnengroep",
                    named("l:Lijnengroep", "lijnengroep.l1",
                          "<l:groepselement>" + reference("l:LijnRef", "lijn.weg") + reference("l:LijnRef", "lijn.weg") +
                              "</l:groepselement>"),
                    {"TPOD1900", "OZON0059"}),
        object_edit("OZON0374", "point twice in a group", "Puntengroep",
                    named("l:Puntengroep", "puntengroep.l1",
                          "<l:groepselement>" + reference("l:PuntRef", "punt.weg") + reference("l:PuntRef", "punt.weg") +
                              "</l:groepselement>"),
                    {"TPOD1900", "OZON0065"}),
        object_edit("OZON0067", "line without geometry", "Lijn",
                    named("l:Lijn", "lijn.l1", "<l:geometrie><l:GeometrieRef xlink:href=\"weg\"/></l:geometrie>"), {"TPOD1900"}),
        object_edit("OZON0068", "point without geometry", "Punt",
                    named("l:Punt", "punt.l1", "<l:geometrie><l:GeometrieRef xlink:href=\"weg\"/></l:geometrie>"), {"TPOD1900"}),
        object_edit("TPOD1960", "line that is an area", "Lijn",
                    named("l:Lijn", "lijn.l1",
                          "<l:geometrie><l:GeometrieRef xlink:href=\"2d1db0e3-1835-52df-bbcc-c59797cbf9fc\"/></l:geometrie>"),
                    {"TPOD1900", "OZON0370"}),
        object_edit("TPOD1970", "point that is an area", "Punt",
                    named("l:Punt", "punt.l1",
                          "<l:geometrie><l:GeometrieRef xlink:href=\"2d1db0e3-1835-52df-bbcc-c59797cbf9fc\"/></l:geometrie>"),
                    {"TPOD1900", "OZON0370"}),
        object_edit("TPOD2487", "hoofdlijn in an omgevingsplan", "Hoofdlijn", named("r:Hoofdlijn", "hoofdlijn.h1", ""), {}),
        {"TPOD1901",
         "reference to what ends",
         'b',
         [](Edited& p) {
             p.replace("owLocaties.xml", "<l:Gebied><l:identificatie>nl.imow-gm9920.gebied.pons",
                       "<l:Gebied><ow:status>be\xC3\xABindigen</ow:status><l:identificatie>nl.imow-gm9920.gebied.pons");
         },
         {}},
        {"OZON0127",
         "ontwerp whose objects say nothing",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", "proceduretype_definitief", "proceduretype_ontwerp");
             std::string& text = p.files["besluit.xml"];
             const std::size_t from = text.find("<Tijdstempels>");
             text.erase(from, text.find("</Tijdstempels>") + 15 - from);
         },
         {}},
    };
}

}  // namespace planlezer::omgevingsplan::testing
