// The binary form of messages.hpp. Every field is written and read by the same pair of overloads, so that the
// two directions cannot drift apart; the reader checks everything and stops at the first fault.
#include <bit>
#include <cmath>
#include <type_traits>
#include <utility>

#include "extractors/wire/messages.hpp"
#include "extractors/wire/utf8.hpp"

namespace planlezer::wire {

namespace {

constexpr std::uint32_t max_text_bytes = 1U << 16U;
constexpr std::uint32_t max_rulings = 200'000;
constexpr std::uint32_t max_notes = 64;
constexpr double max_coordinate = 1e7;  // points: larger than any sheet of paper, small enough to compute with

enum class Tag : std::uint8_t { open = 1, page = 2, document_info = 17, text_page = 18, failure = 19 };

class Writer {
  public:
    void integer(std::uint32_t value) {
        for (unsigned shift = 0; shift < 32; shift += 8) byte(static_cast<std::uint8_t>(value >> shift));
    }
    void number(double value) {
        const auto bits = std::bit_cast<std::uint64_t>(value);
        integer(static_cast<std::uint32_t>(bits));
        integer(static_cast<std::uint32_t>(bits >> 32U));
    }
    void byte(std::uint8_t value) { bytes_.push_back(static_cast<std::byte>(value)); }
    void text(const std::string& value) {
        integer(static_cast<std::uint32_t>(value.size()));
        for (const char c : value) byte(static_cast<std::uint8_t>(c));
    }
    std::vector<std::byte> take() { return std::move(bytes_); }

  private:
    std::vector<std::byte> bytes_;
};

class Reader {
  public:
    explicit Reader(std::span<const std::byte> bytes) : bytes_(bytes) {}

    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] bool finished() const { return good_ && bytes_.empty(); }
    void fail() {
        good_ = false;
        bytes_ = {};
    }
    void require(bool condition) {
        if (!condition) fail();
    }

    std::uint8_t byte() {
        if (bytes_.empty()) {
            fail();
            return 0;
        }
        const auto value = std::to_integer<std::uint8_t>(bytes_.front());
        bytes_ = bytes_.subspan(1);
        return value;
    }
    std::uint32_t integer() {
        std::uint32_t value = 0;
        for (unsigned shift = 0; shift < 32; shift += 8) value |= std::uint32_t{byte()} << shift;
        return value;
    }
    double number() {
        const std::uint64_t low = integer();
        const double value = std::bit_cast<double>(low | (std::uint64_t{integer()} << 32U));
        require(std::isfinite(value) && std::abs(value) <= max_coordinate);
        return good_ ? value : 0;
    }
    bool boolean() {
        const std::uint8_t value = byte();
        require(value <= 1);
        return value == 1;
    }
    template <typename Enum>
    Enum enumerator(Enum last) {
        const std::uint8_t value = byte();
        require(value <= static_cast<std::uint8_t>(last));
        return good_ ? static_cast<Enum>(value) : Enum{};
    }
    std::string text() {
        const std::uint32_t size = integer();
        if (size > max_text_bytes || size > bytes_.size()) {
            fail();
            return {};
        }
        std::string value;
        value.reserve(size);
        for (const std::byte b : bytes_.first(size)) value += static_cast<char>(b);
        bytes_ = bytes_.subspan(size);
        require(is_utf8(value));
        return value;
    }
    /// A count of items that take at least `item_bytes` each: refused before anything is allocated for them.
    std::size_t count(std::uint32_t limit, std::size_t item_bytes) {
        const std::uint32_t value = integer();
        require(value <= limit && value <= bytes_.size() / item_bytes);
        return good_ ? value : 0;
    }

