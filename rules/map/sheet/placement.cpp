#include "rules/map/sheet/placement.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "rules/map/sheet/contour_match.hpp"
#include "rules/map/sheet/fit.hpp"
#include "schemas/geometry/polygons.hpp"

namespace planlezer {

namespace {

constexpr double metres_a_point = 0.0254 / 72;
/// A cross may lie this far from where the others put it: half a millimetre on paper, what a drawn line is wide.
constexpr double paper_tolerance = 0.0005;  // metres on the sheet
constexpr double usual_scale = 1000;

/// On the mainland of RD New; a world file in degrees or of another country is none of ours.
bool in_rd(Point p) { return p.x >= 0 && p.x <= 300'000 && p.y >= 290'000 && p.y <= 640'000; }

bool lands_in_rd(const MapSheet& sheet, const Affine& to_rd) {
    return in_rd(transformed(Point{sheet.text.width / 2, sheet.text.height / 2}, to_rd)) && scale_of(to_rd) > 0;
}

std::optional<Placed> by_itself(const MapSheet& sheet) {
    if (sheet.embedded == EmbeddedPlacement::none || !lands_in_rd(sheet, sheet.to_rd)) return std::nullopt;
    const auto source = sheet.embedded == EmbeddedPlacement::geopdf ? PlacementSource::geopdf : PlacementSource::geotiff;
    return Placed{sheet.to_rd, {source, true, std::nullopt}, {}};
}

/// A world file counts from the middle of the first pixel.
std::optional<Placed> by_world_file(const MapSheet& sheet, const SheetSurroundings& around) {
    if (!around.world_file || sheet.pixels_a_point_x <= 0 || sheet.pixels_a_point_y <= 0) return std::nullopt;
    const Affine& w = *around.world_file;
    Affine to_rd{w.a * sheet.pixels_a_point_x, w.b * sheet.pixels_a_point_y, w.c - (w.a + w.b) / 2,
                 w.d * sheet.pixels_a_point_x, w.e * sheet.pixels_a_point_y, w.f - (w.d + w.e) / 2};
    if (!lands_in_rd(sheet, to_rd)) return std::nullopt;
    return Placed{to_rd, {PlacementSource::world_file, true, std::nullopt}, {}};
}

MultiPolygon plan_contour(const PlanMap& imro) {
    for (const PlanObject& object : imro.objects) {
        if (object.kind == PlanObjectKind::plangebied) return object.area;
    }
    return {};
}

std::optional<Placed> by_imro(const MapSheet& sheet, const MultiPolygon& contour, const SheetSurroundings& around) {
    if (around.imro == nullptr || contour.empty()) return std::nullopt;
    const auto match = match_contours(contour, plan_contour(*around.imro), sheet.north.value_or(0));
    if (!match) return std::nullopt;
    return Placed{match->to_rd, {PlacementSource::imro_contour, true, match->residual}, match->used};
}

std::optional<Placed> by_crosses(const MapSheet& sheet) {
    const double scale = sheet.scale > 0 ? sheet.scale : usual_scale;
    const auto fit = fit_robust(sheet.crosses, paper_tolerance * scale * 2);
    if (!fit || !lands_in_rd(sheet, fit->to_rd)) return std::nullopt;
    // The printed scale is a second witness: crosses whose coordinates were all misread alike do not fit it.
    constexpr double most_off = 0.15;
    const double expected = sheet.scale * metres_a_point;
    if (sheet.scale > 0 && std::abs(scale_of(fit->to_rd) / expected - 1) > most_off) return std::nullopt;
    return Placed{fit->to_rd, {PlacementSource::grid_crosses, true, fit->residual}, fit->used};
}

/// Metres on the sheet from its lower left corner, north up.
std::optional<Placed> by_scale(const MapSheet& sheet) {
    if (sheet.scale <= 0) return std::nullopt;
    const double m = sheet.scale * metres_a_point;
    const double turn = -sheet.north.value_or(0) * std::numbers::pi / 180;
    const double c = m * std::cos(turn);
    const double s = m * std::sin(turn);
    return Placed{{c, s, -s * sheet.text.height, s, -c, c * sheet.text.height}, {PlacementSource::scale_only, false, std::nullopt}, {}};
}

}  // namespace

std::optional<Placed> place(const MapSheet& sheet, const MultiPolygon& contour, const SheetSurroundings& around) {
    if (auto placed = by_itself(sheet)) return placed;
    if (auto placed = by_world_file(sheet, around)) return placed;
    if (auto placed = by_imro(sheet, contour, around)) return placed;
    if (auto placed = by_crosses(sheet)) return placed;
    return by_scale(sheet);
}

}  // namespace planlezer
