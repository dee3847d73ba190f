#include "rules/norms/examples.hpp"

#include <algorithm>
#include <string_view>

#include "rules/norms/find_norms.hpp"
#include "rules/outline/outline.hpp"

namespace planlezer {

namespace {

constexpr double line_height = 14;  // points: examples stand on a page of their own making

/// The pieces between separators, empty ones left out.
std::vector<std::string_view> pieces(std::string_view text, char separator) {
    std::vector<std::string_view> found;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0) found.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return found;
}

/// Each line of the example as a line of a page.
std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    for (const std::string_view row : pieces(text, '\n')) {
        Line line;
        const double top = line_height * static_cast<double>(lines.size());
        for (const std::string_view word : pieces(row, ' ')) {
            FlowWord flow;
            flow.text = word;
            flow.page = 1;
            flow.boxes = {{0, top, 1, top + line_height}};
            flow.line_start = line.words.empty();
            line.words.push_back(std::move(flow));
        }
        if (line.words.empty()) continue;
        line.box = {0, top, 100, top + line_height};
        line.starts_page = line.starts_column = lines.empty();
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string shown(const ExampleNorm& norm) {
    std::string text = norm.kind;
    if (norm.value) text += " " + norm.value->text() + " " + std::string(unit_text(norm.unit));
    if (norm.source != "text") text += " (" + norm.source + ")";
    if (!norm.subject.empty()) text += " van " + norm.subject;
    return text;
}

std::string shown(const NormStatement& norm) {
    return shown({norm.kind, norm.value, norm.unit, std::string(value_source_text(norm.value_source)), norm.subject});
}

bool matches(const ExampleNorm& wanted, const NormStatement& found) {
    if (wanted.kind != found.kind || wanted.value != found.value || wanted.source != value_source_text(found.value_source)) return false;
    if (wanted.value && wanted.unit != Unit::none && wanted.unit != found.unit) return false;
    return wanted.subject.empty() || wanted.subject == found.subject;
}

void check(const RuleBook& book, const Example& example, std::vector<ExampleFault>& faults) {
    const FoundNorms found = find_norms(read_outline(lines_of(example.text), book.sections), DocumentRole::regels, book);
    std::vector<bool> used(found.norms.size(), false);
    for (const ExampleNorm& wanted : example.norms) {
        std::size_t at = 0;
        while (at < found.norms.size() && (used[at] || !matches(wanted, found.norms[at]))) ++at;
        if (at < found.norms.size()) {
            used[at] = true;
        } else {
            faults.push_back({example.file, example.line, "niet gevonden: " + shown(wanted)});
        }
    }
    for (std::size_t i = 0; i < found.norms.size(); ++i) {
        if (!used[i]) faults.push_back({example.file, example.line, "gevonden maar niet verwacht: " + shown(found.norms[i])});
    }
}

}  // namespace

std::vector<ExampleFault> run_examples(const RuleBook& book) {
    std::vector<ExampleFault> faults;
    for (const Example& example : book.examples) check(book, example, faults);
    return faults;
}

}  // namespace planlezer
