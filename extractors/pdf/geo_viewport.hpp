// The georeference of a GeoPDF page (ISO 32000: viewports with a geographic measure).
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/pdf/drawing.hpp"
#include "extractors/pdf/poppler.hpp"

namespace planlezer {

/// Of the largest viewport that has one; none when the page has no georeference.
[[nodiscard]] std::vector<GeoPoint> geo_viewport(PDFDoc& document, Page& page);

}  // namespace planlezer
