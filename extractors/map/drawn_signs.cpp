#include "extractors/map/drawn_signs.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "extractors/map/plane.hpp"
#include "extractors/map/sign_cells.hpp"
#include "extractors/map/sign_frame.hpp"
#include "extractors/map/sign_marks.hpp"
#include "extractors/map/sign_shape.hpp"
#include "extractors/map/text_runs.hpp"

namespace planlezer {

namespace {

constexpr double least_side = 5;        // points: smaller signs cannot be read on paper
constexpr double most_side = 120;       // points
constexpr double least_type = 0.10;     // type size to sign's height: less is a text in a box
constexpr double most_type = 1.1;
constexpr std::size_t most_letters = 24;
constexpr double least_bouwvlak = 26;   // points
constexpr double tight = 0.6;           // of a frame's width or height that its text takes
constexpr std::size_t least_area_lines = 3;  // outlines in one line that make it that of areas

struct Candidate {
    Outline outline;
    bool dashed = false;
    bool stroked = false;
    bool pale = false;                ///< its line is grey: the topography beneath is drawn so
    bool coloured = false;            ///< filled, and not with white
    bool covers = false;              ///< its fill hides what was drawn before
    std::size_t number = 0;           ///< of its path in the drawing
    std::size_t covers_to = 0;        ///< the path whose fill does; what has a lower number does not show
    Rgb colour;                       ///< of its line
    std::vector<std::size_t> pieces;  ///< that make the outline
    std::vector<std::size_t> glyphs;
    bool has_text = false;            ///< had characters, also when it passed them on
};

bool fits(const Box& box) {
    const double longer = std::max(box.width(), box.height());
    return longer <= most_side && std::min(box.width(), box.height()) >= least_side;
}

/// Grey: a number or an outline of the topography.
bool is_pale(const Rgb& colour) { return std::min({colour.r, colour.g, colour.b}) > 95; }
bool is_pale(const Glyph& glyph) { return is_pale(glyph.colour); }

bool hides(const DrawnPath& path) { return path.paint != DrawnPath::Paint::stroke && path.opacity > 0.9 && path.hatch.kind == HatchKind::none; }

void add_candidate(const DrawnLine& line, const Piece& piece, std::vector<std::size_t> from, std::vector<Candidate>& candidates) {
    const DrawnPath& path = *piece.path;
    const std::size_t number = piece.number;
    auto outline = outline_of(line.points, 0);
    if (!outline) return;
    const bool stroked = path.paint != DrawnPath::Paint::fill;
    const bool coloured = path.paint != DrawnPath::Paint::stroke && (path.fill.r < 248 || path.fill.g < 248 || path.fill.b < 248);
    const bool dashed = stroked && (path.dash == LineDash::dashed || path.dash == LineDash::dotted);
    const bool pale = stroked && is_pale(path.stroke);
    candidates.push_back({std::move(*outline), dashed, stroked, pale, coloured, hides(path), number, hides(path) ? number : 0, path.stroke, std::move(from), {}, false});
}

/// Closed lines, and those that come round when the arcs or sides of one path, or of paths drawn on end, are joined.
std::vector<Candidate> candidates_of(const std::vector<Piece>& pieces) {
    std::vector<Candidate> candidates;
    std::vector<std::size_t> open;
    const auto join_open = [&] {
        std::vector<DrawnLine> lines;
        for (const std::size_t i : open) lines.push_back(*pieces[i].line);
        for (const DrawnLine& line : chained(std::move(lines), 0.4)) {
            if (!line.closed || !fits(plane::box_of(line.points))) continue;
            std::vector<std::size_t> own;
            const Box box = plane::grown(plane::box_of(line.points), 0.1);
            std::ranges::copy_if(open, std::back_inserter(own), [&](std::size_t i) {
                return plane::holds(box, {pieces[i].box.x0, pieces[i].box.y0}) && plane::holds(box, {pieces[i].box.x1, pieces[i].box.y1});
            });
            const Piece& first = pieces[own.empty() ? open[0] : own[0]];
            add_candidate(line, first, std::move(own), candidates);
        }
        open.clear();
    };
    constexpr std::size_t most_open = 24;  // lines drawn on end that may make one outline
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        const bool closed = piece.line->closed || (piece.path->paint == DrawnPath::Paint::fill && piece.line->points.size() > 2);
        const double longer = std::max(piece.box.width(), piece.box.height());
        if (closed && fits(piece.box)) {
            add_candidate(*piece.line, piece, {i}, candidates);
        }
        if (!closed && longer <= most_side && longer >= least_side / 2) {
            open.push_back(i);
            if (open.size() >= most_open) join_open();
        } else if (!open.empty() && longer > most_side) {
            join_open();
        }
    }
    if (!open.empty()) join_open();
    return candidates;
}

bool same_place(const Outline& a, const Outline& b) {
    return plane::distance(a.centre, b.centre) < 0.06 * a.side && std::abs(a.side - b.side) < 0.06 * a.side;
}

/// Filled and stroked apart, an outline comes twice.
void drop_doubles(std::vector<Candidate>& candidates) {
    BoxIndex index(most_side);
    std::vector<Candidate> kept;
    for (Candidate& candidate : candidates) {
        bool known = false;
        for (const std::size_t id : index.meeting(candidate.outline.box)) {
            if (kept[id].outline.shape != candidate.outline.shape || !same_place(kept[id].outline, candidate.outline)) continue;
            kept[id].pieces.insert(kept[id].pieces.end(), candidate.pieces.begin(), candidate.pieces.end());
            kept[id].dashed = kept[id].dashed || candidate.dashed;
            kept[id].stroked = kept[id].stroked || candidate.stroked;
            kept[id].coloured = kept[id].coloured || candidate.coloured;
            kept[id].covers = kept[id].covers || candidate.covers;
            kept[id].number = std::max(kept[id].number, candidate.number);
            kept[id].covers_to = std::max(kept[id].covers_to, candidate.covers_to);
            known = true;
            break;
        }
        if (known) continue;
        index.add(kept.size(), candidate.outline.box);
        kept.push_back(std::move(candidate));
    }
    candidates = std::move(kept);
}

/// Each character to the smallest outline around it that shows: a house under the white ground of a sign does not.
void give_glyphs(const std::vector<Glyph>& glyphs, const std::vector<bool>& used, std::vector<Candidate>& candidates) {
    BoxIndex index(most_side);
    for (std::size_t i = 0; i < candidates.size(); ++i) index.add(i, candidates[i].outline.box);
    for (std::size_t g = 0; g < glyphs.size(); ++g) {
        if (used[g]) continue;
        const Point middle = plane::middle(ink_box(glyphs[g]));
        std::vector<std::size_t> around = index.meeting({middle.x, middle.y, middle.x, middle.y});
        std::erase_if(around, [&](std::size_t id) { return !plane::holds(candidates[id].outline.ring, middle); });
        // A grey house that shows through a sign takes none of its black digits.
        const bool in_dark = std::ranges::any_of(around, [&](std::size_t id) { return candidates[id].stroked && !candidates[id].pale && glyphs[g].size >= least_type * candidates[id].outline.side; });
        std::optional<std::size_t> best;
        for (const std::size_t id : around) {
            const Outline& outline = candidates[id].outline;
            if (glyphs[g].size < least_type * outline.side || glyphs[g].size > most_type * outline.side) continue;
            const bool hidden = std::ranges::any_of(around, [&](std::size_t other) { return candidates[other].covers && candidates[other].number > candidates[id].number; });
            if (hidden || (candidates[id].pale && in_dark && !is_pale(glyphs[g]))) continue;
            if (!best || plane::area(outline.ring) < plane::area(candidates[*best].outline.ring)) best = id;
        }
        if (!best) continue;
        candidates[*best].glyphs.push_back(g);
        candidates[*best].has_text = true;
    }
}

double writing_angle(const std::vector<const Glyph*>& glyphs) {
    std::map<long, std::size_t> votes;
    for (const Glyph* glyph : glyphs) ++votes[std::lround(glyph->angle)];
    const auto most = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
    const auto one = std::ranges::find_if(glyphs, [&](const Glyph* glyph) { return std::lround(glyph->angle) == most->first; });
    return (*one)->angle;
}

SignShape shape_of(const Candidate& candidate, double angle) {
    const SignShape shape = candidate.outline.shape;
    if (stands_on_corner(candidate.outline, angle)) return SignShape::diamond;
    if (shape == SignShape::square) return candidate.dashed ? SignShape::dashed_square : shape;
    if (!is_triangle(candidate.outline)) return shape;
    const auto upright = upright_triangle(candidate.outline, angle);
    return upright ? upright->shape : shape;
}

/// A square's sides run along its writing.
bool stands_right(const Outline& outline, double angle) {
    if (outline.shape == SignShape::circle || outline.shape == SignShape::pill) return true;
    if (is_triangle(outline)) return upright_triangle(outline, angle).has_value();
    if (stands_on_corner(outline, angle)) return true;
    if (outline.shape == SignShape::hexagon) return plane::turn_between(outline.angle, angle, 30) < 10;
    return plane::turn_between(outline.angle, angle, 90) < 10;
}

/// A building has it by chance only: one that comes once is no sign.
bool is_rare(SignShape shape) { return shape == SignShape::hexagon || shape == SignShape::house; }

/// A white patch behind a letter is no sign, nor is a coloured swatch or a coloured parcel with its code.
bool is_sign(const Candidate& candidate) {
    if (candidate.glyphs.empty() || candidate.glyphs.size() > most_letters) return false;
    if (!candidate.stroked && !candidate.coloured) return false;
    const SignShape shape = candidate.outline.shape;
    return !candidate.coloured || (shape != SignShape::square && shape != SignShape::box);
}

bool has_digit(const std::vector<const Glyph*>& glyphs) {
    return std::ranges::any_of(glyphs, [](const Glyph* glyph) { return glyph->text.size() == 1 && glyph->text[0] >= '0' && glyph->text[0] <= '9'; });
}

/// In a legend a letter stands for the number: "x", "n", "xx"; of an outlined letter it may not be known which.
bool stands_for_number(const Candidate& candidate, const std::vector<const Glyph*>& glyphs) {
    constexpr double longest = 1.6;  // times its height: a wider box is a swatch with its code
    const Box& box = candidate.outline.box;
    const std::string& letter = glyphs.front()->text;
    const bool known = letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z';
    const bool small = glyphs.size() <= 2 && letter == glyphs.back()->text && (known || letter == "\uFFFD");
    return small && !candidate.dashed && box.width() < longest * box.height();
}

/// "IV", "V": Roman numerals.
bool is_roman(const std::vector<const Glyph*>& glyphs) {
    return std::ranges::all_of(glyphs, [](const Glyph* glyph) { return glyph->text == "I" || glyph->text == "V" || glyph->text == "X"; });
}

class SignFinder {
  public:
    SignFinder(const std::vector<Glyph>& glyphs, std::vector<Piece>& pieces, std::vector<bool>& used)
        : glyphs_(glyphs), pieces_(pieces), used_(used), candidates_(candidates_of(pieces)) {
        for (std::size_t i = 0; i < pieces_.size(); ++i) index_.add(i, pieces_[i].box);
        for (std::size_t i = 0; i < glyphs_.size(); ++i) glyph_index_.add(i, ink_box(glyphs_[i]));
        count_area_lines();
        drop_doubles(candidates_);
        colour_swatches();
        give_glyphs(glyphs_, used_, candidates_);
    }
    std::vector<MapSign> find() {
        std::vector<MapSign> signs;
        // From the inside out: what the inner one leaves may belong to the one around it.
        std::ranges::stable_sort(candidates_, {}, [](const Candidate& candidate) { return plane::area(candidate.outline.ring); });
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            auto sign = is_sign(candidates_[i]) ? sign_of(candidates_[i]) : std::nullopt;
            if (sign) signs.push_back(std::move(*sign));
            else pass_on(i);
        }
        return signs;
    }

