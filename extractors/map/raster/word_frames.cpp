#include "extractors/map/raster/word_frames.hpp"

#include <algorithm>
#include <span>

#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double lowest = 1.8;    // millimetres
constexpr double highest = 12;
constexpr double longest = 34;
constexpr double hollow = 0.45;   // share of its box that may be ink
constexpr double drawn = 0.8;     // share of each side
constexpr int lean = 3;           // pixels by which a side may lean

/// Ink along all four sides of its box.
bool is_frame(std::span<const PixelRun> runs, const PixelBox& box) {
    int top = 0;
    int bottom = 0;
    int left = 0;
    int right = 0;
    int left_row = -1;
    int right_row = -1;
    for (const PixelRun& run : runs) {
        const int length = run.x1 - run.x0;
        if (run.y < box.y0 + lean) top = std::max(top, length);
        if (run.y >= box.y1 - lean) bottom = std::max(bottom, length);
        if (run.x0 < box.x0 + lean && run.y != left_row) ++left, left_row = run.y;
        if (run.x1 > box.x1 - lean && run.y != right_row) ++right, right_row = run.y;
    }
    return std::min(top, bottom) > drawn * box.width() && std::min(left, right) > drawn * box.height();
}

}  // namespace

WordFrames::WordFrames(const SheetRaster& raster, const Components& ink) {
    for (const Component& component : ink.list) {
        const PixelBox& box = component.box;
        if (box.height() < raster.pixels(lowest) || box.height() > raster.pixels(highest) || box.width() < box.height() / 2 || box.width() > raster.pixels(longest)) continue;
        if (static_cast<double>(component.pixels) > hollow * box.width() * box.height() || !is_frame(ink.of(component), box)) continue;
        index_.add(frames_.size(), float_box(box));
        frames_.push_back(float_box(box));
    }
}

bool WordFrames::part(const Box& a, const Box& b) const {
    const auto found = index_.meeting(united(a, b));
    return std::ranges::any_of(found, [&](std::size_t id) { return plane::holds(frames_[id], plane::middle(a)) != plane::holds(frames_[id], plane::middle(b)); });
}

}  // namespace planlezer
