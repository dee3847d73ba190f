#include "pipeline/discover/file_type.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "schemas/model/ascii.hpp"

namespace planlezer {

bool looks_like_document(std::string_view first_bytes) {
    using namespace std::string_view_literals;
    constexpr std::array starts{
        "II*\0"sv,  "MM\0*"sv,  // TIFF
        "II+\0"sv,  "MM\0+"sv,  // BigTIFF
        "\x89PNG\r\n\x1a\n"sv,
        "\xff\xd8\xff"sv,                    // JPEG
        "\0\0\0\x0cjP  \r\n\x87\n"sv,        // JPEG 2000 in its box format
        "\xff\x4f\xff\x51"sv,                // a bare JPEG 2000 stream
    };
    if (std::ranges::any_of(starts, [&](std::string_view start) { return first_bytes.starts_with(start); })) return true;
    // A BMP's "BM" alone is also how a text may begin: four reserved bytes must be zero.
    if (first_bytes.starts_with("BM") && first_bytes.size() >= 10 && first_bytes.substr(6, 4) == "\0\0\0\0"sv) return true;
    if (first_bytes.starts_with("RIFF") && first_bytes.size() >= 12 && first_bytes.substr(8, 4) == "WEBP") return true;
    return first_bytes.substr(0, sniff_bytes).find("%PDF-") != std::string_view::npos;
}

bool named_like_document(std::string_view file_name) {
    constexpr std::array<std::string_view, 11> endings{".pdf", ".tif",  ".tiff", ".png", ".jpg", ".jpeg",
                                                       ".jp2", ".j2k", ".jpf",  ".bmp", ".webp"};
    const std::string name = ascii_lower(file_name);
    return std::ranges::any_of(endings, [&](std::string_view ending) { return name.ends_with(ending); });
}

}  // namespace planlezer
