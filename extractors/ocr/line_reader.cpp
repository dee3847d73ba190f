#include "extractors/ocr/line_reader.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "extractors/image/binarise.hpp"
#include "extractors/image/text_lines.hpp"
#include "extractors/limits.hpp"
#include "extractors/wire/utf8.hpp"

namespace planlezer {

namespace {

constexpr double doubt = 0.88;            // confidence below which any word is read again
constexpr double clearly_better = 0.04;   // confidence by which a second reading must win to become the text
constexpr double seen_once = 0.5;         // the most confidence a word can have that only one of two readings saw
constexpr double usual_x_height = 1.0 / 15;  // inch, of type of 10 points: for a page with too little on it to measure
constexpr float second_scale = 1.25F;     // so that the network meets other pixels

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

bool needs_second(const OcrLine& line) {
    return line.empty() || std::ranges::any_of(line, [](const OcrWord& word) { return word.confidence < doubt || has_digit(word.text); });
}

OcrLine on_page(OcrLine line, const TextLines::Cut& cut, double scale) {
    for (OcrWord& word : line) {
        word.box = cut.on_page({word.box.x0 / scale, word.box.y0 / scale, word.box.x1 / scale, word.box.y1 / scale});
    }
    return line;
}

OcrLine read_cut(const TextLines::Cut& cut, Pix& pixels, double scale, int dpi, OcrEngine::Layout layout, OcrEngine& engine) {
    OcrLine whole;
    for (OcrLine& part : engine.read(pixels, dpi, layout)) {
        std::ranges::move(on_page(std::move(part), cut, scale), std::back_inserter(whole));
    }
    std::ranges::stable_sort(whole, {}, [](const OcrWord& word) { return word.box.x0; });
    return whole;
}

/// Black on white, only the line's own ink, at another scale, without Tesseract's own search for the line.
OcrLine read_again(const TextLines& lines, const TextLine& line, int dpi, OcrEngine& engine) {
    const TextLines::Cut cut = lines.cut_ink(line);
    if (!cut.pixels) return {};
    const PixHandle scaled(pixScaleGrayLI(cut.pixels.get(), second_scale, second_scale));
    if (!scaled) return {};
    return read_cut(cut, *scaled, static_cast<double>(second_scale), static_cast<int>(static_cast<float>(dpi) * second_scale), OcrEngine::Layout::raw_line, engine);
}

/// What must be equal for two readings to agree: without the marks around a word, and with one sort of quote and dash.
std::string core(std::string_view text) {
    constexpr std::string_view around = ".,;:'\"`_()[]|";
    const std::size_t first = text.find_first_not_of(around);
    if (first == std::string_view::npos) return std::string(text);
    const std::size_t last = text.find_last_not_of(around);
    return std::string(text.substr(first, last - first + 1));
}

/// "3,25" and "3.25" are one value in two hands; "1.500" and "1,500" are not.
bool same_decimal(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] == b[i]) continue;
        const auto is_mark = [](char c) { return c == ',' || c == '.'; };
        const std::size_t decimals = a.find_first_not_of("0123456789", i + 1) == std::string_view::npos ? a.size() - i - 1 : 0;
        if (!is_mark(a[i]) || !is_mark(b[i]) || decimals < 1 || decimals > 2 || a.find_first_of(".,") != i) return false;
    }
    return true;
}

bool agree(const OcrWord& a, const OcrWord& b) {
    const std::string one = core(a.text);
    const std::string other = core(b.text);
    return one == other || same_decimal(one, other);
}

std::string joined(std::span<const OcrWord> words, std::string_view between) {
    std::string text;
    for (const OcrWord& word : words) {
        if (!text.empty()) text += between;
        text += word.text;
    }
    return text;
}

double worst(std::span<const OcrWord> words) {
    double confidence = 1;
    for (const OcrWord& word : words) confidence = std::min(confidence, word.confidence);
    return words.empty() ? 0 : confidence;
}

/// Words of both readings that lie over one another. Both are sorted from left to right.
struct Pair {
    std::span<const OcrWord> first;
    std::span<const OcrWord> second;
};

bool over_one_another(const OcrWord& a, const OcrWord& b) {
    const double common = std::min(a.box.x1, b.box.x1) - std::max(a.box.x0, b.box.x0);
    return common > 0.4 * std::min(a.box.width(), b.box.width());
}

