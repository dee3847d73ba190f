#include "extractors/map/raster/colour_classes.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace planlezer {

namespace {

constexpr double same_colour = 9;         // difference in L*a*b* within one colour
constexpr double furthest = 16;           // difference from a colour to what still belongs to it
constexpr double least_part = 4e-5;       // share of the sheet a colour covers; a swatch is about so large
constexpr double another_tint = 3.5;      // difference from which two colours may be two where the picture has no grain
constexpr double least_tint = 0.001;      // share of the sheet that such a tint covers
constexpr double most_beside_peak = 0.5;  // of its blocks
constexpr std::size_t most_colours = 60;
constexpr int bits = 5;                   // of each channel in the histogram
constexpr std::uint8_t inky = 100;        // share of ink in a block, 0-255, that hides its ground

struct Lab {
    double l = 0;
    double a = 0;
    double b = 0;
};

double linear(double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); }
double curve(double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; }

/// CIE L*a*b* of an sRGB colour: equal steps look equal.
Lab lab_of(double r, double g, double b) {
    r = linear(r / 255);
    g = linear(g / 255);
    b = linear(b / 255);
    const double x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    const double y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const double z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// Lightness counts less: a scanner's lamp is uneven.
double difference(const Lab& a, const Lab& b) { return std::sqrt(0.6 * (a.l - b.l) * (a.l - b.l) + (a.a - b.a) * (a.a - b.a) + (a.b - b.b) * (a.b - b.b)); }

struct Bin {
    double count = 0;
    double r = 0;
    double g = 0;
    double b = 0;
};

std::size_t bin_of(const Rgb& c) {
    constexpr unsigned shift = 8 - bits;
    return (static_cast<std::size_t>(c.r >> shift) << (2 * bits)) | (static_cast<std::size_t>(c.g >> shift) << bits) | static_cast<std::size_t>(c.b >> shift);
}

/// The mean of the blocks about one that show their ground: evens out grain and JPEG.
Rgb smooth(const SheetRaster& raster, int column, int row) {
    std::array<int, 3> sum{};
    int count = 0;
    for (int y = std::max(0, row - 1); y <= std::min(raster.rows - 1, row + 1); ++y) {
        for (int x = std::max(0, column - 1); x <= std::min(raster.columns - 1, column + 1); ++x) {
            const Block& block = raster.at(x, y);
            if (block.share > inky) continue;
            sum[0] += block.ground.r;
            sum[1] += block.ground.g;
            sum[2] += block.ground.b;
            ++count;
        }
    }
    if (count == 0) return raster.at(column, row).ground;
    return {static_cast<std::uint8_t>(sum[0] / count), static_cast<std::uint8_t>(sum[1] / count), static_cast<std::uint8_t>(sum[2] / count)};
}

/// True where the colours about a block are alike: no border runs through.
bool is_even(const SheetRaster& raster, int column, int row) {
    if (column < 1 || row < 1 || column + 1 >= raster.columns || row + 1 >= raster.rows) return false;
    const auto apart = [](const Block& p, const Block& q) {
        return std::abs(p.ground.r - q.ground.r) + std::abs(p.ground.g - q.ground.g) + std::abs(p.ground.b - q.ground.b);
    };
    constexpr int most = 60;
    const Block& left = raster.at(column - 1, row);
    const Block& right = raster.at(column + 1, row);
    const Block& up = raster.at(column, row - 1);
    const Block& down = raster.at(column, row + 1);
    if (left.share > inky || right.share > inky || up.share > inky || down.share > inky) return false;
    return apart(left, right) < most && apart(up, down) < most;
}

std::vector<Bin> histogram(const SheetRaster& raster) {
    std::vector<Bin> bins(std::size_t{1} << (3 * bits));
    for (int row = 0; row < raster.rows; ++row) {
        for (int column = 0; column < raster.columns; ++column) {
            if (raster.at(column, row).share > inky || !is_even(raster, column, row)) continue;
            const Rgb c = smooth(raster, column, row);
            Bin& bin = bins[bin_of(c)];
            bin.count += 1;
            bin.r += c.r;
            bin.g += c.g;
            bin.b += c.b;
        }
    }
    return bins;
}

/// Grain fills the bins about a colour, the fuller the nearer they are to it; what stands out from all about it is a tint of its own.
bool is_peak(const std::vector<Bin>& bins, std::size_t at) {
    constexpr int side = 1 << bits;
    const auto index = static_cast<int>(at);
    const std::array<int, 3> own{index / (side * side), index / side % side, index % side};
    for (int step = 0; step < 27; ++step) {
        const std::array<int, 3> near{own[0] + step / 9 - 1, own[1] + step / 3 % 3 - 1, own[2] + step % 3 - 1};
        if (near == own || std::ranges::any_of(near, [](int v) { return v < 0 || v >= side; })) continue;
        if (bins[static_cast<std::size_t>((near[0] * side + near[1]) * side + near[2])].count > most_beside_peak * bins[at].count) return false;
    }
    return true;
}

/// The fullest bins that are no shade of one another; then each is moved to the middle of what lies about it.
std::vector<Rgb> palette(const std::vector<Bin>& bins, double all) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < bins.size(); ++i) {
        if (bins[i].count > 0) order.push_back(i);
    }
    std::ranges::sort(order, std::ranges::greater(), [&bins](std::size_t i) { return bins[i].count; });
    std::vector<Lab> seeds;
    std::vector<Bin> sums;
    for (const std::size_t i : order) {
        const Bin& bin = bins[i];
        const Lab lab = lab_of(bin.r / bin.count, bin.g / bin.count, bin.b / bin.count);
        const auto near = std::ranges::min_element(seeds, {}, [&lab](const Lab& seed) { return difference(seed, lab); });
        const auto at = static_cast<std::size_t>(near - seeds.begin());
        if (near != seeds.end() && difference(*near, lab) < same_colour && !(difference(*near, lab) > another_tint && bin.count > least_tint * all && is_peak(bins, i))) {
            Bin& sum = sums[at];
            sum.count += bin.count;
            sum.r += bin.r;
            sum.g += bin.g;
            sum.b += bin.b;
        } else if (seeds.size() < most_colours) {
            seeds.push_back(lab);
            sums.push_back(bin);
        }
    }
    std::vector<Rgb> colours;
    for (const Bin& sum : sums) {
        if (sum.count < least_part * all) continue;
        const auto mean = [&sum](double v) { return static_cast<std::uint8_t>(std::lround(v / sum.count)); };
        colours.push_back({mean(sum.r), mean(sum.g), mean(sum.b)});
    }
    return colours;
}

}  // namespace

