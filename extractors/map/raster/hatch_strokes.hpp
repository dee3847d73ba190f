// Parallel strokes at equal distances in a patch of ink: the way they run and how far apart they lie.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "schemas/model/geometry.hpp"

namespace planlezer {

/// A place of a patch with ink.
struct InkSample {
    Point at;        ///< any unit of length, y down; neighbours lie 1 apart
    double ink = 0;  ///< 0-1
};

struct Strokes {
    double angle = 0;             ///< degrees counter-clockwise as seen, 0 to 180
    double spacing = 0;           ///< from the middle of a stroke to that of the next, in the samples' unit
    double clear = 0;             ///< 0-1: how much of the ink's unevenness the strokes are
    std::vector<double> offsets;  ///< of each stroke: x * sin(angle) + y * cos(angle) of its points
};

/// A patch of one form; what it takes to look at it along an angle is kept for the next patch of its form.
class StrokePatch {
  public:
    /// \param places all of the patch, also where there is no ink
    explicit StrokePatch(std::vector<Point> places) : places_(std::move(places)), covered_(angles) {}

    /// The strokes that hatch the patch: none, those of one direction, or of two; the clearest first. Broken strokes count too.
    /// \param least how many strokes side by side make hatching
    [[nodiscard]] std::vector<Strokes> strokes(const std::vector<InkSample>& inked, std::size_t least);

  private:
    static constexpr std::size_t angles = 360;  ///< in steps of half a degree

    /// How many places lie at each offset, from the least one on.
    struct Covered {
        double from = 0;
        std::vector<double> places;
    };
    struct Profile;
    [[nodiscard]] const Covered& covered(std::size_t angle);
    [[nodiscard]] Profile profile(const std::vector<InkSample>& inked, std::size_t angle);
    [[nodiscard]] std::size_t refined(const std::vector<InkSample>& inked, std::size_t angle);

    std::vector<Point> places_;
    std::vector<Covered> covered_;
};

}  // namespace planlezer
