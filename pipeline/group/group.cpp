#include "pipeline/group/group.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "schemas/model/ascii.hpp"
#include "schemas/model/imro_name.hpp"
#include "pipeline/discover/file_type.hpp"
#include "pipeline/group/plan_id.hpp"

namespace planlezer {

namespace fs = std::filesystem;

namespace {

/// Identifications by key; of two spellings the first in byte order is published.
using ImroNames = std::map<std::string, ImroName>;

void note(ImroNames& names, const ImroName& name) {
    const auto [place, fresh] = names.emplace(name.key(), name);
    if (!fresh && name.text < place->second.text) place->second = name;
}

std::optional<ImroName> only_one(const std::map<std::string, ImroNames>& by_folder, const std::string& folder) {
    const auto names = by_folder.find(folder);
    if (names == by_folder.end() || names->second.size() != 1) return std::nullopt;
    return names->second.begin()->second;
}

/// The nearest folder around the file whose name identifies a plan.
std::optional<ImroName> folder_name(const fs::path& folder) {
    for (fs::path at = folder; at.has_relative_path(); at = at.parent_path()) {
        if (auto name = find_imro_name(at.filename().native())) return name;
    }
    return std::nullopt;
}

std::optional<ImroName> own_or_folder_name(const InputFile& file) {
    auto name = find_imro_name(file.path.filename().native());
    return name ? name : folder_name(file.folder);
}

/// The plan of every file: its identification, or nothing when it is a plan by itself.
std::vector<std::optional<ImroName>> identify(const Inputs& inputs, const std::vector<FirstPage>& first_pages) {
    std::map<std::string, ImroNames> in_names;
    std::map<std::string, ImroNames> on_pages;
    for (const fs::path& other : inputs.others) {
        if (const auto name = find_imro_name(other.filename().native())) note(in_names[other.parent_path().native()], *name);
    }
    for (std::size_t i = 0; i < inputs.files.size(); ++i) {
        const InputFile& file = inputs.files[i];
        if (const auto name = find_imro_name(file.path.filename().native())) note(in_names[file.folder], *name);
        if (const auto name = find_imro_name(first_pages[i].imro_id)) note((first_pages[i].imro_gml ? in_names : on_pages)[file.folder], *name);
    }
    std::vector<std::optional<ImroName>> found(inputs.files.size());
    for (std::size_t i = 0; i < inputs.files.size(); ++i) {
        const InputFile& file = inputs.files[i];
        const std::string own_name = file.path.filename().native();
        found[i] = own_or_folder_name(file);
        if (!found[i]) found[i] = find_imro_name(first_pages[i].imro_id);
        if (!found[i]) found[i] = only_one(in_names, file.folder);
        if (!found[i] && names_a_role_only(own_name)) found[i] = only_one(on_pages, file.folder);
    }
    return found;
}

/// For every file the one it goes with: for a world file the image beside it with the same stem, else itself. Of two
/// such images the one whose ending begins alike ("kaart.tfw" goes with "kaart.tif").
std::vector<std::size_t> images_of_world_files(const Inputs& inputs) {
    std::map<fs::path, std::vector<std::size_t>> by_stem;
    for (std::size_t i = 0; i < inputs.files.size(); ++i) {
        const fs::path& path = inputs.files[i].path;
        if (named_like_image(path.filename().native())) by_stem[path.parent_path() / path.stem()].push_back(i);
    }
    std::vector<std::size_t> images;
    for (std::size_t i = 0; i < inputs.files.size(); ++i) {
        const fs::path& path = inputs.files[i].path;
        const auto beside = by_stem.find(path.parent_path() / path.stem());
        images.push_back(i);
        if (!named_like_world_file(path.filename().native()) || beside == by_stem.end()) continue;
        const auto first_letter = [](const fs::path& p) { return ascii_lower(p.extension().native().substr(1, 1)); };
        const auto alike = std::ranges::find_if(beside->second, [&](std::size_t image) { return first_letter(inputs.files[image].path) == first_letter(path); });
        images.back() = alike != beside->second.end() ? *alike : beside->second.front();
    }
    return images;
}

/// Marks equal documents. Files are sorted by name, so the first of equals is the same in every run.
void mark_duplicates(std::vector<PlanGroup>& plans, const Inputs& inputs) {
    struct Place {
        std::size_t file = 0;
        std::size_t plan = 0;
    };
    std::map<std::string, std::vector<Place>> by_bytes;
    for (std::size_t p = 0; p < plans.size(); ++p) {
        for (const PlanDocument& document : plans[p].documents) {
            const std::string& sha256 = inputs.files[document.file].sha256;
            if (!sha256.empty()) by_bytes[sha256].push_back({document.file, p});
        }
    }
    for (auto& [sha256, places] : by_bytes) std::ranges::sort(places, {}, &Place::file);
    for (std::size_t p = 0; p < plans.size(); ++p) {
        for (PlanDocument& document : plans[p].documents) {
            const std::string& sha256 = inputs.files[document.file].sha256;
            if (sha256.empty()) continue;
            const std::vector<Place>& equals = by_bytes[sha256];
            if (equals.front().file == document.file) continue;
            const auto in_plan = std::ranges::find(equals, p, &Place::plan);
            const bool again_in_plan = in_plan->file != document.file;
            document.duplicate = again_in_plan || plans[p].imro_id.empty();
            document.duplicate_of = inputs.files[again_in_plan ? in_plan->file : equals.front().file].name;
        }
    }
}

void mark_versions(std::vector<PlanGroup>& plans) {
    struct Version {
        ImroName name;
        std::size_t plan = 0;
    };
    std::map<std::string, std::vector<Version>> versions_of;
    for (std::size_t p = 0; p < plans.size(); ++p) {
        if (const auto name = find_imro_name(plans[p].imro_id)) versions_of[name->plan].push_back({*name, p});
    }
    for (const auto& [plan, versions] : versions_of) {
        for (const Version& own : versions) {
            const Version* newest = &own;
            for (const Version& other : versions) {
                if (compare_versions(other.name.version, newest->name.version) > 0) newest = &other;
            }
            if (newest != &own) plans[own.plan].newer_version = plans[newest->plan].plan_id;
        }
    }
}

}  // namespace

std::vector<bool> identified_by_name(const Inputs& inputs) {
    std::vector<bool> identified;
    for (const InputFile& file : inputs.files) identified.push_back(own_or_folder_name(file).has_value());
    return identified;
}

bool names_a_role_only(std::string_view file_name) {
    constexpr std::array<std::string_view, 24> words{
        "regels",       "regel",    "voorschriften", "voorschrift", "planregels", "planvoorschriften", "toelichting", "verbeelding",
        "verbeeldingen", "plankaart", "kaart",      "kaarten",     "bijlage",    "bijlagen",          "legenda",     "renvooi",
        "rapport",      "besluit",  "raadsbesluit",  "vaststellingsbesluit", "deel", "blad", "pagina", "scan"};
    const std::string lower = ascii_lower(file_name.substr(0, file_name.rfind('.')));
    std::string word;
    bool role = false;
    const auto end_word = [&] {
        if (word.empty()) return true;
        const bool known = std::ranges::find(words, word) != words.end();
        const bool one_letter = word.size() == 1;  // "r_", "bijlage b"
        role = role || known;
        word.clear();
        return known || one_letter;
    };
    for (const char c : lower) {
        if (is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80) {
            word += c;
        } else if (!end_word()) {
            return false;
        }
    }
    return end_word() && role;
}

std::vector<PlanGroup> group_plans(const Inputs& inputs, const std::vector<FirstPage>& first_pages) {
    const std::vector<std::optional<ImroName>> names = identify(inputs, first_pages);
    const std::vector<std::size_t> images = images_of_world_files(inputs);
    ImroNames published;
    for (const auto& name : names) {
        if (name) note(published, *name);
    }
    std::map<std::string, PlanGroup> by_imro;
    std::vector<PlanGroup> plans;
    std::map<std::size_t, std::vector<PlanDocument>> alone;  // a plan by itself, by its first file
    for (std::size_t i = 0; i < inputs.files.size(); ++i) {
        const std::size_t leader = images[i];
        if (names[leader]) {
            PlanGroup& plan = by_imro[names[leader]->key()];
            plan.imro_id = published.at(names[leader]->key()).text;
            plan.documents.push_back({i, false, {}});
        } else {
            alone[leader].push_back({i, false, {}});
        }
    }
    for (auto& [leader, documents] : alone) plans.push_back({{}, {}, {}, std::move(documents)});
    for (auto& [key, plan] : by_imro) plans.push_back(std::move(plan));

    std::vector<PlanIdInput> id_inputs;
    for (const PlanGroup& plan : plans) {
        const InputFile& first = inputs.files[images[plan.documents.front().file]];
        id_inputs.push_back({plan.imro_id, first.name, first.sha256});
    }
    const std::vector<std::string> ids = unique_plan_ids(id_inputs);
    for (std::size_t i = 0; i < plans.size(); ++i) plans[i].plan_id = ids[i];
    std::ranges::sort(plans, {}, &PlanGroup::plan_id);
    mark_duplicates(plans, inputs);
    mark_versions(plans);
    return plans;
}

}  // namespace planlezer
