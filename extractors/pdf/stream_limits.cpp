#include "extractors/pdf/stream_limits.hpp"

#include <cstddef>
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

}  // namespace

bool is_too_large(Stream& stream) {
    const auto codec = codec_of(stream);
    Stream* coded = stream.getNextStream();
    if (!codec || coded == nullptr) return false;
    coded->reset();
    std::size_t seen = 0;
    const auto next = [&] { return ++seen > limits::picture_header_bytes ? EOF : coded->getChar(); };
    return decoding_bytes(*codec, next) > limits::picture_bytes;
}

}  // namespace planlezer
