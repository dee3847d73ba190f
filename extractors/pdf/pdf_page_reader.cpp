#include "extractors/pdf/pdf_page_reader.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "extractors/failures.hpp"
#include "extractors/image/mapping.hpp"
#include "extractors/limits.hpp"
#include "extractors/ocr/page_ocr.hpp"
#include "extractors/pdf/layer_check.hpp"
#include "extractors/pdf/picture_words.hpp"
#include "extractors/rulings.hpp"

namespace planlezer {

namespace {

constexpr double check_dpi = 75;      // dots per inch of the picture that is looked at for ink
constexpr double full_page = 0.80;    // share of the page an image covers when the page is a scan
constexpr double least_inked = 0.85;  // share of words with ink under them in a layer that lies in place
constexpr double most_comparisons = 2e8;  // of words with hidden glyphs; a page with more is made to cost time
constexpr double most_hidden = 0.5;   // share of hidden glyphs that makes a layer somebody's OCR

/// Why a page is read from its picture; no note when there simply is no text.
struct Verdict {
    bool use_layer = false;
    std::optional<PageNote> note;
};

double covered(const PdfPage& page, const PlacedImage& image) {
    const double width = std::min(image.box.x1, page.width) - std::max(image.box.x0, 0.0);
    const double height = std::min(image.box.y1, page.height) - std::max(image.box.y0, 0.0);
    return std::max(0.0, width) * std::max(0.0, height) / (page.width * page.height);
}

/// What a page is when raster images cover it: one scan, or the strips into which a scanner cut it.
struct Scan {
    double x_dpi = 0;
    double y_dpi = 0;
    std::size_t glyphs_before = 0;  ///< visible glyphs drawn before its largest part, so possibly under it
};

std::optional<Scan> scan_of(const PdfPage& page) {
    double all = 0;
    double most = 0;
    Scan scan;
    for (const PlacedImage& image : page.images) {
        const double share = covered(page, image);
        all += share;
        if (share <= most) continue;
        most = share;
        scan = {image.x_dpi, image.y_dpi, image.glyphs_before};
    }
    return all >= full_page ? std::optional(scan) : std::nullopt;
}

double share(const std::vector<bool>& marks) {
    return marks.empty() ? 1 : static_cast<double>(std::ranges::count(marks, true)) / static_cast<double>(marks.size());
}

void keep_only(std::vector<Word>& words, const std::vector<bool>& keep) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!keep[i]) continue;
        if (kept != i) words[kept] = std::move(words[i]);
        ++kept;
    }
    words.resize(kept);
}

/// Words that are written in invisible ink go, whatever the rest of the page is.
void drop_hidden(PdfPage& page) {
    std::vector<bool> keep(page.words.size(), true);
    for (std::size_t i = 0; i < page.words.size(); ++i) {
        const Box& box = page.words[i].box;
        keep[i] = std::ranges::none_of(page.hidden_glyphs, [&box](const Box& glyph) {
            return glyph.mid_x() >= box.x0 && glyph.mid_x() <= box.x1 && glyph.mid_y() >= box.y0 && glyph.mid_y() <= box.y1;
        });
    }
    keep_only(page.words, keep);
}

/// \post hidden and unpainted words are gone from `page` when its layer is to be used
Verdict judge(PdfDocument& document, int number, PdfPage& page) {
    if (page.words.empty()) return {};
    // An invisible layer is somebody else's OCR: it may be wrong without a sign, so the page is read afresh.
    if (static_cast<double>(page.hidden_glyphs.size()) > most_hidden * static_cast<double>(page.glyphs)) return {};
    if (static_cast<double>(page.hidden_glyphs.size()) * static_cast<double>(page.words.size()) > most_comparisons) return {};
    if (!page.hidden_glyphs.empty()) drop_hidden(page);
    if (is_unmapped(page.words)) return {false, PageNote::text_layer_unmapped};
    if (is_implausible(page.words)) return {false, PageNote::text_layer_implausible};
    // On a scan only text that is painted over it counts; text beneath it is again somebody's OCR.
    const auto scan = scan_of(page);
    if (scan && 2 * scan->glyphs_before > page.glyphs) return {false, PageNote::text_layer_displaced};
    const auto show = scan ? PdfDocument::Show::no_images : PdfDocument::Show::everything;
    const auto picture = document.render(number, check_dpi, check_dpi, show);
    if (!picture) return {true, {}};
    const std::vector<bool> ink = inked(page.words, *picture->pixels, check_dpi);
    if (share(ink) < least_inked) return {false, PageNote::text_layer_displaced};
    keep_only(page.words, ink);
    return {true, {}};
}

double reading_dpi(double native) {
    if (!(native > 0)) return limits::scan_dpi;
    return std::clamp(native, 100.0, limits::max_render_dpi);
}

PageImage picture_for_ocr(PdfDocument& document, int number, const PdfPage& page) {
    const auto scan = scan_of(page);
    double x_dpi = scan ? reading_dpi(scan->x_dpi) : limits::scan_dpi;
    double y_dpi = scan ? reading_dpi(scan->y_dpi) : limits::scan_dpi;
    const double megapixels = 1e-6 * page.width * x_dpi / 72 * page.height * y_dpi / 72;
    const double shrink = std::sqrt(std::min(1.0, limits::ocr_megapixels / megapixels));
    x_dpi *= shrink;
    y_dpi *= shrink;
    auto picture = document.render(number, x_dpi, y_dpi);
    return picture ? std::move(*picture) : PageImage{};
}

