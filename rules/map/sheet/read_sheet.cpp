#include "rules/map/sheet/read_sheet.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rules/map/sheet/areas.hpp"
#include "rules/map/sheet/corner_contact.hpp"
#include "rules/map/sheet/governs.hpp"
#include "rules/map/sheet/legend.hpp"
#include "rules/map/sheet/neighbours.hpp"
#include "rules/map/sheet/sign_meaning.hpp"
#include "rules/map/sheet/sign_pattern.hpp"
#include "schemas/geometry/polygons.hpp"
#include "schemas/model/ascii.hpp"

namespace planlezer {

namespace {

constexpr double high_residual = 1.0;   // metres
constexpr double sliver_metres = 0.05;  // narrower than this is where two lines were meant to be one

std::string words_on(const MapSign& sign) {
    std::string words;
    for (const SignCell& cell : sign.cells) words += (words.empty() ? "" : " / ") + cell.text;
    return words;
}

class SheetReader {
  public:
    SheetReader(const MapSheet& sheet, const SheetSurroundings& around, const MapBook& book)
        : sheet_(sheet), around_(around), book_(book), legend_(read_legend(sheet.legend, book)), standard_(follows_standard(sheet)) {}

    PlanMap read() {
        map_.file = around_.file;
        map_.page = sheet_.text.number;
        map_.pixels_a_point_x = sheet_.pixels_a_point_x;
        map_.pixels_a_point_y = sheet_.pixels_a_point_y;
        areas_ = read_areas(sheet_, legend_, book_, standard_);
        put_on_earth();
        for (const MapSign& sign : sheet_.signs) read_sign(sign);
        flag_unknown_signs();
        join_corners();
        spread_percentages();
        doubt_places();
        doubt_enclosed();
        cut_courtyards();
        make_objects();
        settle_neighbours(map_.objects);
        for (const Valued& sign : valued_) give_values(sign);
        std::erase_if(map_.objects, [](const PlanObject& object) { return object.area.empty() && object.values.empty(); });
        if (sheet_.file_points != 1) tell_in_points_of_file();
        return std::move(map_);
    }

  private:
    /// A sign that says something, and the area it says it of.
    struct Valued {
        const MapSign* sign = nullptr;
        std::vector<MapValue> values;
        Governed governed;
    };

    [[nodiscard]] Provenance place_of(const Box& box, std::string quote) const {
        return {around_.file, sheet_.text.number, {box}, std::move(quote), {}};
    }

    /// Users find a place by the resolution the file tells, not by the one it was read at.
    void tell_in_points_of_file() {
        const double by = sheet_.file_points;
        const auto scale = [by](Provenance& place) {
            for (Box& box : place.boxes) box = {box.x0 * by, box.y0 * by, box.x1 * by, box.y1 * by};
        };
        for (PlanObject& object : map_.objects) {
            scale(object.provenance);
            for (MapValue& value : object.values) scale(value.provenance);
        }
        for (Flag& flag : map_.flags) {
            if (flag.provenance) scale(*flag.provenance);
        }
        for (ControlPoint& point : map_.control_points) point.sheet = {point.sheet.x * by, point.sheet.y * by};
        map_.pixels_a_point_x /= by;
        map_.pixels_a_point_y /= by;
    }

    void flag(FlagCode code, std::string detail, Provenance place) { map_.flags.push_back({code, std::move(detail), {}, std::move(place)}); }

    [[nodiscard]] MultiPolygon drawn_contour() const {
        std::vector<MultiPolygon> parts;
        for (const SheetArea& area : areas_) {
            if (area.kind == PlanObjectKind::plangebied) return area.shape;
            if (area.kind == PlanObjectKind::enkelbestemming) parts.push_back(area.shape);
        }
        constexpr double line_width = 1.0;  // points: neighbours may be drawn with their line between them
        for (MultiPolygon& part : parts) part = grown(part, line_width);
        return grown(merged(parts), -line_width);
    }

    void put_on_earth() {
        const std::optional<Placed> placed = place(sheet_, drawn_contour(), around_);
        const Provenance whole = place_of({0, 0, sheet_.text.width, sheet_.text.height}, {});
        if (!placed) {
            map_.placement = {PlacementSource::scale_only, false, std::nullopt};
            map_.control_points = sheet_.crosses;
            to_map_ = {0.0254 / 72, 0, 0, 0, -0.0254 / 72, 0.0254 / 72 * sheet_.text.height};
            flag(FlagCode::map_not_placed, "zonder schaal", whole);
            return;
        }
        to_map_ = placed->to_map;
        map_.placement = placed->placement;
        map_.control_points = placed->points;
        if (!placed->placement.on_earth) map_.control_points = sheet_.crosses;  // too few, but a person may add to them
        if (!placed->placement.on_earth) flag(FlagCode::map_not_placed, "alleen de schaal is bekend", whole);
        if (placed->placement.residual.value_or(0) > high_residual) {
            flag(FlagCode::map_residual_high, Decimal(std::llround(*placed->placement.residual * 10), 1).text_nl() + " m", whole);
        }
    }

