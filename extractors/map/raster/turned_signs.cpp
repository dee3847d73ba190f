#include "extractors/map/raster/turned_signs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extractors/map/plane.hpp"
#include "extractors/map/raster/level_sheet.hpp"
#include "extractors/map/raster/sign_numbers.hpp"

namespace planlezer {

namespace {

constexpr double around = 0.8;       // millimetres about the inner side of a sign's line: the line itself
constexpr double margin = 2;         // millimetres of white between two signs
constexpr std::size_t most_signs = 300;
constexpr double doubtful = 0.4;

/// A sign to be turned level one way.
struct Turn {
    std::size_t sign = 0;
    double angle = 0;  ///< degrees
    Point middle;      ///< on the level sheet, pixels
};

/// Signs turned level, in rows on a sheet of their own.
class LevelSigns {
  public:
    LevelSigns(const SheetRaster& raster, const std::vector<SignPlace>& places, std::vector<Turn> turns)
        : from_(raster), places_(places), turns_(std::move(turns)), scale_(level_scale(raster)) {
        place();
        for (const Turn& turn : turns_) draw(turn);
    }

    /// The cells of each turn, none where nothing was read, in points of the sheet they were cut out of.
    std::vector<std::vector<SignCell>> read(LetterVote vote, OcrEngine& engine) {
        Components ink = components_of(*sheet_.ink, false);
        std::vector<bool> used(ink.list.size(), false);
        RasterSigns level = raster_signs(sheet_, ink, used, vote, engine);
        settle(level.numbers, level.signs, sheet_, ink, vote, engine);
        std::vector<std::vector<SignCell>> cells(turns_.size());
        for (std::size_t i = 0; i < turns_.size(); ++i) {
            const SignPlace& place = places_[turns_[i].sign];
            for (std::size_t k = 0; k < level.signs.size(); ++k) {
                const bool same = plane::distance(level.places[k].centre, turns_[i].middle) < 0.1 * place.side * scale_ && level.places[k].parts.size() == place.parts.size();
                if (!same) continue;
                cells[i] = level.signs[k].cells;
                for (SignCell& cell : cells[i]) cell.box = on_sheet(cell.box, turns_[i]);
            }
        }
        return cells;
    }

  private:
    [[nodiscard]] double reach(const Turn& turn) const { return places_[turn.sign].side / 2 + from_.pixels(around); }

    void place() {
        constexpr int in_a_row = 20;
        const double gap = from_.pixels(margin) * scale_;
        double left = gap;
        double top = gap;
        double tallest = 0;
        double width = 0;
        int count = 0;
        for (Turn& turn : turns_) {
            const double half = reach(turn) * scale_;
            if (count++ == in_a_row) {
                left = gap;
                top += tallest + gap;
                tallest = 0;
                count = 1;
            }
            turn.middle = {left + half, top + half};
            left += 2 * half + gap;
            tallest = std::max(tallest, 2 * half);
            width = std::max(width, left);
        }
        sheet_ = level_sheet(from_, scale_, static_cast<int>(std::ceil(width)), static_cast<int>(std::ceil(top + tallest + gap)));
    }

    [[nodiscard]] Point there(const Turn& turn, double x, double y) const {
        const Point& centre = places_[turn.sign].centre;
        return plane::turned({centre.x + (x - turn.middle.x) / scale_, centre.y + (y - turn.middle.y) / scale_}, centre, turn.angle);
    }

