#include "schemas/omgevingsplan/validate/rules/style_rules.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include "schemas/omgevingsplan/validate/rules/gio_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/syntax.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

Element style_of(const Gio& gio) { return gio.file->root.child("InformatieObjectVersie").child("FeatureTypeStyle"); }

/// "kwantitatieveNormwaarde" of "geo:kwantitatieveNormwaarde".
std::string drawn_property(Element style) {
    const std::string text = style.child_text("SemanticTypeIdentifier");
    return text.substr(text.find(':') + 1);
}

void each_in_style(const Delivery& delivery, std::string_view name,
                   const std::function<void(const Gio&, Element style, Element found)>& visit) {
    for (const Gio& gio : delivery.gios) {
        const Element style = style_of(gio);
        for (const Element found : style.descendants(name)) visit(gio, style, found);
    }
}

void check_parameter(const Delivery& delivery, const Report& report, std::string_view name,
                     const std::function<bool(std::string_view)>& is_right, const std::string& message) {
    each_in_style(delivery, "SvgParameter", [&](const Gio& gio, Element, Element parameter) {
        const std::string value = parameter.text();
        if (parameter.attribute("name") == name && !is_right(value))
            report.at(gio.file, parameter, std::string(name), "De waarde '" + value + "' kan niet; " + message);
    });
}

void check_parameter_names(const Delivery& delivery, const Report& report, std::string_view parent,
                           std::span<const std::string_view> known) {
    each_in_style(delivery, "SvgParameter", [&](const Gio& gio, Element, Element parameter) {
        const std::string name = parameter.attribute("name");
        if (parameter.parent().name() != parent || std::ranges::find(known, name) != known.end()) return;
        report.at(gio.file, parameter, name, "Deze SvgParameter hoort niet bij " + std::string(parent) + "; laat haar weg.");
    });
}

