#include "rules/map/join/map_references.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "rules/map/join/names.hpp"
#include "rules/norms/doubt.hpp"
#include "schemas/geometry/polygons.hpp"

namespace planlezer {

namespace {

constexpr double weak_reading = 0.75;  // as for digits of the text
constexpr double weak_outline = 0.6;

LocationKind location_of(PlanObjectKind kind) {
    switch (kind) {
        case PlanObjectKind::maatvoering: return LocationKind::maatvoeringsvlak;
        case PlanObjectKind::bouwvlak: return LocationKind::bouwvlak;
        case PlanObjectKind::enkelbestemming:
        case PlanObjectKind::dubbelbestemming: return LocationKind::bestemmingsvlak;
        case PlanObjectKind::plangebied: return LocationKind::plangebied;
        default: return LocationKind::aanduiding;
    }
}

ValueSource source_of(const PlanMap& map) { return map.placement.source == PlacementSource::imro ? ValueSource::imro : ValueSource::map; }

std::string map_words(const PlanMap& map) {
    return map.file + (map.page > 0 ? ", bladzijde " + std::to_string(map.page) : std::string{});
}

/// "9,5 m op de kaart: plan.gml, maximum bouwhoogte (m): 9,5 (NL.IMRO.27, NL.IMRO.28)"
std::string origin_words(const Ledger& ledger, const std::vector<ValueRef>& refs) {
    constexpr std::size_t most_names = 6;
    std::string words = "waarde " + map_words(ledger.map()) + ", '" + ledger.value(refs.front()).provenance.quote + "' (";
    for (std::size_t i = 0; i < std::min(refs.size(), most_names); ++i) words += (i > 0 ? ", " : "") + ledger.object(refs[i]).id;
    if (refs.size() > most_names) words += " en nog " + std::to_string(refs.size() - most_names);
    return words + ")";
}

/// Whether a value is what the norm asks for: its kind, or by name the very aanduiding the rule speaks of.
bool answers(const MapValue& value, const NormStatement& norm) {
    if (value.kind == norm.kind) return true;
    const std::string name = value_name(value);
    return std::ranges::any_of(norm.aanduiding, [&](const std::string& aanduiding) { return names_a_value(aanduiding) && plain_name(aanduiding) == name; }) &&
           value.comparator == norm.comparator;
}

/// The values that answer one norm, with the part of their areas for which they do.
struct Answer {
    std::vector<ValueRef> refs;
    std::vector<MultiPolygon> areas;
};

/// By value, then by kind of area: 6 m in a bouwvlak and 6 m in a maatvoeringsvlak are told apart.
using Answers = std::map<std::pair<double, LocationKind>, Answer>;

/// "afwijken ... tot ten hoogste de hoogte die ter plaatse van de aanduiding 'x' is aangegeven"
bool is_located_deviation(const NormStatement& norm) { return norm.role == NormRole::deviation && !norm.aanduiding.empty(); }

class Resolver {
  public:
    Resolver(Ground& ground, Ledger& ledger, PlanResult& result) : ground_(ground), ledger_(ledger), result_(result) {}

    void run() {
        std::vector<NormStatement> before = std::move(result_.norms);
        result_.norms.clear();
        // Rules of a bestemming first: what they bind is no longer open to a rule for the whole plan.
        std::vector<Answers> answers(before.size());
        for (const bool general : {false, true}) {
            for (std::size_t i = 0; i < before.size(); ++i) {
                if (awaits_map(before[i]) && before[i].bestemming.empty() == general) answers[i] = answers_to(before[i]);
            }
            if (!general) reserve(answers);
        }
        for (std::size_t i = 0; i < before.size(); ++i) {
            moved_.emplace_back();
            if (answers[i].empty()) push(std::move(before[i]));
            else expand(before[i], answers[i]);
        }
        move_flags();
        doubt_deviations();
        doubt_bestemmingen();
        for (const auto& [norm, ref] : said_) doubt_value(ledger_.object(ref), ledger_.value(ref), norm, result_);
        conflicts();
    }

  private:
    void push(NormStatement norm) {
        moved_.back().push_back(result_.norms.size());
        result_.norms.push_back(std::move(norm));
    }

    /// Where the norm asks; nullopt when it is everywhere, empty when the map does not know the place.
    [[nodiscard]] std::optional<MultiPolygon> asked_place(const NormStatement& norm) {
        NormStatement place = norm;
        // A rule of a bestemming asks within it, whatever else locates the value on the map.
        const bool named = std::ranges::any_of(norm.aanduiding, [](const std::string& name) { return !names_a_value(name) && plain_name(name) != "bouwvlak"; });
        if (!named) {
            if (norm.bestemming.empty()) return std::nullopt;
            const MultiPolygon* whole = ground_.bestemming(norm.bestemming, norm.article);
            return whole == nullptr ? MultiPolygon{} : *whole;
        }
        return ground_.place_of(place);
    }

