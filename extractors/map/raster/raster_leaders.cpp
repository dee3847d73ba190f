#include "extractors/map/raster/raster_leaders.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"
#include "extractors/map/raster/ink_lookup.hpp"
#include "extractors/map/raster/leader_heads.hpp"

namespace planlezer {

namespace {

constexpr double widest_start = 0.35;   // of the sign's size: how far from its edge the line may start
constexpr double thickest = 0.7;        // millimetres
constexpr double least_length = 1.5;    // millimetres
constexpr double longest = 90;
constexpr double gap = 0.35;            // millimetres the scanner may have lost
constexpr double widest_dash_gap = 1.8; // millimetres
constexpr double least_dash = 0.5;      // millimetres
constexpr double apart = 2.5;           // millimetres between ends that are not the same
constexpr double one_of_several = 0.5;  // confidence of a sign with several lines
constexpr double look_beyond = 1.5;     // millimetres beyond the sign's other side
constexpr std::size_t as_a_rule = 5;    // lines with a head on a sheet
constexpr double look_ahead = 1.0;      // millimetres beyond the end in which nothing may go on

class Tracer {
  public:
    explicit Tracer(const SheetRaster& raster) : raster_(raster) {}

    struct Leader {
        Point end;
        bool alone = true;  ///< no other line from this sign ends elsewhere
    };

    /// From outside the sign's edge along rays; the longest line that ends free.
    /// \param group around the signs set in a row with this one
    [[nodiscard]] std::optional<Leader> trace(const Box& box, const Box& group, bool round) const {
        const Point middle = plane::middle(box);
        std::optional<Leader> best;
        std::vector<Point> ends;
        double best_length = 0;
        constexpr int rays = 240;
        for (int i = 0; i < rays; ++i) {
            const double angle = 2 * std::numbers::pi * i / rays;
            const Point way{std::cos(angle), std::sin(angle)};
            const double edge = round ? box.width() / 2 : std::min(box.width() / 2 / std::max(1e-9, std::abs(way.x)), box.height() / 2 / std::max(1e-9, std::abs(way.y)));
            const auto line = from_edge(middle, way, edge + 2, std::min(box.width(), box.height()));
            if (!line || passes_under(group, *line)) continue;
            const std::optional<Point> end = line->second;
            ends.push_back(*end);
            const double length = plane::distance(*end, middle) - edge;
            if (length > best_length) {
                best_length = length;
                best = Leader{*end};
            }
        }
        if (best) best->alone = std::ranges::all_of(ends, [&](const Point& end) { return plane::distance(end, best->end) < raster_.pixels(apart); });
        return best;
    }

  private:
    /// Where the ink across the way begins and ends, about a place; nothing when there is none or too much.
    [[nodiscard]] std::optional<std::pair<double, double>> across(const Point& p, const Point& way, double reach) const {
        return InkAcross{raster_, reach, raster_.pixels(3)}.at(p, way);
    }

    using Line = std::pair<Point, Point>;  ///< where it starts at the sign, and where it ends

    /// Hatching and borders come out again on the other side of the sign; a leader starts here.
    [[nodiscard]] bool passes_under(const Box& box, const Line& line) const {
        const double length = plane::distance(line.first, line.second);
        if (length <= 0) return false;
        const Point back{(line.first.x - line.second.x) / length, (line.first.y - line.second.y) / length};
        const double most = 2 * (box.width() + box.height());
        const Box room = plane::grown(box, 3);
        double step = 4;
        Point at = line.first;
        while (step < most && plane::holds(room, at = {line.first.x + step * back.x, line.first.y + step * back.y})) step += 1;
        const double reach = raster_.pixels(look_beyond);
        int inked = 0;
        int steps = 0;
        for (double r = 0; r < reach; r += 1, ++steps) {
            const auto here = across({at.x + r * back.x, at.y + r * back.y}, back, 4);
            inked += here && here->second - here->first <= raster_.pixels(thickest) ? 1 : 0;
        }
        return steps > 3 && 5 * inked >= 4 * steps;
    }

