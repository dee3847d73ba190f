#include "rules/map/sheet/areas.hpp"

#include <algorithm>
#include <optional>

#include "rules/map/sheet/holes.hpp"
#include "rules/map/sheet/line_grounds.hpp"
#include "rules/map/sheet/plain_code.hpp"
#include "rules/map/sheet/plan_border.hpp"
#include "rules/map/sheet/settle_areas.hpp"
#include "rules/map/sheet/style_difference.hpp"
#include "schemas/geometry/polygons.hpp"
#include "schemas/model/ascii.hpp"

namespace planlezer {

namespace {

constexpr double as_black = 35;             // CIE76; a thin line is mixed with its ground
constexpr double clearly_nearer = 0.6;      // of the second best
constexpr double visible = 2;               // lines of the legend that the eye cannot tell apart are alike
constexpr double sure_area = 0.99;
constexpr double doubtful_area = 0.6;       // two lines of the legend look alike
constexpr double lettered_area = 0.7;       // its letters say what its style does not

struct Candidate {
    const AreaMeaning* meaning = nullptr;
    double difference = another_style;
};

/// The lines of the legend this style may stand for: the nearest, and those nearly as near.
std::vector<Candidate> candidates_for(const AreaStyle& style, const std::vector<AreaMeaning>& meanings, const std::vector<Rgb>& grounds) {
    std::vector<Candidate> candidates;
    for (const AreaMeaning& meaning : meanings) {
        const double here = style_difference(style, meaning.style, grounds);
        if (here < another_style) candidates.push_back({&meaning, here});
    }
    std::ranges::stable_sort(candidates, {}, &Candidate::difference);
    // Two or three dashes are too few to tell how far apart they lie; their width alone does not tell either.
    const bool few_dashes = style.edge == LineDash::dashed && style.edge_period <= 0 && !is_field(style);
    const auto farther = [&](const Candidate& c) {
        if (few_dashes && c.meaning->style.edge_period > 0) return false;
        return c.difference > visible && candidates.front().difference < clearly_nearer * c.difference;
    };
    if (!candidates.empty()) candidates.erase(std::ranges::find_if(candidates, farther), candidates.end());
    return candidates;
}

Point middle(const Box& box) { return {box.mid_x(), box.mid_y()}; }

/// The letters that stand in the area and name a line of the legend ("W", "GD-1").
class Codes {
  public:
    Codes(const MapSheet& sheet, const std::vector<AreaMeaning>& meanings) {
        for (const MapSign& sign : sheet.signs) {
            if (sign.shape != SignShape::none || sign.cells.size() != 1) continue;
            const std::string text(plain_code(sign.cells.front().text));
            const AreaMeaning* named = by_code(meanings, text);
            if (named == nullptr && text.find('-') != std::string::npos) named = by_code(meanings, text.substr(0, text.rfind('-')));  // "W-a"
            if (named != nullptr) labels_.push_back({sign.points_at.value_or(middle(sign.box)), named});
            else if (may_be_code(text)) unknown_.push_back(middle(sign.box));
        }
    }

    static const AreaMeaning* by_code(const std::vector<AreaMeaning>& meanings, const std::string& code) {
        const AreaMeaning* exact = only_one(meanings, [&code](const std::string& own) { return own == code; });
        if (exact != nullptr || code.size() > 1) return exact;
        // A letter by itself on a picture is as large as it likes.
        return only_one(meanings, [&code](const std::string& own) { return ascii_lower(own) == ascii_lower(code); });
    }

    template <typename Same>
    static const AreaMeaning* only_one(const std::vector<AreaMeaning>& meanings, Same same) {
        const AreaMeaning* found = nullptr;
        for (const AreaMeaning& meaning : meanings) {
            if (meaning.code.empty() || !same(meaning.code)) continue;
            if (found != nullptr && found->name != meaning.name) return nullptr;
            found = &meaning;
        }
        return found;
    }

