#include "server/journal/gebeurtenis_text.h"

#include <array>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "server/journal/gebeurtenis_schema.h"
#include "server/journal/waarde_text.h"

namespace ketenproef {
namespace {

template <typename T>
concept HasFields = requires {
  Fields<T>::kList;
};

// The names of the members of T, in order, out of "&T::een, &T::twee".
template <HasFields T>
const std::vector<absl::string_view>& NamenVan() {
  static const auto* const kNamen = [] {
    auto* const made = new std::vector<absl::string_view>();
    for (const absl::string_view member : absl::StrSplit(Fields<T>::kMembers, ',')) {
      made->push_back(member.substr(member.rfind(':') + 1));
    }
    return made;
  }();
  return *kNamen;
}

// Calls `visit` with the name and the value of every member of `value`.
template <HasFields T, typename Value, typename Visit>
void ForEachField(Value& value, const Visit& visit) {
  std::size_t next = 0;
  std::apply([&](auto... members) { (visit(NamenVan<T>()[next++], value.*members), ...); }, Fields<T>::kList);
}

// While it lives, `name.` stands behind the names of the structs that one is in.
class Inside {
 public:
  Inside(std::string& path, absl::string_view name) : path_(path), size_(path.size()) {
    absl::StrAppend(&path, name, ".");
  }
  ~Inside() { path_.resize(size_); }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

 private:
  std::string& path_;
  const std::size_t size_;
};

class FieldWriter {
 public:
  explicit FieldWriter(std::string* text) : text_(*text) {}

  template <HasFields T>
  void PutAll(const T& value) {
    ForEachField<T>(value, [this](absl::string_view name, const auto& member) { this->Put(name, member); });
  }

 private:
  template <typename T>
  void Put(absl::string_view name, const T& value) {
    if constexpr (HasFields<T>) {
      const Inside inside(path_, name);
      PutAll(value);
    } else {
      absl::StrAppend(&text_, " ", path_, name, "=");
      AppendWaarde(value, &text_);
    }
  }

  std::string& text_;
  std::string path_;
};

// Reads until something is wrong; from then on nothing.
class FieldReader {
 public:
  explicit FieldReader(absl::string_view rest) : rest_(rest) {}

  template <HasFields T>
  void GetAll(T& value) {
    ForEachField<T>(value, [this](absl::string_view name, auto& member) { this->Get(name, member); });
  }

  // Of the first error, or of what is left over.
  absl::Status status() const {
    if (status_.ok() && !rest_.empty()) {
      return absl::InvalidArgumentError("there are more fields than the event has");
    }
    return status_;
  }

 private:
  template <typename T>
  void Get(absl::string_view name, T& value) {
    if (!status_.ok()) return;
    if constexpr (HasFields<T>) {
      const Inside inside(path_, name);
      GetAll(value);
    } else {
      const std::string field = absl::StrCat(path_, name);
      if (!absl::ConsumePrefix(&rest_, " ") || !absl::ConsumePrefix(&rest_, field) ||
          !absl::ConsumePrefix(&rest_, "=")) {
        status_ = absl::InvalidArgumentError(absl::StrCat("the field ", field, " is missing here"));
      } else if (!ParseWaarde(TakeWord(), &value)) {
        status_ =
            absl::InvalidArgumentError(absl::StrCat("the field ", field, " has no value that it could have"));
      }
    }
  }

  // Up to the next blank; a text in quotes up to the quote that ends it.
  absl::string_view TakeWord() {
    std::size_t size = 0;
    if (!rest_.empty() && rest_.front() == '"') {
      for (size = 1; size < rest_.size() && rest_[size] != '"'; ++size) {
        if (rest_[size] == '\\') ++size;
      }
      ++size;
    } else {
      size = rest_.find(' ');
    }
    const absl::string_view word = rest_.substr(0, size);
    rest_.remove_prefix(word.size());
    return word;
  }

  absl::string_view rest_;
  std::string path_;
  absl::Status status_;
};

template <std::size_t kKind>
absl::StatusOr<Gebeurtenis> ParseKind(absl::string_view fields) {
  auto event = Blank<std::variant_alternative_t<kKind, Gebeurtenis>>();
  FieldReader reader(fields);
  reader.GetAll(event);
  if (absl::Status status = reader.status(); !status.ok()) return status;
  return Gebeurtenis(std::in_place_index<kKind>, std::move(event));
}

template <std::size_t... kKinds>
absl::StatusOr<Gebeurtenis> ParseNamed(absl::string_view kind, absl::string_view fields,
                                       std::index_sequence<kKinds...>) {
  absl::StatusOr<Gebeurtenis> event =
      absl::InvalidArgumentError("no event of this kind is known to this version");
  const auto try_one = [&]<std::size_t kKind>() {
    if (kind != Fields<std::variant_alternative_t<kKind, Gebeurtenis>>::kType) return false;
    event = ParseKind<kKind>(fields);
    return true;
  };
  (void)(try_one.template operator()<kKinds>() || ...);
  return event;
}

}  // namespace

void AppendGebeurtenisText(const Gebeurtenis& gebeurtenis, std::string* text) {
  std::visit(
      [text](const auto& event) {
        absl::StrAppend(text, Fields<std::remove_cvref_t<decltype(event)>>::kType);
        FieldWriter(text).PutAll(event);
      },
      gebeurtenis);
}

absl::StatusOr<Gebeurtenis> ParseGebeurtenisText(absl::string_view text) {
  const absl::string_view kind = text.substr(0, text.find(' '));
  return ParseNamed(kind, text.substr(kind.size()),
                    std::make_index_sequence<std::variant_size_v<Gebeurtenis>>());
}

}  // namespace ketenproef
