#include "extractors/map/outlined_text.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>

#include "extractors/map/letter_outlines.hpp"
#include "extractors/map/outline_names.hpp"
#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double cap_height = 0.73;    // of the type size, as in text_runs
constexpr double small_height = 0.54;  // of "x"
constexpr double stem_height = 0.68;   // of "t"
constexpr double descent = 0.21;
constexpr double digit_width = 0.556;  // of the type size: the digits of most faces are as wide as each other
constexpr double side_bearing = 0.05;  // of the type size
constexpr double beside = 0.9;         // of the height: between two letters of one text
constexpr double within = 0.35;        // of the type size: between two letters of one word
constexpr std::string_view unknown = "\uFFFD";
constexpr double other_type = 1.25;    // letters whose types differ more are of two texts

bool is_one_of(const std::string& name, std::string_view all) { return name.size() == 1 && all.find(name[0]) != std::string_view::npos; }

/// The height of its ink in type sizes; nullopt where faces differ: commas, dashes, what is not known.
std::optional<double> height_of(const std::string& name) {
    if (is_one_of(name, "acemnorsuvwxz")) return small_height;
    if (is_one_of(name, "gpqy")) return small_height + descent;
    if (name == "j") return cap_height + descent;
    if (name == "t") return stem_height;
    if (is_one_of(name, "bdfhikl0123456789ABCDEFGHIJKLMNOPRSTUVWXYZ%")) return cap_height;
    return std::nullopt;
}

bool hangs(const std::string& name) { return is_one_of(name, "gpqyj,;()[]Q_"); }
bool is_digit(const std::string& name) { return is_one_of(name, "0123456789"); }

/// The type and base line of a letter, from itself or from one beside it.
struct Type {
    double size = 0;
    double base = 0;
};

class Setting {
  public:
    /// \param alone letters that stand alone in a sign, by letter
    Setting(const std::vector<OutlinedLetter>& letters, const std::vector<std::string>& names, const std::vector<bool>& alone = {}) : letters_(letters), names_(names) {
        for (std::size_t i = 0; i < letters.size(); ++i) {
            index_.add(i, letters[i].box);
            types_.push_back(own_type(i));
            const Box& box = letters[i].box;
            if (!alone.empty() && alone[i]) types_.back() = Type{box.height() / small_height, box.y1};
        }
    }

    OutlinedText text() {
        constexpr int farthest = 4;  // letters in a row that take their type from the one before: "h=..."
        for (int step = 0; step < farthest; ++step) {
            const std::vector<std::optional<Type>> before = types_;
            for (std::size_t i = 0; i < letters_.size(); ++i) {
                if (!before[i]) types_[i] = type_beside(i, before);
            }
        }
        set_level();
        OutlinedText text;
        for (std::size_t i = 0; i < letters_.size(); ++i) {
            if (!types_[i] || names_[i].empty()) continue;
            text.glyphs.push_back(glyph_of(i, *types_[i]));
            text.pieces.insert(text.pieces.end(), letters_[i].pieces.begin(), letters_[i].pieces.end());
            if (text.glyphs.back().text == unknown) ++text.unknown;
        }
        return text;
    }

  private:
    [[nodiscard]] std::optional<Type> own_type(std::size_t i) const {
        const auto height = height_of(names_[i]);
        if (!height) return std::nullopt;
        const Box& box = letters_[i].box;
        const double size = box.height() / *height;
        return Type{size, hangs(names_[i]) ? box.y1 - descent * size : box.y1};
    }

    /// Round letters reach below the base line: the letters of one text get one line and one type.
    void set_level() {
        std::vector<bool> done(letters_.size(), false);
        for (std::size_t first = 0; first < letters_.size(); ++first) {
            if (done[first] || !types_[first]) continue;
            std::vector<std::size_t> text{first};
            done[first] = true;
            for (std::size_t at = 0; at < text.size(); ++at) {
                for (const std::size_t next : beside_in_line(text[at])) {
                    if (!done[next]) text.push_back(next);
                    done[next] = true;
                }
            }
            const Type type{median(text, &Type::size), median(text, &Type::base)};
            for (const std::size_t i : text) types_[i] = type;
        }
    }

