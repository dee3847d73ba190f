#include "rules/norms/find_norms.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "rules/norms/circumstances.hpp"
#include "rules/norms/doubt.hpp"
#include "rules/norms/reading.hpp"
#include "rules/norms/subject.hpp"
#include "rules/norms/table_norms.hpp"

namespace planlezer {

namespace {

/// Parts of a plan in which a number is never a norm that governs building.
bool silent(SectionRole section) {
    return section == SectionRole::contents || section == SectionRole::definition || section == SectionRole::works_permit || section == SectionRole::annex;
}

/// A toelichting that stands beside rules, or is long, is surely one. A few pages of prose without a name or a heading
/// that says so may as well be old rules: their norms are for a person to judge.
bool surely_toelichting(const DocumentText& text) {
    constexpr std::size_t few_pages = 2500;  // words
    return text.words.size() > few_pages || std::ranges::any_of(text.nodes, [](const Node& node) {
               return node.section == SectionRole::rule || node.section == SectionRole::description || node.section == SectionRole::deviation;
           });
}

NormRole role_of(SectionRole section) {
    switch (section) {
        case SectionRole::deviation: return NormRole::deviation;
        case SectionRole::change_power: return NormRole::change_power;
        case SectionRole::further_requirement: return NormRole::further_requirement;
        case SectionRole::transition: return NormRole::transition;
        case SectionRole::definition: return NormRole::definition;
        default: return NormRole::rule;
    }
}

/// The sentence around a token, within the clause's own words.
Phrase sentence_around(const Clause& clause, std::size_t token) {
    Phrase sentence{token, token};
    while (sentence.begin > clause.own && !clause.tokens[sentence.begin - 1].sentence_end) --sentence.begin;
    while (sentence.end < clause.tokens.size() && !clause.tokens[sentence.end].sentence_end) ++sentence.end;
    return sentence;
}

/// The sentence itself may say that it is a power to deviate, whatever the heading says.
NormRole role_in_sentence(const Clause& clause, const Phrase& sentence, NormRole role) {
    if (role != NormRole::rule) return role;
    for (const Tag& tag : clause.tags) {
        const bool here = tag.begin < clause.own || (tag.begin >= sentence.begin && tag.begin < sentence.end);
        if (!here) continue;
        if (tag.name == "rol-afwijking") return NormRole::deviation;
        if (tag.name == "rol-wijziging") return NormRole::change_power;
        if (tag.name == "rol-nadere-eis") return NormRole::further_requirement;
    }
    return role;
}

Unit unit_of(const Reading& reading) {
    if (reading.part.unit_stated) return reading.part.quantity.unit;
    return reading.norm->units.front();
}

bool has_number(const Reading& reading) {
    return reading.source == ValueSource::text && !reading.undetermined && !reading.blank && reading.part.end > reading.part.begin;
}

class NormFinder {
  public:
    NormFinder(const DocumentText& text, const RuleBook& book) : text_(text), book_(book), tagger_(book), subjects_(text, tagger_) {}

    FoundNorms all() {
        const bool toelichting_is_silent = surely_toelichting(text_);
        for (std::size_t node = 0; node < text_.nodes.size(); ++node) {
            const SectionRole section = text_.nodes[node].section;
            if (silent(section) || (section == SectionRole::toelichting && toelichting_is_silent)) continue;
            if (text_.nodes[node].table != no_parent) {
                for (const CellReading& cell : read_cells(text_, node, tagger_)) read_cell(cell);
            } else if (!text_.nodes[node].text.empty()) {
                read_node(node);
            }
        }
        return std::move(found_);
    }

  private:
    void read_node(std::size_t node) {
        Clause clause = make_clause(text_, node);
        tagger_.tag(clause);
        const std::vector<Reading> readings = read_values(clause, book_);
        Earlier earlier;
        for (std::size_t i = 0; i < readings.size(); ++i) {
            Subject subject = subjects_.find(clause, readings[i], earlier);
            if (over_a_gap(clause, subject)) subject = {};
            if (!subject.text.empty()) earlier.subject = subject;
            earlier.value_end = readings[i].value_end;
            add(clause, readings, i, subject);
        }
    }

