"""Checks written results against the published schema, and that the schema refuses what it should.

Usage: plan_result_schema_test.py SCHEMA PROGRAM. SPDX-License-Identifier: GPL-3.0-or-later
Ends with 77 (skipped) when Debian's python3-jsonschema is not installed.
"""
import copy
import json
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)


def breaches(sample):
    """One damage of the sample each, with the path it is about."""
    def broken(*path, value):
        damaged = copy.deepcopy(sample)
        at = damaged
        for step in path[:-1]:
            at = at[step]
        if value is KeyError:
            del at[path[-1]]
        else:
            at[path[-1]] = value
        return "/".join(map(str, path)), damaged

    yield broken("format", value="planlezer/2")
    yield broken("plan_id", value="a/b")
    yield broken("status", value="good")
    yield broken("extra", value=1)
    yield broken("norms", 0, "value", value="10,5")
    yield broken("norms", 0, "value", value="10.50")
    yield broken("norms", 0, "value", value=10.5)
    yield broken("norms", 0, "value", value=None)  # accepted without a value
    yield broken("norms", 0, "unit", value="meter")
    yield broken("norms", 0, "formula", value="x + 1")  # of a norm that is no formula
    yield broken("norms", 0, "confidence", value=1.2)
    yield broken("norms", 0, "provenance", "boxes", 0, value=[1, 2, 3])
    yield broken("norms", 0, "provenance", value=KeyError)
    yield broken("norms", 1, "flags", value=["NO_SUCH_CODE"])
    yield broken("flags", 0, "norms", value=["1"])
    yield broken("documents", 0, "sha256", value="abc")
    yield broken("documents", 0, "failures", 0, "kind", value="bored")


def main():
    schema_path, program = sys.argv[1:]
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    written = subprocess.run([program], check=True, capture_output=True, text=True, encoding="utf-8").stdout
    results = [json.loads(part) for part in written.split("---\n")]
    faults = [f"{list(error.absolute_path)}: {error.message}" for result in results for error in validator.iter_errors(result)]
    faults += [f"not refused: {path}" for path, damaged in breaches(results[0]) if validator.is_valid(damaged)]
    print("\n".join(faults) or "all hold")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
