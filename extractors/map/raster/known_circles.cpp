#include "extractors/map/raster/known_circles.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <new>
#include <numbers>
#include <utility>

#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr std::size_t looks = 64;     // points of a circle that are looked at, well apart from the first on
constexpr int reach = 2;              // pixels that a point may lie beside the line; the grid of middles is as coarse
constexpr double least_drawn = 0.72;  // share of the line, exactly
constexpr double most_beside = 0.5;   // share of ink along circles a little smaller or larger: else it is a dark place
constexpr std::size_t most_found = 500;

struct Candidate {
    KnownCircle circle;
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

bool is_set(Pix& pix, int x, int y) {
    return x >= 0 && y >= 0 && x < pixGetWidth(&pix) && y < pixGetHeight(&pix) &&
           GET_DATA_BIT(pixGetData(&pix) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(&pix), x) != 0;
}

double share_of(Pix& ink, const Point& centre, double radius) {
    constexpr int points = 128;
    int inked = 0;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points;
        inked += is_set(ink, static_cast<int>(std::floor(centre.x + radius * std::cos(angle))), static_cast<int>(std::floor(centre.y + radius * std::sin(angle)))) ? 1 : 0;
    }
    return static_cast<double>(inked) / points;
}

class CircleFinder {
  public:
    CircleFinder(const SheetRaster& raster, const std::vector<Point>& taken)
        : raster_(raster), taken_(taken), thick_(pixDilateBrick(nullptr, raster.ink.get(), 2 * reach + 1, 2 * reach + 1)) {
        if (!thick_) throw std::bad_alloc();
    }

    void find(double side) {
        const double radius = side / 2 + 1;
        std::array<std::pair<int, int>, looks> offsets;
        for (std::size_t i = 0; i < looks; ++i) {
            const double angle = 2 * std::numbers::pi * static_cast<double>(reversed(i)) / looks;
            offsets[i] = {static_cast<int>(std::lround(radius * std::cos(angle))), static_cast<int>(std::lround(radius * std::sin(angle)))};
        }
        const int margin = static_cast<int>(radius) + reach + 1;
        for (int y = margin; y < raster_.height - margin; y += reach) {
            for (int x = margin; x < raster_.width - margin; x += reach) {
                if (is_ringed(x, y, offsets)) add(x, y, side);
            }
        }
    }

    std::vector<KnownCircle> found() const {
        std::vector<KnownCircle> circles;
        for (const Candidate& candidate : found_) circles.push_back(candidate.circle);
        return circles;
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
        const Candidate best = refined(x, y, side);
        const double outer = best.circle.side / 2 + 1;
        const double beside = std::max(share_of(*raster_.ink, best.circle.centre, 0.86 * outer), share_of(*raster_.ink, best.circle.centre, 1.14 * outer));
        if (best.share < least_drawn || beside > most_beside) return;
        const auto same = std::ranges::find_if(found_, [&](const Candidate& other) { return near(other.circle.centre, 0.3 * side); });
        if (same == found_.end()) found_.push_back(best);
        else if (same->share < best.share) *same = best;
    }

    [[nodiscard]] Candidate refined(int x, int y, double side) const {
        Candidate best;
        for (double dy = -reach - 0.5; dy <= reach + 0.5; dy += 0.5) {
            for (double dx = -reach - 0.5; dx <= reach + 0.5; dx += 0.5) {
                for (const double line : {0.0, 0.5, 1.0, 1.5, 2.0}) {
                    const Point centre{x + 0.5 + dx, y + 0.5 + dy};
                    const double share = share_of(*raster_.ink, centre, side / 2 + line);
                    if (share > best.share) best = {{centre, side}, share};
                }
            }
        }
        return best;
    }

    const SheetRaster& raster_;
    const std::vector<Point>& taken_;
    PixHandle thick_;
    std::vector<Candidate> found_;
};

}  // namespace

std::vector<KnownCircle> find_known_circles(const SheetRaster& raster, const std::vector<double>& sides, const std::vector<Point>& taken) {
    if (sides.empty()) return {};
    CircleFinder finder(raster, taken);
    for (const double side : sides) finder.find(side);
    return finder.found();
}

}  // namespace planlezer
