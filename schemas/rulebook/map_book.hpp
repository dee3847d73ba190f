// What signs, letters and colours on a plan map mean where its legend does not say: data read from kaart.toml.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schemas/model/map_sheet.hpp"
#include "schemas/model/plan_map.hpp"

namespace planlezer {

/// A norm as legends and labels name it.
struct MapMeasure {
    std::string name;                ///< "bouwhoogte": the kind without maximum or minimum
    Unit unit = Unit::none;
    std::vector<std::string> words;  ///< folded; '*' at the end stands for any letters; several words apart by blanks
    double low = 0;                  ///< a value read from a picture outside low to high may have lost a digit or its mark
    double high = 0;                 ///< 0: any value will do
    bool whole = false;              ///< maps give it in whole numbers
};

/// A cell of a sign of PRABPK2012, whose mark or form alone tells the norm.
struct MapMark {
    SignShape shape = SignShape::circle;
    SignMark mark = SignMark::none;
    std::string measure;             ///< MapMeasure::name
};

/// The letter in a standard sign of PRABPK2012 (s128, s129, s130).
struct MapLetter {
    SignShape shape = SignShape::square;
    std::string letter;
    std::string measure;
};

/// Words by which a legend names a kind of area, or heads a list of such areas.
struct MapAreaWords {
    PlanObjectKind kind = PlanObjectKind::bouwvlak;
    std::vector<std::string> words;     ///< of the entry itself: "bouwvlak"; '*' stands for any letters, anywhere
    std::vector<std::string> headings;  ///< of the list it stands in: "functieaanduidingen"
};

/// A bestemming with its letters and colour in PRABPK2012.
struct MapBestemming {
    std::string name;
    std::string code;
    Rgb fill;
};

/// The buildings for which maps give values, by words in the subject of a norm: not what stands beside or around them.
struct MapSubject {
    std::vector<std::string> words;   ///< folded; parts of words
    std::vector<std::string> except;  ///< folded; one of these in the subject, and it is none
};

struct MapBook {
    std::vector<MapMeasure> measures;    ///< the longest names first
    std::vector<std::string> maximum;    ///< words that say a maximum
    std::vector<std::string> minimum;
    std::vector<MapMark> marks;
    std::vector<MapLetter> letters;
    std::vector<MapAreaWords> areas;
    std::vector<std::string> base_words;     ///< by which a legend explains what of its base map is drawn
    std::vector<std::string> base_headings;
    std::vector<MapBestemming> bestemmingen;
    std::vector<MapSubject> subjects;
};

/// Whether a norm about this subject speaks of what a map gives its values for.
[[nodiscard]] bool is_map_subject(const std::string& subject, const MapBook& book);

class TomlReader;

/// Reads kaart.toml. Throws RuleBookError (schemas/rulebook/rule_book.hpp) on the first fault.
[[nodiscard]] MapBook read_map_book(const TomlReader& reader);

}  // namespace planlezer
