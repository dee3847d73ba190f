#include "extractors/worker/sandbox.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <memory>

#include "extractors/limits.hpp"

namespace planlezer {

namespace {

struct Limit {
    __rlimit_resource resource;
    std::uint64_t most;
};

bool lower(const Limit& limit) {
    rlimit now{};
    getrlimit(limit.resource, &now);
    const rlim_t most = std::min<rlim_t>(limit.most, now.rlim_max);
    const rlimit wanted{most, most};
    return setrlimit(limit.resource, &wanted) == 0;
}

bool limit_resources() {
#ifdef __SANITIZE_ADDRESS__
    constexpr std::uint64_t memory = RLIM_INFINITY;  // AddressSanitizer reserves terabytes of address space
    constexpr std::uint64_t address_space = RLIM_INFINITY;
#else
    constexpr std::uint64_t memory = limits::memory_bytes;
    constexpr std::uint64_t address_space = limits::address_space_bytes;
#endif
    constexpr std::array table{Limit{RLIMIT_DATA, memory}, Limit{RLIMIT_AS, address_space}, Limit{RLIMIT_CPU, limits::cpu_seconds},
                               Limit{RLIMIT_CORE, 0}};
    return std::ranges::all_of(table, lower);
}

/// Nothing may be written to any file any more, not even to a standard error that is one: hence after the log line.
void forbid_writing() {
    std::signal(SIGXFSZ, SIG_IGN);  // a write then fails instead of ending the process
    lower({RLIMIT_FSIZE, 0});
}

struct SeccompRelease {
    void operator()(void* context) const { seccomp_release(context); }
};

// What reading, memory, time and the open socket need. Everything else fails with EPERM, so that a library that
// asks for more gets an error, as on any system that denies it, and the page is read without.
constexpr std::array allowed_calls{
    "read",          "pread64",        "readv",          "write",        "writev",         "lseek",        "close",          "fstat",
    "stat",          "lstat",          "newfstatat",     "statx",        "access",         "faccessat",    "faccessat2",     "getdents64",
    "readlink",      "readlinkat",     "getcwd",         "fcntl",        "dup",            "mmap",         "munmap",         "mremap",
    "mprotect",      "madvise",        "brk",            "futex",        "rseq",           "gettid",       "getpid",         "getuid",
    "geteuid",       "getgid",         "getegid",        "clock_gettime", "gettimeofday",  "time",         "clock_nanosleep", "nanosleep",
    "getrandom",     "sched_yield",    "sched_getaffinity", "sysinfo",   "uname",          "prlimit64",    "getrlimit",      "getrusage",
    "times",         "rt_sigaction",   "rt_sigprocmask", "rt_sigreturn", "sigaltstack",    "restart_syscall", "recvmsg",     "sendto",
    "sendmsg",       "recvfrom",       "poll",           "ppoll",        "exit",           "exit_group",   "tgkill",         "fstatfs",
    "statfs",        "fadvise64",      "set_robust_list", "ioctl",
#ifdef __SANITIZE_ADDRESS__
    "pipe",          "pipe2",  // by writing to a pipe, UndefinedBehaviorSanitizer learns whether an address is readable
#endif
};

bool filter_calls() {
    const std::unique_ptr<void, SeccompRelease> filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)));
    if (!filter) return false;
    for (const char* name : allowed_calls) {
        const int call = seccomp_syscall_resolve_name(name);
        if (call != __NR_SCMP_ERROR && seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0) != 0) return false;
    }
    // Opening is allowed for reading only: no write, create or truncate among the flags.
    constexpr scmp_datum_t writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
    bool good = seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, writing, 0)) == 0;
#ifdef __NR_open
    good = seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(open), 1, SCMP_A1(SCMP_CMP_MASKED_EQ, writing, 0)) == 0 && good;
#endif
    return good && seccomp_load(filter.get()) == 0;
}

bool allow_reading(int rules, const char* path) {
    const int descriptor = open(path, O_PATH | O_CLOEXEC);
    if (descriptor < 0) return true;  // what is not there needs no right
    struct stat status {};
    const bool folder = fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode);
    landlock_path_beneath_attr place{};
    place.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
    if (folder) place.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
    place.parent_fd = descriptor;
    const bool good = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &place, 0) == 0;
    close(descriptor);
    return good;
}

bool fence_files(const std::string& tessdata) {
    landlock_ruleset_attr handled{};
    // The rights of the first version of Landlock, so that any kernel that has it can keep them.
    handled.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;
    const long rules = syscall(SYS_landlock_create_ruleset, &handled, sizeof(handled), 0);
    if (rules < 0) return false;
    const int descriptor = static_cast<int>(rules);
    bool good = true;
    // Fonts, encodings, language data and what the C library looks up.
    for (const char* path : {"/usr/share", "/usr/local/share", "/usr/lib", "/etc/fonts", "/etc/localtime", "/var/cache/fontconfig", "/dev/null"}) {
        good = allow_reading(descriptor, path) && good;
    }
    if (!tessdata.empty()) good = allow_reading(descriptor, tessdata.c_str()) && good;
    good = good && syscall(SYS_landlock_restrict_self, descriptor, 0) == 0;
    close(descriptor);
    return good;
}

}  // namespace

void enter_sandbox(const std::string& tessdata) {
    std::string level = limit_resources() ? "grenzen" : "een deel van de grenzen";
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) {
        if (fence_files(tessdata)) level += ", landlock";
        if (filter_calls()) level += ", seccomp";
    }
    std::fprintf(stderr, "planlezer-worker: afgeschermd met %s\n", level.c_str());
    forbid_writing();
}

}  // namespace planlezer
