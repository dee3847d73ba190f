#include <algorithm>
#include <string_view>

#include "rules/read_plan.hpp"
#include "schemas/model/imro_name.hpp"

namespace planlezer {

namespace {

// An identification stands on one line, but a text layer or OCR may cut it at its points and hyphens.
constexpr std::size_t max_parts = 4;

bool continues(const std::string& before, const std::string& after) {
    constexpr std::string_view joints = ".-_";
    return joints.find(before.back()) != std::string_view::npos || joints.find(after.front()) != std::string_view::npos;
}

}  // namespace

std::string find_imro_id(const std::vector<TextPage>& pages) {
    for (const TextPage& page : pages) {
        for (std::size_t i = 0; i < page.words.size(); ++i) {
            std::string joined;
            for (std::size_t part = i; part < std::min(page.words.size(), i + max_parts); ++part) {
                const std::string& text = page.words[part].text;
                if (part > i && !continues(joined, text)) break;
                joined += text;
                if (const auto name = find_imro_name(joined)) return name->text;
            }
        }
    }
    return {};
}

}  // namespace planlezer
