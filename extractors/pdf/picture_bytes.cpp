#include "extractors/pdf/picture_bytes.hpp"

#include <algorithm>
#include <optional>

namespace planlezer {

namespace {

/// Reads what it is asked for until the end; from then on it is `ended` and gives zeros.
class Header {
  public:
    explicit Header(const NextByte& next) : next_(next) {}

    std::uint64_t number(int bytes) {
        std::uint64_t value = 0;
        for (int i = 0; i < bytes; ++i) value = value << 8U | byte();
        return value;
    }
    void skip(std::uint64_t bytes) {
        for (std::uint64_t i = 0; i < bytes && !ended_; ++i) byte();
    }
    [[nodiscard]] bool ended() const { return ended_; }

  private:
    std::uint64_t byte() {
        const int value = ended_ ? -1 : next_();
        ended_ = value < 0;
        return ended_ ? 0 : static_cast<std::uint64_t>(value);
    }

    const NextByte& next_;
    bool ended_ = false;
};

std::uint64_t jpeg_bytes(Header& header) {
    constexpr std::uint64_t start_of_scan = 0xFFDA;
    constexpr std::uint64_t coefficient = 2;
    if (header.number(2) != 0xFFD8) return 0;
    for (;;) {
        const std::uint64_t marker = header.number(2);
        const std::uint64_t length = header.number(2);
        if (header.ended() || marker == start_of_scan || marker < 0xFFC0 || length < 2) return 0;
        const bool frame = marker <= 0xFFCF && marker != 0xFFC4 && marker != 0xFFC8 && marker != 0xFFCC;
        if (!frame) {
            header.skip(length - 2);
            continue;
        }
        header.skip(1);
        const std::uint64_t height = header.number(2);
        const std::uint64_t width = header.number(2);
        const std::uint64_t components = header.number(1);
        const bool progressive = (marker & 3U) == 2;  // the others are decoded line by line
        return progressive ? width * height * components * coefficient : 0;
    }
}

std::uint64_t jpeg2000_bytes(Header& header) {
    constexpr std::uint64_t start_of_codestream = 0xFF4FFF51;  // with the marker of the sizes, which must follow it
    constexpr std::uint64_t sample = 4;
    std::uint64_t last = header.number(4);
    while (last != start_of_codestream && !header.ended()) last = (last << 8U | header.number(1)) & 0xFFFFFFFFU;
    header.skip(4);
    const std::uint64_t right = header.number(4);
    const std::uint64_t bottom = header.number(4);
    const std::uint64_t left = header.number(4);
    const std::uint64_t top = header.number(4);
    header.skip(16);
    const std::uint64_t components = header.number(2);
    if (header.ended() || left > right || top > bottom) return 0;
    // Sides of 32 bits and 14 bits of components would overflow 64: what is that large is too large for anybody.
    const std::uint64_t most = UINT64_MAX / sample / std::max<std::uint64_t>(1, components);
    const std::uint64_t pixels = (right - left) * (bottom - top);
    return pixels > most ? UINT64_MAX : pixels * components * sample;
}

struct Segment {
    unsigned type = 0;
    std::uint64_t length = 0;
};

std::optional<Segment> next_segment(Header& header) {
    constexpr std::uint64_t long_form = 7;  // the count of segments referred to does not fit three bits
    const std::uint64_t number = header.number(4);
    const std::uint64_t flags = header.number(1);
    std::uint64_t referred = header.number(1) >> 5U;
    if (referred == long_form) {
        referred = header.number(3);  // the 29 bits of the count, less the topmost, which no honest file needs
        header.skip((referred + 8) / 8);
    }
    header.skip(referred * (number <= 256 ? 1 : number <= 65536 ? 2 : 4));
    header.skip((flags & 0x40U) != 0 ? 4 : 1);
    const Segment segment{static_cast<unsigned>(flags & 0x3FU), header.number(4)};
    return header.ended() ? std::nullopt : std::optional(segment);
}

/// The page or all its regions together, whichever is more.
std::uint64_t jbig2_bytes(Header& header) {
    constexpr unsigned page_information = 48;
    constexpr unsigned first_region = 4;
    constexpr unsigned last_region = 43;
    constexpr unsigned pattern_dictionary = 16;
    constexpr std::uint64_t sizes = 8;
    constexpr std::uint64_t unknown = 0xFFFFFFFF;
    std::uint64_t page = 0;
    std::uint64_t regions = 0;
    while (const auto segment = next_segment(header)) {
        const bool is_page = segment->type == page_information;
        const bool is_region = segment->type >= first_region && segment->type <= last_region && segment->type != pattern_dictionary;
        std::uint64_t left = segment->length;
        if ((is_page || is_region) && left >= sizes) {
            const std::uint64_t width = header.number(4);
            const std::uint64_t height = header.number(4);
            left -= sizes;
            if (is_region) regions += std::min(width * height, UINT64_MAX - regions);
            if (is_page && height != unknown) page = std::max(page, width * height);  // unknown: in stripes, which are regions
        }
        if (segment->length == unknown) break;
        header.skip(left);
    }
    return std::max(page, regions);
}

}  // namespace

std::uint64_t decoding_bytes(PictureCodec codec, const NextByte& next) {
    Header header(next);
    switch (codec) {
        case PictureCodec::jbig2: return jbig2_bytes(header);
        case PictureCodec::jpeg: return jpeg_bytes(header);
        case PictureCodec::jpeg2000: return jpeg2000_bytes(header);
    }
    return 0;
}

}  // namespace planlezer
