#include "extractors/file_type.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <vector>

namespace planlezer {
namespace {

using namespace std::string_view_literals;

FileType type_of(std::string_view text) { return file_type(std::as_bytes(std::span(text))); }

TEST(FileType, IsToldByContent) {
    EXPECT_EQ(type_of("%PDF-1.7\n"), FileType::pdf);
    EXPECT_EQ(type_of("rubbish before\r\n%PDF-1.4\n"), FileType::pdf);
    EXPECT_EQ(type_of("II*\0aaaa"sv), FileType::tiff);
    EXPECT_EQ(type_of("MM\0*aaaa"sv), FileType::tiff);
    EXPECT_EQ(type_of("\x89PNG\r\n\x1A\n"sv), FileType::png);
    EXPECT_EQ(type_of("\xFF\xD8\xFF\xE0"sv), FileType::jpeg);
    EXPECT_EQ(type_of("\0\0\0\x0CjP  \r\n\x87\n"sv), FileType::jpeg2000);
    EXPECT_EQ(type_of("\xFF\x4F\xFF\x51"sv), FileType::jpeg2000);
    EXPECT_EQ(type_of("BM123456"), FileType::bmp);
    EXPECT_EQ(type_of("RIFF1234WEBPVP8 "), FileType::webp);
    EXPECT_EQ(type_of("<!DOCTYPE html><html>"), FileType::html);
    EXPECT_EQ(type_of("\xEF\xBB\xBF<?xml version=\"1.0\"?><gml/>"), FileType::xml);
    EXPECT_EQ(type_of("<?xml version=\"1.0\"?>\n<!-- <x> -->\n<imro:FeatureCollectionIMRO xmlns:imro=\"http://www.geonovum.nl/imro/2012/1.1\">"), FileType::imro_gml);
    EXPECT_EQ(type_of("\t<imro:Maatvoering xmlns:imro=\"http://www.ravi.nl/imro2006\" gml:id=\"x\">"), FileType::imro_gml);
    EXPECT_EQ(type_of("<?xml version=\"1.0\"?><GeleideFormulier xmlns=\"http://www.geonovum.nl/stri/2012/1.0\">"), FileType::about_plan);
    EXPECT_EQ(type_of("<?xml version=\"1.0\"?><text>http://www.ravi.nl/imro2006</text>"), FileType::xml);
    EXPECT_EQ(type_of("0.1\n0\n0\n-0.1\n142000.05\n506999.95\n"), FileType::world_file);
    EXPECT_EQ(type_of("1 2 3 4 5 6 7"), FileType::unknown);
    EXPECT_EQ(type_of("PK\x03\x04"), FileType::zip);
    EXPECT_EQ(type_of(""), FileType::empty);
    EXPECT_EQ(type_of("Artikel 4 Wonen"), FileType::unknown);
    EXPECT_EQ(type_of("RIFF1234WAVE"), FileType::unknown);
}

TEST(FileType, EveryUnreadableTypeNamesAWayOut) {
    for (const FileType type : {FileType::unknown, FileType::empty, FileType::zip, FileType::ole, FileType::rtf, FileType::html, FileType::xml,
                                FileType::dwg, FileType::gif}) {
        EXPECT_FALSE(is_readable(type));
        const std::string message = unsupported_message(type);
        const bool way_out = message.find("PDF") != std::string::npos || message.find("opnieuw") != std::string::npos || message.find("PNG") != std::string::npos;
        EXPECT_TRUE(way_out) << message;
    }
    EXPECT_TRUE(is_readable(FileType::tiff));
    EXPECT_EQ(media_type(FileType::jpeg2000), "image/jp2");
}

}  // namespace
}  // namespace planlezer
