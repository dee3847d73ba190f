// SHA-256 of files and texts: what a document, a cache entry and a worker program are known by.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace planlezer {

/// A running digest.
class Sha256 {
  public:
    /// Throws std::runtime_error when the library cannot give a SHA-256.
    Sha256();
    void add(std::span<const char> bytes);
    /// Lower-case hex, 64 characters; the digest may not be used after.
    [[nodiscard]] std::string hex();

  private:
    struct Free {
        void operator()(evp_md_ctx_st* context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> context_;
};

[[nodiscard]] std::string sha256_of_text(std::string_view text);

/// Reads an open descriptor from its present place to the end; nullopt when a read fails.
[[nodiscard]] std::optional<std::string> sha256_of_descriptor(int descriptor);

}  // namespace planlezer
