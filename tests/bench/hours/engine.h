#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "hours/evaluate.h"
#include "hours/parse.h"
#include "json/document.h"

// townboard::hours as it is measured, natively by townboard.cpp and as WebAssembly by hours_bench.cpp.
namespace bench {

using namespace townboard;

class Engine {
 public:
  // `calendar`: the text of data/calendars/DE.json.
  explicit Engine(std::string_view calendar) {
    const json::Document document(calendar);
    text::Problems problems;
    calendar_ = calendar::Calendar::read(document.root(), "DE-BE", problems);
    zone_ = *time::Zone::parse("CET-1CEST,M3.5.0,M10.5.0/3");
    context_.calendar = &calendar_;
    context_.zone = &zone_;
    context_.position = calendar::Position{52.52, 13.40};
  }
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  // Makes `text` the value that is asked about, with nothing worked out. False when it is refused: then it has no rules.
  bool place(std::string_view text) {
    evaluator_.reset();
    hours::Reading reading = hours::read_hours(text);
    value_ = reading.ok() ? std::move(*reading.value) : hours::Hours{};
    evaluator_.emplace(value_, context_);
    return reading.ok();
  }
  std::int64_t parse(std::string_view text) const {
    return static_cast<std::int64_t>(hours::read_hours(text).value->rules.size());
  }
  std::int64_t parse_and_state(std::string_view text, time::Instant at) const {
    const hours::Reading reading = hours::read_hours(text);
    return static_cast<std::int64_t>(hours::Evaluator(*reading.value, context_).at(zone_.wall_at(at)).state);
  }
  std::int64_t state(time::Instant at) const { return static_cast<std::int64_t>(evaluator_->state_at(at)); }
  std::int64_t next_change(time::Instant at) const { return evaluator_->next_change_instant(at).value_or(0); }

 private:
  calendar::Calendar calendar_;
  time::Zone zone_;
  hours::Context context_;
  hours::Hours value_;
  std::optional<hours::Evaluator> evaluator_;
};

}  // namespace bench
