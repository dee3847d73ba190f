#include "extractors/map/legend.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "extractors/map/legend_samples.hpp"
#include "extractors/map/legend_words.hpp"
#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double widest_gap = 60;       // points between a sample and its words
constexpr double column_slack = 3.5;    // points by which words of one column may be set in or out
constexpr double tallest_gap = 90;      // points between entries of one column
constexpr std::size_t least_unheaded = 4;
constexpr std::size_t least_lettered = 2;

/// A sample and the words beside it, by their numbers.
struct Pair {
    std::size_t sample = 0;
    std::size_t run = 0;
};
struct Column {
    std::vector<Pair> pairs;  ///< top down
    Box box;
};

std::ptrdiff_t letters_in(const std::string& text) {
    return std::ranges::count_if(text, [](unsigned char c) { return std::isalpha(c) != 0; });
}

bool is_level(const TextRun& run) { return plane::turn_between(run.angle, 0) < 2; }

class LegendFinder {
  public:
    explicit LegendFinder(const SheetParts& parts) : parts_(parts), samples_(legend_samples(parts)) {
        for (std::size_t i = 0; i < samples_.size(); ++i) sample_index_.add(i, samples_[i].box);
        for (std::size_t i = 0; i < parts_.runs.size(); ++i) {
            run_index_.add(i, parts_.runs[i].box);
            if (is_legend_title(parts_.runs[i].text)) titles_.push_back(parts_.runs[i].box);
        }
    }
    Legend find() {
        Legend legend;
        std::vector<Column> found = columns();
        drop_headings(found);
        std::vector<bool> taken(found.size(), false);
        for (std::size_t i = 0; i < found.size(); ++i) {
            const bool titled = std::ranges::any_of(titles_, [&](const Box& title) { return stands_over(title, found[i].box); });
            taken[i] = titled || found[i].pairs.size() >= least_unheaded;
            legend.headed = legend.headed || titled;
        }
        if (legend.headed) take_beside(found, taken);
        std::vector<Column> kept;
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (!taken[i]) continue;
            add_lettered(found[i], kept);
            kept.push_back(std::move(found[i]));
        }
        add_lettered_columns(kept);
        std::ranges::stable_sort(kept, {}, [](const Column& column) { return column.box.x0; });
        std::string heading;
        for (Column& column : kept) {
            raise_to_first_lines(column);
            heading = add_entries(column, heading, legend);
        }
        for (const Box& title : titles_) {
            if (std::ranges::any_of(legend.blocks, [&](const Box& block) { return stands_over(title, block); })) legend.blocks.push_back(title);
        }
        return legend;
    }

  private:
    /// Above and about as wide as the column, or above its left neighbour.
    static bool stands_over(const Box& title, const Box& column) {
        return title.y1 < column.y0 + 20 && title.x0 < column.x1 + 300 && title.x1 > column.x0 - 300 && column.y0 - title.y1 < 400;
    }

    static bool is_beside(const Box& known, const Box& column) {
        constexpr double row = 40;          // points by which a column may begin or end beyond the others
        constexpr double widest_step = 300; // points between columns
        const bool level = column.y0 > known.y0 - row && column.y1 < known.y1 + row;
        return level && column.x0 - known.x1 < widest_step && known.x0 - column.x1 < widest_step;
    }

    /// Further down, with its words at the same edge; a sheet that was scanned askew leans by up to a degree.
    [[nodiscard]] bool is_below(const Column& known, const Column& column) const {
        constexpr double deepest_step = 500;
        constexpr double lean = 0.018;
        const double slack = column_slack + lean * (column.box.y1 - known.box.y0);
        const double step = column.box.y0 - known.box.y1;
        return step > 0 && step < deepest_step && std::abs(words_at(known) - words_at(column)) <= slack;
    }

    /// A legend set in columns side by side goes on in short ones too, at the height of the others and outside the drawing;
    /// and below one whose words stand at the same edge.
    void take_beside(const std::vector<Column>& found, std::vector<bool>& taken) const {
        bool more = true;
        while (more) {
            more = false;
            double top = 1e9;
            double bottom = -1e9;
            for (std::size_t i = 0; i < found.size(); ++i) {
                if (!taken[i]) continue;
                top = std::min(top, found[i].box.y0);
                bottom = std::max(bottom, found[i].box.y1);
            }
            for (std::size_t i = 0; i < found.size(); ++i) {
                if (taken[i] || !has_words(found[i]) || in_drawing(found[i])) continue;
                for (std::size_t known = 0; known < found.size() && !taken[i]; ++known) {
                    if (!taken[known]) continue;
                    const Box& box = found[known].box;
                    taken[i] = is_below(found[known], found[i]) || is_beside({box.x0, top, box.x1, bottom}, found[i].box);
                    more = more || taken[i];
                }
            }
        }
    }

    static bool has_run(const Column& column, std::size_t run) {
        return std::ranges::any_of(column.pairs, [run](const Pair& pair) { return pair.run == run; });
    }

    /// Where the words of a column begin.
    [[nodiscard]] double words_at(const Column& column) const {
        double at = 0;
        for (const Pair& pair : column.pairs) at = std::max(at, parts_.runs[pair.run].box.x0);
        return at;
    }

    [[nodiscard]] bool has_words(const Column& column) const {
        return std::ranges::all_of(column.pairs, [this](const Pair& p) { return letters_in(parts_.runs[p.run].text) >= 6; });
    }

    /// Within an area that is neither a swatch nor a frame.
    [[nodiscard]] bool in_drawing(const Column& column) const {
        return std::ranges::any_of(parts_.areas, [&column](const MapArea& area) {
            if (area.shape.empty()) return false;
            const Box box = plane::box_of(area.shape);
            if (box.width() * box.height() < 2 * column.box.width() * column.box.height()) return false;
            const bool frame = plane::is_box(area.shape[0].outer, 0.96) && !area.style.fill;
            return !frame && plane::holds(area.shape, plane::middle(column.box));
        });
    }

    /// The sample to the left of the words at their height; the nearest. Two lines of words have a line of the legend between them.
    [[nodiscard]] std::optional<std::size_t> sample_of(const TextRun& run) const {
        const auto level = sample_beside(run, 0.35 * run.size, 1e9);
        return level ? level : sample_beside(run, 0.85 * run.size, 0.6 * run.size);
    }

    /// \param slack points by which the words may stand higher or lower
    [[nodiscard]] std::optional<std::size_t> sample_beside(const TextRun& run, double slack, double highest) const {
        const Box reach{run.box.x0 - widest_gap, run.box.mid_y() - slack, run.box.x0, run.box.mid_y() + slack};
        std::optional<std::size_t> best;
        for (const std::size_t id : sample_index_.meeting(reach)) {
            const Box& box = samples_[id].box;
            if (std::ranges::find(of_the_map_, id) != of_the_map_.end()) continue;
            if (box.x1 > run.box.x0 + 1 || box.height() > highest || run.box.mid_y() < box.y0 - slack || run.box.mid_y() > box.y1 + slack) continue;
            if (!best || box.x1 > samples_[*best].box.x1 + 1 ||
                (box.x1 > samples_[*best].box.x1 - 1 && box.height() * box.width() > samples_[*best].box.width() * samples_[*best].box.height())) {
                best = id;
            }
        }
        return best;
    }

    /// Words set below one another beside their samples.
    std::vector<Column> columns() const {
        std::vector<Pair> pairs;
        for (std::size_t i = 0; i < parts_.runs.size(); ++i) {
            if (!is_level(parts_.runs[i]) || is_code_in_sample(parts_.runs[i])) continue;
            if (const auto sample = sample_of(parts_.runs[i])) pairs.push_back({*sample, i});
        }
        std::ranges::sort(pairs, {}, [this](const Pair& p) { return std::tuple(parts_.runs[p.run].box.x0, parts_.runs[p.run].box.y0); });
        std::vector<Column> columns;
        for (std::size_t i = 0; i < pairs.size();) {
            std::size_t end = i + 1;
            while (end < pairs.size() && parts_.runs[pairs[end].run].box.x0 - parts_.runs[pairs[end - 1].run].box.x0 <= column_slack / 2) ++end;
            split(std::vector<Pair>(pairs.begin() + static_cast<std::ptrdiff_t>(i), pairs.begin() + static_cast<std::ptrdiff_t>(end)), columns);
            i = end;
        }
        return columns;
    }

    /// Words that begin where a longer column has its samples are its headings and codes: what stands to their left is a house or
    /// parcel at the edge of the map.
    void drop_headings(std::vector<Column>& columns) {
        const auto heads = [this](const Column& column, const Column& other) {
            const Box& box = column.box;
            return other.pairs.size() >= 2 * column.pairs.size() && box.y0 > other.box.y0 - tallest_gap && box.y1 < other.box.y1 + tallest_gap &&
                   std::ranges::all_of(column.pairs, [&](const Pair& p) {
                       const double at = parts_.runs[p.run].box.x0;
                       return at > other.box.x0 - column_slack && at < words_at(other) - column_slack && samples_[p.sample].box.x1 < other.box.x0;
                   });
        };
        const std::vector<Column> all = columns;
        std::erase_if(columns, [&](const Column& column) {
            const bool dropped = std::ranges::any_of(all, [&](const Column& other) { return heads(column, other); });
            for (const Pair& pair : column.pairs) {
                if (dropped) of_the_map_.push_back(pair.sample);
            }
            return dropped;
        });
    }

    /// Cuts one line of left edges where the entries stand far apart.
    void split(std::vector<Pair> pairs, std::vector<Column>& columns) const {
        std::ranges::sort(pairs, {}, [this](const Pair& p) { return parts_.runs[p.run].box.y0; });
        Column column;
        for (const Pair& pair : pairs) {
            const Box both = united(samples_[pair.sample].box, parts_.runs[pair.run].box);
            const bool far = !column.pairs.empty() && both.y0 - column.box.y1 > tallest_gap;
            if (far) columns.push_back(std::exchange(column, {}));
            // A second line of words beside the same sample belongs to the first.
            if (!column.pairs.empty() && column.pairs.back().sample == pair.sample) continue;
            column.box = column.pairs.empty() ? both : united(column.box, both);
            column.pairs.push_back(pair);
        }
        if (!column.pairs.empty()) columns.push_back(std::move(column));
    }

    /// Letters that stand where the other entries have their sample: "a", "...%". They are their own sample.
    /// \param kept what they may stand in already
    void add_lettered(Column& column, const std::vector<Column>& kept) {
        const double words = words_at(column);
        double samples = 1e9;
        for (const Pair& pair : column.pairs) samples = std::min(samples, samples_[pair.sample].box.x0);
        const Box below{samples - 2, column.box.y0 - tallest_gap, words + column_slack, 1e9};
        std::vector<std::size_t> left;
        for (const std::size_t id : run_index_.meeting(below)) left.push_back(id);
        std::ranges::sort(left, {}, [this](std::size_t id) { return parts_.runs[id].box.y0; });
        for (const std::size_t id : left) {
            const TextRun& letters = parts_.runs[id];
            if (letters.box.x1 > words - 1 || !(letters.text.size() <= longest_code + 4 || may_be_code(letters.text)) || !is_level(letters) || letters.box.y0 - column.box.y1 > tallest_gap || in_sample(letters)) continue;
            for (const std::size_t beside : run_index_.meeting({words - column_slack, letters.box.y0 - letters.size, words + column_slack, letters.box.y1 + letters.size})) {
                const TextRun& run = parts_.runs[beside];
                const bool in_column = std::abs(run.box.x0 - words) <= column_slack && std::abs(run.box.mid_y() - letters.box.mid_y()) < 1.2 * letters.size;
                if (beside == id || !in_column || sample_of(run) || has_run(column, beside) || std::ranges::any_of(kept, [&](const Column& other) { return has_run(other, beside); })) continue;
                samples_.push_back({letters.box, {}, {}});
                column.pairs.push_back({samples_.size() - 1, beside});
                column.box = united(column.box, united(letters.box, run.box));
                lettered_.push_back(samples_.size() - 1);
                break;
            }
        }
        std::ranges::sort(column.pairs, {}, [this](const Pair& p) { return samples_[p.sample].box.mid_y(); });
    }

    /// A long list of classes goes on in a column that has nothing but letters before its words: "bc", "III".
    void add_lettered_columns(std::vector<Column>& kept) {
        std::vector<Pair> pairs;
        for (std::size_t i = 0; i < parts_.runs.size(); ++i) {
            const TextRun& letters = parts_.runs[i];
            if (!is_level(letters) || !may_be_code(letters.text) || is_taken(letters, kept) || in_sample(letters)) continue;
            const auto words = words_beside(letters);
            if (words && !is_taken(parts_.runs[*words], kept)) pairs.push_back({i, *words});
        }
        std::ranges::sort(pairs, {}, [this](const Pair& p) { return std::tuple(parts_.runs[p.run].box.x0, parts_.runs[p.run].box.y0); });
        for (std::size_t i = 0; i < pairs.size();) {
            std::vector<Pair> line;
            const double left = parts_.runs[pairs[i].run].box.x0;
            for (; i < pairs.size() && parts_.runs[pairs[i].run].box.x0 - left <= column_slack / 2; ++i) {
                // Two codes never name the same words.
                if (line.empty() || line.back().run != pairs[i].run) line.push_back({as_sample(pairs[i].sample), pairs[i].run});
            }
            std::vector<Column> columns;
            split(std::move(line), columns);
            for (Column& column : columns) {
                const bool enough = column.pairs.size() >= least_lettered || is_headed_value(column);
                if (enough && is_straight(column) && goes_on(column, kept) && !in_drawing(column)) kept.push_back(std::move(column));
            }
        }
    }

    /// A heading of its own and one line, "g4 b8": a legend may end so in its last column.
    [[nodiscard]] bool is_headed_value(const Column& column) const {
        constexpr double right_above = 30;  // points
        const Box& sample = samples_[column.pairs.front().sample].box;
        const bool number = std::ranges::any_of(run_index_.meeting(sample), [&](std::size_t id) {
            const TextRun& run = parts_.runs[id];
            return run.box == sample && run.text.find_first_of("0123456789") != std::string::npos;
        });
        return number && heading_between(column.box.y0 - right_above, column.box.y0, column).has_value();
    }

    std::size_t as_sample(std::size_t run) {
        samples_.push_back({parts_.runs[run].box, {}, {}});
        lettered_.push_back(samples_.size() - 1);
        return samples_.size() - 1;
    }

    /// The code in a swatch is no sample of its own.
    [[nodiscard]] bool in_sample(const TextRun& letters) const {
        const Point middle = plane::middle(letters.box);
        return std::ranges::any_of(sample_index_.meeting(letters.box), [&](std::size_t id) { return plane::holds(samples_[id].box, middle); });
    }

    /// A label with a frame of its own in the middle of a swatch parts it in two: what is left of it is no sample of those letters.
    [[nodiscard]] bool is_code_in_sample(const TextRun& letters) const {
        return letters.text.size() <= longest_code && in_sample(letters) && std::ranges::any_of(parts_.runs, [&](const TextRun& run) { return is_name_beside(run, letters); });
    }
    /// Longer words to the right, at its height; without them the letters are the name.
    [[nodiscard]] static bool is_name_beside(const TextRun& run, const TextRun& letters) {
        constexpr double furthest = 100;  // points
        const double gap = run.box.x0 - letters.box.x1;
        return run.text.size() > letters.text.size() && gap > 0 && gap < furthest && std::abs(run.box.mid_y() - letters.box.mid_y()) < 1.5 * std::max(run.size, letters.box.height());
    }

    [[nodiscard]] static bool is_taken(const TextRun& run, const std::vector<Column>& kept) {
        return std::ranges::any_of(kept, [&run](const Column& column) { return plane::holds(column.box, plane::middle(run.box)); });
    }

    /// The top line of the words beside a code; it stands at the middle of their lines.
    [[nodiscard]] std::optional<std::size_t> words_beside(const TextRun& letters) const {
        std::optional<std::size_t> best;
        for (const std::size_t id : run_index_.meeting({letters.box.x1, letters.box.y0 - letters.size, letters.box.x1 + widest_gap, letters.box.y1 + letters.size})) {
            const TextRun& run = parts_.runs[id];
            if (!is_level(run) || run.box.x0 <= letters.box.x1 || letters_in(run.text) < 6 || std::abs(run.box.mid_y() - letters.box.mid_y()) >= 1.2 * letters.size) continue;
            if (sample_of(run)) continue;
            const bool nearer = !best || run.box.x0 < parts_.runs[*best].box.x0 - column_slack;
            const bool higher = best && std::abs(run.box.x0 - parts_.runs[*best].box.x0) <= column_slack && run.box.y0 < parts_.runs[*best].box.y0;
            if (nearer || higher) best = id;
        }
        return best;
    }

    /// The codes stand below one another by their left edges or their middles.
    [[nodiscard]] bool is_straight(const Column& column) const {
        const Box& first = samples_[column.pairs.front().sample].box;
        const auto all = [&](auto edge) {
            return std::ranges::all_of(column.pairs, [&](const Pair& p) { return std::abs(edge(samples_[p.sample].box) - edge(first)) <= column_slack; });
        };
        return all([](const Box& box) { return box.x0; }) || all([](const Box& box) { return box.mid_x(); });
    }

    /// Beside a column of the legend, or under its title.
    [[nodiscard]] bool goes_on(const Column& column, const std::vector<Column>& kept) const {
        if (std::ranges::any_of(titles_, [&](const Box& title) { return stands_over(title, column.box); })) return true;
        return std::ranges::any_of(kept, [&](const Column& known) { return is_beside(known.box, column.box); });
    }

    /// A line right above or below in the same paragraph.
    [[nodiscard]] static bool follows(const TextRun& upper, const TextRun& lower) {
        const double gap = lower.box.y0 - upper.box.y1;
        return lower.box.y0 > upper.box.mid_y() && gap < 0.9 * lower.size && std::abs(lower.box.x0 - upper.box.x0) < 2 && std::abs(upper.size - lower.size) < 0.1 * lower.size;
    }

    /// A sample stands at the middle of its words: from the line beside it up to their first one.
    void raise_to_first_lines(Column& column) const {
        for (std::size_t i = 0; i < column.pairs.size(); ++i) {
            Pair& pair = column.pairs[i];
            for (bool more = true; more;) {
                more = false;
                const TextRun& line = parts_.runs[pair.run];
                for (const std::size_t id : run_index_.meeting({line.box.x0 - 2, line.box.y0 - 2 * line.size, line.box.x0 + 2, line.box.y0})) {
                    const TextRun& above = parts_.runs[id];
                    if (id == pair.run || !is_level(above) || !follows(above, line) || sample_of_other(above, pair.sample) || is_lettered(above)) continue;
                    const double own = std::abs(above.box.mid_y() - samples_[pair.sample].box.mid_y());
                    if (i > 0 && own > std::abs(above.box.mid_y() - samples_[column.pairs[i - 1].sample].box.mid_y())) continue;
                    pair.run = id;
                    column.box = united(column.box, above.box);
                    more = true;
                    break;
                }
            }
        }
    }

    /// Returns the heading that holds at its end; it holds on where the next column begins without one.
    std::string add_entries(const Column& column, std::string heading, Legend& legend) {
        Box block = column.box;
        for (std::size_t i = 0; i < column.pairs.size(); ++i) {
            const double top = i == 0 ? column.box.y0 - 60 : bottom_of(column.pairs[i - 1]);
            if (i > 0 && has_title_between(top, top_of(column.pairs[i]), column)) heading.clear();
            if (const auto found = heading_between(top, top_of(column.pairs[i]), column)) {
                heading = parts_.runs[*found].text;
                block = united(block, parts_.runs[*found].box);
            }
            const double next = i + 1 < column.pairs.size() ? top_of(column.pairs[i + 1]) : 1e9;
            LegendEntry entry = entry_of(column.pairs[i], next, block);
            entry.heading = heading;
            legend.entries.push_back(std::move(entry));
        }
        legend.blocks.push_back(plane::grown(block, 2));
        return heading;
    }

    [[nodiscard]] double top_of(const Pair& pair) const { return std::min(samples_[pair.sample].box.y0, parts_.runs[pair.run].box.y0); }
    [[nodiscard]] double bottom_of(const Pair& pair) const { return std::max(samples_[pair.sample].box.y1, parts_.runs[pair.run].box.y1); }

    /// The lowest text between two entries that starts where the samples start, or stands out from the column's words.
    [[nodiscard]] std::optional<std::size_t> heading_between(double top, double bottom, const Column& column) const {
        std::optional<std::size_t> best;
        const double words = words_at(column);
        double samples = 1e9;
        for (const Pair& pair : column.pairs) samples = std::min(samples, samples_[pair.sample].box.x0);
        for (const std::size_t id : run_index_.meeting({column.box.x0 - 30, top, column.box.x1, bottom})) {
            const TextRun& run = parts_.runs[id];
            if (!is_level(run) || run.box.mid_y() < top || run.box.mid_y() > bottom || letters_in(run.text) < 4 || is_legend_title(run.text)) continue;
            if (run.box.x0 > words - column_slack || run.box.x0 < samples - 30) continue;
            if (sample_of(run) || is_lettered(run) || (best && parts_.runs[*best].box.y0 > run.box.y0)) continue;
            best = id;
        }
        return best;
    }

    /// "Verklaringen" among the entries ends the list of bestemmingen above it.
    [[nodiscard]] bool has_title_between(double top, double bottom, const Column& column) const {
        return std::ranges::any_of(titles_, [&](const Box& title) {
            return title.mid_y() > top && title.mid_y() < bottom && title.x0 > column.box.x0 - 30 && title.x0 < column.box.x1;
        });
    }

    [[nodiscard]] bool is_lettered(const TextRun& run) const {
        return std::ranges::any_of(lettered_, [&](std::size_t id) { return samples_[id].box == run.box; });
    }

    [[nodiscard]] LegendEntry entry_of(const Pair& pair, double next_top, Box& block) const {
        const LegendSample& sample = samples_[pair.sample];
        const TextRun& words = parts_.runs[pair.run];
        LegendEntry entry{sample.box, sample.style, sample.sign, words.text, "", ""};
        Box last = words.box;
        for (const std::size_t id : run_index_.meeting({words.box.x0 - 2, words.box.y0, words.box.x1 + 400, next_top})) {
            const TextRun& run = parts_.runs[id];
            if (id == pair.run || !is_level(run)) continue;
            const bool beside = std::abs(run.box.mid_y() - words.box.mid_y()) < 0.4 * words.size && run.box.x0 > words.box.x1 && run.box.x0 - words.box.x1 < 60;
            if (beside && words.text.size() <= longest_code && words.text.find(' ') == std::string::npos && !sample_of_other(run, pair.sample)) {
                // "W" and, in a column of its own, "Wonen".
                entry.code = words.text;
                entry.text = run.text;
                last = run.box;
                block = united(block, run.box);
            }
        }
        std::vector<std::size_t> lines = run_index_.meeting({last.x0 - 3, last.mid_y(), last.x0 + 3, std::min(next_top, last.y1 + 200)});
        std::ranges::sort(lines, {}, [this](std::size_t id) { return parts_.runs[id].box.y0; });
        for (const std::size_t id : lines) {
            const TextRun& run = parts_.runs[id];
            const bool follows = run.box.y0 > last.mid_y() && run.box.y0 - last.y1 < 0.9 * run.size && std::abs(run.box.x0 - last.x0) < 2;
            if (!follows || run.box.y1 > next_top + 1 || !is_level(run) || sample_of_other(run, pair.sample)) continue;
            entry.text += " " + run.text;
            last = run.box;
            block = united(block, run.box);
        }
        // The letters stand in the middle of a swatch; a piece of its hatching may look like one more.
        double nearest = 1e9;
        for (const std::size_t id : run_index_.meeting(sample.box)) {
            const Point at = plane::middle(parts_.runs[id].box);
            const double off = plane::distance(at, plane::middle(sample.box));
            if (sample.sign || !plane::holds(sample.box, at) || off >= nearest) continue;
            nearest = off;
            entry.code = parts_.runs[id].text;
        }
        return entry;
    }

    [[nodiscard]] bool sample_of_other(const TextRun& run, std::size_t own) const {
        const auto sample = sample_of(run);
        return sample && *sample != own;
    }

    const SheetParts& parts_;
    std::vector<LegendSample> samples_;
    BoxIndex sample_index_{60};
    BoxIndex run_index_{60};
    std::vector<Box> titles_;
    std::vector<std::size_t> of_the_map_;  ///< samples that are none
    std::vector<std::size_t> lettered_;  ///< samples that are nothing but letters
};

}  // namespace

Legend find_legend(const SheetParts& parts) { return LegendFinder(parts).find(); }

}  // namespace planlezer
