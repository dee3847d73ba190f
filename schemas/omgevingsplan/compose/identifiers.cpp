#include "schemas/omgevingsplan/compose/identifiers.hpp"

#include <openssl/evp.h>

#include <array>
#include <cmath>
#include <charconv>
#include <stdexcept>

namespace planlezer::omgevingsplan {

namespace {

/// Drawn once at random; never changes, else every identifier does.
constexpr std::array<unsigned char, 16> program_namespace{0x6b, 0x0e, 0x5d, 0x0a, 0x3f, 0x1c, 0x4c, 0x52, 0x9e, 0x77, 0xd2, 0x41, 0x8a, 0x60, 0xb5, 0x93};

/// A letter of Latin script without its accent, for the two-byte letters met in Dutch names; 0 for none.
char plain_letter(unsigned char lead, unsigned char follow) {
    if (lead != 0xC3) return 0;
    constexpr std::string_view plain = "aaaaaaaceeeeiiiidnooooo/ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy";
    const char letter = follow >= 0x80 && follow < 0xC0 ? plain[follow - 0x80U] : '/';
    return letter == '/' ? '\0' : letter;
}

void append_coordinate(double metres, std::string& text) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), std::llround(metres * 1000.0));
    text.append(digits.data(), end.ptr);
    text += ' ';
}

void append_ring(const Ring& ring, std::string& text) {
    for (const Point& point : ring) {
        append_coordinate(point.x, text);
        append_coordinate(point.y, text);
    }
    text += ';';
}

}  // namespace

std::string uuid_of(std::string_view name) {
    const std::string hex = hex_of(name);
    return hex.substr(0, 8) + '-' + hex.substr(8, 4) + '-' + hex.substr(12, 4) + '-' + hex.substr(16, 4) + '-' + hex.substr(20);
}

std::string hex_of(std::string_view name) {
    std::string bytes(program_namespace.begin(), program_namespace.end());
    bytes += name;
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha1(), nullptr) != 1) throw std::runtime_error("SHA-1 is not available");
    digest[6] = static_cast<unsigned char>((digest[6] & 0x0FU) | 0x50U);
    digest[8] = static_cast<unsigned char>((digest[8] & 0x3FU) | 0x80U);
    std::string hex;
    for (std::size_t i = 0; i < 16; ++i) {
        hex += "0123456789abcdef"[digest[i] >> 4U];
        hex += "0123456789abcdef"[digest[i] & 0x0FU];
    }
    return hex;
}

std::string object_id(std::string_view gemeente, std::string_view type, std::string_view name) {
    return "nl.imow-" + std::string(gemeente) + "." + std::string(type) + "." + hex_of(std::string(type) + "|" + std::string(name));
}

std::string slug(std::string_view text, std::size_t most) {
    std::string words;
    for (std::size_t i = 0; i < text.size() && words.size() < most; ++i) {
        char c = text[i];
        if (i + 1 < text.size()) {
            if (const char plain = plain_letter(static_cast<unsigned char>(c), static_cast<unsigned char>(text[i + 1])); plain != 0) {
                c = plain;
                ++i;
            }
        }
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            words += c;
        } else if (!words.empty() && words.back() != '-') {
            words += '-';
        }
    }
    while (!words.empty() && words.back() == '-') words.pop_back();
    return words;
}

std::string coordinate_text(const MultiPolygon& shape) {
    std::string text;
    for (const Polygon& polygon : shape) {
        append_ring(polygon.outer, text);
        for (const Ring& hole : polygon.holes) append_ring(hole, text);
        text += '|';
    }
    return text;
}

}  // namespace planlezer::omgevingsplan
