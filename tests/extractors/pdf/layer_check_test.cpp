#include "extractors/pdf/layer_check.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace planlezer {
namespace {

std::vector<Word> words_of(const std::string& text) {
    std::vector<Word> words;
    std::istringstream stream(text);
    for (std::string one; stream >> one;) {
        Word word;
        word.text = one;
        words.push_back(word);
    }
    return words;
}

const std::string dutch =
    "Op deze gronden mogen gebouwen worden gebouwd met dien verstande dat de goothoogte van hoofdgebouwen niet meer dan 6 m mag "
    "bedragen en de bouwhoogte niet meer dan 10 m, tenzij op de verbeelding anders is aangegeven; het bebouwingspercentage bedraagt ten hoogste 60%.";

std::string shifted(std::string text, int by) {
    for (char& c : text) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>('a' + (c - 'a' + by) % 26);
    }
    return text;
}

TEST(LayerCheck, DutchIsPlausible) { EXPECT_FALSE(is_implausible(words_of(dutch))); }

TEST(LayerCheck, AShiftedAlphabetIsNot) {
    for (const int by : {1, 3, 13, 25}) EXPECT_TRUE(is_implausible(words_of(shifted(dutch, by)))) << by;
}

TEST(LayerCheck, OtherLanguagesAreLeftToOthers) {
    EXPECT_FALSE(is_implausible(words_of("The maximum height of every building on these grounds shall not exceed ten metres unless the "
                                         "municipal council decides otherwise after hearing the owners of adjoining plots and houses")));
    EXPECT_FALSE(is_implausible(words_of("Die Höhe der Gebäude darf zehn Meter nicht überschreiten soweit nicht der Rat der Gemeinde etwas "
                                         "anderes beschließt nachdem die Eigentümer der angrenzenden Grundstücke gehört worden sind und keine")));
}

TEST(LayerCheck, ATableOfNumbersAndCodesIsPlausible) {
    std::string table;
    for (int i = 0; i < 60; ++i) table += "W-" + std::to_string(i) + " " + std::to_string(3 * i) + " m 45% GD2 ";
    EXPECT_FALSE(is_implausible(words_of(table)));
    EXPECT_FALSE(is_implausible({}));
}

TEST(LayerCheck, UnmappedCharactersAreCounted) {
    EXPECT_FALSE(is_unmapped(words_of(dutch)));
    EXPECT_TRUE(is_unmapped(words_of("de \uFFFD\uFFFD\uFFFD bedraagt 10 m")));
    EXPECT_FALSE(is_unmapped({}));
}

TEST(LayerCheck, InkIsLookedForUnderEachWord) {
    const PixHandle picture(pixCreate(100, 100, 8));
    pixSetAll(picture.get());
    for (int x = 20; x < 40; x += 3) pixSetPixel(picture.get(), x, 25, 30);
    std::vector<Word> words = words_of("ja nee buiten");
    words[0].box = {19, 20, 41, 30};
    words[1].box = {50, 50, 70, 60};
    words[2].box = {150, 150, 170, 160};
    EXPECT_EQ(inked(words, *picture, 72), (std::vector<bool>{true, false, false}));
}

}  // namespace
}  // namespace planlezer
