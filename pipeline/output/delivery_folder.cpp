#include "pipeline/output/delivery_folder.hpp"

#include <unistd.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "pipeline/store/output_error.hpp"
#include "schemas/omgevingsplan/compose/build_package.hpp"
#include "schemas/omgevingsplan/compose/remarks_csv.hpp"
#include "schemas/omgevingsplan/validate/validate.hpp"
#include "schemas/omgevingsplan/write/besluit_css.hpp"
#include "schemas/omgevingsplan/write/package_writer.hpp"
#include "schemas/omgevingsplan/zip/zip_writer.hpp"

namespace planlezer {

namespace fs = std::filesystem;

namespace {

fs::path made(fs::path folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw OutputError(folder, error.value());
    return folder;
}

/// What stands there until the new folder has its name.
void put_in_place(const fs::path& fresh, const fs::path& place) {
    std::error_code error;
    const fs::path old = fresh.parent_path() / (fresh.filename().native() + "-oud");
    const bool replaces = fs::exists(place, error);
    if (replaces) fs::rename(place, old, error);
    if (!error) fs::rename(fresh, place, error);
    if (error) throw OutputError(place, error.value());
    if (replaces) fs::remove_all(old, error);
}

/// Only what norms and places need: a run of hundreds of plans keeps these to its end.
PlanResult without_text(const PlanResult& result) {
    PlanResult kept;
    kept.plan_id = result.plan_id;
    kept.imro_id = result.imro_id;
    kept.name = result.name;
    kept.norms = result.norms;
    kept.flags = result.flags;
    for (const PlanMap& map : result.maps) {
        PlanMap bare;
        bare.page = map.page;
        bare.placement = map.placement;
        std::ranges::copy_if(map.objects, std::back_inserter(bare.objects), [](const PlanObject& object) { return object.kind == PlanObjectKind::plangebied; });
        kept.maps.push_back(std::move(bare));
    }
    return kept;
}

}  // namespace

DeliveryFolder::DeliveryFolder(const fs::path& folder, omgevingsplan::Settings settings, fs::path profile)
    : folder_(made(folder / "omgevingsplan")),
      settings_(std::move(settings)),
      profile_(std::move(profile)),
      left_out_(folder_ / "niet-opgenomen.csv"),
      remarks_(folder_ / "opmerkingen.csv"),
      findings_(folder_ / "bevindingen.txt") {
    left_out_.write(omgevingsplan::remarks_csv_header());
    remarks_.write(omgevingsplan::remarks_csv_header());
}

void DeliveryFolder::add(const PlanResult& result) {
    const omgevingsplan::Package package = omgevingsplan::build_package(result, settings_);
    left_out_.write(omgevingsplan::remarks_csv_rows(package.left_out));
    remarks_.write(omgevingsplan::remarks_csv_rows(package.remarks));
    counts_.left_out += package.left_out.size();
    write(package, result.plan_id);
    if (settings_.form == omgevingsplan::Form::norms) joined_.push_back(without_text(result));
}

void DeliveryFolder::write(const omgevingsplan::Package& package, const std::string& name) {
    if (package.parts.empty()) {  // nothing of the plan binds, or nothing of it could be read
        std::error_code error;
        fs::remove_all(folder_ / name, error);
        fs::remove(folder_ / (name + ".zip"), error);
        return;
    }
    const fs::path fresh = made(folder_ / ("." + name + "-" + std::to_string(getpid())));
    omgevingsplan::PackageFiles files;
    omgevingsplan::write_package(package, [&](omgevingsplan::PackageFile&& file) {
        write_file_atomically(fresh / file.name, file.bytes);
        files.emplace(std::move(file.name), std::move(file.bytes));
    });
    put_in_place(fresh, folder_ / name);
    write_file_atomically(folder_ / (name + ".zip"), omgevingsplan::zip_bytes(files));
    validate(files, name);
    ++counts_.packages;
    for (const omgevingsplan::Omgevingsnorm& norm : package.norms) {
        if (norm.type.ends_with("/NogToeTeVoegen")) ++counts_.unlisted;
        for (const omgevingsplan::Normwaarde& value : norm.values) counts_.norms += value.norms.size();
    }
}

/// A finding is a fault of this program or of the settings, and never silent.
void DeliveryFolder::validate(const omgevingsplan::PackageFiles& files, const std::string& name) {
    for (const omgevingsplan::Finding& finding : omgevingsplan::validate(files, {profile_, {}})) {
        if (finding.severity == omgevingsplan::Severity::info) continue;
        findings_.write(name + "/" + omgevingsplan::finding_line(finding) + "\n");
        ++counts_.findings;
    }
}

void DeliveryFolder::close() {
    if (joined_.size() > 1) {
        DeliveryCounts before = counts_;
        write(omgevingsplan::build_joined_package(joined_, settings_), joined_name);
        before.findings = counts_.findings;
        counts_ = before;
    }
    left_out_.commit();
    remarks_.commit();
    findings_.commit();
    write_file_atomically(folder_ / "besluit.css", omgevingsplan::besluit_css());
}

void DeliveryFolder::remove_other_plans(const std::set<std::string>& plan_ids) const {
    std::error_code error;
    for (fs::directory_iterator entry(folder_, error); !error && entry != fs::directory_iterator(); entry.increment(error)) {
        std::error_code failed;
        const bool package = entry->is_directory(failed) && fs::exists(entry->path() / "opdracht.xml", failed);
        const std::string name = entry->path().filename().native();
        if (!package || plan_ids.contains(name) || (name == joined_name && joined_.size() > 1)) continue;
        fs::remove_all(entry->path(), failed);
        fs::remove(folder_ / (name + ".zip"), failed);
    }
}

}  // namespace planlezer
