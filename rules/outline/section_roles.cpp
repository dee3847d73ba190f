#include "rules/outline/section_roles.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace planlezer {
namespace {

std::span<const FlowWord> words_of(const DocumentText& text, WordSpan span) {
    return std::span<const FlowWord>(text.words).subspan(span.begin, span.size());
}

constexpr std::size_t longest_plain_heading = 16;  ///< words

bool ends_sentence(const DocumentText& text, WordSpan span) {
    const std::string& last = text.words[span.end - 1].text;
    return last.ends_with('.') || last.ends_with(':') || last.ends_with(';') || last.ends_with(',');
}

/// Roles that a sentence inside cannot change: what is not binding stays so.
bool lasting(SectionRole role) {
    return role == SectionRole::toelichting || role == SectionRole::contents || role == SectionRole::definition ||
           role == SectionRole::transition;
}

bool is_article(const Node& node) { return node.kind == NodeKind::artikel; }

/// The name of an article without the signs around it: "– Wonen - 1", "'Wonen'", "Wonen." become "Wonen - 1", "Wonen".
std::string bestemming_name(const DocumentText& text, const Node& article) {
    WordSpan span = article.heading;
    while (!span.empty() && folded(text.words[span.begin].text).empty()) ++span.begin;
    while (!span.empty() && folded(text.words[span.end - 1].text).empty()) --span.end;
    std::string name = text.text(span);
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view sign : {".", ":", ";", ",", "\"", "'", "“", "”", "‘", "’"}) {
            if (name.starts_with(sign)) {
                name.erase(0, sign.size());
                again = true;
            }
            if (name.ends_with(sign)) {
                name.resize(name.size() - sign.size());
                again = true;
            }
        }
    }
    return name;
}

}  // namespace

void set_section_roles(DocumentText& text, const Sections& sections) {
    for (Node& node : text.nodes) {
        const SectionRole above = node.parent == no_parent ? SectionRole::unknown : text.nodes[node.parent].section;
        if (node.section != SectionRole::unknown) continue;
        node.section = above;
        if (above == SectionRole::toelichting || above == SectionRole::contents) continue;
        if (!node.heading.empty()) {
            if (const auto told = sections.of_heading(words_of(text, node.heading))) {
                node.section = *told;
                continue;
            }
        }
        // A heading that was taken for text, as it runs over its line.
        if (node.kind == NodeKind::lid && node.heading.empty() && node.text.size() <= longest_plain_heading) {
            if (const auto told = sections.of_heading(words_of(text, node.text)); told && !ends_sentence(text, node.text)) {
                node.section = *told;
                continue;
            }
        }
        if (lasting(node.section) || node.kind == NodeKind::tabel) continue;
        if (const auto told = sections.of_clause(words_of(text, node.text))) {
            // A description or definition is told by a sentence only where no heading above says what this is.
            const bool weak = *told == SectionRole::description || *told == SectionRole::definition;
            if (!weak || above == SectionRole::unknown) node.section = *told;
        }
    }
}

void set_bestemmingen(DocumentText& text) {
    const std::size_t count = text.nodes.size();
    std::vector<bool> describes(count, false);
    // Whether some part of an article says what its gronden are meant for; children stand behind their parents.
    for (std::size_t i = count; i-- > 0;) {
        const Node& node = text.nodes[i];
        if (node.section == SectionRole::description) describes[i] = true;
        if (describes[i] && node.parent != no_parent && !is_article(node)) describes[node.parent] = true;
    }
    for (std::size_t i = 0; i < count; ++i) {
        Node& node = text.nodes[i];
        if (is_article(node)) {
            bool in_chapter = false;
            for (std::size_t up = node.parent; up != no_parent; up = text.nodes[up].parent) {
                const Node& chapter = text.nodes[up];
                if (chapter.kind != NodeKind::hoofdstuk && chapter.kind != NodeKind::titel) continue;
                for (const FlowWord& word : words_of(text, chapter.heading)) {
                    const std::string plain = folded(word.text);
                    if (plain.starts_with("bestemmingsregel") || plain.starts_with("bestemmingsbepaling") || plain.starts_with("bestemmingsvoorschrift") ||
                        plain == "bestemmingen" || plain == "bijzondere-bestemmingen")
                        in_chapter = true;
                }
            }
            const bool own_role = node.section == SectionRole::definition || node.section == SectionRole::transition ||
                                  node.section == SectionRole::contents || node.section == SectionRole::toelichting ||
                                  node.section == SectionRole::deviation || node.section == SectionRole::annex;
            if ((in_chapter || describes[i]) && !own_role) node.bestemming = bestemming_name(text, node);
        } else if (node.parent != no_parent) {
            node.bestemming = text.nodes[node.parent].bestemming;
        }
    }
}

}  // namespace planlezer
