#include "extractors/map/raster/sign_siblings.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <new>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"
#include "extractors/map/raster/digit_forms.hpp"
#include "extractors/map/raster/digit_range.hpp"
#include "extractors/map/raster/known_outlines.hpp"
#include "extractors/map/raster/leader_heads.hpp"
#include "extractors/map/raster/mark_glyphs.hpp"
#include "extractors/map/raster/sheet_glyphs.hpp"
#include "extractors/map/raster/sign_layouts.hpp"
#include "extractors/map/raster/sign_numbers.hpp"
#include "extractors/map/raster/sign_surroundings.hpp"

namespace planlezer {

namespace {

constexpr double sure = 0.85;         // confidence: such numbers teach
constexpr double doubtful = 0.4;
constexpr double confirmed = 0.9;     // two readings that agree
constexpr double clear_margin = 0.12; // of a character's ink, by which the next one must explain less
constexpr double same_square = 0.06;  // share by which squares of one size differ
constexpr double square_margin = 4;   // pixels that a sign's box is wider than what lies within its line
constexpr double slack = 0.15;        // of the digits' height, by which a number may stand higher or lower than its like
constexpr double line_width = 0.25;   // millimetres: of a sign's line, at most
constexpr std::size_t no_sign = static_cast<std::size_t>(-1);

int stroke_of(double row) { return static_cast<int>(row / 4); }

/// Tesseract's reading of what stands in a box, with all that runs through it.
std::string read_box(const SheetRaster& raster, const PixelBox& box, OcrEngine& engine) {
    constexpr int margin = 8;             // pixels of white around
    constexpr double letter_height = 36;  // pixels: at this size Tesseract reads digits best
    constexpr int below = 2;              // pixels that a comma hangs under the digits
    const PixHandle canvas(pixCreate(box.width() + 2 * margin, box.height() + 2 * margin, 8));
    if (!canvas) throw std::bad_alloc();
    pixSetAll(canvas.get());
    const Darkness dark(raster, {box.x0 - margin, box.y0 - margin, box.x1 + margin, box.y1 + margin}, box.height() / 4);
    for (int y = box.y0 - 1; y < box.y1 + below; ++y) {
        for (int x = box.x0 - 1; x <= box.x1; ++x) {
            pixSetPixel(canvas.get(), x - box.x0 + margin, y - box.y0 + margin, static_cast<l_uint32>(255 - dark.at(x, y)));
        }
    }
    const auto scale = static_cast<float>(letter_height / box.height());
    const PixHandle scaled(pixScale(canvas.get(), scale, scale));
    if (!scaled) throw std::bad_alloc();
    std::string text;
    for (const OcrLine& line : engine.read(*scaled, 300, OcrEngine::Layout::one_number)) {
        for (const OcrWord& word : line) text += word.text;
    }
    std::ranges::replace(text, '.', ',');
    return text;
}

class SiblingReader {
  public:
    SiblingReader(RasterSigns& found, const std::vector<Box>& words, const SheetRaster& raster, OcrEngine& engine) : found_(found), raster_(raster), engine_(engine), words_(words) {
        for (std::size_t i = 0; i < words.size(); ++i) words_index_.add(i, words[i]);
    }

    void read() {
        for (const SignNumber& number : found_.numbers) learn(number);
        for (const SignNumber& number : found_.numbers) check_mark(number);
        const std::size_t known = found_.signs.size();
        add_known_signs();
        double_squares();
        // What the first pass confirms helps the second.
        for (const bool last : {false, true}) {
            for (std::size_t i = 0; i < found_.signs.size(); ++i) {
                if (reread(found_.signs[i], found_.places[i], last)) reread_.insert(i);
            }
            for (const auto& [dark, row] : confirmed_) glyphs_.learn(dark, row);
            confirmed_.clear();
        }
        for (std::size_t i = 0; i < found_.signs.size(); ++i) {
            if (i >= known || reread_.contains(i)) add_bars(found_.signs[i], found_.places[i]);
        }
        // What crosses a sign may hide its leader too, or look like one.
        for (const std::size_t sign : reread_) found_.signs[sign].crossed = true;
    }

