// Listens while Poppler plays a page: characters become words, straight strokes lines, images their places.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/pdf/pdf_document.hpp"
#include "extractors/pdf/poppler.hpp"
#include "extractors/pdf/stream_limits.hpp"

namespace planlezer {

/// Plays no pixels: images are noted and not decoded (but JPEG 2000 ones, which Poppler decodes to learn their
/// colours), patterns and shadings are passed over.
class PageListener : public TextOutputDev {
  public:
    PageListener();

    bool needNonText() override { return true; }
    bool useTilingPatternFill() override { return true; }
    bool useShadedFills(int) override { return true; }

    void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y, CharCode code,
                  int bytes, const Unicode* text, int length) override;
    void stroke(GfxState* state) override;
    void fill(GfxState* state) override;
    void eoFill(GfxState* state) override;
    bool tilingPatternFill(GfxState*, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int, int, double, double) override {
        return true;
    }
    bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return true; }
    bool axialShadedFill(GfxState*, GfxAxialShading*, double, double) override { return true; }
    bool radialShadedFill(GfxState*, GfxRadialShading*, double, double) override { return true; }
    bool gouraudTriangleShadedFill(GfxState*, GfxGouraudTriangleShading*) override { return true; }
    bool patchMeshShadedFill(GfxState*, GfxPatchMeshShading*) override { return true; }

    void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height, bool invert, bool interpolate,
                       bool inline_image) override;
    void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colours, bool interpolate,
                   const int* mask, bool inline_image) override;
    void drawMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colours,
                         bool interpolate, Stream* mask, int mask_width, int mask_height, bool mask_invert,
                         bool mask_interpolate) override;
    void drawSoftMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colours,
                             bool interpolate, Stream* mask, int mask_width, int mask_height, GfxImageColorMap* mask_colours,
                             bool mask_interpolate) override;
    void setSoftMaskFromImageMask(GfxState*, Object*, Stream*, int, int, bool, bool, double*) override {}
    void unsetSoftMaskFromImageMask(GfxState*, double*) override {}

    /// After the page was played. \param page with its width and height set
    void finish(PdfPage& page);

  private:
    void note_path(const GfxState* state, bool filled);
    void note_image(const GfxState* state, int width, int height);
    void note_line(const GfxState* state, double x0, double y0, double x1, double y1);

    std::vector<Ruling> lines_;
    std::vector<PlacedImage> images_;
    std::vector<Box> hidden_;
    std::size_t glyphs_ = 0;
    std::size_t segments_ = 0;
    PictureWatch watch_;
};

}  // namespace planlezer
