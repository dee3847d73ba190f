// A small sheet, whole: legend, two bestemmingen, bouwvlakken, signs, crosses.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "rules/map/sheet/read_sheet.hpp"
#include "schemas/rulebook/rule_book.hpp"

namespace planlezer::testing {

constexpr double metres_a_point = 0.0254 / 72 * 1000;
constexpr Rgb yellow{255, 255, 0};
constexpr Rgb grey{205, 205, 205};
constexpr Rgb black{0, 0, 0};

inline const MapBook& book() {
    static const RuleBook loaded = load_rule_book({PLANLEZER_BOOK});
    return loaded.map;
}

inline AreaStyle field(Rgb fill) {
    AreaStyle style;
    style.fill = fill;
    return style;
}

inline AreaStyle outline(LineDash dash, double width) {
    AreaStyle style;
    style.edge = dash;
    style.edge_width = width;
    style.edge_colour = black;
    return style;
}

inline MapArea box(AreaStyle style, double x0, double y0, double x1, double y1) {
    return {style, {{{{x0, y0}, {x0, y1}, {x1, y1}, {x1, y0}}, {}}}, 1.0};
}

inline LegendEntry swatch(AreaStyle style, std::string code, std::string text, std::string heading) {
    LegendEntry entry;
    entry.style = style;
    entry.code = std::move(code);
    entry.text = std::move(text);
    entry.heading = std::move(heading);
    return entry;
}

inline MapSign label(double x, double y, std::string text) {
    MapSign sign;
    sign.box = {x - 4, y - 4, x + 4, y + 4};
    SignCell cell;
    cell.text = std::move(text);
    sign.cells.push_back(cell);
    return sign;
}

inline MapSign height(double x, double y, std::string text) {
    MapSign sign = label(x, y, std::move(text));
    sign.shape = SignShape::circle;
    sign.cells[0].above = SignMark::triangle;
    return sign;
}

inline MapSheet sheet() {
    MapSheet made;
    made.text.number = 3;
    made.text.width = 842;
    made.text.height = 595;
    made.scale = 1000;
    for (const Point p : {Point{50, 50}, Point{750, 50}, Point{50, 550}, Point{750, 550}}) {
        made.crosses.push_back({p, {120000 + p.x * metres_a_point, 487000 - p.y * metres_a_point}});
    }
    made.areas = {box(field(yellow), 100, 100, 300, 300), box(field(grey), 300, 100, 320, 300), box(outline(LineDash::solid, 1.4), 120, 120, 200, 200),
                  box(outline(LineDash::solid, 1.4), 220, 120, 280, 200), box(outline(LineDash::dashed, 0.7), 120, 120, 160, 200)};
    made.legend = {swatch(field(yellow), "W", "Wonen", "Enkelbestemmingen"), swatch(field(grey), "V", "Verkeer", "Enkelbestemmingen"),
                   swatch(outline(LineDash::solid, 1.4), "", "bouwvlak", "Bouwvlakken"), swatch(outline(LineDash::dashed, 0.7), "", "maatvoeringsvlak", "")};
    return made;
}

inline const PlanObject* object_with(const PlanMap& map, PlanObjectKind kind, std::string_view value) {
    const auto found = std::ranges::find_if(map.objects, [&](const PlanObject& object) {
        return object.kind == kind && std::ranges::any_of(object.values, [&](const MapValue& v) { return v.value && v.value->text() == value; });
    });
    return found == map.objects.end() ? nullptr : &*found;
}

}  // namespace planlezer::testing
