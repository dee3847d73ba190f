#include "extractors/map/raster/raster_signs.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"
#include "extractors/map/raster/leader_heads.hpp"
#include "extractors/map/raster/letters.hpp"
#include "extractors/map/raster/raster_outlines.hpp"
#include "extractors/map/raster/sign_surroundings.hpp"
#include "extractors/map/raster/sign_writing.hpp"

namespace planlezer {

namespace {

constexpr double bitten_limit = 0.035;  // share of a part that may be missing before a letter is taken to touch its line
constexpr double least_letter = 0.16;   // of the part's height
constexpr double lowest_row = 0.12;      // of the height of a box, one row of letters among several
constexpr std::size_t most_letters = 36; // pieces of letters in one sign
constexpr double widest_cell = 1.7;      // width to height of a box around a number
constexpr double smallest = 0.2;        // millimetres: a comma on a small sheet
constexpr std::size_t most_cuts = 2000;


/// "x", "xx", "n": letters in the place of digits.
bool is_placeholder(const std::string& text) {
    static constexpr std::string_view letters = "xXnNzZ";
    return !text.empty() && text.size() <= 3 && letters.find(text[0]) != std::string_view::npos && text.find_first_not_of(text[0]) == std::string::npos;
}

class SignReader {
  public:
    SignReader(const SheetRaster& raster, Components& ink, std::vector<bool>& used, LetterVote& vote, OcrEngine& engine)
        : raster_(raster), ink_(ink), used_(used), vote_(vote), engine_(engine) {
        const double most = raster.pixels(20);
        ink_.list.reserve(ink_.list.size() + most_cuts);
        for (std::size_t i = 0; i < ink_.list.size(); ++i) {
            const PixelBox& b = ink_.list[i].box;
            if (ink_.list[i].pixels >= 2 && b.width() < most && b.height() < most) index_.add(i, float_box(b));
        }
    }

    RasterSigns read() {
        // A pixel more of ink closes what the scanner broke.
        PixHandle thick(pixDilateBrick(nullptr, raster_.ink.get(), 3, 3));
        const Components holes = components_of(*thick, true);
        thick.reset();
        const std::vector<RasterOutline> outlines = raster_outlines(raster_, holes);
        for (const RasterOutline& sign : outlines) outlines_.push_back(sign.outline.box);
        const std::vector<bool> swatches = swatches_of(outlines);
        for (std::size_t i = 0; i < outlines.size(); ++i) {
            if (!swatches[i]) add_sign(outlines[i]);
        }
        for (SignNumber& number : found_.numbers) {
            number.learnt = vote_.lines();
            vote_.learn(number.line, number.reading.text, number.reading.confidence);
        }
        return std::move(found_);
    }

  private:
    [[nodiscard]] Box points(const Box& b) const {
        return {b.x0 * raster_.x_points, b.y0 * raster_.y_points, b.x1 * raster_.x_points, b.y1 * raster_.y_points};
    }

    /// Boxes of one size, one below the other in close order, are the fields of a legend, whatever code stands in them.
    [[nodiscard]] std::vector<bool> swatches_of(const std::vector<RasterOutline>& outlines) const {
        constexpr std::size_t least_column = 3;
        constexpr double widest_step = 2.2;  // times the height, from one top to the next
        const double off = raster_.pixels(0.5);
        std::vector<std::size_t> boxes;
        for (std::size_t i = 0; i < outlines.size(); ++i) {
            if (outlines[i].outline.shape == SignShape::box && outlines[i].parts.size() == 1) boxes.push_back(i);
        }
        std::ranges::sort(boxes, {}, [&](std::size_t i) { return outlines[i].outline.box.y0; });
        std::vector<std::vector<std::size_t>> columns;
        for (const std::size_t i : boxes) {
            const Box& box = outlines[i].outline.box;
            const auto goes_on = [&](const std::vector<std::size_t>& column) {
                const Box& last = outlines[column.back()].outline.box;
                const bool alike = std::abs(box.width() - last.width()) < off && std::abs(box.height() - last.height()) < off;
                return alike && std::abs(box.x0 - last.x0) < off && box.y0 - last.y0 < widest_step * last.height() && box.y0 > last.y0 + 0.9 * last.height();
            };
            const auto column = std::ranges::find_if(columns, goes_on);
            if (column == columns.end()) columns.push_back({i});
            else column->push_back(i);
        }
        std::vector<bool> swatches(outlines.size(), false);
        for (const std::vector<std::size_t>& column : columns) {
            for (const std::size_t i : column) swatches[i] = column.size() >= least_column;
        }
        return swatches;
    }

