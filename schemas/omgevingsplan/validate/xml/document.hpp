// An XML file in memory: parsed without network, entities or DTD, and within bounds.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "schemas/omgevingsplan/validate/xml/element.hpp"

struct _xmlDoc;

namespace planlezer::omgevingsplan::validation {

struct ParseFault {
    long line = 0;  ///< from 1; 0 when unknown
    std::string message;  ///< Dutch
};

class Document {
  public:
    /// The whole file or what is wrong with it. `bytes` is not kept.
    [[nodiscard]] static Document parse(std::string_view bytes);

    /// Empty after a fault.
    [[nodiscard]] Element root() const;
    [[nodiscard]] const std::optional<ParseFault>& fault() const { return fault_; }
    /// For the schema validators; null after a fault.
    [[nodiscard]] _xmlDoc* get() const { return document_.get(); }

  private:
    struct Free {
        void operator()(_xmlDoc* document) const;
    };
    std::unique_ptr<_xmlDoc, Free> document_;
    std::optional<ParseFault> fault_;
};

}  // namespace planlezer::omgevingsplan::validation
