#include "rules/map/sheet/areas.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include "schemas/geometry/polygons.hpp"

namespace planlezer {

namespace {

constexpr double another_style = std::numeric_limits<double>::infinity();
constexpr double same_colour = 12;          // CIE76; scans put noise on both the field and its swatch
constexpr double same_edge_colour = 35;     // thin lines are mixed with the ground in a scan
constexpr double clearly_nearer = 0.6;      // of the second best
constexpr double sure_area = 0.99;
constexpr double doubtful_area = 0.6;       // two lines of the legend look alike

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

/// Outlines: kind of line, width and colour decide.
double edge_difference(const AreaStyle& area, const AreaStyle& swatch) {
    if (area.edge != swatch.edge) return another_style;
    constexpr double same_width = 1.6;  // as a factor
    const double ratio = std::max(area.edge_width, 0.05) / std::max(swatch.edge_width, 0.05);
    const double wider = std::max(ratio, 1 / ratio);
    if (wider > same_width) return another_style;
    const double colour = area.edge_colour && swatch.edge_colour ? colour_difference(*area.edge_colour, *swatch.edge_colour) : 0;
    if (colour > same_edge_colour) return another_style;
    return 20 * (wider - 1) + colour / 4;
}

bool is_field(const AreaStyle& style) { return style.fill.has_value() || style.hatch != HatchKind::none; }

double difference(const AreaStyle& area, const AreaStyle& swatch) {
    if (is_field(area) != is_field(swatch)) return another_style;
    if (!is_field(swatch) && swatch.edge == LineDash::none) return another_style;  // a line of the legend with letters only
    return is_field(area) ? field_difference(area, swatch) : edge_difference(area, swatch);
}

struct Match {
    const AreaMeaning* meaning = nullptr;
    double difference = another_style;
    bool alone = true;  ///< no line of another name is nearly as near
};

Match best_match(const AreaStyle& style, const std::vector<AreaMeaning>& meanings) {
    Match best;
    for (const AreaMeaning& meaning : meanings) {
        const double here = difference(style, meaning.style);
        if (here < best.difference) best = {&meaning, here, true};
    }
    if (best.meaning == nullptr) return best;
    for (const AreaMeaning& other : meanings) {
        if (other.name == best.meaning->name && other.kind == best.meaning->kind) continue;
        const double here = difference(style, other.style);
        if (here < another_style && best.difference >= clearly_nearer * here) best.alone = false;
    }
    return best;
}

Point middle(const Box& box) { return {box.mid_x(), box.mid_y()}; }

/// The letters that stand in the area and name a line of the legend ("W", "GD-1").
class Codes {
  public:
    Codes(const MapSheet& sheet, const std::vector<AreaMeaning>& meanings) {
        for (const MapSign& sign : sheet.signs) {
            if (sign.shape != SignShape::none || sign.cells.size() != 1) continue;
            const AreaMeaning* named = by_code(meanings, sign.cells.front().text);
            if (named != nullptr) labels_.push_back({sign.points_at.value_or(middle(sign.box)), named});
        }
    }

    static const AreaMeaning* by_code(const std::vector<AreaMeaning>& meanings, const std::string& code) {
        const AreaMeaning* found = nullptr;
        for (const AreaMeaning& meaning : meanings) {
            if (meaning.code.empty() || meaning.code != code) continue;
            if (found != nullptr && found->name != meaning.name) return nullptr;
            found = &meaning;
        }
        return found;
    }

    /// The one line that all codes in the area name; nullptr when there are none or several.
    [[nodiscard]] const AreaMeaning* in(const MultiPolygon& shape, PlanObjectKind kind) const {
        const AreaMeaning* found = nullptr;
        const Bounds box = bounds(shape);
        for (const Label& label : labels_) {
            if (label.names->kind != kind || label.at.x < box.x0 || label.at.x > box.x1 || label.at.y < box.y0 || label.at.y > box.y1) continue;
            if (!contains(shape, label.at)) continue;
            if (found != nullptr && found->name != label.names->name) return nullptr;
            found = label.names;
        }
        return found;
    }

