#include "extractors/map/raster/raster_areas.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

#include "extractors/map/geos.hpp"
#include "extractors/map/plane.hpp"
#include "extractors/map/raster/hatched_areas.hpp"

namespace planlezer {

namespace {

enum class LineKind { none, thin, thick, dashed };

constexpr double mostly = 0.6;           // share of a border along which a line runs
constexpr double enclosed = 0.85;        // share of an outline along which its line must run
constexpr double some_dashes = 0.06;     // share of an outline that is dashed when the rest is another line
constexpr double least_share = 0.025;    // of a large outline
constexpr double least_dashes = 4;       // millimetres of dashes that are no chance, however long the rest
constexpr double strip = 4.5;             // millimetres: narrower faces of one colour side by side are hatched
constexpr double same_line = 0.55;       // of its width: what is thinner for long is another line, of hatching or topography
constexpr double small_side = 2.2;       // millimetres
constexpr double sure = 0.9;             // that an outline is whole
constexpr double doubtful = 0.6;
constexpr double least_ratio = 1.45;     // between the widths of thick and thin lines

using Group = std::vector<std::uint32_t>;

/// What runs along a ring.
struct Along {
    double solid = 0;      ///< shares of its length
    double dashed = 0;
    double dashes = 0;     ///< blocks
    double dotted = 0;     ///< blocks, counted in the dashes
    double width = 0;      ///< blocks, of the solid part
    double least_width = 0;  ///< blocks, of all but its thinnest seventh
    Rgb colour;
    double dash_width = 0;  ///< blocks
    Rgb dash_colour;
};

/// Widths and colours along a line.
class Measures {
  public:
    void add(double width, const Rgb& ink) {
        widths_.push_back(width);
        red_ += ink.r;
        green_ += ink.g;
        blue_ += ink.b;
    }
    [[nodiscard]] std::size_t count() const { return widths_.size(); }
    [[nodiscard]] Rgb colour() const {
        const auto mean = [this](double sum) { return static_cast<std::uint8_t>(std::lround(sum / static_cast<double>(count()))); };
        return widths_.empty() ? Rgb{} : Rgb{mean(red_), mean(green_), mean(blue_)};
    }
    /// The width that so large a share of the line keeps below.
    [[nodiscard]] double width(double share) {
        if (widths_.empty()) return 0;
        std::ranges::sort(widths_);
        return widths_[static_cast<std::size_t>(share * static_cast<double>(widths_.size()))];
    }

  private:
    std::vector<double> widths_;
    double red_ = 0;
    double green_ = 0;
    double blue_ = 0;
};

class AreaMaker {
  public:
    AreaMaker(const SheetRaster& raster, const ColourClasses& classes, const Walls& walls, const Partition& partition)
        : raster_(raster), classes_(classes), walls_(walls), partition_(partition), touching_(partition.faces.size()) {
        for (std::size_t i = 0; i < partition_.lines.size(); ++i) {
            touching_[partition_.lines[i].left].push_back(i);
            touching_[partition_.lines[i].right].push_back(i);
        }
        find_thick_from();
    }

    std::vector<MapArea> make() {
        add_coloured();
        const double lowest = thick_from_;
        for (const double level : thick_levels_) {
            thick_from_ = level;
            add_outlined(LineKind::thick);
        }
        thick_from_ = lowest;
        add_outlined(LineKind::dashed);
        add_outlined(LineKind::thin);
        std::ranges::stable_sort(areas_, std::ranges::greater(), [](const MapArea& area) { return plane::area(area.shape); });
        return std::move(areas_);
    }

  private:
    /// Where the widths of lines, weighted by length, fall into heaps: first the widest from the rest, then within the rest.
    void find_thick_from() {
        std::vector<std::pair<double, double>> widths;
        for (const auto& [pair, border] : partition_.borders) {
            if (border.solid * 10 < border.length * 7 || border.solid < 6) continue;
            widths.emplace_back(border.thickness / static_cast<double>(border.solid), static_cast<double>(border.solid));
        }
        std::ranges::sort(widths);
        constexpr std::size_t most_heaps = 3;
        while (thick_levels_.size() < most_heaps) {
            const double from = parting(widths);
            if (from <= 0) break;
            thick_levels_.push_back(from);
            std::erase_if(widths, [from](const auto& width) { return width.first >= from; });
        }
        if (!thick_levels_.empty()) thick_from_ = thick_levels_.back();
    }

