#include "extractors/map/legend.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>

#include "extractors/map/sheet_parts.hpp"

namespace planlezer {
namespace {

/// A legend of rows 26 points high, its samples at 80 and its words at 116.
class LegendRows : public ::testing::Test {
  protected:
    static constexpr double row = 26;

    LegendRows() { write(50, 60, 10, "VERKLARING"); }

    void write(double x, double y, double size, std::string words) {
        TextRun run;
        run.box = {x, y - size / 2, x + 0.55 * size * static_cast<double>(words.size()), y + size / 2};
        run.text = std::move(words);
        run.size = size;
        run.confidence = 1;
        parts_.runs.push_back(std::move(run));
    }
    void line(double x0, double x1, double y, double width, LineDash dash = LineDash::solid) {
        SheetLine made;
        made.points = {{x0, y}, {x1, y}};
        made.width = width;
        made.dash = dash;
        parts_.lines.push_back(std::move(made));
    }
    void box(double x0, double y0, double x1, double y1, double width) {
        MapArea area;
        area.shape = {{{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, {}}};
        area.style.edge = LineDash::solid;
        area.style.edge_width = width;
        parts_.areas.push_back(std::move(area));
    }
    static double middle(int i) { return 90 + row * i; }
    void words(int i, const std::string& text) { write(116, middle(i), 7, text); }

    [[nodiscard]] const LegendEntry* entry(const Legend& legend, const std::string& text) const {
        const auto found = std::ranges::find(legend.entries, text, &LegendEntry::text);
        return found == legend.entries.end() ? nullptr : &*found;
    }

    SheetParts parts_;
};

TEST_F(LegendRows, TheCellsOfARuledTableAreNoSamples) {
    for (int i = 0; i < 4; ++i) box(46, middle(i) - row / 2, 110, middle(i) + row / 2, 0.5);
    line(60, 100, middle(0), 3.6);
    line(60, 100, middle(1), 2.2, LineDash::dashed);
    box(60, middle(2) - 7, 100, middle(2) + 7, 1.1);
    words(0, "grens van het plan");
    words(1, "bestemmingsgrens");
    words(2, "bebouwingsgrens");
    words(3, "verklaring van iets");
    const Legend legend = find_legend(parts_);
    for (const auto& [text, width] : {std::pair("grens van het plan", 3.6), std::pair("bestemmingsgrens", 2.2), std::pair("bebouwingsgrens", 1.1)}) {
        const LegendEntry* found = entry(legend, text);
        ASSERT_NE(found, nullptr) << text;
        EXPECT_DOUBLE_EQ(found->style.edge_width, width) << text;
    }
}

TEST_F(LegendRows, ACellThatItsBoxMakesLookHatchedIsNoSample) {
    for (int i = 0; i < 3; ++i) {
        box(46, middle(i) - row / 2, 110, middle(i) + row / 2, 0.5);
        box(60, middle(i) - 7, 100, middle(i) + 7, 1.1);
        words(i, "grens van soort " + std::to_string(i));
    }
    parts_.areas[2].style.hatch = HatchKind::lines;
    const Legend legend = find_legend(parts_);
    const LegendEntry* found = entry(legend, "grens van soort 1");
    ASSERT_NE(found, nullptr);
    EXPECT_DOUBLE_EQ(found->style.edge_width, 1.1);
    EXPECT_EQ(found->style.hatch, HatchKind::none);
}

TEST_F(LegendRows, BoxesOnEndWithNothingInThemAreSwatches) {
    for (int i = 0; i < 3; ++i) {
        box(60, middle(i) - row / 2, 100, middle(i) + row / 2, 0.5 + i);
        words(i, "grens van soort " + std::to_string(i));
    }
    const Legend legend = find_legend(parts_);
    ASSERT_EQ(legend.entries.size(), 3U);
    EXPECT_DOUBLE_EQ(legend.entries[2].style.edge_width, 2.5);
}

TEST_F(LegendRows, TheLineUnderANumberBelongsToTheNumber) {
    line(60, 100, middle(0), 2);
    words(0, "bebouwingsgrens");
    write(75, middle(1) - 2, 8, "60%");
    line(72, 92, middle(1) + 3.5, 0.7);
    write(116, middle(1) - 4, 7, "percentage van het");
    write(116, middle(1) + 4, 7, "bouwvlak");
    const Legend legend = find_legend(parts_);
    const LegendEntry* found = entry(legend, "percentage van het bouwvlak");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->code, "60%");
    EXPECT_EQ(found->style.edge, LineDash::none);
}

TEST_F(LegendRows, ALabelInTheMiddleOfASwatchIsNoName) {
    for (int i = 0; i < 2; ++i) {
        box(50, middle(i) - 7, 100, middle(i) + 7, 0.7);
        box(50, middle(i) - 7, 68, middle(i) + 7, 0.5);  // what the frame of the label leaves of the swatch
        write(72, middle(i), 7, i == 0 ? "M" : "KT");
        words(i, i == 0 ? "Maatschappelijk" : "Kantoren");
    }
    const Legend legend = find_legend(parts_);
    EXPECT_EQ(entry(legend, "M"), nullptr);
    EXPECT_EQ(entry(legend, "KT"), nullptr);
    ASSERT_NE(entry(legend, "Kantoren"), nullptr);
    EXPECT_EQ(entry(legend, "Kantoren")->code, "KT");
}

}  // namespace
}  // namespace planlezer
