#include "extractors/map/raster/raster_areas.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "extractors/map/disjoint_sets.hpp"
#include "extractors/map/geos.hpp"
#include "extractors/map/plane.hpp"
#include "extractors/map/raster/hatched_areas.hpp"
#include "extractors/map/raster/line_widths.hpp"
#include "extractors/map/raster/parted_grounds.hpp"

namespace planlezer {

namespace {

enum class LineKind { none, thin, thick, dashed };

constexpr double mostly = 0.6;           // share of a border along which a line runs
constexpr double enclosed = 0.85;        // share of an outline along which its line must run
constexpr double some_dashes = 0.06;     // share of an outline that is dashed when the rest is another line
constexpr double least_share = 0.025;    // of a large outline
constexpr double least_dashes = 3;           // millimetres of dashes that are no chance, however long the rest
constexpr double strip = 4.5;             // millimetres: narrower faces of one colour side by side are hatched
constexpr double same_line = 0.55;       // of its width: what is thinner for long is another line, of hatching or topography
constexpr double least_ground_line = 100;  // millimetres in all that tell how wide it is
constexpr double may_be_missing = 0.4;       // share of a line between two grounds that may be missing
constexpr double least_inner_line = 20;    // millimetres of a line that parts a ground though it has gaps
constexpr double small_side = 2.2;       // millimetres
constexpr double sure = 0.9;             // that an outline is whole
constexpr double doubtful = 0.6;

using Group = std::vector<std::uint32_t>;

/// What runs along a ring.
struct Along {
    double solid = 0;      ///< shares of its length
    double dashed = 0;
    double dashes = 0;     ///< blocks
    double of_kind = 0;    ///< blocks, of the dashes that are surely of the kind looked for
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
    AreaMaker(const SheetRaster& raster, const ColourClasses& classes, const Walls& walls, const Partition& partition, const std::vector<GroundLetters>& letters)
        : raster_(raster), classes_(classes), walls_(walls), partition_(partition), letters_(letters), widths_(partition, raster.block_pixels(least_ground_line)), touching_(partition.faces.size()) {
        for (std::size_t i = 0; i < partition_.lines.size(); ++i) {
            touching_[partition_.lines[i].left].push_back(i);
            touching_[partition_.lines[i].right].push_back(i);
        }
        if (!widths_.levels().empty()) thick_from_ = widths_.levels().back();
    }

    std::vector<MapArea> make() {
        add_coloured();
        const double lowest = thick_from_;
        for (const double level : widths_.levels()) {
            thick_from_ = level;
            add_outlined(LineKind::thick);
        }
        thick_from_ = lowest;
        for (dash_kind_ = 1; dash_kind_ < walls_.periods.size(); ++dash_kind_) add_outlined(LineKind::dashed);
        dash_kind_ = 0;
        if (walls_.periods.size() <= 1) add_outlined(LineKind::dashed);
        add_outlined(LineKind::thin);
        std::ranges::stable_sort(areas_, std::ranges::greater(), [](const MapArea& area) { return plane::area(area.shape); });
        return std::move(areas_);
    }

  private:
    [[nodiscard]] static double breadth(const Face& face) { return static_cast<double>(face.size) / std::max(1.0, face.length); }

