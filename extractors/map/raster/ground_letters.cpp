#include "extractors/map/raster/ground_letters.hpp"

#include <algorithm>

#include "extractors/map/plane.hpp"

namespace planlezer {

void drop_leader_heads(SheetParts& parts) {
    constexpr double about = 3;  // points
    std::erase_if(parts.runs, [&parts](const TextRun& run) {
        if (run.text.size() != 1 || run.text[0] < 'A' || run.text[0] > 'Z') return false;
        return std::ranges::any_of(parts.signs, [&run](const MapSign& sign) { return sign.points_at && plane::holds(plane::grown(run.box, about), *sign.points_at); });
    });
}

std::vector<GroundLetters> letters_of_grounds(const SheetParts& parts, const Legend& legend) {
    std::vector<GroundLetters> letters;
    for (const TextRun& run : parts.runs) {
        const Point at = plane::middle(run.box);
        const auto names = [&run](const LegendEntry& entry) { return entry.style.fill && entry.code == run.text; };
        const bool listed = std::ranges::any_of(legend.blocks, [&at](const Box& block) { return plane::holds(block, at); });
        if (!listed && std::ranges::any_of(legend.entries, names)) letters.push_back({run.text, at});
    }
    return letters;
}

}  // namespace planlezer
