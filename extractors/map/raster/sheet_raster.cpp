#include "extractors/map/raster/sheet_raster.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <new>
#include <utility>

#include "extractors/limits.hpp"

namespace planlezer {

namespace {

constexpr double block_dpi = 140;        // dots an inch below which blocks are not made
constexpr double most_blocks = 45e6;
constexpr int tile = 16;                 // pixels a side of the tiles whose paper is looked at
constexpr double dark_share = 0.62;      // of the ground's lightness: what is darker is ink
constexpr int darkest_limit = 70;        // lightness, 0-255
constexpr int lightest_limit = 162;
constexpr std::size_t bright_part = 85;  // per cent of a tile's pixels that are darker than its ground

std::uint8_t lightness(std::uint32_t pixel) {
    const std::uint32_t r = pixel >> 24U;
    const std::uint32_t g = (pixel >> 16U) & 0xFFU;
    const std::uint32_t b = (pixel >> 8U) & 0xFFU;
    return static_cast<std::uint8_t>((77 * r + 150 * g + 29 * b) >> 8U);
}

/// Pixels of one row as 32 bit colour, whatever the picture's depth.
void colour_row(Pix& pix, int y, std::vector<std::uint32_t>& row) {
    const int width = pixGetWidth(&pix);
    const int depth = pixGetDepth(&pix);
    const l_uint32* line = pixGetData(&pix) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(&pix);
    for (int x = 0; x < width; ++x) {
        if (depth == 32) {
            row[static_cast<std::size_t>(x)] = line[x];
            continue;
        }
        const std::uint32_t grey = depth == 1 ? (GET_DATA_BIT(line, x) != 0 ? 0U : 255U) : GET_DATA_BYTE(line, x);
        row[static_cast<std::size_t>(x)] = grey << 24U | grey << 16U | grey << 8U;
    }
}

/// Rows of tiles and rows of blocks, as the picture is walked through once.
class Maker {
  public:
    Maker(PageImage image, SheetRaster& raster) : image_(std::move(image)), raster_(raster) {
        limits_.resize(static_cast<std::size_t>(raster_.width / tile + 1));
        sums_.resize(static_cast<std::size_t>(raster_.columns));
        rows_.resize(tile, std::vector<std::uint32_t>(static_cast<std::size_t>(raster_.width)));
    }
    void make() {
        for (int top = 0; top < raster_.height; top += tile) {
            const int height = std::min(tile, raster_.height - top);
            for (int i = 0; i < height; ++i) colour_row(*image_.pixels, top + i, rows_[static_cast<std::size_t>(i)]);
            set_limits(height);
            for (int i = 0; i < height; ++i) walk_row(top + i, rows_[static_cast<std::size_t>(i)]);
        }
        if (raster_.height % raster_.block != 0) finish_blocks(raster_.rows - 1);
    }

  private:
    struct Sum {
        std::array<std::uint32_t, 3> ground{};
        std::array<std::uint32_t, 3> ink{};
        std::uint32_t grounds = 0;
        std::uint32_t inks = 0;
    };

    void set_limits(int height) {
        for (int left = 0; left < raster_.width; left += tile) {
            std::array<std::uint16_t, 256> count{};
            const int width = std::min(tile, raster_.width - left);
            for (int y = 0; y < height; ++y) {
                for (int x = 0; x < width; ++x) ++count[lightness(rows_[static_cast<std::size_t>(y)][static_cast<std::size_t>(left + x)])];
            }
            const auto all = static_cast<std::size_t>(width * height);
            std::size_t passed = 0;
            int value = 0;
            while (value < 255 && (passed += count[static_cast<std::size_t>(value)]) * 100 < all * bright_part) ++value;
            limits_[static_cast<std::size_t>(left / tile)] = static_cast<std::uint8_t>(std::clamp(static_cast<int>(dark_share * value), darkest_limit, lightest_limit));
        }
    }

