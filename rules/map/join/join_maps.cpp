#include "rules/map/join/join_maps.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "rules/map/join/compare_sources.hpp"
#include "rules/map/join/ground.hpp"
#include "rules/map/join/ledger.hpp"
#include "rules/map/join/map_references.hpp"
#include "rules/map/join/unused_values.hpp"
#include "rules/norms/doubt.hpp"
#include "schemas/model/imro_name.hpp"

namespace planlezer {

namespace {

bool is_imro(const PlanMap& map) { return map.placement.source == PlacementSource::imro; }

bool has_values(const PlanMap& map) {
    return std::ranges::any_of(map.objects, [](const PlanObject& object) {
        return std::ranges::any_of(object.values, [](const MapValue& value) { return value.value.has_value(); });
    });
}

bool has_bestemmingen(const PlanMap& map) {
    return std::ranges::any_of(map.objects, [](const PlanObject& object) { return object.kind == PlanObjectKind::enkelbestemming; });
}

/// Everything a map says carries the name of its file.
void name_file(PlanMap& map) {
    const auto name = [&map](Provenance& place) {
        if (place.file.empty()) place.file = map.file;
        if (place.page == 0) place.page = map.page;
    };
    for (PlanObject& object : map.objects) {
        name(object.provenance);
        for (MapValue& value : object.values) name(value.provenance);
    }
    for (Flag& flag : map.flags) {
        if (!flag.provenance) flag.provenance.emplace();
        name(*flag.provenance);
    }
}

/// A GML of another plan among the documents: its values would be wrong here, each of them.
bool is_of_plan(const PlanMap& map, const std::string& imro_id) {
    const auto own = find_imro_name(map.imro_id);
    const auto plan = find_imro_name(imro_id);
    return !own || !plan || own->key() == plan->key();
}

std::vector<PlanMap> only_of_plan(std::vector<PlanMap> maps, PlanResult& result) {
    std::vector<PlanMap> own;
    for (PlanMap& map : maps) {
        if (is_of_plan(map, result.imro_id)) {
            own.push_back(std::move(map));
        } else {
            Provenance place;
            place.file = map.file;
            result.flags.push_back({FlagCode::map_sources_disagree, "de kaart is van plan " + map.imro_id + " en is niet gebruikt", {}, std::move(place)});
        }
    }
    return own;
}

/// Several sheets of one plan are read as one map; those that lie nowhere on earth each for themselves.
std::vector<PlanMap> sheets_as_one(const std::vector<PlanMap>& maps) {
    std::vector<PlanMap> sheets;
    for (const PlanMap& map : maps) {
        if (is_imro(map)) continue;
        const auto on_earth = std::ranges::find_if(sheets, [](const PlanMap& sheet) { return sheet.placement.on_earth; });
        if (!map.placement.on_earth || on_earth == sheets.end()) {
            sheets.push_back(map);
        } else {
            std::ranges::copy(map.objects, std::back_inserter(on_earth->objects));
        }
    }
    return sheets;
}

/// The GML itself says that the plan is no more than a draft.
void distrust_draft(const PlanMap& imro, PlanResult& result) {
    if (imro.status.find("ontwerp") == std::string::npos && imro.status != "concept") return;
    Provenance place;
    place.file = imro.file;
    result.flags.push_back({FlagCode::draft_document, imro.status, {}, std::move(place)});
    for (NormStatement& norm : result.norms) {
        if (norm.value_source == ValueSource::imro && put_code(FlagCode::draft_document, norm)) norm.status = NormStatus::review;
    }
}

/// A rule of the text keeps the ground that a half-read sheet gives it, for a person to complete.
void doubt_ground(const PlanMap& map, const std::vector<std::size_t>& norms, PlanResult& result) {
    if (norms.empty()) return;
    Provenance place;
    place.file = map.file;
    place.page = map.page;
    result.flags.push_back({FlagCode::map_area_unclear, "niet alle grond van het plan heeft een bestemming gekregen", norms, std::move(place)});
    for (const std::size_t i : norms) {
        put_code(FlagCode::map_area_unclear, result.norms[i]);
        settle_status(result.norms[i]);
    }
}

void place_norms(Ground& ground, PlanResult& result) {
    std::vector<std::size_t> doubted;
    for (std::size_t i = 0; i < result.norms.size(); ++i) {
        NormStatement& norm = result.norms[i];
        const bool of_text = norm.area.empty() && norm.value_source != ValueSource::map && norm.value_source != ValueSource::imro;
        if (of_text) norm.area = ground.place_of(norm);
        if (!norm.area.empty() && holds_everywhere(norm)) norm.location = LocationKind::plangebied;
        if (of_text && !norm.area.empty() && ground.may_lack_ground(norm)) doubted.push_back(i);
    }
    doubt_ground(ground.map(), doubted, result);
}

/// Coordinates on a sheet that lies nowhere are no place on earth, and a value of the map without its place is half a
/// norm: a person must say where it holds.
void take_away_areas(const std::string& file, PlanResult& result) {
    const auto flag = std::ranges::find_if(result.flags, [&](const Flag& f) {
        return f.code == FlagCode::map_not_placed && f.provenance && f.provenance->file == file;
    });
    for (std::size_t i = 0; i < result.norms.size(); ++i) {
        NormStatement& norm = result.norms[i];
        norm.area.clear();
        if (norm.value_source != ValueSource::map || !norm.value) continue;
        put_code(FlagCode::map_not_placed, norm);
        if (flag != result.flags.end()) flag->norms.push_back(i);
        settle_status(norm);
    }
}

class Joiner {
  public:
    Joiner(const std::vector<PlanMap>& maps, const MapBook& book, PlanResult& result) : sheets_(sheets_as_one(maps)), book_(book), result_(result) {
        for (const PlanMap& map : maps) {
            if (is_imro(map) && (has_values(map) || has_bestemmingen(map))) imro_ = &map;
        }
    }

