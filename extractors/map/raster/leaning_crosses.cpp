#include "extractors/map/raster/leaning_crosses.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace planlezer {

namespace {

constexpr double widest = 0.12;       // of an arm's length
constexpr double on_lines = 0.93;     // of the pixels
constexpr double unequal = 0.12;      // of a whole line, by which arms may differ
constexpr double least_length = 10;   // pixels

/// Seen from the middle of the ink.
struct Cloud {
    Point middle;
    std::vector<Point> pixels;
    double radius = 0;  ///< of the furthest
};

Cloud cloud_of(const Component& component, const Components& ink) {
    Cloud cloud;
    for (const PixelRun& run : ink.of(component)) {
        for (int x = run.x0; x < run.x1; ++x) cloud.pixels.push_back({x + 0.5, run.y + 0.5});
    }
    for (const Point& p : cloud.pixels) {
        cloud.middle.x += p.x / static_cast<double>(cloud.pixels.size());
        cloud.middle.y += p.y / static_cast<double>(cloud.pixels.size());
    }
    for (Point& p : cloud.pixels) {
        p = {p.x - cloud.middle.x, p.y - cloud.middle.y};
        cloud.radius = std::max(cloud.radius, std::hypot(p.x, p.y));
    }
    return cloud;
}

/// The way of one of two lines at right angles, within 45 degrees of level.
Point way_of(const Cloud& cloud) {
    double sine = 0;
    double cosine = 0;
    for (const Point& p : cloud.pixels) {
        // Near the middle the way from it says little.
        if (std::hypot(p.x, p.y) < cloud.radius / 2) continue;
        const double angle = std::atan2(p.y, p.x);
        sine += std::sin(4 * angle);
        cosine += std::cos(4 * angle);
    }
    const double angle = std::atan2(sine, cosine) / 4;
    return {std::cos(angle), std::sin(angle)};
}

}  // namespace

std::optional<std::pair<Ring, Ring>> leaning_cross(const Component& component, const Components& ink) {
    const Cloud cloud = cloud_of(component, ink);
    if (2 * cloud.radius < least_length) return std::nullopt;
    const Point level = way_of(cloud);
    const Point upright{-level.y, level.x};
    const double thick = static_cast<double>(cloud.pixels.size()) / (4 * cloud.radius);
    if (thick > widest * 2 * cloud.radius) return std::nullopt;
    std::array<double, 4> arms{};  // ahead and back on the one line, then on the other
    long near = 0;
    for (const Point& p : cloud.pixels) {
        const double along = p.x * level.x + p.y * level.y;
        const double across = p.x * upright.x + p.y * upright.y;
        if (std::min(std::abs(along), std::abs(across)) < thick + 1.2) ++near;
        if (std::abs(across) < thick + 1.2) {
            arms[0] = std::max(arms[0], along);
            arms[1] = std::max(arms[1], -along);
        }
        if (std::abs(along) < thick + 1.2) {
            arms[2] = std::max(arms[2], across);
            arms[3] = std::max(arms[3], -across);
        }
    }
    const auto [shortest, longest] = std::ranges::minmax(arms);
    if (static_cast<double>(near) < on_lines * static_cast<double>(cloud.pixels.size()) || longest - shortest > unequal * (longest + shortest) + 1) return std::nullopt;
    const auto line = [&cloud](const Point& way, double ahead, double back) {
        return Ring{{cloud.middle.x - back * way.x, cloud.middle.y - back * way.y}, {cloud.middle.x + ahead * way.x, cloud.middle.y + ahead * way.y}};
    };
    return std::pair(line(level, arms[0], arms[1]), line(upright, arms[2], arms[3]));
}

}  // namespace planlezer
