// Pages made in the test itself: pictures with type on them, and PDFs of a few lines.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "extractors/file_bytes.hpp"
#include "extractors/image/leptonica.hpp"
#include "schemas/model/text_page.hpp"

namespace planlezer::testing {

using Bytes = std::vector<std::byte>;

/// Lines of text on white paper, 8 bit, A5 at 200 dpi.
[[nodiscard]] PixHandle drawn_page(const std::vector<std::string>& lines);

/// A picture as a file of this Leptonica format (IFF_PNG, IFF_TIFF_G4 ...).
[[nodiscard]] Bytes image_file(Pix& picture, int format);

/// Pages of a PDF: content streams that may use /F1 (Helvetica), /F2 (Helvetica with a character map that lies: every
/// small letter is said to be the next one) and /Im (a grey picture, when one is given).
struct DrawnPdf {
    std::vector<std::string> contents;
    std::string page_entries;       ///< more entries of every page dictionary, as "/Rotate 90"
    Pix* picture = nullptr;         ///< 8 bit
    std::string content_entries{};  ///< more entries of every content stream's dictionary, as "/Filter /JBIG2Decode"
    std::string coded_picture{};    ///< as /Im instead of a picture
    std::string coded_entries = "/Width 100 /Height 100 /Filter /JBIG2Decode";  ///< of its dictionary
};
[[nodiscard]] Bytes pdf_file(const DrawnPdf& pdf);

/// As a worker gets it: mapped from a file that has no name any more.
[[nodiscard]] FileBytes mapped(const Bytes& bytes);
/// A descriptor of such a file, owned by the caller.
[[nodiscard]] int descriptor_of(const Bytes& bytes);

/// Texts of a page's words with blanks between.
[[nodiscard]] std::string text_of(const TextPage& page);
/// The first word with this text; fails the test and gives an empty one when there is none.
[[nodiscard]] Word word_of(const TextPage& page, const std::string& text);

}  // namespace planlezer::testing
