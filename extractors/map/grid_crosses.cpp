#include "extractors/map/grid_crosses.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

// RD New (EPSG:28992): its two axes never show the same number.
constexpr double least_x = 10'000;
constexpr double most_x = 280'000;
constexpr double least_y = 300'000;
constexpr double most_y = 625'000;

constexpr double least_arm = 3;      // points, of a whole line of a cross
constexpr double longest_arm = 120;  // points; longer lines are a grid
constexpr double near = 60;          // points between a cross and its coordinate
constexpr double in_line = 7;        // points between a cross's row or column and a coordinate at the edge
constexpr std::size_t most_lines = 400;  // of a grid

/// Where two grid lines cross, and how the grid stands: a sheet may be drawn turned.
struct Cross {
    Point at;
    Point level{1, 0};  ///< along a line of equal y, a unit long, within 45 degrees of the x axis
};

struct Coordinate {
    Box box;
    double value = 0;
    bool is_x = false;
};

/// "143000", "143.000", "143 000", "x=143000 m": the number, without what groups it. A letter before it may be unknown.
std::optional<double> coordinate_value(const std::string& text) {
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9') digits += c;
        if (digits.size() > 6) return std::nullopt;
        if (digits.size() == 6 && c == ',') break;
        const bool groups = c == '.' || c == ' ' || c == '\'';
        const bool unknown = static_cast<unsigned char>(c) >= 0x80U;
        const bool names = digits.empty() ? (unknown || c == 'x' || c == 'X' || c == 'y' || c == 'Y' || c == '=' || c == ':' || c == '+') : c == 'm';
        if (!groups && !names && !(c >= '0' && c <= '9')) return std::nullopt;
    }
    double value = 0;
    if (digits.size() < 5 || std::from_chars(digits.data(), digits.data() + digits.size(), value).ec != std::errc()) return std::nullopt;
    return value;
}

void add_coordinate(const std::string& text, const Box& box, std::vector<Coordinate>& found) {
    const auto value = coordinate_value(text);
    if (!value) return;
    const bool is_x = *value >= least_x && *value < most_x;
    if (is_x || (*value >= least_y && *value <= most_y)) found.push_back({box, *value, is_x});
}

/// "142700, 506700": a comma that no decimals follow parts two numbers.
bool holds_two_numbers(const std::string& text) {
    constexpr std::size_t least_digits = 5;
    const std::size_t cut = text.find_first_of(",;/");
    if (cut == std::string::npos) return false;
    return static_cast<std::size_t>(std::ranges::count_if(text.begin() + static_cast<std::ptrdiff_t>(cut), text.end(), [](char c) { return c >= '0' && c <= '9'; })) >= least_digits;
}

/// A run may hold one number in groups, or one of each axis.
std::vector<Coordinate> coordinates_of(const std::vector<TextRun>& runs) {
    std::vector<Coordinate> found;
    for (const TextRun& run : runs) {
        const std::size_t before = found.size();
        if (!holds_two_numbers(run.text)) add_coordinate(run.text, run.box, found);
        if (found.size() > before) continue;
        for (const Word& word : run.words) {
            for (std::size_t begin = 0; begin < word.text.size();) {
                const std::size_t cut = std::min(word.text.find_first_of(",;/", begin), word.text.size());
                add_coordinate(word.text.substr(begin, cut - begin), word.box, found);
                begin = cut + 1;
            }
        }
        for (std::size_t i = 0; found.size() == before && i + 1 < run.words.size(); ++i) {
            add_coordinate(run.words[i].text + " " + run.words[i + 1].text, united(run.words[i].box, run.words[i + 1].box), found);
        }
    }
    return found;
}

struct Straight {
    Point a;
    Point b;
    double length = 0;
};

std::vector<Straight> straight_lines(const std::vector<SheetLine>& lines) {
    std::vector<Straight> straight;
    for (const SheetLine& line : lines) {
        if (line.filled || line.closed) continue;
        for (std::size_t i = 1; i < line.points.size() && line.points.size() <= 8; ++i) {
            const double length = plane::distance(line.points[i - 1], line.points[i]);
            if (length >= least_arm) straight.push_back({line.points[i - 1], line.points[i], length});
        }
    }
    return straight;
}

