#include "pipeline/discover/unique_names.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace planlezer {

namespace fs = std::filesystem;

namespace {

/// Length of the valid UTF-8 character at the start, 0 when there is none.
std::size_t character_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) return 0;
    }
    const bool overlong = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xF0 && byte(1) < 0x90);
    const bool surrogate = first == 0xED && byte(1) >= 0xA0;
    const bool too_high = first == 0xF4 && byte(1) >= 0x90;
    const bool c1_control = first == 0xC2 && byte(1) < 0xA0;
    return overlong || surrogate || too_high || c1_control ? 0 : length;
}

/// The name with `levels` folders of the root in front; fewer when the root has no more.
std::string name_with_folders(const NameInput& input, std::size_t levels) {
    std::vector<std::string> folders;
    for (const fs::path& part : input.root.relative_path()) {
        if (!part.empty()) folders.push_back(part.native());
    }
    std::string name;
    const std::size_t skip = folders.size() > levels ? folders.size() - levels : 0;
    for (std::size_t i = skip; i < folders.size(); ++i) name += folders[i] + "/";
    return printable_utf8(name + input.relative);
}

}  // namespace

std::string printable_utf8(const std::string& bytes) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    std::string_view rest = bytes;
    while (!rest.empty()) {
        const auto first = static_cast<unsigned char>(rest.front());
        const std::size_t length = character_length(rest);
        if (length == 0 || first < 0x20 || first == 0x7F) {
            text += '%';
            text += digits[first >> 4U];
            text += digits[first & 15U];
            rest.remove_prefix(1);
        } else {
            text += rest.substr(0, length);
            rest.remove_prefix(length);
        }
    }
    return text;
}

std::vector<std::string> unique_names(const std::vector<NameInput>& inputs) {
    std::vector<std::size_t> levels(inputs.size(), 0);
    std::vector<std::string> names(inputs.size());
    for (bool changed = true; changed;) {
        std::map<std::string, std::vector<std::size_t>> holders;
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            names[i] = name_with_folders(inputs[i], levels[i]);
            holders[names[i]].push_back(i);
        }
        changed = false;
        for (const auto& [name, indices] : holders) {
            if (indices.size() < 2) continue;
            for (const std::size_t i : indices) {
                const std::size_t deepest = static_cast<std::size_t>(std::ranges::distance(inputs[i].root.relative_path()));
                if (levels[i] >= deepest) continue;
                ++levels[i];
                changed = true;
            }
        }
    }
    // Whole paths differ, unless different bytes print the same ("%FF" as such): number those by their bytes.
    std::map<std::string, std::vector<std::size_t>> holders;
    for (std::size_t i = 0; i < inputs.size(); ++i) holders[names[i]].push_back(i);
    for (auto& [name, indices] : holders) {
        std::ranges::sort(indices, {}, [&](std::size_t i) { return (inputs[i].root / inputs[i].relative).native(); });
        for (std::size_t n = 1; n < indices.size(); ++n) names[indices[n]] += "~" + std::to_string(n + 1);
    }
    return names;
}

}  // namespace planlezer
