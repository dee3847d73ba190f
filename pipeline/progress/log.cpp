#include "pipeline/progress/log.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <ctime>
#include <nlohmann/json.hpp>

namespace planlezer {

namespace {

constexpr std::string_view clear_line = "\r\x1b[K";

std::string_view level_text(LogLevel level) {
    switch (level) {
        case LogLevel::info: return "info";
        case LogLevel::warning: return "warning";
        case LogLevel::error: return "error";
    }
    return "error";
}

/// One write where possible, so that lines of several processes do not mix; a broken standard error is no reason to stop.
void put(std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = write(STDERR_FILENO, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

std::size_t terminal_width() {
    winsize size{};
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

std::string json_line(LogLevel level, std::string_view message, const LogFields& fields) {
    nlohmann::ordered_json line;
    line["time"] = utc_now();
    line["level"] = level_text(level);
    line["message"] = message;
    for (const auto& [name, value] : fields) {
        std::visit([&line, &key = name](const auto& content) { line[key] = content; }, value);
    }
    return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string utc_now() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {text.data(), length};
}

Log::Log(LogStyle style) : style_(style), live_(!style.quiet && !style.json && isatty(STDERR_FILENO) == 1) {}

void Log::write(LogLevel level, std::string_view message, const LogFields& fields) {
    if (style_.quiet && level == LogLevel::info) return;
    std::string line;
    if (style_.json) {
        line = json_line(level, message, fields);
    } else {
        if (level == LogLevel::warning) line = "let op: ";
        if (level == LogLevel::error) line = "fout: ";
        line += message;
        line += '\n';
    }
    const std::lock_guard lock(mutex_);
    if (!shown_.empty()) line = std::string(clear_line) + line + shown_;
    put(line);
}

void Log::show_live(std::string_view line) {
    if (!live_) return;
    const std::lock_guard lock(mutex_);
    shown_ = line.substr(0, terminal_width() - 1);
    put(std::string(clear_line) + shown_);
}

}  // namespace planlezer
