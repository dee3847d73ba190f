#include "extractors/map/raster/turned_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "extractors/map/plane.hpp"
#include "extractors/map/raster/level_sheet.hpp"
#include "extractors/map/raster/letters.hpp"
#include "extractors/map/raster/raster_text.hpp"

namespace planlezer {

namespace {

constexpr double upright = 75;        // degrees: such a row may run up or down
constexpr double margin = 1;          // millimetres of white around a row
constexpr std::size_t most_rows = 400;
constexpr double most_pixels = 60e6;  // of the rows below one another
constexpr double least_sure = 0.5;    // confidence: less, and a row may be level, or none
constexpr double least_said = 0.4;    // confidence: less is no text
constexpr double surely_read = 0.8;   // confidence: more, and the row is not tried upside down
constexpr double clearly_better = 1.5;

/// The ink of one row alone, in its place on the sheet.
class RowInk {
  public:
    RowInk(const SheetRaster& raster, const Components& ink, const TurnedRow& row) {
        std::vector<const Component*> letters;
        for (const std::size_t id : row.members) letters.push_back(&ink.list[id]);
        box_ = box_of(letters);
        box_ = {box_.x0 - 2, box_.y0 - 2, box_.x1 + 2, box_.y1 + 2};
        ink_.assign(static_cast<std::size_t>(box_.width()) * static_cast<std::size_t>(box_.height()), 255);
        grey_ = ink_;
        for (const Component* letter : letters) {
            for (const PixelRun& run : ink.of(*letter)) {
                for (int x = run.x0; x < run.x1; ++x) ink_[at(x, run.y)] = 0;
                // A letter's edge is grey.
                for (int y = std::max(0, run.y - 1); y <= std::min(raster.height - 1, run.y + 1); ++y) {
                    const l_uint32* line = pixGetData(raster.grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(raster.grey.get());
                    for (int x = std::max(0, run.x0 - 1); x <= std::min(raster.width - 1, run.x1); ++x) grey_[at(x, y)] = GET_DATA_BYTE(line, x);
                }
            }
        }
        drop_pale();
    }
    /// Between pixels, 0-255.
    [[nodiscard]] double ink(const Point& p) const { return between(ink_, p); }
    [[nodiscard]] double grey(const Point& p) const { return between(grey_, p); }

  private:
    /// A line of the ground beneath that touches a letter is paler than the letters.
    void drop_pale() {
        std::vector<std::uint8_t> inks;
        std::uint8_t ground = 0;
        for (std::size_t i = 0; i < ink_.size(); ++i) {
            if (ink_[i] == 0) inks.push_back(grey_[i]);
            else if (grey_[i] < 255) ground = std::max(ground, grey_[i]);
        }
        constexpr std::size_t dark_part = 4;  // of the ink, one in so many is surely the letters'
        const auto dark = inks.begin() + static_cast<std::ptrdiff_t>(inks.size() / dark_part);
        std::ranges::nth_element(inks, dark);
        const int limit = (*dark + std::max<int>(ground, *dark)) / 2;
        for (std::size_t i = 0; i < ink_.size(); ++i) {
            if (ink_[i] == 0 && grey_[i] > limit) ink_[i] = grey_[i] = 255;
        }
    }

    [[nodiscard]] std::size_t at(int x, int y) const {
        return static_cast<std::size_t>(y - box_.y0) * static_cast<std::size_t>(box_.width()) + static_cast<std::size_t>(x - box_.x0);
    }
    [[nodiscard]] double between(const std::vector<std::uint8_t>& pixels, const Point& p) const {
        const double left = std::floor(p.x - 0.5);
        const double top = std::floor(p.y - 0.5);
        const int x = static_cast<int>(left);
        const int y = static_cast<int>(top);
        if (x < box_.x0 || y < box_.y0 || x + 1 >= box_.x1 || y + 1 >= box_.y1) return 255;
        const double right_part = p.x - 0.5 - left;
        const double low_part = p.y - 0.5 - top;
        const double upper = pixels[at(x, y)] * (1 - right_part) + pixels[at(x + 1, y)] * right_part;
        const double lower = pixels[at(x, y + 1)] * (1 - right_part) + pixels[at(x + 1, y + 1)] * right_part;
        return upper * (1 - low_part) + lower * low_part;
    }

    PixelBox box_;
    std::vector<std::uint8_t> ink_;
    std::vector<std::uint8_t> grey_;
};

/// Rows turned level, one below the other on a sheet of their own.
class LevelSheet {
  public:
    LevelSheet(const SheetRaster& raster, const Components& ink, std::vector<TurnedRow> rows)
        : from_(raster), rows_(std::move(rows)), scale_(level_scale(raster)), margin_(static_cast<int>(std::ceil(raster.pixels(margin))) * scale_) {
        place();
        for (std::size_t i = 0; i < rows_.size(); ++i) draw(i, RowInk(raster, ink, rows_[i]));
    }

