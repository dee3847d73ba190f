#include "extractors/map/raster/label_leaders.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"
#include "extractors/map/raster/ink_lookup.hpp"

namespace planlezer {

namespace {

constexpr double touch = 0.6;         // of the text's height: how far from it the line may start
constexpr double least_length = 3.5;  // millimetres outside the text
constexpr double look_back = 2.2;     // millimetres of the line before its end
constexpr double look_beyond = 1.2;   // millimetres beyond it
constexpr double most_head = 2.6;     // millimetres
constexpr double least_head = 0.45;
constexpr double thicker = 1.6;       // times the line's own width
constexpr double most_lost = 12;       // millimetres
constexpr double most_gap = 0.3;
constexpr double one_sided = 0.27;     // of the head's width
constexpr double least_dark = 0.33;    // share of the line's width that full black would fill: the topography beneath is grey
constexpr double least_lone = 0.4;    // millimetres beyond the head without ink

bool has_digit(const std::string& text) {
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

class HeadFinder {
  public:
    explicit HeadFinder(const SheetRaster& raster) : raster_(raster) {}

    /// The middle of the dot or arrow head about the end of a line that comes from `start`, in pixels.
    [[nodiscard]] std::optional<Point> head(const Point& start, const Point& end) const {
        const double length = plane::distance(start, end);
        const Point way{(end.x - start.x) / length, (end.y - start.y) / length};
        const auto at = [&](double along) { return Point{end.x + along * way.x, end.y + along * way.y}; };
        const double beyond = raster_.pixels(look_beyond);
        double from = 0;
        double to = 0;
        bool found = false;
        double last_ink = -1e9;
        const double own = line_width(end, way, length);
        for (double along = -std::min(raster_.pixels(look_back), length / 2); along <= beyond; along += 0.5) {
            const auto [width, off] = across(at(along), way);
            if (width > 0) last_ink = along;
            if (width > raster_.pixels(most_head)) return std::nullopt;
            if (width < std::max(thicker * own, raster_.pixels(least_head))) continue;
            // A border that the line meets at a slant lies more to one side.
            if (std::abs(off) > one_sided * width + 1) return std::nullopt;
            if (!found) from = along;
            to = along;
            found = true;
        }
        // A border that the line stops at goes on to the sides, one that it crosses has more line behind it.
        if (!found || to - from > raster_.pixels(most_head) || to - from < 0.4 * raster_.pixels(least_head)) return std::nullopt;
        if (last_ink > to + 1.5 * own || to > beyond - raster_.pixels(least_lone)) return std::nullopt;
        return at((from + to) / 2);
    }

    /// A thick border that is crossed near its end breaks a stroke off: the line goes on from there as long as there is ink.
    [[nodiscard]] Point whole_end(const Point& from, const Point& end) const {
        const double length = plane::distance(from, end);
        const Point way{(end.x - from.x) / length, (end.y - from.y) / length};
        const double most = raster_.pixels(most_lost);
        const double gap = raster_.pixels(most_gap);
        double last = 0;
        for (double along = 0; along < most && along - last < gap; along += 0.5) {
            if (across({end.x + along * way.x, end.y + along * way.y}, way).width > 0) last = along;
        }
        return {end.x + last * way.x, end.y + last * way.y};
    }

  private:
    struct Across {
        double width = 0;  ///< pixels of ink; 0 when there is none
        double off = 0;    ///< of its middle, from the line
    };

    /// The ink across the way, about a place that may lie a pixel off.
    [[nodiscard]] Across across(const Point& p, const Point& way) const {
        constexpr double beside = 1.5;  // pixels
        const auto found = InkAcross{raster_, beside, 2 * raster_.pixels(most_head)}.at(p, way);
        if (!found) return {};
        const auto [from, to] = *found;
        return {to - from + 0.5, (from + to) / 2};
    }

    /// Of the line itself: the thin part, where nothing crosses it.
    [[nodiscard]] double line_width(const Point& end, const Point& way, double length) const {
        double thinnest = 1e9;
        for (double back = 0.2 * length; back < 0.8 * length; back += 1) {
            const double width = across({end.x - back * way.x, end.y - back * way.y}, way).width;
            if (width > 0) thinnest = std::min(thinnest, width);
        }
        return thinnest;
    }

    const SheetRaster& raster_;
};

/// Where the way from `from` to `to` leaves the box for good.
Point leaves(const Box& box, const Point& from, const Point& to) {
    const double length = plane::distance(from, to);
    double along = 0;
    for (double at = 0; at < length; at += 0.5) {
        if (plane::holds(box, {from.x + at * (to.x - from.x) / length, from.y + at * (to.y - from.y) / length})) along = at;
    }
    return {from.x + along * (to.x - from.x) / length, from.y + along * (to.y - from.y) / length};
}

}  // namespace

bool has_values_in_words(const std::vector<TextRun>& runs) {
    constexpr std::size_t longest = 16;      // bytes
    constexpr std::ptrdiff_t coordinate = 5; // digits
    return std::ranges::any_of(runs, [](const TextRun& run) {
        const auto digits = std::ranges::count_if(run.text, [](char c) { return c >= '0' && c <= '9'; });
        const bool unit = run.text.ends_with(" m") || run.text.find_first_of("=%") != std::string::npos;
        return unit && digits > 0 && digits < coordinate && run.text.size() <= longest;
    });
}

std::vector<SheetLine> label_leaders(const SheetRaster& raster, const std::vector<Stroke>& strokes, const SheetParts& parts) {
    const auto in_pixels = [&raster](const Box& box) { return Box{box.x0 / raster.x_points, box.y0 / raster.y_points, box.x1 / raster.x_points, box.y1 / raster.y_points}; };
    BoxIndex texts(60);
    BoxIndex written(60);
    std::vector<Box> boxes;
    for (const TextRun& run : parts.runs) {
        boxes.push_back(in_pixels(run.box));
        written.add(boxes.size(), boxes.back());
        if (has_digit(run.text)) texts.add(boxes.size() - 1, plane::grown(boxes.back(), touch * boxes.back().height()));
    }
    for (const MapSign& sign : parts.signs) written.add(0, in_pixels(sign.box));
    const HeadFinder finder(raster);
    std::vector<SheetLine> found;
    const auto on_sheet = [&raster](const Point& p) { return Point{p.x * raster.x_points, p.y * raster.y_points}; };
    for (const Stroke& stroke : strokes) {
        if (stroke.ink < least_dark * stroke.width) continue;
        for (const bool forth : {true, false}) {
            const Point near = finder.whole_end(forth ? stroke.b : stroke.a, forth ? stroke.a : stroke.b);
            const Point& far = forth ? stroke.b : stroke.a;
            for (const std::size_t i : texts.meeting({near.x, near.y, near.x, near.y})) {
                const Box room = plane::grown(boxes[i], touch * boxes[i].height());
                const Point start = leaves(boxes[i], near, far);
                if (!plane::holds(room, near) || plane::holds(room, far) || plane::distance(start, far) < raster.pixels(least_length)) continue;
                const auto tip = finder.head(start, far);
                // The strokes of letters begin and end in texts.
                if (!tip || !written.meeting({tip->x - 1, tip->y - 1, tip->x + 1, tip->y + 1}).empty()) continue;
                const Point at = on_sheet(*tip);
                found.push_back({{on_sheet(start), at}, false, false, stroke.width * raster.x_points, LineDash::solid, {}, 0, false});
                found.push_back({{{at.x - 1, at.y}, {at.x, at.y - 1}, {at.x + 1, at.y}, {at.x, at.y + 1}}, true, true, 0, LineDash::solid, {}, 0, false});
                break;
            }
        }
    }
    return found;
}

}  // namespace planlezer
