#include "schemas/gcp/gcp_points.hpp"

#include <cmath>

#include "schemas/model/quantity.hpp"

namespace planlezer {

namespace {

/// Three decimals, a point, in any locale.
std::string decimal(double value) {
    constexpr int decimals = 3;
    constexpr double per_unit = 1000;
    return Decimal(std::llround(value * per_unit), decimals).text();
}

}  // namespace

std::string gcp_points(const PlanMap& map) {
    constexpr double pdf_pixels_a_point = 150.0 / 72;
    const double x = map.pixels_a_point_x > 0 ? map.pixels_a_point_x : pdf_pixels_a_point;
    const double y = map.pixels_a_point_y > 0 ? map.pixels_a_point_y : pdf_pixels_a_point;
    std::string text = "mapX,mapY,pixelX,pixelY,enable,dX,dY,residual\n";
    for (const ControlPoint& point : map.control_points) {
        text += decimal(point.rd.x) + "," + decimal(point.rd.y) + "," + decimal(point.sheet.x * x) + "," + decimal(-point.sheet.y * y) + ",1,0,0,0\n";
    }
    return text;
}

}  // namespace planlezer
