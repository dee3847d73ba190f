#include "rules/layout/segments.hpp"

#include <algorithm>
#include <map>

namespace planlezer {
namespace {

constexpr double widest_gap = 1.1;        ///< heights between two words of a segment: less than a narrow gutter
constexpr double widest_in_gaps = 2.0;    ///< the same, in gaps as the page has them between words: a typewriter's are wide
constexpr double widest_at_all = 1.7;     ///< heights, whatever the page's gaps are
constexpr double least_overlap = 0.45;    ///< of the lower word
constexpr double least_advance = 0.2;     ///< of the word before: OCR boxes overlap, but the next word begins further on
constexpr std::size_t most_candidates = 12;

/// The gap between words that is usual on the page, in points, from words that the reader met one after the other.
double common_gap(const TextPage& page, double height) {
    std::vector<double> gaps;
    for (std::size_t i = 1; i < page.words.size(); ++i) {
        const Box& last = page.words[i - 1].box;
        const Box& next = page.words[i].box;
        const double gap = next.x0 - last.x1;
        if (gap > 0 && gap < 3 * height && vertical_overlap(last, next) > least_overlap) gaps.push_back(gap);
    }
    if (gaps.empty()) return 0;
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::nth_element(gaps.begin(), middle, gaps.end());
    return *middle;
}

}  // namespace

double vertical_overlap(const Box& a, const Box& b) {
    const double shared = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
    const double lower = std::min(a.height(), b.height());
    if (lower <= 0) return shared >= 0 ? 1 : 0;
    return std::clamp(shared / lower, 0.0, 1.0);
}

double common_height(const TextPage& page) {
    std::vector<double> heights;
    heights.reserve(page.words.size());
    for (const Word& word : page.words) heights.push_back(word.box.height());
    if (heights.empty()) return 10;
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    return std::max(1.0, *middle);
}

std::vector<Segment> find_segments(const TextPage& page, const std::vector<bool>& left_out) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < page.words.size(); ++i) {
        if (!left_out[i]) order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const Box& p = page.words[a].box;
        const Box& q = page.words[b].box;
        if (p.x0 != q.x0) return p.x0 < q.x0;
        if (p.y0 != q.y0) return p.y0 < q.y0;
        return a < b;
    });
    const double height = common_height(page);
    const double widest = std::clamp(widest_in_gaps * common_gap(page, height), widest_gap * height, widest_at_all * height);
    std::vector<Segment> segments;
    // The ends of the segments so far, by the height at which they stand: a word joins the one it lies level with.
    std::multimap<double, std::size_t> tails;
    for (const std::size_t i : order) {
        const Box& box = page.words[i].box;
        auto best = tails.end();
        double best_overlap = least_overlap;
        std::size_t seen = 0;
        for (auto tail = tails.lower_bound(box.mid_y() - height); tail != tails.end() && tail->first <= box.mid_y() + height && seen < most_candidates;
             ++tail, ++seen) {
            const Box& last = page.words[segments[tail->second].words.back()].box;
            const double gap = box.x0 - last.x1;
            if (gap > widest || box.x0 < last.x0 + least_advance * last.width()) continue;
            const double overlap = vertical_overlap(last, box);
            if (overlap > best_overlap) {
                best_overlap = overlap;
                best = tail;
            }
        }
        std::size_t segment = segments.size();
        if (best == tails.end()) {
            segments.push_back({{i}, box, std::nullopt});
        } else {
            segment = best->second;
            tails.erase(best);
            segments[segment].words.push_back(i);
            segments[segment].box = united(segments[segment].box, box);
        }
        // A raised or small word does not move the line it stands on.
        double level = box.mid_y();
        if (box.height() < 0.75 * segments[segment].box.height()) level = segments[segment].box.mid_y();
        tails.emplace(level, segment);
    }
    std::sort(segments.begin(), segments.end(), [](const Segment& a, const Segment& b) {
        if (a.box.mid_y() != b.box.mid_y()) return a.box.mid_y() < b.box.mid_y();
        if (a.box.x0 != b.box.x0) return a.box.x0 < b.box.x0;
        return a.words.front() < b.words.front();
    });
    return segments;
}

}  // namespace planlezer
