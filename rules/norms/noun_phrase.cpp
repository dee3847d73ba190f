#include "rules/norms/noun_phrase.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace planlezer {

namespace {

template <std::size_t n>
bool one_of(std::string_view word, const std::array<std::string_view, n>& words) {
    return std::ranges::find(words, word) != words.end();
}

bool is_article(std::string_view word) {
    static constexpr std::array<std::string_view, 12> articles{"de", "het", "een", "elk", "elke", "ieder", "iedere", "enig", "alle", "die", "dat", "zulke"};
    return one_of(word, articles);
}

/// Words that end a noun phrase although they are neither verb nor limit.
bool ends_phrase(std::string_view word) {
    static constexpr std::array<std::string_view, 40> enders{
        "waarbij", "waarvan", "waarop", "mits", "indien", "tenzij", "behoudens", "die", "dat", "dan", "niet", "geen", "tot", "op", "als", "uit", "aan",
        "uitsluitend", "respectievelijk", "zowel", "slechts", "maximaal", "minimaal", "worden", "gebouwd", "toegestaan", "uitgezonderd", "ook", "zoals", "mede", "tevens", "vanaf",
        "gemeten", "onderling", "inclusief", "exclusief", "per", "hoger", "toestaan", "toelaten"};
    return one_of(word, enders);
}

/// Inside a name of several words: "uitstekende delen aan gebouwen".
bool goes_on_name(const Clause& clause, std::size_t token) {
    return std::ranges::any_of(clause.tags, [&](const Tag& tag) { return tag.name == "onderwerp" && tag.begin < token && token < tag.end; });
}

/// "bouwwerken, geen gebouwen zijnde": the comma belongs to the name.
std::size_t after_geen_zijnde(const Clause& clause, std::size_t comma) {
    std::size_t at = comma + 1;
    if (at >= clause.tokens.size() || (clause.tokens[at].folded != "geen" && clause.tokens[at].folded != "niet")) return 0;
    constexpr std::size_t longest = 9;
    for (; at < clause.tokens.size() && at - comma <= longest; ++at) {
        const std::string& word = clause.tokens[at].folded;
        if (word == "zijnde") return at + 1;
        if (clause.tokens[at].sentence_end) return 0;
    }
    return 0;
}

/// "straatmeubilair, kunstwerken en speelvoorzieningen": the comma goes on to an "en" before anything ends.
bool list_goes_on(const Clause& clause, std::size_t comma) {
    constexpr std::size_t longest = 12;
    for (std::size_t at = comma + 1; at < clause.tokens.size() && at - comma <= longest; ++at) {
        const std::string& word = clause.tokens[at].folded;
        if (at > comma + 1 && (word == "en" || word == "of" || word == "alsmede" || word == "en/of")) return true;
        if (word == ",") continue;
        if (stops(clause, at) || is_tagged(clause, at, {"voorwaarde-zin", "voorwaarde-plaats", "uitzondering"})) return false;
    }
    return false;
}

/// "... en met", "... of op": the list of names is over, something else is added.
bool adds_something_else(const Clause& clause, std::size_t token) {
    const std::string& word = clause.tokens[token].folded;
    if ((word != "en" && word != "of") || token + 1 >= clause.tokens.size()) return false;
    static constexpr std::array<std::string_view, 10> prepositions{"met", "op", "in", "voor", "bij", "binnen", "buiten", "door", "dat", "waarbij"};
    return one_of(std::string_view(clause.tokens[token + 1].folded), prepositions);
}

/// "ten behoeve van" and "bij een bedrijfswoning" behind a noun belong to its name; other places do not.
bool belongs_to_name(const Clause& clause, std::size_t token) {
    const std::string& word = clause.tokens[token].folded;
    if (word == "t.b.v" || word == "t.b.v.") return true;
    if (word == "in" || word == "met" || word == "zonder") return false;
    return word == "ten" && token + 1 < clause.tokens.size() && clause.tokens[token + 1].folded == "behoeve";
}

/// Prepositions and adverbs that stand before a name without being part of it.
bool leads_in(std::string_view word) {
    static constexpr std::array<std::string_view, 18> words{"voor", "bij", "met", "van", "in", "en", "of", "over", "ten", "aanzien", "betrekking", "respectievelijk",
                                                            "geval", "zijn", "eveneens", "te", "binnen", "ter"};
    return one_of(word, words);
}

bool is_preposition(std::string_view word) {
    static constexpr std::array<std::string_view, 20> words{"van", "voor", "vóór", "met", "in", "op", "aan", "bij", "tot", "door", "te", "om", "uit", "zonder", "achter", "naast",
                                                            "teneinde", "ter", "naar", "boven"};
    return one_of(word, words);
}

/// The participle that ends "met vergunning gebouwde", "in de bestemming passende", "beneden peil gelegen".
bool is_participle(std::string_view word) {
    return word.size() > 5 && (word.ends_with("de") || word.ends_with("te") || word == "gelegen" || word == "begrepen");
}

Phrase trimmed(const Clause& clause, Phrase phrase) {
    const auto empty_word = [&](const Token& token) {
        if (token.folded == "(") return false;
        return token.kind == TokenKind::mark || is_article(token.folded) || leads_in(token.folded);
    };
    while (!phrase.empty() && empty_word(clause.tokens[phrase.begin])) ++phrase.begin;
    const auto loose = [&](std::size_t at) {
        const std::string& word = clause.tokens[at].folded;
        return clause.tokens[at].kind == TokenKind::mark ? word != ")" : word == "en" || word == "of" || is_preposition(word) || is_article(word);
    };
    while (!phrase.empty() && loose(phrase.end - 1)) --phrase.end;
    return phrase;
}

/// Words that point to something else than the words behind them name.
bool points_elsewhere(std::string_view word) {
    static constexpr std::array<std::string_view, 12> words{"volgende", "deze", "dit", "dergelijke", "zodanige", "genoemde", "bedoelde", "voornoemde", "zulke", "dezelfde", "gesloopte", "slopen"};
    return one_of(word, words);
}

}  // namespace