    [[nodiscard]] std::optional<Line> from_edge(const Point& middle, const Point& ray, double edge, double size) const {
        // The line starts at the edge or a little off it.
        double start = edge;
        const double latest = edge + widest_start * size;
        while (start < latest && !is_ink(raster_, middle.x + start * ray.x, middle.y + start * ray.y)) start += 0.5;
        if (start >= latest) return std::nullopt;
        const auto first = across({middle.x + start * ray.x, middle.y + start * ray.y}, ray, 1);
        if (!first || first->second - first->first > raster_.pixels(thickest)) return std::nullopt;
        const Point from{middle.x + start * ray.x, middle.y + start * ray.y};
        const auto end = along(from, ray);
        return end ? std::optional(Line(from, *end)) : std::nullopt;
    }

    /// Straight on; thick ink that is crossed is another line.
    [[nodiscard]] std::optional<Point> along(const Point& start, Point way) const {
        const Point first_way = way;
        Point at = start;
        Point last = start;
        double lost = 0;
        double narrowest = raster_.pixels(thickest);
        double thick_for = 0;
        double travelled = 0;
        double last_thick = -1e9;
        double last_travel = 0;
        const double limit = raster_.pixels(longest);
        for (; travelled < limit && lost < raster_.pixels(gap); travelled += 1) {
            at = {at.x + way.x, at.y + way.y};
            const auto ink_here = across(at, way, 1.5);
            if (!ink_here) {
                lost += 1;
                continue;
            }
            lost = 0;
            last = at;
            const bool thick = ink_here->second - ink_here->first > raster_.pixels(thickest);
            thick_for = thick ? thick_for + 1 : 0;
            if (thick) last_thick = travelled;
            last_travel = travelled;
            if (thick_for > raster_.pixels(2.2)) return std::nullopt;  // runs into something large
            // Where another line crosses, the middle of the ink is not the leader's.
            const double width = ink_here->second - ink_here->first;
            narrowest = std::min(narrowest, width);
            if (thick || width > 1.7 * narrowest + 1) continue;
            const double off = (ink_here->first + ink_here->second) / 2;
            const Point side{-way.y, way.x};
            at = {at.x + 0.5 * off * side.x, at.y + 0.5 * off * side.y};
            // From where it started the line is straight: its own way, once it is long enough to tell.
            const double length = plane::distance(start, at);
            if (length > 12) way = {(at.x - start.x) / length, (at.y - start.y) / length};
            if (way.x * first_way.x + way.y * first_way.y < 0.94) return std::nullopt;  // no way from the middle
        }
        if (plane::distance(start, last) < raster_.pixels(least_length) || travelled >= limit) return std::nullopt;
        const bool head = last_travel - last_thick < raster_.pixels(0.45);
        const double back = head ? raster_.pixels(0.4) : 0;
        if (!head && goes_on_in_dashes(last, way)) return std::nullopt;
        if (head && turns_off(last, way)) return std::nullopt;
        return head || ends_free(last, way) ? std::optional(Point{last.x - back * way.x, last.y - back * way.y}) : std::nullopt;
    }

    /// Straight ahead, after a gap, a dash: the line is one of dashes that runs beneath the sign.
    [[nodiscard]] bool goes_on_in_dashes(const Point& end, const Point& way) const {
        const double reach = raster_.pixels(widest_dash_gap + least_dash);
        double inked = 0;
        for (double r = raster_.pixels(gap); r <= reach && inked < raster_.pixels(least_dash); r += 1) {
            const auto here = across({end.x + r * way.x, end.y + r * way.y}, way, 1.5);
            inked = here && here->second - here->first <= raster_.pixels(thickest) ? inked + 1 : 0;
        }
        return inked >= raster_.pixels(least_dash);
    }

