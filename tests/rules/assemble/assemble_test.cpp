#include "rules/assemble/assemble.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace planlezer {

namespace {

DocumentPages document(std::string file, int pages) {
    DocumentPages result;
    result.document.file = std::move(file);
    result.document.pages = pages;
    for (int number = 1; number <= pages; ++number) {
        TextPage page;
        page.number = number;
        result.pages.push_back(page);
    }
    return result;
}

/// "CODE file/page: message" of every flag.
std::vector<std::string> flags(const PlanResult& result) {
    std::vector<std::string> lines;
    for (const Flag& flag : result.flags) {
        const std::string place = flag.provenance ? flag.provenance->file + "/" + std::to_string(flag.provenance->page) : "-";
        lines.push_back(std::string(flag_row(flag.code).name) + " " + place + ": " + flag.message());
    }
    return lines;
}

using testing::ElementsAre;

}  // namespace

TEST(Assemble, NamesPlanAndDocuments) {
    const PlanResult result = assemble_documents({"dorp", "NL.IMRO.0001.Dorp-VA01", "", {document("r.pdf", 3)}});
    EXPECT_EQ(result.plan_id, "dorp");
    EXPECT_EQ(result.imro_id, "NL.IMRO.0001.Dorp-VA01");
    ASSERT_EQ(result.documents.size(), 1U);
    EXPECT_EQ(result.documents[0].pages, 3);
    EXPECT_THAT(flags(result), ElementsAre());
    EXPECT_EQ(result.status(), PlanStatus::clean);
}

TEST(Assemble, FlagsWhatCouldNotBeRead) {
    DocumentPages half = document("half.pdf", 3);
    half.document.failures.push_back({2, FailureKind::timed_out, "Te langzaam. Lever haar opnieuw aan."});
    DocumentPages none = document("stuk.pdf", 0);
    none.document.failures.push_back({0, FailureKind::encrypted, "Versleuteld"});
    const PlanResult result = assemble_documents({"dorp", "", "", {half, none}});
    EXPECT_THAT(flags(result), ElementsAre("PAGE_FAILED half.pdf/2: Een pagina kon niet worden gelezen: Te langzaam. Lever haar opnieuw aan.",
                                           "DOCUMENT_UNREADABLE stuk.pdf/0: Het document kon niet worden gelezen: Versleuteld."));
    EXPECT_EQ(result.status(), PlanStatus::partial);
}

TEST(Assemble, FlagsCopiesAndOlderVersions) {
    DocumentPages copy = document("b.pdf", 0);
    copy.duplicate = true;
    copy.duplicate_of = "a.pdf";
    const PlanResult result = assemble_documents({"dorp", "", "dorp-2", {copy}});
    EXPECT_THAT(flags(result), ElementsAre("SUPERSEDED -: Van dit plan zit een nieuwere versie in dezelfde verwerking: dorp-2.",
                                           "DUPLICATE_FILE b.pdf/0: Dit bestand is gelijk aan een ander: a.pdf."));
}

TEST(Assemble, GathersTheNotesOfPages) {
    DocumentPages scan = document("scan.pdf", 9);
    for (const int page : {2, 5, 6, 7}) scan.pages[static_cast<std::size_t>(page - 1)].notes = {PageNote::low_resolution, PageNote::deskewed};
    scan.pages[0].notes = {PageNote::text_layer_displaced, PageNote::repaired_file};
    scan.pages[3].notes = {PageNote::cut_off};
    EXPECT_THAT(flags(assemble_documents({"dorp", "", "", {scan}})),
                ElementsAre("TEXT_LAYER_REJECTED scan.pdf/1: De tekstlaag past niet bij het beeld van de pagina; het beeld is gelezen: de woorden staan niet "
                            "op hun plaats, pagina 1.",
                            "LOW_RESOLUTION scan.pdf/2: De letters op pagina 2 en 5-7 zijn te klein om zeker te lezen.",
                            "TEXT_CUT_OFF scan.pdf/4: Tekst loopt over de rand van de pagina: pagina 4.",
                            "FILE_REPAIRED scan.pdf/1: Het bestand was beschadigd en is tijdens het lezen hersteld."));
}

TEST(FindImroId, ReadsItFromAPageAlsoWhenItIsCut) {
    const auto found = [](const std::vector<std::string>& words) {
        TextPage page;
        for (const std::string& text : words) {
            Word word;
            word.text = text;
            page.words.push_back(word);
        }
        return find_imro_id({page});
    };
    EXPECT_EQ(found({"Identificatie:", "NL.IMRO.0001.Dorp-VA01", "vastgesteld"}), "NL.IMRO.0001.Dorp-VA01");
    EXPECT_EQ(found({"(NL.IMRO.0001.", "Dorp", "-VA01),"}), "NL.IMRO.0001.Dorp-VA01");
    EXPECT_EQ(found({"NL.IMRO.0001.Dorp", "2012-05"}), "") << "the next word is not a part of it";
    EXPECT_EQ(found({"geen", "identificatie"}), "");
    EXPECT_EQ(found({}), "");
}

}  // namespace planlezer
