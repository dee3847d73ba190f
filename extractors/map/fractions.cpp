#include "extractors/map/fractions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double shortest_bar = 2;      // points
constexpr double longest_bar = 60;
constexpr double straight = 0.2;        // points by which a bar may bend
constexpr double other_size = 1.3;      // types of its two texts that differ more
constexpr double deepest = 1.6;         // times the type: from the bar to the middle of a text
constexpr double overhang = 0.35;       // times the type by which a text may reach beyond the bar
constexpr double longest_free = 2.0;    // times the type by which the bar may reach beyond its texts
constexpr double joined = 0.8;          // points: a line that ends at another divides a frame
constexpr std::size_t longest_text = 10;

bool is_level_line(const Piece& piece) {
    const Ring& points = piece.line->points;
    if (piece.used || piece.line->closed || points.size() < 2 || piece.path->paint == DrawnPath::Paint::fill) return false;
    const double length = plane::distance(points.front(), points.back());
    if (length < shortest_bar || length > longest_bar) return false;
    return std::ranges::all_of(points, [&](const Point& p) { return plane::distance_to_segment(p, points.front(), points.back()) < straight; });
}

bool may_be_value(const std::string& text) {
    if (text.empty() || text.size() > longest_text) return false;
    const bool digit = text.find_first_of("0123456789") != std::string::npos;
    return digit || text.size() <= 2 || text.find_first_not_of("IVX") == std::string::npos;
}

SignCell cell_of(const TextRun& run, int row) {
    SignCell cell;
    cell.row = row;
    cell.text = run.text;
    cell.box = run.box;
    cell.confidence = run.text.find("\uFFFD") == std::string::npos ? run.confidence : 0;
    cell.second_reading = run.second_reading;
    return cell;
}

/// The text close over or under the middle of a bar of a picture, about as wide; nullopt when there is none or the text goes on beside it.
std::optional<std::size_t> text_at(const std::vector<TextRun>& runs, const BoxIndex& index, const Box& bar, bool above) {
    constexpr double gap = 0.9;  // times the height of the text
    std::optional<std::size_t> found;
    for (const std::size_t i : index.meeting(plane::grown(bar, longest_bar))) {
        const Box& box = runs[i].box;
        const double off = above ? bar.mid_y() - box.y1 : box.y0 - bar.mid_y();
        if (off < -0.3 * box.height() || off > gap * box.height() || box.x1 < bar.x0 || box.x0 > bar.x1) continue;
        const double middle = std::abs(box.mid_x() - bar.mid_x());
        const bool fits = middle < 0.4 * box.height() + 0.1 * bar.width() && box.width() < bar.width() + overhang * box.height();
        if (found || !fits || plane::turn_between(runs[i].angle, 0) > 2 || !may_be_value(runs[i].text)) return std::nullopt;
        found = i;
    }
    return found;
}

