// A file that is there whole or not at all: written beside its name, flushed to disk, then renamed.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "pipeline/file_descriptor.hpp"

namespace planlezer {

/// Every fault is an OutputError (exit code 5). Without commit() nothing is left behind.
class AtomicFile {
  public:
    explicit AtomicFile(std::filesystem::path path);
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    ~AtomicFile();

    void write(std::string_view text);
    void commit();

  private:
    [[noreturn]] void fail(int error) const;
    void flush();

    std::filesystem::path path_;
    std::filesystem::path temporary_;
    FileDescriptor file_;
    std::string buffer_;
};

void write_file_atomically(const std::filesystem::path& path, std::string_view text);

}  // namespace planlezer