    [[nodiscard]] Answers answers_to(const NormStatement& norm) {
        Answers found;
        if (norm.role != NormRole::rule && !is_located_deviation(norm)) return found;  // "10 % meer dan is aangegeven" is not what is shown
        const std::optional<MultiPolygon> place = asked_place(norm);
        if (place && place->empty()) return found;
        for (const ValueRef ref : ledger_.values()) {
            if (!answers(ledger_.value(ref), norm) || ledger_.area_of(ref).empty()) continue;
            if (!place && reserved_.contains(ref)) continue;
            MultiPolygon where = place ? part_in(ledger_.area_of(ref), *place) : ledger_.area_of(ref);
            if (where.empty()) continue;
            Answer& answer = found[{ledger_.value(ref).value->approx(), location_of(ledger_.object(ref).kind)}];
            answer.refs.push_back(ref);
            answer.areas.push_back(std::move(where));
        }
        return found;
    }

    void reserve(const std::vector<Answers>& all) {
        for (const Answers& answers : all) {
            for (const auto& [key, answer] : answers) reserved_.insert(answer.refs.begin(), answer.refs.end());
        }
    }

    void expand(const NormStatement& rule, const Answers& answers) {
        for (const auto& [key, answer] : answers) {
            NormStatement norm = rule;
            const MapValue& value = ledger_.value(answer.refs.front());
            norm.value = value.value;
            if (value.unit != Unit::none) norm.unit = value.unit;
            norm.value_source = source_of(ledger_.map());
            norm.location = key.second;
            norm.area = answer.areas.size() == 1 ? answer.areas.front() : cleaned(merged(answer.areas));
            norm.inherited.push_back(origin_words(ledger_, answer.refs));
            std::erase(norm.flags, FlagCode::map_reference_unresolved);
            for (const ValueRef ref : answer.refs) norm.confidence = std::min(norm.confidence, ledger_.value(ref).confidence);
            settle_status(norm);
            if (rule.role != NormRole::rule) deviations_.push_back(result_.norms.size());
            for (std::size_t i = 0; i < answer.refs.size(); ++i) {
                // What may be allowed binds nobody: the value still wants its rule.
                if (rule.role == NormRole::rule) ledger_.use(answer.refs[i], answer.areas[i], result_.norms.size());
                said_.emplace_back(result_.norms.size(), answer.refs[i]);
            }
            if (rule.bestemming.empty()) general_.push_back(result_.norms.size());
            else if (!part_in(norm.area, ground_.unsure_ground()).empty()) unsure_.push_back(result_.norms.size());
            push(std::move(norm));
        }
    }

    /// Flags speak of norms by their place in the list, which has changed.
    void move_flags() {
        for (Flag& flag : result_.flags) {
            std::vector<std::size_t> norms;
            const bool about_map = flag.code == FlagCode::map_reference_unresolved;
            for (const std::size_t old : flag.norms) {
                for (const std::size_t now : moved_[old]) {
                    if (!about_map || awaits_map(result_.norms[now])) norms.push_back(now);
                }
            }
            if (about_map && norms.empty() && !flag.norms.empty()) flag.detail = done;
            flag.norms = std::move(norms);
        }
        std::erase_if(result_.flags, [](const Flag& flag) { return flag.code == FlagCode::map_reference_unresolved && flag.detail == done; });
        for (const std::size_t norm : general_) {
            if (!ground_.has_bestemmingen()) break;
            put_flag(FlagCode::phrase_weak, "de regel noemt geen bestemming; genomen zijn de waarden waar geen andere regel naar verwijst", result_.norms[norm], norm, result_.flags);
            settle_status(result_.norms[norm]);
        }
    }

    /// Whether the map shows the limit or what is deviated from, only a person can tell.
    void doubt_deviations() {
        for (const std::size_t norm : deviations_) {
            put_flag(FlagCode::phrase_weak, "de afwijking verwijst naar een waarde op de kaart; ga na of dat de grens is of waarvan wordt afgeweken", result_.norms[norm], norm, result_.flags);
            settle_status(result_.norms[norm]);
        }
    }

    /// The value is right, whose rule it answers is not sure.
    void doubt_bestemmingen() {
        for (const std::size_t i : unsure_) {
            NormStatement& norm = result_.norms[i];
            put_flag(FlagCode::map_area_unclear, "de legenda tekent andere bestemmingen net zo als '" + norm.bestemming + "'", norm, i, result_.flags);
            settle_status(norm);
        }
    }

