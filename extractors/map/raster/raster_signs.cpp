#include "extractors/map/raster/raster_signs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"
#include "extractors/map/raster/digit_forms.hpp"
#include "extractors/map/raster/letter_vote.hpp"
#include "extractors/map/raster/letters.hpp"
#include "extractors/map/raster/raster_marks.hpp"
#include "extractors/map/raster/raster_outlines.hpp"

namespace planlezer {

namespace {

constexpr double bitten_limit = 0.035;  // share of a part that may be missing before a letter is taken to touch its line
constexpr double least_letter = 0.16;   // of the part's height
constexpr double doubtful = 0.4;
constexpr double least_figures = 0.3;   // confidence: less, and it was no number after all
constexpr double one_hand = 0.7;        // when one engine read it twice: no second opinion
constexpr double two_hands = 0.98;      // when the engine and the digits' forms say the same
constexpr std::size_t most_cuts = 2000;

/// A row of letters in a part, with the marks over and under it.
struct Written {
    std::vector<const Component*> letters;
    std::vector<const Component*> marks;
};

Box float_box(const PixelBox& b) { return {static_cast<double>(b.x0), static_cast<double>(b.y0), static_cast<double>(b.x1), static_cast<double>(b.y1)}; }

PixelBox box_of(const std::vector<const Component*>& letters) {
    PixelBox box = letters.front()->box;
    for (const Component* l : letters) box = {std::min(box.x0, l->box.x0), std::min(box.y0, l->box.y0), std::max(box.x1, l->box.x1), std::max(box.y1, l->box.y1)};
    return box;
}

/// Tesseract's hand and the map's: "6o%" is "60%", "l2" is "12", a comma may come as a point.
std::string as_number(std::string text) {
    static constexpr std::array<std::pair<char, char>, 8> like{{{'o', '0'}, {'O', '0'}, {'l', '1'}, {'I', '1'}, {'|', '1'}, {'S', '5'}, {'B', '8'}, {'.', ','}}};
    const auto digits = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
    std::erase_if(text, [](char c) { return c == ' '; });
    if (digits == 0) return as_figures(text);
    for (char& c : text) {
        for (const auto& [from, to] : like) c = c == from ? to : c;
    }
    // What hangs on an end without meaning is a crumb of the drawing.
    while (!text.empty() && (text.back() == ',' || text.back() == '-' || text.back() == '\'')) text.pop_back();
    while (!text.empty() && (text.front() == ',' || text.front() == '-' || text.front() == '\'')) text.erase(0, 1);
    return text;
}

bool is_counted(const std::string& text) {
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_number(const std::string& text) {
    const auto digits = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
    return digits > 0 && text.find_first_not_of("0123456789,-%/") == std::string::npos;
}

class SignReader {
  public:
    SignReader(const SheetRaster& raster, Components& ink, std::vector<bool>& used, LetterVote& vote, OcrEngine& engine)
        : raster_(raster), ink_(ink), used_(used), vote_(vote), engine_(engine) {
        const double most = raster.pixels(20);
        ink_.list.reserve(ink_.list.size() + most_cuts);
        for (std::size_t i = 0; i < ink_.list.size(); ++i) {
            const PixelBox& b = ink_.list[i].box;
            if (ink_.list[i].pixels >= 4 && b.width() < most && b.height() < most) index_.add(i, float_box(b));
        }
    }

    RasterSigns read() {
        // A pixel more of ink closes what the scanner broke.
        PixHandle thick(pixDilateBrick(nullptr, raster_.ink.get(), 3, 3));
        const Components holes = components_of(*thick, true);
        thick.reset();
        for (const RasterOutline& outline : raster_outlines(raster_, holes)) add_sign(outline);
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

    void add_sign(const RasterOutline& found) {
        std::vector<std::pair<OutlinePart, std::vector<const Component*>>> parts;
        bool written = false;
        for (const OutlinePart& part : found.parts) {
            parts.emplace_back(part, inside(part));
            written = written || !parts.back().second.empty();
        }
        if (!written || !is_writing(found, parts)) return;
        MapSign sign;
        sign.shape = found.outline.shape;
        sign.box = points(plane::grown(found.outline.box, 2));
        const std::size_t before = found_.numbers.size();
        place_cells(parts, sign);
        if (sign.cells.empty()) return;
        bool counted = false;
        for (std::size_t i = before; i < found_.numbers.size(); ++i) {
            found_.numbers[i].reading = first_reading(found_.numbers[i]);
            counted = counted || is_counted(found_.numbers[i].reading.text);
        }
        // A box around letters alone is a field with its code, as the swatches of a legend are.
        if (sign.shape == SignShape::box && !counted) {
            found_.numbers.resize(before);
            return;
        }
        for (const auto& [part, letters] : parts) {
            for (const Component* letter : letters) used_[static_cast<std::size_t>(letter - ink_.list.data())] = true;
        }
        set_bars(found.outline, sign);
        use_outline(found.outline.box);
        found_.signs.push_back(std::move(sign));
    }

    [[nodiscard]] std::vector<const Component*> inside(const OutlinePart& part) {
        std::vector<const Component*> letters;
        for (const std::size_t id : index_.meeting(float_box(part.box))) {
            const PixelBox& b = ink_.list[id].box;
            const bool within = b.x0 > part.box.x0 && b.y0 > part.box.y0 && b.x1 < part.box.x1 && b.y1 < part.box.y1;
            const Point middle{(b.x0 + b.x1) / 2.0, (b.y0 + b.y1) / 2.0};
            // A speck of dust is no letter.
            const bool speck = std::max(b.width(), b.height()) < raster_.pixels(0.25);
            if (!within || speck || used_[id] || !plane::holds(part.hull, middle)) continue;
            letters.push_back(&ink_.list[id]);
            if (const auto row = neck(ink_.list[id]); row && ink_.list.size() < ink_.list.capacity()) {
                cut_at_row(ink_, id, *row);
                letters.push_back(&ink_.list.back());
                used_.push_back(false);
            }
        }
        return letters;
    }

    /// A triangle stands on the middle of its tip; the stem of a "5" or "7" stands aside.
    [[nodiscard]] bool is_central(const Component& c, int row) const {
        double sum = 0;
        double count = 0;
        for (const PixelRun& run : ink_.of(c)) {
            if (run.y != row) continue;
            sum += (run.x0 + run.x1) / 2.0 * (run.x1 - run.x0);
            count += run.x1 - run.x0;
        }
        return count > 0 && std::abs(sum / count - (c.box.x0 + c.box.x1) / 2.0) < 0.12 * c.box.width() + 1;
    }

    /// The row where a triangle stands with its tip on a digit, or a digit on the tip of one.
    [[nodiscard]] std::optional<int> neck(const Component& c) const {
        if (c.box.height() < 1.1 * c.box.width() || c.box.height() < 14) return std::nullopt;
        std::map<int, int> widths;
        for (const PixelRun& run : ink_.of(c)) widths[run.y] += run.x1 - run.x0;
        for (int row = c.box.y0 + c.box.height() / 5; row < c.box.y1 - c.box.height() / 5; ++row) {
            if (widths[row] > 0.35 * c.box.width() || !is_central(c, row)) continue;
            std::vector<PixelRun> over;
            std::vector<PixelRun> under;
            for (const PixelRun& run : ink_.of(c)) (run.y < row ? over : under).push_back(run);
            for (const std::vector<PixelRun>& part : {over, under}) {
                PixelBox box{1 << 30, part.front().y, 0, part.back().y + 1};
                for (const PixelRun& run : part) {
                    box.x0 = std::min(box.x0, run.x0);
                    box.x1 = std::max(box.x1, run.x1);
                }
                const bool smaller = box.height() < 0.55 * c.box.height() && box.width() > 0.4 * c.box.width();
                const RasterMark mark = smaller ? raster_mark(part, box) : RasterMark{};
                if (mark.mark == SignMark::triangle && mark.confidence > 0.9) return row;
            }
        }
        return std::nullopt;
    }

    /// Letters of a fitting size in the middle, and few of them.
    static bool is_writing(const RasterOutline& found, const std::vector<std::pair<OutlinePart, std::vector<const Component*>>>& parts) {
        std::size_t count = 0;
        int tallest = 0;
        for (const auto& [part, letters] : parts) {
            count += letters.size();
            for (const Component* letter : letters) tallest = std::max(tallest, letter->box.height());
        }
        if (count > 24 || tallest < least_letter * found.outline.side / static_cast<double>(std::max<std::size_t>(1, (found.parts.size() + 1) / 2))) return false;
        if (found.outline.shape != SignShape::box || tallest > 0.3 * found.outline.side) return true;
        return parts.size() == 1 && tallest > 0.2 * found.outline.side && fills(found, parts[0].second);
    }

    /// Rows of writing from side to side: a label; a number within a drawn building leaves room around it.
    static bool fills(const RasterOutline& found, const std::vector<const Component*>& letters) {
        const PixelBox box = box_of(letters);
        return box.width() > 0.6 * found.outline.box.width() && box.height() > 0.5 * found.outline.box.height();
    }

    /// The outline and its leader, when they touch nothing larger.
    void use_outline(const Box& box) {
        for (const std::size_t id : index_.meeting(box)) {
            const Box own = float_box(ink_.list[id].box);
            const Box room = plane::grown(box, 5);
            if (plane::holds(room, {own.x0, own.y0}) && plane::holds(room, {own.x1, own.y1})) used_[id] = true;
        }
    }

    /// Level lines as wide as the sign, right above or below it: one, or two.
    void set_bars(const Outline& outline, MapSign& sign) {
        for (const bool above : {true, false}) {
            const double edge = above ? outline.box.y0 - 0.35 * outline.side : outline.box.y1;
            const Box strip{outline.box.x0, edge, outline.box.x1, edge + 0.35 * outline.side};
            const int bars = bars_in(strip, outline.side);
            SignMark& mark = above ? sign.cells.front().above : sign.cells.back().below;
            if (bars < 1 || bars > 2 || mark != SignMark::none) continue;
            mark = bars == 1 ? SignMark::line : SignMark::double_line;
            for (const std::size_t id : index_.meeting(strip)) {
                const PixelBox& b = ink_.list[id].box;
                if (b.height() > 0.15 * outline.side || b.width() > 1.3 * strip.width()) continue;
                used_[id] = true;
                sign.box = united(sign.box, points(float_box(b)));
            }
        }
    }

    /// Rows of ink from side to side that end where the sign ends; -1 when one is too thick or goes on.
    [[nodiscard]] int bars_in(const Box& strip, double side) const {
        const double middle = strip.mid_x();
        int bars = 0;
        int thick = 0;
        for (int y = std::max(0, static_cast<int>(strip.y0)); y <= std::min(raster_.height - 1, static_cast<int>(strip.y1)); ++y) {
            const bool inked = ink_share(y, middle - 0.35 * side, middle + 0.35 * side) > 0.85;
            // The outline itself curves away under its top.
            if (!inked) {
                thick = 0;
                continue;
            }
            if (thick++ == 0) ++bars;
            const bool ends = ink_share(y, middle - 0.75 * side, middle - 0.45 * side) < 0.95 && ink_share(y, middle + 0.45 * side, middle + 0.75 * side) < 0.95;
            if (thick > 0.12 * side + 1 || !ends) return -1;
        }
        return bars;
    }

    [[nodiscard]] double ink_share(int y, double from, double to) const {
        const l_uint32* row = pixGetData(raster_.ink.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(raster_.ink.get());
        const int x0 = std::max(0, static_cast<int>(from));
        const int x1 = std::min(raster_.width, static_cast<int>(to));
        int set = 0;
        for (int x = x0; x < x1; ++x) set += GET_DATA_BIT(row, x) != 0 ? 1 : 0;
        return x1 > x0 ? static_cast<double>(set) / (x1 - x0) : 0;
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
        for (const Written& written : rows_of(all)) {
            SignCell cell;
            cell.row = row + count++;
            cell.column = column;
            cell.box = points(float_box(box_of(written.letters)));
            cell.confidence = 0.99;
            set_marks(written, cell);
            found_.numbers.push_back({found_.signs.size(), sign.cells.size(), 0, letter_line(written.letters, ink_), written.letters, {}, part.bitten > bitten_limit});
            sign.cells.push_back(std::move(cell));
        }
        return count;
    }

    /// Letters by their rows; what is much smaller and stands clear over or under them is a mark.
    [[nodiscard]] std::vector<Written> rows_of(std::vector<const Component*> all) const {
        if (all.empty()) return {};
        const int tallest = (*std::ranges::max_element(all, {}, [](const Component* c) { return c->box.height(); }))->box.height();
        std::vector<Written> rows;
        std::ranges::sort(all, {}, [](const Component* c) { return c->box.y0 + c->box.y1; });
        for (const Component* c : all) {
            if (c->box.height() < 0.62 * tallest) continue;
            const int middle = (c->box.y0 + c->box.y1) / 2;
            if (!rows.empty() && middle < box_of(rows.back().letters).y1) {
                rows.back().letters.push_back(c);
            } else {
                rows.push_back({{c}, {}});
            }
        }
        take_mark_rows(rows);
        for (const Component* c : all) {
            if (c->box.height() >= 0.62 * tallest) continue;
            Written& row = *std::ranges::min_element(rows, {}, [c](const Written& w) {
                const PixelBox b = box_of(w.letters);
                return std::max({b.y0 - (c->box.y0 + c->box.y1) / 2, (c->box.y0 + c->box.y1) / 2 - b.y1, 0});
            });
            (is_mark(*c, box_of(row.letters)) ? row.marks : row.letters).push_back(c);
        }
        return rows;
    }

    /// A large mark makes a row of its own, over or under a row of taller letters.
    void take_mark_rows(std::vector<Written>& rows) const {
        for (std::size_t i = 0; i < rows.size() && rows.size() > 1;) {
            const Component* alone = rows[i].letters.size() == 1 ? rows[i].letters[0] : nullptr;
            // A mark over a number, else one under it.
            const std::size_t other = i + 1 < rows.size() ? i + 1 : i - 1;
            const bool smaller = alone != nullptr && alone->box.height() < 0.97 * box_of(rows[other].letters).height();
            const RasterMark mark = smaller ? raster_mark(ink_.of(*alone), alone->box) : RasterMark{};
            if (mark.mark == SignMark::none || mark.confidence < 0.9) {
                ++i;
                continue;
            }
            rows[other].marks.push_back(alone);
            rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(i));
            i = 0;
        }
    }

    static bool is_mark(const Component& c, const PixelBox& row) {
        const double height = row.height();
        const bool over = c.box.y1 <= row.y0 + 0.12 * height;
        const bool under = c.box.y0 >= row.y1 - 0.12 * height;
        // A comma hangs from the line between two digits; a mark is as wide as a digit.
        const bool comma = under && c.box.width() < 0.3 * height && c.box.y0 < row.y1 + 0.02 * height;
        return (over || under) && !comma;
    }

    void set_marks(const Written& written, SignCell& cell) const {
        const PixelBox row = box_of(written.letters);
        for (const Component* c : written.marks) {
            const RasterMark mark = raster_mark(ink_.of(*c), c->box);
            SignMark& place = (c->box.y0 + c->box.y1) / 2 < (row.y0 + row.y1) / 2 ? cell.above : cell.below;
            cell.confidence = std::min(cell.confidence, mark.mark == SignMark::none ? doubtful : mark.confidence);
            if (place == SignMark::none) place = mark.mark;
        }
    }

    /// As a word, which may be letters; a sign nearly always holds a number, so else as one.
    Reading first_reading(const SignNumber& cut) {
        Reading word = read_letters(cut.letters, ink_, raster_, OcrEngine::Layout::one_word, engine_);
        word.text = as_number(word.text);
        if (is_number(word.text)) return word;
        Reading figures = read_letters(cut.letters, ink_, raster_, OcrEngine::Layout::one_number, engine_);
        figures.text = as_number(figures.text);
        return is_number(figures.text) && figures.confidence > least_figures ? figures : word;
    }

    const SheetRaster& raster_;
    Components& ink_;
    std::vector<bool>& used_;
    LetterVote& vote_;
    OcrEngine& engine_;
    BoxIndex index_{40};
    RasterSigns found_;
};

class SecondReader {
  public:
    SecondReader(const SheetRaster& raster, const Components& ink, const LetterVote& vote, OcrEngine& engine)
        : raster_(raster), ink_(ink), vote_(vote), engine_(engine) {}

    /// Two readings that agree, or the doubt is told.
    void settle(const SignNumber& number, SignCell& cell) {
        cell.text = number.reading.text;
        if (settle_by_form(number, cell)) return;
        const auto vote = vote_.read(number.line, number.learnt);
        // No like on the sheet: letter by letter, without what stands beside.
        std::string second = as_number(vote ? *vote : one_by_one(number));
        if (cell.text.empty() || (!is_number(cell.text) && is_number(second))) std::swap(cell.text, second);
        if (second == cell.text && !second.empty()) {
            cell.confidence = std::min(cell.confidence, vote ? 0.99 : one_hand);
        } else {
            cell.second_reading = second;
            cell.confidence = std::min(cell.confidence, doubtful);
        }
        if (number.bitten) cell.confidence = std::min(cell.confidence, doubtful);
    }

  private:
    /// The forms know nothing of Tesseract: what both say is so.
    bool settle_by_form(const SignNumber& number, SignCell& cell) {
        const std::string read = number.reading.text;
        const auto forms = is_counted(read) ? read_by_form(number.line, read) : number_by_form(number.line);
        if (!forms) return false;
        const bool same = *forms == read;
        const bool confirmed = same || is_confirmed(*forms, number);
        if (confirmed) cell.text = *forms;
        if (!same && (is_counted(read) || !confirmed)) cell.second_reading = confirmed ? read : *forms;
        if (!confirmed && !is_counted(read)) std::swap(cell.text, cell.second_reading);
        cell.confidence = std::min(cell.confidence, cell.second_reading.empty() && !number.bitten ? two_hands : doubtful);
        return true;
    }

    /// Tesseract has other ways to look at it; and its reading of the sheet's other digits tells too.
    bool is_confirmed(const std::string& forms, const SignNumber& number) {
        const auto vote = vote_.read(number.line, number.learnt);
        if (vote) return as_number(*vote) == forms;
        for (const OcrEngine::Layout layout : {OcrEngine::Layout::one_number, OcrEngine::Layout::one_line}) {
            if (as_number(read_letters(number.letters, ink_, raster_, layout, engine_).text) == forms) return true;
        }
        return false;
    }

    /// One character by itself: Tesseract may find nothing in one way and the digit in another.
    std::string alone(const Component& letter) {
        for (const OcrEngine::Layout layout : {OcrEngine::Layout::one_line, OcrEngine::Layout::one_number, OcrEngine::Layout::one_word}) {
            const std::string text = as_number(read_letters({&letter}, ink_, raster_, layout, engine_).text);
            if (!text.empty()) return text;
        }
        return {};
    }

    std::string one_by_one(const SignNumber& cut) {
        std::vector<const Component*> letters = cut.letters;
        std::ranges::sort(letters, {}, [](const Component* c) { return c->box.x0; });
        if (letters.size() == 1) return alone(*letters[0]);
        std::string text;
        const PixelBox row = box_of(letters);
        for (const Component* letter : letters) {
            const bool low = letter->box.y0 > row.y0 + 0.6 * row.height() && letter->box.width() < 0.4 * row.height();
            const bool dash = letter->box.height() < 0.3 * row.height() && !low;
            text += low ? "," : (dash ? "-" : alone(*letter));
        }
        return text;
    }

    const SheetRaster& raster_;
    const Components& ink_;
    const LetterVote& vote_;
    OcrEngine& engine_;
};

}  // namespace

RasterSigns raster_signs(const SheetRaster& raster, Components& ink, std::vector<bool>& used, LetterVote& vote, OcrEngine& engine) {
    return SignReader(raster, ink, used, vote, engine).read();
}

void settle(RasterSigns& read, const SheetRaster& raster, const Components& ink, const LetterVote& vote, OcrEngine& engine) {
    SecondReader reader(raster, ink, vote, engine);
    for (const SignNumber& number : read.numbers) reader.settle(number, read.signs[number.sign].cells[number.cell]);
    std::erase_if(read.signs, [](const MapSign& sign) { return std::ranges::all_of(sign.cells, [](const SignCell& cell) { return cell.text.empty(); }); });
}

}  // namespace planlezer
