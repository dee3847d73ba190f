#include "extractors/map/raster/hatch_lines.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <new>
#include <numbers>

#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr int darker = 16;               // steps of grey, 0-255
constexpr double least_stroke = 2;       // millimetres: shorter ones are letters
constexpr double widest_stroke = 0.42;   // millimetres: a wider line borders something
constexpr double widest_crossing = 2.5;  // millimetres
constexpr double widest_gap = 1.7;       // millimetres between two dashes of hatching
constexpr double least_dash = 0.7;       // millimetres
constexpr double least_sure = 6;         // millimetres: how long a stroke must be to tell its direction
constexpr double least_dashed = 14;      // millimetres: how long a row of dashes must be to start from
constexpr double drawn_whole = 0.85;
constexpr double least_upright = 5;      // millimetres
constexpr double least_together = 250;   // millimetres of strokes of one direction
constexpr double least_distance = 0.9;   // millimetres between two lines of one hatching
constexpr double most_distance = 8;
constexpr double long_enough = 2.5;      // times that distance
constexpr double off_line = 1.6;         // pixels
constexpr double uneven = 0.06;          // of the distance
constexpr double longest_break = 40;     // millimetres that a sign may hide of one line
constexpr double same_ink = 1.5;         // between two lines of one hatching
constexpr double drawn_over = 2.3;       // where two areas hatched alike lie over each other
constexpr int bins = 360;                // half degrees
constexpr int reach = 3;                 // lines to each side that are looked at
constexpr std::size_t most_directions = 8;

struct Lane {
    std::size_t stroke = 0;
    double from = 0;   ///< along the hatching
    double to = 0;
    double off = 0;    ///< across it, at its middle
    double lean = 0;   ///< by how much it goes off, along the hatching
    double width = 0;
    double ink = 0;
    bool whole = true;  ///< drawn without breaks
    bool hatches = false;
    [[nodiscard]] double length() const { return to - from; }
    [[nodiscard]] double off_at(double along) const { return off + lean * (std::clamp(along, from, to) - (from + to) / 2); }
};

double direction_of(const Stroke& stroke) {
    const double angle = std::fmod(plane::direction(stroke.a, stroke.b) + 360, 180);
    return angle < 180 ? angle : 0;
}

using Weights = std::array<double, bins>;

std::size_t bin_at(int bin) { return static_cast<std::size_t>((bin + bins) % bins); }

/// The mean of what lies about the middle of a bin, which then counts no more.
double taken_mean(Weights& weight, Weights& moment, int bin) {
    double sum = 0;
    double turn = 0;
    for (int i = bin - 2; i <= bin + 2; ++i) {
        sum += weight[bin_at(i)];
        turn += moment[bin_at(i)] + weight[bin_at(i)] * (i - bin) / 2.0;
        weight[bin_at(i)] = moment[bin_at(i)] = 0;
    }
    return bin / 2.0 + turn / sum;
}

/// The directions, in degrees, in which many long strokes lie.
std::vector<double> main_directions(const std::vector<Stroke>& strokes, const SheetRaster& raster) {
    Weights weight{};
    Weights moment{};  // of what lies beyond the begin of its bin
    for (const Stroke& stroke : strokes) {
        const double length = plane::distance(stroke.a, stroke.b);
        if (length < raster.pixels(least_sure)) continue;
        const double direction = direction_of(stroke);
        const int bin = static_cast<int>(2 * direction);
        weight[bin_at(bin)] += length;
        moment[bin_at(bin)] += length * (direction - bin / 2.0);
    }
    const auto around = [&weight](int bin) {
        double sum = 0;
        for (int i = bin - 2; i <= bin + 2; ++i) sum += weight[bin_at(i)];
        return sum;
    };
    std::vector<double> directions;
    while (directions.size() < most_directions) {
        int best = 0;
        for (int bin = 1; bin < bins; ++bin) {
            if (around(bin) > around(best)) best = bin;
        }
        if (around(best) < raster.pixels(least_together)) break;
        directions.push_back(taken_mean(weight, moment, best));
    }
    return directions;
}

