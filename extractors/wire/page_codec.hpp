// Pages of text on the wire, and what pages of every kind share.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractors/wire/byte_stream.hpp"
#include "schemas/model/text_page.hpp"

namespace planlezer::wire {

inline constexpr std::size_t box_bytes = 32;

void put(Writer& out, const Box& box);
void get(Reader& in, Box& box);

void put(Writer& out, const TextPage& page);
void get(Reader& in, TextPage& page);

/// The number of a page, `lowest` (0 or 1) or more.
[[nodiscard]] int page_number(Reader& in, std::uint32_t lowest);

}  // namespace planlezer::wire
