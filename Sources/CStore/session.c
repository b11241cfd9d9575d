#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "cstore.h"

struct draad_recording {
  sqlite3_session *session;
};

int draad_record(sqlite3 *db, const char *const *tables, int count, draad_recording **out) {
  draad_recording *recording = calloc(1, sizeof *recording);
  if (!recording) return SQLITE_NOMEM;
  int rc = sqlite3session_create(db, "main", &recording->session);
  for (int i = 0; rc == SQLITE_OK && i < count; i++) rc = sqlite3session_attach(recording->session, tables[i]);
  if (rc != SQLITE_OK) {
    if (recording->session) sqlite3session_delete(recording->session);
    free(recording);
    return rc;
  }
  *out = recording;
  return SQLITE_OK;
}

int draad_record_end(draad_recording *recording, void **changes, int *size) {
  *changes = NULL;
  *size = 0;
  int rc = sqlite3session_changeset(recording->session, size, changes);
  sqlite3session_delete(recording->session);
  free(recording);
  if (rc == SQLITE_OK && *size == 0) {
    sqlite3_free(*changes);
    *changes = NULL;
  }
  return rc;
}

/* A row that a foreign key's cascade has deleted already is no conflict. Where a file comes from is not undone; older
   versions recorded it. */
static int on_conflict(void *context, int kind, sqlite3_changeset_iter *iterator) {
  const char *table;
  int columns, operation, indirect;
  (void)context;
  if (kind == SQLITE_CHANGESET_NOTFOUND &&
      sqlite3changeset_op(iterator, &table, &columns, &operation, &indirect) == SQLITE_OK &&
      operation == SQLITE_DELETE) {
    return SQLITE_CHANGESET_OMIT;
  }
  /* Where keys are left that point to nothing there is no table. */
  if (sqlite3changeset_op(iterator, &table, &columns, &operation, &indirect) == SQLITE_OK && table &&
      strcmp(table, "copies") == 0) {
    return SQLITE_CHANGESET_OMIT;
  }
  return SQLITE_CHANGESET_ABORT;
}

int draad_apply(sqlite3 *db, const void *changes, int size, int inverted) {
  return sqlite3changeset_apply_v2(db, size, (void *)changes, NULL, on_conflict, NULL, NULL, NULL,
                                   inverted ? SQLITE_CHANGESETAPPLY_INVERT : 0);
}

int draad_visit_changes(const void *changes, int size, const char *table, int column, void *context,
                        void (*visit)(void *context, int64_t value)) {
  sqlite3_changeset_iter *iterator = NULL;
  int rc = sqlite3changeset_start(&iterator, size, (void *)changes);
  if (rc != SQLITE_OK) return rc;
  while (sqlite3changeset_next(iterator) == SQLITE_ROW) {
    const char *name;
    int columns, operation, indirect;
    sqlite3_value *value = NULL;
    sqlite3changeset_op(iterator, &name, &columns, &operation, &indirect);
    if (strcmp(name, table) != 0 || column >= columns) continue;
    if (operation != SQLITE_INSERT) sqlite3changeset_old(iterator, column, &value);
    if (!value && operation != SQLITE_DELETE) sqlite3changeset_new(iterator, column, &value);
    if (value) visit(context, sqlite3_value_int64(value));
  }
  return sqlite3changeset_finalize(iterator);
}

int draad_visit_removed(const void *changes, int size, const char *table, void *context,
                        void (*visit)(void *context, int column, const char *text, int length)) {
  sqlite3_changeset_iter *iterator = NULL;
  int rc = sqlite3changeset_start(&iterator, size, (void *)changes);
  if (rc != SQLITE_OK) return rc;
  while (sqlite3changeset_next(iterator) == SQLITE_ROW) {
    const char *name;
    int columns, operation, indirect;
    sqlite3changeset_op(iterator, &name, &columns, &operation, &indirect);
    if (operation != SQLITE_DELETE || strcmp(name, table) != 0) continue;
    for (int column = 0; column < columns; column++) {
      sqlite3_value *value = NULL;
      sqlite3changeset_old(iterator, column, &value);
      int type = value ? sqlite3_value_type(value) : SQLITE_NULL;
      const char *text = NULL;
      if (type == SQLITE_TEXT || type == SQLITE_INTEGER) text = (const char *)sqlite3_value_text(value);
      visit(context, column, text, text ? sqlite3_value_bytes(value) : 0);
    }
  }
  return sqlite3changeset_finalize(iterator);
}

int draad_changes_touch(const void *changes, int size, const char *const *tables, int count) {
  sqlite3_changeset_iter *iterator = NULL;
  if (sqlite3changeset_start(&iterator, size, (void *)changes) != SQLITE_OK) return 1;
  int touched = 0, rc = SQLITE_ROW;
  while (!touched && (rc = sqlite3changeset_next(iterator)) == SQLITE_ROW) {
    const char *name;
    int columns, operation, indirect;
    sqlite3changeset_op(iterator, &name, &columns, &operation, &indirect);
    for (int i = 0; i < count; i++) touched |= strcmp(name, tables[i]) == 0;
  }
  sqlite3changeset_finalize(iterator);
  /* What cannot be read may touch anything. */
  return touched || rc != SQLITE_DONE;
}

void draad_free(void *memory) { sqlite3_free(memory); }
