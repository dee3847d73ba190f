#include "pipeline/discover/file_type.hpp"

#include <algorithm>
#include <array>
#include <span>
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
    const std::string_view head = first_bytes.substr(0, sniff_bytes);
    // Where these stand in a file, the worker finds out; a text that only speaks of IMRO has no element.
    const bool imro = head.find("xmlns:imro=\"http://www.") != std::string_view::npos;
    return imro || head.find("%PDF-") != std::string_view::npos;
}

namespace {

bool ends_with_any(std::string_view file_name, std::span<const std::string_view> endings) {
    const std::string name = ascii_lower(file_name);
    return std::ranges::any_of(endings, [&](std::string_view ending) { return name.ends_with(ending); });
}

}  // namespace

bool named_like_image(std::string_view file_name) {
    constexpr std::array<std::string_view, 10> endings{".tif", ".tiff", ".png", ".jpg", ".jpeg", ".jp2", ".j2k", ".jpf", ".bmp", ".webp"};
    return ends_with_any(file_name, endings);
}

bool named_like_world_file(std::string_view file_name) {
    constexpr std::array<std::string_view, 12> endings{".tfw",  ".pgw",  ".jgw",  ".j2w", ".bpw",  ".wpw",
                                                       ".tifw", ".pngw", ".jpgw", ".bmpw", ".jp2w", ".wld"};
    return ends_with_any(file_name, endings);
}

bool named_like_document(std::string_view file_name) {
    constexpr std::array<std::string_view, 2> endings{".pdf", ".gml"};
    return ends_with_any(file_name, endings) || named_like_image(file_name) || named_like_world_file(file_name);
}

}  // namespace planlezer