    [[nodiscard]] std::vector<std::size_t> beside_in_line(std::size_t i) const {
        constexpr double overshoot = 0.08;  // of the type size
        const Box& box = letters_[i].box;
        const double reach = beside * types_[i]->size;
        std::vector<std::size_t> found;
        for (const std::size_t other : index_.meeting({box.x0 - reach, box.y0 - 2, box.x1 + reach, box.y1 + 2})) {
            if (!types_[other] || names_[other].empty() || names_[i].empty()) continue;
            const double ratio = types_[other]->size / types_[i]->size;
            if (std::max(ratio, 1 / ratio) < other_type && std::abs(types_[other]->base - types_[i]->base) < overshoot * types_[i]->size) found.push_back(other);
        }
        return found;
    }

    [[nodiscard]] double median(const std::vector<std::size_t>& text, double Type::*part) const {
        std::vector<double> values;
        for (const std::size_t i : text) values.push_back((*types_[i]).*part);
        const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
        std::ranges::nth_element(values, middle);
        return *middle;
    }

    /// Of the nearest letter of the same line whose type is known.
    [[nodiscard]] std::optional<Type> type_beside(std::size_t i, const std::vector<std::optional<Type>>& known) const {
        const Box& box = letters_[i].box;
        constexpr double far = 14;  // points
        std::optional<Type> found;
        double nearest = far;
        bool left = false;
        bool right = false;
        for (const std::size_t other : index_.meeting({box.x0 - far, box.y0 - 2, box.x1 + far, box.y1 + 2})) {
            const auto& type = known[other];
            if (!type || other == i) continue;
            const Box& next = letters_[other].box;
            const double gap = std::max({next.x0 - box.x1, box.x0 - next.x1, 0.0});
            const bool in_line = box.mid_y() < type->base + descent * type->size && box.mid_y() > type->base - cap_height * type->size;
            if (!in_line || gap > beside * type->size || box.height() > other_type * type->size) continue;
            left = left || (next.mid_x() < box.mid_x() && gap < within * type->size);
            right = right || (next.mid_x() > box.mid_x() && gap < within * type->size);
            if (gap >= nearest) continue;
            nearest = gap;
            found = type;
        }
        // A small thing that is not known may be the dot of a leader; between two letters it is a comma.
        const bool small = found && names_[i] == unknown && box.height() < small_height / 2 * found->size;
        return small && !(left && right) && !is_dot(i, *found) ? std::nullopt : found;
    }

    /// A full stop tells itself.
    [[nodiscard]] bool is_dot(std::size_t i, const Type& type) const {
        const OutlinedLetter& letter = letters_[i];
        const double ink = std::accumulate(letter.form.ink.begin(), letter.form.ink.end(), 0.0) / (255.0 * static_cast<double>(letter.form.ink.size()));
        constexpr double round = 0.7;  // share of its box that a dot fills
        return letter.form.aspect > 0.7 && letter.form.aspect < 1.4 && ink > round && letter.box.height() < 0.25 * type.size &&
               std::abs(letter.box.y1 - type.base) < 0.1 * type.size;
    }

    [[nodiscard]] Glyph glyph_of(std::size_t i, const Type& type) const {
        const Box& box = letters_[i].box;
        const double width = std::max(box.width() + 2 * side_bearing * type.size, is_digit(names_[i]) ? digit_width * type.size : 0);
        Glyph glyph;
        glyph.text = names_[i] == unknown && is_dot(i, type) ? "." : names_[i];
        glyph.origin = {box.mid_x() - width / 2, type.base};
        glyph.advance = {width, 0};
        glyph.size = type.size;
        glyph.colour = letters_[i].colour;
        return glyph;
    }

    const std::vector<OutlinedLetter>& letters_;
    const std::vector<std::string>& names_;
    std::vector<std::optional<Type>> types_;
    BoxIndex index_{20};
};