std::vector<Pair> paired(const OcrLine& first, const OcrLine& second) {
    std::vector<Pair> pairs;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < first.size() || j < second.size()) {
        std::size_t i_end = i;
        std::size_t j_end = j;
        // Start with the leftmost word that is left, then take in whatever overlaps what is already in.
        if (j == second.size() || (i < first.size() && first[i].box.x0 <= second[j].box.x0)) {
            ++i_end;
        } else {
            ++j_end;
        }
        bool grew = true;
        while (grew) {
            grew = false;
            const auto meets = [](const OcrLine& line, std::size_t begin, std::size_t end, const OcrWord& word) {
                return std::any_of(line.begin() + static_cast<std::ptrdiff_t>(begin), line.begin() + static_cast<std::ptrdiff_t>(end),
                                   [&word](const OcrWord& other) { return over_one_another(other, word); });
            };
            if (j_end < second.size() && meets(first, i, i_end, second[j_end])) {
                ++j_end;
                grew = true;
            }
            if (i_end < first.size() && meets(second, j, j_end, first[i_end])) {
                ++i_end;
                grew = true;
            }
        }
        pairs.push_back({std::span(first).subspan(i, i_end - i), std::span(second).subspan(j, j_end - j)});
        i = i_end;
        j = j_end;
    }
    return pairs;
}

}  // namespace

std::vector<ReadWord> compared(const OcrLine& first, const OcrLine& second) {
    std::vector<ReadWord> words;
    for (const Pair& pair : paired(first, second)) {
        const bool second_wins = worst(pair.second) > worst(pair.first) + clearly_better;
        const std::span<const OcrWord> text = second_wins ? pair.second : pair.first;
        const std::span<const OcrWord> other = second_wins ? pair.first : pair.second;
        const bool same_words = text.size() == other.size() && std::equal(text.begin(), text.end(), other.begin(), agree);
        for (std::size_t k = 0; k < text.size(); ++k) {
            ReadWord word{text[k], {}};
            if (same_words) {
                // The first reading keeps the grey picture's commas and accents; the better confidence counts.
                word.word = pair.first[k];
                word.word.confidence = std::max(pair.first[k].confidence, pair.second[k].confidence);
            } else if (text.size() == other.size()) {
                if (!agree(text[k], other[k])) word.second_reading = other[k].text;
            } else if (other.empty()) {
                word.word.confidence = std::min(word.word.confidence, seen_once);
            } else {
                word.second_reading = joined(other, " ");
            }
            words.push_back(std::move(word));
        }
    }
    return words;
}

namespace {

/// "m", "20m" and what follows it in a word that is a measure with a superscript; nullopt for any other word.
struct Measure {
    std::string_view head;  ///< "m", "20m"
    std::string_view tail;  ///< marks at the end: ",", ";"
};

std::optional<Measure> as_measure(std::string_view text) {
    const std::size_t letter = text.find_first_not_of("0123456789.,");
    if (letter == std::string_view::npos || text[letter] != 'm') return std::nullopt;
    const std::size_t marks = text.find_last_not_of(".,;:)") + 1;
    // One or two characters stand for what was misread; "mag" and "meter" are longer.
    const std::size_t misread = wire::code_points(text.substr(letter + 1, marks - letter - 1)).size();
    if (misread > 2) return std::nullopt;
    return Measure{text.substr(0, letter + 1), text.substr(marks)};
}

/// A superscript read alone and large: in its line the network makes a question mark of it.
OcrWord read_large(const PixHandle& cut, int dpi, OcrEngine& engine) {
    constexpr double height = 96;  // pixels, paper included
    OcrWord read;
    read.raised = true;
    if (!cut) return read;
    const auto scale = static_cast<float>(height / std::max(1, pixGetHeight(cut.get())));
    const PixHandle large(pixScaleGrayLI(cut.get(), scale, scale));
    if (!large) return read;
    for (const OcrLine& line : engine.read(*large, dpi, OcrEngine::Layout::one_word)) {
        for (const OcrWord& word : line) {
            read.confidence = read.text.empty() ? word.confidence : std::min(read.confidence, word.confidence);
            read.text += word.text;
        }
    }
    return read;
}

/// Makes "m" and a raised "2" of what the line made of "m²".
void put_raised(std::vector<ReadWord>& words, std::size_t holder_at, const Measure& measure, OcrWord raised) {
    ReadWord& holder = words[holder_at];
    const auto other = as_measure(holder.second_reading);
    if (other && other->head == measure.head) holder.second_reading.clear();
    raised.text += measure.tail;
    holder.word.text = std::string(measure.head);
    holder.word.box.x1 = std::max(holder.word.box.x0 + 1, raised.box.x0);
    words.insert(words.begin() + static_cast<std::ptrdiff_t>(holder_at) + 1, {std::move(raised), {}});
}

/// \param words of this line only
void set_raised(const TextLines& lines, const TextLine& line, int dpi, OcrEngine& engine, std::vector<ReadWord>& words) {
    for (const std::size_t index : line.raised) {
        const InkPiece& piece = lines.piece(index);
        const auto holder = std::ranges::find_if(words, [&piece](const ReadWord& read) {
            const Box& box = read.word.box;
            return box.x0 < piece.x0 && box.x1 > piece.x0 - 0.5 * piece.width() && !read.word.raised;
        });
        const auto measure = holder == words.end() ? std::nullopt : as_measure(holder->word.text);
        if (!measure) continue;
        OcrWord raised = read_large(lines.cut_piece(index), dpi, engine);
        if (!has_digit(raised.text) || raised.text.size() > 2) continue;
        raised.box = {static_cast<double>(piece.x0), static_cast<double>(piece.y0), static_cast<double>(piece.x1), static_cast<double>(piece.y1)};
        put_raised(words, static_cast<std::size_t>(holder - words.begin()), *measure, std::move(raised));
    }
    // Where it touches the "m" there is no piece of its own.
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string text = words[i].word.text;
        const auto measure = words[i].word.raised ? std::nullopt : as_measure(text);
        if (!measure || measure->head != "m" || measure->head.size() + measure->tail.size() == text.size()) continue;
        OcrWord raised = read_large(lines.cut_behind_m(words[i].word.box), dpi, engine);
        if (raised.text != "2" && raised.text != "3") continue;
        const Box& box = words[i].word.box;
        raised.box = {box.mid_x(), box.y0, box.x1, box.mid_y()};
        put_raised(words, i, *measure, std::move(raised));
    }
}

