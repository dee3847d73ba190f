#include "extractors/map/letter_outlines.hpp"

#include <algorithm>
#include <cmath>

#include "extractors/disjoint_sets.hpp"
#include "extractors/map/plane.hpp"
#include "extractors/map/sign_shape.hpp"

namespace planlezer {

namespace {

constexpr double least_height = 2;  // points
constexpr double most_height = 16;
constexpr double least_dot = 0.2;   // points; a comma or the dot of an i
constexpr double largest_dot = 2.2; // points, of a colon
constexpr double colon = 3.5;       // of a dot, between two
constexpr int fine = 4;             // samples a cell of a form, each way

/// In which a leader ends.
bool is_leader_dot(const Piece& piece) {
    constexpr double least = 1.6;  // points
    if (piece.path->lines.size() != 1 || piece.box.width() < least) return false;
    const auto outline = outline_of(piece.line->points, 0);
    return outline && outline->shape == SignShape::circle;
}

/// Of a letter or of a part of one.
bool is_part(const Piece& piece) {
    const double side = std::max(piece.box.width(), piece.box.height());
    return is_filled_dark(piece) && !is_leader_dot(piece) && !piece.used && side >= least_dot && side <= most_height && piece.line->points.size() >= 3;
}

double shared(double a0, double a1, double b0, double b1) { return std::min(a1, b1) - std::max(a0, b0); }

/// The dot over an i, the dots of a colon, the bars of "=".
bool stand_over(const Box& a, const Box& b, double gap) {
    constexpr double level = 0.5;     // share of the narrower that stands over the other
    constexpr double dot_size = 0.45; // of the letter's height
    constexpr double dot_gap = 0.3;   // of the same; a comma of the line above is further off
    if (shared(a.x0, a.x1, b.x0, b.x1) < level * std::min(a.width(), b.width())) return false;
    const double own = std::max(a.width(), a.height());
    const double other = std::max(b.width(), b.height());
    const double small = std::min(own, other);
    if (std::max(own, other) < 1.3 * small) {
        const bool bars = std::min(a.width() / a.height(), b.width() / b.height()) > 2.5;
        return bars ? gap < 0.5 * small : small < largest_dot && gap < colon * small;
    }
    const double height = std::max(a.height(), b.height());
    const bool on_top = (own < other) == (a.y0 < b.y0);
    return on_top && small < dot_size * height && gap < dot_gap * height;
}

/// A counter in its letter, the rings of a "%" beside its stroke, or one over the other.
bool belong(const Box& a, const Box& b) {
    constexpr double nested = 0.3;  // share of the smaller that lies in the other's box
    const double wide = shared(a.x0, a.x1, b.x0, b.x1);
    const double high = shared(a.y0, a.y1, b.y0, b.y1);
    if (wide > 0 && high > 0) return wide * high > nested * std::min(a.width() * a.height(), b.width() * b.height());
    return high <= 0 && stand_over(a, b, -high);
}

/// The share of a cell that lies in an odd number of rings.
std::uint8_t ink_of(const std::vector<Ring>& rings, const Box& box, int column, int row) {
    int inside = 0;
    for (int i = 0; i < fine; ++i) {
        for (int j = 0; j < fine; ++j) {
            const Point p{box.x0 + box.width() * (column + (i + 0.5) / fine) / LetterForm::columns,
                          box.y0 + box.height() * (row + (j + 0.5) / fine) / LetterForm::rows};
            const auto holding = std::ranges::count_if(rings, [&p](const Ring& ring) { return plane::holds(ring, p); });
            inside += static_cast<int>(holding % 2);
        }
    }
    return static_cast<std::uint8_t>(std::lround(255.0 * inside / (fine * fine)));
}

LetterForm form_of(const std::vector<Ring>& rings, const Box& box) {
    LetterForm form;
    form.aspect = box.width() / std::max(box.height(), 0.01);
    for (int row = 0; row < LetterForm::rows; ++row) {
        for (int column = 0; column < LetterForm::columns; ++column) {
            form.ink[static_cast<std::size_t>(row * LetterForm::columns + column)] = ink_of(rings, box, column, row);
        }
    }
    return form;
}

}  // namespace

bool is_dark(const Rgb& colour) { return std::max({colour.r, colour.g, colour.b}) < 110; }

bool is_filled_dark(const Piece& piece) {
    return piece.path->paint == DrawnPath::Paint::fill && is_dark(piece.path->fill) && piece.path->hatch.kind == HatchKind::none;
}

bool may_be_letter(const Piece& piece) {
    const double height = std::max(piece.box.width(), piece.box.height());
    if (!is_filled_dark(piece) || height < least_height || height > most_height || piece.line->points.size() < 4) return false;
    const auto outline = outline_of(piece.line->points, 0);
    return !outline || (outline->shape != SignShape::circle && outline->shape != SignShape::square);
}

std::vector<OutlinedLetter> letter_outlines(const std::vector<Piece>& pieces) {
    std::vector<std::size_t> parts;
    BoxIndex index(20);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!is_part(pieces[i])) continue;
        index.add(parts.size(), pieces[i].box);
        parts.push_back(i);
    }
    DisjointSets groups(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Box& box = pieces[parts[i]].box;
        const double side = std::max(box.height(), box.width());
        const double reach = std::max(0.5 * side + 0.5, side < largest_dot ? colon * side : 0);
        for (const std::size_t other : index.meeting({box.x0, box.y0 - reach, box.x1, box.y1 + reach})) {
            // A letter is never made of two paths, however close the lines of a text stand.
            const bool one_path = pieces[parts[other]].number == pieces[parts[i]].number;
            if (other != i && one_path && belong(box, pieces[parts[other]].box)) groups.join(i, other);
        }
    }
    std::vector<OutlinedLetter> letters;
    std::vector<std::size_t> at(parts.size(), parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t group = groups.root(i);
        if (at[group] == parts.size()) {
            at[group] = letters.size();
            letters.push_back({pieces[parts[i]].box, {}, pieces[parts[i]].path->fill, {}});
        }
        OutlinedLetter& letter = letters[at[group]];
        letter.box = united(letter.box, pieces[parts[i]].box);
        letter.pieces.push_back(parts[i]);
    }
    for (OutlinedLetter& letter : letters) letter = turned(letter, pieces, 0);
    return letters;
}

OutlinedLetter turned(const OutlinedLetter& letter, const std::vector<Piece>& pieces, double degrees) {
    OutlinedLetter stands = letter;
    std::vector<Ring> rings;
    Ring all;
    for (const std::size_t piece : letter.pieces) {
        Ring ring = pieces[piece].line->points;
        for (Point& p : ring) {
            if (degrees != 0) p = plane::turned(p, {}, degrees);
            all.push_back(p);
        }
        rings.push_back(std::move(ring));
    }
    stands.box = plane::box_of(all);
    stands.form = form_of(rings, stands.box);
    return stands;
}

}  // namespace planlezer
