#include "extractors/map/raster/raster_lines.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"
#include "extractors/map/raster/leaning_crosses.hpp"
#include "extractors/map/raster/line_pieces.hpp"
#include "extractors/map/raster/ticked_lines.hpp"

namespace planlezer {

namespace {

constexpr double least_cross = 3;      // millimetres
constexpr double most_cross = 16;
constexpr double least_corner = 60;    // degrees between the arms of a cross
constexpr double least_dash = 0.5;     // millimetres
constexpr double longest_dash = 12;
constexpr double widest_gap = 3.2;     // millimetres between two dashes
constexpr double widest_jump = 6.5;    // millimetres when they lie on one line
constexpr double straight_on = 5;      // degrees
constexpr double most_turn = 30;       // degrees from a dash to the way to the next
constexpr std::size_t least_chain = 2;  // two that lie between lines divide an area; find_walls looks where they lead
constexpr double least_letter = 0.9;   // millimetres: height of what stands beside an "l" or "i" in a word
constexpr double most_letter = 9;

/// A plus: all ink on two arms that halve each other.
std::optional<std::pair<Ring, Ring>> cross_of(const Component& component, const Components& ink) {
    const PixelBox& b = component.box;
    const double w = b.width();
    const double h = b.height();
    const auto mean_x = [&](double from, double to) {
        double sum = 0;
        double n = 0;
        for (const PixelRun& run : ink.of(component)) {
            if (run.y + 0.5 < from || run.y + 0.5 > to) continue;
            sum += (run.x0 + run.x1) / 2.0 * (run.x1 - run.x0);
            n += run.x1 - run.x0;
        }
        return n > 0 ? sum / n : -1e9;
    };
    const auto mean_y = [&](double from, double to) {
        double sum = 0;
        double n = 0;
        for (const PixelRun& run : ink.of(component)) {
            const double part = std::max(0.0, std::min<double>(run.x1, to) - std::max<double>(run.x0, from));
            sum += (run.y + 0.5) * part;
            n += part;
        }
        return n > 0 ? sum / n : -1e9;
    };
    const Ring upright{{mean_x(b.y0, b.y0 + 0.25 * h), b.y0 + 0.125 * h}, {mean_x(b.y1 - 0.25 * h, b.y1), b.y1 - 0.125 * h}};
    const Ring level{{b.x0 + 0.125 * w, mean_y(b.x0, b.x0 + 0.25 * w)}, {b.x1 - 0.125 * w, mean_y(b.x1 - 0.25 * w, b.x1)}};
    const double thick = static_cast<double>(component.pixels) / (w + h);
    // Both arms of a slanting dash run along it.
    const bool across = plane::turn_between(plane::direction(level[0], level[1]), plane::direction(upright[0], upright[1]), 180) > least_corner;
    if (thick > 0.12 * w || !across) return std::nullopt;
    double near = 0;
    for (const PixelRun& run : ink.of(component)) {
        for (int x = run.x0; x < run.x1; ++x) {
            const Point p{x + 0.5, run.y + 0.5};
            const auto to_line = [&p](const Ring& l) {
                const double length = plane::distance(l[0], l[1]);
                return std::abs((l[1].x - l[0].x) * (p.y - l[0].y) - (l[1].y - l[0].y) * (p.x - l[0].x)) / std::max(1.0, length);
            };
            near += std::min(to_line(upright), to_line(level)) < thick + 1.2 ? 1 : 0;
        }
    }
    if (near < 0.93 * static_cast<double>(component.pixels)) return std::nullopt;
    // Both arms reach from edge to edge of the box, about its middle.
    const Point middle{(b.x0 + b.x1) / 2.0, (b.y0 + b.y1) / 2.0};
    const bool about = std::abs((upright[0].x + upright[1].x) / 2 - middle.x) < 0.1 * w && std::abs((level[0].y + level[1].y) / 2 - middle.y) < 0.1 * h;
    if (!about || component.pixels < static_cast<long>(1.6 * w)) return std::nullopt;
    return std::pair(level, upright);
}

class LineFinder {
  public:
    LineFinder(const SheetRaster& raster, const Components& ink, std::vector<bool>& used) : raster_(raster), ink_(ink), used_(used) {}

