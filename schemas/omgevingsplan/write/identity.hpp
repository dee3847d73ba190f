// The names a delivery goes by, and the versions of the standards it is written in.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "schemas/omgevingsplan/package.hpp"

namespace planlezer::omgevingsplan {

/// As the attributes schemaversie and schemaLocation have them.
struct VersionNames {
    std::string stop;
    std::string bhkv;
    std::string imow;  ///< empty where the files of IMOW say no version
};
[[nodiscard]] VersionNames version_names(Version version);

/// The decision as a work and as the version that is delivered.
[[nodiscard]] std::string decision_work(const Package& package);
[[nodiscard]] std::string decision_expression(const Package& package);
/// What the decision is for: all of it comes into force at once.
[[nodiscard]] std::string purpose(const Package& package);
/// The wId of something that is born in this delivery.
[[nodiscard]] std::string born_w_id(const Package& package, std::string_view e_id);
/// The gemeente as TOOI names it.
[[nodiscard]] std::string municipality(const Settings& settings);

/// The names of the files that have but one.
inline constexpr std::string_view decision_file = "besluit.xml";
inline constexpr std::string_view manifest_file = "manifest.xml";
inline constexpr std::string_view ow_manifest_file = "manifest-ow.xml";
inline constexpr std::string_view order_file = "opdracht.xml";

namespace uri {
inline constexpr const char* delivery = "https://standaarden.overheid.nl/lvbb/stop/aanlevering/";
inline constexpr const char* transport = "http://www.overheid.nl/2017/lvbb";
inline constexpr const char* data = "https://standaarden.overheid.nl/stop/imop/data/";
inline constexpr const char* text = "https://standaarden.overheid.nl/stop/imop/tekst/";
inline constexpr const char* geo = "https://standaarden.overheid.nl/stop/imop/geo/";
inline constexpr const char* schema_instance = "http://www.w3.org/2001/XMLSchema-instance";
}  // namespace uri

}  // namespace planlezer::omgevingsplan
