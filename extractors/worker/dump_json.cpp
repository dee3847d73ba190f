#include "extractors/worker/dump_json.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace planlezer::dump_json {

std::string quoted(const std::string& text) {
    std::string json = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') json += '\\';
        json += c;
    }
    json += '"';
    return json;
}

std::string number(double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), std::round(value * 1000) / 1000);
    return {digits.data(), end.ptr};
}

std::string numbers(std::initializer_list<double> values) {
    std::string json = "[";
    for (const double value : values) {
        if (json.size() > 1) json += ',';
        json += number(value);
    }
    json += ']';
    return json;
}

}  // namespace planlezer::dump_json
