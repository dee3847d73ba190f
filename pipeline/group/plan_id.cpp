#include "pipeline/group/plan_id.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "schemas/model/ascii.hpp"

namespace planlezer {

namespace {

constexpr std::size_t max_length = 100;

/// The plain letter for the accented letters of Latin-1 (UTF-8: 0xC3 and one byte), '\0' for the others.
char without_accent(unsigned char second_byte) {
    constexpr std::array<std::pair<std::string_view, char>, 13> rows{{
        {"\xA0\xA1\xA2\xA3\xA4\xA5", 'a'}, {"\xA7", 'c'}, {"\xA8\xA9\xAA\xAB", 'e'}, {"\xAC\xAD\xAE\xAF", 'i'},
        {"\xB1", 'n'}, {"\xB2\xB3\xB4\xB5\xB6\xB8", 'o'}, {"\xB9\xBA\xBB\xBC", 'u'}, {"\x80\x81\x82\x83\x84\x85", 'A'},
        {"\x87", 'C'}, {"\x88\x89\x8A\x8B", 'E'}, {"\x8C\x8D\x8E\x8F", 'I'}, {"\x92\x93\x94\x95\x96\x98", 'O'},
        {"\x99\x9A\x9B\x9C", 'U'},
    }};
    for (const auto& [bytes, letter] : rows) {
        if (bytes.find(static_cast<char>(second_byte)) != std::string_view::npos) return letter;
    }
    return '\0';
}

std::string without_extension(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    const std::size_t slash = name.rfind('/');
    const bool extension = dot != std::string_view::npos && (slash == std::string_view::npos || dot > slash + 1) && dot > 0;
    return std::string(extension ? name.substr(0, dot) : name);
}

/// The last `folders` folders of the name and the name itself, "a/b/c" as "b_c".
std::string id_with_folders(const PlanIdInput& plan, std::size_t folders) {
    if (!plan.imro_id.empty()) return safe_plan_id(plan.imro_id);
    std::string name = without_extension(plan.file);
    std::size_t start = name.rfind('/');
    for (std::size_t i = 0; i < folders && start != std::string::npos; ++i) {
        start = start == 0 ? std::string::npos : name.rfind('/', start - 1);
    }
    if (start != std::string::npos) name.erase(0, start + 1);
    std::ranges::replace(name, '/', '_');
    return safe_plan_id(name);
}

std::map<std::string, std::vector<std::size_t>> by_id(const std::vector<std::string>& ids) {
    std::map<std::string, std::vector<std::size_t>> holders;
    for (std::size_t i = 0; i < ids.size(); ++i) holders[ascii_lower(ids[i])].push_back(i);
    return holders;
}

}  // namespace

std::string safe_plan_id(std::string_view text) {
    std::string id;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '\xC3' && i + 1 < text.size()) c = without_accent(static_cast<unsigned char>(text[++i]));
        const bool fits = is_ascii_alnum(c) || c == '_' || c == '-' || (c == '.' && !id.empty());
        if (fits) {
            id += c;
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    if (id.size() > max_length) id.resize(max_length);
    while (!id.empty() && (id.back() == '-' || id.back() == '.')) id.pop_back();
    return id.empty() ? "plan" : id;
}

std::vector<std::string> unique_plan_ids(const std::vector<PlanIdInput>& plans) {
    std::vector<std::string> ids(plans.size());
    std::vector<std::size_t> folders(plans.size(), 0);
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < plans.size(); ++i) ids[i] = id_with_folders(plans[i], folders[i]);
        for (const auto& [id, holders] : by_id(ids)) {
            if (holders.size() < 2) continue;
            for (const std::size_t i : holders) {
                if (!plans[i].imro_id.empty()) continue;
                if (folders[i] >= static_cast<std::size_t>(std::ranges::count(plans[i].file, '/'))) continue;
                ++folders[i];
                changed = true;
            }
        }
    }
    // What is still alike ("a b.pdf" and "a-b.pdf", "x.pdf" and "x.tif") is told apart by its bytes, and copies of
    // the same bytes by their names.
    for (const auto& [id, holders] : by_id(ids)) {
        if (holders.size() < 2) continue;
        for (const std::size_t i : holders) {
            if (plans[i].imro_id.empty()) ids[i] += "-" + plans[i].sha256.substr(0, 8);
        }
    }
    for (auto& [id, holders] : by_id(ids)) {
        std::ranges::sort(holders, {}, [&](std::size_t i) { return plans[i].file; });
        for (std::size_t n = 1; n < holders.size(); ++n) ids[holders[n]] += "-" + std::to_string(n + 1);
    }
    return ids;
}

}  // namespace planlezer
