#include "extractors/map/raster/turned_rows.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <optional>
#include <utility>

#include "extractors/map/disjoint_sets.hpp"
#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double least_letter = 0.8;     // millimetres, the longer side of its box
constexpr double largest_letter = 8;
constexpr double smallest_speck = 0.15;  // millimetres: a comma
constexpr double emptiest = 0.2;         // share of its hull that a letter fills
constexpr double tight = 0.4;            // of a letter's size: between letters of a word
constexpr double loose = 0.75;           // of a letter's size: between words
constexpr double word_reach = 0.95;      // of the height of the row
constexpr double close = 0.35;           // of the height of the row: a comma beside its letter
constexpr double off_line = 0.45;        // of the height by which a letter may leave the row: the tail of a "g"
constexpr std::size_t least_letters = 3;
constexpr std::size_t most_letters = 60; // a block of running text is larger
constexpr double least_turn = 5;         // degrees: less is read as it stands
constexpr double straight = 12;          // times sharper than when seen level: dashes of a line
constexpr double least_length = 1.5;     // times the height
constexpr double widest_letter = 1.6;    // times the height
constexpr double least_tall = 0.5;       // of the tallest
constexpr double most_height = 8;        // millimetres
constexpr double upright = 75;           // degrees
constexpr std::size_t most_candidates = 150'000;

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

double hull_distance(const Ring& a, const Ring& b) {
    double least = 1e9;
    for (const auto& [from, to] : {std::pair{&a, &b}, std::pair{&b, &a}}) {
        for (const Point& p : *from) {
            for (std::size_t i = 0; i < to->size(); ++i) least = std::min(least, plane::distance_to_segment(p, (*to)[i], (*to)[(i + 1) % to->size()]));
        }
    }
    return least;
}

struct Letter {
    std::size_t id = 0;
    Ring hull;
    double size = 0;  ///< pixels, the longer side of its box
};

/// As it lies when the sheet is turned so that writing at this angle is level.
Box levelled_box(const Ring& hull, double degrees) {
    Ring turned;
    for (const Point& p : hull) turned.push_back(plane::turned(p, {}, -degrees));
    return plane::box_of(turned);
}

/// How sharply the ink parts in rows when it is seen at an angle.
class Sharpness {
  public:
    Sharpness(const Components& ink, const std::vector<std::size_t>& members) {
        for (const std::size_t id : members) {
            for (const PixelRun& run : ink.of(ink.list[id])) {
                for (int x = run.x0; x < run.x1; ++x) pixels_.push_back({x + 0.5, run.y + 0.5});
            }
        }
    }
    [[nodiscard]] double at(double degrees) const {
        const double sine = std::sin(radians(degrees));
        const double cosine = std::cos(radians(degrees));
        std::vector<double> across;
        across.reserve(pixels_.size());
        double least = 1e9;
        double most = -1e9;
        for (const Point& p : pixels_) {
            across.push_back(p.x * sine + p.y * cosine);
            least = std::min(least, across.back());
            most = std::max(most, across.back());
        }
        std::vector<double> counts(static_cast<std::size_t>(most - least) + 3, 0);
        for (const double v : across) {
            // Shared by two rows, or the grid of pixels would count.
            const double at = v - least;
            const auto row = static_cast<std::size_t>(at);
            counts[row] += 1 - (at - static_cast<double>(row));
            counts[row + 1] += at - static_cast<double>(row);
        }
        double sum = counts[0] * counts[0];
        for (std::size_t i = 1; i < counts.size(); ++i) sum += (counts[i] - counts[i - 1]) * (counts[i] - counts[i - 1]);
        return sum;
    }
    /// The sharpest angle near this one.
    [[nodiscard]] double best(double around, double reach) const {
        double angle = around;
        double most = 0;
        const auto look = [&](double from, double to, double step) {
            for (double a = from; a <= to + 1e-9; a += step) {
                if (const double here = at(a); here > most) {
                    most = here;
                    angle = a;
                }
            }
        };
        look(around - reach, around + reach, 2);
        look(angle - 1.5, angle + 1.5, 0.5);
        return angle;
    }

  private:
    std::vector<Point> pixels_;
};

/// Over -90 up to 90.
double line_angle(double degrees) {
    const double angle = std::remainder(degrees, 180.0);
    return angle <= -90 ? angle + 180 : angle;
}

/// Of the narrowest strip around all points; nullopt when they are not much longer than wide.
std::optional<double> strip_angle(const Ring& hull) {
    double narrowest = 1e9;
    double length = 0;
    double angle = 0;
    for (std::size_t i = 0; i < hull.size(); ++i) {
        const double way = plane::direction(hull[i], hull[(i + 1) % hull.size()]);
        const Box box = levelled_box(hull, way);
        if (box.height() >= narrowest) continue;
        narrowest = box.height();
        length = box.width();
        angle = way;
    }
    if (length < least_length * narrowest) return std::nullopt;
    return line_angle(angle);
}

using Cluster = std::vector<std::size_t>;  ///< of letters

