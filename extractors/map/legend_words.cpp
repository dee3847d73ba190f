#include "extractors/map/legend_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace planlezer {

namespace {

constexpr std::size_t longest_label = 28;  // bytes: "min. bouwh. … m"

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

}  // namespace

bool is_legend_title(const std::string& text) {
    constexpr std::array<std::string_view, 5> titles{"legenda", "verklaring", "renvooi", "verklaringen", "legende"};
    const std::string plain = lower(text);
    return std::ranges::any_of(titles, [&plain](std::string_view title) { return plain.starts_with(title) && plain.size() < title.size() + 16; });
}

bool may_be_code(const std::string& text) {
    if (text.size() <= longest_code) return true;
    if (text.size() > longest_label) return false;
    const bool open = text.find("\u2026") != std::string::npos || text.find("..") != std::string::npos;
    const auto is_blank_number = [](std::string_view word) { return word == "x" || word == "xx" || word == "n" || word == "nn" || word == "#" || word == "##"; };
    for (std::size_t begin = 0; !open && begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (is_blank_number(std::string_view(text).substr(begin, end - begin))) return true;
        begin = end + 1;
    }
    return open;
}

}  // namespace planlezer
