#include "schemas/json/run_record.hpp"

#include <gtest/gtest.h>

#include "tests/schemas/sample_result.hpp"

namespace planlezer {
namespace {

TEST(RunRecord, CountsAPlan) {
    RunCounts counts;
    count_plan(counts, testing::sample_result());
    EXPECT_EQ(counts.plans, 1);
    EXPECT_EQ(counts.plans_partial, 1);
    EXPECT_EQ(counts.plans_review, 0);
    EXPECT_EQ(counts.plans_failed, 0);
    EXPECT_EQ(counts.documents, 3);
    EXPECT_EQ(counts.documents_failed, 1);
    EXPECT_EQ(counts.pages, 36);
    EXPECT_EQ(counts.pages_ocr, 3);
    EXPECT_EQ(counts.norms, 4);
    EXPECT_EQ(counts.norms_accepted, 1);
    EXPECT_EQ(counts.norms_review, 3);
    EXPECT_EQ(counts.flags, 4) << "all but the one of severity info";
}

TEST(RunRecord, IsTheGolden) {
    RunRecord record;
    record.program_version = "0.1.0";
    record.rule_book_version = "1";
    record.rule_book_hash = "abc";
    record.options = {{"jobs", "2"}, {"resume", "false"}};
    record.started = "2026-01-31T12:00:00Z";
    record.seconds = 1.23456;
    record.exit_code = 4;
    record.stopped_by = "SIGINT";
    record.counts.pages = 7;
    record.inputs = {{"a.pdf", "", 12, "", InputStatus::failed, 0, 0, {{0, FailureKind::encrypted, "Met wachtwoord."}}}};
    record.plans = {{"a", PlanStatus::failed, true, 0, 0, 0.5}};
    EXPECT_EQ(write_run_record(record), R"({
  "format": "planlezer-run/1",
  "program_version": "0.1.0",
  "rule_book": {
    "version": "1",
    "hash": "abc"
  },
  "options": {
    "jobs": "2",
    "resume": "false"
  },
  "environment": {},
  "started": "2026-01-31T12:00:00Z",
  "finished": null,
  "seconds": 1.235,
  "exit_code": 4,
  "stopped_by": "SIGINT",
  "counts": {
    "plans": 0,
    "plans_review": 0,
    "plans_partial": 0,
    "plans_failed": 0,
    "documents": 0,
    "documents_failed": 0,
    "pages": 7,
    "pages_ocr": 0,
    "norms": 0,
    "norms_accepted": 0,
    "norms_review": 0,
    "flags": 0
  },
  "inputs": [
    {
      "file": "a.pdf",
      "sha256": null,
      "bytes": 12,
      "plan_id": null,
      "status": "failed",
      "pages": 0,
      "pages_ocr": 0,
      "failures": [
        {
          "page": 0,
          "kind": "encrypted",
          "message": "Met wachtwoord."
        }
      ]
    }
  ],
  "plans": [
    {
      "plan_id": "a",
      "status": "failed",
      "reused": true,
      "norms": 0,
      "norms_review": 0,
      "seconds": 0.5
    }
  ]
}
)");
}

}  // namespace
}  // namespace planlezer
