#include "pipeline/evaluate/wilson.hpp"

#include <gtest/gtest.h>

namespace planlezer::evaluate {
namespace {

// By the formula with z = 1.96 worked out by hand: for 9 of 10, p = 0.9, z2/n = 0.38415, middle 0.9 + 0.19207 = 1.09207,
// reach 1.95996 * sqrt(0.009 + 0.0096037) = 0.26733, both over 1.38415.
TEST(Wilson, NineOfTen) {
    const Interval interval = Rate{9, 10}.interval();
    EXPECT_NEAR(interval.low, (1.09207 - 0.26733) / 1.38415, 1e-4);
    EXPECT_NEAR(interval.high, (1.09207 + 0.26733) / 1.38415, 1e-4);
}

// Published values of the score interval: 0 of 10 is 0 to 0.2775, 10 of 10 is 0.7225 to 1, 50 of 100 is 0.4038 to 0.5962.
TEST(Wilson, KnownIntervals) {
    EXPECT_EQ((Rate{0, 10}.interval().low), 0);
    EXPECT_NEAR((Rate{0, 10}.interval().high), 0.2775, 5e-5);
    EXPECT_NEAR((Rate{10, 10}.interval().low), 0.7225, 5e-5);
    EXPECT_EQ((Rate{10, 10}.interval().high), 1);
    EXPECT_NEAR((Rate{50, 100}.interval().low), 0.4038, 5e-5);
    EXPECT_NEAR((Rate{50, 100}.interval().high), 0.5962, 5e-5);
}

TEST(Wilson, NothingCountedSaysNothing) {
    EXPECT_EQ(Rate{}.share(), 0);
    EXPECT_EQ(Rate{}.interval().low, 0);
    EXPECT_EQ(Rate{}.interval().high, 1);
}

}  // namespace
}  // namespace planlezer::evaluate
