// norms.gpkg of an output folder: written beside its name, renamed when whole.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "schemas/geopackage/geopackage.hpp"

namespace planlezer {

/// Every fault is an OutputError (exit code 5). Without commit() nothing is left behind.
class GeoPackageFile {
  public:
    explicit GeoPackageFile(std::filesystem::path path);
    GeoPackageFile(const GeoPackageFile&) = delete;
    GeoPackageFile& operator=(const GeoPackageFile&) = delete;
    ~GeoPackageFile();

    void add(const PlanResult& result);
    void commit();

  private:
    std::filesystem::path path_;
    std::filesystem::path temporary_;
    std::unique_ptr<GeoPackage> package_;
};

}  // namespace planlezer