class FractionFinder {
  public:
    FractionFinder(const std::vector<Glyph>& glyphs, std::vector<Piece>& pieces, std::vector<bool>& used) : glyphs_(glyphs), pieces_(pieces), used_(used) {
        for (std::size_t i = 0; i < pieces_.size(); ++i) piece_index_.add(i, pieces_[i].box);
        for (std::size_t i = 0; i < glyphs_.size(); ++i) glyph_index_.add(i, ink_box(glyphs_[i]));
    }
    std::vector<MapSign> find() {
        std::vector<MapSign> signs;
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (!is_level_line(pieces_[i])) continue;
            if (auto sign = fraction_at(i)) signs.push_back(std::move(*sign));
        }
        return signs;
    }

  private:
    /// A text over or under the bar.
    struct Side {
        std::vector<std::size_t> glyphs;
        TextRun run;
    };

    std::optional<MapSign> fraction_at(std::size_t bar) {
        const Ring& points = pieces_[bar].line->points;
        const std::array<Point, 2> ends{points.front(), points.back()};
        const Point middle{(ends[0].x + ends[1].x) / 2, (ends[0].y + ends[1].y) / 2};
        const std::vector<std::size_t> near = glyph_index_.meeting(plane::grown(pieces_[bar].box, 4));
        if (near.empty() || ends_at_another(bar, ends)) return std::nullopt;
        const double angle = glyphs_[near.front()].angle;
        const double lean = std::abs(plane::turned(ends[1], ends[0], -angle).y - ends[0].y);
        const double length = plane::distance(ends[0], ends[1]);
        if (lean > 0.05 * length) return std::nullopt;
        const auto above = side_of(bar, middle, angle, length, true);
        const auto below = side_of(bar, middle, angle, length, false);
        if (!above || !below) return std::nullopt;
        const double larger = std::max(above->run.size, below->run.size);
        if (larger > other_size * std::min(above->run.size, below->run.size)) return std::nullopt;
        MapSign sign;
        sign.angle = angle;
        sign.box = united(united(above->run.box, below->run.box), pieces_[bar].box);
        for (const Side* side : {&*above, &*below}) {
            sign.cells.push_back(cell_of(side->run, side == &*above ? 0 : 1));
            for (const std::size_t g : side->glyphs) used_[g] = true;
        }
        pieces_[bar].used = true;
        return sign;
    }

    /// With both its ends, as the line across a circle does.
    [[nodiscard]] bool ends_at_another(std::size_t bar, const std::array<Point, 2>& ends) const {
        return std::ranges::all_of(ends, [&](const Point& end) {
            return std::ranges::any_of(piece_index_.meeting(plane::grown({end.x, end.y, end.x, end.y}, joined)), [&](std::size_t i) {
                const DrawnLine& line = *pieces_[i].line;
                const std::size_t sides = line.points.size() - (line.closed ? 0 : 1);
                for (std::size_t k = 0; i != bar && k < sides; ++k) {
                    if (plane::distance_to_segment(end, line.points[k], line.points[(k + 1) % line.points.size()]) < joined) return true;
                }
                return false;
            });
        });
    }

    /// A character in the frame in which the bar is level.
    struct Level {
        std::size_t glyph = 0;
        Box box;
        double off = 0;  ///< from the bar, away from it
    };

    [[nodiscard]] std::vector<Level> beside(std::size_t bar, Point middle, double angle, bool above) const {
        constexpr double same_angle = 1;  // degrees
        std::vector<Level> levels;
        for (const std::size_t g : glyph_index_.meeting(plane::grown(pieces_[bar].box, longest_bar))) {
            if (plane::turn_between(glyphs_[g].angle, angle) > same_angle) continue;
            Glyph level = glyphs_[g];
            level.origin = plane::turned(level.origin, middle, -angle);
            level.advance = plane::turned(level.advance, {}, -angle);
            level.angle = 0;
            const Box box = ink_box(level);
            const double off = above ? middle.y - box.mid_y() : box.mid_y() - middle.y;
            if (off > 0.2 * level.size && off < deepest * level.size) levels.push_back({g, box, off});
        }
        return levels;
    }

    /// The one text that stands close over or under the middle of the bar and is about as wide; no text goes on beside it.
    [[nodiscard]] std::optional<Side> side_of(std::size_t bar, Point middle, double angle, double length, bool above) const {
        constexpr double same_line = 0.3;  // times the type
        std::vector<Level> levels = beside(bar, middle, angle, above);
        const auto beyond = [&](const Level& level) { return std::abs(level.box.mid_x() - middle.x) - length / 2; };
        const auto over = [&](const Level& level) { return beyond(level) < overhang * glyphs_[level.glyph].size; };
        double nearest = 1e9;
        double size = 0;
        for (const Level& level : levels) {
            if (!over(level) || level.off >= nearest) continue;
            nearest = level.off;
            size = glyphs_[level.glyph].size;
        }
        Side side;
        std::vector<Glyph> letters;
        double from = 1e9;
        double to = -1e9;
        for (const Level& level : levels) {
            const Glyph& glyph = glyphs_[level.glyph];
            const bool smaller = glyph.size * other_size < size || glyph.size > other_size * size;
            if (smaller || level.off > nearest + same_line * size || beyond(level) > 1.2 * size) continue;
            if (!over(level) || used_[level.glyph]) return std::nullopt;
            from = std::min(from, level.box.x0);
            to = std::max(to, level.box.x1);
            side.glyphs.push_back(level.glyph);
            letters.push_back(glyph);
        }
        if (letters.empty()) return std::nullopt;
        std::vector<TextRun> runs = text_runs(letters);
        if (runs.size() != 1 || !may_be_value(runs[0].text)) return std::nullopt;
        if (std::abs((from + to) / 2 - middle.x) > 0.35 * size + 0.1 * length || length - (to - from) > longest_free * size) return std::nullopt;
        side.run = std::move(runs[0]);
        return side;
    }

    const std::vector<Glyph>& glyphs_;
    std::vector<Piece>& pieces_;
    std::vector<bool>& used_;
    BoxIndex piece_index_{60};
    BoxIndex glyph_index_{60};
};

}  // namespace

std::vector<MapSign> find_fractions(const std::vector<Glyph>& glyphs, std::vector<Piece>& pieces, std::vector<bool>& used) {
    return FractionFinder(glyphs, pieces, used).find();
}

std::vector<MapSign> take_fractions(std::vector<TextRun>& runs, const std::vector<SheetLine>& bars) {
    BoxIndex index(60);
    for (std::size_t i = 0; i < runs.size(); ++i) index.add(i, runs[i].box);
    std::vector<bool> taken(runs.size(), false);
    std::vector<MapSign> signs;
    for (const SheetLine& line : bars) {
        const Box bar = plane::box_of(line.points);
        const auto above = text_at(runs, index, bar, true);
        const auto below = text_at(runs, index, bar, false);
        if (!above || !below || taken[*above] || taken[*below]) continue;
        const double high = std::max(runs[*above].box.height(), runs[*below].box.height());
        const double wide = std::max(runs[*above].box.width(), runs[*below].box.width());
        if (high > other_size * std::min(runs[*above].box.height(), runs[*below].box.height()) || bar.width() - wide > longest_free * high) continue;
        MapSign sign;
        sign.box = united(united(runs[*above].box, runs[*below].box), bar);
        sign.cells = {cell_of(runs[*above], 0), cell_of(runs[*below], 1)};
        signs.push_back(std::move(sign));
        taken[*above] = taken[*below] = true;
    }
    std::size_t at = 0;
    std::erase_if(runs, [&](const TextRun&) { return taken[at++]; });
    return signs;
}

}  // namespace planlezer
