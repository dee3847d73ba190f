#include "extractors/map/raster/hatch_strokes.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr std::size_t coarse_step = 4;  // half degrees
constexpr double least_length = 7;      // places of one offset that tell whether a stroke lies there
constexpr double least_clear = 0.05;    // share of the unevenness
constexpr double clear_pair = 0.3;      // two strokes alone must be clearer
constexpr double other_way = 18;        // degrees between two directions
constexpr double off_step = 0.17;       // steps by which a stroke may lie off its place
constexpr double mostly = 0.7;          // of the places have a stroke
constexpr double clean = 0.6;           // of the lines are strokes
constexpr double stands_out = 2.2;      // times the ink between the strokes
constexpr double least_spacing = 3.5;   // closer strokes are grey
constexpr double thinnest_ink = 0.01;   // mean ink of a patch
constexpr double blackest_ink = 0.6;

double degrees(std::size_t angle) { return 0.5 * static_cast<double>(angle); }

/// What an offset is counted with.
struct Normal {
    double x = 0;
    double y = 0;
    explicit Normal(std::size_t angle) : x(std::sin(degrees(angle) * std::numbers::pi / 180)), y(std::cos(degrees(angle) * std::numbers::pi / 180)) {}
    [[nodiscard]] double offset(const Point& p) const { return p.x * x + p.y * y; }
};

/// Strokes at equal distances, and what else has a direction there.
struct Comb {
    double spacing = 0;
    std::vector<double> teeth;
};

/// Those of the offsets that lie whole steps from one of them.
std::vector<double> teeth_of(const std::vector<double>& offsets, double from, double spacing) {
    std::vector<double> teeth;
    for (const double at : offsets) {
        const double steps = (at - from) / spacing;
        if (std::abs(steps - std::round(steps)) < off_step) teeth.push_back(at);
    }
    return teeth;
}

/// The distance at which most of the strokes follow one another; a few may be missing, a few lines may lie between them.
std::optional<Comb> comb_of(const std::vector<double>& offsets, std::size_t least) {
    constexpr std::size_t next = 4;  // strokes that may be the next one
    std::optional<Comb> best;
    double most = 0;
    for (std::size_t i = 0; i < offsets.size(); ++i) {
        for (std::size_t j = i + 1; j < std::min(offsets.size(), i + 1 + next); ++j) {
            const double rough = offsets[j] - offsets[i];
            if (rough < least_spacing) continue;
            std::vector<double> teeth = teeth_of(offsets, offsets[i], rough);
            const double steps = std::round((teeth.back() - teeth.front()) / rough);
            const auto count = static_cast<double>(teeth.size());
            if (teeth.size() < least || steps < 1 || count < mostly * (steps + 1) || count < clean * static_cast<double>(offsets.size())) continue;
            const double good = count / static_cast<double>(offsets.size()) * std::min(1.0, count / (steps + 1));
            if (good <= most) continue;
            most = good;
            best = Comb{(teeth.back() - teeth.front()) / steps, std::move(teeth)};
        }
    }
    return best;
}

}  // namespace

/// The ink of a patch, added up along one direction.
struct StrokePatch::Profile {
    double from = 0;             ///< offset of the first
    std::vector<double> share;   ///< mean ink by offset; negative where too little of the patch lies
    double clear = 0;

    /// Where the ink lies thick.
    [[nodiscard]] std::vector<double> peaks() const {
        std::vector<double> heights;
        std::ranges::copy_if(share, std::back_inserter(heights), [](double s) { return s >= 0; });
        if (heights.empty()) return {};
        std::ranges::sort(heights);
        const double top = heights[heights.size() * 97 / 100];
        const double ground = heights[heights.size() / 4];
        const double least = ground + 0.4 * (top - ground);
        std::vector<double> at;
        std::vector<double> tops;
        for (std::size_t i = 0; i < share.size(); ++i) {
            double sum = 0;
            double weight = 0;
            double peak = 0;
            for (; i < share.size() && share[i] > least; ++i) {
                sum += share[i] * (from + static_cast<double>(i) + 0.5);
                weight += share[i];
                peak = std::max(peak, share[i]);
            }
            if (weight <= 0) continue;
            at.push_back(sum / weight);
            tops.push_back(peak);
        }
        // Ink that runs another way leaves ripples here.
        std::ranges::sort(tops);
        const double between = heights[heights.size() / 2];
        return tops.empty() || tops[tops.size() / 2] < stands_out * between ? std::vector<double>{} : at;
    }
};

