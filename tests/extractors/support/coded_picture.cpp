#include "tests/extractors/support/coded_picture.hpp"

namespace planlezer::testing {

std::string big_endian(std::uint64_t value, int bytes) {
    std::string text;
    for (int i = bytes - 1; i >= 0; --i) text += i < 8 ? static_cast<char>(value >> (8U * static_cast<unsigned>(i)) & 0xFFU) : '\0';
    return text;
}

std::string jbig2_segment(unsigned type, const std::string& data) {
    return big_endian(0, 4) + big_endian(type, 1) + big_endian(0, 1) + big_endian(1, 1) + big_endian(data.size(), 4) + data;
}

std::string jbig2_page(std::uint32_t width, std::uint32_t height) {
    return jbig2_segment(48, big_endian(width, 4) + big_endian(height, 4) + big_endian(0, 11));
}

}  // namespace planlezer::testing
