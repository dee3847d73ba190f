#include "extractors/map/raster/hatch_fields.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double edge_room = 0.75;     // millimetres from the outline, within which its own line lies
constexpr double patch_side = 20;      // millimetres
constexpr std::size_t most_patches = 12;
constexpr double filled_patch = 0.12;  // share of a patch that lies inside
constexpr std::size_t least_strokes = 3;
constexpr double same_angle = 5;       // degrees, between patches of one hatching
constexpr double same_spacing = 0.15;
constexpr double most_agree = 0.5;     // of the patches
constexpr double least_dot = 0.2;      // millimetres
constexpr double largest_dot = 1.4;
constexpr std::size_t least_dots = 6;
constexpr double dot_ink = 0.6;        // share of the ink inside
constexpr double dotted_share = 0.4;   // of the area that the dots fill, each a step by a step: a dotted line fills none
constexpr double dot_steps = 0.65;     // share of the dots whose nearest neighbour lies one step away

bool is_round(const Component& c) {
    const double longer = std::max(c.box.width(), c.box.height());
    const double shorter = std::min(c.box.width(), c.box.height());
    return longer <= 1.6 * shorter && static_cast<double>(c.pixels) >= 0.55 * longer * shorter;
}

/// Even-odd: where a row of blocks is inside the rings.
std::vector<double> crossings(const MultiPolygon& shape, double y) {
    std::vector<double> at;
    const auto add = [&](const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point& a = ring[i];
            const Point& b = ring[(i + 1) % ring.size()];
            if ((a.y > y) != (b.y > y)) at.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
        }
    };
    for (const Polygon& part : shape) {
        add(part.outer);
        for (const Ring& hole : part.holes) add(hole);
    }
    std::ranges::sort(at);
    return at;
}

}  // namespace

/// The blocks of an area that lie well within its outline.
struct HatchFields::Inside {
    PixelBox box;             ///< blocks
    std::vector<bool> in;     ///< of the box, by rows
    [[nodiscard]] bool at(int column, int row) const {
        if (column < box.x0 || row < box.y0 || column >= box.x1 || row >= box.y1) return false;
        return in[static_cast<std::size_t>(row - box.y0) * static_cast<std::size_t>(box.width()) + static_cast<std::size_t>(column - box.x0)];
    }

    Inside(const SheetRaster& raster, const MultiPolygon& shape) {
        const double sx = raster.x_points * raster.block;
        const double sy = raster.y_points * raster.block;
        const Box around = plane::box_of(shape);
        box = {std::max(0, static_cast<int>(around.x0 / sx)), std::max(0, static_cast<int>(around.y0 / sy)), std::min(raster.columns, static_cast<int>(around.x1 / sx) + 1),
               std::min(raster.rows, static_cast<int>(around.y1 / sy) + 1)};
        if (box.x1 <= box.x0 || box.y1 <= box.y0) {
            box = {};
            return;
        }
        in.assign(static_cast<std::size_t>(box.width()) * static_cast<std::size_t>(box.height()), false);
        for (int row = box.y0; row < box.y1; ++row) {
            const std::vector<double> at = crossings(shape, (row + 0.5) * sy);
            for (std::size_t i = 0; i + 1 < at.size(); i += 2) {
                const int from = std::max(box.x0, static_cast<int>(std::ceil(at[i] / sx - 0.5)));
                const int to = std::min(box.x1 - 1, static_cast<int>(std::floor(at[i + 1] / sx - 0.5)));
                for (int column = from; column <= to; ++column) set(column, row, true);
            }
        }
        shrink(std::max(1, static_cast<int>(std::ceil(raster.block_pixels(edge_room)))));
    }

  private:
    void set(int column, int row, bool value) { in[static_cast<std::size_t>(row - box.y0) * static_cast<std::size_t>(box.width()) + static_cast<std::size_t>(column - box.x0)] = value; }

