// ZM-07: a repeat gets the first answer. Keeps the first answers of one case and holds repeats against them,
// in every field but `herhaald`. One thread at a time.
#ifndef CONFORMANCE_CHECKS_FIRST_ANSWERS_H_
#define CONFORMANCE_CHECKS_FIRST_ANSWERS_H_

#include <map>
#include <string>
#include <utility>

#include "conformance/checks/findings.h"
#include "ketenproef/conformance/v1/suite.pb.h"
#include "ketenproef/v1/domein.pb.h"

namespace ketenproef::conformance {

class FirstAnswers {
 public:
  // An accepted melding, with its names resolved. Where the first answer got lost, the first one that is seen
  // stands for it.
  void Check(const v1::Opdracht& opdracht, const ::ketenproef::v1::Ontvangst& ontvangst, Findings* findings);

 private:
  // By loonheffingennummer and kenmerk.
  std::map<std::pair<std::string, std::string>, ::ketenproef::v1::Ontvangst> answers_;
};

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_CHECKS_FIRST_ANSWERS_H_
