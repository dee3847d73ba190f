#include "rules/norms/reading.hpp"

#include <algorithm>
#include <optional>
#include <span>

#include "rules/norms/match.hpp"

namespace planlezer {

namespace {

constexpr double cost_of_a_gap_word = 0.002;
constexpr double least_for_a_reference = 0.5;  // a guess at a norm without a number helps nobody

/// A sentence of the book together with the norm whose file holds it.
struct Candidate {
    const Sentence* sentence;
    const NormRule* owner;
};

/// A sentence that fits around a value.
struct Fit {
    Candidate candidate{};
    const Tag* norm = nullptr;
    const Tag* limit = nullptr;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t gap = 0;
    bool odd_unit = false;
    [[nodiscard]] double strength() const {
        return candidate.sentence->confidence - cost_of_a_gap_word * static_cast<double>(gap);
    }
};

/// The norm a value of this unit belongs to, when the noun says `norm`; null when they do not go together.
const NormRule* norm_for_unit(const NormRule* norm, Unit unit, const RuleBook& book) {
    const auto converted = norm->converted.find(unit);
    if (converted != norm->converted.end()) return book.find_norm(converted->second);
    return std::ranges::find(norm->units, unit) != norm->units.end() ? norm : nullptr;
}

/// The same for a part of a measure; a power the scan lost is the one the norm has.
const NormRule* norm_for_part(const NormRule* norm, const MeasurePart& part, const RuleBook& book) {
    if (part.power_unread && norm->units.front() == Unit::cubic_metre) return norm;
    return norm_for_unit(norm, part.quantity.unit, book);
}

bool fits_value(const NormRule* norm, const Measure& measure, const RuleBook& book) {
    if (measure.parts.empty()) return true;
    return std::ranges::any_of(measure.parts, [&](const MeasurePart& part) {
        if (part.unit_stated) return norm_for_part(norm, part, book) != nullptr;
        return !measure.range;  // a number without a unit: counted things, or a unit that is missing
    });
}

bool allows_unit(const Sentence& sentence, const Measure& measure) {
    if (sentence.units.empty()) return true;
    return std::ranges::any_of(measure.parts, [&](const MeasurePart& part) {
        const Unit unit = part.unit_stated ? part.quantity.unit : Unit::count;
        return std::ranges::find(sentence.units, unit) != sentence.units.end();
    });
}

const Tag* slot(const Match& left, const Match& right, std::string_view name) {
    for (const Match* match : {&left, &right}) {
        for (const auto& [slot_name, tag] : match->slots) {
            if (slot_name == name) return tag;
        }
    }
    return nullptr;
}

class ValueReader {
  public:
    ValueReader(const Clause& clause, const RuleBook& book) : clause_(clause), book_(book) {
        for (const Sentence& sentence : book.sentences) candidates_.push_back({&sentence, nullptr});
        for (const NormRule& norm : book.norms) {
            for (const Sentence& sentence : norm.sentences) candidates_.push_back({&sentence, &norm});
        }
    }

    std::vector<Reading> all() const {
        std::vector<Reading> readings;
        for (const Tag& tag : clause_.tags) {
            if (tag.name != "waarde" || tag.begin < clause_.own) continue;
            if (const auto fit = best_fit(tag)) spread(tag, *fit, readings);
        }
        return readings;
    }

  private:
    [[nodiscard]] std::optional<Fit> best_fit(const Tag& value) const {
        std::optional<Fit> best;
        for (const Candidate& candidate : candidates_) {
            if (!allows_unit(*candidate.sentence, value.measure)) continue;
            if (value.measure.source != ValueSource::text && candidate.sentence->confidence < least_for_a_reference) continue;
            if (candidate.owner != nullptr && !fits_value(candidate.owner, value.measure, book_)) continue;
            for (Fit& fit : fits(value, candidate)) {
                if (!best || better(fit, *best)) best = fit;
            }
        }
        return best;
    }

    /// A noun close by outranks a sentence without one: "de bouwhoogte bedraagt 30 m2" is a bouwhoogte with an odd unit.
    static bool better(const Fit& fit, const Fit& best) {
        if (fit.odd_unit != best.odd_unit && fit.norm != nullptr && best.norm != nullptr) return !fit.odd_unit;
        return fit.strength() > best.strength();
    }

