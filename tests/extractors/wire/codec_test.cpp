#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "extractors/wire/frame.hpp"
#include "extractors/wire/messages.hpp"

namespace planlezer::wire {
namespace {

TextPage sample_page() {
    TextPage page;
    page.number = 7;
    page.width = 595.28;
    page.height = 841.89;
    page.turns = 3;
    page.origin = TextOrigin::ocr;
    page.dpi = 300;
    Word word;
    word.text = "10,5";
    word.box = {100.5, 200.25, 120, 212};
    word.confidence = 0.93;
    word.font_size = 10;
    word.bold = true;
    word.origin = TextOrigin::ocr;
    word.second_reading = "10,8";
    page.words.push_back(word);
    word.text = "m²";
    word.second_reading.clear();
    word.bold = false;
    word.italic = word.struck = word.raised = true;
    page.words.push_back(word);
    page.rulings = {{10, 20, 500, 20}, {10, 20, 10, 700}};
    page.notes = {PageNote::deskewed, PageNote::repaired_file};
    return page;
}

const Polygon square_with_hole{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{{2, 2}, {2, 4}, {4, 4}}}};

MapSign sample_sign() {
    MapSign sign{SignShape::circle, {10, 20, 30, 40}, -12.5, {}, Point{50, 60}, 0.9, true};
    sign.cells.push_back({0, 0, {11, 21, 29, 29}, "4", SignMark::arc, SignMark::none, 0.8, ""});
    sign.cells.push_back({1, 0, {11, 31, 29, 39}, "7,5", SignMark::triangle, SignMark::line, 0.7, "1,5"});
    return sign;
}

MapSheet sample_sheet() {
    MapSheet sheet;
    sheet.text = sample_page();
    sheet.likeness = 0.9;
    sheet.frame = {10, 10, 900, 800};
    sheet.signs = {sample_sign(), MapSign{}};
    const AreaStyle style{Rgb{255, 255, 0}, HatchKind::lines, 45, 3.5, LineDash::dashed, 0.7, Rgb{0, 0, 0}};
    sheet.areas = {{style, {square_with_hole}, 0.8}, {AreaStyle{}, {}, 1}};
    sheet.legend = {{{1, 2, 3, 4}, style, sample_sign(), "maximum bouwhoogte (m)", "", "Maatvoeringen"}, {{1, 2, 3, 4}, style, std::nullopt, "Wonen", "W", ""}};
    sheet.insets = {{10, 20, 110, 90}};
    sheet.crosses = {{{100, 100}, {142000, 507000}}};
    sheet.scale = 1000;
    sheet.north = -3.5;
    sheet.embedded = EmbeddedPlacement::geopdf;
    sheet.to_rd = {0.35, 0, 142000, 0, -0.35, 507000};
    sheet.pixels_a_point_x = sheet.pixels_a_point_y = 4.1667;
    sheet.file_points = 0.5;
    return sheet;
}

PlanMap sample_plan() {
    PlanMap map;
    map.file = "NL.IMRO.0001.Dorp-VA01.gml";
    map.imro_id = "NL.IMRO.0001.Dorp-VA01";
    map.name = "Dorp";
    map.status = "vastgesteld";
    map.date = "2013-04-18";
    map.placement.residual = 0.25;
    map.control_points = {{{100, 100}, {142000, 507000}}};
    const Provenance place{"x.gml", 0, {{1, 2, 3, 4}}, "maximum bouwhoogte (m): 10,5", ""};
    PlanObject object{PlanObjectKind::maatvoering, "NL.IMRO.7", "maatvoering", "", "4", {square_with_hole}, {}, 0.75, false, place};
    object.values.push_back({"maximum bouwhoogte", Comparator::at_most, Decimal(-105, 1), Unit::metre, "10,5", 0.5, "10,8", place, {142000, 507000}});
    object.values.push_back({"vrije tekst", Comparator::exactly, std::nullopt, Unit::none, "sba-1", 1, "", {}, {}});
    map.objects = {object, PlanObject{}};
    map.flags = {{FlagCode::conflicting_values, "twee waarden", {}, place}, {FlagCode::document_unreadable, "", {}, std::nullopt}};
    return map;
}

std::vector<Reply> sample_replies() {
    return {DocumentInfo{"application/pdf", 24, true}, sample_page(), TextPage{}, sample_sheet(), MapSheet{}, sample_plan(), PlanMap{},
            WorldFile{{0.1, 0, 142000, 0, -0.1, 507000}},
            Failure{3, FailureKind::timed_out, "De pagina kostte te veel tijd: één."}};
}

TEST(Codec, RequestsComeBackAsTheyWere) {
    const std::vector<Request> requests{OpenRequest{}, PageRequest{1, false}, PageRequest{max_pages, true}};
    for (const Request& request : requests) EXPECT_EQ(decode_request(encode(request)), request);
}

TEST(Codec, RepliesComeBackAsTheyWere) {
    for (const Reply& reply : sample_replies()) EXPECT_EQ(decode_reply(encode(reply)), reply);
}

TEST(Codec, RefusesEveryTruncationAndAnyByteTooMany) {
    for (const Reply& reply : sample_replies()) {
        std::vector<std::byte> bytes = encode(reply);
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            EXPECT_EQ(decode_reply(std::span(bytes).first(size)), std::nullopt) << size;
        }
        bytes.push_back(std::byte{0});
        EXPECT_EQ(decode_reply(bytes), std::nullopt);
    }
}

