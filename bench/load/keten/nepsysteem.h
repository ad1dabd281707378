// A UWV that a test holds in its hand: it keeps what `load` asks for, by rules of its own reading, and can be
// told to do one thing wrong.
#ifndef KETENPROEF_BENCH_LOAD_KETEN_NEPSYSTEEM_H_
#define KETENPROEF_BENCH_LOAD_KETEN_NEPSYSTEEM_H_

#include <memory>
#include <string>

namespace ketenproef::load {

enum class Gebrek {
  kGeen,
  kVerliest,         // acknowledges some ziekmeldingen and does not keep them
  kVergeetJournaal,  // keeps some that are not in its journal
  kVerdubbelt,       // keeps some twice
  kVerkeerdeBoete,   // says of those 7 days late that they owe 70 euro
  kVerkeerdeRegel,   // refuses under another rule
  kTeStreng,         // refuses some that every rule allows
  kTeRuim,           // accepts what ZM-03 refuses
  kTeltVerkeerd,     // has counted one more than it accepted
  kValtUit,          // is away for some calls
};

class Nepsysteem {
 public:
  explicit Nepsysteem(Gebrek gebrek);
  ~Nepsysteem();

  std::string address() const;
  // How many omgevingen there are now.
  int omgevingen() const;

 private:
  struct Delen;
  std::unique_ptr<Delen> delen_;
};

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_KETEN_NEPSYSTEEM_H_
