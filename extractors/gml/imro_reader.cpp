#include "extractors/gml/imro_reader.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "extractors/gml/gml_area.hpp"
#include "extractors/gml/imro_value.hpp"
#include "extractors/gml/libxml.hpp"
#include "extractors/limits.hpp"
#include "schemas/geometry/polygons.hpp"

namespace planlezer {

namespace {

struct Class {
    std::string_view name;
    PlanObjectKind kind;
};

// The same names in all three generations.
constexpr std::array classes{
    Class{"Bestemmingsplangebied", PlanObjectKind::plangebied},
    Class{"Enkelbestemming", PlanObjectKind::enkelbestemming},
    Class{"Dubbelbestemming", PlanObjectKind::dubbelbestemming},
    Class{"Bouwvlak", PlanObjectKind::bouwvlak},
    Class{"Maatvoering", PlanObjectKind::maatvoering},
    Class{"Functieaanduiding", PlanObjectKind::functieaanduiding},
    Class{"Bouwaanduiding", PlanObjectKind::bouwaanduiding},
    Class{"Gebiedsaanduiding", PlanObjectKind::gebiedsaanduiding},
};

const Class* class_of(std::string_view name) {
    const auto found = std::ranges::find(classes, name, &Class::name);
    return found == classes.end() ? nullptr : &*found;
}

Failure broken(std::string message) { return {1, FailureKind::unreadable, std::move(message)}; }

/// "NL.IMRO.0664.BPBS03-ON99" from one text (2006, 2008) or from its parts (2012).
std::string identification(const xmlNode* feature) {
    const xmlNode* node = child(feature, "identificatie");
    if (node == nullptr) return attribute(feature, "id");
    const xmlNode* parts = child(node, "NEN3610ID");
    if (parts == nullptr) return text_of(node);
    const std::string version = child_text(parts, "versie");
    const std::string id = child_text(parts, "namespace") + "." + child_text(parts, "lokaalID");
    return version.empty() ? id : id + "-" + version;
}

/// IMRO2008 writes names outside of its value lists as "other: name".
std::string without_other(std::string name) {
    constexpr std::string_view other = "other:";
    if (!name.starts_with(other)) return name;
    const std::size_t start = name.find_first_not_of(' ', other.size());
    return start == std::string::npos ? std::string{} : name.substr(start);
}

/// The letters on the map: "(k)" is k.
std::string label_of(const xmlNode* feature) {
    const xmlNode* info = child(feature, "labelInfo");
    const xmlNode* text = info == nullptr ? nullptr : descendant(info, "tekst");
    std::string label = text == nullptr ? std::string{} : text_of(text);
    if (label.starts_with('(') && label.ends_with(')')) label = label.substr(1, label.size() - 2);
    return label;
}

class Reader {
  public:
    explicit Reader(PlanMap& map) : map_(map) {}

    /// False when the plan has grown beyond its limits.
    [[nodiscard]] bool add(const xmlNode* feature, PlanObjectKind kind) {
        PlanObject object;
        object.kind = kind;
        object.id = unique_id(attribute(feature, "id"));
        object.name = without_other(child_text(feature, "naam"));
        object.article = child_text(feature, "artikelnummer");
        object.code = label_of(feature);
        object.provenance.quote = object.name.empty() ? object.id : object.name;
        read_geometry(feature, object);
        add_values(feature, child_text(feature, "naam"), object);
        if (kind == PlanObjectKind::plangebied) describe_plan(feature);
        map_.objects.push_back(std::move(object));
        return map_.objects.size() < limits::imro_objects && points_ < limits::imro_points;
    }

  private:
    std::string unique_id(std::string id) {
        if (id.empty()) id = "object " + std::to_string(map_.objects.size() + 1);
        std::string unique = id;
        for (int copy = 2; !ids_.insert(unique).second; ++copy) unique = id + " (" + std::to_string(copy) + ")";
        return unique;
    }

    void read_geometry(const xmlNode* feature, PlanObject& object) {
        const xmlNode* geometry = child(feature, "geometrie");
        GmlArea read = geometry == nullptr ? GmlArea{{}, "het object heeft geen vlak"} : read_area(geometry);
        object.area = std::move(read.area);
        for (const Polygon& polygon : object.area) {
            points_ += polygon.outer.size();
            for (const Ring& hole : polygon.holes) points_ += hole.size();
        }
        if (read.fault.empty()) return;
        object.confidence = 0;
        flag(FlagCode::map_area_unclear, std::string(plan_object_kind_text(object.kind)) + " '" + object.provenance.quote + "' (" + object.id + "): " + read.fault, object);
    }

