// What page/report.mustache shows of the timeline of a case: the drawing, and the moments as the list that
// explains it, which is also its text for who cannot see it.
//
// Pure function: safe from any thread.

#ifndef CONFORMANCE_REPORT_HTML_TIMELINE_H_
#define CONFORMANCE_REPORT_HTML_TIMELINE_H_

#include <google/protobuf/repeated_ptr_field.h>

#include <kainjow/mustache.hpp>
#include <string>

#include "ketenproef/conformance/v1/result.pb.h"

namespace ketenproef::conformance {

// The section `tijdlijn`. `timeline` holds a moment at least; `anchor` is an id of the page for its list.
kainjow::mustache::data TimelineData(const google::protobuf::RepeatedPtrField<v1::Moment>& timeline,
                                     const std::string& anchor);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_REPORT_HTML_TIMELINE_H_
