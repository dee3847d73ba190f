#include "extractors/map/raster/strokes.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <new>
#include <optional>
#include <utility>

#include "extractors/map/plane.hpp"
#include "extractors/map/raster/components.hpp"

namespace planlezer {

namespace {

constexpr double steepest = 1.03;       // columns a row: what lies flatter is found in the turned picture
constexpr double wider = 1.7;           // than the stroke, with half a pixel for each edge: another line crosses here
constexpr double blur = 1.5;            // pixels
constexpr int young = 6;                // rows after which a stroke's way is known
constexpr int most_missed = 2;          // rows
constexpr double least_density = 0.35;  // share of a stroke's rows in which there is a dash

/// A stroke as it is followed down the rows: a line fitted to the middles of its runs.
class Track {
  public:
    Track(int row, double middle, double width) : first_(row) { add(row, middle, width); }

    void add(int row, double middle, double width) {
        const double u = row - first_;
        ++count_;
        u_ += u;
        v_ += middle;
        uu_ += u * u;
        uv_ += u * middle;
        width_ += width;
        last_ = row;
        last_middle_ = middle;
        missed = 0;
        crossed = 0;
    }
    [[nodiscard]] double slope() const {
        const double spread = count_ * uu_ - u_ * u_;
        return spread > 0 ? (count_ * uv_ - u_ * v_) / spread : 0;
    }
    [[nodiscard]] double at(int row) const {
        if (count_ < young) return last_middle_ + (count_ > 2 ? slope() * (row - last_) : 0);
        return v_ / count_ + slope() * (row - first_ - u_ / count_);
    }
    [[nodiscard]] double tolerance() const { return count_ < young ? 1.6 : (missed > most_missed ? 1.5 : 1.1); }
    [[nodiscard]] double rows() const { return count_; }
    /// The share of its rows in which it was seen.
    [[nodiscard]] double density() const { return count_ / (last_ - first_ + 1); }
    [[nodiscard]] double width() const { return width_ / count_; }
    [[nodiscard]] double widest() const { return wider * width() + blur; }
    [[nodiscard]] Stroke stroke() const {
        const double lean = slope();
        return {{at(first_), first_ + 0.5}, {at(last_), last_ + 0.5}, width() / std::hypot(1, lean), density(), 0};
    }
    [[nodiscard]] bool leans_too_much() const { return count_ >= young && std::abs(slope()) > steepest; }

    int missed = 0;   ///< rows since it was last seen
    int crossed = 0;  ///< rows since another line hid it

  private:
    int first_ = 0;
    int last_ = 0;
    double count_ = 0;
    double u_ = 0;
    double v_ = 0;
    double uu_ = 0;
    double uv_ = 0;
    double width_ = 0;
    double last_middle_ = 0;
};

double middle(const PixelRun& run) { return (run.x0 + run.x1) / 2.0; }
double length(const PixelRun& run) { return run.x1 - run.x0; }

class Follower {
  public:
    Follower(Pix& ink, const StrokeLimits& limits) : ink_(ink), limits_(limits) {}

    std::vector<Stroke> follow() {
        std::vector<PixelRun> runs;
        for (int y = 0; y < pixGetHeight(&ink_); ++y) {
            runs.clear();
            runs_of_row(ink_, y, true, runs);
            claimed_.assign(runs.size(), false);
            std::erase_if(tracks_, [&](Track& track) { return !goes_on(track, y, runs); });
            const double most = limits_.most_width * std::hypot(1, steepest) + 1;
            for (std::size_t i = 0; i < runs.size(); ++i) {
                if (!claimed_[i] && length(runs[i]) <= most) tracks_.emplace_back(y, middle(runs[i]), length(runs[i]));
            }
        }
        for (const Track& track : tracks_) keep(track);
        return std::move(found_);
    }