  private:
    void learn(const SignNumber& number) {
        const SignCell& cell = found_.signs[number.sign].cells[number.cell];
        // What the sign's line touches is in doubt, and may be read twice alike all the same.
        const bool teaches = cell.confidence >= sure || read_by_form(number.line, cell.text) == cell.text;
        const auto band = teaches ? band_of(number.line, cell.text) : std::nullopt;
        if (!band) return;
        glyphs_.learn(raster_, number.line, cell.text);
        const SignPlace& place = found_.places[number.sign];
        const PixelBox& box = number.line.box;
        // Gaps in its lines make a sign in doubt look undivided.
        for (std::size_t i = 0; i < place.parts.size() && cell.confidence >= sure; ++i) {
            const PixelBox& part = place.parts[i];
            if (box.x0 >= part.x0 && box.y0 >= part.y0 && box.x1 <= part.x1 && box.y1 <= part.y1) layouts_.learn(place, i, *band, (box.x0 + box.x1) / 2.0, !number.marks.empty());
        }
        const int room = 2 + static_cast<int>(1.5 * band->row);
        const Darkness dark(raster_, {box.x0 - room, box.y0 - room, box.x1 + room, box.y1 + room}, stroke_of(band->row));
        for (const NumberMark& mark : number.marks) marks_.learn(dark, mark, *band, (box.x0 + box.x1) / 2, number.sign);
    }

    /// Signs whose line is cut up so that they enclose nothing; those without a number go in the end.
    void add_known_signs() {
        const std::vector<LeaderHead> heads = find_leader_heads(raster_);
        for (const SignShape shape : {SignShape::circle, SignShape::square}) {
            std::vector<Point> taken;
            for (const SignPlace& place : found_.places) taken.push_back(place.centre);
            for (const KnownOutline& outline : find_known_outlines(raster_, shape, sides_of(shape), taken)) {
                const Box around = square_about(outline.centre, outline.side + square_margin);
                if (is_led_to(raster_, heads, around)) continue;
                MapSign sign;
                sign.shape = shape;
                sign.box = points(around);
                found_.signs.push_back(std::move(sign));
                found_.places.push_back({shape, outline.centre, outline.side, {}});
            }
        }
    }

    /// Lines beside a sign stay what they are, whatever was read in it.
    void add_bars(MapSign& sign, const SignPlace& place) {
        if (sign.cells.empty() || sign.shape == SignShape::double_square) return;  // its own outer line is none
        std::vector<Box> others;
        for (const SignPlace& other : found_.places) others.push_back(square_about(other.centre, other.side));
        Outline outline;
        outline.shape = place.shape;
        outline.box = square_about(place.centre, place.side);
        outline.centre = place.centre;
        outline.side = place.side;
        for (const bool above : {true, false}) {
            SignMark& mark = above ? sign.cells.front().above : sign.cells.back().below;
            if (mark == SignMark::none) mark = SignSurroundings(raster_).bars_beside(outline, above, others).mark;
        }
    }

    /// A square with several numbers is a label like any box: only those with one are known by their size. A circle that was
    /// found whole has a size that others may have, whatever was read in it.
    [[nodiscard]] std::vector<double> sides_of(SignShape shape) const {
        if (shape != SignShape::square) {
            std::vector<double> sides = layouts_.sides(shape);
            for (std::size_t i = 0; i < found_.signs.size(); ++i) {
                const double side = found_.places[i].side;
                const bool known = std::ranges::any_of(sides, [side](double other) { return std::abs(side - other) <= same_square * other + 1; });
                const bool counted = std::ranges::any_of(found_.signs[i].cells, [](const SignCell& cell) { return is_counted(cell.text); });
                if (found_.places[i].shape == shape && counted && !known) sides.push_back(side);
            }
            return sides;
        }
        std::vector<double> sides;
        for (std::size_t i = 0; i < found_.signs.size(); ++i) {
            const std::vector<SignCell>& cells = found_.signs[i].cells;
            const double side = found_.places[i].side;
            const bool known = std::ranges::any_of(sides, [side](double other) { return std::abs(side - other) <= same_square * other + 1; });
            if (found_.places[i].shape == shape && cells.size() == 1 && is_sure(cells[0]) && !known) sides.push_back(side);
        }
        return sides;
    }

