#include "tests/schemas/omgevingsplan/validate/ow_parts.hpp"

namespace planlezer::omgevingsplan::testing::ow {

void add(Edited& p, const std::string& file, const std::string& object) {
    p.replace(file, "</sl:standBestand>",
              "<sl:stand><ow-dc:owObject>" + object + "</ow-dc:owObject></sl:stand></sl:standBestand>");
}

void announce(Edited& p, const std::string& file, const std::string& type) {
    p.replace(file, "</sl:objectTypen>", "<sl:objectType>" + type + "</sl:objectType></sl:objectTypen>");
    p.replace("manifest-ow.xml", "<naam>" + file + "</naam>", "<naam>" + file + "</naam><objecttype>" + type + "</objecttype>");
}

std::string rule(const std::string& id, const std::string& text, const std::string& more) {
    return "<r:RegelVoorIedereen><r:identificatie>nl.imow-gm9920.juridischeregel." + id + "</r:identificatie><r:idealisatie>" +
           host + "idealisatie/id/concept/Exact</r:idealisatie>" +
           "<r:artikelOfLid><r:RegeltekstRef xlink:href=\"nl.imow-gm9920.regeltekst." + text + "\"/></r:artikelOfLid>" + more +
           "</r:RegelVoorIedereen>";
}

void add_designation(Edited& p, const std::string& type, const std::string& group, bool used) {
    std::string& text = p.files[rules];
    text.insert(text.find("xmlns:sl="), "xmlns:ga=\"http://www.geostandaarden.nl/imow/gebiedsaanwijzing\" ");
    announce(p, rules, "Gebiedsaanwijzing");
    add(p, rules,
        "<ga:Gebiedsaanwijzing><ga:identificatie>nl.imow-gm9920.gebiedsaanwijzing.g1</ga:identificatie><ga:type>" + host +
            "typegebiedsaanwijzing/id/concept/" + type + "</ga:type><ga:naam>wonen</ga:naam><ga:groep>" + host + group +
            "</ga:groep><ga:locatieaanduiding><l:LocatieRef "
            "xlink:href=\"nl.imow-gm9920.gebied.goothoogte1\"/></ga:locatieaanduiding></ga:Gebiedsaanwijzing>");
    if (used)
        add(p, rules,
            rule("jr9", "rt3",
                 somewhere + "<r:gebiedsaanwijzing><ga:GebiedsaanwijzingRef "
                             "xlink:href=\"nl.imow-gm9920.gebiedsaanwijzing.g1\"/></r:gebiedsaanwijzing>"));
}

void add_activity(Edited& p, const std::string& name, const std::string& above) {
    announce(p, rules, "Activiteit");
    add(p, rules,
        "<rol:Activiteit><rol:identificatie>nl.imow-gm9920.activiteit.top</rol:identificatie><rol:naam>" + name +
            "</rol:naam><rol:groep>" + host +
            "activiteit/id/concept/Overig</rol:groep><rol:bovenliggendeActiviteit><rol:ActiviteitRef xlink:href=\"" + above +
            "\"/></rol:bovenliggendeActiviteit></rol:Activiteit>");
}

}  // namespace planlezer::omgevingsplan::testing::ow
