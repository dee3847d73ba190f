#include "extractors/map/raster/raster_text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

#include "extractors/limits.hpp"
#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"
#include "extractors/map/raster/letter_vote.hpp"
#include "extractors/map/raster/letters.hpp"

namespace planlezer {

namespace {

constexpr double least_height = 0.9;   // millimetres
constexpr double most_height = 9;
constexpr double widest = 9;           // millimetres, of one letter or what touches it
constexpr double word_reach = 0.95;    // of the height: gaps up to a wide blank
constexpr double least_sure = 0.25;    // confidence: less is no text
constexpr double sure_alone = 0.6;     // anything small looks like one letter
constexpr double sure_of_two = 0.45;
constexpr double smallest_speck = 0.15;

Box float_box(const PixelBox& b) { return {static_cast<double>(b.x0), static_cast<double>(b.y0), static_cast<double>(b.x1), static_cast<double>(b.y1)}; }

bool has_digit(const std::string& text) {
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

struct Group {
    std::vector<const Component*> letters;
    Reading reading;
    LetterLine line;
    std::size_t learnt = 0;  ///< its place among the lines the vote has learnt
};

class TextFinder {
  public:
    TextFinder(const SheetRaster& raster, const Components& ink, std::vector<bool>& used, LetterVote& vote, OcrEngine& engine)
        : raster_(raster), ink_(ink), used_(used), vote_(vote), engine_(engine) {
        for (std::size_t i = 0; i < ink_.list.size(); ++i) {
            if (!used_[i] && is_letter(ink_.list[i])) letters_.push_back(i);
        }
        for (std::size_t i = 0; i < letters_.size(); ++i) index_.add(i, float_box(ink_.list[letters_[i]].box));
    }

    std::vector<TextRun> find() {
        std::vector<Group> groups = grouped();
        add_specks(groups);
        std::ranges::stable_sort(groups, std::ranges::greater(), [](const Group& g) { return g.letters.size(); });
        if (groups.size() > limits::lines_a_page) groups.resize(limits::lines_a_page);
        for (Group& group : groups) {
            group.reading = read_letters(group.letters, ink_, raster_, group.letters.size() < 4 ? OcrEngine::Layout::one_word : OcrEngine::Layout::one_line, engine_);
            group.line = letter_line(group.letters, ink_);
            std::string letters_only = group.reading.text;
            std::erase(letters_only, ' ');
            group.learnt = vote_.lines();
            vote_.learn(group.line, letters_only, group.reading.confidence);
        }
        std::vector<TextRun> runs;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const double sure = groups[i].letters.size() == 1 ? sure_alone : (groups[i].letters.size() == 2 ? sure_of_two : least_sure);
            if (groups[i].reading.confidence >= sure) runs.push_back(run_of(groups[i]));
        }
        return runs;
    }

  private:
    [[nodiscard]] bool is_letter(const Component& c) const {
        const double height = c.box.height();
        if (height < raster_.pixels(least_height) || height > raster_.pixels(most_height) || c.box.width() > raster_.pixels(widest)) return false;
        const double filled = static_cast<double>(c.pixels) / (height * c.box.width());
        // A frame or a long thin line is no letter; an "l" fills its box.
        return filled > 0.12 && c.box.width() < 3 * height;
    }

    std::vector<Group> grouped() {
        std::vector<std::size_t> parent(letters_.size());
        std::iota(parent.begin(), parent.end(), std::size_t{0});
        const auto root = [&parent](std::size_t i) {
            while (parent[i] != i) i = parent[i] = parent[parent[i]];
            return i;
        };
        for (std::size_t i = 0; i < letters_.size(); ++i) {
            const PixelBox& a = ink_.list[letters_[i]].box;
            const double reach = word_reach * a.height();
            for (const std::size_t j : index_.meeting({a.x1 - 0.3 * a.height(), static_cast<double>(a.y0), a.x1 + reach, static_cast<double>(a.y1)})) {
                const PixelBox& b = ink_.list[letters_[j]].box;
                const double overlap = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
                const double shorter = std::min(a.height(), b.height());
                const double taller = std::max(a.height(), b.height());
                if (i == j || b.x0 < a.x0 || overlap < 0.6 * shorter || taller > 2.3 * shorter || b.x0 - a.x1 > word_reach * taller) continue;
                parent[root(i)] = root(j);
            }
        }
        std::map<std::size_t, Group> groups;
        for (std::size_t i = 0; i < letters_.size(); ++i) groups[root(i)].letters.push_back(&ink_.list[letters_[i]]);
        std::vector<Group> result;
        for (auto& [key, group] : groups) {
            if (is_text(group)) result.push_back(std::move(group));
        }
        return result;
    }

    /// A letter by itself must be large and full, or anything small would be one.
    [[nodiscard]] bool is_text(const Group& group) const {
        if (group.letters.size() > 1) return true;
        const Component& c = *group.letters[0];
        const double filled = static_cast<double>(c.pixels) / (static_cast<double>(c.box.height()) * c.box.width());
        return c.box.height() > raster_.pixels(1.3) && filled > 0.18 && c.box.width() > 0.2 * c.box.height();
    }

    /// Points, commas and accents go to the letters beside them.
    void add_specks(std::vector<Group>& groups) {
        BoxIndex lines(100);
        std::vector<Box> boxes;
        for (const Group& group : groups) {
            Box box = float_box(group.letters[0]->box);
            for (const Component* letter : group.letters) box = united(box, float_box(letter->box));
            lines.add(boxes.size(), box);
            boxes.push_back(box);
        }
        std::vector<bool> taken(ink_.list.size(), false);
        for (const std::size_t i : letters_) taken[i] = true;
        // Twice: what a broken letter adds may bring the next piece within reach.
        for (int pass = 0; pass < 2; ++pass) add_specks_near(groups, lines, boxes, taken);
    }

    void add_specks_near(std::vector<Group>& groups, const BoxIndex& lines, std::vector<Box>& boxes, std::vector<bool>& taken) const {
        for (std::size_t i = 0; i < ink_.list.size(); ++i) {
            const Component& c = ink_.list[i];
            const double longer = std::max(c.box.width(), c.box.height());
            if (used_[i] || taken[i] || longer > raster_.pixels(2) || longer < raster_.pixels(smallest_speck)) continue;
            const Box own = float_box(c.box);
            for (const std::size_t g : lines.meeting(plane::grown(own, raster_.pixels(2)))) {
                const Box room{boxes[g].x0 - (groups[g].letters.size() > 2 ? 0.9 : 0.15) * boxes[g].height(), boxes[g].y0 - 0.25 * boxes[g].height(), boxes[g].x1 + 0.45 * boxes[g].height(), boxes[g].y1 + 0.25 * boxes[g].height()};
                if (!plane::holds(room, {own.x0, own.y0}) || !plane::holds(room, {own.x1, own.y1})) continue;
                groups[g].letters.push_back(&c);
                const double x0 = std::min(boxes[g].x0, own.x0);
                boxes[g] = {x0, boxes[g].y0, std::max(boxes[g].x1, own.x1), boxes[g].y1};
                taken[i] = true;
                break;
            }
        }
    }

    TextRun run_of(const Group& group) {
        TextRun run;
        const PixelBox& box = group.line.box;
        for (const OcrWord& read : group.reading.words) {
            Word word;
            word.text = read.text;
            word.confidence = read.confidence;
            word.origin = TextOrigin::ocr;
            word.box = points(read.box);
            word.font_size = box.height() * raster_.y_points / 0.73;
            run.words.push_back(std::move(word));
        }
        run.text = group.reading.text;
        run.confidence = group.reading.confidence;
        run.box = points(float_box(box));
        run.size = box.height() * raster_.y_points / 0.73;
        if (const std::string figures = as_figures(run.text); figures != run.text) {
            run.second_reading = std::exchange(run.text, figures);
        } else if (has_digit(run.text) && run.text.size() <= 24) {
            run.second_reading = second_reading(group);
        }
        for (const Component* letter : group.letters) used_[static_cast<std::size_t>(letter - ink_.list.data())] = true;
        return run;
    }

    std::string second_reading(const Group& group) {
        const auto plain = [](std::string text) {
            std::erase(text, ' ');
            return text;
        };
        const auto vote = vote_.read(group.line, group.learnt);
        const std::string second = vote ? *vote : read_letters(group.letters, ink_, raster_, group.letters.size() >= 4 ? OcrEngine::Layout::one_word : OcrEngine::Layout::one_line, engine_).text;
        return plain(second) == plain(group.reading.text) ? "" : second;
    }

    [[nodiscard]] Box points(const Box& b) const {
        return {b.x0 * raster_.x_points, b.y0 * raster_.y_points, b.x1 * raster_.x_points, b.y1 * raster_.y_points};
    }

    const SheetRaster& raster_;
    const Components& ink_;
    std::vector<bool>& used_;
    LetterVote& vote_;
    OcrEngine& engine_;
    std::vector<std::size_t> letters_;
    BoxIndex index_{40};
};

}  // namespace

std::vector<TextRun> raster_text(const SheetRaster& raster, const Components& ink, std::vector<bool>& used, LetterVote& vote, OcrEngine& engine) {
    return TextFinder(raster, ink, used, vote, engine).find();
}

}  // namespace planlezer
