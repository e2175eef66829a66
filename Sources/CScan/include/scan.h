#ifndef MERIT_SCAN_H
#define MERIT_SCAN_H

#include <stddef.h>
#include <stdint.h>

/// Whether this machine has the instructions that `scan_bytes` uses.
int scan_is_built_in(void);

/// What `scan_bytes` found of all bytes together.
enum {
  /// They are not UTF-8 (Unicode 15.0, table 3-7).
  scan_not_utf8 = 1,
  /// One of them is 0xCC, with which the marks that may be composed begin.
  scan_has_marks = 2
};

/// Sets one bit for each byte, the lowest of a byte first, at which a string of JSON stops: a quote, a
/// backslash, a control character; and all bits behind the end up to `(count / 64 + 1) * 64`.
///
/// `stops` has room for `(count / 64 + 1) * 8` bytes. Must be called only where `scan_is_built_in()`.
int scan_bytes(const uint8_t *bytes, size_t count, uint8_t *stops);

/// How often `byte` stands in `bytes`, on any machine.
size_t scan_count(const uint8_t *bytes, size_t count, uint8_t byte);

#endif
