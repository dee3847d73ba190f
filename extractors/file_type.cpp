#include "extractors/file_type.hpp"

#include <algorithm>
#include <array>

#include "extractors/world_file.hpp"
#include "schemas/model/ascii.hpp"

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

std::string head_of(std::span<const std::byte> bytes, std::size_t enough) {
    std::string head;
    for (const std::byte b : bytes.first(std::min(bytes.size(), enough))) head += static_cast<char>(b);
    return head;
}

/// What stands in "<" and ">" of the first element, or as much of it as there is.
std::string_view root_tag(std::string_view text) {
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with("<!--")) {
            at = text.find("-->", at);
            if (at == std::string_view::npos) break;
        } else if (!rest.starts_with("<?") && !rest.starts_with("<!")) {
            return rest.substr(0, rest.find('>'));
        }
    }
    return {};
}

/// The name of an element without its prefix: "FeatureCollectionIMRO".
std::string_view local_name(std::string_view tag) {
    tag.remove_prefix(std::min<std::size_t>(1, tag.size()));
    tag = tag.substr(0, tag.find_first_of(" \t\r\n/"));
    const std::size_t colon = tag.find(':');
    return colon == std::string_view::npos ? tag : tag.substr(colon + 1);
}

FileType xml_type(std::string_view text) {
    const std::string_view tag = root_tag(text);
    for (const std::string_view name_space : {"http://www.ravi.nl/imro2006", "http://www.geonovum.nl/imro/2008/", "http://www.geonovum.nl/imro/2012/"}) {
        if (tag.find(name_space) != std::string_view::npos) return FileType::imro_gml;
    }
    const std::string_view name = local_name(tag);
    const bool about = name == "GeleideFormulier" || name == "Geleideformulier" || name == "Manifest" || name == "MD_Metadata";
    return about ? FileType::about_plan : FileType::xml;
}

FileType markup_type(const std::string& head) {
    std::string_view text = head;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    const std::string lower = ascii_lower(text.substr(0, 1024));
    if (lower.starts_with("<!doctype html") || lower.starts_with("<html")) return FileType::html;
    if (!lower.starts_with('<')) return FileType::unknown;
    if (lower.starts_with("<?xml") && lower.find("<html") != std::string::npos) return FileType::html;
    const FileType type = xml_type(text);
    return type == FileType::xml && !lower.starts_with("<?xml") ? FileType::unknown : type;
}

}  // namespace

FileType file_type(std::span<const std::byte> bytes) {
    if (bytes.empty()) return FileType::empty;
    constexpr std::size_t enough_for_pdf = 1024;    // Acrobat's own habit for where "%PDF-" may stand
    constexpr std::size_t enough_for_xml = 8192;  // comments and name spaces stand before what tells
    const std::string head = head_of(bytes, enough_for_pdf);
    for (const Signature& signature : signatures) {
        if (head.size() >= signature.offset && head.compare(signature.offset, signature.bytes.size(), signature.bytes) == 0) {
            return signature.type;
        }
    }
    if (head.find("%PDF-") != std::string::npos) return FileType::pdf;
    if (parse_world_file(bytes)) return FileType::world_file;
    return markup_type(head_of(bytes, enough_for_xml));
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
        case FileType::imro_gml: return "application/gml+xml";
        case FileType::world_file: return "text/plain";
        case FileType::about_plan: return "application/xml";
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
    return type == pdf || type == tiff || type == png || type == jpeg || type == jpeg2000 || type == bmp || type == webp ||
           type == imro_gml || type == world_file || type == about_plan;
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
