// Writes XML element by element: laid out where blanks do not count, without any where they do.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// libxml2 does the escaping. Whether an element stands on a line of its own is the writer's caller's to say: white space in
// an Al or ExtIoRef would be text.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct _xmlTextWriter;

namespace planlezer::omgevingsplan {

class XmlWriter {
  public:
    /// A document: it opens with the XML declaration.
    XmlWriter();
    /// A piece of a document whose elements lie `depth` deep in it.
    explicit XmlWriter(int depth);

    /// An element on a line of its own, filled by `body`: attributes first, then elements or text.
    template <class Body>
    void block(const char* name, Body&& body) {
        open_block(name);
        body();
        close();
    }
    /// An element within running text.
    template <class Body>
    void in_line(const char* name, Body&& body) {
        open(name);
        body();
        close();
    }
    /// A block that holds nothing but this text.
    void leaf(const char* name, std::string_view text);
    void attribute(const char* name, std::string_view value);
    /// Cleaned of what XML forbids and escaped.
    void text(std::string_view text);
    void processing_instruction(const char* target, const std::string& content);
    /// XML as it is, made by another writer.
    void raw(std::string_view xml);

    /// Bytes so far.
    [[nodiscard]] std::size_t size();
    /// All that was written; a document ends with a line feed. The writer may not be used after.
    [[nodiscard]] std::string take();

  private:
    struct Free {
        void operator()(_xmlTextWriter* writer) const;
    };

    void open_block(const char* name);
    void open(const char* name);
    void close();
    void new_line();

    std::unique_ptr<std::string> bytes_;  ///< apart: libxml2 keeps its address
    std::unique_ptr<_xmlTextWriter, Free> writer_;
    std::vector<bool> holds_blocks_;  ///< of every open element
    int depth_ = 0;
    bool document_ = true;
};

}  // namespace planlezer::omgevingsplan
