#include "extractors/wire/utf8.hpp"

#include <gtest/gtest.h>

namespace planlezer::wire {
namespace {

TEST(Utf8, KnowsValidText) {
    for (const char* text : {"", "hoogte", "één m²", "≤ 10 °", "\xF0\x9F\x8F\xA0"}) EXPECT_TRUE(is_utf8(text)) << text;
}

TEST(Utf8, RefusesWhatUnicodeForbids) {
    using namespace std::string_view_literals;
    for (const std::string_view text : {"\x80"sv, "\xC3"sv, "\xC0\xAF"sv, "\xE0\x80\xAF"sv, "\xED\xA0\x80"sv, "\xF4\x90\x80\x80"sv, "\xFF"sv, "a\0b"sv}) {
        EXPECT_FALSE(is_utf8(text));
    }
}

TEST(Utf8, CodePointsGoOutAndIn) {
    const std::string text = "één m² ≤ \xF0\x9F\x8F\xA0";
    std::string again;
    for (const char32_t c : code_points(text)) append_utf8(again, c);
    EXPECT_EQ(again, text);
}

TEST(Utf8, WhatIsNoScalarValueIsMarked) {
    std::string text;
    append_utf8(text, 0xD800);
    append_utf8(text, 0x110000);
    EXPECT_EQ(text, "\xEF\xBF\xBD\xEF\xBF\xBD");
    EXPECT_EQ(code_points("a\xFFz"), (std::u32string{U'a', 0xFFFD, U'z'}));
}

}  // namespace
}  // namespace planlezer::wire
