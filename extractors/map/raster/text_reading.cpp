#include "extractors/map/raster/text_reading.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string_view>
#include <utility>

#include "extractors/map/raster/roman_bars.hpp"

namespace planlezer {

namespace {

constexpr std::size_t longest_code = 4;
constexpr double vote_counts = 0.65;  // confidence of what only the rest of the sheet tells
constexpr double sure_bars = 0.9;     // confidence of a Roman numeral of bars
constexpr double sure_code = 0.7;     // confidence: letters that were read less surely are looked at again

const std::string three_dots = "\u2026";

void retell(Reading& reading, const std::string& text) {
    reading.text = text;
    if (reading.words.empty()) return;
    reading.words.resize(1);
    reading.words[0].text = text;
}

}  // namespace

Reading LineReader::first_reading(const WrittenLine& written) const {
    if (const std::size_t bars = roman_bars(written.letters); bars > 0) return with_bars(written, bars);
    return read_whole(written);
}

Reading LineReader::with_bars(const WrittenLine& written, std::size_t bars) const {
    Reading reading{"", sure_bars, {}};
    WrittenLine before = written;
    before.letters = left_to_right(written.letters);
    const LetterGroup numeral(before.letters.end() - static_cast<std::ptrdiff_t>(bars), before.letters.end());
    before.letters.resize(before.letters.size() - bars);
    if (!before.letters.empty()) {
        before.line = letter_line(before.letters, ink_);
        reading = read_whole(before);
        while (!reading.text.empty() && reading.text.back() == '-') reading.text.pop_back();
        if (reading.text.empty()) return read_whole(written);
        reading.text += '-';
        reading.confidence = std::min(reading.confidence, sure_bars);
    }
    OcrWord word;
    reading.text += std::string(bars, 'I');
    word.text = reading.text;
    word.confidence = reading.confidence;
    word.box = float_box(box_of(written.letters));
    reading.words = {std::move(word)};
    return reading;
}

Reading LineReader::read_whole(const WrittenLine& written) const {
    Reading reading = read_letters(written.letters, ink_, raster_, written.letters.size() < 4 ? OcrEngine::Layout::one_word : OcrEngine::Layout::one_line, engine_);
    if (written.line.forms.size() > longest_code || (reading.confidence >= sure_code && reading.text.size() == written.line.forms.size())) return reading;
    // A single letter may be read as two, or two as one.
    for (const OcrEngine::Layout layout : {OcrEngine::Layout::one_line, OcrEngine::Layout::one_word}) {
        Reading other = read_letters(written.letters, ink_, raster_, layout, engine_);
        const bool fits = other.text.size() == written.line.forms.size();
        const bool fitted = reading.text.size() == written.line.forms.size();
        if ((fits && !fitted) || (fits == fitted && other.confidence > reading.confidence)) reading = std::move(other);
    }
    const std::string& text = reading.text;
    // Both sizes of a letter that looks the same in each: "Vv".
    if (written.line.forms.size() == 1 && text.size() == 2 && std::toupper(text[0]) == std::toupper(text[1]) && text[0] != text[1]) retell(reading, text.substr(0, 1));
    return reading;
}

void LineReader::reread_code(WrittenLine& written, const LetterVote& vote_of_sheet) const {
    const bool apart = !written.dots.empty() && written.reading.words.size() > 1;
    if (written.line.forms.size() > longest_code || apart) return;
    Reading& reading = written.reading;
    if (reading.confidence < sure_code || reading.text.size() != written.line.forms.size()) {
        if (auto vote = vote_of_sheet.read(written.line, written.learnt)) {
            reading.confidence = std::max(reading.confidence, vote_counts);
            retell(reading, *vote);
        }
    }
    std::string text = reading.text;
    if (text.size() != written.line.forms.size()) return;
    static constexpr std::string_view alike = "vwsczxuo";
    double tallest = 0;  // of what is surely tall
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool tall = (text[i] >= 'A' && text[i] <= 'Z') || (text[i] >= '0' && text[i] <= '9');
        if (tall) tallest = std::max(tallest, written.line.forms[i].height);
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (tallest > 0 && alike.find(text[i]) != std::string_view::npos && written.line.forms[i].height > 0.9 * tallest) text[i] = static_cast<char>(text[i] - 'a' + 'A');
    }
    if (text != reading.text) retell(reading, text);
}

void add_dots(WrittenLine& written) {
    Reading& reading = written.reading;
    if (reading.words.empty() || written.dots.empty()) return;
    const double blank = 0.5 * written.line.box.height();
    for (const Ellipsis& ellipsis : written.dots) {
        const Box own = float_box(ellipsis.box);
        const auto next = std::ranges::find_if(reading.words, [&own](const OcrWord& word) { return word.box.mid_x() > own.mid_x(); });
        if (next != reading.words.end() && next->box.x0 - own.x1 < blank) {
            next->text = three_dots + next->text;
        } else if (next != reading.words.begin() && (next == reading.words.end() || own.x0 - std::prev(next)->box.x1 < blank)) {
            std::prev(next)->text += three_dots;
        } else {
            OcrWord word;
            word.text = three_dots;
            word.confidence = reading.confidence;
            word.box = own;
            reading.words.insert(next, std::move(word));
        }
    }
    reading.text.clear();
    for (const OcrWord& word : reading.words) reading.text += (reading.text.empty() ? "" : " ") + word.text;
}

}  // namespace planlezer
