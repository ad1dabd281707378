#include "conformance/explore/verkleinen.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "conformance/calendar/tijdstip.h"

namespace ketenproef::conformance {
namespace {

// Two lines can need each other only; with more lines than this, trying all pairs takes too long.
constexpr size_t kMaxForPairs = 12;

Dag Halfway(Dag from, Dag to) {
  return from + (to - from) / 2;
}

bool IsInOrder(const Proef& proef) {
  return std::is_sorted(
             proef.draaiboek.begin(), proef.draaiboek.end(),
             [](const Draaiboekregel& a, const Draaiboekregel& b) { return a.tijdstip < b.tijdstip; }) &&
         DagVan(proef.draaiboek.back().tijdstip) <= proef.until;
}

class Verkleiner {
 public:
  Verkleiner(const Proef& proef, const std::function<absl::StatusOr<bool>(const Proef&)>& still_shows,
             int max_plays)
      : still_shows_(still_shows), max_plays_(max_plays) {
    best_.proef = proef;
  }

  Verkleind Run() {
    LeaveOutRegels();
    for (bool changed = true; changed && !is_over();) {
      changed = false;
      changed |= MoveUntil();
      for (size_t i = 0; i < regels().size() && !is_over(); ++i) {
        changed |= ClearFields(i);
        changed |= MakePlain(i);
        changed |= MoveTijdstip(i);
        changed |= MoveDag(i, &Draaiboekregel::datum_van);
        changed |= MoveDag(i, &Draaiboekregel::datum_tot);
      }
      if (changed) LeaveOutRegels();
    }
    return std::move(best_);
  }

 private:
  const Draaiboek& regels() const { return best_.proef.draaiboek; }
  bool is_over() const { return !best_.status.ok(); }

  // Takes the candidate if it still shows it.
  bool Try(Proef candidate) {
    if (is_over() || candidate.draaiboek.empty() || !IsInOrder(candidate)) return false;
    if (best_.plays == max_plays_) {
      best_.status = absl::ResourceExhaustedError("the search took too many plays");
      return false;
    }
    ++best_.plays;
    NumberRegels(candidate.draaiboek);
    const absl::StatusOr<bool> shows = still_shows_(candidate);
    if (!shows.ok()) best_.status = shows.status();
    if (!shows.ok() || !*shows) return false;
    best_.proef = std::move(candidate);
    return true;
  }

  bool TryWithout(size_t begin, size_t end) {
    Proef candidate = best_.proef;
    candidate.draaiboek.erase(candidate.draaiboek.begin() + static_cast<std::ptrdiff_t>(begin),
                              candidate.draaiboek.begin() + static_cast<std::ptrdiff_t>(end));
    return Try(std::move(candidate));
  }

  void LeaveOutRegels() {
    for (size_t chunk = std::max<size_t>(regels().size() / 2, 1);; chunk /= 2) {
      bool changed = false;
      for (size_t begin = 0; begin < regels().size();) {
        if (TryWithout(begin, std::min(begin + chunk, regels().size()))) {
          changed = true;
        } else {
          begin += chunk;
        }
      }
      if (chunk > 1) continue;
      if (!changed && !LeaveOutPair()) return;
      chunk = 2;  // what needed a line may not need another any more
    }
  }

  bool LeaveOutPair() {
    if (regels().size() > kMaxForPairs) return false;
    for (size_t i = 0; i < regels().size(); ++i) {
      for (size_t j = i + 1; j < regels().size(); ++j) {
        Proef candidate = best_.proef;
        candidate.draaiboek.erase(candidate.draaiboek.begin() + static_cast<std::ptrdiff_t>(j));
        candidate.draaiboek.erase(candidate.draaiboek.begin() + static_cast<std::ptrdiff_t>(i));
        if (Try(std::move(candidate))) return true;
      }
    }
    return false;
  }

  bool MoveUntil() {
    const Dag last = DagVan(regels().back().tijdstip);
    for (const Dag until : {last, last + Dagen(1), Halfway(last, best_.proef.until)}) {
      if (until >= best_.proef.until) continue;
      Proef candidate = best_.proef;
      candidate.until = until;
      if (Try(std::move(candidate))) return true;
    }
    return false;
  }

  template <typename Change>
  bool TryRegel(size_t index, Change change) {
    Proef candidate = best_.proef;
    change(candidate.draaiboek[index]);
    return candidate.draaiboek[index] != regels()[index] && Try(std::move(candidate));
  }

