// Things that belong together, joined two by two.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <numeric>
#include <vector>

namespace planlezer {

class DisjointSets {
  public:
    explicit DisjointSets(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }

    /// The same for all that are together.
    [[nodiscard]] std::size_t root(std::size_t i) {
        while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(std::size_t i, std::size_t j) { parent_[root(i)] = root(j); }
    [[nodiscard]] bool together(std::size_t i, std::size_t j) { return root(i) == root(j); }

  private:
    std::vector<std::size_t> parent_;
};

}  // namespace planlezer
