// Finds every line of text in the picture of a page from its connected pieces of ink, so that no label and no
// lonely digit is lost to a guess about the layout, and cuts the lines out one by one.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "extractors/image/leptonica.hpp"
#include "schemas/model/box.hpp"
#include "schemas/model/text_page.hpp"

namespace planlezer {

/// A connected piece of ink; pixels, the far edges lie outside it.
struct InkPiece {
    int x0 = 0;
    int y0 = 0;
    int x1 = 0;
    int y1 = 0;

    [[nodiscard]] int width() const { return x1 - x0; }
    [[nodiscard]] int height() const { return y1 - y0; }
    [[nodiscard]] double mid_x() const { return (x0 + x1) / 2.0; }
    [[nodiscard]] double mid_y() const { return (y0 + y1) / 2.0; }
};

/// A line of text: its pieces stand on one base line, from left to right, without a column's gap between them.
struct TextLine {
    InkPiece box;                     ///< around all pieces
    std::vector<std::size_t> pieces;  ///< indices into TextLines::pieces
    std::vector<std::size_t> raised;  ///< those of them that look like a superscript behind a letter, from left to right
};

class TextLines {
  public:
    /// \param binary 1 bit, deskewed, ruled lines removed
    /// \param letter_height the x-height in pixels
    /// \param rulings in pixels; vertical ones part cells
    TextLines(Pix& binary, double letter_height, const std::vector<Ruling>& rulings);
    TextLines(const TextLines&) = delete;
    TextLines& operator=(const TextLines&) = delete;
    ~TextLines();

    /// From top to bottom, then left to right.
    [[nodiscard]] const std::vector<TextLine>& lines() const { return lines_; }

    /// A line cut out, with some paper around it. Wide gaps (behind a list label, between cells) are narrowed to a
    /// word's: a network that reads lines makes dashes of them.
    struct Cut {
        PixHandle pixels;
        /// From a place in the cut back to the page's picture.
        [[nodiscard]] Box on_page(const Box& box) const;
        struct Stretch {
            int from = 0;   ///< x in the cut where it begins
            int shift = 0;  ///< to be added to x in the cut
        };
        std::vector<Stretch> stretches;  ///< by `from`; never empty
        int y = 0;
    };
    /// From the picture the lines were found in (or one of the same size). What belongs to other lines is painted white.
    [[nodiscard]] Cut cut_grey(Pix& grey, const TextLine& line) const;
    /// Only the line's own pieces, black on white, 8 bit.
    [[nodiscard]] Cut cut_ink(const TextLine& line) const;

    [[nodiscard]] const InkPiece& piece(std::size_t index) const { return pieces_[index]; }
    /// What stands high behind the "m" with which this word begins, where both touch; black on white, 8 bit, with paper
    /// around it. Null when there is nothing. \param word in pixels of the page's picture
    [[nodiscard]] PixHandle cut_behind_m(const Box& word) const;
    /// The piece that is a bullet in front of the line: a filled dot or square with a gap behind it. No language has a
    /// letter like it, so it is known by its shape alone.
    [[nodiscard]] std::optional<std::size_t> bullet_of(const TextLine& line) const;
    /// A single piece, black on white, 8 bit, with half its height of paper around it.
    [[nodiscard]] PixHandle cut_piece(std::size_t index) const;

  private:
    static constexpr std::size_t in_no_line = static_cast<std::size_t>(-1);
    static constexpr double least_raised = 0.40;  ///< x-heights: the height of a superscript
    static constexpr double least_bullet = 0.35;  ///< x-heights: the size of a bullet

    void collect_pieces(Pix& binary);
    void chain_letters();
    void join_along_base_line(const std::vector<Ruling>& rulings);
    void find_raised();
    [[nodiscard]] double base_line(const TextLine& run, std::size_t except) const;
    void add_small_pieces();
    void finish();
    [[nodiscard]] InkPiece room(const TextLine& line) const;
    [[nodiscard]] PixHandle ink_of_others(const TextLine& line, const InkPiece& space) const;
    [[nodiscard]] Cut narrowed(PixHandle pixels, const TextLine& line, const InkPiece& space) const;

    double unit_;                     ///< the x-height, in pixels
    int width_;
    int height_;
    PixHandle binary_;
    Pixa* shapes_ = nullptr;          ///< of the pieces, by index
    std::vector<InkPiece> pieces_;
    std::vector<std::size_t> letters_;
    std::vector<std::size_t> small_;
    std::vector<std::size_t> line_of_;  ///< by piece; in_no_line when in none
    std::vector<TextLine> lines_;
};

}  // namespace planlezer
