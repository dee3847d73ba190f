// What a rule is: a code of the standard, how grave a breach is, and the function that looks for breaches.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/omgevingsplan/validate/delivery.hpp"
#include "schemas/omgevingsplan/validate/finding.hpp"

namespace planlezer::omgevingsplan::validation {

/// Takes down the breaches of one rule.
class Report {
  public:
    Report(std::string_view code, Severity severity, std::vector<Finding>& findings)
        : code_(code), severity_(severity), findings_(findings) {}

    /// About an element of a file: its line, and the eId or identificatie around it.
    void at(const File* file, Element element, std::string message) const {
        add(file == nullptr ? "" : file->name, element.line(), place_of(element), std::move(message));
    }
    /// About an element, under a name of the caller's choice.
    void at(const File* file, Element element, std::string place, std::string message) const {
        add(file == nullptr ? "" : file->name, element.line(), std::move(place), std::move(message));
    }
    /// About a file or, without a name, the whole delivery.
    void about(std::string file, std::string message) const { add(std::move(file), 0, "", std::move(message)); }

  private:
    void add(std::string file, long line, std::string place, std::string message) const {
        findings_.push_back({std::string(code_), severity_, std::move(file), line, std::move(place), std::move(message)});
    }

    std::string_view code_;
    Severity severity_;
    std::vector<Finding>& findings_;
};

struct Rule {
    std::string_view code;
    Severity severity;
    void (*check)(const Delivery&, const Report&);
};

/// Every rule that is checked in our own code: the one place where all codes stand together.
[[nodiscard]] std::span<const Rule> all_rules();

}  // namespace planlezer::omgevingsplan::validation
