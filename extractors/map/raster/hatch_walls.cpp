#include "extractors/map/raster/hatch_walls.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <new>
#include <numbers>
#include <span>
#include <utility>
#include <vector>

#include "extractors/map/plane.hpp"
#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/hatch_strokes.hpp"
#include "extractors/map/raster/raster_outlines.hpp"
#include "extractors/map/raster/walls.hpp"

namespace planlezer {

namespace {

constexpr double patch_side = 14;        // millimetres; patches lie half over one another
constexpr std::size_t least_strokes = 4;
constexpr double near_stroke = 1.4;      // blocks from the middle of a stroke
constexpr double runs_on = 4.5;          // millimetres, to both sides together, that make a line of its own
constexpr double same_way = 13;          // degrees
constexpr double largest_crumb = 1.1;     // millimetres
constexpr double largest_piece = 6;       // millimetres
constexpr double near_erased = 2.5;       // millimetres
constexpr double slender = 0.012;         // of the spread along
constexpr double as_clear = 0.3;          // of the first direction
constexpr float thicker = 1.4F;          // than a stroke
constexpr double surely_thin = 0.27;     // millimetres, and what a line gains where it runs slantwise over blocks
constexpr double least_ratio = 1.5;      // between the widths of strokes and of other lines

class HatchFinder {
  public:
    HatchFinder(const SheetRaster& raster, const Walls& walls)
        : raster_(raster), walls_(walls), side_(std::max(16, static_cast<int>(raster.block_pixels(patch_side)))), patch_(square(side_)) {}

    /// Blocks, each once or several times.
    std::vector<std::size_t> find() {
        measure();
        find_thin();
        for (int row = 0; row + side_ <= raster_.rows; row += side_ / 2) {
            for (int column = 0; column + side_ <= raster_.columns; column += side_ / 2) look_at(column, row);
        }
        return std::move(strokes_);
    }

  private:
    static std::vector<Point> square(int side) {
        std::vector<Point> places;
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x) places.push_back({x + 0.5, y + 0.5});
        }
        return places;
    }

    [[nodiscard]] std::size_t index(int column, int row) const { return static_cast<std::size_t>(row) * static_cast<std::size_t>(raster_.columns) + static_cast<std::size_t>(column); }

    /// How thick the lines are, block by block, evened out over a few blocks of line.
    void measure() {
        std::vector<float> raw(walls_.blocks.size(), 0);
        for (int row = 0; row < raster_.rows; ++row) {
            for (int column = 0; column < raster_.columns; ++column) {
                if (walls_.at(column, row) == Wall::solid) raw[index(column, row)] = static_cast<float>(wall_thickness(raster_, walls_, column, row));
            }
        }
        thickness_.assign(raw.size(), 0);
        constexpr int reach = 2;
        for (int row = reach; row + reach < raster_.rows; ++row) {
            for (int column = reach; column + reach < raster_.columns; ++column) {
                if (raw[index(column, row)] <= 0) continue;
                float sum = 0;
                float count = 0;
                for (int y = row - reach; y <= row + reach; ++y) {
                    for (int x = column - reach; x <= column + reach; ++x) {
                        sum += raw[index(x, y)];
                        count += raw[index(x, y)] > 0 ? 1.0F : 0.0F;
                    }
                }
                thickness_[index(column, row)] = sum / count;
            }
        }
    }

    /// Strokes are the thinnest lines of a sheet: the width that parts these best from the rest (Otsu, on logarithms).
    void find_thin() {
        constexpr std::size_t bins = 64;
        constexpr double scale = 12;  // bins a factor of e
        std::array<double, bins> counts{};
        for (const float here : thickness_) {
            // By the length of line, which thick ones have less of than blocks.
            if (here > 0) counts[static_cast<std::size_t>(std::clamp(scale * std::log(std::max<double>(here, 0.3) / 0.3), 0.0, bins - 1.0))] += 1 / std::max<double>(here, 1.0);
        }
        double all = 0;
        double total = 0;
        for (std::size_t i = 0; i < bins; ++i) {
            all += counts[i];
            total += counts[i] * static_cast<double>(i);
        }
        double below = 0;
        double below_sum = 0;
        double best = 0;
        for (std::size_t i = 0; i + 1 < bins; ++i) {
            below += counts[i];
            below_sum += counts[i] * static_cast<double>(i);
            if (below <= 0 || below >= all) continue;
            const double low = below_sum / below;
            const double high = (total - below_sum) / (all - below);
            const double between = below * (all - below) * (high - low) * (high - low);
            if (between <= best || std::exp((high - low) / scale) < least_ratio) continue;
            best = between;
            thin_to_ = std::max(raster_.block_pixels(surely_thin) + 0.75, 0.3 * std::exp((low + high) / 2 / scale));
        }
    }

