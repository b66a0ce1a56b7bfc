#pragma once
#include "Arduino.h"

class Preferences {
public:
  bool begin(const char *name, bool readOnly);
  size_t getString(const char *key, char *value, size_t most);
  size_t putString(const char *key, const char *value);
  void end();
};
