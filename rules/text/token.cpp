#include "rules/text/token.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "schemas/rulebook/pattern.hpp"

namespace planlezer {

namespace {

constexpr std::array<std::string_view, 24> abbreviations{
    "max", "min", "ca", "art", "nr", "resp", "incl", "excl", "evt", "bijv", "m", "m2", "m3", "st",
    "lid", "jo", "cq", "bv", "zgn", "ong", "gem", "opp", "onderd", "par"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || byte >= 0x80;
}

/// Superscript and vulgar-fraction signs written out, soft hyphens gone, so that the cutter sees plain text.
std::string plain(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> signs{{
        {"²", "2"}, {"³", "3"}, {"¹", "1"}, {"½", ",5"}, {"¼", ",25"}, {"¾", ",75"}, {"\u00AD", ""}, {"\u00A0", " "}, {"º", "°"}, {"˚", "°"},
    }};
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        const auto sign = std::ranges::find_if(signs, [&](const auto& s) { return text.substr(i, s.first.size()) == s.first; });
        if (sign == signs.end()) {
            result += text[i++];
            continue;
        }
        const bool fraction = sign->second.starts_with(',');
        if (fraction && (result.empty() || !is_digit(result.back()))) result += '0';
        result += sign->second;
        i += sign->first.size();
    }
    return result;
}

/// Length of a UTF-8 mark ("°", "’", "–" ...) at this place; 0 when the bytes are part of a letter.
std::size_t mark_length(std::string_view text, std::size_t at) {
    static constexpr std::array<std::string_view, 19> marks{"°", "‘", "’", "‚", "“", "”", "„", "′", "″", "–", "—",
                                                            "−", "•", "…", "€", "±", "×", "≤", "≥"};
    for (const std::string_view mark : marks) {
        if (text.substr(at, mark.size()) == mark) return mark.size();
    }
    return 0;
}

/// "t.b.v.", "N.A.P.", "c.q.": single letters with points; length in bytes or 0.
std::size_t pointed_abbreviation(std::string_view text, std::size_t at) {
    std::size_t end = at;
    int letters = 0;
    while (end + 1 < text.size() && is_letter(text[end]) && static_cast<unsigned char>(text[end]) < 0x80 && text[end + 1] == '.') {
        end += 2;
        ++letters;
    }
    if (letters < 2 && !(letters == 1 && end < text.size() && is_letter(text[end]) && end + 1 == text.size())) return 0;
    if (letters >= 1 && end < text.size() && is_letter(text[end])) ++end;  // "N.A.P" without its last point
    if (end < text.size() && is_letter(text[end])) return 0;
    return end - at;
}

std::size_t number_length(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && (is_digit(text[end]) || ((text[end] == '.' || text[end] == ',') && end + 1 < text.size() &&
                                                         is_digit(text[end + 1])))) {
        ++end;
    }
    return end - at;
}

bool is_ordinal_ending(std::string_view rest) {
    const std::string ending = fold(rest);
    return ending == "e" || ending == "de" || ending == "ste";
}

std::size_t word_length(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size()) {
        if (is_letter(text[end])) {
            if (static_cast<unsigned char>(text[end]) >= 0x80 && mark_length(text, end) > 0) {
                // An apostrophe between letters belongs to the word: "silo’s".
                const std::size_t length = mark_length(text, end);
                const bool inside = end > at && end + length < text.size() && is_letter(text[end + length]) && text.substr(end, length) == "’";
                if (!inside) break;
                end += length;
                continue;
            }
            ++end;
        } else if ((text[end] == '-' || text[end] == '\'') && end > at) {
            const bool letter_follows = end + 1 < text.size() && is_letter(text[end + 1]) && mark_length(text, end + 1) == 0;
            const bool hanging = text[end] == '-' && (end + 1 == text.size() || text[end + 1] == ',' || text[end + 1] == '/');
            if (!letter_follows && !hanging) break;
            ++end;
        } else {
            break;
        }
    }
    // "m2", "m3", "m1": the exponent belongs to the unit.
    if (end - at <= 2 && end < text.size() && (text[end] == '1' || text[end] == '2' || text[end] == '3') &&
        (end + 1 == text.size() || !is_digit(text[end + 1]))) {
        const std::string unit = fold(text.substr(at, end - at));
        if (unit == "m" || unit == "cm" || unit == "dm" || unit == "mm" || unit == "km") ++end;
    }
    return end - at;
}

/// A number in which a scan's letters stand for digits ("l0", "1O", "6,S"); "" when it cannot be one.
std::string lookalike_number(std::string_view text) {
    std::string digits;
    bool digit = false;
    for (const char c : text) {
        if (is_digit(c)) {
            digit = true;
            digits += c;
        } else if (c == ',' || c == '.') {
            digits += c;
        } else if (c == 'l' || c == 'I' || c == '|') {
            digits += '1';
        } else if (c == 'O' || c == 'o') {
            digits += '0';
        } else if (c == 'S') {
            digits += '5';
        } else if (c == 'B') {
            digits += '8';
        } else {
            return {};
        }
    }
    if (!digit || digits.empty() || !is_digit(digits.front()) || !is_digit(digits.back())) return {};
    return digits;
}

