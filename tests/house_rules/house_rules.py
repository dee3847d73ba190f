#!/usr/bin/env python3
"""The habits of this code base that a machine can check. Usage: house_rules.py ROOT [RULE].

SPDX-License-Identifier: GPL-3.0-or-later

A rule is a function that yields one "file:line: what is wrong and what to do" a breach. Without RULE all are checked.
"""
import re
import sys
from pathlib import Path

LAYERS = ("schemas", "extractors", "rules", "pipeline")

# Which folders a folder may include from, itself apart. The longest prefix of a file's path decides.
MAY_INCLUDE = {
    "schemas/model": (),
    "schemas": ("schemas",),
    "extractors": ("schemas", "extractors"),
    "extractors/wire": ("schemas",),
    "rules": ("schemas", "rules"),
    "pipeline": ("schemas", "rules", "pipeline", "extractors/wire"),
    "tests": ("schemas", "extractors", "rules", "pipeline", "tests"),
}

# rules/ is pure: the C++ library and the model, nothing that reads, waits or belongs to others.
STANDARD_HEADERS = set("""
algorithm any array bit bitset cassert cctype cerrno cfenv cfloat charconv chrono cinttypes climits cmath compare complex
concepts cstdarg cstddef cstdint cstdlib cstring cwctype deque exception forward_list functional initializer_list
iterator limits list map memory memory_resource new numbers numeric optional queue ranges ratio regex set source_location span
stack stdexcept string string_view tuple type_traits typeindex typeinfo unordered_map unordered_set utility valarray variant
vector version
""".split())

TOP_LEVEL = set("""
.ci .clang-format .clang-tidy .git .gitignore CHANGELOG.md CMakeLists.txt CMakePresets.json CONTRIBUTING.md LICENSE README.md
extractors pipeline planlezer rules sample-plans schemas tests
""".split())
# What .gitignore keeps out: made, not written.
MADE = re.compile(r"^(build|build-.*|planlezer-resultaat|results|__pycache__|\.cache)$")

# Conversions that follow the locale or lose digits. from_chars, to_chars and Decimal are the way.
LOCALE_BOUND = re.compile(
    r"\b(?:std::)?(?:stod|stof|stold|atof|strtod|strtof|strtold|sscanf|fscanf|setlocale|localeconv|imbue)\s*\("
    r"|\bstd::locale\b|\bstd::to_string\s*\(\s*-?(?:\d+\.\d*|static_cast<(?:double|float)>|[\w.>()-]*"
    r"(?:confidence|approx\(\)|width\(\)|height\(\)|mid_[xy]\(\)|dpi|seconds))"
)

MACHINE_PATHS = re.compile(r"(?<![\w.}\])/-])/(?:hom[e]|roo[t]|wor[k]|User[s])/\w")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
COMMENT = re.compile(r"//.*")


def files(root, *suffixes, under=LAYERS + ("tests",)):
    """Paths relative to root, sorted, of the files below the named folders with one of the suffixes."""
    for folder in under:
        for path in sorted((root / folder).rglob("*")):
            relative = path.relative_to(root)
            if path.is_file() and path.suffix in suffixes and not any(MADE.match(part) for part in relative.parts):
                yield relative


def lines(root, relative):
    return enumerate((root / relative).read_text(encoding="utf-8").splitlines(), start=1)


def inside(path, folder):
    return path == folder or path.startswith(folder + "/")


def includes_point_down(root):
    for relative in files(root, ".cpp", ".hpp"):
        home = max((folder for folder in MAY_INCLUDE if inside(relative.as_posix(), folder)), key=len)
        allowed = MAY_INCLUDE[home] + (home,)
        for number, line in lines(root, relative):
            found = INCLUDE.match(line)
            if not found:
                continue
            target = found[2]
            first = target.split("/")[0]
            if found[1] == '"' and first not in LAYERS + ("tests",):
                yield f'{relative}:{number}: "{target}" is not written from the repository root'
            elif first in LAYERS and not any(inside(target, folder) for folder in allowed):
                yield f"{relative}:{number}: {home} may not include {target}"


def rules_are_pure(root):
    for relative in files(root, ".cpp", ".hpp", under=("rules",)):
        for number, line in lines(root, relative):
            found = INCLUDE.match(line)
            if found and found[1] == "<" and found[2] not in STANDARD_HEADERS:
                yield f"{relative}:{number}: <{found[2]}> in rules/, which knows only the model and the pure part of the C++ library"


def model_is_plain(root):
    """The model is what all share: no third-party type may leak into it."""
    for relative in files(root, ".cpp", ".hpp", under=("schemas/model",)):
        for number, line in lines(root, relative):
            found = INCLUDE.match(line)
            if found and found[1] == "<" and "/" in found[2] and not found[2].startswith("sys/"):
                yield f"{relative}:{number}: third-party <{found[2]}> in the model"


