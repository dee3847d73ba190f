// Listens while Poppler plays a page and keeps what it draws: the paths and characters of a map sheet, without pixels.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/pdf/drawing.hpp"
#include "extractors/pdf/poppler.hpp"
#include "extractors/pdf/stream_limits.hpp"

namespace planlezer {

class DrawingListener final : public OutputDev {
  public:
    bool upsideDown() override { return true; }
    bool useDrawChar() override { return true; }
    bool interpretType3Chars() override { return false; }
    bool useTilingPatternFill() override { return true; }
    bool useShadedFills(int) override { return true; }

    void saveState(GfxState* state) override;
    void restoreState(GfxState* state) override;
    void clip(GfxState* state) override { note_clip(state, false); }
    void eoClip(GfxState* state) override { note_clip(state, true); }

    void stroke(GfxState* state) override;
    void fill(GfxState* state) override { note_fill(state, false); }
    void eoFill(GfxState* state) override { note_fill(state, true); }
    bool tilingPatternFill(GfxState* state, Gfx* gfx, Catalog* catalog, GfxTilingPattern* pattern, const double* matrix, int x0, int y0,
                           int x1, int y1, double x_step, double y_step) override;
    bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return true; }
    bool axialShadedFill(GfxState*, GfxAxialShading*, double, double) override { return true; }
    bool radialShadedFill(GfxState*, GfxRadialShading*, double, double) override { return true; }
    bool gouraudTriangleShadedFill(GfxState*, GfxGouraudTriangleShading*) override { return true; }
    bool patchMeshShadedFill(GfxState*, GfxPatchMeshShading*) override { return true; }

    void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y, CharCode code, int bytes,
                  const Unicode* text, int length) override;

    void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height, bool invert, bool interpolate,
                       bool inline_image) override;
    void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colours, bool interpolate,
                   const int* mask, bool inline_image) override;
    void drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int, bool, bool) override;
    void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int, GfxImageColorMap*,
                             bool) override;
    void setSoftMaskFromImageMask(GfxState*, Object*, Stream*, int, int, bool, bool, double*) override {}
    void unsetSoftMaskFromImageMask(GfxState*, double*) override {}

    /// After the page was played. \param width, height points, as displayed
    [[nodiscard]] Drawing finish(double width, double height);

  private:
    void note_fill(GfxState* state, bool even_odd);
    void note_clip(GfxState* state, bool even_odd);
    void note_image(const GfxState* state, int width, int height);
    [[nodiscard]] DrawnPath path_of(GfxState* state);
    [[nodiscard]] std::vector<DrawnLine> lines_of(const GfxState* state);
    void keep(DrawnPath path);

    Drawing drawing_;
    std::vector<DrawnPath>* into_ = &drawing_.paths;
    std::vector<int> saved_clips_;
    Clip last_clip_;  ///< as it was set, also a rectangle
    int clip_ = -1;
    std::size_t points_ = 0;
    std::size_t tiles_ = 0;
    PictureWatch watch_;
};

}  // namespace planlezer
