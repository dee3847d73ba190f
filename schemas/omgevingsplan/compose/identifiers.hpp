// Identifiers made of what they name: the same content gives the same one on every run, other content never.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "schemas/model/geometry.hpp"

namespace planlezer::omgevingsplan {

/// UUID version 5 (RFC 4122, SHA-1) in the namespace of this program: "1b4e28ba-2fa1-5d2f-883f-0016d3cca427".
[[nodiscard]] std::string uuid_of(std::string_view name);
/// Its 32 hexadecimal digits without the dashes.
[[nodiscard]] std::string hex_of(std::string_view name);

/// "nl.imow-gm9920.gebied.<32 digits>"; `type` as in the identifiers of IMOW: "gebied", "juridischeregel".
[[nodiscard]] std::string object_id(std::string_view gemeente, std::string_view type, std::string_view name);

/// Lower-case ASCII letters, digits and single dashes, at most `most` long: "maximum-bouwhoogte-hoofdgebouwen".
[[nodiscard]] std::string slug(std::string_view text, std::size_t most);

/// Every point in order with three decimals; what makes a geometry that geometry.
[[nodiscard]] std::string coordinate_text(const MultiPolygon& shape);

}  // namespace planlezer::omgevingsplan