    void make_objects() {
        for (std::size_t i = 0; i < areas_.size(); ++i) {
            const SheetArea& area = areas_[i];
            PlanObject object;
            object.kind = area.kind;
            object.id = "kaart-" + std::to_string(sheet_.text.number) + "-" + std::to_string(i + 1);
            object.name = area.name;
            object.code = area.code;
            object.article = area.article;
            object.area = cleaned(transformed(area.shape, to_map_), 0.001, sliver_metres);
            object.confidence = area.confidence;
            object.one_of_several = !area.may_be.empty();
            const Bounds box = bounds(area.shape);
            object.provenance = place_of({box.x0, box.y0, box.x1, box.y1}, area.name);
            map_.objects.push_back(std::move(object));
        }
    }

    void read_sign(const MapSign& sign) {
        SignMeaning meaning = meaning_of(sign, legend_, book_, standard_);
        if (meaning.source == SignSource::no_value) return;
        if (meaning.source == SignSource::unexplained) {
            unknown_[pattern_of(sign, false).key].push_back(&sign);
            return;
        }
        if (in_inset(sign)) {
            flag(FlagCode::map_sign_nowhere, "'" + words_on(sign) + "' in een detail op een andere schaal", place_of(sign.box, words_on(sign)));
            return;
        }
        const auto governed = governed_by(sign, areas_);
        if (governed && stands_in(meaning.bestemming, sign, *governed)) valued_.push_back({&sign, std::move(meaning.values), *governed});
        else flag(FlagCode::map_sign_nowhere, "'" + words_on(sign) + "'", place_of(sign.box, words_on(sign)));
    }

    [[nodiscard]] bool in_inset(const MapSign& sign) const {
        return std::ranges::any_of(sheet_.insets, [&sign](const Box& inset) {
            return sign.box.mid_x() > inset.x0 && sign.box.mid_x() < inset.x1 && sign.box.mid_y() > inset.y0 && sign.box.mid_y() < inset.y1;
        });
    }

    /// "W-a" beside its vlak, in another bestemming, says nothing of what it stands in. A bouwvlak left white at the edge of the
    /// hatching of its bestemming may lie in none.
    [[nodiscard]] bool stands_in(const std::string& bestemming, const MapSign& sign, const Governed& governed) const {
        if (bestemming.empty()) return true;
        const Point at = sign.points_at.value_or(Point{sign.box.mid_x(), sign.box.mid_y()});
        bool elsewhere = false;
        for (const SheetArea& area : areas_) {
            if (area.kind != PlanObjectKind::enkelbestemming || !contains(area.shape, at)) continue;
            if (ascii_lower(area.code) == ascii_lower(bestemming)) return true;
            elsewhere = true;
        }
        return !elsewhere && areas_[governed.area].kind == PlanObjectKind::bouwvlak;
    }

    /// One flag a form, however often it stands on the sheet.
    void flag_unknown_signs() {
        constexpr std::size_t shown = 5;
        for (const auto& [form, signs] : unknown_) {
            Provenance place = place_of(signs.front()->box, words_on(*signs.front()));
            std::string words = "'" + place.quote + "'";
            for (std::size_t i = 1; i < signs.size(); ++i) {
                place.boxes.push_back(signs[i]->box);
                if (i < shown) words += ", '" + words_on(*signs[i]) + "'";
            }
            if (signs.size() > shown) words += " en nog " + std::to_string(signs.size() - shown) + " van deze vorm";
            flag(FlagCode::map_sign_unknown, words, std::move(place));
        }
    }

