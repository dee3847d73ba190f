#include "pipeline/progress/progress.hpp"

#include <algorithm>
#include <cmath>

namespace planlezer {

namespace {

constexpr std::chrono::milliseconds live_interval{250};
constexpr std::chrono::seconds plain_interval{30};

}  // namespace

std::string duration_text(std::chrono::seconds duration) {
    const long whole = duration.count();
    if (whole < 60) return std::to_string(whole) + " s";
    if (whole < 3600) return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
    return std::to_string(whole / 3600) + " u " + std::to_string(whole % 3600 / 60) + " min";
}

Progress::Progress(Log& log)
    : log_(log), start_(std::chrono::steady_clock::now()), ticker_([this](const std::stop_token& stop) { tick(stop); }) {}

Progress::~Progress() { finish(); }

void Progress::finish() {
    if (!ticker_.joinable()) return;
    ticker_.request_stop();
    ticker_.join();
    log_.show_live("");
}

std::string Progress::line() const {
    const int expected = std::max(pages_expected_.load(), pages_done_.load());
    const int done = pages_done_;
    const double elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    const double rate = elapsed > 0 ? done / elapsed : 0;
    std::string text = std::to_string(documents_done_) + "/" + std::to_string(documents_expected_) + " documenten, " +
                       std::to_string(done) + "/" + std::to_string(expected) + " pagina's";
    if (done > 0) {
        const long tenths = std::lround(rate * 10);
        text += ", " + std::to_string(tenths / 10) + "," + std::to_string(tenths % 10) + " pagina's/s";
        const auto left = std::chrono::seconds(std::llround((expected - done) / rate));
        if (expected > done) text += ", nog " + duration_text(left);
    }
    return text + ", " + std::to_string(flagged_) + " te controleren";
}

void Progress::tick(const std::stop_token& stop) {
    if (log_.style().quiet) return;
    const std::chrono::milliseconds interval = log_.shows_live() ? live_interval : std::chrono::milliseconds(plain_interval);
    std::unique_lock lock(mutex_);
    while (!woken_.wait_for(lock, stop, interval, [&] { return stop.stop_requested(); })) {
        if (log_.shows_live()) {
            log_.show_live(line());
        } else {
            log_.write(LogLevel::info, line(),
                       {{"event", "progress"}, {"documents", documents_done_.load()}, {"documents_expected", documents_expected_.load()},
                        {"pages", pages_done_.load()}, {"pages_expected", pages_expected_.load()}, {"flagged", flagged_.load()}});
        }
    }
}

}  // namespace planlezer
