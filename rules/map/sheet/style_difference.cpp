#include "rules/map/sheet/style_difference.hpp"

#include <algorithm>
#include <cmath>

namespace planlezer {

namespace {

constexpr double same_colour = 12;       // CIE76; scans put noise on both the field and its swatch
constexpr double same_edge_colour = 35;  // thin lines are mixed with the ground in a scan

struct Lab {
    double l = 0;
    double a = 0;
    double b = 0;
};

double linear(std::uint8_t value) {
    const double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

/// sRGB to CIELAB under D65.
Lab lab_of(const Rgb& rgb) {
    const double r = linear(rgb.r);
    const double g = linear(rgb.g);
    const double b = linear(rgb.b);
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
    const double y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const double z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double angle_between(double a, double b) {
    const double turned = std::fmod(std::abs(a - b), 180);
    return std::min(turned, 180 - turned);
}

/// Fields: colour and hatching decide; the line round them is every field's own.
double field_difference(const AreaStyle& area, const AreaStyle& swatch) {
    if (area.hatch != swatch.hatch || area.fill.has_value() != swatch.fill.has_value()) return another_style;
    double difference = 0;
    if (area.fill) {
        difference = colour_difference(*area.fill, *swatch.fill);
        if (difference > same_colour) return another_style;
    }
    if (area.hatch == HatchKind::none) return difference;
    constexpr double same_angle = 12;
    constexpr double same_spacing = 0.35;
    const double angle = area.hatch == HatchKind::dots ? 0 : angle_between(area.hatch_angle, swatch.hatch_angle);
    const double spacing = std::abs(area.hatch_spacing - swatch.hatch_spacing) / std::max(swatch.hatch_spacing, 0.1);
    if (angle > same_angle || spacing > same_spacing) return another_style;
    return difference + angle + 20 * spacing;
}

/// A thin line on a picture is mixed with the ground it lies on; its swatch lies on paper.
double line_difference(const AreaStyle& area, const AreaStyle& swatch, const std::vector<Rgb>& grounds) {
    constexpr double thin = 1;      // points
    constexpr int most_mixed = 50;  // hundredths
    double least = colour_difference(*area.edge_colour, *swatch.edge_colour);
    if (area.edge_width > thin) return least;
    for (const Rgb& ground : grounds) {
        for (int share = 5; share <= most_mixed; share += 5) {
            const auto mixed = [share](std::uint8_t line, std::uint8_t beside) { return static_cast<std::uint8_t>(std::max(0, line - share * (255 - beside) / 100)); };
            const Rgb line{mixed(swatch.edge_colour->r, ground.r), mixed(swatch.edge_colour->g, ground.g), mixed(swatch.edge_colour->b, ground.b)};
            least = std::min(least, colour_difference(*area.edge_colour, line));
        }
    }
    return least;
}

/// Outlines: kind of line, width and colour decide.
double edge_difference(const AreaStyle& area, const AreaStyle& swatch, const std::vector<Rgb>& grounds) {
    if (area.edge != swatch.edge) return another_style;
    constexpr double same_width = 1.6;  // as a factor
    const double ratio = std::max(area.edge_width, 0.05) / std::max(swatch.edge_width, 0.05);
    const double wider = std::max(ratio, 1 / ratio);
    if (wider > same_width) return another_style;
    const double colour = area.edge_colour && swatch.edge_colour ? line_difference(area, swatch, grounds) : 0;
    if (colour > same_edge_colour) return another_style;
    const double apart = 20 * (wider - 1) + colour / 4;
    if (area.edge_period <= 0) return apart;
    // How far the dashes lie apart tells more than how wide they are.
    constexpr double same_period = 1.2;  // as a factor
    constexpr double not_told = 12;
    if (swatch.edge_period <= 0) return apart + not_told;
    const double period = area.edge_period / swatch.edge_period;
    return std::max(period, 1 / period) > same_period ? another_style : apart / 2;
}

}  // namespace

bool is_field(const AreaStyle& style) { return style.fill.has_value() || style.hatch != HatchKind::none; }

double style_difference(const AreaStyle& area, const AreaStyle& swatch, const std::vector<Rgb>& grounds) {
    if (is_field(area) != is_field(swatch)) return another_style;
    if (!is_field(swatch) && swatch.edge == LineDash::none) return another_style;  // a line of the legend with letters only
    return is_field(area) ? field_difference(area, swatch) : edge_difference(area, swatch, grounds);
}

double colour_difference(const Rgb& a, const Rgb& b) {
    const Lab first = lab_of(a);
    const Lab second = lab_of(b);
    return std::sqrt(std::pow(first.l - second.l, 2) + std::pow(first.a - second.a, 2) + std::pow(first.b - second.b, 2));
}

}  // namespace planlezer