/// Puts the bullet of a list item where it stands, for whatever was read there.
void set_bullet(const TextLines& lines, const TextLine& line, std::vector<ReadWord>& words) {
    const auto index = lines.bullet_of(line);
    if (!index) return;
    const InkPiece& piece = lines.piece(*index);
    ReadWord bullet;
    bullet.word.text = "•";
    bullet.word.confidence = 0.95;
    bullet.word.box = {static_cast<double>(piece.x0), static_cast<double>(piece.y0), static_cast<double>(piece.x1), static_cast<double>(piece.y1)};
    std::erase_if(words, [&piece](const ReadWord& read) { return read.word.box.mid_x() < piece.x1 + 0.5 * piece.width(); });
    words.insert(words.begin(), std::move(bullet));
}

/// "Sm", "lm", "I0m": letters where only a digit makes sense. Both readings may fall for them.
void doubt_lookalikes(std::vector<ReadWord>& words) {
    constexpr double most = 0.5;
    for (ReadWord& read : words) {
        const std::string text = core(read.word.text);
        const std::size_t unit = text.find('m');
        const bool measure = unit != std::string::npos && unit > 0 && text.size() <= unit + 3 &&
                             text.find_first_not_of("SlIBZ|O0123456789.,") == unit && text.find_first_of("SlIBZ|") < unit;
        if (measure) read.word.confidence = std::min(read.word.confidence, most);
    }
}

}  // namespace

std::vector<ReadWord> read_lines(const PreparedPage& page, OcrEngine& engine) {
    std::vector<ReadWord> words;
    const PixHandle binary = binarised(*page.grey);
    if (!binary) return words;
    const int dpi = static_cast<int>(page.dpi);
    const double letter_height = page.x_height > 0 ? page.x_height : page.dpi * usual_x_height;
    const TextLines lines(*binary, letter_height, page.rulings);
    std::size_t again = 0;
    for (const TextLine& line : lines.lines()) {
        const TextLines::Cut cut = lines.cut_grey(*page.grey, line);
        if (!cut.pixels) continue;
        std::vector<ReadWord> read;
        const OcrLine first = read_cut(cut, *cut.pixels, 1, dpi, OcrEngine::Layout::one_line, engine);
        if (needs_second(first) && again++ < limits::second_readings) {
            read = compared(first, read_again(lines, line, dpi, engine));
        } else {
            for (const OcrWord& word : first) read.push_back({word, {}});
        }
        set_raised(lines, line, dpi, engine, read);
        set_bullet(lines, line, read);
        doubt_lookalikes(read);
        std::ranges::move(read, std::back_inserter(words));
        if (words.size() > limits::words_a_page) break;
    }
    return words;
}

}  // namespace planlezer
