#include "extractors/map/raster/line_work.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <new>

#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"
#include "extractors/map/raster/crossed_letters.hpp"
#include "extractors/map/raster/dotted_lines.hpp"
#include "extractors/map/raster/raster_lines.hpp"
#include "extractors/map/raster/sign_outlines.hpp"

namespace planlezer {

namespace {

constexpr double small_letter = 4;  // millimetres
constexpr double head = 3.2;        // millimetres: an arrow's head, or a dot, at the end of a leader line
constexpr double beside_tip = 0.6;  // millimetres
constexpr double at_sign = 2;       // millimetres
constexpr double broad_line = 0.65; // millimetres of ink across hatching: a line too broad to look darker than its ground

Box in_pixels(const Box& box, const SheetRaster& raster) {
    return {box.x0 / raster.x_points, box.y0 / raster.y_points, box.x1 / raster.x_points, box.y1 / raster.y_points};
}

/// True when the stroke leads from the sign, or one beside it, to where it points at.
bool leads(const Stroke& stroke, const Box& sign, const Point& tip, const SheetRaster& raster) {
    const Box room = plane::grown(sign, raster.pixels(at_sign));
    for (const bool forth : {false, true}) {
        const Point& from = forth ? stroke.a : stroke.b;
        const Point& to = forth ? stroke.b : stroke.a;
        if (plane::distance(to, tip) > raster.pixels(head) || !plane::holds(room, from)) continue;
        if (plane::distance_to_segment(tip, from, {2 * to.x - from.x, 2 * to.y - from.y}) < raster.pixels(beside_tip)) return true;
    }
    return false;
}

std::vector<Stroke> leaders(const std::vector<Stroke>& strokes, const std::vector<MapSign>& signs, const SheetRaster& raster) {
    BoxIndex ends(60);
    for (std::size_t i = 0; i < strokes.size(); ++i) {
        for (const Point& end : {strokes[i].a, strokes[i].b}) ends.add(i, {end.x, end.y, end.x, end.y});
    }
    std::vector<Stroke> found;
    for (const MapSign& sign : signs) {
        if (!sign.points_at) continue;
        const Point tip{sign.points_at->x / raster.x_points, sign.points_at->y / raster.y_points};
        const double reach = raster.pixels(head);
        for (const std::size_t i : ends.meeting({tip.x - reach, tip.y - reach, tip.x + reach, tip.y + reach})) {
            if (leads(strokes[i], in_pixels(sign.box, raster), tip, raster)) found.push_back(strokes[i]);
        }
    }
    return found;
}

/// Outlines of signs that a leader line or a border held fast.
void mark_signs(const Components& ink, const std::vector<MapSign>& signs, const SheetRaster& raster, std::vector<bool>& used) {
    BoxIndex index(60);
    for (std::size_t i = 0; i < signs.size(); ++i) index.add(i, plane::grown(in_pixels(signs[i].box, raster), raster.pixels(0.4)));
    for (std::size_t i = 0; i < ink.list.size(); ++i) {
        const Box box = float_box(ink.list[i].box);
        used[i] = std::ranges::any_of(index.meeting(box), [&](std::size_t s) {
            const Box room = plane::grown(in_pixels(signs[s].box, raster), raster.pixels(0.4));
            return plane::holds(room, {box.x0, box.y0}) && plane::holds(room, {box.x1, box.y1});
        });
    }
}

/// The components that are the outline of a doubtful sign.
std::vector<bool> doubtful_outlines(const std::vector<MapSign>& signs, const SheetRaster& raster, const Components& ink) {
    constexpr double as_large = 0.85;
    BoxIndex index(60);
    const std::vector<bool> doubtful = doubtful_signs(signs);
    for (std::size_t i = 0; i < signs.size(); ++i) {
        if (doubtful[i]) index.add(i, in_pixels(signs[i].box, raster));
    }
    std::vector<bool> found(ink.list.size(), false);
    for (std::size_t i = 0; i < ink.list.size(); ++i) {
        const Box box = float_box(ink.list[i].box);
        found[i] = std::ranges::any_of(index.meeting(box), [&](std::size_t s) {
            const Box sign = in_pixels(signs[s].box, raster);
            return box.width() > as_large * sign.width() && box.height() > as_large * sign.height();
        });
    }
    return found;
}

}  // namespace

std::vector<bool> doubtful_signs(const std::vector<MapSign>& signs) {
    constexpr double sure = 0.5;
    constexpr double alike = 1.25;
    const auto is_sure = [](const MapSign& sign) { return std::ranges::any_of(sign.cells, [](const SignCell& cell) { return cell.confidence > sure; }); };
    const auto size = [](const MapSign& sign) { return std::max(sign.box.width(), sign.box.height()); };
    std::vector<bool> doubtful(signs.size(), false);
    for (std::size_t i = 0; i < signs.size(); ++i) {
        if (signs[i].shape == SignShape::none || is_sure(signs[i])) continue;
        doubtful[i] = std::ranges::none_of(signs, [&](const MapSign& other) {
            return other.shape == signs[i].shape && is_sure(other) && size(other) < alike * size(signs[i]) && size(signs[i]) < alike * size(other);
        });
    }
    return doubtful;
}

PixHandle ink_without_writing(const SheetRaster& raster, const Components& ink, const Writing& writing, const std::vector<MapSign>& signs) {
    const std::vector<bool> kept = doubtful_outlines(signs, raster, ink);
    PixHandle left(pixCopy(nullptr, raster.ink.get()));
    if (!left) throw std::bad_alloc();
    for (std::size_t i = 0; i < ink.list.size(); ++i) {
        const PixelBox& box = ink.list[i].box;
        // Small pieces that were taken for letters may be dashes that hatching crosses; letters so small bound nothing.
        const bool large = std::max(box.width(), box.height()) > raster.pixels(small_letter);
        if (kept[i] || !(writing.in_signs[i] || (writing.in_text[i] && large))) continue;
        for (const PixelRun& run : ink.of(ink.list[i])) pixRasterop(left.get(), run.x0, run.y, run.x1 - run.x0, 1, PIX_CLR, nullptr, 0, 0);
    }
    return left;
}

LineWork::LineWork(const SheetRaster& raster) : raster_(raster), thin_(thin_strokes(raster)), hatching_(hatch_lines(thin_.strokes, raster)) {}

void LineWork::take_hatching_out_of(Pix& ink) const { erase_strokes(ink, *thin_.darkness, hatching_, raster_.pixels(broad_line)); }

void LineWork::add_crossed_letters(Components& ink, std::vector<bool>& used) const {
    planlezer::add_crossed_letters(raster_, *thin_.darkness, thin_.strokes, ink, used);
}

Walls LineWork::walls(Pix& ink, const std::vector<MapSign>& signs) const {
    erase_strokes(ink, *thin_.darkness, leaders(thin_.strokes, signs, raster_));
    std::vector<bool> sure = doubtful_signs(signs);
    sure.flip();
    erase_sign_outlines(ink, raster_, signs, sure);
    const Components left = components_of(ink, false);
    std::vector<bool> used(left.list.size(), false);
    mark_signs(left, signs, raster_, used);
    RasterLines lines = raster_lines(raster_, left, used);
    set_aside_strewn_dots(raster_, left, used);
    std::ranges::move(dotted_lines(raster_, left, used), std::back_inserter(lines.chains));
    return find_walls(raster_, left, used, lines.chains);
}

}  // namespace planlezer
