#include "pipeline/cli/stop_signal.hpp"

#include <unistd.h>

#include <ctime>

namespace planlezer {

namespace {

constexpr timespec listen_interval{0, 100'000'000};  // 0.1 s: how soon the listener sees that it is no longer needed
constexpr int signal_exit_base = 128;

}  // namespace

StopSignal::StopSignal() {
    sigemptyset(&heard_);
    sigaddset(&heard_, SIGINT);
    sigaddset(&heard_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &heard_, &before_);
    listener_ = std::jthread([this](const std::stop_token& closing) { listen(closing); });
}

StopSignal::~StopSignal() {
    listener_.request_stop();
    listener_.join();
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void StopSignal::listen(const std::stop_token& closing) {
    while (!closing.stop_requested()) {
        const int heard = sigtimedwait(&heard_, nullptr, &listen_interval);
        if (heard < 0) continue;
        if (received_ != 0) _exit(signal_exit_base + heard);
        received_ = heard;
        source_.request_stop();
    }
}

}  // namespace planlezer
