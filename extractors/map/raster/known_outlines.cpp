#include "extractors/map/raster/known_outlines.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <new>
#include <numbers>
#include <numeric>
#include <utility>

#include "extractors/map/plane.hpp"
#include "extractors/map/raster/ink_lookup.hpp"

namespace planlezer {

namespace {

constexpr std::size_t looks = 64;     // points of a circle that are looked at, well apart from the first on
constexpr int reach = 2;              // pixels that a point may lie beside the line; the grid of middles is as coarse
constexpr double least_drawn = 0.72;  // share of the line, exactly
constexpr double least_side = 0.55;   // the same of each side of a square
constexpr double most_beside = 0.5;   // share of ink along circles a little smaller or larger: else it is a dark place
constexpr std::size_t most_found = 500;

struct Candidate {
    KnownOutline outline;
    double share = 0;
};

/// 0, 32, 16, 48, 8 ... of 64: each next point halves what is left.
std::size_t reversed(std::size_t i) {
    std::size_t result = 0;
    for (std::size_t bit = 1; bit < looks; bit *= 2) {
        result = 2 * result + ((i & bit) != 0 ? 1 : 0);
    }
    return result;
}

/// A place on the outline of a shape, by the part of the way around. \param half of the shape's size
Point on_outline(SignShape shape, double part, double half) {
    if (shape == SignShape::circle) return {half * std::cos(2 * std::numbers::pi * part), half * std::sin(2 * std::numbers::pi * part)};
    const double along = std::fmod(4 * part, 1) * 2 * half - half;
    switch (static_cast<int>(4 * part)) {
        case 0: return {along, -half};
        case 1: return {half, along};
        case 2: return {-along, half};
        default: return {-half, -along};
    }
}

/// Of a square by its four sides, of which each has to be drawn: three of a longer box are not enough.
double share_of(const SheetRaster& raster, SignShape shape, const Point& centre, double half) {
    constexpr std::size_t points = 128;
    std::array<int, 4> inked{};
    for (std::size_t i = 0; i < points; ++i) {
        const Point off = on_outline(shape, static_cast<double>(i) / points, half);
        inked[4 * i / points] += is_ink(raster, centre.x + off.x, centre.y + off.y) ? 1 : 0;
    }
    const double all = std::accumulate(inked.begin(), inked.end(), 0.0) / points;
    return shape == SignShape::circle ? all : std::min(all, 4.0 / points * *std::ranges::min_element(inked) * least_drawn / least_side);
}

struct Found {
    Point centre;
    double share = 0;
};

/// The best of the outlines a little aside, smaller or larger.
Found refined(const SheetRaster& raster, SignShape shape, const Point& about, double side) {
    Found best;
    for (double dy = -reach - 0.5; dy <= reach + 0.5; dy += 0.5) {
        for (double dx = -reach - 0.5; dx <= reach + 0.5; dx += 0.5) {
            for (const double line : {0.0, 0.5, 1.0, 1.5, 2.0}) {
                const Point centre{about.x + dx, about.y + dy};
                const double share = share_of(raster, shape, centre, side / 2 + line);
                if (share > best.share) best = {centre, share};
            }
        }
    }
    return best;
}

class OutlineFinder {
  public:
    OutlineFinder(const SheetRaster& raster, SignShape shape, const std::vector<Point>& taken)
        : raster_(raster), shape_(shape), taken_(taken), thick_(pixDilateBrick(nullptr, raster.ink.get(), 2 * reach + 1, 2 * reach + 1)) {
        if (!thick_) throw std::bad_alloc();
    }

    void find(double side) {
        const double radius = side / 2 + 1;
        std::array<std::pair<int, int>, looks> offsets;
        for (std::size_t i = 0; i < looks; ++i) {
            const Point off = on_outline(shape_, (static_cast<double>(reversed(i)) + 0.5) / looks, radius);
            offsets[i] = {static_cast<int>(std::lround(off.x)), static_cast<int>(std::lround(off.y))};
        }
        const int margin = static_cast<int>(radius) + reach + 1;
        for (int y = margin; y < raster_.height - margin; y += reach) {
            for (int x = margin; x < raster_.width - margin; x += reach) {
                if (is_ringed(x, y, offsets)) add(x, y, side);
            }
        }
    }

    std::vector<KnownOutline> found() const {
        std::vector<KnownOutline> outlines;
        for (const Candidate& candidate : found_) outlines.push_back(candidate.outline);
        return outlines;
    }

  private:
    [[nodiscard]] bool is_ringed(int x, int y, const std::array<std::pair<int, int>, looks>& offsets) const {
        static constexpr std::array<std::size_t, 4> stages{8, 16, 32, looks};
        static constexpr std::array<int, 4> allowed{1, 2, 3, 5};
        int missed = 0;
        std::size_t i = 0;
        for (std::size_t stage = 0; stage < stages.size(); ++stage) {
            for (; i < stages[stage]; ++i) {
                const l_uint32* row = pixGetData(thick_.get()) + static_cast<std::ptrdiff_t>(y + offsets[i].second) * pixGetWpl(thick_.get());
                missed += GET_DATA_BIT(row, x + offsets[i].first) == 0 ? 1 : 0;
                if (missed > allowed[stage]) return false;
            }
        }
        return true;
    }

    void add(int x, int y, double side) {
        const auto near = [&](const Point& p, double by) { return plane::distance(p, {static_cast<double>(x), static_cast<double>(y)}) < by; };
        if (found_.size() >= most_found || std::ranges::any_of(taken_, [&](const Point& p) { return near(p, 0.3 * side); })) return;
        const Found fit = refined(raster_, shape_, {x + 0.5, y + 0.5}, side);
        const Candidate best{{fit.centre, side}, fit.share};
        const double outer = side / 2 + 1;
        const double beside = std::max(share_of(raster_, shape_, fit.centre, 0.86 * outer), share_of(raster_, shape_, fit.centre, 1.14 * outer));
        if (best.share < least_drawn || beside > most_beside) return;
        const auto same = std::ranges::find_if(found_, [&](const Candidate& other) { return near(other.outline.centre, 0.3 * side); });
        if (same == found_.end()) found_.push_back(best);
        else if (same->share < best.share) *same = best;
    }

    const SheetRaster& raster_;
    SignShape shape_;
    const std::vector<Point>& taken_;
    PixHandle thick_;
    std::vector<Candidate> found_;
};

}  // namespace

std::vector<KnownOutline> find_known_outlines(const SheetRaster& raster, SignShape shape, const std::vector<double>& sides, const std::vector<Point>& taken) {
    if (sides.empty()) return {};
    OutlineFinder finder(raster, shape, taken);
    for (const double side : sides) finder.find(side);
    return finder.found();
}

bool is_square_drawn(const SheetRaster& raster, const Point& centre, double side) {
    return refined(raster, SignShape::square, centre, side).share >= least_drawn;
}

}  // namespace planlezer