    void look_at(int column, int row) {
        std::vector<InkSample> inked;
        for (int y = 0; y < side_; ++y) {
            for (int x = 0; x < side_; ++x) {
                const float thickness = thickness_[index(column + x, row + y)];
                if (thickness > 0 && thickness < thin_to_) inked.push_back({{x + 0.5, y + 0.5}, raster_.at(column + x, row + y).share / 255.0});
            }
        }
        std::vector<Strokes> strokes = patch_.strokes(inked, least_strokes);
        if (strokes.empty()) return;
        // Crossed strokes are of one pen, and about as many.
        if (strokes.size() == 2 && strokes[1].clear < as_clear * strokes[0].clear) strokes.pop_back();
        std::vector<std::pair<int, int>> on;
        std::vector<float> widths;
        for (const InkSample& sample : inked) {
            if (std::ranges::none_of(strokes, [&](const Strokes& s) { return is_on(sample.at, s); })) continue;
            on.emplace_back(column + static_cast<int>(sample.at.x), row + static_cast<int>(sample.at.y));
            widths.push_back(thickness_[index(on.back().first, on.back().second)]);
        }
        if (on.empty()) return;
        const auto mid = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
        std::ranges::nth_element(widths, mid);
        // A border that runs along a stroke for a while is thicker, by more than a pixel.
        const float most = thicker * *mid + 0.9F / static_cast<float>(raster_.block);
        for (const auto& [x, y] : on) {
            if (thickness_[index(x, y)] > most || is_other_line(x, y, strokes)) continue;
            if (std::ranges::any_of(strokes, [&, x = x, y = y](const Strokes& s) { return has_company(x, y, s); })) strokes_.push_back(index(x, y));
        }
    }

    static bool is_on(const Point& p, const Strokes& strokes) {
        const double angle = strokes.angle * std::numbers::pi / 180;
        const double offset = p.x * std::sin(angle) + p.y * std::cos(angle);
        return std::ranges::any_of(strokes.offsets, [offset](double at) { return std::abs(at - offset) < near_stroke; });
    }

    /// Other strokes lie beside this one here: one step off, and one more.
    [[nodiscard]] bool has_company(int x, int y, const Strokes& strokes) const {
        const double angle = strokes.angle * std::numbers::pi / 180;
        const auto inked = [&](int steps) {
            for (double off = -near_stroke; off <= near_stroke; off += 0.7) {
                const double across = steps * strokes.spacing + off;
                const int column = static_cast<int>(std::floor(x + 0.5 + across * std::sin(angle)));
                const int row = static_cast<int>(std::floor(y + 0.5 + across * std::cos(angle)));
                if (walls_.at(column, row) != Wall::solid) continue;
                if (thickness_[index(column, row)] < thin_to_) return true;
            }
            return false;
        };
        const bool before = inked(-1);
        const bool behind = inked(1);
        return (before && behind) || (before && inked(-2)) || (behind && inked(2));
    }

    /// Part of a line that runs on another way than the strokes.
    [[nodiscard]] bool is_other_line(int x, int y, const std::vector<Strokes>& strokes) const {
        constexpr int step = 5;  // degrees
        const double length = raster_.block_pixels(runs_on);
        for (int angle = 0; angle < 180; angle += step) {
            if (std::ranges::any_of(strokes, [angle](const Strokes& s) { return plane::turn_between(angle, s.angle, 180) < same_way; })) continue;
            const double forth = run(x, y, angle, length);
            const double back = run(x, y, angle + 180, length);
            if (std::min(forth, back) >= 2 && forth + back >= length) return true;
        }
        return false;
    }

    /// How far the line goes on this way, in blocks; no further than `most`.
    [[nodiscard]] double run(int x, int y, double angle, double most) const {
        const double dx = std::cos(angle * std::numbers::pi / 180);
        const double dy = -std::sin(angle * std::numbers::pi / 180);
        const auto inked = [&](double along, double beside) {
            return walls_.at(static_cast<int>(std::floor(x + 0.5 + along * dx - beside * dy)), static_cast<int>(std::floor(y + 0.5 + along * dy + beside * dx))) != Wall::none;
        };
        double length = 0;
        // From the edge of a line its way may lie a block beside.
        while (length < most && (inked(length + 1, 0) || inked(length + 1, 1) || inked(length + 1, -1))) length += 1;
        return length;
    }

    const SheetRaster& raster_;
    const Walls& walls_;
    int side_;
    StrokePatch patch_;
    std::vector<float> thickness_;      ///< blocks; 0 where no line is
    double thin_to_ = 1e9;              ///< blocks
    std::vector<std::size_t> strokes_;  ///< blocks
};

}  // namespace