  private:
    using LineStyle = std::tuple<long, std::uint8_t, std::uint8_t, std::uint8_t, LineDash>;
    static LineStyle style_of(const DrawnPath& path) { return {std::lround(20 * path.width), path.stroke.r, path.stroke.g, path.stroke.b, path.dash}; }

    /// A swatch may be painted through a clip of its size: its letters are a code then, not a sign.
    void colour_swatches() {
        constexpr double same_edge = 1.5;  // points
        for (Candidate& candidate : candidates_) {
            const Box& box = candidate.outline.box;
            for (const std::size_t i : index_.meeting(box)) {
                const DrawnPath& path = *pieces_[i].path;
                if (path.paint == DrawnPath::Paint::stroke || (path.fill.r > 247 && path.fill.g > 247 && path.fill.b > 247)) continue;
                const Box seen = plane::common(pieces_[i].box, path.clip_box);
                const double off = std::max({std::abs(seen.x0 - box.x0), std::abs(seen.y0 - box.y0), std::abs(seen.x1 - box.x1), std::abs(seen.y1 - box.y1)});
                candidate.coloured = candidate.coloured || off < same_edge;
            }
        }
    }

    /// Lines in which shapes are drawn that are no sign's.
    void count_area_lines() {
        for (const Piece& piece : pieces_) {
            if (piece.path->paint == DrawnPath::Paint::fill || !piece.line->closed || std::min(piece.box.width(), piece.box.height()) < least_side) continue;
            if (!fits(piece.box) || !outline_of(piece.line->points, 0)) ++area_lines_[style_of(*piece.path)];
        }
    }

