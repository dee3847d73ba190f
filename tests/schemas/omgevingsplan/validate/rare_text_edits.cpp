#include "tests/schemas/omgevingsplan/validate/edits.hpp"

namespace planlezer::omgevingsplan::testing {

namespace {

const std::string step_003 =
    "<Procedurestap><soortStap>/join/id/stop/procedure/stap_003</soortStap><voltooidOp>2026-12-01</voltooidOp></Procedurestap>";
const std::string entry = "Dit besluit treedt in werking op 15 januari 2027.";

/// The sentence with a table behind it, in whose only row something more stands.
std::string table_with(const std::string& more) {
    return entry +
           "</Al><table eId=\"art_II__table_o_1\" wId=\"gm9920_besluit0001__art_II__table_o_1\"><tgroup cols=\"2\"><colspec "
           "colname=\"c1\"/><colspec colname=\"c2\"/><tbody><row><entry colname=\"c1\"><Al>x" +
           more + "</Al></entry><entry colname=\"c2\"/></row></tbody></tgroup></table><Al>y";
}

void in_gml(Edited& p, const std::string& from, const std::string& to) { p.replace("maxgoothoogte.gml", from, to).rehash(); }

/// The style of the gutters, drawn by another comparison.
void compare(Edited& p, const std::string& comparison) {
    p.replace("GIO-maxgoothoogte.xml", "<PropertyIsEqualTo>", "<" + comparison + ">");
    p.replace("GIO-maxgoothoogte.xml", "</PropertyIsEqualTo>", "</" + comparison + ">");
}

void add_parameter(Edited& p, const std::string& parent, const std::string& name, const std::string& value) {
    p.replace("GIO-maxgoothoogte.xml", "</" + parent + ">",
              "<SvgParameter name=\"" + name + "\">" + value + "</SvgParameter></" + parent + ">");
}

const std::string one_value = "<geo:kwantitatieveNormwaarde>6</geo:kwantitatieveNormwaarde>";

/// The gutters in groups instead of values, which no norm then finds there.
void make_groups(Edited& p, const std::string& list, const std::string& of_location) {
    for (const char* const field : {"eenheidlabel", "eenheidID", "normlabel", "normID"}) {
        std::string& text = p.files["maxbouwhoogte.gml"];
        const std::size_t from = text.find("<geo:" + std::string(field));
        text.erase(from, text.find("</geo:" + std::string(field) + ">") + std::string(field).size() + 7 - from);
    }
    p.replace("maxbouwhoogte.gml", "<geo:locaties>", "<geo:groepen>" + list + "</geo:groepen><geo:locaties>");
    p.replace("maxbouwhoogte.gml", "<geo:kwantitatieveNormwaarde>9</geo:kwantitatieveNormwaarde>",
              "<geo:groepID>g1</geo:groepID>");
    p.replace("maxbouwhoogte.gml", "<geo:kwantitatieveNormwaarde>11</geo:kwantitatieveNormwaarde>", of_location).rehash();
}

std::string listed(const std::string& id, const std::string& label) {
    return "<geo:Groep><geo:groepID>" + id + "</geo:groepID><geo:label>" + label + "</geo:label></geo:Groep>";
}

const std::set<std::string> with_groups{"BHKV1030", "OW-GIO", "RNG"};

}  // namespace

std::vector<Edit> rare_text_edits() {
    return {
        {"LVBB3518",
         "GIO of a doel without a date",
         'a',
         [](Edited& p) {
             std::string& text = p.files["besluit.xml"];
             const std::size_t at = text.find("nld@2026-12-01;1</instrumentVersie><eId>art_III__ref_o_1</eId>");
             const std::size_t doel = text.rfind("planlezer-0001", at);
             text.replace(doel, 14, "ander");
         },
         {"LVBB4803"}},
        {"BHKV1031",
         "words that are not drawn",
         'a',
         [](Edited& p) {
             for (const char* const field : {"eenheidlabel", "eenheidID"}) {
                 std::string& text = p.files["maxgoothoogte.gml"];
                 const std::size_t from = text.find("<geo:" + std::string(field));
                 text.erase(from, text.find("</geo:" + std::string(field) + ">") + std::string(field).size() + 7 - from);
             }
             in_gml(p, one_value, "<geo:kwalitatieveNormwaarde>zes</geo:kwalitatieveNormwaarde>");
         },
         {"OW-GIO"}},
        {"STOP0008",
         "reference to no note in the table",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", entry,
                       table_with("<Nootref refid=\"n9\"/><Noot id=\"n1\" type=\"tabel\"><Al>x</Al></Noot>"));
         },
         {"RNG"}},
        {"STOP0067",
         "note twice",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", "Het eerste lid geldt niet",
                       "<Noot id=\"n1\"><Al>x</Al></Noot><Noot id=\"n1\"><Al>y</Al></Noot>Het eerste lid geldt niet");
         },
         {"RNG"}},
        {"STOP0026",
         "component name twice",
         'b',
         [](Edited& p) {
             p.replace("besluit.xml", "</RegelingMutatie>",
                       "</RegelingMutatie><RegelingMutatie componentnaam=\"main\" "
                       "was=\"/akn/nl/act/gm9920/2020/ander/nld@2025-06-01;4\" "
                       "wordt=\"/akn/nl/act/gm9920/2020/ander/nld@2026-12-01;5\"/>");
         },
         {"LVBB4032", "LVBB4033", "RNG"}},
        {"STOP0074",
         "wordt twice",
         'b',
         [](Edited& p) {
             p.replace("besluit.xml", "</RegelingMutatie>",
                       "</RegelingMutatie><RegelingMutatie componentnaam=\"meer\" "
                       "was=\"/akn/nl/act/gm9920/2020/omgevingsplan/nld@2025-06-01;4\" "
                       "wordt=\"/akn/nl/act/gm9920/2020/omgevingsplan/nld@2026-12-01;5\"/>");
         },
         {"RNG"}},
        {"STOP1019",
         "rechtsgebied twice",
         'b',
         [](Edited& p) {
             const std::string area = "<rechtsgebied>/tooi/def/concept/c_638d8062</rechtsgebied>";
             p.replace("besluit.xml", area, area + area);
         },
         {}},
        {"TPOD2452",
         "omgevingsplan of another model",
         'a',
         [](Edited& p) { p.replace_all("besluit.xml", "RegelingCompact", "RegelingVrijetekst"); },
         {"RNG"}},
        {"TPOD2453",
         "besluit of another model",
         'a',
         [](Edited& p) { p.replace_all("besluit.xml", "BesluitCompact", "BesluitKlassiek"); },
         {"RNG"}},
        {"OZON1037",
         "Pons in a temporary part",
         'a',
         [](Edited& p) { p.replace_all("besluit.xml", "RegelingCompact", "RegelingTijdelijkdeel"); },
         {"RNG", "TPOD2452", "LVBB4044"}},
        {"STOP0007",
         "reference to a note outside a table",
         'a',
         [](Edited& p) { p.replace("besluit.xml", entry, entry + "<Nootref refid=\"n1\"/>"); },
         {"RNG"}},
        {"STOP0016",
         "WijzigArtikel in a regeling",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", "<Artikel eId=\"chp_1__art_1.1\"",
                       "<WijzigArtikel eId=\"chp_1__art_1.0\" "
                       "wId=\"gm9920_planlezer1__chp_1__art_1.0\"><Kop><Nummer>1.0</Nummer></Kop><Wat>"
                       "<IntRef ref=\"chp_1\">x</IntRef></Wat></WijzigArtikel><Artikel eId=\"chp_1__art_1.1\"");
         },
         {"LVBB4002", "RNG"}},
        {"STOP0018",
         "wijzigactie outside a mutation",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", "<Inhoud><Al>Dit besluit treedt", "<Inhoud wijzigactie=\"nieuw\"><Al>Dit besluit treedt");
         },
         {"RNG"}},
        {"STOP0025",
         "new regeling without wordt",
         'a',
         [](Edited& p) { p.replace("besluit.xml", " wordt=\"/akn/nl/act/gm9920/2026/omgevingsplan/nld@2026-12-01;1\"", ""); },
         {"LVBB4032", "LVBB4033", "RNG"}},
        {"LVBB5005",
         "change without wordt",
         'b',
         [](Edited& p) { p.replace("besluit.xml", " wordt=\"/akn/nl/act/gm9920/2020/omgevingsplan/nld@2026-12-01;5\"", ""); },
         {"LVBB4032", "LVBB4033", "RNG"}},
        {"LVBB5030",
         "context that goes",
         'b',
         [](Edited& p) {
             p.replace("besluit.xml", "</RegelingMutatie>",
                       "<Verwijder wat=\"gm9920_1-0__chp_22\"><Hoofdstuk eId=\"chp_22\" "
                       "wId=\"gm9920_1-0__chp_22\"><Kop><Nummer>22</Nummer></Kop><Gereserveerd/></Hoofdstuk></Verwijder></"
                       "RegelingMutatie>");
         },
         {}},
        {"STOP0055",
         "something after Gereserveerd",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", "<Artikel eId=\"chp_1__art_1.1\"", "<Gereserveerd/><Artikel eId=\"chp_1__art_1.1\"");
         },
         {"RNG"}},
        {"STOP0062",
         "half of a chapter lapsed",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", "<Artikel eId=\"chp_1__art_1.1\"", "<Vervallen/><Artikel eId=\"chp_1__art_1.1\"");
         },
         {"RNG"}},
        {"STOP1003",
         "join that is no id",
         'a',
         [](Edited& p) {
             for (const char* const file : {"GIO-pons.xml", "pons.gml", "besluit.xml"})
                 p.replace_all(file, "/join/id/regdata/gm9920/2026/pons", "/join/set/regdata/gm9920/2026/pons");
             p.rehash();
         },
         {"STOP1027"}},
        {"STOP1007",
         "version without a date",
         'a',
         [](Edited& p) {
             for (const char* const file : {"GIO-pons.xml", "pons.gml", "besluit.xml"})
                 p.replace_all(file, "2026/pons/nld@2026-12-01;1", "2026/pons/nld@nieuw");
             p.rehash();
         },
         {}},
        {"STOP1012",
         "regeling that is a bill",
         'a',
         [](Edited& p) {
             for (const char* const file :
                  {"GIO-pons.xml", "GIO-maxbouwhoogte.xml", "GIO-maxgoothoogte.xml", "besluit.xml", "manifest-ow.xml"}) {
                 p.replace_all(file, "/akn/nl/act/gm9920", "/akn/nl/bill/gm9920");
             }
         },
         {"STOP1026"}},
        {"STOP1026",
         "intended regeling of another kind",
         'b',
         [](Edited& p) { p.replace_all("besluit.xml", "/akn/nl/act/", "/akn/nl/doc/"); },
         {"LVBB3510", "LVBB4015", "STOP1012", "TPOD2140"}},
        {"STOP1027",
         "intended object of another kind",
         'a',
         [](Edited& p) {
             for (const char* const file : {"GIO-pons.xml", "pons.gml", "besluit.xml"})
                 p.replace_all(file, "/join/id/regdata/gm9920/2026/pons", "/join/id/pubdata/gm9920/2026/pons");
             p.rehash();
         },
         {"BHKV1018"}},
        {"STOP1031",
         "onderwerp twice",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml",
                       "<onderwerpen><onderwerp>/tooi/def/concept/c_9af4b880</onderwerp></onderwerpen>\n   "
                       "<rechtsgebieden><rechtsgebied>/tooi/def/concept/c_638d8062</rechtsgebied></rechtsgebieden>\n   "
                       "<soortBestuursorgaan>/tooi/def/thes/kern/c_2a7d8663</soortBestuursorgaan>\n   <soortProcedure>",
                       "<onderwerpen><onderwerp>/tooi/def/concept/c_9af4b880</onderwerp><onderwerp>/tooi/def/concept/c_9af4b880</"
                       "onderwerp></onderwerpen>\n   <soortBestuursorgaan>/tooi/def/thes/kern/c_2a7d8663</soortBestuursorgaan>\n "
                       "  <soortProcedure>");
         },
         {}},
        {"BHKV1049",
         "ontwerp with a step of an appeal",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", "proceduretype_definitief", "proceduretype_ontwerp");
             p.replace("besluit.xml", step_003,
                       "<Procedurestap><soortStap>/join/id/stop/procedure/stap_016</soortStap><voltooidOp>2026-12-01</"
                       "voltooidOp></Procedurestap>");
         },
         {"BHKV1004", "OZON0127", "RNG"}},
        {"BHKV1014",
         "two files of a GIO",
         'a',
         [](Edited& p) {
             p.replace("GIO-pons.xml", "</heeftBestand>",
                       "</heeftBestand><heeftBestand><Bestand><bestandsnaam>maxgoothoogte.gml</bestandsnaam><hash/></Bestand></"
                       "heeftBestand>");
         },
         {"BHKV1032", "LVBB3511", "LVBB3512", "RNG"}},
        {"LVBB3900",
         "one GIO twice",
         'a',
         [](Edited& p) {
             p.files["GIO-nogeens.xml"] = p.files["GIO-pons.xml"];
             p.replace("manifest.xml", "</manifest>",
                       "<bestand><bestandsnaam>GIO-nogeens.xml</bestandsnaam><contentType>application/xml</contentType></"
                       "bestand></manifest>");
         },
         {}},
        {"TPOD2600",
         "borging of nothing",
         'a',
         [](Edited& p) {
             p.replace("GIO-pons.xml", "</InformatieObjectVersie>\n</",
                       "<gio:JuridischeBorgingVan "
                       "xmlns:gio=\"https://standaarden.overheid.nl/stop/imop/gio/\"><gio:JuridischeBorging><gio:domein>http://"
                       "www.geostandaarden.nl/imow/</gio:domein><gio:domeinObjectID>nl.imow-gm9920.gebied.weg</"
                       "gio:domeinObjectID></gio:JuridischeBorging></gio:JuridischeBorgingVan></InformatieObjectVersie>\n</");
         },
         {}},
        {"STOP3000", "a location without its group", 'a', [](Edited& p) { make_groups(p, listed("g1", "een"), ""); },
         with_groups},
        {"STOP3001", "group that is not listed", 'a',
         [](Edited& p) { make_groups(p, listed("g1", "een"), "<geo:groepID>g2</geo:groepID>"); }, with_groups},
        {"STOP3003", "group listed twice", 'a',
         [](Edited& p) { make_groups(p, listed("g1", "een") + listed("g1", "twee"), "<geo:groepID>g1</geo:groepID>"); },
         with_groups},
        {"STOP3004", "label listed twice", 'a',
         [](Edited& p) { make_groups(p, listed("g1", "een") + listed("g2", "een"), "<geo:groepID>g2</geo:groepID>"); },
         with_groups},
        {"STOP3005", "group that nothing is in", 'a',
         [](Edited& p) { make_groups(p, listed("g1", "een") + listed("g2", "twee"), "<geo:groepID>g1</geo:groepID>"); },
         with_groups},
        {"BHKV1030", "groups that are not drawn", 'a',
         [](Edited& p) { make_groups(p, listed("g1", "een"), "<geo:groepID>g1</geo:groepID>"); }, with_groups},
        {"STOP3007",
         "a location without its words",
         'a',
         [](Edited& p) {
             p.replace("maxbouwhoogte.gml", "<geo:kwantitatieveNormwaarde>9</geo:kwantitatieveNormwaarde>",
                       "<geo:kwalitatieveNormwaarde>negen</geo:kwalitatieveNormwaarde>");
             p.replace("maxbouwhoogte.gml", "<geo:kwantitatieveNormwaarde>11</geo:kwantitatieveNormwaarde>", "").rehash();
         },
         {"STOP3015", "BHKV1031", "OW-GIO"}},
        {"STOP3010",
         "words that are none",
         'a',
         [](Edited& p) { in_gml(p, one_value, "<geo:kwalitatieveNormwaarde> </geo:kwalitatieveNormwaarde>"); },
         {"STOP3015", "BHKV1031", "OW-GIO"}},
        {"STOP3015",
         "words with a unit",
         'a',
         [](Edited& p) { in_gml(p, one_value, "<geo:kwalitatieveNormwaarde>zes</geo:kwalitatieveNormwaarde>"); },
         {"BHKV1031", "OW-GIO"}},
        {"STOP3100",
         "name of a style",
         'a',
         [](Edited& p) { p.replace("GIO-maxgoothoogte.xml", "<FeatureTypeName>", "<Name>x</Name><FeatureTypeName>"); },
         {"RNG"}},
        {"STOP3101",
         "description of a style",
         'a',
         [](Edited& p) {
             p.replace("GIO-maxgoothoogte.xml", "<FeatureTypeName>",
                       "<Description><Title>x</Title></Description><FeatureTypeName>");
         },
         {"RNG"}},
        {"STOP3118",
         "comparison of words",
         'a',
         [](Edited& p) {
             p.replace_all("GIO-maxgoothoogte.xml", "kwantitatieveNormwaarde", "kwalitatieveNormwaarde");
             compare(p, "PropertyIsLessThan");
         },
         {"BHKV1032", "RNG"}},
        {"STOP3120", "range with one end", 'a', [](Edited& p) { compare(p, "And"); }, {"RNG", "BHKV1032"}},
        {"STOP3139",
         "unknown parameter of a line",
         'a',
         [](Edited& p) { add_parameter(p, "Stroke", "stroke-colour", "#505050"); },
         {}},
        {"STOP3146",
         "unknown parameter of a fill",
         'a',
         [](Edited& p) { add_parameter(p, "Fill", "fill-colour", "#505050"); },
         {}},
        {"STOP3142", "dashes in words", 'a', [](Edited& p) { add_parameter(p, "Stroke", "stroke-dasharray", "kort lang"); }, {}},
        {"STOP3143", "line end that is round", 'a', [](Edited& p) { add_parameter(p, "Stroke", "stroke-linecap", "round"); }, {}},
        {"STOP3175",
         "style of a document",
         'a',
         [](Edited& p) { p.replace("GIO-maxgoothoogte.xml", "gio_002", "doc_001"); },
         {"RNG"}},
    };
}

}  // namespace planlezer::omgevingsplan::testing
