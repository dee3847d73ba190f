// The input of a run: plans, their documents, and what went wrong with them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace planlezer {

enum class FailureKind { unreadable, unsupported, encrypted, limit_exceeded, timed_out, worker_died, cancelled };
[[nodiscard]] std::string_view failure_kind_text(FailureKind kind);

/// A fault of a document or of one of its pages: a value, never an exception across a plan.
struct Failure {
    int page = 0;         ///< from 1; 0 for the whole document
    FailureKind kind = FailureKind::unreadable;
    std::string message;  ///< Dutch, with the way out
    friend bool operator==(const Failure&, const Failure&) = default;
};

enum class DocumentRole { regels, voorschriften, toelichting, verbeelding, other };
[[nodiscard]] std::string_view document_role_text(DocumentRole role);

struct Document {
    std::string file;        ///< path as named in the output: relative to the input folder it was found in, '/' between
    std::string sha256;      ///< lower-case hex
    std::string media_type;  ///< from the bytes: "application/pdf"; empty when unknown
    DocumentRole role = DocumentRole::other;
    int pages = 0;
    int pages_ocr = 0;
    std::vector<Failure> failures;
};

}  // namespace planlezer
