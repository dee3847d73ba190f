#include "rules/norms/table_norms.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "rules/norms/noun_phrase.hpp"
#include "schemas/rulebook/pattern.hpp"

namespace planlezer {

namespace {

bool covers(int begin, int span, int place) { return place >= begin && place < begin + span; }

template <std::size_t n>
bool one_of(std::string_view word, const std::array<std::string_view, n>& words) {
    return std::ranges::find(words, word) != words.end();
}

/// The name of an aanduiding, also when one of its quotation marks was lost.
bool in_aanduiding(const Clause& clause, std::size_t token) {
    if (clause.tokens[token].quoted) return true;
    for (std::size_t back = 1; back <= 6 && back <= token; ++back) {
        if (clause.tokens[token - back].folded.starts_with("aanduiding")) return true;
    }
    return false;
}

bool has_norm(const Clause& clause) {
    return std::ranges::any_of(clause.tags, [&](const Tag& tag) { return tag.name == "norm" && !in_aanduiding(clause, tag.begin); });
}

bool has_value(const Clause& clause) {
    return std::ranges::any_of(clause.tags, [](const Tag& tag) { return tag.name == "waarde"; });
}

bool is_unit(const Token& token) {
    static constexpr std::array<std::string_view, 10> units{"m", "m1", "m2", "m3", "%", "°", "meter", "meters", "graden", "cm"};
    return one_of(std::string_view(token.folded), units);
}

/// How many tokens a label in front takes: "a.", "3.", "b1.".
std::size_t label_length(const std::vector<Token>& tokens) {
    if (tokens.size() < 2 || tokens[0].folded.size() > 2 || (tokens[1].folded != "." && tokens[1].folded != ")")) return 0;
    return tokens[0].kind == TokenKind::mark ? 0 : 2;
}

/// What a head says: the norm, a thing, or else a place or code.
struct Head {
    Clause clause;  ///< without its label
    std::string subject;
    std::string condition;
    std::string label;
    bool sound = true;
    bool norm = false;
    bool opens = false;  ///< ends with a colon: the rows below go on with it
    bool broken = false; ///< breaks off: the rest stands in the row below
};

class TableReader {
  public:
    TableReader(const DocumentText& text, std::size_t node, const Tagger& tagger)
        : text_(text), node_(node), tagger_(tagger), table_(text.tables.at(text.nodes.at(node).table)) {}

    std::vector<CellReading> all() const {
        std::vector<CellReading> readings;
        for (const Cell& cell : table_.cells) {
            if (cell.text.empty()) continue;
            const Clause own = clause_of(cell.text);
            if (!has_value(own) || (is_head(cell) && !has_norm(own))) continue;
            const std::vector<std::vector<Token>> parts = parts_of(own);
            for (const std::vector<Token>& part : parts) read_part(cell, part, parts.size() > 1, readings);
        }
        return readings;
    }

  private:
    [[nodiscard]] bool is_head(const Cell& cell) const { return cell.column < table_.head_columns || cell.row < table_.head_rows; }

    [[nodiscard]] Clause tagged(std::vector<Token> tokens) const {
        Clause clause;
        clause.node = node_;
        clause.tokens = std::move(tokens);
        clause.origin.assign(clause.tokens.size(), node_);
        tagger_.tag(clause);
        return clause;
    }

    [[nodiscard]] Clause clause_of(WordSpan span) const {
        std::vector<Token> tokens = tokenise(text_, span);
        for (Token& token : tokens) token.sentence_end = token.folded == ";";
        return tagged(std::move(tokens));
    }

    /// The parts of a cell: between ";" and signs of a list, and behind a value before "Voor ...:" or "Overig ...:".
    [[nodiscard]] static std::vector<std::vector<Token>> parts_of(const Clause& clause) {
        std::vector<std::vector<Token>> parts(1);
        for (std::size_t at = 0; at < clause.tokens.size(); ++at) {
            const Token& token = clause.tokens[at];
            const bool joined = token.glued || (at + 1 < clause.tokens.size() && clause.tokens[at + 1].glued);
            const bool sign = (token.folded == "-" || token.folded == "*" || token.folded == "•" || token.folded == "–") && !joined;
            const bool ends = token.folded == ";" || (token.folded == "." && at + 1 < clause.tokens.size() && !clause.tokens[at + 1].glued);
            if (sign || ends) {
                parts.emplace_back();
            } else {
                parts.back().push_back(token);
            }
        }
        std::erase_if(parts, [](const std::vector<Token>& part) { return part.empty(); });
        return parts;
    }

