#include "extractors/image/text_lines.hpp"

#include <gtest/gtest.h>

namespace planlezer {
namespace {

constexpr double unit = 20;  // pixels: the x-height of all that is drawn here

/// Letters are boxes of x-height; each is 14 wide with 6 of paper behind it.
void write(Pix& page, int x, int base, int letters, int height = 20) {
    for (int i = 0; i < letters; ++i) pixRasterop(&page, x + 20 * i, base - height, 14, height, PIX_SET, nullptr, 0, 0);
}

TEST(TextLines, ALabelBelongsToTheLineBehindIt) {
    const PixHandle page(pixCreate(1200, 300, 1));
    write(*page, 100, 100, 1);                                            // the label
    pixRasterop(page.get(), 118, 96, 4, 4, PIX_SET, nullptr, 0, 0);       // and its point
    write(*page, 200, 100, 20);
    write(*page, 200, 150, 20);
    const TextLines found(*page, unit, {});
    ASSERT_EQ(found.lines().size(), 2U);
    EXPECT_EQ(found.lines()[0].box.x0, 100);
    EXPECT_EQ(found.lines()[0].pieces.size(), 22U);
    EXPECT_EQ(found.lines()[1].box.x0, 200);
}

TEST(TextLines, ColumnsAreReadApart) {
    const PixHandle page(pixCreate(1400, 300, 1));
    write(*page, 100, 100, 25);
    write(*page, 700, 100, 25);
    EXPECT_EQ(TextLines(*page, unit, {}).lines().size(), 2U);
}

TEST(TextLines, ARuledLinePartsCells) {
    const PixHandle page(pixCreate(600, 300, 1));
    write(*page, 100, 100, 3);
    write(*page, 200, 100, 3);
    EXPECT_EQ(TextLines(*page, unit, {}).lines().size(), 1U);
    EXPECT_EQ(TextLines(*page, unit, {{180, 50, 180, 150}}).lines().size(), 2U);
}

TEST(TextLines, ALonelyDigitIsALine) {
    const PixHandle page(pixCreate(600, 300, 1));
    write(*page, 300, 200, 1, 28);
    EXPECT_EQ(TextLines(*page, unit, {}).lines().size(), 1U);
}

TEST(TextLines, WideGapsAreNarrowedAndPlacesLeadBack) {
    const PixHandle page(pixCreate(1200, 300, 1));
    write(*page, 100, 100, 2);
    write(*page, 250, 100, 10);
    const TextLines found(*page, unit, {});
    ASSERT_EQ(found.lines().size(), 1U);
    const TextLines::Cut cut = found.cut_ink(found.lines()[0]);
    ASSERT_EQ(cut.stretches.size(), 2U);
    EXPECT_LT(pixGetWidth(cut.pixels.get()), 450 - 100 + 2 * 16);
    const Box last = cut.on_page({static_cast<double>(pixGetWidth(cut.pixels.get())) - 30, 0, static_cast<double>(pixGetWidth(cut.pixels.get())) - 16, 20});
    EXPECT_NEAR(last.x1, 250 + 9 * 20 + 14, 1);
    EXPECT_NEAR(cut.on_page({16, 0, 30, 20}).x0, 100, 1);
}

TEST(TextLines, ASuperscriptIsKnownByItsPlace) {
    const PixHandle page(pixCreate(600, 300, 1));
    write(*page, 100, 100, 8);
    pixRasterop(page.get(), 258, 68, 9, 17, PIX_SET, nullptr, 0, 0);
    const TextLines found(*page, unit, {});
    ASSERT_EQ(found.lines().size(), 1U);
    ASSERT_EQ(found.lines()[0].raised.size(), 1U);
    EXPECT_EQ(found.piece(found.lines()[0].raised[0]).x0, 258);
}

TEST(TextLines, ABulletIsKnownByItsShape) {
    const PixHandle page(pixCreate(600, 300, 1));
    pixRasterop(page.get(), 60, 86, 9, 9, PIX_SET, nullptr, 0, 0);
    write(*page, 130, 100, 10);
    write(*page, 100, 200, 1);  // a letter is no bullet
    write(*page, 130, 200, 10);
    const TextLines found(*page, unit, {});
    ASSERT_EQ(found.lines().size(), 2U);
    EXPECT_TRUE(found.bullet_of(found.lines()[0]));
    EXPECT_FALSE(found.bullet_of(found.lines()[1]));
}

TEST(TextLines, AnotherLineIsPaintedOutOfACut) {
    const PixHandle page(pixCreate(600, 300, 1));
    write(*page, 100, 100, 10);
    write(*page, 100, 126, 10);  // close beneath
    const TextLines found(*page, unit, {});
    ASSERT_EQ(found.lines().size(), 2U);
    const PixHandle grey(pixConvert1To8(nullptr, page.get(), 255, 0));
    const TextLines::Cut cut = found.cut_grey(*grey, found.lines()[0]);
    const PixHandle dark(pixThresholdToBinary(cut.pixels.get(), 128));
    int ink = 0;
    pixCountPixels(dark.get(), &ink, nullptr);
    EXPECT_EQ(ink, 10 * 14 * 20);
}

}  // namespace
}  // namespace planlezer