    /// By so many blocks on every side, rows first and then columns.
    void shrink(int by) {
        const auto pass = [by](std::vector<bool>& cells, std::size_t first, std::size_t step, int count) {
            int run = 0;  // blocks since the last that was outside; beyond the box lies outside
            std::vector<bool> kept(static_cast<std::size_t>(count), false);
            for (int i = 0; i < count; ++i) {
                run = cells[first + static_cast<std::size_t>(i) * step] ? run + 1 : 0;
                if (run > 2 * by) kept[static_cast<std::size_t>(i - by)] = true;
            }
            for (int i = 0; i < count; ++i) cells[first + static_cast<std::size_t>(i) * step] = kept[static_cast<std::size_t>(i)];
        };
        const auto width = static_cast<std::size_t>(box.width());
        for (int row = 0; row < box.height(); ++row) pass(in, static_cast<std::size_t>(row) * width, 1, box.width());
        for (int column = 0; column < box.width(); ++column) pass(in, static_cast<std::size_t>(column), width, box.height());
    }
};

std::vector<Box> ink_dots(const SheetRaster& raster, const Components& ink) {
    std::vector<Box> dots;
    for (const Component& c : ink.list) {
        const double longer = std::max(c.box.width(), c.box.height());
        if (longer > raster.pixels(largest_dot) || longer < raster.pixels(least_dot) || !is_round(c)) continue;
        dots.push_back({c.box.x0 * raster.x_points, c.box.y0 * raster.y_points, c.box.x1 * raster.x_points, c.box.y1 * raster.y_points});
    }
    return dots;
}

HatchFields::HatchFields(const SheetRaster& raster, std::vector<Box> dots, const std::vector<Box>& written)
    : raster_(raster), dots_(std::move(dots)), written_(raster.blocks.size(), false) {
    for (std::size_t i = 0; i < dots_.size(); ++i) dot_index_.add(i, dots_[i]);
    const double sx = raster.x_points * raster.block;
    const double sy = raster.y_points * raster.block;
    for (const Box& box : written) {
        for (int row = std::max(0, static_cast<int>(box.y0 / sy)); row <= std::min(raster.rows - 1, static_cast<int>(box.y1 / sy)); ++row) {
            for (int column = std::max(0, static_cast<int>(box.x0 / sx)); column <= std::min(raster.columns - 1, static_cast<int>(box.x1 / sx)); ++column) {
                written_[static_cast<std::size_t>(row) * static_cast<std::size_t>(raster.columns) + static_cast<std::size_t>(column)] = true;
            }
        }
    }
}

Hatching HatchFields::in(const MultiPolygon& shape) const {
    const Inside inside(raster_, shape);
    if (inside.in.empty()) return {};
    const Hatching dotted = dots_in(inside, shape);
    return dotted.kind == HatchKind::dots ? dotted : strokes_in(inside);
}

/// Dots lie one step from the next, all over the area, and are most of its ink.
Hatching HatchFields::dots_in(const Inside& inside, const MultiPolygon& shape) const {
    const double sx = raster_.x_points * raster_.block;
    const double sy = raster_.y_points * raster_.block;
    std::vector<Point> places;
    double dotted = 0;
    for (const std::size_t id : dot_index_.meeting(plane::box_of(shape))) {
        const Point at = plane::middle(dots_[id]);
        if (!inside.at(static_cast<int>(at.x / sx), static_cast<int>(at.y / sy))) continue;
        places.push_back(at);
        dotted += dots_[id].width() * dots_[id].height() * 0.785 / (sx * sy);
    }
    if (places.size() < least_dots) return {};
    double ink = 0;
    const Samples samples = samples_in(inside, inside.box);
    for (const InkSample& sample : samples.inked) ink += sample.ink;
    if (dotted < dot_ink * ink) return {};
    std::vector<double> steps;
    for (std::size_t i = 0; i < places.size(); ++i) {
        double nearest = 1e9;
        for (std::size_t j = 0; j < places.size(); ++j) {
            if (i != j) nearest = std::min(nearest, plane::distance(places[i], places[j]));
        }
        steps.push_back(nearest);
    }
    std::ranges::sort(steps);
    const double step = steps[steps.size() / 2];
    const auto even = std::ranges::count_if(steps, [step](double s) { return std::abs(s - step) < 0.2 * step; });
    const bool spread = static_cast<double>(places.size()) * step * step > dotted_share * static_cast<double>(samples.places.size()) * sx * sy;
    if (!spread || static_cast<double>(even) < dot_steps * static_cast<double>(steps.size())) return {};
    return {HatchKind::dots, 0, step};
}

