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

// Sets `waarde` to any value that its type may have in a journal, extremes more often than chance would.
struct SetWaarde {
  void operator()(bool& waarde) const { waarde = *rc::gen::arbitrary<bool>(); }
  void operator()(char& waarde) const { waarde = *rc::gen::elementOf(std::string(";,|\t")); }
  void operator()(std::int32_t& waarde) const {
    waarde = *rc::gen::oneOf(rc::gen::arbitrary<std::int32_t>(),
                             rc::gen::element<std::int32_t>(std::numeric_limits<std::int32_t>::min(), -1, 0,
                                                            std::numeric_limits<std::int32_t>::max()));
  }
  void operator()(std::uint32_t& waarde) const {
    waarde = *rc::gen::oneOf(
        rc::gen::arbitrary<std::uint32_t>(),
        rc::gen::element<std::uint32_t>(0, 127, 128, std::numeric_limits<std::uint32_t>::max()));
  }
  void operator()(std::uint64_t& waarde) const {
    waarde =
        *rc::gen::oneOf(rc::gen::arbitrary<std::uint64_t>(),
                        rc::gen::element<std::uint64_t>(0, 1, std::numeric_limits<std::uint64_t>::max()));
  }
  void operator()(std::string& waarde) const {
    waarde = *rc::gen::oneOf(rc::gen::arbitrary<std::string>(), rc::gen::just(std::string()),
                             rc::gen::just(std::string(4'000, '\xff')), rc::gen::just(std::string(127, '\0')),
                             rc::gen::just(std::string(128, ';')));
  }
  void operator()(Dag& waarde) const { waarde = SomeDag(); }
  void operator()(OptionalDag& waarde) const {
    waarde = *rc::gen::arbitrary<bool>() ? OptionalDag(SomeDag()) : OptionalDag();
  }
  void operator()(Tijdstip& waarde) const {
    waarde = Tijdstip::FromUnixNanos(
        *rc::gen::oneOf(rc::gen::arbitrary<std::int64_t>(),
                        rc::gen::element<std::int64_t>(std::numeric_limits<std::int64_t>::min(), -1, 0,
                                                       std::numeric_limits<std::int64_t>::max())));
  }
  void operator()(Bsn& waarde) const {
    waarde = Bsn::FromTrustedNumber(*rc::gen::inRange<std::uint32_t>(0, 1'000'000'000));
  }
  void operator()(Loonheffingennummer& waarde) const {
    waarde = Loonheffingennummer::FromTrustedNumber(*rc::gen::inRange<std::uint64_t>(0, 100'000'000'000));
  }
  void operator()(Gemeentecode& waarde) const { waarde = SomeGemeentecode(); }
  void operator()(std::optional<Gemeentecode>& waarde) const {
    waarde.reset();
    if (*rc::gen::arbitrary<bool>()) waarde = SomeGemeentecode();
  }
  void operator()(Percentage& waarde) const {
    waarde = *Percentage::FromNumber(*rc::gen::inRange<std::int64_t>(0, 100));
  }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void operator()(Enum& waarde) const {
    waarde = static_cast<Enum>(*rc::gen::arbitrary<std::underlying_type_t<Enum>>());
  }

  static Dag SomeDag() {
    const Dag first = *Dag::FromCivil(1900, 1, 1);
    const Dag last = *Dag::FromCivil(2199, 12, 31);
    return Dag::FromDaysSince1970(
        *rc::gen::oneOf(rc::gen::inRange(first.days_since_1970(), last.days_since_1970() + 1),
                        rc::gen::element(first.days_since_1970(), -1, 0, last.days_since_1970())));
  }
  static Gemeentecode SomeGemeentecode() {
    return Gemeentecode::FromTrustedNumber(*rc::gen::inRange<std::uint16_t>(0, 10'000));
  }
};

Gebeurtenis SomeGebeurtenis(const std::vector<Voorbeeld>& voorbeelden, std::size_t kind) {
  Gebeurtenis gebeurtenis = voorbeelden[kind].gebeurtenis;
  std::visit([](auto& event) { ForEachWaarde(event, SetWaarde()); }, gebeurtenis);
  return gebeurtenis;
}

RC_GTEST_PROP(Codec, EveryKindRoundTripsWhateverItsFieldsHold, ()) {
  const auto voorbeelden = Voorbeelden();
  for (std::size_t kind = 0; kind < voorbeelden.size(); ++kind) {
    const Gebeurtenis gebeurtenis = SomeGebeurtenis(voorbeelden, kind);
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
