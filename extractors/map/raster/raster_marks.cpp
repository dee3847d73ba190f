#include "extractors/map/raster/raster_marks.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace planlezer {

namespace {

/// Top and bottom of the ink in each column, and left and right in each row, in shares of the box.
struct Profile {
    std::vector<double> top;
    std::vector<double> bottom;
    std::vector<double> width;
    double filled = 0;  ///< share of the box
};

Profile profile_of(std::span<const PixelRun> runs, const PixelBox& box) {
    const auto w = static_cast<std::size_t>(box.width());
    const auto h = static_cast<std::size_t>(box.height());
    std::vector<int> top(w, box.y1);
    std::vector<int> bottom(w, box.y0);
    std::vector<int> left(h, box.x1);
    std::vector<int> right(h, box.x0);
    Profile profile;
    for (const PixelRun& run : runs) {
        const auto row = static_cast<std::size_t>(run.y - box.y0);
        left[row] = std::min(left[row], run.x0);
        right[row] = std::max(right[row], run.x1);
        profile.filled += run.x1 - run.x0;
        for (int x = run.x0; x < run.x1; ++x) {
            const auto column = static_cast<std::size_t>(x - box.x0);
            top[column] = std::min(top[column], run.y);
            bottom[column] = std::max(bottom[column], run.y + 1);
        }
    }
    profile.filled /= static_cast<double>(w * h);
    for (std::size_t i = 0; i < w; ++i) {
        profile.top.push_back(static_cast<double>(top[i] - box.y0) / static_cast<double>(h));
        profile.bottom.push_back(static_cast<double>(bottom[i] - box.y0) / static_cast<double>(h));
    }
    for (std::size_t i = 0; i < h; ++i) profile.width.push_back(static_cast<double>(right[i] - left[i]) / static_cast<double>(w));
    return profile;
}

double mean_off(const std::vector<double>& values, auto form) {
    double off = 0;
    for (std::size_t i = 0; i < values.size(); ++i) off += std::abs(values[i] - form((static_cast<double>(i) + 0.5) / static_cast<double>(values.size())));
    return off / static_cast<double>(values.size());
}

}  // namespace

RasterMark raster_mark(std::span<const PixelRun> runs, const PixelBox& box) {
    const double aspect = static_cast<double>(box.height()) / box.width();
    if (box.width() < 4 || box.height() < 2) return {box.width() >= 4 ? SignMark::line : SignMark::none, 0.5};
    const Profile p = profile_of(runs, box);
    if (aspect < 0.3 && p.filled > 0.75) return {SignMark::line, 0.9};
    // How far each row's width is from that of a triangle with its tip down, or up.
    const double tip_down = mean_off(p.width, [](double t) { return 1 - t; });
    const double tip_up = mean_off(p.width, [](double t) { return t; });
    // A triangle has a straight side: the flat edge is level over nearly all columns.
    const double flat_top = mean_off(p.top, [](double) { return 0.0; });
    const double flat_bottom = mean_off(p.bottom, [](double) { return 1.0; });
    if (aspect > 0.45 && std::min(tip_down, tip_up) < 0.16 && (tip_down < tip_up ? flat_top : flat_bottom) < 0.16) {
        return {SignMark::triangle, 0.95};
    }
    if (aspect > 0.9) return {};
    // A caret's outer edge is two straight legs, an arc's a bow; both may stand on their head (an arc under a number).
    const auto legs = [](double t) { return 2 * std::abs(t - 0.5); };
    const double thick = std::clamp(p.bottom[p.bottom.size() / 2] - p.top[p.top.size() / 2], 0.0, 0.9);
    const double rise = 1 - thick;
    const auto bow = [](double t) { return 4 * (t - 0.5) * (t - 0.5); };
    const double caret = mean_off(p.top, [&](double t) { return rise * legs(t); });
    const double arc_up = mean_off(p.top, [&](double t) { return rise * bow(t); });
    const double arc_down = mean_off(p.bottom, [&](double t) { return 1 - rise * bow(t); });
    const double arc = std::min(arc_up, arc_down);
    const double best = std::min(caret, arc);
    if (best > 0.2) return {};
    const double other = std::max(caret, arc);
    // Steep legs are no bow: what is drawn as an arc is flat.
    const double lean = aspect > 0.42 ? -0.05 : (aspect < 0.3 ? 0.05 : 0);
    const SignMark mark = caret + lean < arc ? SignMark::caret : SignMark::arc;
    return {mark, other - best > 0.03 ? 0.95 : 0.7};
}

}  // namespace planlezer
