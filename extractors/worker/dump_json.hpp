// The few bits of JSON that the dumps for people are made of.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>

namespace planlezer::dump_json {

[[nodiscard]] std::string quoted(const std::string& text);
/// With three decimals at most.
[[nodiscard]] std::string number(double value);
[[nodiscard]] std::string numbers(std::initializer_list<double> values);

}  // namespace planlezer::dump_json
