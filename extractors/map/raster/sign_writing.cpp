#include "extractors/map/raster/sign_writing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "extractors/map/raster/letters.hpp"
#include "extractors/map/raster/raster_marks.hpp"

namespace planlezer {

namespace {

constexpr double pale = 0.82;     // of the ground's lightness: darker may be a comma of a pixel or two
constexpr double comma_gap = 0.3; // of a digit's height
constexpr double piece_gap = 0.06; // of a digit's height
constexpr double piece_height = 0.25;
constexpr double doubtful = 0.4;  // confidence of a mark nobody knows

/// A triangle stands on the middle of its tip; the stem of a "5" or "7" stands aside.
bool is_central(const Component& c, const Components& ink, int row) {
    double sum = 0;
    double count = 0;
    for (const PixelRun& run : ink.of(c)) {
        if (run.y != row) continue;
        sum += (run.x0 + run.x1) / 2.0 * (run.x1 - run.x0);
        count += run.x1 - run.x0;
    }
    return count > 0 && std::abs(sum / count - (c.box.x0 + c.box.x1) / 2.0) < 0.12 * c.box.width() + 1;
}

/// A small triangle on its tip, or under one, whose flat side is drawn: the arms of an "x" or the bar of a "7" make none.
bool is_closed_triangle(const std::vector<PixelRun>& runs, const PixelBox& whole, bool tip_up, double share = 0.55) {
    PixelBox box{1 << 30, runs.front().y, 0, runs.back().y + 1};
    for (const PixelRun& run : runs) {
        box.x0 = std::min(box.x0, run.x0);
        box.x1 = std::max(box.x1, run.x1);
    }
    if (box.height() >= share * whole.height() || box.width() <= 0.4 * whole.width()) return false;
    const RasterMark mark = raster_mark(runs, box);
    if (mark.mark != SignMark::triangle || mark.confidence <= 0.9) return false;
    int closed = 0;  // the longest run near the flat side
    std::map<int, std::pair<int, int>> spans;
    for (const PixelRun& run : runs) {
        const int from_flat = tip_up ? box.y1 - 1 - run.y : run.y - box.y0;
        if (from_flat < 3) closed = std::max(closed, run.x1 - run.x0);
        auto [span, fresh] = spans.try_emplace(run.y, run.x0, run.x1);
        span->second = {std::min(span->second.first, run.x0), std::max(span->second.second, run.x1)};
    }
    if (closed < 0.7 * box.width()) return false;
    return std::ranges::all_of(spans, [&](const auto& row) {
        const double t = (row.first - box.y0 + 0.5) / box.height();
        const double expected = (tip_up ? t : 1 - t) * box.width();
        return std::abs(row.second.second - row.second.first - expected) < 0.3 * box.width() + 1.5;
    });
}

bool is_triangle(const Component& c, const Components& ink) {
    const auto runs = ink.of(c);
    const std::vector<PixelRun> own(runs.begin(), runs.end());
    return is_closed_triangle(own, c.box, false, 2) || is_closed_triangle(own, c.box, true, 2);
}

/// A large mark makes a row of its own, over or under a row of taller letters.
void take_mark_rows(std::vector<Written>& rows, const Components& ink) {
    for (std::size_t i = 0; i < rows.size() && rows.size() > 1;) {
        const Component* alone = rows[i].letters.size() == 1 ? rows[i].letters[0] : nullptr;
        // A mark over a number, else one under it.
        const std::size_t other = i + 1 < rows.size() ? i + 1 : i - 1;
        const double tall = box_of(rows[other].letters).height();
        // One as tall as the digits must be a triangle beyond doubt.
        const bool smaller = alone != nullptr && (alone->box.height() < 0.97 * tall || (alone->box.height() < 1.3 * tall && is_triangle(*alone, ink)));
        const RasterMark mark = smaller ? raster_mark(ink.of(*alone), alone->box) : RasterMark{};
        if (mark.mark == SignMark::none || mark.confidence < 0.9) {
            ++i;
            continue;
        }
        rows[other].marks.push_back(alone);
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(i));
        i = 0;
    }
}

bool is_mark(const Component& c, const PixelBox& row) {
    const double height = row.height();
    const bool over = c.box.y1 <= row.y0 + 0.12 * height;
    const bool under = c.box.y0 >= row.y1 - 0.12 * height;
    // A comma hangs from the line between two digits; a mark is as wide as a digit.
    const bool comma = under && c.box.width() < 0.3 * height && c.box.y0 < row.y1 + 0.02 * height;
    return (over || under) && !comma;
}

/// The flag of a thin "5" that came apart from it: right over or under one digit and no wider, as no mark is.
bool is_piece_of(const Component& c, const PixelBox& digit) {
    const double gap = std::max(digit.y0 - c.box.y1, c.box.y0 - digit.y1);
    const bool low = c.box.height() <= 1 + piece_height * digit.height();
    return low && c.box.x0 >= digit.x0 - 1 && c.box.x1 <= digit.x1 + 1 && gap <= 1 + piece_gap * digit.height();
}

/// The pale pixels of a spot that touches neither its surroundings above nor beside; none when it is no comma.
std::vector<PixelRun> pale_spot(const SheetRaster& raster, const PixelBox& room, int height) {
    const auto light = [&raster](int x, int y) {
        return static_cast<int>(GET_DATA_BYTE(pixGetData(raster.grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(raster.grey.get()), x));
    };
    int ground = 0;
    for (int y = room.y0; y < room.y1; ++y) {
        for (int x = room.x0; x < room.x1; ++x) ground = std::max(ground, light(x, y));
    }
    const int limit = static_cast<int>(pale * ground);
    std::vector<PixelRun> runs;
    PixelBox box{room.x1, room.y1, room.x0, room.y0};
    long pixels = 0;
    for (int y = room.y0; y < room.y1; ++y) {
        for (int x = room.x0; x < room.x1; ++x) {
            if (light(x, y) >= limit) continue;
            if (!runs.empty() && runs.back().y == y && runs.back().x1 == x) ++runs.back().x1;
            else runs.push_back({y, x, x + 1});
            box = {std::min(box.x0, x), std::min(box.y0, y), std::max(box.x1, x + 1), std::max(box.y1, y + 1)};
            ++pixels;
        }
    }
    const bool touches = box.y0 <= room.y0 || box.y1 >= room.y1;
    const bool fits = box.width() <= 0.3 * height && box.height() >= 0.12 * height && box.height() <= 0.5 * height;
    if (pixels < 3 || touches || !fits || 3 * pixels < static_cast<long>(box.width()) * box.height()) runs.clear();
    return runs;
}

}  // namespace

bool is_fraction(const std::vector<const Component*>& letters) {
    constexpr int slender = 4;        // width to height of the line
    constexpr double other_size = 1.35;
    return std::ranges::any_of(letters, [&letters](const Component* bar) {
        const PixelBox& line = bar->box;
        if (line.width() < slender * line.height() || static_cast<double>(bar->pixels) < 0.7 * line.width() * line.height()) return false;
        // Beside a "=" stand letters.
        const auto beside = [&line](const Component* c) { return c->box.y0 < line.y0 && c->box.y1 > line.y1; };
        if (std::ranges::any_of(letters, beside)) return false;
        std::array<int, 2> tallest{};
        for (const Component* c : letters) {
            const double middle = (c->box.x0 + c->box.x1) / 2.0;
            if (c == bar || middle < line.x0 || middle > line.x1) continue;
            if (c->box.y1 <= line.y0 + 1) tallest[0] = std::max(tallest[0], c->box.height());
            if (c->box.y0 >= line.y1 - 1) tallest[1] = std::max(tallest[1], c->box.height());
        }
        const auto [less, more] = std::minmax(tallest[0], tallest[1]);
        return less > 2 * line.height() && more < other_size * less && line.width() < slender * more;
    });
}

std::optional<int> neck_of(const Component& c, const Components& ink) {
    if (c.box.height() < 1.1 * c.box.width() || c.box.height() < 14) return std::nullopt;
    std::map<int, int> widths;
    for (const PixelRun& run : ink.of(c)) widths[run.y] += run.x1 - run.x0;
    for (int row = c.box.y0 + c.box.height() / 5; row < c.box.y1 - c.box.height() / 5; ++row) {
        if (widths[row] > 0.35 * c.box.width() || !is_central(c, ink, row)) continue;
        std::vector<PixelRun> over;
        std::vector<PixelRun> under;
        for (const PixelRun& run : ink.of(c)) (run.y < row ? over : under).push_back(run);
        if (is_closed_triangle(over, c.box, false) || is_closed_triangle(under, c.box, true)) return row;
    }
    return std::nullopt;
}

std::vector<Written> written_rows(std::vector<const Component*> all, const Components& ink) {
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
    take_mark_rows(rows, ink);
    for (const Component* c : all) {
        if (c->box.height() >= 0.62 * tallest) continue;
        Written& row = *std::ranges::min_element(rows, {}, [c](const Written& w) {
            const PixelBox b = box_of(w.letters);
            return std::max({b.y0 - (c->box.y0 + c->box.y1) / 2, (c->box.y0 + c->box.y1) / 2 - b.y1, 0});
        });
        const bool piece = std::ranges::any_of(row.letters, [c](const Component* letter) { return is_piece_of(*c, letter->box); });
        (is_mark(*c, box_of(row.letters)) && !piece ? row.marks : row.letters).push_back(c);
    }
    return rows;
}

void add_pale_commas(const SheetRaster& raster, Components& ink, Written& written) {
    std::vector<const Component*>& letters = written.letters;
    std::ranges::sort(letters, {}, [](const Component* c) { return c->box.x0; });
    const PixelBox row = box_of(letters);
    for (std::size_t i = 0; i + 1 < letters.size() && ink.list.size() < ink.list.capacity(); ++i) {
        const PixelBox& left = letters[i]->box;
        const PixelBox& right = letters[i + 1]->box;
        const bool digits = 10 * std::min(left.height(), right.height()) > 7 * row.height();
        if (!digits || right.x0 - left.x1 < comma_gap * row.height()) continue;
        const int sixth = std::max(2, row.height() / 6);
        const PixelBox room{left.x1 + 1, std::max(0, row.y1 - 2 * sixth), right.x0 - 1, std::min(raster.height, row.y1 + 2 * sixth + 1)};
        const std::vector<PixelRun> runs = room.width() > 1 ? pale_spot(raster, room, row.height()) : std::vector<PixelRun>{};
        if (runs.empty()) continue;
        Component comma{{runs[0].x0, runs[0].y, runs[0].x1, runs.back().y + 1}, 0, ink.runs.size(), runs.size()};
        for (const PixelRun& run : runs) {
            comma.box.x0 = std::min(comma.box.x0, run.x0);
            comma.box.x1 = std::max(comma.box.x1, run.x1);
            comma.pixels += run.x1 - run.x0;
        }
        ink.runs.insert(ink.runs.end(), runs.begin(), runs.end());
        ink.list.push_back(comma);
        letters.insert(letters.begin() + static_cast<std::ptrdiff_t>(i) + 1, &ink.list.back());
        ++i;
    }
}

std::vector<NumberMark> marks_of(const Written& written, const Components& ink) {
    const PixelBox row = box_of(written.letters);
    std::vector<NumberMark> marks;
    for (const Component* c : written.marks) {
        const RasterMark mark = raster_mark(ink.of(*c), c->box);
        marks.push_back({mark.mark, (c->box.y0 + c->box.y1) / 2 < (row.y0 + row.y1) / 2, mark.confidence, c->box});
    }
    return marks;
}

void set_marks(const std::vector<NumberMark>& marks, SignCell& cell) {
    for (const NumberMark& mark : marks) {
        SignMark& place = mark.above ? cell.above : cell.below;
        cell.confidence = std::min(cell.confidence, mark.mark == SignMark::none ? doubtful : mark.confidence);
        if (place == SignMark::none) place = mark.mark;
    }
}

}  // namespace planlezer
