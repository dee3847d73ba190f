#include "pipeline/run/results.hpp"

#include <set>

#include "pipeline/store/output_error.hpp"
#include "pipeline/worker_pool/failure_text.hpp"

namespace planlezer {

namespace {

/// What can always be written of a plan whose result cannot: its documents, each as failed.
PlanOutcome unwritable(PlanOutcome outcome, const std::string& why) {
    PlanResult bare;
    bare.plan_id = outcome.result->plan_id;
    bare.imro_id = outcome.result->imro_id;
    bare.name = bare.plan_id;
    bare.documents = outcome.result->documents;
    for (Document& document : bare.documents) document.failures = {failure_of_bug(why)};
    outcome.result = std::move(bare);
    outcome.internal_error = why;
    return outcome;
}

}  // namespace

bool Results::add(PlanOutcome outcome) {
    ++seen_;
    try {
        if (outcome.result) {
            try {
                output_.add(*outcome.result);
            } catch (const OutputError&) {
                throw;
            } catch (const std::exception& error) {
                outcome = unwritable(std::move(outcome), error.what());
                output_.add(*outcome.result);
            }
        }
        recorder_.add(outcome);
    } catch (const OutputError& error) {
        recorder_.output_failed(error.what());
        return false;
    }
    if (outcome.result) tell(outcome);
    return true;
}

void Results::tell(const PlanOutcome& outcome) {
    const PlanResult& result = *outcome.result;
    const int flagged = items_for_review(result);
    progress_.plan_done(static_cast<int>(result.documents.size()), flagged);
    for (const Document& document : result.documents) tell_failures(document);
    if (!outcome.internal_error.empty()) {
        log_.write(LogLevel::error, "Interne fout bij plan " + result.plan_id + ": " + outcome.internal_error);
    }
    long pages = 0;
    for (const Document& document : result.documents) pages += document.pages;
    if (outcome.reused) progress_.skip_pages(static_cast<int>(pages));
    if (log_.shows_live()) return;
    log_.write(LogLevel::info,
               "[" + std::to_string(seen_) + "/" + std::to_string(plans_.size()) + "] " + result.plan_id + ": " + counted(pages, "pagina", "pagina's") +
                   ", " + counted(result.norms.size(), "norm", "normen") + ", " + std::to_string(flagged) + " te controleren",
               {{"event", "plan"}, {"plan_id", result.plan_id}, {"status", std::string(plan_status_text(result.status()))},
                {"pages", pages}, {"norms", static_cast<long>(result.norms.size())}, {"flagged", flagged}});
}

void Results::tell_failures(const Document& document) {
    constexpr std::size_t shown = 3;
    for (std::size_t i = 0; i < document.failures.size(); ++i) {
        const Failure& failure = document.failures[i];
        if (i == shown && !log_.style().json) {
            log_.write(LogLevel::warning, document.file + ": nog " + counted(document.failures.size() - shown, "pagina", "pagina's") + ", zie run.json");
            return;
        }
        const std::string place = failure.page == 0 ? "" : ", pagina " + std::to_string(failure.page);
        log_.write(LogLevel::warning, document.file + place + ": " + failure.message,
                   {{"event", "failure"}, {"file", document.file}, {"page", failure.page},
                    {"kind", std::string(failure_kind_text(failure.kind))}});
    }
}

void Results::close_tables() {
    // A run that was stopped before its first plan leaves the tables of an earlier run as they are.
    if (!recorder_.output_fault().empty() || !recorder_.any_plan_done()) return;
    try {
        output_.close_tables();
    } catch (const OutputError& error) {
        recorder_.output_failed(error.what());
    }
}

void Results::remove_other_plans() {
    const ExitCode code = recorder_.exit_code();
    if (code != ExitCode::clean && code != ExitCode::review_needed && code != ExitCode::unreadable) return;
    std::set<std::string> ids;
    for (const PlanGroup& plan : plans_) ids.insert(plan.plan_id);
    const int removed = output_.remove_other_plans(ids);
    if (removed > 0) log_.write(LogLevel::info, counted(removed, "plan", "plannen") + " van een eerdere verwerking met andere invoer weggehaald.");
}

void Results::close(const RunRecord& known, const std::string& folder) {
    close_tables();
    remove_other_plans();
    try {
        output_.write_record(recorder_.finish(known));
    } catch (const OutputError& error) {
        recorder_.output_failed(error.what());
    }
    tell_end(folder);
}

void Results::tell_deliveries() {
    const DeliveryCounts& made = output_.deliveries();
    if (made.findings > 0) {
        log_.write(LogLevel::error, "De pakketten voor het omgevingsplan zijn niet in orde: " + counted(made.findings, "bevinding", "bevindingen") +
                                        " in omgevingsplan/bevindingen.txt. Lever ze niet aan voordat dat is opgelost.");
    }
    if (made.packages == 0) return;
    std::string text = counted(made.packages, "pakket", "pakketten") + " voor het omgevingsplan met " + counted(made.norms, "norm", "normen") + "; " +
                       counted(made.left_out, "norm staat", "normen staan") + " in niet-opgenomen.csv";
    if (made.unlisted > 0) text += "; " + counted(made.unlisted, "soort norm is", "soorten normen zijn") + " nog toe te voegen aan de waardelijst";
    if (fictional_) text += ". Zonder --settings zijn ze van de verzonnen gemeente gm9920";
    log_.write(LogLevel::info, text + ".",
               {{"event", "deliveries"}, {"packages", static_cast<long>(made.packages)}, {"norms", static_cast<long>(made.norms)}, {"left_out", static_cast<long>(made.left_out)}});
}

void Results::tell_end(const std::string& folder) {
    const RunCounts& counts = recorder_.counts();
    const std::string numbers = counted(counts.plans, "plan", "plannen") + ", " + counted(counts.documents, "document", "documenten") + ", " +
                                counted(counts.pages, "pagina", "pagina's") + ", " + counted(counts.norms, "norm", "normen") + " (" +
                                std::to_string(counts.norms_review) + " te controleren)";
    const LogFields fields{{"event", "end"}, {"exit_code", static_cast<int>(recorder_.exit_code())}};
    switch (recorder_.exit_code()) {
        case ExitCode::output_failed:
            log_.write(LogLevel::error, recorder_.output_fault() + ". Wat er staat, is heel; maak ruimte en ga verder met --resume.", fields);
            return;
        case ExitCode::interrupted:
        case ExitCode::terminated:
            log_.write(LogLevel::warning, "Afgebroken na " + numbers + ". Wat er staat, is heel; ga verder met --resume.", fields);
            return;
        default:
            tell_deliveries();
            log_.write(LogLevel::info, "Klaar: " + numbers + ". Uitkomsten in " + folder + ".", fields);
    }
}

}  // namespace planlezer
