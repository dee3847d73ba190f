// Maps on the wire: a sheet as drawn, a plan on the earth, a world file.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractors/wire/byte_stream.hpp"
#include "schemas/model/map_sheet.hpp"
#include "schemas/model/plan_map.hpp"
#include "schemas/model/world_file.hpp"

namespace planlezer::wire {

void put(Writer& out, const MapSheet& sheet);
void get(Reader& in, MapSheet& sheet);

void put(Writer& out, const PlanMap& map);
void get(Reader& in, PlanMap& map);

void put(Writer& out, const WorldFile& file);
void get(Reader& in, WorldFile& file);

}  // namespace planlezer::wire
