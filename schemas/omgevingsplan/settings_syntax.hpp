// What a value of the settings may look like: the identifiers of STOP, IMOW and the LVBB, dates, words.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace planlezer::omgevingsplan {

struct Syntax {
    const char* pattern;  ///< ECMAScript, of the whole value
    const char* expected;  ///< what it must be, in Dutch, as it follows "moet ... zijn"
};

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
    "gm[0-9]{4}_[A-Za-z0-9-]{0,32}(__[a-z]+_[A-Za-z0-9_.-]*[A-Za-z0-9_-])*__chp_[A-Za-z0-9_.-]*[A-Za-z0-9_-]",
    "het wId van een hoofdstuk in de huidige versie zijn, bijvoorbeeld gm9920_1-0__chp_22"};
inline constexpr Syntax annex_w_id{
    "gm[0-9]{4}_[A-Za-z0-9-]{0,32}(__[a-z]+_[A-Za-z0-9_.-]*[A-Za-z0-9_-])*__cmp_[A-Za-z0-9_.-]*[A-Za-z0-9_-]",
    "het wId van een bijlage in de huidige versie zijn, bijvoorbeeld gm9920_1-0__cmp_II"};
inline constexpr Syntax part_number{"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?",
                                    "een nummer zijn van letters, cijfers, punten of streepjes, zonder punt erachter (STOP0013)"};
inline constexpr Syntax ambtsgebied{
    "(nl\\.imow-gm[0-9]{4}\\.ambtsgebied\\.[A-Za-z0-9]{1,32})?",
    "leeg zijn of nl.imow-<gemeente>.ambtsgebied.<naam>, de naam hoogstens 32 letters en cijfers"};
inline constexpr Syntax pons_id{"(nl\\.imow-gm[0-9]{4}\\.pons\\.[A-Za-z0-9]{1,32})?",
                                "leeg zijn of nl.imow-<gemeente>.pons.<naam>, de naam hoogstens 32 letters en cijfers"};
inline constexpr Syntax pons_work{"(/join/id/regdata/gm[0-9]{4}/[0-9]{4}/[A-Za-z0-9][A-Za-z0-9_-]{0,127})?",
                                  "leeg zijn of /join/id/regdata/<gemeente>/<jaar>/<naam> (STOP1000, LVBB2020, LVBB2021)"};
inline constexpr Syntax date{"[0-9]{4}-[0-9]{2}-[0-9]{2}", "een datum zijn die bestaat: JJJJ-MM-DD"};
inline constexpr Syntax year{"[0-9]{4}", "een jaar zijn: vier cijfers"};
inline constexpr Syntax authority{"/tooi/def/thes/kern/c_[0-9a-f]{8}",
                                  "een waarde van STOP zijn: /tooi/def/thes/kern/c_2a7d8663 (gemeenteraad) of "
                                  "/tooi/def/thes/kern/c_28ecfd6d (college van B en W)"};
inline constexpr Syntax words{"[^]*\\S[^]*", "tekst zijn en niet leeg"};
inline constexpr Syntax anything{"[^]*", "tekst zijn"};
inline constexpr Syntax version{"1\\.3\\.0|1\\.4\\.1", "\"1.3.0\" of \"1.4.1\" zijn"};
inline constexpr Syntax form{"plan|norms", "\"plan\" of \"norms\" zijn"};
}  // namespace syntax

[[nodiscard]] bool fits(const Syntax& syntax, const std::string& value);

/// Of "JJJJ-MM-DD"; nullopt when there is no such day.
[[nodiscard]] std::optional<std::chrono::sys_days> day_of(const std::string& date);

/// Saturday and Sunday, New Year's Day and the days of Christmas; the other holidays the LVBB itself knows.
[[nodiscard]] bool is_working_day(std::chrono::sys_days day);

}  // namespace planlezer::omgevingsplan
