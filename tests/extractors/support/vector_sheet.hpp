// Maps drawn in a PDF, as text of its content stream; points, y up.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>
#include <variant>

#include "extractors/map/pdf_map.hpp"
#include "tests/extractors/support/drawn_page.hpp"
#include "tests/extractors/support/engine.hpp"

namespace planlezer::testing {

/// Two decimals, whatever the locale.
inline std::string number(double value) {
    const long hundredths = std::lround(value * 100);
    const std::string cents = std::to_string(100 + std::abs(hundredths) % 100).substr(1);
    return (hundredths < 0 ? "-" : "") + std::to_string(std::abs(hundredths) / 100) + "." + cents;
}

inline std::string text(double x, double y, double size, const std::string& words) {
    return "BT /F1 " + number(size) + " Tf " + number(x) + " " + number(y) + " Td (" + words + ") Tj ET\n";
}

inline std::string circle(double x, double y, double r) {
    const double k = 0.5523 * r;
    const auto curve = [](double a, double b, double c, double d, double e, double f) {
        return number(a) + " " + number(b) + " " + number(c) + " " + number(d) + " " + number(e) + " " + number(f) + " c ";
    };
    return number(x + r) + " " + number(y) + " m " + curve(x + r, y + k, x + k, y + r, x, y + r) + curve(x - k, y + r, x - r, y + k, x - r, y) +
           curve(x - r, y - k, x - k, y - r, x, y - r) + curve(x + k, y - r, x + r, y - k, x + r, y) + "h S\n";
}

inline std::string arc_over(double x, double y) { return number(x - 3) + " " + number(y) + " m " + number(x - 1) + " " + number(y + 2) + " " + number(x + 1) + " " + number(y + 2) + " " + number(x + 3) + " " + number(y) + " c S\n"; }
inline std::string triangle_over(double x, double y) { return number(x - 2) + " " + number(y + 3) + " m " + number(x + 2) + " " + number(y + 3) + " l " + number(x) + " " + number(y) + " l h S\n"; }

/// Six skewed fields in two colours, a legend that tells them apart, a scale.
inline std::string a_sheet() {
    std::string content = "0.5 w 30 30 400 780 re S\n";
    for (int i = 0; i < 6; ++i) {
        const double y = 100 + 110 * i;
        content += (i % 2 == 0 ? "1 1 0 rg " : "0.8 0.6 0.84 rg ") + number(60) + " " + number(y) + " m 380 " + number(y + 15) + " l 395 " + number(y + 95) + " l 70 " + number(y + 80) + " l h b\n";
    }
    content += "0 g 0 G " + text(450, 780, 10, "Legenda");
    content += "1 1 0 rg 450 740 30 15 re b 0 g " + text(460, 744, 7, "W") + text(490, 744, 7, "Wonen");
    content += "0.8 0.6 0.84 rg 450 715 30 15 re b 0 g " + text(460, 719, 7, "B") + text(490, 719, 7, "Bedrijf");
    content += "2 w 450 690 30 15 re S 0.5 w " + text(490, 694, 7, "bouwvlak");
    return content + text(450, 100, 8, "Schaal 1:1.000");
}

class VectorMap : public ::testing::Test {
  protected:
    static void SetUpTestSuite() { PdfDocument::initialise(); }
    static std::optional<MapSheet> read(const std::string& content) {
        auto opened = PdfDocument::open(mapped(pdf_file({{content}, "", nullptr})));
        return read_pdf_map(std::get<PdfDocument>(opened), 1, engine());
    }
    static MapSign shaped(const MapSheet& sheet) {
        const auto found = std::ranges::find_if(sheet.signs, [](const MapSign& sign) { return sign.shape != SignShape::none; });
        return found == sheet.signs.end() ? MapSign{} : *found;
    }
};

}  // namespace planlezer::testing