bool is_pronoun(std::string_view word) {
    static constexpr std::array<std::string_view, 12> pronouns{"deze", "dit", "daarvan", "hiervan", "ervan", "dezelfde", "genoemde", "bedoelde", "voornoemde", "zij", "deze.", "er"};
    return one_of(word, pronouns);
}

bool is_part(std::string_view word) {
    return word.ends_with("gevel") || word.ends_with("gevels") || word == "kap" || word == "dak" || word == "dakvlak" || word == "onderzijde" ||
           word == "bovenzijde" || word == "zijkanten" || word == "zijkant" || word == "bouw" || word == "gevelvlak" || word == "bouwen" ||
           word == "oprichten" || word == "plaatsen" || word == "realiseren" || word == "elk" || word == "delen" || word == "voet" ||
           word == "doortrekken" || word == "uitbreiden" || word == "vergroten" || word == "herbouwen" || word == "vernieuwen";
}

bool is_tagged(const Clause& clause, std::size_t token, std::initializer_list<std::string_view> names) {
    return std::ranges::any_of(names, [&](std::string_view name) { return inside(clause, name, token); });
}

bool stops(const Clause& clause, std::size_t token) {
    const Token& word = clause.tokens[token];
    if (word.sentence_end || word.folded == ":" || word.folded == "(") return true;
    if (word.kind == TokenKind::number) return true;
    if (goes_on_name(clause, token)) return false;
    if (ends_phrase(word.folded)) return true;
    return is_tagged(clause, token, {"werkwoord", "grens", "waarde", "maat", "norm"});
}

bool is_place_start(const Clause& clause, std::size_t token) {
    return std::ranges::any_of(clause.tags, [&](const Tag& tag) {
        return tag.begin == token && (tag.name == "voorwaarde-plaats" || tag.name == "voorwaarde-zin" || tag.name == "uitzondering");
    });
}

bool names_subject(const Clause& clause, Phrase phrase) {
    for (std::size_t at = phrase.begin; at < phrase.end; ++at) {
        if (inside(clause, "onderwerp", at)) return true;
    }
    return false;
}

Phrase whole_of_part(const Clause& clause, Phrase phrase) {
    for (std::size_t at = phrase.begin; at + 1 < phrase.end; ++at) {
        if (clause.tokens[at + 1].folded != "van") continue;
        const bool nothing_before = !names_subject(clause, {phrase.begin, at + 1}) && names_subject(clause, {at + 2, phrase.end});
        if (is_part(clause.tokens[at].folded) || nothing_before) return whole_of_part(clause, trimmed(clause, {at + 2, phrase.end}));
    }
    return phrase;
}

