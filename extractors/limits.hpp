// Every limit a worker keeps, with its unit: one table, so that nobody has to search for them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace planlezer::limits {

// One document
inline constexpr std::size_t file_bytes = std::size_t{2} << 30U;  ///< bytes; a larger file is refused unread

// One page
inline constexpr double page_points = 200.0 * 72;            ///< points a side: the PDF format's own limit is 200 inch
inline constexpr std::size_t words_a_page = 100'000;         ///< words; a page with more is refused
inline constexpr std::size_t rulings_a_page = 20'000;        ///< lines; what a map draws beyond is dropped
inline constexpr std::size_t drawn_paths_a_page = 4'000'000; ///< path segments looked at; then no more rulings
inline constexpr std::size_t drawn_points_a_page = 4'000'000;  ///< corners of a map's paths; a page with more is refused
inline constexpr std::size_t glyphs_a_page = 500'000;        ///< characters of a map; what comes beyond is dropped
inline constexpr std::size_t word_bytes = 1000;              ///< bytes of UTF-8; a longer "word" is cut

// One image
inline constexpr double image_megapixels = 150;   ///< million pixels of an image file or of a rendered page, decoded
inline constexpr double ocr_megapixels = 45;      ///< million pixels given to OCR (A3 at 400 dpi is 31); larger is scaled down
inline constexpr int image_side_pixels = 32'000;  ///< pixels; Tesseract's own limit is 32767
inline constexpr double min_dpi = 50;             ///< dots per inch: below, the resolution in a file is not believed
inline constexpr double max_dpi = 1300;           ///< dots per inch: above, the resolution in a file is not believed
inline constexpr double scan_dpi = 300;           ///< dots per inch where a file tells none (contract)
inline constexpr double max_render_dpi = 400;     ///< dots per inch; more costs time and reads no better

// One picture inside a PDF
inline constexpr std::uint64_t picture_bytes = std::uint64_t{768} << 20U;  ///< bytes that its codec holds at once; larger is refused undecoded
inline constexpr double picture_megapixels = 300;  ///< million pixels, however well they are coded (A0 at 400 dpi is 248); larger is refused undecoded
inline constexpr std::size_t picture_header_bytes = std::size_t{16} << 20U;  ///< coded bytes looked at to learn its size

// OCR of one page
inline constexpr std::size_t lines_a_page = 700;         ///< lines of text; more is a drawing, and its longest are read
inline constexpr std::size_t second_readings = 400;      ///< lines a page that are read again

// An IMRO GML
inline constexpr std::size_t imro_bytes = 200U << 20U;      ///< bytes; the largest plans of a whole countryside are 60 million
inline constexpr std::size_t imro_text_bytes = 400;         ///< bytes of UTF-8; a longer name or value is cut
inline constexpr std::size_t imro_ring_numbers = 2'000'000; ///< coordinates of one border
inline constexpr std::size_t imro_points = 3'000'000;       ///< points of a whole plan: what a reply can carry
inline constexpr std::size_t imro_objects = 100'000;        ///< objects of a whole plan
inline constexpr std::size_t imro_values = 50;              ///< values of one object
inline constexpr std::size_t imro_flags = 1000;             ///< faults that are told; more are counted in the last

// The process
// A little above what main kills at (pipeline/worker_process/limits.hpp), which gives growth its right name: this is for leaps.
inline constexpr std::uint64_t memory_bytes = std::uint64_t{7} << 28U;  ///< bytes (1.75 GiB) of its own, the mapped file apart
inline constexpr std::uint64_t address_space_bytes = memory_bytes + file_bytes + (std::uint64_t{1} << 29U);  ///< bytes, with the file and the programs
inline constexpr std::uint64_t cpu_seconds = 14'400;  ///< seconds over the worker's life; main recycles it long before

}  // namespace planlezer::limits
