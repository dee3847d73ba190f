#include "extractors/map/raster/word_lines.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>

#include "extractors/map/pieces.hpp"

namespace planlezer {

namespace {

constexpr double word_reach = 0.95;    // of the height: a wide blank
constexpr double close = 0.6;          // of the height: what stands so near goes on, be it one letter
constexpr std::size_t word = 3;        // letters
constexpr std::size_t end_letters = 5; // a long line may lean: only its end stands level with what follows
constexpr double most_taller = 1.9;    // "en" has no tall letter
constexpr double typed = 0.085;        // share by which typed steps differ, at the middle
constexpr std::size_t enough_steps = 80;

double mid_x(const Component* c) { return (c->box.x0 + c->box.x1) / 2.0; }

/// One end of a line, without its points and commas.
struct End {
    Box box;              ///< of its last few letters
    const Component* outer = nullptr;
    bool marked = false;  ///< a point or comma stands outside that letter
};

std::vector<const Component*> by_place(const LetterGroup& group) {
    std::vector<const Component*> sorted = group;
    std::ranges::sort(sorted, {}, mid_x);
    return sorted;
}

bool is_mark(const Component* c, int tallest) { return 2 * c->box.height() < tallest; }

int tallest_of(const LetterGroup& group) {
    int tallest = 0;
    for (const Component* c : group) tallest = std::max(tallest, c->box.height());
    return tallest;
}

std::optional<End> end_of(const LetterGroup& group, bool right) {
    if (group.empty()) return std::nullopt;
    std::vector<const Component*> letters = by_place(group);
    if (right) std::ranges::reverse(letters);
    const int tallest = tallest_of(group);
    End end;
    std::size_t taken = 0;
    for (const Component* c : letters) {
        if (is_mark(c, tallest)) {
            end.marked = end.marked || taken == 0;
            continue;
        }
        if (taken == 0) end.outer = c;
        end.box = taken == 0 ? float_box(c->box) : united(end.box, float_box(c->box));
        if (++taken == end_letters) break;
    }
    return end;
}

std::size_t letters_in(const LetterGroup& group) {
    const int tallest = tallest_of(group);
    return static_cast<std::size_t>(std::ranges::count_if(group, [tallest](const Component* c) { return !is_mark(c, tallest); }));
}

/// From the middle of each letter to that of the next.
std::vector<double> steps_of(const LetterGroup& group) {
    std::vector<double> steps;
    const int tallest = tallest_of(group);
    const Component* last = nullptr;
    for (const Component* c : by_place(group)) {
        if (is_mark(c, tallest)) continue;
        if (last != nullptr) steps.push_back(mid_x(c) - mid_x(last));
        last = c;
    }
    return steps;
}

double median(std::vector<double> values) {
    const auto mid = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, mid);
    return *mid;
}

class Joiner {
  public:
    Joiner(std::vector<LetterGroup>& groups, bool typed_only, const WordFrames* frames) : groups_(groups), step_(typed_step(groups)), typed_only_(typed_only), frames_(frames) {
        for (std::size_t i = 0; i < groups_.size(); ++i) index_.add(i, around(groups_[i]));
    }

    void join() {
        std::vector<std::size_t> order(groups_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::sort(order, {}, [this](std::size_t i) { return groups_[i].empty() ? 0 : around(groups_[i]).x0; });
        for (const std::size_t i : order) {
            while (const auto next = next_of(i)) {
                groups_[i].insert(groups_[i].end(), groups_[*next].begin(), groups_[*next].end());
                groups_[*next].clear();
            }
        }
    }

  private:
    static Box around(const LetterGroup& group) { return group.empty() ? Box{} : float_box(box_of(group)); }

    [[nodiscard]] std::optional<std::size_t> next_of(std::size_t i) const {
        const auto end = end_of(groups_[i], true);
        if (!end) return std::nullopt;
        // Behind "h=" the next stands clear of the strokes, far from the letter.
        const double right = std::max({end->box.x1 + 1.2 * end->box.height(), end->box.x1 + 4 * step_, around(groups_[i]).x1 + word_reach * end->box.height()});
        for (const std::size_t next : index_.meeting({end->box.x1 - 0.3 * end->box.height(), end->box.y0, right, end->box.y1})) {
            const auto begin = next == i ? std::nullopt : end_of(groups_[next], false);
            if (begin && begin->box.x0 > end->box.mid_x() && !(frames_ != nullptr && frames_->part(end->box, begin->box)) && stand_level(end->box, begin->box) && goes_on(groups_[i], *end, groups_[next], *begin)) return next;
        }
        return std::nullopt;
    }

    static bool stand_level(const Box& a, const Box& b) {
        const double common = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
        const double shorter = std::min(a.height(), b.height());
        return common > 0.6 * shorter && std::max(a.height(), b.height()) < most_taller * shorter;
    }

    [[nodiscard]] bool goes_on(const LetterGroup& group, const End& end, const LetterGroup& next, const End& begin) const {
        const double height = std::max(end.box.height(), begin.box.height());
        const double gap = around(next).x0 - around(group).x1;
        if (step_ > 0 && std::max(letters_in(group), letters_in(next)) >= word && is_typed(end, begin)) return true;
        if (typed_only_) return false;
        // "9,5 m" after a word, "m," before one, "g=" before "10"; a letter alone before a word is the code of a legend.
        if (letters_in(group) < word) return (end.marked || (letters_in(next) >= word && begin.marked)) && gap < close * height;
        return gap < (letters_in(next) < word ? close : word_reach) * height;
    }

    /// A blank or two, counted in whole steps.
    [[nodiscard]] bool is_typed(const End& end, const End& begin) const {
        const double steps = (mid_x(begin.outer) - mid_x(end.outer)) / step_;
        return steps > 1.4 && steps < (end.marked ? 4.4 : 3.4);
    }

    std::vector<LetterGroup>& groups_;
    double step_;
    bool typed_only_;
    const WordFrames* frames_;
    BoxIndex index_{100};
};

}  // namespace

double typed_step(const std::vector<LetterGroup>& groups) {
    std::vector<double> own;   // the step of each word's letters
    std::vector<double> off;   // shares
    for (const LetterGroup& group : groups) {
        if (letters_in(group) < end_letters) continue;
        const std::vector<double> steps = steps_of(group);
        const double step = median(steps);
        for (const double s : steps) {
            own.push_back(step);
            // Across a blank the step is a double one.
            if (s < 1.6 * step) off.push_back(std::abs(s - step) / step);
        }
    }
    if (off.size() < enough_steps || median(off) > typed) return 0;
    return median(own);
}

void join_typed(std::vector<LetterGroup>& groups, const WordFrames* frames) {
    if (typed_step(groups) > 0) Joiner(groups, true, frames).join();
}

void join_words(std::vector<LetterGroup>& groups, const WordFrames* frames) { Joiner(groups, false, frames).join(); }

}  // namespace planlezer