HatchFields::Samples HatchFields::samples_in(const Inside& inside, const PixelBox& part) const {
    Samples samples;
    for (int row = part.y0; row < part.y1; ++row) {
        for (int column = part.x0; column < part.x1; ++column) {
            if (!inside.at(column, row) || written_[static_cast<std::size_t>(row) * static_cast<std::size_t>(raster_.columns) + static_cast<std::size_t>(column)]) continue;
            const Point at{column - part.x0 + 0.5, row - part.y0 + 0.5};
            samples.places.push_back(at);
            if (const Block& block = raster_.at(column, row); block.share > 0) samples.inked.push_back({at, block.share / 255.0});
        }
    }
    return samples;
}

namespace {

/// What one patch shows.
struct Patch {
    std::vector<Strokes> strokes;
    double weight = 0;
};

/// Inside an outline nothing but the hatching should have a direction; crossed strokes are of one pen.
std::vector<Strokes> clear_strokes(std::vector<Strokes> strokes) {
    constexpr double least_clear = 0.1;
    constexpr double as_clear = 0.4;  // of the other direction
    double most = least_clear / as_clear;
    for (const Strokes& s : strokes) most = std::max(most, s.clear);
    std::erase_if(strokes, [most](const Strokes& s) { return s.clear < as_clear * most; });
    return strokes;
}

bool agree(const Strokes& a, const Strokes& b) {
    return plane::turn_between(a.angle, b.angle, 180) < same_angle && std::abs(a.spacing - b.spacing) < same_spacing * std::max(a.spacing, b.spacing);
}

/// The strokes most patches show. \param beside strokes that run the same way are not asked for
std::optional<Strokes> common_strokes(const std::vector<Patch>& patches, const std::optional<Strokes>& beside) {
    double all = 0;
    for (const Patch& patch : patches) all += patch.weight;
    std::optional<Strokes> best;
    double most = 0;
    for (const Patch& patch : patches) {
        for (const Strokes& strokes : patch.strokes) {
            if (beside && plane::turn_between(strokes.angle, beside->angle, 180) < 3 * same_angle) continue;
            double weight = 0;
            double angle = 0;
            double spacing = 0;
            for (const Patch& other : patches) {
                const auto same = std::ranges::find_if(other.strokes, [&](const Strokes& s) { return agree(strokes, s); });
                if (same == other.strokes.end()) continue;
                weight += other.weight;
                const double turn = std::remainder(same->angle - strokes.angle, 180.0);
                angle += other.weight * turn;
                spacing += other.weight * same->spacing;
            }
            if (weight <= most) continue;
            most = weight;
            best = Strokes{std::fmod(strokes.angle + angle / weight + 180, 180), spacing / weight, strokes.clear, {}};
        }
    }
    return most >= most_agree * all ? best : std::nullopt;
}

}  // namespace

Hatching HatchFields::strokes_in(const Inside& inside) const {
    const auto side = static_cast<int>(raster_.block_pixels(patch_side));
    std::vector<PixelBox> parts;
    const bool small = inside.box.width() < 3 * side / 2 && inside.box.height() < 3 * side / 2;
    for (int y = inside.box.y0; y < inside.box.y1; y += side) {
        for (int x = inside.box.x0; x < inside.box.x1; x += side) parts.push_back({x, y, std::min(x + side, inside.box.x1), std::min(y + side, inside.box.y1)});
    }
    if (small) parts.assign(1, inside.box);
    std::vector<Patch> patches;
    const std::size_t step = 1 + parts.size() / (3 * most_patches);
    for (std::size_t i = 0; i < parts.size() && patches.size() < most_patches; i += step) {
        Samples samples = samples_in(inside, parts[i]);
        const auto weight = static_cast<double>(samples.places.size());
        if (!small && weight < filled_patch * side * side) continue;
        StrokePatch patch(std::move(samples.places));
        patches.push_back({clear_strokes(patch.strokes(samples.inked, small ? least_strokes - 1 : least_strokes)), weight});
    }
    const auto first = common_strokes(patches, std::nullopt);
    if (!first) return {};
    const double unit = raster_.x_points * raster_.block;
    const auto second = common_strokes(patches, first);
    if (!second) return {HatchKind::lines, first->angle, first->spacing * unit};
    // A sheet lies askew by a degree or two: level strokes are still the lower ones.
    constexpr double askew = 6;
    const bool lower = std::fmod(first->angle + askew, 180) < std::fmod(second->angle + askew, 180);
    const Strokes& one = lower ? *first : *second;
    return {HatchKind::crossed, one.angle, one.spacing * unit};
}

}  // namespace planlezer