    void walk_row(int y, const std::vector<std::uint32_t>& row) {
        l_uint32* grey = pixGetData(raster_.grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(raster_.grey.get());
        l_uint32* ink = pixGetData(raster_.ink.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(raster_.ink.get());
        for (int x = 0; x < raster_.width; ++x) {
            const std::uint32_t pixel = row[static_cast<std::size_t>(x)];
            Sum& sum = sums_[static_cast<std::size_t>(x / raster_.block)];
            const std::uint8_t light = lightness(pixel);
            const bool dark = light < limits_[static_cast<std::size_t>(x / tile)];
            SET_DATA_BYTE(grey, x, light);
            if (dark) SET_DATA_BIT(ink, x);
            auto& colour = dark ? sum.ink : sum.ground;
            colour[0] += pixel >> 24U;
            colour[1] += (pixel >> 16U) & 0xFFU;
            colour[2] += (pixel >> 8U) & 0xFFU;
            ++(dark ? sum.inks : sum.grounds);
        }
        if ((y + 1) % raster_.block == 0) finish_blocks(y / raster_.block);
    }

    void finish_blocks(int row) {
        const auto mean = [](const std::array<std::uint32_t, 3>& sum, std::uint32_t count) {
            if (count == 0) return Rgb{};
            return Rgb{static_cast<std::uint8_t>(sum[0] / count), static_cast<std::uint8_t>(sum[1] / count), static_cast<std::uint8_t>(sum[2] / count)};
        };
        for (int column = 0; column < raster_.columns; ++column) {
            Sum& sum = sums_[static_cast<std::size_t>(column)];
            const std::uint32_t all = std::max(1U, sum.grounds + sum.inks);
            raster_.blocks[static_cast<std::size_t>(row) * static_cast<std::size_t>(raster_.columns) + static_cast<std::size_t>(column)] = {
                mean(sum.ground, sum.grounds), mean(sum.ink, sum.inks), static_cast<std::uint8_t>(255 * sum.inks / all)};
            sum = {};
        }
    }

    PageImage image_;
    SheetRaster& raster_;
    std::vector<std::uint8_t> limits_;
    std::vector<Sum> sums_;
    std::vector<std::vector<std::uint32_t>> rows_;
};

PageImage without_palette(PageImage image) {
    const int depth = pixGetDepth(image.pixels.get());
    if (pixGetColormap(image.pixels.get()) != nullptr) {
        image.pixels.reset(pixRemoveColormap(image.pixels.get(), REMOVE_CMAP_TO_FULL_COLOR));
    } else if (depth == 2 || depth == 4 || depth == 16) {
        image.pixels.reset(pixConvertTo8(image.pixels.get(), 0));
    }
    if (!image.pixels) throw std::bad_alloc();
    return image;
}

}  // namespace

SheetRaster sheet_raster(PageImage image) {
    image = without_palette(std::move(image));
    SheetRaster raster;
    raster.width = pixGetWidth(image.pixels.get());
    raster.height = pixGetHeight(image.pixels.get());
    const double x_dpi = image.x_dpi > 0 ? image.x_dpi : limits::scan_dpi;
    const double y_dpi = image.y_dpi > 0 ? image.y_dpi : limits::scan_dpi;
    raster.x_points = 72 / x_dpi;
    raster.y_points = 72 / y_dpi;
    raster.block = std::max(1, static_cast<int>(x_dpi / block_dpi));
    while (static_cast<double>(raster.width) * raster.height / (raster.block * raster.block) > most_blocks) ++raster.block;
    raster.columns = (raster.width + raster.block - 1) / raster.block;
    raster.rows = (raster.height + raster.block - 1) / raster.block;
    raster.blocks.resize(static_cast<std::size_t>(raster.columns) * static_cast<std::size_t>(raster.rows));
    raster.ink.reset(pixCreate(raster.width, raster.height, 1));
    raster.grey.reset(pixCreateNoInit(raster.width, raster.height, 8));
    if (!raster.ink || !raster.grey) throw std::bad_alloc();
    Maker(std::move(image), raster).make();
    return raster;
}

}  // namespace planlezer
