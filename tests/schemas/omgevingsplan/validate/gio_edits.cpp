#include "tests/schemas/omgevingsplan/validate/edits.hpp"

namespace planlezer::omgevingsplan::testing {

std::vector<Edit> gio_edits() {
    const std::string gio = "GIO-maxbouwhoogte.xml";
    return {
        {"LVBB3008", "hash of another file", 'a', [](Edited& p) { p.files["pons.gml"] += "\n"; }, {}},
        {"LVBB3504",
         "referred object is not delivered",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", "</informatieobjectRefs>",
                       "<informatieobjectRef>/join/id/regdata/gm9920/2026/weg/nld@2026-12-01;1</informatieobjectRef></"
                       "informatieobjectRefs>");
         },
         {"BHKV1033"}},
        {"LVBB3509",
         "delivered object is not referred",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml",
                       "<informatieobjectRef>/join/id/regdata/gm9920/2026/pons/nld@2026-12-01;1</informatieobjectRef>", "");
         },
         {}},
        {"LVBB3506", "gml is gone", 'a', [](Edited& p) { p.replace("GIO-pons.xml", "pons.gml", "weg.gml"); }, {}},
        {"LVBB3507",
         "GIO that is a pdf",
         'a',
         [](Edited& p) {
             p.files["pons.pdf"] = "%PDF-1.7";
             p.replace(
                 "manifest.xml", "</manifest>",
                 "<bestand><bestandsnaam>pons.pdf</bestandsnaam><contentType>application/pdf</contentType></bestand></manifest>");
             p.replace("GIO-pons.xml", "pons.gml", "pons.pdf").rehash();
         },
         {}},
        {"LVBB3510",
         "born of another regeling",
         'a',
         [](Edited& p) { p.replace("GIO-pons.xml", "/akn/nl/act/gm9920/2026/omgevingsplan", "/akn/nl/act/gm9920/2026/ander"); },
         {}},
        {"BHKV1015",
         "no geboorteregeling",
         'a',
         [](Edited& p) {
             p.replace("GIO-pons.xml", "<heeftGeboorteregeling>/akn/nl/act/gm9920/2026/omgevingsplan</heeftGeboorteregeling>",
                       "");
         },
         {"RNG"}},
        {"LVBB3511",
         "work differs from the gml",
         'a',
         [](Edited& p) {
             p.replace("pons.gml", "<geo:FRBRWork>/join/id/regdata/gm9920/2026/pons<",
                       "<geo:FRBRWork>/join/id/regdata/gm9920/2026/ander<")
                 .rehash();
         },
         {}},
        {"LVBB3512",
         "expression differs from the gml",
         'a',
         [](Edited& p) { p.replace("pons.gml", "nld@2026-12-01;1", "nld@2026-12-01;2").rehash(); },
         {}},
        {"LVBB3151",
         "object that no ExtIoRef names",
         'a',
         [](Edited& p) {
             p.replace_all(
                 "besluit.xml",
                 "ref=\"/join/id/regdata/gm9920/2026/pons/nld@2026-12-01;1\">/join/id/regdata/gm9920/2026/pons/nld@2026-12-01;1",
                 "ref=\"/join/id/regdata/gm9920/2026/pons/nld@2026-12-01;2\">/join/id/regdata/gm9920/2026/pons/nld@2026-12-01;2");
         },
         {"BHKV1036"}},
        {"BHKV1016", "GIO with another soortWork", 'a', [](Edited& p) { p.replace("GIO-pons.xml", "work_010", "work_005"); }, {}},
        {"BHKV1017",
         "title that is not the work",
         'a',
         [](Edited& p) {
             p.replace("GIO-pons.xml", "<officieleTitel>/join/id/regdata/gm9920/2026/pons<", "<officieleTitel>pons<");
         },
         {}},
        {"BHKV1018",
         "instruction of another collection",
         'a',
         [](Edited& p) { p.replace("GIO-pons.xml", "TeConsolideren", "AlleenBekendTeMaken"); },
         {"RNG"}},
        {"STOP1008",
         "version before the work",
         'a',
         [](Edited& p) {
             for (const char* const file : {"GIO-pons.xml", "pons.gml", "besluit.xml"})
                 p.replace_all(file, "2026/pons/nld@2026-12-01", "2026/pons/nld@2025-12-01");
             p.rehash();
         },
         {}},
        {"STOP1004",
         "unknown collection",
         'a',
         [](Edited& p) {
             for (const char* const file : {"GIO-pons.xml", "pons.gml", "besluit.xml"})
                 p.replace_all(file, "regdata/gm9920/2026/pons", "regdat/gm9920/2026/pons");
             p.rehash();
         },
         {"BHKV1018", "STOP1027"}},
        {"BHKV1032",
         "value without a symbol",
         'a',
         [gio](Edited& p) { p.replace(gio, "<Literal>11</Literal>", "<Literal>12</Literal>"); },
         {}},
        {"STOP3102", "style of something else", 'a', [gio](Edited& p) { p.replace(gio, "geo:Locatie<", "geo:Gebied<"); }, {}},
        {"STOP3103",
         "unknown SemanticTypeIdentifier",
         'a',
         [](Edited& p) { p.replace_all("GIO-maxgoothoogte.xml", "kwantitatieveNormwaarde", "normwaarde"); },
         {"BHKV1032", "RNG"}},
        {"STOP3114",
         "filter on the geometry",
         'a',
         [](Edited& p) {
             p.replace_all("GIO-maxgoothoogte.xml", "geo:kwantitatieveNormwaarde", "geo:geometrie");
             p.replace_all("GIO-maxgoothoogte.xml", ">kwantitatieveNormwaarde<", ">geometrie<");
         },
         {"BHKV1032"}},
        {"STOP3115",
         "filter on another property",
         'a',
         [](Edited& p) { p.replace("GIO-maxgoothoogte.xml", ">kwantitatieveNormwaarde<", ">kwalitatieveNormwaarde<"); },
         {}},
        {"STOP3126", "empty legend", 'a', [gio](Edited& p) { p.replace(gio, "<Title>9 meter</Title>", "<Title> </Title>"); }, {}},
        {"STOP3140",
         "stroke in capitals",
         'a',
         [](Edited& p) { p.replace("GIO-maxgoothoogte.xml", "\"stroke\">#505050", "\"stroke\">#50505F"); },
         {}},
        {"STOP3141",
         "stroke width in words",
         'a',
         [](Edited& p) { p.replace("GIO-maxgoothoogte.xml", "\"stroke-width\">0.5", "\"stroke-width\">dun"); },
         {}},
        {"STOP3144",
         "stroke opacity over one",
         'a',
         [](Edited& p) { p.replace("GIO-maxgoothoogte.xml", "\"stroke-opacity\">1", "\"stroke-opacity\">1.5"); },
         {}},
        {"STOP3145",
         "corner that is not round",
         'a',
         [](Edited& p) { p.replace("GIO-maxgoothoogte.xml", "\"stroke-linejoin\">round", "\"stroke-linejoin\">mitre"); },
         {}},
        {"STOP3147",
         "fill without number sign",
         'a',
         [](Edited& p) { p.replace("GIO-maxgoothoogte.xml", "\"fill\">#", "\"fill\">"); },
         {}},
        {"STOP3148",
         "fill opacity in percent",
         'a',
         [](Edited& p) { p.replace("GIO-maxgoothoogte.xml", "\"fill-opacity\">0.3", "\"fill-opacity\">30"); },
         {}},
    };
}

}  // namespace planlezer::omgevingsplan::testing
