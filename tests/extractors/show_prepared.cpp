// Writes the picture that OCR gets for a page of a PDF or an image file: show_prepared FILE PAGE OUT.png
#include <fcntl.h>

#include <charconv>
#include <cstdio>
#include <cstring>

#include "extractors/file_type.hpp"
#include "extractors/image/image_file.hpp"
#include "extractors/image/prepare.hpp"
#include "extractors/pdf/pdf_document.hpp"

using namespace planlezer;

int main(int argc, char** argv) {
    if (argc != 4) return 2;
    int number = 1;
    std::from_chars(argv[2], argv[2] + std::strlen(argv[2]), number);
    auto bytes = FileBytes::map(open(argv[1], O_RDONLY));
    if (!bytes) return 4;
    const FileType type = file_type(bytes->bytes());
    PageImage image;
    if (type == FileType::pdf) {
        PdfDocument::initialise();
        auto document = std::get<PdfDocument>(PdfDocument::open(std::move(*bytes)));
        const auto page = document.read(number);
        double dpi = 300;
        for (const PlacedImage& placed : page->images) dpi = placed.x_dpi;
        image = std::move(*document.render(number, dpi, dpi));
    } else {
        image = std::get<PageImage>(std::get<ImageFile>(ImageFile::open(std::move(*bytes), type)).decode(number));
        if (image.x_dpi == 0) image.x_dpi = image.y_dpi = 300;
    }
    const PreparedPage prepared = prepare(image, [](Pix&) { return 0; });
    std::printf("dpi %.0f, x-height %.1f, %zu rulings, %zu notes\n", prepared.dpi, prepared.x_height, prepared.rulings.size(), prepared.notes.size());
    return pixWrite(argv[3], prepared.grey.get(), IFF_PNG);
}
