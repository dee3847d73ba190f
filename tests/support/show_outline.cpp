// Prints the outline of a plan text, for a developer's eye: show_outline AFDELINGEN.toml TEXT...
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <iostream>
#include <sstream>

#include "rules/outline/outline.hpp"
#include "tests/support/text_lines.hpp"

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: show_outline AFDELINGEN.toml TEXT...\n";
        return 2;
    }
    const planlezer::Sections sections = planlezer::load_sections(argv[1]);
    for (int i = 2; i < argc; ++i) {
        std::ifstream file(argv[i]);
        std::ostringstream text;
        text << file.rdbuf();
        std::cout << "=== " << argv[i] << '\n'
                  << planlezer::test::outline_text(planlezer::read_outline(planlezer::test::lines_from_text(text.str()), sections));
    }
    return 0;
}
