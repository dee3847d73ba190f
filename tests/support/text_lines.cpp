#include "tests/support/text_lines.hpp"

#include <algorithm>
#include <sstream>

#include "rules/outline/label.hpp"
#include "rules/outline/line_shape.hpp"
#include "schemas/model/article.hpp"
#include "schemas/rulebook/sections.hpp"

namespace planlezer::test {
namespace {

constexpr double line_height = 12;
constexpr double letter_width = 5;

std::string without_markup(std::string text) {
    const auto drop = [&](std::string_view open, std::string_view close) {
        for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
            const std::size_t end = text.find(close, at + open.size());
            if (end == std::string::npos) break;
            text.erase(at, end + close.size() - at);
        }
    };
    drop("<span", ">");
    drop("</span", ">");
    drop("![", ")");
    // [text](address) leaves its text
    for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at)) {
        const std::size_t open = text.rfind('[', at);
        const std::size_t close = text.find(')', at);
        if (open == std::string::npos || close == std::string::npos) break;
        text.erase(at, close + 1 - at);
        text.erase(open, 1);
    }
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && !std::isalnum(static_cast<unsigned char>(text[i + 1]))) continue;
        if (static_cast<unsigned char>(text[i]) == 0xC3 && i + 3 < text.size() && static_cast<unsigned char>(text[i + 1]) == 0xA2 &&
            static_cast<unsigned char>(text[i + 2]) == 0xC2) {  // a dash or quote of UTF-8 that was read as Latin-1
            i += 5;
            plain += '\'';
            continue;
        }
        if (static_cast<unsigned char>(text[i]) == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA1) {
            ++i;
            plain += ' ';
            continue;
        }
        plain += text[i];
    }
    return plain;
}

std::string unmarked(std::string text, std::string_view mark) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark)) text.erase(at, mark.size());
    return text;
}

std::string trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
    return std::string(text);
}

class Reader {
  public:
    std::vector<Line> read(std::string_view text) {
        std::istringstream stream{std::string(text)};
        std::string raw;
        while (std::getline(stream, raw)) take(raw);
        close_table();
        return std::move(lines_);
    }

  private:
    void take(const std::string& raw) {
        std::string text = without_markup(raw);
        const std::string bare = trimmed(text);
        if (bare.empty() || bare == "-" || bare == "*" || bare == "+") {
            close_table();
            blank_ = true;
            return;
        }
        if (bare.size() <= 3 && std::all_of(bare.begin(), bare.end(), [](char c) { return c >= '0' && c <= '9'; })) return;
        if (bare.front() == '|') {
            rows_.push_back(bare);
            return;
        }
        close_table();
        double indent = 0;
        for (std::size_t i = 0; i < text.size() && (text[i] == ' ' || text[i] == '\t'); ++i) indent += text[i] == '\t' ? 18 : 4.5;
        std::string body = bare;
        bool heading = false;
        bool item = false;
        if (body.starts_with('#')) {
            body = trimmed(body.substr(body.find_first_not_of('#') == std::string::npos ? body.size() : body.find_first_not_of('#')));
            heading = true;
        }
        if (body.size() > 2 && (body[0] == '-' || body[0] == '*' || body[0] == '+') && (body[1] == ' ' || body[1] == '\t')) {
            const std::string rest = trimmed(body.substr(2));
            const std::string plain = unmarked(rest, "*");
            const Line probe = line_of(plain, 0);
            const auto label = read_label(probe);
            item = true;
            // A mark before a label of its own is one of the conversion.
            const bool own = label && (label->close != LabelClose::none || label->readings.front().style == LabelStyle::dotted ||
                                       label->readings.front().style == LabelStyle::artikel || label->readings.front().style == LabelStyle::dash);
            if (own && label->readings.front().style == LabelStyle::dotted) heading = rest.starts_with('*');
            body = rest;
            if (!own) body = std::string("- ").append(rest);
            indent += body.starts_with("- ") || (own && label->readings.front().style != LabelStyle::dotted) ? 18 : 0;
        }
        const bool bold = heading || (body.starts_with("**") && body.ends_with("**")) || (body.starts_with("*") && body.ends_with("*") && body.size() > 2);
        body = trimmed(unmarked(unmarked(body, "**"), "*"));
        if (body.empty()) return;
        Line line = line_of(body, indent);
        line.bold = bold;
        line.starts_paragraph = blank_ || heading || item || lines_.empty() || starts_anew(line);
        blank_ = false;
        add(std::move(line));
    }

    /// Without a blank line between, a line starts anew when the one before is at its end and this one begins like one.
    [[nodiscard]] bool starts_anew(const Line& line) const {
        const Line& before = lines_.back();
        if (before.table || before.bold || line.bold) return true;
        if (before.words.size() <= 8 && heading_shaped(before.words)) return !starts_lower(line.words);
        const bool labelled = read_label(line).has_value();
        if (closing_sign(before.words) == ',') return labelled || folded(line.words.front().text) == "met" || !starts_lower(line.words);
        return clause_closed(before.words) || labelled || !starts_lower(line.words);
    }

    static Line line_of(const std::string& text, double indent) {
        Line line;
        line.indent = indent;
        double x = 72 + indent;
        std::istringstream words(text);
        std::string word;
        while (words >> word) {
            FlowWord flow;
            flow.text = word;
            flow.page = 1;
            const double width = letter_width * static_cast<double>(word.size());
            flow.boxes.push_back({x, 0, x + width, line_height});
            flow.line_start = line.words.empty();
            x += width + letter_width;
            line.words.push_back(std::move(flow));
        }
        return line;
    }

