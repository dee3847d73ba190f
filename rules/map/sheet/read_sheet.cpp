#include "rules/map/sheet/read_sheet.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rules/map/sheet/areas.hpp"
#include "rules/map/sheet/governs.hpp"
#include "rules/map/sheet/legend.hpp"
#include "rules/map/sheet/sign_meaning.hpp"
#include "schemas/geometry/polygons.hpp"

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
        make_objects();
        for (const MapSign& sign : sheet_.signs) give_value(sign);
        return std::move(map_);
    }

  private:
    [[nodiscard]] Provenance place_of(const Box& box, std::string quote) const {
        return {around_.file, sheet_.text.number, {box}, std::move(quote), {}};
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
            const Bounds box = bounds(area.shape);
            object.provenance = place_of({box.x0, box.y0, box.x1, box.y1}, area.name);
            map_.objects.push_back(std::move(object));
        }
    }

    void give_value(const MapSign& sign) {
        SignMeaning meaning = meaning_of(sign, legend_, book_, standard_);
        const Provenance place = place_of(sign.box, words_on(sign));
        if (meaning.source == SignSource::no_value) return;
        if (meaning.source == SignSource::unexplained) {
            flag(FlagCode::map_sign_unknown, "'" + words_on(sign) + "'", place);
            return;
        }
        const std::optional<Governed> governed = governed_by(sign, areas_);
        if (!governed) {
            flag(FlagCode::map_sign_nowhere, "'" + words_on(sign) + "'", place);
            return;
        }
        const Point at{sign.box.mid_x(), sign.box.mid_y()};
        for (MapValue& value : meaning.values) {
            value.confidence = std::min(value.confidence, governed->confidence);
            value.provenance = place;
            value.place = transformed(at, to_map_);
            add_value(std::move(value), map_.objects[governed->area]);
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
    Affine to_map_;
    PlanMap map_;
};

}  // namespace

PlanMap read_sheet(const MapSheet& sheet, const SheetSurroundings& around, const MapBook& book) {
    return SheetReader(sheet, around, book).read();
}

}  // namespace planlezer
