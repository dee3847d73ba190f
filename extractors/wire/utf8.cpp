#include "extractors/wire/utf8.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace planlezer::wire {

namespace {

constexpr char32_t replacement = 0xFFFD;

struct Decoded {
    char32_t code_point = replacement;
    std::size_t bytes = 1;
    bool valid = false;
};

bool scalar_value(char32_t c) { return c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF); }

Decoded decode_one(std::string_view text) {
    const auto at = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t first = at(0);
    if (first < 0x80) return {first, 1, true};
    const std::size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || bytes > text.size()) return {};
    char32_t c = first & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((at(i) & 0xC0U) != 0x80U) return {};
        c = (c << 6U) | (at(i) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    if (c < smallest.at(bytes) || !scalar_value(c)) return {};
    return {c, bytes, true};
}

}  // namespace

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const Decoded one = decode_one(text);
        if (!one.valid || one.code_point == 0) return false;
        text.remove_prefix(one.bytes);
    }
    return true;
}

void append_utf8(std::string& text, char32_t c) {
    if (!scalar_value(c)) c = replacement;
    const auto tail = [&](unsigned shift) { text += static_cast<char>(0x80U | ((c >> shift) & 0x3FU)); };
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0U | (c >> 6U));
        tail(0);
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0U | (c >> 12U));
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0U | (c >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::u32string code_points(std::string_view text) {
    std::u32string points;
    while (!text.empty()) {
        const Decoded one = decode_one(text);
        points += one.code_point;
        text.remove_prefix(one.bytes);
    }
    return points;
}

}  // namespace planlezer::wire
