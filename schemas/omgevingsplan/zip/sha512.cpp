#include "schemas/omgevingsplan/zip/sha512.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace planlezer::omgevingsplan {

std::string sha512_hex(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha512(), nullptr) != 1) {
        throw std::runtime_error("SHA-512 is niet beschikbaar in libcrypto");
    }
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * std::size_t{length});
    for (unsigned int i = 0; i < length; ++i) {
        text += digits[digest.at(i) >> 4U];
        text += digits[digest.at(i) & 15U];
    }
    return text;
}

}  // namespace planlezer::omgevingsplan
