#!/usr/bin/env python3
"""A house rule that never fires checks nothing: each one is shown a small tree that breaks it, and one that does not.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import house_rules

HEAD = "// What this is for.\n// SPDX-License-Identifier: GPL-3.0-or-later\n#pragma once\n"

# rule: ({file: text} that breaks it, {file: text} that does not)
CASES = {
    "includes_point_down": ({"rules/a.cpp": '#include "pipeline/b.hpp"\n'}, {"pipeline/a.cpp": '#include "rules/b.hpp"\n'}),
    "rules_are_pure": ({"rules/a.cpp": "#include <fstream>\n"}, {"rules/a.cpp": "#include <vector>\n"}),
    "model_is_plain": ({"schemas/model/a.hpp": "#include <nlohmann/json.hpp>\n"}, {"schemas/json/a.cpp": "#include <nlohmann/json.hpp>\n"}),
    "sources_are_listed": ({"rules/CMakeLists.txt": "add_library(r other_a.cpp)", "rules/a.cpp": ""},
                           {"rules/CMakeLists.txt": "add_library(r\n  x/a.cpp)", "rules/x/a.cpp": ""}),
    "headers_are_used": ({"rules/a.hpp": HEAD}, {"rules/a.hpp": HEAD, "rules/a.cpp": '#include "rules/a.hpp"\n'}),
    "headers_open_with_purpose": ({"rules/a.hpp": "#pragma once\n"}, {"rules/a.hpp": HEAD}),
    "files_name_their_licence": ({"rules/a.hpp": "// What.\n"}, {"rules/a.hpp": HEAD}),
    "no_machine_paths": ({"tests/a.py": "open('/hom" + "e/someone/x')"}, {"tests/a.py": "open('/proc/self/status')"}),
    "numbers_avoid_the_locale": ({"rules/a.cpp": "auto x = std::stod(text);"}, {"rules/a.cpp": "auto x = std::to_string(count); // not stod(\n"}),
    "nothing_is_left_open": ({"rules/a.cpp": "// TO" + "DO later"}, {"rules/a.cpp": "// done"}),
    "tests_keep_to_their_own_folder": ({"tests/a.cpp": "auto x = testing::TempDir();"}, {"tests/support/folder.cpp": "fs::temp_directory_path();"}),
    "top_level_is_tidy": ({"notes.txt": ""}, {"README.md": "", "build/x": "", "build-asan/x": ""}),
}


def breaches(rule, tree):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in tree.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        return list(house_rules.RULES[rule](root))


class EveryRule(unittest.TestCase):
    def test_has_a_case(self):
        self.assertEqual(set(CASES), set(house_rules.RULES))

    def test_fires_on_a_breach(self):
        for rule, (bad, _) in CASES.items():
            with self.subTest(rule):
                self.assertEqual(len(breaches(rule, bad)), 1)

    def test_is_silent_on_a_sound_tree(self):
        for rule, (_, good) in CASES.items():
            with self.subTest(rule):
                self.assertEqual(breaches(rule, good), [])

    def test_a_layer_may_not_look_sideways(self):
        self.assertTrue(breaches("includes_point_down", {"extractors/a.cpp": '#include "rules/b.hpp"\n'}))
        self.assertTrue(breaches("includes_point_down", {"pipeline/a.cpp": '#include "extractors/pdf/b.hpp"\n'}))
        self.assertTrue(breaches("includes_point_down", {"schemas/model/a.hpp": '#include "schemas/rulebook/b.hpp"\n'}))
        self.assertTrue(breaches("includes_point_down", {"rules/a.cpp": '#include "b.hpp"\n'}))
        self.assertFalse(breaches("includes_point_down", {"pipeline/a.cpp": '#include "extractors/wire/b.hpp"\n'}))


if __name__ == "__main__":
    unittest.main()