    void add_sign(const RasterOutline& found) {
        if (is_led_to(raster_, heads_, found.outline.box)) return;
        std::vector<std::pair<OutlinePart, std::vector<const Component*>>> parts;
        bool written = false;
        for (const OutlinePart& part : found.parts) {
            parts.emplace_back(part, inside(part, found.outline.shape != SignShape::box && found.outline.shape != SignShape::square));
            written = written || !parts.back().second.empty();
        }
        if (!written || !is_writing(found, parts)) return;
        const bool walls = found.outline.shape == SignShape::box || found.outline.shape == SignShape::square;
        if (walls && parts.size() == 1 && is_fraction(parts.front().second)) return;  // over a house
        MapSign sign;
        sign.shape = found.outline.shape;
        sign.box = points(plane::grown(found.outline.box, 2));
        const std::size_t before = found_.numbers.size();
        place_cells(parts, sign);
        if (sign.cells.empty()) return;
        // Around one number; a frame around several lines of words has but one edge.
        const auto second = sign.shape == SignShape::square && sign.cells.size() == 1 ? around_.second_edge(found.outline) : std::nullopt;
        if (second) {
            sign.shape = SignShape::double_square;
            sign.box = points(plane::grown(found.outline.box, *second + 2));
        }
        bool counted = false;
        for (std::size_t i = before; i < found_.numbers.size(); ++i) {
            found_.numbers[i].reading = first_reading(found_.numbers[i], raster_, ink_, engine_);
            counted = counted || is_counted(found_.numbers[i].reading.text);
        }
        // A box around letters alone is a field with its code, as the swatches of a legend are; an "x" stands for a number.
        const bool wide = found.outline.box.width() > widest_cell * found.outline.box.height();
        const bool stands_in = !wide && found_.numbers.size() == before + 1 && is_placeholder(found_.numbers.back().reading.text);
        if (sign.shape == SignShape::box && !counted && !stands_in) {
            found_.numbers.resize(before);
            return;
        }
        for (const auto& [part, letters] : parts) {
            for (const Component* letter : letters) used_[static_cast<std::size_t>(letter - ink_.list.data())] = true;
        }
        if (sign.shape != SignShape::double_square) set_bars(found.outline, sign);  // its own outer line is none
        use_outline(found.outline.box);
        SignPlace& place = found_.places.emplace_back();
        place = {found.outline.shape, found.outline.centre, found.outline.side, {}};
        for (const auto& [part, letters] : parts) place.parts.push_back(part.box);
        place.turned = turn_of(found);
        found_.signs.push_back(std::move(sign));
    }

    /// Of a divided circle: the way from its middle to that of its largest part is straight down or up where it stands level.
    static double turn_of(const RasterOutline& found) {
        constexpr double level = 5;  // degrees
        if (found.outline.shape != SignShape::circle || found.parts.size() < 2) return 0;
        const auto largest = std::ranges::max_element(found.parts, {}, [](const OutlinePart& part) { return plane::area(part.hull); });
        const double down = plane::direction(found.outline.centre, plane::centroid(largest->hull));
        const double turn = std::remainder(down + 90, 180.0);
        return plane::turn_between(turn, 0, 90) < level ? 0 : turn;
    }

    /// A short straight stroke from corner to corner of its box: a dash of the hatching, or a "/".
    [[nodiscard]] bool is_slant(const Component& c) const {
        const double w = c.box.width();
        const double h = c.box.height();
        if (w < 4 || h < 4 || w > 3 * h || h > 3 * w) return false;
        const double length = std::hypot(w, h);
        const double slack = 1.0 + 0.06 * length;
        double rising = 0;
        double falling = 0;
        for (const PixelRun& run : ink_.of(c)) {
            const double y = run.y + 0.5 - c.box.y0;
            for (const double x : {run.x0 + 0.5 - c.box.x0, run.x1 - 0.5 - c.box.x0}) {
                falling = std::max(falling, std::abs(h * x - w * y) / length);
                rising = std::max(rising, std::abs(h * x + w * y - w * h) / length);
            }
        }
        return std::min(rising, falling) < slack;
    }

