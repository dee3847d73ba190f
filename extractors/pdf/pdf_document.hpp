// A PDF as the rest of the worker sees it: words, drawn lines and placed images of a page, and its picture.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "extractors/file_bytes.hpp"
#include "extractors/image/leptonica.hpp"
#include "extractors/pdf/drawing.hpp"
#include "schemas/model/plan.hpp"
#include "schemas/model/text_page.hpp"

namespace planlezer {

/// A raster image as it lies on the page.
struct PlacedImage {
    Box box;                    ///< points
    double x_dpi = 0;           ///< its own pixels an inch on the page, along the page's x axis
    double y_dpi = 0;
    std::size_t glyphs_before = 0;  ///< visible glyphs drawn before it, so possibly under it
};

/// Everything a page says of itself, before anybody judged it.
struct PdfPage {
    double width = 0;   ///< points, as displayed
    double height = 0;  ///< points, as displayed
    std::vector<Word> words;
    std::vector<Ruling> rulings;       ///< drawn lines of any length, merged
    std::vector<PlacedImage> images;
    std::vector<Box> hidden_glyphs;    ///< where invisible characters stand (text render mode 3)
    std::array<std::size_t, 4> letters_by_turn{};  ///< letters of words that read rightwards, down, upside down, up
    std::size_t glyphs = 0;            ///< visible and invisible
    bool truncated = false;            ///< more words than limits::words_a_page
    bool too_large = false;            ///< a picture on it is beyond limits::picture_bytes
};

class PdfDocument {
  public:
    /// Takes the bytes over; tries the empty password on an encrypted file.
    [[nodiscard]] static std::variant<PdfDocument, Failure> open(FileBytes bytes);
    PdfDocument(PdfDocument&&) noexcept;
    PdfDocument& operator=(PdfDocument&&) noexcept;
    ~PdfDocument();

    [[nodiscard]] int pages() const;
    /// True when the cross-reference table had to be rebuilt (at opening or since).
    [[nodiscard]] bool repaired() const;

    /// \pre 1 <= number <= pages(). nullopt when the page cannot be found or has no sensible size.
    [[nodiscard]] std::optional<PdfPage> read(int number);

    /// What the page draws; nullopt as with read(), and where its program is too large to play. \pre 1 <= number <= pages()
    [[nodiscard]] std::optional<Drawing> draw(int number);

    /// The page as displayed, grey 8 bit; nullopt when over the limits. Without images: only what is drawn and written.
    enum class Show { everything, no_images };
    [[nodiscard]] std::optional<PageImage> render(int number, double x_dpi, double y_dpi, Show show = Show::everything);

    /// Where the page lies on the earth; none when it does not say.
    [[nodiscard]] std::vector<GeoPoint> georeference(int number);

    /// The page as displayed, in colour, 32 bit; nullopt when over the limits.
    [[nodiscard]] std::optional<PageImage> render_colour(int number, double dpi);

    /// To be called once in a process before the first document: fonts and encodings.
    static void initialise();

  private:
    struct Parts;
    explicit PdfDocument(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace planlezer