    /// On a picture an outline that runs through one point encloses two areas. When one of them has no value it is probably of
    /// the same bouwvlak: a person must look.
    void join_corners() {
        constexpr double in_doubt = 0.7;
        if (sheet_.pixels_a_point_x <= 0) return;
        const auto is_valued = [this](std::size_t area) { return std::ranges::any_of(valued_, [area](const Valued& sign) { return sign.governed.area == area; }); };
        for (std::size_t i = 0; i < areas_.size(); ++i) {
            if (areas_[i].kind != PlanObjectKind::bouwvlak || areas_[i].shape.empty() || is_valued(i) || has_valued_parts(i)) continue;
            std::vector<std::size_t> mates = corner_neighbours(areas_, i);
            std::erase_if(mates, [&](std::size_t mate) { return !is_valued(mate); });
            if (mates.size() != 1) continue;
            areas_[mates[0]].shape = merged(std::vector{areas_[mates[0]].shape, areas_[i].shape});
            areas_[i].shape.clear();
            for (Valued& sign : valued_) {
                if (sign.governed.area != mates[0]) continue;
                sign.governed.confidence = std::min(sign.governed.confidence, in_doubt);
                const std::string words = words_on(*sign.sign);
                flag(FlagCode::map_area_unclear, "het bouwvlak van '" + words + "' raakt in een hoek een bouwvlak zonder eigen waarde", place_of(sign.sign->box, words));
            }
        }
    }

    [[nodiscard]] bool has_valued_parts(std::size_t bouwvlak) const {
        return std::ranges::any_of(valued_, [&](const Valued& sign) {
            return kind_of_area(sign) == PlanObjectKind::maatvoering && area(intersection(areas_[sign.governed.area].shape, areas_[bouwvlak].shape)) > 0;
        });
    }

    /// Where the sheet gives its values to bouwvlakken, one beside a bouwvlak that has none may have lost its leader line.
    /// On a picture the bouwvlak itself may not have been seen, and a leader line is lost sooner.
    void doubt_places() {
        const bool picture = sheet_.pixels_a_point_x > 0;
        const std::size_t enough = picture ? 5 : 10;
        const double nearly_all = picture ? 0.6 : 0.9;
        constexpr double in_doubt = 0.7;
        const auto fine = std::ranges::count_if(valued_, [this](const Valued& sign) { return kind_of_area(sign) != PlanObjectKind::enkelbestemming; });
        // The legend draws bouwvlakken and none was read: whatever the values stand in is not all there.
        const bool none_read = picture && names_bouwvlak() && std::ranges::none_of(areas_, [](const SheetArea& area) { return area.kind == PlanObjectKind::bouwvlak; });
        const bool as_a_rule = none_read || (valued_.size() >= enough && static_cast<double>(fine) >= nearly_all * static_cast<double>(valued_.size()));
        if (!as_a_rule && (!picture || fine == 0)) return;
        for (Valued& sign : valued_) {
            if (kind_of_area(sign) != PlanObjectKind::enkelbestemming) continue;
            const bool bare = has_bare_bouwvlak(sign.governed.area);
            if (picture ? !as_a_rule && !bare : !bare || sign.sign->points_at) continue;
            sign.governed.confidence = std::min(sign.governed.confidence, in_doubt);
            const std::string words = words_on(*sign.sign);
            flag(FlagCode::map_area_unclear, "bij '" + words + (bare ? "' ligt een bouwvlak zonder eigen waarde" : "' is geen bouwvlak gelezen"), place_of(sign.sign->box, words));
        }
    }

    /// A percentage is counted over a bouwvlak. Where that is cut into parts for another value, one part alone having it, it may be
    /// that of the whole: a person must look.
    void spread_percentages() {
        constexpr double in_doubt = 0.7;
        std::vector<Valued> more;
        for (Valued& sign : valued_) {
            if (kind_of_area(sign) != PlanObjectKind::maatvoering || !gives_percentage(sign) || sign.values.size() != 1) continue;
            const std::vector<std::size_t> others = parts_without_percentage(sign.governed.area);
            if (others.empty()) continue;
            sign.governed.confidence = std::min(sign.governed.confidence, in_doubt);
            for (const std::size_t other : others) more.push_back({sign.sign, sign.values, {other, sign.governed.confidence}});
            const std::string words = words_on(*sign.sign);
            flag(FlagCode::map_area_unclear, "'" + words + "' staat in een deel van een bouwvlak waarvan de andere delen geen percentage hebben", place_of(sign.sign->box, words));
        }
        std::ranges::move(more, std::back_inserter(valued_));
    }

    static bool gives_percentage(const Valued& sign) {
        return std::ranges::any_of(sign.values, [](const MapValue& value) { return value.unit == Unit::percent; });
    }

