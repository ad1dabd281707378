#include "conformance/report/tijdstip_text.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "conformance/calendar/tijdstip.h"

namespace ketenproef::conformance {
namespace {

// The bounds of google.protobuf.Timestamp.
constexpr int64_t kFirstSecond = -62135596800;
constexpr int64_t kLastSecond = 253402300799;
constexpr int64_t kLastNano = 999'999'999;

// RFC 3339 in local time, in its parts.
struct Local {
  std::string kloktijd;
  std::string offset;
};

Local LocalOf(absl::Time time) {
  const std::string text = FormatTijdstip(time);
  const std::size_t begin = text.find('T') + 1;
  const std::size_t end = text.find_first_of("+-", begin);
  return {text.substr(begin, end - begin), text.substr(end)};
}

// Clocks go back by an hour: the same local time comes again an hour later.
bool ComesTwice(absl::Time time, const Local& local) {
  return LocalOf(time + absl::Hours(1)).kloktijd == local.kloktijd ||
         LocalOf(time - absl::Hours(1)).kloktijd == local.kloktijd;
}

}  // namespace

absl::Time TimeOf(const google::protobuf::Timestamp& tijdstip) {
  const int64_t seconds = std::clamp(tijdstip.seconds(), kFirstSecond, kLastSecond);
  return absl::FromUnixSeconds(seconds) +
         absl::Nanoseconds(std::clamp<int64_t>(tijdstip.nanos(), 0, kLastNano));
}

std::string DagText(Dag dag) {
  constexpr std::array<const char*, 7> kWeekdays = {"zo", "ma", "di", "wo", "do", "vr", "za"};
  return absl::StrCat(kWeekdays[std::chrono::weekday(dag).c_encoding()], " ", FormatDag(dag));
}

std::string KloktijdText(absl::Time time) {
  const Local local = LocalOf(time);
  const absl::string_view kloktijd = absl::StripSuffix(local.kloktijd, ":00");
  // 06:00:00 loses its seconds, 06:00:00.5 does not, and neither does 06:10:00 its minutes.
  const absl::string_view shown = local.kloktijd.size() == 8 ? kloktijd : absl::string_view(local.kloktijd);
  return absl::StrCat(shown, ComesTwice(time, local) ? absl::StrCat(" ", local.offset) : "");
}

std::string TijdstipText(absl::Time time) {
  return absl::StrCat(DagText(DagVan(time)), " ", KloktijdText(time));
}

}  // namespace ketenproef::conformance