    /// Dashes of the hatching go; the stroke of "%" has its rings beside it.
    void drop_slants(std::vector<const Component*>& letters) const {
        const std::vector<const Component*> all = letters;
        std::erase_if(letters, [&](const Component* c) {
            const double reach = 1 + 0.15 * c->box.height();
            const auto beside = [&](const Component* other) {
                const bool level = other->box.y0 < c->box.y1 && other->box.y1 > c->box.y0;
                return other != c && level && other->box.x0 - c->box.x1 <= reach && c->box.x0 - other->box.x1 <= reach;
            };
            return is_slant(*c) && std::ranges::none_of(all, beside);
        });
    }

    /// What stands around several others is their frame.
    static void drop_frames(std::vector<const Component*>& letters) {
        constexpr std::ptrdiff_t several = 3;
        const std::vector<const Component*> all = letters;
        std::erase_if(letters, [&all](const Component* c) {
            const auto within = std::ranges::count_if(all, [c](const Component* other) {
                return other != c && other->box.x0 > c->box.x0 && other->box.x1 < c->box.x1 && other->box.y0 > c->box.y0 && other->box.y1 < c->box.y1;
            });
            return within >= several;
        });
    }

    /// \param bare nothing is written there with a slash
    [[nodiscard]] std::vector<const Component*> inside(const OutlinePart& part, bool bare) {
        std::vector<const Component*> letters;
        for (const std::size_t id : index_.meeting(float_box(part.box))) {
            const PixelBox& b = ink_.list[id].box;
            const bool within = b.x0 > part.box.x0 && b.y0 > part.box.y0 && b.x1 < part.box.x1 && b.y1 < part.box.y1;
            const Point middle{(b.x0 + b.x1) / 2.0, (b.y0 + b.y1) / 2.0};
            // A speck of dust is no letter.
            const bool speck = std::max(b.width(), b.height()) < raster_.pixels(smallest);
            if (!within || speck || used_[id] || !plane::holds(part.hull, middle)) continue;
            letters.push_back(&ink_.list[id]);
            if (const auto row = neck_of(ink_.list[id], ink_); row && ink_.list.size() < ink_.list.capacity()) {
                cut_at_row(ink_, id, *row);
                letters.push_back(&ink_.list.back());
                used_.push_back(false);
            }
        }
        if (bare) drop_slants(letters);
        drop_frames(letters);
        return letters;
    }

    /// Letters of a fitting size in the middle, and few of them.
    static bool is_writing(const RasterOutline& found, const std::vector<std::pair<OutlinePart, std::vector<const Component*>>>& parts) {
        std::size_t count = 0;
        int tallest = 0;
        for (const auto& [part, letters] : parts) {
            count += letters.size();
            for (const Component* letter : letters) tallest = std::max(tallest, letter->box.height());
        }
        if (count > most_letters || tallest < least_letter * found.outline.side / (found.parts.size() > 1 ? 2 : 1)) return false;
        if (found.outline.shape != SignShape::box || tallest > 0.3 * found.outline.side) return true;
        return parts.size() == 1 && tallest > lowest_row * found.outline.side && fills(found, parts[0].second);
    }

    /// Rows of writing from side to side: a label; a number within a drawn building leaves room around it.
    static bool fills(const RasterOutline& found, const std::vector<const Component*>& letters) {
        const PixelBox box = box_of(letters);
        return box.width() > 0.5 * found.outline.box.width() && box.height() > 0.5 * found.outline.box.height();
    }

    /// The outline and its leader, when they touch nothing larger.
    void use_outline(const Box& box) {
        for (const std::size_t id : index_.meeting(box)) {
            const Box own = float_box(ink_.list[id].box);
            const Box room = plane::grown(box, 5);
            if (plane::holds(room, {own.x0, own.y0}) && plane::holds(room, {own.x1, own.y1})) used_[id] = true;
        }
    }

