#include "extractors/map/raster/framed_words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace planlezer {
namespace {

constexpr double dpi = 200;

/// A white sheet of 300 by 200 pixels with a label of two lines at its middle; its letters need not be drawn.
class FramedWords : public ::testing::Test {
  protected:
    FramedWords() : pix_(pixCreate(300, 200, 8)) {
        pixSetAll(pix_.get());
        write("h=9,5", {120, 85, 170, 96});
        write("min h=7", {110, 105, 180, 116});
    }
    void fill(int x0, int y0, int x1, int y1) {
        for (int y = y0; y < y1; ++y) {
            for (int x = x0; x < x1; ++x) pixSetPixel(pix_.get(), x, y, 0);
        }
    }
    /// \param box pixels
    void write(std::string text, const Box& box) {
        TextRun run;
        run.text = std::move(text);
        run.box = {box.x0 * 72 / dpi, box.y0 * 72 / dpi, box.x1 * 72 / dpi, box.y1 * 72 / dpi};
        run.confidence = 0.9;
        runs_.push_back(std::move(run));
    }
    /// Three sides, and of the upper one what is left of a gap.
    void frame(int gap) {
        fill(100, 75, 130, 77);
        fill(130 + gap, 75, 192, 77);
        fill(100, 125, 192, 127);
        fill(100, 75, 102, 127);
        fill(190, 75, 192, 127);
    }
    std::vector<MapSign> found(const std::vector<MapSign>& known = {}) { return framed_words(sheet_raster({PixHandle(pixCopy(nullptr, pix_.get())), dpi, dpi}), runs_, known); }

    PixHandle pix_;
    std::vector<TextRun> runs_;
};

TEST_F(FramedWords, AreASignThoughTheFrameHasAGap) {
    frame(20);
    write("W1", {230, 85, 250, 96});
    const std::vector<MapSign> signs = found();
    ASSERT_EQ(signs.size(), 1U);
    EXPECT_EQ(signs[0].shape, SignShape::box);
    EXPECT_NEAR(signs[0].box.x0 * dpi / 72, 101, 2);
    EXPECT_NEAR(signs[0].box.y1 * dpi / 72, 126, 2);
    ASSERT_EQ(signs[0].cells.size(), 2U);
    EXPECT_EQ(signs[0].cells[0].text, "h=9,5");
    EXPECT_EQ(signs[0].cells[1].text, "min h=7");
    EXPECT_EQ(signs[0].cells[1].row, 1);
    ASSERT_EQ(runs_.size(), 1U) << "the words are those of the sign";
    EXPECT_EQ(runs_[0].text, "W1");
}

TEST_F(FramedWords, AreNoneWhereASideIsNotDrawn) {
    frame(62);
    EXPECT_TRUE(found().empty());
    EXPECT_EQ(runs_.size(), 2U);
}

TEST_F(FramedWords, AreNoneWhereASignIsKnown) {
    frame(20);
    MapSign known;
    known.box = runs_[0].box;
    EXPECT_TRUE(found({known}).empty());
}

TEST_F(FramedWords, AreNoneAroundACodeOrANumber) {
    frame(0);
    runs_.clear();
    write("W1", {120, 85, 140, 96});
    write("12", {120, 105, 140, 116});
    EXPECT_TRUE(found().empty());
}

TEST_F(FramedWords, AreRomanNumeralsInFramesOfOneSize) {
    runs_.clear();
    const auto framed = [this](const std::string& text, int x, int y, int wide) {
        fill(x, y, x + wide, y + 2);
        fill(x, y + 22, x + wide, y + 24);
        fill(x, y, x + 2, y + 24);
        fill(x + wide - 2, y, x + wide, y + 24);
        write(text, {x + 10.0, y + 7.0, x + 10.0 + 4.0 * static_cast<double>(text.size()), y + 17.0});
    };
    framed("V", 20, 20, 36);
    framed("V", 20, 120, 60);  // a swatch with a code
    EXPECT_TRUE(found().empty()) << "a letter by itself may be a code";
    framed("IV", 120, 20, 36);
    const std::vector<MapSign> signs = found();
    ASSERT_EQ(signs.size(), 2U);
    EXPECT_EQ(signs[0].shape, SignShape::box);
    EXPECT_EQ(signs[0].cells[0].text, "V");
    EXPECT_EQ(signs[1].cells[0].text, "IV");
}

}  // namespace
}  // namespace planlezer
