// Single edits of a good package, each with the code that must be raised.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "tests/schemas/omgevingsplan/example_package.hpp"

namespace planlezer::omgevingsplan::testing {

struct Edit {
    std::string code;  ///< empty: the edit leaves the package good
    std::string what;  ///< with the code, the name of the test: unique
    char package = 'a';
    std::function<void(Edited&)> apply;
    std::set<std::string> also;  ///< codes that cannot but be raised with it

    friend void PrintTo(const Edit& edit, std::ostream* out) { *out << edit.code << ": " << edit.what; }
};

[[nodiscard]] std::vector<Edit> delivery_edits();
[[nodiscard]] std::vector<Edit> besluit_edits();
[[nodiscard]] std::vector<Edit> gio_edits();
[[nodiscard]] std::vector<Edit> norm_edits();
[[nodiscard]] std::vector<Edit> ow_edits();
[[nodiscard]] std::vector<Edit> place_edits();
[[nodiscard]] std::vector<Edit> rare_edits();
[[nodiscard]] std::vector<Edit> rare_text_edits();
[[nodiscard]] std::vector<Edit> text_edits();

}  // namespace planlezer::omgevingsplan::testing
