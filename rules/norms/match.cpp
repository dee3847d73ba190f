#include "rules/norms/match.hpp"

#include <algorithm>
#include <string>

namespace planlezer {

namespace {

constexpr std::size_t most_ways = 12;

/// A walk over the clause in one direction. Positions are boundaries between tokens: forward the next token is
/// tokens[at], backwards it is tokens[at - 1].
class Walk {
  public:
    Walk(const Clause& clause, bool forward) : clause_(clause), forward_(forward) {}

    std::vector<Match> run(std::span<const PatternElement> elements, std::size_t from) {
        std::vector<Match> ways{{from, 0, {}}};
        const std::size_t count = elements.size();
        for (std::size_t i = 0; i < count && !ways.empty(); ++i) {
            const PatternElement& element = forward_ ? elements[i] : elements[count - 1 - i];
            ways = step(element, ways);
        }
        return ways;
    }

  private:
    std::vector<Match> step(const PatternElement& element, const std::vector<Match>& ways) {
        std::vector<Match> next;
        for (const Match& way : ways) extend(element, way, next);
        std::ranges::stable_sort(next, {}, &Match::gap);
        std::vector<Match> kept;
        for (Match& way : next) {
            const bool known = std::ranges::any_of(kept, [&](const Match& k) { return k.end == way.end && k.slots == way.slots; });
            if (!known) kept.push_back(std::move(way));
        }
        // A gap opens many ways at once and the next element closes most of them; only then is it cut short.
        const bool gap = element.type == PatternElement::Type::gap || element.type == PatternElement::Type::wide_gap;
        if (!gap && kept.size() > most_ways) kept.resize(most_ways);
        return kept;
    }

    void extend(const PatternElement& element, const Match& way, std::vector<Match>& next) {
        using enum PatternElement::Type;
        switch (element.type) {
            case word:
            case prefix:
            case suffix:
            case infix: one_word(element, way, next); break;
            case slot: one_slot(element, way, next); break;
            case gap: pass(element.words, false, way, next); break;
            case wide_gap: pass(element.words, true, way, next); break;
            case optional: next.push_back(way); [[fallthrough]];
            case choice:
                for (const Pattern& branch : element.branches) {
                    for (Match inner : run(branch, way.end)) {
                        inner.gap += way.gap;
                        inner.slots.insert(inner.slots.begin(), way.slots.begin(), way.slots.end());
                        next.push_back(std::move(inner));
                    }
                }
                break;
            case not_next: {
                const bool found = std::ranges::any_of(element.branches, [&](const Pattern& b) { return !run(b, way.end).empty(); });
                if (!found) next.push_back(way);
                break;
            }
        }
    }

    [[nodiscard]] bool at_edge(std::size_t at) const { return forward_ ? at >= clause_.tokens.size() : at == 0; }
    [[nodiscard]] std::size_t index(std::size_t at) const { return forward_ ? at : at - 1; }
    [[nodiscard]] std::size_t moved(std::size_t at) const { return forward_ ? at + 1 : at - 1; }

    void one_word(const PatternElement& element, const Match& way, std::vector<Match>& next) const {
        if (at_edge(way.end)) return;
        const Token& token = clause_.tokens[index(way.end)];
        const std::string_view seen = token.folded;
        using enum PatternElement::Type;
        const bool fits = element.type == word     ? seen == element.text
                          : element.type == prefix ? seen.starts_with(element.text)
                          : element.type == suffix ? seen.ends_with(element.text)
                                                   : seen.find(element.text) != std::string_view::npos;
        if (!fits) return;
        Match longer = way;
        longer.end = moved(way.end);
        next.push_back(std::move(longer));
    }

    void one_slot(const PatternElement& element, const Match& way, std::vector<Match>& next) const {
        if (element.text == "aanhef") {  // no words: the border between the lead-ins and the node's own words
            if (way.end == clause_.own && clause_.own > 0) next.push_back(way);
            return;
        }
        if (at_edge(way.end)) return;
        for (const Tag* tag : tags_at(clause_, element.text, index(way.end), forward_)) {
            Match longer = way;
            longer.end = forward_ ? tag->end : tag->begin;
            longer.slots.emplace_back(element.text, tag);
            next.push_back(std::move(longer));
        }
    }

    /// Zero to `words` tokens, within the sentence; a narrow gap passes no norm and no value.
    void pass(int words, bool wide, const Match& way, std::vector<Match>& next) const {
        Match longer = way;
        next.push_back(longer);
        for (int passed = 0; passed < words && !at_edge(longer.end); ++passed) {
            const std::size_t token = index(longer.end);
            if (clause_.tokens[token].sentence_end) return;
            if (!wide && (inside(clause_, "norm", token) || inside(clause_, "waarde", token))) return;
            longer.end = moved(longer.end);
            if (clause_.tokens[token].kind != TokenKind::mark) ++longer.gap;
            next.push_back(longer);
        }
    }

    const Clause& clause_;
    bool forward_;
};

}  // namespace

std::vector<Match> match_forward(const Clause& clause, std::span<const PatternElement> elements, std::size_t token) {
    return Walk(clause, true).run(elements, token);
}

std::vector<Match> match_backward(const Clause& clause, std::span<const PatternElement> elements, std::size_t token) {
    return Walk(clause, false).run(elements, token);
}

}  // namespace planlezer
