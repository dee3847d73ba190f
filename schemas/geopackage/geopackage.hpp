// norms.gpkg: all norms, map signs, contours, bestemmingen and flags of a run as a GeoPackage that opens in QGIS as it is.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// OGC 12-128r17 (GeoPackage 1.3), EPSG:28992. The same results in the same order give the same bytes: every date in
// the file is the fixed one of GeoPackage::date. Layers, one row each:
//   norm_area     a norm; its polygon, or none where no map gives one
//   map_symbol    a value as it stands on a sheet or in the IMRO GML
//   plan_contour  a plan that has an outline
//   bestemming    an enkelbestemming or dubbelbestemming
//   review_flag   a flag; at the place of its first norm, or none
// layer_styles holds a style a layer; gpkg_data_columns says what each column means.
#pragma once

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

#include "schemas/model/plan_result.hpp"

namespace planlezer {

/// The file could not be made, or not be written further (disk full).
class GeoPackageError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

class GeoPackage {
  public:
    /// Nothing in the output but run.json holds times.
    static constexpr const char* date = "2000-01-01T00:00:00.000Z";

    /// Makes the file; one that is there is replaced. Everything below throws GeoPackageError too.
    explicit GeoPackage(const std::filesystem::path& path);
    GeoPackage(const GeoPackage&) = delete;
    GeoPackage& operator=(const GeoPackage&) = delete;
    ~GeoPackage();

    void add(const PlanResult& result);
    /// Styles, column descriptions, metadata; the file is whole after it.
    void close();

  private:
    class File;
    class Rows;
    std::unique_ptr<File> file_;
};

}  // namespace planlezer
