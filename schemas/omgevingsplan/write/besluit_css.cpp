#include "schemas/omgevingsplan/write/besluit_css.hpp"

#include <string>

namespace planlezer::omgevingsplan {

namespace {

constexpr std::string_view rules = R"css(/* Toont besluit.xml in een browser zoals het bekendgemaakt zou worden. */
AanleveringBesluit { display: block; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, "Liberation Serif", serif; color: #1a1a1a; background: #fff; }
ExpressionIdentificatie, BesluitMetadata, Procedureverloop, ConsolidatieInformatie, RegelingVersieInformatie { display: none; }
BesluitVersie, BesluitCompact, RegelingCompact, RegelingMutatie, Lichaam, Inhoud, Aanhef, Bijlage, Divisietekst, Definitie, Ondertekening { display: block; }
Al { display: block; margin: .4rem 0; }

RegelingOpschrift { display: block; font-size: 1.7rem; line-height: 1.25; font-weight: bold; margin: 1rem 0 1.5rem; }
RegelingCompact > RegelingOpschrift { font-size: 1.4rem; }
Kop { display: block; font-weight: bold; break-after: avoid; }
Label, Nummer, Opschrift { display: inline; }
Label::after, Kop > Nummer::after { content: " "; }
Hoofdstuk, Afdeling, Paragraaf, Bijlage, WijzigBijlage, Sluiting { display: block; margin-top: 2rem; }
WijzigBijlage { border-top: 2px solid #1a1a1a; padding-top: 1rem; }
Hoofdstuk > Kop, Bijlage > Kop, WijzigBijlage > Kop { font-size: 1.35rem; }
Afdeling > Kop { font-size: 1.2rem; }
Paragraaf > Kop { font-size: 1.1rem; }
Artikel, WijzigArtikel { display: block; margin-top: 1.2rem; }
WijzigArtikel > Wat { display: block; margin: .4rem 0; }
Gereserveerd { display: block; color: #666; font-style: italic; }
Gereserveerd::before { content: "(gereserveerd)"; }

/* Wat het besluit in het omgevingsplan verandert. */
VoegToe { display: block; margin: 1.5rem 0; padding: 0 0 .5rem 1rem; border-left: 4px solid #39870c; }
VoegToe > Nummer { font-weight: bold; }
VoegToe > Nummer::after { content: ". "; }
VoegToe > Wat { font-style: italic; }

/* Leden en lijsten: nummer links, tekst ernaast. */
Lid, Li { display: grid; grid-template-columns: minmax(2.2rem, max-content) 1fr; column-gap: .4rem; }
LidNummer, LiNummer { grid-column: 1; margin: .4rem 0; }
Lid > Inhoud { grid-column: 2; }
Li > * { grid-column: 2; }
Li > LiNummer { grid-column: 1; grid-row: 1; }
Lijst { display: block; margin: .2rem 0; }
Lijst[type="ongemarkeerd"] > Li::before { content: "\2022"; grid-column: 1; grid-row: 1; margin: .4rem 0; }
Begrippenlijst, Begrip { display: block; }
Begrip { margin: .6rem 0; }
Term { display: block; font-weight: bold; }
Definitie > Al { margin: 0; }

IntRef, IntIoRef { border-bottom: 1px dotted #39870c; }
ExtIoRef { font: .75rem/1.4 "Liberation Mono", monospace; color: #767676; overflow-wrap: anywhere; }

table { display: block; margin: .8rem 0; overflow-x: auto; }
tgroup { display: grid; grid-auto-columns: minmax(4rem, auto); width: max-content; max-width: 100%; border-top: 1px solid #999; border-left: 1px solid #999; font-size: .92rem; }
thead, tbody, row { display: contents; }
colspec { display: none; }
entry { display: block; border-right: 1px solid #999; border-bottom: 1px solid #999; padding: .15rem .5rem; min-height: 1.4rem; }
entry > Al { margin: .1rem 0; }
thead entry { font-weight: bold; background: #f0f0f0; }
@media print { AanleveringBesluit { max-width: none; margin: 0; } }
)css";

/// A table's cells lie where their attributes say; CSS cannot count, so every column and span has its line.
std::string with_table_places() {
    constexpr int columns = 20;
    constexpr int rows = 40;
    std::string css(rules);
    for (int column = 1; column <= columns; ++column) {
        const std::string name = "c" + std::to_string(column);
        css += "entry[colname=\"" + name + "\"], entry[namest=\"" + name + "\"] { grid-column-start: " + std::to_string(column) +
               "; }\n";
        css += "entry[nameend=\"" + name + "\"] { grid-column-end: " + std::to_string(column + 1) + "; }\n";
    }
    for (int more = 1; more < rows; ++more) {
        css += "entry[morerows=\"" + std::to_string(more) + "\"] { grid-row-end: span " + std::to_string(more + 1) + "; }\n";
    }
    return css;
}

}  // namespace

std::string_view besluit_css() {
    static const std::string css = with_table_places();
    return css;
}

}  // namespace planlezer::omgevingsplan
