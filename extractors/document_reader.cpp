#include "extractors/document_reader.hpp"

#include <exception>
#include <new>
#include <utility>

#include "extractors/cut_off.hpp"
#include "extractors/failures.hpp"
#include "extractors/file_type.hpp"
#include "extractors/gml/imro_reader.hpp"
#include "extractors/image/image_file.hpp"
#include "extractors/limits.hpp"
#include "extractors/map/geo_tiff.hpp"
#include "extractors/map/pdf_map.hpp"
#include "extractors/map/picture_map.hpp"
#include "extractors/map/raster/picture_dpi.hpp"
#include "extractors/ocr/page_ocr.hpp"
#include "extractors/pdf/pdf_document.hpp"
#include "extractors/pdf/pdf_page_reader.hpp"
#include "extractors/world_file.hpp"

namespace planlezer {

namespace {

class PdfReader final : public DocumentReader {
  public:
    PdfReader(PdfDocument document, OcrEngine& engine) : document_(std::move(document)), engine_(engine) {}

    [[nodiscard]] wire::DocumentInfo info() const override {
        return {std::string(media_type(FileType::pdf)), static_cast<std::uint32_t>(document_.pages()), document_.repaired()};
    }
    [[nodiscard]] wire::PageReading read(const wire::PageRequest& request) override {
        if (!request.force_ocr) {
            if (auto sheet = read_pdf_map(document_, static_cast<int>(request.page), engine_)) return std::move(*sheet);
        }
        auto page = read_pdf_page(document_, static_cast<int>(request.page), request.force_ocr, engine_);
        if (auto* failure = std::get_if<Failure>(&page)) return std::move(*failure);
        return std::get<TextPage>(std::move(page));
    }

  private:
    PdfDocument document_;
    OcrEngine& engine_;
};

class ImageReader final : public DocumentReader {
  public:
    ImageReader(ImageFile file, FileType type, OcrEngine& engine) : file_(std::move(file)), type_(type), engine_(engine) {}

    [[nodiscard]] wire::DocumentInfo info() const override {
        return {std::string(media_type(type_)), static_cast<std::uint32_t>(file_.pages()), false};
    }
    [[nodiscard]] wire::PageReading read(const wire::PageRequest& request) override {
        auto decoded = file_.decode(static_cast<int>(request.page));
        if (auto* failure = std::get_if<Failure>(&decoded)) return std::move(*failure);
        PageImage& image = std::get<PageImage>(decoded);
        const double told = image.x_dpi > 0 ? image.x_dpi : limits::scan_dpi;
        const double believed = request.force_ocr ? told : believed_dpi(image);
        if (!request.force_ocr && (may_be_map(image, believed) || may_be_small_map(image))) {
            if (believed != told) image.x_dpi = image.y_dpi = believed;
            if (auto sheet = read_picture_map(std::move(image), engine_)) {
                sheet->text.number = static_cast<int>(request.page);
                sheet->file_points = believed / told;
                if (const auto pixels = type_ == FileType::tiff && request.page == 1 ? geo_tiff(file_.bytes()) : std::nullopt) {
                    const double x = sheet->pixels_a_point_x;
                    const double y = sheet->pixels_a_point_y;
                    sheet->embedded = EmbeddedPlacement::geotiff;
                    sheet->to_rd = {pixels->a * x, pixels->b * y, pixels->c, pixels->d * x, pixels->e * y, pixels->f};
                }
                return std::move(*sheet);
            }
            decoded = file_.decode(static_cast<int>(request.page));  // the map reader frees the picture as it goes
            if (auto* failure = std::get_if<Failure>(&decoded)) return std::move(*failure);
        }
        TextPage page = read_picture(std::move(std::get<PageImage>(decoded)), engine_);
        page.number = static_cast<int>(request.page);
        return page;
    }

  private:
    ImageFile file_;
    FileType type_;
    OcrEngine& engine_;
};

class ImroReader final : public DocumentReader {
  public:
    explicit ImroReader(FileBytes bytes) : bytes_(std::move(bytes)) {}

    [[nodiscard]] wire::DocumentInfo info() const override { return {std::string(media_type(FileType::imro_gml)), 1, false}; }
    [[nodiscard]] wire::PageReading read(const wire::PageRequest&) override {
        auto plan = read_imro(bytes_.bytes());
        if (auto* failure = std::get_if<Failure>(&plan)) return std::move(*failure);
        return std::get<PlanMap>(std::move(plan));
    }

  private:
    FileBytes bytes_;
};

class WorldFileReader final : public DocumentReader {
  public:
    explicit WorldFileReader(const WorldFile& file) : file_(file) {}

    [[nodiscard]] wire::DocumentInfo info() const override { return {std::string(media_type(FileType::world_file)), 1, false}; }
    [[nodiscard]] wire::PageReading read(const wire::PageRequest&) override { return file_; }

  private:
    WorldFile file_;
};

/// A file about a plan rather than of it (geleideformulier, metadata): known by name and type, without pages.
class AboutPlanReader final : public DocumentReader {
  public:
    [[nodiscard]] wire::DocumentInfo info() const override { return {std::string(media_type(FileType::about_plan)), 0, false}; }
    [[nodiscard]] wire::PageReading read(const wire::PageRequest& request) override {
        return Failure{static_cast<int>(request.page), FailureKind::unreadable, "Dit bestand heeft geen pagina's."};
    }
};

}  // namespace

std::variant<std::unique_ptr<DocumentReader>, Failure> open_document(FileBytes bytes, OcrEngine& engine) {
    const FileType type = file_type(bytes.bytes());
    if (!is_readable(type)) return Failure{0, FailureKind::unsupported, unsupported_message(type)};
    if (type == FileType::pdf) {
        auto opened = PdfDocument::open(std::move(bytes));
        if (auto* failure = std::get_if<Failure>(&opened)) return std::move(*failure);
        return std::make_unique<PdfReader>(std::move(std::get<PdfDocument>(opened)), engine);
    }
    if (type == FileType::imro_gml) return std::make_unique<ImroReader>(std::move(bytes));
    if (type == FileType::world_file) return std::make_unique<WorldFileReader>(*parse_world_file(bytes.bytes()));
    if (type == FileType::about_plan) return std::make_unique<AboutPlanReader>();
    auto opened = ImageFile::open(std::move(bytes), type);
    if (auto* failure = std::get_if<Failure>(&opened)) return std::move(*failure);
    return std::make_unique<ImageReader>(std::move(std::get<ImageFile>(opened)), type, engine);
}

wire::Reply read_page(DocumentReader& document, const wire::PageRequest& request) {
    const int number = static_cast<int>(request.page);
    try {
        if (request.page < 1 || request.page > document.info().pages) {
            return Failure{number, FailureKind::unreadable, "Deze pagina bestaat niet in het document."};
        }
        auto read = document.read(request);
        if (auto* failure = std::get_if<Failure>(&read)) return std::move(*failure);
        auto& content = std::get<wire::PageContent>(read);
        if (auto* page = std::get_if<TextPage>(&content); page != nullptr && is_cut_off(*page)) page->notes.push_back(PageNote::cut_off);
        return wire::reply_of(std::move(content));
    } catch (const std::bad_alloc&) {
        return page_too_large(number);
    } catch (const std::exception&) {
        return Failure{number, FailureKind::unreadable, "De pagina is beschadigd en kon niet worden gelezen. Lever haar opnieuw aan."};
    }
}

}  // namespace planlezer
