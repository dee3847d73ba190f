#include "schemas/omgevingsplan/write/xml_text.hpp"

#include <libxml/chvalid.h>
#include <libxml/xmlstring.h>

#include <algorithm>

namespace planlezer::omgevingsplan {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

bool is_plain(char c) { return c >= 0x20 && c < 0x7F; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Length of the well-formed character the text starts with and its code point; length 0 when it does not start with one.
std::size_t first_character(std::string_view text, unsigned int& code_point) {
    int length = static_cast<int>(std::min<std::size_t>(text.size(), 4));
    const int found = xmlGetUTF8Char(reinterpret_cast<const unsigned char*>(text.data()), &length);
    if (found < 0) return 0;
    code_point = static_cast<unsigned int>(found);
    // libxml2 takes overlong forms and surrogates for characters.
    constexpr unsigned int shortest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (length > 1 && code_point < shortest[length]) return 0;
    if (code_point >= 0xD800 && code_point <= 0xDFFF) return 0;
    return static_cast<std::size_t>(length);
}

}  // namespace

std::string xml_text(std::string_view text) {
    if (std::ranges::all_of(text, is_plain)) return std::string(text);
    std::string clean;
    clean.reserve(text.size());
    while (!text.empty()) {
        unsigned int code_point = 0;
        const std::size_t length = first_character(text, code_point);
        if (length == 0) {
            clean += replacement;
        } else if (length == 1 && is_space(text.front())) {
            clean += ' ';
        } else if (xmlIsCharQ(code_point) && code_point != 0x7F) {
            clean += text.substr(0, length);
        }
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return clean;
}

bool is_blank(std::string_view text) {
    constexpr std::string_view no_break_space = "\xC2\xA0";
    while (!text.empty()) {
        const std::size_t skip = is_space(text.front()) ? 1 : text.starts_with(no_break_space) ? no_break_space.size() : 0;
        if (skip == 0) return false;
        text.remove_prefix(skip);
    }
    return true;
}

}  // namespace planlezer::omgevingsplan