    /// Ends on a small word, a comma or inside brackets or quotation marks.
    static bool breaks_off(const std::vector<Token>& tokens) {
        if (tokens.empty()) return false;
        static constexpr std::array<std::string_view, 12> open{",", "(", "-", "en", "of", "van", "de", "het", "een", "geen", "met", "voor"};
        static constexpr std::array<std::string_view, 4> quotes{"'", "\"", "\u2018", "\u2019"};
        std::ptrdiff_t brackets = 0;
        std::size_t marks = 0;
        for (const Token& token : tokens) {
            brackets += token.folded == "(" ? 1 : token.folded == ")" ? -1 : 0;
            if (token.kind == TokenKind::mark && one_of(std::string_view(token.folded), quotes)) ++marks;
        }
        return brackets > 0 || marks % 2 == 1 || tokens.back().quoted || one_of(std::string_view(tokens.back().folded), open) || tokens.back().text.ends_with('-');
    }

    [[nodiscard]] Head head_of(WordSpan span) const { return head_of(tokenise(text_, span)); }

    [[nodiscard]] Head head_of(std::vector<Token> tokens) const {
        for (Token& token : tokens) token.sentence_end = false;
        Head head;
        head.broken = breaks_off(tokens);
        const std::size_t label = label_length(tokens);
        if (label > 0) head.label = tokens.front().folded;
        tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(label));
        head.opens = !tokens.empty() && tokens.back().folded == ":";
        head.clause = tagged(std::move(tokens));
        head.norm = has_norm(head.clause);
        if (head.norm || head.clause.tokens.empty()) return head;
        name(head);
        return head;
    }

    /// A head without a norm is a thing, maybe with a place behind it, or else a place or code.
    static void name(Head& head) {
        const Clause& clause = head.clause;
        std::size_t end = clause.tokens.size();
        while (end > 0 && clause.tokens[end - 1].folded == ":") --end;
        std::size_t place = 0;
        while (place < end && clause.tokens[place].folded != "(" && (!is_place_start(clause, place) || clause.tokens[place].quoted)) ++place;
        Phrase thing{0, place};
        while (thing.end > 0 && clause.tokens[thing.end - 1].folded == ",") --thing.end;
        if (place > 0 && names_subject(clause, thing)) {
            head.subject = words_of(clause, 0, thing.end);
            head.sound = is_sound(clause, thing);
            head.condition = words_of(clause, place, end);
        } else {
            head.condition = words_of(clause, 0, end);
        }
    }

    [[nodiscard]] std::vector<Head> column_heads(const Cell& cell) const {
        std::vector<Head> heads;
        std::vector<Token> open;  // a head that goes on in the row below
        for (const Cell& head : table_.cells) {
            if (head.row >= table_.head_rows || !covers(head.column, head.column_span, cell.column) || head.text.empty()) continue;
            const std::vector<Token> tokens = tokenise(text_, head.text);
            open.insert(open.end(), tokens.begin(), tokens.end());
            if (breaks_off(open)) continue;
            heads.push_back(head_of(std::move(open)));
            open.clear();
        }
        if (!open.empty()) heads.push_back(head_of(std::move(open)));
        return heads;
    }

    [[nodiscard]] std::vector<Head> row_heads(int row, int column) const {
        std::vector<Head> heads;
        for (const Cell& head : table_.cells) {
            if (head.row >= table_.head_rows && head.column < table_.head_columns && head.column < column && covers(head.row, head.row_span, row)) heads.push_back(head_of(head.text));
        }
        return heads;
    }

    static const Head* norm_among(const std::vector<Head>& heads) {
        const auto found = std::ranges::find_if(heads, &Head::norm);
        return found == heads.end() ? nullptr : &*found;
    }

    /// "b. de hoogte bedraagt niet meer dan:" over the rows "1. straatmeubilair", "2. lichtmasten".
    [[nodiscard]] std::optional<Head> group_head(const Cell& cell, const std::vector<Head>& own) const {
        const std::string label = own.empty() ? std::string() : own.front().label;
        for (int row = cell.row - 1; row >= table_.head_rows; --row) {
            for (Head& head : row_heads(row, table_.head_columns)) {
                const bool same_level = !label.empty() && !head.label.empty() && is_digit(label.front()) == is_digit(head.label.front()) && label.size() == head.label.size();
                if (head.norm) return head.opens || (!label.empty() && !same_level) ? std::optional(std::move(head)) : std::nullopt;
                if (same_level || (label.empty() && head.label.empty())) continue;
                if (head.opens) return std::nullopt;
            }
        }
        return std::nullopt;
    }

    static bool is_digit(char c) { return c >= '0' && c <= '9'; }

    /// "maat", "maximum" above a column tell no more than the row's norm does.
    static bool says_nothing(std::string_view head) {
        static constexpr std::array<std::string_view, 14> words{"-",       "maat",     "maten", "norm",    "eis",      "waarde", "afmeting",
                                                              "afmetingen", "maximum", "maximaal", "max.", "minimum", "minimaal", "min."};
        return one_of(std::string_view(fold(head)), words);
    }

    /// Subject and condition by the heads: the row's thing before the column's, every place and code.
    static void name_by_heads(const std::vector<Head>& rows, const std::vector<Head>& columns, CellReading& reading) {
        for (const std::vector<Head>* heads : {&rows, &columns}) {
            for (auto head = heads->rbegin(); head != heads->rend(); ++head) {
                if (reading.subject.empty() && !head->subject.empty()) {
                    reading.subject = head->subject;
                    reading.sound = head->sound;
                }
                if (!head->condition.empty() && !says_nothing(head->condition)) reading.condition += (reading.condition.empty() ? "" : "; ") + head->condition;
            }
        }
    }