    /// Where the sheet has squares around squares, hatching may have hidden the second one of some.
    void double_squares() {
        std::vector<std::pair<double, double>> known;
        for (std::size_t i = 0; i < found_.signs.size(); ++i) {
            if (found_.signs[i].shape == SignShape::double_square) known.emplace_back(found_.places[i].side, found_.signs[i].box.width() / raster_.x_points - square_margin);
        }
        const auto like = [](double a, double b) { return std::abs(a - b) <= same_square * b + 1; };
        for (std::size_t i = 0; i < found_.signs.size(); ++i) {
            SignPlace& place = found_.places[i];
            if (found_.signs[i].shape != SignShape::square) continue;
            for (const auto& [inner, outer] : known) {
                const bool from_inner = like(place.side, inner) && is_square_drawn(raster_, place.centre, outer);
                if (!from_inner && !(like(place.side, outer) && is_square_drawn(raster_, place.centre, inner))) continue;
                found_.signs[i].shape = SignShape::double_square;
                found_.signs[i].box = points(square_about(place.centre, outer + square_margin));
                if (!from_inner) place = {SignShape::square, place.centre, inner, {}};
                break;
            }
        }
    }

    static Box square_about(const Point& middle, double side) { return plane::grown({middle.x, middle.y, middle.x, middle.y}, side / 2); }

    static PixelBox whole_pixels(const Box& b) {
        return {static_cast<int>(b.x0), static_cast<int>(b.y0), static_cast<int>(std::ceil(b.x1)), static_cast<int>(std::ceil(b.y1))};
    }

    static bool is_number(const std::string& text) { return !text.empty() && text.find_first_not_of("0123456789,%") == std::string::npos; }
    static bool is_sure(const SignCell& cell) { return cell.confidence > doubtful && is_number(cell.text); }

    [[nodiscard]] PixelBox pixels(const Box& b) const {
        return {static_cast<int>(b.x0 / raster_.x_points), static_cast<int>(b.y0 / raster_.y_points), static_cast<int>(b.x1 / raster_.x_points),
                static_cast<int>(b.y1 / raster_.y_points)};
    }
    [[nodiscard]] Box points(const Box& b) const {
        return {b.x0 * raster_.x_points, b.y0 * raster_.y_points, b.x1 * raster_.x_points, b.y1 * raster_.y_points};
    }
    [[nodiscard]] Box points(const PixelBox& b) const {
        return {b.x0 * raster_.x_points, b.y0 * raster_.y_points, b.x1 * raster_.x_points, b.y1 * raster_.y_points};
    }

    /// Whether a cell of it was changed. \param last what stays in doubt may be changed
    bool reread(MapSign& sign, const SignPlace& place, bool last) {
        if (stands_in_legend(sign.box) || place.turned != 0) return false;
        const std::vector<SignCell> letters = take_letters(sign);
        const bool changed = reread_numbers(sign, place, last);
        if (letters.empty()) return changed;
        sign.cells.insert(sign.cells.end(), letters.begin(), letters.end());
        std::ranges::stable_sort(sign.cells, {}, [](const SignCell& cell) { return cell.box.y0; });
        for (std::size_t i = 0; i < sign.cells.size(); ++i) sign.cells[i].row = static_cast<int>(i);
        return changed;
    }

    /// The letter in a triangle says what its number counts; it is told by what was read first.
    static std::vector<SignCell> take_letters(MapSign& sign) {
        const bool lettered = sign.shape == SignShape::triangle_up || sign.shape == SignShape::triangle_down;
        const auto is_letter = [&](const SignCell& cell) {
            return lettered && sign.cells.size() > 1 && cell.confidence > doubtful && cell.text.size() == 1 && cell.text[0] >= 'a' && cell.text[0] <= 'z';
        };
        std::vector<SignCell> letters;
        std::ranges::copy_if(sign.cells, std::back_inserter(letters), is_letter);
        if (!letters.empty()) std::erase_if(sign.cells, [&letters](const SignCell& cell) { return std::ranges::find(letters, cell) != letters.end(); });
        return letters;
    }

    [[nodiscard]] int stroke_in_sign() const { return std::max(2, static_cast<int>(raster_.pixels(0.45))); }

