// The bytes of a document whose open descriptor a worker was given; mapped, never copied.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <utility>

namespace planlezer {

class FileBytes {
  public:
    /// Maps the whole file; the descriptor may be closed afterwards. nullopt for what is no regular file, is
    /// larger than limits::file_bytes or cannot be mapped. An empty file gives an empty span.
    [[nodiscard]] static std::optional<FileBytes> map(int descriptor);

    FileBytes(FileBytes&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
    FileBytes& operator=(FileBytes&& other) noexcept {
        std::swap(bytes_, other.bytes_);
        return *this;
    }
    FileBytes(const FileBytes&) = delete;
    FileBytes& operator=(const FileBytes&) = delete;
    ~FileBytes();

    [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }
    [[nodiscard]] const unsigned char* data() const;
    [[nodiscard]] std::size_t size() const { return bytes_.size(); }

  private:
    explicit FileBytes(std::span<std::byte> bytes) : bytes_(bytes) {}
    std::span<std::byte> bytes_;
};

}  // namespace planlezer
