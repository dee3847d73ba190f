// What a value of the settings may look like: the identifiers of STOP, IMOW and the LVBB, dates, words.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

namespace planlezer::omgevingsplan {

inline constexpr std::size_t longest_identifier = 500;
inline constexpr std::size_t longest_text = 10'000;

/// The matcher of patterns recurses for each character and tries every division of a repetition: what may be long has a rule
/// instead.
struct Syntax {
    const char* pattern;  ///< ECMAScript, of the whole value, no repetition within a repetition; nullptr: none
    const char* expected;  ///< what it must be, in Dutch, as it follows "moet ... zijn"
    bool (*rule)(const std::string& value) = nullptr;  ///< holds as well; nullptr: none
    std::size_t longest = longest_identifier;  ///< characters
};

[[nodiscard]] bool is_chapter_w_id(const std::string& value);
[[nodiscard]] bool is_annex_w_id(const std::string& value);
[[nodiscard]] bool is_date(const std::string& value);
[[nodiscard]] bool has_words(const std::string& value);

namespace syntax {
inline constexpr Syntax municipality{"gm[0-9]{4}", "de gemeentecode zijn: gm en vier cijfers, bijvoorbeeld gm0297"};
inline constexpr Syntax oin{"[0-9]{20}", "een OIN zijn: twintig cijfers"};
inline constexpr Syntax regeling_work{
    "/akn/nl/act/gm[0-9]{4}/[0-9]{4}/[A-Za-z0-9][A-Za-z0-9_-]{0,127}",
    "/akn/nl/act/<gemeente>/<jaar>/<naam> zijn, de naam van letters, cijfers, - en _ (STOP1000, LVBB2020, LVBB2021)"};
inline constexpr Syntax regeling_expression{
    "/akn/nl/act/gm[0-9]{4}/[0-9]{4}/[A-Za-z0-9][A-Za-z0-9_-]{0,127}/nld@([0-9]{4}-[0-9]{2}-[0-9]{2}(;[0-9]+)?|[0-9]+)",
    "het werk zijn met daarachter /nld@JJJJ-MM-DD;nummer, zonder punten (STOP1000)"};
inline constexpr Syntax version_number{"[A-Za-z0-9-]{1,32}",
                                       "hoogstens 32 letters, cijfers of streepjes zijn, zonder punt of _ (STOP1016)"};
inline constexpr Syntax chapter_w_id{
    nullptr, "het wId van een hoofdstuk in de huidige versie zijn, bijvoorbeeld gm9920_1-0__chp_22", is_chapter_w_id};
inline constexpr Syntax annex_w_id{nullptr, "het wId van een bijlage in de huidige versie zijn, bijvoorbeeld gm9920_1-0__cmp_II",
                                   is_annex_w_id};
inline constexpr Syntax part_number{"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?",
                                    "een nummer zijn van letters, cijfers, punten of streepjes, zonder punt erachter (STOP0013)"};
inline constexpr Syntax ambtsgebied{
    "(nl\\.imow-gm[0-9]{4}\\.ambtsgebied\\.[A-Za-z0-9]{1,32})?",
    "leeg zijn of nl.imow-<gemeente>.ambtsgebied.<naam>, de naam hoogstens 32 letters en cijfers"};
inline constexpr Syntax pons_id{"(nl\\.imow-gm[0-9]{4}\\.pons\\.[A-Za-z0-9]{1,32})?",
                                "leeg zijn of nl.imow-<gemeente>.pons.<naam>, de naam hoogstens 32 letters en cijfers"};
inline constexpr Syntax pons_work{"(/join/id/regdata/gm[0-9]{4}/[0-9]{4}/[A-Za-z0-9][A-Za-z0-9_-]{0,127})?",
                                  "leeg zijn of /join/id/regdata/<gemeente>/<jaar>/<naam> (STOP1000, LVBB2020, LVBB2021)"};
inline constexpr Syntax date{nullptr, "een datum zijn die bestaat: JJJJ-MM-DD", is_date};
inline constexpr Syntax year{"[0-9]{4}", "een jaar zijn: vier cijfers"};
inline constexpr Syntax authority{"/tooi/def/thes/kern/c_[0-9a-f]{8}",
                                  "een waarde van STOP zijn: /tooi/def/thes/kern/c_2a7d8663 (gemeenteraad) of "
                                  "/tooi/def/thes/kern/c_28ecfd6d (college van B en W)"};
inline constexpr Syntax words{nullptr, "tekst zijn en niet leeg", has_words, longest_text};
inline constexpr Syntax anything{nullptr, "tekst zijn", nullptr, longest_text};
inline constexpr Syntax version{"1\\.3\\.0|1\\.4\\.1", "\"1.3.0\" of \"1.4.1\" zijn"};
inline constexpr Syntax form{"plan|norms", "\"plan\" of \"norms\" zijn"};
}  // namespace syntax

/// Of UTF-8.
[[nodiscard]] std::size_t characters(const std::string& value);

/// False for what is too long, before its form is looked at.
[[nodiscard]] bool fits(const Syntax& syntax, const std::string& value);

/// Of "JJJJ-MM-DD"; nullopt when there is no such day.
[[nodiscard]] std::optional<std::chrono::sys_days> day_of(const std::string& date);

/// A day on which is published: no Saturday, Sunday or holiday. The check of a finished package lets Good Friday pass, for it may
/// have been published where one works then; who still chooses a day is kept from it.
[[nodiscard]] bool is_publication_day(std::chrono::sys_days day);

}  // namespace planlezer::omgevingsplan
