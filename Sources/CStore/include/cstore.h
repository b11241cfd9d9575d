/* What the store needs of SQLite's C interface that Swift cannot reach: change sessions, and a tap on the tokenizer. */
#ifndef DRAAD_CSTORE_H
#define DRAAD_CSTORE_H

#include <stddef.h>
#include <stdint.h>

typedef struct sqlite3 sqlite3;
typedef struct draad_recording draad_recording;
typedef struct draad_tap draad_tap;

/* SQLite counts no bytes of memory, and so needs no lock for each piece of it; it takes names that begin with file: for
   more than a path. Before its first use in the process. */
int draad_configure(void);

/* Opens a file of another program, its path escaped as in a URI: to be read only, its schema not trusted, without its views. */
int draad_open_foreign(const char *_Nonnull path, int immutable, sqlite3 *_Nullable *_Nonnull out);

/* Starts to record the changes of the named tables. The result is an SQLite result code. */
int draad_record(sqlite3 *_Nonnull db, const char *_Nonnull const *_Nonnull tables, int count,
                 draad_recording *_Nullable *_Nonnull out);

/* Ends a recording; *changes is NULL when nothing changed, else freed with draad_free. */
int draad_record_end(draad_recording *_Nonnull recording, void *_Nullable *_Nonnull changes, int *_Nonnull size);

/* Makes recorded changes again, or unmakes them. A row that is not as recorded ends it with SQLITE_ABORT. */
int draad_apply(sqlite3 *_Nonnull db, const void *_Nonnull changes, int size, int inverted);

/* Calls visit with the value of an integer column for each changed row of the table. */
int draad_visit_changes(const void *_Nonnull changes, int size, const char *_Nonnull table, int column,
                        void *_Nullable context, void (*_Nonnull visit)(void *_Nullable context, int64_t value));

/* Calls visit with each column of each row of the table that was taken away: a text or a number as text, else NULL. */
int draad_visit_removed(const void *_Nonnull changes, int size, const char *_Nonnull table, void *_Nullable context,
                        void (*_Nonnull visit)(void *_Nullable context, int column, const char *_Nullable text,
                                               int length));

/* Whether a row of one of the named tables is changed; 1 also where that cannot be told. */
int draad_changes_touch(const void *_Nonnull changes, int size, const char *_Nonnull const *_Nonnull tables,
                        int count);

void draad_free(void *_Nullable memory);

/* Nothing that a file says can make SQL of it write to what SQLite keeps for itself. The result is an SQLite result code. */
int draad_defend(sqlite3 *_Nonnull db);

/* Whether what stands beside the file is left there when the connection is closed, and not taken into the file. */
int draad_keep_log(sqlite3 *_Nonnull db, int keeping);

/* Gives a file its name in one step; one that is there is replaced only where that is said. The result is 0 or an errno. */
int draad_take_name(const char *_Nonnull from, const char *_Nonnull to, int replacing);

/* Holds an open file for this process until it is closed, without waiting. The result is 0 or an errno. */
int draad_lock_file(int descriptor);

/* Stands in for FTS5's tokenizer unicode61 on this connection only, and can count the words that pass through. */
int draad_tap_install(sqlite3 *_Nonnull db, draad_tap *_Nullable *_Nonnull out);

/* sign 1 counts the words of indexed text, -1 takes them off, 0 does not count. */
void draad_tap_sign(draad_tap *_Nonnull tap, int sign);

/* Counts the words of a text without indexing it; the sign must be set. The result is an SQLite result code. */
int draad_tap_count(draad_tap *_Nonnull tap, const char *_Nonnull text, int length);

size_t draad_tap_size(const draad_tap *_Nonnull tap);

/* A counted word as it stood in the text, the capitals A to Z small; valid until the tap is cleared or text is indexed. */
const char *_Nonnull draad_tap_word(const draad_tap *_Nonnull tap, size_t index, int *_Nonnull length,
                                    int64_t *_Nonnull count);

void draad_tap_clear(draad_tap *_Nonnull tap);

/* Where bytes stand first among others, in bytes from the start; -1 where they do not. */
ptrdiff_t draad_place(const void *_Nonnull text, size_t length, const void *_Nonnull part, size_t size);

#endif
