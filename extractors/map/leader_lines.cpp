#include "extractors/map/leader_lines.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <string>
#include <tuple>

#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double touch = 0.15;        // share of the sign's size between it and the line's start
constexpr double label_touch = 0.6;   // the same of a label, whose ground is a little larger than its letters
constexpr double most_reach = 12;     // times the sign's size: no leader is longer
constexpr double headed_reach = 40;   // the same of a line with a head
constexpr double least_reach = 0.3;
constexpr double hatch_width = 30;    // points: hatching lies no further apart
constexpr std::size_t least_hatch = 3;
constexpr double headed_touch = 0.35; // the same of a line with a head, which may start at the edge of a whole row of signs
constexpr double stray_touch = 1.0;   // the same of one that no other sign is nearer to
constexpr double off_centre = 40;     // degrees by which the line may miss the sign's middle
constexpr double headed_off = 75;     // the same of a line with a head: the middle is that of the row
constexpr double same_end = 0.5;      // points: two lines that end here go on in one another
constexpr double head = 9;            // points: the largest arrow head or dot

struct End {
    std::size_t line = 0;
    Point place;
};

/// Dashes divide areas; they lead nowhere.
bool may_lead(const SheetLine& line) {
    const bool dashed = line.dash != LineDash::solid && line.dash != LineDash::none;
    return !line.closed && !line.filled && !dashed && line.points.size() >= 2 && line.points.size() <= 4;
}

/// The topography beneath is drawn so.
bool is_pale(const Rgb& colour) { return std::min({colour.r, colour.g, colour.b}) > 120; }

double distance_to(const SheetLine& line, const Point& p) {
    double nearest = 1e9;
    const std::size_t sides = line.points.size() - (line.closed ? 0 : 1);
    for (std::size_t i = 0; i < sides; ++i) nearest = std::min(nearest, plane::distance_to_segment(p, line.points[i], line.points[(i + 1) % line.points.size()]));
    return nearest;
}

double away(const Box& box, const Point& p) {
    return std::hypot(std::max({box.x0 - p.x, 0.0, p.x - box.x1}), std::max({box.y0 - p.y, 0.0, p.y - box.y1}));
}

double length_of(const Ring& points) {
    double length = 0;
    for (std::size_t i = 1; i < points.size(); ++i) length += plane::distance(points[i - 1], points[i]);
    return length;
}

