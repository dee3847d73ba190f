#include "extractors/pdf/picture_bytes.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/extractors/support/coded_picture.hpp"

namespace planlezer {
namespace {

using namespace planlezer::testing;

std::uint64_t bytes_of(PictureCodec codec, const std::string& coded) {
    std::size_t at = 0;
    return decoding_bytes(codec, [&] { return at < coded.size() ? static_cast<unsigned char>(coded[at++]) : -1; });
}

std::string jpeg(unsigned frame, unsigned width, unsigned height) {
    const std::string comment = "\xFF\xE1" + big_endian(2 + 300, 2) + std::string(300, '\0');
    return "\xFF\xD8" + comment + '\xFF' + static_cast<char>(frame) + big_endian(17, 2) + big_endian(8, 1) + big_endian(height, 2) +
           big_endian(width, 2) + big_endian(3, 1);
}

std::string jpeg2000(std::uint32_t right, std::uint32_t bottom, std::uint32_t left, std::uint32_t top, unsigned components) {
    return "boxes before it" + big_endian(0xFF4FFF51, 4) + big_endian(47, 2) + big_endian(0, 2) + big_endian(right, 4) + big_endian(bottom, 4) +
           big_endian(left, 4) + big_endian(top, 4) + big_endian(0, 16) + big_endian(components, 2);
}

TEST(PictureBytes, AProgressiveJpegKeepsAllItsCoefficients) {
    EXPECT_EQ(bytes_of(PictureCodec::jpeg, jpeg(0xC2, 20'000, 10'000)), 2ULL * 3 * 20'000 * 10'000);
    EXPECT_EQ(bytes_of(PictureCodec::jpeg, jpeg(0xC0, 20'000, 10'000)), 0U);
}

TEST(PictureBytes, AJpeg2000KeepsAllItsSamples) {
    EXPECT_EQ(bytes_of(PictureCodec::jpeg2000, jpeg2000(1100, 2050, 100, 50, 3)), 4ULL * 3 * 1000 * 2000);
    EXPECT_EQ(bytes_of(PictureCodec::jpeg2000, jpeg2000(UINT32_MAX, UINT32_MAX, 0, 0, 16'384)), UINT64_MAX);
    EXPECT_EQ(bytes_of(PictureCodec::jpeg2000, jpeg2000(10, 10, 20, 20, 1)), 0U);
}

TEST(PictureBytes, AJbig2KeepsItsPageOrWhatIsLaidOnIt) {
    const std::string region = jbig2_segment(38, big_endian(300, 4) + big_endian(50, 4) + std::string(30, 'x'));
    EXPECT_EQ(bytes_of(PictureCodec::jbig2, jbig2_page(200, 100)), 200U * 100);
    EXPECT_EQ(bytes_of(PictureCodec::jbig2, jbig2_page(200, 100) + region), 200U * 100);
    EXPECT_EQ(bytes_of(PictureCodec::jbig2, jbig2_page(200, 100) + region + region), 2U * 300 * 50);
    EXPECT_EQ(bytes_of(PictureCodec::jbig2, jbig2_page(200, UINT32_MAX) + region), 300U * 50);
}

TEST(PictureBytes, AJbig2SegmentMayReferToManyOthers) {
    const std::string referring = big_endian(0, 4) + big_endian(0x46, 1) + big_endian(0xE0000009, 4) + std::string(2 + 9, '\0') + big_endian(1, 4) +
                                  big_endian(UINT32_MAX, 4) + big_endian(7, 4) + big_endian(8, 4);
    EXPECT_EQ(bytes_of(PictureCodec::jbig2, referring + "data of unknown length"), 56U);
}

TEST(PictureBytes, WhatIsCutOffOrSomethingElseTellsNothing) {
    for (const PictureCodec codec : {PictureCodec::jbig2, PictureCodec::jpeg, PictureCodec::jpeg2000}) {
        EXPECT_EQ(bytes_of(codec, ""), 0U);
        EXPECT_EQ(bytes_of(codec, "not a picture at all"), 0U);
        EXPECT_EQ(bytes_of(codec, std::string(200, '\xFF')), 0U);
    }
}

}  // namespace
}  // namespace planlezer
