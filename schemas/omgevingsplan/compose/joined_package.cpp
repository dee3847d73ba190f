// The form `norms`: hundreds of plans become one rule a norm.
#include <array>

#include "schemas/geometry/polygons.hpp"
#include "schemas/omgevingsplan/compose/assembler.hpp"
#include "schemas/omgevingsplan/compose/build_package.hpp"
#include "schemas/omgevingsplan/compose/norm_groups.hpp"
#include "schemas/omgevingsplan/compose/pieces.hpp"
#include "schemas/omgevingsplan/compose/plan_text.hpp"
#include "schemas/omgevingsplan/compose/selection.hpp"
#include "schemas/omgevingsplan/compose/sentences.hpp"

namespace planlezer::omgevingsplan {

namespace {

std::string named(const PlanResult& plan) { return plan.name.empty() ? plan.plan_id : plan.name; }

/// One plan keeps its own name; several are told by their number.
std::string title_of(std::span<const PlanResult> plans) {
    return plans.size() == 1 ? "maatvoering van bestemmingsplan '" + named(plans.front()) + "'" : "maatvoering van " + std::to_string(plans.size()) + " bestemmingsplannen";
}

class JoinedBuilder {
  public:
    JoinedBuilder(std::span<const PlanResult> plans, const Settings& settings)
        : plans_(plans), settings_(settings), to_(settings, plans.size() == 1 ? "norms|" + plans.front().plan_id : "norms") {
        to_.package.title = settings.opschrift + ", " + title_of(plans);
    }

    Package all() {
        std::vector<PlacedNorm> norms;
        for (const PlanResult& plan : plans_) {
            const MultiPolygon area = plan_area(plan);
            Selection selection = select(plan, area);
            if (plans_.size() > 1) leave_out_placeless(selection);
            if (!area.empty() && !selection.norms.empty() && !is_draft(plan)) areas_.push_back(area);
            std::ranges::move(plan_remarks(plan, settings_), std::back_inserter(to_.package.remarks));
            std::ranges::move(selection.norms, std::back_inserter(norms));
            std::ranges::move(selection.left_out, std::back_inserter(to_.package.left_out));
            std::ranges::move(selection.remarks, std::back_inserter(to_.package.remarks));
        }
        Part chapter{PartKind::hoofdstuk, settings_.hoofdstuk, "Maatvoering", {}, {}, {}, {}};
        for (const NormGroup& group : divided_by_size(grouped(std::move(norms), Form::norms), settings_.max_bestand)) add_artikel(group, chapter);
        if (!chapter.parts.empty()) to_.package.parts.push_back(std::move(chapter));
        to_.finish_text();
        std::size_t leaf = 0;
        for_each_leaf(to_.package.parts, [&](Part& part) {
            const Rule& rule = rules_[leaf++];
            to_.add_rule(part.w_id, rule.locations, {}, rule.norm, thema_bouwen);
        });
        add_pons();
        return std::move(to_.package);
    }

  private:
    /// Among other plans a norm without any place would hold where it was never meant.
    static void leave_out_placeless(Selection& selection) {
        std::erase_if(selection.norms, [&](const PlacedNorm& placed) {
            if (!placed.area.empty()) return false;
            selection.left_out.push_back(remark_of(*placed.plan, placed.index, "van dit plan is geen enkele plaats bekend: tussen andere plannen zou de norm overal gelden"));
            return true;
        });
        std::erase_if(selection.remarks, [&](const Remark& remark) {
            return std::ranges::any_of(selection.left_out, [&](const Remark& out) { return out.norm == remark.norm; });
        });
    }

    struct Rule {
        std::vector<std::string> locations;
        std::string norm;
    };

    /// One lid a value where the values stand in the text, so that each is told with its own words.
    void add_artikel(const NormGroup& group, Part& chapter) {
        const AddedNorm added = to_.add_norm(group);
        const NormStatement& norm = group.members.front().norm();
        Part artikel{PartKind::artikel, settings_.hoofdstuk + "." + std::to_string(chapter.parts.size() + 1), group.name, {}, {}, {}, {}};
        if (added.gio != nothing) {
            artikel.blocks.push_back(reference_sentence(limit_words(norm) + " de ter plaatse van de locatie ", added.gio, added.name,
                                                        " aangegeven waarde" + circumstance_words(group.members.front()) + "."));
            rules_.push_back({to_.locations_of(added.gio), added.id});
        } else {
            std::vector<std::string> said;
            for (const PlacedNorm& member : group.members) {
                const std::string sentence = limit_words(member.norm()) + " " + value_words(member.norm()) + circumstance_words(member) + ".";
                if (std::ranges::find(said, sentence) != said.end()) continue;
                said.push_back(sentence);
                artikel.blocks.push_back(paragraph(sentence));
            }
            rules_.push_back({{}, added.id});
        }
        chapter.parts.push_back(std::move(artikel));
    }

    void add_pons() {
        if (!settings_.pons || areas_.empty() || to_.package.parts.empty()) return;
        const std::string what = plans_.size() == 1 ? "Het bestemmingsplan '" + named(plans_.front()) + "' vervalt" : "De bestemmingsplannen waaruit deze normen komen vervallen";
        for (const PlanResult& plan : plans_) {
            to_.package.remarks.push_back({plan.plan_id, {}, {}, {}, {}, "de Pons laat het hele plan vervallen, ook wat in deze vorm niet is overgenomen (gebruik, afwijken, overgangsrecht): "
                                                                         "zet pons op false als dat moet blijven gelden"});
        }
        to_.add_pons(cleaned(merged(areas_), 0.001, edge_tolerance), what + " in het gebied van de bij dit besluit behorende pons, vastgelegd in ", ".");
    }

    std::span<const PlanResult> plans_;
    const Settings& settings_;
    Assembler to_;
    std::vector<MultiPolygon> areas_;
    std::vector<Rule> rules_;
};

}  // namespace

Package build_joined_package(std::span<const PlanResult> plans, const Settings& settings) { return JoinedBuilder(plans, settings).all(); }

}  // namespace planlezer::omgevingsplan
