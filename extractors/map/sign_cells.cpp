#include "extractors/map/sign_cells.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "extractors/map/plane.hpp"
#include "extractors/map/sign_marks.hpp"
#include "extractors/map/text_runs.hpp"

namespace planlezer {

namespace {

constexpr double divides = 0.75;    // share of the sign a line must cross to divide it
constexpr double unclear = 0.6;     // confidence where something in a sign was not understood
constexpr double level_tilt = 8;    // degrees

/// A line or character in the frame in which the writing stands upright.
struct Drawn {
    DrawnLine line;
    Box box;
    bool filled = false;
};
struct Letter {
    const Glyph* glyph = nullptr;
    Box box;
};
/// What stands on one base line in one part.
struct Row {
    std::vector<Letter> letters;
    Box box;
};
struct Part {
    Box box;
    int row = 0;
    int column = 0;
};

class SignFrame {
  public:
    SignFrame(const Outline& outline, double angle) : centre_(outline.centre), angle_(angle) {
        for (const Point& p : outline.ring) ring_.push_back(plane::turned(p, centre_, -angle_));
        box_ = plane::box_of(ring_);
    }
    [[nodiscard]] Drawn upright(const Piece& piece) const {
        Drawn drawn{*piece.line, {}, piece.path->paint != DrawnPath::Paint::stroke};
        for (Point& p : drawn.line.points) p = plane::turned(p, centre_, -angle_);
        drawn.box = plane::box_of(drawn.line.points);
        return drawn;
    }
    [[nodiscard]] Letter upright(const Glyph& glyph) const {
        Glyph straight = glyph;
        straight.origin = plane::turned(glyph.origin, centre_, -angle_);
        straight.advance = plane::turned(glyph.advance, {}, -angle_);
        straight.angle = glyph.angle - angle_;
        return {&glyph, ink_box(straight)};
    }
    [[nodiscard]] const Box& box() const { return box_; }
    /// From edge to edge at a height, or at a place along the width.
    [[nodiscard]] std::pair<double, double> chord(double at, bool horizontal) const {
        double from = 1e9;
        double to = -1e9;
        for (std::size_t i = 0; i < ring_.size(); ++i) {
            const Point& a = ring_[i];
            const Point& b = ring_[(i + 1) % ring_.size()];
            const double a_at = horizontal ? a.y : a.x;
            const double b_at = horizontal ? b.y : b.x;
            if ((a_at > at) == (b_at > at)) continue;
            const double t = (at - a_at) / (b_at - a_at);
            const double place = horizontal ? a.x + t * (b.x - a.x) : a.y + t * (b.y - a.y);
            from = std::min(from, place);
            to = std::max(to, place);
        }
        return {from, to};
    }

