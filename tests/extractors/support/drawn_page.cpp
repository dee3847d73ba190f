#include "tests/extractors/support/drawn_page.hpp"

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>

namespace planlezer::testing {

namespace {

struct BmfDeleter {
    void operator()(L_Bmf* font) const { bmfDestroy(&font); }
};

void append(Bytes& bytes, const std::string& text) {
    for (const char c : text) bytes.push_back(static_cast<std::byte>(c));
}

std::string stream(const std::string& entries, const std::string& data) {
    return "<< " + entries + " /Length " + std::to_string(data.size()) + " >>\nstream\n" + data + "\nendstream";
}

std::string picture_object(Pix& picture) {
    std::string data;
    const int width = pixGetWidth(&picture);
    const int height = pixGetHeight(&picture);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            l_uint32 value = 0;
            pixGetPixel(&picture, x, y, &value);
            data += static_cast<char>(value);
        }
    }
    return stream("/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Width " + std::to_string(width) + " /Height " +
                      std::to_string(height),
                  data);
}

std::string coded_picture_object(const DrawnPdf& pdf) {
    return stream("/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 1 " + pdf.coded_entries, pdf.coded_picture);
}

const char* const lying_map =
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /L def /CMapType 2 def\n"
    "1 begincodespacerange <00> <FF> endcodespacerange\n"
    "3 beginbfrange <20> <60> <0020> <61> <79> <0062> <7A> <7A> <0061> endbfrange endcmap end end";

}  // namespace

PixHandle drawn_page(const std::vector<std::string>& lines) {
    constexpr int width = 1165;
    constexpr int height = 1653;
    const std::unique_ptr<L_Bmf, BmfDeleter> font(bmfCreate(nullptr, 12));
    PixHandle page(pixCreate(width, height, 8));
    pixSetAll(page.get());
    pixSetResolution(page.get(), 200, 200);
    int y = 150;
    for (const std::string& line : lines) {
        int end = 0;
        pixSetTextline(page.get(), font.get(), line.c_str(), 0, 120, y, &end, nullptr);
        y += 60;
    }
    return page;
}

Bytes image_file(Pix& picture, int format) {
    l_uint8* data = nullptr;
    std::size_t size = 0;
    const bool two_levels = format == IFF_TIFF_G4;
    const PixHandle source(two_levels ? pixThresholdToBinary(&picture, 128) : pixClone(&picture));
    if (pixWriteMem(&data, &size, source.get(), format) != 0) throw std::runtime_error("picture not written");
    Bytes bytes(reinterpret_cast<std::byte*>(data), reinterpret_cast<std::byte*>(data) + size);
    lept_free(data);
    return bytes;
}

Bytes pdf_file(const DrawnPdf& pdf) {
    std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>", "",
                                     "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
                                     "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 5 0 R >>",
                                     stream("", lying_map)};
    std::string resources = "/Resources << /Font << /F1 3 0 R /F2 4 0 R >>";
    if (pdf.picture != nullptr || !pdf.coded_picture.empty()) {
        objects.push_back(pdf.picture != nullptr ? picture_object(*pdf.picture) : coded_picture_object(pdf));
        resources += " /XObject << /Im " + std::to_string(objects.size()) + " 0 R >>";
    }
    resources += " >>";
    std::string kids;
    for (const std::string& content : pdf.contents) {
        objects.push_back(stream(pdf.content_entries, content));
        const std::string content_number = std::to_string(objects.size());
        objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] " + resources + " /Contents " + content_number + " 0 R " +
                          pdf.page_entries + " >>");
        kids += std::to_string(objects.size()) + " 0 R ";
    }
    objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pdf.contents.size()) + " >>";
    Bytes bytes;
    append(bytes, "%PDF-1.4\n");
    std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        std::string place = std::to_string(bytes.size());
        place.insert(0, 10 - place.size(), '0');
        table += place + " 00000 n \n";
        append(bytes, std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n");
    }
    const std::string start = std::to_string(bytes.size());
    append(bytes, table + "trailer << /Root 1 0 R /Size " + std::to_string(objects.size() + 1) + " >>\nstartxref\n" + start + "\n%%EOF\n");
    return bytes;
}

int descriptor_of(const Bytes& bytes) {
    const int descriptor = memfd_create("document", MFD_CLOEXEC);
    std::span<const std::byte> rest(bytes);
    while (!rest.empty()) {
        const ssize_t written = write(descriptor, rest.data(), rest.size());
        if (written <= 0) throw std::runtime_error("document not written");
        rest = rest.subspan(static_cast<std::size_t>(written));
    }
    return descriptor;
}

FileBytes mapped(const Bytes& bytes) {
    const int descriptor = descriptor_of(bytes);
    auto file = FileBytes::map(descriptor);
    close(descriptor);
    if (!file) throw std::runtime_error("document not mapped");
    return std::move(*file);
}

std::string text_of(const TextPage& page) {
    std::string text;
    for (const Word& word : page.words) {
        if (!text.empty()) text += ' ';
        text += word.text;
    }
    return text;
}

Word word_of(const TextPage& page, const std::string& text) {
    const auto found = std::ranges::find(page.words, text, &Word::text);
    if (found != page.words.end()) return *found;
    ADD_FAILURE() << "no word '" << text << "' in: " << text_of(page);
    return {};
}

}  // namespace planlezer::testing