    RasterLines find() {
        find_crosses();
        find_pieces();
        link();
        chain();
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (!in_chain_[pieces_[i].component] && pieces_[i].length < raster_.pixels(longest_dash)) found_.loose.push_back(pieces_[i]);
            if (!in_chain_[pieces_[i].component] && pieces_[i].length > raster_.pixels(2.5)) found_.lines.push_back(sheet_line({pieces_[i].a, pieces_[i].b}, pieces_[i].width));
        }
        add_bars();
        add_ticked_lines();
        add_figures();
        return std::move(found_);
    }

  private:
    [[nodiscard]] Point points(const Point& p) const { return {p.x * raster_.x_points, p.y * raster_.y_points}; }
    [[nodiscard]] SheetLine sheet_line(const Ring& pixels, double width) const {
        SheetLine line;
        for (const Point& p : pixels) line.points.push_back(points(p));
        line.width = width * raster_.x_points;
        const Point middle{(pixels[0].x + pixels[1].x) / 2, (pixels[0].y + pixels[1].y) / 2};
        const int column = std::clamp(static_cast<int>(middle.x) / raster_.block, 0, raster_.columns - 1);
        const int row = std::clamp(static_cast<int>(middle.y) / raster_.block, 0, raster_.rows - 1);
        line.colour = raster_.at(column, row).ink;
        return line;
    }

    void add_bars() {
        constexpr double shortest = 1;  // millimetres
        constexpr double longest = 15;
        constexpr double level = 0.06;  // rise to run; a sheet may lie askew
        for (const LinePiece& piece : pieces_) {
            const bool flat = std::abs(piece.b.y - piece.a.y) < level * std::abs(piece.b.x - piece.a.x) + 1;
            if (flat && piece.length > raster_.pixels(shortest) && piece.length < raster_.pixels(longest)) found_.bars.push_back(sheet_line({piece.a, piece.b}, piece.width));
        }
    }

    void add_ticked_lines() {
        for (std::size_t i = 0; i < ink_.list.size(); ++i) {
            if (used_[i]) continue;
            if (const auto line = ticked_line(ink_.list[i], ink_, raster_)) found_.lines.push_back(sheet_line({line->from, line->to}, line->width));
        }
    }

    /// What stands alone and is neither line nor letter: a north arrow, an arrow head. Its hull tells its form.
    void add_figures() {
        for (std::size_t i = 0; i < ink_.list.size(); ++i) {
            const PixelBox& b = ink_.list[i].box;
            const double longer = std::max(b.width(), b.height());
            if (used_[i] || longer < raster_.pixels(4) || longer > raster_.pixels(60)) continue;
            SheetLine figure;
            for (const Point& p : hull_of(ink_.of(ink_.list[i]))) figure.points.push_back(points(p));
            figure.closed = figure.filled = true;
            found_.lines.push_back(std::move(figure));
        }
    }

    void find_crosses() {
        for (std::size_t i = 0; i < ink_.list.size(); ++i) {
            const PixelBox& b = ink_.list[i].box;
            const double longer = std::max(b.width(), b.height());
            if (used_[i] || longer < raster_.pixels(least_cross) || longer > raster_.pixels(most_cross)) continue;
            if (std::min(b.width(), b.height()) < 0.85 * longer) continue;
            const auto cross = cross_of(ink_.list[i], ink_);
            if (!cross) {
                add_leaning_cross(i);
                continue;
            }
            const double width = static_cast<double>(ink_.list[i].pixels) / (b.width() + b.height());
            // The arms as long as the box: their ends were measured a little inside.
            Ring level = cross->first;
            Ring upright = cross->second;
            stretch(level, b.width());
            stretch(upright, b.height());
            found_.lines.push_back(sheet_line(level, width));
            found_.lines.push_back(sheet_line(upright, width));
            used_[i] = true;
        }
    }

    /// A bold "N" in a title has letters of its height right beside it; a cross stands clear.
    [[nodiscard]] bool stands_in_word(const PixelBox& letter) const {
        return std::ranges::any_of(ink_.list, [&letter](const Component& other) {
            const PixelBox& b = other.box;
            const double common = std::min(b.y1, letter.y1) - std::max(b.y0, letter.y0);
            const double gap = std::max(b.x0 - letter.x1, letter.x0 - b.x1);
            return gap >= 0 && gap < 0.3 * letter.height() && common > 0.8 * letter.height() && b.height() < 1.3 * letter.height();
        });
    }

