#include "extractors/map/raster/line_widths.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>

namespace planlezer {

namespace {

constexpr double same_ground_line = 0.75;  // of its width: what is thinner is hatching or topography
constexpr double least_ratio = 1.45;       // between the widths of thick and thin lines
constexpr double least_heap = 0.02;        // of the length of all lines
constexpr double blur = 0.1;               // blocks: evens out the logarithms of the thinnest

template <typename Widths>
double length_of(const Widths& widths) {
    double all = 0;
    for (const auto& [width, length] : widths) all += length;
    return all;
}

template <typename Widths>
double mean_log(const Widths& widths) {
    double sum = 0;
    for (const auto& [width, length] : widths) sum += std::log(width + blur) * length;
    return sum / std::max(1.0, length_of(widths));
}

}  // namespace

LineWidths::LineWidths(const Partition& partition, double least) {
    const Widths all = line_widths(partition, [](const Face&, const Face&) { return true; });
    find_levels(all);
    find_ground_line(line_widths(partition, [](const Face& a, const Face& b) { return a.colour != b.colour && a.colour != 0 && b.colour != 0; }), all, least);
}

bool LineWidths::parts_grounds(const Border& border, double share) const {
    if (border.solid == 0 || static_cast<double>(border.solid) <= share * static_cast<double>(border.length)) return false;
    const double width = border.thickness / static_cast<double>(border.solid);
    if (ground_line_ <= 0) return !levels_.empty() && width < levels_.back();
    return width < broader_from_ && width > same_ground_line * ground_line_;
}

template <typename Counts>
LineWidths::Widths LineWidths::line_widths(const Partition& partition, Counts counts) {
    Widths widths;
    for (const auto& [pair, border] : partition.borders) {
        if (border.solid * 10 < border.length * 7 || border.solid < 6 || !counts(partition.faces[pair.first], partition.faces[pair.second])) continue;
        widths.emplace_back(border.thickness / static_cast<double>(border.solid), static_cast<double>(border.solid));
    }
    std::ranges::sort(widths);
    return widths;
}

/// Where the widths of lines, weighted by length, fall into heaps: first the widest from the rest, then within the rest, and
/// within what was the widest. A level lies halfway between the heaps beside it.
void LineWidths::find_levels(const Widths& widths) {
    constexpr std::size_t most_heaps = 3;
    const auto between = [&widths](double from, double to) {
        Widths heap;
        std::ranges::copy_if(widths, std::back_inserter(heap), [&](const auto& width) { return width.first >= from && width.first < to; });
        return heap;
    };
    std::vector<double> bounds{1e9};
    while (bounds.size() <= most_heaps) {
        const double from = parting(between(0, bounds.back()));
        if (from <= 0) break;
        bounds.push_back(from);
    }
    bounds.push_back(0);
    const double least = least_heap * length_of(widths);
    for (std::size_t i = 0; i + 2 < bounds.size(); ++i) {
        const double from = parting(between(bounds[i + 1], bounds[i]));
        if (from <= 0 || length_of(between(bounds[i + 1], from)) < least || length_of(between(from, bounds[i])) < least) continue;
        bounds.insert(bounds.begin() + static_cast<std::ptrdiff_t>(++i), from);
    }
    for (std::size_t i = 1; i + 1 < bounds.size(); ++i) {
        levels_.push_back(std::exp((mean_log(between(bounds[i], bounds[i - 1])) + mean_log(between(bounds[i + 1], bounds[i]))) / 2) - blur);
    }
}

/// The line between grounds of two colours is drawn as it is between two of one colour; what is broader is another line.
void LineWidths::find_ground_line(const Widths& between, Widths widths, double least) {
    const double all = length_of(between);
    if (all < least) return;
    double so_far = 0;
    ground_line_ = std::ranges::find_if(between, [&](const auto& width) { return (so_far += width.second) >= all / 2; })->first;
    std::erase_if(widths, [this](const auto& width) { return width.first < same_ground_line * ground_line_; });
    for (double from = parting(widths); from > ground_line_; from = parting(widths)) {
        broader_from_ = from;
        std::erase_if(widths, [from](const auto& width) { return width.first >= from; });
    }
}

/// The width that parts two heaps best (Otsu, on their logarithms); 0 when there is one heap.
double LineWidths::parting(const Widths& widths) {
    const double all = length_of(widths);
    const double total = mean_log(widths) * all;
    double found = 0;
    double best = 0;
    double below = 0;
    double below_sum = 0;
    for (std::size_t i = 0; i + 1 < widths.size(); ++i) {
        below += widths[i].second;
        below_sum += std::log(widths[i].first + blur) * widths[i].second;
        const double low = below_sum / below;
        const double high = (total - below_sum) / (all - below);
        const double between = below * (all - below) * (high - low) * (high - low);
        if (between <= best || std::exp(high - low) < least_ratio) continue;
        best = between;
        found = std::exp((low + high) / 2) - blur;
    }
    return found;
}

}  // namespace planlezer
