/* Files of other programs, which are not to be trusted. */

#include <sqlite3.h>

#include "cstore.h"

int draad_open_foreign(const char *path, int immutable, sqlite3 **out) {
  char *uri = sqlite3_mprintf("file:%s?mode=ro%s", path, immutable ? "&immutable=1" : "");
  if (!uri) return SQLITE_NOMEM;
  int code = sqlite3_open_v2(uri, out, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, 0);
  sqlite3_free(uri);
  if (code != SQLITE_OK) {
    sqlite3_close(*out);
    *out = 0;
    return code;
  }
  sqlite3_db_config(*out, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  sqlite3_db_config(*out, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
  sqlite3_db_config(*out, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)0);
  sqlite3_db_config(*out, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)0);
  sqlite3_limit(*out, SQLITE_LIMIT_LENGTH, 256 << 20);
  sqlite3_limit(*out, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_exec(*out, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0", 0, 0, 0);
  return SQLITE_OK;
}
