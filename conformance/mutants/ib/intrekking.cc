// ZM-10: what an intrekking does to the signals.
#include <algorithm>

#include "conformance/mutants/breaks.h"
#include "conformance/mutants/ib/mutanten.h"
#include "conformance/mutants/ib/zaak.h"

namespace ketenproef::conformance::ib {
namespace {

bool TrektIn(const RecordPassage& passage) {
  return passage.record.has_intrekking();
}

// One kenmerk stands for the ziekmeldingen of all employers.
void RaaktElkeWerkgever(Post& post, const World&) {
  std::erase_if(post.signalen, [&](const Signaal& signaal) {
    return std::any_of(post.gevallen.begin(), post.gevallen.end(), [&](const contract::Ziektegeval& other) {
      return other.ingetrokken() && other.kenmerk() == signaal.geval.kenmerk() &&
             other.loonheffingennummer() != signaal.geval.loonheffingennummer();
    });
  });
}

}  // namespace

Mutants IntrekkingMutants() {
  return {
      {"ZM-10/zonder-gevolg", "Een intrekking wordt aangenomen en verandert niets.", Swallows(TrektIn)},
      {"ZM-10/raakt-elke-werkgever",
       "Een intrekking wist ook het signaal over dezelfde ziekmelding bij een andere werkgever.",
       Uitgaand(RaaktElkeWerkgever)},
  };
}

}  // namespace ketenproef::conformance::ib
