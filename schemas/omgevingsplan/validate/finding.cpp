#include "schemas/omgevingsplan/validate/finding.hpp"

#include <algorithm>
#include <tuple>

namespace planlezer::omgevingsplan {

std::string_view severity_name(Severity severity) {
    if (severity == Severity::error) return "fout";
    return severity == Severity::warning ? "waarschuwing" : "melding";
}

void sort_findings(std::vector<Finding>& findings) {
    const auto key = [](const Finding& f) { return std::tie(f.file, f.line, f.code, f.place, f.message, f.severity); };
    std::ranges::sort(findings, [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
    const auto same = std::ranges::unique(findings);
    findings.erase(same.begin(), same.end());
}

std::string finding_line(const Finding& finding) {
    std::string text;
    if (!finding.file.empty()) text += finding.file + (finding.line > 0 ? ":" + std::to_string(finding.line) : "") + ": ";
    text += std::string(severity_name(finding.severity)) + " " + finding.code;
    if (!finding.place.empty()) text += " (" + finding.place + ")";
    text += ": " + finding.message;
    std::string line;
    for (const char c : text) {
        const bool blank = static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
        if (!blank) line += c;
        if (blank && !line.ends_with(' ')) line += ' ';
    }
    return line;
}

}  // namespace planlezer::omgevingsplan
