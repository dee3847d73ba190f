#include "extractors/map/map_likeness.hpp"

#include <algorithm>
#include <cmath>

#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr std::size_t words_of_prose = 7;  // words in a line that make it prose

/// Neither a box nor a bar: what tables and forms are not made of.
bool is_irregular(const MapArea& area) {
    if (area.shape.size() != 1) return !area.shape.empty();
    const Box box = plane::box_of(area.shape);
    const double filled = plane::area(area.shape) / std::max(1e-9, box.width() * box.height());
    return filled < 0.95 && std::min(box.width(), box.height()) > 6;
}

double clipped_share(double value, double enough) { return std::clamp(value / enough, 0.0, 1.0); }

}  // namespace

double map_likeness(const MapSheet& sheet, const SheetParts& parts, bool legend_has_title) {
    const double page = std::max(1.0, sheet.text.width * sheet.text.height);
    double irregular_area = 0;
    double irregular = 0;
    for (const MapArea& area : sheet.areas) {
        if (!is_irregular(area)) continue;
        ++irregular;
        const Box box = plane::box_of(area.shape);
        irregular_area = std::max(irregular_area, box.width() * box.height() / page);
    }
    double prose = 0;
    for (const TextRun& run : parts.runs) prose += run.words.size() >= words_of_prose ? 1 : 0;
    const auto shaped = std::ranges::count_if(sheet.signs, [](const MapSign& sign) { return sign.shape != SignShape::none; });

    double likeness = 0.25 * clipped_share(irregular, 12) + 0.15 * clipped_share(irregular_area, 0.1);
    likeness += 0.2 * clipped_share(static_cast<double>(shaped), 3);
    likeness += 0.2 * clipped_share(static_cast<double>(sheet.legend.size()), 4) + (legend_has_title ? 0.1 : 0);
    likeness += sheet.scale > 0 ? 0.15 : 0;
    likeness += sheet.north ? 0.1 : 0;
    likeness += sheet.crosses.size() >= 2 ? 0.15 : 0;
    likeness += std::max(sheet.text.width, sheet.text.height) > 1000 ? 0.1 : 0;
    // A page of rules with a figure on it stays a page of rules.
    const double a4 = 595.0 * 842.0;
    likeness -= 0.6 * clipped_share(prose * a4 / page, 18);
    return std::clamp(likeness, 0.0, 1.0);
}

}  // namespace planlezer
