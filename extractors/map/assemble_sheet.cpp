#include "extractors/map/assemble_sheet.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "extractors/map/grid_crosses.hpp"
#include "extractors/map/insets.hpp"
#include "extractors/map/leader_lines.hpp"
#include "extractors/map/legend.hpp"
#include "extractors/map/map_likeness.hpp"
#include "extractors/map/north_arrow.hpp"
#include "extractors/map/plane.hpp"
#include "extractors/map/sheet_scale.hpp"

namespace planlezer {

namespace {

constexpr double frame_share = 0.2;       // of the page: a smaller box frames no map
constexpr double frame_holds = 0.8;       // share of the areas inside their frame
constexpr std::size_t longest_label = 40; // bytes; longer texts are no labels of areas

bool is_box(const MapArea& area) {
    return area.shape.size() == 1 && plane::is_box(area.shape[0].outer, 0.96);
}

bool is_frame(const MapArea& area, double page) {
    const bool empty = !area.style.fill && area.style.hatch == HatchKind::none;
    return empty && is_box(area) && plane::area(area.shape) > frame_share * page;
}

bool in_any(const std::vector<Box>& blocks, const Point& p) {
    return std::ranges::any_of(blocks, [&p](const Box& block) { return plane::holds(block, p); });
}

bool is_within(const MapArea& area, const std::vector<Box>& blocks) {
    const Box box = plane::box_of(area.shape);
    return std::ranges::any_of(blocks, [&box](const Box& block) {
        const Box room = plane::grown(block, 1);
        return plane::holds(room, {box.x0, box.y0}) && plane::holds(room, {box.x1, box.y1});
    });
}

/// A box drawn around the legend, or another block beside the map, is none of the map's areas.
bool frames_a_block(const MapArea& area, const std::vector<Box>& blocks) {
    const Box box = plane::box_of(area.shape);
    return is_box(area) && !area.style.fill && std::ranges::any_of(blocks, [&box](const Box& block) {
        return plane::holds(box, {block.x0, block.y0}) && plane::holds(box, {block.x1, block.y1});
    });
}

/// The smallest box drawn around nearly all areas, else the box around them.
Box frame_of(const std::vector<MapArea>& areas, const std::vector<MapSign>& signs, double page) {
    std::optional<Box> all;
    std::vector<Point> middles;
    for (const MapArea& area : areas) {
        if (is_frame(area, page)) continue;
        const Box box = plane::box_of(area.shape);
        all = all ? united(*all, box) : box;
        middles.push_back(plane::middle(box));
    }
    for (const MapSign& sign : signs) {
        if (!all) all = sign.box;
        middles.push_back(plane::middle(sign.box));
    }
    std::optional<Box> frame;
    for (const MapArea& area : areas) {
        if (!is_frame(area, page)) continue;
        const Box box = plane::box_of(area.shape);
        const auto inside = std::ranges::count_if(middles, [&box](const Point& p) { return plane::holds(box, p); });
        if (static_cast<double>(inside) < frame_holds * static_cast<double>(middles.size())) continue;
        if (!frame || box.width() * box.height() < frame->width() * frame->height()) frame = box;
    }
    return frame ? *frame : all.value_or(Box{});
}

MapSign label_of(const TextRun& run) {
    MapSign sign;
    sign.box = run.box;
    sign.angle = run.angle;
    SignCell cell;
    cell.box = run.box;
    cell.text = run.text;
    cell.confidence = run.text.find("\uFFFD") == std::string::npos ? run.confidence : 0;
    cell.second_reading = run.second_reading;
    sign.cells.push_back(std::move(cell));
    return sign;
}

}  // namespace

MapSheet assemble_sheet(SheetParts parts) {
    MapSheet sheet;
    sheet.text = parts.page;
    const double page = parts.page.width * parts.page.height;
    Legend legend = find_legend(parts);
    const auto north = north_arrow(parts, legend.blocks);
    sheet.scale = sheet_scale(parts.runs);
    sheet.crosses = grid_crosses(parts);
    sheet.insets = find_insets(parts, sheet.scale);
    // The legend and the title block have frames too.
    std::erase_if(sheet.insets, [&](const Box& inset) {
        return std::ranges::any_of(legend.blocks, [&](const Box& block) { return plane::meet(inset, block); });
    });
    std::erase_if(sheet.crosses, [&](const ControlPoint& cross) { return in_any(sheet.insets, cross.sheet); });
    std::erase_if(parts.areas, [&](const MapArea& area) { return in_any(sheet.insets, plane::middle(plane::box_of(area.shape))) && is_within(area, sheet.insets); });
    std::vector<Box> beside = legend.blocks;
    if (north) {
        sheet.north = north->angle;
        beside.push_back(plane::grown(north->box, 1));
    }
    std::erase_if(parts.areas, [&](const MapArea& area) {
        return in_any(beside, plane::middle(plane::box_of(area.shape))) ? plane::area(area.shape) < 0.1 * page : frames_a_block(area, legend.blocks);
    });
    std::erase_if(parts.signs, [&](const MapSign& sign) { return in_any(beside, plane::middle(sign.box)); });
    sheet.frame = frame_of(parts.areas, parts.signs, page);
    const Box room = plane::grown(sheet.frame, 3);
    for (MapArea& area : parts.areas) {
        if (!is_frame(area, page) && plane::holds(room, plane::middle(plane::box_of(area.shape)))) sheet.areas.push_back(std::move(area));
    }
    for (MapSign& sign : parts.signs) {
        if (plane::holds(room, plane::middle(sign.box))) sheet.signs.push_back(std::move(sign));
    }
    for (const TextRun& run : parts.runs) {
        const Point middle = plane::middle(run.box);
        if (run.text.size() <= longest_label && plane::holds(room, middle) && !in_any(beside, middle)) sheet.signs.push_back(label_of(run));
    }
    follow_leader_lines(sheet.signs, parts.lines);
    sheet.legend = std::move(legend.entries);
    sheet.likeness = map_likeness(sheet, parts, legend.headed);
    return sheet;
}

}  // namespace planlezer
