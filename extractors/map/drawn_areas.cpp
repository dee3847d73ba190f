#include "extractors/map/drawn_areas.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "extractors/map/drawn_hatching.hpp"
#include "extractors/map/geos.hpp"
#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double least_area = 4;       // square points: about 0.5 mm square of paper
constexpr double thin = 0.7;           // points: what is filled and no wider is a line
constexpr double meeting = 0.35;       // points between ends of lines that were meant to meet
constexpr double same_outline = 0.98;  // share of an area: a larger one is the same outline
constexpr std::size_t most_open = 60'000;

bool is_white(const Rgb& colour) { return colour.r > 247 && colour.g > 247 && colour.b > 247; }

bool is_pale(const Rgb& colour) { return 2 * colour.r + 5 * colour.g + colour.b > 8 * 110 && std::max({colour.r, colour.g, colour.b}) - std::min({colour.r, colour.g, colour.b}) < 60; }

/// Mean width of an area: of a thin one, its breadth.
double breadth(const MultiPolygon& shape) {
    double round = 0;
    for (const Polygon& part : shape) {
        for (std::size_t i = 0; i < part.outer.size(); ++i) round += plane::distance(part.outer[i], part.outer[(i + 1) % part.outer.size()]);
    }
    return round > 0 ? 2 * plane::area(shape) / round : 0;
}

/// What the clips leave of a shape.
MultiPolygon clipped(MultiPolygon shape, const DrawnPath& path, const Drawing& drawing) {
    const Box box = plane::box_of(shape);
    const Box& clip = path.clip_box;
    if (box.x0 < clip.x0 - 0.01 || box.y0 < clip.y0 - 0.01 || box.x1 > clip.x1 + 0.01 || box.y1 > clip.y1 + 0.01) {
        shape = geos::common(shape, {{{{clip.x0, clip.y0}, {clip.x0, clip.y1}, {clip.x1, clip.y1}, {clip.x1, clip.y0}}, {}}});
    }
    for (int i = path.clip; i >= 0; i = drawing.clips[static_cast<std::size_t>(i)].outer) {
        const Clip& outline = drawing.clips[static_cast<std::size_t>(i)];
        std::vector<Ring> rings;
        for (const DrawnLine& line : outline.lines) rings.push_back(line.points);
        shape = geos::common(shape, geos::filled(rings, !outline.even_odd));
    }
    return shape;
}

AreaStyle style_of(const DrawnPath& path) {
    AreaStyle style;
    if (path.paint != DrawnPath::Paint::stroke && path.hatch.kind == HatchKind::none && !is_white(path.fill)) style.fill = path.fill;
    if (path.hatch.kind != HatchKind::none) {
        style.hatch = path.hatch.kind;
        style.hatch_angle = path.hatch.angle;
        style.hatch_spacing = path.hatch.spacing;
        style.edge_colour = path.hatch.colour;
    }
    if (path.paint != DrawnPath::Paint::fill && !is_white(path.stroke)) {
        style.edge = path.dash;
        style.edge_width = path.width;
        style.edge_colour = path.stroke;
    }
    return style;
}

class AreaMaker {
  public:
    AreaMaker(const Drawing& drawing, std::vector<Piece>& pieces) : drawing_(drawing), pieces_(pieces) {}

    std::vector<MapArea> make() {
        std::vector<DrawnHatching> hatching = drawn_hatching(drawing_, pieces_);
        gather_paths();
        add_enclosed();
        add_divided();
        for (DrawnHatching& hatched : hatching) add_hatching(std::move(hatched));
        std::ranges::stable_sort(areas_, std::ranges::greater(), [](const MapArea& area) { return plane::area(area.shape); });
        return std::move(areas_);
    }

  private:
    using LineStyle = std::tuple<LineDash, long, std::uint8_t, std::uint8_t, std::uint8_t>;

