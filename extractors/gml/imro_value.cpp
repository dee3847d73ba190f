#include "extractors/gml/imro_value.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "schemas/model/ascii.hpp"

namespace planlezer {

namespace {

struct Term {
    std::string_view imro;  ///< behind "maximum" or "minimum"
    std::string_view kind;  ///< as published
    Unit unit;
};

constexpr std::array terms{
    Term{"bouwhoogte", "bouwhoogte", Unit::metre},
    Term{"hoogte", "bouwhoogte", Unit::metre},  // a bare hoogte is a bouwhoogte
    Term{"goothoogte", "goothoogte", Unit::metre},
    Term{"nokhoogte", "nokhoogte", Unit::metre},
    Term{"aantal bouwlagen", "aantal bouwlagen", Unit::bouwlagen},
    Term{"bebouwingspercentage", "bebouwingspercentage", Unit::percent},
    Term{"oppervlakte", "oppervlakte", Unit::square_metre},
    Term{"vloeroppervlakte", "vloeroppervlakte", Unit::square_metre},
    Term{"volume", "inhoud", Unit::cubic_metre},
    Term{"inhoud", "inhoud", Unit::cubic_metre},
    Term{"dakhelling", "dakhelling", Unit::degree},
    Term{"afstand", "afstand", Unit::metre},
    Term{"breedte", "breedte", Unit::metre},
    Term{"diepte", "diepte", Unit::metre},
    Term{"lengte", "lengte", Unit::metre},
    Term{"aantal wooneenheden", "aantal wooneenheden", Unit::count},
    Term{"aantal", "aantal", Unit::count},
};

struct UnitWord {
    std::string_view text;
    Unit unit;
};

constexpr std::array unit_words{
    UnitWord{"m2", Unit::square_metre}, UnitWord{"m²", Unit::square_metre}, UnitWord{"m3", Unit::cubic_metre}, UnitWord{"m³", Unit::cubic_metre},
    UnitWord{"m", Unit::metre},         UnitWord{"%", Unit::percent},       UnitWord{"graden", Unit::degree},  UnitWord{"°", Unit::degree},
    UnitWord{"meter", Unit::metre},     UnitWord{"bouwlagen", Unit::bouwlagen},
};

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// Takes "(m2)" from the end of a type.
Unit take_unit(std::string& type) {
    const std::size_t open = type.rfind('(');
    if (open == std::string::npos || !type.ends_with(')')) return Unit::none;
    const std::string inside = type.substr(open + 1, type.size() - open - 2);
    const auto found = std::ranges::find(unit_words, trimmed(inside), &UnitWord::text);
    if (found == unit_words.end()) return Unit::none;
    type.resize(open);
    type = trimmed(type);
    return found->unit;
}

/// IMRO2006 gives the way through its value list: the last part is the type. IMRO2012 has a ';' within types.
std::string last_of_path(std::string_view type) {
    if (!type.starts_with("maatvoering;")) return std::string(type);
    return std::string(trimmed(type.substr(type.rfind(';') + 1)));
}

bool take_prefix(std::string& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.erase(0, prefix.size());
    return true;
}

/// "minimum ", "maximale ", ...: taken from the front.
std::optional<Comparator> take_bound(std::string& text) {
    for (const std::string_view word : {"maximum ", "maximaal ", "maximale "}) {
        if (take_prefix(text, word)) return Comparator::at_most;
    }
    for (const std::string_view word : {"minimum ", "minimaal ", "minimale "}) {
        if (take_prefix(text, word)) return Comparator::at_least;
    }
    return std::nullopt;
}

bool is_free_text(std::string_view type) { return type.starts_with("other:") || type.empty() || type == "maatvoering"; }

/// "3,5 m" without its unit.
std::string_view without_unit(std::string_view text) {
    for (const UnitWord& word : unit_words) {
        if (text.ends_with(word.text) && text.size() > word.text.size()) return trimmed(text.substr(0, text.size() - word.text.size()));
    }
    return text;
}

MapValue make_value(const ValueType& type, std::string_view waarde, std::string_view waarde_type) {
    MapValue value;
    value.kind = type.kind;
    value.comparator = type.comparator;
    value.unit = type.unit;
    value.value = value_number(waarde);
    value.text = trimmed(waarde);
    value.provenance.quote = std::string(waarde_type) + ": " + value.text;
    return value;
}

}  // namespace

ValueType value_type(std::string_view waarde_type) {
    const std::string own_words = last_of_path(trimmed(waarde_type));
    std::string name = ascii_lower(own_words);
    const Unit unit = take_unit(name);
    const std::optional<Comparator> bound = take_bound(name);
    const auto term = std::ranges::find(terms, name, &Term::imro);
    if (!bound || term == terms.end() || (unit != Unit::none && unit != term->unit)) {
        std::string kind = own_words;
        take_unit(kind);
        return {kind, bound.value_or(Comparator::exactly), unit, false};
    }
    return {(*bound == Comparator::at_most ? "maximum " : "minimum ") + std::string(term->kind), *bound, term->unit, true};
}

std::optional<Decimal> value_number(std::string_view waarde) {
    std::string text(without_unit(trimmed(waarde)));
    if (std::ranges::count(text, ',') + std::ranges::count(text, '.') > 1) return std::nullopt;
    std::ranges::replace(text, ',', '.');
    const std::size_t point = text.find('.');
    // Three digits behind it, and in front more than a zero: thousands, or thousandths? Nobody gives either.
    if (point != std::string::npos && text.size() - point == 4 && !text.starts_with("0.")) return std::nullopt;
    return Decimal::parse(text);
}

std::vector<MapValue> imro_values(std::string_view waarde, std::string_view waarde_type, std::string_view object_name) {
    const std::string_view said = is_free_text(trimmed(waarde_type)) && value_type(object_name).known ? object_name : trimmed(waarde_type);
    std::string both = ascii_lower(said);
    for (const std::string_view words : {"minimum-maximum ", "minimum - maximum ", "minimum en maximum "}) {
        if (!take_prefix(both, words)) continue;
        const std::size_t dash = waarde.find('-');
        if (dash == std::string_view::npos) break;
        return {make_value(value_type("minimum " + both), waarde.substr(0, dash), said), make_value(value_type("maximum " + both), waarde.substr(dash + 1), said)};
    }
    return {make_value(value_type(said), waarde, said)};
}

}  // namespace planlezer
