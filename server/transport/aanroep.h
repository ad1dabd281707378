// What every call that works on one environment has in common, before and after its handler: whether the
// simulator plays the role that serves it, and the fault plans that hit it.
#ifndef KETENPROEF_SERVER_TRANSPORT_AANROEP_H_
#define KETENPROEF_SERVER_TRANSPORT_AANROEP_H_

#include <google/protobuf/message.h>
#include <grpcpp/alarm.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "server/omgeving/omgevingen.h"

namespace ketenproef {

// What is known of a method.
struct Methode {
  std::string naam;             // full, such as ketenproef.v1.KlokService/GetClock
  std::optional<Rolsoort> rol;  // that serves it, where it is not the simulator's own
  bool of_the_chain = false;    // fault plans are for these
  bool moves_clock = false;
};

// Of the method that takes this request; no two methods share one.
Methode DescribeMethode(const google::protobuf::Descriptor& request);
template <typename Request>
const Methode& MethodeOf() {
  static const auto* const kMethode = new Methode(DescribeMethode(*Request::descriptor()));
  return *kMethode;
}

class Aanroep : public Writer::Call {
 public:
  void Run(Omgeving& omgeving) final;
  void Done(const absl::Status& durable) final;
  bool MovesClock() const final { return methode_.moves_clock; }

 protected:
  Aanroep(std::shared_ptr<Writer> writer, const Methode& methode)
      : writer_(std::move(writer)), methode_(methode) {}
  ~Aanroep() = default;

  // Null where the call names no environment that is there.
  Writer* writer() const { return writer_.get(); }

 private:
  // What the call asks for, for the gemeente that a fault plan may be limited to.
  virtual const google::protobuf::Message& Gevraagd() const = 0;
  // Runs the handler once, with an empty response; on the writer's thread.
  virtual absl::Status Handle(Omgeving& omgeving) = 0;
  // What Handle did is durable, or not: answers.
  virtual void Answer(const absl::Status& status) = 0;

  absl::Status HandleWith(const Storing& storing, Omgeving& omgeving);

  std::shared_ptr<Writer> writer_;
  const Methode& methode_;
  absl::Status status_;
  bool was_held_ = false;  // by a fault plan; the next Run carries it out
  std::uint32_t vertraging_ms_ = 0;
  std::unique_ptr<grpc::Alarm> alarm_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_TRANSPORT_AANROEP_H_
