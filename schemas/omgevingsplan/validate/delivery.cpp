#include "schemas/omgevingsplan/validate/delivery.hpp"

#include <algorithm>
#include <array>

#include "schemas/omgevingsplan/validate/namespaces.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

struct Root {
    std::string_view space;
    std::string_view name;
    FileKind kind;
};

constexpr std::array roots{
    Root{space::lvbb, "validatieOpdracht", FileKind::opdracht},
    Root{space::lvbb, "publicatieOpdracht", FileKind::opdracht},
    Root{space::lvbb, "manifest", FileKind::manifest},
    Root{space::aanlevering, "AanleveringBesluit", FileKind::besluit},
    Root{space::aanlevering, "AanleveringInformatieObject", FileKind::gio},
    Root{space::geo, "GeoInformatieObjectVaststelling", FileKind::gml},
    Root{space::manifest_ow, "Aanleveringen", FileKind::manifest_ow},
    Root{space::deelbestand, "owBestand", FileKind::ow},
};

FileKind kind_of(Element root) {
    const auto* const found =
        std::ranges::find_if(roots, [&](const Root& r) { return r.space == root.space() && r.name == root.name(); });
    return found == roots.end() ? FileKind::other : found->kind;
}

bool is_xml(std::string_view name) { return name.ends_with(".xml") || name.ends_with(".gml"); }

File read_file(const std::string& name, const std::string& bytes, std::vector<Finding>& findings) {
    File file{name, FileKind::other, {}, {}};
    if (!is_xml(name) || bytes.empty()) return file;
    file.document = Document::parse(bytes);
    if (const auto& fault = file.document.fault())
        findings.push_back({"XML", Severity::error, name, fault->line, "", fault->message});
    file.root = file.document.root();
    file.kind = kind_of(file.root);
    return file;
}

const std::vector<std::size_t>& found_or_none(const std::unordered_map<std::string, std::vector<std::size_t>>& index,
                                              const std::string& key) {
    static const std::vector<std::size_t> nothing;
    const auto at = index.find(key);
    return at == index.end() ? nothing : at->second;
}

std::optional<std::string> optional_text(Element parent, std::string_view name) {
    const Element found = parent.child(name);
    return found ? std::optional(found.text()) : std::nullopt;
}

Location read_location(Element element) {
    const Element basis = element.child("geometrie").child("Geometrie");
    const Element geometry = basis.child("geometrie").first_child();
    return {element,
            geometry,
            read_shape(geometry),
            basis.child_text("id"),
            optional_text(element, "kwantitatieveNormwaarde"),
            optional_text(element, "kwalitatieveNormwaarde"),
            optional_text(element, "groepID")};
}

}  // namespace

bool Gio::is_geo() const { return format.ends_with("/gio_002"); }

std::string place_of(Element element) {
    for (Element at = element; at; at = at.parent()) {
        if (at.has_attribute("eId")) return at.attribute("eId");
        if (at.child("identificatie")) return at.child_text("identificatie");
        if (at.name() == "Locatie" && at.child("naam")) return at.child_text("naam");
    }
    return {};
}

Delivery::Delivery(const PackageFiles& package, std::vector<Finding>& findings) : bytes(package) {
    for (const auto& [name, content] : package) {
        const File& added = files.emplace_back(read_file(name, content, findings));
        by_name_.emplace(name, &added);
        broken = broken || added.document.fault().has_value();
    }
    // The three that the LVBB finds by name, else by what they are.
    opdracht = file("opdracht.xml");
    manifest = file("manifest.xml");
    manifest_ow = file("manifest-ow.xml");
    besluit = opdracht == nullptr ? nullptr : file(opdracht->root.child_text("publicatie"));
    for (const File& each : files) {
        if (each.kind == FileKind::besluit && (besluit == nullptr || besluit->kind != FileKind::besluit)) besluit = &each;
        if (each.kind == FileKind::gml) read_gml(each);
    }
    for (const File& each : files) {
        if (each.kind == FileKind::gio) read_gio(each);
        if (each.kind == FileKind::ow) read_objects(each);
    }
    for (std::size_t i = 0; i < objects.size(); ++i) {
        if (!objects[i].id.empty()) by_id_[objects[i].id].push_back(i);
    }
    by_source_.resize(objects.size());
    for (std::size_t i = 0; i < references.size(); ++i) {
        by_target_[references[i].to].push_back(i);
        by_source_[references[i].from].push_back(i);
    }
    if (besluit != nullptr) read_text();
    tell_kind();
}

