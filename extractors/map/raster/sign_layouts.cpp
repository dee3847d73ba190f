#include "extractors/map/raster/sign_layouts.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace planlezer {

namespace {

constexpr double same_size = 0.06;     // share by which signs of one size differ
constexpr double same_place = 0.06;    // of the side, by which parts of one division differ
constexpr double widest_line = 0.12;   // of the side, between two parts
constexpr double drawn = 0.88;         // share of a dividing line that is ink
constexpr double mostly_drawn = 0.5;   // when no other division is known

int lightness(const SheetRaster& raster, int x, int y) {
    if (x < 0 || y < 0 || x >= raster.width || y >= raster.height) return 0;
    return GET_DATA_BYTE(pixGetData(raster.grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(raster.grey.get()), x);
}

/// Darker than what lies on either side: a thin line on a scan is too pale for ink.
bool crosses_line(const SheetRaster& raster, int x, int y, bool level) {
    constexpr int reach = 2;
    constexpr int beside = 5;
    constexpr double darker = 0.82;
    const auto across = [&](int off) { return lightness(raster, level ? x : x + off, level ? y + off : y); };
    int least = 255;
    for (int off = -reach; off <= reach; ++off) least = std::min(least, across(off));
    return least < darker * std::max(across(-beside), across(beside));
}

/// Share of a level or upright line that is drawn, a pixel or two aside.
double drawn_share(const SheetRaster& raster, double x0, double y0, double x1, double y1) {
    const bool level = std::abs(x1 - x0) > std::abs(y1 - y0);
    const int steps = std::max(1, static_cast<int>(std::max(std::abs(x1 - x0), std::abs(y1 - y0))));
    int crossed = 0;
    for (int i = 0; i <= steps; ++i) {
        const int x = static_cast<int>(std::lround(x0 + (x1 - x0) * i / steps));
        const int y = static_cast<int>(std::lround(y0 + (y1 - y0) * i / steps));
        crossed += crosses_line(raster, x, y, level) ? 1 : 0;
    }
    return static_cast<double>(crossed) / (steps + 1);
}

std::vector<Box> parts_of(const SignPlace& place) {
    std::vector<Box> parts;
    for (const PixelBox& b : place.parts) parts.push_back({b.x0 - place.centre.x, b.y0 - place.centre.y, b.x1 - place.centre.x, b.y1 - place.centre.y});
    return parts;
}

/// Signs are divided by level and upright lines; a line of the map that runs through one seldom is.
bool are_apart(const std::vector<Box>& parts) {
    constexpr double slack = 3;  // pixels: the sheet may lie a little askew
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (std::size_t j = i + 1; j < parts.size(); ++j) {
            const double across = std::min(parts[i].x1, parts[j].x1) - std::max(parts[i].x0, parts[j].x0);
            const double down = std::min(parts[i].y1, parts[j].y1) - std::max(parts[i].y0, parts[j].y0);
            if (across > slack && down > slack) return false;
        }
    }
    return true;
}

bool is_like(const SignLayout& layout, const SignPlace& place) {
    if (layout.shape != place.shape || layout.parts.size() != place.parts.size() || std::abs(layout.side - place.side) > same_size * place.side) return false;
    const std::vector<Box> parts = parts_of(place);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Box& a = layout.parts[i];
        const Box& b = parts[i];
        const double off = std::max({std::abs(a.x0 - b.x0), std::abs(a.y0 - b.y0), std::abs(a.x1 - b.x1), std::abs(a.y1 - b.y1)});
        if (off > same_place * place.side + 1) return false;
    }
    return true;
}

/// How much is drawn of the lines between parts that lie beside or over one another: of the line of which least is.
double divided_share(const SignLayout& layout, const SignPlace& place, const SheetRaster& raster) {
    const double gap = widest_line * layout.side;
    const Point& c = place.centre;
    double least = 1;
    for (const Box& a : layout.parts) {
        for (const Box& b : layout.parts) {
            const double x0 = std::max(a.x0, b.x0);
            const double x1 = std::min(a.x1, b.x1);
            const double y0 = std::max(a.y0, b.y0);
            const double y1 = std::min(a.y1, b.y1);
            if (x1 - x0 > gap && b.y0 >= a.y1 - 2 && b.y0 < a.y1 + gap) {
                const double y = c.y + (a.y1 + b.y0) / 2;
                least = std::min(least, drawn_share(raster, c.x + x0, y, c.x + x1, y));
            }
            if (y1 - y0 > gap && b.x0 >= a.x1 - 2 && b.x0 < a.x1 + gap) {
                const double x = c.x + (a.x1 + b.x0) / 2;
                least = std::min(least, drawn_share(raster, x, c.y + y0, x, c.y + y1));
            }
        }
    }
    return least;
}

}  // namespace

void SignLayouts::learn(const SignPlace& place, std::size_t part, const DigitBand& band, double middle, bool marked) {
    const std::vector<Box> parts = parts_of(place);
    if (!are_apart(parts)) return;
    auto layout = std::ranges::find_if(layouts_, [&](const SignLayout& known) { return is_like(known, place); });
    if (layout == layouts_.end()) {
        layouts_.push_back({place.shape, place.side, parts, std::vector<NumberSpot>(parts.size()), 0});
        layout = layouts_.end() - 1;
    }
    ++layout->count;
    layout->spots[part].tops.push_back(band.top - place.centre.y);
    layout->spots[part].heights.push_back(band.row);
    layout->spots[part].marked += marked ? 1 : 0;
    layout->spots[part].middles.push_back(middle - place.centre.x);
}

std::optional<SignLayout> SignLayouts::layout_at(const SignPlace& place, const SheetRaster& raster) const {
    const SignLayout* best = nullptr;
    const SignLayout* likeliest = nullptr;
    double most = mostly_drawn;
    for (const SignLayout& layout : layouts_) {
        if (layout.shape != place.shape || std::abs(layout.side - place.side) > same_size * place.side + 1) continue;
        const double share = is_like(layout, place) ? 1 : divided_share(layout, place, raster);
        const bool finer = best == nullptr || layout.parts.size() > best->parts.size() || (layout.parts.size() == best->parts.size() && layout.count > best->count);
        if (finer && share >= drawn) best = &layout;
        if (share <= most) continue;
        most = share;
        likeliest = &layout;
    }
    // All signs of its size are divided, and its line has gaps.
    if (best == nullptr) best = likeliest;
    if (best != nullptr) return *best;
    SignLayout own{place.shape, place.side, parts_of(place), std::vector<NumberSpot>(place.parts.size()), 0};
    return are_apart(own.parts) ? std::optional(std::move(own)) : std::nullopt;
}

std::vector<double> SignLayouts::sides(SignShape shape) const {
    std::vector<double> sides;
    for (const SignLayout& layout : layouts_) {
        const bool known = std::ranges::any_of(sides, [&](double side) { return std::abs(side - layout.side) <= same_size * side + 1; });
        if (layout.shape == shape && !known) sides.push_back(layout.side);
    }
    return sides;
}

}  // namespace planlezer
