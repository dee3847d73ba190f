// The folder a run writes to: made and tried before anything is read, filled plan by plan.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>

#include "pipeline/output/delivery_folder.hpp"
#include "pipeline/output/geopackage_file.hpp"
#include "pipeline/store/atomic_file.hpp"
#include "schemas/geojson/norms_geojson.hpp"
#include "schemas/json/run_record.hpp"
#include "schemas/model/plan_result.hpp"
#include "schemas/review/review_json.hpp"

namespace planlezer {

/// Makes the folder and writes a file there. Throws UsageError when that cannot be: nothing was processed then.
void prepare_output(const std::filesystem::path& folder);

/// The same for a cache folder the user named.
void prepare_cache(const std::filesystem::path& folder);

/// Writes the results of plans in the order in which they come. Every fault is an OutputError.
class OutputFolder {
  public:
    /// \pre prepare_output(folder). `geojson`: norms.geojson too. `settings` and `profile`: of the packages for the omgevingsplan.
    OutputFolder(std::filesystem::path folder, bool geojson, omgevingsplan::Settings settings, const std::filesystem::path& profile);

    /// Another exception than OutputError (a result that cannot be put in words) leaves all as it was.
    void add(const PlanResult& result);
    /// Makes the tables whole, with the plans that were added.
    void close_tables();
    /// Takes away results of plans that an earlier run left here and this one does not have; returns how many.
    [[nodiscard]] int remove_other_plans(const std::set<std::string>& plan_ids) const;
    void write_record(const RunRecord& record) const;
    [[nodiscard]] const DeliveryCounts& deliveries() const { return deliveries_.counts(); }

  private:
    void write_points(const PlanResult& result) const;

    std::filesystem::path folder_;
    AtomicFile norms_csv_;
    AtomicFile review_csv_;
    AtomicFile review_json_file_;
    ReviewJson review_json_;
    GeoPackageFile geopackage_;
    DeliveryFolder deliveries_;
    std::optional<AtomicFile> geojson_file_;
    NormsGeoJson geojson_;
};

}  // namespace planlezer
