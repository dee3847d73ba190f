#include "schemas/omgevingsplan/write/decision_writer.hpp"

#include <array>

#include "schemas/omgevingsplan/write/identity.hpp"
#include "schemas/omgevingsplan/write/text_writer.hpp"
#include "schemas/omgevingsplan/write/xml_text.hpp"

namespace planlezer::omgevingsplan {

namespace {

/// "2027-01-15" as a sentence says it: "15 januari 2027".
std::string spoken_date(const std::string& date) {
    static constexpr std::array<const char*, 12> months{"januari", "februari", "maart",     "april",   "mei",      "juni",
                                                        "juli",    "augustus", "september", "oktober", "november", "december"};
    const auto month = static_cast<std::size_t>((date.at(5) - '0') * 10 + (date.at(6) - '0'));
    const std::size_t day = date.at(8) == '0' ? 9 : 8;
    return date.substr(day) + " " + months.at(month - 1) + " " + date.substr(0, 4);
}

/// "Na hoofdstuk 22" of the wId "gm9920_1-0__chp_22"; empty when the wId says no number.
std::string after_words(const std::string& w_id, const std::string& prefix, const std::string& what) {
    const std::size_t at = w_id.rfind("__");
    if (at == std::string::npos || !std::string_view(w_id).substr(at + 2).starts_with(prefix)) return {};
    std::string number = w_id.substr(at + 2 + prefix.size());
    number.resize(std::min(number.find("_inst"), number.size()));
    return number.empty() || number.starts_with("o_") ? std::string{} : "Na " + what + " " + number;
}

std::string insertion_sentence(const std::string& place, const std::string& what) {
    return place.empty() ? "Er wordt een " + what + " ingevoegd, luidende:"
                         : place + " wordt een " + what + " ingevoegd, luidende:";
}

void write_paragraph(XmlWriter& xml, std::string_view text) {
    if (!is_blank(text)) xml.leaf("Al", text);
}

void write_changing_article(XmlWriter& xml, const Package& package) {
    xml.block("WijzigArtikel", [&] {
        write_ids(xml, "art_I", born_w_id(package, "art_I"));
        write_heading(xml, "Artikel", "I", "");
        xml.block("Wat", [&] {
            xml.text(package.settings.nieuwe_regeling ? "Het omgevingsplan wordt vastgesteld zoals opgenomen in "
                                                      : "Het omgevingsplan wordt gewijzigd zoals opgenomen in ");
            xml.in_line("IntRef", [&] {
                xml.attribute("ref", "cmp_A");
                xml.text("Bijlage A");
            });
            xml.text(".");
        });
    });
}

void write_entry_into_force(XmlWriter& xml, const Package& package) {
    xml.block("Artikel", [&] {
        write_ids(xml, "art_II", born_w_id(package, "art_II"));
        write_heading(xml, "Artikel", "II", "");
        xml.block("Inhoud", [&] {
            xml.leaf("Al", "Dit besluit treedt in werking op " + spoken_date(package.settings.in_werking_op) + ".");
        });
    });
}

void write_pons_article(XmlWriter& xml, const Package& package) {
    const Pons& pons = *package.pons;
    xml.block("Artikel", [&] {
        write_ids(xml, "art_III", born_w_id(package, "art_III"));
        write_heading(xml, "Artikel", "III", "");
        xml.block("Inhoud", [&] {
            xml.block("Al", [&] {
                xml.text(pons.text_before);
                write_reference_to(xml, package.gios.at(pons.gio), pons_reference, born_w_id(package, pons_reference));
                xml.text(pons.text_after);
            });
        });
    });
}

/// All new chapters in one VoegToe: a context must stand in the version that is changed.
void write_mutation(XmlWriter& xml, const Package& package) {
    const Settings& settings = package.settings;
    char letter = 'A';
    const auto insert = [&](const std::string& context, const std::string& sentence, const auto& content) {
        xml.block("VoegToe", [&] {
            xml.attribute("positie", "volgtOp");
            xml.attribute("context", context);
            xml.leaf("Nummer", std::string(1, letter++));
            xml.leaf("Wat", sentence);
            content();
        });
    };
    xml.block("RegelingMutatie", [&] {
        xml.attribute("componentnaam", component);
        xml.attribute("was", settings.regeling_was);
        xml.attribute("wordt", settings.regeling_wordt);
        insert(settings.na_hoofdstuk, insertion_sentence(after_words(settings.na_hoofdstuk, "chp_", "hoofdstuk"), "hoofdstuk"),
               [&] {
                   for (const Part& part : package.parts) write_part(xml, package, part);
               });
        if (!has_listed_objects(package)) return;
        insert(settings.na_bijlage, insertion_sentence(after_words(settings.na_bijlage, "cmp_", "bijlage"), "bijlage"),
               [&] { write_object_list(xml, package); });
    });
}

void write_new_text(XmlWriter& xml, const Package& package) {
    xml.block("RegelingCompact", [&] {
        xml.attribute("componentnaam", component);
        xml.attribute("wordt", package.settings.regeling_wordt);
        xml.block("RegelingOpschrift", [&] {
            write_ids(xml, "longTitle", "longTitle");
            xml.leaf("Al", "Omgevingsplan " + package.settings.gemeente_naam);
        });
        xml.block("Lichaam", [&] {
            write_ids(xml, "body", "body");
            for (const Part& part : package.parts) write_part(xml, package, part);
        });
        if (has_listed_objects(package)) write_object_list(xml, package);
    });
}

void write_annex(XmlWriter& xml, const Package& package) {
    xml.block("WijzigBijlage", [&] {
        write_ids(xml, "cmp_A", born_w_id(package, "cmp_A"));
        write_heading(xml, "Bijlage", "A", "Bijlage bij artikel I");
        if (package.settings.nieuwe_regeling) {
            write_new_text(xml, package);
        } else {
            write_mutation(xml, package);
        }
    });
}

void write_opening(XmlWriter& xml, const Package& package) {
    xml.block("RegelingOpschrift", [&] {
        write_ids(xml, "longTitle", "longTitle");
        xml.leaf("Al", package.title);
    });
    if (is_blank(package.settings.aanhef)) return;
    xml.block("Aanhef", [&] {
        write_ids(xml, "formula_1", "formula_1");
        write_paragraph(xml, package.settings.aanhef);
    });
}

void write_closing(XmlWriter& xml, const Settings& settings) {
    if (is_blank(settings.sluiting) && is_blank(settings.ondertekening)) return;
    xml.block("Sluiting", [&] {
        write_ids(xml, "formula_2", "formula_2");
        write_paragraph(xml, settings.sluiting);
        if (!is_blank(settings.ondertekening)) xml.block("Ondertekening", [&] { write_paragraph(xml, settings.ondertekening); });
    });
}

}  // namespace

void write_decision_text(XmlWriter& xml, const Package& package) {
    xml.block("BesluitCompact", [&] {
        xml.attribute("xmlns", uri::text);
        write_opening(xml, package);
        xml.block("Lichaam", [&] {
            write_ids(xml, "body", "body");
            write_changing_article(xml, package);
            write_entry_into_force(xml, package);
            if (package.pons) write_pons_article(xml, package);
        });
        write_closing(xml, package.settings);
        write_annex(xml, package);
    });
}

}  // namespace planlezer::omgevingsplan
