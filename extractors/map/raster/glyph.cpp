#include "extractors/map/raster/glyph.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <new>
#include <utility>

namespace planlezer {

namespace {

constexpr double explained = 0.6;      // what a pixel of ink that is explained is worth, against one that is missing
constexpr double most_missing = 0.36;  // share of a glyph's ink that may not be there
constexpr double full = 255;           // as dark as ink

}  // namespace

Darkness::Darkness(const SheetRaster& raster, const PixelBox& box, int stroke)
    : box_{std::max(0, box.x0), std::max(0, box.y0), std::min(raster.width, box.x1), std::min(raster.height, box.y1)} {
    if (box_.width() < 1 || box_.height() < 1) {
        box_ = {};
        return;
    }
    BOX* place = boxCreate(box_.x0, box_.y0, box_.width(), box_.height());
    const PixHandle piece(pixClipRectangle(raster.grey.get(), place, nullptr));
    boxDestroy(&place);
    if (!piece) throw std::bad_alloc();
    const int reach = 2 * std::max(1, stroke) + 1;
    const PixHandle ground(pixCloseGray(piece.get(), reach, reach));
    if (!ground) throw std::bad_alloc();
    std::vector<float> all;
    all.reserve(static_cast<std::size_t>(box_.width()) * static_cast<std::size_t>(box_.height()));
    for (int y = 0; y < box_.height(); ++y) {
        const l_uint32* grey = pixGetData(piece.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(piece.get());
        const l_uint32* light = pixGetData(ground.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(ground.get());
        for (int x = 0; x < box_.width(); ++x) {
            const int full = std::max(1, static_cast<int>(GET_DATA_BYTE(light, x)));
            all.push_back(static_cast<float>(std::max(0, full - static_cast<int>(GET_DATA_BYTE(grey, x)))) / static_cast<float>(full));
        }
    }
    // The darkest is the ink of the sign itself: all is measured by that.
    std::vector<float> order = all;
    const auto high = order.begin() + static_cast<std::ptrdiff_t>(0.99 * static_cast<double>(order.size() - 1));
    std::ranges::nth_element(order, high);
    const float most = std::max(0.3F, *high);
    dark_.reserve(all.size());
    for (const float value : all) dark_.push_back(static_cast<std::uint8_t>(std::min(255.0F, 255 * value / most)));
}

void Darkness::keep_within(const Point& centre, double radius) {
    for (int y = box_.y0; y < box_.y1; ++y) {
        for (int x = box_.x0; x < box_.x1; ++x) {
            if (std::hypot(x + 0.5 - centre.x, y + 0.5 - centre.y) <= radius) continue;
            dark_[index(x, y)] = 0;
        }
    }
}

void Darkness::keep_within(const PixelBox& part) {
    for (int y = box_.y0; y < box_.y1; ++y) {
        for (int x = box_.x0; x < box_.x1; ++x) {
            if (x < part.x0 || x >= part.x1 || y < part.y0 || y >= part.y1) dark_[index(x, y)] = 0;
        }
    }
}

InkGlyph cut_glyph(const Darkness& dark, char name, const PixelBox& box, int top, double row) {
    InkGlyph glyph{name, box.width() + 2, box.height() + 2, -1, box.y0 - 1 - top, row, 0, {}};
    for (int y = box.y0 - 1; y <= box.y1; ++y) {
        for (int x = box.x0 - 1; x <= box.x1; ++x) {
            glyph.dark.push_back(dark.at(x, y));
            glyph.ink += glyph.dark.back() / full;
        }
    }
    return glyph;
}

InkGlyph resized(const InkGlyph& glyph, double row) {
    const double by = row / glyph.row;
    InkGlyph made{glyph.name, 0, 0, 0, static_cast<int>(std::floor(glyph.top * by)), row, 0, {}};
    made.left = static_cast<int>(std::floor(glyph.left * by));
    made.width = static_cast<int>(std::ceil((glyph.left + glyph.width) * by)) - made.left;
    made.height = static_cast<int>(std::ceil((glyph.top + glyph.height) * by)) - made.top;
    constexpr int fine = 4;  // points a pixel is looked at, each way
    for (int y = 0; y < made.height; ++y) {
        for (int x = 0; x < made.width; ++x) {
            double sum = 0;
            for (int i = 0; i < fine * fine; ++i) {
                const double u = (made.left + x + (i % fine + 0.5) / fine) / by - glyph.left - 0.5;
                const double v = (made.top + y + (static_cast<double>(i / fine) + 0.5) / fine) / by - glyph.top - 0.5;
                const int x0 = static_cast<int>(std::floor(u));
                const int y0 = static_cast<int>(std::floor(v));
                for (int k = 0; k < 4; ++k) {
                    const int px = x0 + k % 2;
                    const int py = y0 + k / 2;
                    if (px < 0 || py < 0 || px >= glyph.width || py >= glyph.height) continue;
                    sum += (1 - std::abs(u - px)) * (1 - std::abs(v - py)) * glyph.dark[static_cast<std::size_t>(py * glyph.width + px)];
                }
            }
            made.dark.push_back(static_cast<std::uint8_t>(std::min(full, sum / (fine * fine))));
            made.ink += made.dark.back() / full;
        }
    }
    return made;
}

GlyphFit fit_of(const InkGlyph& glyph, const Darkness& dark, int x, int y) {
    const int left = x + glyph.left;
    const int top = y + glyph.top;
    if (!dark.holds({left, top, left + glyph.width, top + glyph.height})) return {};
    const double limit = most_missing * glyph.ink * full;
    int missing = 0;
    for (int row = 0; row < glyph.height; ++row) {
        const std::uint8_t* own = glyph.dark.data() + static_cast<std::ptrdiff_t>(row) * glyph.width;
        const std::uint8_t* seen = dark.row(left, top + row);
        for (int column = 0; column < glyph.width; ++column) missing += std::max(0, own[column] - seen[column]);
        if (missing > limit) return {};  // nearly all places are none
    }
    const double gone = missing / full;
    return {gone - explained * (glyph.ink - gone), gone / std::max(1e-6, glyph.ink)};
}

InkGlyph shifted(const InkGlyph& glyph, bool right, bool down) {
    InkGlyph moved = glyph;
    moved.width += right ? 1 : 0;
    moved.height += down ? 1 : 0;
    moved.dark.assign(static_cast<std::size_t>(moved.width) * static_cast<std::size_t>(moved.height), 0);
    const double share = (right ? 0.5 : 1.0) * (down ? 0.5 : 1.0);
    for (int y = 0; y < glyph.height; ++y) {
        for (int x = 0; x < glyph.width; ++x) {
            const double value = share * glyph.dark[static_cast<std::size_t>(y * glyph.width + x)];
            for (int dy = 0; dy <= (down ? 1 : 0); ++dy) {
                for (int dx = 0; dx <= (right ? 1 : 0); ++dx) {
                    moved.dark[static_cast<std::size_t>((y + dy) * moved.width + x + dx)] += static_cast<std::uint8_t>(value);
                }
            }
        }
    }
    return moved;
}

}  // namespace planlezer
