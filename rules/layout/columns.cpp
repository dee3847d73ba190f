#include "rules/layout/columns.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace planlezer {
namespace {

constexpr int deepest = 4;               ///< zones in zones; three columns need two
constexpr std::size_t fewest_lines = 6;  ///< on either side of a gutter
constexpr std::size_t fewest_long_lines = 3;  ///< the same, of lines with many words
constexpr double least_width = 0.2;      ///< of the text's width, for a column
constexpr double step = 2;               ///< points between the gutters that are tried
constexpr double fewest_words = 2.6;     ///< a line of running text has, on average
constexpr double fewest_words_of_few = 5;  ///< the same, where there are few lines: a table's cells have fewer
constexpr double same_line = 0.5;
constexpr std::size_t most_pieces = 60;  ///< of one line

struct Extent {
    double x0 = 0;
    double x1 = 0;
};

Extent extent_of(const std::vector<Segment>& segments) {
    Extent extent{1e9, -1e9};
    for (const Segment& segment : segments) {
        extent.x0 = std::min(extent.x0, segment.box.x0);
        extent.x1 = std::max(extent.x1, segment.box.x1);
    }
    return extent;
}

/// The segments first..last-1 stand left or right of x, none across it.
struct Zone {
    double x = 0;
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t score = 0;
};

/// What the two sides of a gutter look like so far.
struct Sides {
    std::size_t left = 0;
    std::size_t right = 0;
    std::size_t rows_left = 0;   ///< lines at different heights: a side may be two columns itself
    std::size_t rows_right = 0;
    double last_left = -1e9, last_right = -1e9;
    std::size_t words_left = 0;
    std::size_t words_right = 0;
    double width_left = 0;
    double width_right = 0;
    double top_left = 1e9, bottom_left = -1e9;
    double top_right = 1e9, bottom_right = -1e9;

    void add(const Segment& segment, double x) {
        const Box& box = segment.box;
        // The label of a list item says nothing about how wide its column is.
        if (!segment.table && segment.words.size() <= 2 && box.width() < 3 * box.height()) return;
        if (box.x1 <= x) {
            ++left;
            if (box.mid_y() > last_left + 0.5 * box.height()) {
                ++rows_left;
                last_left = box.mid_y();
            }
            words_left += segment.words.size();
            width_left += box.width();
            top_left = std::min(top_left, box.y0);
            bottom_left = std::max(bottom_left, box.y1);
        } else {
            ++right;
            if (box.mid_y() > last_right + 0.5 * box.height()) {
                ++rows_right;
                last_right = box.mid_y();
            }
            words_right += segment.words.size();
            width_right += box.width();
            top_right = std::min(top_right, box.y0);
            bottom_right = std::max(bottom_right, box.y1);
        }
    }

