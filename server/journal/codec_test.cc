#include "server/journal/codec.h"

#include <cstdlib>
#include <fstream>
#include <limits>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rapidcheck.h"
#include "rapidcheck/gtest.h"
#include "server/journal/gebeurtenis_velden.h"
#include "server/journal/journal_fixture.h"
#include "server/journal/voorbeelden.h"
#include "server/journal/willekeurige_gebeurtenis.h"

namespace ketenproef {
namespace {

using ::testing::HasSubstr;

TEST(Codec, ExamplesAreOfEveryKindInOrder) {
  const auto voorbeelden = Voorbeelden();
  ASSERT_EQ(voorbeelden.size(), std::variant_size_v<Gebeurtenis>);
  for (std::size_t i = 0; i < voorbeelden.size(); ++i) EXPECT_EQ(voorbeelden[i].gebeurtenis.index(), i);
}

TEST(Codec, ExamplesRoundTrip) {
  for (const auto& [naam, gebeurtenis] : Voorbeelden()) {
    const auto decoded = DecodeGebeurtenis(Encode(gebeurtenis));
    ASSERT_TRUE(decoded.ok()) << naam << ": " << decoded.status();
    EXPECT_TRUE(Same(*decoded, gebeurtenis)) << naam;
  }
}

TEST(Codec, AppendsToWhatIsThere) {
  std::string bytes = "ervoor";
  EncodeGebeurtenis(TermijnVerstreken{Gevalnummer{1}}, &bytes);
  EXPECT_EQ(bytes, absl::StrCat("ervoor", Encode(TermijnVerstreken{Gevalnummer{1}})));
}

RC_GTEST_PROP(Codec, EveryKindRoundTripsWhateverItsFieldsHold, ()) {
  const auto voorbeelden = Voorbeelden();
  for (std::size_t kind = 0; kind < voorbeelden.size(); ++kind) {
    const Gebeurtenis gebeurtenis = WillekeurigeGebeurtenis(voorbeelden, kind);
    const std::string bytes = Encode(gebeurtenis);
    RC_ASSERT(bytes == Encode(gebeurtenis));
    const auto decoded = DecodeGebeurtenis(bytes);
    if (!decoded.ok()) RC_FAIL(absl::StrCat(voorbeelden[kind].naam, ": ", decoded.status().ToString()));
    if (!Same(*decoded, gebeurtenis)) RC_FAIL(voorbeelden[kind].naam);
  }
}

// What stands in journals stays readable: a difference here breaks every journal there is.
TEST(Codec, EncodingStaysAsItIs) {
  const std::string path = absl::StrCat(KETENPROEF_SOURCE_DIR, "/server/journal/testdata/gebeurtenissen.hex");
  std::string now;
  for (const auto& [naam, gebeurtenis] : Voorbeelden()) {
    absl::StrAppend(&now, naam, " ", absl::BytesToHexString(Encode(gebeurtenis)), "\n");
  }
  if (std::getenv("KETENPROEF_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << now;
  }
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << path << ": run the test once with KETENPROEF_UPDATE_GOLDEN=1";
  std::ostringstream golden;
  golden << file.rdbuf();
  EXPECT_EQ(now, golden.str()) << "if this is meant: KETENPROEF_UPDATE_GOLDEN=1 rewrites " << path;
}

TEST(Codec, EveryTruncationIsDataLoss) {
  for (const auto& [naam, gebeurtenis] : Voorbeelden()) {
    const std::string bytes = Encode(gebeurtenis);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      EXPECT_EQ(DecodeGebeurtenis(absl::string_view(bytes).substr(0, size)).status().code(),
                absl::StatusCode::kDataLoss)
          << naam << " cut at " << size;
    }
  }
}

TEST(Codec, TrailingBytesAreDataLoss) {
  for (const auto& [naam, gebeurtenis] : Voorbeelden()) {
    const auto status = DecodeGebeurtenis(absl::StrCat(Encode(gebeurtenis), "x")).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << naam;
    EXPECT_THAT(std::string(status.message()), HasSubstr("left over")) << naam;
  }
}

TEST(Codec, UnknownKindsAreDataLoss) {
  for (const std::string& bytes : {std::string("\x2a"), std::string("\x7f"), std::string("\xff\x01\x01")}) {
    const auto status = DecodeGebeurtenis(bytes).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss);
    EXPECT_THAT(std::string(status.message()), HasSubstr("kind"));
  }
}

TEST(Codec, ANumberWithoutEndIsDataLoss) {
  EXPECT_EQ(DecodeGebeurtenis(std::string(100, '\xff')).status().code(), absl::StatusCode::kDataLoss);
}

// Whatever one damaged byte gives is either an event that encodes and decodes again, or DATA_LOSS.
TEST(Codec, NoSingleByteChangeDoesHarm) {
  for (const auto& [naam, gebeurtenis] : Voorbeelden()) {
    const std::string bytes = Encode(gebeurtenis);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      for (int change = 1; change < 256; ++change) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ change);
        const auto decoded = DecodeGebeurtenis(damaged);
        if (!decoded.ok()) {
          ASSERT_EQ(decoded.status().code(), absl::StatusCode::kDataLoss) << naam;
          continue;
        }
        const auto again = DecodeGebeurtenis(Encode(*decoded));
        ASSERT_TRUE(again.ok()) << naam << " byte " << at << " change " << change;
        ASSERT_TRUE(Same(*again, *decoded)) << naam << " byte " << at << " change " << change;
      }
    }
  }
}

TEST(Codec, ValuesOutOfRangeAreDataLoss) {
  const Dag dag = *Dag::FromCivil(2025, 1, 6);
  const Bsn bsn = Bsn::FromTrustedNumber(999'990'019);
  // A BSN of ten digits, and a gemeentecode of five, encode but do not decode.
  EXPECT_FALSE(DecodeGebeurtenis(Encode(LksPeriodeEnded{{Bsn::FromTrustedNumber(1'000'000'000), dag}})).ok());
  const auto code = Gemeentecode::FromTrustedNumber(10'000);
  EXPECT_FALSE(DecodeGebeurtenis(Encode(WoonplaatsRegistered{{bsn, {dag, code}}})).ok());
  const auto lh = Loonheffingennummer::FromTrustedNumber(100'000'000'000);
  EXPECT_FALSE(DecodeGebeurtenis(Encode(DienstverbandEnded{{bsn, lh, dag}})).ok());
}

}  // namespace
}  // namespace ketenproef
