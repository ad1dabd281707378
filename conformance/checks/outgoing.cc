#include "conformance/checks/outgoing.h"

#include <map>
#include <string>

#include "absl/strings/str_cat.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

constexpr std::size_t kMaxVraagId = 64;

absl::Time InstantOf(const google::protobuf::Timestamp& tijdstip) {
  return absl::FromUnixSeconds(tijdstip.seconds()) + absl::Nanoseconds(tijdstip.nanos());
}

v1::Finding OutgoingFinding(const std::string& regel, const std::string& expected, const std::string& got) {
  v1::Finding finding;
  finding.set_regel(regel);
  finding.set_expected(expected);
  finding.set_got(got);
  return finding;
}

// What is asked, whenever and under whatever name.
std::string ContentOf(contract::LookupLksRequest question) {
  question.clear_vraag_id();
  question.clear_tijdstip();
  return question.ShortDebugString();
}

void CheckInstant(const std::string& regel, const std::string& what, absl::Time tijdstip, absl::Time begin,
                  absl::Time end, std::vector<v1::Finding>* findings) {
  if (begin <= tijdstip && tijdstip <= end) return;
  findings->push_back(
      OutgoingFinding(regel, absl::StrCat(what, " met een tijdstip van de klok van de omgeving"),
                      absl::StrCat("tijdstip ", absl::FormatTime(tijdstip, absl::UTCTimeZone()))));
}

}  // namespace

std::vector<v1::Finding> CheckOutgoing(const std::vector<contract::LookupLksRequest>& questions,
                                       const std::vector<Delivery>& deliveries, absl::Time begin,
                                       absl::Time end) {
  std::vector<v1::Finding> findings;
  std::map<std::string, std::string> asked;
  for (const contract::LookupLksRequest& question : questions) {
    CheckInstant("SIG-09", "een DKD-vraag", InstantOf(question.tijdstip()), begin, end, &findings);
    const std::string& name = question.vraag_id();
    if (name.empty() || name.size() > kMaxVraagId) {
      findings.push_back(OutgoingFinding("SIG-09", "een vraag_id van 1 tot en met 64 bytes",
                                         absl::StrCat(name.size(), " bytes")));
    }
    const std::string content = ContentOf(question);
    const auto [first, is_new] = asked.emplace(name, content);
    if (!is_new && first->second != content) {
      findings.push_back(OutgoingFinding(
          "SIG-09", absl::StrCat("onder een vraag_id dezelfde vraag: ", first->second), content));
    }
  }
  for (const Delivery& delivery : deliveries) {
    CheckInstant("DL-04", "een bezorging", delivery.tijdstip, begin, end, &findings);
  }
  return findings;
}

}  // namespace ketenproef::conformance
