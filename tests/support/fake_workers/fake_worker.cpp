// A worker that does what the document tells it to: crash, hang, lie or grow on purpose.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A document is a text of lines, the first "%PDF-fake":
//   pages N                  number of pages (1)
//   open DEED                what to do when it is opened
//   page N DEED              what to do when page N is asked for
//   page N words TEXT        what stands on page N ("Pagina N" when nothing is said)
// Deeds: crash, exit, hang, hang PATH (PATH is made before), grow, garbage, huge (a length no frame may have), short (a frame that breaks off),
//   wrong (the reply to another request), page-off (the next page's reply), count (more words than there are bytes),
//   unasked (a second reply), twice PATH (crash, but only the first time: PATH is made then), slow MS,
//   mended (the file had to be repaired to be opened), encrypted (a plain failure), other-pages (another number of pages than said before)
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <map>
#include <optional>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include "extractors/wire/frame.hpp"
#include "extractors/wire/messages.hpp"

namespace {

using namespace planlezer;

constexpr int main_socket = 3;

struct Script {
    std::uint32_t pages = 1;
    std::string open_deed;
    std::map<std::uint32_t, std::string> deeds;
    std::map<std::uint32_t, std::string> words;
};

Script parse(const std::string& text) {
    Script script;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream parts(line);
        std::string word;
        parts >> word;
        if (word == "pages") parts >> script.pages;
        if (word == "open") std::getline(parts >> std::ws, script.open_deed);
        if (word != "page") continue;
        std::uint32_t page = 0;
        std::string rest;
        parts >> page;
        std::getline(parts >> std::ws, rest);
        if (rest.starts_with("words ")) {
            script.words[page] = rest.substr(6);
        } else {
            script.deeds[page] = rest;
        }
    }
    return script;
}

void write_all(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = send(main_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) _exit(0);
        bytes = bytes.subspan(static_cast<std::size_t>(sent));
    }
}

void reply(const wire::Reply& message) {
    const std::vector<std::byte> payload = wire::encode(message);
    write_all(wire::frame_header(payload.size()));
    write_all(payload);
}

TextPage page_of(const Script& script, std::uint32_t number) {
    TextPage page;
    page.number = static_cast<int>(number);
    page.width = 595;
    page.height = 842;
    const auto said = script.words.find(number);
    std::istringstream words(said == script.words.end() ? "Pagina " + std::to_string(number) : said->second);
    double x = 50;
    for (std::string text; words >> text; x += 40) {
        Word word;
        word.text = text;
        word.box = {x, 100, x + 35, 112};
        page.words.push_back(word);
    }
    return page;
}

void raw(std::uint32_t length, std::size_t bytes) {
    std::array<std::byte, 4> header{};
    for (std::size_t i = 0; i < 4; ++i) header.at(i) = static_cast<std::byte>(length >> (8 * i));
    write_all(header);
    write_all(std::vector<std::byte>(bytes, std::byte{0xA5}));
}

[[noreturn]] void grow() {
    std::vector<std::vector<char>> kept;
    for (;;) {
        kept.emplace_back(std::size_t{8} << 20U, 'x');  // filled, so that it is in memory
        usleep(5000);
    }
}

/// A page reply whose count of words promises far more than the bytes that follow.
void lying_count(const Script& script, std::uint32_t page) {
    TextPage empty = page_of(script, page);
    empty.words.clear();
    const std::vector<std::byte> without = wire::encode(wire::Reply(empty));
    std::vector<std::byte> payload = without;
    // Of an empty page all that can be a count is zero: make every run of four zero bytes a huge one.
    for (std::size_t i = 0; i + 4 <= payload.size(); ++i) {
        const bool zero = payload[i] == std::byte{0} && payload[i + 1] == std::byte{0} && payload[i + 2] == std::byte{0} && payload[i + 3] == std::byte{0};
        if (zero) payload[i] = payload[i + 1] = payload[i + 2] = std::byte{0xFF};
    }
    write_all(wire::frame_header(payload.size()));
    write_all(payload);
}

