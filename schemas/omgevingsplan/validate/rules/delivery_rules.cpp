#include "schemas/omgevingsplan/validate/rules/delivery_rules.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "schemas/omgevingsplan/validate/rules/dates.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

constexpr std::array<std::string_view, 5> content_types{"application/xml", "application/gml+xml", "application/pdf", "image/png",
                                                        "image/jpeg"};

std::vector<Element> manifest_entries(const Delivery& delivery) {
    return delivery.manifest == nullptr ? std::vector<Element>{} : delivery.manifest->root.children("bestand");
}

/// The Bestand elements of the manifest-ow.
std::vector<Element> ow_entries(const Delivery& delivery) {
    return delivery.manifest_ow == nullptr ? std::vector<Element>{} : delivery.manifest_ow->root.descendants("Bestand");
}

/// What the bytes of a file are; empty when they are nothing known.
std::string true_type(const Delivery& delivery, const std::string& name) {
    const File* file = delivery.file(name);
    if (file == nullptr) return {};
    if (file->kind == FileKind::gml) return "application/gml+xml";
    if (file->root) return "application/xml";
    const std::string_view bytes = delivery.bytes.find(name)->second;
    if (bytes.starts_with("%PDF-")) return "application/pdf";
    if (bytes.starts_with("\x89PNG\r\n")) return "image/png";
    if (bytes.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
    return {};
}

std::string said(const std::string& text) { return "'" + text + "'"; }

void compare_types(const Delivery& delivery, const Report& report, bool pictures) {
    for (const Element entry : manifest_entries(delivery)) {
        const std::string name = entry.child_text("bestandsnaam");
        const std::string given = entry.child_text("contentType");
        if (given.starts_with("image/") != pictures || std::ranges::find(content_types, given) == content_types.end()) continue;
        const std::string actual = true_type(delivery, name);
        const File* file = delivery.file(name);
        if (file == nullptr || file->document.fault() || actual == given) continue;
        report.at(delivery.manifest, entry, name,
                  "Het manifest noemt dit bestand " + given +
                      (actual.empty() ? ", maar dat is het niet" : ", maar het is " + actual) +
                      "; verbeter contentType of het bestand.");
    }
}

std::string opdracht_text(const Delivery& delivery, std::string_view name) {
    return delivery.opdracht == nullptr ? std::string{} : delivery.opdracht->root.child_text(name);
}

}  // namespace

void opdracht_is_there(const Delivery& delivery, const Report& report) {
    if (delivery.opdracht == nullptr) report.about("opdracht.xml", "Het bestand opdracht.xml ontbreekt; voeg het toe.");
}

void manifest_is_there(const Delivery& delivery, const Report& report) {
    if (delivery.manifest == nullptr) report.about("manifest.xml", "Het bestand manifest.xml ontbreekt; voeg het toe.");
}

void manifest_ow_is_there(const Delivery& delivery, const Report& report) {
    if (delivery.manifest_ow == nullptr && delivery.besluit != nullptr) {
        report.about("manifest-ow.xml", "Bij een besluit hoort manifest-ow.xml, en dat ontbreekt; voeg het toe.");
    }
}

void file_names_are_plain(const Delivery& delivery, const Report& report) {
    for (const File& file : delivery.files) {
        if (is_file_name(file.name)) continue;
        report.about(file.name,
                     "Een bestandsnaam mag alleen letters zonder accent, cijfers, punt, streepje en laag streepje bevatten; "
                     "hernoem het bestand.");
    }
}

void files_fit_in_size(const Delivery& delivery, const Report& report) {
    for (const auto& [name, bytes] : delivery.bytes) {
        if (bytes.empty()) report.about(name, "Dit bestand is leeg; vul het of laat het weg.");
        if (bytes.size() > package_limits::file_bytes)
            report.about(name, "Dit bestand is groter dan 100 MB; verdeel de inhoud over meer bestanden.");
    }
}

void manifest_names_what_is_there(const Delivery& delivery, const Report& report) {
    for (const Element entry : manifest_entries(delivery)) {
        const std::string name = entry.child_text("bestandsnaam");
        if (delivery.file(name) == nullptr) {
            report.at(delivery.manifest, entry, name,
                      "Het manifest noemt " + said(name) + ", maar dat bestand is er niet; lever het mee of schrap de regel.");
        }
    }
}

void all_files_are_in_manifest(const Delivery& delivery, const Report& report) {
    if (delivery.manifest == nullptr || !delivery.manifest->root) return;
    std::set<std::string> named;
    for (const Element entry : manifest_entries(delivery)) named.insert(entry.child_text("bestandsnaam"));
    for (const File& file : delivery.files) {
        if (!named.contains(file.name)) report.about(file.name, "Dit bestand staat niet in manifest.xml; noem het daar.");
    }
}

void manifest_names_a_file_once(const Delivery& delivery, const Report& report) {
    std::set<std::string> named;
    for (const Element entry : manifest_entries(delivery)) {
        const std::string name = entry.child_text("bestandsnaam");
        if (!named.insert(name).second)
            report.at(delivery.manifest, entry, name, "Het manifest noemt dit bestand meer dan eens; noem het eenmaal.");
    }
}

