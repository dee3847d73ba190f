#include "schemas/omgevingsplan/compose/norm_groups.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace planlezer::omgevingsplan {

namespace {

constexpr std::size_t longest_name = 240;  // bytes; a name is read in a legend

/// Single blanks, none at the ends.
std::string tidy(const std::string& text) {
    std::string words;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!space) {
            words += c;
        } else if (!words.empty() && words.back() != ' ') {
            words += ' ';
        }
    }
    while (!words.empty() && words.back() == ' ') words.pop_back();
    return words;
}

/// Cut between words, not within a letter of more bytes.
std::string shortened(std::string name) {
    if (name.size() <= longest_name) return name;
    const std::size_t blank = name.rfind(' ', longest_name);
    name.resize(blank == std::string::npos ? longest_name : blank);
    while (!name.empty() && (static_cast<unsigned char>(name.back()) & 0x80U) != 0) name.pop_back();
    return name + " ...";
}

/// Whether two norms of one name say different things of one place.
bool conflict(const PlacedNorm& a, const PlacedNorm& b) { return a.value != b.value && overlap(a, b); }

bool any_conflict(const std::vector<PlacedNorm>& members) {
    for (std::size_t i = 0; i < members.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (conflict(members[i], members[j])) return true;
        }
    }
    return false;
}

/// Groups without conflicts: each norm joins the first group that it agrees with.
std::vector<NormGroup> by_turns(NormGroup group) {
    std::vector<NormGroup> turns;
    for (PlacedNorm& member : group.members) {
        const auto agrees = [&](const NormGroup& turn) {
            return std::ranges::none_of(turn.members, [&](const PlacedNorm& other) { return conflict(member, other); });
        };
        auto turn = std::ranges::find_if(turns, agrees);
        if (turn == turns.end()) {
            const std::string name = turns.empty() ? group.name : group.name + " - " + std::to_string(turns.size() + 1);
            turn = turns.insert(turns.end(), {name, group.terms, group.kind, {}});
        }
        turn->members.push_back(std::move(member));
    }
    return turns;
}

/// What tells two norms of one name apart: the article that says it, or, where no article stays, bestemming and plan.
std::string told_apart(const PlacedNorm& placed, Form form) {
    const NormStatement& norm = placed.norm();
    if (form == Form::norms) return (norm.bestemming.empty() ? "" : ", bestemming " + norm.bestemming) + ", plan " + (placed.plan->name.empty() ? placed.plan->plan_id : placed.plan->name);
    return norm.article.empty() ? "" : ", " + std::string(norm.article.starts_with("artikel") ? "" : "artikel ") + norm.article;
}

std::vector<NormGroup> divided(NormGroup group, Form form) {
    std::vector<NormGroup> parts;
    for (PlacedNorm& member : group.members) {
        const std::string name = group.name + told_apart(member, form);
        auto part = std::ranges::find(parts, name, &NormGroup::name);
        if (part == parts.end()) part = parts.insert(parts.end(), {name, group.terms, group.kind, {}});
        part->members.push_back(std::move(member));
    }
    return parts;
}

void make_unique(std::vector<NormGroup>& groups) {
    std::set<std::string> taken;
    for (NormGroup& group : groups) {
        const std::string base = group.name;
        for (int copy = 2; !taken.insert(group.name).second; ++copy) group.name = base + " (" + std::to_string(copy) + ")";
    }
}

}  // namespace

std::string condition_beside_place(const NormStatement& norm) {
    const bool place_only = from_map(norm) && norm.condition.starts_with("ter plaatse van de aanduiding");
    return place_only ? std::string() : norm.condition;
}

bool from_map(const NormStatement& norm) { return norm.value_source == ValueSource::map || norm.value_source == ValueSource::imro; }

std::vector<std::string> exceptions_beside_subject(const NormStatement& norm) {
    std::vector<std::string> exceptions = norm.exceptions;
    std::erase_if(exceptions, [&](const std::string& exception) { return !norm.subject.empty() && exception.find(norm.subject) != std::string::npos; });
    return exceptions;
}

bool only_bestemming_known(const PlacedNorm& placed) { return (placed.whole_plan || placed.area.empty()) && !placed.norm().bestemming.empty(); }

std::string norm_name(const NormStatement& norm) {
    std::string name = norm.kind;
    if (norm.comparator == Comparator::exactly) name += " precies";
    if (!norm.subject.empty()) name += " " + norm.subject;
    std::string limits = condition_beside_place(norm);
    for (const std::string& exception : exceptions_beside_subject(norm)) limits += (limits.empty() ? "" : "; ") + exception;
    if (!limits.empty()) name += " (" + limits + ")";
    return shortened(tidy(name));
}

ValueKind value_kind(const NormStatement& norm, Form form, bool has_place) {
    if (!has_place) return ValueKind::in_text;
    if (form == Form::plan && !from_map(norm)) return ValueKind::in_text;
    return norm.value && norm.unit != Unit::none ? ValueKind::quantitative : ValueKind::qualitative;
}

bool overlap(const PlacedNorm& a, const PlacedNorm& b) {
    if (a.area.empty() || b.area.empty() || !meet(a.box, b.box)) return false;
    return !cleaned(intersection(a.area, b.area), 0.001, edge_tolerance).empty();
}

std::string placed_name(const PlacedNorm& placed, Form form) {
    const std::string name = norm_name(placed.norm());
    return form == Form::norms && only_bestemming_known(placed) ? name + " in de bestemming " + placed.norm().bestemming : name;
}

std::vector<NormGroup> grouped(std::vector<PlacedNorm> norms, Form form) {
    // A norm with a place and one without are two, and so are a limit from above and one from below.
    using Key = std::tuple<std::string, std::string, std::string, std::string, ValueKind, Comparator, bool>;
    std::map<Key, std::size_t> known;
    std::vector<NormGroup> whole;
    for (PlacedNorm& placed : norms) {
        placed.box = bounds(placed.area);
        const NormStatement& norm = placed.norm();
        const ValueKind kind = value_kind(norm, form, !placed.area.empty());
        NormTerms terms = terms_of(norm);
        if (kind == ValueKind::qualitative || kind == ValueKind::in_text) terms.eenheid = terms.eenheid_label = "";
        const Key key{placed_name(placed, form), terms.type, terms.eenheid, terms.groep, kind, norm.comparator, placed.area.empty()};
        const auto [at, fresh] = known.try_emplace(key, whole.size());
        if (fresh) whole.push_back({std::get<0>(key), std::move(terms), kind, {}});
        whole[at->second].members.push_back(std::move(placed));
    }
    std::vector<NormGroup> groups;
    for (NormGroup& group : whole) {
        if (!any_conflict(group.members)) {
            groups.push_back(std::move(group));
            continue;
        }
        for (NormGroup& part : divided(std::move(group), form)) {
            for (NormGroup& turn : by_turns(std::move(part))) groups.push_back(std::move(turn));
        }
    }
    make_unique(groups);
    return groups;
}

}  // namespace planlezer::omgevingsplan
