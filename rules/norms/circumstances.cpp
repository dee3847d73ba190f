#include "rules/norms/circumstances.hpp"

#include <algorithm>

namespace planlezer {

namespace {

struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool exception = false;
};

bool opens_part(const Tag& tag) { return tag.name.starts_with("voorwaarde-") || tag.name == "uitzondering" || tag.name == "afwijking-van"; }

bool part_begins(const Clause& clause, std::size_t token) {
    return std::ranges::any_of(clause.tags, [&](const Tag& tag) { return tag.begin == token && opens_part(tag); });
}

/// Where the words of a condition end: at a comma or the sentence's end, a place also at the verb or the norm.
std::size_t part_end(const Clause& clause, const Tag& opening) {
    const bool place = opening.name == "voorwaarde-plaats";
    const bool whole_sentence = opening.name == "uitzondering";
    std::size_t at = opening.end;
    while (at < clause.tokens.size()) {
        const Token& token = clause.tokens[at];
        if (token.sentence_end || (token.folded == ":" && !token.quoted)) break;
        if (token.folded == "," && !token.quoted && !whole_sentence) break;
        if (inside(clause, "waarde", at)) break;
        if (inside(clause, "grens", at) && !inside(clause, "maat", at)) break;
        if (place && (inside(clause, "werkwoord", at) || part_begins(clause, at) || (inside(clause, "norm", at) && !token.quoted))) break;
        ++at;
    }
    return at;
}

std::vector<Part> parts_of(const Clause& clause) {
    std::vector<Part> parts;
    for (const Tag& tag : clause.tags) {
        if (!opens_part(tag) || clause.tokens[tag.begin].quoted) continue;
        const Part part{tag.begin, part_end(clause, tag), tag.name == "uitzondering"};
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

Share share_of(const Clause& clause, const std::vector<Reading>& readings, std::size_t which) {
    const Reading& reading = readings[which];
    Share share;
    share.sentence = reading.value_begin;
    while (share.sentence > clause.own && !clause.tokens[share.sentence - 1].sentence_end) --share.sentence;
    share.begin = share.sentence;
    share.end = reading.value_end;
    while (share.end < clause.tokens.size() && !clause.tokens[share.end].sentence_end) ++share.end;
    share.first = std::min(reading.begin, reading.value_begin);
    for (const Reading& other : readings) {
        if (other.value_end <= reading.value_begin && other.value_end > share.sentence) {
            share.begin = std::max(share.begin, separator(clause, other.value_end, reading.value_begin));
            share.first = std::min({share.first, other.begin, other.value_begin});
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

}  // namespace

Circumstances circumstances_of(const Clause& clause, const std::vector<Reading>& readings, std::size_t which) {
    const Share share = share_of(clause, readings, which);
    const Reading& reading = readings[which];
    Circumstances found;
    for (const Part& part : parts_of(clause)) {
        const bool lead_in = part.begin < clause.own;
        const bool for_all = part.begin >= share.sentence && part.begin < share.first;
        const bool own = part.begin >= share.begin && part.begin < share.end;
        if (!lead_in && !for_all && !own) continue;
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
