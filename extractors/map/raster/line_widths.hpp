// How wide the lines of a sheet are drawn: the heaps their widths fall into, and the width of the line between two grounds.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

#include "extractors/map/raster/partition.hpp"

namespace planlezer {

class LineWidths {
  public:
    /// \param least blocks of line between grounds of two colours that tell how wide it is drawn
    LineWidths(const Partition& partition, double least);

    /// Blocks, the widest first: from each a line is of a broader heap than the lines below it.
    [[nodiscard]] const std::vector<double>& levels() const { return levels_; }

    [[nodiscard]] bool knows_ground_line() const { return ground_line_ > 0; }
    /// Whether a line between two faces of one colour may be that between two grounds; where all lines are as wide, none is.
    /// \param share of the border along which it runs at least
    [[nodiscard]] bool parts_grounds(const Border& border, double share) const;

  private:
    using Widths = std::vector<std::pair<double, double>>;  ///< width and length of drawn lines, blocks; the thinnest first
    template <typename Counts>
    [[nodiscard]] static Widths line_widths(const Partition& partition, Counts counts);
    [[nodiscard]] static double parting(const Widths& widths);
    void find_levels(const Widths& widths);
    void find_ground_line(const Widths& between, Widths widths, double least);

    std::vector<double> levels_;
    double ground_line_ = 0;   ///< blocks; 0 when not known
    double broader_from_ = 0;  ///< blocks: from here a line is another than that between grounds; 0 when all are alike
};

}  // namespace planlezer
