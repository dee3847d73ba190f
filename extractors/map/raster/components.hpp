// Connected pieces of a binary picture, kept as runs of pixels: their boxes, their outlines, their ink.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "extractors/image/leptonica.hpp"
#include "schemas/model/box.hpp"
#include "schemas/model/geometry.hpp"

namespace planlezer {

/// Pixels x0 to x1 (not included) of a row.
struct PixelRun {
    int y = 0;
    int x0 = 0;
    int x1 = 0;
};

struct PixelBox {
    int x0 = 0;
    int y0 = 0;
    int x1 = 0;  ///< not included
    int y1 = 0;  ///< not included
    [[nodiscard]] int width() const { return x1 - x0; }
    [[nodiscard]] int height() const { return y1 - y0; }
};

[[nodiscard]] inline Box float_box(const PixelBox& b) {
    return {static_cast<double>(b.x0), static_cast<double>(b.y0), static_cast<double>(b.x1), static_cast<double>(b.y1)};
}

struct Component {
    PixelBox box;
    long pixels = 0;
    std::size_t first = 0;  ///< of its runs
    std::size_t count = 0;
};

struct Components {
    std::vector<Component> list;
    std::vector<PixelRun> runs;  ///< of each component together, by rows
    [[nodiscard]] std::span<const PixelRun> of(const Component& component) const { return {runs.data() + component.first, component.count}; }
};

/// Around all of them. \pre not empty
[[nodiscard]] PixelBox box_of(const std::vector<const Component*>& components);

/// Pixels across its strokes, by its area and the length of its edge.
[[nodiscard]] double thickness_of(const Component& component, const Components& ink);

/// Cuts a component in two at a row, which goes to the lower part; the upper part takes its place, the lower one is
/// added at the end of the list. \pre the list has room: pointers to components stay good
void cut_at_row(Components& components, std::size_t id, int row);

/// Adds the runs of one row of the picture. \param set what is set, or what is not
void runs_of_row(Pix& binary, int y, bool set, std::vector<PixelRun>& runs);

/// \param inverted the pieces of what is not set, joined over edges only; else of what is set, joined over corners too
[[nodiscard]] Components components_of(Pix& binary, bool inverted);

/// The convex ring around the corners of its pixels, in pixels.
[[nodiscard]] Ring hull_of(std::span<const PixelRun> runs);

}  // namespace planlezer
