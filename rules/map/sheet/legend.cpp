#include "rules/map/sheet/legend.hpp"

#include <algorithm>

#include "rules/map/sheet/sign_pattern.hpp"
#include "schemas/model/ascii.hpp"
#include "schemas/rulebook/pattern.hpp"

namespace planlezer {

namespace {

/// "grens van het plan*": the whole text, or its begin when the phrase ends in a star.
bool says(std::string_view text, const std::vector<std::string>& phrases) {
    return std::ranges::any_of(phrases, [text](const std::string& phrase) {
        if (phrase.ends_with('*')) return text.starts_with(std::string_view(phrase).substr(0, phrase.size() - 1));
        return text == phrase;
    });
}

std::string trimmed(std::string text) {
    const auto loose = [](char c) { return c == ' ' || c == ':' || c == '.' || c == '=' || c == ','; };
    while (!text.empty() && loose(text.back())) text.pop_back();
    const auto begin = std::ranges::find_if_not(text, loose);
    return {begin, text.end()};
}

class Reading {
  public:
    Reading(const MapBook& book, Legend& legend) : book_(book), legend_(legend) {}

    void entry(const LegendEntry& entry) {
        const std::vector<NamedMeasure> measures = measures_in(entry.text, book_);
        if (entry.sign && !measures.empty() && sign(*entry.sign, measures)) return;
        if (!entry.code.empty() && measures.size() == 1 && entry.code.size() <= 3 && !draws_area(entry)) {
            letter(entry.code, measures.front());
            return;
        }
        if (const auto kind = kind_of_area(entry)) area(entry, *kind);
    }

  private:
    static bool draws_area(const LegendEntry& entry) {
        return entry.style.fill.has_value() || entry.style.hatch != HatchKind::none || entry.style.edge != LineDash::none;
    }

    /// True when the sign has as many numbers as its words name norms.
    bool sign(const MapSign& drawn, const std::vector<NamedMeasure>& measures) {
        const SignPattern pattern = pattern_of(drawn, true);
        if (pattern.numbers.size() != measures.size()) return false;
        const auto [known, is_new] = legend_.signs.emplace(pattern.key, measures);
        if (!is_new && known->second != measures) known->second.clear();
        return true;
    }

    void letter(const std::string& code, const NamedMeasure& measure) {
        const auto [known, is_new] = legend_.letters.emplace(ascii_lower(code), measure);
        if (!is_new && known->second != measure) known->second.name.clear();
    }

    /// By its own words, then by the list it stands in, then by being a coloured field with a name.
    [[nodiscard]] std::optional<PlanObjectKind> kind_of_area(const LegendEntry& entry) const {
        if (!draws_area(entry) && entry.code.empty()) return std::nullopt;
        const std::string text = trimmed(fold(entry.text));
        for (const MapAreaWords& words : book_.areas) {
            if (says(text, words.words)) return words.kind;
        }
        const std::string heading = trimmed(fold(entry.heading));
        for (const MapAreaWords& words : book_.areas) {
            if (says(heading, words.headings)) return words.kind;
        }
        const bool field = entry.style.fill.has_value() || entry.style.hatch != HatchKind::none;
        if (!text.empty() && (!entry.code.empty() || (field && heading.empty()))) return PlanObjectKind::enkelbestemming;
        return std::nullopt;
    }

    [[nodiscard]] const std::vector<std::string>& words_of(PlanObjectKind kind) const {
        static const std::vector<std::string> none;
        const auto found = std::ranges::find(book_.areas, kind, &MapAreaWords::kind);
        return found == book_.areas.end() ? none : found->words;
    }

    void area(const LegendEntry& entry, PlanObjectKind kind) {
        std::string name = trimmed(entry.text);
        if (kind == PlanObjectKind::bouwvlak || kind == PlanObjectKind::plangebied) name = plan_object_kind_text(kind);
        const bool any_of_its_kind = kind == PlanObjectKind::enkelbestemming && says(fold(name), words_of(kind));
        if (any_of_its_kind) name.clear();  // "bestemmingsgrens": the letters in the area name it
        legend_.areas.push_back({kind, std::move(name), trimmed(entry.code), entry.style});
    }

    const MapBook& book_;
    Legend& legend_;
};

}  // namespace

Legend read_legend(const std::vector<LegendEntry>& entries, const MapBook& book) {
    Legend legend;
    Reading reading(book, legend);
    for (const LegendEntry& entry : entries) reading.entry(entry);
    return legend;
}

}  // namespace planlezer