    bool reread_numbers(MapSign& sign, const SignPlace& place, bool last) {
        if (!sign.cells.empty() && std::ranges::all_of(sign.cells, is_sure) && sign.cells.size() == place.parts.size()) return false;
        auto layout = layouts_.layout_at(place, raster_);
        if (!layout) return false;
        // A circle of which only the line was found, undivided for all that is known.
        if (layout->parts.empty() && place.shape == SignShape::circle) {
            layout->parts.push_back(square_about({0, 0}, place.side));
            layout->spots.emplace_back();
        }
        const double room = layout->side / 2 + 2;
        Darkness dark(raster_, {static_cast<int>(place.centre.x - room), static_cast<int>(place.centre.y - room), static_cast<int>(place.centre.x + room),
                                      static_cast<int>(place.centre.y + room)}, stroke_in_sign());
        if (place.shape == SignShape::circle) dark.keep_within(place.centre, place.side / 2 - 0.5);
        std::vector<SignCell> cells;
        bool changed = false;
        for (std::size_t i = 0; i < layout->parts.size(); ++i) {
            std::vector<SignCell> own = cells_in(sign, place, layout->parts[i]);
            const auto [row, column] = row_and_column(*layout, i);
            if (own.size() != 1 || !is_sure(own[0])) {
                Darkness inside = dark;
                const Box& part = layout->parts[i];
                inside.keep_within({static_cast<int>(place.centre.x + part.x0), static_cast<int>(place.centre.y + part.y0), static_cast<int>(std::ceil(place.centre.x + part.x1)),
                                    static_cast<int>(std::ceil(place.centre.y + part.y1))});
                auto cell = read_part(*layout, i, place, inside, own);
                if (cell && (last || cell->confidence > doubtful)) {
                    own = {std::move(*cell)};
                    changed = true;
                }
            }
            for (SignCell& cell : own) {
                if (own.size() == 1) std::tie(cell.row, cell.column) = std::pair(row, column);
                cells.push_back(std::move(cell));
            }
        }
        if (!changed) return false;
        std::ranges::stable_sort(cells, {}, [](const SignCell& cell) { return std::pair(cell.row, cell.column); });
        sign.cells = std::move(cells);
        return true;
    }

    /// Words begin to the right of it, at its height.
    [[nodiscard]] bool stands_in_legend(const Box& sign) const {
        constexpr double furthest = 34;  // points, 12 millimetres
        const Box beside{sign.x1, sign.y0 + 0.2 * sign.height(), sign.x1 + furthest, sign.y1 - 0.2 * sign.height()};
        return std::ranges::any_of(words_index_.meeting(beside), [&](std::size_t i) { return words_[i].x0 > sign.x1 - 1; });
    }

    /// As the cells of a sign are numbered: parts beside one another make a row.
    static std::pair<int, int> row_and_column(const SignLayout& layout, std::size_t part) {
        int row = 0;
        int column = 0;
        for (std::size_t i = 1, first = 0; i <= part; ++i) {
            const bool beside = (layout.parts[i].y0 + layout.parts[i].y1) / 2 < layout.parts[first].y1;
            row += beside ? 0 : 1;
            column = beside ? column + 1 : 0;
            if (!beside) first = i;
        }
        return {row, column};
    }

    [[nodiscard]] std::vector<SignCell> cells_in(const MapSign& sign, const SignPlace& place, const Box& part) const {
        std::vector<SignCell> cells;
        for (const SignCell& cell : sign.cells) {
            const PixelBox box = pixels(cell.box);
            const double x = (box.x0 + box.x1) / 2.0 - place.centre.x;
            const double y = (box.y0 + box.y1) / 2.0 - place.centre.y;
            if (x >= part.x0 && x < part.x1 && y >= part.y0 && y < part.y1) cells.push_back(cell);
        }
        return cells;
    }

    std::optional<SignCell> read_part(const SignLayout& layout, std::size_t part, const SignPlace& place, const Darkness& dark, const std::vector<SignCell>& old) {
        const auto has = [&old](std::string_view any) {
            return std::ranges::any_of(old, [any](const SignCell& cell) { return cell.text.find_first_of(any) != std::string::npos; });
        };
        if (has("=")) return std::nullopt;  // "g=4" is more than a number
        const auto digits = read_digits(layout, part, place, dark);
        if (auto range = read_range(layout, part, place, dark, digits)) return range;
        if (!digits || has("-/")) return std::nullopt;
        SignCell cell;
        cell.text = digits->text;
        cell.box = points(digits->box);
        cell.confidence = doubtful;
        const std::string other = read_box(raster_, digits->box, engine_);
        const bool agreed = other == cell.text || std::ranges::any_of(old, [&](const SignCell& o) { return o.text == cell.text || o.second_reading == cell.text; });
        if (agreed && digits->margin > clear_margin) {
            cell.confidence = confirmed;
            confirmed_.emplace_back(dark, *digits);
        } else if (!agreed && is_number(other) && other.size() == cell.text.size()) {
            cell.second_reading = other;
            if (digits->margin < clear_margin) std::swap(cell.text, cell.second_reading);
        }
        set_mark(cell, *digits, layout.spots[part], dark, old);
        return cell;
    }

