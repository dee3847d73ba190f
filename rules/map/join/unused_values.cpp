#include "rules/map/join/unused_values.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "rules/map/join/map_references.hpp"
#include "rules/map/join/names.hpp"
#include "rules/norms/doubt.hpp"
#include "schemas/geometry/polygons.hpp"

namespace planlezer {

namespace {

/// A part of a value's area that no rule refers to.
struct Surplus {
    ValueRef ref;
    MultiPolygon area;
};

/// Kind, value, bestemming.
using Key = std::tuple<std::string, double, std::string>;

/// A rule in words that says all there is to say of a kind in its bestemming.
bool speaks_for_all(const NormStatement& norm, const MapBook& book) {
    const bool words = norm.value_source == ValueSource::text || norm.value_source == ValueSource::table;
    return words && norm.value && norm.role == NormRole::rule && !norm.bestemming.empty() && norm.condition.empty() && norm.aanduiding.empty() &&
           norm.exceptions.empty() && is_map_subject(norm.subject, book);
}

class Emitter {
  public:
    Emitter(const MapBook& book, Ground& ground, Ledger& ledger, PlanResult& result)
        : book_(book), ground_(ground), ledger_(ledger), result_(result), rules_(result.norms.size()) {}

    void run() {
        for (const ValueRef ref : ledger_.values()) part(ref);
        for (const auto& [key, parts] : surplus_) {
            if (!confirmed(key, parts)) emit(key, parts);
        }
    }

  private:
    /// Parts what is left of a value's area among the bestemmingen.
    void part(ValueRef ref) {
        const PlanObject& object = ledger_.object(ref);
        const MultiPolygon rest = ledger_.unused(ref);
        if (rest.empty() && (!object.area.empty() || !ledger_.norms(ref).empty())) return;
        bool placed = false;
        for (const auto& [name, whole] : ground_.enkelbestemmingen()) {
            MultiPolygon here = part_in(rest, whole);
            if (here.empty()) continue;
            add(ref, name, std::move(here));
            placed = true;
        }
        if (!placed) add(ref, {}, rest);
    }

    void add(ValueRef ref, const std::string& bestemming, MultiPolygon area) {
        const MapValue& value = ledger_.value(ref);
        surplus_[{value.kind, value.value->approx(), bestemming}].push_back({ref, std::move(area)});
    }

    /// The rule in words for the same kind and bestemming, or none.
    [[nodiscard]] std::size_t rule_in_words(const Key& key) const {
        for (std::size_t i = 0; i < rules_; ++i) {
            const NormStatement& norm = result_.norms[i];
            if (norm.kind == std::get<0>(key) && plain_name(norm.bestemming) == plain_name(std::get<2>(key)) && speaks_for_all(norm, book_)) return i;
        }
        return rules_;
    }

    [[nodiscard]] bool confirmed(const Key& key, const std::vector<Surplus>& parts) {
        const std::size_t at = rule_in_words(key);
        if (at == rules_) return false;
        const MapValue& value = ledger_.value(parts.front().ref);
        if (result_.norms[at].value != value.value || result_.norms[at].unit != value.unit) return false;
        result_.norms[at].inherited.push_back("de kaart geeft dezelfde waarde: " + ledger_.map().file + " (" + ledger_.object(parts.front().ref).id + ")");
        for (const Surplus& part : parts) ledger_.use(part.ref, part.area, at);
        return true;
    }

    void emit(const Key& key, const std::vector<Surplus>& parts) {
        const ValueRef first = parts.front().ref;
        NormStatement norm = norm_of_value(ledger_.map(), ledger_.object(first), ledger_.value(first));
        norm.bestemming = std::get<2>(key);
        std::vector<MultiPolygon> areas;
        for (const Surplus& part : parts) areas.push_back(part.area);
        norm.area = cleaned(merged(areas));
        const std::size_t at = result_.norms.size();
        result_.norms.push_back(std::move(norm));
        for (const Surplus& part : parts) {
            ledger_.use(part.ref, part.area, at);
            doubt_value(ledger_.object(part.ref), ledger_.value(part.ref), at, result_);
        }
        flag(key, at, ledger_.value(first));
    }

    void flag(const Key& key, std::size_t at, const MapValue& value) {
        const std::size_t rule = rule_in_words(key);
        const std::string& bestemming = std::get<2>(key);
        const std::string where = bestemming.empty() ? "" : " in " + bestemming;
        NormStatement& norm = result_.norms[at];
        if (rule == rules_) {
            put_flag(FlagCode::map_value_unused, norm.kind + " " + shown(value) + where, norm, at, result_.flags);
        } else {
            NormStatement& spoken = result_.norms[rule];
            const bool imro = norm.value_source == ValueSource::imro;
            std::string detail = norm.kind + where + ": tekst " + spoken.value->text_nl() + " " + std::string(unit_text(spoken.unit));
            detail += std::string(", kaart ") + (imro ? "niet vergeleken" : shown(value)) + ", IMRO " + (imro ? shown(value) : "niet aanwezig");
            put_flag(FlagCode::map_sources_disagree, detail, norm, at, result_.flags);
            result_.flags.back().norms.push_back(rule);
            put_code(FlagCode::map_sources_disagree, spoken);
            settle_status(spoken);
        }
        settle_status(norm);
    }

    const MapBook& book_;
    Ground& ground_;
    Ledger& ledger_;
    PlanResult& result_;
    std::size_t rules_;  ///< norms that came from the text stand before this
    std::map<Key, std::vector<Surplus>> surplus_;
};

}  // namespace

void emit_unused(const MapBook& book, Ground& ground, Ledger& ledger, PlanResult& result) { Emitter(book, ground, ledger, result).run(); }

}  // namespace planlezer
