#include "schemas/omgevingsplan/compose/selection.hpp"

#include <algorithm>
#include <map>

#include "schemas/geometry/plan_cover.hpp"
#include "schemas/omgevingsplan/compose/build_package.hpp"
#include "schemas/review/review_queue.hpp"

namespace planlezer::omgevingsplan {

namespace {

std::string_view role_reason(NormRole role) {
    switch (role) {
        case NormRole::rule: return {};
        case NormRole::deviation: return "dit is een bevoegdheid om af te wijken, geen norm die geldt";
        case NormRole::change_power: return "dit is een bevoegdheid om het plan te wijzigen, geen norm die geldt";
        case NormRole::further_requirement: return "dit is een bevoegdheid om nadere eisen te stellen, geen norm die geldt";
        case NormRole::transition: return "dit is overgangsrecht, geen norm voor nieuwe bouwwerken";
        case NormRole::definition: return "dit is een begrip of wijze van meten, geen norm";
    }
    return {};
}

/// The sentences a person is asked to answer first.
std::string waiting_reason(const ReviewItem* item) {
    std::string reason = "wacht op een beoordeling";
    if (item == nullptr || item->sentences.empty()) return reason + ": de zekerheid is te klein";
    for (std::size_t i = 0; i < item->sentences.size(); ++i) reason += (i == 0 ? ": " : " ") + item->sentences[i];
    return reason;
}

/// The value as it is delivered by place; words where it is no number.
std::string value_of(const NormStatement& norm) {
    if (norm.value) return norm.value->text();
    if (norm.value_source == ValueSource::existing) return "bestaand";
    return norm.formula;
}

}  // namespace

Remark remark_of(const PlanResult& plan, std::size_t index, std::string reason) {
    const NormStatement& norm = plan.norms[index];
    return {plan.plan_id, norm_id(index), norm.article, norm.provenance.file + ", blz. " + std::to_string(norm.provenance.page), norm.provenance.quote, std::move(reason)};
}

bool is_draft(const PlanResult& plan) {
    return std::ranges::any_of(plan.flags, [](const Flag& flag) { return flag.code == FlagCode::draft_document; });
}

std::vector<Remark> plan_remarks(const PlanResult& plan, const Settings& settings) {
    std::vector<Remark> remarks;
    const auto remark = [&](std::string reason) { remarks.push_back({plan.plan_id, {}, {}, {}, {}, std::move(reason)}); };
    // NL.IMRO.0297.plan-versie: the gemeente's number
    constexpr std::size_t number_at = 8;
    const std::string number = plan.imro_id.size() > number_at + 4 ? plan.imro_id.substr(number_at, 4) : "";
    if (!settings.fictional && !number.empty() && settings.gemeente != "gm" + number) {
        remark("het plan is volgens zijn identificatie van gemeente gm" + number + ", de instellingen zijn van " + settings.gemeente + ": lever dit pakket niet aan");
    }
    if (is_draft(plan)) remark("het plan noemt zichzelf een ontwerp: er is geen Pons gemaakt, en geen norm ervan is opgenomen");
    if (settings.pons && plan_area(plan).empty()) remark("de grens van dit plan is niet bekend: er is geen Pons, zodat het oude plan naast de nieuwe regels blijft gelden");
    const bool imro = std::ranges::any_of(plan.maps, [](const PlanMap& map) { return map.page == 0; });
    for (const PlanMap& map : plan.maps) {
        if (imro || !map.placement.on_earth || !is_half_read(map)) continue;
        remark("niet alle grond op de kaart " + map.file + " heeft een bestemming gekregen: vul de gebieden van de bestemmingen aan");
    }
    return remarks;
}

Selection select(const PlanResult& plan, const MultiPolygon& area) {
    Selection selection;
    std::map<std::string, const ReviewItem*> waiting;
    const std::vector<ReviewItem> queue = review_queue(plan);
    for (const ReviewItem& item : queue) {
        if (item.norm != nullptr) waiting[item.norm_id] = &item;
    }
    for (std::size_t i = 0; i < plan.norms.size(); ++i) {
        const NormStatement& norm = plan.norms[i];
        const auto item = waiting.find(norm_id(i));
        std::string value = value_of(norm);
        if (norm.status != NormStatus::accepted) {
            selection.left_out.push_back(remark_of(plan, i, waiting_reason(item == waiting.end() ? nullptr : item->second)));
        } else if (norm.role != NormRole::rule) {
            selection.left_out.push_back(remark_of(plan, i, std::string(role_reason(norm.role))));
        } else if (value.empty()) {
            selection.left_out.push_back(remark_of(plan, i, "de norm heeft geen waarde"));
        } else {
            const bool whole = norm.area.empty();
            if (whole) {
                selection.remarks.push_back(remark_of(plan, i, area.empty() ? "van dit plan is geen enkele plaats bekend: de norm staat alleen in de tekst, voor de hele gemeente"
                                                                            : "de plaats van deze norm is niet bekend: zij geldt in het hele plangebied"));
            }
            selection.norms.push_back({&plan, i, whole ? area : norm.area, {}, whole, std::move(value), nothing});
        }
    }
    return selection;
}

}  // namespace planlezer::omgevingsplan
