// Joins the words of one line of text on a picture, also where a typewriter set them a whole step apart.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/word_frames.hpp"

namespace planlezer {

using LetterGroup = std::vector<const Component*>;

/// The step from letter to letter in pixels, when all letters of the sheet's running text keep one, as a typewriter's do; else 0.
[[nodiscard]] double typed_step(const std::vector<LetterGroup>& groups);

/// Joins typed words only, and the small letters that stand alone between them.
/// \param frames that keep words apart; may be null
void join_typed(std::vector<LetterGroup>& groups, const WordFrames* frames = nullptr);

/// What goes on to the right comes into the group it goes on from, and leaves its own group empty. A lone letter goes on only
/// when it stands close. \param groups letters with the points and commas beside them
/// \param frames that keep words apart; may be null
void join_words(std::vector<LetterGroup>& groups, const WordFrames* frames = nullptr);

}  // namespace planlezer
