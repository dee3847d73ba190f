#include "extractors/worker/sandbox.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include "extractors/limits.hpp"

namespace planlezer {
namespace {

/// Runs `attempt` in a process of its own behind the sandbox; its result is the exit code.
template <typename Attempt>
int behind_sandbox(Attempt attempt) {
    const pid_t child = fork();
    if (child == 0) {
        const int null_device = open("/dev/null", O_WRONLY);
        dup2(null_device, STDERR_FILENO);
        enter_sandbox("");
        _exit(attempt());
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(Sandbox, NothingCanBeWrittenToDisk) {
    EXPECT_EQ(behind_sandbox([] { return open("/tmp/planlezer-sandbox", O_CREAT | O_WRONLY, 0600) < 0 ? 0 : 1; }), 0);
    EXPECT_EQ(behind_sandbox([] { return mkdir("/tmp/planlezer-sandbox", 0700) < 0 ? 0 : 1; }), 0);
    EXPECT_EQ(behind_sandbox([] { return unlink("/tmp/planlezer-none") < 0 && errno == EPERM ? 0 : 1; }), 0);
}

TEST(Sandbox, NoSocketAndNoNewProgram) {
    EXPECT_EQ(behind_sandbox([] { return socket(AF_INET, SOCK_STREAM, 0) < 0 && errno == EPERM ? 0 : 1; }), 0);
    EXPECT_EQ(behind_sandbox([] { return socket(AF_UNIX, SOCK_STREAM, 0) < 0 && errno == EPERM ? 0 : 1; }), 0);
    EXPECT_EQ(behind_sandbox([] { return execl("/bin/true", "true", nullptr) < 0 && errno == EPERM ? 0 : 1; }), 0);
    EXPECT_EQ(behind_sandbox([] { return fork() < 0 && errno == EPERM ? 0 : 1; }), 0);
}

TEST(Sandbox, FontsCanStillBeReadAndMemoryHad) {
    EXPECT_EQ(behind_sandbox([] { return open("/usr/share", O_RDONLY | O_DIRECTORY) >= 0 ? 0 : 1; }), 0);
    EXPECT_EQ(behind_sandbox([] { return std::string(4U << 20U, 'x').size() == (4U << 20U) ? 0 : 1; }), 0);
}

TEST(Sandbox, ItsOwnMemoryEndsAtTheLimitWhateverTheFileTakes) {
#ifdef __SANITIZE_ADDRESS__
    GTEST_SKIP() << "AddressSanitizer needs more address space than any limit leaves";
#endif
    const auto refused = [] {
        return mmap(nullptr, limits::memory_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? 0 : 1;
    };
    EXPECT_EQ(behind_sandbox(refused), 0);
    const int file = memfd_create("document", MFD_CLOEXEC);
    ASSERT_EQ(ftruncate(file, static_cast<off_t>(limits::file_bytes)), 0);
    const auto both = [file] {
        const void* mapped = mmap(nullptr, limits::file_bytes, PROT_READ, MAP_PRIVATE, file, 0);
        const void* own = mmap(nullptr, limits::memory_bytes / 2, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        return mapped != MAP_FAILED && own != MAP_FAILED ? 0 : 1;
    };
    EXPECT_EQ(behind_sandbox(both), 0);
    close(file);
}

}  // namespace
}  // namespace planlezer
