// Reads plan texts as if they were pages and writes their norms as plan results, for a developer's eye and for
// `planlezer eval`: show_norms BOOK OUTPUT-DIR TEXT...
// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "rules/checks/check_norms.hpp"
#include "rules/norms/find_norms.hpp"
#include "rules/outline/outline.hpp"
#include "schemas/json/plan_result_writer.hpp"
#include "tests/support/text_lines.hpp"

int main(int argc, char** argv) {
    namespace fs = std::filesystem;
    if (argc < 4) {
        std::cerr << "usage: show_norms BOOK OUTPUT-DIR TEXT...\n";
        return 2;
    }
    try {
        const planlezer::RuleBook book = planlezer::load_rule_book({fs::path(argv[1])});
        const fs::path output = fs::path(argv[2]) / "plans";
        fs::create_directories(output);
        for (int i = 3; i < argc; ++i) {
            const fs::path path(argv[i]);
            std::ifstream file(path);
            std::ostringstream text;
            text << file.rdbuf();
            const planlezer::DocumentText document = planlezer::read_outline(planlezer::test::lines_from_text(text.str()), book.sections);
            planlezer::FoundNorms found = planlezer::find_norms(document, planlezer::DocumentRole::other, book);
            planlezer::PlanResult result;
            result.plan_id = path.stem().string();
            result.norms = std::move(found.norms);
            result.flags = std::move(found.flags);
            planlezer::check_norms(result);
            std::ofstream(output / (result.plan_id + ".json")) << planlezer::write_plan_result(result);
        }
    } catch (const planlezer::RuleBookError& fault) {
        std::cerr << fault.what() << '\n';
        return 2;
    }
    return 0;
}
