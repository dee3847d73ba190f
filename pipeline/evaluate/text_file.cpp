#include "pipeline/evaluate/text_file.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace planlezer::evaluate {

std::optional<std::string> read_text_file(const std::filesystem::path& path) {
    std::error_code fault;
    if (std::filesystem::is_directory(path, fault)) return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    return file.bad() || !file.is_open() ? std::nullopt : std::optional(std::move(text));
}

std::optional<std::vector<std::filesystem::path>> json_files(const std::filesystem::path& folder) {
    std::error_code fault;
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder, fault)) {
        if (entry.path().extension() == ".json") paths.push_back(entry.path());
    }
    if (fault) return std::nullopt;
    std::ranges::sort(paths);
    return paths;
}

}  // namespace planlezer::evaluate
