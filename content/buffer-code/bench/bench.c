// Puts readings into the buffer and takes them out again, and tells what came of it, one fact a line.
#include <stdio.h>

#include "offline_buffer.h"

static int taken = 0;
static bool works = true;

#ifdef STAMP
#define MADE , (STAMP)1234567890 + i
static bool publish(const char *topic, const char *payload, uint8_t qos, const reading_t *whole) {
  if (!works) return false;
  printf("sent %s %s %u %lld\n", topic, payload, (unsigned)qos, (long long)whole->made);
#else
#define MADE
static bool publish(const char *topic, const char *payload, uint8_t qos) {
  if (!works) return false;
  printf("sent %s %s %u\n", topic, payload, (unsigned)qos);
#endif
  taken++;
  return true;
}

static char long_topic[5000];

int main(void) {
  buffer_begin();
  for (int i = 1; i <= PUSHES; i++) {
    char payload[16];
    snprintf(payload, sizeof payload, "n%04d", i);
    if (!buffer_push("t/1", payload, 1 MADE)) printf("refused %d\n", i);
  }
  memset(long_topic, 'x', TOPIC_ROOM);
  int i = 0;
  (void)i;
  printf("too long %d\n", buffer_push(long_topic, "p", 0 MADE));
  works = false;
  buffer_drain(1, publish);
  printf("taken while it fails %d\n", taken);
  works = true;
  for (uint32_t now = 1; now < 100000; now++) buffer_drain(now, publish);
  printf("taken %d\n", taken);
  printf("dropped %u\n", (unsigned)buffer.dropped);
  printf("record %u\n", (unsigned)sizeof(reading_t));
  printf("whole %u\n", (unsigned)sizeof buffer);
  return 0;
}
