// Maps on the wire: a sheet as drawn, a plan on the earth, a world file.
#include "extractors/wire/map_codec.hpp"

#include "extractors/wire/geometry_codec.hpp"
#include "extractors/wire/messages.hpp"
#include "extractors/wire/page_codec.hpp"

namespace planlezer::wire {

namespace {

// The fewest bytes an item can take: a count that asks for more than is left is refused before anything is allocated.
constexpr std::size_t least_text_bytes = 4;
constexpr std::size_t least_shape_bytes = 4;
constexpr std::size_t least_style_bytes = 1 + 1 + 8 + 8 + 1 + 8 + 1;
constexpr std::size_t least_cell_bytes = 4 + 4 + box_bytes + least_text_bytes + 1 + 1 + 8 + least_text_bytes;
constexpr std::size_t least_sign_bytes = 1 + box_bytes + 8 + 4 + 1 + 8 + 1;
constexpr std::size_t least_area_bytes = least_style_bytes + least_shape_bytes + 8;
constexpr std::size_t least_entry_bytes = box_bytes + least_style_bytes + 1 + 3 * least_text_bytes;
constexpr std::size_t cross_bytes = 2 * point_bytes;
constexpr std::size_t least_place_bytes = least_text_bytes + 4 + 4 + 2 * least_text_bytes;
constexpr std::size_t least_value_bytes = least_text_bytes + 1 + 1 + 1 + least_text_bytes + 8 + least_text_bytes + least_place_bytes + point_bytes;
constexpr std::size_t least_object_bytes = 1 + 4 * least_text_bytes + least_shape_bytes + 4 + 8 + least_place_bytes;
constexpr std::size_t least_flag_bytes = 1 + least_text_bytes + 1;

constexpr int max_cell_index = 100;

}  // namespace

// Not in the namespace above: put_all and get_all look for them by their arguments.

void put(Writer& out, const Rgb& colour) {
    for (const std::uint8_t part : {colour.r, colour.g, colour.b}) out.byte(part);
}

void get(Reader& in, Rgb& colour) {
    for (std::uint8_t* part : {&colour.r, &colour.g, &colour.b}) *part = in.byte();
}

void put(Writer& out, const SignCell& cell) {
    out.integer(static_cast<std::uint32_t>(cell.row));
    out.integer(static_cast<std::uint32_t>(cell.column));
    put(out, cell.box);
    out.text(cell.text);
    out.enumerator(cell.above);
    out.enumerator(cell.below);
    out.number(cell.confidence);
    out.text(cell.second_reading);
}

int cell_index(Reader& in) {
    const std::uint32_t index = in.integer();
    in.require(index <= max_cell_index);
    return in.good() ? static_cast<int>(index) : 0;
}

void get(Reader& in, SignCell& cell) {
    cell.row = cell_index(in);
    cell.column = cell_index(in);
    get(in, cell.box);
    cell.text = in.text();
    cell.above = in.enumerator(SignMark::double_line);
    cell.below = in.enumerator(SignMark::double_line);
    cell.confidence = in.fraction();
    cell.second_reading = in.text();
}

void put(Writer& out, const MapSign& sign) {
    out.enumerator(sign.shape);
    put(out, sign.box);
    out.number(sign.angle);
    put_all(out, sign.cells);
    put_optional(out, sign.points_at);
    out.number(sign.confidence);
    out.boolean(sign.crossed);
}

void get(Reader& in, MapSign& sign) {
    sign.shape = in.enumerator(SignShape::house);
    get(in, sign.box);
    sign.angle = in.number();
    get_all(in, sign.cells, max_cells_per_sign, least_cell_bytes);
    get_optional(in, sign.points_at);
    sign.confidence = in.fraction();
    sign.crossed = in.boolean();
}

void put(Writer& out, const AreaStyle& style) {
    put_optional(out, style.fill);
    out.enumerator(style.hatch);
    out.number(style.hatch_angle);
    out.number(style.hatch_spacing);
    out.enumerator(style.edge);
    out.number(style.edge_width);
    put_optional(out, style.edge_colour);
    out.number(style.edge_period);
}

void get(Reader& in, AreaStyle& style) {
    get_optional(in, style.fill);
    style.hatch = in.enumerator(HatchKind::dots);
    style.hatch_angle = in.number();
    style.hatch_spacing = in.size();
    style.edge = in.enumerator(LineDash::dash_dotted);
    style.edge_width = in.size();
    get_optional(in, style.edge_colour);
    style.edge_period = in.size();
}

void put(Writer& out, const MapArea& area) {
    put(out, area.style);
    put(out, area.shape);
    out.number(area.confidence);
}

void get(Reader& in, MapArea& area) {
    get(in, area.style);
    get(in, area.shape);
    area.confidence = in.fraction();
}

void put(Writer& out, const LegendEntry& entry) {
    put(out, entry.box);
    put(out, entry.style);
    put_optional(out, entry.sign);
    for (const std::string* text : {&entry.text, &entry.code, &entry.heading}) out.text(*text);
}

void get(Reader& in, LegendEntry& entry) {
    get(in, entry.box);
    get(in, entry.style);
    get_optional(in, entry.sign);
    for (std::string* text : {&entry.text, &entry.code, &entry.heading}) *text = in.text();
}

void put(Writer& out, const ControlPoint& cross) {
    put(out, cross.sheet);
    put(out, cross.rd);
}

void get(Reader& in, ControlPoint& cross) {
    get(in, cross.sheet);
    get(in, cross.rd);
}

void put(Writer& out, const Affine& affine) {
    for (const double number : {affine.a, affine.b, affine.c, affine.d, affine.e, affine.f}) out.number(number);
}

void get(Reader& in, Affine& affine) {
    for (double* number : {&affine.a, &affine.b, &affine.c, &affine.d, &affine.e, &affine.f}) *number = in.number();
}

void put(Writer& out, const Provenance& place) {
    out.text(place.file);
    out.integer(static_cast<std::uint32_t>(place.page));
    put_all(out, place.boxes);
    out.text(place.quote);
    out.text(place.rule);
}

void get(Reader& in, Provenance& place) {
    place.file = in.text();
    place.page = page_number(in, 0);
    get_all(in, place.boxes, max_boxes_per_place, box_bytes);
    place.quote = in.text();
    place.rule = in.text();
}

void put(Writer& out, const Decimal& value) { out.text(value.text()); }

void get(Reader& in, Decimal& value) {
    const auto read = Decimal::parse(in.text());
    in.require(read.has_value());
    if (read) value = *read;
}

void put(Writer& out, const MapValue& value) {
    out.text(value.kind);
    out.enumerator(value.comparator);
    put_optional(out, value.value);
    out.enumerator(value.unit);
    out.text(value.text);
    out.number(value.confidence);
    out.text(value.second_reading);
    put(out, value.provenance);
    put(out, value.place);
}

void get(Reader& in, MapValue& value) {
    value.kind = in.text();
    value.comparator = in.enumerator(Comparator::exactly);
    get_optional(in, value.value);
    value.unit = in.enumerator(Unit::bouwlagen);
    value.text = in.text();
    value.confidence = in.fraction();
    value.second_reading = in.text();
    get(in, value.provenance);
    get(in, value.place);
}

void put(Writer& out, const PlanObject& object) {
    out.enumerator(object.kind);
    for (const std::string* text : {&object.id, &object.name, &object.code, &object.article}) out.text(*text);
    put(out, object.area);
    put_all(out, object.values);
    out.number(object.confidence);
    put(out, object.provenance);
}

void get(Reader& in, PlanObject& object) {
    object.kind = in.enumerator(PlanObjectKind::gebiedsaanduiding);
    for (std::string* text : {&object.id, &object.name, &object.code, &object.article}) *text = in.text();
    get(in, object.area);
    get_all(in, object.values, max_values_per_object, least_value_bytes);
    object.confidence = in.fraction();
    get(in, object.provenance);
}

/// A flag of a map names no norms: there are none yet.
void put(Writer& out, const Flag& flag) {
    out.enumerator(flag.code);
    out.text(flag.detail);
    put_optional(out, flag.provenance);
}

void get(Reader& in, Flag& flag) {
    flag.code = in.enumerator(flag_table().back().code);
    flag.detail = in.text();
    get_optional(in, flag.provenance);
}

void put(Writer& out, const MapSheet& sheet) {
    put(out, sheet.text);
    out.number(sheet.likeness);
    put(out, sheet.frame);
    put_all(out, sheet.signs);
    put_all(out, sheet.areas);
    put_all(out, sheet.legend);
    put_all(out, sheet.insets);
    put_all(out, sheet.crosses);
    out.number(sheet.scale);
    put_optional(out, sheet.north);
    out.enumerator(sheet.embedded);
    put(out, sheet.to_rd);
    out.number(sheet.pixels_a_point_x);
    out.number(sheet.pixels_a_point_y);
    out.number(sheet.file_points);
}

void get(Reader& in, MapSheet& sheet) {
    get(in, sheet.text);
    sheet.likeness = in.fraction();
    get(in, sheet.frame);
    get_all(in, sheet.signs, max_signs_per_sheet, least_sign_bytes);
    get_all(in, sheet.areas, max_areas_per_sheet, least_area_bytes);
    get_all(in, sheet.legend, max_legend_entries, least_entry_bytes);
    get_all(in, sheet.insets, max_insets_per_sheet, box_bytes);
    get_all(in, sheet.crosses, max_crosses_per_sheet, cross_bytes);
    sheet.scale = in.size();
    get_optional(in, sheet.north);
    sheet.embedded = in.enumerator(EmbeddedPlacement::geotiff);
    get(in, sheet.to_rd);
    sheet.pixels_a_point_x = in.size();
    sheet.pixels_a_point_y = in.size();
    sheet.file_points = in.size();
    in.require(sheet.file_points > 0);
}

void put(Writer& out, const PlanMap& map) {
    out.text(map.file);
    out.integer(static_cast<std::uint32_t>(map.page));
    for (const std::string* text : {&map.imro_id, &map.name, &map.status, &map.date}) out.text(*text);
    out.enumerator(map.placement.source);
    out.boolean(map.placement.on_earth);
    put_optional(out, map.placement.residual);
    put_all(out, map.control_points);
    put_all(out, map.objects);
    put_all(out, map.flags);
}

void get(Reader& in, PlanMap& map) {
    map.file = in.text();
    map.page = page_number(in, 0);
    for (std::string* text : {&map.imro_id, &map.name, &map.status, &map.date}) *text = in.text();
    map.placement.source = in.enumerator(PlacementSource::scale_only);
    map.placement.on_earth = in.boolean();
    get_optional(in, map.placement.residual);
    in.require(map.placement.residual.value_or(0) >= 0);
    get_all(in, map.control_points, max_crosses_per_sheet, cross_bytes);
    get_all(in, map.objects, max_objects_per_plan, least_object_bytes);
    get_all(in, map.flags, max_flags_per_map, least_flag_bytes);
}

void put(Writer& out, const WorldFile& file) { put(out, file.to_rd); }

void get(Reader& in, WorldFile& file) { get(in, file.to_rd); }

}  // namespace planlezer::wire
