#include "rules/map/sheet/measures.hpp"

#include <algorithm>
#include <optional>

#include "schemas/model/ascii.hpp"
#include "schemas/rulebook/pattern.hpp"

namespace planlezer {

namespace {

/// Letters, digits and joined hyphens: "goot- en bouwhoogte (m)" is "goot-", "en", "bouwhoogte", "m".
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto close = [&] {
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    };
    for (const char c : fold(text)) {
        if (is_ascii_alnum(c) || (c == '-' && !word.empty())) word += c;
        else close();
    }
    close();
    return words;
}

bool fits(std::string_view pattern, std::string_view word) {
    return pattern.ends_with('*') ? word.starts_with(pattern.substr(0, pattern.size() - 1)) : word == pattern;
}

/// How many words from `at` on the phrase takes; 0 when it does not stand there.
std::size_t phrase_at(std::string_view phrase, const std::vector<std::string>& words, std::size_t at) {
    std::size_t used = 0;
    for (std::size_t begin = 0; begin <= phrase.size();) {
        const std::size_t blank = std::min(phrase.find(' ', begin), phrase.size());
        if (at + used >= words.size() || !fits(phrase.substr(begin, blank - begin), words[at + used])) return 0;
        ++used;
        begin = blank + 1;
    }
    return used;
}

struct Found {
    const MapMeasure* measure = nullptr;
    std::size_t words = 0;
    std::size_t letters = 0;
};

/// The longest name that stands at this word.
Found measure_at(const MapBook& book, const std::vector<std::string>& words, std::size_t at) {
    Found best;
    for (const MapMeasure& measure : book.measures) {
        for (const std::string& phrase : measure.words) {
            const std::size_t used = phrase_at(phrase, words, at);
            if (used > best.words || (used > 0 && used == best.words && phrase.size() > best.letters)) best = {&measure, used, phrase.size()};
        }
    }
    return best;
}

bool has(const std::vector<std::string>& list, const std::string& word) { return std::ranges::find(list, word) != list.end(); }

}  // namespace

std::string kind_of(const NamedMeasure& measure) {
    return (measure.limit == MapLimit::minimum ? "minimum " : "maximum ") + measure.name;
}

Comparator comparator_of(const NamedMeasure& measure) {
    return measure.limit == MapLimit::minimum ? Comparator::at_least : Comparator::at_most;
}

std::vector<NamedMeasure> measures_in(std::string_view text, const MapBook& book) {
    const std::vector<std::string> words = words_of(text);
    std::vector<NamedMeasure> found;
    constexpr std::size_t close_behind = 4;  // words: "bouwhoogte in meters, ten minste"
    MapLimit limit = MapLimit::none;
    bool said = false;     // a limit word stands before the measure to come
    bool unsaid = false;   // none stood before the last one
    std::size_t end = 0;   // of the last one
    for (std::size_t at = 0; at < words.size();) {
        const bool least = has(book.minimum, words[at]);
        if (least || has(book.maximum, words[at])) {
            const MapLimit here = least ? MapLimit::minimum : MapLimit::maximum;
            const bool behind = unsaid && at - end <= close_behind && measure_at(book, words, at + 1).measure == nullptr;
            if (behind) found.back().limit = here;
            else limit = here;
            said = !behind;
            unsaid = false;
        }
        const Found here = measure_at(book, words, at);
        if (here.measure == nullptr) {
            ++at;
            continue;
        }
        found.push_back({here.measure->name, here.measure->unit, limit});
        at += here.words;
        end = at;
        unsaid = !said;
        said = false;
    }
    return found;
}

}  // namespace planlezer