    void add_leaning_cross(std::size_t i) {
        const auto cross = leaning_cross(ink_.list[i], ink_);
        if (cross && stands_in_word(ink_.list[i].box)) return;
        if (!cross) return;
        const double length = plane::distance(cross->first[0], cross->first[1]);
        const double width = static_cast<double>(ink_.list[i].pixels) / (2 * std::max(1.0, length));
        found_.lines.push_back(sheet_line(cross->first, width));
        found_.lines.push_back(sheet_line(cross->second, width));
        used_[i] = true;
    }

    static void stretch(Ring& line, double length) {
        const double factor = length / std::max(1.0, plane::distance(line[0], line[1]));
        const Point middle{(line[0].x + line[1].x) / 2, (line[0].y + line[1].y) / 2};
        for (Point& p : line) p = {middle.x + factor * (p.x - middle.x), middle.y + factor * (p.y - middle.y)};
    }

    /// The stems of "l" and "i" stand beside letters at their height; dashes do not.
    [[nodiscard]] bool in_word(const PixelBox& stem) const {
        const double height = stem.height();
        if (height < 1.4 * stem.width() || height > raster_.pixels(most_letter)) return false;
        int left = 0;
        int right = 0;
        const double reach = 2.2 * height;
        for (const std::size_t id : letters_.meeting({stem.x0 - reach, static_cast<double>(stem.y0), stem.x1 + reach, static_cast<double>(stem.y1)})) {
            const PixelBox& b = ink_.list[id].box;
            const double common = std::min(b.y1, stem.y1) - std::max(b.y0, stem.y0);
            const double shorter = std::min(height, static_cast<double>(b.height()));
            if (common < 0.6 * shorter || b.height() > 2 * height || 2 * b.height() < height) continue;
            left += b.x1 <= stem.x0 + 1 ? 1 : 0;
            right += b.x0 >= stem.x1 - 1 ? 1 : 0;
        }
        return (left > 0 && right > 0) || left > 1 || right > 1;
    }

    void index_letters() {
        for (std::size_t i = 0; i < ink_.list.size(); ++i) {
            const PixelBox& b = ink_.list[i].box;
            const double height = b.height();
            if (used_[i] || height < raster_.pixels(least_letter) || height > raster_.pixels(most_letter)) continue;
            const double filled = static_cast<double>(ink_.list[i].pixels) / (height * b.width());
            if (b.width() > 0.35 * height && b.width() < 1.8 * height && filled > 0.2 && filled < 0.85) letters_.add(i, float_box(b));
        }
    }

    void find_pieces() {
        index_letters();
        for (std::size_t i = 0; i < ink_.list.size(); ++i) {
            const Component& c = ink_.list[i];
            const double longer = std::max(c.box.width(), c.box.height());
            if (used_[i] || longer < raster_.pixels(least_dash) || longer > raster_.pixels(60)) continue;
            if (static_cast<double>(c.pixels) > raster_.pixels(2) * longer * 1.5 || in_word(c.box)) continue;
            if (auto piece = piece_of(c, ink_, i)) {
                pieces_.push_back(*piece);
            } else if (longer < raster_.pixels(longest_dash)) {
                for (const LinePiece& arm : bent_dash(c, ink_, i)) pieces_.push_back(arm);
            }
        }
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            for (const Point& end : {pieces_[i].a, pieces_[i].b}) index_.add(ends_.size(), {end.x, end.y, end.x, end.y}), ends_.push_back(end);
        }
    }

