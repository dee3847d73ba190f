#include "pipeline/worker_process/worker_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <system_error>

#include "extractors/wire/frame.hpp"

namespace planlezer {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int worker_socket = 3;
constexpr std::chrono::milliseconds tick{100};        // how soon a stop or a grown worker is seen
constexpr std::size_t receive_step = std::size_t{1} << 18U;  // bytes; memory follows what came, not what was promised

void check(int error, const char* what) {
    if (error != 0) throw std::system_error(error, std::generic_category(), what);
}

/// posix_spawn's two objects, freed on every way out.
struct SpawnPlan {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;

    SpawnPlan() {
        check(posix_spawn_file_actions_init(&actions), "posix_spawn_file_actions_init");
        const int error = posix_spawnattr_init(&attributes);
        if (error != 0) posix_spawn_file_actions_destroy(&actions);
        check(error, "posix_spawnattr_init");
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;
    ~SpawnPlan() {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }
};

/// Null for input and output, the socket as descriptor 3, nothing else.
void plan_descriptors(SpawnPlan& plan, int socket, int messages) {
    check(posix_spawn_file_actions_addopen(&plan.actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0), "addopen");
    check(posix_spawn_file_actions_addopen(&plan.actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0), "addopen");
    if (messages >= 0) {
        check(posix_spawn_file_actions_adddup2(&plan.actions, messages, STDERR_FILENO), "adddup2");
    } else {
        check(posix_spawn_file_actions_addopen(&plan.actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0), "addopen");
    }
    check(posix_spawn_file_actions_adddup2(&plan.actions, socket, worker_socket), "adddup2");
    check(posix_spawn_file_actions_addclosefrom_np(&plan.actions, worker_socket + 1), "addclosefrom");
}

/// A group of its own, so that a Ctrl-C meant for main does not reach it and a kill reaches all of it; the signals
/// main blocks or ignores are the worker's own again.
void plan_attributes(SpawnPlan& plan) {
    sigset_t all;
    sigset_t none;
    sigfillset(&all);
    sigdelset(&all, SIGKILL);
    sigdelset(&all, SIGSTOP);
    sigemptyset(&none);
    check(posix_spawnattr_setsigdefault(&plan.attributes, &all), "setsigdefault");
    check(posix_spawnattr_setsigmask(&plan.attributes, &none), "setsigmask");
    check(posix_spawnattr_setpgroup(&plan.attributes, 0), "setpgroup");
    check(posix_spawnattr_setflags(&plan.attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK),
          "setflags");
}

std::array<FileDescriptor, 2> socket_pair() {
    std::array<int, 2> ends{-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) check(errno, "socketpair");
    return {FileDescriptor(ends[0]), FileDescriptor(ends[1])};
}

/// Whether a reply is one to this request.
bool answers(const wire::Reply& reply, const wire::Request& request) {
    if (std::holds_alternative<Failure>(reply)) return true;
    if (std::holds_alternative<wire::OpenRequest>(request)) return std::holds_alternative<wire::DocumentInfo>(reply);
    const int asked = static_cast<int>(std::get<wire::PageRequest>(request).page);
    return wire::page_number(reply) == asked;
}

}  // namespace

struct WorkerProcess::Watch {
    Clock::time_point deadline;
    std::uint64_t max_bytes;
    const std::stop_token& stop;
};

std::vector<std::string> worker_environment() {
    std::vector<std::string> environment{"OMP_THREAD_LIMIT=1", "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "TZ=UTC"};
    if (const char* folder = std::getenv("TESSDATA_PREFIX")) environment.push_back(std::string("TESSDATA_PREFIX=") + folder);
    // Only set by the tests' own builds: without them a sanitizer's reports would be lost.
    for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
        if (const char* value = std::getenv(name)) environment.push_back(std::string(name) + "=" + value);
    }
    return environment;
}

WorkerProcess::WorkerProcess(const WorkerCommand& command) {
    auto [ours, theirs] = socket_pair();
    SpawnPlan plan;
    plan_descriptors(plan, theirs.get(), command.messages);
    plan_attributes(plan);
    std::string program = command.program.native();
    std::array<char*, 2> arguments{program.data(), nullptr};
    std::vector<std::string> environment = command.environment;
    std::vector<char*> variables;
    for (std::string& variable : environment) variables.push_back(variable.data());
    variables.push_back(nullptr);
    check(posix_spawn(&pid_, program.c_str(), &plan.actions, &plan.attributes, arguments.data(), variables.data()), "posix_spawn");
    socket_ = std::move(ours);
}

WorkerProcess::~WorkerProcess() {
    kill(-pid_, SIGKILL);
    kill(pid_, SIGKILL);  // a worker that was taken over may have left its group
    while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

bool WorkerProcess::send(const wire::Request& request, int descriptor) const {
    const std::vector<std::byte> payload = wire::encode(request);
    const wire::FrameHeader length = wire::frame_header(payload.size());
    std::vector<std::byte> frame(length.begin(), length.end());
    frame.insert(frame.end(), payload.begin(), payload.end());

    iovec part{frame.data(), frame.size()};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    if (descriptor >= 0) {
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        cmsghdr* header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(header), &descriptor, sizeof(int));
    }
    // A request is a few bytes: a socket that does not take it whole belongs to a worker that does not listen.
    ssize_t sent = 0;
    do {
        sent = sendmsg(socket_.get(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    } while (sent < 0 && errno == EINTR);
    return sent == static_cast<ssize_t>(frame.size());
}

std::optional<WorkerFault> WorkerProcess::wait_readable(const Watch& watch) const {
    for (;;) {
        if (watch.stop.stop_requested()) return WorkerFault::stopped;
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(watch.deadline - Clock::now());
        if (left.count() <= 0) return WorkerFault::timed_out;
        pollfd place{socket_.get(), POLLIN, 0};
        const int ready = poll(&place, 1, static_cast<int>(std::min(left, tick).count()));
        if (ready > 0) return std::nullopt;
        if (ready < 0 && errno != EINTR) return WorkerFault::died;
        if (resident_bytes() > watch.max_bytes) return WorkerFault::too_large;
    }
}

std::optional<WorkerFault> WorkerProcess::receive(std::span<std::byte> bytes, const Watch& watch) const {
    while (!bytes.empty()) {
        if (const auto fault = wait_readable(watch)) return fault;
        const ssize_t got = recv(socket_.get(), bytes.data(), bytes.size(), MSG_DONTWAIT);
        if (got == 0) return WorkerFault::died;
        if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (got < 0) return WorkerFault::died;
        bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
    return std::nullopt;
}

bool WorkerProcess::has_unread() const {
    char byte = 0;
    return recv(socket_.get(), &byte, 1, MSG_DONTWAIT | MSG_PEEK) > 0;
}

WorkerAnswer WorkerProcess::ask(const wire::Request& request, int descriptor, std::chrono::milliseconds deadline,
                                std::uint64_t max_bytes, const std::stop_token& stop) {
    const Watch watch{Clock::now() + deadline, max_bytes, stop};
    if (has_unread()) return WorkerFault::lied;  // it spoke unasked
    if (!send(request, descriptor)) return WorkerFault::died;

    wire::FrameHeader header{};
    if (const auto fault = receive(header, watch)) return *fault;
    const std::optional<std::uint32_t> length = wire::frame_length(header);
    if (!length) return WorkerFault::lied;

    std::vector<std::byte> payload;
    while (payload.size() < *length) {
        const std::size_t had = payload.size();
        payload.resize(std::min<std::size_t>(*length, had + receive_step));
        if (const auto fault = receive(std::span(payload).subspan(had), watch)) return *fault;
    }
    std::optional<wire::Reply> reply = wire::decode_reply(payload);
    if (!reply || !answers(*reply, request)) return WorkerFault::lied;
    return std::move(*reply);
}

std::uint64_t WorkerProcess::resident_bytes() const {
    const std::string path = "/proc/" + std::to_string(pid_) + "/statm";
    const FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::array<char, 128> text{};
    const ssize_t got = file.open() ? read(file.get(), text.data(), text.size()) : 0;
    if (got <= 0) return 0;
    const std::string_view line(text.data(), static_cast<std::size_t>(got));
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos) return 0;
    std::uint64_t pages = 0;
    std::from_chars(line.data() + blank + 1, line.data() + line.size(), pages);
    return pages * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

}  // namespace planlezer