    /// The width that parts two heaps best (Otsu, on their logarithms); 0 when there is one heap.
    static double parting(const std::vector<std::pair<double, double>>& widths) {
        double all = 0;
        double total = 0;
        for (const auto& [width, weight] : widths) {
            all += weight;
            total += std::log(width + 0.1) * weight;
        }
        double found = 0;
        double best = 0;
        double below = 0;
        double below_sum = 0;
        for (std::size_t i = 0; i + 1 < widths.size(); ++i) {
            below += widths[i].second;
            below_sum += std::log(widths[i].first + 0.1) * widths[i].second;
            const double low = below_sum / below;
            const double high = (total - below_sum) / (all - below);
            const double between = below * (all - below) * (high - low) * (high - low);
            if (between <= best || std::exp(high - low) < least_ratio) continue;
            best = between;
            found = std::exp((low + high) / 2) - 0.1;
        }
        return found;
    }

    [[nodiscard]] static double breadth(const Face& face) { return static_cast<double>(face.size) / std::max(1.0, face.length); }

    [[nodiscard]] LineKind kind_of(const Border& border) const {
        const auto length = static_cast<double>(border.length);
        if (static_cast<double>(border.solid) > mostly * length) {
            return border.thickness / static_cast<double>(border.solid) >= thick_from_ ? LineKind::thick : LineKind::thin;
        }
        return static_cast<double>(border.dashed + border.solid) > mostly * length ? LineKind::dashed : LineKind::none;
    }

    /// What is left of hatching along a line leaves faces too small to tell what runs around them. On a black-and-white
    /// sheet, where only lines part areas, such a face belongs to one neighbour and leads to no other; 0 for all others.
    template <typename Joins>
    [[nodiscard]] std::vector<std::uint32_t> only_neighbours(Joins joins) const {
        std::vector<std::uint32_t> only(partition_.faces.size(), 0);
        if (!is_black_and_white(classes_)) return only;
        const double side = raster_.block_pixels(small_side);
        std::vector<long> longest(partition_.faces.size(), 0);
        for (const auto& [pair, border] : partition_.borders) {
            if (pair.first == 0 || !joins(partition_.faces[pair.first], partition_.faces[pair.second], border)) continue;
            for (const auto& [face, other] : {pair, std::pair(pair.second, pair.first)}) {
                if (static_cast<double>(partition_.faces[face].size) > side * side || border.length <= longest[face]) continue;
                longest[face] = border.length;
                only[face] = other;
            }
        }
        return only;
    }

    /// Faces joined over the borders that do not part them.
    template <typename Joins>
    [[nodiscard]] std::vector<Group> joined(Joins joins) const {
        std::vector<std::uint32_t> parent(partition_.faces.size());
        std::iota(parent.begin(), parent.end(), 0U);
        const auto root = [&parent](std::uint32_t i) {
            while (parent[i] != i) i = parent[i] = parent[parent[i]];
            return i;
        };
        const std::vector<std::uint32_t> only = only_neighbours(joins);
        for (const auto& [pair, border] : partition_.borders) {
            const auto [a, b] = pair;
            const bool leaks = (only[a] != 0 && only[a] != b && only[b] != a) || (only[b] != 0 && only[b] != a && only[a] != b);
            if (a != 0 && !leaks && joins(partition_.faces[a], partition_.faces[b], border)) parent[root(a)] = root(b);
        }
        std::map<std::uint32_t, Group> groups;
        for (std::uint32_t i = 1; i < parent.size(); ++i) groups[root(i)].push_back(i);
        std::vector<Group> result;
        for (auto& [key, group] : groups) result.push_back(std::move(group));
        return result;
    }

    [[nodiscard]] bool at_edge(const Group& group) const {
        return std::ranges::any_of(group, [this](std::uint32_t face) { return partition_.faces[face].at_edge; });
    }

