#include "tests/schemas/omgevingsplan/validate/edits.hpp"

namespace planlezer::omgevingsplan::testing {

std::vector<Edit> delivery_edits() {
    return {
        {"LVBB1002", "no opdracht", 'a', [](Edited& p) { p.drop("opdracht.xml"); }, {}},
        {"LVBB1003", "no manifest", 'a', [](Edited& p) { p.files.erase("manifest.xml"); }, {}},
        {"LVBB1004",
         "blank in a name",
         'a',
         [](Edited& p) {
             p.files["een naam.pdf"] = "%PDF-1.7";
             p.replace("manifest.xml", "</manifest>",
                       "<bestand><bestandsnaam>een "
                       "naam.pdf</bestandsnaam><contentType>application/pdf</contentType></bestand></manifest>");
         },
         {"RNG"}},
        {"LVBB1009",
         "file of the manifest is gone",
         'a',
         [](Edited& p) {
             p.replace(
                 "manifest.xml", "</manifest>",
                 "<bestand><bestandsnaam>weg.pdf</bestandsnaam><contentType>application/pdf</contentType></bestand></manifest>");
         },
         {}},
        {"LVBB1010", "file not in the manifest", 'a', [](Edited& p) { p.files["extra.pdf"] = "%PDF-1.7"; }, {}},
        {"LVBB1016",
         "ow file of manifest ow is gone",
         'a',
         [](Edited& p) {
             p.replace("manifest-ow.xml", "</Aanlevering>",
                       "<Bestand><naam>owWeg.xml</naam><objecttype>Gebied</objecttype></Bestand></Aanlevering>");
         },
         {}},
        {"LVBB1016",
         "ow file not in manifest ow",
         'a',
         [](Edited& p) {
             p.replace("manifest-ow.xml", "<Bestand><naam>owPons.xml</naam><objecttype>Pons</objecttype></Bestand>", "");
         },
         {}},
        {"LVBB1018",
         "png that is a pdf",
         'a',
         [](Edited& p) {
             p.files["plaatje.png"] = "%PDF-1.7";
             p.replace(
                 "manifest.xml", "</manifest>",
                 "<bestand><bestandsnaam>plaatje.png</bestandsnaam><contentType>image/png</contentType></bestand></manifest>");
         },
         {}},
        {"LVBB1019",
         "unknown content type",
         'a',
         [](Edited& p) {
             p.replace("manifest.xml", "<bestandsnaam>pons.gml</bestandsnaam><contentType>application/gml+xml<",
                       "<bestandsnaam>pons.gml</bestandsnaam><contentType>text/xml<");
         },
         {"RNG"}},
        {"LVBB1020",
         "no content type",
         'a',
         [](Edited& p) {
             p.replace("manifest.xml", "<bestandsnaam>pons.gml</bestandsnaam><contentType>application/gml+xml<",
                       "<bestandsnaam>pons.gml</bestandsnaam><contentType><");
         },
         {"RNG"}},
        {"LVBB1021",
         "gml said to be xml",
         'a',
         [](Edited& p) {
             p.replace("manifest.xml", "<bestandsnaam>pons.gml</bestandsnaam><contentType>application/gml+xml<",
                       "<bestandsnaam>pons.gml</bestandsnaam><contentType>application/xml<");
         },
         {}},
        {"LVBB1025",
         "objecttype Geometrie",
         'a',
         [](Edited& p) {
             p.replace("manifest-ow.xml", "<objecttype>Pons</objecttype>",
                       "<objecttype>Pons</objecttype><objecttype>Geometrie</objecttype>");
         },
         {"RNG"}},
        {"LVBB1026",
         "gml in manifest ow",
         'a',
         [](Edited& p) {
             p.replace("manifest-ow.xml", "</Aanlevering>",
                       "<Bestand><naam>pons.gml</naam><objecttype>Gebied</objecttype></Bestand></Aanlevering>");
         },
         {}},
        {"LVBB1027", "no manifest ow", 'a', [](Edited& p) { p.drop("manifest-ow.xml").files.erase("manifest-ow.xml"); }, {}},
        {"LVBB1041",
         "empty file",
         'a',
         [](Edited& p) {
             p.files["leeg.pdf"] = "";
             p.replace(
                 "manifest.xml", "</manifest>",
                 "<bestand><bestandsnaam>leeg.pdf</bestandsnaam><contentType>application/pdf</contentType></bestand></manifest>");
         },
         {"LVBB1021"}},
        {"LVBB1501",
         "day that does not exist",
         'a',
         [](Edited& p) { p.replace("opdracht.xml", "2026-12-14", "2026-02-30"); },
         {"RNG"}},
        {"LVBB1506",
         "publication is gone",
         'a',
         [](Edited& p) { p.replace("opdracht.xml", "besluit.xml", "besluiten.xml"); },
         {}},
        {"LVBB1519", "published on a Sunday", 'a', [](Edited& p) { p.replace("opdracht.xml", "2026-12-14", "2026-12-13"); }, {}},
        {"LVBB1519",
         "published on Boxing Day",
         'a',
         [](Edited& p) { p.replace("opdracht.xml", "2026-12-14", "2025-12-26"); },
         {"LVBB1580"}},
        {"LVBB1575",
         "file twice in the manifest",
         'a',
         [](Edited& p) {
             p.replace("manifest.xml", "</manifest>",
                       "<bestand><bestandsnaam>pons.gml</bestandsnaam><contentType>application/gml+xml</contentType></bestand></"
                       "manifest>");
         },
         {}},
        {"LVBB1580",
         "in force after more than ninety days",
         'a',
         [](Edited& p) { p.replace("besluit.xml", "<datum>2027-01-15</datum>", "<datum>2027-03-15</datum>"); },
         {}},
        {"BHKV9998", "idLevering onbekend", 'a', [](Edited& p) { p.replace("opdracht.xml", "planlezer-0001", "onbekend"); }, {}},
        {"TPOD2140",
         "WorkIDRegeling of another",
         'a',
         [](Edited& p) { p.replace("manifest-ow.xml", "/2026/omgevingsplan", "/2026/ander"); },
         {}},
        {"TPOD2210", "DoelID of another", 'a', [](Edited& p) { p.replace("manifest-ow.xml", "planlezer-0001", "ander"); }, {}},
        {"TPOD2210", "ExpressionIDRegeling of another", 'c', [](Edited& p) { p.replace("manifest-ow.xml", ";5<", ";6<"); }, {}},
        {"TPOD2150",
         "DoelID and ExpressionIDRegeling",
         'c',
         [](Edited& p) {
             p.replace("manifest-ow.xml", "<ExpressionIDRegeling>",
                       "<DoelID>/join/id/proces/gm9920/2026/planlezer-0001</DoelID><ExpressionIDRegeling>");
         },
         {"RNG"}},
        {"XML", "not well formed", 'a', [](Edited& p) { p.replace("owPons.xml", "</p:Pons>", ""); }, {}},
        {"XML",
         "a doctype",
         'a',
         [](Edited& p) {
             p.replace("opdracht.xml", "<validatieOpdracht",
                       "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><validatieOpdracht");
         },
         {}},
    };
}

}  // namespace planlezer::omgevingsplan::testing