    void add(Line line) {
        const double top = line_height * 1.5 * static_cast<double>(lines_.size());
        for (FlowWord& word : line.words) {
            for (Box& box : word.boxes) {
                box.y0 += top;
                box.y1 += top;
            }
        }
        line.box = line.words.front().boxes.front();
        for (const FlowWord& word : line.words) line.box = united(line.box, word.boxes.front());
        line.gap = line.starts_paragraph ? line_height / 2 : 1;
        lines_.push_back(std::move(line));
    }

    void close_table() {
        if (rows_.empty()) return;
        Line line;
        Table table;
        for (const std::string& row : rows_) {
            if (row.find_first_not_of("|-: ") == std::string::npos) {
                if (table.head_rows == 0) table.head_rows = table.rows;
                continue;
            }
            int column = 0;
            std::istringstream cells(row.substr(1));
            std::string text;
            while (std::getline(cells, text, '|')) {
                Cell cell;
                cell.row = table.rows;
                cell.column = column++;
                std::string plain = text;
                for (std::size_t at = plain.find("<br>"); at != std::string::npos; at = plain.find("<br>")) {
                    plain.erase(at, 3);
                    plain[at] = ' ';
                }
                Line part = line_of(unmarked(plain, "**"), 0);
                cell.text.begin = line.words.size();
                line.words.insert(line.words.end(), part.words.begin(), part.words.end());
                cell.text.end = line.words.size();
                table.cells.push_back(cell);
            }
            table.columns = std::max(table.columns, column);
            ++table.rows;
        }
        for (Cell& cell : table.cells) cell.head = cell.row < table.head_rows || cell.column == 0;
        table.understood = table.head_rows > 0;
        // A frame around one column is no table: contents and notes are kept so.
        const bool one_column = std::all_of(table.cells.begin(), table.cells.end(), [](const Cell& cell) { return cell.column == 0 || cell.text.empty(); });
        if (one_column) {
            for (const Cell& cell : table.cells) {
                if (cell.text.empty()) continue;
                Line entry;
                for (std::size_t w = cell.text.begin; w < cell.text.end; ++w) entry.words.push_back(line.words[w]);
                entry.words.front().line_start = true;
                add(std::move(entry));
            }
        } else if (!line.words.empty()) {
            line.table = std::move(table);
            add(std::move(line));
        }
        rows_.clear();
        blank_ = true;
    }

    std::vector<Line> lines_;
    std::vector<std::string> rows_;
    bool blank_ = true;
};

std::string_view kind_text(NodeKind kind) {
    switch (kind) {
        case NodeKind::hoofdstuk: return "hoofdstuk";
        case NodeKind::artikel: return "artikel";
        case NodeKind::lid: return "lid";
        case NodeKind::onderdeel: return "onderdeel";
        case NodeKind::alinea: return "alinea";
        case NodeKind::tabel: return "tabel";
        case NodeKind::bijlage: return "bijlage";
        case NodeKind::titel: return "titel";
    }
    return "";
}

/// One row a line, '|' between cells, '#' before a head, '>' for a cell that goes on to the right.
std::string table_text(const DocumentText& text, const Table& table) {
    std::string all = "    heads " + std::to_string(table.head_rows) + "x" + std::to_string(table.head_columns) + (table.understood ? "" : " ?");
    int row = -1;
    for (const Cell& cell : table.cells) {
        if (cell.row != row) all += "\n    ";
        row = cell.row;
        all += "| ";
        if (cell.head) all += '#';
        all.append(text.text(cell.text)).append(std::string(static_cast<std::size_t>(cell.column_span - 1), '>'));
        if (cell.row_span > 1) all.append("/").append(std::to_string(cell.row_span));
        all += ' ';
    }
    all += '\n';
    for (const WordSpan& note : table.footnotes) all.append("    * ").append(text.text(note)).append("\n");
    return all;
}

}  // namespace

std::vector<Line> lines_from_text(std::string_view text) { return Reader().read(text); }

std::string lines_text(const std::vector<Line>& lines) {
    std::ostringstream all;
    all.precision(1);
    all << std::fixed;
    for (const Line& line : lines) {
        all << line.page << (line.starts_column ? " C" : " ") << (line.starts_paragraph ? "> " : "  ") << line.box.x0 << ' ' << line.box.y0 << " +" << line.indent
            << " gap " << line.gap << " size " << line.font_size << (line.bold ? " B" : "") << (line.italic ? " I" : "") << (line.underlined ? " U" : "")
            << (line.footnote ? " foot" : "") << (line.table ? " TABLE" : "") << " |";
        for (const FlowWord& word : line.words) all << ' ' << word.text;
        all << '\n';
    }
    return all.str();
}

std::string outline_text(const DocumentText& text) {
    std::string all;
    for (const Node& node : text.nodes) {
        all += std::string(static_cast<std::size_t>(node.depth) * 2, ' ') + std::string(kind_text(node.kind));
        if (!node.label.empty()) all.append(" ").append(node.label);
        if (node.repaired) all += '!';
        all.append(" [").append(node.number).append("]");
        if (node.section != SectionRole::unknown) all.append(" {").append(section_role_text(node.section)).append("}");
        if (!node.bestemming.empty()) all.append(" <").append(node.bestemming).append(">");
        if (!node.heading.empty()) all.append(" # ").append(text.text(node.heading));
        if (!node.text.empty()) all.append(" | ").append(text.text(node.text));
        all += '\n';
        if (node.table < text.tables.size()) all += table_text(text, text.tables[node.table]);
    }
    for (const Flag& flag : text.flags) all.append("! ").append(flag_row(flag.code).name).append(": ").append(flag.detail).append("\n");
    return all;
}

}  // namespace planlezer::test
