#include "extractors/image/image_file.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>

#include "extractors/image/exif.hpp"
#include "extractors/limits.hpp"
#include "extractors/wire/messages.hpp"

namespace planlezer {

namespace {

constexpr const char* damaged = "De afbeelding is beschadigd en kon niet worden gelezen. Lever haar opnieuw aan.";
constexpr const char* too_large = "De afbeelding is te groot om te lezen. Lever haar met een lagere resolutie aan (300 dpi).";

struct Size {
    int width = 0;
    int height = 0;
};

std::uint32_t little_endian(std::span<const std::byte> bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (unsigned i = 0; i < 4; ++i) value |= std::to_integer<std::uint32_t>(bytes[at + i]) << (8 * i);
    return value;
}

/// From the header, before anything is allocated for pixels.
std::optional<Size> header_size(const FileBytes& file, FileType type, int page_index) {
    Size size;
    int format = 0;
    int bits = 0;
    int samples = 0;
    int mapped = 0;
    if (type == FileType::bmp) {
        constexpr std::size_t header = 26;
        if (file.size() < header) return std::nullopt;
        size.width = static_cast<std::int32_t>(little_endian(file.bytes(), 18));
        const auto height = static_cast<std::int32_t>(little_endian(file.bytes(), 22));  // negative: top row first
        size.height = height < -limits::image_side_pixels ? 0 : std::abs(height);
    } else if (type == FileType::tiff) {
        int resolution = 0;
        if (readHeaderMemTiff(file.data(), file.size(), page_index, &size.width, &size.height, &bits, &samples, &resolution, &mapped,
                              &format) != 0) {
            return std::nullopt;
        }
    } else if (pixReadHeaderMem(file.data(), file.size(), &format, &size.width, &size.height, &bits, &samples, &mapped) != 0) {
        return std::nullopt;
    }
    if (size.width <= 0 || size.height <= 0) return std::nullopt;
    return size;
}

bool within_limits(Size size) {
    return size.width <= limits::image_side_pixels && size.height <= limits::image_side_pixels &&
           static_cast<double>(size.width) * size.height <= limits::image_megapixels * 1e6;
}

/// The number of images in a TIFF: their headers are read until there is none. Doubling, then halving, keeps the
/// number of reads small, since each read starts at the front of the chain.
int tiff_pages(const FileBytes& file) {
    const auto exists = [&file](int count) { return count == 0 || header_size(file, FileType::tiff, count - 1).has_value(); };
    constexpr int most = static_cast<int>(wire::max_pages) + 1;
    int low = 0;
    int high = 1;
    while (high < most && exists(high)) {
        low = high;
        high = std::min(2 * high, most);
    }
    while (high - low > 1) {
        const int middle = (low + high) / 2;
        (exists(middle) ? low : high) = middle;
    }
    return low;
}

double believable(int dpi) { return dpi >= limits::min_dpi && dpi <= limits::max_dpi ? dpi : 0; }

}  // namespace

std::variant<ImageFile, Failure> ImageFile::open(FileBytes bytes, FileType type) {
    const int pages = type == FileType::tiff ? tiff_pages(bytes) : (header_size(bytes, type, 0) ? 1 : 0);
    if (pages == 0) return Failure{0, FailureKind::unreadable, damaged};
    if (pages > static_cast<int>(wire::max_pages)) {
        return Failure{0, FailureKind::limit_exceeded, "Het TIFF-bestand heeft te veel pagina's. Splits het in delen."};
    }
    return ImageFile(std::move(bytes), type, pages);
}

std::variant<PageImage, Failure> ImageFile::decode(int number) const {
    const auto size = header_size(bytes_, type_, number - 1);
    if (!size) return Failure{number, FailureKind::unreadable, damaged};
    if (!within_limits(*size)) return Failure{number, FailureKind::limit_exceeded, too_large};
    PixHandle pixels(type_ == FileType::tiff ? pixReadMemTiff(bytes_.data(), bytes_.size(), number - 1)
                                             : pixReadMem(bytes_.data(), bytes_.size()));
    if (!pixels) return Failure{number, FailureKind::unreadable, damaged};
    if (!within_limits({pixGetWidth(pixels.get()), pixGetHeight(pixels.get())})) {
        return Failure{number, FailureKind::limit_exceeded, too_large};
    }
    double x_dpi = believable(pixGetXRes(pixels.get()));
    double y_dpi = believable(pixGetYRes(pixels.get()));
    if (type_ == FileType::jpeg) {
        pixels = shown_upright(std::move(pixels), exif_orientation(bytes_.bytes()));
        if (!pixels) return Failure{number, FailureKind::unreadable, damaged};
    }
    if (x_dpi == 0 || y_dpi == 0) x_dpi = y_dpi = 0;
    return PageImage{std::move(pixels), x_dpi, y_dpi};
}

}  // namespace planlezer
