// Which moments of a timeline a report shows. A case can have a thousand, of which a reader wants those that
// were wrong and what stood around them.
//
// Pure function: safe from any thread.

#ifndef CONFORMANCE_REPORT_SHOWN_MOMENTS_H_
#define CONFORMANCE_REPORT_SHOWN_MOMENTS_H_

#include <google/protobuf/repeated_ptr_field.h>

#include <vector>

#include "ketenproef/conformance/v1/result.pb.h"

namespace ketenproef::conformance {

// A moment of a case, which outlives this.
struct NumberedMoment {
  const v1::Moment* moment;
  int number;  // in the whole timeline, from 1
};

// Enough for nearly every case; more is no drawing but a stripe.
inline constexpr int kMaxMoments = 40;

// All of them where there are no more than kMaxMoments. Otherwise that many, in order: the first and the
// last, those that are wrong, the nearest before and after these, and then from the beginning.
std::vector<NumberedMoment> ShownMoments(const google::protobuf::RepeatedPtrField<v1::Moment>& timeline);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_REPORT_SHOWN_MOMENTS_H_
