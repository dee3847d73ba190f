// Rules on tables in the text: columns, spans and cells that add up.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/omgevingsplan/validate/rule.hpp"

namespace planlezer::omgevingsplan::validation {

void table_has_two_columns(const Delivery& delivery, const Report& report);
void span_goes_forward(const Delivery& delivery, const Report& report);
void span_starts_in_its_column(const Delivery& delivery, const Report& report);
void cell_names_a_column(const Delivery& delivery, const Report& report);
void columns_are_as_many_as_said(const Delivery& delivery, const Report& report);
void cells_fill_the_table(const Delivery& delivery, const Report& report);

}  // namespace planlezer::omgevingsplan::validation
