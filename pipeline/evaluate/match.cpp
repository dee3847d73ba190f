#include "pipeline/evaluate/match.hpp"

#include <algorithm>
#include <tuple>

#include "pipeline/evaluate/words.hpp"

namespace planlezer::evaluate {

namespace {

/// What of a norm is compared by its words.
struct Wording {
    WordSet subject;
    WordSet condition;
    WordSet quote;
};

Wording wording(const GoldNorm& gold) {
    return {content_words(gold.subject), content_words(gold.condition), content_words(gold.quote)};
}

Wording wording(const NormStatement& norm) {
    std::string condition = norm.condition;
    for (const std::string& part : norm.aanduiding) condition += " " + part;
    for (const std::string& part : norm.exceptions) condition += " " + part;
    return {content_words(norm.subject), content_words(condition), content_words(norm.provenance.quote)};
}

struct Pair {
    std::size_t gold = 0;
    std::size_t norm = 0;
    bool same_role = false;
    double alike = 0;  ///< subject and condition
    double quote = 0;
    bool accepted = false;
};

bool better(const Pair& a, const Pair& b) {
    const auto key = [](const Pair& p) { return std::tuple(p.same_role, p.alike, p.quote, p.accepted); };
    if (key(a) != key(b)) return key(a) > key(b);
    return std::pair(a.gold, a.norm) < std::pair(b.gold, b.norm);
}

bool on_map(ValueSource source) { return source == ValueSource::map || source == ValueSource::imro; }

/// A sheet and an IMRO are the same map: the gold of a text cannot tell which of them was read.
bool same_source(ValueSource a, ValueSource b) { return a == b || (on_map(a) && on_map(b)); }

bool fits(const GoldNorm& gold, const NormStatement& norm) {
    if (gold.kind == kind_other || kind_class(gold.kind) != kind_class(norm.kind)) return false;
    if (value_in_words(gold) != value_in_words(norm)) return false;
    return value_in_words(gold) ? gold.value == norm.value : same_source(gold.value_source, norm.value_source);
}

bool fits_other(const GoldNorm& gold, const NormStatement& norm) {
    return gold.kind == kind_other && gold.value && gold.value == norm.value;
}

template <typename Fits>
std::vector<Pair> pairs(const Trial& trial, const Fits& fits_together) {
    std::vector<Wording> gold_words;
    std::vector<Wording> norm_words;
    for (const GoldNorm& gold : trial.gold->norms) gold_words.push_back(wording(gold));
    for (const NormStatement& norm : trial.norms) norm_words.push_back(wording(norm));
    std::vector<Pair> all;
    for (std::size_t g = 0; g < gold_words.size(); ++g) {
        for (std::size_t n = 0; n < norm_words.size(); ++n) {
            const GoldNorm& gold = trial.gold->norms[g];
            const NormStatement& norm = trial.norms[n];
            if (!fits_together(gold, norm)) continue;
            all.push_back({g, n, gold.role == norm.role,
                           overlap(gold_words[g].subject, norm_words[n].subject) +
                               overlap(gold_words[g].condition, norm_words[n].condition),
                           containment(gold_words[g].quote, norm_words[n].quote), norm.status == NormStatus::accepted});
        }
    }
    std::ranges::sort(all, better);
    return all;
}

void take(Matches& matches, const std::vector<Pair>& best_first) {
    for (const Pair& pair : best_first) {
        if (matches.norm_of_gold[pair.gold] || matches.gold_of_norm[pair.norm]) continue;
        matches.norm_of_gold[pair.gold] = pair.norm;
        matches.gold_of_norm[pair.norm] = pair.gold;
    }
}

/// A rule that leaves its value to the map becomes as many norms as the map has values: all of them are that rule.
void take_values_of_map(Matches& matches, const Trial& trial, const std::vector<Pair>& best_first) {
    constexpr double same_sentence = 0.8;
    for (const Pair& pair : best_first) {
        const bool from_map = on_map(trial.gold->norms[pair.gold].value_source) && trial.norms[pair.norm].value;
        if (from_map && pair.same_role && pair.quote >= same_sentence && !matches.gold_of_norm[pair.norm]) matches.gold_of_norm[pair.norm] = pair.gold;
    }
}

}  // namespace

bool value_in_words(const GoldNorm& gold) {
    return gold.value && (gold.value_source == ValueSource::text || gold.value_source == ValueSource::table);
}

bool value_in_words(const NormStatement& norm) {
    return norm.value && (norm.value_source == ValueSource::text || norm.value_source == ValueSource::table);
}

Matches match(const Trial& trial) {
    Matches matches;
    matches.norm_of_gold.resize(trial.gold->norms.size());
    matches.gold_of_norm.resize(trial.norms.size());
    const std::vector<Pair> fitting = pairs(trial, fits);
    take(matches, fitting);
    take_values_of_map(matches, trial, fitting);
    take(matches, pairs(trial, fits_other));
    return matches;
}

}  // namespace planlezer::evaluate