  private:
    struct Label {
        Point at;
        const AreaMeaning* names = nullptr;
    };
    std::vector<Label> labels_;
};

/// A sheet after PRABPK2012 whose legend was not found: its colours, its thick line and its dashes are known.
std::vector<AreaMeaning> standard_meanings(const MapBook& book) {
    std::vector<AreaMeaning> meanings;
    for (const MapBestemming& bestemming : book.bestemmingen) {
        AreaStyle style;
        style.fill = bestemming.fill;
        meanings.push_back({PlanObjectKind::enkelbestemming, bestemming.name, bestemming.code, style});
    }
    return meanings;
}

bool names_kind(const std::vector<AreaMeaning>& meanings, PlanObjectKind kind) {
    return std::ranges::any_of(meanings, [kind](const AreaMeaning& meaning) { return meaning.kind == kind; });
}

/// By PRABPK2012: dashed black is a maatvoeringsvlak, the widest solid black line a bouwvlak. Only where the legend is silent.
std::optional<PlanObjectKind> standard_outline(const AreaStyle& style, double widest, const std::vector<AreaMeaning>& meanings) {
    constexpr Rgb black{0, 0, 0};
    if (is_field(style) || !style.edge_colour || colour_difference(*style.edge_colour, black) > same_edge_colour) return std::nullopt;
    const auto silent = [&](PlanObjectKind kind) { return names_kind(meanings, kind) ? std::nullopt : std::optional(kind); };
    if (style.edge == LineDash::dashed) return silent(PlanObjectKind::maatvoering);
    constexpr double as_wide = 0.8;
    if (style.edge == LineDash::solid && style.edge_width >= as_wide * widest) return silent(PlanObjectKind::bouwvlak);
    return std::nullopt;
}

double widest_outline(const MapSheet& sheet) {
    double widest = 0;
    for (const MapArea& area : sheet.areas) {
        if (!is_field(area.style) && area.style.edge == LineDash::solid) widest = std::max(widest, area.style.edge_width);
    }
    return widest;
}

}  // namespace

double colour_difference(const Rgb& a, const Rgb& b) {
    const Lab first = lab_of(a);
    const Lab second = lab_of(b);
    return std::sqrt(std::pow(first.l - second.l, 2) + std::pow(first.a - second.a, 2) + std::pow(first.b - second.b, 2));
}

std::vector<SheetArea> read_areas(const MapSheet& sheet, const Legend& legend, const MapBook& book, bool standard_sheet) {
    std::vector<AreaMeaning> meanings = legend.areas;
    const bool legend_names_fields = names_kind(meanings, PlanObjectKind::enkelbestemming);
    if (!legend_names_fields && standard_sheet) {
        const std::vector<AreaMeaning> standard = standard_meanings(book);
        meanings.insert(meanings.end(), standard.begin(), standard.end());
    }
    const Codes codes(sheet, meanings);
    const double widest = widest_outline(sheet);
    std::vector<SheetArea> areas;
    for (const MapArea& area : sheet.areas) {
        const Match match = best_match(area.style, meanings);
        const bool may_be_bestemming = match.meaning == nullptr || match.meaning->kind == PlanObjectKind::enkelbestemming;
        const AreaMeaning* coded = may_be_bestemming ? codes.in(area.shape, PlanObjectKind::enkelbestemming) : nullptr;
        if (coded != nullptr) {
            // The letters decide; a colour that says otherwise makes it doubtful.
            const bool agrees = match.meaning == nullptr ? !is_field(coded->style) : match.meaning->name.empty() || match.meaning->name == coded->name || !match.alone;
            areas.push_back({coded->kind, coded->name, coded->code, area.shape, std::min(area.confidence, agrees ? sure_area : doubtful_area)});
        } else if (match.meaning != nullptr) {
            areas.push_back({match.meaning->kind, match.meaning->name, match.meaning->code, area.shape,
                             std::min(area.confidence, match.alone ? sure_area : doubtful_area)});
        } else if (const auto kind = standard_outline(area.style, widest, legend.areas); kind && standard_sheet) {
            areas.push_back({*kind, std::string(plan_object_kind_text(*kind)), {}, area.shape, std::min(area.confidence, sure_area)});
        }
    }
    return areas;
}

}  // namespace planlezer
