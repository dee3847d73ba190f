#include "extractors/file_type.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace planlezer {

namespace {

using namespace std::string_view_literals;

struct Signature {
    FileType type;
    std::size_t offset;
    std::string_view bytes;
};

// The first that fits wins. RIFF alone is no WebP, hence the offset of its form type.
constexpr std::array signatures{
    Signature{FileType::png, 0, "\x89PNG\r\n\x1A\n"sv},
    Signature{FileType::jpeg, 0, "\xFF\xD8\xFF"sv},
    Signature{FileType::tiff, 0, "II*\0"sv},
    Signature{FileType::tiff, 0, "MM\0*"sv},
    Signature{FileType::tiff, 0, "II+\0"sv},
    Signature{FileType::tiff, 0, "MM\0+"sv},
    Signature{FileType::jpeg2000, 0, "\0\0\0\x0CjP  \r\n\x87\n"sv},
    Signature{FileType::jpeg2000, 0, "\xFF\x4F\xFF\x51"sv},
    Signature{FileType::webp, 8, "WEBP"sv},
    Signature{FileType::bmp, 0, "BM"sv},
    Signature{FileType::gif, 0, "GIF8"sv},
    Signature{FileType::zip, 0, "PK\x03\x04"sv},
    Signature{FileType::ole, 0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv},
    Signature{FileType::rtf, 0, "{\\rtf"sv},
    Signature{FileType::dwg, 0, "AC10"sv},
};

std::string head_of(std::span<const std::byte> bytes) {
    constexpr std::size_t enough = 1024;  // Acrobat's own habit for where "%PDF-" may stand
    std::string head;
    for (const std::byte b : bytes.first(std::min(bytes.size(), enough))) head += static_cast<char>(b);
    return head;
}

FileType markup_type(const std::string& head) {
    std::string lower = head.starts_with("\xEF\xBB\xBF") ? head.substr(3) : head;
    lower.erase(0, lower.find_first_not_of(" \t\r\n"));
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (lower.starts_with("<!doctype html") || lower.starts_with("<html")) return FileType::html;
    if (lower.starts_with("<?xml")) return lower.find("<html") != std::string::npos ? FileType::html : FileType::xml;
    return FileType::unknown;
}

}  // namespace

FileType file_type(std::span<const std::byte> bytes) {
    if (bytes.empty()) return FileType::empty;
    const std::string head = head_of(bytes);
    for (const Signature& signature : signatures) {
        if (head.size() >= signature.offset && head.compare(signature.offset, signature.bytes.size(), signature.bytes) == 0) {
            return signature.type;
        }
    }
    if (head.find("%PDF-") != std::string::npos) return FileType::pdf;
    return markup_type(head);
}

std::string_view media_type(FileType type) {
    switch (type) {
        case FileType::pdf: return "application/pdf";
        case FileType::tiff: return "image/tiff";
        case FileType::png: return "image/png";
        case FileType::jpeg: return "image/jpeg";
        case FileType::jpeg2000: return "image/jp2";
        case FileType::bmp: return "image/bmp";
        case FileType::webp: return "image/webp";
        case FileType::gif: return "image/gif";
        case FileType::zip: return "application/zip";
        case FileType::ole: return "application/x-ole-storage";
        case FileType::rtf: return "application/rtf";
        case FileType::xml: return "application/xml";
        case FileType::html: return "text/html";
        case FileType::dwg: return "image/vnd.dwg";
        case FileType::unknown:
        case FileType::empty: break;
    }
    return "";
}

bool is_readable(FileType type) {
    using enum FileType;
    return type == pdf || type == tiff || type == png || type == jpeg || type == jpeg2000 || type == bmp || type == webp;
}

std::string unsupported_message(FileType type) {
    switch (type) {
        case FileType::empty: return "Het bestand is leeg. Lever het opnieuw aan.";
        case FileType::zip:
            return "Dit is een zip-bestand of een kantoordocument (docx, odt, xlsx). Pak het uit, of sla het document op als PDF.";
        case FileType::ole: return "Dit is een oud kantoordocument (doc, xls). Sla het op als PDF.";
        case FileType::rtf: return "Dit is een RTF-document. Sla het op als PDF.";
        case FileType::html: return "Dit is een webpagina. Druk haar af naar PDF.";
        case FileType::xml: return "Dit is een XML-bestand zonder leesbare pagina's. Lever het document als PDF aan.";
        case FileType::dwg: return "Dit is een CAD-tekening (dwg). Druk haar af naar PDF.";
        case FileType::gif: return "Dit is een GIF-afbeelding. Zet haar om naar PNG of TIFF.";
        default:
            return "Dit bestandstype wordt niet gelezen. Lever het aan als PDF, TIFF, PNG, JPEG, JPEG 2000, BMP of WebP.";
    }
}

}  // namespace planlezer
