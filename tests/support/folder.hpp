// A folder of its own for a test, gone afterwards: tests run side by side, so a folder with a fixed name is another's too.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace planlezer::test {

class Folder {
  public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] std::filesystem::path path(std::string_view relative = {}) const {
        return relative.empty() ? root_ : root_ / relative;
    }
    /// Makes folders as needed; returns the whole path.
    std::filesystem::path write(std::string_view relative, std::string_view content) const;
    /// A document for the fake worker: its lines after "%PDF-fake".
    std::filesystem::path document(std::string_view relative, std::string_view script) const;

  private:
    std::filesystem::path root_;
};

[[nodiscard]] std::string read_text(const std::filesystem::path& path);

}  // namespace planlezer::test