    void gather_paths() {
        for (std::size_t i = 0; i < pieces_.size();) {
            std::size_t end = i;
            while (end < pieces_.size() && pieces_[end].number == pieces_[i].number) ++end;
            if (pieces_[i].path->paint == DrawnPath::Paint::stroke) {
                add_strokes(i, end);
            } else {
                add_fill(i, end);
            }
            i = end;
        }
    }

    void keep(MultiPolygon shape, const AreaStyle& style) {
        if (shape.empty() || plane::area(shape) < least_area || breadth(shape) < thin) return;
        areas_.push_back({style, std::move(shape), 1.0});
    }

    void add_fill(std::size_t from, std::size_t to) {
        const DrawnPath& path = *pieces_[from].path;
        const AreaStyle style = style_of(path);
        if (!style.fill && style.hatch == HatchKind::none && style.edge == LineDash::none) return;
        std::vector<Ring> rings;
        for (std::size_t i = from; i < to; ++i) {
            if (!pieces_[i].used) rings.push_back(pieces_[i].line->points);
        }
        keep(clipped(geos::filled(rings, !path.even_odd), path, drawing_), style);
    }

    /// The rings of one path. One within another is its hole, as a road is drawn around its blocks, unless it is drawn twice
    /// or dashed: then it bounds an area of its own too.
    void add_strokes(std::size_t from, std::size_t to) {
        std::vector<bool> hole(to - from, false);
        std::vector<std::vector<std::size_t>> holes;
        for (std::size_t i = from; i < to; ++i) {
            holes.push_back(holes_in(i, from, to));
            for (const std::size_t inner : holes.back()) hole[inner - from] = pieces_[from].path->dash == LineDash::solid && !is_doubled(inner, from, to);
        }
        for (std::size_t i = from; i < to; ++i) {
            if (!hole[i - from]) add_stroke(pieces_[i], holes[i - from]);
        }
    }

    [[nodiscard]] MultiPolygon with_holes(const Piece& outer, const std::vector<std::size_t>& holes) const {
        std::vector<Ring> rings{outer.line->points};
        for (const std::size_t i : holes) rings.push_back(pieces_[i].line->points);
        return geos::filled(rings, false);
    }

