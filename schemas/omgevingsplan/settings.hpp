// What no plan can tell about a delivery: who decides, on which regeling, where in it, when.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "schemas/model/geometry.hpp"

namespace planlezer::omgevingsplan {

enum class Version { stop_1_3_0, stop_1_4_1 };  ///< with BHKV 1.2.0 and IMOW v2.0.0; with 1.3.0-ic and v3.1.0
enum class Form { plan, norms };

/// Defaults are those of the fictional gemeente gm9920, so that a package can be made and looked at without settings.
struct Settings {
    bool fictional = true;                 ///< no settings were given, or those of gm9920 itself
    Version version = Version::stop_1_3_0;
    Form form = Form::plan;

    std::string gemeente = "gm9920";       ///< "gm" and four digits
    std::string gemeente_naam = "Voorbeeldgemeente";
    std::string oin_bevoegd_gezag = "00000001003214345000";  ///< 20 digits
    std::string oin_aanleveraar = "00000001003214345000";
    bool publicatie = false;               ///< publicatieOpdracht instead of validatieOpdracht

    bool nieuwe_regeling = false;          ///< a work that does not exist yet
    std::string regeling_work = "/akn/nl/act/gm9920/2020/omgevingsplan";
    std::string regeling_was = "/akn/nl/act/gm9920/2020/omgevingsplan/nld@2025-06-01;4";  ///< not for a new one
    std::string regeling_wordt = "/akn/nl/act/gm9920/2020/omgevingsplan/nld@2026-12-01;5";
    std::string versienummer = "5";        ///< [A-Za-z0-9-]{1,32}
    std::string na_hoofdstuk = "gm9920_1-0__chp_22";  ///< wId that the new chapter follows
    std::string hoofdstuk = "22a";         ///< number of the new chapter
    std::string na_bijlage = "gm9920_1-0__cmp_II";    ///< wId that the list of information objects follows
    std::string bijlage = "IIA";
    std::string ambtsgebied;               ///< id of the existing object; empty: one is delivered
    std::string ambtsgebied_geldig_op = "2026-01-01";

    std::string jaar = "2026";             ///< of the works that are made
    std::string vastgesteld_op = "2026-12-01";
    std::string ondertekend_op = "2026-12-01";
    std::string bekend_op = "2026-12-14";
    std::string in_werking_op = "2027-01-15";
    std::string achtergrond_actualiteit = "2026-01-01";  ///< of the base map
    std::string bestuursorgaan = "/tooi/def/thes/kern/c_2a7d8663";
    std::string opschrift = "Wijziging omgevingsplan Voorbeeldgemeente";  ///< what changes is put behind it
    std::string aanhef = "De raad van de gemeente Voorbeeldgemeente besluit:";
    std::string sluiting = "Aldus vastgesteld in de openbare vergadering van 1 december 2026.";
    std::string ondertekening = "De griffier, de voorzitter";

    bool pons = true;                      ///< take the old plan out where its contour is known
    std::string pons_id;                   ///< of the existing Pons object; empty: a new one
    std::string pons_work;                 ///< of its information object
    std::string pons_bestand;              ///< GML file (GIO) of the existing Pons, beside the settings or absolute
    MultiPolygon pons_bestaand;            ///< read from it: the new contour is put to it; empty for none

    std::size_t max_bestand = 100'000'000; ///< bytes of one file, LVBB1041
};

/// What is wrong, in Dutch, with the key and what it should be; one a line.
struct SettingsFault {
    std::vector<std::string> messages;
};

/// `text` is TOML, see omgevingsplan.toml. Every key is checked before anything is used; an unknown key is a fault.
[[nodiscard]] std::variant<Settings, SettingsFault> read_settings(const std::string& text);

}  // namespace planlezer::omgevingsplan
