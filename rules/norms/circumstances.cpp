#include "rules/norms/circumstances.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace planlezer {

namespace {

struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool exception = false;
    bool clause = false;  ///< a whole subordinate clause: its verb stands at its end
};

bool opens_part(const Tag& tag) { return tag.name.starts_with("voorwaarde-") || tag.name == "uitzondering" || tag.name == "afwijking-van"; }

bool part_begins(const Clause& clause, std::size_t token) {
    return std::ranges::any_of(clause.tags, [&](const Tag& tag) { return tag.begin == token && opens_part(tag); });
}

template <std::size_t n>
bool one_of(std::string_view word, const std::array<std::string_view, n>& words) {
    return std::ranges::find(words, word) != words.end();
}

/// A value, or a limit with its value right behind it: another statement begins.
bool states_value(const Clause& clause, std::size_t token) {
    if (inside(clause, "waarde", token)) return true;
    for (const Tag& tag : clause.tags) {
        if (!tag.name.starts_with("grens") || token < tag.begin || token >= tag.end) continue;
        for (std::size_t at = tag.end; at < tag.end + 3 && at < clause.tokens.size(); ++at) {
            if (inside(clause, "waarde", at)) return true;
        }
    }
    return false;
}

/// Where the reading's own words begin: its norm or, without one here, its value.
std::size_t statement_begin(const Clause& clause, const Reading& reading) {
    const bool noun_here = reading.norm_end > reading.norm_begin && reading.norm_begin >= clause.own;
    return noun_here ? std::min(reading.norm_begin, reading.value_begin) : reading.value_begin;
}

bool opens_relative(std::string_view word) {
    static constexpr std::array<std::string_view, 7> words{"die", "dat", "welke", "waar", "waarop", "waarin", "waarvan"};
    return one_of(word, words);
}

/// Words behind a place that belong to the sentence again.
bool leaves_place(std::string_view word) {
    static constexpr std::array<std::string_view, 9> words{"uitsluitend", "slechts", "tevens", "ook", "alleen", "mede", "geen", "niet", "eveneens"};
    return one_of(word, words);
}

bool is_word(const Clause& clause, std::size_t at, std::string_view folded) { return at < clause.tokens.size() && clause.tokens[at].folded == folded; }

/// A place ends where the sentence goes on; a relative clause ("een gevel die gericht is op ...") belongs to it.
std::size_t place_end(const Clause& clause, const Tag& opening, std::size_t statement) {
    bool relative = false;
    std::size_t at = opening.end;
    for (; at < clause.tokens.size() && at != statement; ++at) {
        const Token& token = clause.tokens[at];
        if (token.quoted) continue;
        if (token.sentence_end || token.folded == ":" || token.folded == "," || states_value(clause, at) || inside(clause, "norm", at)) break;
        if (opens_relative(token.folded)) relative = true;
        if (relative) continue;
        if (inside(clause, "werkwoord", at) || leaves_place(token.folded) || part_begins(clause, at)) break;
    }
    return at;
}

std::size_t exception_end(const Clause& clause, const Tag& opening, std::size_t statement) {
    std::size_t at = opening.end;
    for (; at < clause.tokens.size() && at != statement; ++at) {
        const Token& token = clause.tokens[at];
        if (token.quoted) continue;
        if (token.sentence_end || token.folded == ":" || inside(clause, "waarde", at)) break;
        if (token.folded == "," && (inside(clause, "werkwoord", at + 1) || (is_word(clause, at + 1, "met") && is_word(clause, at + 2, "dien")))) break;
    }
    return at;
}

/// A clause of condition ends at its comma. "waarbij de goothoogte 3 m bedraagt" and "mits de bouwhoogte ..." state the
/// norm itself and are no condition to it.
std::size_t clause_end(const Clause& clause, const Tag& opening, std::size_t statement) {
    const bool deviates = opening.name == "afwijking-van";
    std::size_t at = opening.end;
    for (; at < clause.tokens.size() && at != statement; ++at) {
        const Token& token = clause.tokens[at];
        if (token.quoted) continue;
        if (token.sentence_end || token.folded == ":" || token.folded == ",") break;
        if (!deviates && states_value(clause, at)) break;
        if (deviates && at >= clause.own && inside(clause, "werkwoord", at)) break;
    }
    const std::string& opener = clause.tokens[opening.begin].folded;
    const bool states = at == statement || (at < clause.tokens.size() && states_value(clause, at));
    const bool proviso = opener == "waarbij" || opener == "mits" || opener == "met";
    return proviso && states ? opening.begin : at;
}

