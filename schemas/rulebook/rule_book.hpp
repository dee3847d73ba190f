// The rule book: which words say a norm, as data read from a folder of TOML files.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

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

struct RuleBook {
    std::string version;  ///< from boek.toml
    std::string hash;     ///< of all its files, hex: part of the key under which results are kept
};

/// Reads every *.toml below the folder. Throws RuleBookError on the first fault.
[[nodiscard]] RuleBook load_rule_book(const std::filesystem::path& folder);

}  // namespace planlezer
