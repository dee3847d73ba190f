#include "rules/norms/table_norms.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "rules/norms/subject.hpp"

namespace planlezer {

namespace {

constexpr std::size_t longest_code = 8;  // letters: "W-a", "klasse 2"

bool covers(int begin, int span, int place) { return place >= begin && place < begin + span; }

bool has_norm(const Clause& clause) {
    return std::ranges::any_of(clause.tags, [](const Tag& tag) { return tag.name == "norm"; });
}

bool has_value(const Clause& clause) {
    return std::ranges::any_of(clause.tags, [](const Tag& tag) { return tag.name == "waarde"; });
}

bool is_unit(const Token& token) {
    static constexpr std::array<std::string_view, 10> units{"m", "m1", "m2", "m3", "%", "°", "meter", "meters", "graden", "cm"};
    return std::ranges::find(units, token.folded) != units.end();
}

class TableReader {
  public:
    TableReader(const DocumentText& text, std::size_t node, const Tagger& tagger)
        : text_(text), node_(node), tagger_(tagger), table_(text.tables.at(text.nodes.at(node).table)) {}

    std::vector<CellReading> all() const {
        std::vector<CellReading> readings;
        for (const Cell& cell : table_.cells) {
            if (cell.text.empty()) continue;
            Clause own = clause_of(cell.text);
            if (has_norm(own)) {
                if (has_value(own)) {
                    readings.push_back({std::move(own), {}, {}, false});
                    name(row_heads(cell), readings.back());
                }
            } else if (has_value(own) && !cell.head && !is_row_head(cell)) {
                readings.push_back(through_heads(cell, own));
            }
        }
        return readings;
    }

  private:
    [[nodiscard]] bool is_row_head(const Cell& cell) const { return cell.column < table_.head_columns || cell.row < table_.head_rows; }

    [[nodiscard]] Clause clause_of(WordSpan span) const {
        Clause clause;
        clause.node = node_;
        clause.tokens = tokenise(text_, span);
        for (Token& token : clause.tokens) token.sentence_end = token.folded == ";";
        clause.origin.assign(clause.tokens.size(), node_);
        tagger_.tag(clause);
        return clause;
    }

    [[nodiscard]] std::vector<WordSpan> column_heads(const Cell& cell) const {
        std::vector<WordSpan> heads;
        for (const Cell& head : table_.cells) {
            if (head.row < table_.head_rows && covers(head.column, head.column_span, cell.column)) heads.push_back(head.text);
        }
        return heads;
    }

    [[nodiscard]] std::vector<WordSpan> row_heads(const Cell& cell) const {
        std::vector<WordSpan> heads;
        for (const Cell& head : table_.cells) {
            if (head.row >= table_.head_rows && head.column < table_.head_columns && head.column < cell.column && covers(head.row, head.row_span, cell.row)) {
                heads.push_back(head.text);
            }
        }
        return heads;
    }

    /// The innermost head that names a building or work is the subject; one that names neither that nor a norm is a code.
    void name(const std::vector<WordSpan>& heads, CellReading& reading) const {
        for (auto head = heads.rbegin(); head != heads.rend(); ++head) {
            const Clause clause = clause_of(*head);
            if (clause.tokens.empty() || has_norm(clause)) continue;
            const bool thing = std::ranges::any_of(clause.tags, [](const Tag& tag) { return tag.name == "onderwerp"; });
            const bool letters = std::ranges::any_of(clause.tokens, [](const Token& t) { return t.kind == TokenKind::word && t.folded.size() > 2; });
            const Phrase phrase = noun_phrase(clause, 0);
            const std::string words = phrase.empty() || !thing ? words_of(clause, 0, clause.tokens.size()) : words_of(clause, phrase.begin, phrase.end);
            std::string& place = thing || (letters && words.size() > longest_code) ? reading.subject : reading.code;
            if (place.empty()) place = words;
        }
    }

    /// Heads first, then the cell, then the unit when only the head states it.
    [[nodiscard]] CellReading through_heads(const Cell& cell, const Clause& own) const {
        const std::vector<WordSpan> columns = column_heads(cell);
        const std::vector<WordSpan> rows = row_heads(cell);
        CellReading reading;
        reading.heads = true;
        const bool norm_in_columns = std::ranges::any_of(columns, [&](WordSpan h) { return has_norm(clause_of(h)); });
        name(norm_in_columns ? rows : columns, reading);
        reading.clause.node = node_;
        std::vector<Token>& tokens = reading.clause.tokens;
        std::vector<Token> units;
        for (const WordSpan head : norm_in_columns ? columns : rows) {
            for (Token& token : tokenise(text_, head)) {
                token.sentence_end = false;
                if (is_unit(token)) units.push_back(token);
                else if (token.folded != "(" && token.folded != ")") tokens.push_back(std::move(token));
            }
        }
        reading.clause.own = tokens.size();
        tokens.insert(tokens.end(), own.tokens.begin(), own.tokens.end());
        const bool stated = std::ranges::any_of(own.tokens, is_unit);
        if (!stated && units.size() == 1) tokens.push_back(units.front());
        reading.clause.origin.assign(tokens.size(), node_);
        tagger_.tag(reading.clause);
        return reading;
    }

    const DocumentText& text_;
    std::size_t node_;
    const Tagger& tagger_;
    const Table& table_;
};

}  // namespace

std::vector<CellReading> read_cells(const DocumentText& text, std::size_t node, const Tagger& tagger) {
    return TableReader(text, node, tagger).all();
}

}  // namespace planlezer
