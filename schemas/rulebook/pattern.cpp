#include "schemas/rulebook/pattern.hpp"

#include <array>
#include <charconv>
#include <stdexcept>
#include <utility>

namespace planlezer {

namespace {

constexpr int max_depth = 8;
constexpr int max_gap = 60;

class PatternParser {
  public:
    explicit PatternParser(std::string_view text) : text_(text) {}

    Pattern whole() {
        Pattern pattern = sequence(0);
        if (at_ < text_.size()) fail("onverwacht teken '" + std::string(1, text_[at_]) + "'");
        if (pattern.empty()) fail("leeg patroon");
        return pattern;
    }

  private:
    [[noreturn]] void fail(const std::string& why) const {
        throw std::invalid_argument("patroon \"" + std::string(text_) + "\": " + why);
    }

    void skip_blanks() {
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    }

    Pattern sequence(int depth) {
        if (depth > max_depth) fail("te diep genest");
        Pattern elements;
        for (skip_blanks(); at_ < text_.size(); skip_blanks()) {
            const char c = text_[at_];
            if (c == ')' || c == ']' || c == '|') break;
            elements.push_back(element(depth));
        }
        return elements;
    }

    PatternElement element(int depth) {
        using Type = PatternElement::Type;
        const char c = text_[at_];
        if (c == '(') return branches(Type::choice, ')', depth);
        if (c == '[') return branches(Type::optional, ']', depth);
        if (c == '{') return slot();
        if (text_.substr(at_, 2) == "!(") {
            ++at_;
            return branches(Type::not_next, ')', depth);
        }
        if (text_.substr(at_, 2) == "..") return gap();
        return word();
    }

    PatternElement branches(PatternElement::Type type, char close, int depth) {
        PatternElement element{type, {}, 0, {}};
        do {
            ++at_;  // past the opening or the bar
            element.branches.push_back(sequence(depth + 1));
            if (element.branches.back().empty()) fail("lege keuze");
        } while (at_ < text_.size() && text_[at_] == '|');
        if (at_ >= text_.size() || text_[at_] != close) fail(std::string("'") + close + "' ontbreekt");
        ++at_;
        return element;
    }

    PatternElement slot() {
        const std::size_t end = text_.find('}', at_);
        if (end == std::string_view::npos || end == at_ + 1) fail("'}' ontbreekt");
        PatternElement element{PatternElement::Type::slot, std::string(text_.substr(at_ + 1, end - at_ - 1)), 0, {}};
        at_ = end + 1;
        return element;
    }

    PatternElement gap() {
        at_ += 2;
        PatternElement element{PatternElement::Type::gap, {}, 0, {}};
        const auto [end, error] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), element.words);
        if (error != std::errc{} || element.words < 1 || element.words > max_gap) fail("na '..' hoort een getal van 1 tot 60");
        at_ = static_cast<std::size_t>(end - text_.data());
        if (at_ < text_.size() && text_[at_] == '*') {
            element.type = PatternElement::Type::wide_gap;
            ++at_;
        }
        return element;
    }

    PatternElement word() {
        using Type = PatternElement::Type;
        std::size_t end = at_;
        while (end < text_.size() && std::string_view(" ()[]{}|").find(text_[end]) == std::string_view::npos) ++end;
        std::string_view raw = text_.substr(at_, end - at_);
        if (raw.empty()) fail(std::string("onverwacht teken '") + text_[at_] + "'");
        at_ = end;
        const bool open_start = raw.size() > 1 && raw.front() == '*';
        const bool open_end = raw.size() > 1 && raw.back() == '*';
        if (open_start) raw.remove_prefix(1);
        if (open_end) raw.remove_suffix(1);
        if (raw.empty() || raw.find('*') != std::string_view::npos) fail("'*' mag alleen aan het begin of eind van een woord");
        const Type type = open_start && open_end ? Type::infix : open_start ? Type::suffix : open_end ? Type::prefix : Type::word;
        return {type, fold(raw), 0, {}};
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

// Two-byte UTF-8 sequences (Latin-1 and Latin Extended-A letters that occur in Dutch) and their plain letters.
constexpr std::array<std::pair<std::string_view, char>, 46> accents{{
    {"à", 'a'}, {"á", 'a'}, {"â", 'a'}, {"ã", 'a'}, {"ä", 'a'}, {"å", 'a'}, {"ç", 'c'}, {"è", 'e'}, {"é", 'e'}, {"ê", 'e'},
    {"ë", 'e'}, {"ì", 'i'}, {"í", 'i'}, {"î", 'i'}, {"ï", 'i'}, {"ñ", 'n'}, {"ò", 'o'}, {"ó", 'o'}, {"ô", 'o'}, {"õ", 'o'},
    {"ö", 'o'}, {"ù", 'u'}, {"ú", 'u'}, {"û", 'u'}, {"ü", 'u'}, {"À", 'a'}, {"Á", 'a'}, {"Â", 'a'}, {"Ä", 'a'}, {"Ç", 'c'},
    {"È", 'e'}, {"É", 'e'}, {"Ê", 'e'}, {"Ë", 'e'}, {"Í", 'i'}, {"Ï", 'i'}, {"Ó", 'o'}, {"Ô", 'o'}, {"Ö", 'o'}, {"Ú", 'u'},
    {"Ü", 'u'}, {"ý", 'y'}, {"ÿ", 'y'}, {"Ñ", 'n'}, {"Ù", 'u'}, {"Ò", 'o'},
}};
constexpr std::array<std::pair<std::string_view, char>, 11> marks{{
    {"‘", '\''}, {"’", '\''}, {"‚", '\''}, {"′", '\''}, {"“", '"'}, {"”", '"'}, {"„", '"'}, {"″", '"'}, {"‐", '-'}, {"–", '-'}, {"−", '-'},
}};

}  // namespace

Pattern parse_pattern(std::string_view text) { return PatternParser(text).whole(); }

std::string fold(std::string_view utf8) {
    std::string folded;
    folded.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        const char c = utf8[i];
        if (static_cast<unsigned char>(c) < 0x80) {
            folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            ++i;
            continue;
        }
        std::size_t taken = 0;
        for (const auto& [from, to] : accents) {
            if (utf8.substr(i, from.size()) == from) {
                folded += to;
                taken = from.size();
                break;
            }
        }
        for (const auto& [from, to] : marks) {
            if (taken == 0 && utf8.substr(i, from.size()) == from) {
                folded += to;
                taken = from.size();
            }
        }
        if (taken == 0) {
            folded += c;
            taken = 1;
        }
        i += taken;
    }
    return folded;
}

}  // namespace planlezer
