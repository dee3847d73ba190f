#include "rules/map/join/compare_sources.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "rules/map/join/names.hpp"
#include "rules/norms/doubt.hpp"
#include "schemas/geometry/polygons.hpp"

namespace planlezer {

namespace {

constexpr double same_area = 0.5;  // of the smaller of two areas: they are meant to be one

/// The same disagreement at several places is one.
struct Disagreement {
    std::vector<std::size_t> norms;
    Provenance place;
};

class Comparison {
  public:
    Comparison(const PlanMap& sheet, Ground& ground, const Ledger& imro, PlanResult& result)
        : sheet_(sheet), ground_(ground), imro_(imro), result_(result) {}

    void run() {
        for (const PlanObject& object : sheet_.objects) {
            if (object.area.empty()) continue;
            for (const MapValue& value : object.values) {
                if (value.value) compare(object, value);
            }
        }
        for (const auto& [words, found] : found_) publish(words, found);
    }

  private:
    [[nodiscard]] bool meant_for_one(const MultiPolygon& a, const MultiPolygon& b) const {
        const Bounds p = bounds(a);
        const Bounds q = bounds(b);
        if (p.x0 > q.x1 || q.x0 > p.x1 || p.y0 > q.y1 || q.y0 > p.y1) return false;
        return area(intersection(a, b)) >= same_area * std::min(area(a), area(b));
    }

    void compare(const PlanObject& object, const MapValue& value) {
        std::vector<ValueRef> beside;
        for (const ValueRef ref : imro_.values()) {
            if (imro_.value(ref).kind == value.kind && meant_for_one(imro_.object(ref).area, object.area)) beside.push_back(ref);
        }
        const auto equal = [&](ValueRef ref) { return imro_.value(ref).value == value.value; };
        if (std::ranges::any_of(beside, equal)) return;
        const std::string where = bestemming_at(object);
        const std::string in_imro = beside.empty() ? "geen waarde" : shown(imro_.value(beside.front()));
        const std::string words = value.kind + (where.empty() ? "" : " in " + where) + ": tekst " + in_text(value.kind, where) + ", kaart " + shown(value) + ", IMRO " + in_imro;
        Disagreement& found = found_[words];
        if (found.place.file.empty()) found.place = value.provenance;
        for (const ValueRef ref : beside) found.norms.insert(found.norms.end(), imro_.norms(ref).begin(), imro_.norms(ref).end());
    }

    [[nodiscard]] std::string bestemming_at(const PlanObject& object) {
        std::string best;
        double most = 0;
        for (const auto& [name, whole] : ground_.enkelbestemmingen()) {
            const double shared = area(part_in(object.area, whole));
            if (shared > most) {
                most = shared;
                best = name;
            }
        }
        return best;
    }

    /// What a rule of that bestemming says in words, without a condition.
    [[nodiscard]] std::string in_text(const std::string& kind, const std::string& bestemming) const {
        for (const NormStatement& norm : result_.norms) {
            const bool words = norm.value_source == ValueSource::text || norm.value_source == ValueSource::table;
            const bool plain = words && norm.value && norm.role == NormRole::rule && norm.condition.empty() && norm.aanduiding.empty();
            if (plain && norm.kind == kind && plain_name(norm.bestemming) == plain_name(bestemming)) {
                return norm.value->text_nl() + " " + std::string(unit_text(norm.unit)) + (norm.subject.empty() ? "" : " voor " + norm.subject);
            }
        }
        return "geen waarde";
    }

    void publish(const std::string& words, const Disagreement& found) {
        std::vector<std::size_t> norms = found.norms;
        std::ranges::sort(norms);
        const auto rest = std::ranges::unique(norms);
        norms.erase(rest.begin(), rest.end());
        for (const std::size_t at : norms) {
            NormStatement& norm = result_.norms[at];
            put_code(FlagCode::map_sources_disagree, norm);
            settle_status(norm);
        }
        result_.flags.push_back({FlagCode::map_sources_disagree, words, std::move(norms), found.place});
    }

    const PlanMap& sheet_;
    Ground& ground_;
    const Ledger& imro_;
    PlanResult& result_;
    std::map<std::string, Disagreement> found_;  ///< by its words
};

}  // namespace

void compare_with_sheet(const PlanMap& sheet, Ground& ground, const Ledger& imro, PlanResult& result) {
    if (sheet.placement.on_earth) Comparison(sheet, ground, imro, result).run();
}

}  // namespace planlezer
