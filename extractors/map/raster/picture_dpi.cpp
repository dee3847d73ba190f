#include "extractors/map/raster/picture_dpi.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "extractors/limits.hpp"
#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/sheet_letters.hpp"

namespace planlezer {

namespace {

constexpr double usual_letter = 1.4;        // millimetres: the middle of all letters, small ones and capitals, of most map sheets
constexpr std::size_t least_letters = 12;
constexpr double paper_fits = 0.004;        // share by which a side may differ
constexpr double most_off = 1.75;           // factor between the letters and the resolution at which both sides are those of papers
constexpr double most_off_roll = 1.35;      // the same where one side is: the width of a plotter's roll
constexpr double least_roll = 420;          // millimetres
constexpr double contradicted = 1.6;        // the same for one the file tells
constexpr std::array<double, 7> usual_dpi{72, 96, 100, 150, 200, 300, 400};
constexpr std::array<double, 11> scanner_dpi{72, 96, 100, 120, 150, 200, 250, 254, 300, 400, 600};
constexpr std::array<double, 6> a_series{1189, 841, 594, 420, 297, 210};  // millimetres: the long sides of A0 to A4, then the short of A4

double off_by(double a, double b) { return std::max(a, b) / std::min(a, b); }

bool is_of_paper(double pixels, double dpi, double least) {
    return std::ranges::any_of(a_series, [&](double side) { return side >= least && std::abs(25.4 * pixels / dpi / side - 1) < paper_fits; });
}

/// How many sides the paper vouches for: two, also of a long sheet ("1189 by 594"), or the width of a roll. One side fits by chance
/// too: only at a resolution that many scan or plot at.
int sides_of_paper(double longer, double shorter, double dpi) {
    if (is_of_paper(longer, dpi, 0) && is_of_paper(shorter, dpi, 0)) return 2;
    if (std::ranges::find(usual_dpi, dpi) == usual_dpi.end()) return 0;
    return is_of_paper(longer, dpi, least_roll) || is_of_paper(shorter, dpi, least_roll) ? 1 : 0;
}

}  // namespace

double likely_dpi(const PageImage& image) {
    std::vector<int> heights;
    {
        const PixHandle binary = dark_pixels(*image.pixels);
        heights = letter_heights(components_of(*binary, false));
    }
    if (heights.size() < least_letters) return 0;
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::ranges::nth_element(heights, middle);
    const double by_letters = 25.4 * *middle / usual_letter;
    const double longer = std::max(pixGetWidth(image.pixels.get()), pixGetHeight(image.pixels.get()));
    const double shorter = std::min(pixGetWidth(image.pixels.get()), pixGetHeight(image.pixels.get()));
    double best = 0;
    int most_sides = 0;
    for (const double dpi : scanner_dpi) {
        const int sides = sides_of_paper(longer, shorter, dpi);
        const double off = off_by(dpi, by_letters);
        if (sides == 0 || sides < most_sides || off > (sides == 2 ? most_off : most_off_roll)) continue;
        if (sides == most_sides && off > off_by(best, by_letters)) continue;
        most_sides = sides;
        best = dpi;
    }
    if (best > 0) return best;
    return *std::ranges::min_element(usual_dpi, {}, [by_letters](double dpi) { return off_by(dpi, by_letters); });
}

double believed_dpi(const PageImage& image) {
    const bool guessed = image.x_dpi <= 0 || std::abs(image.x_dpi - 72) < 0.5 || std::abs(image.x_dpi - 96) < 0.5;
    if (!guessed) return image.x_dpi;
    const double likely = likely_dpi(image);
    if (image.x_dpi <= 0) return likely > 0 ? likely : limits::scan_dpi;
    return likely > 0 && off_by(likely, image.x_dpi) > contradicted ? likely : image.x_dpi;
}

}  // namespace planlezer
