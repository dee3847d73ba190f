// Rules on the FeatureTypeStyle of a GIO: how its values and groups are drawn.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/omgevingsplan/validate/rule.hpp"

namespace planlezer::omgevingsplan::validation {

void style_has_no_name(const Delivery& delivery, const Report& report);
void style_has_no_description(const Delivery& delivery, const Report& report);
void style_is_of_locations(const Delivery& delivery, const Report& report);
void style_says_what_it_draws(const Delivery& delivery, const Report& report);
void filter_needs_a_property(const Delivery& delivery, const Report& report);
void filter_is_on_that_property(const Delivery& delivery, const Report& report);
void comparison_needs_numbers(const Delivery& delivery, const Report& report);
void range_has_both_ends(const Delivery& delivery, const Report& report);
void legend_has_text(const Delivery& delivery, const Report& report);
void stroke_parameter_is_known(const Delivery& delivery, const Report& report);
void stroke_is_a_colour(const Delivery& delivery, const Report& report);
void stroke_width_is_a_number(const Delivery& delivery, const Report& report);
void stroke_dashes_are_numbers(const Delivery& delivery, const Report& report);
void stroke_cap_is_butt(const Delivery& delivery, const Report& report);
void stroke_opacity_is_a_part(const Delivery& delivery, const Report& report);
void stroke_join_is_round(const Delivery& delivery, const Report& report);
void fill_parameter_is_known(const Delivery& delivery, const Report& report);
void fill_is_a_colour(const Delivery& delivery, const Report& report);
void fill_opacity_is_a_part(const Delivery& delivery, const Report& report);

}  // namespace planlezer::omgevingsplan::validation