    /// A length where an area belongs, or the other way about, right behind the noun: the text or the scan is wrong.
    [[nodiscard]] static bool odd_unit(const Fit& fit, const Measure& measure) {
        constexpr std::size_t close = 8;
        const auto spatial = [](Unit unit) { return unit == Unit::metre || unit == Unit::square_metre || unit == Unit::cubic_metre; };
        return fit.gap <= close && fit.candidate.owner == nullptr && measure.parts.size() == 1 && measure.source == ValueSource::text &&
               measure.parts.front().unit_stated && spatial(measure.parts.front().quantity.unit) && fit.limit != nullptr && spatial(fit.norm->norms.front()->units.front());
    }

    [[nodiscard]] std::vector<Fit> fits(const Tag& value, const Candidate& candidate) const {
        const Pattern& pattern = candidate.sentence->pattern;
        const auto at = std::ranges::find_if(pattern, [](const PatternElement& e) {
            return e.type == PatternElement::Type::slot && e.text == "waarde";
        });
        const std::span<const PatternElement> before(pattern.begin(), at);
        const std::span<const PatternElement> after(at + 1, pattern.end());
        std::vector<Fit> found;
        const std::vector<Match> rights = match_forward(clause_, after, value.end);
        if (rights.empty()) return found;
        for (const Match& left : match_backward(clause_, before, value.begin)) {
            for (const Match& right : rights) {
                Fit fit{candidate, slot(left, right, "norm"), limit_of(left, right), left.end, right.end, left.gap + right.gap};
                if (fit.norm != nullptr && !any_norm_fits(*fit.norm, value.measure)) {
                    if (!odd_unit(fit, value.measure)) continue;
                    fit.odd_unit = true;
                }
                if (fit.norm == nullptr && candidate.owner == nullptr) fit.norm = inner_norm(value);
                if (fit.norm == nullptr && candidate.owner == nullptr) continue;
                found.push_back(fit);
            }
        }
        return found;
    }

    /// The norm that a reference names itself: "de aangegeven bouwhoogte".
    [[nodiscard]] const Tag* inner_norm(const Tag& value) const {
        if (value.measure.source == ValueSource::text) return nullptr;
        const auto inner = std::ranges::find_if(clause_.tags, [&](const Tag& tag) {
            return tag.name == "norm-binnen" && tag.begin >= value.begin && tag.end <= value.end;
        });
        return inner == clause_.tags.end() ? nullptr : &*inner;
    }

    static const Tag* limit_of(const Match& left, const Match& right) {
        for (const std::string_view name : {"grens", "grens-max", "grens-min"}) {
            if (const Tag* tag = slot(left, right, name)) return tag;
        }
        return nullptr;
    }

    [[nodiscard]] bool any_norm_fits(const Tag& norm, const Measure& measure) const {
        return std::ranges::any_of(norm.norms, [&](const NormRule* n) { return fits_value(n, measure, book_); });
    }

    /// The norms of the fit that go with this part's unit.
    [[nodiscard]] std::vector<const NormRule*> norms_for(const Fit& fit, const MeasurePart* part) const {
        std::vector<const NormRule*> norms;
        if (fit.norm != nullptr && fit.candidate.owner == nullptr) norms = fit.norm->norms;
        else norms = {fit.candidate.owner};
        if (part == nullptr || !part->unit_stated || fit.odd_unit) return norms;
        std::vector<const NormRule*> fitting;
        for (const NormRule* norm : norms) {
            if (const NormRule* match = norm_for_part(norm, *part, book_)) fitting.push_back(match);
        }
        return fitting;
    }

