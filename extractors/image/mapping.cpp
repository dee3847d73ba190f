#include "extractors/image/mapping.hpp"

#include <cmath>

namespace planlezer {

Mapping Mapping::unturned(int quarter_turns, double width, double height) {
    switch (((quarter_turns % 4) + 4) % 4) {
        case 1: return Mapping({0, 1, 0, -1, 0, height, 0, 0, 1});
        case 2: return Mapping({-1, 0, width, 0, -1, height, 0, 0, 1});
        case 3: return Mapping({0, -1, width, 1, 0, 0, 0, 0, 1});
        default: return {};
    }
}

Mapping Mapping::rotated(double radians, Point centre) {
    const double c = std::cos(radians);
    const double s = std::sin(radians);
    return Mapping({c, -s, centre.x - c * centre.x + s * centre.y, s, c, centre.y - s * centre.x - c * centre.y, 0, 0, 1});
}

Mapping Mapping::to_corners(double width, double height, const std::array<Point, 4>& p) {
    // The unit square to a quadrilateral in closed form (Heckbert 1989), after scaling the picture to the unit square.
    const double dx1 = p[1].x - p[2].x;
    const double dx2 = p[3].x - p[2].x;
    const double dy1 = p[1].y - p[2].y;
    const double dy2 = p[3].y - p[2].y;
    const double sx = p[0].x - p[1].x + p[2].x - p[3].x;
    const double sy = p[0].y - p[1].y + p[2].y - p[3].y;
    const double det = dx1 * dy2 - dx2 * dy1;
    const double g = det == 0 ? 0 : (sx * dy2 - dx2 * sy) / det;
    const double h = det == 0 ? 0 : (dx1 * sy - sx * dy1) / det;
    const Mapping unit({p[1].x - p[0].x + g * p[1].x, p[3].x - p[0].x + h * p[3].x, p[0].x, p[1].y - p[0].y + g * p[1].y,
                        p[3].y - p[0].y + h * p[3].y, p[0].y, g, h, 1});
    return scaled(1 / width, 1 / height).then(unit);
}

Mapping Mapping::then(const Mapping& next) const {
    std::array<double, 9> product{};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
            for (std::size_t k = 0; k < 3; ++k) product.at(3 * row + column) += next.m_.at(3 * row + k) * m_.at(3 * k + column);
        }
    }
    return Mapping(product);
}

Point Mapping::operator()(Point p) const {
    const double w = m_[6] * p.x + m_[7] * p.y + m_[8];
    return {(m_[0] * p.x + m_[1] * p.y + m_[2]) / w, (m_[3] * p.x + m_[4] * p.y + m_[5]) / w};
}

Box Mapping::operator()(const Box& box) const {
    const Point first = (*this)(Point{box.x0, box.y0});
    Box around{first.x, first.y, first.x, first.y};
    for (const Point corner : {Point{box.x1, box.y0}, Point{box.x1, box.y1}, Point{box.x0, box.y1}}) {
        const Point p = (*this)(corner);
        around = united(around, {p.x, p.y, p.x, p.y});
    }
    return around;
}

}  // namespace planlezer
