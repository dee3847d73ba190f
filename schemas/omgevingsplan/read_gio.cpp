#include "schemas/omgevingsplan/read_gio.hpp"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <memory>
#include <string_view>

namespace planlezer::omgevingsplan {

namespace {

constexpr std::string_view gml_namespace = "http://www.opengis.net/gml/3.2";

struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
struct FreeString {
    void operator()(xmlChar* text) const { xmlFree(text); }
};

/// A fault found on the way; never leaves this file.
struct Unreadable {
    std::string why;
};

std::string_view view(const xmlChar* text) { return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text); }

bool is_gml(const xmlNode* node, std::string_view name) {
    return node->type == XML_ELEMENT_NODE && view(node->name) == name && node->ns != nullptr &&
           view(node->ns->href) == gml_namespace;
}

std::vector<double> numbers_of(const xmlNode* node) {
    const std::unique_ptr<xmlChar, FreeString> content(xmlNodeGetContent(node));
    std::string_view text = view(content.get());
    constexpr std::string_view blanks = " \t\r\n";
    std::vector<double> numbers;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
        if (text.empty()) return numbers;
        double value = 0;
        const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
        const auto length = static_cast<std::size_t>(end - text.data());
        const bool whole = length == text.size() || (length > 0 && blanks.find(text[length]) != std::string_view::npos);
        if (fault != std::errc{} || !whole || !std::isfinite(value)) {
            throw Unreadable{"een coördinaat is geen getal: '" + std::string(text.substr(0, 20)) + "'"};
        }
        numbers.push_back(value);
        text.remove_prefix(length);
    }
}

Ring ring_of(const xmlNode* boundary) {
    Ring ring;
    const xmlNode* linear = boundary->children;
    while (linear != nullptr && linear->type != XML_ELEMENT_NODE) linear = linear->next;
    if (linear == nullptr || !is_gml(linear, "LinearRing")) {
        throw Unreadable{"een rand is geen LinearRing (bogen worden niet gelezen)"};
    }
    for (const xmlNode* node = linear->children; node != nullptr; node = node->next) {
        if (!is_gml(node, "posList") && !is_gml(node, "pos")) continue;
        const std::vector<double> numbers = numbers_of(node);
        if (numbers.size() % 2 != 0) throw Unreadable{"een rand heeft een oneven aantal coördinaten"};
        for (std::size_t at = 0; at + 1 < numbers.size(); at += 2) ring.push_back({numbers[at], numbers[at + 1]});
    }
    if (ring.size() < 4 || ring.front() != ring.back()) {
        throw Unreadable{"een rand is niet gesloten of heeft minder dan vier punten"};
    }
    ring.pop_back();
    return ring;
}

Polygon polygon_of(const xmlNode* node) {
    Polygon polygon;
    for (const xmlNode* at = node->children; at != nullptr; at = at->next) {
        if (is_gml(at, "exterior")) polygon.outer = ring_of(at);
        if (is_gml(at, "interior")) polygon.holes.push_back(ring_of(at));
    }
    if (polygon.outer.empty()) throw Unreadable{"een vlak heeft geen buitenrand"};
    return polygon;
}

/// Refuses what is not said in metres RD; a geometry without srsName has that of the one it lies in.
void check_reference_system(const xmlNode* node) {
    const std::unique_ptr<xmlChar, FreeString> name(xmlGetNoNsProp(node, reinterpret_cast<const xmlChar*>("srsName")));
    if (name && !view(name.get()).ends_with("28992")) {
        throw Unreadable{"de coördinaten zijn niet in EPSG:28992: " + std::string(view(name.get()))};
    }
}

/// Without recursion: the depth of a file is not ours to choose.
MultiPolygon polygons_below(const xmlNode* root) {
    MultiPolygon found;
    for (const xmlNode* node = root; node != nullptr;) {
        const bool polygon = is_gml(node, "Polygon") || is_gml(node, "PolygonPatch");
        if (node->type == XML_ELEMENT_NODE) check_reference_system(node);
        if (polygon) found.push_back(polygon_of(node));
        if (!polygon && node->type == XML_ELEMENT_NODE && node->children != nullptr) {
            node = node->children;
            continue;
        }
        while (node != root && node->next == nullptr) node = node->parent;
        node = node == root ? nullptr : node->next;
    }
    return found;
}

}  // namespace

std::variant<MultiPolygon, std::string> read_gio_area(const std::string& gml) {
    if (gml.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return "het bestand is te groot";
    static const bool ready = (xmlInitParser(), true);  // once, before threads read side by side
    static_cast<void>(ready);
    constexpr int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE;
    const std::unique_ptr<xmlDoc, FreeDocument> document(
        xmlReadMemory(gml.data(), static_cast<int>(gml.size()), nullptr, nullptr, options));
    const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (root == nullptr) return "het bestand is geen XML";
    if (document->intSubset != nullptr) return "het bestand heeft een DOCTYPE; dat wordt niet gelezen";
    try {
        MultiPolygon found = polygons_below(root);
        if (found.empty()) return "er staat geen vlak in het bestand";
        return found;
    } catch (const Unreadable& fault) {
        return fault.why;
    }
}

}  // namespace planlezer::omgevingsplan
