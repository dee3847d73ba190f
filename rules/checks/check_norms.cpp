#include "rules/checks/check_norms.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "rules/norms/doubt.hpp"
#include "schemas/geometry/polygons.hpp"
#include "schemas/rulebook/pattern.hpp"

namespace planlezer {

namespace {

/// What two norms must share to be about the same thing: place in the plan, subject and condition.
using Key = std::tuple<std::string, std::string, std::string, NormRole>;

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts) all += part + "|";
    return all;
}

/// The artikel a norm stands in: norms of different artikelen never contradict each other.
std::string artikel_of(const NormStatement& norm) {
    const std::size_t end = norm.article.find_first_of(". ");
    return norm.provenance.file + "#" + norm.article.substr(0, end) + "#" + norm.bestemming;
}

Key key_of(const NormStatement& norm) {
    return {artikel_of(norm), fold(norm.subject), fold(norm.condition) + joined(norm.aanduiding) + joined(norm.exceptions), norm.role};
}

void flag(PlanResult& result, FlagCode code, std::string detail, std::vector<std::size_t> norms) {
    for (const std::size_t at : norms) {
        NormStatement& norm = result.norms[at];
        put_code(code, norm);
        norm.status = NormStatus::review;
    }
    const Provenance place = result.norms[norms.front()].provenance;
    result.flags.push_back({code, std::move(detail), std::move(norms), place});
}

std::string shown(const NormStatement& norm) { return norm.value->text_nl() + " " + std::string(unit_text(norm.unit)); }

bool comparable(const NormStatement& norm) { return norm.value.has_value() && !norm.subject.empty(); }

/// A rule that leaves its value to the map has as many as the map gives, each in its own place.
bool from_map(const NormStatement& norm) { return norm.value_source == ValueSource::map || norm.value_source == ValueSource::imro; }

/// Two values of the map that hold in different places have nothing to do with each other.
bool meet(const NormStatement& a, const NormStatement& b) {
    if (a.area.empty() || b.area.empty()) return true;
    constexpr double crumb = 1.0;  // square metres
    return area(intersection(a.area, b.area)) > crumb;
}

/// "met een maximum van 100 m2" behind "40 %": unlike units limit each other, they do not contradict.
void contradictions(PlanResult& result) {
    std::map<std::tuple<Key, std::string, Unit>, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < result.norms.size(); ++i) {
        const NormStatement& norm = result.norms[i];
        if (comparable(norm) && !from_map(norm)) groups[{key_of(norm), norm.kind, norm.unit}].push_back(i);
    }
    for (const auto& [key, norms] : groups) {
        const auto& first = *result.norms[norms.front()].value;
        const auto other = std::ranges::find_if(norms, [&](std::size_t i) { return *result.norms[i].value != first; });
        if (other != norms.end()) {
            flag(result, FlagCode::conflicting_values, shown(result.norms[norms.front()]) + " en " + shown(result.norms[*other]), norms);
        }
    }
}

void goot_above_bouw(PlanResult& result) {
    std::map<Key, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < result.norms.size(); ++i) {
        if (comparable(result.norms[i]) && result.norms[i].unit == Unit::metre) groups[key_of(result.norms[i])].push_back(i);
    }
    for (const auto& [key, norms] : groups) {
        for (const std::size_t goot : norms) {
            if (result.norms[goot].kind != "maximum goothoogte") continue;
            for (const std::size_t bouw : norms) {
                const std::string& kind = result.norms[bouw].kind;
                if (kind != "maximum bouwhoogte" && kind != "maximum nokhoogte") continue;
                if (*result.norms[bouw].value < *result.norms[goot].value && meet(result.norms[goot], result.norms[bouw])) {
                    flag(result, FlagCode::goot_above_bouw, shown(result.norms[goot]) + " tegen " + shown(result.norms[bouw]), {goot, bouw});
                }
            }
        }
    }
}

}  // namespace

void check_norms(PlanResult& result) {
    contradictions(result);
    goot_above_bouw(result);
}

}  // namespace planlezer