std::optional<Point> crossing(const Straight& l, const Straight& m) {
    const Point d{l.b.x - l.a.x, l.b.y - l.a.y};
    const Point e{m.b.x - m.a.x, m.b.y - m.a.y};
    const double cross = d.x * e.y - d.y * e.x;
    if (std::abs(cross) < 1e-9) return std::nullopt;
    const double t = ((m.a.x - l.a.x) * e.y - (m.a.y - l.a.y) * e.x) / cross;
    const double u = ((m.a.x - l.a.x) * d.y - (m.a.y - l.a.y) * d.x) / cross;
    if (t < 0 || t > 1 || u < 0 || u > 1) return std::nullopt;
    return Point{l.a.x + t * d.x, l.a.y + t * d.y};
}

bool square_to(const Straight& l, const Straight& m) {
    return std::abs(plane::turn_between(plane::direction(l.a, l.b), plane::direction(m.a, m.b), 180) - 90) < 2;
}

/// Of two lines square to each other, the direction of the one that lies flatter.
Point level_of(const Straight& l, const Straight& m) {
    const bool first = std::abs(l.b.x - l.a.x) >= std::abs(l.b.y - l.a.y);
    const Straight& flat = first ? l : m;
    const double sign = flat.b.x >= flat.a.x ? 1 : -1;
    return {sign * (flat.b.x - flat.a.x) / flat.length, sign * (flat.b.y - flat.a.y) / flat.length};
}

/// Two short lines of one length that halve each other.
void add_small_crosses(const std::vector<Straight>& lines, std::vector<Cross>& crosses) {
    BoxIndex index(longest_arm);
    std::vector<const Straight*> small;
    for (const Straight& line : lines) {
        if (line.length > longest_arm) continue;
        index.add(small.size(), plane::box_of({line.a, line.b}));
        small.push_back(&line);
    }
    for (std::size_t i = 0; i < small.size(); ++i) {
        const Straight& l = *small[i];
        const Point middle{(l.a.x + l.b.x) / 2, (l.a.y + l.b.y) / 2};
        for (const std::size_t j : index.meeting(plane::grown({middle.x, middle.y, middle.x, middle.y}, 0.5))) {
            const Straight& m = *small[j];
            const double slack = 0.06 * l.length + 0.3;
            const bool halve = plane::distance(middle, {(m.a.x + m.b.x) / 2, (m.a.y + m.b.y) / 2}) < slack;
            if (j <= i || !halve || std::abs(l.length - m.length) > 0.2 * l.length || !square_to(l, m)) continue;
            crosses.push_back({crossing(l, m).value_or(middle), level_of(l, m)});
        }
    }
}

/// Where lines of a whole grid cross.
void add_grid_crossings(const std::vector<Straight>& lines, std::vector<Cross>& crosses) {
    std::vector<const Straight*> level;
    std::vector<const Straight*> upright;
    for (const Straight& line : lines) {
        if (line.length <= longest_arm) continue;
        const double tilt = plane::turn_between(plane::direction(line.a, line.b), 0, 180);
        (tilt < 45 ? level : upright).push_back(&line);
    }
    if (level.size() > most_lines || upright.size() > most_lines) return;
    for (const Straight* l : level) {
        for (const Straight* m : upright) {
            const auto place = square_to(*l, *m) ? crossing(*l, *m) : std::nullopt;
            if (place) crosses.push_back({*place, level_of(*l, *m)});
        }
    }
}

double away(const Box& box, const Point& p) {
    return std::hypot(std::max({box.x0 - p.x, 0.0, p.x - box.x1}), std::max({box.y0 - p.y, 0.0, p.y - box.y1}));
}

/// The coordinate beside the cross; of two alike near ones none is sure.
std::optional<double> beside(const Point& cross, bool is_x, const std::vector<Coordinate>& all) {
    const Coordinate* best = nullptr;
    double second = 1e9;
    for (const Coordinate& c : all) {
        if (c.is_x != is_x) continue;
        const double distance = away(c.box, cross);
        if (best == nullptr || distance < away(best->box, cross)) {
            if (best != nullptr && best->value != c.value) second = std::min(second, away(best->box, cross));
            best = &c;
        } else if (c.value != best->value) {
            second = std::min(second, distance);
        }
    }
    if (best == nullptr || away(best->box, cross) > near || second < away(best->box, cross) + 2) return std::nullopt;
    return best->value;
}