ColourClasses colour_classes(const SheetRaster& raster) {
    ColourClasses classes;
    const std::vector<Bin> bins = histogram(raster);
    classes.colours = palette(bins, static_cast<double>(raster.blocks.size()));
    if (classes.colours.empty()) classes.colours.push_back({255, 255, 255});
    // The paper: the lightest of the colours that cover much.
    std::vector<Lab> labs;
    for (const Rgb& c : classes.colours) labs.push_back(lab_of(c.r, c.g, c.b));
    const std::size_t first = std::min<std::size_t>(labs.size(), 6);
    const auto paper = std::max_element(labs.begin(), labs.begin() + static_cast<std::ptrdiff_t>(first), [](const Lab& a, const Lab& b) {
        return a.l - 0.5 * std::hypot(a.a, a.b) < b.l - 0.5 * std::hypot(b.a, b.b);
    });
    std::swap(classes.colours[0], classes.colours[static_cast<std::size_t>(paper - labs.begin())]);
    std::swap(labs[0], *paper);
    // Each bin's colour once; blocks only look it up.
    std::vector<std::uint8_t> nearest(bins.size(), ColourClasses::unknown);
    std::vector<bool> known(bins.size(), false);
    classes.blocks.assign(raster.blocks.size(), ColourClasses::unknown);
    for (int row = 0; row < raster.rows; ++row) {
        for (int column = 0; column < raster.columns; ++column) {
            const std::size_t at = static_cast<std::size_t>(row) * static_cast<std::size_t>(raster.columns) + static_cast<std::size_t>(column);
            if (raster.blocks[at].share > inky) continue;
            const Rgb c = smooth(raster, column, row);
            const std::size_t bin = bin_of(c);
            if (!known[bin]) {
                known[bin] = true;
                const Lab lab = lab_of(c.r, c.g, c.b);
                const auto best = std::ranges::min_element(labs, {}, [&lab](const Lab& other) { return difference(lab, other); });
                if (difference(lab, *best) < furthest) nearest[bin] = static_cast<std::uint8_t>(best - labs.begin());
            }
            classes.blocks[at] = nearest[bin];
        }
    }
    return classes;
}

}  // namespace planlezer
