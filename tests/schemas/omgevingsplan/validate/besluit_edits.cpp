#include "tests/schemas/omgevingsplan/validate/edits.hpp"

namespace planlezer::omgevingsplan::testing {

namespace {

const std::string step_003 =
    "<Procedurestap><soortStap>/join/id/stop/procedure/stap_003</soortStap><voltooidOp>2026-12-01</voltooidOp></Procedurestap>";

void besluit_id(Edited& p, const std::string& from, const std::string& to) { p.replace_all("besluit.xml", from, to); }

}  // namespace

std::vector<Edit> besluit_edits() {
    return {
        {"STOP1000", "point in the name", 'a', [](Edited& p) { besluit_id(p, "2026/besluit0001", "2026/besluit.0001"); }, {}},
        {"STOP1001",
         "expression of another work",
         'a',
         [](Edited& p) { p.replace("besluit.xml", "2026/besluit0001/nld@", "2026/besluit0002/nld@"); },
         {}},
        {"STOP1002", "unknown country", 'a', [](Edited& p) { besluit_id(p, "/akn/nl/bill/", "/akn/be/bill/"); }, {}},
        {"STOP1006", "no year", 'a', [](Edited& p) { besluit_id(p, "2026/besluit0001", "26/besluit0001"); }, {}},
        {"STOP1009",
         "unknown language",
         'a',
         [](Edited& p) { p.replace("besluit.xml", "besluit0001/nld@", "besluit0001/dut@"); },
         {}},
        {"STOP1010",
         "owner without code",
         'a',
         [](Edited& p) { besluit_id(p, "/akn/nl/bill/gm9920/", "/akn/nl/bill/gemeente/"); },
         {}},
        {"STOP1014", "neither akn nor join", 'a', [](Edited& p) { besluit_id(p, "/akn/nl/bill/", "/ako/nl/bill/"); }, {}},
        {"STOP1038",
         "blank in the doel",
         'a',
         [](Edited& p) {
             p.replace_all("besluit.xml", "/2026/planlezer-0001", "/2026/plan lezer");
             p.replace("manifest-ow.xml", "/2026/planlezer-0001", "/2026/plan lezer");
         },
         {}},
        {"LVBB2019", "a part too many", 'a', [](Edited& p) { besluit_id(p, "2026/besluit0001", "2026/besluit0001/x"); }, {}},
        {"LVBB2020", "accent in the name", 'a', [](Edited& p) { besluit_id(p, "2026/besluit0001", "2026/besluit+0001"); }, {}},
        {"LVBB2021",
         "name of 129 characters",
         'a',
         [](Edited& p) { besluit_id(p, "2026/besluit0001", "2026/" + std::string(129, 'b')); },
         {}},
        {"BHKV1005",
         "besluit with another soortWork",
         'a',
         [](Edited& p) { p.replace("besluit.xml", "work_003", "work_019"); },
         {}},
        {"STOP1013", "besluit that is an act", 'a', [](Edited& p) { besluit_id(p, "/akn/nl/bill/", "/akn/nl/act/"); }, {}},
        {"LVBB4044",
         "regeling with another soortWork",
         'a',
         [](Edited& p) { p.replace("besluit.xml", "work_019", "work_021"); },
         {}},
        {"LVBB4040",
         "new regeling without metadata",
         'a',
         [](Edited& p) {
             std::string& text = p.files["besluit.xml"];
             const std::size_t from = text.find("<RegelingMetadata");
             text.erase(from, text.find("</RegelingMetadata>") + 19 - from);
         },
         {}},
        {"TPOD2451",
         "omgevingsplan of a province",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml",
                       "<eindverantwoordelijke>/tooi/id/gemeente/gm9920</eindverantwoordelijke>\n   <informatieobjectRefs>",
                       "<eindverantwoordelijke>/tooi/id/provincie/pv28</eindverantwoordelijke>\n   <informatieobjectRefs>");
         },
         {}},
        {"STOP1034",
         "no soortBestuursorgaan",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml",
                       "<soortBestuursorgaan>/tooi/def/thes/kern/c_2a7d8663</soortBestuursorgaan>\n   <soortProcedure>",
                       "<soortProcedure>");
         },
         {}},
        {"STOP1016",
         "point in the version number",
         'a',
         [](Edited& p) { p.replace("besluit.xml", "<versienummer>1<", "<versienummer>1.0<"); },
         {}},
        {"STOP1018",
         "informatieobjectRef twice",
         'a',
         [](Edited& p) {
             const std::string ref =
                 "<informatieobjectRef>/join/id/regdata/gm9920/2026/pons/nld@2026-12-01;1</informatieobjectRef>";
             p.replace("besluit.xml", ref, ref + ref);
         },
         {}},
        {"BHKV1046",
         "step publication",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", step_003,
                       step_003 +
                           "<Procedurestap><soortStap>/join/id/stop/procedure/stap_004</soortStap><voltooidOp>2026-12-14</"
                           "voltooidOp></Procedurestap>");
         },
         {"RNG"}},
        {"BHKV1047",
         "step of an appeal",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", step_003,
                       step_003 +
                           "<Procedurestap><soortStap>/join/id/stop/procedure/stap_016</soortStap><voltooidOp>2026-12-14</"
                           "voltooidOp></Procedurestap>");
         },
         {"RNG"}},
        {"BHKV1048", "not signed", 'a', [](Edited& p) { p.replace("besluit.xml", step_003, ""); }, {}},
        {"STOP1302", "signed twice", 'a', [](Edited& p) { p.replace("besluit.xml", step_003, step_003 + step_003); }, {}},
        {"STOP1303",
         "signed before it was adopted",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", "stap_003</soortStap><voltooidOp>2026-12-01", "stap_003</soortStap><voltooidOp>2026-11-30");
         },
         {}},
        {"BHKV1004",
         "ontwerp with Tijdstempels",
         'a',
         [](Edited& p) { p.replace("besluit.xml", "proceduretype_definitief", "proceduretype_ontwerp"); },
         {"OZON0127"}},
        {"BHKV1009",
         "BeoogdeRegeling without place",
         'a',
         [](Edited& p) { p.replace("besluit.xml", "<eId>art_I</eId>", "<eId>art_V</eId>"); },
         {}},
        {"BHKV1010",
         "Tijdstempel without place",
         'a',
         [](Edited& p) { p.replace("besluit.xml", "<eId>art_II</eId>", "<eId>art_V</eId>"); },
         {}},
        {"BHKV1033",
         "IO without BeoogdInformatieobject",
         'a',
         [](Edited& p) {
             std::string& text = p.files["besluit.xml"];
             const std::size_t at = text.find("<eId>art_III__ref_o_1</eId>");
             const std::size_t from = text.rfind("<BeoogdInformatieobject>", at);
             text.erase(from, text.find("</BeoogdInformatieobject>", at) + 25 - from);
         },
         {}},
        {"BHKV1036",
         "BeoogdInformatieobject elsewhere",
         'a',
         [](Edited& p) { p.replace("besluit.xml", "<eId>art_III__ref_o_1</eId>", "<eId>art_II__ref_o_1</eId>"); },
         {}},
        {"LVBB3519",
         "regeling without date in force",
         'a',
         [](Edited& p) { p.replace("besluit.xml", "juridischWerkendVanaf", "geldigVanaf"); },
         {"LVBB3518", "RNG"}},
        {"LVBB4802",
         "two versions of one instrument",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", "</BeoogdeRegeling>",
                       "</BeoogdeRegeling><BeoogdeRegeling><doelen><doel>/join/id/proces/gm9920/2026/planlezer-0001</doel></"
                       "doelen><instrumentVersie>/akn/nl/act/gm9920/2026/omgevingsplan/nld@2026-12-01;2</"
                       "instrumentVersie><eId>art_I</eId></BeoogdeRegeling>");
         },
         {"LVBB4032"}},
        {"LVBB4803",
         "a second doel",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", "<Tijdstempel><doel>/join/id/proces/gm9920/2026/planlezer-0001</doel>",
                       "<Tijdstempel><doel>/join/id/proces/gm9920/2026/ander</doel>");
         },
         {"LVBB3518", "LVBB3519"}},
        {"STOP1029",
         "two dates in force",
         'a',
         [](Edited& p) {
             const std::string stamp =
                 "<Tijdstempel><doel>/join/id/proces/gm9920/2026/planlezer-0001</doel><soortTijdstempel>juridischWerkendVanaf</"
                 "soortTijdstempel><datum>2027-01-15</datum><eId>art_II</eId></Tijdstempel>";
             p.replace("besluit.xml", stamp, stamp + stamp);
         },
         {}},
        {"LVBB4032",
         "wordt is not intended",
         'b',
         [](Edited& p) {
             p.replace("besluit.xml", "<instrumentVersie>/akn/nl/act/gm9920/2020/omgevingsplan/nld@2026-12-01;5<",
                       "<instrumentVersie>/akn/nl/act/gm9920/2020/omgevingsplan/nld@2026-12-01;6<");
         },
         {}},
        {"LVBB4033",
         "wordt without version",
         'b',
         [](Edited& p) {
             p.replace("besluit.xml", "<FRBRExpression>/akn/nl/act/gm9920/2020/omgevingsplan/nld@2026-12-01;5<",
                       "<FRBRExpression>/akn/nl/act/gm9920/2020/omgevingsplan/nld@2026-12-01;6<");
         },
         {}},
        {"STOP0066",
         "was of another regeling",
         'b',
         [](Edited& p) {
             p.replace("besluit.xml", "was=\"/akn/nl/act/gm9920/2020/omgevingsplan/",
                       "was=\"/akn/nl/act/gm9920/2020/verordening/");
         },
         {}},
        {"LVBB4015",
         "was is wordt",
         'b',
         [](Edited& p) { p.replace("besluit.xml", "nld@2025-06-01;4", "nld@2026-12-01;5"); },
         {}},
        {"LVBB5006",
         "no was",
         'b',
         [](Edited& p) { p.replace("besluit.xml", " was=\"/akn/nl/act/gm9920/2020/omgevingsplan/nld@2025-06-01;4\"", ""); },
         {"RNG"}},
        {"STOP0024",
         "no componentnaam",
         'a',
         [](Edited& p) { p.replace("besluit.xml", " componentnaam=\"main\"", ""); },
         {"BHKV1036", "STOP0020", "STOP0021", "STOP0022", "TPOD2000", "RNG"}},
        {"LVBB4002",
         "WijzigBijlage nobody refers to",
         'a',
         [](Edited& p) {
             p.replace("besluit.xml", "<IntRef ref=\"cmp_A\">Bijlage A</IntRef>", "<IntRef ref=\"art_II\">Bijlage A</IntRef>");
         },
         {}},
        {"STOP1200",
         "gml of another STOP",
         'a',
         [](Edited& p) { p.replace("pons.gml", "schemaversie=\"1.3.0\"", "schemaversie=\"1.4.1\"").rehash(); },
         {"RNG"}},
    };
}

}  // namespace planlezer::omgevingsplan::testing
