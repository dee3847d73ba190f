#include "rules/norms/subject.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace planlezer {

namespace {

std::size_t sentence_begin(const Clause& clause, std::size_t token, std::size_t lowest) {
    while (token > lowest && !clause.tokens[token - 1].sentence_end) --token;
    return token;
}

/// The thing counted: "maximaal 1 carport", "het aantal woningen".
std::optional<Phrase> counted(const Clause& clause, const Reading& reading) {
    if (!reading.norm->counts) return std::nullopt;
    const bool noun = reading.norm_end > reading.norm_begin;
    const std::size_t at = noun ? reading.norm_end : reading.value_end;
    const Phrase phrase = noun_phrase(clause, at);
    if (phrase.empty()) return std::nullopt;
    for (std::size_t i = phrase.begin; i < phrase.end; ++i) {
        if (is_tagged(clause, i, {"onderwerp", "telbaar"})) return phrase;
    }
    return std::nullopt;
}

/// Past the condition or place that begins at a token: a clause ends at its comma, a place at its noun phrase.
std::size_t past_condition(const Clause& clause, std::size_t token, std::size_t end) {
    const auto opening = std::ranges::find_if(clause.tags, [&](const Tag& tag) {
        return tag.begin == token && (tag.name == "voorwaarde-plaats" || tag.name == "voorwaarde-zin" || tag.name == "uitzondering");
    });
    if (opening->name == "voorwaarde-plaats") return std::max(opening->end, noun_phrase(clause, opening->end).end);
    std::size_t at = opening->end;
    while (at < end && (clause.tokens[at].folded != "," || clause.tokens[at].quoted)) ++at;
    return at;
}

/// The first phrase with a word of this tag in [begin, end), outside conditions.
std::optional<Phrase> named_between(const Clause& clause, std::size_t begin, std::size_t end, std::string_view name) {
    for (std::size_t at = begin; at < end;) {
        if (is_place_start(clause, at) && !clause.tokens[at].quoted) {
            at = std::max(at + 1, past_condition(clause, at, end));
        } else if (clause.tokens[at].quoted || clause.tokens[at].folded == "," || clause.tokens[at].folded == ":" || stops(clause, at)) {
            ++at;
        } else {
            const Phrase phrase = whole_of_part(clause, noun_phrase(clause, at));
            for (std::size_t i = phrase.begin; i < phrase.end && phrase.end <= end; ++i) {
                if (inside(clause, name, i)) return phrase;
            }
            at = std::max(at + 1, phrase.end);
        }
    }
    return std::nullopt;
}

/// The noun phrase behind "de bouwhoogte van ..."; a unit in brackets may stand between.
std::optional<Phrase> behind_norm(const Clause& clause, const Reading& reading) {
    std::size_t at = reading.norm_end;
    if (reading.norm_end <= reading.norm_begin) return std::nullopt;
    if (at < clause.tokens.size() && clause.tokens[at].folded == "(") {
        while (at < clause.tokens.size() && clause.tokens[at].folded != ")" && at - reading.norm_end < 4) ++at;
        ++at;
    }
    if (at < clause.tokens.size() && (clause.tokens[at].folded == "aan" || clause.tokens[at].folded == "voor" || clause.tokens[at].folded == "bij")) {
        const Phrase phrase = noun_phrase(clause, at + 1);
        if (!phrase.empty() && names_subject(clause, phrase) && !is_place_start(clause, at)) return phrase;
    }
    if (at < clause.tokens.size() && clause.tokens[at].folded == "tussen") {
        // "de afstand tussen een paardenbak en woningen van derden": the first of the two.
        Phrase phrase = noun_phrase(clause, at + 1);
        for (std::size_t i = phrase.begin; i < phrase.end; ++i) {
            if (clause.tokens[i].folded == "en") phrase.end = i;
        }
        if (!phrase.empty() && names_subject(clause, phrase)) return phrase;
        return std::nullopt;
    }
    if (at < clause.tokens.size() && clause.tokens[at].folded == "van") ++at;
    else if (at >= clause.tokens.size() || !inside(clause, "onderwerp", at)) return std::nullopt;
    if (at < clause.tokens.size() && is_pronoun(clause.tokens[at].folded)) return std::nullopt;
    const Phrase phrase = whole_of_part(clause, noun_phrase(clause, at));
    if (!phrase.empty() && names_subject(clause, phrase)) return phrase;
    // "van al dan niet met vergunning gebouwde bijgebouwen": a known name further on, before the verb.
    std::size_t verb = at;
    while (verb < clause.tokens.size() && !clause.tokens[verb].sentence_end && !is_tagged(clause, verb, {"werkwoord", "grens", "waarde"})) ++verb;
    if (const auto named = named_between(clause, at, verb, "onderwerp")) return named;
    if (phrase.empty()) return std::nullopt;
    return phrase;
}

/// Where the part of the sentence begins that holds this token: behind the last "met dien verstande dat", "waarbij".
std::size_t subclause_begin(const Clause& clause, std::size_t begin, std::size_t token) {
    for (std::size_t at = token; at > begin; --at) {
        const std::string& word = clause.tokens[at - 1].folded;
        if (word == "waarbij" || word == "mits" || (word == "dat" && at - 1 > begin && clause.tokens[at - 2].folded == "verstande")) return at;
    }
    return begin;
}

/// What the parts of a sentence behind its conjunctions name, the last part first.
std::optional<Phrase> named_in_subclauses(const Clause& clause, std::size_t begin, std::size_t end, std::string_view name) {
    for (std::size_t near = subclause_begin(clause, begin, end); near > begin; near = subclause_begin(clause, begin, near - 1)) {
        if (const auto phrase = named_between(clause, near, end, name)) return phrase;
    }
    return std::nullopt;
}

/// "Voor het bouwen van bijgebouwen gelden ...", "Bedrijfsgebouwen hebben een hoogte van ...": what the sentence
/// names first, in its own subclause before the whole.
std::optional<Phrase> before_norm(const Clause& clause, const Reading& reading, std::size_t lowest) {
    const std::size_t end = std::min(reading.norm_begin, reading.value_begin);
    const std::size_t begin = sentence_begin(clause, end, lowest);
    if (const auto phrase = named_in_subclauses(clause, begin, end, "onderwerp")) return phrase;
    return named_between(clause, begin, end, "onderwerp");
}

/// "behoudens lichtmasten, waarvan de hoogte ...": the name in front of "waarvan".
std::optional<Phrase> before_waarvan(const Clause& clause, const Reading& reading) {
    std::size_t at = reading.norm_begin;
    for (int back = 0; back < 3 && at > clause.own; ++back) {
        --at;
        if (clause.tokens[at].folded != "waarvan") continue;
        for (std::size_t begin = at; begin-- > clause.own;) {
            const std::string& word = clause.tokens[begin].folded;
            const bool opens = word == "behoudens" || word == "van" || word == "tenzij" || clause.tokens[begin].sentence_end || inside(clause, "waarde", begin);
            if (opens || begin == clause.own) return named_between(clause, opens ? begin + 1 : begin, at, "onderwerp");
        }
    }
    return std::nullopt;
}

/// "1 m voor erfafscheidingen": what the value is for stands behind it.
std::optional<Phrase> behind_value(const Clause& clause, const Reading& reading) {
    const std::size_t at = reading.value_end;
    if (at >= clause.tokens.size() || (clause.tokens[at].folded != "voor" && clause.tokens[at].folded != "bij") || is_place_start(clause, at)) return std::nullopt;
    const Phrase phrase = noun_phrase(clause, at + 1);
    if (phrase.empty() || !names_subject(clause, phrase)) return std::nullopt;
    for (std::size_t i = phrase.begin; i < phrase.end; ++i) {
        if (is_part(clause.tokens[i].folded)) return std::nullopt;  // "1 m voor de voorgevel" is a place
    }
    return phrase;
}

/// "18 m indien sprake is van gestapelde woningen"
std::optional<Phrase> behind_indien(const Clause& clause, const Reading& reading) {
    for (std::size_t at = reading.value_end; at + 3 < clause.tokens.size() && at < reading.value_end + 4; ++at) {
        if (clause.tokens[at].sentence_end) return std::nullopt;
        if (clause.tokens[at].folded != "sprake" || clause.tokens[at + 1].folded != "is" || clause.tokens[at + 2].folded != "van") continue;
        const Phrase phrase = noun_phrase(clause, at + 3);
        return !phrase.empty() && names_subject(clause, phrase) ? std::optional(phrase) : std::nullopt;
    }
    return std::nullopt;
}

/// "een muziektent met een oppervlakte van ...": the name in front of "met".
std::optional<Phrase> before_met(const Clause& clause, const Reading& reading) {
    if (reading.norm_end <= reading.norm_begin) return std::nullopt;
    std::size_t at = std::min(reading.begin, reading.norm_begin);
    for (int back = 0; back < 4 && at > clause.own; ++back) {
        --at;
        if (clause.tokens[at].folded != "met") continue;
        std::size_t begin = at;
        while (begin > clause.own && clause.tokens[begin - 1].folded != "per" && !stops(clause, begin - 1) && clause.tokens[begin - 1].folded != "," && clause.tokens[begin - 1].folded != "en" && at - begin < 8) --begin;
        if (begin > clause.own && clause.tokens[begin - 1].folded == "per") return std::nullopt;
        return named_between(clause, begin, at, "onderwerp");
    }
    return std::nullopt;
}

/// "het bouwvlak mag voor 60% worden bebouwd": a share is of a piece of land.
std::optional<Phrase> land(const Clause& clause, const Reading& reading) {
    if (reading.part.quantity.unit != Unit::percent || reading.norm_end > reading.norm_begin) return std::nullopt;
    const std::size_t begin = sentence_begin(clause, reading.value_begin, clause.own);
    if (const auto phrase = named_between(clause, begin, reading.value_begin, "vlak")) return phrase;
    for (const Tag& tag : clause.tags) {  // "50% van het achtererf"
        if (tag.name == "vlak" && tag.begin >= reading.value_end && tag.end <= reading.end) return Phrase{tag.begin, tag.end};
    }
    return std::nullopt;
}

/// "mag het bouwvlak voor 100% worden bebouwd", also where a condition before it speaks of the percentage.
std::optional<Phrase> built_share(const Clause& clause, const Reading& reading) {
    if (reading.part.quantity.unit != Unit::percent) return std::nullopt;
    bool built = false;
    for (std::size_t at = reading.value_end; at < clause.tokens.size() && at < reading.value_end + 4; ++at) built = built || clause.tokens[at].folded == "bebouwd";
    if (!built) return std::nullopt;
    const std::size_t begin = sentence_begin(clause, reading.value_begin, clause.own);
    for (std::size_t at = reading.value_begin; at-- > begin && clause.tokens[at].folded != ",";) {
        if (!inside(clause, "vlak", at)) continue;
        std::size_t from = at;
        while (from > begin && !stops(clause, from - 1) && clause.tokens[from - 1].folded != ",") --from;
        return Phrase{clause.tokens[from].folded == "het" || clause.tokens[from].folded == "de" || clause.tokens[from].folded == "een" ? from + 1 : from, at + 1};
    }
    return std::nullopt;
}

/// Below "de hoogte van andere bouwwerken bedraagt niet meer dan:" the item names its own: "2 m voor erfafscheidingen".
std::optional<Phrase> own_part(const Clause& clause, const Reading& reading) {
    if (reading.norm_end > clause.own || reading.norm_end <= reading.norm_begin) return std::nullopt;
    const auto sound = [&](const std::optional<Phrase>& phrase) { return phrase && is_sound(clause, bare_name(clause, *phrase)); };
    const auto before = named_between(clause, sentence_begin(clause, reading.value_begin, clause.own), reading.value_begin, "onderwerp");
    if (sound(before)) return before;
    const auto behind = behind_value(clause, reading);
    return sound(behind) ? behind : std::nullopt;
}

/// "mag worden overschreden door dakkapellen, indien:": what hangs below is about what exceeds.
std::optional<Phrase> behind_door(const Clause& clause) {
    for (std::size_t at = 0; at + 1 < clause.tokens.size(); ++at) {
        if (clause.tokens[at].folded != "door" || at == 0 || !clause.tokens[at - 1].folded.starts_with("oversch")) continue;
        return named_between(clause, at + 1, clause.tokens.size(), "onderwerp");
    }
    return std::nullopt;
}

Subject make(const Clause& clause, const Phrase& found) {
    const Phrase phrase = bare_name(clause, found);
    Subject subject;
    subject.text = words_of(clause, phrase.begin, phrase.end);
    subject.sound = is_sound(clause, phrase);
    return subject;
}

/// What another number counted is not what this one counts.
Subject uncounted(Subject subject) {
    subject.counted = false;
    return subject;
}

}  // namespace