    /// In blocks. The border lines with the group on one side only, closed to rings.
    [[nodiscard]] MultiPolygon shape_of(const Group& group) const {
        const std::set<std::uint32_t> members(group.begin(), group.end());
        std::set<std::size_t> bounds;
        for (const std::uint32_t face : group) bounds.insert(touching_[face].begin(), touching_[face].end());
        std::vector<Ring> lines;
        for (const std::size_t i : bounds) {
            const BorderLine& line = partition_.lines[i];
            if (members.contains(line.left) != members.contains(line.right)) lines.push_back(line.points);
        }
        MultiPolygon shape;
        for (Polygon& face : geos::faces(lines, 0)) {
            const Point inside = geos::point_inside(face);
            if (members.contains(partition_.at(static_cast<int>(inside.x), static_cast<int>(inside.y)))) shape.push_back(std::move(face));
        }
        return shape.size() > 1 ? geos::joined({shape}) : shape;
    }

    [[nodiscard]] Along along(const MultiPolygon& shape) const {
        constexpr std::uint8_t on_a_dash = 120;  // share of ink, 0-255
        double all = 0;
        Along found;
        Measures solid;
        Measures dashes;
        for (const Polygon& part : shape) {
            for (std::size_t i = 0; i < part.outer.size(); ++i) {
                const Point& a = part.outer[i];
                const Point& b = part.outer[(i + 1) % part.outer.size()];
                const int steps = std::max(1, static_cast<int>(plane::distance(a, b)));
                for (int k = 0; k < steps; ++k) {
                    const double t = (k + 0.5) / steps;
                    const auto [column, row] = nearest_wall(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y));
                    ++all;
                    const Wall wall = walls_.at(column, row);
                    if (wall == Wall::none) continue;
                    const Block& block = raster_.at(column, row);
                    if (wall == Wall::solid) {
                        solid.add(wall_thickness(raster_, walls_, column, row), block.ink);
                        continue;
                    }
                    ++found.dashes;
                    if (wall == Wall::dotted) ++found.dotted;
                    if (block.share > on_a_dash) dashes.add(dash_thickness(raster_, column, row), block.ink);
                }
            }
        }
        all = std::max(all, 1.0);
        found.solid = static_cast<double>(solid.count()) / all;
        found.dashed = found.dashes / all;
        found.width = solid.width(0.5);
        found.least_width = solid.width(1 / 7.0);
        found.colour = solid.colour();
        found.dash_width = dashes.width(0.5);
        found.dash_colour = dashes.colour();
        return found;
    }

    /// The outline was straightened: the line may lie a block beside it.
    [[nodiscard]] std::pair<int, int> nearest_wall(double x, double y) const {
        const int column = static_cast<int>(std::floor(x));
        const int row = static_cast<int>(std::floor(y));
        for (int reach = 0; reach <= 2; ++reach) {
            for (int dy = -reach; dy <= reach; ++dy) {
                for (int dx = -reach; dx <= reach; ++dx) {
                    if (std::max(std::abs(dx), std::abs(dy)) == reach && walls_.at(column + dx, row + dy) != Wall::none) return {column + dx, row + dy};
                }
            }
        }
        return {column, row};
    }

    void keep(MultiPolygon shape, AreaStyle style, double confidence) {
        const double sx = raster_.block * raster_.x_points;
        const double sy = raster_.block * raster_.y_points;
        const auto scale = [&](Ring& ring) {
            for (Point& p : ring) p = {p.x * sx, p.y * sy};
        };
        for (Polygon& part : shape) {
            scale(part.outer);
            for (Ring& hole : part.holes) scale(hole);
        }
        areas_.push_back({style, std::move(shape), confidence});
    }

    [[nodiscard]] double line_width(double blocks) const { return blocks * raster_.block * raster_.x_points; }

