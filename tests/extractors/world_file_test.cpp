#include "extractors/world_file.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace planlezer {
namespace {

std::optional<WorldFile> parse(std::string_view text) { return parse_world_file(std::as_bytes(std::span(text))); }

TEST(WorldFileText, HoldsSixNumbersInTheOrderOfTheFormat) {
    const WorldFile expected{{0.1, 0.03, 142000.05, 0.02, -0.1, 506999.95}};
    EXPECT_EQ(parse("0.1\n0.02\n0.03\n-0.1\n142000.05\n506999.95\n"), expected);
    EXPECT_EQ(parse("  0,1\r\n0,02\r\n+0,03\r\n-0,1\r\n142000,05\r\n506999,95"), expected);
    EXPECT_EQ(parse("1.0e-1 2e-2 3e-2 -1e-1 142000.05 506999.95"), expected);
}

TEST(WorldFileText, IsNothingElse) {
    EXPECT_EQ(parse(""), std::nullopt);
    EXPECT_EQ(parse("0.1 0 0 -0.1 142000"), std::nullopt);
    EXPECT_EQ(parse("0.1 0 0 -0.1 142000 507000 1"), std::nullopt);
    EXPECT_EQ(parse("0.1 0 0 -0.1 142000 nan"), std::nullopt);
    EXPECT_EQ(parse("0.1 0 0 -0.1 142000 1e9"), std::nullopt);
    EXPECT_EQ(parse("0.1 0 0 -0.1 142000 507000 m"), std::nullopt);
    EXPECT_EQ(parse("0 0 0 0 142000 507000"), std::nullopt) << "every pixel on one point";
}

}  // namespace
}  // namespace planlezer
