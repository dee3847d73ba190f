#include "extractors/map/raster/raster_outlines.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"
#include "extractors/map/sign_frame.hpp"

namespace planlezer {

namespace {

constexpr double least_part = 1.3;     // millimetres
constexpr double least_sign = 3.0;     // millimetres
constexpr double least_frame = 2.0;    // millimetres: the height of a frame around one line of words
constexpr double most_sign = 18;       // millimetres
constexpr double longest_frame = 34;   // millimetres, around a line of words
constexpr double widest_line = 0.7;    // millimetres between two parts of a sign
constexpr double full = 0.8;           // share of a divided sign that its parts fill
constexpr double blur = 1.3;           // pixels
constexpr std::size_t most_parts = 5;

struct Hole {
    OutlinePart part;
    double area = 0;  ///< of the hull, square pixels
    Box box;
};

/// What rows and columns of the hole span, against what its hull does: a letter that touches the line bites into it.
double bitten_share(std::span<const PixelRun> runs, const Ring& hull, const PixelBox& box) {
    std::map<int, std::pair<int, int>> rows;
    std::vector<std::pair<int, int>> columns(static_cast<std::size_t>(box.width()), {1 << 30, -1});
    for (const PixelRun& run : runs) {
        auto [row, fresh] = rows.try_emplace(run.y, run.x0, run.x1);
        row->second = {std::min(row->second.first, run.x0), std::max(row->second.second, run.x1)};
        for (int x = run.x0; x < run.x1; ++x) {
            auto& column = columns[static_cast<std::size_t>(x - box.x0)];
            column = {std::min(column.first, run.y), std::max(column.second, run.y + 1)};
        }
    }
    double by_rows = 0;
    double by_columns = 0;
    for (const auto& [y, span] : rows) by_rows += span.second - span.first;
    for (const auto& [top, bottom] : columns) by_columns += std::max(0, bottom - top);
    return 1 - std::min(by_rows, by_columns) / std::max(1.0, plane::area(hull));
}

class OutlineFinder {
  public:
    OutlineFinder(const SheetRaster& raster, const Components& holes) : raster_(raster) {
        const double least = raster.pixels(least_part);
        const double most = raster.pixels(most_sign);
        const double longest = raster.pixels(longest_frame);
        for (const Component& component : holes.list) {
            const PixelBox& b = component.box;
            if (std::min(b.width(), b.height()) < least || b.height() > most || b.width() > longest) continue;
            Hole hole;
            hole.part.box = b;
            hole.part.hull = hull_of(holes.of(component));
            hole.area = plane::area(hole.part.hull);
            // What winds about is a street, not a part of a sign; letters inside take at most half.
            if (static_cast<double>(component.pixels) < 0.45 * hole.area) {
                rings_.push_back(hole.part.hull);
                continue;
            }
            hole.part.bitten = bitten_share(holes.of(component), hole.part.hull, b);
            hole.box = plane::box_of(hole.part.hull);
            index_.add(holes_.size(), hole.box);
            holes_.push_back(std::move(hole));
        }
    }

    std::vector<RasterOutline> find() {
        std::vector<RasterOutline> found;
        std::vector<bool> used(holes_.size(), false);
        // A divided sign first: its parts may look like signs themselves.
        for (std::size_t i = 0; i < holes_.size(); ++i) {
            if (used[i]) continue;
            auto divided = divided_from(i, used);
            if (!divided) continue;
            for (const std::size_t part : divided->second) used[part] = true;
            found.push_back(std::move(divided->first));
        }
        for (std::size_t i = 0; i < holes_.size(); ++i) {
            const double shorter = std::min(holes_[i].box.width(), holes_[i].box.height());
            if (used[i] || shorter < raster_.pixels(least_frame)) continue;
            auto outline = sign_outline(holes_[i].part.hull);
            if (outline && (shorter >= raster_.pixels(least_sign) || outline->shape == SignShape::box)) found.push_back({std::move(*outline), {holes_[i].part}});
        }
        drop_holders(found);
        for (RasterOutline& sign : found) note_double(sign);
        return found;
    }

  private:
    /// A sheet stands upright, so a square on its corner is a diamond. A house by its outline is one of the base map.
    [[nodiscard]] static std::optional<Outline> sign_outline(const Ring& hull) {
        auto outline = outline_of(hull, blur);
        if (outline && outline->shape == SignShape::house) return std::nullopt;
        if (outline && stands_on_corner(*outline, 0)) outline->shape = SignShape::diamond;
        return outline;
    }
    [[nodiscard]] static bool within(const Box& inner, const Box& outer) { return plane::holds(outer, {inner.x0, inner.y0}) && plane::holds(outer, {inner.x1, inner.y1}); }

