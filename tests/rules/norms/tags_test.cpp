// What the rule book's own words do to the words of a passage.
#include "rules/norms/tags.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rules/norms/clause.hpp"

namespace planlezer {
namespace {

/// The words of the phrases of one tag.
void collect(const Pattern& pattern, std::vector<std::string>& words) {
    for (const PatternElement& element : pattern) {
        if (element.type == PatternElement::Type::word) words.push_back(element.text);
        for (const Pattern& branch : element.branches) collect(branch, words);
    }
}

bool is_mended(const Tagger& tagger, const std::string& word) {
    Token token;
    token.text = token.folded = word;
    token.kind = TokenKind::word;
    token.scanned = true;
    Clause clause;
    clause.tokens = {token};
    clause.origin = {0};
    tagger.tag(clause);
    return clause.tokens.front().mended;
}

/// A word that no word of the book is near to needs no mention.
TEST(OrdinaryWords, EachWouldBeTakenForAWordOfTheBook) {
    const RuleBook whole = load_rule_book({PLANLEZER_BOOK});
    RuleBook without = whole;
    std::erase_if(without.phrases, [](const TagPhrase& phrase) { return phrase.tag == "gewoon"; });
    std::vector<std::string> words;
    for (const TagPhrase& phrase : whole.phrases) {
        if (phrase.tag == "gewoon") collect(phrase.pattern, words);
    }
    ASSERT_GT(words.size(), 50U);
    const Tagger with_them(whole);
    const Tagger without_them(without);
    for (const std::string& word : words) {
        EXPECT_FALSE(is_mended(with_them, word)) << word;
        EXPECT_TRUE(is_mended(without_them, word)) << word;
    }
}

}  // namespace
}  // namespace planlezer
