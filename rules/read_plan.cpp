#include "rules/read_plan.hpp"

#include <algorithm>

#include "rules/assemble/articles.hpp"
#include "rules/assemble/assemble.hpp"
#include "rules/checks/check_norms.hpp"
#include "rules/layout/reading_order.hpp"
#include "rules/layout/running_heads.hpp"
#include "rules/map/join/join_maps.hpp"
#include "rules/map/read_maps.hpp"
#include "rules/norms/find_norms.hpp"
#include "rules/outline/outline.hpp"
#include "rules/roles/document_nature.hpp"

namespace planlezer {

namespace {

/// Names the document in everything found in it, and appends it to the plan.
void append(FoundNorms found, const std::string& file, PlanResult& result) {
    const std::size_t before = result.norms.size();
    for (NormStatement& norm : found.norms) {
        norm.provenance.file = file;
        result.norms.push_back(std::move(norm));
    }
    for (Flag& flag : found.flags) {
        for (std::size_t& norm : flag.norms) norm += before;
        if (flag.provenance) flag.provenance->file = file;
        result.flags.push_back(std::move(flag));
    }
}

void flag_document(FlagCode code, std::string detail, const Document& document, PlanResult& result) {
    Provenance place;
    place.file = document.file;
    place.page = 1;
    result.flags.push_back({code, std::move(detail), {}, std::move(place)});
}

/// Rules are looked for in everything but a toelichting and a map; finding none there is itself a finding.
bool should_hold_norms(DocumentRole role) { return role == DocumentRole::regels || role == DocumentRole::voorschriften || role == DocumentRole::other; }

/// The norms of a draft or of a text in another language are for a person, each of them.
void distrust(FoundNorms& found, FlagCode code) {
    for (NormStatement& norm : found.norms) {
        norm.flags.insert(std::ranges::upper_bound(norm.flags, code), code);
        norm.status = NormStatus::review;
    }
}

/// Layout is done on upright pages; what is published points at pages as displayed.
void turn_back(DocumentText& text, const std::vector<TextPage>& pages) {
    const auto turn = [&pages](int number, std::vector<Box>& boxes) {
        const auto page = std::ranges::find(pages, number, &TextPage::number);
        if (page == pages.end() || page->turns == 0) return;
        for (Box& box : boxes) box = as_displayed(box, *page);
    };
    for (FlowWord& word : text.words) turn(word.page, word.boxes);
    for (Flag& flag : text.flags) {
        if (flag.provenance) turn(flag.provenance->page, flag.provenance->boxes);
    }
}

void read_document(const DocumentPages& pages, const RuleBook& book, Document& document, PlanResult& result) {
    const std::vector<Line> lines = read_lines(pages.pages);
    DocumentText text = read_outline(lines, book.sections, name_role(document.file));
    const DocumentNature nature = judge_document(document.file, lines, text, book.sections);
    turn_back(text, pages.pages);
    document.role = nature.role;
    if (!nature.plan_name.empty() && (result.name.empty() || result.name == result.plan_id)) result.name = nature.plan_name;
    append_articles(text, document.file, result.articles);
    for (const PageGap& gap : page_gaps(pages.pages)) {
        Provenance place;
        place.page = gap.page;
        text.flags.push_back({FlagCode::numbering_gap, "na bladzijde " + std::to_string(gap.before) + " volgt bladzijde " + std::to_string(gap.after), {}, std::move(place)});
    }
    append({{}, text.flags}, document.file, result);
    // Only a name makes a short text surely a toelichting; prose alone may be old rules.
    const bool prose_only = nature.role == DocumentRole::toelichting && name_role(document.file) != DocumentRole::toelichting;
    FoundNorms found = find_norms(text, prose_only ? DocumentRole::other : nature.role, book);
    if (found.norms.empty() && should_hold_norms(nature.role)) flag_document(FlagCode::nothing_found, {}, document, result);
    if (nature.draft) {
        flag_document(FlagCode::draft_document, nature.draft_sign, document, result);
        distrust(found, FlagCode::draft_document);
    }
    if (!nature.dutch) {
        flag_document(FlagCode::language_not_dutch, {}, document, result);
        distrust(found, FlagCode::language_not_dutch);
    }
    append(std::move(found), document.file, result);
}

/// An IMRO GML, an image that is a sheet, a PDF of sheets alone: a document with pages of text too tells its own role.
bool holds_map(const DocumentPages& document) { return document.imro.has_value() || (!document.sheets.empty() && document.pages.empty()); }

/// Nothing was read and nothing says why: a plan of a geleideformulier alone, or of a GML without values.
bool is_silent(const PlanResult& result) {
    const bool failed = std::ranges::any_of(result.documents, [](const Document& document) { return !document.failures.empty(); });
    return result.norms.empty() && result.flags.empty() && !failed && !result.documents.empty();
}

}  // namespace

PlanResult read_plan(const PlanInput& input, const RuleBook& book) {
    PlanResult result = assemble_documents(input);
    for (std::size_t i = 0; i < input.documents.size(); ++i) {
        if (holds_map(input.documents[i])) result.documents[i].role = DocumentRole::verbeelding;
    }
    for (std::size_t i = 0; i < input.documents.size(); ++i) {
        const DocumentPages& document = input.documents[i];
        if (!document.duplicate && !document.pages.empty()) read_document(document, book, result.documents[i], result);
    }
    join_maps(read_maps(input, book), book.map, result);
    if (is_silent(result)) flag_document(FlagCode::nothing_found, {}, result.documents.front(), result);
    check_norms(result);
    return result;
}

}  // namespace planlezer
