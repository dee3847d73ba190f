#include "rules/norms/soundness.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "schemas/rulebook/pattern.hpp"

namespace planlezer {

namespace {

template <std::size_t n>
bool one_of(std::string_view word, const std::array<std::string_view, n>& words) {
    return std::ranges::find(words, word) != words.end();
}

bool between_verb_and_noun(std::string_view word) {
    static constexpr std::array<std::string_view, 10> words{"de", "het", "een", "maximale", "maximum", "minimale", "minimum", "totale", "gezamenlijke", "onderlinge"};
    return one_of(word, words);
}

class Wording {
  public:
    Wording(const DocumentText& text, const Clause& clause, const Reading& reading, const Subject& subject, const NormStatement& norm)
        : text_(text), clause_(clause), reading_(reading), subject_(subject), norm_(norm), noun_(reading.norm_end > reading.norm_begin) {
        sentence_ = reading.value_begin;
        while (sentence_ > clause.own && !clause.tokens[sentence_ - 1].sentence_end) --sentence_;
    }

    std::vector<WordingDoubt> all() {
        if (!subject_.text.empty() && !subject_.sound) add(FlagCode::phrase_weak, "'" + subject_.text + "' is geen bekend bouwwerk");
        if (inside_condition()) add(FlagCode::phrase_weak, "de maat staat in een voorwaarde");
        if (loose_proviso()) add(FlagCode::phrase_weak, "na 'mits' of 'waarbij' begint iets anders dan de norm ervoor");
        if (list_of_examples()) add(FlagCode::phrase_weak, "de maat staat in een rij voorbeelden");
        if (refers_to_other_norm()) add(FlagCode::phrase_weak, "de maat wordt hier alleen genoemd");
        if (alternative()) add(FlagCode::phrase_weak, "er staat een tweede maat naast");
        if (names_cases()) add(FlagCode::phrase_weak, "de lijst noemt gevallen, geen normen");
        if (uncounted()) add(FlagCode::subject_unknown, {});
        if (sizes_use()) add(FlagCode::role_uncertain, "de maat begrenst een gebruik");
        if (sizes_soil()) add(FlagCode::role_uncertain, "de maat begrenst werk in de bodem");
        return std::move(doubts_);
    }

  private:
    void add(FlagCode code, std::string reason) { doubts_.push_back({code, std::move(reason)}); }

    [[nodiscard]] std::size_t first() const { return noun_ ? std::min(reading_.norm_begin, reading_.value_begin) : reading_.value_begin; }

    /// "indien ... een voorziening is gerealiseerd met een hoogte van 2 m": what must be there first, no norm for the rest.
    [[nodiscard]] bool inside_condition() const {
        if (!noun_ || first() < clause_.own) return false;
        return std::ranges::any_of(clause_.tags, [&](const Tag& tag) {
            if (tag.name != "voorwaarde-zin" || tag.begin < sentence_ || tag.end > first()) return false;
            const std::string& opener = clause_.tokens[tag.begin].folded;
            return opener != "mits" && opener != "waarbij" && opener != "met" && !closed(tag.end) && !main_clause(tag.end);
        });
    }

    /// A comma or colon ends the condition before the norm.
    [[nodiscard]] bool closed(std::size_t from) const {
        for (std::size_t at = from; at < first(); ++at) {
            const Token& token = clause_.tokens[at];
            if ((token.folded == "," || token.folded == ":") && !token.quoted) return true;
        }
        return false;
    }

    /// "indien het erf groter is dan 500 m2 bedraagt de oppervlakte ...": the verb stands before the norm.
    [[nodiscard]] bool main_clause(std::size_t from) const {
        std::size_t at = first();
        while (at > from && (between_verb_and_noun(clause_.tokens[at - 1].folded) || inside(clause_, "grens", at - 1))) --at;
        return at > from && inside(clause_, "werkwoord", at - 1);
    }

    /// "..., waarbij maximaal 1 m niet aan de hoofdmassa grenst", "mits de bovenste bouwlaag ten minste 3 m terug ligt":
    /// a part of the sentence with a subject of its own does not go on about the norm before it.
    [[nodiscard]] bool loose_proviso() const {
        std::size_t begin = reading_.value_begin;
        while (begin > sentence_ && clause_.tokens[begin - 1].folded != "waarbij" && clause_.tokens[begin - 1].folded != "mits") --begin;
        if (begin == sentence_) return false;
        if (noun_) return reading_.norm_end <= begin && reading_.norm_begin >= sentence_;
        for (std::size_t at = begin; at < reading_.value_begin; ++at) {
            if (inside(clause_, "onderwerp", at)) return false;
        }
        return begin + 1 < reading_.value_begin && (clause_.tokens[begin].folded == "de" || clause_.tokens[begin].folded == "het");
    }

