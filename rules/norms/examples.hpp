// Runs the examples inside a rule book: what a phrase is meant to find is checked where it is written.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "schemas/rulebook/rule_book.hpp"

namespace planlezer {

/// An example that does not hold.
struct ExampleFault {
    std::string file;     ///< of the rule book
    int line = 0;         ///< of the example
    std::string message;  ///< Dutch: what was expected and what was found
};

/// Faults in the order of the book; empty when every example holds. An example holds when the norms found in its
/// text are exactly those it names, by kind, value, unit, source and (where given) subject.
[[nodiscard]] std::vector<ExampleFault> run_examples(const RuleBook& book);

}  // namespace planlezer
