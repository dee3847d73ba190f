// Parts what was taken for one ground: along a line within it that is nearly whole, and between the letters of two bestemmingen.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "extractors/map/raster/partition.hpp"

namespace planlezer {

struct GroundPart {
    std::vector<std::uint32_t> faces;
    double open = 0;  ///< 0-1: share of its line with the other parts that is not drawn
};

/// How much of the border between two faces is drawn as the line between two grounds is, in edges of blocks.
using DrawnBorder = std::function<double(const Border&)>;

/// \param faces that were taken for one ground
/// \param letters the faces in which letters stand; a face with letters of two kinds is not in it
/// \return a part for each kind of letters; nothing when there are not two kinds
[[nodiscard]] std::vector<GroundPart> part_by_letters(const Partition& partition, const std::vector<std::uint32_t>& faces, const std::map<std::uint32_t, std::string>& letters, const DrawnBorder& drawn);

/// Parts a ground along lines that are drawn through it but for gaps. \param least length of such a line, in edges of blocks
/// \return the ground itself when there is none
[[nodiscard]] std::vector<std::vector<std::uint32_t>> part_by_lines(const Partition& partition, const std::vector<std::uint32_t>& faces, const DrawnBorder& drawn, double least);

}  // namespace planlezer
