// Waiting for what another process or thread is about to do.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <thread>

namespace planlezer::test {

/// True as soon as `happened` says so; false when it never does, after a time no machine needs.
template <typename Happened>
[[nodiscard]] bool eventually(Happened happened) {
    constexpr std::chrono::milliseconds pause{20};
    constexpr int most = 3000;
    for (int i = 0; i < most && !happened(); ++i) std::this_thread::sleep_for(pause);
    return happened();
}

}  // namespace planlezer::test