TEST(Codec, RefusesWhatNoHonestWorkerSends) {
    const auto refused = [](auto&& spoil) {
        TextPage page = sample_page();
        spoil(page);
        return !decode_reply(encode(Reply{page})).has_value();
    };
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinite = std::numeric_limits<double>::infinity();
    EXPECT_TRUE(refused([&](TextPage& p) { p.words[0].box.x0 = nan; }));
    EXPECT_TRUE(refused([&](TextPage& p) { p.words[0].box.y1 = infinite; }));
    EXPECT_TRUE(refused([](TextPage& p) { std::swap(p.words[0].box.x0, p.words[0].box.x1); }));
    EXPECT_TRUE(refused([](TextPage& p) { p.words[0].confidence = 1.5; }));
    EXPECT_TRUE(refused([](TextPage& p) { p.words[0].font_size = -1; }));
    EXPECT_TRUE(refused([](TextPage& p) { p.words[0].text = "\xC3\x28"; }));
    EXPECT_TRUE(refused([](TextPage& p) { p.words[0].text = ""; }));
    EXPECT_TRUE(refused([](TextPage& p) { p.words[0].text = "10 m"; }));
    EXPECT_TRUE(refused([](TextPage& p) { p.words[0].second_reading = "\xED\xA0\x80"; }));
    EXPECT_TRUE(refused([](TextPage& p) { p.number = 0; }));
    EXPECT_TRUE(refused([](TextPage& p) { p.height = -1; }));
    EXPECT_TRUE(refused([](TextPage& p) { p.turns = 4; }));
    EXPECT_TRUE(refused([&](TextPage& p) { p.rulings[0].x1 = nan; }));
    EXPECT_FALSE(refused([](TextPage&) {}));
}

TEST(Codec, RefusesMapsThatNoHonestWorkerSends) {
    const auto sheet_refused = [](auto&& spoil) {
        MapSheet sheet = sample_sheet();
        spoil(sheet);
        return !decode_reply(encode(Reply{sheet})).has_value();
    };
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_TRUE(sheet_refused([](MapSheet& s) { s.likeness = 1.1; }));
    EXPECT_TRUE(sheet_refused([](MapSheet& s) { s.scale = -1; }));
    EXPECT_TRUE(sheet_refused([&](MapSheet& s) { s.to_rd.e = nan; }));
    EXPECT_TRUE(sheet_refused([&](MapSheet& s) { s.north = nan; }));
    EXPECT_TRUE(sheet_refused([&](MapSheet& s) { s.areas[0].shape[0].outer[1].y = nan; }));
    EXPECT_TRUE(sheet_refused([](MapSheet& s) { s.areas[0].shape[0].outer.resize(2); }));
    EXPECT_TRUE(sheet_refused([](MapSheet& s) { s.areas[0].shape[0].holes[0].clear(); }));
    EXPECT_TRUE(sheet_refused([](MapSheet& s) { s.signs[0].cells[0].row = -1; }));
    EXPECT_TRUE(sheet_refused([](MapSheet& s) { s.signs[0].cells.resize(max_cells_per_sign + 1); }));
    EXPECT_TRUE(sheet_refused([](MapSheet& s) { s.text.words[0].text = "10 m"; }));
    EXPECT_FALSE(sheet_refused([](MapSheet&) {}));
    const auto plan_refused = [](auto&& spoil) {
        PlanMap plan = sample_plan();
        spoil(plan);
        return !decode_reply(encode(Reply{plan})).has_value();
    };
    EXPECT_TRUE(plan_refused([](PlanMap& p) { p.objects[0].confidence = -0.1; }));
    EXPECT_TRUE(plan_refused([](PlanMap& p) { p.objects[0].name = "\xFF"; }));
    EXPECT_TRUE(plan_refused([](PlanMap& p) { p.placement.residual = -1; }));
    EXPECT_TRUE(plan_refused([&](PlanMap& p) { p.objects[0].values[0].place.x = nan; }));
    EXPECT_TRUE(plan_refused([](PlanMap& p) { p.objects[0].values.resize(max_values_per_object + 1); }));
    EXPECT_FALSE(plan_refused([](PlanMap&) {}));
}

