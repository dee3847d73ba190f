#include "schemas/omgevingsplan/write/text_writer.hpp"

#include <algorithm>

#include "schemas/omgevingsplan/write/identity.hpp"
#include "schemas/omgevingsplan/write/table_writer.hpp"
#include "schemas/omgevingsplan/write/xml_text.hpp"

namespace planlezer::omgevingsplan {

namespace {

struct PartNames {
    const char* element;
    const char* label;
};

PartNames names_of(PartKind kind) {
    switch (kind) {
        case PartKind::hoofdstuk: return {"Hoofdstuk", "Hoofdstuk"};
        case PartKind::afdeling: return {"Afdeling", "Afdeling"};
        case PartKind::paragraaf: return {"Paragraaf", "Paragraaf"};
        case PartKind::artikel: return {"Artikel", "Artikel"};
        case PartKind::lid: return {"Lid", ""};
    }
    return {"Artikel", "Artikel"};
}

bool has_words(const std::vector<Run>& runs) {
    return !std::ranges::all_of(runs, [](const Run& run) { return is_blank(run.text); });
}

bool has_content(const Block& block);

bool has_content(const ListItem& item) {
    return std::ranges::any_of(item.blocks, [](const Block& block) { return has_content(block); });
}

bool has_content(const Block& block) {
    if (block.table) return block.table->rows > 0 && block.table->columns > 0;
    if (block.list) return std::ranges::any_of(block.list->items, [](const ListItem& item) { return has_content(item); });
    return has_words(block.al);
}

bool has_content(const std::vector<Block>& blocks) {
    return std::ranges::any_of(blocks, [](const Block& block) { return has_content(block); });
}

void write_paragraph(XmlWriter& xml, const Package& package, const std::vector<Run>& runs) {
    xml.block("Al", [&] {
        for (const Run& run : runs) {
            if (run.gio == nothing) {
                xml.text(run.text);
                continue;
            }
            xml.in_line("IntIoRef", [&] {
                write_ids(xml, run.e_id, run.w_id);
                xml.attribute("ref", package.gios.at(run.gio).ref_w_id);
                xml.text(run.text);
            });
        }
    });
}

void write_blocks(XmlWriter& xml, const Package& package, const std::vector<Block>& blocks);

void write_list(XmlWriter& xml, const Package& package, const TextList& list) {
    xml.block("Lijst", [&] {
        write_ids(xml, list.e_id, list.w_id);
        xml.attribute("type", list.numbered ? "expliciet" : "ongemarkeerd");
        for (const ListItem& item : list.items) {
            if (!has_content(item)) continue;
            xml.block("Li", [&] {
                write_ids(xml, item.e_id, item.w_id);
                if (list.numbered) xml.leaf("LiNummer", item.number);
                write_blocks(xml, package, item.blocks);
            });
        }
    });
}

void write_blocks(XmlWriter& xml, const Package& package, const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
        if (!has_content(block)) continue;
        if (block.table) {
            write_table(xml, *block.table);
        } else if (block.list) {
            write_list(xml, package, *block.list);
        } else {
            write_paragraph(xml, package, block.al);
        }
    }
}

/// "1." but "4.2.1": a number of one piece has its point back.
std::string lid_number(const std::string& number) { return number.find('.') == std::string::npos ? number + "." : number; }

void write_lid(XmlWriter& xml, const Package& package, const Part& lid) {
    if (!has_content(lid.blocks)) return;
    xml.block("Lid", [&] {
        write_ids(xml, lid.e_id, lid.w_id);
        xml.leaf("LidNummer", lid_number(lid.number));
        xml.block("Inhoud", [&] { write_blocks(xml, package, lid.blocks); });
    });
}

}  // namespace

void write_ids(XmlWriter& xml, std::string_view e_id, std::string_view w_id) {
    xml.attribute("eId", e_id);
    xml.attribute("wId", w_id);
}

void write_heading(XmlWriter& xml, std::string_view label, std::string_view number, std::string_view heading) {
    xml.block("Kop", [&] {
        if (!is_blank(label)) xml.leaf("Label", label);
        if (!is_blank(number)) xml.leaf("Nummer", number);
        if (!is_blank(heading)) xml.leaf("Opschrift", heading);
    });
}

void write_part(XmlWriter& xml, const Package& package, const Part& part) {
    if (part.kind == PartKind::lid) return write_lid(xml, package, part);
    const PartNames names = names_of(part.kind);
    xml.block(names.element, [&] {
        write_ids(xml, part.e_id, part.w_id);
        write_heading(xml, names.label, part.number, part.heading);
        const bool has_leden = std::ranges::any_of(
            part.parts, [](const Part& inner) { return inner.kind != PartKind::lid || has_content(inner.blocks); });
        if (has_leden) {
            for (const Part& inner : part.parts) write_part(xml, package, inner);
        } else if (has_content(part.blocks)) {
            xml.block("Inhoud", [&] { write_blocks(xml, package, part.blocks); });
        } else {
            xml.block("Gereserveerd", [] {});  // a Kop alone is refused (STOP0060)
        }
    });
}

void write_reference_to(XmlWriter& xml, const InformationObject& gio, std::string_view e_id, std::string_view w_id) {
    xml.in_line("ExtIoRef", [&] {
        write_ids(xml, e_id, w_id);
        xml.attribute("ref", gio.expression);
        xml.text(gio.expression);
    });
}

bool has_listed_objects(const Package& package) {
    return std::ranges::any_of(package.gios, [](const InformationObject& gio) { return !gio.item_e_id.empty(); });
}

void write_object_list(XmlWriter& xml, const Package& package) {
    const std::string bijlage = "cmp_" + package.settings.bijlage;
    const std::string content = bijlage + "__content_o_1";
    const std::string list = content + "__list_o_1";
    xml.block("Bijlage", [&] {
        write_ids(xml, bijlage, born_w_id(package, bijlage));
        write_heading(xml, "Bijlage", package.settings.bijlage, "Overzicht informatieobjecten");
        xml.block("Divisietekst", [&] {
            write_ids(xml, content, born_w_id(package, content));
            xml.block("Inhoud", [&] {
                xml.block("Begrippenlijst", [&] {
                    write_ids(xml, list, born_w_id(package, list));
                    for (const InformationObject& gio : package.gios) {
                        if (gio.item_e_id.empty()) continue;
                        xml.block("Begrip", [&] {
                            write_ids(xml, gio.item_e_id, gio.item_w_id);
                            xml.leaf("Term", gio.name);
                            xml.block("Definitie", [&] {
                                xml.block("Al", [&] { write_reference_to(xml, gio, gio.ref_e_id, gio.ref_w_id); });
                            });
                        });
                    }
                });
            });
        });
    });
}

}  // namespace planlezer::omgevingsplan