class Follower {
  public:
    Follower(const std::vector<SheetLine>& lines, const std::vector<MapSign>& signs) : lines_(lines) {
        for (const MapSign& sign : signs) {
            if (sign.shape == SignShape::none) continue;
            sign_index_.add(shaped_.size(), sign.box);
            shaped_.push_back(sign);
        }
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (lines_[i].points.empty()) continue;
            const Box box = plane::box_of(lines_[i].points);
            if (std::max(box.width(), box.height()) <= head) small_.add(i, box);
            all_.add(i, box);
            if (lines_[i].closed || lines_[i].filled) continue;
            for (const Point& end : {lines_[i].points.front(), lines_[i].points.back()}) {
                index_.add(ends_.size(), {end.x, end.y, end.x, end.y});
                ends_.push_back({i, end});
            }
        }
    }

    /// Leaders with a head that start a little off their sign, which no nearer sign claims.
    void follow_strays(std::vector<MapSign>& signs) const {
        BoxIndex index(60);
        for (std::size_t i = 0; i < signs.size(); ++i) {
            if (signs[i].shape != SignShape::none) index.add(i, signs[i].box);
        }
        for (std::size_t id = 0; id < ends_.size(); ++id) {
            const std::size_t line = ends_[id].line;
            const Point start = ends_[id].place;
            const bool from_front = id == 0 || ends_[id - 1].line != line;
            const Point end = from_front ? lines_[line].points.back() : lines_[line].points.front();
            if (!may_lead(lines_[line]) || is_pale(lines_[line].colour) || has_head(line, start) || !has_head(line, end)) continue;
            if (std::ranges::any_of(signs, [&end](const MapSign& sign) { return sign.points_at == end; })) continue;
            std::optional<std::size_t> nearest;
            for (const std::size_t i : index.meeting(plane::grown({start.x, start.y, start.x, start.y}, 60))) {
                if (!nearest || away(signs[i].box, start) < away(signs[*nearest].box, start)) nearest = i;
            }
            if (nearest && !signs[*nearest].points_at && may_stray(signs[*nearest], line, start, end)) signs[*nearest].points_at = end;
        }
    }

    /// \param size points: of the sign, or of a line of the label
    void follow(MapSign& sign, double size) const {
        const Point middle = plane::middle(sign.box);
        const bool label = sign.shape == SignShape::none;
        const double slack = (label ? label_touch : headed_touch) * size;
        std::tuple<bool, double> best{true, 1e9};
        for (const std::size_t id : index_.meeting(plane::grown(sign.box, slack + 1))) {
            const SheetLine& line = lines_[ends_[id].line];
            if (!may_lead(line)) continue;
            const bool from_front = id == 0 || ends_[id - 1].line != ends_[id].line;
            const Point start = from_front ? line.points.front() : line.points.back();
            const Point next = from_front ? line.points[1] : line.points[line.points.size() - 2];
            const Point end = from_front ? line.points.back() : line.points.front();
            const double off = plane::turn_between(plane::direction(middle, start), plane::direction(start, next));
            if (gap(sign, start) > slack || off > headed_off) continue;
            if (begins_at_other(sign, end)) continue;
            const double length = length_of(line.points);
            if (length < least_reach * size || length > headed_reach * size || away(sign.box, end) < least_reach * size) continue;
            const bool headed = has_head(ends_[id].line, end);
            if (!headed && length > most_reach * size) continue;
            if (!headed && (is_pale(line.colour) || off > off_centre || (!label && gap(sign, start) > touch * size))) continue;
            if (!headed && is_hatching(ends_[id].line)) continue;
            if (!headed && !(label ? ends_nowhere(ends_[id].line, end) : ends_free(ends_[id].line, end))) continue;
            // One with a head is a leader for sure; of several the one that starts nearest.
            const std::tuple<bool, double> rank{!headed, gap(sign, start) + 0.01 * length};
            if (rank >= best) continue;
            best = rank;
            sign.points_at = end;
        }
    }

  private:
    [[nodiscard]] bool may_stray(const MapSign& sign, std::size_t line, const Point& start, const Point& end) const {
        const Ring& points = lines_[line].points;
        const double size = std::max(std::min(sign.box.width(), sign.box.height()), 4.0);
        const bool from_front = plane::distance(points.front(), start) <= plane::distance(points.back(), start);
        const Point next = from_front ? points[1] : points[points.size() - 2];
        const double off = plane::turn_between(plane::direction(plane::middle(sign.box), start), plane::direction(start, next));
        const double length = length_of(points);
        return away(sign.box, start) < stray_touch * size && off < headed_off && length >= least_reach * size && length <= headed_reach * size &&
               away(sign.box, end) >= least_reach * size;
    }

    /// A line that ends on the edge of another sign leads from there.
    [[nodiscard]] bool begins_at_other(const MapSign& sign, const Point& end) const {
        return std::ranges::any_of(sign_index_.meeting(plane::grown({end.x, end.y, end.x, end.y}, 1)), [&](std::size_t i) {
            const MapSign& other = shaped_[i];
            if (other.box == sign.box) return false;
            if (other.shape == SignShape::circle) return gap(other, end) < 1;
            const double edge = std::min({end.x - other.box.x0, other.box.x1 - end.x, end.y - other.box.y0, other.box.y1 - end.y});
            return std::abs(edge) < 1;
        });
    }

    static double gap(const MapSign& sign, const Point& start) {
        // With bars above or below it the box is no longer that of the circle.
        const bool barred = std::abs(sign.box.width() - sign.box.height()) > 0.05 * sign.box.width();
        if (sign.shape != SignShape::circle || barred) return away(sign.box, start);
        return std::abs(plane::distance(start, plane::middle(sign.box)) - sign.box.width() / 2);
    }
    /// At the end of a pale line only something filled is a head: grey houses and parcels meet everywhere.
    [[nodiscard]] bool has_head(std::size_t line, const Point& end) const {
        const bool pale = is_pale(lines_[line].colour);
        return std::ranges::any_of(small_.meeting(plane::grown({end.x, end.y, end.x, end.y}, 1)), [&](std::size_t other) { return other != line && (!pale || lines_[other].filled); });
    }
    /// One of several parallel lines drawn alike.
    [[nodiscard]] bool is_hatching(std::size_t line) const {
        const SheetLine& own = lines_[line];
        if (own.points.size() != 2) return false;
        const Point middle{(own.points[0].x + own.points[1].x) / 2, (own.points[0].y + own.points[1].y) / 2};
        const double angle = plane::direction(own.points[0], own.points[1]);
        std::size_t alike = 0;
        for (const std::size_t other : all_.meeting(plane::grown({middle.x, middle.y, middle.x, middle.y}, hatch_width))) {
            const SheetLine& next = lines_[other];
            if (other == line || next.points.size() != 2 || next.filled || next.colour != own.colour || std::abs(next.width - own.width) > 0.02) continue;
            if (plane::turn_between(plane::direction(next.points[0], next.points[1]), angle, 180) < 0.5 && distance_to(next, middle) < hatch_width) ++alike;
        }
        return alike >= least_hatch;
    }
    /// No longer line goes on from here.
    [[nodiscard]] bool ends_free(std::size_t line, const Point& end) const {
        return std::ranges::none_of(index_.meeting(plane::grown({end.x, end.y, end.x, end.y}, same_end)), [&](std::size_t id) {
            return ends_[id].line != line && length_of(lines_[ends_[id].line].points) > head;
        });
    }

    /// A dark line that stops in the open, on no other: what bounds, divides or hatches runs from line to line. Boundaries
    /// pass by labels everywhere. What is pale or lies hidden under a fill ends nothing.
    [[nodiscard]] bool ends_nowhere(std::size_t line, const Point& end) const {
        if (is_pale(lines_[line].colour)) return false;
        const std::vector<std::size_t> near = all_.meeting(plane::grown({end.x, end.y, end.x, end.y}, 1));
        std::size_t ground = 0;
        for (const std::size_t other : near) {
            if (lines_[other].covers && lines_[other].number < lines_[line].number && plane::holds(lines_[other].points, end)) ground = std::max(ground, lines_[other].number);
        }
        return std::ranges::none_of(near, [&](std::size_t other) {
            if (other == line || lines_[other].number < ground || distance_to(lines_[other], end) >= 1) return false;
            return lines_[other].filled || !is_pale(lines_[other].colour);
        });
    }

    const std::vector<SheetLine>& lines_;
    std::vector<MapSign> shaped_;
    std::vector<End> ends_;
    BoxIndex all_{30};
    BoxIndex index_{30};
    BoxIndex small_{30};
    BoxIndex sign_index_{60};
};

