// Leptonica's C objects as values that free themselves.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <leptonica/allheaders.h>

#include <memory>

namespace planlezer {

struct LeptonicaDeleter {
    void operator()(Pix* pix) const { pixDestroy(&pix); }
    void operator()(Boxa* boxes) const { boxaDestroy(&boxes); }
    void operator()(Numa* numbers) const { numaDestroy(&numbers); }
    void operator()(::Box* box) const { boxDestroy(&box); }
    void operator()(Pta* points) const { ptaDestroy(&points); }
};

using PixHandle = std::unique_ptr<Pix, LeptonicaDeleter>;
using BoxaHandle = std::unique_ptr<Boxa, LeptonicaDeleter>;
using NumaHandle = std::unique_ptr<Numa, LeptonicaDeleter>;
using BoxHandle = std::unique_ptr<::Box, LeptonicaDeleter>;
using PtaHandle = std::unique_ptr<Pta, LeptonicaDeleter>;

/// The pixels of one page, with the resolution at which they lie on it.
struct PageImage {
    PixHandle pixels;
    double x_dpi = 0;
    double y_dpi = 0;
};

}  // namespace planlezer
