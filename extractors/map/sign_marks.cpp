#include "extractors/map/sign_marks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double corner_slack = 0.12;  // share of a mark's size below which a bend is no corner
constexpr double flat = 0.12;          // height to width of a line
constexpr double steep = 12;           // degrees a line may tilt

bool is_flat(const Box& box) { return box.height() <= flat * box.width(); }

/// Two straight legs of about one length that meet above or below the ends.
bool is_caret(const Ring& corners) {
    if (corners.size() != 3) return false;
    const double left = plane::distance(corners[0], corners[1]);
    const double right = plane::distance(corners[1], corners[2]);
    const double span = plane::distance(corners[0], corners[2]);
    return std::min(left, right) > 0.6 * std::max(left, right) && std::abs(corners[0].y - corners[2].y) < 0.4 * span;
}

/// A bow whose ends lie level.
bool is_arc(const Ring& points, const Box& box) {
    const double span = plane::distance(points.front(), points.back());
    if (span < 0.6 * box.width() || std::abs(points.front().y - points.back().y) > 0.35 * span) return false;
    return box.height() >= 0.08 * box.width() && box.height() <= 0.8 * box.width();
}

SignMark mark_of_filled(const DrawnLine& line, const Box& box) {
    const Ring corners = plane::simplified_ring(line.points, corner_slack * std::max(box.width(), box.height()));
    if (corners.size() == 3 && plane::area(corners) > 0.3 * box.width() * box.height()) return SignMark::triangle;
    if (is_flat(box)) return SignMark::line;
    if (line.curved) return SignMark::arc;
    // A caret with body: two legs, so a hollow side.
    return plane::area(line.points) < 0.6 * box.width() * box.height() && box.height() > 0.3 * box.width() ? SignMark::caret : SignMark::none;
}

void turn_round(DrawnLine& line) { std::ranges::reverse(line.points); }

/// Appends `next` to `line` where their ends meet.
bool join(DrawnLine& line, DrawnLine next, double reach) {
    for (int i = 0; i < 4; ++i) {
        if (plane::distance(line.points.back(), next.points.front()) <= reach) {
            line.points.insert(line.points.end(), next.points.begin() + 1, next.points.end());
            line.curved = line.curved || next.curved;
            return true;
        }
        if (i % 2 == 0) {
            turn_round(next);
        } else {
            turn_round(line);
        }
    }
    return false;
}

}  // namespace

std::vector<DrawnLine> chained(std::vector<DrawnLine> lines, double reach) {
    std::vector<DrawnLine> done;
    while (!lines.empty()) {
        DrawnLine line = std::move(lines.back());
        lines.pop_back();
        for (std::size_t i = 0; i < lines.size() && !line.closed;) {
            if (lines[i].closed || !join(line, lines[i], reach)) {
                ++i;
                continue;
            }
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
            i = 0;
        }
        if (!line.closed && line.points.size() > 3 && plane::distance(line.points.front(), line.points.back()) <= reach) {
            line.points.pop_back();
            line.closed = true;
        }
        done.push_back(std::move(line));
    }
    std::ranges::reverse(done);
    return done;
}

SignMark mark_of(const DrawnLine& line, bool filled) {
    const Box box = plane::box_of(line.points);
    if (box.width() <= 0) return SignMark::none;
    if (filled) return mark_of_filled(line, box);
    const double slack = corner_slack * std::max(box.width(), box.height());
    if (line.closed) {
        return plane::simplified_ring(line.points, slack).size() == 3 ? SignMark::triangle : mark_of_filled(line, box);
    }
    if (!line.curved && line.points.size() == 2) {
        const double tilt = plane::turn_between(plane::direction(line.points[0], line.points[1]), 0, 180);
        return tilt <= steep ? SignMark::line : SignMark::none;
    }
    if (!line.curved && is_caret(plane::simplified_line(line.points, 0.03 * box.width()))) return SignMark::caret;
    return is_arc(line.points, box) ? SignMark::arc : SignMark::none;
}

SignMark mark_of(const std::string& character) {
    constexpr std::array<std::pair<SignMark, std::string_view>, 4> signs{{{SignMark::triangle, "▽▼△▲∇Δ▵▿▴▾"},
                                                                          {SignMark::arc, "⌒◠◡⌢⌣︵︶"},
                                                                          {SignMark::caret, "^ˆ∧⌃∨ˇ"},
                                                                          {SignMark::line, "_‾¯ˉ"}}};
    for (const auto& [mark, all] : signs) {
        if (!character.empty() && all.find(character) != std::string_view::npos) return mark;
    }
    return SignMark::none;
}

}  // namespace planlezer
