#include "extractors/map/raster/label_grounds.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr std::uint8_t paper = 0;  // its class

/// Blocks, the last ones included.
struct BlockBox {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
};

/// \param wider points at the left and right, \param higher at the top and bottom
BlockBox blocks_of(const SheetRaster& raster, const Box& box, double wider, double higher) {
    const double sx = raster.x_points * raster.block;
    const double sy = raster.y_points * raster.block;
    return {std::max(0, static_cast<int>((box.x0 - wider) / sx)), std::max(0, static_cast<int>((box.y0 - higher) / sy)),
            std::min(raster.columns - 1, static_cast<int>((box.x1 + wider) / sx)), std::min(raster.rows - 1, static_cast<int>((box.y1 + higher) / sy))};
}

class Grounds {
  public:
    Grounds(ColourClasses& classes, const SheetRaster& raster) : classes_(classes), raster_(raster) {}

    void hide(const Box& box, double by, bool all) {
        const BlockBox room = blocks_of(raster_, box, by, by);
        for (int row = room.top; row <= room.bottom; ++row) {
            for (int column = room.left; column <= room.right; ++column) {
                std::uint8_t& own = at(column, row);
                if (all || own == paper) own = ColourClasses::unknown;
            }
        }
    }

    /// The white between a text and the line around it, when that line is close by; a label may have three lines.
    void hide_frame(const Box& text, const Walls& walls) {
        const double line = text.height();
        const BlockBox start = blocks_of(raster_, text, line, line);
        const BlockBox room = blocks_of(raster_, text, 2.5 * line, 4.5 * line);
        std::vector<std::pair<int, int>> members;
        const auto take = [&](int column, int row) {
            if (at(column, row) != paper || walls.at(column, row) != Wall::none) return;
            at(column, row) = ColourClasses::unknown;
            members.emplace_back(column, row);
        };
        for (int row = start.top; row <= start.bottom; ++row) {
            for (int column = start.left; column <= start.right; ++column) take(column, row);
        }
        bool framed = true;
        for (std::size_t i = 0; i < members.size() && framed; ++i) {
            const auto [column, row] = members[i];
            framed = column > room.left && column < room.right && row > room.top && row < room.bottom;
            constexpr std::array<std::pair<int, int>, 4> sides{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};
            for (std::size_t side = 0; side < sides.size() && framed; ++side) take(column + sides[side].first, row + sides[side].second);
        }
        if (framed) return;
        for (const auto& [column, row] : members) at(column, row) = paper;
    }

  private:
    [[nodiscard]] std::uint8_t& at(int column, int row) {
        return classes_.blocks[static_cast<std::size_t>(row) * static_cast<std::size_t>(raster_.columns) + static_cast<std::size_t>(column)];
    }

    ColourClasses& classes_;
    const SheetRaster& raster_;
};

}  // namespace

void hide_signs(ColourClasses& classes, const SheetRaster& raster, const std::vector<MapSign>& signs, const std::vector<bool>& doubtful) {
    constexpr double around = 1;  // points
    Grounds grounds(classes, raster);
    for (std::size_t i = 0; i < signs.size(); ++i) {
        if (!doubtful[i]) grounds.hide(signs[i].box, around, true);
    }
}

void hide_texts(ColourClasses& classes, const SheetRaster& raster, const std::vector<TextRun>& runs) {
    constexpr double around = 1.5;  // points
    Grounds grounds(classes, raster);
    for (const TextRun& run : runs) {
        for (const Box& box : boxes_along(run)) grounds.hide(box, around, false);
    }
}

void hide_frames(ColourClasses& classes, const SheetRaster& raster, const Walls& walls, const std::vector<TextRun>& runs) {
    Grounds grounds(classes, raster);
    for (const TextRun& run : runs) {
        // A letter in a white frame of its own may be a bestemming that is white.
        const bool is_level = plane::turn_between(run.angle, 0) < 2;
        if (is_level && run.text.find_first_of("0123456789") != std::string::npos) grounds.hide_frame(run.box, walls);
    }
}

}  // namespace planlezer
