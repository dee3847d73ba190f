// How the signs of a sheet are divided and where the numbers stand in their parts, learned from those that were read surely.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "extractors/map/raster/raster_signs.hpp"
#include "extractors/map/raster/sheet_glyphs.hpp"
#include "extractors/map/raster/sheet_raster.hpp"

namespace planlezer {

/// Where numbers stand in one part of a sign.
struct NumberSpot {
    std::vector<double> tops;     ///< of the digits, in pixels below the centre of the sign
    std::vector<double> heights;  ///< of the digits, in pixels
    std::size_t marked = 0;       ///< numbers with a mark over or under them
    std::vector<double> middles;  ///< of the number, in pixels right of the centre of the sign
};

struct SignLayout {
    SignShape shape = SignShape::none;
    double side = 0;
    std::vector<Box> parts;         ///< pixels from the centre of the sign; by rows, then columns
    std::vector<NumberSpot> spots;  ///< of each part
    std::size_t count = 0;          ///< signs like this
};

class SignLayouts {
  public:
    /// \param band where the digits of a number stand that was read surely, in the part of this number
    /// \param middle of the number, in pixels of the sheet
    void learn(const SignPlace& place, std::size_t part, const DigitBand& band, double middle, bool marked);
    /// The finest known division whose lines are all drawn at a place, else its own; nullopt when that can be none.
    [[nodiscard]] std::optional<SignLayout> layout_at(const SignPlace& place, const SheetRaster& raster) const;

    /// Sizes of the signs of a shape, each once.
    [[nodiscard]] std::vector<double> sides(SignShape shape) const;

  private:
    std::vector<SignLayout> layouts_;
};

}  // namespace planlezer
