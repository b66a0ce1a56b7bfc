// Stands in for ESP-IDF's own in the tests: RTC memory is memory that nobody sets to zero.
#pragma once
#define RTC_NOINIT_ATTR
