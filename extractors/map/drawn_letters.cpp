#include "extractors/map/drawn_letters.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "extractors/map/letter_outlines.hpp"
#include "extractors/map/plane.hpp"
#include "extractors/map/sign_shape.hpp"
#include "extractors/map/text_runs.hpp"

namespace planlezer {

namespace {

constexpr std::size_t least_characters = 30;  // a sheet has a title and a legend
constexpr std::size_t least_letters = 150;    // outlines that look like letters
constexpr std::size_t least_signs = 3;
constexpr double most_height = 16;
constexpr double least_sign = 8;              // points
constexpr double most_sign = 70;

/// A closed dark circle of the size of a sign.
bool may_be_sign(const Piece& piece) {
    const double side = std::max(piece.box.width(), piece.box.height());
    if (piece.path->paint == DrawnPath::Paint::fill || !is_dark(piece.path->stroke) || side < least_sign || side > most_sign || !piece.line->closed) return false;
    const auto outline = outline_of(piece.line->points, 0);
    return outline && outline->shape == SignShape::circle;
}

/// How many outlines a text is made of, counters apart; nullopt where a character may have more or fewer.
std::optional<std::size_t> outlines_of(const std::string& text) {
    std::size_t count = 0;
    for (const char c : text) {
        const bool single = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || std::string_view(",.-/()").find(c) != std::string_view::npos;
        const bool twofold = c == 'i' || c == 'j' || c == ':' || c == '=' || c == ';';
        if (!single && c != '%' && !twofold && c != ' ') return std::nullopt;
        count += c == ' ' ? 0 : c == '%' ? 3 : twofold ? 2 : 1;
    }
    return count;
}

/// The filled outlines in a box that lie in no other.
std::size_t outer_outlines(const Box& box, const BoxIndex& index, const std::vector<Piece>& pieces) {
    std::vector<const Piece*> inside;
    for (const std::size_t i : index.meeting(box)) {
        if (plane::holds(box, plane::middle(pieces[i].box))) inside.push_back(&pieces[i]);
    }
    return static_cast<std::size_t>(std::ranges::count_if(inside, [&inside](const Piece* piece) {
        return std::ranges::none_of(inside, [piece](const Piece* other) {
            return other != piece && other->number == piece->number && plane::holds(other->line->points, piece->line->points.front());
        });
    }));
}

}  // namespace

void use_letters(const std::vector<MapSign>& signs, std::vector<Piece>& pieces) {
    BoxIndex index(60);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        pieces[i].used = pieces[i].used || may_be_letter(pieces[i]);
        index.add(i, pieces[i].box);
    }
    for (const MapSign& sign : signs) {
        const Box room = plane::grown(sign.box, 1);
        for (const std::size_t i : index.meeting(room)) {
            const Box& box = pieces[i].box;
            if (plane::holds(room, {box.x0, box.y0}) && plane::holds(room, {box.x1, box.y1})) pieces[i].used = true;
        }
    }
}

void compare_with_outlines(const std::vector<Piece>& pieces, std::vector<MapSign>& signs, std::vector<TextRun>& runs) {
    BoxIndex index(60);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const bool small = std::max(pieces[i].box.width(), pieces[i].box.height()) <= most_height;
        if (small && is_filled_dark(pieces[i])) index.add(i, pieces[i].box);
    }
    constexpr double in_doubt = 0.4;
    const auto agrees = [&](const std::string& text, const Box& box) {
        const auto expected = outlines_of(text);
        return expected && *expected == outer_outlines(box, index, pieces);
    };
    for (MapSign& sign : signs) {
        std::string text;
        for (const SignCell& cell : sign.cells) text += cell.text;
        const bool stray = sign.shape == SignShape::circle && text.find('/') != std::string::npos;  // a stroke of what is drawn
        if (stray || !agrees(text, sign.box)) sign.confidence = std::min(sign.confidence, in_doubt);
    }
    for (TextRun& run : runs) {
        const bool number = run.text.find_first_of("0123456789") != std::string::npos;
        if (number && !agrees(run.text, plane::grown(run.box, 0.5))) run.confidence = std::min(run.confidence, in_doubt);
    }
}

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
