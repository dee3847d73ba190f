// The binary form of messages.hpp. Every field is written and read by the same pair of overloads, so that the
// two directions cannot drift apart; the reader checks everything and stops at the first fault.
#include "extractors/wire/map_codec.hpp"
#include "extractors/wire/messages.hpp"
#include "extractors/wire/page_codec.hpp"

namespace planlezer::wire {

namespace {

enum class Tag : std::uint8_t {
    open = 1,
    page = 2,
    document_info = 17,
    text_page = 18,
    failure = 19,
    map_sheet = 20,
    plan_map = 21,
    world_file = 22,
};

void put(Writer& out, const DocumentInfo& info) {
    out.text(info.media_type);
    out.integer(info.pages);
    out.byte(info.repaired ? 1 : 0);
}

void get(Reader& in, DocumentInfo& info) {
    info.media_type = in.text();
    info.pages = in.integer();
    info.repaired = in.boolean();
    in.require(info.pages <= max_pages);
}

void put(Writer& out, const Failure& failure) {
    out.integer(static_cast<std::uint32_t>(failure.page));
    out.byte(static_cast<std::uint8_t>(failure.kind));
    out.text(failure.message);
}

void get(Reader& in, Failure& failure) {
    failure.page = page_number(in, 0);
    failure.kind = in.enumerator(FailureKind::cancelled);
    failure.message = in.text();
}

void put(Writer&, const OpenRequest&) {}

void get(Reader&, OpenRequest&) {}

void put(Writer& out, const PageRequest& request) {
    out.integer(request.page);
    out.byte(request.force_ocr ? 1 : 0);
}

void get(Reader& in, PageRequest& request) {
    request.page = static_cast<std::uint32_t>(page_number(in, 1));
    request.force_ocr = in.boolean();
}

constexpr Tag tag_of(const OpenRequest&) { return Tag::open; }
constexpr Tag tag_of(const PageRequest&) { return Tag::page; }
constexpr Tag tag_of(const DocumentInfo&) { return Tag::document_info; }
constexpr Tag tag_of(const TextPage&) { return Tag::text_page; }
constexpr Tag tag_of(const MapSheet&) { return Tag::map_sheet; }
constexpr Tag tag_of(const PlanMap&) { return Tag::plan_map; }
constexpr Tag tag_of(const WorldFile&) { return Tag::world_file; }
constexpr Tag tag_of(const Failure&) { return Tag::failure; }

template <typename Message>
std::vector<std::byte> encode_any(const Message& message) {
    Writer out;
    std::visit(
        [&out](const auto& content) {
            out.byte(static_cast<std::uint8_t>(tag_of(content)));
            put(out, content);
        },
        message);
    return out.take();
}

template <typename Message, typename... Contents>
std::optional<Message> decode_any(std::span<const std::byte> payload) {
    Reader in(payload);
    const auto tag = static_cast<Tag>(in.byte());
    std::optional<Message> message;
    const auto try_one = [&]<typename Content>(Content content) {
        if (tag != tag_of(content)) return;
        get(in, content);
        if (in.finished()) message = std::move(content);
    };
    (try_one(Contents{}), ...);
    return message;
}

}  // namespace

std::optional<int> page_number(const Reply& reply) {
    if (const auto* page = std::get_if<TextPage>(&reply)) return page->number;
    if (const auto* sheet = std::get_if<MapSheet>(&reply)) return sheet->text.number;
    const bool single = std::holds_alternative<PlanMap>(reply) || std::holds_alternative<WorldFile>(reply);
    return single ? std::optional(1) : std::nullopt;
}

Reply reply_of(PageContent&& content) {
    return std::visit([]<typename Content>(Content&& page) { return Reply(std::forward<Content>(page)); }, std::move(content));
}

std::optional<PageContent> page_content(Reply&& reply) {
    return std::visit(
        []<typename Content>(Content&& content) -> std::optional<PageContent> {
            if constexpr (std::is_constructible_v<PageContent, Content>) {
                return PageContent(std::forward<Content>(content));
            } else {
                return std::nullopt;
            }
        },
        std::move(reply));
}

std::vector<std::byte> encode(const Request& request) { return encode_any(request); }

std::vector<std::byte> encode(const Reply& reply) { return encode_any(reply); }

std::optional<Request> decode_request(std::span<const std::byte> payload) {
    return decode_any<Request, OpenRequest, PageRequest>(payload);
}

std::optional<Reply> decode_reply(std::span<const std::byte> payload) {
    return decode_any<Reply, DocumentInfo, TextPage, MapSheet, PlanMap, WorldFile, Failure>(payload);
}

}  // namespace planlezer::wire
