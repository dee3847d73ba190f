// Prints the outline of plan texts and of page dumps (*.json), for a developer's eye:
// show_outline AFDELINGEN.toml [--lines] FILE...
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <iostream>
#include <sstream>

#include "rules/layout/reading_order.hpp"
#include "rules/outline/outline.hpp"
#include "rules/roles/document_nature.hpp"
#include "tests/support/page_dump.hpp"
#include "tests/support/text_lines.hpp"

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: show_outline AFDELINGEN.toml [--lines] FILE...\n";
        return 2;
    }
    const planlezer::Sections sections = planlezer::load_sections(argv[1]);
    bool show_lines = false;
    for (int i = 2; i < argc; ++i) {
        const std::string name = argv[i];
        if (name == "--lines") {
            show_lines = true;
            continue;
        }
        std::ifstream file(name);
        std::ostringstream text;
        text << file.rdbuf();
        const std::vector<planlezer::Line> lines = name.ends_with(".json")
                                                       ? planlezer::read_lines(planlezer::test::pages_from_dump(text.str()))
                                                       : planlezer::test::lines_from_text(text.str());
        std::cout << "=== " << name << '\n';
        if (show_lines) std::cout << planlezer::test::lines_text(lines);
        const planlezer::DocumentText outline = planlezer::read_outline(lines, sections, planlezer::name_role(name));
        const planlezer::DocumentNature nature = planlezer::judge_document(name, lines, outline, sections);
        std::cout << "role " << planlezer::document_role_text(nature.role) << (nature.draft ? ", draft by " + nature.draft_sign : "") << (nature.dutch ? "" : ", not Dutch")
                  << ", title '" << nature.plan_name << "'\n"
                  << planlezer::test::outline_text(outline);
    }
    return 0;
}
