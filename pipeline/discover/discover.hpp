// Finds the input documents below the files and folders a user named, each with its hash and its name in the output.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "schemas/model/plan.hpp"

namespace planlezer {

/// What says that a file is still the one that was hashed.
struct FileStamp {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::uint64_t bytes = 0;
    std::int64_t modified_ns = 0;  ///< since the epoch
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

struct InputFile {
    std::filesystem::path path;      ///< canonical
    std::string name;                ///< as in the output; valid UTF-8, '/' between, unique in the run
    std::string folder;              ///< canonical path of its folder
    std::string sha256;              ///< lower-case hex; empty when it could not be read
    FileStamp stamp;
    std::optional<Failure> failure;  ///< it could not be read at all
};

struct Inputs {
    std::vector<InputFile> files;  ///< sorted by name
    /// Files below an input folder that are no documents, but identify a plan by their name
    /// ("g_NL.IMRO.0001.Dorp-VA01.xml"). Canonical paths, sorted.
    std::vector<std::filesystem::path> others;
};

/// Walks files and folders; the order of `named` does not matter. `left_out` is a folder that is never walked
/// (the run's own output), may be empty. Folders reached by a symbolic link are walked once, hidden ones not.
/// Never throws for a bad file: that is the file's `failure`.
[[nodiscard]] Inputs discover(const std::vector<std::filesystem::path>& named, const std::filesystem::path& left_out);

/// Opens a discovered file for reading; closed when it is no longer the file that was hashed or cannot be opened.
[[nodiscard]] class FileDescriptor open_input(const InputFile& file);

}  // namespace planlezer
