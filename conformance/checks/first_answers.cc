#include "conformance/checks/first_answers.h"

#include <google/protobuf/util/message_differencer.h>

namespace ketenproef::conformance {

void FirstAnswers::Check(const v1::Opdracht& opdracht, const ::ketenproef::v1::Ontvangst& ontvangst,
                         Findings* findings) {
  ::ketenproef::v1::Ontvangst answer = ontvangst;
  answer.clear_herhaald();
  const auto [first, is_new] =
      answers_.try_emplace({opdracht.loonheffingennummer(), opdracht.kenmerk()}, answer);
  if (is_new || !ontvangst.herhaald()) return;
  if (google::protobuf::util::MessageDifferencer::Equals(first->second, answer)) return;
  findings->Add({"ZM-07", first->second.ShortDebugString(), "een herhaling krijgt het eerste antwoord",
                 answer.ShortDebugString()});
}

}  // namespace ketenproef::conformance