void Delivery::read_text() {
    const Element top = besluit_part("BesluitVersie");
    components.push_back({"", top});
    std::vector<std::size_t> inside{0};  // component of every element open; parallel to the path walked
    std::vector<Element> path{top};
    walk(top, [&](Element at) {
        while (path.size() > 1 && path.back() != at.parent()) {
            path.pop_back();
            inside.pop_back();
        }
        if (at != top) {
            path.push_back(at);
            inside.push_back(inside.back());
        }
        if (at.has_attribute("componentnaam")) {
            inside.back() = components.size();
            components.push_back({at.attribute("componentnaam"), at});
        }
        if (!at.has_attribute("eId") || at.space() != space::tekst) return;
        text.push_back({at, at.raw_attribute("eId"), at.raw_attribute("wId"), inside.back()});
        by_w_id_[text.back().w_id].push_back(text.size() - 1);
    });
}

void Delivery::read_gml(const File& source) {
    Gml gml;
    gml.file = &source;
    gml.version = source.root.child("vastgesteldeVersie").child("GeoInformatieObjectVersie");
    const Element holder = gml.version ? gml.version : source.root.child("vastgesteldeVersie").first_child();
    gml.work = holder.child_text("FRBRWork");
    gml.expression = holder.child_text("FRBRExpression");
    for (const Element location : gml.version.child("locaties").children("Locatie"))
        gml.locations.push_back(read_location(location));
    gmls.push_back(std::move(gml));
}

void Delivery::read_gio(const File& source) {
    const Element version = source.root.child("InformatieObjectVersie");
    const Element identification = version.child("ExpressionIdentificatie");
    const Element metadata = version.child("InformatieObjectMetadata");
    Gio gio{&source,
            identification.child_text("FRBRWork"),
            identification.child_text("FRBRExpression"),
            metadata.child_text("formaatInformatieobject"),
            metadata.child_text("publicatieinstructie"),
            {},
            none};
    for (const Element each : version.child("InformatieObjectVersieMetadata").descendants("Bestand")) {
        gio.files.push_back({each.child_text("bestandsnaam"), each.child_text("hash"), each});
        const auto same = std::ranges::find_if(gmls, [&](const Gml& gml) { return gml.file->name == gio.files.back().name; });
        if (same != gmls.end()) gio.gml = static_cast<std::size_t>(same - gmls.begin());
    }
    gios.push_back(std::move(gio));
}

void Delivery::read_objects(const File& source) {
    for (const Element holder : source.root.descendants("owObject")) {
        std::vector<std::size_t> inside;  // objects open, the innermost last
        for (Element at = holder.first_child(); at; at = at.following(holder)) {
            while (!inside.empty()) {
                Element up = at.parent();
                while (up && up != objects[inside.back()].element && up != holder) up = up.parent();
                if (up == objects[inside.back()].element) break;
                inside.pop_back();
            }
            if (at.parent() == holder || at.child("identificatie")) {
                const std::size_t owner = inside.empty() ? none : inside.back();
                inside.push_back(objects.size());
                objects.push_back({&source, at, std::string(at.name()), at.child_text("identificatie"), owner,
                                   at.child_text("status").starts_with("be")});
            } else if (at.has_attribute("href") && !inside.empty()) {
                references.push_back({inside.back(), std::string(at.name()), at.attribute("href"), at});
            }
        }
    }
}

void Delivery::tell_kind() {
    for (const File& each : files) {
        ours = ours || (each.kind == FileKind::ow && each.root.child("standBestand").child_text("dataset") == "planlezer");
    }
    bool mutation = false;
    bool whole = false;
    for (const Component& component : components) {
        mutation = mutation || component.element.name() == "RegelingMutatie";
        whole = whole || component.element.name() == "RegelingCompact";
    }
    initial = whole && !mutation;
    draft = besluit_part("BesluitMetadata").child_text("soortProcedure").ends_with("proceduretype_ontwerp");
}

const File* Delivery::file(std::string_view name) const {
    const auto at = by_name_.find(name);
    return at == by_name_.end() ? nullptr : at->second;
}

const std::vector<std::size_t>& Delivery::with_id(const std::string& id) const { return found_or_none(by_id_, id); }

const std::vector<std::size_t>& Delivery::references_to(const std::string& id) const { return found_or_none(by_target_, id); }

const std::vector<std::size_t>& Delivery::references_from(std::size_t object) const { return by_source_.at(object); }

const std::vector<std::size_t>& Delivery::with_w_id(const std::string& w_id) const { return found_or_none(by_w_id_, w_id); }

Element Delivery::besluit_part(std::string_view name) const {
    if (besluit == nullptr) return {};
    const Element direct = besluit->root.child(name);
    return direct ? direct : besluit->root.child("BesluitVersie").child(name);
}

}  // namespace planlezer::omgevingsplan::validation
