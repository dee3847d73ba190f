#include "extractors/map/raster/raster_text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "extractors/limits.hpp"
#include "extractors/map/disjoint_sets.hpp"
#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"
#include "extractors/map/raster/ellipses.hpp"
#include "extractors/map/raster/letter_vote.hpp"
#include "extractors/map/raster/letters.hpp"
#include "extractors/map/raster/percent_signs.hpp"
#include "extractors/map/raster/text_reading.hpp"
#include "extractors/map/raster/unread_ink.hpp"
#include "extractors/map/raster/word_frames.hpp"
#include "extractors/map/raster/word_lines.hpp"

namespace planlezer {

namespace {

constexpr double least_height = 0.9;   // millimetres
constexpr double most_height = 9;
constexpr double widest = 9;           // millimetres, of one letter or what touches it
constexpr double touching_filled = 0.3;  // share of the box that letters fill
constexpr double bar_filled = 0.75;
constexpr std::ptrdiff_t least_strokes = 4;  // that a line through several letters meets
constexpr double most_touching = 5;    // times their height, of large letters that touch
constexpr double word_reach = 0.95;    // of the height: gaps up to a wide blank
constexpr double least_sure = 0.25;    // confidence: less is no text
constexpr double sure_alone = 0.6;     // anything small looks like one letter
constexpr double sure_of_two = 0.45;
constexpr double smallest_speck = 0.15;
constexpr double least_line = 1.6;     // millimetres
constexpr double sure_percent = 0.9;   // confidence of a percent sign known by its three pieces

bool has_digit(const std::string& text) {
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

class TextFinder {
  public:
    TextFinder(const SheetRaster& raster, const Components& ink, std::vector<bool>& used, LetterVote& vote, OcrEngine& engine)
        : raster_(raster), ink_(ink), used_(used), vote_(vote), engine_(engine), reader_(raster, ink, engine), frames_(raster, ink) {
        for (std::size_t i = 0; i < ink_.list.size(); ++i) {
            if (!used_[i] && is_letter(ink_.list[i])) letters_.push_back(i);
        }
        for (const PercentSign& sign : find_percent_signs(raster_, ink_, used_)) percents_.emplace(&ink_.list[sign.stroke], sign);
        ellipses_ = find_ellipses(raster_, ink_, used_);
        for (std::size_t i = 0; i < letters_.size(); ++i) index_.add(i, float_box(ink_.list[letters_[i]].box));
    }

    std::vector<TextRun> find() {
        std::vector<WrittenLine> groups = grouped();
        add_marks(groups);
        std::ranges::stable_sort(groups, std::ranges::greater(), [](const WrittenLine& g) { return g.letters.size(); });
        if (groups.size() > limits::lines_a_page) groups.resize(limits::lines_a_page);
        for (WrittenLine& group : groups) {
            group.line = letter_line(group.letters, ink_);
            group.reading = is_percent(group.letters) ? percent(group.letters) : reader_.first_reading(group);
            std::string letters_only = group.reading.text;
            std::erase(letters_only, ' ');
            group.learnt = vote_.lines();
            vote_.learn(group.line, letters_only, group.reading.confidence);
        }
        std::vector<TextRun> runs;
        std::vector<const WrittenLine*> read;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            reader_.reread_code(groups[i], vote_);
            add_dots(groups[i]);
            const double sure = groups[i].letters.size() == 1 ? sure_alone : (groups[i].letters.size() == 2 ? sure_of_two : least_sure);
            if (groups[i].reading.confidence >= sure || is_mostly_read(groups[i].reading)) {
                runs.push_back(run_of(groups[i]));
                read.push_back(&groups[i]);
            }
        }
        doubt_partial(read, runs);
        return runs;
    }

  private:
    /// "III" beside a "V" that a line holds is no three.
    void doubt_partial(const std::vector<const WrittenLine*>& read, std::vector<TextRun>& runs) const {
        constexpr double in_doubt = 0.5;
        constexpr std::size_t longest_value = 8;
        const UnreadInk unread(raster_, ink_, used_);
        for (std::size_t i = 0; i < runs.size(); ++i) {
            const bool counts = has_digit(runs[i].text) || runs[i].text.find_first_not_of("IVX") == std::string::npos;
            if (counts && runs[i].text.size() <= longest_value && unread.is_beside(read[i]->letters)) runs[i].confidence = std::min(runs[i].confidence, in_doubt);
        }
    }

    [[nodiscard]] bool is_letter(const Component& c) const {
        const double height = c.box.height();
        const double filled = static_cast<double>(c.pixels) / (height * c.box.width());
        // In a title three large letters that touch are wider than any letter: the "KLA" of "VERKLARING".
        const bool several = filled > touching_filled && filled < bar_filled && c.box.width() < most_touching * height && strokes_across(c) >= least_strokes;
        if (height < raster_.pixels(least_height) || height > raster_.pixels(most_height) || (c.box.width() > raster_.pixels(widest) && !several)) return false;
        // A frame or a long thin line is no letter; an "l" fills its box. Bold letters may touch: "mm".
        return filled > 0.12 && c.box.width() < (filled > touching_filled && filled < bar_filled ? 6 : 3) * height;
    }

    /// How often a line through its middle meets ink: a frame twice.
    [[nodiscard]] std::ptrdiff_t strokes_across(const Component& c) const {
        const int middle = (c.box.y0 + c.box.y1) / 2;
        return std::ranges::count(ink_.of(c), middle, &PixelRun::y);
    }

    std::vector<WrittenLine> grouped() {
        DisjointSets sets(letters_.size());
        for (std::size_t i = 0; i < letters_.size(); ++i) {
            const PixelBox& a = ink_.list[letters_[i]].box;
            const double reach = word_reach * a.height();
            for (const std::size_t j : index_.meeting({a.x1 - 0.3 * a.height(), static_cast<double>(a.y0), a.x1 + reach, static_cast<double>(a.y1)})) {
                const PixelBox& b = ink_.list[letters_[j]].box;
                const double overlap = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
                const double shorter = std::min(a.height(), b.height());
                const double taller = std::max(a.height(), b.height());
                if (i == j || b.x0 < a.x0 || overlap < 0.6 * shorter || taller > 2.3 * shorter || b.x0 - a.x1 > word_reach * taller || frames_.part(float_box(a), float_box(b))) continue;
                sets.join(i, j);
            }
        }
        for (const Ellipsis& dots : ellipses_) {
            const auto left = letter_beside(dots, true);
            const auto right = letter_beside(dots, false);
            if (left && right) sets.join(*left, *right);
        }
        std::map<std::size_t, LetterGroup> groups;
        for (std::size_t i = 0; i < letters_.size(); ++i) groups[sets.root(i)].push_back(&ink_.list[letters_[i]]);
        std::vector<LetterGroup> found;
        for (auto& [key, letters] : groups) found.push_back(std::move(letters));
        join_typed(found, &frames_);
        std::vector<WrittenLine> result;
        for (LetterGroup& letters : found) {
            if (!letters.empty() && is_text(letters)) result.push_back({std::move(letters), {}, {}, 0, {}});
        }
        return result;
    }

    /// Of "goot ... m" the dots keep the letters apart, which are one text.
    [[nodiscard]] std::optional<std::size_t> letter_beside(const Ellipsis& dots, bool left) const {
        const double reach = raster_.pixels(least_line);
        const PixelBox& own = dots.box;
        const Box room = left ? Box{own.x0 - reach, own.y0 - 2.0, own.x0 + 0.0, own.y1 + 1.0} : Box{own.x1 + 0.0, own.y0 - 2.0, own.x1 + reach, own.y1 + 1.0};
        std::optional<std::size_t> best;
        const auto gap = [&](std::size_t i) { return left ? own.x0 - ink_.list[letters_[i]].box.x1 : ink_.list[letters_[i]].box.x0 - own.x1; };
        for (const std::size_t i : index_.meeting(room)) {
            // The dots stand on the line the letters stand on.
            const PixelBox& box = ink_.list[letters_[i]].box;
            const bool level = own.y0 > box.y0 && std::abs(own.y1 - box.y1) < 0.45 * box.height();
            if (level && gap(i) >= 0 && (!best || gap(i) < gap(*best))) best = i;
        }
        return best;
    }

    /// A line of words of which Tesseract trusts all but one: "maximum oppervlakte (m2)".
    static bool is_mostly_read(const Reading& reading) {
        constexpr double trusted = 0.7;
        constexpr double most = 0.7;         // of the letters
        constexpr std::size_t a_line = 12;   // letters
        std::size_t letters = 0;
        std::size_t read = 0;
        for (const OcrWord& word : reading.words) {
            letters += word.text.size();
            read += word.confidence >= trusted ? word.text.size() : 0;
        }
        return letters >= a_line && static_cast<double>(read) >= most * static_cast<double>(letters);
    }

    /// A letter by itself must be large and full, or anything small would be one.
    [[nodiscard]] bool is_text(const LetterGroup& letters) const {
        if (letters.size() > 1 || percents_.contains(letters[0])) return true;
        const Component& c = *letters[0];
        const double filled = static_cast<double>(c.pixels) / (static_cast<double>(c.box.height()) * c.box.width());
        return c.box.height() > raster_.pixels(1.3) && filled > 0.18 && c.box.width() > 0.2 * c.box.height();
    }

    /// Nothing but a percent sign, which is too little for Tesseract.
    [[nodiscard]] bool is_percent(const LetterGroup& letters) const {
        if (letters.size() != 3) return false;
        return std::ranges::any_of(letters, [&](const Component* stroke) {
            const auto sign = percents_.find(stroke);
            if (sign == percents_.end()) return false;
            return std::ranges::all_of(letters, [&](const Component* c) {
                return c == stroke || c == &ink_.list[sign->second.upper] || c == &ink_.list[sign->second.lower];
            });
        });
    }

    static Reading percent(const LetterGroup& letters) {
        OcrWord word;
        word.text = "%";
        word.confidence = sure_percent;
        word.box = float_box(box_of(letters));
        return {word.text, word.confidence, {word}};
    }

    /// Points, commas and accents go to the letters beside them.
    void add_marks(std::vector<WrittenLine>& groups) {
        BoxIndex lines(100);
        std::vector<Box> boxes;
        for (const WrittenLine& group : groups) {
            Box box = float_box(group.letters[0]->box);
            for (const Component* letter : group.letters) box = united(box, float_box(letter->box));
            lines.add(boxes.size(), box);
            boxes.push_back(box);
        }
        // A large comma stands by itself so far, as a letter does.
        std::vector<bool> taken(ink_.list.size(), false);
        for (const WrittenLine& group : groups) {
            for (const Component* letter : group.letters) taken[id_of(letter)] = group.letters.size() > 1 || percents_.contains(letter);
        }
        for (const Ellipsis& dots : ellipses_) {
            for (const std::size_t dot : dots.dots) taken[dot] = true;
        }
        // Each that is added may bring the next within reach.
        constexpr int most_passes = 3;
        for (int pass = 0; pass < most_passes; ++pass) {
            if (!add_specks_near(groups, lines, boxes, taken)) break;
        }
        for (const Ellipsis& dots : ellipses_) add_ellipsis(groups, lines, boxes, dots);
        std::erase_if(groups, [&](const WrittenLine& group) { return group.letters.size() == 1 && !percents_.contains(group.letters[0]) && taken[id_of(group.letters[0])]; });
        join(groups);
    }

    [[nodiscard]] std::size_t id_of(const Component* c) const { return static_cast<std::size_t>(c - ink_.list.data()); }

    /// What could be a letter by itself is a mark beside letters that are far taller.
    [[nodiscard]] bool is_mark_of(const WrittenLine& group, const Box& box, const Component& c) const {
        constexpr double low = 0.5;
        return !is_letter(c) || (group.letters.size() > 1 && c.box.height() < low * box.height() && c.box.width() < low * box.height());
    }

    bool add_specks_near(std::vector<WrittenLine>& groups, const BoxIndex& lines, std::vector<Box>& boxes, std::vector<bool>& taken) const {
        bool added = false;
        for (std::size_t i = 0; i < ink_.list.size(); ++i) {
            const Component& c = ink_.list[i];
            const double longer = std::max(c.box.width(), c.box.height());
            if (used_[i] || taken[i] || longer > raster_.pixels(2) || longer < raster_.pixels(smallest_speck)) continue;
            const Box own = float_box(c.box);
            for (const std::size_t g : lines.meeting(plane::grown(own, raster_.pixels(4)))) {
                const double height = reach_of(boxes[g], groups[g]);
                const double before = (groups[g].letters.size() > 2 ? 0.9 : 0.15) * height;
                const bool level = own.y0 >= boxes[g].y0 - 0.25 * height && own.y1 <= boxes[g].y1 + 0.25 * height;
                // A dash or the strokes of "=" may be as wide as a letter.
                const bool beside = own.x0 >= boxes[g].x0 - before && own.x0 <= boxes[g].x1 + 0.45 * height && own.x1 <= boxes[g].x1 + 1.3 * height;
                if (!level || !beside || !is_mark_of(groups[g], boxes[g], c)) continue;
                groups[g].letters.push_back(&c);
                boxes[g] = {std::min(boxes[g].x0, own.x0), boxes[g].y0, std::max(boxes[g].x1, own.x1), boxes[g].y1};
                taken[i] = added = true;
                break;
            }
        }
        return added;
    }

    /// What may stand beside a line is measured by its height; one or two letters may all be small ones.
    [[nodiscard]] double reach_of(const Box& box, const WrittenLine& group) const {
        return group.letters.size() > 2 ? box.height() : std::max(box.height(), raster_.pixels(least_line));
    }

    void add_ellipsis(std::vector<WrittenLine>& groups, const BoxIndex& lines, const std::vector<Box>& boxes, const Ellipsis& dots) const {
        const Box own = float_box(dots.box);
        std::optional<std::size_t> best;
        double least = 1e9;
        for (const std::size_t g : lines.meeting(plane::grown(own, raster_.pixels(4)))) {
            const double gap = std::max({own.x0 - boxes[g].x1, boxes[g].x0 - own.x1, 0.0});
            const bool level = own.y0 > boxes[g].y0 && std::abs(own.y1 - boxes[g].y1) < 0.35 * boxes[g].height();
            if (!level || gap > reach_of(boxes[g], groups[g]) || gap >= least) continue;
            least = gap;
            best = g;
        }
        if (best) groups[*best].dots.push_back(dots);
    }

    /// Words of one line, also those that a dash has brought within reach: "Verkeers - en".
    void join(std::vector<WrittenLine>& groups) const {
        std::vector<LetterGroup> letters;
        for (WrittenLine& group : groups) letters.push_back(std::move(group.letters));
        join_words(letters, &frames_);
        for (std::size_t i = 0; i < groups.size(); ++i) groups[i].letters = std::move(letters[i]);
        std::erase_if(groups, [](const WrittenLine& group) { return group.letters.empty(); });
    }

    TextRun run_of(const WrittenLine& group) {
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
        Box whole = float_box(box);
        for (const Ellipsis& dots : group.dots) whole = united(whole, float_box(dots.box));
        run.box = points(whole);
        run.size = box.height() * raster_.y_points / 0.73;
        if (const std::string figures = as_figures(run.text); figures != run.text) {
            run.second_reading = std::exchange(run.text, figures);
        } else if (has_digit(run.text) && run.text.size() <= 24) {
            run.second_reading = second_reading(group);
            // "h=1l1l" with the four letters of "h=11".
            const std::size_t letters = group.line.forms.size();
            if (plain(run.text).size() != letters && plain(run.second_reading).size() == letters) std::swap(run.text, run.second_reading);
        }
        for (const Component* letter : group.letters) used_[id_of(letter)] = true;
        for (const Ellipsis& dots : group.dots) {
            for (const std::size_t dot : dots.dots) used_[dot] = true;
        }
        return run;
    }

    static std::string plain(std::string text) {
        std::erase(text, ' ');
        return text;
    }

    std::string second_reading(const WrittenLine& group) {
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
    LineReader reader_;
    WordFrames frames_;
    std::vector<std::size_t> letters_;
    std::vector<Ellipsis> ellipses_;
    std::map<const Component*, PercentSign> percents_;  ///< by their stroke
    BoxIndex index_{40};
};

}  // namespace

std::vector<TextRun> raster_text(const SheetRaster& raster, const Components& ink, std::vector<bool>& used, LetterVote& vote, OcrEngine& engine) {
    return TextFinder(raster, ink, used, vote, engine).find();
}

}  // namespace planlezer