/// Quarter turns clockwise that set a page upright on which nearly all text lies on its side.
int turns_upright(const PdfPage& page) {
    const auto most = std::ranges::max_element(page.letters_by_turn);
    const std::size_t all = std::accumulate(page.letters_by_turn.begin(), page.letters_by_turn.end(), std::size_t{0});
    const auto turned = static_cast<int>(most - page.letters_by_turn.begin());
    return 10 * *most > 8 * all ? (4 - turned) % 4 : 0;
}

/// Brings what lies on a page as displayed to the page set upright. \param result with its upright size and turns
void turn(PdfPage& page, const TextPage& result) {
    // Three turns more are one turn less: what undoes the rest of the circle turns the page on.
    const Mapping mapping = Mapping::unturned(4 - result.turns, result.width, result.height);
    for (Word& word : page.words) word.box = mapping(word.box);
    for (Ruling& line : page.rulings) {
        const Box box = mapping(Box{line.x0, line.y0, line.x1, line.y1});
        line = {box.x0, box.y0, box.x1, box.y1};
    }
}

TextPage native_page(PdfPage page, int number) {
    TextPage result;
    result.number = number;
    result.width = page.width;
    result.height = page.height;
    result.turns = turns_upright(page);
    if (result.turns % 2 == 1) std::swap(result.width, result.height);
    if (result.turns != 0) {
        turn(page, result);
        result.notes.push_back(PageNote::turned_upright);
    }
    result.origin = TextOrigin::native;
    result.words = std::move(page.words);
    result.rulings = std::move(page.rulings);
    if (result.rulings.size() > limits::rulings_a_page) result.rulings.resize(limits::rulings_a_page);
    mark_struck(result.words, result.rulings);
    mark_raised(result.words);
    return result;
}

/// The page read from its picture; nullopt when that is too large.
std::optional<TextPage> ocr_page(PdfDocument& document, int number, const PdfPage& page, OcrEngine& engine) {
    PageImage picture = picture_for_ocr(document, number, page);
    if (!picture.pixels) return std::nullopt;
    TextPage result = read_picture(std::move(picture), engine);
    result.number = number;
    return result;
}

bool is_sure(const Word& word) { return word.confidence >= 0.75 && word.text.size() > 1; }

/// Painted words on a scan may be all there is (a page with a picture behind it) or a stamp on a page of text.
bool tells_all(const PdfPage& page, const TextPage& read) {
    const auto seen = std::ranges::count_if(read.words, is_sure);
    return 10 * static_cast<std::ptrdiff_t>(page.words.size()) >= 7 * seen;
}

std::vector<std::string> numbers_of(const std::vector<Word>& words) {
    std::vector<std::string> numbers;
    for (const Word& word : words) {
        std::string digits;
        std::ranges::copy_if(word.text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
        if (!digits.empty()) numbers.push_back(std::move(digits));
    }
    std::ranges::sort(numbers);
    return numbers;
}

/// Somebody's invisible layer that names other numbers than the picture: worth a word, though it was not used.
bool contradicts(const PdfPage& page, const TextPage& read) {
    const std::vector<std::string> claimed = numbers_of(page.words);
    const std::vector<std::string> seen = numbers_of(read.words);
    std::vector<std::string> common;
    std::ranges::set_intersection(claimed, seen, std::back_inserter(common));
    constexpr std::size_t enough = 3;
    return claimed.size() >= enough && 10 * common.size() < 7 * claimed.size();
}

std::variant<TextPage, Failure> read_from_picture(PdfDocument& document, int number, const PdfPage& page, const Verdict& verdict,
                                                  OcrEngine& engine) {
    auto result = ocr_page(document, number, page, engine);
    if (!result) return page_too_large(number);
    if (verdict.note) {
        result->notes.push_back(*verdict.note);
    } else if (contradicts(page, *result)) {
        result->notes.push_back(PageNote::text_layer_implausible);
    }
    return std::move(*result);
}

}  // namespace

std::variant<TextPage, Failure> read_pdf_page(PdfDocument& document, int number, bool force_ocr, OcrEngine& engine) {
    auto page = document.read(number);
    if (!page) return Failure{number, FailureKind::unreadable, "De pagina is beschadigd en kon niet worden gelezen. Lever haar opnieuw aan."};
    if (page->truncated) {
        return Failure{number, FailureKind::limit_exceeded, "De pagina heeft te veel woorden om te lezen. Splits haar in delen."};
    }
    if (page->too_large) return page_too_large(number);
    const Verdict verdict = force_ocr ? Verdict{} : judge(document, number, *page);
    if (!verdict.use_layer) return read_from_picture(document, number, *page, verdict, engine);
    if (scan_of(*page)) {
        auto read = ocr_page(document, number, *page, engine);
        if (read && !tells_all(*page, *read)) return std::move(*read);
        return native_page(std::move(*page), number);
    }
    const std::vector<PlacedImage> pictures = page->images;
    TextPage result = native_page(std::move(*page), number);
    add_words_of_pictures(document, pictures, result, engine);
    return result;
}

}  // namespace planlezer
