#include "rules/assemble/assemble.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace planlezer {

namespace {

/// Notes that become a flag of the document; the others tell how a page was helped, and ask nothing of a planner.
struct NoteFlag {
    PageNote note;
    FlagCode code;
    std::string_view reason;  ///< goes before the page numbers; empty: the sentence says it
};

constexpr std::array note_flags{
    NoteFlag{PageNote::text_layer_unmapped, FlagCode::text_layer_rejected, "tekens zonder betekenis, "},
    NoteFlag{PageNote::text_layer_implausible, FlagCode::text_layer_rejected, "geen Nederlandse woorden, "},
    NoteFlag{PageNote::text_layer_displaced, FlagCode::text_layer_rejected, "de woorden staan niet op hun plaats, "},
    NoteFlag{PageNote::low_resolution, FlagCode::low_resolution, ""},
    NoteFlag{PageNote::cut_off, FlagCode::text_cut_off, ""},
    NoteFlag{PageNote::repaired_file, FlagCode::file_repaired, ""},
};

/// "3, 5-9 en 12"
std::string page_list(const std::vector<int>& pages) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < pages.size();) {
        std::size_t last = i;
        while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
        std::string part = std::to_string(pages[i]);
        if (last > i) part.append("-").append(std::to_string(pages[last]));
        parts.push_back(std::move(part));
        i = last + 1;
    }
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text += i + 1 == parts.size() ? " en " : ", ";
        text += parts[i];
    }
    return text;
}

Flag document_flag(FlagCode code, const Document& document, int page, std::string detail) {
    Provenance place;
    place.file = document.file;
    place.page = page;
    return {code, std::move(detail), {}, std::move(place)};
}

void flag_failures(const Document& document, std::vector<Flag>& flags) {
    for (const Failure& failure : document.failures) {
        const FlagCode code = failure.page == 0 ? FlagCode::document_unreadable : FlagCode::page_failed;
        std::string why = failure.message;
        if (why.ends_with('.')) why.pop_back();  // the flag's sentence has its own
        flags.push_back(document_flag(code, document, failure.page, std::move(why)));
    }
}

/// One flag a document and note, with all its pages; it points at the first of them.
void flag_notes(const DocumentPages& document, std::vector<Flag>& flags) {
    for (const NoteFlag& row : note_flags) {
        std::vector<int> pages;
        for (const TextPage& page : document.pages) {
            if (std::ranges::find(page.notes, row.note) != page.notes.end()) pages.push_back(page.number);
        }
        if (pages.empty()) continue;
        const std::string list = page_list(pages);
        const bool numbers_only = row.code == FlagCode::low_resolution;
        const std::string detail = numbers_only ? list : std::string(row.reason) + "pagina " + list;
        flags.push_back(document_flag(row.code, document.document, pages.front(), detail));
    }
}

}  // namespace

PlanResult assemble_documents(const PlanInput& input) {
    PlanResult result;
    result.plan_id = input.plan_id;
    result.imro_id = input.imro_id;
    result.name = input.plan_id;
    if (!input.newer_version.empty()) result.flags.push_back({FlagCode::superseded, input.newer_version, {}, std::nullopt});
    for (const DocumentPages& document : input.documents) {
        result.documents.push_back(document.document);
        flag_failures(document.document, result.flags);
        if (!document.duplicate_of.empty()) {
            result.flags.push_back(document_flag(FlagCode::duplicate_file, document.document, 0, document.duplicate_of));
        }
        flag_notes(document, result.flags);
    }
    return result;
}

}  // namespace planlezer