class RowFinder {
  public:
    RowFinder(const SheetRaster& raster, const Components& ink, const std::vector<bool>& used) : raster_(raster), ink_(ink), taken_(used) {
        for (std::size_t i = 0; i < ink.list.size(); ++i) {
            if (used[i]) continue;
            const Component& c = ink.list[i];
            const double longer = std::max(c.box.width(), c.box.height());
            if (longer > raster.pixels(largest_letter) || longer < raster.pixels(smallest_speck)) continue;
            pieces_.add(i, float_box(c.box));
            if (longer < raster.pixels(least_letter)) continue;
            Letter letter{i, hull_of(ink.of(c)), longer};
            if (static_cast<double>(c.pixels) < emptiest * plane::area(letter.hull)) continue;
            index_.add(letters_.size(), float_box(c.box));
            letters_.push_back(std::move(letter));
        }
    }

    std::vector<TurnedRow> find() {
        if (letters_.size() > most_candidates) return {};
        std::vector<bool> in_word(letters_.size(), false);
        for (const double gap : {tight, loose}) {
            for (const Cluster& cluster : clusters(gap, in_word)) {
                if (cluster.size() < least_letters || cluster.size() > most_letters) continue;
                for (const std::size_t i : cluster) in_word[i] = true;
                add_rows(cluster);
            }
        }
        return std::move(rows_);
    }

  private:
    [[nodiscard]] std::vector<Cluster> clusters(double gap, const std::vector<bool>& out) const {
        DisjointSets sets(letters_.size());
        for (std::size_t i = 0; i < letters_.size(); ++i) {
            if (out[i]) continue;
            const double reach = gap * letters_[i].size;
            for (const std::size_t j : index_.meeting(plane::grown(float_box(ink_.list[letters_[i].id].box), reach))) {
                const double smaller = std::min(letters_[i].size, letters_[j].size);
                const double larger = std::max(letters_[i].size, letters_[j].size);
                if (j == i || out[j] || larger > 2.3 * smaller || sets.together(i, j)) continue;
                if (hull_distance(letters_[i].hull, letters_[j].hull) <= gap * larger) sets.join(i, j);
            }
        }
        std::map<std::size_t, Cluster> found;
        for (std::size_t i = 0; i < letters_.size(); ++i) {
            if (!out[i]) found[sets.root(i)].push_back(i);
        }
        std::vector<Cluster> all;
        for (auto& [key, cluster] : found) all.push_back(std::move(cluster));
        return all;
    }

    void add_rows(const Cluster& cluster) {
        Ring corners;
        std::vector<std::size_t> members;
        for (const std::size_t i : cluster) {
            corners.insert(corners.end(), letters_[i].hull.begin(), letters_[i].hull.end());
            members.push_back(letters_[i].id);
        }
        const auto strip = strip_angle(plane::hull_of(std::move(corners)));
        if (!strip) return;
        constexpr double reach = 16;  // degrees: tall letters at one end lean the strip
        const Sharpness sharpness(ink_, members);
        const double angle = line_angle(sharpness.best(*strip, reach));
        const double turn = plane::turn_between(angle, 0, 180);
        const double gain = sharpness.at(angle) / sharpness.at(0);
        if (turn < least_turn || gain < least_gain(turn) || gain > straight) return;
        for (const Cluster& line : lines_of(cluster, angle)) {
            if (auto row = row_of(line, angle)) {
                for (const std::size_t id : row->members) taken_[id] = true;
                rows_.push_back(std::move(*row));
            }
        }
    }

    /// Seen from the side letters part in rows too, which are nearly as sharp when few.
    static double least_gain(double turn) {
        constexpr double nearly_level = 20;  // degrees
        constexpr double leaning = 1.4;
        constexpr double turned = 1.2;
        constexpr double on_its_side = 0.8;
        if (turn < nearly_level) return leaning;
        return turn > upright ? on_its_side : turned;
    }

    /// Letters that stand beside one another as seen at this angle.
    [[nodiscard]] std::vector<Cluster> lines_of(const Cluster& cluster, double angle) const {
        std::vector<std::pair<Box, std::size_t>> letters;
        for (const std::size_t i : cluster) letters.emplace_back(levelled_box(letters_[i].hull, angle), i);
        std::ranges::sort(letters, {}, [](const auto& letter) { return letter.first.x0; });
        std::vector<std::pair<Box, Cluster>> lines;  // each with the box of its last letter
        for (const auto& [box, i] : letters) {
            const auto goes_on = [&box](const std::pair<Box, Cluster>& line) {
                const double common = std::min(line.first.y1, box.y1) - std::max(line.first.y0, box.y0);
                return common > 0.5 * std::min(line.first.height(), box.height());
            };
            const auto line = std::ranges::find_if(lines, goes_on);
            if (line == lines.end()) {
                lines.push_back({box, {i}});
            } else {
                line->first = box;
                line->second.push_back(i);
            }
        }
        std::vector<Cluster> found;
        for (auto& [box, line] : lines) found.push_back(std::move(line));
        return found;
    }