    /// "bouwwerken, zoals straatmeubilair, containers niet groter dan 10 m3": the last example or the whole?
    [[nodiscard]] bool list_of_examples() const {
        if (noun_) return false;
        bool open = false;
        for (std::size_t at = sentence_; at < reading_.value_begin; ++at) {
            const std::string& word = clause_.tokens[at].folded;
            if (word == "zoals" || word == "waaronder") open = true;
            if (word == "dergelijke" || word == "e.d" || word == "e.d." || inside(clause_, "werkwoord", at)) open = false;
        }
        return open;
    }

    /// "aanvullend op de toelaatbare oppervlakte van 100 m2": another rule's norm.
    [[nodiscard]] bool refers_to_other_norm() const {
        if (!noun_ || reading_.norm_begin < clause_.own + 1 || !reading_.bare) return false;
        static constexpr std::array<std::string_view, 7> words{"toelaatbare", "toegelaten", "toegestane", "vergunde", "genoemde", "vereiste", "voorgeschreven"};
        return one_of(std::string_view(clause_.tokens[reading_.norm_begin - 1].folded), words);
    }

    /// "10 m, of breder tot maximaal 15 m"
    [[nodiscard]] bool alternative() const {
        static constexpr std::array<std::string_view, 7> words{"breder", "hoger", "langer", "dieper", "groter", "meer", "lager"};
        // "20 m respectievelijk" with nothing behind it: the second value was lost.
        const bool another = reading_.value_end < clause_.tokens.size() && clause_.tokens[reading_.value_end].folded.starts_with("resp");
        if (another && !inside(clause_, "waarde", reading_.value_end + 1) && !inside(clause_, "waarde", reading_.value_end + 2)) return true;
        for (std::size_t at = sentence_; at + 2 < clause_.tokens.size() && at < reading_.value_end + 3; ++at) {
            if (clause_.tokens[at].folded == "of" && one_of(std::string_view(clause_.tokens[at + 1].folded), words) && clause_.tokens[at + 2].folded == "tot") return true;
        }
        return false;
    }

    /// "indien het bouwplan betrekking heeft op een of meer van de volgende bouwwerken:" with sizes below it: which plans
    /// are meant.
    [[nodiscard]] bool names_cases() const {
        for (std::size_t at = 0; at + 3 < clause_.own; ++at) {
            const bool one = clause_.tokens[at].folded == "een" || clause_.tokens[at].folded == "meer";
            if (one && clause_.tokens[at + 1].folded == "van" && clause_.tokens[at + 3].folded == "volgende") return true;
        }
        return false;
    }

    /// A number of things must be followed by the thing.
    [[nodiscard]] bool uncounted() const { return !noun_ && reading_.norm->counts && !subject_.counted && norm_.value_source == ValueSource::text && norm_.value.has_value(); }

    [[nodiscard]] bool about_area_or_number() const {
        const Unit unit = norm_.unit;
        return unit == Unit::square_metre || unit == Unit::count || unit == Unit::percent || unit == Unit::cubic_metre;
    }

    [[nodiscard]] bool says(std::string_view name) const {
        std::size_t end = reading_.value_end;
        while (end < clause_.tokens.size() && !clause_.tokens[end].sentence_end) ++end;
        return std::ranges::any_of(clause_.tags, [&](const Tag& tag) {
            return tag.name == name && !clause_.tokens[tag.begin].quoted && (tag.begin < clause_.own || (tag.begin >= sentence_ && tag.begin < end));
        });
    }

    [[nodiscard]] bool headed(std::string_view part, std::string_view unless) const {
        for (std::size_t at = clause_.node; at != no_parent; at = text_.nodes[at].parent) {
            const std::string heading = fold(text_.text(text_.nodes[at].heading));
            if (heading.find(part) != std::string::npos && (unless.empty() || heading.find(unless) == std::string::npos)) return true;
        }
        return false;
    }

    /// How much of a building may be used for a profession, how large a parking place is: no rule for a building.
    [[nodiscard]] bool sizes_use() const { return about_area_or_number() && (says("gebruik") || headed("gebruik", "bouw")); }

    /// What may be dug up without research: the threshold of a permit.
    [[nodiscard]] bool sizes_soil() const {
        const bool kind = norm_.unit == Unit::square_metre || norm_.unit == Unit::cubic_metre || norm_.kind.ends_with("diepte");
        return kind && (says("bodemwerk") || headed("archeologi", {}) || fold(norm_.bestemming).find("archeologi") != std::string::npos);
    }

    const DocumentText& text_;
    const Clause& clause_;
    const Reading& reading_;
    const Subject& subject_;
    const NormStatement& norm_;
    bool noun_;
    std::size_t sentence_ = 0;
    std::vector<WordingDoubt> doubts_;
};

}  // namespace

std::vector<WordingDoubt> doubts_of_wording(const DocumentText& text, const Clause& clause, const Reading& reading, const Subject& subject, const NormStatement& norm) {
    return Wording(text, clause, reading, subject, norm).all();
}

}  // namespace planlezer
