#include "extractors/map/raster/sign_numbers.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "extractors/map/raster/digit_forms.hpp"

namespace planlezer {

namespace {

constexpr double doubtful = 0.4;
constexpr double least_figures = 0.3;   // confidence: less, and it was no number after all
constexpr double one_hand = 0.7;        // when one engine read it twice: no second opinion
constexpr double widest_gap = 0.38;      // of a digit's height between two of one number
constexpr double comma_room = 0.3;      // of a digit's height between two with a comma
constexpr double two_hands = 0.98;      // when the engine and the digits' forms say the same

/// Of "g=l0 h=14" without its blank: "l0h" is a number and the letter of the next one.
void figures_before_letter(std::span<char> part) {
    const auto is_one = [](char c) { return c == 'l' || c == 'I' || c == '|'; };
    const auto is_figure = [](char c) { return (c >= '0' && c <= '9') || c == ','; };
    const auto end = std::ranges::find_if_not(part, [&](char c) { return is_one(c) || is_figure(c); });
    if (end == part.end() || std::none_of(part.begin(), end, is_figure)) return;
    std::replace_if(part.begin(), end, is_one, '1');
}

/// Tesseract's hand and the map's: "6o%" is "60%", "l2" is "12", a comma may come as a point.
std::string as_number(std::string text) {
    static constexpr std::array<std::pair<char, char>, 8> like{{{'o', '0'}, {'O', '0'}, {'l', '1'}, {'I', '1'}, {'|', '1'}, {'S', '5'}, {'B', '8'}, {'.', ','}}};
    static constexpr std::string_view others = ",-%/\u2026";
    std::erase_if(text, [](char c) { return c == ' '; });
    if (text == "XX" || text == "NN") return text == "XX" ? "xx" : "nn";  // two letters that stand for digits are small ones
    if (!is_counted(text)) return as_figures(text);
    // "opp=120": letters that name what is counted stay letters, and only "g" looks like a digit there.
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('=', from), text.size());
        const auto part = std::span(text).subspan(from, end - from);
        const bool number = (from > 0 || is_counted({part.begin(), part.end()})) && std::ranges::all_of(part, [](char c) {
            return (c >= '0' && c <= '9') || others.find(c) != std::string_view::npos || std::ranges::any_of(like, [c](const auto& pair) { return pair.first == c; });
        });
        for (char& c : part) {
            for (const auto& [letter, digit] : like) c = number && c == letter ? digit : c;
        }
        if (end < text.size() && part.size() == 1 && part[0] == '9') part[0] = 'g';
        if (from > 0 && end < text.size()) figures_before_letter(part);
        from = end + 1;
    }
    // What hangs on an end without meaning is a crumb of the drawing; the dash of "4/-" leaves a value open.
    const bool pair = text.find("/-") != std::string::npos || text.find("-/") != std::string::npos;
    const std::string_view crumbs = pair ? ",\'" : ",-\'/";
    while (!text.empty() && crumbs.find(text.back()) != std::string_view::npos) text.pop_back();
    while (!text.empty() && crumbs.find(text.front()) != std::string_view::npos) text.erase(0, 1);
    return text;
}

bool is_number(const std::string& text) {
    const auto digits = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
    return digits > 0 && text.find_first_not_of("0123456789,-%/") == std::string::npos;
}

class SecondReader {
  public:
    SecondReader(const SheetRaster& raster, const Components& ink, const LetterVote& vote, OcrEngine& engine)
        : raster_(raster), ink_(ink), vote_(vote), engine_(engine) {}

    /// Two readings that agree, or the doubt is told.
    void settle(const SignNumber& number, SignCell& cell) {
        cell.text = number.reading.text;
        read(number, cell);
        if (has_hole(number.line, cell.text)) cell.confidence = std::min(cell.confidence, doubtful);
    }

  private:
    void read(const SignNumber& number, SignCell& cell) {
        if (settle_by_form(number, cell)) return;
        const auto vote = vote_.read(number.line, number.learnt);
        // No like on the sheet: letter by letter, without what stands beside.
        std::string second = as_number(vote ? *vote : one_by_one(number));
        if (cell.text.empty() || (!is_number(cell.text) && is_number(second)) || fits_better(second, cell.text, number.line)) std::swap(cell.text, second);
        if (second == cell.text && !second.empty()) {
            cell.confidence = std::min(cell.confidence, vote ? 0.99 : one_hand);
        } else {
            cell.second_reading = second;
            cell.confidence = std::min(cell.confidence, doubtful);
        }
        if (number.bitten) cell.confidence = std::min(cell.confidence, doubtful);
    }

    /// "h=15" with its four letters, where "h=115" or "had" was read.
    static bool fits_better(const std::string& second, const std::string& text, const LetterLine& line) {
        const bool label = is_counted(second) && second.find('=') != std::string::npos && second.size() == line.forms.size();
        return label && (text.size() != line.forms.size() || !is_counted(text));
    }