    /// Drawn as the bouwvlakken are.
    [[nodiscard]] bool is_area_line(const Candidate& candidate) const {
        const SignShape shape = candidate.outline.shape;
        const bool straight = shape == SignShape::square || shape == SignShape::box || is_rare(shape);
        if (!straight || candidate.pieces.empty()) return false;
        const auto found = area_lines_.find(style_of(*pieces_[candidate.pieces.front()].path));
        return found != area_lines_.end() && found->second >= least_area_lines;
    }

    /// Signs are drawn in the thin line of a sheet, that of its bestemmingen, bouwvlakken thicker.
    [[nodiscard]] bool is_thinnest_area_line(const Candidate& candidate) const {
        const long width = std::get<0>(style_of(*pieces_[candidate.pieces.front()].path));
        return std::ranges::none_of(area_lines_, [&](const auto& line) {
            const auto& [line_width, r, g, b, dash] = line.first;
            return line.second >= least_area_lines && dash == LineDash::solid && line_width < width && !is_pale(Rgb{r, g, b});
        });
    }

    /// A bouwvlak that is small and square, with its values in it: frames of labels fit their text, stand as it does and are of one height.
    [[nodiscard]] bool is_small_bouwvlak(const Candidate& candidate, double angle, const std::vector<const Glyph*>& written) const {
        constexpr double off = 1.5;         // degrees
        constexpr double same_side = 0.05;  // share
        if (!is_area_line(candidate)) return false;
        if (candidate.outline.side >= least_bouwvlak && tightness(candidate.outline, angle, written) < tight) return true;
        const bool rare = stands_on_corner(candidate.outline, angle) || is_rare(candidate.outline.shape);
        if (!rare && plane::turn_between(candidate.outline.angle, angle, 90) > off) return true;
        std::size_t alike = 0;
        std::size_t others = 0;
        for (const Candidate& other : candidates_) {
            if (&other == &candidate || other.outline.shape != candidate.outline.shape || other.colour != candidate.colour || (!other.has_text && other.glyphs.empty())) continue;
            ++others;
            if (std::abs(other.outline.side - candidate.outline.side) < same_side * candidate.outline.side) ++alike;
        }
        constexpr std::size_t several = 6;
        constexpr double thick = 1.4;  // points: half a millimetre, more than a frame has
        const bool as_thick = pieces_[candidate.pieces.front()].path->width > thick;
        if (!rare && is_thinnest_area_line(candidate)) return as_thick && alike == 0 && others >= several;
        return rare ? alike == 0 : 2 * alike < others || others == 0;
    }

