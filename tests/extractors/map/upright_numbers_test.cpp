#include "extractors/map/raster/upright_numbers.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "tests/extractors/support/drawn_page.hpp"
#include "tests/extractors/support/engine.hpp"

namespace planlezer {
namespace {

using namespace planlezer::testing;

/// A page with these lines, turned by quarters clockwise.
std::vector<TextRun> numbers_on(const std::vector<std::string>& lines, int quarters) {
    PixHandle page(drawn_page(lines));
    if (quarters != 0) page.reset(pixRotate90(page.get(), quarters));
    const SheetRaster raster = sheet_raster({std::move(page), 300, 300});
    const Components ink = components_of(*raster.ink, false);
    std::vector<bool> used(ink.list.size(), false);
    return upright_numbers(raster, ink, used, engine());
}

TEST(UprightNumbers, AreReadUpwardAndDownward) {
    for (const int quarters : {1, -1}) {
        const std::vector<TextRun> found = numbers_on({"506700"}, quarters);
        ASSERT_EQ(found.size(), 1U) << quarters;
        EXPECT_EQ(found[0].text, "506700");
        EXPECT_EQ(found[0].angle, -90 * quarters);
        EXPECT_GT(found[0].box.height(), 3 * found[0].box.width());
    }
}

TEST(UprightNumbers, LevelTextIsNone) {
    EXPECT_TRUE(numbers_on({"506700", "506700", "506700", "506700", "506700", "506700"}, 0).empty());
}

}  // namespace
}  // namespace planlezer
