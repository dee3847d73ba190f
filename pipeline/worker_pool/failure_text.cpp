#include "pipeline/worker_pool/failure_text.hpp"

#include "pipeline/discover/unique_names.hpp"

namespace planlezer {

namespace {

constexpr std::size_t max_message_bytes = 400;

std::string subject(int page) { return page == 0 ? "Het document" : "De pagina"; }

}  // namespace

Failure failure_of_fault(WorkerFault fault, int page) {
    switch (fault) {
        case WorkerFault::died:
            return {page, FailureKind::worker_died,
                    subject(page) + " brengt het leesprogramma tweemaal tot stilstand. Sla het document opnieuw op als PDF of scan het opnieuw."};
        case WorkerFault::lied:
            return {page, FailureKind::worker_died,
                    subject(page) + " levert tweemaal onleesbare uitkomsten. Sla het document opnieuw op als PDF of scan het opnieuw."};
        case WorkerFault::timed_out:
            return {page, FailureKind::timed_out,
                    subject(page) + " kost te veel tijd. Lees zelf wat er staat, lever een eenvoudiger versie aan of verhoog --page-timeout."};
        case WorkerFault::too_large:
            return {page, FailureKind::limit_exceeded,
                    subject(page) + " kost te veel geheugen. Lever een kleinere of eenvoudiger versie aan."};
        case WorkerFault::stopped:
            return {page, FailureKind::cancelled, "De verwerking is afgebroken. Ga verder met --resume."};
    }
    return {page, FailureKind::worker_died, subject(page) + " kon niet worden gelezen."};
}

Failure failure_given_up(int page) {
    return {page, FailureKind::timed_out,
            "De pagina is niet geprobeerd: te veel pagina's van dit document kosten te veel tijd. Lever een eenvoudiger versie aan of verhoog "
            "--page-timeout."};
}

Failure failure_changed_file(int page) {
    return {page, FailureKind::unreadable, "Het bestand is tijdens de verwerking gewijzigd of verdwenen. Start de verwerking opnieuw."};
}

Failure failure_of_bug(const std::string& what) {
    return {0, FailureKind::unreadable,
            "Er is een fout in planlezer zelf opgetreden (" + printable_utf8(what) + "). Meld deze fout met het document erbij."};
}

Failure failure_not_started(int page, const std::string& why) {
    return {page, FailureKind::worker_died, "Het leesprogramma kan niet worden gestart (" + why + "). Verlaag --jobs of maak geheugen vrij."};
}

Failure failure_from_worker(const Failure& reported, int page) {
    Failure failure{page, reported.kind, printable_utf8(reported.message.substr(0, max_message_bytes))};
    // These are main's to say; a worker that says so only means that it did not manage.
    if (failure.kind == FailureKind::cancelled || failure.kind == FailureKind::worker_died) failure.kind = FailureKind::unreadable;
    if (failure.message.empty()) failure.message = subject(page) + " kon niet worden gelezen.";
    return failure;
}

}  // namespace planlezer
