#include "extractors/pdf/pdf_document.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "extractors/limits.hpp"
#include "extractors/pdf/drawing_listener.hpp"
#include "extractors/pdf/geo_viewport.hpp"
#include "extractors/pdf/page_listener.hpp"
#include "extractors/pdf/poppler.hpp"
#include "extractors/pdf/stream_limits.hpp"
#include "extractors/wire/messages.hpp"

namespace planlezer {

struct PdfDocument::Parts {
    FileBytes bytes;
    std::unique_ptr<PDFDoc> document;
    bool repaired = false;
};

namespace {

/// Draws everything but raster images: what is left tells which words are really painted.
class WithoutImages final : public SplashOutputDev {
    // NOLINTBEGIN(bugprone-parent-virtual-call): the base's base draws nothing, but reads an inline image to its end
  public:
    using SplashOutputDev::SplashOutputDev;
    void drawImage(GfxState* s, Object* o, Stream* stream, int w, int h, GfxImageColorMap* c, bool i, const int* m, bool in) override {
        OutputDev::drawImage(s, o, stream, w, h, c, i, m, in);
    }
    void drawImageMask(GfxState* s, Object* o, Stream* stream, int w, int h, bool v, bool i, bool in) override {
        OutputDev::drawImageMask(s, o, stream, w, h, v, i, in);
    }
    // NOLINTEND(bugprone-parent-virtual-call)
    void drawMaskedImage(GfxState*, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int, bool, bool) override {}
    void drawSoftMaskedImage(GfxState*, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int, GfxImageColorMap*,
                             bool) override {}
};

PixHandle to_pix(SplashBitmap& bitmap) {
    const int width = bitmap.getWidth();
    const int height = bitmap.getHeight();
    PixHandle pix(pixCreateNoInit(width, height, 8));
    if (!pix || bitmap.getDataPtr() == nullptr) return nullptr;
    const auto words = static_cast<std::size_t>(pixGetWpl(pix.get()));
    for (int y = 0; y < height; ++y) {
        l_uint32* line = pixGetData(pix.get()) + static_cast<std::size_t>(y) * words;
        line[words - 1] = 0;
        std::memcpy(line, bitmap.getDataPtr() + static_cast<std::ptrdiff_t>(y) * bitmap.getRowSize(), static_cast<std::size_t>(width));
    }
    pixEndianByteSwap(pix.get());  // Leptonica keeps the first pixel in the high byte of a word
    return pix;
}

PixHandle to_colour_pix(SplashBitmap& bitmap) {
    const int width = bitmap.getWidth();
    const int height = bitmap.getHeight();
    PixHandle pix(pixCreateNoInit(width, height, 32));
    if (!pix || bitmap.getDataPtr() == nullptr) return nullptr;
    for (int y = 0; y < height; ++y) {
        l_uint32* line = pixGetData(pix.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix.get());
        const unsigned char* from = bitmap.getDataPtr() + static_cast<std::ptrdiff_t>(y) * bitmap.getRowSize();
        for (int x = 0; x < width; ++x, from += 3) composeRGBPixel(from[0], from[1], from[2], line + x);
    }
    return pix;
}

/// As displayed: /Rotate applied.
struct Size {
    double width = 0;
    double height = 0;
};

std::optional<Size> page_size(PDFDoc& document, int number) {
    Page* page = document.getPage(number);
    if (page == nullptr || !page->isOk()) return std::nullopt;
    Size size{std::abs(page->getCropWidth()), std::abs(page->getCropHeight())};
    if (page->getRotate() % 180 != 0) std::swap(size.width, size.height);
    const auto sensible = [](double side) { return side >= 1 && side <= limits::page_points; };
    if (!sensible(size.width) || !sensible(size.height)) return std::nullopt;
    return size;
}

/// A page's own program may be coded as if it were a picture, and so come to gigabytes.
bool has_too_large_program(PDFDoc& document, int number) {
    const Object contents = document.getPage(number)->getContents();
    const auto too_large = [](const Object& part) { return part.isStream() && is_too_large(*part.getStream()); };
    if (!contents.isArray()) return too_large(contents);
    for (int i = 0; i < contents.arrayGetLength(); ++i) {
        if (too_large(contents.arrayGet(i))) return true;
    }
    return false;
}

bool fits(const Size& size, double x_dpi, double y_dpi) {
    const double width = size.width * x_dpi / 72;
    const double height = size.height * y_dpi / 72;
    return width * height <= limits::image_megapixels * 1e6 && std::max(width, height) <= limits::image_side_pixels && std::min(width, height) >= 1;
}

Failure open_failure(int error) {
    if (error == errEncrypted) {
        return {0, FailureKind::encrypted, "Het bestand is met een wachtwoord beveiligd. Verwijder het wachtwoord en lever het opnieuw aan."};
    }
    return {0, FailureKind::unreadable, "Het PDF-bestand is beschadigd en kon niet worden geopend. Lever het opnieuw aan."};
}

}  // namespace

void PdfDocument::initialise() {
    setErrorCallback([](ErrorCategory, Goffset, const char*) {});  // damage in a file is no news for the log
    if (!globalParams) globalParams = std::make_unique<GlobalParams>();
    globalParams->setErrQuiet(true);
}

PdfDocument::PdfDocument(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
PdfDocument::PdfDocument(PdfDocument&&) noexcept = default;
PdfDocument& PdfDocument::operator=(PdfDocument&&) noexcept = default;
PdfDocument::~PdfDocument() = default;

std::variant<PdfDocument, Failure> PdfDocument::open(FileBytes bytes) {
    auto parts = std::make_unique<Parts>(Parts{std::move(bytes), nullptr});
    const auto* data = reinterpret_cast<const char*>(parts->bytes.data());
    auto stream = std::make_unique<MemStream>(data, 0, static_cast<Goffset>(parts->bytes.size()), Object(objNull));
    Parts* raw = parts.get();
    const std::optional<GooString> no_password;
    parts->document = std::make_unique<PDFDoc>(stream.release(), no_password, no_password, nullptr, [raw] { raw->repaired = true; });
    if (!parts->document->isOk()) return open_failure(parts->document->getErrorCode());
    const int pages = parts->document->getNumPages();
    if (pages <= 0) return Failure{0, FailureKind::unreadable, "Het PDF-bestand heeft geen pagina's. Lever het opnieuw aan."};
    if (pages > static_cast<int>(wire::max_pages)) {
        return Failure{0, FailureKind::limit_exceeded, "Het PDF-bestand heeft te veel pagina's. Splits het in delen."};
    }
    return PdfDocument(std::move(parts));
}

int PdfDocument::pages() const { return parts_->document->getNumPages(); }

bool PdfDocument::repaired() const { return parts_->repaired; }

std::optional<PdfPage> PdfDocument::read(int number) {
    const auto size = page_size(*parts_->document, number);
    if (!size) return std::nullopt;
    PdfPage page;
    page.width = size->width;
    page.height = size->height;
    page.too_large = has_too_large_program(*parts_->document, number);
    if (page.too_large) return page;
    PageListener listener;
    parts_->document->displayPage(&listener, number, 72, 72, 0, false, true, false);
    listener.finish(page);
    return page;
}

std::optional<Drawing> PdfDocument::draw(int number) {
    const auto size = page_size(*parts_->document, number);
    if (!size || has_too_large_program(*parts_->document, number)) return std::nullopt;
    DrawingListener listener;
    parts_->document->displayPage(&listener, number, 72, 72, 0, false, true, false);
    return listener.finish(size->width, size->height);
}

std::vector<GeoPoint> PdfDocument::georeference(int number) {
    Page* page = parts_->document->getPage(number);
    return page != nullptr && page->isOk() ? geo_viewport(*parts_->document, *page) : std::vector<GeoPoint>{};
}

std::optional<PageImage> PdfDocument::render_colour(int number, double dpi) {
    const auto size = page_size(*parts_->document, number);
    if (!size || !fits(*size, dpi, dpi)) return std::nullopt;
    SplashColor white = {255, 255, 255, 255};
    SplashOutputDev splash(splashModeRGB8, 1, false, white);
    splash.setFontAntialias(true);
    splash.setVectorAntialias(true);
    splash.startDoc(parts_->document.get());
    parts_->document->displayPage(&splash, number, dpi, dpi, 0, false, true, false);
    SplashBitmap* bitmap = splash.getBitmap();
    if (bitmap == nullptr) return std::nullopt;
    PageImage image{to_colour_pix(*bitmap), dpi, dpi};
    if (!image.pixels) return std::nullopt;
    return image;
}

std::optional<PageImage> PdfDocument::render(int number, double x_dpi, double y_dpi, Show show) {
    const auto size = page_size(*parts_->document, number);
    if (!size) return std::nullopt;
    if (!fits(*size, x_dpi, y_dpi)) return std::nullopt;
    SplashColor white = {255, 255, 255, 255};
    std::unique_ptr<SplashOutputDev> splash;
    if (show == Show::everything) {
        splash = std::make_unique<SplashOutputDev>(splashModeMono8, 1, false, white);
    } else {
        splash = std::make_unique<WithoutImages>(splashModeMono8, 1, false, white);
    }
    splash->setFontAntialias(true);
    splash->setVectorAntialias(true);
    splash->startDoc(parts_->document.get());
    parts_->document->displayPage(splash.get(), number, x_dpi, y_dpi, 0, false, true, false);
    SplashBitmap* bitmap = splash->getBitmap();
    if (bitmap == nullptr) return std::nullopt;
    PageImage image{to_pix(*bitmap), x_dpi, y_dpi};
    if (!image.pixels) return std::nullopt;
    return image;
}

}  // namespace planlezer