    /// "B.1" in a hatched swatch: a box with lines through it, all at one angle.
    [[nodiscard]] bool is_hatched(const Candidate& candidate) const {
        constexpr int least_lines = 4;
        constexpr double parallel = 2;  // degrees
        const SignShape shape = candidate.outline.shape;
        if (shape != SignShape::square && shape != SignShape::box) return false;
        std::vector<double> angles;
        for (const std::size_t i : index_.meeting(candidate.outline.box)) {
            const Ring& points = pieces_[i].line->points;
            if (pieces_[i].line->closed || points.size() != 2 || pieces_[i].number < candidate.covers_to) continue;
            const std::vector<Ring> seen = plane::clipped(points, candidate.outline.box);
            const bool crosses = !seen.empty() && plane::distance(seen[0].front(), seen[0].back()) > 0.3 * candidate.outline.side;
            if (crosses) angles.push_back(plane::direction(points[0], points[1]));
        }
        return std::ranges::any_of(angles, [&](double angle) {
            return std::ranges::count_if(angles, [&](double other) { return plane::turn_between(angle, other, 180) < parallel; }) >= least_lines;
        });
    }

    /// The characters in what is no sign go to the smallest outline around them that has others of its own.
    void pass_on(std::size_t inner) {
        for (const std::size_t g : std::exchange(candidates_[inner].glyphs, {})) {
            const Point middle = plane::middle(ink_box(glyphs_[g]));
            for (std::size_t i = inner + 1; i < candidates_.size(); ++i) {
                Candidate& outer = candidates_[i];
                if (outer.glyphs.empty() || outer.pale || !plane::holds(outer.outline.box, middle) || !plane::holds(outer.outline.ring, middle)) continue;
                if (glyphs_[g].size < least_type * outer.outline.side || glyphs_[g].size > most_type * outer.outline.side) continue;
                outer.glyphs.push_back(g);
                break;
            }
        }
    }