    [[nodiscard]] LineKind kind_of(const Border& border) const {
        const auto length = static_cast<double>(border.length);
        if (static_cast<double>(border.solid) > mostly * length) {
            return border.thickness / static_cast<double>(border.solid) >= thick_from_ ? LineKind::thick : LineKind::thin;
        }
        // Dashes of another kind bound something else.
        const long dashed = dash_kind_ == 0 ? border.dashed : border.dashed_of[0] + border.dashed_of[dash_kind_];
        return static_cast<double>(dashed + border.solid) > mostly * length ? LineKind::dashed : LineKind::none;
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
        DisjointSets sets(partition_.faces.size());
        const std::vector<std::uint32_t> only = only_neighbours(joins);
        for (const auto& [pair, border] : partition_.borders) {
            const auto [a, b] = pair;
            const bool leaks = (only[a] != 0 && only[a] != b && only[b] != a) || (only[b] != 0 && only[b] != a && only[a] != b);
            if (a != 0 && !leaks && joins(partition_.faces[a], partition_.faces[b], border)) sets.join(a, b);
        }
        std::map<std::size_t, Group> groups;
        for (std::uint32_t i = 1; i < partition_.faces.size(); ++i) groups[sets.root(i)].push_back(i);
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
                    const std::uint8_t dash_kind = walls_.dash_kind(column, row);
                    if (dash_kind_ != 0 && dash_kind != 0 && dash_kind != dash_kind_) continue;
                    if (dash_kind == dash_kind_) ++found.of_kind;
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
        const auto groups = joined([&](const Face& a, const Face& b, const Border& border) {
            if (a.colour != b.colour || a.colour == 0) return false;
            // Hatching cuts an area into strips; they are one area still.
            return !widths_.parts_grounds(border, mostly) || (!widths_.knows_ground_line() && std::min(breadth(a), breadth(b)) < raster_.block_pixels(strip));
        });
        const std::map<std::uint32_t, std::string> letters = lettered_faces();
        const auto drawn = [this](const Border& border) { return widths_.parts_grounds(border, 0) ? static_cast<double>(border.solid) : 0; };
        for (const Group& joint : groups) {
            if (partition_.faces[joint[0]].colour == 0) continue;
            for (const Group& group : part_by_lines(partition_, joint, drawn, raster_.block_pixels(least_inner_line))) {
                const std::vector<GroundPart> parts = part_by_letters(partition_, group, letters, drawn);
                for (const GroundPart& part : parts) add_coloured(part.faces, part.open < may_be_missing ? 0.95 : doubtful);
                if (parts.empty()) add_coloured(group, 0.95);
            }
        }
    }

    void add_coloured(const Group& group, double confidence) {
        MultiPolygon shape = shape_of(group);
        if (shape.empty()) return;
        AreaStyle style;
        style.fill = classes_.colours[partition_.faces[group[0]].colour];
        const Along line = along(shape);
        if (line.solid > enclosed) {
            style.edge = LineDash::solid;
            style.edge_width = line_width(line.width);
            style.edge_colour = line.colour;
        }
        keep(std::move(shape), style, confidence);
    }

    /// Faces with letters of one kind.
    [[nodiscard]] std::map<std::uint32_t, std::string> lettered_faces() const {
        std::map<std::uint32_t, std::set<std::string>> all;
        for (const GroundLetters& each : letters_) {
            const std::uint32_t face = partition_.at(static_cast<int>(each.at.x / raster_.x_points / raster_.block), static_cast<int>(each.at.y / raster_.y_points / raster_.block));
            if (face != 0) all[face].insert(each.text);
        }
        std::map<std::uint32_t, std::string> single;
        for (const auto& [face, texts] : all) {
            if (texts.size() == 1) single[face] = *texts.begin();
        }
        return single;
    }

    [[nodiscard]] bool is_dashed(const Along& line) const {
        if (dash_kind_ > 1 && line.of_kind <= 0) return false;  // of no kind: found with the first
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
        style.edge_colour = dashed || dotted ? line.dash_colour : line.colour;
        if (dashed && 2 * line.of_kind > line.dashes) style.edge_period = line_width(walls_.periods[dash_kind_]);
        return style;
    }

    /// Dashes all round, or along broad lines only. Where thin borders close the outline, the dashes may bound something else.
    [[nodiscard]] bool parts_a_bouwvlak(const Along& line) const {
        if (widths_.levels().size() < 2 || line.dotted > 0 || line.dashed > enclosed) return true;
        const double broad = widths_.levels()[widths_.levels().size() - 2];
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
    const std::vector<GroundLetters>& letters_;
    LineWidths widths_;
    std::vector<std::vector<std::size_t>> touching_;  ///< border lines of each face
    double thick_from_ = 1e9;                         ///< blocks: of the level that is looked at
    std::size_t dash_kind_ = 0;                       ///< of the dashes that are looked at; 0 for all
    std::vector<MapArea> areas_;
};

}  // namespace

std::vector<MapArea> raster_areas(const SheetRaster& raster, const ColourClasses& classes, const Walls& walls, const Partition& partition, const std::vector<GroundLetters>& letters) {
    return AreaMaker(raster, classes, walls, partition, letters).make();
}

}  // namespace planlezer
