// The folder omgevingsplan/ of a run: a package and its zip for every plan, and what did not go into one.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "pipeline/store/atomic_file.hpp"
#include "schemas/model/plan_result.hpp"
#include "schemas/omgevingsplan/package.hpp"
#include "schemas/omgevingsplan/zip/package_files.hpp"

namespace planlezer {

/// How many packages were made, and what a planner should know of them.
struct DeliveryCounts {
    std::size_t packages = 0;
    std::size_t norms = 0;       ///< that went in
    std::size_t left_out = 0;
    std::size_t unlisted = 0;    ///< kinds of norms that the value lists do not have: nog toe te voegen
    std::size_t findings = 0;    ///< of the validation: 0 unless this program has a bug
};

/// Packages are made plan by plan, each whole or not at all. Every fault of the disk is an OutputError.
class DeliveryFolder {
  public:
    /// \param folder of the run; omgevingsplan/ is made in it
    /// \param profile RELAX NG that every package is checked against, with the rules of the standards
    DeliveryFolder(const std::filesystem::path& folder, omgevingsplan::Settings settings, std::filesystem::path profile);

    void add(const PlanResult& result);
    /// The tables, the style sheet for a browser and, in the form of norms, what all plans have together.
    void close();
    /// Takes away the packages of plans that an earlier run left here and this one does not have.
    void remove_other_plans(const std::set<std::string>& plan_ids) const;

    [[nodiscard]] const DeliveryCounts& counts() const { return counts_; }

    /// Name of the package that all plans have together in the form of norms; no plan is called so.
    static constexpr const char* joined_name = "_alle-plannen";

  private:
    void write(const omgevingsplan::Package& package, const std::string& name);
    void validate(const omgevingsplan::PackageFiles& files, const std::string& name);

    std::filesystem::path folder_;
    omgevingsplan::Settings settings_;
    std::filesystem::path profile_;
    AtomicFile left_out_;
    AtomicFile remarks_;
    AtomicFile findings_;
    std::vector<PlanResult> joined_;  ///< of each plan what the joined package needs
    DeliveryCounts counts_;
};

}  // namespace planlezer
