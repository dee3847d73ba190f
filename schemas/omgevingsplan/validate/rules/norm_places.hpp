// Where the values of a norm hold: from Normwaarde over groups of Gebieden to the geometry in a GIO.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "schemas/omgevingsplan/validate/delivery.hpp"

namespace planlezer::omgevingsplan::validation {

struct NormPlace {
    std::size_t value = none;  ///< index of the Normwaarde
    std::size_t gebied = none;  ///< index of the Gebied
    const Gml* gml = nullptr;  ///< where its geometry stands; null when that is not delivered
    const Location* location = nullptr;
};

/// The kind of value ("kwantitatieveWaarde") of a Normwaarde; empty when it has none or several.
[[nodiscard]] std::string value_kind(Element normwaarde);
/// "9", or the words; of a Normwaarde with one kind of value.
[[nodiscard]] std::string value_text(Element normwaarde);

class NormPlaces {
  public:
    explicit NormPlaces(const Delivery& delivery);

    /// Indices of the Omgevingsnormen and Omgevingswaarden.
    [[nodiscard]] const std::vector<std::size_t>& norms() const { return norms_; }
    /// Of one norm, in order of the file.
    [[nodiscard]] std::vector<NormPlace> places(std::size_t norm) const;
    /// Indices of the Gebieden of a location: itself, or the members of a group.
    [[nodiscard]] std::vector<std::size_t> gebieden(const std::string& location) const;

  private:
    struct Place {
        const Gml* gml;
        const Location* location;
    };
    const Delivery& delivery_;
    std::vector<std::size_t> norms_;
    std::unordered_map<std::size_t, std::vector<std::size_t>> values_;  ///< by norm
    std::unordered_map<std::string, Place> geometries_;
};

}  // namespace planlezer::omgevingsplan::validation