/// How far a box lies from the grid line of equal x, or of equal y, through the cross; 0 when the line runs through it.
double off_line(const Box& box, const Cross& cross, bool is_x) {
    const Point across = is_x ? cross.level : Point{-cross.level.y, cross.level.x};
    double least = 1e9;
    double most = -1e9;
    for (const Point p : {Point{box.x0, box.y0}, Point{box.x1, box.y0}, Point{box.x0, box.y1}, Point{box.x1, box.y1}}) {
        const double here = (p.x - cross.at.x) * across.x + (p.y - cross.at.y) * across.y;
        least = std::min(least, here);
        most = std::max(most, here);
    }
    return std::max({least, 0.0, -most});
}

/// The coordinate printed where the cross's row or column meets the edge.
std::optional<double> in_line_with(const Cross& cross, bool is_x, const std::vector<Coordinate>& all) {
    std::optional<double> value;
    for (const Coordinate& c : all) {
        if (c.is_x != is_x || off_line(c.box, cross, is_x) > in_line) continue;
        if (value && *value != c.value) return std::nullopt;
        value = c.value;
    }
    return value;
}

/// Short arms tell the way of the grid but roughly: the rows and columns the crosses stand in tell it well, for all of them.
void level_together(std::vector<Cross>& crosses) {
    constexpr double far = 150;      // points
    constexpr double off_way = 2.5;  // degrees by which arms may be wrong
    constexpr double agreed = 0.3;   // degrees
    constexpr std::size_t least_pairs = 4;
    if (crosses.size() < 4 || crosses.size() > most_lines) return;
    std::vector<double> arms;
    for (const Cross& cross : crosses) arms.push_back(plane::direction({}, cross.level));
    std::ranges::nth_element(arms, arms.begin() + static_cast<std::ptrdiff_t>(arms.size() / 2));
    const double roughly = arms[arms.size() / 2];
    std::vector<double> turns;
    for (std::size_t i = 0; i < crosses.size(); ++i) {
        for (std::size_t j = i + 1; j < crosses.size(); ++j) {
            if (plane::distance(crosses[i].at, crosses[j].at) < far) continue;
            const double turn = std::remainder(plane::direction(crosses[i].at, crosses[j].at) - roughly, 90);
            if (std::abs(turn) < off_way) turns.push_back(turn);
        }
    }
    if (turns.size() < least_pairs) return;
    std::ranges::nth_element(turns, turns.begin() + static_cast<std::ptrdiff_t>(turns.size() / 2));
    const double turn = turns[turns.size() / 2];
    const auto alike = std::ranges::count_if(turns, [turn](double t) { return std::abs(t - turn) < agreed; });
    if (2 * static_cast<std::size_t>(alike) < turns.size()) return;
    const Point level = plane::turned({1, 0}, {}, roughly + turn);
    for (Cross& cross : crosses) cross.level = level;
}

}  // namespace

std::vector<ControlPoint> grid_crosses(const SheetParts& parts) {
    const std::vector<Coordinate> coordinates = coordinates_of(parts.runs);
    if (coordinates.size() < 2) return {};
    const std::vector<Straight> lines = straight_lines(parts.lines);
    std::vector<Cross> places;
    add_small_crosses(lines, places);
    if (places.empty()) add_grid_crossings(lines, places);
    level_together(places);
    std::vector<ControlPoint> found;
    for (const Cross& place : places) {
        // Beside the cross both or neither: a number of one axis may belong to another cross.
        std::optional<double> x = beside(place.at, true, coordinates);
        std::optional<double> y = beside(place.at, false, coordinates);
        if (!x || !y) {
            const auto x_line = in_line_with(place, true, coordinates);
            const auto y_line = in_line_with(place, false, coordinates);
            x = x_line ? x_line : x;
            y = y_line ? y_line : y;
        }
        if (x && y) found.push_back({place.at, {*x, *y}});
    }
    return found;
}

}  // namespace planlezer
