#include "extractors/map/raster/roman_bars.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace planlezer {

LetterGroup left_to_right(LetterGroup letters) {
    std::ranges::stable_sort(letters, {}, [](const Component* letter) { return letter->box.x0; });
    return letters;
}

std::size_t roman_bars(const LetterGroup& group) {
    const LetterGroup letters = left_to_right(group);
    const auto is_bar = [](const Component& c) {
        const double box = static_cast<double>(c.box.height()) * c.box.width();
        return c.box.width() < 0.42 * c.box.height() && static_cast<double>(c.pixels) > 0.68 * box;
    };
    const auto go_on = [](const Component& left, const Component& right) {
        const double height = right.box.height();
        return std::abs(left.box.height() - height) <= 0.1 * height + 1 && std::abs(left.box.y0 - right.box.y0) <= 0.1 * height + 1 &&
               std::abs(left.box.width() - right.box.width()) <= 0.1 * height + 1 && right.box.x0 - left.box.x1 < 0.5 * height;
    };
    std::size_t bars = 0;
    for (std::size_t i = letters.size(); i-- > 0 && is_bar(*letters[i]) && (bars == 0 || go_on(*letters[i], *letters[i + 1]));) ++bars;
    if (bars < 2 || bars > 3) return 0;
    if (bars == letters.size()) return bars;
    const PixelBox& bar = letters.back()->box;
    const PixelBox& dash = letters[letters.size() - bars - 1]->box;
    const double middle = ((dash.y0 + dash.y1) / 2.0 - bar.y0) / bar.height();
    return dash.width() > dash.height() && dash.height() < 0.35 * bar.height() && middle > 0.3 && middle < 0.85 ? bars : 0;
}

}  // namespace planlezer
