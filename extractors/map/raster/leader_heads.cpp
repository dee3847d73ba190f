#include "extractors/map/raster/leader_heads.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>
#include <new>
#include <numbers>
#include <optional>
#include <utility>

#include "extractors/image/leptonica.hpp"
#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"
#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/ink_lookup.hpp"

namespace planlezer {

namespace {

constexpr double core = 0.3;         // millimetres: radius of a disc that fits in a head, and in no line of the map
constexpr double largest_core = 0.9; // millimetres across, of what is left of a head around its middle
constexpr double ring = 0.8;         // millimetres from the middle: here a dot has ended, and an arrow head is slim
constexpr double outer_ring = 1.4;   // here a line goes on that is missing on the first
constexpr double thin = 0.4;         // millimetres
constexpr double thick_ahead = 2.2;  // millimetres along something thick: no line
constexpr double slim = 0.75;        // millimetres: across an arrow head or a line at a slant on the ring
constexpr double most_inked = 0.4;   // share of the ring
constexpr double gap = 1.0;          // millimetres that may be missing of a line, where hatching was taken out
constexpr double no_gap = 0.35;      // millimetres
constexpr double seen = 0.85;        // share of a line: less, and it is one of dashes
constexpr double furthest = 70;      // millimetres
constexpr double least_line = 1.5;   // millimetres
constexpr double longest_arrow = 2.2; // millimetres from the middle to the point
constexpr double dot = 0.8;          // millimetres: ends nearer than this, and it is no arrow
constexpr double central = 0.2;      // of the smaller side, from the middle
constexpr double step = 0.004;       // radians
constexpr double one_line = 0.8;     // millimetres
constexpr double fan = 0.2;          // radians by which a line may leave where it was seen to
constexpr double aimed = 0.35;       // of a start's smaller side: how far its line may miss its middle

/// Middles of the discs that the ink has room for.
PixHandle cores_of(const SheetRaster& raster) {
    const double radius = raster.pixels(core);
    const int reach = static_cast<int>(std::ceil(radius));
    struct Free {
        void operator()(Sel* sel) const { selDestroy(&sel); }
    };
    const std::unique_ptr<Sel, Free> disc(selCreate(2 * reach + 1, 2 * reach + 1, "disc"));
    if (!disc) throw std::bad_alloc();
    selSetOrigin(disc.get(), reach, reach);
    for (int y = -reach; y <= reach; ++y) {
        for (int x = -reach; x <= reach; ++x) selSetElement(disc.get(), y + reach, x + reach, std::hypot(x, y) <= radius ? SEL_HIT : SEL_DONT_CARE);
    }
    PixHandle eroded(pixErode(nullptr, raster.ink.get(), disc.get()));
    if (!eroded) throw std::bad_alloc();
    return eroded;
}

struct Arc {
    double middle = 0;  ///< radians
    double width = 0;   ///< pixels
};

/// Where a ring about a place is inked, and the share of it.
std::pair<std::vector<Arc>, double> arcs_on(const SheetRaster& raster, const Point& middle, double radius) {
    const int looks = static_cast<int>(std::ceil(4 * std::numbers::pi * radius));
    std::vector<bool> inked(static_cast<std::size_t>(looks));
    const auto angle = [looks](double i) { return 2 * std::numbers::pi * i / looks; };
    for (int i = 0; i < looks; ++i) inked[static_cast<std::size_t>(i)] = is_ink(raster, middle.x + radius * std::cos(angle(i)), middle.y + radius * std::sin(angle(i)));
    const int first_clear = static_cast<int>(std::ranges::find(inked, false) - inked.begin());
    if (first_clear == looks) return {{}, 1};
    std::vector<Arc> arcs;
    for (int i = 0, from = -1; i <= looks; ++i) {
        const bool set = i < looks && inked[static_cast<std::size_t>((first_clear + i) % looks)];
        if (set && from < 0) from = i;
        if (set || from < 0) continue;
        arcs.push_back({angle(first_clear + (from + i - 1) / 2.0), radius * angle(i - from)});
        from = -1;
    }
    return {std::move(arcs), static_cast<double>(std::ranges::count(inked, true)) / looks};
}

/// The lines that come out of a head; none when it is part of something thick.
LeaderHead head_at(const SheetRaster& raster, const Point& middle) {
    const auto [arcs, share] = arcs_on(raster, middle, raster.pixels(ring));
    LeaderHead head{middle, {}};
    int thick = 0;
    for (const Arc& arc : arcs) {
        thick += arc.width > raster.pixels(thin) ? 1 : 0;
        if (arc.width > raster.pixels(slim) || thick > 1 || share > most_inked) return {middle, {}};
        head.ways.push_back(arc.middle);
    }
    for (const Arc& arc : arcs_on(raster, middle, raster.pixels(outer_ring)).first) {
        const auto same = [&arc](double way) { return std::abs(std::remainder(way - arc.middle, 2 * std::numbers::pi)) < fan; };
        if (arc.width <= raster.pixels(slim) && std::ranges::none_of(head.ways, same)) head.ways.push_back(arc.middle);
    }
    return head;
}

/// Straight from a head, until the ink ends or something thick begins.
class RayTracer {
  public:
    RayTracer(const SheetRaster& raster, const Point& middle, double most_gap) : raster_(raster), middle_(middle), gap_(raster.pixels(most_gap)) {}

