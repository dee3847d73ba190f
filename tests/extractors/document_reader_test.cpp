#include "extractors/document_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "extractors/pdf/pdf_document.hpp"
#include "tests/extractors/support/coded_picture.hpp"
#include "tests/extractors/support/drawn_page.hpp"
#include "tests/extractors/support/engine.hpp"

namespace planlezer {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using namespace planlezer::testing;

const std::vector<std::string> sentences{"De bouwhoogte van een gebouw bedraagt",
                                         "ten hoogste 12 m, en de goothoogte",
                                         "niet meer dan 7 m.",
                                         "Het bebouwingspercentage is 60%."};

class Reading : public ::testing::Test {
  protected:
    static void SetUpTestSuite() { PdfDocument::initialise(); }

    static std::unique_ptr<DocumentReader> open(const Bytes& bytes) {
        auto opened = open_document(mapped(bytes), engine());
        if (auto* failure = std::get_if<Failure>(&opened)) {
            ADD_FAILURE() << failure->message;
            return nullptr;
        }
        return std::move(std::get<std::unique_ptr<DocumentReader>>(opened));
    }
    static TextPage page(const Bytes& bytes, std::uint32_t number = 1, bool force_ocr = false) {
        const auto document = open(bytes);
        if (!document) return {};
        const wire::Reply reply = read_page(*document, {number, force_ocr});
        if (const auto* failure = std::get_if<Failure>(&reply)) ADD_FAILURE() << failure->message;
        const auto* read = std::get_if<TextPage>(&reply);
        return read == nullptr ? TextPage{} : *read;
    }
    static Bytes bytes_of(const std::vector<int>& values) {
        Bytes bytes;
        for (const int value : values) bytes.push_back(static_cast<Bytes::value_type>(value));
        return bytes;
    }
    static FailureKind failure_of_page(const Bytes& bytes) {
        const auto document = open(bytes);
        const wire::Reply reply = read_page(*document, {1, false});
        const auto* found = std::get_if<Failure>(&reply);
        EXPECT_TRUE(found) << "the page was read";
        return found == nullptr ? FailureKind::cancelled : found->kind;
    }
    static Failure failure(const Bytes& bytes) {
        const auto opened = open_document(mapped(bytes), engine());
        const auto* found = std::get_if<Failure>(&opened);
        return found == nullptr ? Failure{} : *found;
    }
};

void expect_sentences(const TextPage& page) {
    const std::string text = text_of(page);
    EXPECT_THAT(text, HasSubstr("bouwhoogte van een gebouw bedraagt")) << text;
    EXPECT_THAT(text, HasSubstr("ten hoogste 12 m, en de goothoogte"));
    EXPECT_THAT(text, HasSubstr("niet meer dan 7 m."));
    EXPECT_THAT(text, HasSubstr("60%"));
}

TEST_F(Reading, EveryImageFormat) {
    const PixHandle picture = drawn_page(sentences);
    for (const auto& [format, type] : {std::pair(IFF_PNG, "image/png"), {IFF_JFIF_JPEG, "image/jpeg"}, {IFF_TIFF_G4, "image/tiff"},
                                       {IFF_TIFF_LZW, "image/tiff"}, {IFF_TIFF_JPEG, "image/tiff"}, {IFF_BMP, "image/bmp"},
                                       {IFF_WEBP, "image/webp"}, {IFF_JP2, "image/jp2"}}) {
        SCOPED_TRACE(type + std::to_string(format));
        const Bytes bytes = image_file(*picture, format);
        const auto document = open(bytes);
        ASSERT_TRUE(document);
        EXPECT_EQ(document->info(), (wire::DocumentInfo{type, 1, false}));
        const TextPage read = page(bytes);
        expect_sentences(read);
        EXPECT_EQ(read.origin, TextOrigin::ocr);
    }
}

TEST_F(Reading, APictureLiesOnItsPageByItsResolution) {
    const TextPage read = page(image_file(*drawn_page(sentences), IFF_PNG));
    EXPECT_NEAR(read.width, 1165 * 72 / 200.0, 0.5);
    EXPECT_NEAR(read.height, 1653 * 72 / 200.0, 0.5);
    EXPECT_NEAR(word_of(read, "De").box.x0, 120 * 72 / 200.0, 3);
    EXPECT_NEAR(word_of(read, "De").box.y1, 150 * 72 / 200.0, 8);
}

TEST_F(Reading, ATiffOfSeveralPages) {
    Pixa* pages = pixaCreate(2);
    pixaAddPix(pages, drawn_page(sentences).release(), L_INSERT);
    pixaAddPix(pages, drawn_page({"Artikel 2 Wijze van meten", "gemeten van peil tot het hoogste punt"}).release(), L_INSERT);
    l_uint8* data = nullptr;
    std::size_t size = 0;
    ASSERT_EQ(pixaWriteMemMultipageTiff(&data, &size, pages), 0);
    const Bytes bytes(reinterpret_cast<std::byte*>(data), reinterpret_cast<std::byte*>(data) + size);
    lept_free(data);
    pixaDestroy(&pages);
    EXPECT_EQ(open(bytes)->info().pages, 2U);
    EXPECT_THAT(text_of(page(bytes, 2)), HasSubstr("gemeten van peil"));
    EXPECT_THAT(text_of(page(bytes, 1)), HasSubstr("12 m"));
}

TEST_F(Reading, AnEmptyPageHasNoWords) {
    EXPECT_TRUE(page(image_file(*drawn_page({}), IFF_PNG)).words.empty());
    EXPECT_TRUE(page(pdf_file({{""}, "", nullptr})).words.empty());
}

TEST_F(Reading, APageUpsideDownIsSetUpright) {
    std::vector<std::string> many;
    for (int i = 0; i < 5; ++i) many.insert(many.end(), sentences.begin(), sentences.end());
    const PixHandle upright = drawn_page(many);
    const TextPage straight = page(image_file(*upright, IFF_PNG));
    for (int turns = 1; turns <= 3; ++turns) {
        const PixHandle turned(pixRotateOrth(upright.get(), turns));
        const TextPage read = page(image_file(*turned, IFF_PNG));
        expect_sentences(read);
        EXPECT_EQ(read.turns, 4 - turns);
        EXPECT_THAT(read.notes, Contains(PageNote::turned_upright));
        EXPECT_NEAR(word_of(read, "De").box.x0, word_of(straight, "De").box.x0, 2);
        // Back on the picture as it was given, the word lies inside of it and where the turn took it.
        const Box displayed = as_displayed(word_of(read, "De").box, read);
        const double width = turns == 2 ? straight.width : straight.height;
        EXPECT_GE(displayed.x0, 0);
        EXPECT_LE(displayed.x1, width);
        if (turns == 2) {
            EXPECT_NEAR(displayed.x1, straight.width - word_of(straight, "De").box.x0, 2);
        }
    }
}

TEST_F(Reading, SameBytesSameWordsWhateverCameBefore) {
    const Bytes first = image_file(*drawn_page(sentences), IFF_PNG);
    const Bytes other = image_file(*drawn_page({"Hoofdstuk 1 Inleidende regels", "3,5 m 4,5 m 10 m 800 m"}), IFF_PNG);
    const TextPage before = page(first);
    (void)page(other);
    EXPECT_EQ(page(first), before);
}

TEST_F(Reading, ASoundTextLayerIsUsedAsItIs) {
    const TextPage read = page(pdf_file({{"BT /F1 10 Tf 72 700 Td (De bouwhoogte bedraagt ten hoogste 10,5 m.) Tj ET"}, "", nullptr}));
    EXPECT_EQ(text_of(read), "De bouwhoogte bedraagt ten hoogste 10,5 m.");
    EXPECT_EQ(read.origin, TextOrigin::native);
    const Word word = word_of(read, "10,5");
    EXPECT_DOUBLE_EQ(word.confidence, 1);
    EXPECT_NEAR(word.font_size, 10, 0.1);
    EXPECT_NEAR(word.box.y1, 142 + 2, 2);
}

TEST_F(Reading, BoxesFollowRotationAndCropping) {
    const std::string content = "BT /F1 10 Tf 100 700 Td (hoogte) Tj ET";
    const Box plain = word_of(page(pdf_file({{content}, "", nullptr})), "hoogte").box;
    const Box cropped = word_of(page(pdf_file({{content}, "/CropBox [50 100 500 800]", nullptr})), "hoogte").box;
    EXPECT_NEAR(cropped.x0, plain.x0 - 50, 0.1);
    EXPECT_NEAR(cropped.y0, plain.y0 - 42, 0.1);
    // Turned by /Rotate the text lies on its side as displayed; the page is given upright again, with the way back.
    const TextPage rotated = page(pdf_file({{content}, "/Rotate 90", nullptr}));
    const Box displayed = as_displayed(word_of(rotated, "hoogte").box, rotated);
    EXPECT_EQ(rotated.turns, 3);
    EXPECT_NEAR(word_of(rotated, "hoogte").box.x0, plain.x0, 0.1);
    EXPECT_NEAR(displayed.x0, 842 - plain.y1, 0.1);
    EXPECT_NEAR(displayed.y0, plain.x0, 0.1);
}

TEST_F(Reading, SuperscriptsAndStruckWordsAreMarked) {
    const TextPage read = page(pdf_file({{"BT /F1 10 Tf 72 700 Td (ten hoogste 40 m) Tj /F1 6 Tf 4 Ts (2) Tj 0 Ts /F1 10 Tf ( oud nieuw) Tj ET "
                                          "0.5 w 155 702.5 m 172 702.5 l S"}, "", nullptr}));
    EXPECT_TRUE(word_of(read, "2").raised);
    EXPECT_FALSE(word_of(read, "m").raised);
    EXPECT_TRUE(word_of(read, "oud").struck) << word_of(read, "oud").box.x0;
    EXPECT_FALSE(word_of(read, "nieuw").struck);
}

TEST_F(Reading, DrawnLinesAreRulings) {
    const TextPage read = page(pdf_file({{"BT /F1 10 Tf 80 700 Td (cel) Tj ET 72 690 100 30 re S 200 600 0.8 50 re f 1 1 1 RG 72 500 m 300 500 l S"}, "", nullptr}));
    EXPECT_EQ(read.rulings.size(), 5U);
    EXPECT_THAT(read.rulings, Contains(Ruling{72, 122, 172, 122}));
}

TEST_F(Reading, InvisibleAndUnpaintedWordsAreNotRead) {
    const TextPage hidden = page(pdf_file({{"BT /F1 10 Tf 72 700 Td (de hoogte is 8 m en dat is zo) Tj 3 Tr 0 -20 Td (geheim 99) Tj ET"}, "", nullptr}));
    EXPECT_EQ(text_of(hidden), "de hoogte is 8 m en dat is zo");
    const TextPage white = page(pdf_file({{"BT /F1 10 Tf 72 700 Td (de hoogte is 8 m en dat is zo) Tj 1 g 0 -20 Td (99) Tj ET"}, "", nullptr}));
    EXPECT_EQ(text_of(white), "de hoogte is 8 m en dat is zo");
}

TEST_F(Reading, ALayerThatLiesAboutItsLettersIsNotUsed) {
    std::string content = "BT /F2 12 Tf 14 TL 72 760 Td";
    for (int i = 0; i < 4; ++i) {
        content += " (De bouwhoogte van een gebouw bedraagt ten hoogste) ' (12 meter, en de goothoogte niet meer dan 7 meter,) '"
                   " (tenzij op de kaart anders is aangegeven.) '";
    }
    const TextPage read = page(pdf_file({{content + " ET"}, "", nullptr}));
    EXPECT_EQ(read.origin, TextOrigin::ocr);
    EXPECT_THAT(read.notes, Contains(PageNote::text_layer_implausible));
    EXPECT_THAT(text_of(read), HasSubstr("gebouw bedraagt ten hoogste 12 meter"));
}

TEST_F(Reading, AScanIsReadAfreshWhateverLiesUnderIt) {
    const PixHandle picture = drawn_page(sentences);
    const std::string scan = "q 595 0 0 842 0 0 cm /Im Do Q";
    const std::string lie = "BT /F1 12 Tf 72 700 Td (De bouwhoogte bedraagt ten hoogste 99 m) Tj ET ";
    const TextPage invisible = page(pdf_file({{scan + " BT 3 Tr ET q 3 Tr " + lie + "Q"}, "", picture.get()}));
    EXPECT_EQ(invisible.origin, TextOrigin::ocr);
    EXPECT_THAT(text_of(invisible), Not(HasSubstr("99")));
    expect_sentences(invisible);
    const TextPage beneath = page(pdf_file({{lie + scan}, "", picture.get()}));
    EXPECT_EQ(beneath.origin, TextOrigin::ocr);
    EXPECT_THAT(text_of(beneath), Not(HasSubstr("99")));
    EXPECT_THAT(beneath.notes, Contains(PageNote::text_layer_displaced));
}

TEST_F(Reading, AScanInStripsIsAScan) {
    const PixHandle picture = drawn_page(sentences);
    const std::string strips = "q 595 0 0 400 0 442 cm /Im Do Q q 595 0 0 442 0 0 cm /Im Do Q ";
    const TextPage read = page(pdf_file({{strips + "BT 3 Tr /F1 12 Tf 72 700 Td (De bouwhoogte bedraagt ten hoogste 99 m) Tj ET"}, "", picture.get()}));
    EXPECT_EQ(read.origin, TextOrigin::ocr);
    EXPECT_THAT(text_of(read), Not(HasSubstr("99")));
}

TEST_F(Reading, AStampOnAScanDoesNotHideTheScan) {
    const PixHandle picture = drawn_page(sentences);
    const TextPage read = page(pdf_file({{"q 595 0 0 842 0 0 cm /Im Do Q BT /F1 12 Tf 72 60 Td (Gemeente Lindewaard pagina 3) Tj ET"}, "", picture.get()}));
    expect_sentences(read);
    EXPECT_THAT(text_of(read), HasSubstr("Lindewaard"));
}

TEST_F(Reading, WordsOverABackgroundPictureAreUsedAsTheyAre) {
    const PixHandle plain = drawn_page({});
    const TextPage read = page(pdf_file({{"q 595 0 0 842 0 0 cm /Im Do Q BT /F1 12 Tf 72 700 Td (De bouwhoogte bedraagt ten hoogste 8 m) Tj ET"}, "", plain.get()}));
    EXPECT_EQ(read.origin, TextOrigin::native);
    EXPECT_EQ(text_of(read), "De bouwhoogte bedraagt ten hoogste 8 m");
}

TEST_F(Reading, AnInvisibleLayerWithOtherNumbersIsNamed) {
    const PixHandle picture = drawn_page(sentences);
    const std::string scan = "q 595 0 0 842 0 0 cm /Im Do Q ";
    const TextPage lying = page(pdf_file({{scan + "BT 3 Tr /F1 12 Tf 72 700 Td (hoogte 21 m, goothoogte 9 m, percentage 80%) Tj ET"}, "", picture.get()}));
    EXPECT_THAT(lying.notes, Contains(PageNote::text_layer_implausible));
    const TextPage honest = page(pdf_file({{scan + "BT 3 Tr /F1 12 Tf 72 700 Td (hoogte 12 m, goothoogte 7 m, percentage 60%) Tj ET"}, "", picture.get()}));
    EXPECT_THAT(honest.notes, Not(Contains(PageNote::text_layer_implausible)));
}

TEST_F(Reading, APictureOfTextOnADigitalPageIsReadToo) {
    const PixHandle picture = drawn_page(sentences);
    const TextPage read = page(pdf_file({{"BT /F1 12 Tf 72 780 Td (Voor de gronden geldt de volgende tabel.) Tj ET q 400 0 0 567 100 150 cm /Im Do Q"}, "", picture.get()}));
    EXPECT_EQ(read.origin, TextOrigin::native);
    EXPECT_THAT(text_of(read), HasSubstr("Voor de gronden geldt de volgende tabel."));
    expect_sentences(read);
    EXPECT_EQ(word_of(read, "12").origin, TextOrigin::ocr);
    EXPECT_GT(word_of(read, "12").box.x0, 100);
    EXPECT_GT(word_of(read, "12").box.y0, 842 - 150 - 567);
}

TEST_F(Reading, OcrCanBeForced) {
    const Bytes bytes = pdf_file({{"BT /F1 14 Tf 72 700 Td (De bouwhoogte bedraagt ten hoogste 10 meter) Tj ET"}, "", nullptr});
    const TextPage read = page(bytes, 1, true);
    EXPECT_EQ(read.origin, TextOrigin::ocr);
    EXPECT_THAT(text_of(read), HasSubstr("hoogste 10 meter"));
}

TEST_F(Reading, DamageHasAName) {
    EXPECT_EQ(failure({}).kind, FailureKind::unsupported);
    Bytes pdf = pdf_file({{"BT /F1 10 Tf 72 700 Td (hoogte) Tj ET"}, "", nullptr});
    Bytes no_objects(pdf.begin(), pdf.begin() + 20);
    EXPECT_EQ(failure(no_objects).kind, FailureKind::unreadable);
    Bytes png = image_file(*drawn_page(sentences), IFF_PNG);
    png.resize(20);
    EXPECT_EQ(failure(png).kind, FailureKind::unreadable);
    pdf.resize(pdf.size() - 12);  // the end is lost, and with it the place of the table: mended
    const auto document = open(pdf);
    ASSERT_TRUE(document);
    EXPECT_TRUE(document->info().repaired);
}

TEST_F(Reading, APictureThatWouldFillTheMemoryIsNotDecoded) {
    const std::string text = "BT /F1 10 Tf 72 700 Td (De hoogte bedraagt 10 m.) Tj ET q 100 0 0 100 72 500 cm /Im Do Q";
    DrawnPdf pdf{{text}, "", nullptr};
    pdf.coded_picture = jbig2_page(100'000, 100'000);
    EXPECT_EQ(failure_of_page(pdf_file(pdf)), FailureKind::limit_exceeded);
    pdf.coded_picture = jbig2_page(100, 100);
    EXPECT_THAT(text_of(page(pdf_file(pdf))), HasSubstr("De hoogte bedraagt 10 m."));
}

TEST_F(Reading, ASheetOf400MegapixelsIsRefusedByItsHeader) {
    // Headers of 20 000 by 20 000 pixels and no picture: nothing is there to decode.
    const std::vector<int> png{0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20, 8, 2, 0, 0, 0,
                               0, 0, 0, 0, 0, 0, 0, 0, 'I', 'D', 'A', 'T', 0, 0, 0, 0};
    EXPECT_EQ(failure_of_page(bytes_of(png)), FailureKind::limit_exceeded);
    std::vector<int> tiff{'I', 'I', 42, 0, 8, 0, 0, 0, 9, 0};
    const auto field = [&tiff](int tag, int kind, int value) {
        for (const int b : {tag & 255, tag >> 8, kind, 0, 1, 0, 0, 0, value & 255, value >> 8, 0, 0}) tiff.push_back(b);
    };
    field(256, 3, 20'000);  // width
    field(257, 3, 20'000);  // height
    field(258, 3, 1);       // bits a sample
    field(259, 3, 1);       // not compressed
    field(262, 3, 1);       // black is 0
    field(273, 4, 8);       // place of the picture
    field(277, 3, 1);       // samples a pixel
    field(278, 3, 20'000);  // rows a strip
    field(279, 4, 100);     // bytes of the picture
    tiff.resize(tiff.size() + 4);
    EXPECT_EQ(failure_of_page(bytes_of(tiff)), FailureKind::limit_exceeded);
}

TEST_F(Reading, AScanOf400MegapixelsInAPdfIsRefusedHoweverWellItIsCoded) {
    DrawnPdf pdf{{"BT /F1 10 Tf 72 700 Td (De hoogte bedraagt 10 m.) Tj ET q 100 0 0 100 72 500 cm /Im Do Q"}, "", nullptr};
    pdf.coded_picture = jbig2_page(20'000, 20'000);
    EXPECT_EQ(failure_of_page(pdf_file(pdf)), FailureKind::limit_exceeded);
    pdf.coded_picture = "0";
    pdf.coded_entries = "/Width 20000 /Height 20000 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 20000 /Rows 20000 >>";
    EXPECT_EQ(failure_of_page(pdf_file(pdf)), FailureKind::limit_exceeded);
    // A0 at 400 dpi.
    pdf.coded_entries = "/Width 18724 /Height 13243 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 18724 /Rows 13243 >>";
    EXPECT_THAT(text_of(page(pdf_file(pdf))), HasSubstr("De hoogte bedraagt 10 m."));
}

TEST_F(Reading, APageWhoseProgramIsSuchAPictureIsNotPlayed) {
    DrawnPdf pdf{{jbig2_page(100'000, 100'000)}, "", nullptr};
    pdf.content_entries = "/Filter /JBIG2Decode";
    EXPECT_EQ(failure_of_page(pdf_file(pdf)), FailureKind::limit_exceeded);
}

TEST_F(Reading, APageBeyondTheLastIsAFailureNotACrash) {
    const auto document = open(pdf_file({{""}, "", nullptr}));
    for (const std::uint32_t number : {0U, 2U, 4000U}) {
        EXPECT_TRUE(std::holds_alternative<Failure>(read_page(*document, {number, false})));
    }
}

}  // namespace
}  // namespace planlezer
