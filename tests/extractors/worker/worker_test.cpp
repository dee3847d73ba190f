// The program itself, spoken to as main does: over a socket on its descriptor 3.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <fstream>
#include <optional>
#include <string>

#include "extractors/limits.hpp"
#include "extractors/wire/frame.hpp"
#include "extractors/worker/channel.hpp"
#include "tests/extractors/support/coded_picture.hpp"
#include "tests/extractors/support/drawn_page.hpp"

extern char** environ;

namespace planlezer {
namespace {

using namespace planlezer::testing;

class RunningWorker {
  public:
    RunningWorker() {
        std::array<int, 2> ends{};
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) throw std::runtime_error("no socket");
        ours_ = ends[0];
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        const int theirs = fcntl(ends[1], F_DUPFD_CLOEXEC, 10);  // so that it is not itself descriptor 3
        posix_spawn_file_actions_adddup2(&actions, theirs, 3);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        std::string program = PLANLEZER_WORKER;
        std::array<char*, 2> arguments{program.data(), nullptr};
        if (posix_spawn(&process_, program.c_str(), &actions, nullptr, arguments.data(), environ) != 0) throw std::runtime_error("not started");
        posix_spawn_file_actions_destroy(&actions);
        close(theirs);
        close(ends[1]);
    }
    ~RunningWorker() {
        if (ours_ >= 0) (void)hang_up();
    }
    RunningWorker(const RunningWorker&) = delete;
    RunningWorker& operator=(const RunningWorker&) = delete;

    void send(std::span<const std::byte> payload, int attached = -1) const {
        Bytes frame;
        for (const std::byte b : wire::frame_header(payload.size())) frame.push_back(b);
        frame.insert(frame.end(), payload.begin(), payload.end());
        iovec part{frame.data(), frame.size()};
        alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
        msghdr message{};
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        if (attached >= 0) {
            message.msg_control = control.data();
            message.msg_controllen = control.size();
            cmsghdr* header = CMSG_FIRSTHDR(&message);
            header->cmsg_level = SOL_SOCKET;
            header->cmsg_type = SCM_RIGHTS;
            header->cmsg_len = CMSG_LEN(sizeof(int));
            std::memcpy(CMSG_DATA(header), &attached, sizeof(int));
        }
        ASSERT_EQ(sendmsg(ours_, &message, MSG_NOSIGNAL), static_cast<ssize_t>(frame.size()));
    }
    [[nodiscard]] std::optional<wire::Reply> receive() const {
        Channel channel(ours_);
        const auto frame = channel.receive();
        return frame ? wire::decode_reply(frame->payload) : std::nullopt;
    }
    [[nodiscard]] std::optional<wire::Reply> open(const Bytes& document) const {
        const int descriptor = descriptor_of(document);
        send(wire::encode(wire::Request{wire::OpenRequest{}}), descriptor);
        close(descriptor);
        return receive();
    }
    [[nodiscard]] std::optional<wire::Reply> page(std::uint32_t number) const {
        send(wire::encode(wire::Request{wire::PageRequest{number, false}}));
        return receive();
    }
    /// Bytes it had in memory at its highest.
    [[nodiscard]] std::uint64_t peak_bytes() const {
        std::ifstream status("/proc/" + std::to_string(process_) + "/status");
        for (std::string line; std::getline(status, line);) {
            if (line.starts_with("VmHWM:")) return 1024 * std::stoull(line.substr(6));
        }
        throw std::runtime_error("no peak");
    }
    /// The exit code.
    [[nodiscard]] int hang_up() {
        close(std::exchange(ours_, -1));
        int status = 0;
        waitpid(process_, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

  private:
    int ours_ = -1;
    pid_t process_ = -1;
};

TEST(Worker, ReadsOneDocumentAfterTheOther) {
    RunningWorker worker;
    const auto info = worker.open(pdf_file({{"BT /F1 10 Tf 72 700 Td (De hoogte bedraagt 10 m.) Tj ET", ""}, "", nullptr}));
    EXPECT_EQ(info, wire::Reply(wire::DocumentInfo{"application/pdf", 2, false}));
    const auto first = worker.page(1);
    ASSERT_TRUE(first && std::holds_alternative<TextPage>(*first));
    EXPECT_EQ(text_of(std::get<TextPage>(*first)), "De hoogte bedraagt 10 m.");
    const auto picture = worker.open(image_file(*drawn_page({"De bouwhoogte bedraagt ten hoogste 12 m"}), IFF_PNG));
    EXPECT_EQ(picture, wire::Reply(wire::DocumentInfo{"image/png", 1, false}));
    const auto read = worker.page(1);
    ASSERT_TRUE(read && std::holds_alternative<TextPage>(*read));
    EXPECT_NE(text_of(std::get<TextPage>(*read)).find("12 m"), std::string::npos) << text_of(std::get<TextPage>(*read));
    EXPECT_EQ(worker.hang_up(), 0);
}

TEST(Worker, ADocumentThatFailsCostsOnlyItself) {
    RunningWorker worker;
    const auto nothing = worker.page(1);
    ASSERT_TRUE(nothing && std::holds_alternative<Failure>(*nothing));
    const auto unknown = worker.open(Bytes(100, std::byte{7}));
    ASSERT_TRUE(unknown && std::holds_alternative<Failure>(*unknown));
    EXPECT_EQ(std::get<Failure>(*unknown).kind, FailureKind::unsupported);
    const auto info = worker.open(pdf_file({{"BT /F1 10 Tf 72 700 Td (hoogte) Tj ET"}, "", nullptr}));
    ASSERT_TRUE(info && std::holds_alternative<wire::DocumentInfo>(*info));
    const auto beyond = worker.page(9);
    ASSERT_TRUE(beyond && std::holds_alternative<Failure>(*beyond));
    EXPECT_EQ(std::get<Failure>(*beyond).page, 9);
    EXPECT_EQ(worker.hang_up(), 0);
}

TEST(Worker, DoesNotDecodeWhatWouldFillItsMemory) {
    RunningWorker worker;
    DrawnPdf pdf{{jbig2_page(100'000, 100'000)}, "", nullptr};
    pdf.content_entries = "/Filter /JBIG2Decode";
    const Bytes program = pdf_file(pdf);
    DrawnPdf scan{{"q 595 0 0 842 0 0 cm /Im Do Q"}, "", nullptr};
    scan.coded_picture = jbig2_page(100'000, 100'000);
    for (const Bytes& document : {program, pdf_file(scan)}) {
        ASSERT_TRUE(worker.open(document));
        const auto reply = worker.page(1);
        ASSERT_TRUE(reply && std::holds_alternative<Failure>(*reply));
        EXPECT_EQ(std::get<Failure>(*reply).kind, FailureKind::limit_exceeded);
    }
    EXPECT_LT(worker.peak_bytes(), limits::picture_bytes) << "the picture itself takes 1.25 GB";
    EXPECT_EQ(worker.hang_up(), 0);
}

TEST(Worker, LeavesWhenItIsSpokenToInAnotherTongue) {
    RunningWorker worker;
    worker.send(Bytes(10, std::byte{0xEE}));
    EXPECT_EQ(worker.receive(), std::nullopt);
    EXPECT_EQ(worker.hang_up(), 2);
}

}  // namespace
}  // namespace planlezer
