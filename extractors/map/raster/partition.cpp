#include "extractors/map/raster/partition.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "extractors/map/raster/hatched_areas.hpp"
#include "extractors/map/raster/straight_borders.hpp"

namespace planlezer {

namespace {

constexpr double least_face = 1.0;    // square millimetres: smaller faces are grain and the insides of letters
constexpr double narrow = 1.1;        // millimetres: a strip of another colour is a pale line with its blur
constexpr std::array<std::array<int, 2>, 4> sides{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};

class Cutter {
  public:
    Cutter(const SheetRaster& raster, const ColourClasses& classes, const Walls& walls) : raster_(raster), classes_(classes), walls_(walls) {
        made_.columns = raster.columns;
        made_.rows = raster.rows;
        made_.blocks.assign(raster.blocks.size(), 0);
        made_.faces.push_back({});
    }
    Partition cut() {
        find_faces();
        grow(false);
        grow(true);
        measure();
        trace();
        straighten(made_.lines);
        return std::move(made_);
    }

  private:
    [[nodiscard]] std::size_t index(int column, int row) const { return static_cast<std::size_t>(row) * static_cast<std::size_t>(made_.columns) + static_cast<std::size_t>(column); }

    /// Blocks of one colour that touch, between the lines.
    void find_faces() {
        const double side = raster_.block_pixels(1);
        const auto least = static_cast<long>(std::max(4.0, least_face * side * side));
        std::vector<std::pair<int, int>> members;
        std::vector<bool> seen(made_.blocks.size(), false);
        for (int row = 0; row < made_.rows; ++row) {
            for (int column = 0; column < made_.columns; ++column) {
                const std::size_t start = index(column, row);
                if (seen[start] || classes_.blocks[start] == ColourClasses::unknown || walls_.blocks[start] != Wall::none) continue;
                members.assign(1, {column, row});
                seen[start] = true;
                Face face{classes_.blocks[start], 0, false, 0};
                for (std::size_t i = 0; i < members.size(); ++i) {
                    const auto [x, y] = members[i];
                    for (const auto& side_of : sides) {
                        const int nx = x + side_of[0];
                        const int ny = y + side_of[1];
                        if (nx < 0 || ny < 0 || nx >= made_.columns || ny >= made_.rows) {
                            face.at_edge = true;
                            continue;
                        }
                        const std::size_t next = index(nx, ny);
                        if (seen[next] || classes_.blocks[next] != face.colour || walls_.blocks[next] != Wall::none) continue;
                        seen[next] = true;
                        members.emplace_back(nx, ny);
                    }
                }
                if (static_cast<long>(members.size()) < least || is_sliver(members)) continue;
                face.size = static_cast<long>(members.size());
                const auto [left, right] = std::ranges::minmax(members, {}, [](const auto& m) { return m.first; });
                face.length = std::hypot(right.first - left.first + 1, members.back().second - members.front().second + 1);
                for (const auto& [x, y] : members) made_.blocks[index(x, y)] = static_cast<std::uint32_t>(made_.faces.size());
                made_.faces.push_back(face);
            }
        }
    }

    /// A grey line, or the blur beside an edge, is a long face without a middle.
    [[nodiscard]] bool is_sliver(const std::vector<std::pair<int, int>>& members) const {
        const int reach = std::max(1, static_cast<int>(raster_.block_pixels(narrow / 2)));
        const std::uint8_t colour = classes_.blocks[index(members[0].first, members[0].second)];
        long inner = 0;
        for (const auto& [x, y] : members) {
            const bool core = std::ranges::all_of(sides, [&, x = x, y = y](const auto& side) {
                const int nx = x + reach * side[0];
                const int ny = y + reach * side[1];
                return nx >= 0 && ny >= 0 && nx < made_.columns && ny < made_.rows && classes_.blocks[index(nx, ny)] == colour && walls_.blocks[index(nx, ny)] == Wall::none;
            });
            inner += core ? 1 : 0;
        }
        return inner * 8 < static_cast<long>(members.size());
    }

    /// From all faces at once into what belongs to none, so that they meet halfway; lines last, at their middle.
    void grow(bool into_walls) {
        // On a black-and-white sheet what is closed in is what hatching left.
        const bool has_pockets = !is_black_and_white(classes_);
        std::vector<std::size_t> front;
        for (std::size_t i = 0; i < made_.blocks.size(); ++i) {
            if (made_.blocks[i] != 0) front.push_back(i);
        }
        std::vector<std::size_t> next;
        while (!front.empty()) {
            next.clear();
            for (const std::size_t i : front) {
                const int column = static_cast<int>(i % static_cast<std::size_t>(made_.columns));
                const int row = static_cast<int>(i / static_cast<std::size_t>(made_.columns));
                for (const auto& side : sides) {
                    const int x = column + side[0];
                    const int y = row + side[1];
                    if (x < 0 || y < 0 || x >= made_.columns || y >= made_.rows) continue;
                    const std::size_t to = index(x, y);
                    if (made_.blocks[to] != 0 || (!into_walls && walls_.blocks[to] != Wall::none)) continue;
                    if (into_walls && has_pockets && walls_.blocks[to] == Wall::none) {
                        fill_pocket(to, made_.blocks[i], next);
                        continue;
                    }
                    made_.blocks[to] = made_.blocks[i];
                    next.push_back(to);
                }
            }
            front.swap(next);
        }
    }

