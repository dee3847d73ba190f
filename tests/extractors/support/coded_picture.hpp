// Headers of coded pictures, without pictures: what a codec is told before it decodes.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace planlezer::testing {

/// Big-endian, as all picture formats below have it.
[[nodiscard]] std::string big_endian(std::uint64_t value, int bytes);

/// A JBIG2 segment as it stands in a PDF, numbered 0.
[[nodiscard]] std::string jbig2_segment(unsigned type, const std::string& data);

/// The page information that says how large the page is, and nothing on the page.
[[nodiscard]] std::string jbig2_page(std::uint32_t width, std::uint32_t height);

}  // namespace planlezer::testing