    [[nodiscard]] bool same_ring(std::size_t a, std::size_t b) const {
        const Ring& one = pieces_[a].line->points;
        const Ring& other = pieces_[b].line->points;
        return std::abs(plane::area(one) - plane::area(other)) < 0.01 * plane::area(one) && plane::distance(plane::centroid(one), plane::centroid(other)) < meeting;
    }
    [[nodiscard]] bool is_doubled(std::size_t ring, std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i < to; ++i) {
            if (i != ring && pieces_[i].line->closed && pieces_[i].line->points.size() >= 3 && same_ring(i, ring)) return true;
        }
        return false;
    }

    /// The largest rings of the same path that lie within this one.
    [[nodiscard]] std::vector<std::size_t> holes_in(std::size_t outer, std::size_t from, std::size_t to) const {
        constexpr std::size_t most_rings = 400;
        if (to - from < 2 || to - from > most_rings || !pieces_[outer].line->closed) return {};
        const Ring& ring = pieces_[outer].line->points;
        const double size = plane::area(ring);
        std::vector<std::size_t> inside;
        for (std::size_t i = from; i < to; ++i) {
            if (i == outer || !pieces_[i].line->closed || pieces_[i].line->points.size() < 3 || pieces_[i].used) continue;
            const Ring& other = pieces_[i].line->points;
            const bool smaller = plane::area(other) < same_outline * size && plane::area(other) >= least_area;
            if (smaller && std::ranges::all_of(other, [&ring](const Point& p) { return plane::holds(ring, p); })) inside.push_back(i);
        }
        std::vector<std::size_t> holes;
        for (const std::size_t i : inside) {
            const Ring& own = pieces_[i].line->points;
            const bool deeper = std::ranges::any_of(inside, [&](std::size_t other) {
                const Ring& around = pieces_[other].line->points;
                return other != i && plane::area(own) < same_outline * plane::area(around) && plane::holds(around, own.front());
            });
            if (!deeper && std::ranges::none_of(holes, [&](std::size_t known) { return same_ring(known, i); })) holes.push_back(i);
        }
        return holes;
    }

    void add_stroke(const Piece& piece, const std::vector<std::size_t>& holes) {
        if (piece.used || is_white(piece.path->stroke)) return;
        if (piece.line->closed && piece.line->points.size() >= 3) {
            const double before = plane::area(piece.line->points);
            if (before < least_area) return;
            MultiPolygon shape = clipped(geos::filled({piece.line->points}, false), *piece.path, drawing_);
            // An outline the clip cuts is a line from edge to edge.
            if (plane::area(shape) > 0.999 * before) {
                if (!holes.empty()) shape = with_holes(piece, holes);
                return keep(std::move(shape), style_of(*piece.path));
            }
        }
        const DrawnPath& path = *piece.path;
        std::vector<Ring>& lines = open_[{path.dash, std::lround(10 * path.width), path.stroke.r, path.stroke.g, path.stroke.b}];
        Ring points = piece.line->points;
        if (piece.line->closed) points.push_back(points.front());
        for (Ring& visible : plane::clipped(points, path.clip_box)) {
            if (lines.size() < most_open) lines.push_back(std::move(visible));
        }
    }

    /// Faces between open lines of one style, unless an outline drawn whole says the same.
    void add_enclosed() {
        for (const auto& [style, lines] : open_) {
            if (lines.size() < 3) continue;
            const auto& [dash, width, r, g, b] = style;
            for (Polygon& face : geos::faces(lines, meeting)) {
                MapArea area;
                area.style.edge = dash;
                area.style.edge_width = static_cast<double>(width) / 10;
                area.style.edge_colour = Rgb{r, g, b};
                area.shape = {std::move(face)};
                area.confidence = 0.9;
                if (plane::area(area.shape) >= least_area && breadth(area.shape) >= thin) areas_.push_back(std::move(area));
            }
        }
    }

    /// Parts into which open lines cut an area that an outline encloses: a dashed line across a bouwvlak. Pale lines are
    /// the topography beneath.
    void add_divided() {
        BoxIndex outlines(100);
        const std::size_t whole = areas_.size();
        for (std::size_t i = 0; i < whole; ++i) outlines.add(i, plane::box_of(areas_[i].shape));
        for (const auto& [style, lines] : open_) {
            const auto& [dash, width, r, g, b] = style;
            if (is_pale({r, g, b})) continue;
            std::map<std::size_t, std::vector<Ring>> inside;
            for (const Ring& line : lines) {
                for (const std::size_t id : outlines.meeting(plane::box_of(line))) {
                    const Box box = plane::grown(plane::box_of(areas_[id].shape), 1);
                    const Box own = plane::box_of(line);
                    const bool whole_line = plane::holds(box, {own.x0, own.y0}) && plane::holds(box, {own.x1, own.y1});
                    const AreaStyle& outline = areas_[id].style;
                    const bool house = outline.edge_colour && is_pale(*outline.edge_colour);
                    if (whole_line && outline.edge != LineDash::none && !house && areas_[id].confidence > 0.9) inside[id].push_back(line);
                }
            }
            for (auto& [id, cuts] : inside) cut_area(id, std::move(cuts), style);
        }
    }

    void cut_area(std::size_t id, std::vector<Ring> cuts, const LineStyle& style) {
        const MultiPolygon shape = areas_[id].shape;
        // It may end at the edge of the outline's stroke, not at its middle.
        const double reach = meeting + areas_[id].style.edge_width / 2;
        for (Ring& cut : cuts) lengthen(cut, reach);
        for (const Polygon& part : shape) {
            cuts.push_back(part.outer);
            cuts.back().push_back(part.outer.front());
            for (const Ring& hole : part.holes) {
                cuts.push_back(hole);
                cuts.back().push_back(hole.front());
            }
        }
        std::vector<Polygon> faces = geos::faces(cuts, 0);
        std::erase_if(faces, [&](const Polygon& face) {
            const double own = plane::area(face.outer);
            return own < least_area || breadth({face}) < 4 * thin || plane::area(geos::common({face}, shape)) < 0.98 * own;
        });
        if (faces.size() < 2) return;
        const auto& [dash, width, r, g, b] = style;
        for (Polygon& face : faces) {
            AreaStyle look;
            look.edge = dash;
            look.edge_width = static_cast<double>(width) / 10;
            look.edge_colour = Rgb{r, g, b};
            areas_.push_back({look, {std::move(face)}, 0.95});
        }
    }

    /// So that a line that ends a hair before the outline reaches it.
    static void lengthen(Ring& line, double by) {
        const auto beyond = [by](const Point& from, const Point& end) {
            const double length = std::max(1e-9, plane::distance(from, end));
            return Point{end.x + (end.x - from.x) * by / length, end.y + (end.y - from.y) * by / length};
        };
        line.front() = beyond(line[1], line.front());
        line.back() = beyond(line[line.size() - 2], line.back());
    }

    /// Loose hatch lines end where outlines run: those are the areas. Else what the lines cover is.
    void add_hatching(DrawnHatching hatched) {
        if (!hatched.exact) {
            std::vector<MultiPolygon> inside;
            const double reach = plane::area(hatched.area.shape);
            for (const MapArea& other : areas_) {
                const bool house = !other.style.fill && other.style.edge_colour && is_pale(*other.style.edge_colour);
                if (house || other.style.hatch != HatchKind::none || !plane::meet(plane::box_of(other.shape), plane::box_of(hatched.area.shape))) continue;
                const double own = plane::area(other.shape);
                if (own > 1.5 * reach) continue;
                if (plane::area(geos::common(other.shape, hatched.area.shape)) > 0.8 * own) inside.push_back(other.shape);
            }
            const std::vector<MultiPolygon> outlines = outermost(std::move(inside));
            double covered = 0;
            for (const MultiPolygon& outline : outlines) covered += plane::area(outline);
            if (covered > 0.7 * reach) {
                for (const MultiPolygon& outline : outlines) areas_.push_back({hatched.area.style, outline, 0.95});
                return;
            }
        }
        if (plane::area(hatched.area.shape) >= least_area) areas_.push_back(std::move(hatched.area));
    }

    /// Of shapes within one another the outer, unless those within make up the whole of it.
    static std::vector<MultiPolygon> outermost(std::vector<MultiPolygon> shapes) {
        std::ranges::stable_sort(shapes, std::ranges::greater(), [](const MultiPolygon& shape) { return plane::area(shape); });
        std::vector<MultiPolygon> kept;
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            const double size = plane::area(shapes[i]);
            const auto holds_most = [&](const MultiPolygon& outer, const MultiPolygon& inner) {
                return plane::meet(plane::box_of(outer), plane::box_of(inner)) && plane::area(geos::common(outer, inner)) > 0.9 * plane::area(inner);
            };
            if (std::ranges::any_of(kept, [&](const MultiPolygon& outer) { return holds_most(outer, shapes[i]); })) continue;
            std::vector<MultiPolygon> within;
            for (std::size_t j = i + 1; j < shapes.size(); ++j) {
                if (plane::area(shapes[j]) < same_outline * size && holds_most(shapes[i], shapes[j])) within.push_back(shapes[j]);
            }
            if (within.size() >= 2 && plane::area(geos::joined(within)) > 0.95 * size) continue;
            kept.push_back(shapes[i]);
        }
        return kept;
    }

    const Drawing& drawing_;
    std::vector<Piece>& pieces_;
    std::vector<MapArea> areas_;
    std::map<LineStyle, std::vector<Ring>> open_;
};

}  // namespace

std::vector<MapArea> drawn_areas(const Drawing& drawing, std::vector<Piece>& pieces) { return AreaMaker(drawing, pieces).make(); }

}  // namespace planlezer
