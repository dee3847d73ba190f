#include "extractors/world_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>

namespace planlezer {

namespace {

constexpr std::size_t max_bytes = 1024;
constexpr double max_number = 1e7;  // metres, or metres a pixel: larger than the country
constexpr double min_pixel_area = 1e-9;  // square metres

std::optional<double> take_number(std::string_view& text) {
    constexpr std::string_view blanks = " \t\r\n";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    const std::string_view word = text.substr(0, text.find_first_of(blanks));
    text.remove_prefix(word.size());
    const std::string_view unsigned_word = word.starts_with('+') ? word.substr(1) : word;
    double value = 0;
    const auto read = std::from_chars(unsigned_word.data(), unsigned_word.data() + unsigned_word.size(), value);
    const bool whole = read.ec == std::errc() && read.ptr == unsigned_word.data() + unsigned_word.size() && !unsigned_word.empty();
    if (!whole || !std::isfinite(value) || std::abs(value) > max_number) return std::nullopt;
    return value;
}

}  // namespace

std::optional<WorldFile> parse_world_file(std::span<const std::byte> bytes) {
    if (bytes.size() > max_bytes) return std::nullopt;
    std::string text;
    for (const std::byte b : bytes) text += static_cast<char>(b);
    std::ranges::replace(text, ',', '.');
    std::string_view rest = text;
    std::array<double, 6> numbers{};
    for (double& number : numbers) {
        const auto read = take_number(rest);
        if (!read) return std::nullopt;
        number = *read;
    }
    if (rest.find_first_not_of(" \t\r\n") != std::string_view::npos) return std::nullopt;
    // In the file the two numbers of a column of the matrix stand together.
    const auto [a, d, b, e, c, f] = numbers;
    if (std::abs(a * e - b * d) < min_pixel_area) return std::nullopt;
    return WorldFile{{a, b, c, d, e, f}};
}

}  // namespace planlezer
