#include "pipeline/discover/file_type.hpp"

#include <gtest/gtest.h>

namespace planlezer {

using namespace std::string_view_literals;

TEST(FileType, KnowsDocumentsByTheirFirstBytes) {
    for (const std::string_view start :
         {"%PDF-1.7\n"sv, "junk before\n%PDF-1.4"sv, "II*\0\x08\0\0\0"sv, "MM\0*\0\0\0\x08"sv, "II+\0\x08\0\0\0"sv, "\x89PNG\r\n\x1a\n...."sv,
          "\xff\xd8\xff\xe0"sv, "\0\0\0\x0cjP  \r\n\x87\n"sv, "\xff\x4f\xff\x51"sv, "BM\x36\0\0\0\0\0\0\0\x36\0"sv, "RIFF\x10\0\0\0WEBPVP8 "sv,
          "<?xml version=\"1.0\"?><imro:FeatureCollectionIMRO xmlns:imro=\"http://www.geonovum.nl/imro/2008/1\">"sv}) {
        EXPECT_TRUE(looks_like_document(start)) << start;
    }
}

TEST(FileType, LeavesOtherFilesAlone) {
    for (const std::string_view start : {""sv, "BMW en andere auto's"sv, "RIFF\x10\0\0\0WAVE"sv, "<?xml version"sv, "PK\x03\x04"sv, "II"sv}) {
        EXPECT_FALSE(looks_like_document(start)) << start;
    }
    EXPECT_FALSE(looks_like_document(std::string(1024, ' ') + "%PDF-1.4")) << "beyond where readers look for it";
}

TEST(FileType, KnowsNamesThatPromiseADocument) {
    EXPECT_TRUE(named_like_document("Regels.PDF"));
    EXPECT_TRUE(named_like_document("kaart.tiff"));
    EXPECT_TRUE(named_like_document("NL.IMRO.0001.Dorp-VA01.gml"));
    EXPECT_TRUE(named_like_document("kaart.PGW"));
    EXPECT_FALSE(named_like_document("g_NL.IMRO.0001.Dorp-VA01.xml"));
    EXPECT_FALSE(named_like_document("pdf"));
    EXPECT_FALSE(named_like_document("regels.pdf.md5"));
}

}  // namespace planlezer
