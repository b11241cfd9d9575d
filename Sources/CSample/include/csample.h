#ifndef CSAMPLE_H
#define CSAMPLE_H

#include <stddef.h>

/// A file of the sample study; its path stands in the folder of the study, with '/' between the parts.
typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t size;
} sample_file;

/// The file with this number from 0; without a path after the last.
sample_file sample_file_at(size_t index);

#endif