  private:
    /// The run nearest to where the track should be, if one lies there.
    [[nodiscard]] static std::optional<std::size_t> run_at(const std::vector<PixelRun>& runs, double x, double tolerance) {
        const auto from = std::ranges::lower_bound(runs, x - tolerance, {}, [](const PixelRun& run) { return static_cast<double>(run.x1); });
        std::optional<std::size_t> best;
        for (auto run = from; run != runs.end() && run->x0 <= x + tolerance; ++run) {
            const auto i = static_cast<std::size_t>(run - runs.begin());
            if (!best || std::abs(middle(*run) - x) < std::abs(middle(runs[*best]) - x)) best = i;
        }
        return best;
    }

    bool goes_on(Track& track, int y, const std::vector<PixelRun>& runs) {
        const double x = track.at(y);
        const auto run = run_at(runs, x, track.tolerance());
        const bool own = run && length(runs[*run]) <= track.widest() && std::abs(middle(runs[*run]) - x) <= track.tolerance();
        if (own) {
            track.add(y, middle(runs[*run]), length(runs[*run]));
            claimed_[*run] = true;
            if (!track.leans_too_much()) return true;
        } else if (run && x > runs[*run].x0 - 1 && x < runs[*run].x1 + 1) {
            if (++track.crossed <= limits_.most_crossing) return true;
        } else if (++track.missed <= (track.rows() < limits_.least_dash ? most_missed : limits_.most_gap)) {
            return true;
        }
        keep(track);
        return false;
    }

    void keep(const Track& track) {
        const Stroke stroke = track.stroke();
        if (track.density() > least_density && plane::distance(stroke.a, stroke.b) >= limits_.least_length && stroke.width <= limits_.most_width && !track.leans_too_much()) found_.push_back(stroke);
    }

    Pix& ink_;
    const StrokeLimits& limits_;
    std::vector<Track> tracks_;
    std::vector<bool> claimed_;
    std::vector<Stroke> found_;
};

Point swapped(const Point& p) { return {p.y, p.x}; }

/// Rows become columns.
PixHandle turned_over(Pix& ink) {
    const PixHandle turned(pixRotate90(&ink, 1));
    if (!turned) throw std::bad_alloc();
    PixHandle flipped(pixFlipLR(nullptr, turned.get()));
    if (!flipped) throw std::bad_alloc();
    return flipped;
}

bool is_ink(Pix& ink, int x, int y) {
    if (x < 0 || y < 0 || x >= pixGetWidth(&ink) || y >= pixGetHeight(&ink)) return false;
    return GET_DATA_BIT(pixGetData(&ink) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(&ink), x) != 0;
}

void clear_pixel(Pix& ink, int x, int y) {
    l_uint32* line = pixGetData(&ink) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(&ink);
    CLEAR_DATA_BIT(line, x);
}

/// How a stroke is walked along: row by row, or column by column when it lies flat.
class Walk {
  public:
    explicit Walk(const Stroke& stroke) : flat_(std::abs(stroke.b.x - stroke.a.x) > std::abs(stroke.b.y - stroke.a.y)) {
        Point a = flat_ ? swapped(stroke.a) : stroke.a;
        Point b = flat_ ? swapped(stroke.b) : stroke.b;
        if (a.y > b.y) std::swap(a, b);
        from_ = a;
        lean_ = (b.x - a.x) / std::max(1.0, b.y - a.y);
        upright_ = 1 / std::hypot(1, lean_);
        side_ = 2 + static_cast<int>(stroke.width / upright_ / 2);
        end_ = static_cast<int>(b.y);
    }
    [[nodiscard]] int begin() const { return static_cast<int>(from_.y); }
    [[nodiscard]] int end() const { return end_; }
    [[nodiscard]] int middle(int along) const { return static_cast<int>(std::floor(from_.x + lean_ * (along + 0.5 - from_.y))); }
    /// How much darkness lies across the stroke here, in pixels of full black.
    [[nodiscard]] double ink(Pix& darker, int along) const {
        double sum = 0;
        for (int v = middle(along) - side_; v <= middle(along) + side_; ++v) {
            l_uint32 value = 0;
            flat_ ? pixGetPixel(&darker, along, v, &value) : pixGetPixel(&darker, v, along, &value);
            sum += value / 255.0;
        }
        return sum * upright_;
    }
    /// Ink goes on to both sides of it: a wide line crosses.
    [[nodiscard]] bool is_crossed(Pix& ink, int along) const {
        constexpr int beyond = 2;  // pixels
        const auto inked = [&](int v) { return flat_ ? is_ink(ink, along, v) : is_ink(ink, v, along); };
        for (int v = middle(along) - side_ - beyond; v <= middle(along) + side_ + beyond; ++v) {
            if (!inked(v)) return false;
        }
        return true;
    }
    /// More ink than so many pixels holds its middle in one piece.
    [[nodiscard]] bool is_broader(Pix& ink, int along, double most) const {
        const auto inked = [&](int v) { return flat_ ? is_ink(ink, along, v) : is_ink(ink, v, along); };
        for (const int near : {0, -1, 1}) {
            int first = middle(along) + near;
            if (!inked(first)) continue;
            int last = first;
            while (last - first + 1 <= most && inked(first - 1)) --first;
            while (last - first + 1 <= most && inked(last + 1)) ++last;
            return last - first + 1 > most;
        }
        return false;
    }
    /// The ink that holds the middle of the stroke here.
    void clear(Pix& ink, int along) const {
        const auto inked = [&](int v) { return flat_ ? is_ink(ink, along, v) : is_ink(ink, v, along); };
        const auto wipe = [&](int v) { flat_ ? clear_pixel(ink, along, v) : clear_pixel(ink, v, along); };
        const int from = middle(along);
        for (const int near : {0, -1, 1}) {
            if (!inked(from + near)) continue;
            for (int v = from + near; inked(v) && v >= from - side_; --v) wipe(v);
            for (int v = from + near + 1; inked(v) && v <= from + side_; ++v) wipe(v);
            return;
        }
    }