Phrase bare_name(const Clause& clause, Phrase phrase) {
    std::size_t name = phrase.begin;
    while (name < phrase.end && !inside(clause, "onderwerp", name) && !inside(clause, "vlak", name)) ++name;
    if (name == phrase.end) return phrase;
    std::size_t begin = phrase.begin;
    static constexpr std::array<std::string_view, 4> ways{"met", "zonder", "in", "door"};
    bool adverbial = begin > 0 && one_of(std::string_view(clause.tokens[begin - 1].folded), ways);
    for (std::size_t at = phrase.begin; at < name; ++at) {
        const std::string& word = clause.tokens[at].folded;
        if (goes_on_name(clause, at)) break;
        if (adverbial && at > phrase.begin && is_participle(word) && word != "overige") {
            begin = at + 1;
            adverbial = false;
        }
        if (is_preposition(word)) adverbial = true;
        if (word == "om" || word == "teneinde" || word == "uitsluitend" || word == "herbouw") begin = at + 1;
    }
    // "(tot het) hoofdgebouw behorende stoepen"
    for (std::size_t at = begin; at + 1 < phrase.end; ++at) {
        if (clause.tokens[at].folded.starts_with("behorend") && names_subject(clause, {at + 1, phrase.end})) begin = at + 1;
    }
    // "paardenbakken toe te staan", "herbouw van bijgebouwen mogelijk te maken": a verb follows the name.
    for (std::size_t at = name + 1; at < phrase.end; ++at) {
        if (clause.tokens[at].folded != "te") continue;
        const std::string& before = clause.tokens[at - 1].folded;
        const bool adverb = before == "toe" || before == "mogelijk" || before == "op" || before == "aan";
        phrase.end = adverb ? at - 1 : at;
    }
    return trimmed(clause, {begin, phrase.end});
}

Phrase noun_phrase(const Clause& clause, std::size_t token) {
    Phrase phrase{token, token};
    while (phrase.end < clause.tokens.size()) {
        const std::size_t at = phrase.end;
        const std::string& word = clause.tokens[at].folded;
        if (word == ",") {
            if (const std::size_t past = after_geen_zijnde(clause, at); past > 0) {
                phrase.end = past;
                continue;
            }
            // "bouwwerken, geen gebouwen zijnde, en nutsvoorzieningen"
            const bool one_more = at + 2 < clause.tokens.size() && clause.tokens[at + 1].folded == "en" && is_tagged(clause, at + 2, {"onderwerp"});
            if (!one_more && !list_goes_on(clause, at)) break;
        } else if (word == "(") {
            // "(vrijstaande) bijgebouwen", "woningen (erkers)": short brackets are part of the name.
            std::size_t close = at + 1;
            while (close < clause.tokens.size() && close - at < 5 && clause.tokens[close].folded != ")" && !stops(clause, close)) ++close;
            if (close >= clause.tokens.size() || clause.tokens[close].folded != ")") break;
            phrase.end = close + 1;
            continue;
        } else if (const std::size_t past = after_geen_zijnde(clause, at - 1); at > token && past > 0) {
            phrase.end = past;
            continue;
        } else if (stops(clause, at) || adds_something_else(clause, at)) {
            break;
        } else if (is_place_start(clause, at) && !belongs_to_name(clause, at) && at > token) {
            break;
        }
        ++phrase.end;
    }
    return trimmed(clause, phrase);
}

bool is_sound(const Clause& clause, Phrase phrase) {
    std::size_t name = phrase.begin;
    const auto known = [&](std::size_t at) { return is_tagged(clause, at, {"onderwerp", "vlak", "telbaar"}); };
    while (name < phrase.end && !known(name)) ++name;
    if (name == phrase.end) return false;
    bool adverbial = false;
    for (std::size_t at = phrase.begin; at < name; ++at) {
        const Token& token = clause.tokens[at];
        if (points_elsewhere(token.folded) || token.kind == TokenKind::number || token.folded == "om" || token.folded == "teneinde" || token.folded == ".") return false;
        if (is_preposition(token.folded) && token.folded != "te") adverbial = true;
        if (is_participle(token.folded)) adverbial = false;
    }
    const std::string& last = clause.tokens[phrase.end - 1].folded;
    return !adverbial && (!is_preposition(last) || goes_on_name(clause, phrase.end - 1));
}

}  // namespace planlezer
