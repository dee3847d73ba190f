#include "extractors/image/photo.hpp"

#include <gtest/gtest.h>

namespace planlezer {
namespace {

constexpr SheetCorners placed{Point{120, 90}, Point{860, 130}, Point{900, 1180}, Point{80, 1150}};

/// A light sheet in perspective on a dark table, darker to the right as under a lamp.
PixHandle photograph(const SheetCorners& corners) {
    const PixHandle sheet(pixCreate(1000, 1300, 8));
    pixSetAllArbitrary(sheet.get(), 230);
    const PtaHandle to(ptaCreate(4));
    const PtaHandle from(ptaCreate(4));
    for (const Point& p : corners) ptaAddPt(to.get(), static_cast<float>(p.x), static_cast<float>(p.y));
    for (const Point& p : {Point{0, 0}, Point{999, 0}, Point{999, 1299}, Point{0, 1299}}) {
        ptaAddPt(from.get(), static_cast<float>(p.x), static_cast<float>(p.y));
    }
    PixHandle photo(pixProjectivePtaGray(sheet.get(), to.get(), from.get(), 60));
    for (int y = 0; y < pixGetHeight(photo.get()); ++y) {
        for (int x = 0; x < pixGetWidth(photo.get()); ++x) {
            l_uint32 value = 0;
            pixGetPixel(photo.get(), x, y, &value);
            pixSetPixel(photo.get(), x, y, value * static_cast<l_uint32>(2000 - x) / 2000);
        }
    }
    return photo;
}

TEST(Photo, TheSheetIsFoundAndLaidFlat) {
    const PixHandle photo = photograph(placed);
    const auto corners = find_sheet(*photo);
    ASSERT_TRUE(corners);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_NEAR(corners->at(i).x, placed.at(i).x, 35) << i;
        EXPECT_NEAR(corners->at(i).y, placed.at(i).y, 35) << i;
    }
    const FlatSheet flat = laid_flat(*photo, *corners);
    ASSERT_TRUE(flat.grey);
    EXPECT_NEAR(pixGetWidth(flat.grey.get()), (741 + 820) / 2, 60);
    const Point back = flat.to_photo(Point{0, 0});
    EXPECT_NEAR(back.x, corners->at(0).x, 0.01);
    EXPECT_NEAR(back.y, corners->at(0).y, 0.01);
}

TEST(Photo, AScanIsNoPhoto) {
    const PixHandle white(pixCreate(1000, 1300, 8));
    pixSetAllArbitrary(white.get(), 240);
    EXPECT_FALSE(find_sheet(*white));
    // A dark edge on one side, as a copier leaves it.
    pixRasterop(white.get(), 0, 0, 60, 1300, PIX_CLR, nullptr, 0, 0);
    EXPECT_FALSE(find_sheet(*white));
}

TEST(Photo, ADrawingOnADarkGroundIsNoSheet) {
    const PixHandle dark(pixCreate(1000, 1300, 8));
    pixSetAllArbitrary(dark.get(), 40);
    for (int y = 200; y < 1100; ++y) {  // a triangle
        const int width = (y - 200) * 700 / 900;
        pixRasterop(dark.get(), 500 - width / 2, y, width, 1, PIX_SET, nullptr, 0, 0);
    }
    EXPECT_FALSE(find_sheet(*dark));
}

}  // namespace
}  // namespace planlezer
