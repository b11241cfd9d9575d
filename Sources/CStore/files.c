#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "cstore.h"

int draad_defend(sqlite3 *db) { return sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0); }

int draad_keep_log(sqlite3 *db, int keeping) {
  return sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keeping, (int *)0);
}

int draad_take_name(const char *from, const char *to, int replacing) {
  if (replacing) return rename(from, to) == 0 ? 0 : errno;
  if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  /* A file system that cannot do that in one step. */
  if (link(from, to) != 0) return errno;
  return unlink(from) == 0 ? 0 : errno;
}

int draad_lock_file(int descriptor) { return flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno; }

ptrdiff_t draad_place(const void *text, size_t length, const void *part, size_t size) {
  const char *place = memmem(text, length, part, size);
  return place == NULL ? -1 : place - (const char *)text;
}
