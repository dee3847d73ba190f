#include "extractors/cut_off.hpp"

#include <algorithm>
#include <limits>

namespace planlezer {

bool is_cut_off(const TextPage& page) {
    constexpr double edge = 1.0;          // points: printers leave more, scanners cut less
    constexpr double believable = 0.6;    // a smudge at the edge is read with less confidence
    constexpr int enough = 3;
    for (const bool right : {false, true}) {
        std::vector<double> heights;  // of the lines that run off
        for (const Word& word : page.words) {
            const bool off = right ? word.box.x1 > page.width - edge : word.box.x0 < edge;
            if (off && word.confidence >= believable && word.text.size() > 1) heights.push_back(word.box.mid_y());
        }
        std::ranges::sort(heights);
        int lines = 0;
        double last = -std::numeric_limits<double>::infinity();
        for (const double y : heights) {
            constexpr double line = 6;  // points
            if (y < last + line) continue;
            last = y;
            ++lines;
        }
        if (lines >= enough) return true;
    }
    return false;
}

}  // namespace planlezer
