// Just enough of arduino-esp32 for a compiler to read the sketches that are made here; declarations alone, written for these tests.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

class String {
public:
  String(const char *text = "");
};
String operator+(const String &left, const char *right);
String operator+(const String &left, const String &right);

class SerialPort {
public:
  void begin(unsigned long baud);
  void println(const String &text);
  void println(const char *text);
  size_t printf(const char *format, ...) __attribute__((format(printf, 2, 3)));
};
extern SerialPort Serial;

unsigned long millis();
long random(long below);
uint32_t esp_random();

class Client {};
