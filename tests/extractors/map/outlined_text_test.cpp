// Letters as outlines: what they are called, where their texts stand.
#include "extractors/map/outlined_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "extractors/map/letter_outlines.hpp"
#include "extractors/map/outline_names.hpp"

namespace planlezer {
namespace {

constexpr double size = 10;  // points, of the type

/// Blocky letters, a few strokes each; all unlike each other.
std::vector<Ring> strokes_of(char name) {
    const auto bar = [](double x0, double y0, double x1, double y1) { return Ring{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}; };
    switch (name) {
        case '7': return {{{0, -7.3}, {4, -7.3}, {4, -6.3}, {2, 0}, {1, 0}, {3, -6.3}, {0, -6.3}}};
        case '4': return {{{2.4, -7.3}, {3.4, -7.3}, {3.4, -2.5}, {4.2, -2.5}, {4.2, -1.6}, {3.4, -1.6}, {3.4, 0}, {2.5, 0}, {2.5, -1.6}, {0, -1.6}, {0, -2.5}},
                          {{2.5, -5.6}, {2.5, -2.5}, {0.9, -2.5}}};
        case 'i': return {bar(0, -5.4, 0.9, 0), bar(0, -7.3, 0.9, -6.4)};
        case 'L': return {{{0, -7.3}, {1, -7.3}, {1, -1}, {4, -1}, {4, 0}, {0, 0}}};
        case ',': return {{{0, -0.9}, {0.9, -0.9}, {0.9, 0.5}, {0.3, 1.4}, {0, 1.4}, {0.4, 0.3}, {0, 0}}};
        default: return {bar(0, -7.3, 0.8, 0)};
    }
}

/// A drawing of words in outlines, one path a letter, and the runs that a reading of its picture would give.
struct Sheet {
    std::vector<DrawnPath> paths;
    std::vector<TextRun> runs;

    void write(double x, double y, const std::string& word, const std::string& read, double scale = 1, bool up = false) {
        Box whole{1e9, 1e9, -1e9, -1e9};
        for (const char name : word) {
            DrawnPath path;
            for (Ring ring : strokes_of(name)) {
                for (Point& p : ring) {
                    const Point at{x + p.x * scale, y + p.y * scale};
                    p = up ? Point{100 + (at.y - 100), 100 - (at.x - 100)} : at;
                    whole = united(whole, {p.x, p.y, p.x, p.y});
                }
                path.lines.push_back({std::move(ring), true, false});
            }
            paths.push_back(std::move(path));
            x += (name == 'i' || name == ',' ? 2.2 : 5.2) * scale;
        }
        TextRun run;
        run.text = read;
        run.box = whole;
        run.words.push_back({});
        run.words.back().text = read;
        run.words.back().box = whole;
        run.words.back().confidence = 0.95;
        runs.push_back(std::move(run));
    }
    [[nodiscard]] std::vector<Piece> pieces() const {
        std::vector<Piece> all;
        for (std::size_t i = 0; i < paths.size(); ++i) {
            for (const DrawnLine& line : paths[i].lines) {
                Box box{1e9, 1e9, -1e9, -1e9};
                for (const Point& p : line.points) box = united(box, {p.x, p.y, p.x, p.y});
                all.push_back({&paths[i], &line, i, box});
            }
        }
        return all;
    }
    [[nodiscard]] std::vector<TextRun> texts() const {
        const std::vector<Piece> own = pieces();
        std::vector<TextRun> found = text_runs(outlined_text(own, runs, {}).glyphs);
        std::ranges::sort(found, {}, [](const TextRun& r) { return r.box.y0; });
        return found;
    }
};

std::string texts(const Sheet& sheet) {
    std::string all;
    for (const TextRun& run : sheet.texts()) all += run.text + "\n";
    return all;
}

TEST(OutlinedText, ADotBelongsToItsLetterAndACounterToo) {
    Sheet sheet;
    sheet.write(50, 50, "i4", "i4");
    EXPECT_EQ(letter_outlines(sheet.pieces()).size(), 2U);
}

TEST(OutlinedText, ACommaIsNoDotOfTheLineBelow) {
    Sheet sheet;
    sheet.write(50, 50, "7,4", "7,4");
    sheet.write(50, 60.5, "7L7", "7L7");
    EXPECT_EQ(letter_outlines(sheet.pieces()).size(), 6U);
}

TEST(OutlinedText, OneMisreadingIsOutvoted) {
    Sheet sheet;
    for (int i = 0; i < 4; ++i) sheet.write(50, 50 + 20 * i, "74", "74");
    sheet.write(50, 150, "74", "14");
    EXPECT_EQ(texts(sheet), "74\n74\n74\n74\n74\n");
}

TEST(OutlinedText, ReadingsThatDisagreeNameNothing) {
    Sheet sheet;
    sheet.write(50, 50, "L7", "L7");
    sheet.write(50, 70, "L7", "E7");
    EXPECT_EQ(texts(sheet), "\uFFFD7\n\uFFFD7\n");
}

TEST(OutlinedText, AWordWithAnotherNumberOfLettersTeachesNothing) {
    Sheet sheet;
    sheet.write(50, 50, "7,4", "74");
    sheet.write(50, 70, "L", "L");
    EXPECT_EQ(texts(sheet), "L\n");
}

TEST(OutlinedText, AFormIsKnownInOtherSizesAndUpTheSheet) {
    Sheet sheet;
    for (int i = 0; i < 3; ++i) sheet.write(50, 50 + 20 * i, "74L", "74L");
    sheet.write(150, 60, "747", "???????", 0.6);
    sheet.write(150, 100, "4L74", "???????", 1, true);
    const std::vector<TextRun> found = sheet.texts();
    ASSERT_EQ(found.size(), 5U);
    const auto small = std::ranges::find(found, "747", &TextRun::text);
    ASSERT_NE(small, found.end());
    EXPECT_NEAR(small->size, 0.6 * size, 0.1);
    const auto up = std::ranges::find(found, "4L74", &TextRun::text);
    ASSERT_NE(up, found.end());
    EXPECT_NEAR(up->angle, 90, 0.1);
}

}  // namespace
}  // namespace planlezer
