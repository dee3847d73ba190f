#include "schemas/csv/csv_cells.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace planlezer {

namespace {

/// What starts a formula in a spreadsheet; the last four are the full-width forms, which some of them fold.
constexpr std::array<std::string_view, 8> formula_starts{"=",      "+",      "-",      "@",
                                                         "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

bool is_control(char c) { return (c >= '\0' && c < ' ') || c == '\x7F'; }

bool starts_formula(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return false;
    text.remove_prefix(first);
    return std::ranges::any_of(formula_starts, [text](std::string_view start) { return text.starts_with(start); });
}

std::string quoted(std::string text) {
    const bool edge_blank = !text.empty() && (text.front() == ' ' || text.back() == ' ');
    if (!edge_blank && text.find_first_of(";\",") == std::string::npos) return text;
    for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at + 2)) text.insert(at, 1, '"');
    return '"' + text + '"';
}

}  // namespace

std::string csv_text(std::string_view text) {
    std::string cell(text);
    std::ranges::replace_if(cell, is_control, ' ');
    if (starts_formula(cell)) cell.insert(0, 1, '\'');
    return quoted(std::move(cell));
}

std::string csv_texts(std::span<const std::string> texts) {
    std::string all;
    for (const std::string& text : texts) {
        if (!all.empty()) all += " | ";
        all += text;
    }
    return csv_text(all);
}

std::string csv_decimal(const std::optional<Decimal>& value) { return value ? value->text_nl() : std::string(); }

std::string csv_share(double share) {
    const double bounded = share > 0 ? std::min(share, 1.0) : 0;  // also for not-a-number
    const Decimal thousandths(std::llround(bounded * 1000), 3);
    return thousandths.text_nl();
}

std::string csv_article(std::string_view article) {
    const bool digit = !article.empty() && article.front() >= '0' && article.front() <= '9';
    return csv_text(digit ? "art. " + std::string(article) : std::string(article));
}

std::string csv_row(std::span<const std::string> cells) {
    std::string row;
    for (const std::string& cell : cells) {
        if (&cell != cells.data()) row += ';';
        row += cell;
    }
    return row + "\r\n";
}

}  // namespace planlezer
