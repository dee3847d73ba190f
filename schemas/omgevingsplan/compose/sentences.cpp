#include "schemas/omgevingsplan/compose/sentences.hpp"

namespace planlezer::omgevingsplan {

namespace {

std::string_view limit_word(Comparator comparator) {
    switch (comparator) {
        case Comparator::at_most: return "ten hoogste";
        case Comparator::at_least: return "ten minste";
        case Comparator::exactly: return "precies";
    }
    return {};
}

/// "maximum bouwhoogte" limits the bouwhoogte.
std::string measured(const std::string& kind) {
    for (const std::string_view word : {"maximum ", "minimum "}) {
        if (kind.starts_with(word)) return kind.substr(word.size());
    }
    return kind;
}

/// A word that began its own sentence begins none here; an abbreviation stays.
std::string within_a_sentence(std::string words) {
    const bool capital = words.size() > 1 && words[0] >= 'A' && words[0] <= 'Z' && words[1] >= 'a' && words[1] <= 'z';
    if (capital) words[0] = static_cast<char>(words[0] - 'A' + 'a');
    return words;
}

bool is_neuter(const std::string& noun) { return noun.starts_with("aantal") || noun.ends_with("percentage") || noun.ends_with("volume"); }

}  // namespace

Block reference_sentence(const std::string& before, std::size_t gio, const std::string& name, const std::string& after) {
    Block block;
    block.al = {{before + "'", nothing, {}, {}}, {name, gio, {}, {}}, {"'" + after, nothing, {}, {}}};
    return block;
}

std::string limit_words(const NormStatement& norm) {
    const std::string noun = measured(norm.kind);
    std::string words = (is_neuter(noun) ? "Het " : "De ") + noun;
    // What is counted follows its number, everything else belongs to something.
    if (!norm.subject.empty()) words += (noun == "aantal" ? " " : " van ") + norm.subject;
    return words + " is " + std::string(limit_word(norm.comparator));
}

std::string circumstance_words(const PlacedNorm& placed) {
    const NormStatement& norm = placed.norm();
    std::string words;
    if (only_bestemming_known(placed)) words += ", in de bestemming '" + norm.bestemming + "'";
    if (const std::string condition = condition_beside_place(norm); !condition.empty()) words += ", " + within_a_sentence(condition);
    for (const std::string& exception : exceptions_beside_subject(norm)) words += ", " + within_a_sentence(exception);
    return words;
}

std::string value_words(const NormStatement& norm) {
    if (!norm.value) return norm.value_source == ValueSource::existing ? "de bestaande maat" : norm.formula;
    const std::string number = norm.value->text_nl();
    switch (norm.unit) {
        case Unit::percent: return number + "%";
        case Unit::degree: return number + " graden";
        case Unit::square_metre: return number + " m²";
        case Unit::cubic_metre: return number + " m³";
        case Unit::metre: return number + " m";
        case Unit::none:
        case Unit::count:
        case Unit::bouwlagen: return number;
    }
    return number;
}

}  // namespace planlezer::omgevingsplan
