// The worker's end of the socket: whole frames in and out, and the descriptor that comes with one.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace planlezer {

class Channel {
  public:
    /// \param descriptor a unix stream socket, not owned
    explicit Channel(int descriptor) : descriptor_(descriptor) {}

    struct Frame {
        std::vector<std::byte> payload;
        int attached = -1;  ///< descriptor that came with it, to be closed by the receiver; -1 when none
    };
    /// Waits for a frame; nullopt when the other side is gone or sends what is no frame.
    [[nodiscard]] std::optional<Frame> receive();
    /// False when the other side is gone.
    [[nodiscard]] bool send(std::span<const std::byte> payload);

  private:
    bool receive_exactly(std::span<std::byte> bytes, int& attached);
    int descriptor_;
};

}  // namespace planlezer
