#include "extractors/map/legend_samples.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double least_side = 4;        // points
constexpr double longest_sample = 130;  // points
constexpr double highest_sample = 70;   // points
constexpr double fullness = 0.9;        // share of its box a swatch fills

bool may_be_swatch(const MapArea& area) {
    if (area.shape.size() != 1) return false;
    const Box box = plane::box_of(area.shape);
    if (box.width() < least_side || box.height() < least_side) return false;
    if (box.width() > longest_sample || box.height() > highest_sample) return false;
    return plane::area(area.shape[0].outer) >= fullness * box.width() * box.height();
}

/// A level piece of line; of a sample drawn as a box with two sides only its box counts.
std::optional<LegendSample> line_sample(const SheetLine& line) {
    if (line.closed || line.filled || line.points.size() < 2) return std::nullopt;
    Box box = plane::box_of(line.points);
    if (box.width() < 3 * least_side || box.width() > longest_sample || box.height() > 0.6 * box.width()) return std::nullopt;
    box = plane::grown(box, line.width / 2);
    LegendSample sample{box, {}, {}};
    sample.style.edge = line.dash;
    sample.style.edge_width = line.width;
    sample.style.edge_colour = line.colour;
    return sample;
}

bool same_place(const Box& a, const Box& b) {
    const Box both = plane::common(a, b);
    const double least = std::min(a.width() * a.height(), b.width() * b.height());
    const double most = std::max(a.width() * a.height(), b.width() * b.height());
    return both.width() * both.height() > 0.75 * least && least > 0.45 * most;
}

/// Fill, hatching and edge drawn one over the other make one style.
void add_style(AreaStyle& style, const AreaStyle& more) {
    if (more.fill) style.fill = more.fill;
    if (more.hatch != HatchKind::none && style.hatch == HatchKind::none) {
        style.hatch = more.hatch;
        style.hatch_angle = more.hatch_angle;
        style.hatch_spacing = more.hatch_spacing;
        if (style.edge == LineDash::none) style.edge_colour = more.edge_colour;
    }
    if (more.edge != LineDash::none && (style.edge == LineDash::none || more.edge_width > style.edge_width)) {
        style.edge = more.edge;
        style.edge_width = more.edge_width;
        style.edge_colour = more.edge_colour;
    }
}

}  // namespace

std::vector<LegendSample> legend_samples(const SheetParts& parts) {
    std::vector<LegendSample> samples;
    BoxIndex index(longest_sample);
    const auto add = [&](LegendSample sample) {
        for (const std::size_t id : index.meeting(sample.box)) {
            if (!same_place(samples[id].box, sample.box) || sample.sign || samples[id].sign) continue;
            add_style(samples[id].style, sample.style);
            return;
        }
        index.add(samples.size(), sample.box);
        samples.push_back(std::move(sample));
    };
    for (const MapArea& area : parts.areas) {
        if (may_be_swatch(area)) add({plane::box_of(area.shape), area.style, {}});
    }
    for (const SheetLine& line : parts.lines) {
        if (auto sample = line_sample(line)) add(std::move(*sample));
    }
    for (const MapSign& sign : parts.signs) add({sign.box, {}, sign});
    std::ranges::sort(samples, {}, [](const LegendSample& s) { return std::tuple(s.box.y0, s.box.x0); });
    return samples;
}

}  // namespace planlezer