    /// A box with "IV" in it; one with a lone "V" when others as large have longer numerals: else it is a swatch with its code.
    [[nodiscard]] bool is_roman_frame(const Candidate& candidate, const std::vector<const Glyph*>& written) const {
        constexpr double longest = 2;      // times its height
        constexpr double as_large = 0.03;  // share
        const Box& box = candidate.outline.box;
        const bool solid = !candidate.pieces.empty() && pieces_[candidate.pieces.front()].path->dash == LineDash::solid;
        if (!solid || candidate.coloured || box.width() > longest * box.height() || !is_roman(written)) return false;
        if (written.size() > 1) return true;
        return std::ranges::any_of(candidates_, [&](const Candidate& other) {
            const Box& its = other.outline.box;
            const bool alike = std::abs(its.width() - box.width()) < as_large * box.width() && std::abs(its.height() - box.height()) < as_large * box.height();
            const std::vector<const Glyph*> letters = alike ? written_in(other) : std::vector<const Glyph*>{};
            return letters.size() > 1 && is_roman(letters);
        });
    }

    /// An equal square a little larger, about the same middle.
    const Candidate* around(const Candidate& inner) const {
        for (const Candidate& other : candidates_) {
            // A square bouwvlak around a sign is drawn in a line of its own.
            if (&other == &inner || other.outline.shape != SignShape::square || !other.glyphs.empty() || other.colour != inner.colour) continue;
            const double ratio = other.outline.side / inner.outline.side;
            if (ratio > 1.04 && ratio < 1.6 && plane::distance(other.outline.centre, inner.outline.centre) < 0.06 * inner.outline.side) return &other;
        }
        return nullptr;
    }

    /// A grey house number under a dark sign is none of its characters.
    [[nodiscard]] std::vector<const Glyph*> written_in(const Candidate& candidate) const {
        std::vector<const Glyph*> written;
        for (const std::size_t g : candidate.glyphs) written.push_back(&glyphs_[g]);
        const bool dark = !candidate.pale && std::ranges::any_of(written, [](const Glyph* glyph) { return !is_pale(*glyph); });
        if (dark) std::erase_if(written, [](const Glyph* glyph) { return is_pale(*glyph); });
        return written;
    }

