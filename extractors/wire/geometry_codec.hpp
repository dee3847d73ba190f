// Points, rings and polygons on the wire.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractors/wire/byte_stream.hpp"
#include "schemas/model/geometry.hpp"

namespace planlezer::wire {

inline constexpr std::size_t point_bytes = 16;

void put(Writer& out, const Point& point);
void get(Reader& in, Point& point);

void put(Writer& out, const MultiPolygon& shape);
void get(Reader& in, MultiPolygon& shape);

}  // namespace planlezer::wire