    /// Something that is none of the letters reaches into the part from its line: a piece of a letter may be gone.
    [[nodiscard]] bool is_bitten(const OutlinePart& part, const std::vector<const Component*>& letters) const {
        if (part.bitten <= bitten_limit) return false;
        long foreign = 0;
        for (int y = part.box.y0; y < part.box.y1; ++y) {
            const auto [from, to] = span_of(part.hull, y + 0.5);
            const l_uint32* row = pixGetData(raster_.ink.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(raster_.ink.get());
            for (int x = static_cast<int>(from) + 2; x < static_cast<int>(to) - 2; ++x) foreign += GET_DATA_BIT(row, x) != 0 ? 1 : 0;
        }
        for (const Component* letter : letters) foreign -= letter->pixels;
        return foreign > 4 && static_cast<double>(foreign) > 0.004 * plane::area(part.hull);
    }

    /// Where a level line enters and leaves a convex ring.
    static std::pair<double, double> span_of(const Ring& hull, double y) {
        std::pair<double, double> span{1e9, -1e9};
        for (std::size_t i = 0; i < hull.size(); ++i) {
            const Point& a = hull[i];
            const Point& b = hull[(i + 1) % hull.size()];
            if (std::min(a.y, b.y) > y || std::max(a.y, b.y) < y || a.y == b.y) continue;
            const double x = a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x);
            span = {std::min(span.first, x), std::max(span.second, x)};
        }
        return span;
    }

    void set_bars(const Outline& outline, MapSign& sign) {
        for (const bool above : {true, false}) {
            const auto [bars, strip] = around_.bars_beside(outline, above, outlines_);
            SignMark& mark = above ? sign.cells.front().above : sign.cells.back().below;
            if (bars == SignMark::none || mark != SignMark::none) continue;
            mark = bars;
            for (const std::size_t id : index_.meeting(strip)) {
                const PixelBox& b = ink_.list[id].box;
                if (b.height() > 0.15 * outline.side || b.width() > 1.3 * strip.width()) continue;
                used_[id] = true;
                sign.box = united(sign.box, points(float_box(b)));
            }
        }
    }

    void place_cells(std::vector<std::pair<OutlinePart, std::vector<const Component*>>>& parts, MapSign& sign) {
        std::ranges::sort(parts, {}, [](const auto& p) { return std::tuple((p.first.box.y0 + p.first.box.y1) / 2, p.first.box.x0); });
        int row = 0;
        for (std::size_t i = 0; i < parts.size();) {
            // Parts beside one another make one row.
            std::size_t end = i + 1;
            const auto middle = [&](std::size_t k) { return (parts[k].first.box.y0 + parts[k].first.box.y1) / 2; };
            while (end < parts.size() && middle(end) < parts[i].first.box.y1) ++end;
            std::sort(parts.begin() + static_cast<std::ptrdiff_t>(i), parts.begin() + static_cast<std::ptrdiff_t>(end), [](const auto& a, const auto& b) { return a.first.box.x0 < b.first.box.x0; });
            int rows = 1;
            for (std::size_t k = i; k < end; ++k) {
                const int added = add_cells(parts[k].first, parts[k].second, row, static_cast<int>(k - i), sign);
                rows = std::max(rows, added);
            }
            row += rows;
            i = end;
        }
    }

    /// One cell a row of letters. Returns how many.
    int add_cells(const OutlinePart& part, const std::vector<const Component*>& all, int row, int column, MapSign& sign) {
        int count = 0;
        for (Written& written : written_rows(all, ink_)) {
            add_pale_commas(raster_, ink_, written);
            used_.resize(ink_.list.size(), false);
            SignCell cell;
            cell.row = row + count++;
            cell.column = column;
            cell.box = points(float_box(box_of(written.letters)));
            cell.confidence = 0.99;
            SignNumber& number = found_.numbers.emplace_back();
            number.sign = found_.signs.size();
            number.cell = sign.cells.size();
            number.line = letter_line(written.letters, ink_);
            number.letters = written.letters;
            number.marks = marks_of(written, ink_);
            set_marks(number.marks, cell);
            number.bitten = is_bitten(part, all);
            sign.cells.push_back(std::move(cell));
        }
        return count;
    }

    const SheetRaster& raster_;
    SignSurroundings around_{raster_};
    std::vector<LeaderHead> heads_{find_leader_heads(raster_)};
    Components& ink_;
    std::vector<bool>& used_;
    LetterVote& vote_;
    OcrEngine& engine_;
    BoxIndex index_{40};
    RasterSigns found_;
    std::vector<Box> outlines_;  ///< of all that may be signs
};

}  // namespace

RasterSigns raster_signs(const SheetRaster& raster, Components& ink, std::vector<bool>& used, LetterVote& vote, OcrEngine& engine) {
    return SignReader(raster, ink, used, vote, engine).read();
}

}  // namespace planlezer
