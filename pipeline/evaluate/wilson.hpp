// A share with its 95 % interval.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace planlezer::evaluate {

struct Interval {
    double low = 0;   ///< 0-1
    double high = 1;  ///< 0-1
};

/// `hits` out of `total`.
struct Rate {
    int hits = 0;
    int total = 0;

    void add(bool hit) {
        ++total;
        if (hit) ++hits;
    }
    /// 0-1; 0 when nothing was counted.
    [[nodiscard]] double share() const { return total > 0 ? static_cast<double>(hits) / total : 0; }
    /// Wilson score interval, 95 %; 0-1 when nothing was counted.
    [[nodiscard]] Interval interval() const;
};

}  // namespace planlezer::evaluate
