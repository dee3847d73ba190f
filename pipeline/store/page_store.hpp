// Keeps what workers read, so that no page is read twice: not within a run, not after a change of the rule book.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "extractors/wire/messages.hpp"
#include "pipeline/store/entry_store.hpp"

namespace planlezer {

/// Entries hold the reply of a worker as it came over the wire, and are checked as such when read back.
class PageStore {
  public:
    /// `reader` is the identity of the worker program and its models (see worker_identity): its readings differ
    /// from those of another.
    PageStore(std::filesystem::path folder, std::string reader) : entries_(std::move(folder)), reader_(std::move(reader)) {}

    [[nodiscard]] std::optional<wire::DocumentInfo> find_document(const std::string& sha256) const;
    [[nodiscard]] std::optional<wire::PageContent> find_page(const std::string& sha256, int page) const;
    /// False when it could not be kept.
    bool keep(const std::string& sha256, const wire::DocumentInfo& info);
    bool keep(const std::string& sha256, int page, const wire::PageContent& content);

  private:
    [[nodiscard]] std::string key(const std::string& sha256, const std::string& part) const;
    [[nodiscard]] std::optional<wire::Reply> find(const std::string& sha256, const std::string& part) const;
    bool keep_reply(const std::string& sha256, const std::string& part, const wire::Reply& reply);

    EntryStore entries_;
    std::string reader_;
};

}  // namespace planlezer