  private:
    std::span<const std::byte> bytes_;
    bool good_ = true;
};

bool has_white_space(std::string_view text) { return text.find_first_of(" \t\r\n\v\f") != std::string_view::npos; }

void put(Writer& out, const Box& box) {
    out.number(box.x0);
    out.number(box.y0);
    out.number(box.x1);
    out.number(box.y1);
}

void get(Reader& in, Box& box) {
    box.x0 = in.number();
    box.y0 = in.number();
    box.x1 = in.number();
    box.y1 = in.number();
    in.require(box.x0 <= box.x1 && box.y0 <= box.y1);
}

constexpr std::size_t least_word_bytes = 4 + 32 + 8 + 8 + 4 + 1 + 4;

void put(Writer& out, const Word& word) {
    out.text(word.text);
    put(out, word.box);
    out.number(word.confidence);
    out.number(word.font_size);
    for (const bool mark : {word.bold, word.italic, word.struck, word.raised}) out.byte(mark ? 1 : 0);
    out.byte(static_cast<std::uint8_t>(word.origin));
    out.text(word.second_reading);
}

void get(Reader& in, Word& word) {
    word.text = in.text();
    get(in, word.box);
    word.confidence = in.number();
    word.font_size = in.number();
    for (bool* mark : {&word.bold, &word.italic, &word.struck, &word.raised}) *mark = in.boolean();
    word.origin = in.enumerator(TextOrigin::ocr);
    word.second_reading = in.text();
    in.require(!word.text.empty() && !has_white_space(word.text));
    in.require(word.confidence >= 0 && word.confidence <= 1 && word.font_size >= 0);
}

constexpr std::size_t ruling_bytes = 32;

void put(Writer& out, const Ruling& ruling) {
    out.number(ruling.x0);
    out.number(ruling.y0);
    out.number(ruling.x1);
    out.number(ruling.y1);
}

void get(Reader& in, Ruling& ruling) {
    ruling.x0 = in.number();
    ruling.y0 = in.number();
    ruling.x1 = in.number();
    ruling.y1 = in.number();
}

void put(Writer& out, PageNote note) { out.byte(static_cast<std::uint8_t>(note)); }

void get(Reader& in, PageNote& note) { note = in.enumerator(PageNote::repaired_file); }

template <typename Item>
void put_all(Writer& out, const std::vector<Item>& items) {
    out.integer(static_cast<std::uint32_t>(items.size()));
    for (const Item& item : items) put(out, item);
}

template <typename Item>
void get_all(Reader& in, std::vector<Item>& items, std::uint32_t limit, std::size_t item_bytes) {
    const std::size_t count = in.count(limit, item_bytes);
    items.reserve(count);
    for (std::size_t i = 0; i < count && in.good(); ++i) get(in, items.emplace_back());
}

void put(Writer& out, const TextPage& page) {
    out.integer(static_cast<std::uint32_t>(page.number));
    out.number(page.width);
    out.number(page.height);
    out.byte(static_cast<std::uint8_t>(page.turns));
    out.byte(static_cast<std::uint8_t>(page.origin));
    out.number(page.dpi);
    put_all(out, page.words);
    put_all(out, page.rulings);
    put_all(out, page.notes);
}

int page_number(Reader& in, std::uint32_t lowest) {
    const std::uint32_t number = in.integer();
    in.require(number >= lowest && number <= max_pages);
    return in.good() ? static_cast<int>(number) : static_cast<int>(lowest);
}

void get(Reader& in, TextPage& page) {
    page.number = page_number(in, 1);
    page.width = in.number();
    page.height = in.number();
    page.turns = in.byte();
    in.require(page.turns <= 3);
    page.origin = in.enumerator(TextOrigin::ocr);
    page.dpi = in.number();
    in.require(page.width >= 0 && page.height >= 0 && page.dpi >= 0);
    get_all(in, page.words, max_words_per_page, least_word_bytes);
    get_all(in, page.rulings, max_rulings, ruling_bytes);
    get_all(in, page.notes, max_notes, 1);
}

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

std::vector<std::byte> encode(const Request& request) { return encode_any(request); }

std::vector<std::byte> encode(const Reply& reply) { return encode_any(reply); }

std::optional<Request> decode_request(std::span<const std::byte> payload) {
    return decode_any<Request, OpenRequest, PageRequest>(payload);
}

std::optional<Reply> decode_reply(std::span<const std::byte> payload) {
    return decode_any<Reply, DocumentInfo, TextPage, Failure>(payload);
}

}  // namespace planlezer::wire
