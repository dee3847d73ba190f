// What signs say: by PRABPK2012, by the sheet's own legend, by their words; and what stays unexplained.
#include "rules/map/sheet/sign_meaning.hpp"

#include <gtest/gtest.h>

#include "schemas/rulebook/rule_book.hpp"

namespace planlezer {
namespace {

const MapBook& book() {
    static const RuleBook loaded = load_rule_book({PLANLEZER_BOOK});
    return loaded.map;
}

SignCell cell(int row, int column, std::string text, SignMark above = SignMark::none, SignMark below = SignMark::none) {
    SignCell made;
    made.row = row;
    made.column = column;
    made.text = std::move(text);
    made.above = above;
    made.below = below;
    return made;
}

MapSign sign(SignShape shape, std::vector<SignCell> cells) {
    MapSign made;
    made.shape = shape;
    made.cells = std::move(cells);
    return made;
}

LegendEntry explained(MapSign drawn, std::string text) {
    LegendEntry entry;
    entry.sign = std::move(drawn);
    entry.text = std::move(text);
    return entry;
}

/// "maximum goothoogte 4 m; maximum bouwhoogte 8 m"
std::string said(const SignMeaning& meaning) {
    std::string words;
    for (const MapValue& value : meaning.values) {
        words += (words.empty() ? "" : "; ") + value.kind + " " + value.value->text() + " " + std::string(unit_text(value.unit));
    }
    return words;
}

std::string standard(const MapSign& drawn) {
    const SignMeaning meaning = meaning_of(drawn, {}, book(), true);
    return meaning.source == SignSource::standard ? said(meaning) : "";
}

TEST(SignMeaning, CirclesOfPrabpk) {
    using enum SignMark;
    EXPECT_EQ(standard(sign(SignShape::circle, {cell(0, 0, "3", none, arc)})), "minimum goothoogte 3 m");
    EXPECT_EQ(standard(sign(SignShape::circle, {cell(0, 0, "4,5", arc)})), "maximum goothoogte 4.5 m");
    EXPECT_EQ(standard(sign(SignShape::circle, {cell(0, 0, "4-7", arc, arc)})), "minimum goothoogte 4 m; maximum goothoogte 7 m");
    EXPECT_EQ(standard(sign(SignShape::circle, {cell(0, 0, "10", triangle)})), "maximum bouwhoogte 10 m");
    EXPECT_EQ(standard(sign(SignShape::circle, {cell(0, 0, "60%")})), "maximum bebouwingspercentage 60 %");
    EXPECT_EQ(standard(sign(SignShape::circle, {cell(0, 0, "6", arc), cell(1, 0, "10", triangle)})), "maximum goothoogte 6 m; maximum bouwhoogte 10 m");
    EXPECT_EQ(standard(sign(SignShape::circle, {cell(0, 0, "6", arc), cell(0, 1, "10", triangle), cell(1, 0, "45", caret)})),
              "maximum goothoogte 6 m; maximum bouwhoogte 10 m; maximum dakhelling 45 degree");
    EXPECT_EQ(standard(sign(SignShape::circle, {cell(0, 0, "10", triangle), cell(0, 1, "3"), cell(1, 0, "80%")})),
              "maximum bouwhoogte 10 m; maximum aantal bouwlagen 3 bouwlagen; maximum bebouwingspercentage 80 %");
    EXPECT_EQ(standard(sign(SignShape::circle, {cell(0, 0, "3", none, line)})), "maximum verticale bouwdiepte 3 m");
}

TEST(SignMeaning, OtherFormsOfPrabpk) {
    EXPECT_EQ(standard(sign(SignShape::square, {cell(0, 0, "12")})), "maximum aantal wooneenheden 12 count");
    EXPECT_EQ(standard(sign(SignShape::double_square, {cell(0, 0, "3")})), "maximum aantal bouwlagen 3 bouwlagen");
    EXPECT_EQ(standard(sign(SignShape::triangle_up, {cell(0, 0, "m"), cell(1, 0, "370")})), "maximum oppervlakte 370 m2");
    EXPECT_EQ(standard(sign(SignShape::triangle_down, {cell(0, 0, "12"), cell(1, 0, "l")})), "minimum breedte 12 m");
}

TEST(SignMeaning, ACircleWithoutMarkOrLegendIsNeverGuessed) {
    const SignMeaning bare = meaning_of(sign(SignShape::circle, {cell(0, 0, "10")}), {}, book(), true);
    EXPECT_EQ(bare.source, SignSource::unexplained);
    EXPECT_TRUE(bare.values.empty());
    const SignMeaning one_of_two = meaning_of(sign(SignShape::circle, {cell(0, 0, "6", SignMark::arc), cell(1, 0, "10")}), {}, book(), true);
    EXPECT_EQ(one_of_two.source, SignSource::unexplained) << "half a meaning is none";
    EXPECT_EQ(meaning_of(sign(SignShape::square, {cell(0, 0, "12")}), {}, book(), false).source, SignSource::unexplained)
        << "on a sheet of another hand a square may be anything";
}

TEST(SignMeaning, TheLegendComesFirst) {
    const Legend legend = read_legend({explained(sign(SignShape::circle, {cell(0, 0, "a"), cell(1, 0, "b")}), "maximale goot- en bouwhoogte in meters"),
                                       explained(sign(SignShape::square, {cell(0, 0, "10")}), "maximum bebouwingspercentage")},
                                      book());
    const SignMeaning circle = meaning_of(sign(SignShape::circle, {cell(0, 0, "3,5"), cell(1, 0, "9")}), legend, book(), false);
    EXPECT_EQ(circle.source, SignSource::legend);
    EXPECT_EQ(said(circle), "maximum goothoogte 3.5 m; maximum bouwhoogte 9 m");
    EXPECT_EQ(said(meaning_of(sign(SignShape::square, {cell(0, 0, "40")}), legend, book(), true)), "maximum bebouwingspercentage 40 %")
        << "what the legend says of a square outdoes PRABPK2012";
}

TEST(SignMeaning, ADoubtfulCaretIsTheArcThatTheLegendShows) {
    const Legend legend = read_legend({explained(sign(SignShape::circle, {cell(0, 0, "A", SignMark::arc), cell(1, 0, "B", SignMark::triangle)}), "maximum goothoogte (m), maximum bouwhoogte (m)")}, book());
    MapSign drawn = sign(SignShape::circle, {cell(0, 0, "6", SignMark::caret), cell(1, 0, "9,5", SignMark::triangle)});
    EXPECT_EQ(said(meaning_of(drawn, legend, book(), true)), "maximum dakhelling 6 degree; maximum bouwhoogte 9.5 m") << "as drawn";
    drawn.cells[0].confidence = 0.4;
    EXPECT_EQ(said(meaning_of(drawn, legend, book(), true)), "maximum goothoogte 6 m; maximum bouwhoogte 9.5 m");
    EXPECT_EQ(standard(drawn), "maximum goothoogte 6 m; maximum bouwhoogte 9.5 m") << "nor does the standard have another";
}

TEST(SignMeaning, AFormWithTwoExplanationsMeansNothing) {
    const Legend legend = read_legend({explained(sign(SignShape::square, {cell(0, 0, "a")}), "maximum bouwhoogte (m)"),
                                       explained(sign(SignShape::square, {cell(0, 0, "b")}), "maximum goothoogte (m)")},
                                      book());
    EXPECT_EQ(meaning_of(sign(SignShape::square, {cell(0, 0, "7")}), legend, book(), true).source, SignSource::unexplained);
}

TEST(SignMeaning, PlainLabels) {
    LegendEntry g;
    g.code = "g";
    g.text = "goothoogte in meters";
    LegendEntry h;
    h.code = "h";
    h.text = "hoogte in meters";
    const Legend legend = read_legend({g, h, explained(sign(SignShape::none, {cell(0, 0, "II")}), "maximum aantal bouwlagen")}, book());
    EXPECT_EQ(said(meaning_of(sign(SignShape::none, {cell(0, 0, "g=4 h=8")}), legend, book(), false)), "maximum goothoogte 4 m; maximum bouwhoogte 8 m");
    EXPECT_EQ(said(meaning_of(sign(SignShape::none, {cell(0, 0, "III")}), legend, book(), false)), "maximum aantal bouwlagen 3 bouwlagen");
    EXPECT_EQ(said(meaning_of(sign(SignShape::none, {cell(0, 0, "max. bouwhoogte 10 m")}), {}, book(), false)), "maximum bouwhoogte 10 m");
    EXPECT_EQ(said(meaning_of(sign(SignShape::none, {cell(0, 0, "3 lagen")}), {}, book(), false)), "maximum aantal bouwlagen 3 bouwlagen");
    EXPECT_EQ(meaning_of(sign(SignShape::none, {cell(0, 0, "g=4 h=8")}), {}, book(), false).source, SignSource::unexplained);
    EXPECT_EQ(meaning_of(sign(SignShape::none, {cell(0, 0, "4/8")}), {}, book(), false).source, SignSource::unexplained);
    EXPECT_EQ(meaning_of(sign(SignShape::none, {cell(0, 0, "112")}), {}, book(), false).source, SignSource::no_value) << "a house number";
    EXPECT_EQ(meaning_of(sign(SignShape::none, {cell(0, 0, "GD")}), {}, book(), false).source, SignSource::no_value);
}

LegendEntry coded(std::string code, std::string text) {
    LegendEntry entry;
    entry.code = std::move(code);
    entry.text = std::move(text);
    return entry;
}

TEST(SignMeaning, FormsOfTheLegend) {
    const Legend legend = read_legend({coded("g/b", "maximale goothoogte (g) / maximale bouwhoogte (b) in meters; - : niet aangegeven"),
                                       coded("\u2026%", "maximaal bebouwingspercentage"), coded("h=...", "maximale bouwhoogte in meters")}, book());
    const auto boxed = [&](std::vector<SignCell> cells) { return said(meaning_of(sign(SignShape::box, std::move(cells)), legend, book(), false)); };
    EXPECT_EQ(boxed({cell(0, 0, "6/9,5"), cell(1, 0, "90%")}), "maximum goothoogte 6 m; maximum bouwhoogte 9.5 m; maximum bebouwingspercentage 90 %");
    EXPECT_EQ(boxed({cell(0, 0, "-/8")}), "maximum bouwhoogte 8 m");
    EXPECT_EQ(boxed({cell(0, 0, "h=9,5 m 40%")}), "maximum bouwhoogte 9.5 m; maximum bebouwingspercentage 40 %");
    EXPECT_EQ(boxed({cell(0, 0, "6/9,5"), cell(1, 0, "k=90")}), "") << "a piece the legend does not know";
}

TEST(SignMeaning, ARomanNumeralInTheLegendIsANumber) {
    const Legend legend = read_legend({coded("III", "maximaal aantal bouwlagen")}, book());
    EXPECT_EQ(said(meaning_of(sign(SignShape::none, {cell(0, 0, "VI")}), legend, book(), false)), "maximum aantal bouwlagen 6 bouwlagen");
}

TEST(SignMeaning, EachLetterOfASquareMayBeANumber) {
    const Legend legend = read_legend({explained(sign(SignShape::square, {cell(0, 0, "n"), cell(1, 0, "p")}), "maximum aantal bouwlagen (n) boven bebouwingspercentage (p)")}, book());
    EXPECT_EQ(said(meaning_of(sign(SignShape::square, {cell(0, 0, "5"), cell(1, 0, "60")}), legend, book(), false)), "maximum aantal bouwlagen 5 bouwlagen; maximum bebouwingspercentage 60 %");
}

TEST(SignMeaning, SquareMetresAreAUnit) {
    const Legend legend = read_legend({coded("100 m2", "maximum bebouwde oppervlakte in m2")}, book());
    EXPECT_EQ(said(meaning_of(sign(SignShape::none, {cell(0, 0, "370 m\u00B2")}), legend, book(), false)), "maximum oppervlakte 370 m2");
}

TEST(SignMeaning, ACoordinateIsNoSign) {
    EXPECT_EQ(meaning_of(sign(SignShape::none, {cell(0, 0, "X=142700")}), {}, book(), false).source, SignSource::no_value);
    EXPECT_EQ(meaning_of(sign(SignShape::none, {cell(0, 0, "Y=506700")}), {}, book(), false).source, SignSource::no_value);
}

TEST(SignMeaning, ClassesWithTheirValuesInTheLegend) {
    LegendEntry bedrijf = coded("B", "Bedrijf");
    LegendEntry wonen = coded("W", "Wonen (artikel 6)");
    bedrijf.heading = wonen.heading = "Bestemmingen";
    const Legend legend = read_legend({bedrijf, wonen, coded("a", "bouwhoogte ten hoogste 9,5 m, goothoogte ten hoogste 6 m"),
                                       coded("b", "bebouwingspercentage ten hoogste 90%")}, book());
    const auto label = [&](std::string text) { return meaning_of(sign(SignShape::none, {cell(0, 0, std::move(text))}), legend, book(), false); };
    EXPECT_EQ(said(label("W-a")), "maximum bouwhoogte 9.5 m; maximum goothoogte 6 m");
    EXPECT_EQ(said(label("B-b")), "maximum bebouwingspercentage 90 %");
    EXPECT_EQ(label("B").source, SignSource::no_value) << "the bestemming, not the class of the small letter";
    EXPECT_EQ(legend.areas.at(1).article, "6");
}

TEST(SignMeaning, TheLetterOfABestemmingThatWasNotReadIsNoClass) {
    const Legend legend = read_legend({coded("b", "bouwhoogte ten hoogste 9,5 m"), coded("c", "bouwhoogte ten hoogste 8 m")}, book());
    const SignMeaning meaning = meaning_of(sign(SignShape::none, {cell(0, 0, "B-c")}), legend, book(), false);
    EXPECT_EQ(meaning.source, SignSource::unexplained);
    EXPECT_TRUE(meaning.values.empty());
}

TEST(SignMeaning, ALabelMayNameSeveralClasses) {
    LegendEntry kantoor = coded("K", "Kantoor");
    kantoor.heading = "Bestemmingen";
    const Legend legend = read_legend({kantoor, coded("d", "bouwhoogte ten hoogste 14 m, bouwhoogte ten minste 12 m"), coded("VIII", "ten hoogste 8 bouwlagen")}, book());
    const auto label = [&](std::string text) { return meaning_of(sign(SignShape::none, {cell(0, 0, std::move(text))}), legend, book(), false); };
    EXPECT_EQ(said(label("K-d-VIII")), "maximum bouwhoogte 14 m; minimum bouwhoogte 12 m; maximum aantal bouwlagen 8 bouwlagen");
    EXPECT_EQ(label("K-d-VIII").bestemming, "K");
    EXPECT_EQ(said(label("K-q")), "") << "a class the legend does not know";
}

TEST(SignMeaning, AFrameAsHighAsWideIsStillAFrame) {
    const Legend legend = read_legend({coded("\u2026L", "maximaal aantal bouwlagen"), coded("\u2026%", "maximaal bebouwingspercentage")}, book());
    EXPECT_EQ(said(meaning_of(sign(SignShape::square, {cell(0, 0, "5L"), cell(1, 0, "50%")}), legend, book(), false)),
              "maximum aantal bouwlagen 5 bouwlagen; maximum bebouwingspercentage 50 %");
}

TEST(SignMeaning, APartOfTheLegendsSignWhoseLetterWasLostIsStillAPart) {
    const Legend legend = read_legend({explained(sign(SignShape::diamond, {cell(1, 0, "h")}), "g: maximum goothoogte h: maximum bouwhoogte")}, book());
    EXPECT_EQ(said(meaning_of(sign(SignShape::diamond, {cell(0, 0, "3,5"), cell(1, 0, "8")}), legend, book(), false)), "maximum goothoogte 3.5 m; maximum bouwhoogte 8 m");
    EXPECT_EQ(meaning_of(sign(SignShape::diamond, {cell(0, 0, "8")}), legend, book(), false).source, SignSource::unexplained);
}

TEST(SignMeaning, ABareNumberWithoutTheFrameOfTheLegendIsAHouseNumber) {
    const Legend legend = read_legend({explained(sign(SignShape::box, {cell(0, 0, "n")}), "aantal wooneenheden, ten hoogste"),
                                       explained(sign(SignShape::diamond, {cell(0, 0, "xx")}), "bebouwingspercentage, ten hoogste"),
                                       explained(sign(SignShape::circle, {cell(0, 0, "x", SignMark::none, SignMark::double_line)}), "bouwhoogte in meters, ten minste")},
                                      book());
    EXPECT_EQ(meaning_of(sign(SignShape::none, {cell(0, 0, "84")}), legend, book(), false).source, SignSource::no_value);
    EXPECT_EQ(said(meaning_of(sign(SignShape::box, {cell(0, 0, "4")}), legend, book(), false)), "maximum aantal wooneenheden 4 count");
    EXPECT_EQ(said(meaning_of(sign(SignShape::diamond, {cell(0, 0, "60")}), legend, book(), false)), "maximum bebouwingspercentage 60 %") << "a letter for each digit";
    EXPECT_EQ(said(meaning_of(sign(SignShape::circle, {cell(0, 0, "7", SignMark::none, SignMark::double_line)}), legend, book(), false)), "minimum bouwhoogte 7 m");
}

TEST(SignMeaning, AMarkOfAnotherHandIsNotOfPrabpk) {
    EXPECT_EQ(meaning_of(sign(SignShape::circle, {cell(0, 0, "6", SignMark::line)}), {}, book(), true).source, SignSource::unexplained);
    EXPECT_EQ(meaning_of(sign(SignShape::circle, {cell(0, 0, "6", SignMark::double_line)}), {}, book(), true).source, SignSource::unexplained);
    EXPECT_EQ(meaning_of(sign(SignShape::none, {cell(0, 0, "x=142650")}), {}, book(), false).source, SignSource::no_value) << "a coordinate";
}

TEST(SignMeaning, ASecondReadingAndDoubtGoAlong) {
    MapSign drawn = sign(SignShape::circle, {cell(0, 0, "10", SignMark::triangle)});
    drawn.cells[0].confidence = 0.4;
    drawn.cells[0].second_reading = "16";
    const SignMeaning meaning = meaning_of(drawn, {}, book(), true);
    ASSERT_EQ(meaning.values.size(), 1U);
    EXPECT_EQ(meaning.values[0].second_reading, "16");
    EXPECT_DOUBLE_EQ(meaning.values[0].confidence, 0.4);
}

TEST(SignMeaning, ASignOfAPictureThatOneOfTheLegendIsAlmostLikeIsForAPerson) {
    using enum SignMark;
    const auto circle = [](std::vector<SignCell> cells) { return sign(SignShape::circle, std::move(cells)); };
    const Legend legend = read_legend({explained(circle({cell(0, 0, "A", arc), cell(1, 0, "B", triangle)}), "maximum goothoogte (m), maximum bouwhoogte (m)"),
                                       explained(circle({cell(0, 0, "B", triangle), cell(1, 0, "D%")}), "maximum bouwhoogte (m), maximum bebouwingspercentage (%)"),
                                       explained(circle({cell(0, 0, "A", arc), cell(0, 1, "B", triangle), cell(1, 0, "C", caret)}),
                                                 "maximum goothoogte (m), maximum bouwhoogte (m), maximum dakhelling (graden)"),
                                       explained(circle({cell(0, 0, "A", arc), cell(0, 1, "B", triangle), cell(1, 0, "D%")}),
                                                 "maximum goothoogte (m), maximum bouwhoogte (m), maximum bebouwingspercentage (%)")},
                                      book());
    const auto read = [&](std::vector<SignCell> cells, double confidence) {
        for (SignCell& one : cells) one.confidence = confidence;
        return meaning_of(circle(std::move(cells)), legend, book(), true);
    };
    const std::vector<SignCell> lost_percent{cell(0, 0, "18", arc), cell(0, 1, "22", triangle), cell(1, 0, "30")};
    const SignMeaning likely = read(lost_percent, 0.95);
    EXPECT_EQ(said(likely), "maximum goothoogte 18 m; maximum bouwhoogte 22 m; maximum bebouwingspercentage 30 %") << "a caret is not lost";
    for (const MapValue& value : likely.values) EXPECT_LE(value.confidence, 0.4) << "a person must look";
    EXPECT_EQ(read(lost_percent, 0.4).source, SignSource::unexplained) << "in doubt it may be";
    EXPECT_EQ(read(lost_percent, 1).source, SignSource::unexplained) << "what is drawn so is so";
    EXPECT_EQ(said(read({cell(0, 0, "3"), cell(1, 0, "5,5", triangle)}, 0.4)), "maximum goothoogte 3 m; maximum bouwhoogte 5.5 m");
    EXPECT_EQ(read({cell(0, 0, "3"), cell(1, 0, "50")}, 0.4).source, SignSource::unexplained) << "two of the legend are as near";
}

TEST(SignMeaning, ASignOfOnePartIsTakenForTheOnlyOneItIsAlmostLike) {
    using enum SignMark;
    const auto square = [](SignCell one, double confidence) {
        one.confidence = confidence;
        return sign(SignShape::double_square, {std::move(one)});
    };
    const auto of_height = explained(sign(SignShape::circle, {cell(0, 0, "B", triangle)}), "maximum bouwhoogte (m)");
    const Legend legend = read_legend({explained(square(cell(0, 0, "F"), 1), "maximum aantal bouwlagen"), of_height}, book());
    const SignMeaning marked = meaning_of(square(cell(0, 0, "2", none, triangle), 0.4), legend, book(), false);
    EXPECT_EQ(said(marked), "maximum aantal bouwlagen 2 bouwlagen");
    for (const MapValue& value : marked.values) EXPECT_LE(value.confidence, 0.4) << "a person must look";
    EXPECT_EQ(meaning_of(square(cell(0, 0, "2", none, triangle), 0.95), legend, book(), false).source, SignSource::unexplained) << "a mark without doubt";
}

TEST(SignMeaning, ACaretThatTheLegendHasAsAnArcIsOfTheLegendForAPerson) {
    using enum SignMark;
    const Legend legend = read_legend({explained(sign(SignShape::circle, {cell(0, 0, "A", arc), cell(1, 0, "B", triangle)}), "maximum goothoogte (m), maximum bouwhoogte (m)")}, book());
    MapSign drawn = sign(SignShape::circle, {cell(0, 0, "3,5", caret), cell(1, 0, "8", triangle)});
    drawn.cells[0].confidence = drawn.cells[1].confidence = 0.9;
    const SignMeaning meaning = meaning_of(drawn, legend, book(), true);
    EXPECT_EQ(said(meaning), "maximum goothoogte 3.5 m; maximum bouwhoogte 8 m");
    for (const MapValue& value : meaning.values) EXPECT_LE(value.confidence, 0.4);
}

TEST(SignMeaning, ARangeOfALegendIsKnownByItsWords) {
    using enum SignMark;
    const auto circle = [](SignCell one, double confidence) {
        one.confidence = confidence;
        return sign(SignShape::circle, {std::move(one)});
    };
    const Legend legend = read_legend({explained(circle(cell(0, 0, "bg", none, triangle), 0.4), "minimum bouwhoogte (m), maximum bouwhoogte (m)")}, book());
    const SignMeaning range = meaning_of(circle(cell(0, 0, "12-14", triangle), 0.4), legend, book(), false);
    EXPECT_EQ(said(range), "minimum bouwhoogte 12 m; maximum bouwhoogte 14 m");
    for (const MapValue& value : range.values) EXPECT_LE(value.confidence, 0.4) << "a person must look";
}

TEST(SignMeaning, ALabelOfAPictureMayHaveLostItsBlanks) {
    const Legend legend = read_legend({coded("h=\u2026", "maximale bouwhoogte in meters"), coded("min h=\u2026", "minimale bouwhoogte in meters")}, book());
    EXPECT_EQ(said(meaning_of(sign(SignShape::box, {cell(0, 0, "h=7"), cell(1, 0, "minh=5")}), legend, book(), false)), "maximum bouwhoogte 7 m; minimum bouwhoogte 5 m");
    EXPECT_EQ(said(meaning_of(sign(SignShape::box, {cell(0, 0, "maxh=5")}), legend, book(), false)), "") << "words the legend does not have";
}

TEST(SignMeaning, TheGOfALegendMayBeReadAsAQ) {
    const Legend legend = read_legend({coded("q=\u2026", "maximale goothoogte in meters")}, book());
    EXPECT_EQ(said(meaning_of(sign(SignShape::box, {cell(0, 0, "g=6")}), legend, book(), false)), "maximum goothoogte 6 m");
}

TEST(SignMeaning, AnEqualsSignOfAPictureMayHaveLostOneOfItsBars) {
    const Legend legend = read_legend({coded("g=\u2026", "maximale goothoogte in meters"), coded("h=\u2026", "maximale bouwhoogte in meters")}, book());
    EXPECT_EQ(said(meaning_of(sign(SignShape::box, {cell(0, 0, "g-3,5h=8")}), legend, book(), false)), "maximum goothoogte 3.5 m; maximum bouwhoogte 8 m");
    EXPECT_EQ(said(meaning_of(sign(SignShape::box, {cell(0, 0, "g-h=8")}), legend, book(), false)), "");
    EXPECT_EQ(said(meaning_of(sign(SignShape::none, {cell(0, 0, "H-2")}), legend, book(), false)), "") << "a bestemming";
}

TEST(SignMeaning, ASignOfTheLegendHasOneNormAPart) {
    using enum SignMark;
    MapSign shown = sign(SignShape::circle, {cell(0, 0, "A", arc), cell(0, 1, "B", triangle), cell(1, 0, "De")});
    const std::string words = "maximum goothoogte (m), maximum bouwhoogte (m), maximum bebouwingspercentage (%)";
    const MapSign drawn = sign(SignShape::circle, {cell(0, 0, "3", arc), cell(0, 1, "6", triangle), cell(1, 0, "70%")});
    EXPECT_TRUE(read_legend({explained(shown, words)}, book()).signs.empty()) << "drawn so";
    shown.cells[2].confidence = 0.4;
    const Legend legend = read_legend({explained(shown, words)}, book());
    EXPECT_EQ(said(meaning_of(drawn, legend, book(), true)), "maximum goothoogte 3 m; maximum bouwhoogte 6 m; maximum bebouwingspercentage 70 %");
    EXPECT_EQ(meaning_of(drawn, legend, book(), true).source, SignSource::legend);
}

TEST(SignMeaning, TheNumberUnderTheLetterOfALegendMayBeReadAsLetters) {
    MapSign shown = sign(SignShape::triangle_up, {cell(0, 0, "m"), cell(1, 0, "JJ")});
    shown.cells[1].confidence = 0.4;
    const Legend legend = read_legend({explained(shown, "maximum oppervlakte (m2)")}, book());
    const SignMeaning meaning = meaning_of(sign(SignShape::triangle_up, {cell(0, 0, "m"), cell(1, 0, "120")}), legend, book(), true);
    EXPECT_EQ(said(meaning), "maximum oppervlakte 120 m2");
}

}  // namespace
}  // namespace planlezer
