// One kind of ow file (owNormen, owLocaties ...): its objects, and the files they are cut into.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/omgevingsplan/package.hpp"
#include "schemas/omgevingsplan/write/xml_writer.hpp"

namespace planlezer::omgevingsplan {

struct OwFile {
    std::string name;  ///< "owNormen.xml"
    std::vector<std::string> object_types;  ///< of the objects in it, each once, in order of appearance
    std::string bytes;
};

class OwObjects {
  public:
    /// `stem` is the name of the file: "owNormen".
    explicit OwObjects(std::string stem) : stem_(std::move(stem)), xml_(2) {}

    /// An object, written by `body` as the element of its type.
    template <class Body>
    void add(const char* type, const char* element, Body&& body) {
        xml_.block("sl:stand", [&] { xml_.block("ow-dc:owObject", [&] { xml_.block(element, [&] { body(xml_); }); }); });
        pieces_.push_back({type, xml_.size()});
    }

    /// No file when there is no object; several, numbered from 1, when one would be larger than the settings allow. The
    /// objects are gone after.
    void write(const Package& package, const std::function<void(OwFile&&)>& take);

  private:
    struct Piece {
        const char* type;
        std::size_t end;  ///< in the bytes of all objects
    };
    struct Cut {
        std::size_t first;
        std::size_t last;  ///< behind it
    };

    [[nodiscard]] std::size_t begin_of(std::size_t piece) const { return piece == 0 ? 0 : pieces_[piece - 1].end; }
    [[nodiscard]] std::vector<Cut> cuts(std::size_t most) const;
    [[nodiscard]] std::vector<std::string> types_of(Cut cut) const;

    std::string stem_;
    XmlWriter xml_;
    std::vector<Piece> pieces_;
};

}  // namespace planlezer::omgevingsplan
