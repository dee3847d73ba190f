#include "extractors/ocr/engine.hpp"

#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <stdexcept>
#include <string_view>

#include "extractors/limits.hpp"
#include "extractors/wire/utf8.hpp"

namespace planlezer {

struct OcrEngine::Parts {
    tesseract::TessBaseAPI reader;
    tesseract::TessBaseAPI upright;
    bool can_tell_upright = false;
};

namespace {

tesseract::PageSegMode mode_of(OcrEngine::Layout layout) {
    switch (layout) {
        case OcrEngine::Layout::one_line: return tesseract::PSM_SINGLE_LINE;
        case OcrEngine::Layout::raw_line: return tesseract::PSM_RAW_LINE;
        case OcrEngine::Layout::one_word:
        case OcrEngine::Layout::one_number: return tesseract::PSM_SINGLE_WORD;
    }
    return tesseract::PSM_SINGLE_LINE;
}

std::string without_white_space(const char* text) {
    std::string word;
    for (const char32_t c : wire::code_points(text == nullptr ? "" : text)) {
        const bool white = c <= 0x20 || c == 0xA0 || c == 0xFFFD || (c >= 0x7F && c < 0xA0) || (c >= 0x2000 && c <= 0x200F);
        if (!white && word.size() < limits::word_bytes) wire::append_utf8(word, c);
    }
    return word;
}

OcrWord word_at(const tesseract::ResultIterator& at) {
    OcrWord word;
    int x0 = 0;
    int y0 = 0;
    int x1 = 0;
    int y1 = 0;
    if (!at.BoundingBox(tesseract::RIL_WORD, &x0, &y0, &x1, &y1) || x0 > x1 || y0 > y1) return word;
    const std::unique_ptr<char[]> text(at.GetUTF8Text(tesseract::RIL_WORD));
    word.text = without_white_space(text.get());
    word.confidence = std::clamp(static_cast<double>(at.Confidence(tesseract::RIL_WORD)) / 100, 0.0, 1.0);
    word.box = {static_cast<double>(x0), static_cast<double>(y0), static_cast<double>(x1), static_cast<double>(y1)};
    return word;
}

std::vector<OcrLine> lines_of(tesseract::ResultIterator& at) {
    std::vector<OcrLine> lines;
    do {
        OcrWord word = word_at(at);
        if (lines.empty() || at.IsAtBeginningOf(tesseract::RIL_TEXTLINE)) lines.emplace_back();
        if (!word.text.empty()) lines.back().push_back(std::move(word));
    } while (at.Next(tesseract::RIL_WORD));
    std::erase_if(lines, [](const OcrLine& line) { return line.empty(); });
    return lines;
}

void start(tesseract::TessBaseAPI& api, const std::string& tessdata, const char* language, tesseract::OcrEngineMode mode) {
    if (api.Init(tessdata.empty() ? nullptr : tessdata.c_str(), language, mode) != 0) {
        throw std::runtime_error(std::string("Tesseract kan de taal '") + language +
                                 "' niet laden; installeer het Debian-pakket tesseract-ocr-" + language);
    }
    api.SetVariable("debug_file", "/dev/null");
}

}  // namespace

OcrEngine::OcrEngine(const std::string& tessdata) : parts_(std::make_unique<Parts>()) {
    start(parts_->reader, tessdata, "nld", tesseract::OEM_LSTM_ONLY);
    // Nothing learnt on one page may colour the next: same bytes in, same words out.
    parts_->reader.SetVariable("classify_enable_learning", "0");
    parts_->reader.SetVariable("classify_enable_adaptive_matcher", "0");
    start(parts_->upright, tessdata, "osd", tesseract::OEM_TESSERACT_ONLY);
    parts_->upright.SetVariable("classify_enable_learning", "0");
}

OcrEngine::~OcrEngine() = default;

std::vector<OcrLine> OcrEngine::read(Pix& picture, int dpi, Layout layout) {
    tesseract::TessBaseAPI& api = parts_->reader;
    api.ClearAdaptiveClassifier();
    api.SetPageSegMode(mode_of(layout));
    api.SetVariable("tessedit_char_whitelist", layout == Layout::one_number ? "0123456789,.-%/" : "");
    api.SetImage(&picture);
    api.SetSourceResolution(std::clamp(dpi, 70, 1200));
    std::vector<OcrLine> lines;
    if (api.Recognize(nullptr) == 0) {
        const std::unique_ptr<tesseract::ResultIterator> at(api.GetIterator());
        if (at != nullptr && !at->Empty(tesseract::RIL_WORD)) lines = lines_of(*at);
    }
    api.Clear();
    return lines;
}

OcrEngine::Orientation OcrEngine::orientation(Pix& binary, int dpi) {
    tesseract::TessBaseAPI& api = parts_->upright;
    api.ClearAdaptiveClassifier();
    api.SetPageSegMode(tesseract::PSM_AUTO_OSD);
    api.SetImage(&binary);
    api.SetSourceResolution(std::clamp(dpi, 70, 1200));
    int degrees = 0;
    float confidence = 0;
    const char* script = nullptr;
    float script_confidence = 0;
    Orientation found;
    // Tesseract tells by how much the page is turned clockwise; the rest of the circle sets it upright.
    if (api.DetectOrientationScript(&degrees, &confidence, &script, &script_confidence)) {
        found = {((360 - degrees) / 90) % 4, static_cast<double>(confidence)};
    }
    api.Clear();
    return found;
}

}  // namespace planlezer
