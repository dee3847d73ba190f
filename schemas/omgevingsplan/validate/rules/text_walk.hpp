// Goes through the text of a besluit with all that stands in it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "schemas/omgevingsplan/validate/delivery.hpp"

namespace planlezer::omgevingsplan::validation {

/// Every element of the besluit's text in document order.
template <typename Visit>
void walk_text(const Delivery& delivery, const Visit& visit) {
    for (const Element part : delivery.besluit_part("BesluitVersie").children()) {
        if (part.name().starts_with("Besluit") && part.name() != "BesluitMetadata") walk(part, visit);
    }
}

/// Those of one name.
template <typename Visit>
void each_text(const Delivery& delivery, std::string_view name, const Visit& visit) {
    walk_text(delivery, [&](Element at) {
        if (at.name() == name) visit(at);
    });
}

}  // namespace planlezer::omgevingsplan::validation
