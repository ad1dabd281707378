#include "conformance/mutants/breaks.h"

#include <utility>

namespace ketenproef::conformance {

Break Accepts(std::string regel, When when) {
  return [regel = std::move(regel), when = std::move(when)](Hooks* hooks) {
    OnRecords(hooks, [regel, when](RecordPassage& passage) {
      const bool is_meant = when(passage);
      passage.Forward();
      if (is_meant && passage.regel() == regel) passage.Accept();
    });
  };
}

Break Refuses(std::string regel, contract::Weigeringsoort soort, When when) {
  return [regel = std::move(regel), soort, when = std::move(when)](Hooks* hooks) {
    OnRecords(hooks, [regel, soort, when](RecordPassage& passage) {
      if (when(passage)) {
        passage.Refuse(soort, regel);
      } else {
        passage.Forward();
      }
    });
  };
}

Break Names(std::string regel, std::string other, When when) {
  return [regel = std::move(regel), other = std::move(other), when = std::move(when)](Hooks* hooks) {
    OnRecords(hooks, [regel, other, when](RecordPassage& passage) {
      const bool is_meant = when(passage);
      passage.Forward();
      if (is_meant && passage.regel() == regel) passage.resultaat.mutable_weigering()->set_regel(other);
    });
  };
}

Break RefusesAs(std::string regel, contract::Weigeringsoort soort) {
  return [regel = std::move(regel), soort](Hooks* hooks) {
    OnRecords(hooks, [regel, soort](RecordPassage& passage) {
      passage.Forward();
      if (passage.regel() == regel) passage.resultaat.mutable_weigering()->set_soort(soort);
    });
  };
}

Break Changes(std::function<void(RecordPassage&)> change) {
  return [change = std::move(change)](Hooks* hooks) {
    OnRecords(hooks, [change](RecordPassage& passage) {
      change(passage);
      passage.Forward();
    });
  };
}

Break Swallows(When when) {
  return [when = std::move(when)](Hooks* hooks) {
    OnRecords(hooks, [when](RecordPassage& passage) {
      if (when(passage)) {
        passage.Accept();
      } else {
        passage.Forward();
      }
    });
  };
}

}  // namespace ketenproef::conformance
