// Pages written down in a test: words at a place, ruled lines, repeated heads.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "schemas/model/text_page.hpp"

namespace planlezer::test {

/// An A4 page of 595 by 842 points; a letter is half its size wide.
class PageBuilder {
  public:
    explicit PageBuilder(int number = 1);
    /// Words of one line, from x on, their top at y.
    PageBuilder& text(double x, double y, std::string_view words, double size = 10, bool bold = false);
    /// The same with a raised word at its end, as in "40 m" and "2".
    PageBuilder& raised(double x, double y, std::string_view word, double size = 6);
    PageBuilder& ruling(double x0, double y0, double x1, double y1);
    /// A frame with borders at these places.
    PageBuilder& frame(const std::vector<double>& xs, const std::vector<double>& ys);
    /// Turns the words clockwise around the page's middle by so many degrees, as a scan lies askew.
    PageBuilder& askew(double degrees);
    [[nodiscard]] const TextPage& page() const { return page_; }

  private:
    TextPage page_;
};

}  // namespace planlezer::test
