#include "extractors/map/drawn_letters.hpp"

#include <algorithm>

#include "extractors/map/plane.hpp"
#include "extractors/map/sign_shape.hpp"
#include "extractors/map/text_runs.hpp"

namespace planlezer {

namespace {

constexpr std::size_t least_characters = 30;  // a sheet has a title and a legend
constexpr std::size_t least_letters = 150;    // outlines that look like letters
constexpr std::size_t least_signs = 3;
constexpr double least_height = 2;            // points
constexpr double most_height = 16;
constexpr double least_sign = 8;              // points
constexpr double most_sign = 70;

bool is_dark(const Rgb& colour) { return std::max({colour.r, colour.g, colour.b}) < 110; }

/// Filled, dark, as small as a letter and no dot of a screen.
bool may_be_letter(const Piece& piece) {
    const bool filled = piece.path->paint == DrawnPath::Paint::fill && is_dark(piece.path->fill) && piece.path->hatch.kind == HatchKind::none;
    const double height = std::max(piece.box.width(), piece.box.height());
    if (!filled || height < least_height || height > most_height || piece.line->points.size() < 4) return false;
    const auto outline = outline_of(piece.line->points, 0);
    return !outline || (outline->shape != SignShape::circle && outline->shape != SignShape::square);
}

/// A closed dark circle of the size of a sign.
bool may_be_sign(const Piece& piece) {
    const double side = std::max(piece.box.width(), piece.box.height());
    if (piece.path->paint == DrawnPath::Paint::fill || !is_dark(piece.path->stroke) || side < least_sign || side > most_sign || !piece.line->closed) return false;
    const auto outline = outline_of(piece.line->points, 0);
    return outline && outline->shape == SignShape::circle;
}

}  // namespace

bool draws_its_letters(const Drawing& drawing, const std::vector<Piece>& pieces) {
    if (drawing.glyphs.size() < least_characters) return true;
    BoxIndex letters(60);
    std::size_t count = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!may_be_letter(pieces[i])) continue;
        letters.add(i, pieces[i].box);
        ++count;
    }
    if (count >= least_letters && count > drawing.glyphs.size()) return true;
    BoxIndex characters(60);
    for (std::size_t i = 0; i < drawing.glyphs.size(); ++i) characters.add(i, ink_box(drawing.glyphs[i]));
    std::size_t drawn = 0;
    std::size_t written = 0;
    for (const Piece& piece : pieces) {
        if (!may_be_sign(piece)) continue;
        const auto inside = [&piece](const Box& box) { return plane::holds(piece.line->points, plane::middle(box)); };
        const bool has_characters = std::ranges::any_of(characters.meeting(piece.box), [&](std::size_t i) { return inside(ink_box(drawing.glyphs[i])); });
        const bool has_letters = std::ranges::any_of(letters.meeting(piece.box), [&](std::size_t i) { return inside(pieces[i].box); });
        written += has_characters ? 1 : 0;
        drawn += !has_characters && has_letters ? 1 : 0;
    }
    return drawn >= least_signs && drawn > written;
}

}  // namespace planlezer