    /// Where numbers are missing a page may be: what stands on the page behind the gap cannot lean on the page before it.
    [[nodiscard]] bool over_a_gap(const Clause& clause, const Subject& subject) const {
        const int page = text_.nodes[clause.node].page;
        return subject.distance > 0 && subject.page < page && std::ranges::any_of(text_.flags, [&](const Flag& flag) {
            return flag.code == FlagCode::numbering_gap && flag.provenance && flag.provenance->page == page;
        });
    }

    void read_cell(const CellReading& cell) {
        const std::vector<Reading> readings = read_values(cell.clause, book_);
        for (std::size_t i = 0; i < readings.size(); ++i) {
            Subject subject;
            subject.text = cell.subject;
            subject.sound = cell.sound;
            if (subject.text.empty()) subject = subjects_.find(cell.clause, readings[i], {});
            const std::size_t before = found_.norms.size();
            add(cell.clause, readings, i, subject);
            if (found_.norms.size() > before) complete(cell, before);
        }
    }

    /// What the table adds to a norm read in one of its cells.
    void complete(const CellReading& cell, std::size_t index) {
        NormStatement& norm = found_.norms[index];
        if (!cell.condition.empty()) norm.condition = cell.condition + (norm.condition.empty() ? "" : "; " + norm.condition);
        if (norm.value_source == ValueSource::text) norm.value_source = ValueSource::table;
        const Node& node = text_.nodes[cell.clause.node];
        if (cell.heads && !text_.tables[node.table].understood) {
            put_flag(FlagCode::table_head_unclear, words_of(cell.clause, 0, cell.clause.own), norm, index, found_.flags);
        }
        if (!cell.doubt.empty()) put_flag(FlagCode::phrase_weak, cell.doubt, norm, index, found_.flags);
        settle_status(norm);
    }

    void add(const Clause& clause, const std::vector<Reading>& readings, std::size_t which, const Subject& subject) {
        const Reading& reading = readings[which];
        const Node& node = text_.nodes[clause.node];
        NormStatement norm;
        norm.kind = reading.comparator == Comparator::at_least ? reading.norm->minimum : reading.norm->maximum;
        if (norm.kind.empty()) return;  // the book knows no such norm ("minimum inhoud")
        const Phrase sentence = sentence_around(clause, reading.value_begin);
        norm.comparator = reading.comparator;
        norm.unit = unit_of(reading);
        norm.value_source = reading.source;
        if (has_number(reading)) norm.value = reading.part.quantity.value;
        if (reading.source == ValueSource::formula) norm.formula = words_of(clause, reading.value_begin, reading.value_end);
        norm.role = role_in_sentence(clause, sentence, role_of(node.section));
        norm.bestemming = node.bestemming;
        norm.subject = subject.text;
        if (!subject.inherited.empty()) norm.inherited.push_back("onderwerp " + subject.inherited);
        const Circumstances around = circumstances_of(clause, readings, which);
        norm.condition = around.condition;
        norm.exceptions = around.exceptions;
        norm.aanduiding = around.aanduiding;
        norm.location = around.location == LocationKind::unknown && !node.bestemming.empty() ? LocationKind::bestemmingsvlak : around.location;
        norm.article = node.number;
        norm.article_id = node.id;
        norm.provenance = text_.place({clause.tokens[sentence.begin].word, clause.tokens[sentence.end - 1].word + 1});
        const NormRule& owner = reading.sentence_owner != nullptr ? *reading.sentence_owner : *reading.norm;
        norm.provenance.rule = owner.name + "@" + std::to_string(owner.version) + "/" + reading.sentence->id;
        if (reading.begin < clause.own) norm.inherited.push_back("aanhef: " + words_of(clause, reading.begin, clause.own));
        weigh(text_, clause, reading, subject, norm, found_);
        found_.norms.push_back(std::move(norm));
    }

    const DocumentText& text_;
    const RuleBook& book_;
    Tagger tagger_;
    SubjectFinder subjects_;
    FoundNorms found_;
};

}  // namespace

FoundNorms find_norms(const DocumentText& text, DocumentRole role, const RuleBook& book) {
    if (role == DocumentRole::toelichting) return {};
    return NormFinder(text, book).all();
}

}  // namespace planlezer
