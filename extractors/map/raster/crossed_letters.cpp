#include "extractors/map/raster/crossed_letters.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <new>
#include <set>
#include <span>
#include <tuple>
#include <utility>

#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"
#include "extractors/map/raster/line_pieces.hpp"

namespace planlezer {

namespace {

constexpr double least_line = 4;      // millimetres: shorter strokes may be part of a letter
constexpr double drawn_whole = 0.8;   // share of a line that is seen
constexpr double least_letter = 1.3;  // millimetres
constexpr double most_letter = 9;
constexpr double least_mark = 0.3;
constexpr double thicker = 1.15;      // than the line as it is seen
constexpr double more_ink = 1.5;      // than the line has across it
constexpr double as_bold = 1.4;
constexpr double much_thicker = 1.6;  // than the rest of what it is part of
constexpr double goes_on = 0.4;       // of the letter's height: how far the line reaches beyond it
constexpr double least_filled = 0.15;
constexpr std::size_t most_letters = 4000;

Box box_of(const Stroke& stroke) {
    return {std::min(stroke.a.x, stroke.b.x), std::min(stroke.a.y, stroke.b.y), std::max(stroke.a.x, stroke.b.x), std::max(stroke.a.y, stroke.b.y)};
}

bool holds(const Components& ink, const Component& component, const PixelRun& run) {
    return std::ranges::any_of(ink.of(component), [&run](const PixelRun& own) { return own.y == run.y && own.x0 <= run.x0 && own.x1 >= run.x1; });
}

void paint(Pix& pix, std::span<const PixelRun> runs, int how) {
    for (const PixelRun& run : runs) pixRasterop(&pix, run.x0, run.y, run.x1 - run.x0, 1, how, nullptr, 0, 0);
}

class Cutter {
  public:
    Cutter(const SheetRaster& raster, const std::vector<Stroke>& strokes) : raster_(raster) {
        for (const Stroke& stroke : strokes) {
            if (stroke.ink <= 0 || stroke.seen < drawn_whole || plane::distance(stroke.a, stroke.b) < raster.pixels(least_line)) continue;
            index_.add(lines_.size(), box_of(stroke));
            lines_.push_back(stroke);
        }
    }

    /// The ink that thin lines may hold, without them.
    [[nodiscard]] PixHandle erased(Pix& darkness, const Components& ink, const std::vector<bool>& used) const {
        PixHandle held(pixCreate(raster_.width, raster_.height, 1));
        if (!held) throw std::bad_alloc();
        for (std::size_t i = 0; i < ink.list.size(); ++i) {
            const PixelBox& box = ink.list[i].box;
            if (!used[i] && std::max(box.width(), box.height()) >= raster_.pixels(least_line / 1.5)) paint(*held, ink.of(ink.list[i]), PIX_SET);
        }
        erase_strokes(*held, darkness, lines_);
        return held;
    }

    /// What is wider than these lines all over: ends of lines, and lines that went unseen, are gone from it.
    [[nodiscard]] PixHandle thick_of(Pix& held) const {
        std::vector<double> widths;
        for (const Stroke& line : lines_) widths.push_back(line.width);
        const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
        std::ranges::nth_element(widths, middle);
        const int size = 1 + static_cast<int>(std::lround(widths.empty() ? 2 : *middle));
        PixHandle thick(pixOpenBrick(nullptr, &held, size, size));
        if (!thick) throw std::bad_alloc();
        return thick;
    }

    [[nodiscard]] bool is_letter(const Component& piece) const {
        const double height = piece.box.height();
        const double filled = static_cast<double>(piece.pixels) / (height * piece.box.width());
        return height > raster_.pixels(least_letter) && height < raster_.pixels(most_letter) && piece.box.width() < 1.6 * height && filled > least_filled;
    }

    /// One of the lines goes through it or ends in it, and it is thicker.
    [[nodiscard]] bool is_crossed(const Component& piece, const Components& pieces) const {
        const double height = piece.box.height();
        const Box box = plane::grown(float_box(piece.box), 2);
        double least = 0;
        bool held = false;
        for (const std::size_t i : index_.meeting(box)) {
            const Stroke& line = lines_[i];
            if (!passes(line, box)) continue;
            least = std::max({least, thicker * line.width, more_ink * line.ink});
            const auto beyond = [&](const Point& end) {
                const double off = std::max({box.x0 - end.x, end.x - box.x1, box.y0 - end.y, end.y - box.y1});
                return off > goes_on * height;
            };
            held = held || beyond(line.a) || beyond(line.b);
        }
        return held && thickness_of(piece, pieces) > least;
    }

