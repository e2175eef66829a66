// The peer of `Benchmarks read`: task lines by simdjson's on-demand stream, on one thread.
//
// simdjson_lines FILE [RUNS]: prints gigabytes a second, the median of the runs, over text that is in
// memory already, and what was summed. The whole text is checked to be UTF-8, as that library always
// does; members that nobody asks for are passed over by their brackets and quotes alone.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "simdjson.h"

#ifdef SIMDJSON_THREADS_ENABLED
#error "one thread is measured: build without -pthread"
#endif

using namespace simdjson;

struct Sums {
  size_t lines = 0, texts = 0, excused = 0, planned = 0;
  double coefficient = 0, assigned = 0, completed = 0, late = 0, faults = 0;
};

static void add(ondemand::document_reference line, Sums &sums) {
  for (auto field : line.get_object()) {
    ondemand::raw_json_string key = field.key();
    if (key == "id" || key == "person")
      sums.texts += std::string_view(field.value()).size();
    else if (key == "coefficient")
      sums.coefficient += double(field.value());
    else if (key == "assigned")
      sums.assigned += double(field.value());
    else if (key == "completed")
      sums.completed += double(field.value());
    else if (key == "late")
      sums.late += double(field.value());
    else if (key == "faults")
      sums.faults += double(field.value());
    else if (key == "excused")
      sums.excused += bool(field.value());
    else if (key == "planned")
      sums.planned += bool(field.value());
  }
  sums.lines++;
}

static Sums read(ondemand::parser &parser, const padded_string &text) {
  Sums sums;
  ondemand::document_stream lines;
  auto error = parser.iterate_many(text).get(lines);
  if (error) throw simdjson_error(error);
  for (auto line : lines) add(line.value(), sums);
  return sums;
}

int main(int count, char **arguments) {
  if (count < 2) return 2;
  const int runs = count > 2 ? std::atoi(arguments[2]) : 5;
  padded_string text = padded_string::load(arguments[1]);
  ondemand::parser parser;
  Sums sums;
  std::vector<double> seconds;
  for (int run = 0; run < runs; run++) {
    auto start = std::chrono::steady_clock::now();
    sums = read(parser, text);
    std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
    seconds.push_back(time.count());
  }
  std::sort(seconds.begin(), seconds.end());
  std::printf("%.3f GB/s, %zu lines; %s, sums %.1f %.0f %.0f %.0f %.0f, %zu %zu %zu\n",
              text.size() / seconds[runs / 2] / 1e9, sums.lines,
              get_active_implementation()->name().c_str(), sums.coefficient, sums.assigned,
              sums.completed, sums.late, sums.faults, sums.excused, sums.planned, sums.texts);
}
