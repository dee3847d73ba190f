// A delivery as the rules look at it: its files parsed, and what they hold found once, with its place.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schemas/omgevingsplan/validate/finding.hpp"
#include "schemas/omgevingsplan/validate/gml_shape.hpp"
#include "schemas/omgevingsplan/validate/xml/document.hpp"
#include "schemas/omgevingsplan/validate/xml/element.hpp"
#include "schemas/omgevingsplan/zip/package_files.hpp"

namespace planlezer::omgevingsplan::validation {

inline constexpr std::size_t none = static_cast<std::size_t>(-1);

enum class FileKind { opdracht, manifest, besluit, gio, gml, manifest_ow, ow, other };

struct File {
    std::string name;
    FileKind kind = FileKind::other;
    Document document;
    Element root;  ///< empty for what is no XML
};

/// A text with its own eIds: the besluit itself, or a regeling or mutatie inside it that has a componentnaam.
struct Component {
    std::string name;  ///< empty for the besluit
    Element element;
};

/// An element of the text with an eId.
struct TextNode {
    Element element;
    std::string e_id;
    std::string w_id;
    std::size_t component = 0;  ///< index; 0 is the besluit
};

/// One geo:Locatie.
struct Location {
    Element element;
    Element geometry;  ///< the gml element; empty when there is none
    GmlShape shape;  ///< of the geometry
    std::string id;  ///< basisgeo:id
    std::optional<std::string> quantitative;
    std::optional<std::string> qualitative;
    std::optional<std::string> group;
};

/// The gml file of a GIO.
struct Gml {
    const File* file = nullptr;
    Element version;  ///< GeoInformatieObjectVersie; empty when the file holds another form
    std::string work;
    std::string expression;
    std::vector<Location> locations;
};

struct NamedFile {
    std::string name;
    std::string hash;
    Element element;
};

/// The AanleveringInformatieObject of a GIO or a document.
struct Gio {
    const File* file = nullptr;
    std::string work;
    std::string expression;
    std::string format;  ///< formaatInformatieobject
    std::string instruction;  ///< publicatieinstructie
    std::vector<NamedFile> files;
    std::size_t gml = none;  ///< index, when its file is there

    [[nodiscard]] bool is_geo() const;
};

/// An object of the ow files, also one inside another (Normwaarde).
struct OwObject {
    const File* file = nullptr;
    Element element;
    std::string kind;  ///< "Gebied"
    std::string id;
    std::size_t inside = none;  ///< index of the object it stands in
    bool ended = false;  ///< status beëindigen
};

struct OwReference {
    std::size_t from = none;  ///< index of the innermost object it stands in
    std::string kind;  ///< "LocatieRef"
    std::string to;
    Element element;
};

class Delivery {
  public:
    /// Whatever cannot be parsed goes to `findings` and counts as absent. `files` must outlive the delivery.
    Delivery(const PackageFiles& files, std::vector<Finding>& findings);

    const PackageFiles& bytes;
    std::deque<File> files;  ///< in order of name; pointers into it hold
    const File* opdracht = nullptr;
    const File* manifest = nullptr;
    const File* manifest_ow = nullptr;
    const File* besluit = nullptr;

    std::vector<Component> components;
    std::vector<TextNode> text;  ///< in document order
    std::vector<Gio> gios;
    std::vector<Gml> gmls;
    std::vector<OwObject> objects;
    std::vector<OwReference> references;

    /// Written by this program, as the dataset of its ow files says.
    bool ours = false;
    /// A regeling that is new, so that all there is of it stands in this delivery.
    bool initial = false;
    bool draft = false;  ///< an ontwerpbesluit

    [[nodiscard]] const File* file(std::string_view name) const;
    /// Indices of the objects with that identificatie.
    [[nodiscard]] const std::vector<std::size_t>& with_id(const std::string& id) const;
    /// Indices of the references to that identificatie or geometry.
    [[nodiscard]] const std::vector<std::size_t>& references_to(const std::string& id) const;
    /// Indices of the references that stand in that object itself.
    [[nodiscard]] const std::vector<std::size_t>& references_from(std::size_t object) const;
    /// Indices of the text nodes with that wId, of any component.
    [[nodiscard]] const std::vector<std::size_t>& with_w_id(const std::string& w_id) const;

    bool broken = false;  ///< a file could not be parsed

    /// What this delivery refers to but does not hold may not exist elsewhere either: so for a new regeling, and for what we
    /// wrote.
    [[nodiscard]] bool complete() const { return (initial || ours) && !broken; }
    /// BesluitVersie, BesluitMetadata and so on, by name below the root of the besluit.
    [[nodiscard]] Element besluit_part(std::string_view name) const;

  private:
    using Index = std::unordered_map<std::string, std::vector<std::size_t>>;

    void read_text();
    void read_gio(const File& source);
    void read_gml(const File& source);
    void read_objects(const File& source);
    void tell_kind();

    std::map<std::string, const File*, std::less<>> by_name_;
    Index by_id_;
    Index by_target_;
    Index by_w_id_;
    std::vector<std::vector<std::size_t>> by_source_;
};

/// The eId, identificatie or name by which a person finds this element, or what it stands in.
[[nodiscard]] std::string place_of(Element element);

}  // namespace planlezer::omgevingsplan::validation
