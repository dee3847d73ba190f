// The namespaces of what stands in a delivery, and the roots by which its files are known.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace planlezer::omgevingsplan::validation::space {

inline constexpr std::string_view lvbb = "http://www.overheid.nl/2017/lvbb";
inline constexpr std::string_view aanlevering = "https://standaarden.overheid.nl/lvbb/stop/aanlevering/";
inline constexpr std::string_view tekst = "https://standaarden.overheid.nl/stop/imop/tekst/";
inline constexpr std::string_view geo = "https://standaarden.overheid.nl/stop/imop/geo/";
inline constexpr std::string_view gml = "http://www.opengis.net/gml/3.2";
inline constexpr std::string_view manifest_ow = "http://www.geostandaarden.nl/bestanden-ow/manifest-ow";
inline constexpr std::string_view deelbestand = "http://www.geostandaarden.nl/imow/bestanden/deelbestand";

}  // namespace planlezer::omgevingsplan::validation::space
