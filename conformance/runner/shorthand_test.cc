#include "conformance/runner/shorthand.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>

namespace ketenproef::conformance {
namespace {

v1::Suite Parse(const std::string& text) {
  v1::Suite suite;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &suite));
  return suite;
}

TEST(Shorthand, ADimensionOfTheSuite) {
  v1::Suite suite = Parse(
      "dimensions { name: 'dag' choices { name: 'vrijdag' } choices { name: 'zondag' } } "
      "cases { id: 'a' dimensions { choices { name: 'eigen' } } dimensions { name: 'dag' } }");
  ASSERT_TRUE(WriteOut(&suite).ok());
  ASSERT_EQ(suite.cases(0).dimensions_size(), 2);
  EXPECT_EQ(suite.cases(0).dimensions(0).choices(0).name(), "eigen");
  EXPECT_EQ(suite.cases(0).dimensions(1).choices_size(), 2);
}

TEST(Shorthand, ADimensionThatIsNotThere) {
  v1::Suite suite = Parse("dimensions { choices { name: 'x' } } cases { id: 'a' dimensions { } }");
  EXPECT_EQ(WriteOut(&suite).code(), absl::StatusCode::kInvalidArgument);
}

TEST(Shorthand, UnchangedTakesWhatIsNotSetFromTheOneBefore) {
  v1::Suite suite = Parse(
      "cases { id: 'a' "
      "steps { expect_output { rapporten { rapport { gemeentecode: '0363' } } berichten {} } } "
      "steps { at: 'X' opdracht {} } "
      "steps { expect_output { unchanged: true aangehouden {} } } "
      "steps { expect_output { unchanged: true rapporten {} } } }");
  ASSERT_TRUE(WriteOut(&suite).ok());
  const v1::ExpectOutput& second = suite.cases(0).steps(2).expect_output();
  EXPECT_EQ(second.rapporten().rapport(0).gemeentecode(), "0363");
  EXPECT_TRUE(second.has_berichten() && second.has_aangehouden());
  EXPECT_FALSE(second.has_doorleveringen() || second.has_notificaties());
  EXPECT_FALSE(second.unchanged());
  const v1::ExpectOutput& third = suite.cases(0).steps(3).expect_output();
  EXPECT_TRUE(third.rapporten().rapport().empty());
  EXPECT_TRUE(third.has_aangehouden());
}

TEST(Shorthand, UnchangedNeedsOneBefore) {
  v1::Suite suite = Parse("cases { id: 'a' steps { expect_output { unchanged: true } } }");
  EXPECT_EQ(WriteOut(&suite).code(), absl::StatusCode::kInvalidArgument);
}

TEST(Shorthand, CopiesOfABatchAreNumberedInOrder) {
  v1::Suite suite = Parse(
      "cases { id: 'a' steps { batch { copies: 2 "
      "opdrachten { soort: 'ZIEK' kenmerk: 'Z#' } "
      "opdrachten { soort: 'INTREKKING' kenmerk: 'I#' verwijst_naar: 'Z#' refused { regel: 'ZM-10' } } } } "
      "}");
  ASSERT_TRUE(WriteOut(&suite).ok());
  const v1::Batch& batch = suite.cases(0).steps(0).batch();
  ASSERT_EQ(batch.opdrachten_size(), 4);
  EXPECT_EQ(batch.opdrachten(2).kenmerk(), "Z2");
  EXPECT_EQ(batch.opdrachten(3).verwijst_naar(), "Z2");
  EXPECT_EQ(batch.opdrachten(3).refused().regel(), "ZM-10");
  EXPECT_EQ(batch.copies(), 0);
}

}  // namespace
}  // namespace ketenproef::conformance