/// The strokes of one direction, ordered across it.
class Lanes {
  public:
    Lanes(const std::vector<Stroke>& strokes, double degrees, const SheetRaster& raster) : raster_(raster) {
        const double angle = degrees * std::numbers::pi / 180;
        const Point way{std::cos(angle), -std::sin(angle)};
        // Letters have level and upright strokes, which stand in rows where the lines of a legend begin with the same words.
        constexpr double as_letters = 2.5;  // degrees
        const bool upright = plane::turn_between(degrees, 0, 90) < as_letters;
        for (std::size_t i = 0; i < strokes.size(); ++i) {
            const Stroke& s = strokes[i];
            const double length = plane::distance(s.a, s.b);
            if (upright && (s.seen < drawn_whole || length < raster.pixels(least_upright))) continue;
            const double unsure = 1 + std::atan(2.0 / length) * 180 / std::numbers::pi;
            if (plane::turn_between(direction_of(s), degrees, 180) > unsure) continue;
            const double a = s.a.x * way.x + s.a.y * way.y;
            const double b = s.b.x * way.x + s.b.y * way.y;
            const double off_a = s.a.x * way.y - s.a.y * way.x;
            const double off_b = s.b.x * way.y - s.b.y * way.x;
            lanes_.push_back({i, std::min(a, b), std::max(a, b), (off_a + off_b) / 2, (off_b - off_a) / (b - a), s.width, s.ink, s.seen > drawn_whole, false});
        }
        std::ranges::sort(lanes_, {}, &Lane::off);
    }

    std::vector<std::size_t> hatching() {
        std::vector<bool> regular(lanes_.size(), false);
        for (std::size_t i = 0; i < lanes_.size(); ++i) regular[i] = stands_in_a_row(i);
        for (std::size_t i = 0; i < lanes_.size(); ++i) lanes_[i].hatches = regular[i];
        for (int round = 0; round < 3; ++round) take_in_the_rest();
        std::vector<std::size_t> found;
        for (const Lane& lane : lanes_) {
            if (lane.hatches) found.push_back(lane.stroke);
        }
        return found;
    }

  private:
    [[nodiscard]] static bool alike(const Lane& a, const Lane& b, double times) { return std::max(a.ink, b.ink) < times * std::min(a.ink, b.ink) + 0.03; }
    [[nodiscard]] static double common(const Lane& a, const Lane& b) { return std::min(a.to, b.to) - std::max(a.from, b.from); }
    /// How far the other lies off where both run, or where they come nearest.
    [[nodiscard]] static double off_between(const Lane& own, const Lane& other) {
        const double middle = (std::min(own.to, other.to) + std::max(own.from, other.from)) / 2;
        return other.off_at(middle) - own.off_at(middle);
    }

    /// Calls with each lane whose middle lies so near, and how far off it is.
    template <typename Use>
    void each_near(const Lane& own, double most, Use use) const {
        const double slack = raster_.pixels(2);
        for (auto lane = std::ranges::lower_bound(lanes_, own.off - most - slack, {}, &Lane::off); lane != lanes_.end() && lane->off <= own.off + most + slack; ++lane) {
            const double off = off_between(own, *lane);
            if (&*lane != &own && std::abs(off) <= most) use(*lane, off);
        }
    }

    /// How far off the strokes beside this one lie that run along with it. \param most to either side
    [[nodiscard]] std::vector<double> beside(const Lane& own, double most) const {
        std::vector<double> found;
        each_near(own, most, [&](const Lane& lane, double off) {
            const bool short_one = lane.length() < 0.5 * own.length() && lane.length() < raster_.pixels(least_sure);
            if (short_one || !alike(own, lane, same_ink) || common(own, lane) < 0.3 * std::min(own.length(), lane.length())) return;
            if (std::abs(off) > off_line) found.push_back(off);
        });
        return found;
    }

    /// With three others at least, at one distance from each to the next and nothing between them.
    [[nodiscard]] bool stands_in_a_row(std::size_t i) const {
        const Lane& own = lanes_[i];
        const double most = raster_.pixels(most_distance);
        if (own.length() < raster_.pixels(own.whole ? least_sure / 2 : least_dashed)) return false;
        const std::vector<double> offs = beside(own, (reach + 0.5) * most);
        for (const double off : offs) {
            const double distance = std::abs(off);
            if (distance > most || distance < raster_.pixels(least_distance) || distance < 2.5 * own.width || own.length() < long_enough * distance) continue;
            if (row_of(offs, distance) > reach) return true;
        }
        return false;
    }

    /// How many lines stand in the row, this one counted; 0 when others stand between.
    [[nodiscard]] static int row_of(const std::vector<double>& offs, double distance) {
        const auto stands = [&](int k) {
            return std::ranges::any_of(offs, [&](double off) { return std::abs(off - k * distance) < off_line + uneven * distance; });
        };
        int up = 0;
        int down = 0;
        while (up < reach && stands(up + 1)) ++up;
        while (down < reach && stands(-down - 1)) ++down;
        const auto between = [&](double off) {
            const double steps = off / distance;
            return steps > -down && steps < up && std::abs(off - std::round(steps) * distance) > 2 * off_line + uneven * distance;
        };
        return std::ranges::any_of(offs, between) ? 0 : 1 + up + down;
    }

