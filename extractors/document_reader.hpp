// An open document, whatever its type: its pages come out as words, or as what else they hold.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <variant>

#include "extractors/file_bytes.hpp"
#include "extractors/ocr/engine.hpp"
#include "extractors/wire/messages.hpp"

namespace planlezer {

class DocumentReader {
  public:
    DocumentReader() = default;
    DocumentReader(const DocumentReader&) = delete;
    DocumentReader& operator=(const DocumentReader&) = delete;
    virtual ~DocumentReader() = default;

    [[nodiscard]] virtual wire::DocumentInfo info() const = 0;
    /// \pre 1 <= request.page <= info().pages
    [[nodiscard]] virtual wire::PageReading read(const wire::PageRequest& request) = 0;
};

/// By content. The engine must outlive the reader.
[[nodiscard]] std::variant<std::unique_ptr<DocumentReader>, Failure> open_document(FileBytes bytes, OcrEngine& engine);

/// The page or the failure that stands for it, also when the request is out of range or memory runs out; never throws.
[[nodiscard]] wire::Reply read_page(DocumentReader& document, const wire::PageRequest& request);

}  // namespace planlezer
