#include "extractors/map/raster/sign_surroundings.hpp"

#include <algorithm>
#include <cmath>

#include "extractors/map/plane.hpp"

namespace planlezer {

std::optional<double> SignSurroundings::second_edge(const Outline& outline) const {
    constexpr double apart = 2;  // pixels by which the four sides may differ
    double least = outline.side;
    double most = 0;
    for (const bool upright : {false, true}) {
        for (const bool far : {false, true}) {
            const auto here = second_line(outline, upright, far);
            if (!here) return std::nullopt;
            least = std::min(least, *here);
            most = std::max(most, *here);
        }
    }
    return most - least <= apart ? std::optional(most) : std::nullopt;
}

/// How far out a second line begins on one side: behind the first, and clear of it.
std::optional<double> SignSurroundings::second_line(const Outline& outline, bool upright, bool far) const {
    constexpr double line = 0.85;  // share of the side that is ink
    constexpr double clear = 0.6;
    bool first = false;
    bool gap = false;
    for (double off = 0; off < 0.35 * outline.side; off += 1) {
        const double share = side_share(outline.box, upright, far, off);
        if (share > line && gap) return off;
        first = first || share > line;
        gap = gap || (first && share < clear);
    }
    return std::nullopt;
}

/// Ink along one side of a box, so many pixels out.
double SignSurroundings::side_share(const Box& box, bool upright, bool far, double off) const {
    if (!upright) return ink_share(static_cast<int>(far ? box.y1 + off : box.y0 - off), box.x0 - off + 1, box.x1 + off - 1);
    const int x = static_cast<int>(far ? box.x1 + off : box.x0 - off);
    const int from = std::max(0, static_cast<int>(box.y0 - off + 1));
    const int to = std::min(raster_.height, static_cast<int>(box.y1 + off - 1));
    if (x < 0 || x >= raster_.width || to <= from) return 0;
    int set = 0;
    for (int y = from; y < to; ++y) set += GET_DATA_BIT(pixGetData(raster_.ink.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(raster_.ink.get()), x) != 0 ? 1 : 0;
    return static_cast<double>(set) / (to - from);
}

double SignSurroundings::outer_edge(const Outline& outline, bool above) const {
    const double middle = outline.box.mid_x();
    double edge = above ? outline.box.y0 : outline.box.y1;
    const double furthest = 0.15 * outline.side + 2;
    for (double off = 0; off < furthest; off += 1) {
        const int y = static_cast<int>(above ? outline.box.y0 - 1 - off : outline.box.y1 + off);
        if (y < 0 || y >= raster_.height) break;
        const bool inked = ink_share(y, middle - 0.35 * outline.side, middle + 0.35 * outline.side) > 0.5;
        // Holes were measured with a pixel more of ink around them.
        if (!inked && off > 2) break;
        if (inked) edge = above ? y : y + 1;
    }
    // The grey fringe of the line is no bar.
    return above ? edge - 1 : edge + 1;
}

int SignSurroundings::bars_in(const Box& strip, double side, bool above) const {
    constexpr double furthest = 0.2;  // of the side, from the sign to the nearest bar
    const double middle = strip.mid_x();
    const int limit = bar_limit(strip);
    int bars = 0;
    int thick = 0;
    double nearest = side;
    for (int y = std::max(0, static_cast<int>(strip.y0)); y < std::min(raster_.height, static_cast<int>(strip.y1)); ++y) {
        const bool inked = dark_share(y, middle - 0.35 * side, middle + 0.35 * side, limit) > 0.85;
        // The outline itself curves away under its top.
        if (!inked) {
            thick = 0;
            continue;
        }
        if (thick++ == 0) ++bars;
        nearest = std::min(nearest, above ? strip.y1 - y - 1 : y - strip.y0);
        const bool ends = dark_share(y, middle - 0.75 * side, middle - 0.45 * side, limit) < 0.95 && dark_share(y, middle + 0.45 * side, middle + 0.75 * side, limit) < 0.95;
        if (thick > 0.12 * side + 1 || !ends) return -1;
    }
    return nearest > furthest * side && bars > 0 ? -1 : bars;
}

SignBars SignSurroundings::bars_beside(const Outline& outline, bool above, const std::vector<Box>& others) const {
    const double edge = outer_edge(outline, above);
    const double from = above ? edge - 0.35 * outline.side : edge;
    const Box strip{outline.box.x0, from, outline.box.x1, from + 0.35 * outline.side};
    const int bars = bars_in(strip, outline.side, above);
    const Box room = plane::grown(strip, 6);  // holes are measured within their line
    const bool another = std::ranges::any_of(others, [&](const Box& other) {
        const bool its_edge = (other.y0 > room.y0 && other.y0 < room.y1) || (other.y1 > room.y0 && other.y1 < room.y1);
        return its_edge && other.x0 < strip.x1 && other.x1 > strip.x0 && (other.y0 > outline.box.y1 || other.y1 < outline.box.y0);
    });
    if (bars < 1 || bars > 2 || another) return {SignMark::none, strip};
    return {bars == 1 ? SignMark::line : SignMark::double_line, strip};
}

/// As dark as the darkest there: what is paler is hatching or topography that runs through a bar.
int SignSurroundings::bar_limit(const Box& strip) const {
    int darkest = 255;
    int lightest = 0;
    for (int y = std::max(0, static_cast<int>(strip.y0)); y < std::min(raster_.height, static_cast<int>(strip.y1)); ++y) {
        for (int x = std::max(0, static_cast<int>(strip.x0)); x < std::min(raster_.width, static_cast<int>(strip.x1)); ++x) {
            darkest = std::min(darkest, lightness(x, y));
            lightest = std::max(lightest, lightness(x, y));
        }
    }
    return darkest + static_cast<int>(0.3 * (lightest - darkest));
}

int SignSurroundings::lightness(int x, int y) const {
    return static_cast<int>(GET_DATA_BYTE(pixGetData(raster_.grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(raster_.grey.get()), x));
}

double SignSurroundings::dark_share(int y, double from, double to, int limit) const {
    const int x0 = std::max(0, static_cast<int>(from));
    const int x1 = std::min(raster_.width, static_cast<int>(to));
    int set = 0;
    for (int x = x0; x < x1; ++x) set += lightness(x, y) < limit ? 1 : 0;
    return x1 > x0 ? static_cast<double>(set) / (x1 - x0) : 0;
}

double SignSurroundings::ink_share(int y, double from, double to) const {
    if (y < 0 || y >= raster_.height) return 0;
    const l_uint32* row = pixGetData(raster_.ink.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(raster_.ink.get());
    const int x0 = std::max(0, static_cast<int>(from));
    const int x1 = std::min(raster_.width, static_cast<int>(to));
    int set = 0;
    for (int x = x0; x < x1; ++x) set += GET_DATA_BIT(row, x) != 0 ? 1 : 0;
    return x1 > x0 ? static_cast<double>(set) / (x1 - x0) : 0;
}

}  // namespace planlezer