    /// Two values for one place: the map itself leaves it open.
    void conflicts() {
        for (const std::vector<std::size_t>& norms : moved_) {
            for (std::size_t i = 0; i < norms.size(); ++i) {
                for (std::size_t j = i + 1; j < norms.size(); ++j) conflict(norms[i], norms[j]);
            }
        }
    }

    void conflict(std::size_t a, std::size_t b) {
        const NormStatement& first = result_.norms[a];
        const NormStatement& second = result_.norms[b];
        if (first.value == second.value || part_in(first.area, second.area).empty()) return;
        result_.flags.push_back({FlagCode::conflicting_values, first.value->text_nl() + " en " + second.value->text_nl() + " op dezelfde plaats van de kaart", {a, b}, first.provenance});
        for (const std::size_t at : {a, b}) {
            NormStatement& norm = result_.norms[at];
            put_code(FlagCode::conflicting_values, norm);
            settle_status(norm);
        }
    }

    static constexpr const char* done = "\n";  // no detail of a flag holds a line end

    Ground& ground_;
    Ledger& ledger_;
    PlanResult& result_;
    std::vector<std::vector<std::size_t>> moved_;  ///< by place before: the places now
    std::set<ValueRef> reserved_;
    std::vector<std::size_t> general_;
    std::vector<std::size_t> deviations_;
    std::vector<std::size_t> unsure_;  ///< on ground of which the sheet leaves the bestemming open
    std::vector<std::pair<std::size_t, ValueRef>> said_;
};

/// Why the map has no answer, as far as it can be told.
std::string missing_words(Ground& ground, const NormStatement& norm) {
    if (norm.role != NormRole::rule && !is_located_deviation(norm)) return "de regel wijkt af van wat de kaart aangeeft";
    if (!norm.bestemming.empty() && ground.bestemming(norm.bestemming, norm.article) == nullptr) {
        return ground.has_bestemmingen() ? "de kaart kent de bestemming '" + norm.bestemming + "' niet" : "de kaart die gelezen is, toont geen bestemmingen";
    }
    return "de kaart geeft hier geen " + norm.kind;
}

}  // namespace

bool awaits_map(const NormStatement& norm) { return norm.value_source == ValueSource::map && !norm.value; }

void tell_unresolved(PlanResult& result, const std::string& why) {
    for (Flag& flag : result.flags) {
        if (flag.code == FlagCode::map_reference_unresolved && flag.detail.empty()) flag.detail = why;
    }
}

void resolve_references(Ground& ground, Ledger& ledger, PlanResult& result) {
    Resolver(ground, ledger, result).run();
    for (Flag& flag : result.flags) {
        if (flag.code == FlagCode::map_reference_unresolved && flag.detail.empty() && !flag.norms.empty()) {
            flag.detail = missing_words(ground, result.norms[flag.norms.front()]);
        }
    }
}

NormStatement norm_of_value(const PlanMap& map, const PlanObject& object, const MapValue& value) {
    NormStatement norm;
    norm.kind = value.kind;
    norm.comparator = value.comparator;
    norm.value = value.value;
    norm.unit = value.unit;
    norm.value_source = source_of(map);
    norm.location = location_of(object.kind);
    norm.confidence = std::min(value.confidence, object.confidence);
    norm.provenance = value.provenance;
    norm.provenance.file = map.file;
    if (norm.provenance.page == 0) norm.provenance.page = map.page;
    norm.inherited.push_back("waarde " + map_words(map) + " (" + object.id + ")");
    return norm;
}

void doubt_value(const PlanObject& object, const MapValue& value, std::size_t norm, PlanResult& result) {
    NormStatement& statement = result.norms[norm];
    const auto put = [&](FlagCode code, std::string detail) {
        if (std::ranges::find(statement.flags, code) != statement.flags.end()) return;
        put_flag(code, std::move(detail), statement, norm, result.flags);
        result.flags.back().provenance = value.provenance;
    };
    if (!value.second_reading.empty()) put(FlagCode::ocr_readings_differ, "'" + value.text + "' of '" + value.second_reading + "' op de kaart");
    else if (value.confidence < weak_reading) put(FlagCode::ocr_digit_weak, "'" + value.text + "' op de kaart");
    if (object.confidence < weak_outline) put(FlagCode::map_area_unclear, object.name.empty() ? object.id : "'" + object.name + "'");
    if (value.unit != statement.unit && value.unit != Unit::none) put(FlagCode::unit_odd, shown(value));
    settle_status(statement);
}

}  // namespace planlezer
