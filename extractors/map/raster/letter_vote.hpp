// A second reading of numbers: every digit compared with the other digits of the same sheet.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/map/raster/letters.hpp"

namespace planlezer {

class LetterVote {
  public:
    /// A line that was read, one character a letter; else it teaches nothing.
    void learn(const LetterLine& line, const std::string& text, double confidence);
    /// What the same sheet calls letters of these forms, without counting the line itself; nullopt when one of them is
    /// unlike all others or alike to several. \param own the line's number in the order of learning
    [[nodiscard]] std::optional<std::string> read(const LetterLine& line, std::size_t own) const;
    [[nodiscard]] std::size_t lines() const { return lines_; }

  private:
    struct Sample {
        LetterForm form;
        char name = 0;
        std::size_t line = 0;
        double weight = 0;
    };
    std::vector<Sample> samples_;
    std::size_t lines_ = 0;
};

}  // namespace planlezer
