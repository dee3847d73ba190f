#include "schemas/omgevingsplan/compose/build_package.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "schemas/geometry/plan_cover.hpp"
#include "schemas/geometry/polygons.hpp"
#include "schemas/omgevingsplan/compose/assembler.hpp"
#include "schemas/omgevingsplan/compose/norm_groups.hpp"
#include "schemas/omgevingsplan/compose/pieces.hpp"
#include "schemas/omgevingsplan/compose/plan_text.hpp"
#include "schemas/omgevingsplan/compose/selection.hpp"
#include "schemas/omgevingsplan/compose/sentences.hpp"

namespace planlezer::omgevingsplan {

namespace {

/// Objects of a kind that are sure, by name, from IMRO where there is any, else from all sheets that lie on the earth.
std::map<std::string, MultiPolygon> areas_of(const PlanResult& plan, const std::function<bool(PlanObjectKind)>& wanted, bool by_name) {
    const bool imro = std::ranges::any_of(plan.maps, [](const PlanMap& m) { return m.page == 0; });
    std::map<std::string, std::vector<MultiPolygon>> found;
    for (const PlanMap& map : plan.maps) {
        if (!map.placement.on_earth || (imro && map.page != 0)) continue;
        for (const PlanObject& object : map.objects) {
            // Only the line of a nameless bestemming was read: nothing says what may be done there.
            const bool nameless = by_name && object.name.empty();
            if (wanted(object.kind) && !nameless && !object.area.empty() && object.confidence >= sure_object) found[by_name ? object.name : ""].push_back(object.area);
        }
    }
    std::map<std::string, MultiPolygon> areas;
    for (const auto& [name, parts] : found) areas[name] = cleaned(merged(parts), 0.001, edge_tolerance);
    return areas;
}

std::string lower(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

bool says(const std::vector<Block>& blocks, std::string_view word);

bool says(const Block& block, std::string_view word) {
    for (const Run& run : block.al) {
        if (lower(run.text).find(word) != std::string::npos) return true;
    }
    return block.list && std::ranges::any_of(block.list->items, [&](const ListItem& item) { return says(item.blocks, word); });
}

bool says(const std::vector<Block>& blocks, std::string_view word) {
    return std::ranges::any_of(blocks, [&](const Block& block) { return says(block, word); });
}

/// "Bestemmingsplan 'Centrum' (NL.IMRO...)".
std::string plan_words(const PlanResult& plan) {
    std::string words = "'" + (plan.name.empty() ? plan.plan_id : plan.name) + "'";
    if (!plan.imro_id.empty() && plan.name != plan.imro_id) words += " (" + plan.imro_id + ")";
    return words;
}

/// The words name an article of the plan by its old number, or its map.
bool refers_to_the_plan(const std::vector<Block>& blocks) {
    if (says(blocks, "plankaart") || says(blocks, "verbeelding")) return true;
    for (const std::string word : {"artikel ", "lid "}) {
        for (char digit = '1'; digit <= '9'; ++digit) {
            if (says(blocks, word + digit)) return true;
        }
    }
    return false;
}

/// The delivery of one plan with its own words.
class PackageBuilder {
  public:
    PackageBuilder(const PlanResult& plan, const Settings& settings) : plan_(plan), settings_(settings), area_(plan_area(plan)), to_(settings, plan.plan_id) {
        to_.package.title = settings.opschrift + ", bestemmingsplan " + plan_words(plan);
        selection_ = select(plan, area_);
    }

    Package plan_form() {
        PlanText text = plan_text(plan_, settings_.hoofdstuk);
        to_.package.remarks = plan_remarks(plan_, settings_);
        std::ranges::move(text.remarks, std::back_inserter(to_.package.remarks));
        to_.package.parts = std::move(text.parts);
        leaves_ = std::move(text.leaves);
        remark_old_references();
        on_leaf_.resize(leaves_.size());
        put_norms_on_leaves(text.leaf_of);
        add_designations();
        add_introduction();
        write_references();
        to_.finish_text();
        write_rules();
        return finished();
    }

  private:
    /// What hangs on a leaf: norms with the places they have there, and designations.
    struct OnLeaf {
        struct Norm {
            std::string id;
            std::string name;
            std::size_t gio = nothing;
            std::vector<std::string> locations;
        };
        std::vector<Norm> norms;
        std::vector<std::size_t> designations;  // information objects
        std::vector<std::string> bouwvlakken;   // locations
        std::vector<std::size_t> shown;         // those named in this leaf
    };

    /// The words of the plan stay as they are, so they still speak of the plan's own articles and map.
    void remark_old_references() {
        std::string where;
        for_each_leaf(to_.package.parts, [&](Part& part) {
            if (refers_to_the_plan(part.blocks)) where += (where.empty() ? "" : ", ") + part.number;
        });
        if (where.empty()) return;
        to_.package.remarks.push_back({plan_.plan_id, {}, {}, {}, where, "deze delen noemen een artikel of lid van het oude plan, de plankaart of de verbeelding: pas de verwijzing aan"});
    }

    /// A norm whose words are not in the text that was taken over gets an artikel of its own.
    void put_norms_on_leaves(const std::map<std::string, std::size_t>& leaf_of) {
        std::vector<PlacedNorm> orphans;
        for (PlacedNorm& placed : selection_.norms) {
            const auto leaf = leaf_of.find(placed.norm().article_id);
            if (leaf != leaf_of.end()) {
                placed.leaf = leaf->second;
            } else {
                placed.leaf = leaves_.size();
                leaves_.push_back({placed.norm().bestemming, thema_bouwen});
                orphans.push_back(placed);
            }
        }
        add_orphans(orphans);
        on_leaf_.resize(leaves_.size());
        for (const NormGroup& group : divided_by_size(grouped(std::move(selection_.norms), Form::plan), settings_.max_bestand)) {
            const AddedNorm added = to_.add_norm(group);
            for (std::size_t i = 0; i < group.members.size(); ++i) put_on_leaf(group.members[i].leaf, added, added.locations[i]);
        }
    }

    void put_on_leaf(std::size_t leaf, const AddedNorm& added, const std::vector<std::string>& locations) {
        std::vector<OnLeaf::Norm>& norms = on_leaf_[leaf].norms;
        auto known = std::ranges::find(norms, added.id, &OnLeaf::Norm::id);
        if (known == norms.end()) known = norms.insert(norms.end(), {added.id, added.name, added.gio, {}});
        for (const std::string& location : locations) {
            if (std::ranges::find(known->locations, location) == known->locations.end()) known->locations.push_back(location);
        }
    }

    void add_orphans(const std::vector<PlacedNorm>& orphans) {
        if (orphans.empty()) return;
        Part& around = division("Overige normen", ".99");
        for (std::size_t i = 0; i < orphans.size(); ++i) {
            const NormStatement& norm = orphans[i].norm();
            Part artikel{PartKind::artikel, around.number + "." + std::to_string(i + 1), {}, {}, {}, {}, {}};
            artikel.blocks.push_back(paragraph(limit_words(norm) + " " + value_words(norm) + circumstance_words(orphans[i]) + "."));
            around.parts.push_back(std::move(artikel));
        }
    }

    /// A part at the end of the chapter, of the kind its neighbours are.
    Part& division(const std::string& heading, const std::string& number) {
        if (to_.package.parts.empty()) {
            to_.package.parts.push_back({PartKind::hoofdstuk, settings_.hoofdstuk, plan_.name.empty() ? plan_.plan_id : plan_.name, {}, {}, {}, {}});
        }
        Part& chapter = to_.package.parts.front();
        const PartKind kind = chapter.parts.empty() ? PartKind::paragraaf : chapter.parts.front().kind;
        chapter.parts.push_back({kind, settings_.hoofdstuk + number, heading, {}, {}, {}, {}});
        return chapter.parts.back();
    }

    /// Bestemmingen as Functie on every leaf of their articles, bouwvlakken as Bouw where the text speaks of them.
    void add_designations() {
        const auto is_bestemming = [](PlanObjectKind kind) { return kind == PlanObjectKind::enkelbestemming || kind == PlanObjectKind::dubbelbestemming; };
        for (const auto& [name, area] : areas_of(plan_, is_bestemming, true)) {
            const auto of_it = [&name](const Leaf& leaf) { return leaf.bestemming == name; };
            if (std::ranges::none_of(leaves_, of_it)) continue;
            const std::size_t gio = to_.add_designation(name, type_functie, functie_groep(name), area);
            bestemmingen_[name] = area;
            bool shown = false;
            for (std::size_t i = 0; i < leaves_.size(); ++i) {
                if (leaves_[i].bestemming != name) continue;
                on_leaf_[i].designations.push_back(gio);
                if (!std::exchange(shown, true)) on_leaf_[i].shown.push_back(gio);
            }
        }
        const auto vlakken = areas_of(plan_, [](PlanObjectKind kind) { return kind == PlanObjectKind::bouwvlak; }, false);
        if (!vlakken.empty()) add_bouwvlakken(vlakken.begin()->second);
    }

    /// Only where the bestemming of the text has bouwvlakken: those of another one are ruled elsewhere.
    void add_bouwvlakken(const MultiPolygon& area) {
        std::size_t leaf = 0;
        for_each_leaf(to_.package.parts, [&](Part& part) {
            const std::size_t at = leaf++;
            const auto bestemming = bestemmingen_.find(leaves_[at].bestemming);
            if (bestemming == bestemmingen_.end() || !says(part.blocks, "bouwvlak") || says(part.blocks, "buiten het bouwvlak") || says(part.blocks, "buiten een bouwvlak")) return;
            if (bouwvlak_gio_ == nothing) {
                if (cleaned(intersection(area, bestemming->second), 0.001, edge_tolerance).empty()) return;
                bouwvlak_gio_ = to_.add_designation("bouwvlak", type_bouw, std::string(groep_bouwvlak), area);
                on_leaf_[at].shown.push_back(bouwvlak_gio_);
            }
            on_leaf_[at].bouwvlakken = to_.locations_within(bouwvlak_gio_, bestemming->second);
        });
    }

    /// Where the chapter holds, when that is known: its first artikel.
    void add_introduction() {
        if (area_.empty() || to_.package.parts.empty()) return;
        plan_gio_ = to_.add_area("bestemmingsplan " + (plan_.name.empty() ? plan_.plan_id : plan_.name), area_);
        Part& chapter = to_.package.parts.front();
        const PartKind kind = chapter.parts.front().kind;
        const std::string number = settings_.hoofdstuk + ".0";
        Part artikel{PartKind::artikel, number, "Toepassingsbereik", {}, {}, {}, {}};
        artikel.blocks.push_back(reference_sentence("Dit hoofdstuk geldt ter plaatse van de locatie ", plan_gio_, to_.name_of(plan_gio_), "."));
        chapter.parts.insert(chapter.parts.begin(), {kind, number, "Toepassingsbereik", {}, {}, {}, {std::move(artikel)}});
        leaves_.insert(leaves_.begin(), Leaf{});
        on_leaf_.insert(on_leaf_.begin(), OnLeaf{});
    }

    /// Every information object is named where its norm stands, or its bestemming begins.
    void write_references() {
        std::size_t leaf = 0;
        for_each_leaf(to_.package.parts, [&](Part& part) {
            const OnLeaf& here = on_leaf_[leaf++];
            for (const std::size_t gio : here.shown) {
                part.blocks.push_back(reference_sentence("De locatie is vastgelegd in ", gio, to_.name_of(gio), "."));
            }
            for (const OnLeaf::Norm& norm : here.norms) {
                if (norm.gio != nothing) part.blocks.push_back(reference_sentence("De norm geldt ter plaatse van de locatie ", norm.gio, norm.name, "."));
            }
        });
    }

    void write_rules() {
        std::size_t leaf = 0;
        for_each_leaf(to_.package.parts, [&](Part& part) {
            const std::string_view thema = leaves_[leaf].thema;
            const OnLeaf& here = on_leaf_[leaf++];
            for (const std::size_t gio : here.designations) to_.add_rule(part.w_id, to_.locations_of(gio), to_.designation_of(gio), {}, thema);
            if (!here.bouwvlakken.empty()) to_.add_rule(part.w_id, here.bouwvlakken, to_.designation_of(bouwvlak_gio_), {}, thema_bouwen);
            for (const OnLeaf::Norm& norm : here.norms) to_.add_rule(part.w_id, to_.locations_of(norm.gio, norm.locations), {}, norm.id, thema_bouwen);
            if (!here.designations.empty() || !here.norms.empty()) return;
            to_.add_rule(part.w_id, plan_gio_ == nothing ? std::vector<std::string>{} : to_.locations_of(plan_gio_), {}, {}, thema);
        });
    }

    Package finished() {
        if (settings_.pons && !area_.empty() && !is_draft(plan_)) {
            to_.add_pons(area_, "Het bestemmingsplan " + plan_words(plan_) + " vervalt in het gebied van de bij dit besluit behorende pons, vastgelegd in ", ".");
        }
        Package package = std::move(to_.package);
        package.left_out = std::move(selection_.left_out);
        package.remarks.insert(package.remarks.end(), selection_.remarks.begin(), selection_.remarks.end());
        return package;
    }

    const PlanResult& plan_;
    const Settings& settings_;
    MultiPolygon area_;
    Assembler to_;
    Selection selection_;
    std::vector<Leaf> leaves_;
    std::vector<OnLeaf> on_leaf_;
    std::size_t plan_gio_ = nothing;
    std::size_t bouwvlak_gio_ = nothing;
    std::map<std::string, MultiPolygon> bestemmingen_;
};

}  // namespace

MultiPolygon plan_area(const PlanResult& plan) {
    const auto areas = areas_of(plan, [](PlanObjectKind kind) { return kind == PlanObjectKind::plangebied; }, false);
    return areas.empty() ? MultiPolygon{} : areas.begin()->second;
}

Package build_package(const PlanResult& plan, const Settings& settings) {
    if (settings.form == Form::norms) return build_joined_package(std::span(&plan, 1), settings);
    return PackageBuilder(plan, settings).plan_form();
}

}  // namespace planlezer::omgevingsplan
