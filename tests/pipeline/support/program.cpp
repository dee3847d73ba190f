#include "tests/pipeline/support/program.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace planlezer::test {

namespace {

std::string take(int& descriptor) {
    std::string text;
    lseek(descriptor, 0, SEEK_SET);
    std::array<char, 4096> buffer{};
    for (ssize_t got = 0; (got = read(descriptor, buffer.data(), buffer.size())) > 0;) text.append(buffer.data(), static_cast<std::size_t>(got));
    close(descriptor);
    descriptor = -1;
    return text;
}

}  // namespace

Program::Program(std::vector<std::string> arguments) : out_(memfd_create("out", MFD_CLOEXEC)), err_(memfd_create("err", MFD_CLOEXEC)) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out_, 1);
    posix_spawn_file_actions_adddup2(&actions, err_, 2);
    std::vector<char*> values;
    for (std::string& argument : arguments) values.push_back(argument.data());
    values.push_back(nullptr);
    const int error = posix_spawnp(&pid_, values[0], &actions, nullptr, values.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) throw std::runtime_error("cannot start " + arguments[0]);
}

Program::~Program() {
    if (pid_ > 0) {
        kill(pid_, SIGKILL);
        waitpid(pid_, nullptr, 0);
    }
    for (const int descriptor : {out_, err_}) {
        if (descriptor >= 0) close(descriptor);
    }
}

void Program::send_signal(int signal) const { kill(pid_, signal); }

ProgramEnd Program::wait() {
    int status = 0;
    rusage usage{};
    wait4(pid_, &status, 0, &usage);
    pid_ = -1;
    ProgramEnd end;
    end.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    end.out = take(out_);
    end.err = take(err_);
    end.max_resident_kb = usage.ru_maxrss;
    return end;
}

std::vector<std::string> planlezer_run(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {PLANLEZER_PROGRAM, "run", "--worker", PLANLEZER_FAKE_WORKER});
    return arguments;
}

ProgramEnd run(const std::vector<std::string>& arguments) { return Program(arguments).wait(); }

}  // namespace planlezer::test