bool is_loose_end(const Clause& clause, std::size_t at) {
    const Token& token = clause.tokens[at];
    if (token.quoted) return false;
    static constexpr std::array<std::string_view, 4> closing{")", "'", "\"", "\u2019"};
    if (token.kind == TokenKind::mark) return !one_of(std::string_view(token.folded), closing);
    static constexpr std::array<std::string_view, 38> words{
        "de", "het", "een", "en", "of", "dat", "die", "te", "dan", "van", "voor", "vóór", "met", "in", "op", "aan", "bij", "tot", "door", "om", "uit", "zonder", "naar", "ook",
        "zijn", "totale", "gezamenlijke", "betreffende", "desbetreffende", "tevens", "uitsluitend", "maximale", "maximum", "minimale", "waarbij", "mits", "deze", "maximaal"};
    return one_of(std::string_view(token.folded), words) || inside(clause, "werkwoord", at);
}

/// Adjectives that say something on their own: "totale", "gezamenlijke", "verticale".
bool stands_alone(std::string_view word) {
    static constexpr std::array<std::string_view, 8> words{"totale", "totaal", "gezamenlijk", "gezamenlijke", "onderling", "horizontale", "verticale", "plat"};
    return one_of(word, words);
}

/// "Op de gronden", "binnen deze bestemming": all the ground of the artikel, no limit to anything.
bool is_own_ground(const Clause& clause, const Part& part) {
    const auto says = [&](std::string_view first, std::string_view second, std::string_view third) {
        return is_word(clause, part.begin, first) && is_word(clause, part.begin + 1, second) && is_word(clause, part.begin + 2, third);
    };
    return part.end == part.begin + 3 && (says("op", "de", "gronden") || says("binnen", "deze", "bestemming"));
}

/// Without loose words at its end; empty when nothing but its opening is left.
Part trimmed(const Clause& clause, Part part) {
    if (part.end == part.begin + 1 && stands_alone(clause.tokens[part.begin].folded)) return part;
    while (part.end > part.begin && is_loose_end(clause, part.end - 1) && !(part.clause && inside(clause, "werkwoord", part.end - 1))) --part.end;
    // "mits voldaan wordt aan het volgende", "waarbij de volgende regels gelden" only announce what hangs below.
    const std::string& opener = clause.tokens[part.begin].folded;
    for (std::size_t at = part.begin; (opener == "mits" || opener == "waarbij") && at < part.end; ++at) {
        if (clause.tokens[at].folded == "volgende") part.end = part.begin;
    }
    const std::size_t left = part.end - part.begin;
    const bool only_opening = (left == 1 && !stands_alone(clause.tokens[part.begin].folded)) || (left == 2 && is_word(clause, part.begin, "ter"));
    if (only_opening || is_own_ground(clause, part)) part.end = part.begin;
    return part;
}

std::vector<Part> parts_of(const Clause& clause, const Reading& reading) {
    const std::size_t statement = statement_begin(clause, reading);
    std::vector<Part> parts;
    for (const Tag& tag : clause.tags) {
        if (!opens_part(tag) || clause.tokens[tag.begin].quoted) continue;
        Part part{tag.begin, 0, tag.name == "uitzondering"};
        if (part.exception) part.end = exception_end(clause, tag, statement);
        else part.end = tag.name == "voorwaarde-plaats" ? place_end(clause, tag, statement) : clause_end(clause, tag, statement);
        part.clause = tag.name == "voorwaarde-zin" && (part.end == clause.tokens.size() || clause.tokens[part.end].kind == TokenKind::mark);
        part = trimmed(clause, part);
        if (part.end == part.begin) continue;
        if (!parts.empty() && part.begin < parts.back().end) {
            parts.back().end = std::max(parts.back().end, part.end);
        } else {
            parts.push_back(part);
        }
    }
    return parts;
}

bool separates(const Token& token) { return token.folded == "," || token.folded == "en" || token.sentence_end; }

/// The first place in [begin, end) where one statement ends and the next may begin.
std::size_t separator(const Clause& clause, std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
        if (separates(clause.tokens[at]) && !clause.tokens[at].quoted) return at;
    }
    return end;
}

struct Share {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t sentence = 0;  ///< start of the sentence
    std::size_t first = 0;     ///< start of the first reading in the sentence: what stands before it holds for all
};

/// Where a reading begins to speak for itself. Below a lead-in ("... bedraagt niet meer dan:") what stands before a
/// comma or colon still holds for all values of the item: "bij een erf kleiner dan 100 m2: 50 %, met ten hoogste 40 m2".
std::size_t stated_from(const Clause& clause, const Reading& reading) {
    if (reading.begin >= clause.own) return std::min(reading.begin, reading.value_begin);
    for (std::size_t at = reading.value_begin; at > clause.own && !clause.tokens[at - 1].sentence_end; --at) {
        const Token& token = clause.tokens[at - 1];
        if ((token.folded == ":" || token.folded == ",") && !token.quoted) return at;
    }
    return clause.own;
}

