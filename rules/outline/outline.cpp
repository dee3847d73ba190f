#include "rules/outline/outline.hpp"

#include "rules/outline/builder.hpp"
#include "rules/outline/parts.hpp"
#include "rules/outline/section_roles.hpp"

namespace planlezer {

DocumentText read_outline(const std::vector<Line>& lines, const Sections& sections, DocumentRole named) {
    const std::vector<bool> contents = contents_lines(lines, sections);
    OutlineBuilder builder(lines, contents, sections);
    DocumentText text = builder.build();
    mark_toelichting(text, sections, named);
    set_section_roles(text, sections);
    set_bestemmingen(text);
    return text;
}

}  // namespace planlezer
