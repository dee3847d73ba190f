// The part of Poppler that the readers of this folder use; included nowhere else.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <poppler-config.h>

#include <Error.h>
#include <ErrorCodes.h>
#include <Gfx.h>
#include <GfxFont.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <Page.h>
#include <SplashOutputDev.h>
#include <Stream.h>
#include <TextOutputDev.h>
#include <goo/GooString.h>
#include <splash/SplashBitmap.h>
