#include "tests/schemas/omgevingsplan/validate/edits.hpp"

namespace planlezer::omgevingsplan::testing {

namespace {

const std::string heights = "maxbouwhoogte.gml";
const std::string gutters = "maxgoothoogte.gml";
const std::string first =
    "155000.000 463000.000 155100.000 463000.000 155100.000 463100.000 155000.000 463100.000 155000.000 463000.000";
const std::string second =
    "155200.000 463000.000 155300.000 463000.000 155300.000 463100.000 155200.000 463100.000 155200.000 463000.000";

void reshape(Edited& p, const std::string& to) { p.replace(heights, second, to).rehash(); }

}  // namespace

std::vector<Edit> place_edits() {
    return {
        {"",
         "areas that share an edge to a millimetre",
         'a',
         [](Edited& p) {
             reshape(
                 p,
                 "155099.999 463000.000 155200.000 463000.000 155200.000 463100.000 155099.999 463100.000 155099.999 463000.000");
         },
         {}},
        {"TPOD2101",
         "different values overlap",
         'a',
         [](Edited& p) {
             reshape(
                 p,
                 "155099.000 463000.000 155200.000 463000.000 155200.000 463100.000 155099.000 463100.000 155099.000 463000.000");
         },
         {}},
        {"TPOD2102",
         "equal values overlap",
         'a',
         [](Edited& p) {
             p.replace("owNormen.xml", "<rol:kwantitatieveWaarde>11<", "<rol:kwantitatieveWaarde>9<");
             p.replace(heights, "<geo:kwantitatieveNormwaarde>11<", "<geo:kwantitatieveNormwaarde>9<");
             reshape(
                 p,
                 "155050.000 463050.000 155200.000 463050.000 155200.000 463100.000 155050.000 463100.000 155050.000 463050.000");
         },
         {}},
        {"GEOMETRY.03.2",
         "ring that is not closed",
         'a',
         [](Edited& p) { reshape(p, "155200.000 463000.000 155300.000 463000.000 155300.000 463100.000 155200.000 463100.000"); },
         {}},
        {"GEOMETRY.03.2",
         "ring that crosses itself",
         'a',
         [](Edited& p) {
             reshape(
                 p,
                 "155200.000 463000.000 155300.000 463100.000 155300.000 463000.000 155200.000 463100.000 155200.000 463000.000");
         },
         {}},
        {"GEOMETRY.03.2",
         "decimal comma in a coordinate",
         'a',
         [](Edited& p) { reshape(p, "155200,000" + second.substr(10)); },
         {}},
        {"GEOMETRY.03.2", "odd number of coordinates", 'a', [](Edited& p) { reshape(p, second + " 1"); }, {}},
        {"GEOMETRY.03.2", "empty ring", 'a', [](Edited& p) { reshape(p, ""); }, {}},
        {"GEOMETRY.03.2",
         "ring without posList",
         'a',
         [](Edited& p) { p.replace(heights, "<gml:posList>" + second + "</gml:posList>", "").rehash(); },
         {"RNG"}},
        {"GEOMETRY.03.2",
         "three dimensions",
         'a',
         [](Edited& p) { p.replace_all(gutters, "srsDimension=\"2\"", "srsDimension=\"3\"").rehash(); },
         {}},
        {"GEOMETRY.03.2",
         "an arc",
         'a',
         [](Edited& p) {
             p.replace(gutters, "<gml:LinearRing><gml:posList>" + first + "</gml:posList></gml:LinearRing>",
                       "<gml:Ring><gml:curveMember><gml:Curve><gml:segments><gml:ArcString><gml:posList>" + first +
                           "</gml:posList></gml:ArcString></gml:segments></gml:Curve></gml:curveMember></gml:Ring>")
                 .rehash();
         },
         {"RNG"}},
        {"GEO",
         "ten decimals",
         'a',
         [](Edited& p) { reshape(p, "155200.0004" + second.substr(10, second.size() - 32) + " 155200.0004 463000.000"); },
         {"GEOMETRY.03.2"}},
        {"TPOD2700",
         "x and y exchanged",
         'a',
         [](Edited& p) {
             reshape(
                 p,
                 "463000.000 155200.000 463000.000 155300.000 463100.000 155300.000 463100.000 155200.000 463000.000 155200.000");
         },
         {}},
        {"STOP3020", "another system", 'a', [](Edited& p) { p.replace(gutters, "EPSG::28992", "EPSG::4326").rehash(); }, {}},
        {"STOP3020",
         "no system",
         'a',
         [](Edited& p) { p.replace(gutters, "srsName=\"urn:ogc:def:crs:EPSG::28992\" ", "").rehash(); },
         {"RNG"}},
        {"STOP3021",
         "two systems in a GIO",
         'a',
         [](Edited& p) {
             std::string& text = p.files[heights];
             const std::size_t at = text.rfind("EPSG::28992");
             text.replace(at, 11, "EPSG::4258");
             reshape(p, "52.1 5.1 52.1 5.2 52.2 5.2 52.2 5.1 52.1 5.1");
         },
         {}},
        {"STOP3013",
         "basisgeo id twice",
         'a',
         [](Edited& p) {
             p.replace_all(heights, "80f2d352-cc01-5a36-b923-a6ad880e48d7", "2722cb3d-8ff3-5012-81ee-8292b419b869").rehash();
         },
         {"STOP3018", "OZON0066", "OW-GIO"}},
        {"STOP3018",
         "one id with other coordinates",
         'a',
         [](Edited& p) {
             p.replace_all(gutters, "3c7e5e6d-93aa-56de-b38d-cc9459af0fe1", "80f2d352-cc01-5a36-b923-a6ad880e48d7").rehash();
         },
         {"OZON0066", "OW-GIO"}},
        {"STOP3090",
         "gml name",
         'a',
         [](Edited& p) { p.replace(gutters, "<geo:FRBRWork>", "<gml:name>naam</gml:name><geo:FRBRWork>").rehash(); },
         {"RNG"}},
        {"STOP3006",
         "a location without a number",
         'a',
         [](Edited& p) { p.replace(heights, "<geo:kwantitatieveNormwaarde>11</geo:kwantitatieveNormwaarde>", "").rehash(); },
         {"OW-GIO"}},
        {"STOP3008",
         "a location with two kinds of value",
         'a',
         [](Edited& p) {
             p.replace(gutters, "<geo:kwantitatieveNormwaarde>6</geo:kwantitatieveNormwaarde>",
                       "<geo:kwantitatieveNormwaarde>6</geo:kwantitatieveNormwaarde><geo:kwalitatieveNormwaarde>zes</"
                       "geo:kwalitatieveNormwaarde>")
                 .rehash();
         },
         {"BHKV1031", "STOP3015", "RNG"}},
        {"STOP3009",
         "number without unit",
         'a',
         [](Edited& p) {
             p.replace(gutters, "<geo:eenheidlabel>meter</geo:eenheidlabel>", "");
             p.replace(gutters,
                       "<geo:eenheidID>http://standaarden.omgevingswet.overheid.nl/eenheid/id/concept/Meter</geo:eenheidID>", "")
                 .rehash();
         },
         {"OW-GIO"}},
        {"STOP3011",
         "value without norm",
         'a',
         [](Edited& p) {
             p.replace(gutters, "<geo:normlabel>maximum goothoogte</geo:normlabel>", "");
             p.replace(
                  gutters,
                  "<geo:normID>http://standaarden.omgevingswet.overheid.nl/typenorm/id/concept/MaximumGoothoogte</geo:normID>",
                  "")
                 .rehash();
         },
         {}},
        {"STOP3012",
         "value and group",
         'a',
         [](Edited& p) {
             p.replace(gutters, "<geo:kwantitatieveNormwaarde>6<", "<geo:groepID>g</geo:groepID><geo:kwantitatieveNormwaarde>6<")
                 .rehash();
         },
         {"STOP3001", "BHKV1030", "RNG"}},
        {"STOP3016",
         "norm without values",
         'a',
         [](Edited& p) {
             p.replace("pons.gml", "<geo:locaties>",
                       "<geo:normlabel>x</geo:normlabel><geo:normID>http://standaarden.omgevingswet.overheid.nl/typenorm/id/"
                       "concept/Hoogte</geo:normID><geo:locaties>")
                 .rehash();
         },
         {"PONS"}},
        {"GEOMETRY.03.1",
         "location without geometry",
         'a',
         [](Edited& p) {
             std::string& text = p.files["pons.gml"];
             const std::size_t from = text.find("<gml:MultiSurface");
             text.erase(from, text.find("</gml:MultiSurface>") + 19 - from);
             p.rehash();
         },
         {"RNG"}},
        {"TPOD1980",
         "Gebied that is a line",
         'a',
         [](Edited& p) {
             std::string& text = p.files["pons.gml"];
             const std::size_t from = text.find("<gml:MultiSurface");
             text.replace(from, text.find("</gml:MultiSurface>") + 19 - from,
                          "<gml:LineString srsName=\"urn:ogc:def:crs:EPSG::28992\" gml:id=\"id-l\"><gml:posList>155000 463000 "
                          "155100 463100</gml:posList></gml:LineString>");
             p.rehash();
         },
         {"RNG"}},
    };
}

}  // namespace planlezer::omgevingsplan::testing
