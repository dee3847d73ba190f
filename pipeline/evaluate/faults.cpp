#include <algorithm>
#include <ostream>
#include <sstream>

#include "pipeline/evaluate/report.hpp"
#include "pipeline/evaluate/words.hpp"

namespace planlezer::evaluate {

namespace {

/// "maximum bouwhoogte 10,5 m (text, rule)".
std::string told(const std::string& kind, const std::optional<Decimal>& value, Unit unit, ValueSource source, NormRole role) {
    std::ostringstream text;
    text << kind << ' ' << (value ? value->text_nl() : "-");
    if (unit != Unit::none) text << ' ' << unit_text(unit);
    text << " (" << value_source_text(source) << ", " << norm_role_text(role) << ')';
    return text.str();
}

std::string told(const GoldNorm& gold) { return told(gold.kind, gold.value, gold.unit, gold.value_source, gold.role); }

std::string told(const Trial& trial, std::size_t n) {
    const NormStatement& norm = trial.norms[n];
    std::ostringstream text;
    text << trial.norm_ids[n] << ' ' << told(norm.kind, norm.value, norm.unit, norm.value_source, norm.role) << ' '
         << norm_status_text(norm.status);
    for (const FlagCode code : norm.flags) text << ' ' << flag_row(code).name;
    return text.str();
}

void print_head(std::ostream& out, std::string_view fault, const Trial& trial) {
    out << '\n' << fault << ' ' << trial.gold->name;
    if (!trial.variant.empty()) out << " [" << trial.variant << ']';
    out << '\n';
}

void print_line(std::ostream& out, std::string_view name, const std::string& text) {
    if (!text.empty()) out << "  " << name << std::string(name.size() < 12 ? 12 - name.size() : 1, ' ') << text << '\n';
}

void print_gold(std::ostream& out, const GoldNorm& gold) {
    print_line(out, "goud", told(gold));
    print_line(out, "onderwerp", gold.subject);
    print_line(out, "voorwaarde", gold.condition);
    print_line(out, "artikel", gold.article);
    print_line(out, "citaat", gold.quote);
}

void print_norm(std::ostream& out, const Trial& trial, std::size_t n) {
    const NormStatement& norm = trial.norms[n];
    print_line(out, "norm", told(trial, n));
    print_line(out, "onderwerp", norm.subject);
    print_line(out, "voorwaarde", norm.condition);
    print_line(out, "artikel", norm.article);
    print_line(out, "citaat", norm.provenance.quote);
    print_line(out, "regel", norm.provenance.rule);
}

/// Emitted norms out of about the same words: what the program made of them.
void print_same_words(std::ostream& out, const Trial& trial, const Matches& matches, const std::string& quote) {
    const WordSet words = content_words(quote);
    int shown = 0;
    for (std::size_t n = 0; n < trial.norms.size() && shown < 4; ++n) {
        if (!same_place(words, content_words(trial.norms[n].provenance.quote))) continue;
        print_line(out, "gelezen", told(trial, n) + (matches.gold_of_norm[n] ? ", hoort bij ander goud" : ""));
        ++shown;
    }
}

void print_misses(std::ostream& out, const Trial& trial, const Matches& matches) {
    for (std::size_t g = 0; g < trial.gold->norms.size(); ++g) {
        const GoldNorm& gold = trial.gold->norms[g];
        if (matches.norm_of_gold[g] || gold.kind == kind_other) continue;
        print_head(out, value_in_words(gold) ? "GEMIST" : "GEMIST (waarde elders)", trial);
        print_gold(out, gold);
        if (!found_or_flagged(trial, matches, g)) print_line(out, "vlag", "geen: er wijst niets op");
        print_same_words(out, trial, matches, gold.quote);
    }
}

void print_errors(std::ostream& out, const Trial& trial, const Matches& matches) {
    for (std::size_t n = 0; n < trial.norms.size(); ++n) {
        if (!accepted_wrongly(trial, matches, n)) continue;
        print_head(out, unflagged_error(trial, matches, n) ? "FOUT ZONDER VLAG" : "FOUT ZONDER VLAG (geen bouwregel)", trial);
        print_norm(out, trial, n);
        const WordSet words = content_words(trial.norms[n].provenance.quote);
        for (const GoldDecoy& decoy : trial.gold->decoys) {
            if (same_place(content_words(decoy.quote), words)) print_line(out, "schijnnorm", decoy.quote + " (" + decoy.reason + ")");
        }
        if (matches.gold_of_norm[n]) {
            print_line(out, "goud", told(trial.gold->norms[*matches.gold_of_norm[n]]));
            continue;
        }
        for (const GoldNorm& gold : trial.gold->norms) {
            if (same_place(content_words(gold.quote), words)) print_line(out, "goud daar", told(gold));
        }
    }
}

void print_differences(std::ostream& out, const Trial& trial, const Matches& matches) {
    for (std::size_t g = 0; g < trial.gold->norms.size(); ++g) {
        const GoldNorm& gold = trial.gold->norms[g];
        if (!matches.norm_of_gold[g] || !value_in_words(gold) || gold.kind == kind_other) continue;
        const NormStatement& norm = trial.norms[*matches.norm_of_gold[g]];
        std::string wrong;
        if (gold.subject_visible && !gold.subject.empty() && !same_subject(gold.subject, norm.subject)) wrong += " ONDERWERP";
        if (gold.role != norm.role) wrong += " ROL";
        if (gold.unit != norm.unit) wrong += " EENHEID";
        if (wrong.empty()) continue;
        print_head(out, wrong.substr(1) + " ANDERS", trial);
        print_gold(out, gold);
        print_norm(out, trial, *matches.norm_of_gold[g]);
        for (const std::string& from : norm.inherited) print_line(out, "overgenomen", from);
    }
}

std::string choice_text(const FlagChoice& choice) {
    std::ostringstream text;
    for (const FlagCode code : choice) text << (text.tellp() > 0 ? " of " : "") << flag_row(code).name;
    return text.str();
}

void print_flags(std::ostream& out, const Trial& trial, const Matches& matches) {
    for (const FlagChoice& choice : trial.gold->expected_flags) {
        if (raised(trial, choice)) continue;
        print_head(out, "VLAG ONTBREEKT", trial);
        print_line(out, "vlag", choice_text(choice));
    }
    for (std::size_t g = 0; g < trial.gold->norms.size(); ++g) {
        for (const FlagChoice& choice : trial.gold->norms[g].flags) {
            const auto norm = matches.norm_of_gold[g];
            if (norm && carries(trial, *norm, choice)) continue;
            print_head(out, "VLAG ONTBREEKT", trial);
            print_line(out, "vlag", choice_text(choice));
            print_gold(out, trial.gold->norms[g]);
            if (norm) print_norm(out, trial, *norm);
        }
    }
}

}  // namespace

void print_faults(std::ostream& out, const std::vector<Trial>& trials, const std::vector<Matches>& matches) {
    for (const auto& print : {print_errors, print_misses, print_differences, print_flags}) {
        for (std::size_t u = 0; u < trials.size(); ++u) {
            if (trials[u].gold->style != toelichting_style) print(out, trials[u], matches[u]);
        }
    }
    for (std::size_t u = 0; u < trials.size(); ++u) {
        if (trials[u].gold->style == toelichting_style) print_errors(out, trials[u], matches[u]);
    }
}

}  // namespace planlezer::evaluate
