#include "pipeline/evaluate/results.hpp"

#include <algorithm>
#include <set>

#include "pipeline/evaluate/text_file.hpp"
#include "schemas/json/plan_result_reader.hpp"

namespace planlezer::evaluate {

namespace {

constexpr std::string_view variant_mark = "__";

/// "svbp/digital/t_006__x.pdf" is gold "006" in variant "svbp/digital/x".
struct Name {
    std::string gold;
    std::string variant;
};

Name split_name(std::string_view path, bool has_ending) {
    std::string variant;
    if (const std::size_t slash = path.rfind('/'); slash != std::string_view::npos) {
        variant = path.substr(0, slash);
        path.remove_prefix(slash + 1);
    }
    if (has_ending) path = path.substr(0, path.rfind('.'));
    for (const std::string_view prefix : {"r_", "t_", "v_", "b_", "regels_", "voorschriften_", "toelichting_"}) {
        if (!path.starts_with(prefix)) continue;
        path.remove_prefix(prefix.size());
        break;
    }
    const std::string_view gold = path.substr(0, path.find(variant_mark));
    for (std::size_t at = gold.size(); at < path.size();) {
        at += variant_mark.size();
        const std::size_t end = std::min(path.find(variant_mark, at), path.size());
        if (!variant.empty()) variant += '/';
        variant += path.substr(at, end - at);
        at = end;
    }
    return {std::string(gold), variant};
}

const GoldFile* gold_named(const std::vector<GoldFile>& gold, std::string_view name) {
    const auto found = std::ranges::find(gold, name, &GoldFile::name);
    return found != gold.end() ? &*found : nullptr;
}

/// The norms of one document, or of all when `file` is empty.
Trial make_trial(const GoldFile& gold, std::string variant, const PlanResult& result, std::string_view file) {
    Trial trial;
    trial.gold = &gold;
    trial.variant = std::move(variant);
    trial.present = true;
    trial.plan_id = result.plan_id;
    for (std::size_t i = 0; i < result.norms.size(); ++i) {
        if (!file.empty() && result.norms[i].provenance.file != file) continue;
        trial.norms.push_back(result.norms[i]);
        trial.norm_ids.push_back(norm_id(i));
        trial.norm_indices.push_back(i);
    }
    trial.flags = result.flags;
    return trial;
}

void add_result(Trials& trials, const PlanResult& result, const std::vector<GoldFile>& gold) {
    const auto named = std::ranges::find(gold, result.plan_id, &GoldFile::plan_id);
    if (named != gold.end()) {
        trials.trials.push_back(make_trial(*named, "", result, ""));
        return;
    }
    bool any = false;
    for (const Document& document : result.documents) {
        const Name name = split_name(document.file, true);
        const GoldFile* const found = gold_named(gold, name.gold);
        if (found == nullptr) continue;
        trials.trials.push_back(make_trial(*found, name.variant, result, document.file));
        any = true;
    }
    if (any) return;
    const Name name = split_name(result.plan_id, false);
    const GoldFile* const found = gold_named(gold, name.gold);
    if (found != nullptr) {
        trials.trials.push_back(make_trial(*found, name.variant, result, ""));
    } else {
        trials.without_gold.push_back(result.plan_id);
    }
}

/// A gold file is to be answered in every variant that the run holds.
void add_absent(Trials& trials, const std::vector<GoldFile>& gold) {
    std::set<std::string> variants;
    std::set<std::pair<const GoldFile*, std::string>> present;
    for (const Trial& trial : trials.trials) {
        variants.insert(trial.variant);
        present.emplace(trial.gold, trial.variant);
    }
    for (const GoldFile& file : gold) {
        for (const std::string& variant : variants) {
            if (present.contains({&file, variant})) continue;
            Trial trial;
            trial.gold = &file;
            trial.variant = variant;
            trials.trials.push_back(std::move(trial));
        }
    }
}

}  // namespace

PlanResult load_result(const std::filesystem::path& path) {
    const std::optional<std::string> text = read_text_file(path);
    if (!text) throw EvaluateError(path.string() + ": niet te lezen");
    std::optional<PlanResult> result = read_plan_result(*text);
    if (!result) throw EvaluateError(path.string() + ": dit is geen heel resultaat van planlezer");
    return std::move(*result);
}

std::vector<std::filesystem::path> result_files(const std::filesystem::path& folder) {
    std::error_code fault;
    const std::filesystem::path plans = std::filesystem::is_directory(folder / "plans", fault) ? folder / "plans" : folder;
    const auto paths = json_files(plans);
    if (!paths) throw EvaluateError(plans.string() + ": deze map is niet te lezen");
    if (paths->empty()) throw EvaluateError(plans.string() + ": in deze map staat geen enkel resultaat (*.json)");
    return *paths;
}

std::vector<PlanResult> load_results(const std::filesystem::path& folder) {
    std::vector<PlanResult> results;
    for (const std::filesystem::path& path : result_files(folder)) results.push_back(load_result(path));
    return results;
}

Trials lay_side_by_side(const std::vector<PlanResult>& results, const std::vector<GoldFile>& gold) {
    Trials trials;
    for (const PlanResult& result : results) add_result(trials, result, gold);
    add_absent(trials, gold);
    std::ranges::stable_sort(trials.trials, [](const Trial& a, const Trial& b) {
        return std::pair(a.gold->name, a.variant) < std::pair(b.gold->name, b.variant);
    });
    return trials;
}

}  // namespace planlezer::evaluate
