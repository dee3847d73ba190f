// The layers of norms.gpkg and their columns, each with the words that explain it to whoever opens the file.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace planlezer::geopackage {

enum class ColumnType { text, real, integer };
enum class LayerGeometry { polygon, point };

struct Column {
    std::string_view name;
    ColumnType type;
    std::string_view description;  ///< Dutch
};

struct Layer {
    std::string_view name;
    LayerGeometry geometry;
    std::string_view title;        ///< Dutch
    std::string_view description;  ///< Dutch
    std::span<const Column> columns;
};

/// In the order in which QGIS lists them: what is drawn on top first.
[[nodiscard]] std::span<const Layer> layers();

}  // namespace planlezer::geopackage