    /// Ground under a sign, closed in by lines: all of it is of the face that comes first, through the thinnest of them. Else two
    /// faces would meet in its middle, where no line parts them.
    void fill_pocket(std::size_t start, std::uint32_t face, std::vector<std::size_t>& front) {
        const std::size_t first = front.size();
        made_.blocks[start] = face;
        front.push_back(start);
        for (std::size_t at = first; at < front.size(); ++at) {
            const int column = static_cast<int>(front[at] % static_cast<std::size_t>(made_.columns));
            const int row = static_cast<int>(front[at] / static_cast<std::size_t>(made_.columns));
            for (const auto& side : sides) {
                const int x = column + side[0];
                const int y = row + side[1];
                if (x < 0 || y < 0 || x >= made_.columns || y >= made_.rows) continue;
                const std::size_t to = index(x, y);
                if (made_.blocks[to] != 0 || walls_.blocks[to] != Wall::none) continue;
                made_.blocks[to] = face;
                front.push_back(to);
            }
        }
    }

    void note(std::uint32_t a, std::uint32_t b, int column, int row, int step_x, int step_y) {
        Border& border = made_.borders[{std::min(a, b), std::max(a, b)}];
        ++border.length;
        // The growing meets in the line, give or take a block.
        for (const int i : {0, -1, 1, -2}) {
            const Wall wall = walls_.at(column - i * step_x, row - i * step_y);
            if (wall == Wall::none) continue;
            if (wall == Wall::dashed || wall == Wall::dotted) {
                ++border.dashed;
                ++border.dashed_of[walls_.dash_kind(column - i * step_x, row - i * step_y)];
            } else {
                ++border.solid;
                border.thickness += wall_thickness(raster_, walls_, column - i * step_x, row - i * step_y);
            }
            break;
        }
    }

    void measure() {
        for (int row = 0; row < made_.rows; ++row) {
            for (int column = 0; column < made_.columns; ++column) {
                const std::uint32_t own = made_.at(column, row);
                const std::uint32_t right = made_.at(column + 1, row);
                const std::uint32_t below = made_.at(column, row + 1);
                if (column + 1 < made_.columns && own != right) note(own, right, column, row, 1, 0);
                if (row + 1 < made_.rows && own != below) note(own, below, column, row, 0, 1);
            }
        }
    }

    // ---- border lines. A vertex is a corner of blocks; from it go up to four edges, each between two faces.

    [[nodiscard]] std::uint64_t vertex(int x, int y) const { return static_cast<std::uint64_t>(y) * static_cast<std::uint64_t>(made_.columns + 1) + static_cast<std::uint64_t>(x); }

    /// Faces left and right of the edge that leaves (x, y) to a side (0 right, 1 down, 2 left, 3 up), as one walks.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> beside(int x, int y, int side) const {
        switch (side) {
            case 0: return {made_.at(x, y - 1), made_.at(x, y)};
            case 1: return {made_.at(x, y), made_.at(x - 1, y)};
            case 2: return {made_.at(x - 1, y), made_.at(x - 1, y - 1)};
            default: return {made_.at(x - 1, y - 1), made_.at(x, y - 1)};
        }
    }
    [[nodiscard]] bool is_border(int x, int y, int side) const {
        const int to_x = x + sides[static_cast<std::size_t>(side)][0];
        const int to_y = y + sides[static_cast<std::size_t>(side)][1];
        if (to_x < 0 || to_y < 0 || to_x > made_.columns || to_y > made_.rows) return false;
        const auto [left, right] = beside(x, y, side);
        return left != right;
    }
    [[nodiscard]] int degree(int x, int y) const {
        int count = 0;
        for (int side = 0; side < 4; ++side) count += is_border(x, y, side) ? 1 : 0;
        return count;
    }

    void follow(int x, int y, int side, std::vector<std::uint8_t>& walked) {
        BorderLine line;
        std::tie(line.left, line.right) = beside(x, y, side);
        line.points.push_back({static_cast<double>(x), static_cast<double>(y)});
        const int start_x = x;
        const int start_y = y;
        while (true) {
            walked[vertex(x, y)] = static_cast<std::uint8_t>(walked[vertex(x, y)] | (1U << static_cast<unsigned>(side)));
            x += sides[static_cast<std::size_t>(side)][0];
            y += sides[static_cast<std::size_t>(side)][1];
            const int back = (side + 2) % 4;
            walked[vertex(x, y)] = static_cast<std::uint8_t>(walked[vertex(x, y)] | (1U << static_cast<unsigned>(back)));
            line.points.push_back({static_cast<double>(x), static_cast<double>(y)});
            if (degree(x, y) != 2 || (x == start_x && y == start_y)) break;
            for (int next = 0; next < 4; ++next) {
                if (next == back || !is_border(x, y, next)) continue;
                side = next;
                break;
            }
        }
        made_.lines.push_back(std::move(line));
    }

    void trace() {
        std::vector<std::uint8_t> walked(static_cast<std::size_t>(made_.columns + 1) * static_cast<std::size_t>(made_.rows + 1), 0);
        for (const bool from_junctions : {true, false}) {
            for (int y = 0; y <= made_.rows; ++y) {
                for (int x = 0; x <= made_.columns; ++x) {
                    const int edges = degree(x, y);
                    if (edges == 0 || (from_junctions && edges == 2)) continue;
                    for (int side = 0; side < 4; ++side) {
                        if (is_border(x, y, side) && (walked[vertex(x, y)] >> side & 1) == 0) follow(x, y, side, walked);
                    }
                }
            }
        }
    }

    const SheetRaster& raster_;
    const ColourClasses& classes_;
    const Walls& walls_;
    Partition made_;
};

}  // namespace

Partition partition(const SheetRaster& raster, const ColourClasses& classes, const Walls& walls) { return Cutter(raster, classes, walls).cut(); }

}  // namespace planlezer
