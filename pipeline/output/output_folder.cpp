#include "pipeline/output/output_folder.hpp"

#include <fstream>
#include <initializer_list>
#include <string_view>
#include <system_error>
#include <utility>

#include "pipeline/cli/command.hpp"
#include "pipeline/store/output_error.hpp"
#include "schemas/csv/norms_csv.hpp"
#include "schemas/gcp/gcp_points.hpp"
#include "schemas/json/plan_result_writer.hpp"
#include "schemas/review/review_csv.hpp"

namespace planlezer {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view points_mark = ".kaart-";

std::string start_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string start(256, '\0');
    file.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(file.gcount()));
    return start;
}

/// The plan of a file this program wrote; empty for any other file in the folder, which is the user's.
std::string plan_of(const fs::path& path) {
    if (path.extension() == ".json" && start_of(path).find(plan_result_format) != std::string::npos) return path.stem().native();
    const std::string stem = path.stem().native();
    const std::size_t mark = stem.rfind(points_mark);
    if (path.extension() != ".points" || mark == std::string::npos || !start_of(path).starts_with("mapX,mapY,")) return {};
    return stem.substr(0, mark);
}

fs::path points_path(const fs::path& folder, const std::string& plan_id, std::size_t number) {
    return folder / "plans" / (plan_id + std::string(points_mark) + std::to_string(number) + ".points");
}

/// Makes each folder and writes a file in it; what fails becomes wrong use, with this advice.
void try_folders(std::initializer_list<fs::path> folders, const char* advice) {
    try {
        for (const fs::path& folder : folders) {
            std::error_code error;
            fs::create_directories(folder, error);
            if (error) throw OutputError(folder, error.value());
            const fs::path probe = folder / ".planlezer-probe";
            write_file_atomically(probe, "");
            fs::remove(probe, error);
        }
    } catch (const OutputError& error) {
        throw UsageError(std::string(error.what()) + ".", advice);
    }
}

}  // namespace

void prepare_output(const fs::path& folder) {
    try_folders({folder, folder / "plans"}, "Kies met --output een map waarin u mag schrijven.");
}

void prepare_cache(const fs::path& folder) { try_folders({folder}, "Kies met --cache een map waarin u mag schrijven."); }

OutputFolder::OutputFolder(fs::path folder, bool geojson, omgevingsplan::Settings settings, const fs::path& profile)
    : folder_(std::move(folder)),
      norms_csv_(folder_ / "norms.csv"),
      review_csv_(folder_ / "review.csv"),
      review_json_file_(folder_ / "review.json"),
      geopackage_(folder_ / "norms.gpkg"),
      deliveries_(folder_, std::move(settings), profile) {
    norms_csv_.write(norms_csv_header());
    review_csv_.write(review_csv_header());
    review_json_file_.write(ReviewJson::begin());
    if (geojson) {
        geojson_file_.emplace(folder_ / "norms.geojson");
        geojson_file_->write(NormsGeoJson::begin());
    }
}

void OutputFolder::add(const PlanResult& result) {
    const std::string plan_json = write_plan_result(result);
    const std::string norms = norms_csv_rows(result);
    const std::string review_rows = review_csv_rows(result);
    ReviewJson review_json = review_json_;
    const std::string review = review_json.plan(result);
    const std::string features = geojson_file_ ? geojson_.plan(result) : "";

    write_file_atomically(folder_ / "plans" / (result.plan_id + ".json"), plan_json);
    write_points(result);
    norms_csv_.write(norms);
    review_csv_.write(review_rows);
    review_json_file_.write(review);
    review_json_ = review_json;
    if (geojson_file_) geojson_file_->write(features);
    geopackage_.add(result);
    deliveries_.add(result);
}

/// For each sheet; those of an earlier run with more sheets go.
void OutputFolder::write_points(const PlanResult& result) const {
    std::size_t number = 0;
    for (const PlanMap& map : result.maps) {
        if (map.placement.source != PlacementSource::imro) write_file_atomically(points_path(folder_, result.plan_id, ++number), gcp_points(map));
    }
    std::error_code error;
    while (fs::remove(points_path(folder_, result.plan_id, ++number), error)) {}
}

void OutputFolder::close_tables() {
    review_json_file_.write(review_json_.end());
    norms_csv_.commit();
    review_csv_.commit();
    review_json_file_.commit();
    geopackage_.commit();
    deliveries_.close();
    if (!geojson_file_) return;
    geojson_file_->write(NormsGeoJson::end());
    geojson_file_->commit();
}

int OutputFolder::remove_other_plans(const std::set<std::string>& plan_ids) const {
    int removed = 0;
    std::error_code error;
    for (fs::directory_iterator entry(folder_ / "plans", error); !error && entry != fs::directory_iterator(); entry.increment(error)) {
        const std::string plan = plan_of(entry->path());
        if (plan.empty() || plan_ids.contains(plan)) continue;
        std::error_code failed;
        if (fs::remove(entry->path(), failed) && !failed && entry->path().extension() == ".json") ++removed;
    }
    deliveries_.remove_other_plans(plan_ids);
    return removed;
}

void OutputFolder::write_record(const RunRecord& record) const { write_file_atomically(folder_ / "run.json", write_run_record(record)); }

}  // namespace planlezer