  bool ClearFields(size_t index) {
    bool changed = false;
    for (std::string Draaiboekregel::*field :
         {&Draaiboekregel::kenmerk, &Draaiboekregel::bsn, &Draaiboekregel::loonheffingennummer,
          &Draaiboekregel::gemeentecode, &Draaiboekregel::loonwaarde, &Draaiboekregel::forfaitair,
          &Draaiboekregel::verwijst_naar, &Draaiboekregel::toelichting}) {
      changed |= TryRegel(index, [field](Draaiboekregel& regel) { (regel.*field).clear(); });
    }
    for (std::optional<Dag> Draaiboekregel::*field :
         {&Draaiboekregel::datum_van, &Draaiboekregel::datum_tot}) {
      changed |= TryRegel(index, [field](Draaiboekregel& regel) { (regel.*field).reset(); });
    }
    return changed;
  }

  // What most lines have says least.
  bool MakePlain(size_t index) {
    const bool has_gemeentecode = !regels()[index].gemeentecode.empty();
    const bool is_lks = regels()[index].soort == Soort::kLks;
    bool changed = false;
    if (has_gemeentecode) {
      changed |= TryRegel(index, [](Draaiboekregel& plain) { plain.gemeentecode = "0363"; });
    }
    if (is_lks) {
      changed |= TryRegel(index, [](Draaiboekregel& plain) {
        plain.loonwaarde = "55";
        plain.forfaitair = "N";
      });
    }
    return changed;
  }

  // To the line before, or as near to it as may be; at 09:00, where that says no more than it must.
  bool MoveTijdstip(size_t index) {
    const absl::Time tijdstip = regels()[index].tijdstip;
    const Dag dag = DagVan(tijdstip);
    if (index > 0) {
      const absl::Time before = regels()[index - 1].tijdstip;
      if (before < tijdstip && TryTijdstip(index, before)) return true;
      const Dag dag_before = DagVan(before);
      for (const Dag nearer : {dag_before, dag_before + Dagen(1), Halfway(dag_before, dag)}) {
        if (nearer < dag && TryTijdstip(index, *TijdstipOp(nearer, "09:00"))) return true;
      }
    } else if (regels().size() > 1) {
      const absl::Time after = regels()[1].tijdstip;
      if (tijdstip < after && TryTijdstip(index, after)) return true;
      const Dag nearer = Halfway(dag, DagVan(after));
      if (dag < nearer && TryTijdstip(index, *TijdstipOp(nearer, "09:00"))) return true;
    }
    return TryPlainTijdstip(tijdstip, *TijdstipOp(dag, "09:00"));
  }

  // All lines at one instant move together, so that their order stays.
  bool TryPlainTijdstip(absl::Time tijdstip, absl::Time plain) {
    if (tijdstip == plain) return false;
    Proef candidate = best_.proef;
    for (Draaiboekregel& regel : candidate.draaiboek) {
      if (regel.tijdstip == tijdstip) regel.tijdstip = plain;
    }
    return Try(std::move(candidate));
  }

  bool TryTijdstip(size_t index, absl::Time tijdstip) {
    return TryRegel(index, [tijdstip](Draaiboekregel& regel) { regel.tijdstip = tijdstip; });
  }

  // Nearer to the day of the line.
  bool MoveDag(size_t index, std::optional<Dag> Draaiboekregel::*field) {
    const std::optional<Dag> dag = regels()[index].*field;
    if (!dag) return false;
    const Dag today = DagVan(regels()[index].tijdstip);
    for (const Dag nearer : {today, today - Dagen(1), Halfway(today, *dag)}) {
      if (std::chrono::abs(nearer - today) >= std::chrono::abs(*dag - today)) continue;
      if (TryRegel(index, [&](Draaiboekregel& regel) { regel.*field = nearer; })) return true;
    }
    return false;
  }

  const std::function<absl::StatusOr<bool>(const Proef&)>& still_shows_;
  const int max_plays_;
  Verkleind best_;
};

}  // namespace

Verkleind Verklein(const Proef& proef, const std::function<absl::StatusOr<bool>(const Proef&)>& still_shows,
                   int max_plays) {
  return Verkleiner(proef, still_shows, max_plays).Run();
}

}  // namespace ketenproef::conformance
