#include "extractors/map/raster/ellipses.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double least_dot = 0.12;  // millimetres
constexpr double most_dot = 0.6;
constexpr double widest_step = 4;   // times the dot's size
constexpr double uneven = 0.3;      // share by which the steps may differ

class DotFinder {
  public:
    DotFinder(const SheetRaster& raster, const Components& ink, const std::vector<bool>& used) : ink_(ink) {
        for (std::size_t i = 0; i < ink.list.size(); ++i) {
            const PixelBox& b = ink.list[i].box;
            const double longer = std::max(b.width(), b.height());
            const bool dot = longer >= raster.pixels(least_dot) && longer <= raster.pixels(most_dot) && 2 * std::min(b.width(), b.height()) >= longer;
            if (used[i] || !dot || 2 * ink.list[i].pixels < static_cast<long>(b.width()) * b.height()) continue;
            dots_.push_back(i);
            index_.add(i, float_box(b));
        }
    }

    std::vector<Ellipsis> find() const {
        std::vector<Ellipsis> found;
        for (const std::size_t first : dots_) {
            const auto second = right_of(first);
            const auto third = second ? right_of(*second) : std::nullopt;
            if (!third || !even(first, *second, *third)) continue;
            const auto fourth = right_of(*third);
            const auto before = left_of(first);
            if ((fourth && even(*second, *third, *fourth)) || (before && even(*before, first, *second))) continue;
            found.push_back({{first, *second, *third}, box_of({&ink_.list[first], &ink_.list[*second], &ink_.list[*third]})});
        }
        return found;
    }

  private:
    static double middle(const PixelBox& b) { return (b.x0 + b.x1) / 2.0; }
    [[nodiscard]] const PixelBox& box(std::size_t i) const { return ink_.list[i].box; }

    /// The nearest dot of its size at its height.
    [[nodiscard]] std::optional<std::size_t> beside(std::size_t i, const Box& room) const {
        const PixelBox& own = box(i);
        const int size = std::max(own.width(), own.height());
        std::optional<std::size_t> best;
        for (const std::size_t other : index_.meeting(room)) {
            const PixelBox& b = box(other);
            const bool alike = std::abs(b.height() - own.height()) <= 1 + own.height() / 3 && std::abs(b.width() - own.width()) <= 1 + own.width() / 3;
            if (other == i || !alike || std::abs(b.y1 - own.y1) > 1 + size / 3) continue;
            if (!best || std::abs(middle(b) - middle(own)) < std::abs(middle(box(*best)) - middle(own))) best = other;
        }
        return best;
    }
    [[nodiscard]] std::optional<std::size_t> right_of(std::size_t i) const {
        const PixelBox& b = box(i);
        return beside(i, {static_cast<double>(b.x1), static_cast<double>(b.y0), b.x1 + widest_step * b.width(), static_cast<double>(b.y1)});
    }
    [[nodiscard]] std::optional<std::size_t> left_of(std::size_t i) const {
        const PixelBox& b = box(i);
        return beside(i, {b.x0 - widest_step * b.width(), static_cast<double>(b.y0), static_cast<double>(b.x0), static_cast<double>(b.y1)});
    }
    [[nodiscard]] bool even(std::size_t a, std::size_t b, std::size_t c) const {
        const double first = middle(box(b)) - middle(box(a));
        const double second = middle(box(c)) - middle(box(b));
        return std::abs(first - second) <= 1 + uneven * std::max(first, second);
    }

    const Components& ink_;
    std::vector<std::size_t> dots_;
    BoxIndex index_{30};
};

}  // namespace

std::vector<Ellipsis> find_ellipses(const SheetRaster& raster, const Components& ink, const std::vector<bool>& used) {
    return DotFinder(raster, ink, used).find();
}

}  // namespace planlezer
