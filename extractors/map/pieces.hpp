// Single lines of a drawing with their path, found by place.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "extractors/pdf/drawing.hpp"
#include "schemas/model/box.hpp"

namespace planlezer {

/// One line of one path. Points into the drawing, which must outlive it.
struct Piece {
    const DrawnPath* path = nullptr;
    const DrawnLine* line = nullptr;
    std::size_t number = 0;  ///< of the path in the drawing
    Box box;
    bool used = false;       ///< part of a sign
};

/// What a larger rectangle of one colour was painted over, as a legend over the parcels of the map, is not there.
[[nodiscard]] std::vector<Piece> pieces_of(const Drawing& drawing);

/// Which of many boxes meet a given one, without looking at all.
class BoxIndex {
  public:
    explicit BoxIndex(double cell) : cell_(cell) {}
    /// What spans too many cells is kept apart and always looked at.
    void add(std::size_t id, const Box& box);
    /// Ascending, each once.
    [[nodiscard]] std::vector<std::size_t> meeting(const Box& box) const;

  private:
    struct Entry {
        std::size_t id = 0;
        Box box;
    };
    double cell_;
    std::map<std::pair<long, long>, std::vector<Entry>> cells_;
    std::vector<Entry> large_;
};

}  // namespace planlezer
