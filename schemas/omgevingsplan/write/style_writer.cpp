#include "schemas/omgevingsplan/write/style_writer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace planlezer::omgevingsplan {

namespace {

struct Symbol {
    const char* name;
    const char* fill;
    const char* stroke;
};

constexpr std::size_t tints = 8;
constexpr std::size_t grey = 0;
constexpr std::size_t blue = 1;

/// The tints vsgt2 to vsgt6 of the symbol library for norm values (1.3.2), dark before light in each.
constexpr std::array<std::array<Symbol, tints>, 5> library{{
    {{{"vsgt200", "#505050", "#505050"}, {"vsgt201", "#646464", "#505050"}, {"vsgt202", "#787878", "#505050"}, {"vsgt203", "#8c8c8c", "#505050"},
      {"vsgt204", "#a0a0a0", "#505050"}, {"vsgt205", "#b4b4b4", "#505050"}, {"vsgt206", "#c8c8c8", "#505050"}, {"vsgt207", "#dcdcdc", "#505050"}}},
    {{{"vsgt300", "#0000ff", "#0000ff"}, {"vsgt301", "#1e1eff", "#0000ff"}, {"vsgt302", "#3c3cff", "#0000ff"}, {"vsgt303", "#5a5aff", "#0000ff"},
      {"vsgt304", "#7878ff", "#0000ff"}, {"vsgt305", "#9696ff", "#0000ff"}, {"vsgt306", "#b4b4ff", "#0000ff"}, {"vsgt307", "#d2d2ff", "#0000ff"}}},
    {{{"vsgt400", "#005000", "#005000"}, {"vsgt401", "#007300", "#005000"}, {"vsgt402", "#009600", "#005000"}, {"vsgt403", "#00b900", "#005000"},
      {"vsgt404", "#00dc00", "#005000"}, {"vsgt405", "#00ff00", "#005000"}, {"vsgt406", "#4bff4b", "#005000"}, {"vsgt407", "#96ff96", "#005000"}}},
    {{{"vsgt500", "#960000", "#960000"}, {"vsgt501", "#b90000", "#960000"}, {"vsgt502", "#dc0000", "#960000"}, {"vsgt503", "#ff0000", "#960000"},
      {"vsgt504", "#ff5050", "#960000"}, {"vsgt505", "#ff7878", "#960000"}, {"vsgt506", "#ffa0a0", "#960000"}, {"vsgt507", "#ffc8c8", "#960000"}}},
    {{{"vsgt600", "#e1c300", "#e1c300"}, {"vsgt601", "#ebd700", "#e1c300"}, {"vsgt602", "#f5eb00", "#e1c300"}, {"vsgt603", "#ffff00", "#e1c300"},
      {"vsgt604", "#ffff50", "#e1c300"}, {"vsgt605", "#ffff78", "#e1c300"}, {"vsgt606", "#ffffa0", "#e1c300"}, {"vsgt607", "#ffffc8", "#e1c300"}}},
}};

/// The symbol of the value at `place` of `count` in ascending order: few values share one colour, light to dark; many run
/// through all colours; more than there are symbols share with their neighbours.
const Symbol& symbol_of(std::size_t place, std::size_t count, std::size_t colour) {
    const std::size_t symbols = count <= tints ? tints : tints * library.size();
    // The highest is the darkest, also when it is the only one.
    const std::size_t from_dark = count == 1 ? 0 : (count - 1 - place) * (symbols - 1) / (count - 1);
    return count <= tints ? library.at(colour).at(from_dark) : library.at(from_dark / tints).at(from_dark % tints);
}

double number(const std::string& text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// Numbers by size, words by their letters.
std::vector<std::string> distinct_values(const InformationObject& gio) {
    std::vector<std::string> values;
    for (const InformationObject::Location& location : gio.locations) values.push_back(location.value);
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    if (gio.values == ValueKind::quantitative) std::ranges::stable_sort(values, {}, number);
    return values;
}

/// "10,5 meter", as the legend says it.
std::string spoken_value(const InformationObject& gio, std::string value) {
    if (gio.values != ValueKind::quantitative) return value;
    std::ranges::replace(value, '.', ',');
    return gio.unit_label.empty() ? value : value + " " + gio.unit_label;
}

void write_parameters(XmlWriter& xml, const char* element, std::initializer_list<std::pair<const char*, const char*>> parameters) {
    xml.block(element, [&] {
        for (const auto& [name, value] : parameters) {
            xml.block("SvgParameter", [&] {
                xml.attribute("name", name);
                xml.text(value);
            });
        }
    });
}

void write_rule(XmlWriter& xml, const InformationObject& gio, const char* property, const std::string& value, const Symbol& symbol) {
    const std::string spoken = spoken_value(gio, value);
    xml.block("Rule", [&] {
        xml.leaf("Name", gio.norm_label + " " + spoken);
        xml.block("Description", [&] { xml.leaf("Title", spoken); });
        xml.block("Filter", [&] {
            xml.attribute("xmlns", "http://www.opengis.net/ogc");
            xml.block("PropertyIsEqualTo", [&] {
                xml.leaf("PropertyName", property);
                xml.leaf("Literal", value);
            });
        });
        xml.block("PolygonSymbolizer", [&] {
            xml.leaf("Name", symbol.name);
            write_parameters(xml, "Fill", {{"fill", symbol.fill}, {"fill-opacity", "0.3"}});
            write_parameters(xml, "Stroke", {{"stroke", symbol.stroke}, {"stroke-opacity", "1"}, {"stroke-width", "0.5"}, {"stroke-linejoin", "round"}});
        });
    });
}

}  // namespace

void write_style(XmlWriter& xml, const InformationObject& gio) {
    const bool quantitative = gio.values == ValueKind::quantitative;
    if (gio.locations.empty() || (!quantitative && gio.values != ValueKind::qualitative)) return;
    const char* property = quantitative ? "kwantitatieveNormwaarde" : "kwalitatieveNormwaarde";
    const std::vector<std::string> values = distinct_values(gio);
    xml.block("FeatureTypeStyle", [&] {
        xml.attribute("xmlns", "http://www.opengis.net/se");
        xml.attribute("version", "1.1.0");
        xml.leaf("FeatureTypeName", "geo:Locatie");
        xml.leaf("SemanticTypeIdentifier", std::string("geo:") + property);
        for (std::size_t place = 0; place < values.size(); ++place) {
            write_rule(xml, gio, property, values[place], symbol_of(place, values.size(), quantitative ? grey : blue));
        }
    });
}

}  // namespace planlezer::omgevingsplan
