#include "rules/map/sheet/style_difference.hpp"

#include <gtest/gtest.h>

namespace planlezer {
namespace {

constexpr Rgb yellow{238, 228, 42};

AreaStyle dashes(double width, Rgb colour) {
    AreaStyle style;
    style.edge = LineDash::dashed;
    style.edge_width = width;
    style.edge_colour = colour;
    return style;
}

// As a scanner sees thin black, brown and red lines on paper.
const AreaStyle black = dashes(0.5, {97, 84, 84});
const AreaStyle brown = dashes(0.5, {150, 115, 84});
const AreaStyle red = dashes(0.5, {222, 97, 90});

TEST(StyleDifference, AThinLineIsMixedWithTheGroundItLiesOn) {
    const AreaStyle seen = dashes(0.7, {97, 74, 8});
    EXPECT_EQ(style_difference(seen, black, {}), another_style);
    EXPECT_LT(style_difference(seen, black, {yellow}), style_difference(seen, brown, {yellow}));
    EXPECT_EQ(style_difference(seen, red, {yellow}), another_style);
}

TEST(StyleDifference, ABrownLineOnYellowIsNoBlackOne) {
    const AreaStyle seen = dashes(0.7, {147, 108, 14});
    EXPECT_LT(style_difference(seen, brown, {yellow}), style_difference(seen, black, {yellow}));
}

TEST(StyleDifference, AWideLineHasItsOwnColour) {
    AreaStyle seen = dashes(1.4, {97, 74, 8});
    AreaStyle swatch = black;
    swatch.edge_width = 1.4;
    EXPECT_EQ(style_difference(seen, swatch, {yellow}), another_style);
}

}  // namespace
}  // namespace planlezer