  private:
    Point centre_;
    double angle_;
    Ring ring_;
    Box box_;
};

/// The share of the way from a to b that the other covers.
double cover(double a, double b, double from, double to) { return b > a ? (std::min(b, to) - std::max(a, from)) / (b - a) : 0; }

bool is_straight(const Drawn& drawn, bool horizontal) {
    const double along = horizontal ? drawn.box.width() : drawn.box.height();
    const double across = horizontal ? drawn.box.height() : drawn.box.width();
    return along > 0 && across <= std::tan(level_tilt / 57.3) * along && across < 0.3 * along;
}

/// Heights of the lines that run from edge to edge. They leave `drawn`.
std::vector<double> take_levels(std::vector<Drawn>& drawn, const SignFrame& frame) {
    std::vector<double> levels;
    std::erase_if(drawn, [&](const Drawn& d) {
        if (!is_straight(d, true)) return false;
        const auto [from, to] = frame.chord(d.box.mid_y(), true);
        if (cover(from, to, d.box.x0, d.box.x1) < divides) return false;
        levels.push_back(d.box.mid_y());
        return true;
    });
    std::ranges::sort(levels);
    const double thick = 0.06 * frame.box().height();
    levels.erase(std::unique(levels.begin(), levels.end(), [thick](double a, double b) { return b - a < thick; }), levels.end());
    // A line drawn along the edge divides nothing.
    std::erase_if(levels, [&](double y) { return y < frame.box().y0 + thick || y > frame.box().y1 - thick; });
    return levels;
}

std::vector<Part> parts_of(std::vector<Drawn>& drawn, const SignFrame& frame) {
    std::vector<double> levels = take_levels(drawn, frame);
    levels.insert(levels.begin(), frame.box().y0);
    levels.push_back(frame.box().y1);
    std::vector<Part> parts;
    std::vector<bool> divider(drawn.size(), false);
    for (std::size_t row = 0; row + 1 < levels.size(); ++row) {
        std::vector<double> edges{frame.box().x0, frame.box().x1};
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            if (!is_straight(drawn[i], false)) continue;
            const double x = drawn[i].box.mid_x();
            const auto [top, bottom] = frame.chord(x, false);
            if (cover(std::max(top, levels[row]), std::min(bottom, levels[row + 1]), drawn[i].box.y0, drawn[i].box.y1) < divides) continue;
            divider[i] = true;
            if (x > frame.box().x0 + 0.06 * frame.box().width() && x < frame.box().x1 - 0.06 * frame.box().width()) edges.push_back(x);
        }
        std::ranges::sort(edges);
        for (std::size_t column = 0; column + 1 < edges.size(); ++column) {
            parts.push_back({{edges[column], levels[row], edges[column + 1], levels[row + 1]}, static_cast<int>(row), static_cast<int>(column)});
        }
    }
    std::size_t next = 0;
    std::erase_if(drawn, [&](const Drawn&) { return divider[next++]; });
    return parts;
}

bool stands_beside(const Box& box, const Row& row) {
    constexpr double level = 0.4;  // share of its height
    const double shared = std::min(box.y1, row.box.y1) - std::max(box.y0, row.box.y0);
    return shared > level * box.height() &&
           std::ranges::none_of(row.letters, [&box](const Letter& l) { return std::min(box.x1, l.box.x1) - std::max(box.x0, l.box.x0) > 0.3 * box.width(); });
}

std::vector<Row> rows_of(const std::vector<Letter>& letters, const Part& part) {
    std::vector<Letter> own;
    std::ranges::copy_if(letters, std::back_inserter(own), [&part](const Letter& l) { return plane::holds(part.box, plane::middle(l.box)); });
    std::ranges::sort(own, {}, [](const Letter& l) { return std::tuple(l.box.mid_y(), l.box.x0); });
    std::vector<Row> rows;
    for (const Letter& letter : own) {
        // A small "%" or a raised "2" stands beside what it belongs to; "7-9,5" with a mark under the 7 and one over the 9,5 steps down.
        if (!rows.empty() && (letter.box.mid_y() < rows.back().box.y1 - 0.1 * letter.box.height() || stands_beside(letter.box, rows.back()))) {
            rows.back().box = united(rows.back().box, letter.box);
            rows.back().letters.push_back(letter);
        } else {
            rows.push_back({{letter}, letter.box});
        }
    }
    return rows;
}

bool is_dash(const std::string& text) { return text == "-" || text == "–" || text == "—" || text == "−"; }

std::string text_of(Row& row) {
    std::ranges::sort(row.letters, {}, [](const Letter& l) { return l.box.x0; });
    std::string text;
    const Letter* before = nullptr;
    for (const Letter& letter : row.letters) {
        const bool dash = is_dash(letter.glyph->text);
        const bool gap = before != nullptr && letter.box.x0 - before->box.x1 > 0.22 * letter.glyph->size;
        if (gap && !dash && !is_dash(before->glyph->text)) text += ' ';
        text += dash ? "-" : letter.glyph->text;
        before = &letter;
    }
    return text;
}

/// A character of a symbol face may be a mark; it then leaves the letters.
void take_mark_letters(std::vector<Letter>& letters, std::vector<std::pair<SignMark, Box>>& marks) {
    std::erase_if(letters, [&](const Letter& letter) {
        const SignMark mark = mark_of(letter.glyph->text);
        if (mark == SignMark::none || letters.size() == 1) return false;
        Box box = letter.box;
        // Carets and lines fill but a part of the height of their type.
        if (letter.glyph->text == "^" || letter.glyph->text == "ˆ" || letter.glyph->text == "¯" || letter.glyph->text == "‾") box.y1 = box.y0 + box.height() / 3;
        marks.emplace_back(mark, box);
        return true;
    });
}

/// Sets the marks that stand over and under the rows of a part.
void set_marks(const Part& part, const std::vector<std::pair<SignMark, Box>>& marks, std::vector<std::pair<Row, SignCell>>& cells) {
    for (const auto& [mark, box] : marks) {
        if (!plane::holds(part.box, plane::middle(box)) || cells.empty()) continue;
        auto& [row, cell] = *std::ranges::min_element(cells, {}, [&box = box](const auto& c) { return std::abs(c.first.box.mid_y() - box.mid_y()); });
        SignMark& place = box.mid_y() < row.box.mid_y() ? cell.above : cell.below;
        if (mark == SignMark::none || (place != SignMark::none && place != mark)) cell.confidence = std::min(cell.confidence, unclear);
        if (mark != SignMark::none) place = mark;
    }
}

Box on_sheet(const Row& row) {
    Box box = ink_box(*row.letters[0].glyph);
    for (const Letter& letter : row.letters) box = united(box, ink_box(*letter.glyph));
    return box;
}

bool is_white(const Rgb& colour) { return colour.r > 247 && colour.g > 247 && colour.b > 247; }

}  // namespace

