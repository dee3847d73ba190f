#include "extractors/map/raster/walls.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include "extractors/map/plane.hpp"
#include "extractors/map/raster/dash_corners.hpp"
#include "extractors/map/raster/dash_kinds.hpp"

namespace planlezer {

namespace {

constexpr double least_wall = 5;         // millimetres: shorter pieces divide nothing
constexpr double straight_chain = 8;     // millimetres: from here a straight row of dashes may be hatching
constexpr double hatch_room = 9;         // millimetres between rows of dashes that hatch together
constexpr int hatch_rows = 4;

struct Row {
    double angle = 0;
    Point middle;
    Point from;
    Point to;
};

void set(Walls& walls, const SheetRaster& raster, double x, double y, Wall kind, std::uint8_t dash_kind = 0) {
    const int column = static_cast<int>(x) / raster.block;
    const int row = static_cast<int>(y) / raster.block;
    if (x < 0 || y < 0 || column >= walls.columns || row >= walls.rows) return;
    const std::size_t at = static_cast<std::size_t>(row) * static_cast<std::size_t>(walls.columns) + static_cast<std::size_t>(column);
    walls.blocks[at] = kind;
    walls.dash_kinds[at] = dash_kind;
}

void draw(Walls& walls, const SheetRaster& raster, const Point& a, const Point& b, Wall kind, std::uint8_t dash_kind) {
    const int steps = 1 + static_cast<int>(2 * plane::distance(a, b) / raster.block);
    for (int i = 0; i <= steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        set(walls, raster, a.x + t * (b.x - a.x), a.y + t * (b.y - a.y), kind, dash_kind);
    }
}

/// Rows of dashes that lie straight beside others of their angle hatch an area and bound none.
std::vector<bool> hatching(const std::vector<DashChain>& chains, const SheetRaster& raster) {
    std::vector<Row> rows(chains.size());
    std::vector<bool> straight(chains.size(), false);
    for (std::size_t i = 0; i < chains.size(); ++i) {
        const LinePiece& first = chains[i].pieces.front();
        const LinePiece& last = chains[i].pieces.back();
        const Point a{(first.a.x + first.b.x) / 2, (first.a.y + first.b.y) / 2};
        const Point b{(last.a.x + last.b.x) / 2, (last.a.y + last.b.y) / 2};
        rows[i] = {plane::direction(a, b), {(a.x + b.x) / 2, (a.y + b.y) / 2}, a, b};
        double off = 0;
        for (const LinePiece& piece : chains[i].pieces) off = std::max(off, plane::distance_to_segment(piece.a, a, b));
        straight[i] = !chains[i].dotted && off < raster.pixels(0.6) + first.length;
    }
    std::vector<bool> hatched(chains.size(), false);
    for (std::size_t i = 0; i < chains.size(); ++i) {
        if (!straight[i]) continue;
        int beside = 0;
        for (std::size_t j = 0; j < chains.size() && beside < hatch_rows; ++j) {
            if (i == j || !straight[j] || plane::turn_between(rows[i].angle, rows[j].angle, 180) > 4) continue;
            const double away = std::min(plane::distance_to_segment(rows[j].middle, rows[i].from, rows[i].to), plane::distance_to_segment(rows[i].middle, rows[j].from, rows[j].to));
            if (away > raster.pixels(0.8) && away < raster.pixels(hatch_room)) ++beside;
        }
        hatched[i] = beside >= hatch_rows - 1;
    }
    return hatched;
}

/// Where the ink of another line lies straight ahead of a dash.
/// \param bent also where two rows of dashes meet in the corner of one bent dash
/// \param reach pixels
std::optional<Point> line_ahead(const SheetRaster& raster, const Walls& walls, const Point& from, const Point& tip, bool bent, double reach) {
    const double length = std::max(1.0, plane::distance(from, tip));
    const Point way{(tip.x - from.x) / length, (tip.y - from.y) / length};
    double inked = 0;
    bool met = false;
    for (double step = 2; step < reach && !met; step += 0.5 * raster.block) {
        const int column = static_cast<int>(tip.x + step * way.x) / raster.block;
        const int row = static_cast<int>(tip.y + step * way.y) / raster.block;
        const bool inside = column >= 0 && row >= 0 && column < raster.columns && row < raster.rows;
        met = walls.at(column, row) == Wall::solid;
        if (met || (bent && inside && raster.at(column, row).share > 60)) inked = step;
    }
    if (inked <= 0 || (!bent && !met)) return std::nullopt;
    return Point{tip.x + inked * way.x, tip.y + inked * way.y};
}

/// How light the ground beside a line is. \param way of the line, of length 1
double ground_beside(const SheetRaster& raster, const Point& at, const Point& way) {
    constexpr std::uint8_t mostly_ink = 128;
    const double most = raster.pixels(1.2);
    for (double off = 2; off < most; off += 1) {
        for (const double side : {-off, off}) {
            const int column = static_cast<int>(at.x - side * way.y) / raster.block;
            const int row = static_cast<int>(at.y + side * way.x) / raster.block;
            if (column < 0 || row < 0 || column >= raster.columns || row >= raster.rows) continue;
            const Block& block = raster.at(column, row);
            if (block.share < mostly_ink) return (77.0 * block.ground.r + 150.0 * block.ground.g + 29.0 * block.ground.b) / 256;
        }
    }
    return 0;
}

/// How much darker than the ground a line is at one place, 0-255. \param way of the line, of length 1
double darkness_at(const SheetRaster& raster, const Point& at, const Point& way) {
    l_uint32 darkest = 255;
    for (const double off : {-1.0, 0.0, 1.0}) {
        const int x = std::clamp(static_cast<int>(at.x - off * way.y), 0, raster.width - 1);
        const int y = std::clamp(static_cast<int>(at.y + off * way.x), 0, raster.height - 1);
        l_uint32 value = 255;
        pixGetPixel(raster.grey.get(), x, y, &value);
        darkest = std::min(darkest, value);
    }
    return std::max(0.0, ground_beside(raster, at, way) - darkest);
}

/// Where a line is least dark; not at its ends, which are blurred. A dot may stand between two dashes.
double least_darkness(const SheetRaster& raster, const Point& a, const Point& b) {
    const double length = std::max(1.0, plane::distance(a, b));
    const Point way{(b.x - a.x) / length, (b.y - a.y) / length};
    double least = 255;
    for (int i = 2; i <= 8; ++i) {
        const double along = 0.1 * i * length;
        least = std::min(least, darkness_at(raster, {a.x + along * way.x, a.y + along * way.y}, way));
    }
    return least;
}

/// A pale line is ink here and there only; between its dashes it goes on, less dark.
bool goes_on_between(const DashChain& chain, const SheetRaster& raster) {
    constexpr double still_dark = 0.5;
    double dashes = 0;
    for (const LinePiece& piece : chain.pieces) dashes += least_darkness(raster, piece.a, piece.b) / static_cast<double>(chain.pieces.size());
    const auto dark = std::ranges::count_if(chain.bridges, [&](const Ring& bridge) { return least_darkness(raster, bridge[0], bridge[1]) > still_dark * dashes; });
    return 2 * dark > std::ssize(chain.bridges);
}

/// The least sum of ink across a block, of four ways. \param belongs whether a block is part of the line
template <typename Belongs>
double thickness(const SheetRaster& raster, int column, int row, Belongs belongs) {
    static constexpr std::array<std::array<int, 2>, 4> ways{{{1, 0}, {0, 1}, {1, 1}, {1, -1}}};
    const int most = 2 + static_cast<int>(raster.block_pixels(2));
    double least = 1e9;
    for (const auto& way : ways) {
        double sum = 0;
        for (const int side : {1, -1}) {
            for (int i = side > 0 ? 0 : 1; i < most; ++i) {
                const int x = column + side * i * way[0];
                const int y = row + side * i * way[1];
                if (!belongs(x, y)) break;
                sum += raster.at(x, y).share / 255.0;
            }
        }
        least = std::min(least, sum * (way[0] != 0 && way[1] != 0 ? 1.414 : 1));
    }
    return least;
}

/// Neither hatching nor pale lines that go on.
std::vector<DashChain> bounding(const std::vector<DashChain>& chains, const SheetRaster& raster) {
    const std::vector<bool> hatched = hatching(chains, raster);
    std::vector<DashChain> left;
    for (std::size_t i = 0; i < chains.size(); ++i) {
        if (!hatched[i] && !goes_on_between(chains[i], raster)) left.push_back(chains[i]);
    }
    return left;
}

/// How far ahead of its last dash a row may meet what it ends at: beyond the gap, and the short arm of a bent dash.
double reach_of(const DashChain& chain, const SheetRaster& raster) {
    constexpr double usual = 3.2;  // millimetres
    constexpr double beyond = 1.5;
    double gap = 0;
    double width = 0;
    for (const Ring& bridge : chain.bridges) gap += plane::distance(bridge[0], bridge[1]) / static_cast<double>(chain.bridges.size());
    for (const LinePiece& piece : chain.pieces) width += piece.width / static_cast<double>(chain.pieces.size());
    return std::max(raster.pixels(usual), beyond * gap + 2 * width);
}

/// Its two outer ends.
std::array<DashEnd, 2> outer_ends(const DashChain& chain, const SheetRaster& raster) {
    const double reach = reach_of(chain, raster);
    const auto end = [reach](const LinePiece& piece, const Point& joined) {
        const bool forth = plane::distance(piece.a, joined) < plane::distance(piece.b, joined);
        return forth ? DashEnd{piece.a, piece.b, reach, 0} : DashEnd{piece.b, piece.a, reach, 0};
    };
    return {end(chain.pieces.front(), chain.bridges.front()[0]), end(chain.pieces.back(), chain.bridges.back()[1])};
}

/// Two dashes alone may be anything, but not when they are as those of a longer row.
bool is_sure(const DashChain& chain, std::uint8_t kind) {
    constexpr std::size_t few = 2;
    return chain.pieces.size() > few || kind != 0;
}

/// Where two rows meet, by row: that of its first end, then that of its last.
std::vector<std::array<std::optional<Point>, 2>> corners_of(const std::vector<DashChain>& chains, const DashKinds& kinds, const SheetRaster& raster) {
    std::vector<DashEnd> ends(2 * chains.size());
    for (std::size_t i = 0; i < chains.size(); ++i) {
        if (chains[i].dotted || chains[i].closed || !is_sure(chains[i], kinds.of_chain[i])) continue;
        const std::array<DashEnd, 2> own = outer_ends(chains[i], raster);
        for (const std::size_t k : {0U, 1U}) {
            ends[2 * i + k] = own[k];
            ends[2 * i + k].kind = kinds.of_chain[i];
        }
    }
    const std::vector<std::optional<Point>> corners = dash_corners(ends);
    std::vector<std::array<std::optional<Point>, 2>> of_chains(chains.size());
    for (std::size_t i = 0; i < corners.size(); ++i) of_chains[i / 2][i % 2] = corners[i];
    return of_chains;
}

/// From the ends of a row that ends short of another line to that line, or to the corner with another row.
/// \param sure that these are dashes
std::vector<Ring> ways_to_lines(const DashChain& chain, const std::array<std::optional<Point>, 2>& corners, const Walls& walls, const SheetRaster& raster, bool sure) {
    const std::array<DashEnd, 2> outer = outer_ends(chain, raster);
    std::vector<Ring> ends;
    if (chain.closed) return ends;
    for (const std::size_t i : {0U, 1U}) {
        const DashEnd& end = outer[i];
        const double reach = corners[i] ? plane::distance(end.tip, *corners[i]) : end.reach;
        if (const auto reached = line_ahead(raster, walls, end.from, end.tip, sure && !corners[i], reach)) {
            ends.push_back({end.tip, *reached});
        } else if (corners[i]) {
            ends.push_back({end.tip, *corners[i]});
        }
    }
    return ends;
}

/// The kind of dashes a piece is as long and as wide as; 0 when it is as none.
std::uint8_t kind_of(const LinePiece& piece, const DashKinds& kinds) {
    constexpr double as_long = 1.2;
    constexpr double as_wide = 1.4;
    const auto alike = [](double a, double b, double most) { return std::max(a, b) < most * std::min(a, b); };
    for (std::size_t kind = 1; kind < kinds.dashes.size(); ++kind) {
        if (alike(piece.length, kinds.dashes[kind].length, as_long) && alike(piece.width, kinds.dashes[kind].width, as_wide)) return static_cast<std::uint8_t>(kind);
    }
    return 0;
}

/// Where lines lie straight ahead of both ends of a dash, no further than the next dash would.
std::vector<Ring> ways_between(const LinePiece& piece, double reach, const Walls& walls, const SheetRaster& raster) {
    std::vector<Ring> ways;
    for (const bool forth : {false, true}) {
        const Point& from = forth ? piece.a : piece.b;
        const Point& tip = forth ? piece.b : piece.a;
        if (const auto reached = line_ahead(raster, walls, from, tip, false, reach)) ways.push_back({tip, *reached});
    }
    return ways;
}

/// Where other lines touch the dashes on both sides of one, it stands alone.
void draw_loose(Walls& walls, const SheetRaster& raster, const std::vector<LinePiece>& loose, const DashKinds& kinds) {
    constexpr double beyond = 1.3;  // of the gap
    const Walls before = walls;
    for (const LinePiece& piece : loose) {
        const std::uint8_t kind = kind_of(piece, kinds);
        if (kind == 0) continue;
        const std::vector<Ring> ways = ways_between(piece, beyond * (kinds.periods[kind] - piece.length), before, raster);
        if (ways.size() < 2) continue;
        draw(walls, raster, piece.a, piece.b, Wall::dashed, kind);
        for (const Ring& way : ways) draw(walls, raster, way[0], way[1], Wall::dashed, kind);
    }
}

void draw_dashes(Walls& walls, const SheetRaster& raster, const std::vector<DashChain>& chains, const DashKinds& kinds) {
    for (std::size_t i = 1; i < kinds.periods.size(); ++i) walls.periods.push_back(kinds.periods[i] / raster.block);
    const auto corners = corners_of(chains, kinds, raster);
    for (std::size_t i = 0; i < chains.size(); ++i) {
        const bool sure = is_sure(chains[i], kinds.of_chain[i]);
        const std::vector<Ring> ends = ways_to_lines(chains[i], corners[i], walls, raster, sure);
        if (!sure && ends.size() < 2) continue;  // or when they lead from line to line
        const Wall wall = chains[i].dotted ? Wall::dotted : Wall::dashed;
        if (chains[i].dotted) walls.dot = std::max(walls.dot, chains[i].pieces.front().width / raster.block);
        for (const LinePiece& piece : chains[i].pieces) draw(walls, raster, piece.a, piece.b, wall, kinds.of_chain[i]);
        for (const Ring& bridge : chains[i].bridges) draw(walls, raster, bridge[0], bridge[1], wall, kinds.of_chain[i]);
        for (const Ring& end : ends) draw(walls, raster, end[0], end[1], wall, kinds.of_chain[i]);
    }
}

}  // namespace

Walls find_walls(const SheetRaster& raster, const Components& ink, const std::vector<bool>& used, const std::vector<DashChain>& chains, const std::vector<LinePiece>& loose) {
    Walls walls;
    walls.columns = raster.columns;
    walls.rows = raster.rows;
    walls.blocks.assign(raster.blocks.size(), Wall::none);
    walls.dash_kinds.assign(raster.blocks.size(), 0);
    const double least = raster.pixels(least_wall);
    for (std::size_t i = 0; i < ink.list.size(); ++i) {
        const Component& c = ink.list[i];
        if (used[i] || std::max(c.box.width(), c.box.height()) < least) continue;
        for (const PixelRun& run : ink.of(c)) {
            for (int x = run.x0; x < run.x1; x += raster.block) set(walls, raster, x, run.y, Wall::solid);
            set(walls, raster, run.x1 - 1, run.y, Wall::solid);
        }
    }
    const std::vector<DashChain> borders = bounding(chains, raster);
    const DashKinds kinds = dash_kinds(borders);
    draw_dashes(walls, raster, borders, kinds);
    draw_loose(walls, raster, loose, kinds);
    return walls;
}

double wall_thickness(const SheetRaster& raster, const Walls& walls, int column, int row) {
    return thickness(raster, column, row, [&](int x, int y) { return walls.at(x, y) != Wall::none; });
}

double dash_thickness(const SheetRaster& raster, int column, int row) {
    constexpr std::uint8_t some_ink = 25;
    return thickness(raster, column, row, [&](int x, int y) { return x >= 0 && y >= 0 && x < raster.columns && y < raster.rows && raster.at(x, y).share > some_ink; });
}

}  // namespace planlezer