    struct Line {
        double length = 0;  ///< pixels from the middle of the head
        double share = 0;   ///< of its length that is ink, right on it
    };

    /// \param ended called with each place on the line: true where it has come to where it goes
    template <class Ended>
    [[nodiscard]] std::optional<Line> reach(const Point& way, Ended ended) const {
        double lost = 0;
        double wide = 0;
        double inked = 0;
        double exact = 0;
        double steps = 0;
        for (double r = raster_.pixels(ring); r < raster_.pixels(furthest); r += 1) {
            const Point at{middle_.x + r * way.x, middle_.y + r * way.y};
            if (steps > 0 && ended(at)) return inked >= seen * steps ? std::optional(Line{r, exact / steps}) : std::nullopt;
            const bool here = is_on_line(at, way);
            lost = here ? 0 : lost + 1;
            wide = here && is_wide(at, way) ? wide + 1 : 0;
            if (lost >= gap_ || wide > raster_.pixels(thick_ahead)) return std::nullopt;
            inked += here ? 1 : 0;
            exact += is_ink(raster_, at.x, at.y) ? 1 : 0;
            steps += 1;
        }
        return std::nullopt;
    }

  private:
    [[nodiscard]] bool is_on_line(const Point& at, const Point& way) const {
        return is_ink(raster_, at.x, at.y) || is_ink(raster_, at.x - way.y, at.y + way.x) || is_ink(raster_, at.x + way.y, at.y - way.x);
    }
    [[nodiscard]] bool is_wide(const Point& at, const Point& way) const {
        const double off = raster_.pixels(thin);
        return is_ink(raster_, at.x - off * way.y, at.y + off * way.x) && is_ink(raster_, at.x + off * way.y, at.y - off * way.x);
    }