    /// The other parts of the bouwvlak around a part, when all its parts have values and none but this one a percentage.
    [[nodiscard]] std::vector<std::size_t> parts_without_percentage(std::size_t part) const {
        constexpr double nearly = 0.9;
        const auto lies_in = [this](std::size_t inner, std::size_t outer) {
            return area(intersection(areas_[inner].shape, areas_[outer].shape)) > nearly * area(areas_[inner].shape);
        };
        std::vector<std::size_t> others;
        for (std::size_t i = 0; i < areas_.size() && others.empty(); ++i) {
            if (areas_[i].kind != PlanObjectKind::bouwvlak || !lies_in(part, i)) continue;
            for (std::size_t other = 0; other < areas_.size(); ++other) {
                if (areas_[other].kind != PlanObjectKind::maatvoering || !lies_in(other, i)) continue;
                const auto of_it = [other](const Valued& sign) { return sign.governed.area == other; };
                if (std::ranges::none_of(valued_, [&](const Valued& sign) { return of_it(sign) && !gives_percentage(sign); })) return {};
                if (other == part) continue;
                if (std::ranges::any_of(valued_, [&](const Valued& sign) { return of_it(sign) && gives_percentage(sign); })) return {};
                others.push_back(other);
            }
        }
        return others;
    }

    /// A value within an outline that nothing explains may be that outline's, and not of all the ground around it.
    void doubt_enclosed() {
        constexpr double in_doubt = 0.7;
        for (Valued& sign : valued_) {
            const MapArea* around = outline_around(sign);
            if (around == nullptr) continue;
            sign.governed.confidence = std::min(sign.governed.confidence, in_doubt);
            const std::string words = words_on(*sign.sign);
            flag(FlagCode::map_area_unclear, "'" + words + "' staat in een omlijning die de legenda niet verklaart", place_of(sign.sign->box, words));
        }
    }

    /// An outline of a drawing that has no meaning, closer around the sign than what it governs; nullptr when there is none. Within a
    /// bestemming one that is thick or in colour, as no parcel is; within a bouwvlak one in dashes.
    [[nodiscard]] const MapArea* outline_around(const Valued& sign) const {
        constexpr double smaller = 0.8;
        constexpr double roomy = 1.3;  // times the sign: less is its frame
        const PlanObjectKind kind = kind_of_area(sign);
        // On a picture houses and parcels are outlines too: they count only where the line of a bouwvlak was not read in the legend.
        const bool picture = sheet_.pixels_a_point_x > 0;
        if (kind == PlanObjectKind::maatvoering || (picture && (kind == PlanObjectKind::bouwvlak || names_bouwvlak()))) return nullptr;
        const Box& box = sign.sign->box;
        const Point at = sign.sign->points_at.value_or(Point{box.mid_x(), box.mid_y()});
        const double whole = area(areas_[sign.governed.area].shape);
        const auto found = std::ranges::find_if(sheet_.areas, [&](const MapArea& drawn) {
            const bool stands_out = kind == PlanObjectKind::bouwvlak ? drawn.style.edge == LineDash::dashed : picture ? drawn.style.edge != LineDash::none : is_marked(drawn.style);
            if (!stands_out || (!picture && drawn.confidence < 1) || drawn.style.fill || drawn.style.hatch != HatchKind::none) return false;
            const double size = area(drawn.shape);
            return size > roomy * box.width() * box.height() && size < smaller * whole && contains(drawn.shape, at) && (picture || !has_meaning(drawn));
        });
        return found == sheet_.areas.end() ? nullptr : &*found;
    }

    [[nodiscard]] bool names_bouwvlak() const {
        return std::ranges::any_of(legend_.areas, [](const AreaMeaning& meaning) { return meaning.kind == PlanObjectKind::bouwvlak; });
    }

    /// Thick or in colour.
    [[nodiscard]] bool is_marked(const AreaStyle& style) const {
        constexpr Rgb black{0, 0, 0};
        constexpr double colour = 40;
        constexpr int pale = 95;
        constexpr double as_wide = 0.7;
        if (style.edge == LineDash::none || !style.edge_colour) return false;
        const Rgb& line = *style.edge_colour;
        if (std::min({line.r, line.g, line.b}) > pale) return false;
        double widest = 0;
        for (const MapArea& area : sheet_.areas) {
            if (area.style.edge == LineDash::solid) widest = std::max(widest, area.style.edge_width);
        }
        const bool grey = std::max({line.r, line.g, line.b}) - std::min({line.r, line.g, line.b}) < 30;
        return style.edge_width >= as_wide * widest || (!grey && colour_difference(line, black) > colour);
    }

    [[nodiscard]] bool has_meaning(const MapArea& drawn) const {
        constexpr double same = 0.9;
        const double size = area(drawn.shape);
        return std::ranges::any_of(areas_, [&](const SheetArea& known) {
            const double other = area(known.shape);
            return std::min(size, other) > same * std::max(size, other) && area(intersection(known.shape, drawn.shape)) > same * std::max(size, other);
        });
    }

