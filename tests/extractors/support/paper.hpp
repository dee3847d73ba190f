// White paper on which a test draws lines, as a scanner would see it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <numbers>
#include <random>
#include <utility>
#include <vector>

#include "extractors/image/leptonica.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "schemas/model/geometry.hpp"

namespace planlezer::test {

inline constexpr int size = 1200;  // pixels, at 200 dots an inch

/// To draw on in greys.
class Paper {
  public:
    Paper() : pix_(pixCreate(size, size, 8)) { pixSetAll(pix_.get()); }

    /// \param inked of the way along it, in pixels: where the pen is down
    void line(Point a, Point b, double width, std::uint32_t grey, const std::function<bool(double)>& inked = [](double) { return true; }) {
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        const Point way{(b.x - a.x) / length, (b.y - a.y) / length};
        for (double along = 0; along < length; along += 0.25) {
            if (!inked(along)) continue;
            for (double off = -width / 2; off < width / 2; off += 0.25) {
                const int x = static_cast<int>(a.x + along * way.x - off * way.y);
                const int y = static_cast<int>(a.y + along * way.y + off * way.x);
                l_uint32 there = 0;
                pixGetPixel(pix_.get(), x, y, &there);
                pixSetPixel(pix_.get(), x, y, std::min(there, grey));
            }
        }
    }
    void frame(double x, double y, double wide, double high, double width) {
        const std::vector<Point> corners{{x, y}, {x + wide, y}, {x + wide, y + high}, {x, y + high}};
        for (std::size_t i = 0; i < corners.size(); ++i) line(corners[i], corners[(i + 1) % corners.size()], width, 0);
    }
    void hatch(double degrees, double distance, double width, std::uint32_t grey, const std::function<bool(double)>& inked = [](double) { return true; }) {
        const double angle = degrees * std::numbers::pi / 180;
        const Point way{std::cos(angle), -std::sin(angle)};
        for (double off = -600; off < 600; off += distance) {
            const Point middle{600 - off * way.y, 600 + off * way.x};
            const double half = 350;
            line({middle.x - half * way.x, middle.y - half * way.y}, {middle.x + half * way.x, middle.y + half * way.y}, width, grey, inked);
        }
    }
    /// As a scanner gives it: every pixel darker by something up to so many steps of grey, always the same.
    void grain(std::uint32_t depth) {
        std::minstd_rand random(7);
        for (int y = 0; y < size; ++y) {
            for (int x = 0; x < size; ++x) {
                l_uint32 there = 0;
                pixGetPixel(pix_.get(), x, y, &there);
                pixSetPixel(pix_.get(), x, y, there - std::min<l_uint32>(there, static_cast<l_uint32>(random() % depth)));
            }
        }
    }
    void dot(Point middle, double radius) {
        for (double y = -radius; y <= radius; y += 0.25) {
            const double half = std::sqrt(radius * radius - y * y);
            line({middle.x - half, middle.y + y}, {middle.x + half + 0.25, middle.y + y}, 0.5, 0);
        }
    }
    SheetRaster raster() { return sheet_raster({std::move(pix_), 200, 200}); }

  private:
    PixHandle pix_;
};

}  // namespace planlezer::test