    /// A bestemming goes on under a bouwvlak's line and under dashes, not over a thin line of its own.
    void add_coloured() {
        const bool two_widths = thick_from_ < 1e8;
        const auto groups = joined([&](const Face& a, const Face& b, const Border& border) {
            if (a.colour != b.colour || a.colour == 0) return false;
            // Hatching cuts an area into strips; they are one area still.
            return !two_widths || kind_of(border) != LineKind::thin || std::min(breadth(a), breadth(b)) < raster_.block_pixels(strip);
        });
        for (const Group& group : groups) {
            const std::uint8_t colour = partition_.faces[group[0]].colour;
            if (colour == 0) continue;
            MultiPolygon shape = shape_of(group);
            if (shape.empty()) continue;
            AreaStyle style;
            style.fill = classes_.colours[colour];
            const Along line = along(shape);
            if (line.solid > enclosed) {
                style.edge = LineDash::solid;
                style.edge_width = line_width(line.width);
                style.edge_colour = line.colour;
            }
            keep(std::move(shape), style, 0.95);
        }
    }

    [[nodiscard]] bool is_dashed(const Along& line) const {
        const bool enough = line.dashed > some_dashes || (line.dashed > least_share && line.dashes > raster_.block_pixels(least_dashes)) || line.dotted > raster_.block_pixels(least_dashes);
        return enough && line.dashed + line.solid > enclosed;
    }

    /// A dashed outline may run along other lines for most of its way; its dashes tell how it is drawn.
    [[nodiscard]] AreaStyle outline_style(LineKind kind, const Along& line) const {
        AreaStyle style;
        const bool dotted = kind == LineKind::dashed && 2 * line.dotted > line.dashes;
        const bool dashed = kind == LineKind::dashed && !dotted;
        style.edge = dotted ? LineDash::dotted : (dashed ? LineDash::dashed : LineDash::solid);
        style.edge_width = line_width(dotted ? walls_.dot : (dashed ? line.dash_width : line.width));
        style.edge_colour = dashed ? line.dash_colour : line.colour;
        return style;
    }

    /// Dashes all round, or along broad lines only. Where thin borders close the outline, the dashes may bound something else.
    [[nodiscard]] bool parts_a_bouwvlak(const Along& line) const {
        if (thick_levels_.size() < 2 || line.dotted > 0 || line.dashed > enclosed) return true;
        const double broad = thick_levels_[thick_levels_.size() - 2];
        return line.dashed > some_dashes && line.least_width > 0.7 * broad;
    }

    void add_outlined(LineKind kind) {
        const auto parts = [&](const Border& border) {
            const LineKind own = kind_of(border);
            if (kind == LineKind::thick) return own == LineKind::thick;
            if (kind == LineKind::dashed) return own == LineKind::thick || own == LineKind::dashed;
            return own != LineKind::none;
        };
        const auto groups = joined([&](const Face& a, const Face& b, const Border& border) { return !parts(border) && (kind != LineKind::thin || a.colour == b.colour); });
        for (const Group& group : groups) {
            if (at_edge(group) || (kind == LineKind::thin && partition_.faces[group[0]].colour != 0)) continue;
            MultiPolygon shape = shape_of(group);
            if (shape.empty()) continue;
            const Along line = along(shape);
            const bool whole = kind == LineKind::thick ? line.width >= 0.9 * thick_from_ && line.least_width >= same_line * line.width && line.solid > enclosed
                                                       : (kind == LineKind::dashed ? is_dashed(line) : line.solid > enclosed);
            if (!whole) continue;
            keep(std::move(shape), outline_style(kind, line), kind == LineKind::dashed && !parts_a_bouwvlak(line) ? doubtful : sure);
        }
    }

    const SheetRaster& raster_;
    const ColourClasses& classes_;
    const Walls& walls_;
    const Partition& partition_;
    std::vector<std::vector<std::size_t>> touching_;  ///< border lines of each face
    std::vector<double> thick_levels_;                ///< blocks, the widest first
    double thick_from_ = 1e9;                         ///< blocks: of the level that is looked at
    std::vector<MapArea> areas_;
};

}  // namespace

std::vector<MapArea> raster_areas(const SheetRaster& raster, const ColourClasses& classes, const Walls& walls, const Partition& partition) {
    return AreaMaker(raster, classes, walls, partition).make();
}

}  // namespace planlezer