    void spread(const Tag& value, const Fit& fit, std::vector<Reading>& readings) const {
        const Measure& measure = value.measure;
        if (measure.parts.empty()) {
            for (const NormRule* norm : norms_for(fit, nullptr)) {
                add(value, fit, norm, nullptr, 0, 1, readings);
                if (!value.phrase.ends_with("/minimum-en-maximum")) continue;
                add(value, fit, norm, nullptr, 0, 1, readings);
                readings.back().comparator = Comparator::at_least;
            }
            return;
        }
        if (measure.range) return spread_range(value, fit, readings);
        const std::size_t values = measure.parts.size();
        const std::vector<const NormRule*> first = norms_for(fit, &measure.parts.front());
        if (values == 1) {
            for (const NormRule* norm : first) add(value, fit, norm, &measure.parts.front(), 0, 1, readings);
        } else if (first.size() == values) {
            for (std::size_t i = 0; i < values; ++i) {
                const std::vector<const NormRule*> norms = norms_for(fit, &measure.parts[i]);
                if (i < norms.size()) add(value, fit, norms[i], &measure.parts[i], 0, 1, readings);
            }
        } else {
            // One norm, several values: one a subject or a condition ("erkers en luifels 3 respectievelijk 4 m").
            for (std::size_t i = 0; i < values; ++i) {
                for (const NormRule* norm : norms_for(fit, &measure.parts[i])) {
                    add(value, fit, norm, &measure.parts[i], i, values, readings);
                    readings.back().uneven = first.size() != 1;
                }
            }
        }
    }

    void spread_range(const Tag& value, const Fit& fit, std::vector<Reading>& readings) const {
        for (const NormRule* norm : norms_for(fit, &value.measure.parts.front())) {
            for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
                const std::size_t before = readings.size();
                add(value, fit, norm, &value.measure.parts[i], 0, 1, readings);
                if (readings.size() == before) continue;
                readings.back().comparator = i == 0 ? Comparator::at_least : Comparator::at_most;
                readings.back().bare = false;
                readings.back().loose_range = fit.limit == nullptr && norm->units.front() != Unit::degree;
            }
        }
    }

    void add(const Tag& value, const Fit& fit, const NormRule* norm, const MeasurePart* part, std::size_t place, std::size_t of,
             std::vector<Reading>& readings) const {
        Reading reading;
        reading.norm = norm;
        reading.sentence = fit.candidate.sentence;
        reading.sentence_owner = fit.candidate.owner;
        reading.source = value.measure.source;
        reading.undetermined = value.measure.undetermined;
        if (part != nullptr) reading.part = *part;
        if (reading.part.power_unread) {
            // With its noun in the sentence an area is in m2 and a volume in m3, whatever the scan made of the small figure.
            reading.part.quantity.unit = norm->units.front();
            if (fit.norm != nullptr) reading.part.ocr_mended = reading.part.lookalike;
        }
        reading.odd_unit = fit.odd_unit;
        reading.blank = value.measure.blank;
        reading.value_begin = value.begin;
        reading.value_end = value.end;
        reading.norm_begin = fit.norm != nullptr ? fit.norm->begin : value.begin;
        reading.norm_end = fit.norm != nullptr ? fit.norm->end : value.begin;
        reading.begin = fit.begin;
        reading.end = fit.end;
        reading.gap = fit.gap;
        reading.place = place;
        reading.of = of;
        const std::string& said = fit.candidate.sentence->limit;
        std::string limit = !said.empty() ? said : fit.limit != nullptr ? fit.limit->name.substr(6) : "";
        reading.bare = limit.empty();
        if (limit.empty()) limit = norm->bare;
        // "ten minste 1 m lager dan de nok" keeps a building down: a maximum.
        if (reading.source == ValueSource::formula && limit == "min" && lowers(value)) limit = "max";
        reading.comparator = limit == "max" ? Comparator::at_most : limit == "min" ? Comparator::at_least : Comparator::exactly;
        readings.push_back(reading);
    }

    [[nodiscard]] bool lowers(const Tag& value) const {
        for (std::size_t at = value.begin; at < value.end; ++at) {
            const std::string& word = clause_.tokens[at].folded;
            if (word == "lager" || word == "minder" || word == "onder" || word == "beneden") return true;
        }
        return false;
    }

    const Clause& clause_;
    const RuleBook& book_;
    std::vector<Candidate> candidates_;
};

}  // namespace

double Reading::strength() const { return sentence->confidence - cost_of_a_gap_word * static_cast<double>(gap); }

std::vector<Reading> read_values(const Clause& clause, const RuleBook& book) { return ValueReader(clause, book).all(); }

}  // namespace planlezer