/// Letters that are not known and stand in the middle of a small closed line: the "x" of a legend's sign.
std::vector<bool> framed(const std::vector<OutlinedLetter>& letters, const std::vector<std::string>& names, const std::vector<Piece>& pieces) {
    constexpr double least_sign = 8;  // points
    constexpr double most_sign = 70;
    constexpr double off_middle = 0.3;  // of the sign's side
    BoxIndex frames(60);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const double side = std::max(pieces[i].box.width(), pieces[i].box.height());
        if (pieces[i].line->closed && pieces[i].path->paint != DrawnPath::Paint::fill && side >= least_sign && side <= most_sign) frames.add(i, pieces[i].box);
    }
    std::vector<bool> alone(letters.size(), false);
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const Box& box = letters[i].box;
        const double height = box.height();
        if (names[i] != unknown || height < 2 || height > 0.7 * most_sign) continue;
        alone[i] = std::ranges::any_of(frames.meeting(box), [&](std::size_t frame) {
            const Box& around = pieces[frame].box;
            return std::abs(around.mid_x() - box.mid_x()) < off_middle * around.width() && std::abs(around.mid_y() - box.mid_y()) < off_middle * around.height() &&
                   height < 0.7 * around.height();
        });
    }
    return alone;
}

/// How many stand beside it in a row.
std::ptrdiff_t in_row(const OutlinedLetter& letter, const std::vector<const OutlinedLetter*>& others) {
    const Box& box = letter.box;
    return std::ranges::count_if(others, [&](const OutlinedLetter* other) {
        const double gap = std::max(other->box.x0 - box.x1, box.x0 - other->box.x1);
        return other->pieces != letter.pieces && gap < 2 * box.height() && std::abs(other->box.mid_y() - box.mid_y()) < 0.3 * box.height();
    });
}

/// What runs up or down the sheet: letters that are known once they are turned. Takes their names away, so that they are not read
/// upright as well.
OutlinedText turned_text(const std::vector<OutlinedLetter>& letters, const std::vector<Piece>& pieces, const OutlineNames& naming, double angle,
                         std::vector<std::string>& names) {
    constexpr std::ptrdiff_t least_beside = 2;
    std::vector<OutlinedLetter> known;
    std::vector<std::string> known_names;
    std::vector<std::size_t> origin;
    std::vector<const OutlinedLetter*> upright;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (height_of(names[i])) upright.push_back(&letters[i]);
    }
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (names[i] != unknown || in_row(letters[i], upright) > 0) continue;
        OutlinedLetter letter = turned(letters[i], pieces, -angle);
        std::string name = naming.like(letter.form);
        if (!height_of(name)) continue;
        known.push_back(std::move(letter));
        known_names.push_back(std::move(name));
        origin.push_back(i);
    }
    std::vector<const OutlinedLetter*> row;
    for (const OutlinedLetter& letter : known) row.push_back(&letter);
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (in_row(known[i], row) >= least_beside) names[origin[i]].clear();
        else known_names[i].clear();
    }
    OutlinedText text = Setting(known, known_names).text();
    for (Glyph& glyph : text.glyphs) {
        glyph.origin = plane::turned(glyph.origin, {}, angle);
        glyph.advance = plane::turned(glyph.advance, {}, angle);
        glyph.angle = angle;
    }
    return text;
}

}  // namespace

OutlinedText outlined_text(const std::vector<Piece>& pieces, const std::vector<TextRun>& runs, const std::vector<MapSign>& signs) {
    const std::vector<OutlinedLetter> letters = letter_outlines(pieces);
    const OutlineNames naming(letters, runs, signs);
    std::vector<std::string> names = naming.all();
    OutlinedText up = turned_text(letters, pieces, naming, 90, names);
    OutlinedText down = turned_text(letters, pieces, naming, -90, names);
    OutlinedText text = Setting(letters, names, framed(letters, names, pieces)).text();
    for (OutlinedText* more : {&up, &down}) {
        std::ranges::move(more->glyphs, std::back_inserter(text.glyphs));
        text.pieces.insert(text.pieces.end(), more->pieces.begin(), more->pieces.end());
    }
    return text;
}

}  // namespace planlezer
