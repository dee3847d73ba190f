#include "extractors/pdf/stream_limits.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "extractors/limits.hpp"
#include "extractors/pdf/picture_bytes.hpp"
#include "extractors/pdf/poppler.hpp"

namespace planlezer {

namespace {

std::optional<PictureCodec> codec_of(const Stream& stream) {
    switch (stream.getKind()) {
        case strJBIG2: return PictureCodec::jbig2;
        case strDCT: return PictureCodec::jpeg;
        case strJPX: return PictureCodec::jpeg2000;
        default: return std::nullopt;
    }
}

/// As its dictionary has it; 0 when it has none.
double declared_pixels(Stream& stream) {
    Dict* entries = stream.getDict();
    if (entries == nullptr) return 0;
    const auto side = [entries](const char* name, const char* brief) {
        const Object named = entries->lookup(name);
        const Object value = named.isNum() ? named.copy() : entries->lookup(brief);
        return value.isNum() ? std::max(0.0, value.getNum()) : 0;
    };
    return side("Width", "W") * side("Height", "H");
}

}  // namespace

bool is_too_large(Stream& stream) {
    constexpr double most_pixels = limits::picture_megapixels * 1e6;
    if (declared_pixels(stream) > most_pixels) return true;
    const auto codec = codec_of(stream);
    Stream* coded = stream.getNextStream();
    if (!codec || coded == nullptr) return false;
    coded->reset();
    std::size_t seen = 0;
    const auto next = [&] { return ++seen > limits::picture_header_bytes ? EOF : coded->getChar(); };
    const std::uint64_t bytes = decoding_bytes(*codec, next);
    const bool a_byte_each = *codec == PictureCodec::jbig2;  // its page is counted in pixels
    return bytes > limits::picture_bytes || (a_byte_each && static_cast<double>(bytes) > most_pixels);
}

}  // namespace planlezer