    /// Two digits further apart than digits stand: something between them was not seen.
    static bool has_hole(const LetterLine& line, const std::string& text) {
        if (text.size() != line.letters.size()) return false;
        const auto digit = [&text](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
        for (std::size_t i = 0; i + 1 < text.size(); ++i) {
            const double height = line.letters[i].height();
            if (digit(i) && digit(i + 1) && line.letters[i + 1].x0 - line.letters[i].x1 > widest_gap * height) return true;
        }
        return false;
    }

    /// The forms know nothing of Tesseract: what both say is so.
    bool settle_by_form(const SignNumber& number, SignCell& cell) {
        std::string read = number.reading.text;
        if (const auto counted = layers_by_form(number.line, read)) read = *counted;
        if (const auto percent = percent_by_form(number.line, read)) read = *percent;
        if (const auto broken = comma_by_form(number.line, read)) read = *broken;
        const auto forms = is_counted(read) ? read_by_form(number.line, read) : number_by_form(number.line);
        if (!forms) return false;
        const bool same = *forms == read;
        const bool confirmed = same || is_confirmed(*forms, number);
        if (confirmed) cell.text = *forms;
        if (!same && (is_counted(read) || !confirmed)) cell.second_reading = confirmed ? read : *forms;
        if (!confirmed && !is_counted(read)) std::swap(cell.text, cell.second_reading);
        // Two strokes over one another are no dash.
        if (!confirmed && forms->find('=') != std::string::npos && read.find('=') == std::string::npos) {
            cell.text = as_number(*forms);
            cell.second_reading = read;
        }
        cell.confidence = std::min(cell.confidence, cell.second_reading.empty() && !number.bitten ? two_hands : doubtful);
        return true;
    }

    /// "65" with a speck low in a wide gap is "6,5".
    static std::optional<std::string> comma_by_form(const LetterLine& line, const std::string& read) {
        if (read.find(',') != std::string::npos || read.size() + 1 != line.forms.size()) return std::nullopt;
        auto forms = number_by_form(line);
        const std::size_t comma = forms ? forms->find(',') : std::string::npos;
        if (comma == std::string::npos || comma == 0 || comma + 1 >= line.letters.size()) return std::nullopt;
        const PixelBox& left = line.letters[comma - 1];
        if (line.letters[comma + 1].x0 - left.x1 < comma_room * left.height()) return std::nullopt;
        return forms->substr(0, comma) + forms->substr(comma + 1) == read ? forms : std::nullopt;
    }

    /// A small "%" behind digits is read as many things ("30e", "60UW"); its form tells.
    static std::optional<std::string> percent_by_form(const LetterLine& line, const std::string& read) {
        static constexpr std::string_view units = "mMLnN";
        const std::size_t end = std::min(read.find_first_not_of("0123456789,"), read.size());
        if (end == 0 || (end < read.size() && (read[end] == '%' || units.find(read[end]) != std::string_view::npos))) return std::nullopt;
        auto forms = number_by_form(line);
        if (!forms || forms->back() != '%' || forms->substr(0, forms->size() - 1) != read.substr(0, end)) return std::nullopt;
        return forms;
    }

    /// "4L" that was read as "AL": what stands before the L is counted in digits.
    static std::optional<std::string> layers_by_form(const LetterLine& line, const std::string& read) {
        if (is_counted(read) || read.size() < 2 || read.size() > 3 || read.back() != 'L' || line.forms.size() != read.size()) return std::nullopt;
        std::string text;
        for (std::size_t i = 0; i + 1 < read.size(); ++i) {
            const auto digit = digit_of(line.forms[i]);
            if (!digit) return std::nullopt;
            text += *digit;
        }
        return text + 'L';
    }

    /// Tesseract has other ways to look at it; and its reading of the sheet's other digits tells too.
    bool is_confirmed(const std::string& forms, const SignNumber& number) {
        const auto vote = vote_.read(number.line, number.learnt);
        if (vote) return as_number(*vote) == forms;
        for (const OcrEngine::Layout layout : {OcrEngine::Layout::one_number, OcrEngine::Layout::one_line}) {
            if (as_number(read_letters(number.letters, ink_, raster_, layout, engine_).text) == forms) return true;
        }
        return false;
    }

    /// One character by itself: Tesseract may find nothing in one way and the digit in another.
    std::string alone(const Component& letter) {
        for (const OcrEngine::Layout layout : {OcrEngine::Layout::one_line, OcrEngine::Layout::one_number, OcrEngine::Layout::one_word}) {
            const std::string text = as_number(read_letters({&letter}, ink_, raster_, layout, engine_).text);
            if (!text.empty()) return text;
        }
        return {};
    }

    std::string one_by_one(const SignNumber& cut) {
        std::vector<const Component*> letters = cut.letters;
        std::ranges::sort(letters, {}, [](const Component* c) { return c->box.x0; });
        if (letters.size() == 1) return alone(*letters[0]);
        std::string text;
        const PixelBox row = box_of(letters);
        for (const Component* letter : letters) {
            const bool low = letter->box.y0 > row.y0 + 0.6 * row.height() && letter->box.width() < 0.4 * row.height();
            const bool dash = letter->box.height() < 0.3 * row.height() && !low;
            text += low ? "," : (dash ? "-" : alone(*letter));
        }
        return text;
    }

    const SheetRaster& raster_;
    const Components& ink_;
    const LetterVote& vote_;
    OcrEngine& engine_;
};

}  // namespace

bool is_counted(const std::string& text) {
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

Reading first_reading(const SignNumber& cut, const SheetRaster& raster, const Components& ink, OcrEngine& engine) {
    Reading word = read_letters(cut.letters, ink, raster, OcrEngine::Layout::one_word, engine);
    word.text = as_number(word.text);
    if (is_number(word.text)) return word;
    Reading figures = read_letters(cut.letters, ink, raster, OcrEngine::Layout::one_number, engine);
    figures.text = as_number(figures.text);
    return is_number(figures.text) && figures.confidence > least_figures ? figures : word;
}

void settle(const std::vector<SignNumber>& numbers, std::vector<MapSign>& signs, const SheetRaster& raster, const Components& ink, const LetterVote& vote,
            OcrEngine& engine) {
    SecondReader reader(raster, ink, vote, engine);
    for (const SignNumber& number : numbers) reader.settle(number, signs[number.sign].cells[number.cell]);
}

}  // namespace planlezer
