#include "pipeline/evaluate/score.hpp"

#include <algorithm>
#include <stdexcept>

#include "pipeline/evaluate/words.hpp"

namespace planlezer::evaluate {

namespace {

/// "svbp/digital" belongs to "svbp/digital", "svbp" and "digital".
std::vector<std::string> variant_keys(const std::string& variant) {
    std::vector<std::string> keys;
    if (variant.empty()) return keys;
    keys.push_back(variant);
    if (variant.find('/') == std::string::npos) return keys;
    for (std::size_t begin = 0; begin <= variant.size();) {
        const std::size_t end = std::min(variant.find('/', begin), variant.size());
        keys.push_back(variant.substr(begin, end - begin));
        begin = end + 1;
    }
    return keys;
}

/// The figures of all groups to which a norm of these properties belongs.
class Groups {
  public:
    Groups(Score& score, const Trial& trial) : score_(score), trial_(trial) {}

    template <typename Change>
    void change(NormRole role, const std::string& kind, ValueSource source, const Change& apply) {
        if (trial_.gold->style == toelichting_style) {
            if (role == NormRole::rule) apply(score_.toelichting);
            return;
        }
        apply(at(Split::role, std::string(norm_role_text(role))));
        if (role != NormRole::rule) return;
        apply(at(Split::whole, ""));
        apply(at(Split::kind, kind_class(kind)));
        apply(at(Split::style, trial_.gold->style));
        apply(at(Split::source, std::string(value_source_text(source))));
        if (is_height(kind)) apply(at(Split::heights, ""));
        for (const std::string& variant : variant_keys(trial_.variant)) {
            apply(at(Split::variant, variant));
            if (is_height(kind)) apply(at(Split::heights, variant));
        }
    }

  private:
    Figures& at(Split split, const std::string& key) { return score_.rules[static_cast<std::size_t>(split)][key]; }

