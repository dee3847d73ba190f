// The pages of an image file (TIFF, PNG, JPEG, JPEG 2000, BMP, WebP), decoded one at a time.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <variant>

#include "extractors/file_bytes.hpp"
#include "extractors/file_type.hpp"
#include "extractors/image/leptonica.hpp"
#include "schemas/model/plan.hpp"

namespace planlezer {

class ImageFile {
  public:
    /// \pre `type` is one of the image types, as file_type() found it. Looks at headers only.
    [[nodiscard]] static std::variant<ImageFile, Failure> open(FileBytes bytes, FileType type);

    [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_.bytes(); }
    [[nodiscard]] int pages() const { return pages_; }
    /// Decodes one page as it would be shown (Exif orientation applied), any depth; dpi from the file where it is
    /// believable, else 0. \pre 1 <= number <= pages()
    [[nodiscard]] std::variant<PageImage, Failure> decode(int number) const;

  private:
    ImageFile(FileBytes bytes, FileType type, int pages) : bytes_(std::move(bytes)), type_(type), pages_(pages) {}
    FileBytes bytes_;
    FileType type_;
    int pages_;
};

}  // namespace planlezer
