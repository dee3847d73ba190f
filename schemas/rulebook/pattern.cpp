#include "schemas/rulebook/pattern.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>
#include <utility>

#include "schemas/model/ascii.hpp"
#include "schemas/model/latin1.hpp"

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

// Signs that are written in several ways.
constexpr std::array<std::pair<std::string_view, char>, 15> marks{{
    {"‘", '\''}, {"’", '\''}, {"‚", '\''}, {"′", '\''}, {"“", '"'}, {"”", '"'}, {"„", '"'}, {"″", '"'},
    {"‐", '-'},  {"‑", '-'},  {"‒", '-'},  {"–", '-'},  {"—", '-'}, {"―", '-'}, {"−", '-'},
}};

}  // namespace

Pattern parse_pattern(std::string_view text) { return PatternParser(text).whole(); }

std::string fold(std::string_view utf8) {
    std::string folded;
    folded.reserve(utf8.size());
    while (!utf8.empty()) {
        std::size_t taken = 1;
        char plain = ascii_lower(utf8.front());
        if (utf8.starts_with('\xC3') && utf8.size() > 1 && latin1_base(utf8[1]) != '\0') {
            plain = latin1_base(utf8[1]);
            taken = 2;
        } else if (utf8.starts_with('\xE2')) {
            const auto mark = std::ranges::find_if(marks, [utf8](const auto& row) { return utf8.starts_with(row.first); });
            if (mark != marks.end()) {
                plain = mark->second;
                taken = mark->first.size();
            }
        }
        folded += plain;
        utf8.remove_prefix(taken);
    }
    return folded;
}

}  // namespace planlezer
