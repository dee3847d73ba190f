// What main and a worker say to each other: requests, replies, and their bounded binary form.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One message is a frame: 4 bytes length (little endian, of the payload), then the payload.
// Main sends OpenRequest together with the open file descriptor of the document (SCM_RIGHTS on the worker's
// socket, descriptor 3), then any number of PageRequests for it. The worker answers each request with one reply.
// Neither side trusts the other: a decoder checks every count against the bytes that are left before it
// allocates, boxes are finite and ordered, rings have three points, text is valid UTF-8; anything else is nullopt.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "schemas/model/map_sheet.hpp"
#include "schemas/model/plan.hpp"
#include "schemas/model/plan_map.hpp"
#include "schemas/model/text_page.hpp"
#include "schemas/model/world_file.hpp"

namespace planlezer::wire {

inline constexpr std::uint32_t max_frame_bytes = 64U << 20U;
inline constexpr std::uint32_t max_pages = 5000;
inline constexpr std::uint32_t max_words_per_page = 200'000;
inline constexpr std::uint32_t max_signs_per_sheet = 50'000;
inline constexpr std::uint32_t max_cells_per_sign = 32;
inline constexpr std::uint32_t max_areas_per_sheet = 50'000;
inline constexpr std::uint32_t max_legend_entries = 2000;
inline constexpr std::uint32_t max_crosses_per_sheet = 2000;
inline constexpr std::uint32_t max_insets_per_sheet = 1000;
inline constexpr std::uint32_t max_rings_per_area = 50'000;
inline constexpr std::uint32_t max_points_per_ring = 1'000'000;
inline constexpr std::uint32_t max_objects_per_plan = 200'000;
inline constexpr std::uint32_t max_values_per_object = 100;
inline constexpr std::uint32_t max_flags_per_map = 10'000;
inline constexpr std::uint32_t max_boxes_per_place = 1000;

/// A new document: its descriptor comes with the message.
struct OpenRequest {
    friend bool operator==(const OpenRequest&, const OpenRequest&) = default;
};

/// One page of the document that is open.
struct PageRequest {
    std::uint32_t page = 1;   ///< from 1
    bool force_ocr = false;   ///< do not use the text layer
    friend bool operator==(const PageRequest&, const PageRequest&) = default;
};

using Request = std::variant<OpenRequest, PageRequest>;

/// Answer to OpenRequest.
struct DocumentInfo {
    std::string media_type;   ///< from the bytes
    std::uint32_t pages = 0;
    bool repaired = false;    ///< the decoder had to mend the file
    friend bool operator==(const DocumentInfo&, const DocumentInfo&) = default;
};

/// What stands on a page: text; a map; the plan of an IMRO GML, which is one page; or a world file, which is one too.
using PageContent = std::variant<TextPage, MapSheet, PlanMap, WorldFile>;

/// A page, or why it is none.
using PageReading = std::variant<PageContent, Failure>;


/// DocumentInfo answers OpenRequest, one of PageContent a PageRequest, Failure either.
using Reply = std::variant<DocumentInfo, TextPage, MapSheet, PlanMap, WorldFile, Failure>;

/// The number of the page in a reply, from 1; nullopt when it holds none.
[[nodiscard]] std::optional<int> page_number(const Reply& reply);

/// The page in a reply; nullopt when it holds none.
[[nodiscard]] std::optional<PageContent> page_content(Reply&& reply);
[[nodiscard]] Reply reply_of(PageContent&& content);

/// The payload without the length in front.
[[nodiscard]] std::vector<std::byte> encode(const Request& request);
[[nodiscard]] std::vector<std::byte> encode(const Reply& reply);
[[nodiscard]] std::optional<Request> decode_request(std::span<const std::byte> payload);
[[nodiscard]] std::optional<Reply> decode_reply(std::span<const std::byte> payload);

}  // namespace planlezer::wire