    /// Wherever a waarde and a waardeType stand beside each other, whatever is around them.
    void add_values(const xmlNode* node, const std::string& object_name, PlanObject& object) {
        for_each_child(node, [&](const xmlNode* at) {
            if (local_name(at) == "geometrie") return;
            const xmlNode* waarde = child(at, "waarde");
            const xmlNode* type = child(at, "waardeType");
            if (waarde == nullptr || type == nullptr) return add_values(at, object_name, object);
            for (MapValue& value : imro_values(text_of(waarde), text_of(type), object_name)) place_value(at, node, object, std::move(value));
        });
    }

    void place_value(const xmlNode* at, const xmlNode* around, PlanObject& object, MapValue&& value) {
        if (object.values.size() >= limits::imro_values) return flag(FlagCode::map_area_unclear, object.id + " heeft te veel waarden", object);
        std::optional<Point> place = read_point(at);
        if (!place) place = symbol_place(around);
        value.place = place.value_or(object.area.empty() ? Point{} : interior_point(object.area));
        if (!value.value) flag(FlagCode::map_value_unreadable, value.provenance.quote, object);
        object.values.push_back(std::move(value));
    }

    /// Where the symbol of the object stands.
    static std::optional<Point> symbol_place(const xmlNode* node) {
        for (const xmlNode* at = node; at != nullptr && at->type == XML_ELEMENT_NODE; at = at->parent) {
            for (const std::string_view name : {"symboolInfo", "labelInfo"}) {
                if (const xmlNode* info = child(at, name)) return read_point(info);
            }
            if (class_of(local_name(at)) != nullptr) break;
        }
        return std::nullopt;
    }

    void describe_plan(const xmlNode* feature) {
        map_.imro_id = identification(feature);
        map_.name = child_text(feature, "naam");
        // Later states follow earlier ones.
        for_each_child(feature, [this](const xmlNode* info) {
            if (local_name(info) != "planstatusInfo") return;
            if (const xmlNode* status = descendant(info, "planstatus")) map_.status = text_of(status);
            if (const xmlNode* date = descendant(info, "datum")) map_.date = text_of(date);
        });
    }

    void flag(FlagCode code, std::string detail, const PlanObject& object) {
        if (map_.flags.size() >= limits::imro_flags) return;
        map_.flags.push_back({code, std::move(detail), {}, object.provenance});
    }

    PlanMap& map_;
    std::set<std::string> ids_;
    std::size_t points_ = 0;
};

/// RD New is the only system IMRO knows; a file in another is not guessed at.
bool names_other_system(const xmlNode* feature) {
    const xmlNode* geometry = child(feature, "geometrie");
    const xmlNode* at = geometry;
    while (at != nullptr && attribute(at, "srsName").empty()) {
        at = at->children;
        while (at != nullptr && at->type != XML_ELEMENT_NODE) at = at->next;
    }
    return at != nullptr && attribute(at, "srsName").find("28992") == std::string::npos;
}

}  // namespace

std::variant<PlanMap, Failure> read_imro(std::span<const std::byte> bytes) {
    if (bytes.size() > limits::imro_bytes) return Failure{1, FailureKind::limit_exceeded, "Het GML-bestand is te groot. Splits het in delen."};
    constexpr int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    const XmlReader reader(xmlReaderForMemory(reinterpret_cast<const char*>(bytes.data()), static_cast<int>(bytes.size()), nullptr, nullptr, options));
    if (!reader) return broken("Het GML-bestand kon niet worden geopend. Lever het opnieuw aan.");
    PlanMap map;
    Reader objects(map);
    int state = xmlTextReaderRead(reader.get());
    while (state == 1) {
        if (xmlTextReaderNodeType(reader.get()) == XML_READER_TYPE_DOCUMENT_TYPE) return broken("Het GML-bestand heeft een documenttype, en dat heeft IMRO niet. Lever het opnieuw aan.");
        const xmlChar* name = xmlTextReaderNodeType(reader.get()) == XML_READER_TYPE_ELEMENT ? xmlTextReaderConstLocalName(reader.get()) : nullptr;
        const Class* found = name == nullptr ? nullptr : class_of(reinterpret_cast<const char*>(name));
        if (found == nullptr) {
            state = xmlTextReaderRead(reader.get());
            continue;
        }
        const xmlNode* feature = xmlTextReaderExpand(reader.get());
        if (feature == nullptr) break;
        if (names_other_system(feature)) return broken("Het GML-bestand is niet in het stelsel van de Rijksdriehoeksmeting (EPSG:28992). Reken het om en lever het opnieuw aan.");
        if (!objects.add(feature, found->kind)) return Failure{1, FailureKind::limit_exceeded, "Het plan in het GML-bestand is te groot. Splits het in delen."};
        state = xmlTextReaderNext(reader.get());
    }
    // Half a plan would leave norms out without a word.
    if (state != 0) return broken("Het GML-bestand is geen geldige XML en kon niet worden gelezen. Lever het opnieuw aan.");
    if (map.objects.empty()) return broken("In het GML-bestand staat geen bestemmingsplan. Lever de GML van het plan aan.");
    return map;
}

}  // namespace planlezer
