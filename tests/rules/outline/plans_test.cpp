// Real plan texts: every artikel and lid of their contents and sequence stands in the outline.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "rules/outline/label.hpp"
#include "rules/outline/outline.hpp"
#include "rules/outline/parts.hpp"
#include "tests/support/text_lines.hpp"

namespace planlezer {
namespace {

std::string content_of(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

/// Numbers that stand at the start of a line marked as a heading, in the text as it was kept.
std::map<std::string, int> marked_numbers(const std::string& content) {
    static const std::regex heading(R"(^#{1,6}\s+(?:<span[^>]*>\s*</span>\s*)*[*_]*(\d{1,2}(?:\.\d{1,2}){1,4})\.?[*_]*\s+[*_]*['"‘(]?[A-Za-z].*)");
    std::map<std::string, int> numbers;
    std::istringstream lines(content);
    std::string line;
    std::smatch match;
    while (std::getline(lines, line)) {
        if (line.size() < 400 && std::regex_match(line, match, heading)) ++numbers[match[1]];
    }
    return numbers;
}

struct Found {
    std::size_t expected = 0;
    std::vector<std::string> missed;
};

/// Articles of the runs that read as rules: each number from the first to the last. An annex may quote some of another plan.
Found articles_in_sequence(const DocumentText& text, const Sections& sections) {
    Found found;
    for (const ArticleRun& run : article_runs(text, sections)) {
        if (!run.rules() || run.articles < 3 || run.annexed) continue;
        std::set<int> numbers;
        for (std::size_t i = run.first; i < run.end; ++i) {
            if (text.nodes[i].kind == NodeKind::artikel) numbers.insert(number_value(text.nodes[i].label).value_or(0));
        }
        for (int number = *numbers.begin(); number <= *numbers.rbegin(); ++number) {
            ++found.expected;
            if (!numbers.contains(number)) found.missed.push_back("artikel " + std::to_string(number));
        }
    }
    return found;
}

TEST(Plans, EveryArtikelAndLidIsFound) {
    const std::filesystem::path folder = std::filesystem::path(PLANLEZER_SHARED) / "corpus" / "plans";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no development corpus at " << folder;
    const Sections sections = load_sections(std::filesystem::path(PLANLEZER_BOOK) / "afdelingen.toml");
    std::size_t plans = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".md") continue;
        ++plans;
        SCOPED_TRACE(entry.path().filename().string());
        const std::string content = content_of(entry.path());
        const DocumentText text = read_outline(test::lines_from_text(content), sections, DocumentRole::toelichting);
        Found found = articles_in_sequence(text, sections);
        for (const int number : articles_missing(text)) found.missed.push_back("artikel " + std::to_string(number) + " of the contents");
        std::map<std::string, int> lids;
        for (const Node& node : text.nodes) {
            if (node.kind == NodeKind::lid) ++lids[node.label];
        }
        for (const auto& [number, times] : marked_numbers(content)) {
            found.expected += static_cast<std::size_t>(times);
            for (int i = lids[number]; i < times; ++i) found.missed.push_back("lid " + number);
        }
        if (found.expected == 0) continue;
        const double share = 1 - static_cast<double>(found.missed.size()) / static_cast<double>(found.expected);
        std::string missed;
        for (const std::string& one : found.missed) missed += one + ", ";
        std::cout << entry.path().filename().string() << ": " << found.expected << " expected, missed: " << missed << '\n';
        EXPECT_GE(share, 0.99) << found.expected << " expected, missed: " << missed;
    }
    EXPECT_GT(plans, 0U);
}

}  // namespace
}  // namespace planlezer