    /// "7-9,5": a maximum with its mark over it, a minimum with its mark under it. \param single the same read as one number
    std::optional<SignCell> read_range(const SignLayout& layout, std::size_t part, const SignPlace& place, const Darkness& dark, const std::optional<DigitRow>& single) {
        constexpr double higher = 0.35;  // of the height, by which one of two numbers may stand higher or lower than one alone
        constexpr double much_more = 1.15;
        // Two numbers may be wider than there is room: they run into the line of an undivided circle.
        std::optional<Darkness> whole;
        const int aside = layout.parts.size() == 1 && place.shape == SignShape::circle ? static_cast<int>(std::ceil(raster_.pixels(line_width))) : 0;
        if (aside > 0) whole.emplace(raster_, whole_pixels(square_about(place.centre, layout.side + 2 * aside)), stroke_in_sign());
        std::optional<DigitRange> range;
        for (DigitRoom room : rooms_in(layout, part, place)) {
            room.top0 = std::max(room.top0 - static_cast<int>(higher * room.row), static_cast<int>(place.centre.y + layout.parts[part].y0));
            room.top1 = std::min(room.top1 + static_cast<int>(higher * room.row), static_cast<int>(place.centre.y + layout.parts[part].y1 - room.row));
            room.middle0 = -1e9;
            room.middle1 = 1e9;
            if (aside > 0) {
                const Box& box = layout.parts[part];
                const double half = std::max(box.width(), box.height()) / 2 + aside;  // letters in its line make it look smaller
                room.x0 = static_cast<int>(place.centre.x - half);
                room.x1 = static_cast<int>(std::ceil(place.centre.x + half));
            }
            auto found = find_digit_range(glyphs_, whole ? *whole : dark, room);
            if (found && (!range || found->least.cost + found->most.cost < range->least.cost + range->most.cost)) range = std::move(found);
        }
        if (!range || (single && range->least.cost + range->most.cost > much_more * single->cost)) return std::nullopt;
        SignCell cell;
        cell.text = range->least.text + "-" + range->most.text;
        cell.box = points(PixelBox{range->least.box.x0, std::min(range->least.box.y0, range->most.box.y0), range->most.box.x1, std::max(range->least.box.y1, range->most.box.y1)});
        const FoundMark above = marks_.at(range->most.box, dark, true, no_sign);
        const FoundMark below = marks_.at(range->least.box, dark, false, no_sign);
        cell.above = above.mark;
        cell.below = below.mark;
        const bool agreed = read_box(raster_, range->least.box, engine_) == range->least.text && read_box(raster_, range->most.box, engine_) == range->most.text;
        const bool clear = std::min(range->least.margin, range->most.margin) > clear_margin && above.margin > clear_margin && above.mark == below.mark;
        cell.confidence = agreed && clear ? confirmed : doubtful;
        return cell;
    }

    std::optional<DigitRow> read_digits(const SignLayout& layout, std::size_t part, const SignPlace& place, const Darkness& dark) const {
        std::optional<DigitRow> best;
        for (const DigitRoom& room : rooms_in(layout, part, place)) {
            auto digits = glyphs_.read(dark, room);
            if (digits && (!best || digits->cost < best->cost)) best = std::move(digits);
        }
        return best;
    }

    /// Where a number may stand in a part, for each height it may have; where the sheet shows no like of it, anywhere.
    [[nodiscard]] std::vector<DigitRoom> rooms_in(const SignLayout& layout, std::size_t part, const SignPlace& place) const {
        const Box& box = layout.parts[part];
        const NumberSpot& spot = layout.spots[part];
        std::vector<DigitRoom> rooms;
        DigitRoom room{static_cast<int>(place.centre.x + box.x0) + 1, static_cast<int>(place.centre.x + box.x1) - 1, 0, 0, 0};
        const bool shown = !spot.tops.empty();
        if (!shown && layout.shape == SignShape::box) return rooms;
        if (shown) {
            const double aside = slack * std::ranges::max(spot.heights) + 1;
            room.middle0 = place.centre.x + std::ranges::min(spot.middles) - aside;
            room.middle1 = place.centre.x + std::ranges::max(spot.middles) + aside;
        }
        for (const double row : shown ? each_once(spot.heights) : glyphs_.heights()) {
            if (row > 0.7 * box.height()) continue;
            room.row = row;
            room.top0 = static_cast<int>(shown ? std::floor(place.centre.y + std::ranges::min(spot.tops) - slack * row) : place.centre.y + box.y0 + 1);
            room.top1 = static_cast<int>(shown ? std::ceil(place.centre.y + std::ranges::max(spot.tops) + slack * row) : place.centre.y + box.y1 - row - 1);
            rooms.push_back(room);
        }
        return rooms;
    }