    void draw(const Turn& turn) {
        const double half = reach(turn) * scale_;
        for (int y = static_cast<int>(turn.middle.y - half); y < turn.middle.y + half; ++y) {
            l_uint32* grey = pixGetData(sheet_.grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(sheet_.grey.get());
            l_uint32* line = pixGetData(sheet_.ink.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(sheet_.ink.get());
            for (int x = static_cast<int>(turn.middle.x - half); x < turn.middle.x + half; ++x) {
                if (std::hypot(x + 0.5 - turn.middle.x, y + 0.5 - turn.middle.y) > half) continue;
                const Point p = there(turn, x + 0.5, y + 0.5);
                constexpr double inked = 0.5;
                if (between(p, [this](int px, int py) { return is_ink(px, py) ? 1.0 : 0.0; }) > inked) SET_DATA_BIT(line, x);
                SET_DATA_BYTE(grey, x, static_cast<l_uint8>(between(p, [this](int px, int py) { return static_cast<double>(grey_at(px, py)); })));
            }
        }
    }

    [[nodiscard]] bool is_ink(int x, int y) const { return GET_DATA_BIT(pixGetData(from_.ink.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(from_.ink.get()), x) != 0; }
    [[nodiscard]] int grey_at(int x, int y) const {
        return static_cast<int>(GET_DATA_BYTE(pixGetData(from_.grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(from_.grey.get()), x));
    }

    /// Between four pixels.
    template <typename Value>
    [[nodiscard]] double between(const Point& p, Value value) const {
        const int x = std::clamp(static_cast<int>(std::floor(p.x - 0.5)), 0, from_.width - 2);
        const int y = std::clamp(static_cast<int>(std::floor(p.y - 0.5)), 0, from_.height - 2);
        const double right = std::clamp(p.x - 0.5 - x, 0.0, 1.0);
        const double low = std::clamp(p.y - 0.5 - y, 0.0, 1.0);
        const double upper = value(x, y) * (1 - right) + value(x + 1, y) * right;
        const double lower = value(x, y + 1) * (1 - right) + value(x + 1, y + 1) * right;
        return upper * (1 - low) + lower * low;
    }

    /// A box as large about the place that its middle was cut out of.
    [[nodiscard]] Box on_sheet(const Box& box, const Turn& turn) const {
        const Point p = there(turn, box.mid_x() / sheet_.x_points, box.mid_y() / sheet_.y_points);
        const double x = p.x * from_.x_points;
        const double y = p.y * from_.y_points;
        return {x - box.width() / 2, y - box.height() / 2, x + box.width() / 2, y + box.height() / 2};
    }

    const SheetRaster& from_;
    const std::vector<SignPlace>& places_;
    std::vector<Turn> turns_;
    int scale_;
    SheetRaster sheet_;
};

/// The marks of its cells, in their order.
using Marks = std::vector<std::pair<SignMark, SignMark>>;

Marks marks_of(const std::vector<SignCell>& cells) {
    Marks marks;
    for (const SignCell& cell : cells) marks.emplace_back(cell.above, cell.below);
    return marks;
}

/// Signs that stand level on the sheet, those of its legend first of all, tell which side is up.
std::set<Marks> level_marks(const RasterSigns& found) {
    std::set<Marks> known;
    for (std::size_t i = 0; i < found.signs.size(); ++i) {
        if (found.places[i].turned == 0 && found.signs[i].cells.size() > 1) known.insert(marks_of(found.signs[i].cells));
    }
    return known;
}

/// Its marks are those of a sign that stands level, and there are some.
bool tells_up(const std::vector<SignCell>& cells, const std::set<Marks>& known) {
    const bool marked = std::ranges::any_of(cells, [](const SignCell& cell) { return cell.above != SignMark::none || cell.below != SignMark::none; });
    return marked && known.contains(marks_of(cells));
}

bool is_number(const std::string& text) { return is_counted(text) && text.find_first_not_of("0123456789,%-") == std::string::npos; }

/// As it lies it says numbers already: lines that cross it made its parts look turned.
bool is_read(const RasterSigns& found, std::size_t sign) {
    const auto own = [sign](const SignNumber& number) { return number.sign == sign; };
    return std::ranges::all_of(found.numbers, [&](const SignNumber& number) { return !own(number) || is_number(number.reading.text); });
}

/// How sure its numbers are; 0 when something in it is none.
double worth(const std::vector<SignCell>& cells, const std::set<Marks>& known) {
    constexpr double as_others = 1;
    double sum = 0;
    for (const SignCell& cell : cells) {
        if (!is_number(cell.text)) return 0;
        sum += cell.confidence;
    }
    return sum + (sum > 0 && known.contains(marks_of(cells)) ? as_others : 0);
}

}  // namespace

void read_turned_signs(RasterSigns& found, const SheetRaster& raster, const LetterVote& vote, OcrEngine& engine) {
    // Its largest part may be any side of it.
    constexpr std::array<double, 4> ways{0, 90, 180, 270};
    std::vector<Turn> turns;
    for (std::size_t i = 0; i < found.signs.size() && turns.size() < ways.size() * most_signs; ++i) {
        if (found.places[i].turned == 0) continue;
        if (is_read(found, i)) {
            found.places[i].turned = 0;
            continue;
        }
        for (const double way : ways) turns.push_back({i, found.places[i].turned + way, {}});
    }
    if (turns.empty()) return;
    std::vector<std::vector<SignCell>> read = LevelSigns(raster, found.places, turns).read(vote, engine);
    const std::set<Marks> known = level_marks(found);
    for (std::size_t first = 0; first < turns.size(); first += ways.size()) {
        const std::size_t id = turns[first].sign;
        std::size_t best = first;
        double second = 0;
        for (std::size_t i = first + 1; i < first + ways.size(); ++i) {
            const bool better = worth(read[i], known) > worth(read[best], known);
            second = std::max(second, worth(read[better ? best : i], known));
            if (better) best = i;
        }
        if (worth(read[best], known) <= 0) {
            found.places[id].turned = 0;
            continue;
        }
        // Without the marks of signs that stand level, what is read may stand upside down: "9" over "6" is "9" over "6" then too.
        constexpr double clearly = 0.7;
        const bool sure = tells_up(read[best], known) && second <= clearly * worth(read[best], known);
        std::erase_if(found.numbers, [id](const SignNumber& number) { return number.sign == id; });
        MapSign& sign = found.signs[id];
        sign.cells = std::move(read[best]);
        sign.angle = std::remainder(turns[best].angle, 360.0);
        if (sure) continue;
        for (SignCell& cell : sign.cells) cell.confidence = std::min(cell.confidence, doubtful);
    }
}

}  // namespace planlezer