    /// What a whole sign stands in is a small building area.
    static void drop_holders(std::vector<RasterOutline>& found) {
        constexpr double much_smaller = 0.45;
        BoxIndex index(60);
        for (std::size_t i = 0; i < found.size(); ++i) index.add(i, found[i].outline.box);
        const auto holds = [&](const Box& box) {
            return std::ranges::any_of(index.meeting(box), [&](std::size_t other) {
                const Box& inner = found[other].outline.box;
                return within(inner, box) && inner.width() * inner.height() < much_smaller * box.width() * box.height();
            });
        };
        std::vector<bool> holder;
        for (const RasterOutline& sign : found) holder.push_back(holds(sign.outline.box));
        std::size_t at = 0;
        std::erase_if(found, [&](const RasterOutline&) { return holder[at++]; });
    }

    using Divided = std::pair<RasterOutline, std::vector<std::size_t>>;

    [[nodiscard]] std::vector<std::size_t> beside(std::size_t i, const std::vector<bool>& used) const {
        std::vector<std::size_t> near;
        for (const std::size_t other : index_.meeting(plane::grown(holes_[i].box, raster_.pixels(widest_line)))) {
            if (other != i && !used[other] && !within(holes_[other].box, holes_[i].box) && !within(holes_[i].box, holes_[other].box)) near.push_back(other);
        }
        return near;
    }

    /// Grows from one part to those beside it while all together make a full figure; the fullest wins.
    [[nodiscard]] std::optional<Divided> divided_from(std::size_t seed, const std::vector<bool>& used) const {
        const std::vector<std::size_t> near = beside(seed, used);
        if (near.empty() || near.size() > 10) return std::nullopt;
        std::optional<Divided> best;
        for (unsigned choice = 1; choice < (1U << near.size()); ++choice) {
            if (static_cast<std::size_t>(__builtin_popcount(choice)) >= most_parts) continue;
            std::vector<std::size_t> parts{seed};
            for (std::size_t i = 0; i < near.size(); ++i) {
                if ((choice >> i & 1U) != 0) parts.push_back(near[i]);
            }
            auto whole = whole_of(parts);
            if (whole && (!best || parts.size() > best->second.size())) best = Divided(std::move(*whole), std::move(parts));
        }
        return best;
    }

    [[nodiscard]] std::optional<RasterOutline> whole_of(const std::vector<std::size_t>& parts) const {
        Box box = holes_[parts[0]].box;
        double area = 0;
        for (const std::size_t part : parts) {
            box = united(box, holes_[part].box);
            area += holes_[part].area;
        }
        const double longer = std::max(box.width(), box.height());
        if (longer > raster_.pixels(most_sign) || longer > 1.6 * std::min(box.width(), box.height()) || area < 0.42 * box.width() * box.height()) return std::nullopt;
        Ring corners;
        RasterOutline whole;
        for (const std::size_t part : parts) {
            corners.insert(corners.end(), holes_[part].part.hull.begin(), holes_[part].part.hull.end());
            whole.parts.push_back(holes_[part].part);
        }
        const Ring hull = plane::hull_of(std::move(corners));
        if (area < full * plane::area(hull)) return std::nullopt;
        auto outline = sign_outline(hull);
        // Two triangles that make a lean diamond are signs of their own.
        const bool lean = outline && outline->shape == SignShape::diamond && std::max(box.width(), box.height()) > 1.15 * std::min(box.width(), box.height());
        if (!outline || outline->shape == SignShape::box || lean) return std::nullopt;
        whole.outline = std::move(*outline);
        return whole;
    }

    /// A square within a square a little larger.
    void note_double(RasterOutline& sign) const {
        if (sign.outline.shape != SignShape::square) return;
        for (const Ring& ring : rings_) {
            const auto around = outline_of(ring, blur);
            if (!around || around->shape != SignShape::square) continue;
            const double ratio = around->side / sign.outline.side;
            if (ratio < 1.04 || ratio > 1.7 || plane::distance(around->centre, sign.outline.centre) > 0.08 * sign.outline.side) continue;
            sign.outline.shape = SignShape::double_square;
            sign.outline.box = around->box;
            return;
        }
    }

    const SheetRaster& raster_;
    std::vector<Hole> holes_;
    std::vector<Ring> rings_;  ///< of what winds about
    BoxIndex index_{60};
};

}  // namespace

std::vector<RasterOutline> raster_outlines(const SheetRaster& raster, const Components& holes) { return OutlineFinder(raster, holes).find(); }

}  // namespace planlezer
