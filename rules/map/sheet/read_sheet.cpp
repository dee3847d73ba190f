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
#include "rules/map/sheet/bare_numbers.hpp"
#include "rules/map/sheet/cut_parts.hpp"
#include "rules/map/sheet/doubts.hpp"
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
        if (sheet_.pixels_a_point_x > 0) drop_cut_parts(areas_, telling_signs());
        for (const MapSign& sign : sheet_.signs) read_sign(sign);
        flag_unknown_signs();
        for (const Doubt& doubt : find_doubts(sheet_, legend_, areas_, valued_)) flag(FlagCode::map_area_unclear, doubt.detail, place_of(doubt.sign->box, words_on(*doubt.sign)));
        cut_courtyards();
        make_objects();
        settle_neighbours(map_.objects);
        for (const Valued& sign : valued_) give_values(sign);
        std::erase_if(map_.objects, [](const PlanObject& object) { return object.area.empty() && object.values.empty(); });
        if (sheet_.file_points != 1) tell_in_points_of_file();
        return std::move(map_);
    }

  private:
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

    /// The house of the base map, with its number, has a form that the legend does not show.
    [[nodiscard]] bool is_shown_form(SignShape shape) const {
        return std::ranges::any_of(sheet_.legend, [shape](const LegendEntry& entry) { return entry.sign && entry.sign->shape == shape; });
    }

    /// Those with a value, and those that may have one.
    [[nodiscard]] std::vector<const MapSign*> telling_signs() const {
        std::vector<const MapSign*> signs;
        for (const MapSign& sign : sheet_.signs) {
            const SignSource source = meaning_of(sign, legend_, book_, standard_).source;
            const bool unknown = source == SignSource::unexplained && sign.shape != SignShape::none && is_shown_form(sign.shape);
            if (unknown || (source != SignSource::unexplained && source != SignSource::no_value)) signs.push_back(&sign);
        }
        return signs;
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
        auto governed = governed_by(sign, areas_);
        if (governed && is_bare_number(sign) && areas_[governed->area].kind == PlanObjectKind::enkelbestemming) {
            // Outside a bouwvlak it may number a parcel.
            constexpr double in_doubt = 0.7;
            governed->confidence = std::min(governed->confidence, in_doubt);
            flag(FlagCode::map_area_unclear, "'" + words_on(sign) + "' staat zonder kader buiten een bouwvlak", place_of(sign.box, words_on(sign)));
        }
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
