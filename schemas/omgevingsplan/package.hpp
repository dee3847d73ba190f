// A delivery for the omgevingsplan before it is XML: text, norms, places, the Pons, with their identifiers.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What STOP calls a GIO is an InformationObject here; what IMOW calls an object keeps its Dutch name. References between
// the parts are indices into the vectors of the package or the identifiers that stand in it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "schemas/model/geometry.hpp"
#include "schemas/omgevingsplan/settings.hpp"

namespace planlezer::omgevingsplan {

inline constexpr std::size_t nothing = static_cast<std::size_t>(-1);

/// A stretch of running text; with a `gio` it refers to that information object (IntIoRef).
struct Run {
    std::string text;
    std::size_t gio = nothing;
    std::string e_id;  ///< of the IntIoRef; empty for plain text
    std::string w_id;
};

struct TableCell {
    std::string text;
    int row = 0;     ///< from 0
    int column = 0;  ///< from 0
    int row_span = 1;
    int column_span = 1;
};

struct TextTable {
    std::string e_id;
    std::string w_id;
    int rows = 0;
    int columns = 0;
    int head_rows = 0;             ///< less than rows
    std::vector<TableCell> cells;  ///< by row, then column; no overlap, inside rows and columns
};

struct Block;

struct ListItem {
    std::string number;  ///< with its point, "a."; empty in a list without marks
    std::string e_id;
    std::string w_id;
    std::vector<Block> blocks;
};

struct TextList {
    std::string e_id;
    std::string w_id;
    bool numbered = true;  ///< STOP: type expliciet, else ongemarkeerd
    std::vector<ListItem> items;
};

/// A paragraph (Al), a list or a table: the one that is not empty.
struct Block {
    std::vector<Run> al;
    std::optional<TextList> list;
    std::optional<TextTable> table;
};

enum class PartKind { hoofdstuk, afdeling, paragraaf, artikel, lid };

/// A part of the text. Only an artikel or lid has blocks; an artikel has either blocks or leden.
struct Part {
    PartKind kind = PartKind::hoofdstuk;
    std::string number;   ///< as printed, without trailing point
    std::string heading;  ///< empty for a lid
    std::string e_id;
    std::string w_id;
    std::vector<Block> blocks;
    std::vector<Part> parts;
};

/// A place: one geometry, one location (l:Gebied). Its uuid is made of its coordinates and its information object.
struct Gebied {
    std::string id;      ///< "nl.imow-gm9920.gebied...."
    std::string uuid;    ///< basisgeo:id
    std::string noemer;
    MultiPolygon shape;  ///< metres EPSG:28992, three decimals, clean
};

enum class ValueKind { none, quantitative, qualitative, in_text };

/// An information object with a geometry: XML and GML file, one ExtIoRef in the list of information objects.
struct InformationObject {
    std::string file;        ///< without extension, "GIO-maximum-bouwhoogte-1a2b3c4d"
    std::string work;        ///< "/join/id/regdata/gm9920/2026/..."
    std::string expression;  ///< work + "/nld@2026-12-01;1"
    std::string name;        ///< as the text says it
    ValueKind values = ValueKind::none;  ///< none also where the value stands in the text
    std::string norm_label;  ///< name of the norm; empty without values
    std::string norm_type;   ///< URI
    std::string unit_label;
    std::string unit;        ///< URI; empty for qualitative values
    struct Location {
        std::size_t gebied = nothing;
        std::string value;   ///< decimal text with a point, or words; empty without values
    };
    std::vector<Location> locations;
    std::string item_e_id;   ///< of its Begrip in the list of information objects; empty for the Pons
    std::string item_w_id;
    std::string ref_e_id;    ///< of its ExtIoRef there; empty for the Pons, which the decision itself refers to
    std::string ref_w_id;
};

struct Normwaarde {
    std::string id;
    ValueKind kind = ValueKind::quantitative;
    std::string value;                  ///< empty for in_text
    std::vector<std::string> locations; ///< ids of Gebied or Ambtsgebied
    std::vector<std::string> norms;     ///< ids of the norms of plans/*.json it stands for ("plan_id n0001")
};

struct Omgevingsnorm {
    std::string id;
    std::string naam;
    std::string type;     ///< URI
    std::string eenheid;  ///< URI; empty unless quantitative
    std::string groep;    ///< URI
    std::vector<Normwaarde> values;
};

struct Gebiedsaanwijzing {
    std::string id;
    std::string type;   ///< URI
    std::string naam;
    std::string groep;  ///< URI
    std::vector<std::string> locations;
};

struct Gebiedengroep {
    std::string id;
    std::string noemer;
    std::vector<std::string> gebieden;
};

struct Regeltekst {
    std::string id;
    std::string w_id;
};

/// RegelVoorIedereen: what holds where.
struct JuridischeRegel {
    std::string id;
    std::string regeltekst;                       ///< id
    std::vector<std::string> locations;           ///< ids of Gebied, Gebiedengroep or Ambtsgebied; at least one, each once
    std::string gebiedsaanwijzing;                ///< id; empty for none
    std::string omgevingsnorm;                    ///< id; empty for none
    std::string thema;                            ///< URI
};

struct Pons {
    std::string id;
    std::size_t gio = nothing;     ///< its information object, with one location
    std::string text_before;    ///< of the article of the decision that takes the old plans out
    std::string text_after;
};

/// A norm or text that is not in the package, or is in it otherwise than a reader would expect.
struct Remark {
    std::string plan_id;
    std::string norm;      ///< "n0001"; empty for what is no norm
    std::string article;   ///< as a planner quotes it
    std::string place;     ///< "regels.pdf, blz. 7"
    std::string words;     ///< the quote
    std::string reason;    ///< Dutch
};

struct Package {
    Settings settings;
    std::string id;               ///< idLevering; also the last part of the names of the decision and the doel
    std::string tag;              ///< of the wIds, [A-Za-z0-9-]{1,32}
    std::string title;            ///< of the decision
    std::vector<Part> parts;      ///< the chapters that are put in
    std::vector<InformationObject> gios;
    std::vector<Gebied> gebieden;
    std::vector<Gebiedengroep> groups;
    std::vector<Regeltekst> regelteksten;
    std::vector<JuridischeRegel> rules;
    std::vector<Omgevingsnorm> norms;
    std::vector<Gebiedsaanwijzing> designations;
    std::string ambtsgebied;      ///< id of an Ambtsgebied that is delivered with it; empty for none
    std::string regelingsgebied;  ///< id of a Regelingsgebied on it; only of a new regeling
    std::optional<Pons> pons;
    std::vector<Remark> left_out;
    std::vector<Remark> remarks;
};

}  // namespace planlezer::omgevingsplan
