#include "pipeline/evaluate/map_report.hpp"

#include <array>
#include <ostream>

#include "pipeline/evaluate/rate_text.hpp"

namespace planlezer::evaluate {

namespace {

struct SplitName {
    MapSplit split;
    const char* title;
    const char* key;
};

constexpr std::array<SplitName, map_split_count> split_names{{{MapSplit::whole, "", "all"},
                                                              {MapSplit::hand, "per hand", "by_hand"},
                                                              {MapSplit::form, "per vorm", "by_form"},
                                                              {MapSplit::placement, "per plaatsing", "by_placement"},
                                                              {MapSplit::hand_and_form, "per hand en vorm", "by_hand_and_form"},
                                                              {MapSplit::kind, "per soort", "by_kind"}}};

void print_row(std::ostream& out, const std::string& name, const MapFigures& figures) {
    std::string line = padded("  " + name, name_width);
    for (const Rate* const rate : {&figures.read, &figures.accepted, &figures.located, &figures.iou_50, &figures.iou_90}) {
        line += padded(rate_text(*rate), rate_width);
    }
    out << line << rate_text(figures.wrong) << '\n';
}

Json figures_json(const MapFigures& figures) {
    Json json;
    json["read"] = rate_json(figures.read);
    json["accepted"] = rate_json(figures.accepted);
    json["located"] = rate_json(figures.located);
    json["iou_50"] = rate_json(figures.iou_50);
    json["iou_90"] = rate_json(figures.iou_90);
    json["wrong_among_accepted"] = rate_json(figures.wrong);
    return json;
}

}  // namespace

void print_map_score(std::ostream& out, const MapScore& score) {
    out << padded("kaartwaarden, % [95 %] aantal", name_width) << padded("gelezen", rate_width) << padded("gelezen en geaccepteerd", rate_width)
        << padded("op de plaats", rate_width) << padded("overlap >= 0,5", rate_width) << padded("overlap >= 0,9", rate_width)
        << "fout van geaccepteerd\n";
    for (const SplitName& name : split_names) {
        const auto found = score.figures.find(name.split);
        if (found == score.figures.end()) continue;
        if (*name.title != '\0') out << '\n' << name.title << '\n';
        for (const auto& [key, figures] : found->second) print_row(out, key.empty() ? "alles" : key, figures);
    }
    out << '\n' << score.sheets << " kaartbladen; " << score.absent.size() << " zonder resultaat";
    for (std::size_t i = 0; i < score.absent.size() && i < 10; ++i) out << (i == 0 ? ": " : ", ") << score.absent[i];
    out << (score.absent.size() > 10 ? ", ..." : "") << '\n';
}

void print_map_faults(std::ostream& out, const MapScore& score) {
    for (const MapFault& fault : score.faults) out << fault.gold << ": " << fault.what << '\n';
}

std::string map_score_json(const MapScore& score) {
    Json json;
    json["format"] = "planlezer-map-eval/1";
    for (const SplitName& name : split_names) {
        const auto found = score.figures.find(name.split);
        if (name.split == MapSplit::whole) {
            json[name.key] = figures_json(score.all());
            continue;
        }
        json[name.key] = Json::object();
        if (found == score.figures.end()) continue;
        for (const auto& [key, figures] : found->second) json[name.key][key] = figures_json(figures);
    }
    json["sheets"] = score.sheets;
    json["absent"] = score.absent;
    return laid_out(json);
}

}  // namespace planlezer::evaluate
