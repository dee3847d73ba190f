// Pieces of ow files with which edits are made: an object more, a designation, an activity.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "tests/schemas/omgevingsplan/example_package.hpp"

namespace planlezer::omgevingsplan::testing::ow {

inline const std::string locations = "owLocaties.xml";
inline const std::string norms = "owNormen.xml";
inline const std::string rules = "owRegels.xml";
inline const std::string host = "http://standaarden.omgevingswet.overheid.nl/";
/// The activity of the state below which that of a gemeente falls.
inline const std::string state = "nl.imow-mnre1034.activiteit.ActInOmgevingsplan";
/// A place for a rule.
inline const std::string somewhere =
    "<r:locatieaanduiding><l:LocatieRef xlink:href=\"nl.imow-gm9920.gebied.goothoogte1\"/></r:locatieaanduiding>";

/// One more object, at the end of an ow file.
void add(Edited& p, const std::string& file, const std::string& object);
/// One more type in the list of the file and in the manifest.
void announce(Edited& p, const std::string& file, const std::string& type);
[[nodiscard]] std::string rule(const std::string& id, const std::string& text, const std::string& more);
/// A designation, with a rule that refers to it when `used`.
void add_designation(Edited& p, const std::string& type, const std::string& group, bool used);
void add_activity(Edited& p, const std::string& name, const std::string& above);

}  // namespace planlezer::omgevingsplan::testing::ow