TEST(Codec, APageSaysItsNumberWhateverItHolds) {
    EXPECT_EQ(page_number(sample_page()), 7);
    EXPECT_EQ(page_number(sample_sheet()), 7);
    EXPECT_EQ(page_number(sample_plan()), 1);
    EXPECT_EQ(page_number(WorldFile{}), 1);
    EXPECT_EQ(page_number(DocumentInfo{}), std::nullopt);
    EXPECT_EQ(page_content(Failure{}), std::nullopt);
    EXPECT_EQ(page_content(sample_sheet()), PageContent(sample_sheet()));
    EXPECT_EQ(reply_of(sample_plan()), Reply(sample_plan()));
}

TEST(Codec, RefusesUnknownTagsAndEnumerators) {
    std::vector<std::byte> bytes = encode(Reply{Failure{0, FailureKind::cancelled, "x"}});
    bytes[5] = std::byte{200};  // behind the tag and four bytes of page: the kind
    EXPECT_EQ(decode_reply(bytes), std::nullopt);
    bytes[0] = std::byte{99};
    EXPECT_EQ(decode_reply(bytes), std::nullopt);
    EXPECT_EQ(decode_request(encode(Reply{DocumentInfo{}})), std::nullopt);
    EXPECT_EQ(decode_reply(encode(Request{OpenRequest{}})), std::nullopt);
    EXPECT_EQ(decode_reply({}), std::nullopt);
}

TEST(Codec, ACountBeyondTheBytesIsRefusedBeforeAnythingIsAllocated) {
    TextPage page;
    std::vector<std::byte> bytes = encode(Reply{page});
    const std::size_t words_at = bytes.size() - 12;  // counts of words, rulings and notes are the last
    for (std::size_t i = 0; i < 4; ++i) bytes[words_at + i] = std::byte{0xFF};
    EXPECT_EQ(decode_reply(bytes), std::nullopt);
    bytes[words_at + 3] = std::byte{0};
    bytes[words_at + 2] = std::byte{2};  // below the limit, beyond the payload
    EXPECT_EQ(decode_reply(bytes), std::nullopt);
}

// A fixed seed: what is found once is found always. Whatever is accepted must survive another round unchanged.
TEST(Codec, MutatedBytesAreRefusedOrMeanSomething) {
    std::mt19937 random(20240101);
    std::size_t accepted = 0;
    for (int round = 0; round < 20'000; ++round) {
        const std::vector<Reply> replies = sample_replies();
        std::vector<std::byte> bytes = encode(replies[random() % replies.size()]);
        const std::size_t changes = 1 + random() % 4;
        for (std::size_t i = 0; i < changes; ++i) bytes[random() % bytes.size()] = static_cast<std::byte>(random());
        if (random() % 8 == 0) bytes.resize(random() % (bytes.size() + 1));
        if (const auto reply = decode_reply(bytes)) {
            ++accepted;
            EXPECT_EQ(decode_reply(encode(*reply)), reply);
        }
        if (const auto request = decode_request(bytes)) {
            EXPECT_EQ(decode_request(encode(*request)), request);
        }
    }
    EXPECT_GT(accepted, 0U);
}

TEST(Codec, RandomBytesAreRefusedOrMeanSomething) {
    std::mt19937 random(7);
    for (int round = 0; round < 20'000; ++round) {
        std::vector<std::byte> bytes(random() % 300);
        for (std::byte& b : bytes) b = static_cast<std::byte>(random());
        if (!bytes.empty()) bytes[0] = static_cast<std::byte>(random() % 24);
        if (const auto reply = decode_reply(bytes)) {
            EXPECT_EQ(decode_reply(encode(*reply)), reply);
        }
    }
}

TEST(Frame, LengthComesBackAndIsBounded) {
    EXPECT_EQ(frame_length(frame_header(1)), 1U);
    EXPECT_EQ(frame_length(frame_header(70'000)), 70'000U);
    EXPECT_EQ(frame_length(frame_header(max_frame_bytes)), max_frame_bytes);
    EXPECT_EQ(frame_length(frame_header(0)), std::nullopt);
    EXPECT_EQ(frame_length(frame_header(max_frame_bytes + std::size_t{1})), std::nullopt);
    EXPECT_EQ(frame_header(0x01020304), (FrameHeader{std::byte{4}, std::byte{3}, std::byte{2}, std::byte{1}}));
}

}  // namespace
}  // namespace planlezer::wire
