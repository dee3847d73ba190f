#include "extractors/map/raster/dash_kinds.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extractors/map/raster/line_pieces.hpp"

namespace planlezer {
namespace {

/// Dashes on end along a row, in pixels.
/// \param lengths of the dashes, each followed by a gap
DashChain row(double y, const std::vector<double>& lengths, double gap) {
    DashChain chain;
    double x = 0;
    for (const double length : lengths) {
        chain.pieces.push_back({0, {x, y}, {x + length, y}, 2, length});
        x += length + gap;
    }
    return chain;
}

TEST(DashKinds, AreToldByTheWayFromDashToDash) {
    const std::vector<double> eight(8, 16.0);
    const DashKinds kinds = dash_kinds({row(0, eight, 8), row(100, std::vector<double>(12, 7.0), 5), row(200, eight, 9), row(300, {16, 16}, 8), row(400, {16, 9}, 8)});
    EXPECT_EQ(kinds.of_chain, (std::vector<std::uint8_t>{2, 1, 2, 2, 0}));
    ASSERT_EQ(kinds.periods.size(), 3U);
    EXPECT_NEAR(kinds.periods[1], 12, 0.01);
    EXPECT_NEAR(kinds.periods[2], 24.5, 0.6);
}

TEST(DashKinds, ADotThatIsLostBetweenTwoDashesChangesNothing) {
    const DashKinds kinds = dash_kinds({row(0, {24, 4, 24, 4, 24, 4, 24, 4, 24}, 7), row(100, std::vector<double>(5, 24.0), 18)});
    EXPECT_EQ(kinds.of_chain, (std::vector<std::uint8_t>{1, 1}));
    EXPECT_NEAR(kinds.periods[1], 42, 0.01);
}

TEST(DashKinds, TheWayRoundACornerTellsNothing) {
    DashChain box = row(0, {24, 24}, 6);
    box.pieces[1].a = {30, 4};
    box.pieces[1].b = {30, 28};
    const DashKinds kinds = dash_kinds({box, row(100, std::vector<double>(8, 24.0), 6)});
    EXPECT_EQ(kinds.of_chain, (std::vector<std::uint8_t>{0, 1}));
}

class BentDash : public ::testing::Test {
  protected:
    static std::vector<LinePiece> arms(const std::vector<std::string>& rows) {
        PixHandle pix(pixCreate(static_cast<int>(rows[0].size()), static_cast<int>(rows.size()), 1));
        for (std::size_t y = 0; y < rows.size(); ++y) {
            for (std::size_t x = 0; x < rows[y].size(); ++x) {
                if (rows[y][x] == '#') pixSetPixel(pix.get(), static_cast<int>(x), static_cast<int>(y), 1);
            }
        }
        const Components ink = components_of(*pix, false);
        return bent_dash(ink.list[0], ink, 7);
    }
};

TEST_F(BentDash, HasTwoArmsFromTheCorner) {
    const std::vector<LinePiece> found = arms({"##############", "##............", "##............", "##............", "##............", "##............", "##............", "##............"});
    ASSERT_EQ(found.size(), 2U);
    for (const LinePiece& arm : found) {
        EXPECT_EQ(arm.component, 7U);
        EXPECT_NEAR(arm.a.x, 0.5, 1);
        EXPECT_NEAR(arm.a.y, 0.5, 1);
        EXPECT_TRUE(arm.length > 6 && arm.length < 15) << arm.length;
    }
}

TEST_F(BentDash, MayHaveOneArmThatTheCornerLeftShort) {
    const std::vector<LinePiece> found = arms({"####################", "####################", "####################", ".................###", ".................###", ".................###"});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_GT(std::max(found[0].length, found[1].length), 15);
    EXPECT_TRUE(arms({"#####", "#####", "#####", "...##", "...##"}).empty());
}

TEST_F(BentDash, IsNoStraightOneAndNoRing) {
    EXPECT_TRUE(arms({"############", "############"}).empty());
    EXPECT_TRUE(arms({"########", "#......#", "#......#", "#......#", "########"}).empty());
}

}  // namespace
}  // namespace planlezer
