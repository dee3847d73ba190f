#include "pipeline/store/page_store.hpp"

#include <cstring>
#include <span>

namespace planlezer {

namespace {

constexpr std::size_t reader_digits = 16;  // enough of the identity to keep readers apart

std::string page_part(int page) { return "p" + std::to_string(page); }

}  // namespace

std::string PageStore::key(const std::string& sha256, const std::string& part) const {
    return "pages/" + sha256.substr(0, 2) + "/" + sha256 + "/" + reader_.substr(0, reader_digits) + "-" + part;
}

std::optional<wire::Reply> PageStore::find(const std::string& sha256, const std::string& part) const {
    const std::optional<std::string> content = entries_.find(key(sha256, part));
    if (!content) return std::nullopt;
    return wire::decode_reply(std::as_bytes(std::span(*content)));
}

bool PageStore::keep_reply(const std::string& sha256, const std::string& part, const wire::Reply& reply) {
    const std::vector<std::byte> payload = wire::encode(reply);
    std::string content(payload.size(), '\0');
    if (!payload.empty()) std::memcpy(content.data(), payload.data(), payload.size());
    return entries_.keep(key(sha256, part), content);
}

std::optional<wire::DocumentInfo> PageStore::find_document(const std::string& sha256) const {
    std::optional<wire::Reply> reply = find(sha256, "document");
    const auto* info = reply ? std::get_if<wire::DocumentInfo>(&*reply) : nullptr;
    return info != nullptr ? std::optional(*info) : std::nullopt;
}

std::optional<wire::PageContent> PageStore::find_page(const std::string& sha256, int page) const {
    std::optional<wire::Reply> reply = find(sha256, page_part(page));
    if (!reply || wire::page_number(*reply) != page) return std::nullopt;
    return wire::page_content(std::move(*reply));
}

bool PageStore::keep(const std::string& sha256, const wire::DocumentInfo& info) { return keep_reply(sha256, "document", info); }

bool PageStore::keep(const std::string& sha256, int page, const wire::PageContent& content) {
    return keep_reply(sha256, page_part(page), wire::reply_of(wire::PageContent(content)));
}

}  // namespace planlezer