    /// For each row what was read there, in points of the sheet it was cut out of.
    std::vector<std::vector<TextRun>> read(LetterVote& vote, OcrEngine& engine) {
        const Components ink = components_of(*sheet_.ink, false);
        std::vector<bool> used(ink.list.size(), false);
        std::vector<std::vector<TextRun>> found(rows_.size());
        for (TextRun& run : raster_text(sheet_, ink, used, vote, engine)) {
            const double middle = run.box.mid_y() / sheet_.y_points;
            const auto next = std::ranges::upper_bound(tops_, middle);
            if (next == tops_.begin()) continue;
            const auto row = static_cast<std::size_t>(next - tops_.begin()) - 1;
            run.angle = std::remainder(rows_[row].angle, 360.0);
            run.box = on_sheet(run.box, row);
            for (Word& word : run.words) word.box = on_sheet(word.box, row);
            found[row].push_back(std::move(run));
        }
        return found;
    }

  private:
    void place() {
        int width = 0;
        int top = margin_;
        for (const TurnedRow& row : rows_) {
            const int height = static_cast<int>(std::ceil(row.box.height() * scale_));
            width = std::max(width, static_cast<int>(std::ceil(row.box.width() * scale_)) + 2 * margin_);
            tops_.push_back(top);
            top += height + 2 * margin_;
            if (static_cast<double>(width) * top > most_pixels) break;
        }
        rows_.resize(tops_.size());
        sheet_ = level_sheet(from_, scale_, width, top);
    }

    void draw(std::size_t number, const RowInk& ink) {
        const TurnedRow& row = rows_[number];
        const int top = static_cast<int>(tops_[number]);
        const int height = static_cast<int>(std::ceil(row.box.height() * scale_));
        const int width = static_cast<int>(std::ceil(row.box.width() * scale_));
        for (int y = -scale_; y < height + scale_; ++y) {
            l_uint32* grey = pixGetData(sheet_.grey.get()) + static_cast<std::ptrdiff_t>(top + y) * pixGetWpl(sheet_.grey.get());
            l_uint32* line = pixGetData(sheet_.ink.get()) + static_cast<std::ptrdiff_t>(top + y) * pixGetWpl(sheet_.ink.get());
            for (int x = -scale_; x < width + scale_; ++x) {
                const Point there = plane::turned({row.box.x0 + (x + 0.5) / scale_, row.box.y0 + (y + 0.5) / scale_}, {}, row.angle);
                constexpr double half = 127.5;
                if (ink.ink(there) < half) SET_DATA_BIT(line, x + margin_);
                SET_DATA_BYTE(grey, x + margin_, static_cast<l_uint8>(ink.grey(there)));
            }
        }
    }

    [[nodiscard]] Box on_sheet(const Box& box, std::size_t number) const {
        const TurnedRow& row = rows_[number];
        Ring corners;
        for (const Point p : {Point{box.x0, box.y0}, Point{box.x1, box.y0}, Point{box.x1, box.y1}, Point{box.x0, box.y1}}) {
            const Point level{row.box.x0 + (p.x / sheet_.x_points - margin_) / scale_, row.box.y0 + (p.y / sheet_.y_points - tops_[number]) / scale_};
            const Point there = plane::turned(level, {}, row.angle);
            corners.push_back({there.x * from_.x_points, there.y * from_.y_points});
        }
        return plane::box_of(corners);
    }

