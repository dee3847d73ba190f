// The published names of the enumerations, and what is derived from the model rather than stored in it.
#include <algorithm>
#include <stdexcept>

#include "schemas/model/article.hpp"
#include "schemas/model/plan_map.hpp"
#include "schemas/model/plan_result.hpp"

namespace planlezer {

std::string_view failure_kind_text(FailureKind kind) {
    switch (kind) {
        case FailureKind::unreadable: return "unreadable";
        case FailureKind::unsupported: return "unsupported";
        case FailureKind::encrypted: return "encrypted";
        case FailureKind::limit_exceeded: return "limit_exceeded";
        case FailureKind::timed_out: return "timed_out";
        case FailureKind::worker_died: return "worker_died";
        case FailureKind::cancelled: return "cancelled";
    }
    throw std::logic_error("failure kind without a text");
}

std::string_view document_role_text(DocumentRole role) {
    switch (role) {
        case DocumentRole::regels: return "regels";
        case DocumentRole::voorschriften: return "voorschriften";
        case DocumentRole::toelichting: return "toelichting";
        case DocumentRole::verbeelding: return "verbeelding";
        case DocumentRole::other: return "other";
    }
    throw std::logic_error("document role without a text");
}

std::string_view section_role_text(SectionRole role) {
    switch (role) {
        case SectionRole::unknown: return "unknown";
        case SectionRole::rule: return "rule";
        case SectionRole::description: return "description";
        case SectionRole::deviation: return "deviation";
        case SectionRole::change_power: return "change_power";
        case SectionRole::further_requirement: return "further_requirement";
        case SectionRole::transition: return "transition";
        case SectionRole::definition: return "definition";
        case SectionRole::works_permit: return "works_permit";
        case SectionRole::toelichting: return "toelichting";
        case SectionRole::contents: return "contents";
        case SectionRole::annex: return "annex";
    }
    throw std::logic_error("section role without a text");
}

std::string_view passage_kind_text(PassageKind kind) {
    switch (kind) {
        case PassageKind::alinea: return "alinea";
        case PassageKind::tussenkop: return "tussenkop";
        case PassageKind::tabel: return "tabel";
    }
    throw std::logic_error("kind of passage without a text");
}

std::string_view plan_object_kind_text(PlanObjectKind kind) {
    switch (kind) {
        case PlanObjectKind::plangebied: return "plangebied";
        case PlanObjectKind::enkelbestemming: return "enkelbestemming";
        case PlanObjectKind::dubbelbestemming: return "dubbelbestemming";
        case PlanObjectKind::bouwvlak: return "bouwvlak";
        case PlanObjectKind::maatvoering: return "maatvoering";
        case PlanObjectKind::functieaanduiding: return "functieaanduiding";
        case PlanObjectKind::bouwaanduiding: return "bouwaanduiding";
        case PlanObjectKind::gebiedsaanduiding: return "gebiedsaanduiding";
    }
    throw std::logic_error("kind of plan object without a text");
}

std::string_view placement_source_text(PlacementSource source) {
    switch (source) {
        case PlacementSource::imro: return "imro";
        case PlacementSource::geopdf: return "geopdf";
        case PlacementSource::geotiff: return "geotiff";
        case PlacementSource::world_file: return "world_file";
        case PlacementSource::imro_contour: return "imro_contour";
        case PlacementSource::grid_crosses: return "grid_crosses";
        case PlacementSource::scale_only: return "scale_only";
    }
    throw std::logic_error("placement source without a text");
}

std::string_view comparator_text(Comparator comparator) {
    switch (comparator) {
        case Comparator::at_most: return "at_most";
        case Comparator::at_least: return "at_least";
        case Comparator::exactly: return "exactly";
    }
    throw std::logic_error("comparator without a text");
}

std::string_view value_source_text(ValueSource source) {
    switch (source) {
        case ValueSource::text: return "text";
        case ValueSource::table: return "table";
        case ValueSource::map: return "map";
        case ValueSource::imro: return "imro";
        case ValueSource::existing: return "existing";
        case ValueSource::formula: return "formula";
    }
    throw std::logic_error("value source without a text");
}

std::string_view norm_role_text(NormRole role) {
    switch (role) {
        case NormRole::rule: return "rule";
        case NormRole::deviation: return "deviation";
        case NormRole::change_power: return "change_power";
        case NormRole::further_requirement: return "further_requirement";
        case NormRole::transition: return "transition";
        case NormRole::definition: return "definition";
    }
    throw std::logic_error("norm role without a text");
}

std::string_view location_kind_text(LocationKind kind) {
    switch (kind) {
        case LocationKind::plangebied: return "plangebied";
        case LocationKind::bestemmingsvlak: return "bestemmingsvlak";
        case LocationKind::bouwvlak: return "bouwvlak";
        case LocationKind::aanduiding: return "aanduiding";
        case LocationKind::maatvoeringsvlak: return "maatvoeringsvlak";
        case LocationKind::unknown: return "unknown";
    }
    throw std::logic_error("location kind without a text");
}

std::string_view norm_status_text(NormStatus status) { return status == NormStatus::accepted ? "accepted" : "review"; }

std::string_view plan_status_text(PlanStatus status) {
    switch (status) {
        case PlanStatus::clean: return "clean";
        case PlanStatus::review: return "review";
        case PlanStatus::partial: return "partial";
        case PlanStatus::failed: return "failed";
    }
    throw std::logic_error("plan status without a text");
}

PlanStatus PlanResult::status() const {
    const auto broken = [](const Document& d) { return !d.failures.empty(); };
    const auto unread = [](const Document& d) {
        return std::ranges::any_of(d.failures, [](const Failure& f) { return f.page == 0; });
    };
    if (!documents.empty() && std::ranges::all_of(documents, unread)) return PlanStatus::failed;
    if (std::ranges::any_of(documents, broken)) return PlanStatus::partial;
    const bool norm_waits = std::ranges::any_of(norms, [](const NormStatement& n) { return n.status == NormStatus::review; });
    const bool flag_waits =
        std::ranges::any_of(flags, [](const Flag& f) { return flag_row(f.code).severity != Severity::info; });
    return norm_waits || flag_waits ? PlanStatus::review : PlanStatus::clean;
}

std::string norm_id(std::size_t index) {
    std::string digits = std::to_string(index + 1);
    if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
    return "n" + digits;
}

}  // namespace planlezer
