#include "rules/read_plan.hpp"

#include <algorithm>

#include "rules/assemble/assemble.hpp"
#include "rules/checks/check_norms.hpp"
#include "rules/layout/reading_order.hpp"
#include "rules/norms/find_norms.hpp"
#include "rules/outline/outline.hpp"

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

void read_document(const DocumentPages& pages, const RuleBook& book, PlanResult& result) {
    DocumentText text = read_outline(read_lines(pages.pages), book.sections);
    append({{}, std::move(text.flags)}, pages.document.file, result);
    append(find_norms(text, pages.document.role, book), pages.document.file, result);
}

}  // namespace

PlanResult read_plan(const PlanInput& input, const RuleBook& book) {
    PlanResult result = assemble_documents(input);
    for (const DocumentPages& document : input.documents) {
        if (!document.duplicate && !document.pages.empty()) read_document(document, book, result);
    }
    check_norms(result);
    return result;
}

}  // namespace planlezer
