// Which headings and lead-in sentences tell what a part of a plan is: data read from afdelingen.toml.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/model/document_text.hpp"

namespace planlezer {

/// A word as headings are compared: as fold() gives it, ASCII only, without signs at either end.
[[nodiscard]] std::string folded(std::string_view word);

/// One phrase of the book. Its words are folded; '*' at an end of a word stands for any letters; a word "..." for
/// up to `Sections::max_gap` words.
struct SectionPhrase {
    SectionRole role = SectionRole::unknown;
    std::vector<std::string> words;
    bool whole = false;  ///< must be the whole heading
};

/// What a heading on a page of its own or between parts says of all that follows, up to the next of its kind.
enum class PartKind { regels, toelichting, bijlagen };

/// A heading that opens such a part: "Regels", "TOELICHTING".
struct PartHeading {
    PartKind kind = PartKind::regels;
    SectionPhrase phrase;
};

class Sections {
  public:
    static constexpr std::size_t max_gap = 30;
    /// A lead-in sentence is looked for in this many words from the start of a node's text.
    static constexpr std::size_t max_lead_in = 60;

    /// What a heading tells, from its words as they stand; the first phrase of the book that fits wins.
    [[nodiscard]] std::optional<SectionRole> of_heading(std::span<const FlowWord> heading) const;
    /// What the first sentence of a clause tells ("Burgemeester en wethouders kunnen ... afwijken van").
    [[nodiscard]] std::optional<SectionRole> of_clause(std::span<const FlowWord> text) const;

    /// The part that a heading of these words opens.
    [[nodiscard]] std::optional<PartKind> of_part(std::span<const FlowWord> heading) const;
    /// How many phrases of rules, and of explaining prose, begin in these words.
    [[nodiscard]] std::size_t count_binding(std::span<const FlowWord> text) const;
    [[nodiscard]] std::size_t count_narrative(std::span<const FlowWord> text) const;

    std::vector<SectionPhrase> headings;
    std::vector<SectionPhrase> clauses;
    std::vector<PartHeading> parts;
    std::vector<SectionPhrase> binding;    ///< turns of phrase that only rules have
    std::vector<SectionPhrase> narrative;  ///< turns of phrase that only explaining prose has
};

/// Reads the book of sections. Throws RuleBookError (schemas/rulebook/rule_book.hpp) on the first fault.
[[nodiscard]] Sections load_sections(const std::filesystem::path& file);

}  // namespace planlezer
