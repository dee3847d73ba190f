#include "pipeline/explain/explanation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/schemas/sample_result.hpp"

namespace planlezer {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Explanation, IsTheGolden) {
    EXPECT_EQ(explanation(testing::sample_result(), 1, nullptr), R"(n0002 van Proefplan 't Dorp
  norm        maximum goothoogte: ten hoogste 35 m
  status      te beoordelen door een mens
  zekerheid   0,41 op een schaal van 0 tot 1
  rol         bouwregel

Waar het staat
  zin         "=goothoogte 35 m"
  plaats      regels.pdf, bladzijde 8, 72 punten van links en 100 van boven
  artikel     4.2
  onder       artikel 4 Wonen - 1 > 4.2 Bouwregels
  waarde      de waarde staat in de zin

Waarvoor het geldt
  bestemming  Wonen - 1
  onderwerp   hoofdgebouwen

Waarom het een norm is
  regel       bouwhoogte@1/phrase-3

Vlaggen
  vlag        OCR_DIGIT_WEAK (twijfel)
              Een cijfer in deze waarde is met twijfel gelezen: '35'.
  te doen     Vergelijk de waarde met het beeld van de pagina.
  vlag        VALUE_IMPLAUSIBLE (twijfel)
              De waarde valt buiten wat voor deze norm gebruikelijk is: zie de
              aangewezen plaats.
  te doen     Controleer de waarde; mogelijk is een komma weggevallen of de
              eenheid anders.
)");
}

TEST(Explanation, TellsWhatWasInheritedAndTheLimits) {
    const std::string text = explanation(testing::sample_result(), 0, nullptr);
    EXPECT_THAT(text, HasSubstr("  overgenomen subject: 'hoofdgebouwen' uit 4.2.2\n"));
    EXPECT_THAT(text, HasSubstr("  voorwaarde  vóór de voorgevel; \"plat\" afgedekt\n"));
    EXPECT_THAT(text, HasSubstr("DRAFT_DOCUMENT")) << "a flag that points at the norm";
    EXPECT_THAT(explanation(testing::sample_result(), 3, nullptr), HasSubstr("Geen vlaggen."));
}

TEST(Explanation, ShowsThePhraseOfTheBook) {
    RuleBook book;
    book.version = "7";
    Sentence shared;
    shared.id = "cel-1";
    shared.source = "{norm} {waarde}";
    book.sentences = {shared};
    const std::string found = explanation(testing::sample_result(), 3, &book);
    EXPECT_THAT(found, HasSubstr("  bewoording  {norm} {waarde}\n"));
    EXPECT_THAT(found, HasSubstr("  regelboek   versie 7\n"));
    EXPECT_THAT(explanation(testing::sample_result(), 0, &book), HasSubstr("staat niet (meer) in dit regelboek"));
}

TEST(Explanation, KeepsToEightyColumns) {
    PlanResult result = testing::sample_result();
    std::string& quote = result.norms[0].provenance.quote;
    for (int i = 0; i < 40; ++i) quote += " één bouwwerk";
    std::istringstream lines(explanation(result, 0, nullptr));
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(std::ranges::count_if(line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }), 80) << line;
    }
}

TEST(Explanation, AnArtikelIsNamedOnce) {
    PlanResult result = testing::sample_result();
    result.articles[0].number = "artikel 4";
    EXPECT_THAT(explanation(result, 0, nullptr), HasSubstr("  onder       artikel 4 Wonen - 1 > 4.2 Bouwregels\n"));
}

TEST(Explanation, ARingInTheOutlineEnds) {
    PlanResult result = testing::sample_result();
    result.articles[0].parent = "art_4__lid_4.2";
    EXPECT_THAT(explanation(result, 0, nullptr), Not(HasSubstr("%")));
}

}  // namespace
}  // namespace planlezer