/// Signs of about one size set side by side are led from by one line.
void share_in_groups(std::vector<MapSign>& signs) {
    constexpr double beside = 0.4;     // share of a sign's height between two of one group
    constexpr double one_size = 1.45;  // as a factor between their smaller sides
    BoxIndex index(60);
    for (std::size_t i = 0; i < signs.size(); ++i) index.add(i, signs[i].box);
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        if (signs[i].points_at && signs[i].shape != SignShape::none) open.push_back(i);
    }
    while (!open.empty()) {
        const MapSign sign = signs[open.back()];
        open.pop_back();
        const double gap = beside * sign.box.height();
        for (const std::size_t other : index.meeting({sign.box.x0 - gap, sign.box.y0, sign.box.x1 + gap, sign.box.y1})) {
            const Box& box = signs[other].box;
            const bool level = plane::common(box, {box.x0, sign.box.y0, box.x1, sign.box.y1}).height() > 0.6 * std::min(box.height(), sign.box.height());
            const double own = std::min(sign.box.width(), sign.box.height());
            const double its = std::min(box.width(), box.height());
            if (signs[other].points_at || signs[other].shape == SignShape::none || !level || std::max(own, its) > one_size * std::min(own, its)) continue;
            signs[other].points_at = sign.points_at;
            open.push_back(other);
        }
    }
}

/// Level labels with numbers that stand line by line below one another: "goot 4" over "bouw 8".
std::vector<std::vector<std::size_t>> stacks_of(const std::vector<MapSign>& signs) {
    const auto may_stack = [](const MapSign& sign) {
        return sign.shape == SignShape::none && plane::turn_between(sign.angle, 0) < 2 && sign.cells[0].text.find_first_of("0123456789") != std::string::npos;
    };
    BoxIndex index(60);
    for (std::size_t i = 0; i < signs.size(); ++i) {
        if (may_stack(signs[i])) index.add(i, signs[i].box);
    }
    const auto below = [&](const Box& upper) -> std::optional<std::size_t> {
        for (const std::size_t i : index.meeting({upper.x0, upper.y1, upper.x1, upper.y1 + 0.9 * upper.height()})) {
            const Box& box = signs[i].box;
            const bool aligned = std::abs(box.x0 - upper.x0) < 0.3 * upper.height() || std::abs(box.mid_x() - upper.mid_x()) < 0.3 * upper.height();
            if (aligned && box.y0 > upper.mid_y() && std::abs(box.height() - upper.height()) < 0.4 * upper.height()) return i;
        }
        return std::nullopt;
    };
    std::vector<bool> taken(signs.size(), false);
    std::vector<std::size_t> order(signs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&signs](std::size_t i) { return signs[i].box.y0; });
    std::vector<std::vector<std::size_t>> stacks;
    for (const std::size_t first : order) {
        if (taken[first] || !may_stack(signs[first])) continue;
        std::vector<std::size_t> stack{first};
        for (auto next = below(signs[first].box); next && !taken[*next]; next = below(signs[*next].box)) stack.push_back(*next);
        if (stack.size() < 2) continue;
        for (const std::size_t i : stack) taken[i] = true;
        stacks.push_back(std::move(stack));
    }
    return stacks;
}

/// A leader starts at the whole of a text, whichever of its lines is nearest.
void follow_stacks(const Follower& follower, std::vector<MapSign>& signs) {
    for (const std::vector<std::size_t>& stack : stacks_of(signs)) {
        MapSign whole = signs[stack.front()];
        whole.points_at.reset();
        const double line = whole.box.height();
        for (const std::size_t i : stack) whole.box = united(whole.box, signs[i].box);
        follower.follow(whole, line);
        for (const std::size_t i : stack) {
            if (!whole.points_at) whole.points_at = signs[i].points_at;
        }
        for (const std::size_t i : stack) signs[i].points_at = whole.points_at;
    }
}

}  // namespace

void follow_leader_lines(std::vector<MapSign>& signs, const std::vector<SheetLine>& lines) {
    const Follower follower(lines, signs);
    for (MapSign& sign : signs) follower.follow(sign, std::max(std::min(sign.box.width(), sign.box.height()), 4.0));
    follow_stacks(follower, signs);
    share_in_groups(signs);
    follower.follow_strays(signs);
    share_in_groups(signs);
}

}  // namespace planlezer