def sources_are_listed(root):
    listed = set()
    for list_file in (path for path in files(root, ".txt") if path.name == "CMakeLists.txt"):
        text = (root / list_file).read_text(encoding="utf-8")
        if re.search(r"file\s*\(\s*GLOB", text) and list_file.parent != Path("tests/house_rules"):
            yield f"{list_file}:1: sources are listed, never globbed"
        for name in re.findall(r"[^\s\"()]+\.cpp\b", text):
            base, name = (root, name.split("}/", 1)[1]) if re.match(r"\$\{(?:CMAKE|PROJECT)_SOURCE_DIR\}/", name) else (root / list_file.parent, name)
            listed.add((base / name).resolve())
    for relative in files(root, ".cpp"):
        if (root / relative).resolve() not in listed:
            yield f"{relative}:1: is in no CMakeLists.txt: dead, or forgotten"


def headers_are_used(root):
    used = {found[2] for relative in files(root, ".cpp", ".hpp") for _, line in lines(root, relative) if (found := INCLUDE.match(line))}
    for relative in files(root, ".hpp"):
        if relative.as_posix() not in used:
            yield f"{relative}:1: is included nowhere"


def headers_open_with_purpose(root):
    for relative in files(root, ".hpp"):
        text = (root / relative).read_text(encoding="utf-8")
        head = text.splitlines()[:12]
        if not head or not re.match(r"// \w.*[^\s]$", head[0]):
            yield f"{relative}:1: opens without a sentence on its purpose"
        if "#pragma once" not in text:
            yield f"{relative}:1: has no #pragma once"


def files_name_their_licence(root):
    scripts = [Path(name) for name in ("planlezer", ".ci/run", "tests/bench/run") if (root / name).exists()]
    for relative in [*files(root, ".hpp", ".py", ".sh"), *scripts]:
        head = (root / relative).read_text(encoding="utf-8").splitlines()[:12]
        if not any("SPDX-License-Identifier: GPL-3.0-or-later" in line for line in head):
            yield f"{relative}:1: no SPDX line among the first twelve"


def no_machine_paths(root):
    kinds = (".cpp", ".hpp", ".py", ".sh", ".txt", ".md", ".toml", ".json", ".cmake", ".1", ".css", ".in")
    texts = [*files(root, *kinds), *files(root, *kinds, under=("sample-plans",))]
    texts += [path.relative_to(root) for path in root.iterdir() if path.is_file() and path.name in TOP_LEVEL - {".git", "LICENSE"}]
    texts += [Path(".ci/run")] if (root / ".ci/run").exists() else []
    for relative in texts:
        for number, line in lines(root, relative):
            if found := MACHINE_PATHS.search(line):
                yield f"{relative}:{number}: a path of one machine: {found[0]}..."


def numbers_avoid_the_locale(root):
    for relative in files(root, ".cpp", ".hpp", under=LAYERS):
        for number, line in lines(root, relative):
            if found := LOCALE_BOUND.search(COMMENT.sub("", line)):
                yield f"{relative}:{number}: {found[0].strip()} follows the locale or loses digits; use from_chars, to_chars or Decimal"


def nothing_is_left_open(root):
    marks = re.compile(r"\b(?:TOD[O]|FIXM[E]|XX[X]|HAC[K])\b")
    for relative in files(root, ".cpp", ".hpp", ".py", ".toml"):
        for number, line in lines(root, relative):
            if found := marks.search(line):
                yield f"{relative}:{number}: {found[0]}: finish it, or say it in an issue"


def tests_keep_to_their_own_folder(root):
    shared = re.compile(r"\bTempDir\(|\btemp_directory_path\(")
    for relative in files(root, ".cpp", ".hpp", under=("tests",)):
        for number, line in lines(root, relative):
            if relative != Path("tests/support/folder.cpp") and (found := shared.search(line)):
                yield f"{relative}:{number}: {found[0]}): tests run side by side; use test::Folder"


def top_level_is_tidy(root):
    for path in sorted(root.iterdir()):
        if path.name not in TOP_LEVEL and not MADE.match(path.name):
            yield f"{path.name}: not one of the names of the top level; it has a home in a folder, or needs one in house_rules.py"


RULES = {rule.__name__: rule for rule in (
    includes_point_down, rules_are_pure, model_is_plain, sources_are_listed, headers_are_used, headers_open_with_purpose,
    files_name_their_licence, no_machine_paths, numbers_avoid_the_locale, nothing_is_left_open,
    tests_keep_to_their_own_folder, top_level_is_tidy)}


def main():
    root = Path(sys.argv[1])
    chosen = [RULES[name] for name in sys.argv[2:]] or RULES.values()
    breaches = [breach for rule in chosen for breach in rule(root)]
    print("\n".join(breaches) or "no breach")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
