#include "extractors/map/sheet_scale.hpp"

#include <gtest/gtest.h>

namespace planlezer {
namespace {

TEST(SheetScale, IsTheNumberAfterTheColon) {
    EXPECT_EQ(scale_in("Schaal 1:1.000"), 1000);
    EXPECT_EQ(scale_in("schaal 1 : 2500 (A0)"), 2500);
    EXPECT_EQ(scale_in("1:500"), 500);
    EXPECT_EQ(scale_in("datum: 1 : 3"), 0);
    EXPECT_EQ(scale_in("blad 11:1000"), 0);
    EXPECT_EQ(scale_in("1.1:1000"), 0);
}

TEST(SheetScale, OfTwoTheOneThatIsNamed) {
    const TextRun small{"1:10000", {}, {0, 0, 30, 8}, 8, 0, 1, ""};
    const TextRun named{"schaal", {}, {0, 100, 30, 108}, 8, 0, 1, ""};
    const TextRun scale{"1:1000", {}, {40, 100, 70, 108}, 8, 0, 1, ""};
    EXPECT_EQ(sheet_scale({small, named, scale}), 1000);
    EXPECT_EQ(sheet_scale({small, scale}), 0);
}

}  // namespace
}  // namespace planlezer
