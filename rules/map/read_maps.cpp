#include "rules/map/read_maps.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "rules/map/sheet/read_sheet.hpp"

namespace planlezer {

namespace {

/// "x/kaart" of "x/kaart.png".
std::string_view without_ending(std::string_view file) {
    const std::size_t dot = file.rfind('.');
    const std::size_t slash = file.rfind('/');
    return dot != std::string_view::npos && (slash == std::string_view::npos || dot > slash) ? file.substr(0, dot) : file;
}

std::optional<Affine> world_file_of(const PlanInput& input, const std::string& file) {
    for (const DocumentPages& document : input.documents) {
        if (document.world_file && without_ending(document.document.file) == without_ending(file)) return document.world_file->to_rd;
    }
    return std::nullopt;
}

/// Of several sheets only one may have the legend: it explains them all.
MapSheet with_legend(MapSheet sheet, const PlanInput& input) {
    constexpr std::size_t least_entries = 2;
    if (sheet.legend.size() >= least_entries) return sheet;
    for (const DocumentPages& document : input.documents) {
        if (document.duplicate) continue;
        for (const MapSheet& other : document.sheets) {
            if (other.legend.size() > sheet.legend.size() && other.legend.size() >= least_entries) sheet.legend = other.legend;
        }
    }
    return sheet;
}

}  // namespace

std::vector<PlanMap> read_maps(const PlanInput& input, const RuleBook& book) {
    std::vector<PlanMap> maps;
    for (const DocumentPages& document : input.documents) {
        if (document.duplicate || !document.imro) continue;
        maps.push_back(*document.imro);
        maps.back().file = document.document.file;
    }
    const std::optional<PlanMap> imro = maps.empty() ? std::nullopt : std::optional(maps.front());
    for (const DocumentPages& document : input.documents) {
        if (document.duplicate) continue;
        const SheetSurroundings around{document.document.file, world_file_of(input, document.document.file), imro ? &*imro : nullptr};
        for (const MapSheet& sheet : document.sheets) maps.push_back(read_sheet(with_legend(sheet, input), around, book.map));
    }
    return maps;
}

}  // namespace planlezer
