#include "rules/norms/clause.hpp"

#include <algorithm>

#include "rules/norms/tags.hpp"

namespace planlezer {

namespace {

/// The last sentence of a text, when it stays open for what hangs below it.
std::vector<Token> open_end(std::vector<Token> tokens) {
    if (tokens.empty() || tokens.back().sentence_end) return {};
    const auto last_end = std::find_if(tokens.rbegin(), tokens.rend(), [](const Token& t) { return t.sentence_end; });
    tokens.erase(tokens.begin(), last_end.base());
    return tokens;
}

void append(Clause& clause, std::vector<Token> tokens, std::size_t node) {
    clause.origin.insert(clause.origin.end(), tokens.size(), node);
    std::ranges::move(tokens, std::back_inserter(clause.tokens));
}

}  // namespace

Clause make_clause(const DocumentText& text, std::size_t node) {
    std::vector<std::size_t> above;
    for (std::size_t at = text.nodes.at(node).parent; at != no_parent; at = text.nodes[at].parent) above.push_back(at);
    Clause clause;
    clause.node = node;
    for (auto at = above.rbegin(); at != above.rend(); ++at) append(clause, open_end(tokenise(text, text.nodes[*at].text)), *at);
    clause.own = clause.tokens.size();
    append(clause, tokenise(text, text.nodes[node].text), node);
    return clause;
}

std::string words_of(const Clause& clause, std::size_t begin, std::size_t end) {
    std::string joined;
    for (std::size_t i = begin; i < end && i < clause.tokens.size(); ++i) {
        const Token& token = clause.tokens[i];
        if (!joined.empty() && !token.glued) joined += ' ';
        joined += token.text;
    }
    return joined;
}

}  // namespace planlezer