    void set_mark(SignCell& cell, const DigitRow& digits, const NumberSpot& spot, const Darkness& dark, const std::vector<SignCell>& old) const {
        if (cell.text.back() == '%') return;  // its sign says what it is
        FoundMark above = marks_.at(digits.box, dark, true, no_sign);
        FoundMark below = marks_.at(digits.box, dark, false, no_sign);
        // One number has one mark.
        if (above.cost < below.cost) below = {};
        else above = {};
        cell.above = above.mark;
        cell.below = below.mark;
        const FoundMark& mark = above.mark != SignMark::none ? above : below;
        if (mark.mark != SignMark::none && mark.margin < clear_margin) cell.confidence = doubtful;
        if (mark.mark != SignMark::none) return;
        for (const SignCell& other : old) {
            if (other.text != cell.text || (other.above == SignMark::none && other.below == SignMark::none)) continue;
            cell.above = other.above;
            cell.below = other.below;
            cell.confidence = doubtful;
            return;
        }
        // Most of its like have one.
        if (2 * spot.marked >= spot.tops.size()) cell.confidence = doubtful;
    }

    /// A mark that is unlike the others of its name on the sheet, and like those of another, is in doubt; so is a number
    /// without one where a mark was not seen for what it is.
    void check_mark(const SignNumber& number) {
        SignCell& cell = found_.signs[number.sign].cells[number.cell];
        const auto band = band_of(number.line, cell.text);
        if (!band || cell.confidence <= doubtful) return;
        const PixelBox& box = number.line.box;
        const int room = 2 + static_cast<int>(1.5 * band->row);
        const Darkness dark(raster_, {box.x0 - room, box.y0 - room, box.x1 + room, box.y1 + room}, stroke_of(band->row));
        const bool bare = cell.above == SignMark::none && cell.below == SignMark::none;
        if (bare && cell.text.back() == '%') return;
        for (SignMark* mark : {&cell.above, &cell.below}) {
            if (*mark == SignMark::line || *mark == SignMark::double_line || (*mark == SignMark::none && !bare)) continue;
            const FoundMark found = marks_.at({box.x0, band->top, box.x1, band->top + static_cast<int>(band->row)}, dark, mark == &cell.above, number.sign);
            // Read with some doubt, and nothing on the sheet vouches for it.
            if (!bare && cell.confidence < sure && (found.mark != *mark || found.margin <= 0)) cell.confidence = doubtful;
            if (found.mark == SignMark::none || found.mark == *mark || (bare && found.margin < clear_margin)) continue;
            cell.confidence = doubtful;
            if (found.margin > clear_margin) *mark = found.mark;
        }
    }

    RasterSigns& found_;
    const SheetRaster& raster_;
    OcrEngine& engine_;
    const std::vector<Box>& words_;
    BoxIndex words_index_{60};
    SheetGlyphs glyphs_;
    SignLayouts layouts_;
    MarkGlyphs marks_;
    std::vector<std::pair<Darkness, DigitRow>> confirmed_;
    std::set<std::size_t> reread_;  ///< signs of which a cell was changed
};

}  // namespace

std::vector<Box> reread_by_siblings(RasterSigns& found, const std::vector<Box>& words, const SheetRaster& raster, OcrEngine& engine) {
    const std::size_t known = found.signs.size();
    SiblingReader(found, words, raster, engine).read();
    const auto empty = [](const MapSign& sign) { return std::ranges::all_of(sign.cells, [](const SignCell& cell) { return cell.text.empty(); }); };
    std::vector<Box> added;
    for (std::size_t i = known; i < found.signs.size(); ++i) {
        if (!empty(found.signs[i])) added.push_back(found.signs[i].box);
    }
    std::erase_if(found.signs, empty);
    return added;
}

}  // namespace planlezer
