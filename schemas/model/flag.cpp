#include "schemas/model/flag.hpp"

#include <algorithm>
#include <array>

namespace planlezer {

namespace {

using enum FlagCode;
using enum Severity;

constexpr std::array rows{
    FlagRow{value_missing, "VALUE_MISSING", ambiguous, "Deze regel noemt een norm zonder waarde en zonder verwijzing naar de kaart.",
            "Zoek de waarde op in het plan of op de verbeelding en vul haar in."},
    FlagRow{map_reference_unresolved, "MAP_REFERENCE_UNRESOLVED", ambiguous,
            "De waarde staat op de kaart (verbeelding of plankaart) en is niet bekend: {}.",
            "Lees de waarde af op de kaart, of voeg de kaart aan het dossier toe."},
    FlagRow{conflicting_values, "CONFLICTING_VALUES", ambiguous,
            "Voor hetzelfde onderwerp staan twee waarden zonder voorwaarde die ze onderscheidt: {}.",
            "Beslis welke waarde geldt, of vul de voorwaarde in die ze onderscheidt."},
    FlagRow{ocr_digit_weak, "OCR_DIGIT_WEAK", doubtful, "Een cijfer in deze waarde is met twijfel gelezen: {}.",
            "Vergelijk de waarde met het beeld van de pagina."},
    FlagRow{ocr_readings_differ, "OCR_READINGS_DIFFER", doubtful, "Twee lezingen van dezelfde regel verschillen: {}.",
            "Vergelijk de regel met het beeld van de pagina."},
    FlagRow{value_implausible, "VALUE_IMPLAUSIBLE", doubtful, "De waarde valt buiten wat voor deze norm gebruikelijk is: {}.",
            "Controleer de waarde; mogelijk is een komma weggevallen of de eenheid anders."},
    FlagRow{goot_above_bouw, "GOOT_ABOVE_BOUW", doubtful, "De goothoogte is hoger dan de bouwhoogte van hetzelfde onderwerp: {}.",
            "Controleer beide waarden."},
    FlagRow{unit_missing, "UNIT_MISSING", doubtful, "Bij de waarde staat geen eenheid: {}.", "Controleer de eenheid."},
    FlagRow{unit_odd, "UNIT_ODD", doubtful, "De eenheid past niet bij deze norm: {}.", "Controleer waarde en eenheid."},
    FlagRow{relative_to_nap, "RELATIVE_TO_NAP", ambiguous, "De hoogte is gegeven ten opzichte van NAP, niet ten opzichte van peil.",
            "Reken de hoogte om naar peil, of neem haar als peilmaat over."},
    FlagRow{subject_unknown, "SUBJECT_UNKNOWN", doubtful, "Waar deze norm over gaat, staat niet in de zin en niet in de koppen erboven.",
            "Vul het bouwwerk in waarvoor de norm geldt."},
    FlagRow{numbering_gap, "NUMBERING_GAP", ambiguous, "In de nummering ontbreekt iets: {}.",
            "Kijk of een pagina ontbreekt en voeg haar toe."},
    FlagRow{number_repaired, "NUMBER_REPAIRED", info, "Een slecht gelezen nummer is hersteld naar de nummers eromheen: {}.",
            "Alleen nodig als de indeling niet klopt."},
    FlagRow{table_head_unclear, "TABLE_HEAD_UNCLEAR", ambiguous, "De kop van deze tabel is niet begrepen: {}.",
            "Lees de waarden in de tabel zelf af."},
    FlagRow{formula, "FORMULA", ambiguous, "De norm is een berekening of hangt af van een ander bouwwerk: {}.",
            "Neem de norm als tekst over, of vul per geval een waarde in."},
    FlagRow{existing_situation, "EXISTING_SITUATION", ambiguous, "De norm verwijst naar de bestaande maat.",
            "Neem de norm als tekst over, of stel de bestaande maat vast."},
    FlagRow{not_yet_determined, "NOT_YET_DETERMINED", ambiguous, "De waarde is in het plan nog niet bepaald.",
            "Stel vast of de waarde later is bepaald."},
    FlagRow{phrase_weak, "PHRASE_WEAK", doubtful, "De bewoording laat ruimte voor een andere uitleg: {}.",
            "Lees de zin en bevestig of verbeter de norm."},
    FlagRow{role_uncertain, "ROLE_UNCERTAIN", doubtful, "Niet zeker is of dit een bouwregel of een afwijking daarvan is: {}.",
            "Kijk in welk lid de zin staat."},
    FlagRow{narrative_text, "NARRATIVE_TEXT", doubtful, "De zin staat in lopende tekst en kan een toelichting zijn in plaats van een regel.",
            "Bevestig dat dit een bindende regel is."},
    FlagRow{struck_text, "STRUCK_TEXT", ambiguous, "In de zin zijn woorden doorgehaald.", "Ga na welke tekst geldt."},
    FlagRow{draft_document, "DRAFT_DOCUMENT", doubtful, "Het document noemt zichzelf {}; het is mogelijk niet vastgesteld.",
            "Gebruik het vastgestelde plan."},
    FlagRow{superseded, "SUPERSEDED", doubtful, "Van dit plan zit een nieuwere versie in dezelfde verwerking: {}.",
            "Gebruik de nieuwere versie."},
    FlagRow{duplicate_file, "DUPLICATE_FILE", info, "Dit bestand is gelijk aan een ander: {}.", "Geen actie nodig."},
    FlagRow{text_layer_rejected, "TEXT_LAYER_REJECTED", info,
            "De tekstlaag past niet bij het beeld van de pagina; het beeld is gelezen: {}.",
            "Alleen nodig bij twijfel over een waarde op deze pagina."},
    FlagRow{low_resolution, "LOW_RESOLUTION", doubtful, "De letters op pagina {} zijn te klein om zeker te lezen.",
            "Lever een scan van ten minste 300 dpi aan."},
    FlagRow{text_cut_off, "TEXT_CUT_OFF", doubtful, "Tekst loopt over de rand van de pagina: {}.", "Lever een volledige scan aan."},
    FlagRow{file_repaired, "FILE_REPAIRED", info, "Het bestand was beschadigd en is tijdens het lezen hersteld.",
            "Kijk of alle pagina's aanwezig zijn."},
    FlagRow{language_not_dutch, "LANGUAGE_NOT_DUTCH", doubtful, "De tekst lijkt niet Nederlands.", "Lees dit document zelf."},
    FlagRow{nothing_found, "NOTHING_FOUND", doubtful, "In dit document is geen enkele norm gevonden, terwijl het bouwregels zou moeten bevatten.",
            "Kijk of het plan hoogtes bevat, of dat ze alleen op de kaart staan."},
    FlagRow{page_failed, "PAGE_FAILED", ambiguous, "Een pagina kon niet worden gelezen: {}.", "Lees deze pagina zelf of lever haar opnieuw aan."},
    FlagRow{document_unreadable, "DOCUMENT_UNREADABLE", ambiguous, "Het document kon niet worden gelezen: {}.",
            "Lever het document opnieuw aan."},
    FlagRow{map_not_placed, "MAP_NOT_PLACED", doubtful, "Waar de kaart op de aarde ligt, is niet te bepalen: {}.",
            "Geef de plaats met een worldbestand of met het GCP-bestand in QGIS, en verwerk de kaart opnieuw."},
    FlagRow{map_residual_high, "MAP_RESIDUAL_HIGH", doubtful, "De kaart past niet nauwkeuriger op haar paspunten dan {}.",
            "Controleer de ligging van de vlakken, of verbeter de paspunten in QGIS."},
    FlagRow{map_sign_unknown, "MAP_SIGN_UNKNOWN", ambiguous, "Wat dit teken op de kaart betekent, staat niet in de legenda: {}.",
            "Zoek de betekenis op en vul de waarde in."},
    FlagRow{map_sign_nowhere, "MAP_SIGN_NOWHERE", ambiguous, "Het teken staat in geen vlak waarvoor het kan gelden: {}.",
            "Wijs het vlak aan waarvoor de waarde geldt."},
    FlagRow{map_area_unclear, "MAP_AREA_UNCLEAR", doubtful, "Een vlak op de kaart is niet volledig gelezen: {}.",
            "Bekijk het vlak op de kaart en teken het na waar het ontbreekt."},
    FlagRow{map_value_unreadable, "MAP_VALUE_UNREADABLE", ambiguous, "Een waarde op de kaart is geen getal dat zeker te lezen is: {}.",
            "Lees de waarde af op de kaart en vul haar in."},
    FlagRow{map_value_unused, "MAP_VALUE_UNUSED", doubtful, "Op de kaart staat een waarde waar geen regel naar verwijst: {}.",
            "Zoek de regel die de waarde bindend maakt; zonder regel geldt zij niet."},
    FlagRow{map_sources_disagree, "MAP_SOURCES_DISAGREE", ambiguous, "Tekst, kaart en IMRO noemen niet dezelfde waarde: {}.",
            "Ga na welke bron geldt; overgenomen is die van IMRO, en anders die van de kaart."},
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (static_cast<std::size_t>(rows[i].code) != i) return false;
    }
    return true;
}
static_assert(in_order(), "the table has one row a code, in the order of the enumeration");
static_assert(rows.size() == static_cast<std::size_t>(map_sources_disagree) + 1);

}  // namespace

std::span<const FlagRow> flag_table() { return rows; }

const FlagRow& flag_row(FlagCode code) { return rows.at(static_cast<std::size_t>(code)); }

std::optional<FlagCode> flag_from_name(std::string_view name) {
    const auto row = std::ranges::find(rows, name, &FlagRow::name);
    if (row == rows.end()) return std::nullopt;
    return row->code;
}

std::string_view severity_text(Severity severity) {
    switch (severity) {
        case info: return "info";
        case doubtful: return "doubtful";
        case ambiguous: return "ambiguous";
    }
    return "ambiguous";
}

std::string Flag::message() const {
    std::string sentence(flag_row(code).sentence);
    const std::size_t slot = sentence.find("{}");
    if (slot != std::string::npos) sentence.replace(slot, 2, detail.empty() ? "zie de aangewezen plaats" : detail);
    return sentence;
}

}  // namespace planlezer