    [[nodiscard]] std::optional<TurnedRow> row_of(const Cluster& line, double angle) const {
        TurnedRow row;
        row.angle = angle;
        for (const std::size_t i : line) {
            if (taken_[letters_[i].id]) return std::nullopt;
            const Box box = levelled_box(letters_[i].hull, angle);
            row.box = row.members.empty() ? box : united(row.box, box);
            row.members.push_back(letters_[i].id);
        }
        if (line.size() < 2 || !stands_clear(line, angle)) return std::nullopt;
        extend(row);
        settle(row);
        if (!is_writing(row)) return std::nullopt;
        return row;
    }

    /// Letters of level lines below one another have others beside them.
    [[nodiscard]] bool stands_clear(const Cluster& line, double angle) const {
        if (std::abs(angle) < upright) return true;
        std::size_t beside = 0;
        for (const std::size_t i : line) {
            const PixelBox& b = ink_.list[letters_[i].id].box;
            const double reach = tight * b.width();
            const auto near = index_.meeting({b.x0 - reach, b.y0 + 1.0, b.x1 + reach, b.y1 - 1.0});
            const auto is_other = [&](std::size_t other) {
                const double size = letters_[other].size;
                return std::ranges::find(line, other) == line.end() && size < 1.5 * letters_[i].size && 1.5 * size > letters_[i].size;
            };
            if (std::ranges::any_of(near, is_other)) ++beside;
        }
        return 2 * beside < line.size();
    }

    /// What stands beside the row on its line. Marks make it no higher: the dashes of a line beneath would lead away.
    void extend(TurnedRow& row) const {
        for (bool more = true; more && row.members.size() < most_letters;) {
            more = false;
            const double height = row.box.height();
            for (const std::size_t id : pieces_.meeting(around(row, word_reach * height))) {
                if (taken_[id] || std::ranges::find(row.members, id) != row.members.end()) continue;
                const Box box = levelled_box(hull_of(ink_.of(ink_.list[id])), row.angle);
                const double gap = std::max({box.x0 - row.box.x1, row.box.x0 - box.x1, 0.0});
                const bool within = box.y0 > row.box.y0 - off_line * height && box.y1 < row.box.y1 + off_line * height;
                // What stands apart begins another word, of letters as large; a house number is none.
                const bool is_letter = box.height() > least_tall * height;
                if (!within || gap > (is_letter ? word_reach : close) * height || box.width() > widest_letter * height) continue;
                row.members.push_back(id);
                row.box = united(row.box, is_letter ? box : Box{box.x0, row.box.y0, box.x1, row.box.y1});
                more = true;
                break;
            }
        }
    }

    /// One word tells the angle but roughly.
    void settle(TurnedRow& row) const {
        constexpr double reach = 4;  // degrees
        row.angle = line_angle(Sharpness(ink_, row.members).best(row.angle, reach));
        Ring corners;
        for (const std::size_t id : row.members) {
            const Ring hull = hull_of(ink_.of(ink_.list[id]));
            corners.insert(corners.end(), hull.begin(), hull.end());
        }
        row.box = levelled_box(corners, row.angle);
    }

    /// Upright, of the sheet.
    static Box around(const TurnedRow& row, double reach) {
        const Box room = plane::grown(row.box, reach);
        Ring corners;
        for (const Point p : {Point{room.x0, room.y0}, Point{room.x1, room.y0}, Point{room.x1, room.y1}, Point{room.x0, room.y1}}) corners.push_back(plane::turned(p, {}, row.angle));
        return plane::box_of(corners);
    }

    /// Letters of one height; not the dashes of a line, or the corners of buildings.
    [[nodiscard]] bool is_writing(const TurnedRow& row) const {
        if (row.box.height() > raster_.pixels(most_height) || row.box.width() < least_length * row.box.height()) return false;
        double tallest = 0;
        std::vector<Box> boxes;
        for (const std::size_t id : row.members) {
            boxes.push_back(levelled_box(hull_of(ink_.of(ink_.list[id])), row.angle));
            tallest = std::max(tallest, boxes.back().height());
        }
        if (tallest < raster_.pixels(least_letter)) return false;
        std::size_t tall = 0;
        std::size_t wide = 0;
        long tall_pixels = 0;
        long pixels = 0;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            const long own = ink_.list[row.members[i]].pixels;
            pixels += own;
            if (boxes[i].height() < least_tall * tallest) continue;
            ++tall;
            tall_pixels += own;
            wide += boxes[i].width() > 0.35 * tallest ? 1U : 0U;
            if (boxes[i].width() > widest_letter * tallest) return false;
        }
        constexpr double most_ink = 0.7;  // is that of letters: specks of lines beneath may stand between
        return tall >= 2 && wide >= 1 && static_cast<double>(tall_pixels) >= most_ink * static_cast<double>(pixels);
    }

    const SheetRaster& raster_;
    const Components& ink_;
    std::vector<bool> taken_;
    BoxIndex pieces_{40};
    BoxIndex index_{40};
    std::vector<Letter> letters_;
    std::vector<TurnedRow> rows_;
};

}  // namespace

std::vector<TurnedRow> turned_rows(const SheetRaster& raster, const Components& ink, const std::vector<bool>& used) {
    return RowFinder(raster, ink, used).find();
}

}  // namespace planlezer
