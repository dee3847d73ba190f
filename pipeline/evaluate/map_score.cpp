#include "pipeline/evaluate/map_score.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "pipeline/evaluate/gold.hpp"
#include "schemas/geometry/polygons.hpp"

namespace planlezer::evaluate {

namespace {

constexpr double least_shared = 0.1;  ///< of the smaller area: less is the sliver two drawings of one line leave

/// Whether the insides of two areas meet.
bool lies_over(const MultiPolygon& a, const MultiPolygon& b) {
    const Bounds p = bounds(a);
    const Bounds q = bounds(b);
    if (p.x0 > q.x1 || q.x0 > p.x1 || p.y0 > q.y1 || q.y0 > p.y1) return false;
    return area(intersection(a, b)) > least_shared * std::min(area(a), area(b));
}

/// One area of a norm; `shape` is empty where the norm has none.
struct Part {
    const NormStatement* norm = nullptr;
    MultiPolygon shape;
};

struct Emitted {
    std::string kind;
    Decimal value;
    bool accepted = false;
    std::vector<Part> parts;
};

bool from_map(const NormStatement& norm) {
    return norm.role == NormRole::rule && norm.value && (norm.value_source == ValueSource::map || norm.value_source == ValueSource::imro);
}

std::vector<Emitted> emitted_of(const PlanResult& result) {
    std::vector<Emitted> all;
    for (const NormStatement& norm : result.norms) {
        if (!from_map(norm)) continue;
        Emitted one{kind_class(norm.kind), *norm.value, norm.status == NormStatus::accepted, {}};
        for (const Polygon& polygon : norm.area) one.parts.push_back({&norm, {polygon}});
        if (one.parts.empty()) one.parts.push_back({&norm, {}});
        all.push_back(std::move(one));
    }
    return all;
}

bool same_value(const Emitted& norm, const MapGoldValue& gold) { return norm.kind == kind_class(gold.kind) && norm.value == gold.value; }

/// All gold areas of one kind and value.
std::vector<const MultiPolygon*> areas_like(const std::vector<const MapGoldValue*>& values, const MapGoldValue& like) {
    std::vector<const MultiPolygon*> areas;
    for (const MapGoldValue* const value : values) {
        if (kind_class(value->kind) == kind_class(like.kind) && value->value == like.value) areas.push_back(&value->area);
    }
    return areas;
}

/// A norm without an area stands for every place of its value in its bestemming.
bool read_without_place(const std::vector<Emitted>& emitted, const MapGoldValue& gold, bool accepted) {
    return std::ranges::any_of(emitted, [&](const Emitted& norm) {
        const NormStatement& said = *norm.parts.front().norm;
        const bool same_ground = said.bestemming.empty() || gold.bestemming.empty() || said.bestemming == gold.bestemming;
        return said.area.empty() && same_value(norm, gold) && same_ground && (!accepted || norm.accepted);
    });
}

/// Areas of norms that lie over none of `areas`: values read whose place is wrong, each good for one gold value.
int misplaced_parts(const std::vector<Emitted>& emitted, const MapGoldValue& gold, const std::vector<const MultiPolygon*>& areas, bool accepted) {
    int count = 0;
    for (const Emitted& norm : emitted) {
        if (!same_value(norm, gold) || (accepted && !norm.accepted)) continue;
        for (const Part& part : norm.parts) {
            if (part.shape.empty()) continue;
            count += std::ranges::none_of(areas, [&](const MultiPolygon* a) { return lies_over(part.shape, *a); }) ? 1 : 0;
        }
    }
    return count;
}

struct Fit {
    bool over = false;           ///< a norm of kind and value lies over it
    bool over_accepted = false;
    bool located = false;
    double overlap = 0;
};

bool points_into(const MultiPolygon& part, const MultiPolygon& gold) {
    return contains(gold, interior_point(part)) || contains(part, interior_point(gold));
}

Fit best_fit(const std::vector<Emitted>& emitted, const MapGoldValue& gold, const std::vector<const MultiPolygon*>& same) {
    Fit fit;
    for (const Emitted& norm : emitted) {
        if (!same_value(norm, gold)) continue;
        for (const Part& part : norm.parts) {
            if (part.shape.empty() || !lies_over(part.shape, gold.area)) continue;
            fit.over = true;
            fit.over_accepted = fit.over_accepted || norm.accepted;
            fit.located = fit.located || points_into(part.shape, gold.area);
        }
        fit.overlap = std::max(fit.overlap, map_overlap(norm.parts.front().norm->area, gold.area, same));
    }
    return fit;
}

/// Adds to the figures of every split that a value of this sheet and kind belongs to.
template <typename Add>
void add_to_splits(MapScore& score, const MapGold& sheet, const std::string& kind, const Add& add) {
    add(score.figures[MapSplit::whole][""]);
    add(score.figures[MapSplit::hand][sheet.hand]);
    add(score.figures[MapSplit::form][sheet.form]);
    add(score.figures[MapSplit::placement][sheet.placement]);
    add(score.figures[MapSplit::hand_and_form][sheet.hand + "/" + sheet.form]);
    add(score.figures[MapSplit::kind][kind]);
}

std::string described(const MapGoldValue& gold) {
    const Point place = interior_point(gold.area);
    return gold.kind + " " + gold.value.text_nl() + " bij " + std::to_string(static_cast<long long>(place.x)) + "," +
           std::to_string(static_cast<long long>(place.y));
}

void note_fault(MapScore& score, const MapGold& sheet, const MapGoldValue& gold, bool read, const Fit& fit) {
    std::string what = described(gold);
    if (!read) {
        what += ": niet gelezen";
    } else if (!fit.over) {
        what += ": gelezen, zonder plaats of op een verkeerde plaats";
    } else if (fit.overlap < 0.9) {
        what += ": overlap " + Decimal(static_cast<std::int64_t>(fit.overlap * 100), 2).text_nl();
    } else {
        return;
    }
    score.faults.push_back({sheet.name, std::move(what)});
}

void score_values(MapScore& score, const MapGold& sheet, const std::vector<const MapGoldValue*>& of_plan, const std::vector<Emitted>& emitted) {
    std::map<std::pair<std::string, std::string>, std::array<int, 2>> used;  // misplaced parts given to gold: whatever status, accepted
    for (const MapGoldValue& gold : sheet.values) {
        const std::vector<const MultiPolygon*> same = areas_like(of_plan, gold);
        const Fit fit = best_fit(emitted, gold, same);
        std::array<int, 2>& taken = used[{kind_class(gold.kind), gold.value.text()}];
        const auto elsewhere = [&](bool accepted) {
            return read_without_place(emitted, gold, accepted) || taken[accepted ? 1 : 0]++ < misplaced_parts(emitted, gold, same, accepted);
        };
        const bool read = fit.over || elsewhere(false);
        const bool accepted = fit.over_accepted || (!fit.over && elsewhere(true));
        add_to_splits(score, sheet, gold.kind, [&](MapFigures& figures) {
            figures.read.add(read);
            figures.accepted.add(accepted);
            figures.located.add(fit.located);
            figures.iou_50.add(fit.overlap >= 0.5);
            figures.iou_90.add(fit.overlap >= 0.9);
        });
        note_fault(score, sheet, gold, read, fit);
    }
}

/// A part without an area is right when the plan has its kind and value anywhere: nothing says where it should be.
bool part_is_right(const Emitted& norm, const Part& part, const std::vector<const MapGoldValue*>& of_plan) {
    return std::ranges::any_of(of_plan, [&](const MapGoldValue* gold) {
        return same_value(norm, *gold) && (part.shape.empty() || lies_over(part.shape, gold->area));
    });
}

void score_emitted(MapScore& score, const MapGold& sheet, const std::vector<const MapGoldValue*>& of_plan, const std::vector<Emitted>& emitted) {
    for (const Emitted& norm : emitted) {
        if (!norm.accepted) continue;
        for (const Part& part : norm.parts) {
            const bool wrong = !part_is_right(norm, part, of_plan);
            add_to_splits(score, sheet, part.norm->kind, [&](MapFigures& figures) { figures.wrong.add(wrong); });
            if (!wrong) continue;
            const MapGoldValue as_gold{part.norm->kind, norm.value, part.norm->unit, "", part.shape};
            score.faults.push_back({sheet.name, described(as_gold) + ": fout zonder vlag"});
        }
    }
}

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

const PlanResult* answer(const std::vector<PlanResult>& results, const MapGold& gold) {
    const auto named = std::ranges::find_if(results, [&](const PlanResult& r) { return !gold.plan_id.empty() && r.plan_id == gold.plan_id; });
    if (named != results.end()) return &*named;
    const auto holds = std::ranges::find_if(results, [&](const PlanResult& result) {
        return std::ranges::any_of(result.documents, [&](const Document& document) { return file_name(document.file) == gold.sheet; });
    });
    return !gold.sheet.empty() && holds != results.end() ? &*holds : nullptr;
}

}  // namespace

double map_overlap(const MultiPolygon& norm, const MultiPolygon& gold, const std::vector<const MultiPolygon*>& same) {
    std::vector<MultiPolygon> parts;
    for (const Polygon& polygon : norm) {
        if (lies_over({polygon}, gold)) parts.push_back({polygon});
    }
    if (parts.empty()) return 0;
    const MultiPolygon drawn = merged(parts);
    std::vector<MultiPolygon> meant{gold};
    for (const MultiPolygon* const other : same) {
        if (std::ranges::any_of(parts, [&](const MultiPolygon& part) { return lies_over(part, *other); })) meant.push_back(*other);
    }
    return overlap_ratio(drawn, merged(meant));
}

MapScore score_maps(const std::vector<PlanResult>& results, const std::vector<MapGold>& gold) {
    MapScore score;
    score.figures[MapSplit::whole][""];
    std::map<const PlanResult*, std::vector<const MapGoldValue*>> of_plans;  // a plan may have several sheets
    for (const MapGold& sheet : gold) {
        const PlanResult* const result = answer(results, sheet);
        for (const MapGoldValue& value : sheet.values) of_plans[result].push_back(&value);
    }
    std::vector<const PlanResult*> counted;
    for (const MapGold& sheet : gold) {
        ++score.sheets;
        const PlanResult* const result = answer(results, sheet);
        if (result == nullptr) score.absent.push_back(sheet.name);
        const std::vector<Emitted> emitted = result != nullptr ? emitted_of(*result) : std::vector<Emitted>{};
        score_values(score, sheet, result != nullptr ? of_plans[result] : std::vector<const MapGoldValue*>{}, emitted);
        if (result == nullptr || std::ranges::find(counted, result) != counted.end()) continue;
        counted.push_back(result);
        score_emitted(score, sheet, of_plans[result], emitted);
    }
    return score;
}

}  // namespace planlezer::evaluate