    const SheetRaster& raster_;
    Point middle_;
    double gap_;
};

/// Where an arrow's point is; a dot points at its middle.
Point tip_of(const SheetRaster& raster, const Point& middle, const Point& back) {
    double r = 0;
    while (r < raster.pixels(longest_arrow) && is_ink(raster, middle.x - r * back.x, middle.y - r * back.y)) r += 0.5;
    if (r < raster.pixels(dot) || r >= raster.pixels(longest_arrow)) return middle;
    const double inside = r - raster.pixels(0.15);
    return {middle.x - inside * back.x, middle.y - inside * back.y};
}

bool touches(const LeaderStart& start, const Point& at) {
    constexpr double slack = 2.5;
    if (!start.round) return plane::holds(plane::grown(start.box, slack), at);
    return plane::distance(at, plane::middle(start.box)) < start.box.width() / 2 + slack;
}

bool aims_at(const LeaderStart& start, const Point& from, const Point& way) {
    const Point middle = plane::middle(start.box);
    const double beside = std::abs((middle.x - from.x) * way.y - (middle.y - from.y) * way.x);
    return beside < aimed * std::min(start.box.width(), start.box.height());
}

}  // namespace

std::vector<LeaderHead> find_leader_heads(const SheetRaster& raster) {
    const PixHandle cores = cores_of(raster);
    std::vector<LeaderHead> heads;
    for (const Component& c : components_of(*cores, false).list) {
        if (std::max(c.box.width(), c.box.height()) > raster.pixels(largest_core)) continue;
        const Point middle{(c.box.x0 + c.box.x1) / 2.0, (c.box.y0 + c.box.y1) / 2.0};
        LeaderHead head = head_at(raster, middle);
        if (!head.ways.empty()) heads.push_back(std::move(head));
    }
    return heads;
}

std::vector<HeadedLeader> headed_leaders(const SheetRaster& raster, const std::vector<LeaderHead>& heads, const std::vector<LeaderStart>& starts) {
    BoxIndex index(60);
    for (std::size_t i = 0; i < starts.size(); ++i) index.add(i, plane::grown(starts[i].box, 4));
    std::vector<HeadedLeader> found;
    for (const LeaderHead& head : heads) {
        const RayTracer tracer(raster, head.middle, gap);
        for (const double angle : head.ways) {
            std::optional<HeadedLeader> best;
            double most = 0;
            for (double turn = -fan; turn <= fan; turn += step) {
                const Point way{std::cos(angle + turn), std::sin(angle + turn)};
                std::size_t met = starts.size();
                const auto line = tracer.reach(way, [&](const Point& at) {
                    for (const std::size_t i : index.meeting({at.x, at.y, at.x, at.y})) {
                        if (touches(starts[i], at) && !touches(starts[i], head.middle) && aims_at(starts[i], head.middle, way)) met = std::min(met, i);
                    }
                    return met < starts.size();
                });
                if (!line || line->length < raster.pixels(least_line) || line->share <= most) continue;
                most = line->share;
                best = HeadedLeader{met, tip_of(raster, head.middle, way)};
            }
            if (best) found.push_back(*best);
        }
    }
    // Where a line crosses a border it is thick too: it ends further on.
    std::vector<HeadedLeader> last;
    std::ranges::copy_if(found, std::back_inserter(last), [&](const HeadedLeader& leader) {
        return std::ranges::none_of(found, [&](const HeadedLeader& other) {
            const Point from = plane::middle(starts[leader.start].box);
            return other.start == leader.start && plane::distance(from, other.tip) > plane::distance(from, leader.tip) + raster.pixels(1) &&
                   plane::distance_to_segment(leader.tip, from, other.tip) < raster.pixels(one_line);
        });
    });
    return last;
}

bool is_led_to(const SheetRaster& raster, const std::vector<LeaderHead>& heads, const Box& box) {
    const Box around = plane::grown(box, raster.pixels(least_line));
    return std::ranges::any_of(heads, [&](const LeaderHead& head) {
        if (plane::distance(plane::middle(box), head.middle) > central * std::min(box.width(), box.height())) return false;
        const RayTracer tracer(raster, head.middle, no_gap);
        const auto leads_out = [&](double angle) {
            for (double turn = -fan; turn <= fan; turn += step) {
                if (tracer.reach({std::cos(angle + turn), std::sin(angle + turn)}, [&](const Point& at) { return !plane::holds(around, at); })) return true;
            }
            return false;
        };
        return std::ranges::any_of(head.ways, [&](double angle) { return leads_out(angle) && !leads_out(angle + std::numbers::pi); });
    });
}

}  // namespace planlezer
