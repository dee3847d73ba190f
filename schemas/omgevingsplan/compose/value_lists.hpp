// The official value lists (waardelijsten IMOW 5.2.0) as far as building rules need them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "schemas/model/document_text.hpp"
#include "schemas/model/norm.hpp"

namespace planlezer::omgevingsplan {

inline constexpr std::string_view thema_bouwen = "http://standaarden.omgevingswet.overheid.nl/thema/id/concept/Bouwen";
inline constexpr std::string_view thema_gebruik = "http://standaarden.omgevingswet.overheid.nl/thema/id/concept/PlanologischGebruik";
inline constexpr std::string_view type_functie = "http://standaarden.omgevingswet.overheid.nl/typegebiedsaanwijzing/id/concept/Functie";
inline constexpr std::string_view type_bouw = "http://standaarden.omgevingswet.overheid.nl/typegebiedsaanwijzing/id/concept/Bouw";
inline constexpr std::string_view groep_bouwvlak = "http://standaarden.omgevingswet.overheid.nl/bouw/id/concept/Bouwvlak";

/// URIs of the lists and the label of the unit.
struct NormTerms {
    std::string type;
    std::string eenheid;        ///< of a quantity; empty for Unit::none
    std::string eenheid_label;
    std::string groep;
    bool listed = true;         ///< false: no type fits, so it is "nog toe te voegen"
};

/// By the kind of the norm; a number of things also by what is counted ("maximum aantal" of "woningen").
[[nodiscard]] NormTerms terms_of(const NormStatement& norm);

/// What the words of a section regulate: bouwen, gebruik ("gebruiksregels", a bestemmingsomschrijving), or empty: begrippen and
/// overgangsrecht have no thema.
[[nodiscard]] std::string_view thema_of(SectionRole section, std::string_view heading);

/// The Functiegroep of a bestemming ("Wonen - 1" is wonen, "Waarde - Archeologie" archeologie); overig when none fits.
[[nodiscard]] std::string functie_groep(std::string_view bestemming);

}  // namespace planlezer::omgevingsplan