Subject SubjectFinder::find(const Clause& clause, const Reading& reading, const Earlier& earlier) const {
    if (const auto phrase = counted(clause, reading)) {
        Subject subject = make(clause, *phrase);
        subject.counted = true;
        return subject;
    }
    if (const auto phrase = built_share(clause, reading)) return make(clause, *phrase);
    if (const auto phrase = before_waarvan(clause, reading)) return make(clause, *phrase);
    if (const auto phrase = own_part(clause, reading)) return make(clause, *phrase);
    if (const auto phrase = behind_norm(clause, reading)) return make(clause, *phrase);
    if (const auto phrase = behind_value(clause, reading)) return make(clause, *phrase);
    if (const auto phrase = before_met(clause, reading)) return make(clause, *phrase);
    const std::size_t sentence = sentence_begin(clause, reading.value_begin, clause.own);
    const bool goes_on = !earlier.subject.text.empty() && earlier.value_end > sentence;
    if (goes_on) {
        // The sentence goes on about the same thing unless a later part of it names another.
        const std::size_t near = subclause_begin(clause, earlier.value_end, reading.norm_begin);
        if (near > earlier.value_end) {
            if (const auto phrase = named_between(clause, near, std::min(reading.norm_begin, reading.value_begin), "onderwerp")) return make(clause, *phrase);
        }
        return uncounted(earlier.subject);
    }
    if (const auto phrase = before_norm(clause, reading, clause.own)) return make(clause, *phrase);
    if (const auto phrase = land(clause, reading)) return make(clause, *phrase);
    if (!earlier.subject.text.empty()) return uncounted(earlier.subject);
    const Subject above = from_above(clause);
    if (!above.text.empty()) return above;
    if (const auto phrase = behind_indien(clause, reading)) return make(clause, *phrase);
    return {};
}

