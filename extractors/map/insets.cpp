#include "extractors/map/insets.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>

#include "extractors/map/plane.hpp"
#include "extractors/map/sheet_scale.hpp"

namespace planlezer {

namespace {

constexpr double least_side = 60;       // points
constexpr double most_share = 0.4;      // of the page: a larger frame is that of the drawing
constexpr double title_reach = 16;      // points above or below the frame
constexpr std::size_t least_shapes = 3; // areas in it: more than a swatch with a scale bar

bool is_frame(const MapArea& area, double page) {
    if (area.shape.size() != 1 || !area.shape[0].holes.empty()) return false;
    const Box box = plane::box_of(area.shape);
    const bool square = plane::area(area.shape) > 0.96 * box.width() * box.height();
    return square && std::min(box.width(), box.height()) >= least_side && plane::area(area.shape) < most_share * page;
}

bool names_inset(const std::string& text, double scale) {
    const double own = scale_in(text);
    return titles_inset(text) || (own > 0 && scale > 0 && own != scale);
}

}  // namespace

bool titles_inset(const std::string& text) {
    constexpr std::array<std::string_view, 5> words{"detail", "inzet", "uitsnede", "fragment", "vergroting"};
    std::string plain = text;
    std::ranges::transform(plain, plain.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return std::ranges::any_of(words, [&plain](std::string_view word) {
        return plain.starts_with(word) && (plain.size() == word.size() || std::isalpha(static_cast<unsigned char>(plain[word.size()])) == 0);
    });
}

std::vector<Box> find_insets(const SheetParts& parts, double scale) {
    std::vector<Box> insets;
    const double page = parts.page.width * parts.page.height;
    for (const MapArea& area : parts.areas) {
        if (!is_frame(area, page)) continue;
        const Box box = plane::box_of(area.shape);
        const Box reach{box.x0, box.y0 - title_reach, box.x1, box.y1 + title_reach};
        const bool named = std::ranges::any_of(parts.runs, [&](const TextRun& run) { return plane::holds(reach, plane::middle(run.box)) && names_inset(run.text, scale); });
        if (!named) continue;
        const auto inside = std::ranges::count_if(parts.areas, [&](const MapArea& other) {
            const Box own = plane::box_of(other.shape);
            return plane::holds(box, {own.x0, own.y0}) && plane::holds(box, {own.x1, own.y1}) && own.width() < 0.9 * box.width();
        });
        if (inside >= static_cast<std::ptrdiff_t>(least_shapes)) insets.push_back(box);
    }
    return insets;
}

}  // namespace planlezer