    [[nodiscard]] PlanObjectKind kind_of_area(const Valued& sign) const { return areas_[sign.governed.area].kind; }

    [[nodiscard]] bool has_bare_bouwvlak(std::size_t bestemming) const {
        constexpr double within = 0.9;
        for (std::size_t i = 0; i < areas_.size(); ++i) {
            if (areas_[i].kind != PlanObjectKind::bouwvlak) continue;
            const bool valued = std::ranges::any_of(valued_, [&](const Valued& sign) {
                const std::size_t governed = sign.governed.area;
                return governed == i || (kind_of_area(sign) == PlanObjectKind::maatvoering && area(intersection(areas_[governed].shape, areas_[i].shape)) > 0);
            });
            if (!valued && area(intersection(areas_[i].shape, areas_[bestemming].shape)) > within * area(areas_[i].shape)) return true;
        }
        return false;
    }

    /// A bouwvlak or maatvoeringsvlak within another is no part of it: a courtyard, or an area with a value of its own.
    void cut_courtyards() {
        constexpr double within = 0.95;
        constexpr double as_large = 0.9;  // the same outline, read twice
        std::vector<SheetArea> cut = areas_;
        for (std::size_t inner = 0; inner < areas_.size(); ++inner) {
            const PlanObjectKind kind = areas_[inner].kind;
            if (kind != PlanObjectKind::bouwvlak && kind != PlanObjectKind::maatvoering) continue;
            const double size = area(areas_[inner].shape);
            bool inside = false;
            for (std::size_t outer = 0; outer < areas_.size(); ++outer) {
                if (outer == inner || areas_[outer].kind != kind) continue;
                const MultiPolygon whole = without_holes(areas_[outer].shape);
                if (size > as_large * area(whole) || area(intersection(areas_[inner].shape, whole)) < within * size) continue;
                cut[outer].shape = difference(cut[outer].shape, areas_[inner].shape);
                inside = true;
            }
            const bool has_value = std::ranges::any_of(valued_, [inner](const Valued& sign) { return sign.governed.area == inner; });
            if (inside && !has_value && kind == PlanObjectKind::bouwvlak) cut[inner].shape.clear();
        }
        areas_ = std::move(cut);
    }

    /// From a picture, that of a drawing's outlined letters too, a digit, a comma or the mark that tells the norm may be lost: what
    /// is left is then seldom believable.
    [[nodiscard]] bool believable(const MapValue& value) const {
        const bool exact = sheet_.pixels_a_point_x <= 0 && value.confidence >= 1;
        if (exact || !value.value) return true;
        const auto measure = std::ranges::find_if(book_.measures, [&](const MapMeasure& m) { return value.kind.ends_with(" " + m.name); });
        if (measure == book_.measures.end()) return true;
        const double size = value.value->approx();
        const bool in_range = measure->high <= 0 || (size >= measure->low && size <= measure->high);
        return in_range && (!measure->whole || value.value->scale() == 0);
    }

    void give_values(const Valued& sign) {
        constexpr double in_doubt = 0.7;
        const Box& box = sign.sign->box;
        for (MapValue value : sign.values) {
            const bool doubted = !believable(value);
            value.confidence = std::min(value.confidence, sign.governed.confidence);
            if (doubted) value.confidence = std::min(value.confidence, in_doubt);
            value.provenance = place_of(box, words_on(*sign.sign));
            value.place = transformed(Point{box.mid_x(), box.mid_y()}, to_map_);
            add_value(std::move(value), map_.objects[sign.governed.area]);
        }
    }

    /// Several signs may repeat one value; the surest stays.
    static void add_value(MapValue value, PlanObject& object) {
        const auto same = std::ranges::find_if(object.values, [&](const MapValue& known) {
            return known.kind == value.kind && known.value == value.value && known.unit == value.unit;
        });
        if (same == object.values.end()) object.values.push_back(std::move(value));
        else if (value.confidence > same->confidence) *same = std::move(value);
    }

    const MapSheet& sheet_;
    const SheetSurroundings& around_;
    const MapBook& book_;
    Legend legend_;
    bool standard_ = false;
    std::vector<SheetArea> areas_;
    std::vector<Valued> valued_;
    std::map<std::string, std::vector<const MapSign*>> unknown_;  ///< by form
    Affine to_map_;
    PlanMap map_;
};

}  // namespace

PlanMap read_sheet(const MapSheet& sheet, const SheetSurroundings& around, const MapBook& book) {
    return SheetReader(sheet, around, book).read();
}

}  // namespace planlezer