    /// "Voor een overkapping: 3 m", "erkers 3 m": what a part of a cell names before its value is what it is about.
    static void name_by_label(const Clause& part, bool several, CellReading& reading) {
        const auto value = std::ranges::find_if(part.tags, [](const Tag& tag) { return tag.name == "waarde"; });
        std::size_t end = value->begin;
        for (std::size_t at = 0; at < value->begin; ++at) {
            if (part.tokens[at].folded == ":") end = at;
            if (inside(part, "norm", at) && !in_aanduiding(part, at)) {
                end = std::min(end, at);
                break;
            }
        }
        const bool labelled = end < value->begin && part.tokens[end].folded == ":";
        Head label;
        std::size_t begin = 0;
        static constexpr std::array<std::string_view, 6> small{"voor", "bij", "van", "een", "de", "het"};
        while (begin < end && one_of(std::string_view(part.tokens[begin].folded), small) && !(part.tokens[begin].folded == "voor" && begin + 1 < end && part.tokens[begin + 1].folded == "het")) ++begin;
        std::size_t place = begin;
        while (place < end && (!is_place_start(part, place) || part.tokens[place].quoted)) ++place;
        if (names_subject(part, {begin, place}) && (labelled || several)) {
            // "gebouwen: 6 m" below "bijgebouwen en overkappingen" is about those of that column only.
            const std::string head = reading.subject;
            if (!head.empty()) reading.condition += (reading.condition.empty() ? "" : "; ") + ("in de tabel onder '" + head + "'");
            reading.subject = words_of(part, begin, place);
            reading.sound = is_sound(part, {begin, place});
        } else if (labelled && end > 0 && is_place_start(part, begin)) {
            return;  // found as a condition of the part's own words
        } else if (labelled && end > 0) {
            reading.condition += (reading.condition.empty() ? "" : "; ") + words_of(part, 0, end);
        } else if (several) {
            reading.doubt = "de cel geeft meer dan één waarde en bij deze staat niet waarvoor";
        }
    }

    void read_part(const Cell& cell, const std::vector<Token>& tokens, bool several, std::vector<CellReading>& readings) const {
        Clause part = tagged(tokens);
        if (!has_value(part)) return;
        const std::vector<Head> columns = column_heads(cell);
        const std::vector<Head> rows = row_heads(cell.row, cell.column);
        CellReading reading;
        name_by_heads(rows, columns, reading);
        name_by_label(part, several, reading);
        if (unfinished(part)) reading.doubt = "de cel breekt af";
        if (std::ranges::any_of(rows, &Head::broken)) reading.doubt = "de kop van de rij breekt af";
        if (has_norm(part)) {
            reading.clause = std::move(part);
            readings.push_back(std::move(reading));
            return;
        }
        if (is_head(cell)) return;
        const std::optional<Head> group = group_head(cell, rows);
        const Head* norm = norm_among(columns) != nullptr ? norm_among(columns) : norm_among(rows);
        if (norm == nullptr && group) norm = &*group;
        reading.heads = true;
        reading.clause = behind_head(norm, norm == norm_among(columns) ? columns : rows, part);
        readings.push_back(std::move(reading));
    }

    /// "4 m, tenzij anders", "10 m hoger dan de": the rest stands elsewhere.
    static bool unfinished(const Clause& part) {
        static constexpr std::array<std::string_view, 12> words{"anders", "dan", "de", "het", "een", "en", "of", "van", "tot", "tenzij", "voor", "met"};
        return one_of(std::string_view(part.tokens.back().folded), words);
    }

    /// The head that names the norm, the part, and the unit when only a head states it.
    [[nodiscard]] Clause behind_head(const Head* norm, const std::vector<Head>& heads, const Clause& part) const {
        std::vector<Token> tokens;
        std::vector<Token> units;
        const auto take = [&](const Head& head) {
            for (const Token& token : head.clause.tokens) {
                if (is_unit(token)) units.push_back(token);
                else if (token.folded != "(" && token.folded != ")") tokens.push_back(token);
            }
        };
        if (norm != nullptr && std::ranges::none_of(heads, [&](const Head& head) { return &head == norm; })) take(*norm);
        else std::ranges::for_each(heads, take);
        const std::size_t own = tokens.size();
        tokens.insert(tokens.end(), part.tokens.begin(), part.tokens.end());
        const bool stated = std::ranges::any_of(part.tokens, is_unit);
        if (!stated && units.size() == 1) tokens.push_back(units.front());
        Clause clause;
        clause.node = node_;
        clause.tokens = std::move(tokens);
        clause.own = own;
        clause.origin.assign(clause.tokens.size(), node_);
        tagger_.tag(clause);
        return clause;
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
