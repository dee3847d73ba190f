// How QGIS draws and labels the layers of norms.gpkg: a style document (QML) a layer.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace planlezer::geopackage {

/// The QML (QGIS 3) of a layer of layers.hpp.
[[nodiscard]] std::string style_qml(std::string_view layer);

}  // namespace planlezer::geopackage