  private:
    bool flat_;
    Point from_;
    double lean_ = 0;
    double upright_ = 1;
    int side_ = 0;
    int end_ = 0;
};

}  // namespace

std::vector<Stroke> straight_strokes(Pix& ink, const StrokeLimits& limits) {
    std::vector<Stroke> strokes = Follower(ink, limits).follow();
    const PixHandle turned = turned_over(ink);
    for (const Stroke& stroke : Follower(*turned, limits).follow()) strokes.push_back({swapped(stroke.a), swapped(stroke.b), stroke.width, stroke.seen, 0});
    return strokes;
}

void weigh_strokes(Pix& darker, std::vector<Stroke>& strokes) {
    constexpr int most_samples = 60;
    constexpr double between_dashes = 0.1;
    std::vector<double> samples;
    for (Stroke& stroke : strokes) {
        const Walk walk(stroke);
        const int step = 1 + (walk.end() - walk.begin()) / most_samples;
        samples.clear();
        for (int along = walk.begin(); along <= walk.end(); along += step) {
            const double here = walk.ink(darker, along);
            if (here > between_dashes) samples.push_back(here);
        }
        if (samples.empty()) continue;
        // Other lines that cross it only add to it.
        const auto third = samples.begin() + static_cast<std::ptrdiff_t>(samples.size() / 3);
        std::ranges::nth_element(samples, third);
        stroke.ink = *third;
    }
}

void erase_strokes(Pix& ink, Pix& darker, const std::vector<Stroke>& strokes, double broadest) {
    constexpr double more = 1.5;  // than the stroke has by itself: another line crosses it
    constexpr double grain = 0.15;
    for (const Stroke& stroke : strokes) {
        const Walk walk(stroke);
        for (int along = walk.begin(); along <= walk.end(); ++along) {
            if (walk.ink(darker, along) <= more * stroke.ink + grain && !walk.is_crossed(ink, along) && !walk.is_broader(ink, along, broadest)) walk.clear(ink, along);
        }
    }
}

}  // namespace planlezer