  private:
    static bool passes(const Stroke& line, const Box& box) {
        const double steps = std::max(1.0, plane::distance(line.a, line.b));
        for (double at = 0; at <= steps; ++at) {
            const Point p{line.a.x + (line.b.x - line.a.x) * at / steps, line.a.y + (line.b.y - line.a.y) * at / steps};
            if (plane::holds(box, p)) return true;
        }
        return false;
    }

    const SheetRaster& raster_;
    std::vector<Stroke> lines_;
    BoxIndex index_{60};
};

class Adder {
  public:
    Adder(const SheetRaster& raster, Components& ink, std::vector<bool>& used) : ink_(ink), used_(used), drawn_(ink.list.size()) {
        for (std::size_t i = 0; i < drawn_; ++i) {
            const Component& c = ink_.list[i];
            whole_.insert(place(c));
            if (!used_[i] && c.box.height() < raster.pixels(most_letter)) low_.add(i, float_box(c.box));
        }
    }

    [[nodiscard]] bool is_new(const Component& piece) const { return !whole_.contains(place(piece)) && ink_.list.size() < drawn_ + most_letters; }

    void add(const Component& piece, const Components& pieces) {
        // With a short end of a line a letter still looks like one: "6-".
        const PixelRun first = *pieces.of(piece).begin();
        for (const std::size_t i : low_.meeting(float_box(piece.box))) used_[i] = used_[i] || holds(ink_, ink_.list[i], first);
        Component letter = piece;
        letter.first = ink_.runs.size();
        const auto runs = pieces.of(piece);
        ink_.runs.insert(ink_.runs.end(), runs.begin(), runs.end());
        low_.add(ink_.list.size(), float_box(letter.box));
        ink_.list.push_back(letter);
        used_.push_back(false);
    }

    /// It was part of something larger that is thinner than it, and not of a letter that has but lost a corner.
    [[nodiscard]] bool is_held(const Component& piece, const Components& pieces) const {
        const PixelRun first = *pieces.of(piece).begin();
        const auto near = low_.meeting(float_box(piece.box));
        const auto found = std::ranges::find_if(near, [&](std::size_t i) { return holds(ink_, ink_.list[i], first); });
        if (found == near.end()) return true;
        const Component& whole = ink_.list[*found];
        const double thick = thickness_of(piece, pieces);
        const auto pixels = static_cast<double>(piece.pixels);
        const auto all = static_cast<double>(whole.pixels);
        const double edge = 2 * all / thickness_of(whole, ink_) - 2 * pixels / thick;  // of the rest
        return whole.box.height() > (1 + goes_on) * piece.box.height() && edge > 0 && thick > much_thicker * 2 * (all - pixels) / edge;
    }

    /// A letter of its height and as bold beside it, also one of `others`.
    [[nodiscard]] bool has_mate(const Component& piece, const std::vector<const Component*>& others, const Components& pieces) const {
        const double thick = thickness_of(piece, pieces);
        const auto is_mate = [&](const Component& c, const Components& from) {
            const double height = piece.box.height();
            const double gap = std::max(c.box.x0 - piece.box.x1, piece.box.x0 - c.box.x1);
            if (gap < 0 || gap > 0.5 * height || std::abs(c.box.y0 - piece.box.y0) > 0.12 * height || std::abs(c.box.y1 - piece.box.y1) > 0.12 * height) return false;
            const double other = thickness_of(c, from);
            return std::max(thick, other) < as_bold * std::min(thick, other);
        };
        if (std::ranges::any_of(others, [&](const Component* c) { return is_mate(*c, pieces); })) return true;
        const auto near = low_.meeting(plane::grown(float_box(piece.box), 0.5 * piece.box.height()));
        return std::ranges::any_of(near, [&](std::size_t i) { return !used_[i] && is_mate(ink_.list[i], ink_); });
    }

