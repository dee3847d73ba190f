"""The forms in which a drawn sheet comes to a reader: vector PDF, GeoPDF, picture with world file, GeoTIFF, colour scan, G4.

Every form is made from the vector PDF of one drawing; the same PDF, form and seed give the same bytes.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import math
import subprocess
from pathlib import Path

import numpy
from osgeo import gdal, osr
from PIL import Image, ImageFilter

Image.MAX_IMAGE_PIXELS = None  # an A0 sheet at 300 dpi is large, and ours
gdal.UseExceptions()
STRIP = 512  # rows of a picture worked on at a time, so that an A0 sheet stays small in memory

#: form -> (ending, what it is)
FORMS = {
    "pdf": (".pdf", "vector PDF"),
    "curves": (".pdf", "vector PDF whose letters are outlines, not text"),
    "side": (".pdf", "vector PDF that lies on its side when displayed"),
    "geopdf": (".pdf", "vector PDF with a georeference (ISO 32000)"),
    "png": (".png", "picture at 200 dpi with a world file"),
    "geotiff": (".tif", "picture at 150 dpi with a georeference in it"),
    "scan": (".pdf", "colour scan at 300 dpi: skewed, noise, other colours, JPEG; in a PDF"),
    "jpeg": (".jpg", "the same scan as a JPEG file"),
    "g4": (".tif", "black and white scan at 300 dpi, TIFF G4"),
}


def picture(pdf, dpi, grey=False):
    """The page as pixels."""
    command = ["pdftoppm", "-r", str(dpi), "-singlefile", *(["-gray"] if grey else []), str(pdf)]
    target = Path(f"{pdf}.pixels")
    subprocess.run([*command, str(target)], check=True)
    made = target.with_name(target.name + (".pgm" if grey else ".ppm"))
    with Image.open(made) as image:
        image.load()
    made.unlink()
    return image


def affine(view, dpi):
    """Pixel corners to RD metres, as GDAL counts: x = a0 + a1 column + a2 row, y = a3 + a4 column + a5 row."""
    pixel = 25.4 / dpi  # millimetres
    x0, y0 = view.back(0, 0)
    x1, y1 = view.back(pixel, 0)
    x2, y2 = view.back(0, pixel)
    return (x0, x1 - x0, x2 - x0, y0, y1 - y0, y2 - y0)


def rd():
    system = osr.SpatialReference()
    system.ImportFromEPSG(28992)
    return system


def world_file(view, dpi):
    a = affine(view, dpi)
    centre = (a[0] + (a[1] + a[2]) / 2, a[3] + (a[4] + a[5]) / 2)
    return "".join(f"{value:.10f}\n" for value in (a[1], a[4], a[2], a[5], *centre))


def make_geopdf(pdf, target, view, frame):
    """GDAL writes the viewport, which is the frame of the drawing, and its measure as an update behind the drawing."""
    target.write_bytes(pdf.read_bytes())
    dpi = 254.0  # papers are whole millimetres, so whole pixels: nothing is rounded
    data = gdal.OpenEx(str(target), gdal.OF_RASTER | gdal.OF_UPDATE, open_options=[f"DPI={dpi:g}"])
    data.SetProjection(rd().ExportToWkt())
    data.SetGeoTransform(affine(view, dpi))
    corners = [view.back(frame[i], frame[j]) for i, j in ((0, 1), (0, 3), (2, 3), (2, 1), (0, 1))]
    data.SetMetadataItem("NEATLINE", "POLYGON((" + ",".join(f"{x:.6f} {y:.6f}" for x, y in corners) + "))")
    data = None


def make_png(pdf, target, view, dpi=200):
    picture(pdf, dpi).save(target, dpi=(dpi, dpi), compress_level=6)
    target.with_suffix(".pgw").write_text(world_file(view, dpi), encoding="ascii")


def make_geotiff(pdf, target, view, dpi=150):
    image = picture(pdf, dpi)
    driver = gdal.GetDriverByName("GTiff")
    data = driver.Create(str(target), image.width, image.height, 3, gdal.GDT_Byte, ["COMPRESS=LZW", "PREDICTOR=2", "PHOTOMETRIC=RGB"])
    data.SetGeoTransform(affine(view, dpi))
    data.SetProjection(rd().ExportToWkt())
    pixels = numpy.asarray(image)
    for band in range(3):
        data.GetRasterBand(band + 1).WriteArray(pixels[:, :, band])
    data = None


class Askew:
    """A sheet laid on the glass a little turned and shifted, row by row: an A0 sheet is never twice in memory."""

    def __init__(self, image, gen, most=1.0):
        self.image = image
        self.angle = float(gen.choice((-1, 1))) * float(gen.uniform(0.3, most))  # degrees counter-clockwise
        c, s = math.cos(math.radians(self.angle)), math.sin(math.radians(self.angle))
        cx, cy = image.width / 2, image.height / 2
        dx, dy = float(gen.uniform(-15, 15)), float(gen.uniform(-15, 15))
        self.matrix = (c, -s, cx - c * (cx + dx) + s * (cy + dy), s, c, cy - s * (cx + dx) - c * (cy + dy))
        self.white = 255 if image.mode == "L" else (255, 255, 255)

    def strips(self):
        """(top, pixels) from top to bottom."""
        a, b, c, d, e, f = self.matrix
        for top in range(0, self.image.height, STRIP):
            size = (self.image.width, min(STRIP, self.image.height - top))
            strip = self.image.transform(size, Image.AFFINE, (a, b, c + b * top, d, e, f + e * top), Image.BICUBIC, fillcolor=self.white)
            yield top, numpy.asarray(strip)


class Grain:
    """Noise of a scanner, drawn once and shifted from strip to strip."""

    def __init__(self, gen, width, sigma):
        self.gen = gen
        self.noise = (gen.standard_normal((STRIP, width), dtype=numpy.float32) * sigma)

    def __call__(self, rows):
        shift = int(self.gen.integers(0, self.noise.shape[1]))
        return numpy.roll(self.noise, shift, axis=1)[:rows]


def colour_scan(pdf, seed, dpi=300):
    """The sheet from a large-format colour scanner: (image, angle it was turned by in degrees counter-clockwise).

    Inks fade and shift, each in its own way, the paper is warm, there is grain."""
    gen = numpy.random.Generator(numpy.random.PCG64(seed))
    askew = Askew(picture(pdf, dpi), gen)
    gains, black = gen.uniform(0.82, 1.18, 3), gen.uniform(18, 46, 3)
    paper = [gen.uniform(244, 253), gen.uniform(240, 250), gen.uniform(228, 245)]
    steps = numpy.arange(256) / 255.0
    curves = [(black[k] + steps ** gains[k] * (paper[k] - black[k])).astype(numpy.float32) for k in range(3)]
    grain = Grain(gen, askew.image.width, 4.0)
    out = Image.new("RGB", askew.image.size)
    for top, rows in askew.strips():
        grey = rows.mean(axis=2, dtype=numpy.float32)
        noise = grain(rows.shape[0])
        inked = numpy.empty_like(rows)
        for k in range(3):
            faded = (grey + (rows[:, :, k] - grey) * 0.82).astype(numpy.uint8)
            inked[:, :, k] = numpy.clip(curves[k][faded] + noise, 0, 255)
        out.paste(Image.fromarray(inked).filter(ImageFilter.GaussianBlur(0.6)), (0, top))
    return out, askew.angle


def make_jpeg(pdf, target, seed, quality=72, dpi=300):
    image, angle = colour_scan(pdf, seed, dpi)
    image.save(target, "JPEG", quality=quality, dpi=(dpi, dpi), subsampling=2)
    return angle


def make_scan(pdf, target, seed, quality=72, dpi=300):
    jpeg = target.with_suffix(".scan.jpg")
    angle = make_jpeg(pdf, jpeg, seed, quality, dpi)
    # img2pdf wraps the JPEG as it is; its dates are held so that the bytes are
    subprocess.run(["img2pdf", "--engine", "internal", "--creationdate", "2013-01-01T00:00:00", "--moddate", "2013-01-01T00:00:00",
                    "-o", str(target), str(jpeg)], check=True, stderr=subprocess.DEVNULL)
    jpeg.unlink()
    return angle


def make_g4(pdf, target, seed, dpi=300):
    """Black and white from a copier: skewed, specks, a threshold that thins some lines."""
    gen = numpy.random.Generator(numpy.random.PCG64(seed))
    askew = Askew(picture(pdf, dpi, grey=True), gen)
    grain = Grain(gen, askew.image.width, 16.0)
    out = Image.new("1", askew.image.size, 1)
    for top, rows in askew.strips():
        bits = rows + grain(rows.shape[0]) > 158
        specks = gen.integers(0, bits.size, bits.size // 60000)
        bits.reshape(-1)[specks] = False
        out.paste(Image.fromarray(bits), (0, top))
    out.save(target, "TIFF", compression="group4", dpi=(dpi, dpi))
    return askew.angle


def make(form, pdf, target, drawn, seed):
    """Writes one form of a drawn sheet; returns what the style in the gold says of it."""
    said = {"form": form, "placement": "grid_crosses"}
    if form in ("pdf", "curves"):
        target.write_bytes(pdf.read_bytes())
    elif form == "side":
        subprocess.run(["qpdf", "--deterministic-id", "--rotate=+90", str(pdf), str(target)], check=True)
    elif form == "geopdf":
        make_geopdf(pdf, target, drawn.view, drawn.layout.frame)
        said["placement"] = "geopdf"
    elif form == "png":
        make_png(pdf, target, drawn.view)
        said["placement"] = "world_file"
    elif form == "geotiff":
        make_geotiff(pdf, target, drawn.view)
        said["placement"] = "geotiff"
    else:
        angle = {"scan": make_scan, "jpeg": make_jpeg, "g4": make_g4}[form](pdf, target, seed)
        said["skew"] = round(angle, 2)
    return said