const StrokePatch::Covered& StrokePatch::covered(std::size_t angle) {
    Covered& known = covered_[angle];
    if (!known.places.empty()) return known;
    const Normal normal(angle);
    double from = 1e9;
    double to = -1e9;
    for (const Point& p : places_) {
        from = std::min(from, normal.offset(p));
        to = std::max(to, normal.offset(p));
    }
    known.from = from;
    known.places.assign(static_cast<std::size_t>(std::max(0.0, to - from)) + 2, 0);
    for (const Point& p : places_) known.places[static_cast<std::size_t>(normal.offset(p) - from)] += 1;
    return known;
}

StrokePatch::Profile StrokePatch::profile(const std::vector<InkSample>& inked, std::size_t angle) {
    const Covered& cover = covered(angle);
    const Normal normal(angle);
    Profile made{cover.from, std::vector<double>(cover.places.size(), 0), 0};
    double all = 0;
    for (const InkSample& s : inked) {
        made.share[static_cast<std::size_t>(std::clamp(normal.offset(s.at) - cover.from, 0.0, static_cast<double>(cover.places.size() - 1)))] += s.ink;
        all += s.ink;
    }
    const double mean = all / static_cast<double>(places_.size());
    double uneven = 0;
    double counted = 0;
    for (std::size_t i = 0; i < made.share.size(); ++i) {
        if (cover.places[i] < least_length) {
            made.share[i] = -1;
            continue;
        }
        made.share[i] /= cover.places[i];
        uneven += cover.places[i] * (made.share[i] - mean) * (made.share[i] - mean);
        counted += cover.places[i];
    }
    if (counted > 0.5 * static_cast<double>(places_.size())) made.clear = uneven / counted / std::max(1e-6, mean * (1 - mean));
    return made;
}

/// The clearest angle near one, in the finest steps.
std::size_t StrokePatch::refined(const std::vector<InkSample>& inked, std::size_t angle) {
    std::size_t best = angle;
    double clearest = 0;
    for (std::size_t off = 0; off <= 2 * coarse_step; ++off) {
        const std::size_t here = (angle + angles - coarse_step + off) % angles;
        const double clear = profile(inked, here).clear;
        if (clear <= clearest) continue;
        clearest = clear;
        best = here;
    }
    return best;
}

std::vector<Strokes> StrokePatch::strokes(const std::vector<InkSample>& inked, std::size_t least) {
    double ink = 0;
    for (const InkSample& s : inked) ink += s.ink;
    const double mean = places_.empty() ? 0 : ink / static_cast<double>(places_.size());
    if (mean < thinnest_ink || mean > blackest_ink) return {};
    std::vector<std::pair<double, std::size_t>> by_clear;
    for (std::size_t angle = 0; angle < angles; angle += coarse_step) by_clear.emplace_back(profile(inked, angle).clear, angle);
    std::ranges::sort(by_clear, std::ranges::greater());
    std::vector<Strokes> found;
    std::vector<std::size_t> tried;
    constexpr std::size_t most_tried = 5;
    for (const auto& [rough, angle] : by_clear) {
        if (found.size() == 2 || tried.size() == most_tried) break;
        const auto is_near = [a = angle](std::size_t known) { return plane::turn_between(degrees(a), degrees(known), 180) < other_way; };
        if (std::ranges::any_of(tried, is_near)) continue;
        tried.push_back(angle);
        const std::size_t exact = refined(inked, angle);
        const Profile along = profile(inked, exact);
        if (along.clear < least_clear) continue;
        const std::vector<double> offsets = along.peaks();
        if (offsets.size() == 2 && along.clear < clear_pair) continue;
        if (auto comb = comb_of(offsets, least)) found.push_back({degrees(exact), comb->spacing, along.clear, std::move(comb->teeth)});
    }
    return found;
}

}  // namespace planlezer
