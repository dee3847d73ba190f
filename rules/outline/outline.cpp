#include "rules/outline/outline.hpp"

#include "rules/outline/builder.hpp"
#include "rules/outline/parts.hpp"
#include "rules/outline/section_roles.hpp"

namespace planlezer {
namespace {

/// A gap or a damaged number in what binds nobody asks nothing of a planner.
void drop_idle_flags(DocumentText& text, const std::vector<std::size_t>& nodes) {
    std::vector<Flag> kept;
    for (std::size_t i = 0; i < text.flags.size(); ++i) {
        const SectionRole section = text.nodes[nodes[i]].section;
        if (section == SectionRole::toelichting || section == SectionRole::contents || section == SectionRole::annex) continue;
        kept.push_back(std::move(text.flags[i]));
    }
    text.flags = std::move(kept);
}

}  // namespace

DocumentText read_outline(const std::vector<Line>& lines, const Sections& sections, DocumentRole named) {
    const std::vector<bool> contents = contents_lines(lines, sections);
    OutlineBuilder builder(lines, contents, sections);
    DocumentText text = builder.build();
    mark_toelichting(text, sections, named);
    set_section_roles(text, sections);
    set_bestemmingen(text);
    drop_idle_flags(text, builder.flag_nodes());
    for (const int number : articles_missing(text)) {
        Flag flag;
        flag.code = FlagCode::numbering_gap;
        flag.detail = "artikel " + std::to_string(number) + " staat in de inhoudsopgave en niet in de tekst";
        text.flags.push_back(std::move(flag));
    }
    return text;
}

}  // namespace planlezer
