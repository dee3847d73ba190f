#include "schemas/omgevingsplan/compose/pieces.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "schemas/geometry/polygons.hpp"

namespace planlezer::omgevingsplan {

namespace {

/// Not less than what these polygons take in a GML file.
std::size_t gml_bytes(const MultiPolygon& shape) {
    constexpr std::size_t piece = 1200;
    constexpr std::size_t ring = 150;
    constexpr std::size_t point = 22;  // "123456.789 123456.789 "
    std::size_t bytes = 0;
    for (const Polygon& polygon : shape) {
        bytes += piece + ring + point * (polygon.outer.size() + 1);
        for (const Ring& hole : polygon.holes) bytes += ring + point * (hole.size() + 1);
    }
    return bytes;
}

std::size_t gml_bytes(const NormGroup& group) {
    std::size_t bytes = 0;
    for (const Piece& piece : pieces_of(group.members)) bytes += gml_bytes(piece.area);
    return bytes;
}

/// So many groups of about as many members, in their order.
std::vector<NormGroup> divided(const NormGroup& group, std::size_t parts) {
    std::vector<NormGroup> groups;
    const std::size_t each = (group.members.size() + parts - 1) / parts;
    for (std::size_t i = 0; i < group.members.size(); ++i) {
        if (i % each == 0) groups.push_back({group.name + (i == 0 ? "" : " (deel " + std::to_string(groups.size() + 1) + ")"), group.terms, group.kind, {}});
        groups.back().members.push_back(group.members[i]);
    }
    return groups;
}

/// Where overlaps are cut there are more pieces than areas: below this share of the limit that is no matter.
constexpr std::size_t surely_small = 8;

}  // namespace

std::vector<Piece> pieces_of(const std::vector<PlacedNorm>& members) {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < members.size(); ++i) {
        MultiPolygon left = members[i].area;
        const std::size_t known = pieces.size();
        for (std::size_t j = 0; j < known && !left.empty(); ++j) {
            if (!meet(members[i].box, pieces[j].box)) continue;
            const MultiPolygon both = cleaned(intersection(left, pieces[j].area), 0.001, edge_tolerance);
            left = cleaned(difference(left, pieces[j].area), 0.001, edge_tolerance);
            if (both.empty() || members[i].value != members[pieces[j].members.front()].value) continue;
            MultiPolygon rest = cleaned(difference(pieces[j].area, both), 0.001, edge_tolerance);
            if (!rest.empty()) {
                const Bounds box = bounds(rest);
                pieces.push_back({std::move(rest), box, pieces[j].members});
            }
            pieces[j].area = both;
            pieces[j].box = bounds(both);
            pieces[j].members.push_back(i);
        }
        if (!left.empty()) pieces.push_back({left, bounds(left), {i}});
    }
    return pieces;
}

std::vector<NormGroup> divided_by_size(std::vector<NormGroup> groups, std::size_t most) {
    std::vector<NormGroup> fitting;
    for (NormGroup& group : groups) {
        std::size_t whole = 0;
        for (const PlacedNorm& member : group.members) whole += gml_bytes(member.area);
        if (whole <= most / surely_small) {
            fitting.push_back(std::move(group));
            continue;
        }
        std::vector<NormGroup> parts;
        std::size_t count = 1;
        const auto fits = [most](const NormGroup& part) { return part.members.size() == 1 || gml_bytes(part) <= most; };
        do {
            parts = divided(group, count);
            count *= 2;
        } while (!std::ranges::all_of(parts, fits));
        std::ranges::move(parts, std::back_inserter(fitting));
    }
    return fitting;
}

}  // namespace planlezer::omgevingsplan
