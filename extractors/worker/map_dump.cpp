#include "extractors/worker/map_dump.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <string_view>
#include <utility>
#include <variant>

#include "extractors/document_reader.hpp"
#include "extractors/file_bytes.hpp"
#include "extractors/worker/dump_json.hpp"

namespace planlezer {

namespace {

using dump_json::number;
using dump_json::numbers;
using dump_json::quoted;

template <typename Enum, std::size_t N>
std::string name(Enum value, const std::array<std::string_view, N>& names) {
    return quoted(std::string(names.at(static_cast<std::size_t>(value))));
}

constexpr std::array<std::string_view, 12> shapes{"none", "circle", "square", "double_square", "dashed_square", "triangle_up", "triangle_down", "pill", "diamond", "box", "hexagon", "house"};
constexpr std::array<std::string_view, 6> marks{"none", "arc", "triangle", "caret", "line", "double_line"};
constexpr std::array<std::string_view, 5> dashes{"none", "solid", "dashed", "dotted", "dash_dotted"};
constexpr std::array<std::string_view, 4> hatches{"none", "lines", "crossed", "dots"};

/// Adds {"name": value} pairs to an object.
class Object {
  public:
    Object& add(std::string_view key, const std::string& json) {
        text_ += (text_.empty() ? "{\"" : ",\"") + std::string(key) + "\":" + json;
        return *this;
    }
    [[nodiscard]] std::string text() const { return (text_.empty() ? "{" : text_) + "}"; }

  private:
    std::string text_;
};

template <typename List, typename Show>
std::string array_of(const List& list, Show show, const char* separator = ",") {
    std::string json = "[";
    for (const auto& item : list) json += (json.size() > 1 ? separator : "") + show(item);
    return json + "]";
}

std::string box_json(const Box& box) { return numbers({box.x0, box.y0, box.x1, box.y1}); }
std::string point_json(const Point& p) { return numbers({p.x, p.y}); }
std::string colour_json(const Rgb& c) { return numbers({double(c.r), double(c.g), double(c.b)}); }
std::string ring_json(const Ring& ring) { return array_of(ring, point_json); }

std::string shape_json(const MultiPolygon& shape) {
    return array_of(shape, [](const Polygon& part) {
        std::string rings = "[" + ring_json(part.outer);
        for (const Ring& hole : part.holes) rings += "," + ring_json(hole);
        return rings + "]";
    });
}

std::string style_json(const AreaStyle& style) {
    Object object;
    if (style.fill) object.add("fill", colour_json(*style.fill));
    if (style.hatch != HatchKind::none) {
        object.add("hatch", name(style.hatch, hatches)).add("hatch_angle", number(style.hatch_angle)).add("hatch_spacing", number(style.hatch_spacing));
    }
    if (style.edge != LineDash::none) object.add("edge", name(style.edge, dashes)).add("edge_width", number(style.edge_width));
    if (style.edge_colour) object.add("edge_colour", colour_json(*style.edge_colour));
    return object.text();
}

std::string cell_json(const SignCell& cell) {
    Object object;
    object.add("row", number(cell.row)).add("column", number(cell.column)).add("text", quoted(cell.text)).add("box", box_json(cell.box));
    if (cell.above != SignMark::none) object.add("above", name(cell.above, marks));
    if (cell.below != SignMark::none) object.add("below", name(cell.below, marks));
    if (cell.confidence < 1) object.add("confidence", number(cell.confidence));
    if (!cell.second_reading.empty()) object.add("second_reading", quoted(cell.second_reading));
    return object.text();
}

std::string sign_json(const MapSign& sign) {
    Object object;
    object.add("shape", name(sign.shape, shapes)).add("box", box_json(sign.box)).add("cells", array_of(sign.cells, cell_json));
    if (sign.angle != 0) object.add("angle", number(sign.angle));
    if (sign.points_at) object.add("points_at", point_json(*sign.points_at));
    if (sign.confidence < 1) object.add("confidence", number(sign.confidence));
    if (sign.crossed) object.add("crossed", "true");
    return object.text();
}

std::string area_json(const MapArea& area) {
    return Object().add("style", style_json(area.style)).add("confidence", number(area.confidence)).add("shape", shape_json(area.shape)).text();
}

std::string legend_json(const LegendEntry& entry) {
    Object object;
    object.add("text", quoted(entry.text)).add("code", quoted(entry.code)).add("heading", quoted(entry.heading)).add("box", box_json(entry.box));
    object.add("style", style_json(entry.style));
    if (entry.sign) object.add("sign", sign_json(*entry.sign));
    return object.text();
}

}  // namespace

std::string map_json(const MapSheet& sheet) {
    Object object;
    object.add("page", number(sheet.text.number)).add("width", number(sheet.text.width)).add("height", number(sheet.text.height));
    object.add("likeness", number(sheet.likeness)).add("frame", box_json(sheet.frame)).add("scale", number(sheet.scale));
    if (sheet.north) object.add("north", number(*sheet.north));
    if (sheet.embedded != EmbeddedPlacement::none) {
        const Affine& m = sheet.to_rd;
        object.add("embedded", sheet.embedded == EmbeddedPlacement::geopdf ? "\"geopdf\"" : "\"geotiff\"");
        object.add("to_rd", array_of(std::array{m.a, m.b, m.c, m.d, m.e, m.f}, [](double v) {
            std::array<char, 32> digits{};
            return std::string(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), v).ptr);
        }));
    }
    if (sheet.pixels_a_point_x > 0) object.add("pixels_a_point", numbers({sheet.pixels_a_point_x, sheet.pixels_a_point_y}));
    object.add("insets", array_of(sheet.insets, box_json));
    object.add("crosses", array_of(sheet.crosses, [](const ControlPoint& c) { return numbers({c.sheet.x, c.sheet.y, c.rd.x, c.rd.y}); }));
    object.add("legend", array_of(sheet.legend, legend_json, ",\n  "));
    object.add("signs", array_of(sheet.signs, sign_json, ",\n  "));
    object.add("areas", array_of(sheet.areas, area_json, ",\n  "));
    return object.text();
}

int dump_map(const std::string& file, int page, OcrEngine& engine) {
    const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    auto bytes = descriptor < 0 ? std::nullopt : FileBytes::map(descriptor);
    if (descriptor >= 0) close(descriptor);
    if (!bytes) {
        std::fprintf(stderr, "planlezer-worker: kan %s niet openen\n", file.c_str());
        return 4;
    }
    auto opened = open_document(std::move(*bytes), engine);
    auto* document = std::get_if<std::unique_ptr<DocumentReader>>(&opened);
    bool found = false;
    for (std::uint32_t i = 1; document != nullptr && i <= (*document)->info().pages; ++i) {
        if (page != 0 && page != static_cast<int>(i)) continue;
        const wire::Reply reply = read_page(**document, {i, false});
        if (const auto* sheet = std::get_if<MapSheet>(&reply)) {
            std::printf("%s\n", map_json(*sheet).c_str());
            found = true;
        }
    }
    if (!found) std::fprintf(stderr, "planlezer-worker: geen kaart gevonden in %s\n", file.c_str());
    return found ? 0 : 4;
}

}  // namespace planlezer
