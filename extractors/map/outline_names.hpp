// Which character an outlined letter is: outlines of one form are one character, and the reading of the picture names it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "extractors/map/letter_outlines.hpp"
#include "extractors/map/pieces.hpp"
#include "extractors/map/text_runs.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

class OutlineNames {
  public:
    /// Learns from the words and signs that were read from a picture of the letters. The letters outlive it.
    OutlineNames(const std::vector<OutlinedLetter>& letters, const std::vector<TextRun>& runs, const std::vector<MapSign>& signs);

    /// A character a letter, UTF-8; U+FFFD where the readings of its form do not agree, are too few, or where a digit's form says another.
    [[nodiscard]] std::vector<std::string> all() const;
    /// What letters of this form are called, whatever their size; U+FFFD when none is.
    [[nodiscard]] std::string like(const LetterForm& form) const;

  private:
    /// Letters of one form and size.
    struct Kind {
        std::size_t first = 0;  ///< a letter of it
        std::size_t form = 0;   ///< kinds of one form, whatever their size, share this
        std::map<std::string, double> votes;
    };
    std::size_t kind_of(std::size_t letter);
    void learn(const Box& box, const std::string& text, double confidence);
    [[nodiscard]] std::string name_of(const Kind& kind) const;

    const std::vector<OutlinedLetter>& letters_;
    std::vector<std::size_t> kind_;  ///< of each letter
    std::vector<Kind> kinds_;
    std::size_t forms_ = 0;
    BoxIndex index_{20};
};

}  // namespace planlezer
