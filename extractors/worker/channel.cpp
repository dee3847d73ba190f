#include "extractors/worker/channel.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "extractors/wire/frame.hpp"

namespace planlezer {

namespace {

/// The last descriptor among the control messages; any other is closed at once.
void take_descriptors(msghdr& message, int& attached) {
    for (cmsghdr* control = CMSG_FIRSTHDR(&message); control != nullptr; control = CMSG_NXTHDR(&message, control)) {
        if (control->cmsg_level != SOL_SOCKET || control->cmsg_type != SCM_RIGHTS) continue;
        const std::size_t count = (control->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int received = -1;
            std::memcpy(&received, CMSG_DATA(control) + i * sizeof(int), sizeof(int));
            const int previous = std::exchange(attached, received);
            if (previous >= 0) close(previous);
        }
    }
}

}  // namespace

bool Channel::receive_exactly(std::span<std::byte> bytes, int& attached) {
    while (!bytes.empty()) {
        alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
        iovec part{bytes.data(), bytes.size()};
        msghdr message{};
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        const ssize_t got = recvmsg(descriptor_, &message, MSG_CMSG_CLOEXEC);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        take_descriptors(message, attached);
        bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
    return true;
}

std::optional<Channel::Frame> Channel::receive() {
    Frame frame;
    wire::FrameHeader header{};
    const bool headed = receive_exactly(header, frame.attached);
    const auto length = headed ? wire::frame_length(header) : std::nullopt;
    if (length) {
        frame.payload.resize(*length);
        if (receive_exactly(frame.payload, frame.attached)) return frame;
    }
    if (frame.attached >= 0) close(frame.attached);
    return std::nullopt;
}

bool Channel::send(std::span<const std::byte> payload) {
    const wire::FrameHeader header = wire::frame_header(payload.size());
    for (std::span<const std::byte> rest : {std::span<const std::byte>(header), payload}) {
        while (!rest.empty()) {
            const ssize_t sent = ::send(descriptor_, rest.data(), rest.size(), MSG_NOSIGNAL);
            if (sent < 0 && errno == EINTR) continue;
            if (sent <= 0) return false;
            rest = rest.subspan(static_cast<std::size_t>(sent));
        }
    }
    return true;
}

}  // namespace planlezer
