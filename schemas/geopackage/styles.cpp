#include "schemas/geopackage/styles.hpp"

#include <array>

namespace planlezer::geopackage {

namespace {

struct Class {
    std::string_view lower;
    std::string_view upper;
    std::string_view label;
    std::string_view colour;
};

/// Low is light, high is dark; readable with every common kind of colour blindness (viridis, from its light end).
constexpr std::array classes{
    Class{"0", "3", "tot 3", "253,231,37"},      Class{"3", "4.5", "3 - 4,5", "160,218,57"},  Class{"4.5", "6", "4,5 - 6", "74,193,109"},
    Class{"6", "9", "6 - 9", "31,161,135"},      Class{"9", "12", "9 - 12", "39,127,142"},    Class{"12", "20", "12 - 20", "54,92,141"},
    Class{"20", "50", "20 - 50", "70,50,127"},   Class{"50", "1000000000", "boven 50", "68,1,84"},
};

std::string attribute(std::string_view name, std::string_view value) { return " " + std::string(name) + "=\"" + std::string(value) + "\""; }

std::string option(std::string_view name, std::string_view value) {
    return "<Option type=\"QString\"" + attribute("name", name) + attribute("value", value) + "/>";
}

std::string fill(std::string_view name, std::string_view colour, std::string_view style, std::string_view line, std::string_view width) {
    return "<symbol type=\"fill\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\"" + attribute("name", name) +
           "><layer class=\"SimpleFill\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">" + option("color", colour) + option("style", style) +
           option("outline_color", line) + option("outline_style", "solid") + option("outline_width", width) + option("outline_width_unit", "MM") +
           "</Option></layer></symbol>";
}

std::string marker(std::string_view name, std::string_view shape, std::string_view colour, std::string_view size) {
    return "<symbol type=\"marker\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\"" + attribute("name", name) +
           "><layer class=\"SimpleMarker\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">" + option("name", shape) + option("color", colour) +
           option("outline_color", "35,35,35,255") + option("outline_width", "0.3") + option("size", size) + option("size_unit", "MM") +
           "</Option></layer></symbol>";
}

std::string labels(std::string_view expression, std::string_view size, std::string_view placement) {
    return "<labeling type=\"simple\"><settings calloutType=\"simple\"><text-style" + attribute("fieldName", expression) + " isExpression=\"1\"" +
           attribute("fontSize", size) + " fontSizeUnit=\"Point\" fontFamily=\"Sans Serif\" textColor=\"30,30,30,255\" textOpacity=\"1\">"
           "<text-buffer bufferDraw=\"1\" bufferSize=\"0.8\" bufferSizeUnits=\"MM\" bufferColor=\"255,255,255,255\" bufferOpacity=\"1\"/></text-style>"
           "<placement" + attribute("placement", placement) + " dist=\"1\" distUnits=\"MM\" priority=\"5\" quadOffset=\"4\" offsetType=\"0\" centroidInside=\"1\" "
           "polygonPlacementFlags=\"2\" fitInPolygonOnly=\"0\" rotationAngle=\"0\"/>"  // QGIS places nothing on a polygon without the flags
           "<rendering drawLabels=\"1\" obstacle=\"0\" obstacleFactor=\"1\" obstacleType=\"0\" scaleVisibility=\"0\" displayAll=\"0\" minFeatureSize=\"0\" "
           "fontLimitPixelSize=\"0\" fontMinPixelSize=\"3\" fontMaxPixelSize=\"10000\" maxNumLabels=\"2000\" limitNumLabels=\"0\"/>"
           "</settings></labeling>";
}

std::string document(std::string_view renderer, std::string_view labelling) {
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
           "<qgis version=\"3.22.0\" styleCategories=\"Symbology|Labeling\" labelsEnabled=\"" + std::string(labelling.empty() ? "0" : "1") + "\">" +
           std::string(renderer) + std::string(labelling) + "<blendMode>0</blendMode><featureBlendMode>0</featureBlendMode></qgis>\n";
}

std::string single(const std::string& symbol) {
    return "<renderer-v2 type=\"singleSymbol\" enableorderby=\"0\" forceraster=\"0\" symbollevels=\"0\"><symbols>" + symbol + "</symbols></renderer-v2>";
}

/// Coloured by value; what waits for a person is for the layer review_flag to show.
std::string norm_area() {
    std::string ranges;
    std::string symbols;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const Class& c = classes[i];
        const std::string name = std::to_string(i);
        ranges += "<range render=\"true\"" + attribute("symbol", name) + attribute("lower", c.lower) + attribute("upper", c.upper) + attribute("label", c.label) + "/>";
        symbols += fill(name, std::string(c.colour) + ",150", "solid", "35,35,35,255", "0.3");
    }
    const std::string renderer = "<renderer-v2 type=\"graduatedSymbol\" attr=\"value\" graduatedMethod=\"GraduatedColor\" enableorderby=\"0\" forceraster=\"0\" "
                                 "symbollevels=\"0\"><ranges>" + ranges + "</ranges><symbols>" + symbols + "</symbols></renderer-v2>";
    return document(renderer, labels("&quot;kind&quot; || ' ' || replace(&quot;value_text&quot;, '.', ',') || ' ' || coalesce(&quot;unit&quot;, '')", "7", "1"));
}

std::string map_symbol() {
    return document(single(marker("0", "circle", "255,255,255,255", "5")), labels("replace(&quot;value_text&quot;, '.', ',')", "7", "1"));
}

std::string plan_contour() {
    return document(single(fill("0", "0,0,0,0", "no", "200,0,0,255", "0.8")), labels("coalesce(&quot;name&quot;, &quot;plan_id&quot;)", "10", "0"));
}

std::string bestemming() {
    return document(single(fill("0", "235,225,235,120", "solid", "90,90,90,255", "0.3")), labels("coalesce(&quot;code&quot;, &quot;name&quot;)", "8", "1"));
}

std::string review_flag() {
    return document(single(marker("0", "triangle", "220,50,30,255", "4")), labels("&quot;code&quot;", "6", "0"));
}

}  // namespace

std::string style_qml(std::string_view layer) {
    if (layer == "norm_area") return norm_area();
    if (layer == "map_symbol") return map_symbol();
    if (layer == "plan_contour") return plan_contour();
    if (layer == "bestemming") return bestemming();
    return review_flag();
}

}  // namespace planlezer::geopackage
