#include "extractors/map/raster/percent_signs.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "extractors/map/pieces.hpp"

namespace planlezer {

namespace {

constexpr double least_height = 1.0;  // millimetres
constexpr double most_height = 9;
constexpr double most_filled = 0.4;   // of the stroke's box
constexpr double least_ring = 0.3;    // of the stroke's height
constexpr double most_ring = 0.68;
constexpr double level = 0.2;         // of the stroke's height: ring and stroke begin or end together

double middle_of_row(const Components& ink, const Component& c, bool top) {
    const auto runs = ink.of(c);
    const PixelRun& run = top ? runs.front() : runs.back();
    return (run.x0 + run.x1) / 2.0;
}

/// "/": its top lies to the right of its foot, and little of its box is ink.
bool is_slanted(const SheetRaster& raster, const Components& ink, const Component& c) {
    const double height = c.box.height();
    if (height < raster.pixels(least_height) || height > raster.pixels(most_height)) return false;
    if (c.box.width() < 0.25 * height || c.box.width() > 1.2 * height) return false;
    const double filled = static_cast<double>(c.pixels) / (height * c.box.width());
    return filled < most_filled && middle_of_row(ink, c, true) - middle_of_row(ink, c, false) > 0.5 * c.box.width();
}

bool is_ring_of(const Component& ring, const Component& stroke) {
    const double height = ring.box.height();
    const double whole = stroke.box.height();
    return height >= least_ring * whole && height <= most_ring * whole && ring.box.width() <= 1.3 * height && 1.8 * ring.box.width() >= height;
}

}  // namespace

std::vector<PercentSign> find_percent_signs(const SheetRaster& raster, const Components& ink, const std::vector<bool>& used) {
    BoxIndex index(40);
    for (std::size_t i = 0; i < ink.list.size(); ++i) {
        if (!used[i] && ink.list[i].box.height() <= raster.pixels(most_ring * most_height)) index.add(i, float_box(ink.list[i].box));
    }
    std::vector<PercentSign> found;
    for (std::size_t i = 0; i < ink.list.size(); ++i) {
        const Component& stroke = ink.list[i];
        if (used[i] || !is_slanted(raster, ink, stroke)) continue;
        const Box box = float_box(stroke.box);
        const double slack = level * box.height();
        std::optional<std::size_t> upper;
        std::optional<std::size_t> lower;
        for (const std::size_t other : index.meeting({box.x0 - 0.6 * box.height(), box.y0 - slack, box.x1 + 0.6 * box.height(), box.y1 + slack})) {
            const Component& ring = ink.list[other];
            if (other == i || !is_ring_of(ring, stroke)) continue;
            const double x = (ring.box.x0 + ring.box.x1) / 2.0;
            const double middle = (box.x0 + box.x1) / 2;
            if (x < middle && std::abs(ring.box.y0 - box.y0) <= slack) upper = other;
            if (x > middle && std::abs(ring.box.y1 - box.y1) <= slack) lower = other;
        }
        if (upper && lower) found.push_back({i, *upper, *lower});
    }
    return found;
}

}  // namespace planlezer