    /// What looks like an arrow's head is the corner of a border when its ink goes on to one side, farther than a head does.
    [[nodiscard]] bool turns_off(const Point& end, const Point& way) const {
        const double back = raster_.pixels(0.4);
        const double reach = raster_.pixels(2.2);
        for (double off = -back; off <= raster_.pixels(0.3); off += 1) {
            const Point at{end.x + off * way.x, end.y + off * way.y};
            for (int degrees = 50; degrees <= 130; degrees += 4) {
                for (const int side : {-1, 1}) {
                    const double a = side * degrees * std::numbers::pi / 180;
                    const Point turned{way.x * std::cos(a) - way.y * std::sin(a), way.x * std::sin(a) + way.y * std::cos(a)};
                    double r = 0;
                    while (r <= reach && is_ink(raster_, at.x + r * turned.x, at.y + r * turned.y)) r += 1;
                    if (r > reach) return true;
                }
            }
        }
        return false;
    }

    /// Nothing goes on to the side: a border that turns a corner does. A dot or an arrow head was seen before.
    [[nodiscard]] bool ends_free(const Point& end, const Point& way) const {
        const double reach = raster_.pixels(look_ahead);
        for (int degrees = -150; degrees <= 150; degrees += 10) {
            const double a = degrees * std::numbers::pi / 180;
            const Point turned{way.x * std::cos(a) - way.y * std::sin(a), way.x * std::sin(a) + way.y * std::cos(a)};
            int inked = 0;
            int steps = 0;
            for (double r = raster_.pixels(0.35); r <= reach; r += 1, ++steps) inked += is_ink(raster_, end.x + r * turned.x, end.y + r * turned.y) ? 1 : 0;
            if (steps > 2 && inked >= steps - 1) return false;
        }
        return true;
    }

    const SheetRaster& raster_;
};

/// For each sign the box around all that stand in a row with it.
std::vector<Box> rows_of(const std::vector<MapSign>& signs) {
    constexpr double widest_gap = 6;  // points
    BoxIndex index(60);
    for (std::size_t i = 0; i < signs.size(); ++i) index.add(i, signs[i].box);
    std::vector<Box> rows;
    for (const MapSign& sign : signs) {
        Box row = sign.box;
        for (bool more = true; more;) {
            more = false;
            for (const std::size_t other : index.meeting({row.x0 - widest_gap, sign.box.y0, row.x1 + widest_gap, sign.box.y1})) {
                const Box& box = signs[other].box;
                const double common = std::min(box.y1, sign.box.y1) - std::max(box.y0, sign.box.y0);
                if (signs[other].shape == SignShape::none || common < 0.6 * std::min(box.height(), sign.box.height())) continue;
                const Box both = united(row, box);
                more = more || both.width() > row.width() + 0.1;
                row = both;
            }
        }
        rows.push_back(row);
    }
    return rows;
}

/// Two lines on one line with signs between them are one that runs beneath: hatching, a border.
void drop_lines_under(const std::vector<Box>& rows, std::vector<SheetLine>& lines) {
    constexpr double touch = 3;   // points
    constexpr double beside = 1.5;
    BoxIndex ends(60);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].closed || lines[i].points.size() != 2) continue;
        for (const Point& end : lines[i].points) ends.add(i, {end.x, end.y, end.x, end.y});
    }
    std::vector<bool> gone(lines.size(), false);
    for (const Box& row : rows) {
        const std::vector<std::size_t> near = ends.meeting(plane::grown(row, touch));
        for (const std::size_t a : near) {
            for (const std::size_t b : near) {
                const Ring& p = lines[a].points;
                const Ring& q = lines[b].points;
                if (a == b || plane::turn_between(plane::direction(p[0], p[1]), plane::direction(q[0], q[1]), 180) > 3) continue;
                const double length = std::max(1.0, plane::distance(p[0], p[1]));
                const auto off = [&](const Point& at) { return std::abs((p[1].x - p[0].x) * (at.y - p[0].y) - (p[1].y - p[0].y) * (at.x - p[0].x)) / length; };
                if (std::max(off(q[0]), off(q[1])) < beside) gone[a] = gone[b] = true;
            }
        }
    }
    std::size_t at = 0;
    std::erase_if(lines, [&](const SheetLine&) { return gone[at++]; });
}

/// Lines with a head first: a head shows that they lead somewhere.
class Follower {
  public:
    Follower(const SheetRaster& raster, std::vector<MapSign>& signs, const std::vector<Box>& groups) : raster_(raster), signs_(signs), groups_(groups) {}

