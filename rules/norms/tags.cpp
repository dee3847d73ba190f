#include "rules/norms/tags.hpp"

#include <algorithm>
#include <array>

#include "rules/norms/match.hpp"
#include "rules/norms/numbers.hpp"

namespace planlezer {

namespace {

bool overlap(const Tag& a, const Tag& b) { return a.begin < b.end && b.begin < a.end; }
bool within(const Tag& inner, const Tag& outer) { return inner.begin >= outer.begin && inner.end <= outer.end; }

/// "grens" as a slot means grens-max, grens-min and grens-gelijk alike.
bool answers(std::string_view tag, std::string_view slot) {
    return tag == slot || (tag.size() > slot.size() && tag.starts_with(slot) && tag[slot.size()] == '-' && slot == "grens");
}

/// Folded words that join two norm nouns: "goothoogte en de bouwhoogte", "goot-/bouwhoogte".
bool joins_nouns(std::string_view word) {
    static constexpr std::array<std::string_view, 12> joiners{"en", "of", "/", ",", "c.q.", "cq", "respectievelijk", "resp.", "alsmede", "dan", "wel", "en/of"};
    return std::ranges::find(joiners, word) != joiners.end();
}
bool fills_between_nouns(std::string_view word) {
    static constexpr std::array<std::string_view, 9> fillers{"de", "het", "een", "maximale", "maximum", "minimale", "minimum", "totale", "gezamenlijke"};
    return std::ranges::find(fillers, word) != fillers.end();
}

void sort_tags(std::vector<Tag>& tags) {
    std::ranges::stable_sort(tags, [](const Tag& a, const Tag& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
}

/// Of the tags whose name `picked` accepts, keeps the longest from the left; overlapping later ones go.
template <typename Picked>
void keep_longest(std::vector<Tag>& tags, Picked picked) {
    sort_tags(tags);
    std::vector<Tag> kept;
    std::size_t taken_to = 0;
    for (Tag& tag : tags) {
        if (picked(tag)) {
            if (tag.begin < taken_to) continue;
            taken_to = tag.end;
        }
        kept.push_back(std::move(tag));
    }
    tags = std::move(kept);
}

bool is_limit(const Tag& tag) { return tag.name.starts_with("grens-"); }
bool is_bound(const Tag& tag) { return tag.name == "maat" || tag.name == "geen-norm"; }
bool is_reference(const Tag& tag) {
    return tag.name == "kaart" || tag.name == "bestaand" || tag.name == "formule" || tag.name == "onbepaald" || tag.name == "leeg";
}

/// A limit and a condition claim the same words ("niet meer dan 3 m" / "meer dan 3 m"): the one that begins first
/// has them, for it holds the word ("niet") that decides.
void settle_limits_and_bounds(std::vector<Tag>& tags) {
    std::vector<Tag> kept;
    for (const Tag& tag : tags) {
        const bool beaten = std::ranges::any_of(tags, [&](const Tag& other) {
            if (!overlap(tag, other) || &tag == &other) return false;
            if (is_bound(tag) && is_limit(other)) return other.begin <= tag.begin;
            if (is_limit(tag) && is_bound(other)) return other.begin < tag.begin;
            return false;
        });
        if (!beaten) kept.push_back(tag);
    }
    tags = std::move(kept);
}

ValueSource source_of(const Tag& reference) {
    if (reference.name == "kaart") return ValueSource::map;
    if (reference.name == "bestaand") return ValueSource::existing;
    return reference.name == "formule" ? ValueSource::formula : ValueSource::text;
}

Tag value_of(const Tag& reference) {
    Tag value = reference;
    value.name = "waarde";
    value.measure = {};
    value.measure.source = source_of(reference);
    value.measure.undetermined = reference.name == "onbepaald";
    value.measure.blank = reference.name == "leeg";
    return value;
}

/// A number without a unit is a value only where something announces it ("niet meer dan 12", "bedraagt: 6") or
/// counted things follow; house numbers and the like are not.
bool announced(const Clause& clause, const Tag& number) {
    for (const MeasurePart& part : number.measure.parts) {
        if (part.unit_stated) return true;
    }
    if (number.begin == 0 || number.begin == clause.own) return true;
    static constexpr std::array<std::string_view, 14> announcers{":", "bedraagt", "bedragen", "is", "zijn", "van", "mag", "mogen", "tot", "per", "een", "uit", "gevel", "met"};
    const std::string& before = clause.tokens[number.begin - 1].folded;
    if (std::ranges::find(announcers, before) != announcers.end()) return true;
    return std::ranges::any_of(clause.tags, [&](const Tag& tag) {
        if (tag.name.starts_with("grens-")) return tag.end == number.begin;
        if (tag.name == "norm") return tag.end == number.begin || (tag.begin >= number.end && tag.begin <= number.end + 1);
        return tag.name == "telbaar" && tag.begin >= number.end && tag.begin < number.end + 4;
    });
}

/// Turns numbers and references into values, each place once; the longest claim wins.
void make_values(Clause& clause) {
    std::vector<Tag>& tags = clause.tags;
    std::vector<Tag> values;
    for (const Tag& tag : tags) {
        const auto covered = [&](auto picked) {
            return std::ranges::any_of(tags, [&](const Tag& other) { return picked(other) && overlap(tag, other); });
        };
        if (tag.name == "getal" && !covered([](const Tag& t) { return is_bound(t) || is_reference(t); }) && announced(clause, tag)) {
            values.push_back(tag);
            values.back().name = "waarde";
        } else if (is_reference(tag) && !covered([&](const Tag& t) { return is_bound(t) && !within(t, tag); })) {
            // "3 m meer dan op de verbeelding is aangegeven" is a sum with the map's value, not that value.
            if (tag.name == "kaart" && covered([](const Tag& t) { return t.name == "formule"; })) continue;
            const bool inside_other = std::ranges::any_of(tags, [&](const Tag& other) {
                return &other != &tag && is_reference(other) && (tag.name != "formule" || other.name != "kaart") && within(tag, other) && (other.end - other.begin > tag.end - tag.begin || &other < &tag);
            });
            if (!inside_other) values.push_back(value_of(tag));
        }
    }
    tags.insert(tags.end(), values.begin(), values.end());
    keep_longest(tags, [](const Tag& t) { return t.name == "waarde"; });
}

/// "10% van de oppervlakte van het erf": the noun says of what the share is taken.
bool is_base_of_share(const Clause& clause, const Tag& norm) {
    std::size_t at = norm.begin;
    constexpr std::size_t farthest = 4;
    while (at > 0 && norm.begin - at < farthest && clause.tokens[at - 1].folded != "van") --at;
    if (at < 2 || clause.tokens[at - 1].folded != "van") return false;
    return std::ranges::any_of(clause.tags, [&](const Tag& tag) {
        return tag.name == "waarde" && (tag.end == at - 1 || tag.end == at - 2) && !tag.measure.parts.empty() && tag.measure.parts.back().quantity.unit == Unit::percent;
    });
}

/// Norm nouns that are part of a formula, a condition, a share or a name are not what is being limited.
void hide_inner_norms(Clause& clause) {
    std::vector<Tag>& tags = clause.tags;
    for (Tag& tag : tags) {
        if (tag.name != "norm") continue;
        if (tag.begin >= clause.own && is_base_of_share(clause, tag)) tag.name = "norm-binnen";
        const bool inner = std::ranges::any_of(tags, [&](const Tag& other) { return (is_bound(other) || is_reference(other)) && within(tag, other); });
        if (inner) tag.name = "norm-binnen";
    }
}

/// The tightest match, and of those the longest: optional words belong to the phrase when they are there.
std::size_t best_end(const std::vector<Match>& matches) {
    std::size_t gap = 0;
    std::size_t end = 0;
    for (const Match& match : matches) {
        if (end != 0 && match.gap > gap) continue;
        end = end != 0 && match.gap == gap ? std::max(end, match.end) : match.end;
        gap = match.gap;
    }
    return end;
}

}  // namespace

Tagger::Tagger(const RuleBook& book) {
    for (const NormRule& norm : book.norms) {
        for (const Pattern& noun : norm.nouns) nouns_.push_back({nullptr, &norm, false, &noun});
        for (const Pattern& stem : norm.stems) nouns_.push_back({nullptr, &norm, true, &stem});
    }
    for (const TagPhrase& phrase : book.phrases) {
        if (phrase.tag == "gewoon") spare(phrase.pattern);
        else phrases_.push_back({&phrase, nullptr, false, &phrase.pattern});
    }
    for (const Entry& entry : phrases_) index(entry);
    for (const Entry& entry : nouns_) learn(*entry.pattern);
    for (const Entry& entry : phrases_) learn(*entry.pattern);
    for (const Sentence& sentence : book.sentences) learn(sentence.pattern);
}

void Tagger::learn(const Pattern& pattern) {
    using enum PatternElement::Type;
    for (const PatternElement& element : pattern) {
        if (element.type == word) mender_.learn(element.text);
        if (element.type == prefix || element.type == suffix || element.type == infix) mender_.learn_part(element.text, element.type == prefix, element.type == suffix);
        for (const Pattern& branch : element.branches) learn(branch);
    }
}

void Tagger::spare(const Pattern& words) {
    for (const PatternElement& element : words) {
        if (element.type == PatternElement::Type::word) mender_.spare(element.text);
        for (const Pattern& branch : element.branches) spare(branch);
    }
}

/// Scanned words are mended; a small word that was glued to a word of the book is cut off, in any text.
void Tagger::mend(Clause& clause) const {
    for (std::size_t at = 0; at < clause.tokens.size(); ++at) {
        if (const std::size_t cut = mender_.glued_at(clause.tokens[at]); cut > 0) {
            Token rest = clause.tokens[at];
            rest.text = rest.text.substr(cut);
            rest.folded = rest.folded.substr(cut);
            rest.glued = true;
            clause.tokens[at].text.resize(cut);
            clause.tokens[at].folded.resize(cut);
            clause.tokens.insert(clause.tokens.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(rest));
            clause.origin.insert(clause.origin.begin() + static_cast<std::ptrdiff_t>(at), clause.origin[at]);
            if (at < clause.own) ++clause.own;
        } else if (clause.tokens[at].scanned) {
            mender_.mend(clause.tokens[at]);
        }
    }
}

void Tagger::index(const Entry& entry) {
    // A pattern that begins with plain words is looked for only where one of them stands.
    const PatternElement& first = entry.pattern->front();
    if (first.type == PatternElement::Type::word) {
        by_first_word_[first.text].push_back(&entry);
        return;
    }
    if (first.type == PatternElement::Type::choice &&
        std::ranges::all_of(first.branches, [](const Pattern& b) { return b.front().type == PatternElement::Type::word; })) {
        std::vector<std::string> words;
        for (const Pattern& branch : first.branches) words.push_back(branch.front().text);
        std::ranges::sort(words);
        words.erase(std::ranges::unique(words).begin(), words.end());
        for (const std::string& word : words) by_first_word_[word].push_back(&entry);
        return;
    }
    anywhere_.push_back(&entry);
}

std::vector<const Tagger::Entry*> Tagger::candidates(const Token& token) const {
    std::vector<const Entry*> found = anywhere_;
    const auto words = by_first_word_.find(token.folded);
    if (words != by_first_word_.end()) found.insert(found.end(), words->second.begin(), words->second.end());
    return found;
}

void Tagger::tag_norms(Clause& clause) const {
    struct Hit {
        const NormRule* norm = nullptr;
        bool stem = false;
        std::size_t end = 0;
    };
    const auto hit_at = [&](std::size_t at) {
        Hit best;
        if (clause.tokens[at].kind != TokenKind::word || clause.tokens[at].quoted) return best;
        for (const Entry& entry : nouns_) {
            for (const Match& match : match_forward(clause, *entry.pattern, at)) {
                const bool longer = match.end > best.end;
                const bool noun_over_stem = match.end == best.end && best.stem && !entry.stem;
                if (longer || noun_over_stem) best = {entry.norm, entry.stem, match.end};
            }
        }
        return best;
    };
    std::vector<Tag> found;
    for (std::size_t at = 0; at < clause.tokens.size();) {
        Tag tag;
        tag.name = "norm";
        tag.begin = at;
        std::vector<const NormRule*> pending;  // stems wait for the noun that completes them
        std::size_t next = at;
        while (next < clause.tokens.size()) {
            const Hit hit = hit_at(next);
            if (hit.norm == nullptr) break;
            pending.push_back(hit.norm);
            if (!hit.stem) {
                tag.norms.insert(tag.norms.end(), pending.begin(), pending.end());
                pending.clear();
                tag.end = hit.end;
            }
            std::size_t link = hit.end;
            const std::size_t joiner = link;
            while (link < clause.tokens.size() && link - joiner < 3 && joins_nouns(clause.tokens[link].folded)) ++link;
            if (link == joiner) break;
            while (link < clause.tokens.size() && fills_between_nouns(clause.tokens[link].folded)) ++link;
            next = link;
        }
        if (tag.norms.empty()) {
            ++at;
        } else {
            at = tag.end;
            found.push_back(std::move(tag));
        }
    }
    clause.tags.insert(clause.tags.end(), found.begin(), found.end());
}

void Tagger::tag_phrases(Clause& clause) const {
    std::vector<Tag> found;
    for (std::size_t at = 0; at < clause.tokens.size(); ++at) {
        for (const Entry* entry : candidates(clause.tokens[at])) {
            const std::size_t end = best_end(match_forward(clause, *entry->pattern, at));
            // Quoted words are the name of something; only phrases that take the whole name in may begin outside it.
            if (end <= at || clause.tokens[at].quoted) continue;
            const Pattern& before = entry->phrase->before;
            if (!before.empty() && match_backward(clause, before, at).empty()) continue;
            Tag tag;
            tag.name = entry->phrase->tag;
            tag.begin = at;
            tag.end = end;
            tag.phrase = entry->phrase->id;
            found.push_back(std::move(tag));
        }
    }
    clause.tags.insert(clause.tags.end(), found.begin(), found.end());
}

void Tagger::tag(Clause& clause) const {
    mend(clause);
    clause.tags = find_numbers(clause);
    tag_norms(clause);
    sort_tags(clause.tags);
    tag_phrases(clause);
    keep_longest(clause.tags, is_limit);
    settle_limits_and_bounds(clause.tags);
    make_values(clause);
    hide_inner_norms(clause);
    sort_tags(clause.tags);
}

std::vector<const Tag*> tags_at(const Clause& clause, std::string_view name, std::size_t token, bool forward) {
    std::vector<const Tag*> found;
    for (const Tag& tag : clause.tags) {
        if (tag.begin > token) break;
        if (answers(tag.name, name) && (forward ? tag.begin == token : tag.end == token + 1)) found.push_back(&tag);
    }
    return found;
}

bool inside(const Clause& clause, std::string_view name, std::size_t token) {
    for (const Tag& tag : clause.tags) {
        if (tag.begin > token) return false;
        if (answers(tag.name, name) && token < tag.end) return true;
    }
    return false;
}

}  // namespace planlezer
