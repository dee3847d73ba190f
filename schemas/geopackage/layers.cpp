#include "schemas/geopackage/layers.hpp"

#include <array>

namespace planlezer::geopackage {

namespace {

using enum ColumnType;

constexpr std::array norm_area{
    Column{"plan_id", text, "Identificatie van het plan"},
    Column{"norm_id", text, "Nummer van de norm in plans/<plan_id>.json"},
    Column{"kind", text, "Soort norm (SVBP2012), zonder eenheid"},
    Column{"comparator", text, "at_most: ten hoogste; at_least: ten minste; exactly: precies"},
    Column{"value", real, "Waarde als getal, om mee te rekenen en te kleuren; leeg als de tekst geen getal geeft"},
    Column{"value_text", text, "Waarde precies zoals gelezen, met een punt"},
    Column{"unit", text, "Eenheid: m, m2, m3, %, degree, count, bouwlagen"},
    Column{"value_source", text, "Waar de waarde staat: text, table, map, imro, existing, formula"},
    Column{"role", text, "rule: bouwregel; deviation: afwijking; change_power: wijzigingsbevoegdheid; andere: zie de handleiding"},
    Column{"bestemming", text, "Bestemming waarvan het artikel de norm bevat"},
    Column{"subject", text, "Waar de norm over gaat, in de woorden van het plan"},
    Column{"condition", text, "Voorwaarde, in de woorden van het plan"},
    Column{"exceptions", text, "Uitzonderingen, in de woorden van het plan"},
    Column{"aanduiding", text, "Aanduidingen die de plaats bepalen"},
    Column{"article", text, "Artikel, lid en onderdeel"},
    Column{"location_kind", text, "Soort vlak: bestemmingsvlak, bouwvlak, maatvoeringsvlak, aanduiding, plangebied, unknown"},
    Column{"confidence", real, "Zekerheid, 0 tot 1"},
    Column{"status", text, "accepted: zonder nazien te gebruiken; review: een mens kijkt ernaar"},
    Column{"flags", text, "Codes van wat er te controleren is"},
    Column{"quote", text, "De zin waarin de norm staat"},
    Column{"file", text, "Bestand waarin de norm staat"},
    Column{"page", integer, "Pagina, vanaf 1"},
};

constexpr std::array map_symbol{
    Column{"plan_id", text, "Identificatie van het plan"},
    Column{"kind", text, "Soort norm (SVBP2012), zonder eenheid"},
    Column{"value", real, "Waarde als getal"},
    Column{"value_text", text, "Waarde zoals zij op de kaart staat"},
    Column{"unit", text, "Eenheid"},
    Column{"second_reading", text, "Een tweede lezing die anders is; leeg als beide gelijk zijn"},
    Column{"confidence", real, "Zekerheid, 0 tot 1"},
    Column{"governs", text, "Soort vlak waarvoor de waarde geldt"},
    Column{"governs_id", text, "Identificatie van dat vlak"},
    Column{"source", text, "Hoe de kaart haar plaats kreeg: imro, geopdf, geotiff, world_file, imro_contour, grid_crosses"},
    Column{"file", text, "Bestand van de kaart"},
    Column{"page", integer, "Pagina, vanaf 1; 0 voor IMRO"},
};

constexpr std::array plan_contour{
    Column{"plan_id", text, "Identificatie van het plan"},
    Column{"imro_id", text, "NL.IMRO-identificatie"},
    Column{"name", text, "Naam van het plan"},
    Column{"plan_status", text, "Status van het plan volgens IMRO"},
    Column{"plan_date", text, "Datum van die status"},
    Column{"source", text, "Hoe de omtrek haar plaats kreeg"},
    Column{"residual", real, "Middelbare fout van de plaatsing in meter; leeg als niets haar meet"},
    Column{"file", text, "Bestand van de kaart"},
};

constexpr std::array bestemming{
    Column{"plan_id", text, "Identificatie van het plan"},
    Column{"object_id", text, "Identificatie van het vlak"},
    Column{"kind", text, "enkelbestemming of dubbelbestemming"},
    Column{"name", text, "Naam van de bestemming"},
    Column{"code", text, "Letters op de kaart"},
    Column{"article", text, "Artikelnummer"},
    Column{"confidence", real, "Zekerheid van naam en omtrek, 0 tot 1"},
    Column{"source", text, "Hoe de kaart haar plaats kreeg"},
    Column{"file", text, "Bestand van de kaart"},
};

constexpr std::array review_flag{
    Column{"plan_id", text, "Identificatie van het plan"},
    Column{"code", text, "Code van de vlag"},
    Column{"severity", text, "info, doubtful of ambiguous"},
    Column{"message", text, "Wat er aan de hand is"},
    Column{"advice", text, "Wat een planoloog kan doen"},
    Column{"norms", text, "Normen waarover het gaat"},
    Column{"quote", text, "De woorden waar het om gaat"},
    Column{"file", text, "Bestand"},
    Column{"page", integer, "Pagina, vanaf 1"},
};

using enum LayerGeometry;

constexpr std::array all{
    Layer{"review_flag", point, "Te controleren", "Wat een mens moet nazien; op de plaats van de eerste norm, als die een plaats heeft", review_flag},
    Layer{"map_symbol", point, "Waarden op de kaart", "Waarden zoals zij op de verbeelding of in de IMRO-GML staan", map_symbol},
    Layer{"norm_area", polygon, "Normen", "Elke norm met het vlak waarvoor zij geldt", norm_area},
    Layer{"bestemming", polygon, "Bestemmingen", "Enkel- en dubbelbestemmingen", bestemming},
    Layer{"plan_contour", polygon, "Plangebieden", "Omtrek van elk plan", plan_contour},
};

}  // namespace

std::span<const Layer> layers() { return all; }

}  // namespace planlezer::geopackage
