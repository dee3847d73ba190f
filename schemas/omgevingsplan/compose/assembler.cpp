#include "schemas/omgevingsplan/compose/assembler.hpp"

#include <algorithm>
#include <array>

#include "schemas/geometry/polygons.hpp"
#include "schemas/omgevingsplan/compose/identifiers.hpp"
#include "schemas/omgevingsplan/compose/pieces.hpp"
#include "schemas/omgevingsplan/compose/text_ids.hpp"
#include "schemas/omgevingsplan/compose/value_lists.hpp"

namespace planlezer::omgevingsplan {

namespace {

constexpr std::size_t longest_slug = 60;  // of an identifier's readable part; the rest tells it apart

bool less_value(const std::string& a, const std::string& b) {
    const std::optional<Decimal> x = Decimal::parse(a);
    const std::optional<Decimal> y = Decimal::parse(b);
    return x && y ? *x < *y : a < b;
}

}  // namespace

Assembler::Assembler(const Settings& settings, std::string scope) : scope_(std::move(scope)) {
    package.settings = settings;
    package.tag = hex_of("tag|" + scope_);
    package.id = "planlezer-" + slug(scope_, 36) + "-" + package.tag.substr(0, 12);
    package.title = settings.opschrift;
}

std::size_t Assembler::new_gio(const std::string& name) {
    InformationObject gio;
    gio.name = name;
    for (int copy = 2; !names_.insert(gio.name).second; ++copy) gio.name = name + " (" + std::to_string(copy) + ")";
    const std::string words = slug(gio.name, longest_slug);
    const std::string own = (words.empty() ? "gebied" : words) + "-" + hex_of("gio|" + scope_ + "|" + gio.name).substr(0, 12);
    gio.file = "GIO-" + own;
    gio.work = "/join/id/regdata/" + package.settings.gemeente + "/" + package.settings.jaar + "/" + own;
    gio.expression = gio.work + "/nld@" + package.settings.vastgesteld_op + ";1";
    package.gios.push_back(std::move(gio));
    return package.gios.size() - 1;
}

std::size_t Assembler::add_gebied(std::size_t gio, MultiPolygon shape, std::string value) {
    InformationObject& object = package.gios[gio];
    // The value is part of the name: an area that gets another one is another location.
    const std::string uuid = uuid_of("geometrie|" + object.work + "|" + coordinate_text(shape));
    package.gebieden.push_back({object_id(package.settings.gemeente, "gebied", uuid), uuid, object.name, std::move(shape)});
    object.locations.push_back({package.gebieden.size() - 1, std::move(value)});
    return package.gebieden.size() - 1;
}

/// In an order that does not depend on which value a place has.
void Assembler::sort_places(std::size_t gio) {
    std::vector<InformationObject::Location>& locations = package.gios[gio].locations;
    const std::size_t first = locations.front().gebied;
    std::ranges::sort(locations, {}, [this](const InformationObject::Location& location) { return package.gebieden[location.gebied].uuid; });
    std::vector<Gebied> sorted;
    for (InformationObject::Location& location : locations) {
        sorted.push_back(std::move(package.gebieden[location.gebied]));
        location.gebied = first + sorted.size() - 1;
    }
    std::ranges::move(sorted, package.gebieden.begin() + static_cast<std::ptrdiff_t>(first));
}

AddedNorm Assembler::add_norm(const NormGroup& group) {
    AddedNorm added{object_id(package.settings.gemeente, "omgevingsnorm", scope_ + "|" + group.name), group.name, nothing, {}};
    Omgevingsnorm norm{added.id, group.name, group.terms.type, group.terms.eenheid, group.terms.groep, {}};
    const bool placed = !group.members.front().area.empty();
    if (placed) {
        added.gio = new_gio(group.name);
        added.name = package.gios[added.gio].name;
        if (group.kind != ValueKind::in_text) {
            InformationObject& gio = package.gios[added.gio];
            gio.values = group.kind;
            gio.norm_label = group.name;
            gio.norm_type = group.terms.type;
            gio.unit_label = group.terms.eenheid_label;
            gio.unit = group.terms.eenheid;
        }
    }
    const auto waarde = [&](const std::string& value) -> Normwaarde& {
        const auto known = std::ranges::find(norm.values, value, &Normwaarde::value);
        if (known != norm.values.end()) return *known;
        norm.values.push_back({object_id(package.settings.gemeente, "normwaarde", scope_ + "|" + group.name + "|" + value), group.kind, value, {}, {}});
        return norm.values.back();
    };
    added.locations.resize(group.members.size());
    // Each piece of ground is a place of its own: where one gets another value, the others stay what they are.
    for (const Piece& piece : pieces_of(group.members)) {
        const std::string value = group.kind == ValueKind::in_text ? "" : group.members[piece.members.front()].value;
        for (const Polygon& polygon : piece.area) {
            const std::string id = package.gebieden[add_gebied(added.gio, {polygon}, value)].id;
            waarde(value).locations.push_back(id);
            for (const std::size_t member : piece.members) added.locations[member].push_back(id);
        }
    }
    for (std::size_t i = 0; i < group.members.size(); ++i) {
        const PlacedNorm& member = group.members[i];
        Normwaarde& value = waarde(group.kind == ValueKind::in_text ? "" : member.value);
        if (!placed) {
            if (value.locations.empty()) value.locations.push_back(ambtsgebied());
            added.locations[i] = {ambtsgebied()};
        }
        value.norms.push_back(member.plan->plan_id + " " + norm_id(member.index));
        std::ranges::sort(added.locations[i]);
    }
    if (placed) sort_places(added.gio);
    for (Normwaarde& value : norm.values) std::ranges::sort(value.locations);
    std::ranges::sort(norm.values, less_value, &Normwaarde::value);
    package.norms.push_back(std::move(norm));
    return added;
}

std::size_t Assembler::add_designation(const std::string& name, std::string_view type, const std::string& group, const MultiPolygon& area) {
    const std::size_t gio = new_gio(name);
    for (const Polygon& piece : area) add_gebied(gio, {piece}, {});
    const std::string id = object_id(package.settings.gemeente, "gebiedsaanwijzing", scope_ + "|" + name);
    package.designations.push_back({id, std::string(type), name, group, locations_of(gio)});
    designation_of_[gio] = id;
    return gio;
}

std::size_t Assembler::add_area(const std::string& name, const MultiPolygon& area) {
    const std::size_t gio = new_gio(name);
    add_gebied(gio, area, {});
    return gio;
}

void Assembler::add_pons(const MultiPolygon& area, std::string text_before, std::string text_after) {
    const Settings& settings = package.settings;
    const std::array<MultiPolygon, 2> both{settings.pons_bestaand, area};
    const std::size_t gio = new_gio("pons");
    if (!settings.pons_work.empty()) {
        package.gios[gio].work = settings.pons_work;
        package.gios[gio].expression = settings.pons_work + "/nld@" + settings.vastgesteld_op + ";1";
    }
    add_gebied(gio, cleaned(merged(both), 0.001, edge_tolerance), {});
    const std::string id = settings.pons_id.empty() ? object_id(settings.gemeente, "pons", "pons") : settings.pons_id;
    package.pons = Pons{id, gio, std::move(text_before), std::move(text_after)};
}

void Assembler::add_rule(const std::string& w_id, std::vector<std::string> locations, const std::string& designation, const std::string& norm, std::string_view thema) {
    const std::string& gemeente = package.settings.gemeente;
    const auto [regeltekst, fresh] = regeltekst_of_.try_emplace(w_id, object_id(gemeente, "regeltekst", w_id));
    if (fresh) package.regelteksten.push_back({regeltekst->second, w_id});
    if (locations.empty()) locations.push_back(ambtsgebied());
    const std::string id = object_id(gemeente, "juridischeregel", w_id + "|" + designation + "|" + norm);
    package.rules.push_back({id, regeltekst->second, std::move(locations), designation, norm, std::string(thema)});
}

std::vector<std::string> Assembler::locations_of(std::size_t gio) {
    const InformationObject& object = package.gios[gio];
    if (object.locations.size() == 1) return {package.gebieden[object.locations.front().gebied].id};
    const std::string id = object_id(package.settings.gemeente, "gebiedengroep", object.work);
    if (std::ranges::find(package.groups, id, &Gebiedengroep::id) == package.groups.end()) {
        Gebiedengroep group{id, object.name, {}};
        for (const InformationObject::Location& location : object.locations) group.gebieden.push_back(package.gebieden[location.gebied].id);
        package.groups.push_back(std::move(group));
    }
    return {id};
}

std::vector<std::string> Assembler::locations_of(std::size_t gio, std::vector<std::string> gebieden) {
    return gio != nothing && gebieden.size() == package.gios[gio].locations.size() ? locations_of(gio) : std::move(gebieden);
}

std::vector<std::string> Assembler::locations_within(std::size_t gio, const MultiPolygon& ground) {
    std::vector<std::string> ids;
    for (const InformationObject::Location& location : package.gios[gio].locations) {
        const Gebied& gebied = package.gebieden[location.gebied];
        if (!cleaned(intersection(gebied.shape, ground), 0.001, edge_tolerance).empty()) ids.push_back(gebied.id);
    }
    return locations_of(gio, std::move(ids));
}

const std::string& Assembler::ambtsgebied() {
    if (ambtsgebied_.empty()) {
        const Settings& settings = package.settings;
        ambtsgebied_ = settings.ambtsgebied.empty() ? object_id(settings.gemeente, "ambtsgebied", settings.gemeente) : settings.ambtsgebied;
        if (settings.ambtsgebied.empty() || settings.nieuwe_regeling) package.ambtsgebied = ambtsgebied_;
    }
    return ambtsgebied_;
}

void Assembler::finish_text() {
    const Settings& settings = package.settings;
    const std::string prefix = settings.gemeente + "_" + package.tag;
    give_ids(package.parts, prefix);
    int item = 0;
    const std::string list = "cmp_" + settings.bijlage + "__content_o_1__list_o_1";
    for (std::size_t i = 0; i < package.gios.size(); ++i) {
        if (package.pons && package.pons->gio == i) continue;
        InformationObject& gio = package.gios[i];
        gio.item_e_id = list + "__item_o_" + std::to_string(++item);
        gio.ref_e_id = gio.item_e_id + "__ref_o_1";
        gio.item_w_id = prefix + "__" + gio.item_e_id;
        gio.ref_w_id = prefix + "__" + gio.ref_e_id;
    }
    if (settings.nieuwe_regeling) {
        package.regelingsgebied = object_id(settings.gemeente, "regelingsgebied", settings.regeling_work);
        (void)ambtsgebied();
    }
}

}  // namespace planlezer::omgevingsplan