    const SheetRaster& from_;
    std::vector<TurnedRow> rows_;
    int scale_;
    int margin_;
    SheetRaster sheet_;
    std::vector<double> tops_;  ///< of each row
};

TurnedRow upside_down(TurnedRow row) {
    row.angle += 180;
    row.box = {-row.box.x1, -row.box.y1, -row.box.x0, -row.box.y0};
    return row;
}

/// How much was read, and how surely.
double worth(const std::vector<TextRun>& runs) {
    double sum = 0;
    for (const TextRun& run : runs) sum += run.confidence * run.confidence * static_cast<double>(run.text.size());
    return sum;
}

double sureness(const std::vector<TextRun>& runs) {
    double most = 0;
    for (const TextRun& run : runs) most = std::max(most, run.confidence);
    return most;
}

std::string text_of(const std::vector<TextRun>& runs) {
    std::string text;
    for (const TextRun& run : runs) text += (text.empty() ? "" : " ") + run.text;
    return text;
}

/// A number on its side: the wrong way round it may be another.
bool may_be_number(const std::vector<TextRun>& runs) {
    return std::ranges::any_of(runs, [](const TextRun& run) { return run.confidence >= least_said && run.text.find_first_of("0123456789") != std::string::npos; });
}

}  // namespace

std::vector<ReadableRow> readable_rows(const SheetRaster& raster, const Components& ink, std::vector<TurnedRow> rows, const LetterVote& vote, OcrEngine& engine) {
    if (rows.empty()) return {};
    std::ranges::stable_sort(rows, std::ranges::greater(), [](const TurnedRow& row) { return row.members.size(); });
    if (rows.size() > most_rows) rows.resize(most_rows);
    // What is read the wrong way round must teach nothing.
    LetterVote scratch = vote;
    const auto forward = LevelSheet(raster, ink, rows).read(scratch, engine);
    std::vector<std::size_t> which;
    std::vector<TurnedRow> turned;
    for (std::size_t i = 0; i < forward.size(); ++i) {
        if (std::abs(rows[i].angle) < upright && sureness(forward[i]) > surely_read) continue;
        which.push_back(i);
        turned.push_back(upside_down(rows[i]));
    }
    scratch = vote;
    const auto backward = turned.empty() ? std::vector<std::vector<TextRun>>{} : LevelSheet(raster, ink, turned).read(scratch, engine);
    std::vector<ReadableRow> found;
    std::size_t next = 0;
    for (std::size_t i = 0; i < forward.size(); ++i) {
        ReadableRow one{rows[i], ""};
        double sure = sureness(forward[i]);
        if (next < backward.size() && which[next] == i) {
            const std::vector<TextRun>& back = backward[next];
            const bool turn = worth(back) > worth(forward[i]);
            const std::vector<TextRun>& less = turn ? forward[i] : back;
            const bool close = clearly_better * worth(less) > worth(turn ? back : forward[i]);
            if (close || (std::abs(rows[i].angle) >= upright && may_be_number(less))) one.other = text_of(less);
            if (turn) one.row = turned[next];
            sure = std::max(sure, sureness(back));
            ++next;
        }
        if (sure >= least_sure) found.push_back(std::move(one));
    }
    return found;
}

std::vector<TextRun> turned_text(const SheetRaster& raster, const Components& ink, const std::vector<ReadableRow>& rows, LetterVote& vote, OcrEngine& engine) {
    if (rows.empty()) return {};
    std::vector<TurnedRow> level;
    for (const ReadableRow& one : rows) level.push_back(one.row);
    std::vector<TextRun> found;
    const auto read = LevelSheet(raster, ink, std::move(level)).read(vote, engine);
    for (std::size_t i = 0; i < read.size(); ++i) {
        for (TextRun run : read[i]) {
            if (run.confidence < least_said) continue;
            // The first reading stays as the second, so that a person looks at it.
            if (std::string figures = with_figures_before_commas(run.text, run.second_reading); figures != run.text) run.second_reading = std::exchange(run.text, std::move(figures));
            if (run.text != rows[i].other && run.second_reading.empty()) run.second_reading = rows[i].other;
            found.push_back(std::move(run));
        }
    }
    return found;
}

}  // namespace planlezer
