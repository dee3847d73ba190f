#include "pipeline/worker_pool/worker_pool.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <thread>

#include "schemas/model/ascii.hpp"
#include "pipeline/discover/unique_names.hpp"
#include "pipeline/system_error.hpp"
#include "pipeline/worker_pool/failure_text.hpp"

namespace planlezer {

namespace {

constexpr int start_tries = 4;
constexpr std::chrono::milliseconds start_pause{100};  // times the number of tries so far

/// Main passes a media type on to its output: a worker may not write there what it likes.
bool sound(const wire::DocumentInfo& info) {
    constexpr std::size_t longest = 64;
    const auto fits = [](char c) { return is_ascii_alnum(c) || c == '/' || c == '-' || c == '+' || c == '.'; };
    return info.pages <= wire::max_pages && !info.media_type.empty() && info.media_type.size() <= longest &&
           std::ranges::all_of(info.media_type, fits);
}

std::string first_line(std::string_view text) { return std::string(text.substr(0, text.find('\n'))); }

}  // namespace

struct WorkerPool::Worker {
    explicit Worker(const WorkerCommand& command) : process(command) {}
    WorkerProcess process;
    std::string open_sha256;  ///< of the document it has open; empty when none
    int pages = 0;            ///< read by this process
};

/// Opening when page is 0, else reading that page.
struct WorkerPool::Task {
    const InputFile& file;
    int page = 0;
    const wire::DocumentInfo* expected = nullptr;  ///< what an earlier open said
};

WorkerPool::WorkerPool(WorkerCommand command, const WorkerLimits& limits, int size, std::stop_token stop)
    : command_(std::move(command)), limits_(limits), size_(std::max(size, 1)), stop_(std::move(stop)) {}

WorkerPool::~WorkerPool() = default;

std::unique_ptr<WorkerPool::Worker> WorkerPool::borrow(const std::string& sha256, bool fresh) {
    std::unique_ptr<Worker> taken;
    {
        std::unique_lock lock(mutex_);
        freed_.wait(lock, [&] { return borrowed_ < size_; });
        ++borrowed_;
        auto best = std::ranges::find_if(idle_, [&](const auto& worker) { return worker->open_sha256 == sha256; });
        if (best == idle_.end() && !idle_.empty()) best = std::prev(idle_.end());
        const bool full = borrowed_ + static_cast<int>(idle_.size()) > size_;
        if (best != idle_.end() && (!fresh || full)) {
            taken = std::move(*best);
            idle_.erase(best);
        }
    }
    if (taken && !fresh) return taken;
    taken.reset();  // makes room before the new one starts
    for (int tries = 1;; ++tries) {
        try {
            auto worker = std::make_unique<Worker>(command_);
            ++counts_.started;
            return worker;
        } catch (...) {
            if (tries == start_tries || stop_.stop_requested()) {
                give_back(nullptr);
                throw;
            }
        }
        std::this_thread::sleep_for(start_pause * tries);
    }
}

/// A null or worn worker only makes room.
void WorkerPool::give_back(std::unique_ptr<Worker> worker) {
    if (worker && (worker->pages >= limits_.pages_per_process || worker->process.resident_bytes() > limits_.recycle_above_bytes)) {
        worker.reset();
        ++counts_.recycled;
    }
    const std::lock_guard lock(mutex_);
    --borrowed_;
    if (worker) idle_.push_back(std::move(worker));
    freed_.notify_one();
}

std::variant<wire::DocumentInfo, WorkerFault, Failure> WorkerPool::make_open(Worker& worker, const Task& task) {
    const FileDescriptor file = open_input(task.file);
    if (!file.open()) return failure_changed_file(task.page);
    worker.open_sha256.clear();
    WorkerAnswer answer =
        worker.process.ask(wire::OpenRequest{}, file.get(), limits_.open_deadline, limits_.kill_above_bytes, stop_);
    if (const auto* fault = std::get_if<WorkerFault>(&answer)) return *fault;
    wire::Reply& reply = std::get<wire::Reply>(answer);
    if (const auto* failure = std::get_if<Failure>(&reply)) return failure_from_worker(*failure, task.page);
    const auto& info = std::get<wire::DocumentInfo>(reply);
    if (!sound(info) || (task.expected != nullptr && info != *task.expected)) return WorkerFault::lied;
    // Only a file about a plan has no pages, and is no less welcome for it.
    if (info.pages == 0 && info.media_type != "application/xml") return Failure{task.page, FailureKind::unreadable, "Het document heeft geen pagina's. Lever het opnieuw aan."};
    worker.open_sha256 = task.file.sha256;
    return info;
}

WorkerPool::Attempt WorkerPool::ask_page(Worker& worker, const Task& task) {
    ++worker.pages;
    WorkerAnswer answer = worker.process.ask(wire::PageRequest{static_cast<std::uint32_t>(task.page), false}, -1, limits_.page_deadline,
                                             limits_.kill_above_bytes, stop_);
    if (const auto* fault = std::get_if<WorkerFault>(&answer)) return *fault;
    wire::Reply& reply = std::get<wire::Reply>(answer);
    if (const auto* failure = std::get_if<Failure>(&reply)) return failure_from_worker(*failure, task.page);
    return std::move(reply);
}

WorkerPool::Attempt WorkerPool::attempt(const Task& task, bool fresh) {
    std::unique_ptr<Worker> worker;
    try {
        worker = borrow(task.file.sha256, fresh);
    } catch (const std::system_error& error) {
        return failure_not_started(task.page, system_error_text(error.code().value()));
    }
    Attempt result = WorkerFault::stopped;
    if (task.page == 0 || worker->open_sha256 != task.file.sha256) {
        auto opened = make_open(*worker, task);
        if (const auto* info = std::get_if<wire::DocumentInfo>(&opened)) {
            result = task.page == 0 ? Attempt(wire::Reply(*info)) : ask_page(*worker, task);
        } else if (const auto* failure = std::get_if<Failure>(&opened)) {
            result = *failure;
        } else {
            result = std::get<WorkerFault>(opened);
        }
    } else {
        result = ask_page(*worker, task);
    }
    if (const auto* fault = std::get_if<WorkerFault>(&result)) {
        worker.reset();  // ends it: after any fault nothing it says can be relied on
        count(*fault, task);
    }
    give_back(std::move(worker));
    return result;
}

/// A death may be the last page's fault, or plain bad luck: one more try on a fresh process. Time and memory that
/// were used up once would be used up again.
std::variant<wire::Reply, Failure> WorkerPool::attempt_twice(const Task& task) {
    for (const bool fresh : {false, true}) {
        if (stop_.stop_requested()) return failure_of_fault(WorkerFault::stopped, task.page);
        Attempt result = attempt(task, fresh);
        if (auto* reply = std::get_if<wire::Reply>(&result)) return std::move(*reply);
        if (auto* failure = std::get_if<Failure>(&result)) return std::move(*failure);
        const WorkerFault fault = std::get<WorkerFault>(result);
        const bool again = fault == WorkerFault::died || fault == WorkerFault::lied;
        if (!again || fresh) return failure_of_fault(fault, task.page);
    }
    return failure_of_fault(WorkerFault::died, task.page);
}

bool WorkerPool::given_up(const std::string& sha256) {
    const std::lock_guard lock(mutex_);
    const auto place = timeouts_.find(sha256);
    return place != timeouts_.end() && place->second >= limits_.timeouts_per_document;
}

void WorkerPool::count(WorkerFault fault, const Task& task) {
    switch (fault) {
        case WorkerFault::died: ++counts_.died; break;
        case WorkerFault::lied: ++counts_.lied; break;
        case WorkerFault::too_large: ++counts_.too_large; break;
        case WorkerFault::stopped: break;
        case WorkerFault::timed_out: {
            ++counts_.timed_out;
            const std::lock_guard lock(mutex_);
            ++timeouts_[task.file.sha256];
            break;
        }
    }
}

OpenedDocument WorkerPool::open(const InputFile& file) {
    auto result = attempt_twice({file, 0, nullptr});
    if (auto* failure = std::get_if<Failure>(&result)) return std::move(*failure);
    return std::get<wire::DocumentInfo>(std::get<wire::Reply>(result));
}

PageReading WorkerPool::read_page(const InputFile& file, const wire::DocumentInfo& info, int page) {
    if (given_up(file.sha256)) return failure_given_up(page);
    auto result = attempt_twice({file, page, &info});
    if (auto* failure = std::get_if<Failure>(&result)) return std::move(*failure);
    // That it is a page is what answers() of the process makes sure of.
    return wire::page_content(std::get<wire::Reply>(std::move(result))).value();
}

WorkerCheck WorkerPool::check() const {
    WorkerCheck result;
    try {
        const FileDescriptor nothing(memfd_create("planlezer-check", MFD_CLOEXEC));
        const FileDescriptor messages(memfd_create("planlezer-messages", MFD_CLOEXEC));
        if (!nothing.open() || !messages.open()) throw std::system_error(errno, std::generic_category());
        WorkerCommand command = command_;
        command.messages = messages.get();
        WorkerProcess worker(command);
        const WorkerAnswer answer =
            worker.ask(wire::OpenRequest{}, nothing.get(), limits_.open_deadline, limits_.kill_above_bytes, stop_);
        if (const auto* fault = std::get_if<WorkerFault>(&answer); fault != nullptr && *fault != WorkerFault::stopped) {
            result.fault = *fault == WorkerFault::lied ? "het geeft antwoorden van een andere versie" : "het eindigt of zwijgt meteen na de start";
        }
        std::array<char, 1024> text{};
        const ssize_t got = pread(messages.get(), text.data(), text.size(), 0);
        result.messages = printable_utf8(first_line({text.data(), got > 0 ? static_cast<std::size_t>(got) : 0}));
    } catch (const std::system_error& error) {
        result.fault = system_error_text(error.code().value());
    }
    return result;
}

}  // namespace planlezer