class Cutter {
  public:
    Cutter(const DocumentText& text, WordSpan span) : text_(text), span_(span) {}

    std::vector<Token> tokens() {
        for (std::size_t i = span_.begin; i < span_.end && i < text_.words.size(); ++i) cut(i);
        mark_sentence_ends();
        mark_quotes();
        return std::move(tokens_);
    }

  private:
    void add(TokenKind kind, std::string_view piece, std::size_t word, bool glued) {
        Token token;
        token.kind = kind;
        token.text = piece;
        token.folded = fold(piece);
        token.word = word;
        token.glued = glued;
        token.raised = text_.words[word].raised;
        token.scanned = text_.words[word].origin == TextOrigin::ocr;
        tokens_.push_back(std::move(token));
    }

    void cut(std::size_t index) {
        const FlowWord& source = text_.words[index];
        const std::string word = plain(source.text);
        if (source.origin == TextOrigin::ocr && cut_lookalike(word, index)) return;
        for (std::size_t at = 0; at < word.size();) {
            const std::size_t length = piece_length(word, at);
            const char c = word[at];
            TokenKind kind = TokenKind::mark;
            if (is_digit(c)) kind = length > number_length(word, at) ? TokenKind::word : TokenKind::number;
            else if (is_letter(c) && mark_length(word, at) == 0) kind = TokenKind::word;
            if (c != ' ') add(kind, std::string_view(word).substr(at, length), index, at > 0);
            at += length;
        }
    }

    static std::size_t piece_length(std::string_view word, std::size_t at) {
        if (is_digit(word[at])) {
            const std::size_t length = number_length(word, at);
            std::size_t end = at + length;
            while (end < word.size() && is_letter(word[end])) ++end;
            return is_ordinal_ending(word.substr(at + length, end - at - length)) ? end - at : length;
        }
        if (const std::size_t mark = mark_length(word, at); mark > 0) return mark;
        if (!is_letter(word[at])) return 1;
        if (const std::size_t abbreviation = pointed_abbreviation(word, at); abbreviation > 0) return abbreviation;
        return std::max<std::size_t>(1, word_length(word, at));
    }

    bool cut_lookalike(const std::string& word, std::size_t index) {
        std::string core = word;
        std::string tail;
        while (!core.empty() && (core.back() == ';' || core.back() == ':' || core.back() == ',' || core.back() == '.')) {
            tail.insert(tail.begin(), core.back());
            core.pop_back();
        }
        const std::string digits = lookalike_number(core);
        if (digits.empty() || digits == core) return false;
        add(TokenKind::number, digits, index, false);
        tokens_.back().text = core;
        tokens_.back().lookalike = true;
        for (const char c : tail) add(TokenKind::mark, std::string_view(&c, 1), index, true);
        return true;
    }

    void mark_sentence_ends() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            Token& token = tokens_[i];
            if (token.kind != TokenKind::mark) continue;
            if (token.folded == ";" || token.folded == "!" || token.folded == "?") token.sentence_end = true;
            if (token.folded == ".") token.sentence_end = ends_sentence(i);
        }
    }

    [[nodiscard]] bool ends_sentence(std::size_t point) const {
        if (point + 1 == tokens_.size()) return true;
        const Token& next = tokens_[point + 1];
        if (next.glued) return false;
        const char first = next.text.empty() ? ' ' : next.text.front();
        const bool capital = (first >= 'A' && first <= 'Z') || next.kind == TokenKind::mark;
        if (point > 0 && std::ranges::find(abbreviations, tokens_[point - 1].folded) != abbreviations.end()) {
            // "2 m. Indien ..." ends a sentence, "max. 3 m" does not.
            return capital && tokens_[point - 1].folded.front() == 'm' && tokens_[point - 1].folded.size() <= 2;
        }
        return capital || next.kind == TokenKind::number;
    }

    /// Quotation marks pair up within a span; an unpaired one quotes nothing.
    void mark_quotes() {
        const auto is_quote = [](const Token& token) {
            return token.kind == TokenKind::mark && (token.folded == "'" || token.folded == "\"");
        };
        constexpr std::size_t longest = 25;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (!is_quote(tokens_[i]) || (tokens_[i].glued && i > 0 && !is_quote(tokens_[i - 1]) && tokens_[i - 1].folded != "(")) continue;
            std::size_t open = i;
            while (open + 1 < tokens_.size() && is_quote(tokens_[open + 1])) ++open;
            for (std::size_t j = open + 1; j < tokens_.size() && j - open <= longest; ++j) {
                if (!is_quote(tokens_[j])) continue;
                for (std::size_t k = open + 1; k < j; ++k) {
                    tokens_[k].quoted = true;
                    tokens_[k].sentence_end = false;
                }
                i = j;
                break;
            }
        }
    }

    const DocumentText& text_;
    WordSpan span_;
    std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenise(const DocumentText& text, WordSpan span) { return Cutter(text, span).tokens(); }

}  // namespace planlezer