std::vector<SignCell> sign_cells(const Outline& outline, double angle, const std::vector<const Glyph*>& glyphs,
                                 const std::vector<const Piece*>& inside) {
    const SignFrame frame(outline, angle);
    std::vector<Drawn> drawn;
    std::vector<DrawnLine> strokes;
    for (const Piece* piece : inside) {
        if (piece->path->paint == DrawnPath::Paint::fill && is_white(piece->path->fill)) continue;
        Drawn upright = frame.upright(*piece);
        const bool straight = is_straight(upright, true) || is_straight(upright, false);
        if (upright.filled || upright.line.closed || straight) {
            drawn.push_back(std::move(upright));
        } else {
            strokes.push_back(std::move(upright.line));
        }
    }
    const std::vector<Part> parts = parts_of(drawn, frame);
    for (const Drawn& left : drawn) {
        if (!left.filled && !left.line.closed) strokes.push_back(left.line);
    }
    std::vector<std::pair<SignMark, Box>> marks;
    for (const DrawnLine& line : chained(std::move(strokes), 0.03 * outline.side)) marks.emplace_back(mark_of(line, false), plane::box_of(line.points));
    for (const Drawn& left : drawn) {
        if (!left.filled && !left.line.closed) continue;
        // The dot in which another sign's leader ends is no mark; it makes the sign doubtful.
        const auto dot = outline_of(left.line.points, 0);
        const bool round = dot && dot->shape == SignShape::circle;
        marks.emplace_back(round ? SignMark::none : mark_of(left.line, left.filled), left.box);
    }
    std::vector<Letter> letters;
    for (const Glyph* glyph : glyphs) letters.push_back(frame.upright(*glyph));
    take_mark_letters(letters, marks);
    std::vector<SignCell> cells;
    int row_number = -1;
    int last_part_row = -1;
    int most_rows = 0;
    for (const Part& part : parts) {
        if (part.row != last_part_row) {
            row_number += std::max(1, most_rows);
            if (last_part_row < 0) row_number = 0;
            most_rows = 0;
            last_part_row = part.row;
        }
        std::vector<Row> rows = rows_of(letters, part);
        most_rows = std::max(most_rows, static_cast<int>(rows.size()));
        std::vector<std::pair<Row, SignCell>> written;
        for (Row& row : rows) {
            SignCell cell;
            cell.row = row_number + static_cast<int>(written.size());
            cell.column = part.column;
            cell.text = text_of(row);
            cell.box = on_sheet(row);
            if (cell.text.find("\uFFFD") != std::string::npos) cell.confidence = 0;
            written.emplace_back(std::move(row), std::move(cell));
        }
        set_marks(part, marks, written);
        for (auto& [row, cell] : written) cells.push_back(std::move(cell));
        if (written.empty()) cells.push_back({row_number, part.column, plane::grown({outline.centre.x, outline.centre.y, outline.centre.x, outline.centre.y}, 0), "", {}, {}, 1.0, ""});
    }
    return cells;
}

}  // namespace planlezer
