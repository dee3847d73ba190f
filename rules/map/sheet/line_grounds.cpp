#include "rules/map/sheet/line_grounds.hpp"

#include <algorithm>

namespace planlezer {

LineGrounds::LineGrounds(const MapSheet& sheet) {
    for (const MapArea& area : sheet.areas) {
        if (area.style.fill) fields_.emplace_back(bounds(area.shape), &area);
    }
}

std::vector<Rgb> LineGrounds::along(const MapArea& outline) const {
    std::vector<Rgb> found;
    for (const Polygon& part : outline.shape) {
        for (std::size_t i = 0; i < part.outer.size(); ++i) {
            const Point& a = part.outer[i];
            const Point& b = part.outer[(i + 1) % part.outer.size()];
            const Point middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
            for (const auto& [box, field] : fields_) {
                if (middle.x < box.x0 || middle.x > box.x1 || middle.y < box.y0 || middle.y > box.y1) continue;
                if (std::ranges::find(found, *field->style.fill) == found.end() && contains(field->shape, middle)) found.push_back(*field->style.fill);
            }
        }
    }
    return found;
}

}  // namespace planlezer