/// True when the deed has answered, or chose not to.
bool do_deed(const std::string& deed, const Script& script, std::optional<std::uint32_t> page) {
    if (deed == "crash") raise(SIGSEGV);
    if (deed == "exit") _exit(0);
    if (deed == "hang" || deed.starts_with("hang ")) {
        if (deed.size() > 5) close(open(deed.c_str() + 5, O_CREAT | O_WRONLY, 0600));
        for (;;) pause();
    }
    if (deed == "grow") grow();
    if (deed.starts_with("slow ")) {
        usleep(static_cast<useconds_t>(std::atoi(deed.c_str() + 5)) * 1000);
        return false;
    }
    if (deed.starts_with("twice ")) {
        if (open(deed.c_str() + 6, O_CREAT | O_EXCL | O_WRONLY, 0600) >= 0) raise(SIGSEGV);
        return false;
    }
    if (deed == "garbage") {
        raw(64, 64);
    } else if (deed == "huge") {
        raw(0xFFFFFFFFU, 16);
    } else if (deed == "short") {
        raw(1000, 10);
        _exit(0);
    } else if (deed == "wrong") {
        page ? reply(wire::DocumentInfo{"application/pdf", script.pages, false}) : reply(page_of(script, 1));
    } else if (deed == "page-off") {
        reply(page_of(script, page.value_or(0) + 1));
    } else if (deed == "count") {
        lying_count(script, page.value_or(1));
    } else if (deed == "unasked") {
        page ? reply(page_of(script, *page)) : reply(wire::DocumentInfo{"application/pdf", script.pages, false});
        return false;
    } else if (deed == "encrypted") {
        reply(Failure{0, FailureKind::encrypted, "Het document is versleuteld."});
    } else {
        return false;
    }
    return true;
}

/// One request with the descriptor that came with it, if any; false at the end.
bool receive(std::vector<std::byte>& payload, int& descriptor) {
    wire::FrameHeader header{};
    iovec part{header.data(), header.size()};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    if (recvmsg(main_socket, &message, MSG_WAITALL) != static_cast<ssize_t>(header.size())) return false;
    const cmsghdr* rights = CMSG_FIRSTHDR(&message);
    descriptor = -1;
    if (rights != nullptr && rights->cmsg_type == SCM_RIGHTS) std::memcpy(&descriptor, CMSG_DATA(rights), sizeof(int));
    const auto length = wire::frame_length(header);
    if (!length) return false;
    payload.resize(*length);
    return recv(main_socket, payload.data(), payload.size(), MSG_WAITALL) == static_cast<ssize_t>(payload.size());
}

std::string read_all(int descriptor) {
    std::string text;
    std::array<char, 4096> buffer{};
    for (;;) {
        const ssize_t got = read(descriptor, buffer.data(), buffer.size());
        if (got <= 0) return text;
        text.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

}  // namespace

int main() {
    Script script;
    for (std::vector<std::byte> payload;;) {
        int descriptor = -1;
        if (!receive(payload, descriptor)) return 0;
        const auto request = wire::decode_request(payload);
        if (!request) return 1;
        if (std::holds_alternative<wire::OpenRequest>(*request)) {
            const std::string text = read_all(descriptor);
            close(descriptor);
            if (!text.starts_with("%PDF-fake")) {
                reply(Failure{0, FailureKind::unsupported, "Dit is geen document dat gelezen kan worden."});
                continue;
            }
            script = parse(text);
            if (script.open_deed == "other-pages") {
                reply(wire::DocumentInfo{"application/pdf", script.pages + static_cast<std::uint32_t>(getpid() % 1000), false});
            } else if (!do_deed(script.open_deed, script, std::nullopt)) {
                reply(wire::DocumentInfo{"application/pdf", script.pages, script.open_deed == "mended"});
            }
        } else {
            const std::uint32_t page = std::get<wire::PageRequest>(*request).page;
            const auto deed = script.deeds.find(page);
            if (deed == script.deeds.end() || !do_deed(deed->second, script, page)) reply(page_of(script, page));
        }
    }
}
