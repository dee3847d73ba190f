// The main of all unit tests: takes the locale of the environment, so that `LC_ALL=nl_NL.UTF-8` tests the decimal comma.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <clocale>
#include <locale>
#include <stdexcept>

int main(int argc, char** argv) {
    try {
        std::locale::global(std::locale(""));
    } catch (const std::runtime_error&) {
        // The environment names a locale this machine has not; silently testing "C" instead would prove nothing.
        GTEST_LOG_(FATAL) << "the locale of the environment does not exist here; build the target test_locale and set LOCPATH";
    }
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