bool is_colour(std::string_view text) {
    return text.size() == 7 && text[0] == '#' &&
           std::ranges::all_of(text.substr(1), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// Digits, and at most two behind a point.
bool is_short_number(std::string_view text) {
    const std::size_t point = text.find('.');
    const std::string_view behind = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    return is_digits(text.substr(0, point)) && (point == std::string_view::npos || (is_digits(behind) && behind.size() <= 2));
}

bool is_opacity(std::string_view text) {
    if (!is_short_number(text)) return false;
    return parse_number(text).value_or(2) <= 1;
}

bool are_lengths(std::string_view text) {
    return std::ranges::all_of(split(text, " "), [](std::string_view part) { return is_digits(part); });
}

const std::string colour_advice = "geef een kleur als #a0a0a0, in kleine letters.";
const std::string opacity_advice = "geef een getal van 0 tot en met 1 met hoogstens twee decimalen.";

bool draws(Element style, std::string_view value, bool numeric) {
    for (const Element rule : style.children("Rule")) {
        const Element filter = rule.child("Filter");
        if (!filter) return true;  // one symbol for all
        for (const Element literal : filter.descendants("Literal")) {
            if (is_same_value(literal.text(), value)) return true;
        }
        // A range may hold any number; which is for the eye.
        if (numeric && !filter.child("PropertyIsEqualTo")) return true;
    }
    return false;
}

void report_undrawn(const Delivery& delivery, const Report& report, std::string_view property,
                    std::optional<std::string> Location::*value) {
    for (const Gio& gio : delivery.gios) {
        if (gio.gml == none) continue;
        const Gml& gml = delivery.gmls[gio.gml];
        std::set<std::string> told;
        for (const Location& location : gml.locations) {
            if (!(location.*value) || !told.insert(*(location.*value)).second) continue;
            const Element style = style_of(gio);
            const bool drawn = style && drawn_property(style) == property &&
                               draws(style, *(location.*value), property == "kwantitatieveNormwaarde");
            if (!drawn)
                report.at(gio.file, style ? style : gio.file->root, *(location.*value),
                          "De FeatureTypeStyle zegt niet hoe '" + *(location.*value) + "' (" + std::string(property) +
                              ") wordt getekend; voeg een Rule toe.");
        }
    }
}

}  // namespace

void groups_are_drawn(const Delivery& delivery, const Report& report) {
    report_undrawn(delivery, report, "groepID", &Location::group);
}
void qualitative_values_are_drawn(const Delivery& delivery, const Report& report) {
    report_undrawn(delivery, report, "kwalitatieveNormwaarde", &Location::qualitative);
}
void quantitative_values_are_drawn(const Delivery& delivery, const Report& report) {
    report_undrawn(delivery, report, "kwantitatieveNormwaarde", &Location::quantitative);
}

void style_has_no_name(const Delivery& delivery, const Report& report) {
    for (const Gio& gio : delivery.gios) {
        if (const Element name = style_of(gio).child("Name"))
            report.at(gio.file, name, name.text(), "De naam van een FeatureTypeStyle wordt genegeerd; laat haar weg.");
    }
}

void style_has_no_description(const Delivery& delivery, const Report& report) {
    for (const Gio& gio : delivery.gios) {
        if (const Element text = style_of(gio).child("Description"))
            report.at(gio.file, text, gio.work, "De beschrijving van een FeatureTypeStyle wordt genegeerd; laat haar weg.");
    }
}

void style_is_of_locations(const Delivery& delivery, const Report& report) {
    each_in_style(delivery, "FeatureTypeName", [&](const Gio& gio, Element, Element name) {
        const std::string text = name.text();
        if (text.substr(text.find(':') + 1) != "Locatie") report.at(gio.file, name, text, "De FeatureTypeName is geo:Locatie.");
    });
}

void style_says_what_it_draws(const Delivery& delivery, const Report& report) {
    constexpr std::array<std::string_view, 4> known{"geometrie", "groepID", "kwalitatieveNormwaarde", "kwantitatieveNormwaarde"};
    each_in_style(delivery, "SemanticTypeIdentifier", [&](const Gio& gio, Element style, Element found) {
        const bool prefixed = found.text().find(':') != std::string::npos;
        if (!prefixed || std::ranges::find(known, drawn_property(style)) == known.end()) {
            report.at(gio.file, found, found.text(),
                      "De SemanticTypeIdentifier is geo:geometrie, geo:groepID, geo:kwalitatieveNormwaarde of "
                      "geo:kwantitatieveNormwaarde.");
        }
    });
}

void filter_needs_a_property(const Delivery& delivery, const Report& report) {
    each_in_style(delivery, "Filter", [&](const Gio& gio, Element style, Element filter) {
        if (drawn_property(style) == "geometrie")
            report.at(gio.file, filter, gio.work,
                      "Een Filter kan niet bij geo:geometrie; haal het weg of kies een groep of normwaarde als "
                      "SemanticTypeIdentifier.");
    });
}

void filter_is_on_that_property(const Delivery& delivery, const Report& report) {
    each_in_style(delivery, "PropertyName", [&](const Gio& gio, Element style, Element name) {
        if (name.text() != drawn_property(style))
            report.at(
                gio.file, name, name.text(),
                "De PropertyName is niet wat de SemanticTypeIdentifier noemt (" + drawn_property(style) + "); maak ze gelijk.");
    });
}

void comparison_needs_numbers(const Delivery& delivery, const Report& report) {
    constexpr std::array<std::string_view, 6> comparisons{"PropertyIsBetween",           "PropertyIsNotEqualTo",
                                                          "PropertyIsLessThan",          "PropertyIsGreaterThan",
                                                          "PropertyIsLessThanOrEqualTo", "PropertyIsGreaterThanOrEqualTo"};
    for (const std::string_view comparison : comparisons) {
        each_in_style(delivery, comparison, [&](const Gio& gio, Element style, Element found) {
            if (drawn_property(style) != "kwantitatieveNormwaarde")
                report.at(gio.file, found, std::string(comparison),
                          "Deze vergelijking kan alleen bij geo:kwantitatieveNormwaarde; gebruik PropertyIsEqualTo.");
        });
    }
}

void range_has_both_ends(const Delivery& delivery, const Report& report) {
    each_in_style(delivery, "And", [&](const Gio& gio, Element, Element both) {
        if (!both.child("PropertyIsGreaterThanOrEqualTo") || !both.child("PropertyIsLessThan"))
            report.at(gio.file, both, gio.work, "Een And bevat PropertyIsGreaterThanOrEqualTo en PropertyIsLessThan; vul aan.");
    });
}

void legend_has_text(const Delivery& delivery, const Report& report) {
    each_in_style(delivery, "Rule", [&](const Gio& gio, Element, Element rule) {
        const Element description = rule.child("Description");
        if (description && description.child_text("Title").empty())
            report.at(gio.file, description, rule.child_text("Name"), "De titel is leeg; hij is de regel in de legenda.");
    });
}

void stroke_parameter_is_known(const Delivery& delivery, const Report& report) {
    constexpr std::array<std::string_view, 6> known{"stroke",         "stroke-width",   "stroke-dasharray",
                                                    "stroke-linecap", "stroke-opacity", "stroke-linejoin"};
    check_parameter_names(delivery, report, "Stroke", known);
}

void fill_parameter_is_known(const Delivery& delivery, const Report& report) {
    constexpr std::array<std::string_view, 2> known{"fill", "fill-opacity"};
    check_parameter_names(delivery, report, "Fill", known);
}

void stroke_is_a_colour(const Delivery& delivery, const Report& report) {
    check_parameter(delivery, report, "stroke", is_colour, colour_advice);
}
void fill_is_a_colour(const Delivery& delivery, const Report& report) {
    check_parameter(delivery, report, "fill", is_colour, colour_advice);
}
void stroke_width_is_a_number(const Delivery& delivery, const Report& report) {
    check_parameter(delivery, report, "stroke-width", is_short_number, "geef een getal met hoogstens twee decimalen.");
}
void stroke_dashes_are_numbers(const Delivery& delivery, const Report& report) {
    check_parameter(delivery, report, "stroke-dasharray", are_lengths, "geef gehele getallen met een spatie ertussen.");
}
void stroke_opacity_is_a_part(const Delivery& delivery, const Report& report) {
    check_parameter(delivery, report, "stroke-opacity", is_opacity, opacity_advice);
}
void fill_opacity_is_a_part(const Delivery& delivery, const Report& report) {
    check_parameter(delivery, report, "fill-opacity", is_opacity, opacity_advice);
}

void stroke_cap_is_butt(const Delivery& delivery, const Report& report) {
    check_parameter(
        delivery, report, "stroke-linecap", [](std::string_view value) { return value == "butt"; }, "de waarde is altijd butt.");
}

void stroke_join_is_round(const Delivery& delivery, const Report& report) {
    check_parameter(
        delivery, report, "stroke-linejoin", [](std::string_view value) { return value == "round"; },
        "de waarde is altijd round.");
}

}  // namespace planlezer::omgevingsplan::validation