    std::optional<MapSign> sign_of(const Candidate& candidate) {
        const std::vector<const Glyph*> written = written_in(candidate);
        MapSign sign;
        sign.angle = writing_angle(written);
        if (!stands_right(candidate.outline, sign.angle)) return std::nullopt;
        const bool house = candidate.pale && std::ranges::any_of(written, [](const Glyph* glyph) { return is_pale(*glyph); });
        if (cuts_text(candidate) || house) return std::nullopt;
        const bool numbered = has_digit(written) || stands_for_number(candidate, written) || is_roman_frame(candidate, written);
        if (candidate.outline.shape == SignShape::box && !(numbered && fills(candidate.outline, sign.angle, written, 0.3))) return std::nullopt;
        // A pond with rounded corners, with its letters in it, is a field; letters over a grey house are those of the field.
        if (candidate.coloured && !numbered && !fills(candidate.outline, sign.angle, written, 0.3)) return std::nullopt;
        if (candidate.pale && !numbered) return std::nullopt;
        if (is_small_bouwvlak(candidate, sign.angle, written) || is_hatched(candidate)) return std::nullopt;
        sign.shape = shape_of(candidate, sign.angle);
        sign.box = candidate.outline.box;
        const bool square = candidate.outline.shape == SignShape::square;
        const Candidate* frame = square || candidate.outline.shape == SignShape::circle ? around(candidate) : nullptr;
        if (frame != nullptr) {
            if (square) sign.shape = SignShape::double_square;
            sign.box = frame->outline.box;
        }
        std::vector<const Piece*> inside;
        for (const std::size_t i : index_.meeting(sign.box)) {
            if (!within(pieces_[i].box, sign.box)) continue;
            const bool outline = std::ranges::find(candidate.pieces, i) != candidate.pieces.end() ||
                                 (frame != nullptr && std::ranges::find(frame->pieces, i) != frame->pieces.end());
            const bool hidden = pieces_[i].number < candidate.covers_to;
            if (!outline && !hidden) inside.push_back(&pieces_[i]);
            pieces_[i].used = true;
        }
        for (const std::size_t i : candidate.pieces) pieces_[i].used = true;
        for (const std::size_t g : candidate.glyphs) used_[g] = true;
        sign.cells = sign_cells(candidate.outline, sign.angle, written, inside);
        if (frame != nullptr && !square) add_frame(sign);
        add_outer_marks(sign, candidate.outline.side);
        if (candidate.pale || !fills(candidate.outline, sign.angle, written, 0.2)) sign.confidence = std::min(sign.confidence, 0.5);
        return sign;
    }
    /// A square around a circle is a line above and a line below it.
    static void add_frame(MapSign& sign) {
        if (sign.cells.empty()) return;
        if (sign.cells.front().above == SignMark::none) sign.cells.front().above = SignMark::line;
        if (sign.cells.back().below == SignMark::none) sign.cells.back().below = SignMark::line;
    }
    /// Lines as wide as the sign, right above or below it; above it also a caret or an arc as wide.
    void add_outer_marks(MapSign& sign, double side) {
        if (sign.cells.empty() || plane::turn_between(sign.angle, 0) > 2) return;
        const Box& box = sign.box;
        for (const bool above : {true, false}) {
            const Box strip = above ? Box{box.x0, box.y0 - 0.35 * side, box.x1, box.y0} : Box{box.x0, box.y1, box.x1, box.y1 + 0.35 * side};
            int lines = 0;
            SignMark bent = SignMark::none;
            Box whole = box;
            for (const std::size_t i : index_.meeting(strip)) {
                const Box& line = pieces_[i].box;
                const bool wide = line.width() > 0.5 * box.width() && line.width() < 1.3 * box.width();
                const bool over = std::abs(line.mid_x() - box.mid_x()) < 0.12 * box.width() && line.y0 >= strip.y0 - 0.01 && line.y1 <= strip.y1 + 0.01;
                if (!wide || !over || pieces_[i].used) continue;
                if (line.height() >= 0.1 * side) {
                    const SignMark mark = pieces_[i].path->paint == DrawnPath::Paint::stroke ? mark_of(*pieces_[i].line, false) : SignMark::none;
                    if (mark == SignMark::none) continue;
                    bent = mark;
                } else {
                    ++lines;
                }
                pieces_[i].used = true;
                whole = united(whole, line);
            }
            sign.box = whole;
            SignMark& mark = above ? sign.cells.front().above : sign.cells.back().below;
            if (mark != SignMark::none || (lines == 0 && bent == SignMark::none)) continue;
            if (bent != SignMark::none && lines > 0) sign.confidence = 0.5;  // which of the two it is nobody can tell
            mark = bent != SignMark::none ? bent : lines == 1 ? SignMark::line : SignMark::double_line;
        }
    }
    /// A house across which a text runs is no sign: a character right beside one inside stands outside.
    [[nodiscard]] bool cuts_text(const Candidate& candidate) const {
        const double beside = candidate.pale ? 0.45 : 0.2;  // times the type: to the next word, or letter
        for (const std::size_t g : candidate.glyphs) {
            const Box box = ink_box(glyphs_[g]);
            for (const std::size_t other : glyph_index_.meeting(plane::grown(box, beside * glyphs_[g].size))) {
                const Box next = ink_box(glyphs_[other]);
                const bool in_line = std::abs(next.y1 - box.y1) < 0.1 * glyphs_[g].size && plane::turn_between(glyphs_[g].angle, 0) < 2;
                if (in_line && std::ranges::find(candidate.glyphs, other) == candidate.glyphs.end()) return true;
            }
        }
        return false;
    }
    static bool within(const Box& inner, const Box& outer) {
        const Box room = plane::grown(outer, 0.03 * std::max(outer.width(), outer.height()) + 0.3);
        return inner.x0 >= room.x0 && inner.y0 >= room.y0 && inner.x1 <= room.x1 && inner.y1 <= room.y1;
    }

    const std::vector<Glyph>& glyphs_;
    std::vector<Piece>& pieces_;
    std::vector<bool>& used_;
    std::vector<Candidate> candidates_;
    std::map<LineStyle, std::size_t> area_lines_;
    BoxIndex index_{60};
    BoxIndex glyph_index_{60};
};

}  // namespace

std::vector<MapSign> find_drawn_signs(const std::vector<Glyph>& glyphs, std::vector<Piece>& pieces, std::vector<bool>& used) {
    return SignFinder(glyphs, pieces, used).find();
}

}  // namespace planlezer
