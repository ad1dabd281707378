#!/usr/bin/python3
"""Reads a JUnit XML report with junitparser, as a pipeline that merges reports does, and says what it saw.

    read_junit.py REPORT.xml        tests=3 failures=1 errors=1 skipped=1
"""
import sys

from junitparser import Error, Failure, JUnitXml, Skipped

report = JUnitXml.fromfile(sys.argv[1])
counts = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
kinds = {Failure: "failures", Error: "errors", Skipped: "skipped"}
names = set()
for suite in report:
    seen = dict.fromkeys(counts, 0)
    for case in suite:
        seen["tests"] += 1
        names.add((case.classname, case.name))
        for result in case.result:
            seen[kinds[type(result)]] += 1
    # What a suite says of itself is what stands in it.
    stated = {"tests": suite.tests, "failures": suite.failures, "errors": suite.errors, "skipped": suite.skipped}
    if seen != stated:
        sys.exit(f"{suite.name}: says {stated}, holds {seen}")
    for key, count in seen.items():
        counts[key] += count
if len(names) != counts["tests"]:
    sys.exit(f"{counts['tests']} testcases have {len(names)} names")
print(*(f"{key}={count}" for key, count in counts.items()))
