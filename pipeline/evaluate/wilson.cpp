#include "pipeline/evaluate/wilson.hpp"

#include <algorithm>
#include <cmath>

namespace planlezer::evaluate {

Interval Rate::interval() const {
    if (total <= 0) return {};
    constexpr double z = 1.959963984540054;  // 97.5 % point of the normal distribution
    const double n = total;
    const double p = share();
    const double middle = p + z * z / (2 * n);
    const double reach = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    const double scale = 1 + z * z / n;
    // At 0 and at n hits the formula gives the bound itself, but for the last binary digit.
    return {hits == 0 ? 0.0 : std::max(0.0, (middle - reach) / scale), hits == total ? 1.0 : std::min(1.0, (middle + reach) / scale)};
}

}  // namespace planlezer::evaluate
