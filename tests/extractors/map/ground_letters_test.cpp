#include "extractors/map/raster/ground_letters.hpp"

#include <gtest/gtest.h>

#include <string>

namespace planlezer {
namespace {

TextRun run(const std::string& text, double x, double y) {
    TextRun made;
    made.text = text;
    made.box = {x, y, x + 8, y + 8};
    return made;
}

TEST(GroundLetters, AreTheCodesOfTheLegendAndNoArrowHeads) {
    Legend legend;
    LegendEntry field;
    field.code = "A";
    field.style.fill = Rgb{200, 220, 180};
    legend.entries = {field};
    legend.blocks = {{600, 0, 800, 300}};
    MapSign sign;
    sign.points_at = Point{304, 301};
    SheetParts parts;
    parts.signs = {sign};
    parts.runs = {run("A", 100, 100), run("A", 300, 300), run("A", 650, 50), run("k", 120, 100), run("8", 302, 296)};
    drop_leader_heads(parts);
    EXPECT_EQ(parts.runs.size(), 4U) << "a number stays";
    const auto letters = letters_of_grounds(parts, legend);
    ASSERT_EQ(letters.size(), 1U);
    EXPECT_EQ(letters[0].at.x, 104);
    EXPECT_EQ(letters[0].text, "A");
}

}  // namespace
}  // namespace planlezer