void content_type_is_allowed(const Delivery& delivery, const Report& report) {
    for (const Element entry : manifest_entries(delivery)) {
        const std::string given = entry.child_text("contentType");
        if (given.empty() || std::ranges::find(content_types, given) != content_types.end()) continue;
        report.at(
            delivery.manifest, entry, entry.child_text("bestandsnaam"),
            "Het contentType " + said(given) +
                " is niet toegestaan; kies application/xml, application/gml+xml, application/pdf, image/png of image/jpeg.");
    }
}

void content_type_is_given(const Delivery& delivery, const Report& report) {
    for (const Element entry : manifest_entries(delivery)) {
        if (entry.child_text("contentType").empty())
            report.at(delivery.manifest, entry, entry.child_text("bestandsnaam"), "Het contentType is niet ingevuld.");
    }
}

void content_type_of_picture_is_true(const Delivery& delivery, const Report& report) { compare_types(delivery, report, true); }

void content_type_of_file_is_true(const Delivery& delivery, const Report& report) { compare_types(delivery, report, false); }

void manifest_ow_names_what_is_there(const Delivery& delivery, const Report& report) {
    for (const Element entry : ow_entries(delivery)) {
        const std::string name = entry.child_text("naam");
        if (delivery.file(name) == nullptr) {
            report.at(delivery.manifest_ow, entry, name,
                      "Het manifest-ow noemt " + said(name) + ", maar dat bestand is er niet; lever het mee of schrap de regel.");
        }
    }
}

void manifest_ow_has_no_geometry_type(const Delivery& delivery, const Report& report) {
    for (const Element entry : ow_entries(delivery)) {
        for (const Element type : entry.children("objecttype")) {
            if (type.text() == "Geometrie")
                report.at(delivery.manifest_ow, type, entry.child_text("naam"),
                          "Het objecttype Geometrie mag niet in het manifest-ow; schrap het.");
        }
    }
}

void manifest_ow_has_no_gml(const Delivery& delivery, const Report& report) {
    for (const Element entry : ow_entries(delivery)) {
        const std::string name = entry.child_text("naam");
        if (name.ends_with(".gml"))
            report.at(delivery.manifest_ow, entry, name, "Een gml-bestand hoort niet in het manifest-ow; schrap de regel.");
    }
}

void ow_files_are_in_manifest_ow(const Delivery& delivery, const Report& report) {
    if (delivery.manifest_ow == nullptr || !delivery.manifest_ow->root) return;
    std::set<std::string> named;
    for (const Element entry : ow_entries(delivery)) named.insert(entry.child_text("naam"));
    for (const File& file : delivery.files) {
        if (file.kind == FileKind::ow && !named.contains(file.name)) {
            report.about(file.name, "Dit ow-bestand staat niet in manifest-ow.xml, zodat het niet wordt gelezen; noem het daar.");
        }
    }
}

void publication_is_there(const Delivery& delivery, const Report& report) {
    const std::string name = opdracht_text(delivery, "publicatie");
    if (!name.empty() && delivery.file(name) == nullptr) {
        report.at(delivery.opdracht, delivery.opdracht->root.child("publicatie"), name,
                  "De opdracht noemt dit bestand als publicatie, maar het is er niet; lever het mee.");
    }
}

void id_of_delivery_is_known(const Delivery& delivery, const Report& report) {
    if (opdracht_text(delivery, "idLevering") == "onbekend") {
        report.at(delivery.opdracht, delivery.opdracht->root.child("idLevering"), "idLevering",
                  "De waarde 'onbekend' mag niet; geef de levering een eigen kenmerk.");
    }
}

void publication_date_is_a_date(const Delivery& delivery, const Report& report) {
    const std::string text = opdracht_text(delivery, "datumBekendmaking");
    if (!text.empty() && !parse_date(text)) {
        report.at(delivery.opdracht, delivery.opdracht->root.child("datumBekendmaking"), text,
                  "De datum van bekendmaking is geen bestaande dag in de vorm JJJJ-MM-DD.");
    }
}

void publication_date_is_a_working_day(const Delivery& delivery, const Report& report) {
    const std::string text = opdracht_text(delivery, "datumBekendmaking");
    const auto date = parse_date(text);
    if (date && !is_working_day(*date)) {
        report.at(delivery.opdracht, delivery.opdracht->root.child("datumBekendmaking"), text,
                  "Op deze dag wordt niet bekendgemaakt (weekend of feestdag); kies een werkdag.");
    }
}

void in_force_within_ninety_days(const Delivery& delivery, const Report& report) {
    const auto published = parse_date(opdracht_text(delivery, "datumBekendmaking"));
    if (!published) return;
    for (const Element stamp : delivery.besluit_part("ConsolidatieInformatie").descendants("Tijdstempel")) {
        const auto in_force = parse_date(stamp.child_text("datum"));
        if (stamp.child_text("soortTijdstempel") != "juridischWerkendVanaf" || !in_force) continue;
        if (std::chrono::sys_days(*in_force) - std::chrono::sys_days(*published) > std::chrono::days(90)) {
            report.at(delivery.besluit, stamp, stamp.child_text("datum"),
                      "Het besluit werkt meer dan 90 dagen na de bekendmaking; kies een eerdere datum of maak later bekend.");
        }
    }
}

}  // namespace planlezer::omgevingsplan::validation