    /// Letters of another bestemming, or that may be some: the legend does not know them.
    [[nodiscard]] bool has_others(const MultiPolygon& shape, const std::string& bestemming) const {
        const auto is_other = [&](const Label& label) {
            return label.names->kind == PlanObjectKind::enkelbestemming && label.names->name != bestemming && contains(shape, label.at);
        };
        return std::ranges::any_of(labels_, is_other) || std::ranges::any_of(unknown_, [&shape](const Point& at) { return contains(shape, at); });
    }

    /// The one line of the legend that all letters of its kind in the area name; nullptr when there are none or several.
    [[nodiscard]] const AreaMeaning* in(const MultiPolygon& shape, bool bestemming) const {
        const AreaMeaning* found = nullptr;
        const Bounds box = bounds(shape);
        for (const Label& label : labels_) {
            if ((label.names->kind == PlanObjectKind::enkelbestemming) != bestemming) continue;
            if (label.at.x < box.x0 || label.at.x > box.x1 || label.at.y < box.y0 || label.at.y > box.y1 || !contains(shape, label.at)) continue;
            if (found != nullptr && found->name != label.names->name) return nullptr;
            found = label.names;
        }
        return found;
    }

  private:
    /// "Gm" or "VV-1"; no number of bouwlagen ("VII").
    static bool may_be_code(std::string_view text) {
        constexpr std::size_t longest = 6;
        const bool word = std::ranges::all_of(text, [](char c) { return is_ascii_alnum(c) || c == '-'; });
        const bool roman = std::ranges::all_of(text, [](char c) { return c == 'I' || c == 'V' || c == 'X'; });
        const bool capital = !text.empty() && text[0] >= 'A' && text[0] <= 'Z';
        return word && capital && !roman && text.size() <= longest;
    }