/// What a text above names: behind "overschreden door", behind a norm noun, else first in its sentence.
static std::optional<Phrase> named_above(const Clause& above) {
    if (const auto phrase = behind_door(above)) return phrase;
    for (const std::string_view name : {"onderwerp", "vlak"}) {
        if (const auto phrase = named_in_subclauses(above, 0, above.tokens.size(), name)) return phrase;
    }
    std::optional<Phrase> found;
    for (const Tag& tag : above.tags) {
        if (tag.name != "norm") continue;
        Reading stand_in;
        stand_in.norm = tag.norms.front();
        stand_in.norm_begin = tag.begin;
        stand_in.norm_end = tag.end;
        if (const auto named = behind_norm(above, stand_in)) found = named;
    }
    return found ? found : named_between(above, 0, above.tokens.size(), "onderwerp");
}

static Subject from(Subject subject, const std::string& where, std::size_t distance, int page) {
    subject.inherited = "'" + subject.text + "' " + where;
    subject.distance = distance;
    subject.page = page;
    return subject;
}

Subject SubjectFinder::from_above(const Clause& clause) const {
    const auto tagged = [&](std::size_t node, WordSpan span) {
        Clause above;
        above.node = node;
        above.tokens = tokenise(text_, span);
        above.origin.assign(above.tokens.size(), node);
        tagger_.tag(above);
        return above;
    };
    std::size_t distance = 1;
    for (std::size_t at = text_.nodes.at(clause.node).parent; at != no_parent; at = text_.nodes[at].parent, ++distance) {
        const Node& node = text_.nodes[at];
        const std::string where = node.number.empty() ? "de kop '" + text_.text(node.heading) + "'" : node.number;
        const Clause lead_in = tagged(at, node.text);
        if (const auto phrase = named_above(lead_in)) {
            return from(make(lead_in, *phrase), "uit " + where, distance, node.page);
        }
        if (node.kind == NodeKind::artikel || node.kind == NodeKind::hoofdstuk || node.kind == NodeKind::bijlage) continue;
        const Clause heading = tagged(at, node.heading);
        if (const auto phrase = named_between(heading, 0, heading.tokens.size(), "onderwerp")) {
            return from(make(heading, *phrase), "uit de kop van " + where, distance, node.page);
        }
    }
    return {};
}

}  // namespace planlezer