namespace {

void wipe(SheetRaster& raster, const PixelBox& box) {
    for (int y = std::max(0, box.y0); y < std::min(raster.height, box.y1); ++y) {
        for (int x = std::max(0, box.x0); x < std::min(raster.width, box.x1); ++x) pixSetPixel(raster.ink.get(), x, y, 0);
    }
}

/// Far longer than wide, as a piece of a stroke is: told by how its ink spreads along and across.
bool is_slender(std::span<const PixelRun> runs) {
    double n = 0;
    Point sum;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (const PixelRun& run : runs) {
        const double w = run.x1 - run.x0;
        const double x = (run.x0 + run.x1) / 2.0;
        n += w;
        sum = {sum.x + w * x, sum.y + w * run.y};
        xx += w * (x * x + w * w / 12);
        yy += w * run.y * run.y;
        xy += w * x * run.y;
    }
    const double cxx = xx / n - sum.x * sum.x / (n * n);
    const double cyy = yy / n - sum.y * sum.y / (n * n) + 1.0 / 12;
    const double cxy = xy / n - sum.x * sum.y / (n * n);
    const double middle = (cxx + cyy) / 2;
    const double off = std::hypot((cxx - cyy) / 2, cxy);
    return middle - off < slender * (middle + off);
}

/// What is left of strokes right beside what was erased: crumbs too small for a letter, and pieces that stand alone.
void wipe_rest(SheetRaster& raster, const std::vector<bool>& erased) {
    const Components ink = components_of(*raster.ink, false);
    const int piece_reach = static_cast<int>(raster.block_pixels(near_erased));
    for (const Component& c : ink.list) {
        const int longer = std::max(c.box.width(), c.box.height());
        const bool crumb = longer <= raster.pixels(largest_crumb);
        const bool slant = 4 * std::min(c.box.width(), c.box.height()) > longer;  // no "1", "l" or "-"
        if (!crumb && (longer > raster.pixels(largest_piece) || !slant || !is_slender(ink.of(c)))) continue;
        const int reach = crumb ? 1 : piece_reach;
        bool beside = false;
        for (int row = c.box.y0 / raster.block - reach; row <= c.box.y1 / raster.block + reach && !beside; ++row) {
            for (int column = c.box.x0 / raster.block - reach; column <= c.box.x1 / raster.block + reach && !beside; ++column) {
                if (row < 0 || column < 0 || row >= raster.rows || column >= raster.columns) continue;
                beside = erased[static_cast<std::size_t>(row) * static_cast<std::size_t>(raster.columns) + static_cast<std::size_t>(column)];
            }
        }
        if (beside) wipe(raster, c.box);
    }
}

/// Blocks in which a round sign stands that no stroke runs through: its dividing line and its rows of digits lie side by side too.
std::vector<bool> in_round_signs(const SheetRaster& raster) {
    PixHandle thick(pixDilateBrick(nullptr, raster.ink.get(), 3, 3));
    if (!thick) throw std::bad_alloc();
    const Components holes = components_of(*thick, true);
    thick.reset();
    std::vector<bool> blocks(raster.blocks.size(), false);
    for (const RasterOutline& sign : raster_outlines(raster, holes)) {
        if (sign.outline.shape != SignShape::circle) continue;
        const Box box = plane::grown(sign.outline.box, raster.block + 2.0);
        const auto row_of = [&](double y) { return std::clamp(static_cast<int>(y) / raster.block, 0, raster.rows - 1); };
        const auto column_of = [&](double x) { return std::clamp(static_cast<int>(x) / raster.block, 0, raster.columns - 1); };
        for (int row = row_of(box.y0); row <= row_of(box.y1); ++row) {
            for (int column = column_of(box.x0); column <= column_of(box.x1); ++column) {
                blocks[static_cast<std::size_t>(row) * static_cast<std::size_t>(raster.columns) + static_cast<std::size_t>(column)] = true;
            }
        }
    }
    return blocks;
}

}  // namespace

void erase_hatching(SheetRaster& raster, ColourClasses& classes) {
    const Components ink = components_of(*raster.ink, false);
    const Walls lines = find_walls(raster, ink, std::vector<bool>(ink.list.size(), false), {});
    const std::vector<bool> in_signs = in_round_signs(raster);
    std::vector<bool> erased(raster.blocks.size(), false);
    for (const std::size_t i : HatchFinder(raster, lines).find()) {
        if (erased[i] || in_signs[i]) continue;
        erased[i] = true;
        classes.blocks[i] = 0;
        const int x = static_cast<int>(i % static_cast<std::size_t>(raster.columns)) * raster.block;
        const int y = static_cast<int>(i / static_cast<std::size_t>(raster.columns)) * raster.block;
        wipe(raster, {x, y, x + raster.block, y + raster.block});
    }
    wipe_rest(raster, erased);
}

}  // namespace planlezer