    struct Label {
        Point at;
        const AreaMeaning* names = nullptr;
    };
    std::vector<Label> labels_;
    std::vector<Point> unknown_;
};

/// A sheet after PRABPK2012 whose legend was not found: its colours, its thick line and its dashes are known.
std::vector<AreaMeaning> standard_meanings(const MapBook& book) {
    std::vector<AreaMeaning> meanings;
    for (const MapBestemming& bestemming : book.bestemmingen) {
        AreaStyle style;
        style.fill = bestemming.fill;
        meanings.push_back({PlanObjectKind::enkelbestemming, bestemming.name, bestemming.code, {}, style});
    }
    return meanings;
}

bool names_kind(const std::vector<AreaMeaning>& meanings, PlanObjectKind kind) {
    return std::ranges::any_of(meanings, [kind](const AreaMeaning& meaning) { return meaning.kind == kind; });
}

/// By PRABPK2012: dashed black is a maatvoeringsvlak, the widest solid black line a bouwvlak. Only where the legend is silent.
std::optional<PlanObjectKind> standard_outline(const AreaStyle& style, double widest, const std::vector<AreaMeaning>& meanings) {
    constexpr Rgb black{0, 0, 0};
    if (is_field(style) || !style.edge_colour || colour_difference(*style.edge_colour, black) > as_black) return std::nullopt;
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

/// The usual width of the line around coloured and hatched fields, the thinner of two; 0 when there is none.
double ground_line_of(const MapSheet& sheet) {
    std::vector<double> widths;
    for (const MapArea& area : sheet.areas) {
        if (is_field(area.style) && area.style.edge == LineDash::solid && area.style.edge_width > 0) widths.push_back(area.style.edge_width);
    }
    if (widths.empty()) return 0;
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>((widths.size() - 1) / 2);
    std::ranges::nth_element(widths, middle);
    return *middle;
}

/// What one area is; its name empty when only its kind is known.
class AreaReading {
  public:
    AreaReading(const MapSheet& sheet, const Legend& legend, const MapBook& book, bool standard_sheet)
        : legend_(legend), meanings_(all_meanings(legend, book, standard_sheet)), codes_(sheet, meanings_), widest_(widest_outline(sheet)), ground_line_(ground_line_of(sheet)), grounds_(sheet), standard_(standard_sheet), picture_(sheet.pixels_a_point_x > 0) {}

    [[nodiscard]] std::optional<SheetArea> read(const MapArea& area) const {
        std::vector<Candidate> candidates = candidates_for(area.style, meanings_, picture_ && !is_field(area.style) ? grounds_.along(area) : std::vector<Rgb>{});
        std::erase_if(candidates, [&](const Candidate& c) { return is_ground_line(area.style, *c.meaning); });
        if (const auto lettered = by_letters(area, candidates)) return lettered;
        if (!candidates.empty()) {
            const AreaMeaning& nearest = *candidates.front().meaning;
            if (may_be_measure(area.style)) return as_measure(area);
            const bool alone = std::ranges::all_of(candidates, [&](const Candidate& c) { return c.meaning->name == nearest.name && c.meaning->kind == nearest.kind; });
            if (alone && !is_any_swatch(area.style, nearest)) return made(area, nearest, sure_area);
            // Outlines alike without letters may be any of them.
            if (nearest.kind == PlanObjectKind::enkelbestemming && is_field(area.style)) return one_of_several(made(area, nearest, doubtful_area), candidates);
            // Several aanduidingen are drawn alike; one without its letters may be any of them, or a maatvoeringsvlak.
            const auto vlak = std::ranges::find_if(candidates, [](const Candidate& c) { return c.meaning->kind == PlanObjectKind::maatvoering; });
            if (vlak != candidates.end()) return made(area, *vlak->meaning, sure_area);
        }
        const auto kind = standard_ ? standard_outline(area.style, widest_, legend_.areas) : std::nullopt;
        if (!kind) return std::nullopt;
        return SheetArea{*kind, std::string(plan_object_kind_text(*kind)), {}, {}, area.shape, std::min(area.confidence, sure_area), {}, true};
    }

    /// An outline in dashes as the legend has them for its kind.
    [[nodiscard]] bool is_drawn_in_dashes(const SheetArea& area, const AreaStyle& style) const {
        if (!area.outline || (style.edge != LineDash::dashed && style.edge != LineDash::dash_dotted)) return false;
        return std::ranges::any_of(candidates_for(style, meanings_, {}), [&area](const Candidate& c) { return c.meaning->kind == area.kind; });
    }
    /// Those of another bestemming, known or not.
    [[nodiscard]] bool has_other_letters(const MultiPolygon& shape, const std::string& bestemming) const { return codes_.has_others(shape, bestemming); }

  private:
    /// On a picture dashes of every kind look alike. Where its legend names no maatvoeringsvlak, dashes without letters may be the border of one.
    [[nodiscard]] bool may_be_measure(const AreaStyle& style) const {
        return picture_ && standard_ && standard_outline(style, widest_, legend_.areas) == PlanObjectKind::maatvoering;
    }
    /// Between two borders on a picture the line of a swatch may seem as wide as either.
    [[nodiscard]] bool is_ground_line(const AreaStyle& style, const AreaMeaning& meaning) const {
        constexpr double broader = 1.2;
        if (!picture_ || meaning.kind != PlanObjectKind::bouwvlak || is_field(style) || ground_line_ <= 0 || meaning.style.edge_width < broader * ground_line_) return false;
        return style.edge_width * style.edge_width < ground_line_ * meaning.style.edge_width;
    }
    /// The swatches of all bestemmingen have such a line round them: on a picture their widths do not tell one from another.
    [[nodiscard]] bool is_any_swatch(const AreaStyle& style, const AreaMeaning& nearest) const {
        if (!picture_ || is_field(style) || nearest.kind != PlanObjectKind::enkelbestemming || nearest.name.empty()) return false;
        return std::ranges::any_of(meanings_, [&](const AreaMeaning& other) {
            return other.kind == nearest.kind && other.name != nearest.name && !other.name.empty() && !is_field(other.style) && other.style.edge == style.edge;
        });
    }
    static SheetArea as_measure(const MapArea& area) {
        const auto kind = PlanObjectKind::maatvoering;
        return {kind, std::string(plan_object_kind_text(kind)), {}, {}, area.shape, std::min(area.confidence, doubtful_area), {}, true};
    }

    /// "bestemmingsgrens" stands in the legend.
    [[nodiscard]] bool shows_borders() const {
        return std::ranges::any_of(meanings_, [](const AreaMeaning& meaning) {
            return meaning.kind == PlanObjectKind::enkelbestemming && meaning.name.empty() && meaning.style.edge != LineDash::none;
        });
    }

    static std::vector<AreaMeaning> all_meanings(const Legend& legend, const MapBook& book, bool standard_sheet) {
        std::vector<AreaMeaning> meanings = legend.areas;
        if (names_kind(meanings, PlanObjectKind::enkelbestemming) || !standard_sheet) return meanings;
        const std::vector<AreaMeaning> standard = standard_meanings(book);
        meanings.insert(meanings.end(), standard.begin(), standard.end());
        return meanings;
    }

    static SheetArea one_of_several(SheetArea area, const std::vector<Candidate>& candidates) {
        for (const Candidate& candidate : candidates) area.may_be.push_back(candidate.meaning->name);
        return area;
    }
    static SheetArea made(const MapArea& area, const AreaMeaning& meaning, double certainty) {
        return {meaning.kind, meaning.name, meaning.code, meaning.article, area.shape, std::min(area.confidence, certainty), {}, !is_field(area.style)};
    }

    /// The letters decide; a style that says otherwise makes it doubtful.
    [[nodiscard]] std::optional<SheetArea> by_letters(const MapArea& area, const std::vector<Candidate>& candidates) const {
        const bool bestemming = candidates.empty() || candidates.front().meaning->kind == PlanObjectKind::enkelbestemming;
        const AreaMeaning* lettered = codes_.in(area.shape, bestemming);
        if (lettered == nullptr) return std::nullopt;
        const bool fits = std::ranges::any_of(candidates, [&](const Candidate& c) { return c.meaning->name == lettered->name || c.meaning->name.empty(); });
        if (!bestemming) return fits ? std::optional(made(area, *lettered, sure_area)) : std::nullopt;
        // Kerbs around two fields of which one has its letters are no border, where the legend says how borders are drawn.
        const bool unstyled = candidates.empty() && !is_field(lettered->style) && area.style.edge != LineDash::none && !shows_borders();
        if (candidates.empty() && !unstyled) return std::nullopt;
        return made(area, *lettered, fits || unstyled ? sure_area : lettered_area);
    }

    const Legend& legend_;
    std::vector<AreaMeaning> meanings_;
    Codes codes_;
    double widest_;
    double ground_line_;  ///< points
    LineGrounds grounds_;
    bool standard_;
    bool picture_;
};

}  // namespace

std::vector<SheetArea> read_areas(const MapSheet& sheet, const Legend& legend, const MapBook& book, bool standard_sheet) {
    const AreaReading reading(sheet, legend, book, standard_sheet);
    std::vector<SheetArea> areas;
    for (const MapArea& area : sheet.areas) {
        auto read = reading.read(area);
        if (!read) continue;
        read->dashed = reading.is_drawn_in_dashes(*read, area.style);
        areas.push_back(std::move(*read));
    }
    const auto others = [&reading](const MultiPolygon& ground, const std::string& bestemming) { return reading.has_other_letters(ground, bestemming); };
    drop_houses(areas, others);
    settle_areas(areas);
    if (sheet.pixels_a_point_x > 0) fill_holes(areas, others);  // a drawing has holes on purpose
    keep_plangebied(areas);
    drop_strays(areas);
    return areas;
}

}  // namespace planlezer
