// Which nodes of a document are toelichting: judged by headings, by how its articles read, and by its name.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>
#include <span>

#include "rules/outline/label.hpp"
#include "rules/outline/parts.hpp"

namespace planlezer {
namespace {

constexpr std::size_t words_judged = 160;       ///< of an article, from its start
constexpr std::size_t fewest_in_toelichting = 3;///< articles a regels part has, in a file whose name says toelichting
constexpr std::size_t prose_words = 150;        ///< fewer tell nothing
constexpr double prose_density = 0.012;         ///< signs of prose a word, where nothing else tells
constexpr std::size_t lid_weight = 3;           ///< "3.1" below "Artikel 3" counts as so many signs

std::span<const FlowWord> words_of(const DocumentText& text, WordSpan span) {
    return std::span<const FlowWord>(text.words).subspan(span.begin, span.size());
}

WordSpan all_words(const DocumentText& text, std::size_t begin, std::size_t end, std::size_t most) {
    WordSpan span{text.words.size(), 0};
    for (std::size_t i = begin; i < end; ++i) {
        for (const WordSpan& own : {text.nodes[i].heading, text.nodes[i].text}) {
            if (own.empty()) continue;
            span.begin = std::min(span.begin, own.begin);
            span.end = std::max(span.end, own.end);
        }
    }
    if (span.empty()) return {};
    span.end = std::min(span.end, span.begin + most);
    return span;
}

/// One past the last node below `node`.
std::size_t subtree_end(const DocumentText& text, std::size_t node) {
    std::size_t end = node + 1;
    while (end < text.nodes.size() && text.nodes[end].depth > text.nodes[node].depth) ++end;
    return end;
}

/// A heading without prose of its own, as stands before the first article: chapter, title, contents.
bool leads_in(const Node& node) {
    return node.section == SectionRole::contents || ((node.kind == NodeKind::hoofdstuk || node.kind == NodeKind::titel) && node.text.size() < 12);
}

void judge_article(const DocumentText& text, std::size_t node, std::size_t end, const Sections& sections, ArticleRun& run) {
    const WordSpan words = all_words(text, node, end, words_judged);
    run.binding += sections.count_binding(words_of(text, words));
    run.narrative += sections.count_narrative(words_of(text, words));
    const std::string start = text.nodes[node].label + ".";
    for (std::size_t i = node + 1; i < end; ++i) {
        if (text.nodes[i].kind == NodeKind::lid && text.nodes[i].label.starts_with(start)) {
            run.binding += lid_weight;
            break;
        }
    }
}

bool certain(const ArticleRun& run, DocumentRole named) {
    if (!run.rules()) return false;
    if (named != DocumentRole::toelichting) return true;
    if (run.articles < fewest_in_toelichting) return false;
    return run.from_start || run.titled || (run.binding > 2 * run.narrative && run.binding >= 2 * run.articles);
}

/// Prose about the plan, and no rules, in the nodes begin..end-1.
bool reads_as_prose(const DocumentText& text, std::size_t begin, std::size_t end, const Sections& sections) {
    const WordSpan words = all_words(text, begin, end, text.words.size());
    if (words.size() < prose_words) return false;
    const auto narrative = static_cast<double>(sections.count_narrative(words_of(text, words)));
    const auto binding = static_cast<double>(sections.count_binding(words_of(text, words)));
    return narrative > prose_density * static_cast<double>(words.size()) && narrative > 4 * binding;
}

/// Marks what stands before, between and behind the rules where it reads as prose.
void mark_prose_around(DocumentText& text, const std::vector<ArticleRun>& runs, const Sections& sections, DocumentRole named) {
    std::size_t from = 0;
    const auto mark = [&](std::size_t to) {
        if (from < to && reads_as_prose(text, from, to, sections)) {
            for (std::size_t i = from; i < to; ++i) {
                if (text.nodes[i].section == SectionRole::unknown) text.nodes[i].section = SectionRole::toelichting;
            }
        }
    };
    for (const ArticleRun& run : runs) {
        if (!certain(run, named)) continue;
        mark(run.begin);
        from = std::max(from, run.end);
    }
    mark(text.nodes.size());
}

/// Chapters of another plan in a bijlage close that bijlage: what follows the plan's own rules and a bijlage, without a
/// heading of rules between, still stands in it.
bool behind_annex(const DocumentText& text, const ArticleRun& before, const ArticleRun& run) {
    if (run.titled || !(before.annexed || (before.rules() && before.from_start && before.articles >= fewest_in_toelichting))) return false;
    return before.annexed || std::any_of(text.nodes.begin() + static_cast<std::ptrdiff_t>(before.end), text.nodes.begin() + static_cast<std::ptrdiff_t>(run.first),
                                         [](const Node& node) { return node.kind == NodeKind::bijlage && node.section != SectionRole::contents; });
}

/// Articles in a bijlage, beside rules of the plan's own, are quoted from another plan.
void mark_annexes(DocumentText& text, const std::vector<ArticleRun>& runs) {
    const bool own = std::any_of(runs.begin(), runs.end(), [](const ArticleRun& run) { return !run.annexed && run.rules(); });
    if (!own) return;
    for (const ArticleRun& run : runs) {
        if (!run.annexed) continue;
        for (std::size_t i = run.first; i < run.end; ++i) text.nodes[i].section = SectionRole::annex;
    }
}

}  // namespace

std::vector<ArticleRun> article_runs(const DocumentText& text, const Sections& sections) {
    std::vector<ArticleRun> runs;
    int last = 0;
    for (std::size_t i = 0; i < text.nodes.size(); ++i) {
        const Node& node = text.nodes[i];
        if (node.kind != NodeKind::artikel || node.section == SectionRole::contents) continue;
        const int value = number_value(node.label).value_or(last + 1);
        if (runs.empty() || value < last || (value == last && value == 1)) {
            ArticleRun run;
            run.first = run.begin = i;
            const std::size_t earliest = runs.empty() ? 0 : runs.back().end;
            while (run.begin > earliest && leads_in(text.nodes[run.begin - 1])) {
                --run.begin;
                run.titled = run.titled || sections.of_part(words_of(text, text.nodes[run.begin].heading)) == PartKind::regels;
            }
            for (std::size_t up = node.parent; up != no_parent; up = text.nodes[up].parent) run.annexed = run.annexed || text.nodes[up].kind == NodeKind::bijlage;
            run.from_start = value == 1;
            run.annexed = run.annexed || (!runs.empty() && behind_annex(text, runs.back(), run));
            runs.push_back(run);
        }
        last = value;
        ArticleRun& run = runs.back();
        ++run.articles;
        run.end = subtree_end(text, i);
        judge_article(text, i, run.end, sections, run);
    }
    return runs;
}

void mark_toelichting(DocumentText& text, const Sections& sections, DocumentRole named) {
    const std::vector<ArticleRun> runs = article_runs(text, sections);
    mark_annexes(text, runs);
    const bool has_rules = std::any_of(runs.begin(), runs.end(), [&](const ArticleRun& run) { return certain(run, named); });
    const bool has_prose_articles = std::any_of(runs.begin(), runs.end(), [](const ArticleRun& run) { return run.narrative > 0 && !run.rules(); });
    const bool named_rules = named == DocumentRole::regels || named == DocumentRole::voorschriften;
    if (has_rules) mark_prose_around(text, runs, sections, named);
    // What no heading tells: prose, where the name says so, where articles are talked about, or where it reads so.
    bool prose = named == DocumentRole::toelichting || (!named_rules && (has_prose_articles || (!has_rules && reads_as_prose(text, 0, text.nodes.size(), sections))));
    std::size_t next = 0;
    std::size_t rules_end = 0;
    for (std::size_t i = 0; i < text.nodes.size(); ++i) {
        Node& node = text.nodes[i];
        while (next < runs.size() && runs[next].begin <= i) {
            if (certain(runs[next], named)) {
                rules_end = runs[next].end;
                prose = false;
            } else if (runs[next].narrative > 0 && !runs[next].rules() && !named_rules) {
                prose = true;
            }
            ++next;
        }
        const bool in_rules = i < rules_end;
        if (!in_rules && (node.kind == NodeKind::titel || node.kind == NodeKind::hoofdstuk)) {
            const auto part = sections.of_part(words_of(text, node.heading));
            if (part == PartKind::toelichting) prose = true;
        }
        if (prose && !in_rules && node.section != SectionRole::contents) node.section = SectionRole::toelichting;
    }
}

}  // namespace planlezer
