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
constexpr double tile_size = 0.5;        // millimetres a side of the tiles whose ground is looked at
constexpr double widest_stroke = 2.4;    // millimetres: what is dark and wider is a field of a dark colour, not ink
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

/// How light the ground is beneath the ink, tile by tile.
class Ground {
  public:
    Ground(Pix& pix, double pixels_a_millimetre)
        : tile_(std::max(4, static_cast<int>(tile_size * pixels_a_millimetre))), columns_((pixGetWidth(&pix) + tile_ - 1) / tile_), rows_((pixGetHeight(&pix) + tile_ - 1) / tile_) {
        PixHandle lightest(pixCreateNoInit(columns_, rows_, 8));
        if (!lightest) throw std::bad_alloc();
        measure(pix, *lightest);
        // Lines are darker than what lies beside them; a closing lays it over them.
        const int reach = 1 + 2 * std::max(1, static_cast<int>(std::lround(widest_stroke * pixels_a_millimetre / tile_ / 2)));
        closed_.reset(pixCloseGray(lightest.get(), reach, reach));
        if (!closed_) throw std::bad_alloc();
    }
    [[nodiscard]] int tile() const { return tile_; }
    /// What is darker is ink.
    [[nodiscard]] std::uint8_t limit(int column, int row) const {
        const l_uint32* line = pixGetData(closed_.get()) + static_cast<std::ptrdiff_t>(row) * pixGetWpl(closed_.get());
        return static_cast<std::uint8_t>(std::clamp(static_cast<int>(dark_share * GET_DATA_BYTE(line, column)), darkest_limit, lightest_limit));
    }

  private:
    void measure(Pix& pix, Pix& lightest) const {
        const int width = pixGetWidth(&pix);
        const int height = pixGetHeight(&pix);
        std::vector<std::uint32_t> pixels(static_cast<std::size_t>(width));
        std::vector<std::array<std::uint16_t, 256>> counts(static_cast<std::size_t>(columns_));
        for (int row = 0; row < rows_; ++row) {
            for (auto& count : counts) count.fill(0);
            const int end = std::min(height, (row + 1) * tile_);
            for (int y = row * tile_; y < end; ++y) {
                colour_row(pix, y, pixels);
                for (int x = 0; x < width; ++x) ++counts[static_cast<std::size_t>(x / tile_)][lightness(pixels[static_cast<std::size_t>(x)])];
            }
            l_uint32* line = pixGetData(&lightest) + static_cast<std::ptrdiff_t>(row) * pixGetWpl(&lightest);
            for (int column = 0; column < columns_; ++column) {
                const auto all = static_cast<std::size_t>((std::min(width, (column + 1) * tile_) - column * tile_) * (end - row * tile_));
                std::size_t passed = 0;
                int value = 0;
                while (value < 255 && (passed += counts[static_cast<std::size_t>(column)][static_cast<std::size_t>(value)]) * 100 < all * bright_part) ++value;
                SET_DATA_BYTE(line, column, static_cast<l_uint8>(value));
            }
        }
    }

    int tile_;
    int columns_;
    int rows_;
    PixHandle closed_;
};

/// Rows of pixels and rows of blocks, as the picture is walked through once.
class Maker {
  public:
    Maker(PageImage image, SheetRaster& raster) : image_(std::move(image)), raster_(raster), ground_(*image_.pixels, raster.pixels(1)) {
        sums_.resize(static_cast<std::size_t>(raster_.columns));
    }
    void make() {
        std::vector<std::uint32_t> row(static_cast<std::size_t>(raster_.width));
        for (int y = 0; y < raster_.height; ++y) {
            colour_row(*image_.pixels, y, row);
            walk_row(y, row);
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

    void walk_row(int y, const std::vector<std::uint32_t>& row) {
        l_uint32* grey = pixGetData(raster_.grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(raster_.grey.get());
        l_uint32* ink = pixGetData(raster_.ink.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(raster_.ink.get());
        for (int tile = 0; tile * ground_.tile() < raster_.width; ++tile) {
            const std::uint8_t limit = ground_.limit(tile, y / ground_.tile());
            const int end = std::min(raster_.width, (tile + 1) * ground_.tile());
            for (int x = tile * ground_.tile(); x < end; ++x) {
                const std::uint32_t pixel = row[static_cast<std::size_t>(x)];
                Sum& sum = sums_[static_cast<std::size_t>(x / raster_.block)];
                const std::uint8_t light = lightness(pixel);
                const bool dark = light < limit;
                SET_DATA_BYTE(grey, x, light);
                if (dark) SET_DATA_BIT(ink, x);
                auto& colour = dark ? sum.ink : sum.ground;
                colour[0] += pixel >> 24U;
                colour[1] += (pixel >> 16U) & 0xFFU;
                colour[2] += (pixel >> 8U) & 0xFFU;
                ++(dark ? sum.inks : sum.grounds);
            }
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
    Ground ground_;
    std::vector<Sum> sums_;
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
