#include "extractors/map/sign_frame.hpp"

#include <algorithm>
#include <cmath>

#include "extractors/map/plane.hpp"

namespace planlezer {

bool is_triangle(const Outline& outline) { return outline.shape == SignShape::triangle_up || outline.shape == SignShape::triangle_down; }

/// A triangle as it stands when its writing is level; nullopt when it then stands on no side.
std::optional<Outline> upright_triangle(const Outline& outline, double angle) {
    Ring ring = outline.ring;
    for (Point& p : ring) p = plane::turned(p, outline.centre, -angle);
    auto upright = outline_of(ring, 0);
    if (!upright || !is_triangle(*upright) || plane::turn_between(upright->angle, 0, 180) > 10) return std::nullopt;
    return upright;
}

bool stands_on_corner(const Outline& outline, double angle) {
    constexpr double nearly = 40;  // of the 45 degrees of a true one
    return outline.shape == SignShape::square && plane::turn_between(outline.angle, angle, 90) > nearly;
}

bool fills(const Outline& outline, double angle, const std::vector<const Glyph*>& glyphs, double share) {
    constexpr double line_pitch = 1.7;  // times the type: further apart they are no lines of one text
    double tallest = 0;
    std::vector<double> base_lines;
    for (const Glyph* glyph : glyphs) {
        tallest = std::max(tallest, glyph->size);
        base_lines.push_back(plane::turned(glyph->origin, {}, -angle).y);
    }
    std::ranges::sort(base_lines);
    double filled = tallest;
    for (std::size_t i = 1; i < base_lines.size(); ++i) {
        const double pitch = base_lines[i] - base_lines[i - 1];
        if (pitch > line_pitch * tallest) return tallest > share * outline.side;
        filled += pitch < 0.6 * tallest ? 0 : tallest;
    }
    return filled > share * outline.side;
}

double tightness(const Outline& outline, double angle, const std::vector<const Glyph*>& glyphs) {
    Ring ring = outline.ring;
    for (Point& p : ring) p = plane::turned(p, {}, -angle);
    const Box frame = plane::box_of(ring);
    std::optional<Box> text;
    for (const Glyph* glyph : glyphs) {
        const Box ink = ink_box(*glyph);
        const Point middle = plane::turned(plane::middle(ink), {}, -angle);
        const double wide = std::hypot(glyph->advance.x, glyph->advance.y) / 2;
        const double high = 0.37 * glyph->size;
        const Box own{middle.x - wide, middle.y - high, middle.x + wide, middle.y + high};
        text = text ? united(*text, own) : own;
    }
    constexpr double line_room = 1.5;  // a single line leaves room above and below
    if (!text) return 0;
    const double high = text->height() / frame.height();
    return std::max(high, std::min(text->width() / frame.width(), line_room * high));
}

}  // namespace planlezer