    Score& score_;
    const Trial& trial_;
};

void count_found(Figures& figures, const GoldNorm& gold, const NormStatement* norm) {
    figures.recall.add(norm != nullptr);
    const bool accepted = norm != nullptr && norm->status == NormStatus::accepted;
    figures.coverage.add(accepted);
    if (gold.subject_visible) figures.coverage_visible.add(accepted);
    if (norm == nullptr) return;
    figures.role.add(norm->role == gold.role);
    figures.unit.add(norm->unit == gold.unit);
    if (!gold.subject_visible || gold.subject.empty()) return;
    const bool right = same_subject(gold.subject, norm->subject);
    figures.subject.add(right);
    if (accepted) figures.accepted_subject.add(right);
}

void count_elsewhere(Elsewhere& elsewhere, const GoldNorm& gold, bool found) {
    if (gold.role != NormRole::rule) return;
    switch (gold.value_source) {
        case ValueSource::map:
        case ValueSource::imro: elsewhere.map.add(found); break;
        case ValueSource::existing: elsewhere.existing.add(found); break;
        case ValueSource::formula: elsewhere.formula.add(found); break;
        case ValueSource::text:
        case ValueSource::table: elsewhere.without_value.add(found); break;
    }
}

void count_gold(Score& total, Groups& groups, const Trial& trial, const Matches& matches) {
    for (std::size_t g = 0; g < trial.gold->norms.size(); ++g) {
        const GoldNorm& gold = trial.gold->norms[g];
        if (gold.kind == kind_other) continue;
        const auto found = matches.norm_of_gold[g];
        const NormStatement* const norm = found ? &trial.norms[*found] : nullptr;
        if (value_in_words(gold)) {
            groups.change(gold.role, gold.kind, gold.value_source,
                          [&](Figures& figures) { count_found(figures, gold, norm); });
            if (norm != nullptr && trial.gold->style != toelichting_style) total.role.add(norm->role == gold.role);
        } else if (trial.gold->style != toelichting_style) {
            count_elsewhere(total.elsewhere, gold, norm != nullptr);
        }
    }
}

void count_accepted(Score& total, Groups& groups, const Trial& trial, const Matches& matches) {
    for (std::size_t n = 0; n < trial.norms.size(); ++n) {
        const NormStatement& norm = trial.norms[n];
        if (norm.status != NormStatus::accepted) continue;
        const auto gold = matches.gold_of_norm[n];
        if (gold && trial.gold->norms[*gold].kind == kind_other) {
            ++total.answered_other;
            continue;
        }
        const bool right = gold && trial.gold->norms[*gold].role == norm.role;
        groups.change(norm.role, norm.kind, norm.value_source, [right](Figures& figures) {
            figures.precision.add(right);
            figures.unflagged.add(!right);
        });
        if (trial.gold->style == toelichting_style && norm.role == NormRole::rule) ++total.toelichting_rules;
    }
}

/// What each flag costs: norms it sent to a person, and how many of these were right.
void count_reviews(Score& total, const Trial& trial, const Matches& matches) {
    for (std::size_t n = 0; n < trial.norms.size(); ++n) {
        const NormStatement& norm = trial.norms[n];
        if (norm.status != NormStatus::review || norm.role != NormRole::rule || !value_in_words(norm)) continue;
        const auto gold = matches.gold_of_norm[n];
        const bool right = gold && trial.gold->norms[*gold].kind != kind_other && trial.gold->norms[*gold].role == norm.role;
        for (const FlagCode code : norm.flags) total.reviews[std::string(flag_row(code).name)].add(right);
        if (norm.flags.empty()) total.reviews["geen vlag, alleen zekerheid"].add(right);
    }
}

void count_flags(Score& total, const Trial& trial, const Matches& matches) {
    for (const FlagChoice& choice : trial.gold->expected_flags) total.expected_flags.add(raised(trial, choice));
    for (std::size_t g = 0; g < trial.gold->norms.size(); ++g) {
        const GoldNorm& gold = trial.gold->norms[g];
        const auto norm = matches.norm_of_gold[g];
        for (const FlagChoice& choice : gold.flags) total.expected_flags.add(norm && carries(trial, *norm, choice));
        if (gold.kind != kind_other) total.found_or_flagged.add(found_or_flagged(trial, matches, g));
    }
}

/// Says that something on its page was not read as it stands there.
bool about_unread(FlagCode code) {
    using enum FlagCode;
    return code == table_head_unclear || code == numbering_gap || code == page_failed || code == low_resolution ||
           code == text_cut_off || code == document_unreadable || code == not_yet_determined;
}

/// A decoy was taken when an unflagged error was read out of its words.
bool decoy_taken(const Trial& trial, const Matches& matches, const GoldDecoy& decoy) {
    const WordSet words = content_words(decoy.quote);
    for (std::size_t n = 0; n < trial.norms.size(); ++n) {
        if (unflagged_error(trial, matches, n) && same_place(words, content_words(trial.norms[n].provenance.quote))) return true;
    }
    return false;
}

}  // namespace

std::string_view split_title(Split split) {
    switch (split) {
        case Split::whole: return "alles";
        case Split::heights: return "hoogten";
        case Split::kind: return "per soort";
        case Split::role: return "per rol";
        case Split::style: return "per stijl";
        case Split::source: return "per bron";
        case Split::variant: return "per vorm";
    }
    throw std::logic_error("split without a title");
}

bool found_or_flagged(const Trial& trial, const Matches& matches, std::size_t gold) {
    if (matches.norm_of_gold[gold]) return true;
    const GoldNorm& wanted = trial.gold->norms[gold];
    const WordSet words = content_words(wanted.quote);
    const auto same_words = [&words](const std::string& quote) { return same_place(words, content_words(quote)); };
    const bool in_review = std::ranges::any_of(trial.norms, [&](const NormStatement& norm) {
        return norm.status == NormStatus::review && kind_class(norm.kind) == kind_class(wanted.kind) && same_words(norm.provenance.quote);
    });
    return in_review || std::ranges::any_of(trial.flags, [&](const Flag& flag) {
        if (flag_row(flag.code).severity == Severity::info || !flag.provenance) return false;
        return same_words(flag.provenance->quote) || (about_unread(flag.code) && wanted.page > 0 && flag.provenance->page == wanted.page);
    });
}

bool carries(const Trial& trial, std::size_t norm, const FlagChoice& choice) {
    return std::ranges::any_of(choice, [&](FlagCode code) {
        const auto points = [&](const Flag& flag) {
            return flag.code == code && std::ranges::find(flag.norms, trial.norm_indices[norm]) != flag.norms.end();
        };
        return std::ranges::find(trial.norms[norm].flags, code) != trial.norms[norm].flags.end() || std::ranges::any_of(trial.flags, points);
    });
}

bool raised(const Trial& trial, const FlagChoice& choice) {
    return std::ranges::any_of(choice, [&trial](FlagCode code) {
        const auto carried = [code](const NormStatement& norm) { return std::ranges::find(norm.flags, code) != norm.flags.end(); };
        return std::ranges::find(trial.flags, code, &Flag::code) != trial.flags.end() || std::ranges::any_of(trial.norms, carried);
    });
}

bool accepted_wrongly(const Trial& trial, const Matches& matches, std::size_t norm) {
    const NormStatement& emitted = trial.norms[norm];
    if (emitted.status != NormStatus::accepted) return false;
    const auto gold = matches.gold_of_norm[norm];
    if (!gold) return true;
    return trial.gold->norms[*gold].kind != kind_other && trial.gold->norms[*gold].role != emitted.role;
}

bool unflagged_error(const Trial& trial, const Matches& matches, std::size_t norm) {
    return trial.norms[norm].role == NormRole::rule && accepted_wrongly(trial, matches, norm);
}

Score score(const std::vector<Trial>& trials, const std::vector<Matches>& matches) {
    Score total;
    total.rules[static_cast<std::size_t>(Split::whole)][""] = {};
    for (std::size_t u = 0; u < trials.size(); ++u) {
        const Trial& trial = trials[u];
        ++total.files;
        if (!trial.present) total.absent.push_back(trial.gold->name + (trial.variant.empty() ? "" : " (" + trial.variant + ")"));
        Groups groups(total, trial);
        count_gold(total, groups, trial, matches[u]);
        count_accepted(total, groups, trial, matches[u]);
        if (trial.gold->style != toelichting_style) {
            count_reviews(total, trial, matches[u]);
            count_flags(total, trial, matches[u]);
        }
        for (const GoldDecoy& decoy : trial.gold->decoys) total.decoys.add(decoy_taken(trial, matches[u], decoy));
    }
    return total;
}

}  // namespace planlezer::evaluate
