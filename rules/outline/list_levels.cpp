#include "rules/outline/list_levels.hpp"

#include <algorithm>
#include <cmath>

namespace planlezer {
namespace {

// Costs of the ways to read a label; only their order and sums matter. A plain continuation is free.
constexpr double open_cost = 2;            ///< a first label opens a list
constexpr double popped_cost = 0.3;        ///< a level that ends
constexpr double mend_cost = 4;            ///< the label is read as its neighbours want it
constexpr double gap_cost = 12;            ///< items are missing before it
constexpr double double_cost = 13;         ///< the same label twice
constexpr double late_cost = 18;           ///< opens a list but is no first label
constexpr double close_cost = 1;           ///< "1)" in a list of "1."
constexpr double indent_cost = 1.5;        ///< stands elsewhere than the items of its list
constexpr double bare_cost = 5;            ///< no point or bracket behind it
constexpr double lost_point_cost = 1;      ///< the same for the very letter that is expected
constexpr double flush_cost = 2.5;         ///< a list inside an item stands no further in than that item
constexpr double lone_roman_cost = 3;      ///< "i." without "ii." to come
constexpr double most = 22;                ///< dearer readings are no labels
constexpr double most_unsure = 1.6;        ///< the same inside a paragraph
constexpr double same_indent = 6;          ///< points
constexpr int widest_gap = 8;

bool roman(LabelStyle style) { return style == LabelStyle::roman_lower || style == LabelStyle::roman_upper; }

/// Nothing says that it is a label: no point, bracket or word, and no type of its own.
bool is_bare(const Label& label, const LabelReading& reading, const LabelContext& context) {
    return label.close == LabelClose::none && !context.marked && reading.style != LabelStyle::dash && reading.style != LabelStyle::lid &&
           reading.style != LabelStyle::degree;
}

/// How soon the next item of the list follows: nullopt when it does not.
std::optional<std::size_t> successor_at(std::span<const Label> ahead, LabelStyle style, int value) {
    for (std::size_t i = 0; i < ahead.size(); ++i) {
        for (const LabelReading& reading : ahead[i].readings) {
            if (reading.style == style && reading.value == value + 1) return i;
        }
    }
    return std::nullopt;
}

double successor_bonus(const LabelContext& context, LabelStyle style, int value) {
    const auto at = successor_at(context.ahead, style, value);
    if (!at) return 0;
    return *at == 0 ? 5 : *at <= 2 ? 3 : 2;
}

struct Best {
    std::optional<LabelPlace> place;
    double cost = 0;
    void offer(LabelPlace candidate, double candidate_cost) {
        if (!place || candidate_cost < cost - 1e-9) {
            place = std::move(candidate);
            cost = candidate_cost;
        }
    }
};

double continuing_cost(const ListLevel& level, const Label& label, const LabelContext& context, std::size_t popped) {
    double cost = popped_cost * static_cast<double>(popped);
    if (level.close != label.close) cost += close_cost;
    if (std::abs(level.indent - context.indent) > same_indent) cost += indent_cost;
    return cost;
}

void offer_continuations(const Label& label, const LabelReading& reading, std::span<const ListLevel> levels,
                         const LabelContext& context, Best& best) {
    const double bare = is_bare(label, reading, context) ? bare_cost : 0;
    for (std::size_t up = 0; up < levels.size(); ++up) {
        const std::size_t at = levels.size() - 1 - up;
        const ListLevel& level = levels[at];
        // A letter that is the next one and stands where the others do has lost its point in OCR.
        const bool expected_letter = bare > 0 && context.sure_start && level.style == reading.style && reading.value == level.value + 1 &&
                                     reading.style == LabelStyle::lower && std::abs(level.indent - context.indent) <= same_indent;
        // In a list without points each item is bare.
        const bool expected_bare = bare > 0 && level.close == LabelClose::none && level.style == reading.style && reading.value == level.value + 1 &&
                                   std::abs(level.indent - context.indent) <= same_indent;
        const double base = continuing_cost(level, label, context, up) +
                            (expected_letter ? lost_point_cost - close_cost : expected_bare ? lost_point_cost : level.close == LabelClose::none ? bare / 2 : bare);
        if (level.style == reading.style) {
            if (reading.style == LabelStyle::dash) {
                best.offer({reading, at, 0, false, false, false}, base);
                continue;
            }
            const int jump = reading.value - level.value;
            const double bonus = successor_bonus(context, reading.style, reading.value);
            if (jump == 1) best.offer({reading, at, 0, false, reading.mended, false}, base - bonus);
            if (jump > 1 && jump <= widest_gap)
                best.offer({reading, at, jump - 1, false, reading.mended, false}, base + gap_cost + jump - bonus);
            if (jump == 0 && level.value > 1) best.offer({reading, at, 0, true, reading.mended, false}, base + double_cost);
        }
        if (level.style == LabelStyle::dash) continue;
        const std::string expected = label_text(level.style, level.value + 1);
        const bool same_reading = level.style == reading.style && reading.value == level.value + 1;
        if (!same_reading && confusable(reading.text, expected)) {
            LabelReading mended{level.style, level.value + 1, {}, expected, true};
            const double bonus = successor_bonus(context, level.style, level.value + 1);
            best.offer({std::move(mended), at, 0, false, true, false}, base + mend_cost - bonus);
        }
    }
}

void offer_opening(const Label& label, const LabelReading& reading, std::span<const ListLevel> levels, const LabelContext& context,
                   Best& best) {
    const bool dash = reading.style == LabelStyle::dash;
    const double bonus = dash ? 0 : successor_bonus(context, reading.style, reading.value);
    double cost = 0;
    if (is_bare(label, reading, context)) cost += bare_cost;
    if (dash || reading.value == 1) {
        cost += context.after_colon ? open_cost / 2 : open_cost;
        if (roman(reading.style) && bonus == 0) cost += lone_roman_cost;
        if (!levels.empty() && context.indent < levels.back().indent - same_indent) cost += indent_cost;
        if (!levels.empty() && !dash && std::abs(context.indent - levels.back().indent) <= same_indent) cost += flush_cost;
        best.offer({reading, std::nullopt, 0, false, reading.mended, false}, cost - bonus);
        return;
    }
    if (roman(reading.style) && bonus == 0) cost += lone_roman_cost;
    const bool has_its_list = std::any_of(levels.begin(), levels.end(), [&](const ListLevel& level) { return level.style == reading.style && level.value < reading.value; });
    if (context.excerpt && !has_its_list) {
        best.offer({reading, std::nullopt, 0, false, reading.mended, true}, cost + open_cost + 1 - bonus);
    } else {
        // A list whose first items are lost shows a next one, or has lost few.
        if (bonus > 0 || reading.value <= 3) best.offer({reading, std::nullopt, reading.value - 1, false, reading.mended, false}, cost + late_cost - bonus);
    }
}

}  // namespace

std::optional<LabelPlace> place_label(const Label& label, std::span<const ListLevel> levels, const LabelContext& context) {
    Best best;
    for (const LabelReading& reading : label.readings) {
        offer_continuations(label, reading, levels, context, best);
        offer_opening(label, reading, levels, context, best);
    }
    if (!best.place || best.cost > most) return std::nullopt;
    const LabelPlace& place = *best.place;
    // A number alone before its noun ("4 m", "2 bouwlagen") is a label only in a list that says so.
    const bool bare = is_bare(label, place.reading, context);
    if (bare && best.cost > open_cost + 0.1) return std::nullopt;
    if (!context.sure_start) {
        const bool plain = place.skipped == 0 && !place.doubled && !place.mended && !place.outermost && !bare;
        const bool follows = place.level.has_value() || (context.after_colon && place.reading.value <= 1);
        if (!plain || !follows || best.cost > most_unsure) return std::nullopt;
    }
    return best.place;
}

}  // namespace planlezer