Share share_of(const Clause& clause, const std::vector<Reading>& readings, std::size_t which) {
    const Reading& reading = readings[which];
    Share share;
    share.sentence = reading.value_begin;
    while (share.sentence > clause.own && !clause.tokens[share.sentence - 1].sentence_end) --share.sentence;
    share.begin = share.sentence;
    share.end = reading.value_end;
    while (share.end < clause.tokens.size() && !clause.tokens[share.end].sentence_end) ++share.end;
    share.first = stated_from(clause, reading);
    for (const Reading& other : readings) {
        if (other.value_end <= reading.value_begin && other.value_end > share.sentence) {
            share.begin = std::max(share.begin, separator(clause, other.value_end, reading.value_begin));
            share.first = std::min(share.first, stated_from(clause, other));
        }
        if (other.value_begin >= reading.value_end && other.value_begin < share.end) {
            share.end = std::min(share.end, separator(clause, reading.value_end, other.value_begin));
        }
    }
    return share;
}

void add_aanduiding(const Clause& clause, std::size_t begin, std::size_t end, std::vector<std::string>& names) {
    for (std::size_t at = begin; at < end; ++at) {
        if (!clause.tokens[at].folded.starts_with("aanduiding") || clause.tokens[at].quoted) continue;
        std::size_t open = at + 1;
        while (open < clause.tokens.size() && !clause.tokens[open].quoted && open - at < 4) ++open;
        std::size_t close = open;
        while (close < clause.tokens.size() && clause.tokens[close].quoted) ++close;
        std::string name = words_of(clause, open, close);
        if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
}

LocationKind location_of(const Circumstances& found) {
    if (!found.aanduiding.empty()) return LocationKind::aanduiding;
    if (found.condition.find("bouwvlak") != std::string::npos && found.condition.find("buiten") == std::string::npos) return LocationKind::bouwvlak;
    return LocationKind::unknown;
}

/// "650 m3, dan wel de bestaande inhoud indien deze groter is": the condition is the alternative's.
bool is_of_alternative(const Clause& clause, const Part& part, const Reading& reading) {
    // "3,1 m of ingeval van ... 4 m": what begins with "of" behind a value is about another one.
    if (part.begin < reading.value_end) return false;
    if (clause.tokens[part.begin - 1].folded == "of") return true;
    bool alternative = false;
    for (std::size_t at = reading.value_end; at < part.begin && !clause.tokens[at].sentence_end; ++at) {
        alternative |= is_word(clause, at, "danwel") || (is_word(clause, at, "dan") && is_word(clause, at + 1, "wel"));
        if (alternative && clause.tokens[at].folded.starts_with("bestaand")) return true;
    }
    return false;
}

/// The two name places of one kind, that cannot both be meant: before or behind, within or without, one aanduiding or another.
bool exclude_each_other(const Clause& clause, const Part& a, const Part& b) {
    static constexpr std::array<std::pair<std::string_view, int>, 6> kinds{{{"voor", 1}, {"vóór", 1}, {"achter", 1}, {"binnen", 2}, {"buiten", 2}, {"ter", 3}}};
    const auto kind = [&](const Part& part) {
        const auto found = std::ranges::find(kinds, std::string_view(clause.tokens[part.begin].folded), &std::pair<std::string_view, int>::first);
        return found == kinds.end() ? 0 : found->second;
    };
    return kind(a) != 0 && kind(a) == kind(b);
}

/// "mogen vóór de rooilijn niet hoger zijn dan 1 m en erachter niet hoger dan 2 m": the place before the first value, behind
/// the verb, is the first value's alone when the later one has another place of that kind.
bool is_of_first_alone(const Clause& clause, const Part& part, const Share& share, const std::vector<Part>& parts) {
    const bool later = part.begin < share.begin && share.begin > share.sentence;
    bool behind_verb = false;
    for (std::size_t at = share.sentence; at < part.begin; ++at) behind_verb |= inside(clause, "werkwoord", at);
    return later && behind_verb &&
           std::ranges::any_of(parts, [&](const Part& other) { return other.begin >= share.begin && other.begin < share.end && exclude_each_other(clause, part, other); });
}

}  // namespace

Circumstances circumstances_of(const Clause& clause, const std::vector<Reading>& readings, std::size_t which) {
    const Share share = share_of(clause, readings, which);
    const Reading& reading = readings[which];
    Circumstances found;
    const std::vector<Part> parts = parts_of(clause, reading);
    for (const Part& part : parts) {
        const bool lead_in = part.begin < clause.own;
        const bool for_all = part.begin >= share.sentence && part.begin < share.first;
        const bool own = part.begin >= share.begin && part.begin < share.end;
        if (!lead_in && !for_all && !own) continue;
        if (is_of_alternative(clause, part, reading) || (!lead_in && is_of_first_alone(clause, part, share, parts))) continue;
        const std::string words = words_of(clause, part.begin, part.end);
        if (words.empty()) continue;
        if (part.exception) {
            found.exceptions.push_back(words);
        } else {
            found.condition += (found.condition.empty() ? "" : "; ") + words;
        }
    }
    add_aanduiding(clause, 0, clause.own, found.aanduiding);
    add_aanduiding(clause, share.sentence, std::max(share.end, reading.value_end), found.aanduiding);
    found.location = location_of(found);
    return found;
}

}  // namespace planlezer