    void run() {
        if (imro_ != nullptr && has_values(*imro_)) read_from(*imro_, *imro_);
        for (const PlanMap& sheet : sheets_) {
            if (imro_ != nullptr && has_values(*imro_)) break;
            read_from(sheet, imro_ != nullptr && sheet.placement.on_earth ? *imro_ : sheet);
        }
        if (imro_ != nullptr) {
            Ground ground(*imro_);
            place_norms(ground, result_);
            distrust_draft(*imro_, result_);
        }
        std::string missing = "er is geen kaart gelezen";
        if (!sheets_.empty() || imro_ != nullptr) missing = "de gelezen kaart geeft haar niet";
        tell_unresolved(result_, missing);
    }

  private:
    /// Values from one map, bestemmingen and aanduidingen from the same or from the authority.
    void read_from(const PlanMap& values, const PlanMap& areas) {
        Ground ground(areas);
        Ledger ledger(values);
        resolve_references(ground, ledger, result_);
        emit_unused(book_, ground, ledger, result_);
        if (!areas.placement.on_earth) return take_away_areas(areas.file, result_);
        place_norms(ground, result_);
        if (is_imro(values)) {
            for (const PlanMap& sheet : sheets_) compare_with_sheet(sheet, ground, ledger, result_);
        }
    }

    std::vector<PlanMap> sheets_;
    const PlanMap* imro_ = nullptr;
    const MapBook& book_;
    PlanResult& result_;
};

}  // namespace

void join_maps(std::vector<PlanMap> maps, const MapBook& book, PlanResult& result) {
    for (PlanMap& map : maps) name_file(map);
    maps = only_of_plan(std::move(maps), result);
    // IMRO first; the sheets stay by file and page, as the documents are.
    std::ranges::stable_partition(maps, is_imro);
    for (PlanMap& map : maps) {
        std::ranges::move(map.flags, std::back_inserter(result.flags));
        map.flags.clear();
        if (is_imro(map) && !map.name.empty() && (result.name.empty() || result.name == result.plan_id)) result.name = map.name;
    }
    Joiner(maps, book, result).run();
    result.maps = std::move(maps);
}

}  // namespace planlezer