    /// How well the dash of the second end goes on where the first ends: the gap, or nothing.
    [[nodiscard]] std::optional<double> fits(std::size_t from, std::size_t to) const {
        const LinePiece& p = pieces_[from / 2];
        const LinePiece& q = pieces_[to / 2];
        if (from / 2 == to / 2 || std::max(p.length, q.length) > raster_.pixels(longest_dash)) return std::nullopt;
        if (std::max(p.width, q.width) > 2 * std::min(p.width, q.width) + 1.5) return std::nullopt;
        const double gap = plane::distance(ends_[from], ends_[to]);
        if (gap > std::min(raster_.pixels(widest_jump), 4 * std::max(p.length, q.length))) return std::nullopt;
        const double way = plane::direction(ends_[from], ends_[to]);
        const double out = plane::direction(from % 2 == 0 ? p.b : p.a, ends_[from]);
        const double in = plane::direction(ends_[to], to % 2 == 0 ? q.b : q.a);
        const double turn = std::max(plane::turn_between(out, way), plane::turn_between(in, way));
        // Right ahead a dash may be missing, where another line crosses it.
        const bool near = gap <= std::min(raster_.pixels(widest_gap), 2.2 * std::max(p.length, q.length));
        if (!near && turn > straight_on) return std::nullopt;
        // Round a corner only when the gap is small.
        if (turn > most_turn && !(gap < 0.8 * std::min(p.length, q.length) && plane::turn_between(out, in) < 120 && turn < 100)) return std::nullopt;
        return gap * (1 + turn / 30);
    }

    void link() {
        next_.assign(ends_.size(), ends_.size());
        std::vector<std::size_t> best(ends_.size(), ends_.size());
        const double reach = raster_.pixels(widest_jump);
        for (std::size_t i = 0; i < ends_.size(); ++i) {
            double least = 1e9;
            for (const std::size_t j : index_.meeting(plane::grown({ends_[i].x, ends_[i].y, ends_[i].x, ends_[i].y}, reach))) {
                const auto fit = fits(i, j);
                if (!fit || *fit >= least) continue;
                least = *fit;
                best[i] = j;
            }
        }
        for (std::size_t i = 0; i < ends_.size(); ++i) {
            if (best[i] < ends_.size() && best[best[i]] == i) next_[i] = best[i];
        }
    }

    /// Dashes that are a component of their own.
    [[nodiscard]] static std::size_t straight_dashes(const DashChain& chain) {
        std::map<std::size_t, std::size_t> arms;
        for (const LinePiece& piece : chain.pieces) ++arms[piece.component];
        return static_cast<std::size_t>(std::ranges::count_if(arms, [](const auto& each) { return each.second == 1; }));
    }

    void chain() {
        in_chain_.assign(ink_.list.size(), false);
        std::vector<bool> seen(pieces_.size(), false);
        const auto follow = [&](std::size_t start) {
            DashChain chain;
            for (std::size_t end = start; !seen[end / 2];) {
                seen[end / 2] = true;
                chain.pieces.push_back(pieces_[end / 2]);
                const std::size_t far = end ^ 1U;
                if (next_[far] >= ends_.size()) break;
                chain.bridges.push_back({ends_[far], ends_[next_[far]]});
                end = next_[far];
                chain.closed = end == start;
            }
            const std::size_t straight = straight_dashes(chain);
            // A bent dash alone, or with one other, may be a letter.
            if (chain.pieces.size() < least_chain || (straight < chain.pieces.size() && straight <= least_chain)) return;
            const bool sure = chain.pieces.size() > least_chain;
            for (const LinePiece& piece : chain.pieces) {
                if (!sure) continue;
                used_[piece.component] = true;
                in_chain_[piece.component] = true;
            }
            found_.chains.push_back(std::move(chain));
        };
        for (std::size_t i = 0; i < ends_.size(); ++i) {
            if (next_[i] >= ends_.size()) follow(i);  // an open end
        }
        for (std::size_t i = 0; i < ends_.size(); ++i) follow(i);  // what goes round
    }

    const SheetRaster& raster_;
    const Components& ink_;
    std::vector<bool>& used_;
    RasterLines found_;
    std::vector<LinePiece> pieces_;
    std::vector<Point> ends_;          ///< a and b of each piece
    std::vector<std::size_t> next_;    ///< the end each leads to
    std::vector<bool> in_chain_;       ///< of components
    BoxIndex index_{60};
    BoxIndex letters_{60};
};

}  // namespace

RasterLines raster_lines(const SheetRaster& raster, const Components& ink, std::vector<bool>& used) { return LineFinder(raster, ink, used).find(); }

}  // namespace planlezer