    /// The stroke of "%" is thinner than the numbers, and a little lower: beside one that was cut free.
    [[nodiscard]] bool stands_in_row(const Component& piece) const {
        const PixelBox& own = piece.box;
        return std::any_of(ink_.list.begin() + static_cast<std::ptrdiff_t>(drawn_), ink_.list.end(), [&own](const Component& letter) {
            const PixelBox& b = letter.box;
            const double height = b.height();
            const double gap = std::max(own.x0 - b.x1, b.x0 - own.x1);
            return gap < 0.7 * height && std::abs(own.y0 - b.y0) < 0.2 * height && std::abs(own.y1 - b.y1) < 0.2 * height;
        });
    }

    /// A comma, or a ring of "%", beside a letter that was cut free.
    [[nodiscard]] bool is_mark(const Component& piece) const {
        constexpr double reach = 0.9;  // of the letter's height
        const PixelBox& mark = piece.box;
        return std::any_of(ink_.list.begin() + static_cast<std::ptrdiff_t>(drawn_), ink_.list.end(), [&mark](const Component& letter) {
            const PixelBox& b = letter.box;
            const double height = b.height();
            const double gap = std::max(mark.x0 - b.x1, b.x0 - mark.x1);
            return gap > 0 && gap < reach * height && mark.y0 > b.y0 - 0.1 * height && mark.y1 < b.y1 + 0.35 * height && mark.height() < 0.7 * height && mark.width() < 0.7 * height;
        });
    }

    /// A bar is a letter only beside another: else it is a dash.
    void drop_dashes() {
        BoxIndex letters(40);
        for (std::size_t i = 0; i < ink_.list.size(); ++i) {
            if (!used_[i]) letters.add(i, float_box(ink_.list[i].box));
        }
        for (std::size_t i = drawn_; i < ink_.list.size(); ++i) {
            const PixelBox& bar = ink_.list[i].box;
            if (!piece_of(ink_.list[i], ink_, i)) continue;
            const double reach = 0.7 * bar.height();
            const auto near = letters.meeting({bar.x0 - reach, static_cast<double>(bar.y0), bar.x1 + reach, static_cast<double>(bar.y1)});
            used_[i] = std::ranges::none_of(near, [&](std::size_t other) {
                const PixelBox& b = ink_.list[other].box;
                return other != i && std::abs(b.y0 - bar.y0) < 0.2 * bar.height() && std::abs(b.y1 - bar.y1) < 0.2 * bar.height();
            });
        }
    }

  private:
    using Place = std::tuple<int, int, int, int, long>;
    static Place place(const Component& c) { return {c.box.x0, c.box.y0, c.box.x1, c.box.y1, c.pixels}; }

    Components& ink_;
    std::vector<bool>& used_;
    std::size_t drawn_;
    std::set<Place> whole_;
    BoxIndex low_{40};   ///< what may be letters, and a line of them
};

/// Corners and ends of lines are pieces too: a letter stands beside another.
void add_thick(const PixHandle& thick, const SheetRaster& raster, const Cutter& cutter, Adder& adder) {
    const Components pieces = components_of(*thick, false);
    std::vector<const Component*> letters;
    for (const Component& piece : pieces.list) {
        if (cutter.is_letter(piece) && adder.is_new(piece)) letters.push_back(&piece);
    }
    std::vector<bool> in_row;
    for (const Component* letter : letters) in_row.push_back(adder.is_held(*letter, pieces) && adder.has_mate(*letter, letters, pieces));
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (in_row[i]) adder.add(*letters[i], pieces);
    }
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (!in_row[i] && adder.stands_in_row(*letters[i])) adder.add(*letters[i], pieces);
    }
    for (const Component& piece : pieces.list) {
        if (piece.box.height() < raster.pixels(least_letter) && piece.box.height() > raster.pixels(least_mark) && adder.is_new(piece) && adder.is_mark(piece)) adder.add(piece, pieces);
    }
}

}  // namespace

void add_crossed_letters(const SheetRaster& raster, Pix& darkness, const std::vector<Stroke>& strokes, Components& ink, std::vector<bool>& used) {
    const Cutter cutter(raster, strokes);
    Adder adder(raster, ink, used);
    PixHandle held = cutter.erased(darkness, ink, used);
    const Components crossed = components_of(*held, false);
    for (const Component& piece : crossed.list) {
        if (!cutter.is_letter(piece) || !adder.is_new(piece) || !cutter.is_crossed(piece, crossed)) continue;
        adder.add(piece, crossed);
        paint(*held, crossed.of(piece), PIX_CLR);
    }
    add_thick(cutter.thick_of(*held), raster, cutter, adder);
    adder.drop_dashes();
}

}  // namespace planlezer
