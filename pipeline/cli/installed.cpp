#include "pipeline/cli/installed.hpp"

#include <initializer_list>

#include "pipeline/cli/command.hpp"

namespace planlezer {

namespace fs = std::filesystem;

namespace {

fs::path program_folder() {
    std::error_code error;
    return fs::read_symlink("/proc/self/exe", error).parent_path();
}

std::optional<fs::path> first_of(std::initializer_list<fs::path> places) {
    for (const fs::path& place : places) {
        std::error_code error;
        if (fs::exists(place, error)) return fs::weakly_canonical(place, error);
    }
    return std::nullopt;
}

}  // namespace

fs::path installed_rule_book() {
    // The build tree first: a program that was just built is to use the book beside its source.
    const auto place = first_of({program_folder() / PLANLEZER_BUILD_BOOK, program_folder() / "../share/planlezer/book"});
    if (!place) throw UsageError("Het regelboek van planlezer is niet te vinden.", "Installeer planlezer opnieuw.");
    return *place;
}

fs::path installed_profile() {
    const auto place = first_of({program_folder() / PLANLEZER_BUILD_PROFILE, program_folder() / "../share/planlezer/profile"});
    if (!place) throw UsageError("Het profiel van aanleveringen is niet te vinden.", "Installeer planlezer opnieuw.");
    return *place;
}

fs::path installed_worker() {
    const fs::path folder = program_folder();
    const auto place = first_of({folder / "planlezer-worker", folder / "../libexec/planlezer/planlezer-worker"});
    if (!place) throw UsageError("Het leesprogramma planlezer-worker is niet te vinden.", "Installeer planlezer opnieuw.");
    return *place;
}

}  // namespace planlezer