    /// Both sides are running text beside each other, not labels, not the cells of a table.
    [[nodiscard]] bool are_columns(double room_left, double room_right) const {
        if (left < fewest_long_lines || right < fewest_long_lines) return false;
        const double least = left < fewest_lines || right < fewest_lines ? fewest_words_of_few : fewest_words;
        if (static_cast<double>(words_left) < least * static_cast<double>(left)) return false;
        if (static_cast<double>(words_right) < least * static_cast<double>(right)) return false;
        if (width_left < 0.5 * room_left * static_cast<double>(rows_left) || width_right < 0.5 * room_right * static_cast<double>(rows_right)) return false;
        const double shared = std::min(bottom_left, bottom_right) - std::max(top_left, top_right);
        const double lower = std::min(bottom_left - top_left, bottom_right - top_right);
        return lower > 0 && shared > 0.4 * lower;
    }
};

std::optional<Zone> best_zone(const std::vector<Segment>& segments) {
    if (segments.size() < 2 * fewest_long_lines) return std::nullopt;
    const Extent extent = extent_of(segments);
    const double width = extent.x1 - extent.x0;
    if (width <= 0 || !std::isfinite(width)) return std::nullopt;
    const double tries = 2 + std::floor(width * (1 - 2 * least_width) / step);
    const double pace = tries > 600 ? width * (1 - 2 * least_width) / 600 : step;
    std::optional<Zone> best;
    double plateau = 0;
    for (double x = extent.x0 + least_width * width; x <= extent.x1 - least_width * width; x += pace) {
        std::size_t first = 0;
        Sides sides;
        const auto close = [&](std::size_t last) {
            if (!sides.are_columns(x - extent.x0, extent.x1 - x)) return;
            const std::size_t score = sides.left + sides.right;
            if (best && score == best->score && first == best->first && last == best->last) {
                plateau += pace;  // the middle of the white gutter is found afterwards
            } else if (!best || score > best->score) {
                best = Zone{x, first, last, score};
                plateau = 0;
            }
        };
        for (std::size_t i = 0; i < segments.size(); ++i) {
            const Box& box = segments[i].box;
            if (box.x0 < x && box.x1 > x) {
                close(i);
                sides = Sides{};
                first = i + 1;
            } else {
                sides.add(segments[i], x);
            }
        }
        close(segments.size());
    }
    if (best) best->x += plateau / 2;
    return best;
}

/// Whether a piece has room of its own in a line: it lies over none of the pieces there.
bool fits_beside(const std::vector<Box>& pieces, const Box& box) {
    return std::none_of(pieces.begin(), pieces.end(), [&](const Box& piece) {
        const double shared = std::min(piece.x1, box.x1) - std::max(piece.x0, box.x0);
        return shared > 2 && shared > 0.4 * std::min(piece.width(), box.width());
    });
}

/// Pieces on one base line become one line.
std::vector<Segment> merged_lines(std::vector<Segment> segments, const TextPage& page) {
    std::vector<Segment> lines;
    std::vector<std::vector<Box>> pieces;
    for (Segment& segment : segments) {
        std::size_t same = lines.size();
        for (std::size_t back = 1; back <= 3 && back <= lines.size() && !segment.table; ++back) {
            const std::size_t at = lines.size() - back;
            if (lines[at].table) break;
            if (pieces[at].size() < most_pieces && vertical_overlap(lines[at].box, segment.box) > same_line && fits_beside(pieces[at], segment.box)) {
                same = at;
                break;
            }
        }
        if (same == lines.size()) {
            pieces.push_back({segment.box});
            lines.push_back(std::move(segment));
            continue;
        }
        Segment& line = lines[same];
        line.words.insert(line.words.end(), segment.words.begin(), segment.words.end());
        line.box = united(line.box, segment.box);
        pieces[same].push_back(segment.box);
    }
    for (Segment& line : lines) {
        std::stable_sort(line.words.begin(), line.words.end(), [&](std::size_t a, std::size_t b) { return page.words[a].box.x0 < page.words[b].box.x0; });
    }
    return lines;
}

/// Where most lines begin: the leftmost place at which more than one does.
double left_edge(const std::vector<Segment>& lines, double height) {
    std::vector<double> starts;
    for (const Segment& line : lines) starts.push_back(line.box.x0);
    std::sort(starts.begin(), starts.end());
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
        if (starts[i + 1] - starts[i] < 0.5 * height) return starts[i];
    }
    return starts.empty() ? 0 : starts.front();
}

void order(std::vector<Segment> segments, const TextPage& page, double height, int depth, bool divided, std::vector<Column>& columns) {
    if (segments.empty()) return;
    const auto zone = depth < deepest ? best_zone(segments) : std::nullopt;
    if (!zone) {
        Column column;
        column.lines = merged_lines(std::move(segments), page);
        column.left = left_edge(column.lines, height);
        for (const Segment& line : column.lines) column.right = std::max(column.right, line.box.x1);
        column.divided = divided;
        columns.push_back(std::move(column));
        return;
    }
    std::vector<Segment> above, left, right, below;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        std::vector<Segment>& part = i < zone->first ? above : i >= zone->last ? below : segments[i].box.x1 <= zone->x ? left : right;
        part.push_back(std::move(segments[i]));
    }
    // A heading over one of the columns belongs above both only when it stands across them: those are in `above`.
    order(std::move(above), page, height, depth + 1, divided, columns);
    order(std::move(left), page, height, depth + 1, true, columns);
    order(std::move(right), page, height, depth + 1, true, columns);
    order(std::move(below), page, height, depth + 1, divided, columns);
}

}  // namespace

std::vector<Column> order_columns(std::vector<Segment> segments, const TextPage& page) {
    std::vector<Column> columns;
    order(std::move(segments), page, common_height(page), 0, false, columns);
    return columns;
}

}  // namespace planlezer
