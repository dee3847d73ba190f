#include "rules/map/sheet/settle_areas.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "schemas/geometry/polygons.hpp"

namespace planlezer {

namespace {

constexpr double a_guess = 0.6;  // confidence of an area whose style has several meanings

void drop(std::vector<SheetArea>& areas, const std::vector<bool>& gone) {
    std::size_t at = 0;
    std::erase_if(areas, [&](const SheetArea&) { return gone[at++]; });
}

/// A field and its outline may both have been read, and a line may cut a piece off: what lies within an area of the same
/// bestemming goes, and vouches for it.
void join_fields(std::vector<SheetArea>& areas) {
    constexpr double within = 0.95;
    std::vector<double> sizes;
    for (const SheetArea& each : areas) sizes.push_back(area(each.shape));
    std::vector<bool> gone(areas.size(), false);
    for (std::size_t part = 0; part < areas.size(); ++part) {
        for (std::size_t whole = 0; whole < areas.size() && !gone[part]; ++whole) {
            if (part == whole || gone[whole] || areas[part].kind != PlanObjectKind::enkelbestemming || areas[whole].kind != areas[part].kind) continue;
            if (areas[part].name != areas[whole].name || sizes[part] > sizes[whole] || (sizes[part] == sizes[whole] && part < whole)) continue;
            if (area(intersection(areas[part].shape, areas[whole].shape)) < within * sizes[part]) continue;
            areas[whole].confidence = std::max(areas[whole].confidence, areas[part].confidence);
            if (areas[part].may_be.empty()) areas[whole].may_be.clear();
            gone[part] = true;
        }
    }
    drop(areas, gone);
}

/// An outline that was read by several of its lines is one.
void drop_repeated(std::vector<SheetArea>& areas) {
    constexpr double same = 0.97;
    std::vector<bool> gone(areas.size(), false);
    for (std::size_t i = 0; i < areas.size(); ++i) {
        for (std::size_t j = 0; j < i && !gone[i]; ++j) {
            if (gone[j] || !areas[i].outline || !areas[j].outline || areas[i].kind != areas[j].kind || areas[i].name != areas[j].name || areas[i].code != areas[j].code) continue;
            if (!meet(bounds(areas[i].shape), bounds(areas[j].shape)) || overlap_ratio(areas[i].shape, areas[j].shape) < same) continue;
            areas[j].confidence = std::max(areas[j].confidence, areas[i].confidence);
            gone[i] = true;
        }
    }
    drop(areas, gone);
}

/// The line around a field, "bestemmingsgrens" in the legend, says less than the field itself.
void drop_nameless(std::vector<SheetArea>& areas) {
    constexpr double same = 0.9;
    const auto is_drawn_by = [](const SheetArea& line, const SheetArea& field) {
        if (field.kind != PlanObjectKind::enkelbestemming || field.name.empty()) return false;
        const double size = area(line.shape);
        const double own = area(field.shape);
        return std::min(size, own) > same * std::max(size, own) && area(intersection(line.shape, field.shape)) > same * std::max(size, own);
    };
    std::vector<bool> gone(areas.size(), false);
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (areas[i].kind != PlanObjectKind::enkelbestemming || !areas[i].name.empty()) continue;
        gone[i] = std::ranges::any_of(areas, [&](const SheetArea& field) { return is_drawn_by(areas[i], field); });
    }
    drop(areas, gone);
}

/// Hatching whose outline was not found and whose name is a guess gives way to what was read better on the same ground.
void drop_guesses(std::vector<SheetArea>& areas) {
    constexpr double mostly = 0.6;
    const auto is_guess = [](const SheetArea& area) { return area.kind == PlanObjectKind::enkelbestemming && area.confidence <= a_guess; };
    std::vector<bool> gone(areas.size(), false);
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (!is_guess(areas[i])) continue;
        double covered = 0;
        for (const SheetArea& other : areas) {
            if (other.kind != PlanObjectKind::enkelbestemming || is_guess(other)) continue;
            covered += area(intersection(areas[i].shape, other.shape));
        }
        gone[i] = covered > mostly * area(areas[i].shape);
    }
    drop(areas, gone);
}

/// A house within a bouwvlak, cut out by its lines: when it has a bestemming all round that is drawn like it, and no letters of its
/// own, it is of that bestemming. Elsewhere it may be another's whose letters were not read.
void fill_enclaves(std::vector<SheetArea>& areas) {
    constexpr double within = 0.98;
    const auto in_bouwvlak = [&](const MultiPolygon& shape) {
        return std::ranges::any_of(areas, [&](const SheetArea& other) {
            return other.kind == PlanObjectKind::bouwvlak && meet(bounds(other.shape), bounds(shape)) && area(intersection(shape, other.shape)) > within * area(shape);
        });
    };
    std::vector<bool> gone(areas.size(), false);
    for (std::size_t whole = 0; whole < areas.size(); ++whole) {
        if (areas[whole].kind != PlanObjectKind::enkelbestemming || !areas[whole].may_be.empty()) continue;
        const MultiPolygon outer = without_holes(areas[whole].shape);
        if (area(outer) == area(areas[whole].shape)) continue;
        std::vector<MultiPolygon> parts{areas[whole].shape};
        for (std::size_t i = 0; i < areas.size(); ++i) {
            if (gone[i] || areas[i].kind != PlanObjectKind::enkelbestemming || std::ranges::find(areas[i].may_be, areas[whole].name) == areas[i].may_be.end()) continue;
            if (!meet(bounds(areas[i].shape), bounds(outer)) || area(intersection(areas[i].shape, outer)) < within * area(areas[i].shape)) continue;
            if (!in_bouwvlak(areas[i].shape)) continue;
            parts.push_back(areas[i].shape);
            gone[i] = true;
        }
        if (parts.size() > 1) areas[whole].shape = merged(parts);
    }
    drop(areas, gone);
}

/// Dashes around the letters of an aanduiding bound that aanduiding: the rest of its bouwvlak is no maatvoeringsvlak.
void drop_complements(std::vector<SheetArea>& areas) {
    constexpr double nearly = 0.97;
    const auto is_lettered = [](const SheetArea& area) {
        return (area.kind == PlanObjectKind::functieaanduiding || area.kind == PlanObjectKind::bouwaanduiding) && !area.code.empty();
    };
    const auto is_rest = [&](const MultiPolygon& rest, const SheetArea& whole, const SheetArea& part) {
        const MultiPolygon cut = intersection(part.shape, whole.shape);
        if (area(cut) <= (1 - nearly) * area(whole.shape) || area(intersection(rest, cut)) > (1 - nearly) * area(cut)) return false;
        return area(rest) + area(cut) > nearly * area(whole.shape) && area(intersection(rest, whole.shape)) > nearly * area(rest);
    };
    std::vector<bool> gone(areas.size(), false);
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (areas[i].kind != PlanObjectKind::maatvoering || areas[i].confidence > a_guess) continue;
        for (const SheetArea& whole : areas) {
            if (whole.kind != PlanObjectKind::bouwvlak || !meet(bounds(whole.shape), bounds(areas[i].shape))) continue;
            gone[i] = gone[i] || std::ranges::any_of(areas, [&](const SheetArea& part) { return is_lettered(part) && is_rest(areas[i].shape, whole, part); });
        }
    }
    drop(areas, gone);
}

}  // namespace

void settle_areas(std::vector<SheetArea>& areas) {
    drop_repeated(areas);
    join_fields(areas);
    drop_nameless(areas);
    drop_guesses(areas);
    fill_enclaves(areas);
    drop_complements(areas);
}

}  // namespace planlezer