    void follow() {
        follow_heads();
        const Tracer tracer(raster_);
        // Where lines end in a head as a rule, one without is a leader whose head is hidden, or none.
        const bool headed = heads_.size() >= as_a_rule;
        for (std::size_t i = 0; i < signs_.size(); ++i) {
            MapSign& sign = signs_[i];
            if (sign.shape == SignShape::none || sign.points_at) continue;
            // Of signs in a row one line may lead from the middle of them all.
            auto end = is_alone(i) ? std::nullopt : tracer.trace(pixels(groups_[i]), pixels(groups_[i]), false);
            if (!end) end = tracer.trace(pixels(sign.box), pixels(groups_[i]), sign.shape == SignShape::circle);
            if (!end || is_taken(points(end->end))) continue;
            sign.points_at = points(end->end);
            if (!end->alone || headed) sign.confidence = std::min(sign.confidence, one_of_several);
        }
    }

  private:
    /// Each sign by itself, then the rows: a row's line is that of its signs that have none of their own.
    void follow_heads() {
        std::vector<LeaderStart> starts;
        std::vector<std::vector<std::size_t>> led;
        for (std::size_t i = 0; i < signs_.size(); ++i) {
            if (signs_[i].shape == SignShape::none || signs_[i].points_at) continue;
            starts.push_back({pixels(signs_[i].box), signs_[i].shape == SignShape::circle});
            led.push_back({i});
        }
        for (std::size_t k = 0, own = starts.size(); k < own; ++k) {
            const std::size_t i = led[k][0];
            if (is_alone(i)) continue;
            starts.push_back({pixels(groups_[i]), false});
            led.push_back({i});
            for (std::size_t other = 0; other < own; ++other) {
                if (other != k && groups_[led[other][0]] == groups_[i]) led.back().push_back(led[other][0]);
            }
        }
        std::vector<HeadedLeader> leaders = headed_leaders(raster_, find_leader_heads(raster_), starts);
        std::ranges::stable_sort(leaders, {}, &HeadedLeader::start);
        for (const HeadedLeader& leader : leaders) {
            heads_.push_back(points(leader.tip));
            for (const std::size_t i : led[leader.start]) point(signs_[i], heads_.back());
        }
    }

    void point(MapSign& sign, const Point& tip) const {
        if (!sign.points_at) {
            sign.points_at = tip;
            sign.crossed = false;  // what crosses the sign does not hide its line
        } else if (plane::distance(*sign.points_at, tip) > raster_.pixels(apart) * raster_.x_points) {
            sign.confidence = std::min(sign.confidence, one_of_several);
        }
    }

    [[nodiscard]] bool is_alone(std::size_t i) const { return groups_[i].width() < signs_[i].box.width() + 1; }

    /// In another sign, or where a line of another sign leads.
    [[nodiscard]] bool is_taken(const Point& at) const {
        const auto stands_there = [&at](const MapSign& other) { return other.shape != SignShape::none && plane::holds(plane::grown(other.box, 2), at); };
        const auto leads_there = [&](const Point& head) { return plane::distance(head, at) < raster_.pixels(apart) * raster_.x_points; };
        return std::ranges::any_of(signs_, stands_there) || std::ranges::any_of(heads_, leads_there);
    }

    [[nodiscard]] Box pixels(const Box& box) const {
        return {box.x0 / raster_.x_points, box.y0 / raster_.y_points, box.x1 / raster_.x_points, box.y1 / raster_.y_points};
    }
    [[nodiscard]] Point points(const Point& p) const { return {p.x * raster_.x_points, p.y * raster_.y_points}; }

    const SheetRaster& raster_;
    std::vector<MapSign>& signs_;
    const std::vector<Box>& groups_;
    std::vector<Point> heads_;  ///< to which a line leads
};

}  // namespace

void follow_raster_leaders(const SheetRaster& raster, std::vector<MapSign>& signs, std::vector<SheetLine>& lines) {
    const std::vector<Box> groups = rows_of(signs);
    Follower(raster, signs, groups).follow();
    drop_lines_under(groups, lines);
}

}  // namespace planlezer
