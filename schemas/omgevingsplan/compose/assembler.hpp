// Puts a package together part by part and keeps its references whole.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "schemas/omgevingsplan/compose/norm_groups.hpp"
#include "schemas/omgevingsplan/package.hpp"

namespace planlezer::omgevingsplan {

/// A group as it stands in the package.
struct AddedNorm {
    std::string id;                                  ///< of the Omgevingsnorm
    std::string name;
    std::size_t gio = nothing;                       ///< none without a place
    std::vector<std::vector<std::string>> locations; ///< for every member of the group: where it holds
};

class Assembler {
  public:
    /// `scope` makes the identifiers those of this plan, or of what several plans have together.
    Assembler(const Settings& settings, std::string scope);

    /// Norm, values, places and information object of a group.
    AddedNorm add_norm(const NormGroup& group);

    /// A Gebiedsaanwijzing with its area and information object; index into the information objects.
    std::size_t add_designation(const std::string& name, std::string_view type, const std::string& group, const MultiPolygon& area);

    /// An area without values and without a designation: that of the plan.
    std::size_t add_area(const std::string& name, const MultiPolygon& area);

    /// The old plans lapse in this area; what the settings know of earlier ones is put to it.
    void add_pons(const MultiPolygon& area, std::string text_before, std::string text_after);

    /// A rule on the text with this wId. Without locations it holds in the whole gemeente.
    void add_rule(const std::string& w_id, std::vector<std::string> locations, const std::string& designation, const std::string& norm, std::string_view thema);

    /// All places of an information object: the one Gebied, or the Gebiedengroep of them.
    [[nodiscard]] std::vector<std::string> locations_of(std::size_t gio);
    /// Those of its Gebieden that lie on this ground; their group when all do.
    [[nodiscard]] std::vector<std::string> locations_within(std::size_t gio, const MultiPolygon& ground);
    /// These Gebieden of an information object: their group when it is all of them.
    [[nodiscard]] std::vector<std::string> locations_of(std::size_t gio, std::vector<std::string> gebieden);
    [[nodiscard]] const std::string& designation_of(std::size_t gio) const { return designation_of_.at(gio); }
    [[nodiscard]] const std::string& name_of(std::size_t gio) const { return package.gios[gio].name; }
    /// Reference to the whole gemeente.
    const std::string& ambtsgebied();

    /// Identifiers of the text and of the list of information objects.
    void finish_text();

    Package package;

  private:
    std::size_t new_gio(const std::string& name);
    void sort_places(std::size_t gio);
    std::size_t add_gebied(std::size_t gio, MultiPolygon area, std::string value);

    std::string scope_;
    std::set<std::string, std::less<>> names_;
    std::map<std::size_t, std::string> designation_of_;
    std::map<std::string, std::string, std::less<>> regeltekst_of_;  // wId -> id
    std::string ambtsgebied_;
};

}  // namespace planlezer::omgevingsplan