    /// What goes on where hatching was broken off, and what is too short to tell by itself but stands where a line of it should.
    void take_in_the_rest() {
        for (std::size_t i = 0; i < lanes_.size(); ++i) {
            if (!lanes_[i].hatches && (goes_on(lanes_[i]) || fills_the_row(lanes_[i]))) lanes_[i].hatches = true;
        }
    }

    [[nodiscard]] bool goes_on(const Lane& own) const {
        bool found = false;
        each_near(own, off_line, [&](const Lane& lane, double) {
            found = found || (lane.hatches && alike(own, lane, drawn_over) && common(own, lane) > -raster_.pixels(longest_break));
        });
        return found;
    }

    /// Two lines of hatching run along with it, as far from each other as the nearer from it.
    [[nodiscard]] bool fills_the_row(const Lane& own) const {
        std::vector<double> offs;
        each_near(own, 2 * raster_.pixels(most_distance), [&](const Lane& lane, double off) {
            if (lane.hatches && alike(own, lane, drawn_over) && common(own, lane) > -raster_.pixels(1)) offs.push_back(off);
        });
        const double least = raster_.pixels(least_distance);
        return std::ranges::any_of(offs, [&](double off) {
            if (std::abs(off) < least || std::abs(off) > raster_.pixels(most_distance)) return false;
            return std::ranges::any_of(offs, [off](double o) { return std::min(std::abs(o - 2 * off), std::abs(o + off)) < 0.75 * off_line; });
        });
    }

    const SheetRaster& raster_;
    std::vector<Lane> lanes_;
};

/// By how much each pixel is darker than the ground to both sides of a thin line.
PixHandle darker_than_ground(const SheetRaster& raster) {
    const int size = 3 + 2 * static_cast<int>(raster.pixels(widest_stroke) * 0.71);
    PixHandle closed(pixCloseGray(raster.grey.get(), size, size));
    if (!closed || pixSubtractGray(closed.get(), closed.get(), raster.grey.get()) == nullptr) throw std::bad_alloc();
    return closed;
}

/// What half of all pixels do not reach is the grain of paper and scanner; lines cover far less of a sheet.
int grain_of(Pix& darkness) {
    constexpr int sample = 7;  // every so many pixels, a prime
    std::array<long, 256> counts{};
    long total = 0;
    for (int y = 0; y < pixGetHeight(&darkness); y += sample) {
        l_uint32* line = pixGetData(&darkness) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(&darkness);
        for (int x = y % sample; x < pixGetWidth(&darkness); x += sample) {
            ++counts[GET_DATA_BYTE(line, x)];
            ++total;
        }
    }
    int level = 0;
    for (long below = counts[0]; 2 * below < total && level < 255; below += counts[static_cast<std::size_t>(level)]) ++level;
    return level;
}

/// Pale hatching is ink of the sheet here and there only.
PixHandle inked(Pix& darkness) {
    constexpr int above_grain = 3;  // times: what few pixels of plain paper reach
    PixHandle ink(pixThresholdToBinary(&darkness, std::clamp(above_grain * grain_of(darkness), darker, 255)));
    if (!ink) throw std::bad_alloc();
    pixInvert(ink.get(), ink.get());
    return ink;
}

}  // namespace

ThinStrokes thin_strokes(const SheetRaster& raster) {
    const StrokeLimits limits{raster.pixels(least_stroke), raster.pixels(widest_stroke), raster.pixels(widest_crossing), raster.pixels(widest_gap), raster.pixels(least_dash)};
    ThinStrokes thin;
    thin.darkness = darker_than_ground(raster);
    thin.strokes = straight_strokes(*inked(*thin.darkness), limits);
    weigh_strokes(*thin.darkness, thin.strokes);
    return thin;
}

std::vector<Stroke> hatch_lines(const std::vector<Stroke>& strokes, const SheetRaster& raster) {
    std::vector<Stroke> found;
    for (const double degrees : main_directions(strokes, raster)) {
        for (const std::size_t i : Lanes(strokes, degrees, raster).hatching()) found.push_back(strokes[i]);
    }
    return found;
}

}  // namespace planlezer
