// The rule book: which words say a norm, as data read from folders of TOML files.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// boek.toml          versie
// afdelingen.toml    headings and the role of what stands below them (sections.hpp)
// taal/*.toml        [[woord]] lists: phrases that get a tag (grens-max, kaart, voorwaarde ...)
// kaart.toml         signs, letters and colours of plan maps (map_book.hpp)
// zinnen/*.toml      [[zin]]: how norm, limit and value stand together in a sentence
// normen/*.toml      one file a norm: its nouns, units, plausible range, own sentences, examples
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "schemas/model/quantity.hpp"
#include "schemas/rulebook/map_book.hpp"
#include "schemas/rulebook/pattern.hpp"
#include "schemas/rulebook/sections.hpp"

namespace planlezer {

/// A fault in a rule book, with its place: "normen/bouwhoogte.toml:12: ...".
class RuleBookError : public std::runtime_error {
  public:
    RuleBookError(std::string file, int line, const std::string& message)
        : std::runtime_error(file + ":" + std::to_string(line) + ": " + message), file_(std::move(file)), line_(line) {}
    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] int line() const { return line_; }

  private:
    std::string file_;
    int line_;
};

/// A phrase of taal/: what it matches gets the tag.
struct TagPhrase {
    std::string tag;
    std::string id;        ///< "limieten/niet-meer-dan"
    std::string source;    ///< the pattern as written, for `explain`
    Pattern before;        ///< what must stand in front of it without being part of it: "before ^ pattern"
    Pattern pattern;
};

/// A phrase in which a norm, a limit and a value stand together.
struct Sentence {
    std::string id;        ///< "zin-3"
    std::string source;
    Pattern pattern;       ///< holds {waarde} exactly once
    double confidence = 0.9;        ///< 0-1: how often such a sentence is read right
    std::vector<Unit> units;        ///< only for values of these units; empty: any
    std::string limit;              ///< "max", "min": the sentence itself says the limit; empty: from {grens} or bare
};

/// What an example must yield.
struct ExampleNorm {
    std::string kind;
    std::optional<Decimal> value;
    Unit unit = Unit::none;
    std::string source = "text";   ///< ValueSource as text
    std::string subject;           ///< empty: not checked
};

struct Example {
    std::string file;
    int line = 0;
    std::string text;              ///< lines as in a plan: headings, lead-ins, items
    std::vector<ExampleNorm> norms;
};

/// What is plausible for some subjects: no bijgebouw has a goothoogte of 35 m.
struct SubjectRange {
    std::vector<std::string> subjects;  ///< folded parts of the subject's words; the first range that fits counts
    double low = 0;
    double high = 0;
};

/// A norm (bouwhoogte, oppervlakte ...) with its maximum and minimum form.
struct NormRule {
    std::string name;              ///< "bouwhoogte"
    int version = 1;
    std::string maximum;           ///< "maximum bouwhoogte"; empty: this norm has no maximum form
    std::string minimum;
    std::string bare;              ///< "max" or "min": what "bedraagt 4 m" without a limit word says
    std::vector<Unit> units;
    std::map<Unit, std::string> converted;  ///< a value in this unit belongs to another norm ("%" of an oppervlakte)
    double low = 0;                ///< plausible range, in the first unit
    double high = 0;
    std::vector<SubjectRange> ranges;
    bool counts = false;           ///< the unit is the thing counted
    std::vector<Pattern> nouns;
    std::vector<Pattern> stems;    ///< "goot-" of "goot- en bouwhoogte"
    std::vector<Sentence> sentences;
};

struct RuleBook {
    std::string version;           ///< from boek.toml
    std::string hash;              ///< of all its files, hex: part of the key under which results are kept
    Sections sections;             ///< from afdelingen.toml
    MapBook map;                   ///< from kaart.toml
    std::vector<TagPhrase> phrases;
    std::vector<Sentence> sentences;
    std::vector<NormRule> norms;   ///< sorted by name
    std::vector<Example> examples;

    [[nodiscard]] const NormRule* find_norm(std::string_view name) const;
};

/// Reads every *.toml below the folders, in that order; a file of the same relative name in a later folder
/// replaces the earlier one. Throws RuleBookError on the first fault.
[[nodiscard]] RuleBook load_rule_book(const std::vector<std::filesystem::path>& folders);

}  // namespace planlezer
