/* The limit of an import: the rows of a finished study, written again through SQLite's C interface and nothing else.

     import STUDY COPY [FILES]

   Before the clock starts, every row of STUDY is read into memory. Then COPY is made with the same tables, views and index, the
   same settings (WAL, synchronous=FULL, foreign keys), and the rows are inserted by statements that are prepared once, text bound
   without a copy: FILES files (1 unless said) in a transaction, as the program promises; the terms and their stems at the end. So
   the limit reads no file, finds no turns and no sentences, counts and stems no words, hashes and compresses nothing: all of that
   stands in the rows already. Prints the seconds it took, and its peak memory in megabytes without the rows that were read. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

typedef struct {
  int type;
  int length;
  union {
    sqlite3_int64 integer;
    double real;
    char *bytes;
  } value;
} cell;

typedef struct {
  const char *name;
  const char *order;
  int of_file; /* Column that tells the file a row belongs to; -1 for tables written at once. */
  int columns;
  long rows, capacity, next;
  cell *cells;
  sqlite3_stmt *insert;
} table;

enum { ORIGINALS, TRANSCRIPTS, SPEAKERS, TURNS, SEGMENTS, PER_FILE };

static table tables[] = {
    {"originals", "original_id", 0},
    {"transcripts", "transcript_id", 4},
    {"speakers", "speaker_id", 1},
    {"turns", "turn_id", 1},
    {"segments", "segment_id", 1},
    {"study", "1", -1},
    {"cases", "1", -1},
    {"acts", "1", -1},
    {"act_changes", "1, 2", -1},
    {"terms", "1", -1},
    {"term_stems", "1, 2", -1},
};
enum { TABLES = sizeof tables / sizeof *tables };

static void need(int good, sqlite3 *db, const char *what) {
  if (good) return;
  fprintf(stderr, "%s: %s\n", what, db ? sqlite3_errmsg(db) : "no memory");
  exit(2);
}

static void run(sqlite3 *db, const char *sql) { need(sqlite3_exec(db, sql, 0, 0, 0) == SQLITE_OK, db, sql); }

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
  sqlite3_stmt *statement;
  need(sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, 0) == SQLITE_OK, db, sql);
  return statement;
}

static cell read_cell(sqlite3_stmt *row, int column) {
  cell c = {sqlite3_column_type(row, column), sqlite3_column_bytes(row, column), {0}};
  if (c.type == SQLITE_INTEGER) c.value.integer = sqlite3_column_int64(row, column);
  if (c.type == SQLITE_FLOAT) c.value.real = sqlite3_column_double(row, column);
  if (c.type == SQLITE_TEXT || c.type == SQLITE_BLOB) {
    c.value.bytes = malloc((size_t)c.length + 1);
    need(c.value.bytes != 0, 0, "read");
    if (c.length) memcpy(c.value.bytes, sqlite3_column_blob(row, column), (size_t)c.length);
  }
  return c;
}

static void read_table(sqlite3 *db, table *t) {
  char sql[200];
  snprintf(sql, sizeof sql, "SELECT * FROM %s ORDER BY %s", t->name, t->order);
  sqlite3_stmt *row = prepare(db, sql);
  t->columns = sqlite3_column_count(row);
  while (sqlite3_step(row) == SQLITE_ROW) {
    if (t->rows == t->capacity) {
      t->capacity = t->capacity * 2 + 1024;
      t->cells = realloc(t->cells, (size_t)(t->capacity * t->columns) * sizeof(cell));
      need(t->cells != 0, 0, "read");
    }
    for (int i = 0; i < t->columns; i++) t->cells[t->rows * t->columns + i] = read_cell(row, i);
    t->rows++;
  }
  sqlite3_finalize(row);
}

static void prepare_insert(sqlite3 *db, table *t) {
  char sql[300];
  int at = snprintf(sql, sizeof sql, "INSERT INTO %s VALUES (?", t->name);
  for (int i = 1; i < t->columns; i++) at += snprintf(sql + at, sizeof sql - (size_t)at, ", ?");
  snprintf(sql + at, sizeof sql - (size_t)at, ")");
  t->insert = prepare(db, sql);
}

static void insert(sqlite3 *db, table *t) {
  cell *row = t->cells + t->next++ * t->columns;
  for (int i = 0; i < t->columns; i++) {
    cell c = row[i];
    switch (c.type) {
      case SQLITE_INTEGER: sqlite3_bind_int64(t->insert, i + 1, c.value.integer); break;
      case SQLITE_FLOAT: sqlite3_bind_double(t->insert, i + 1, c.value.real); break;
      case SQLITE_TEXT: sqlite3_bind_text(t->insert, i + 1, c.value.bytes, c.length, SQLITE_STATIC); break;
      case SQLITE_BLOB: sqlite3_bind_blob(t->insert, i + 1, c.value.bytes, c.length, SQLITE_STATIC); break;
      default: sqlite3_bind_null(t->insert, i + 1);
    }
  }
  need(sqlite3_step(t->insert) == SQLITE_DONE, db, t->name);
  sqlite3_reset(t->insert);
}

/* The words of the segment that comes next: its text without the label. */
static void index_segment(sqlite3 *db, const table *segments, sqlite3_stmt *index) {
  const cell *row = segments->cells + segments->next * segments->columns;
  const char *text = row[8].value.bytes, *end = text + row[8].length;
  for (sqlite3_int64 left = row[6].value.integer; left > 0 && text < end; left--) {
    do text++;
    while (text < end && (*text & 0xC0) == 0x80);
  }
  sqlite3_bind_int64(index, 1, row[0].value.integer);
  sqlite3_bind_text(index, 2, text, (int)(end - text), SQLITE_STATIC);
  need(sqlite3_step(index) == SQLITE_DONE, db, "index");
  sqlite3_reset(index);
}

static sqlite3_int64 owner(const table *t) {
  return t->next < t->rows ? t->cells[t->next * t->columns + t->of_file].value.integer : -1;
}

static void insert_file(sqlite3 *db, sqlite3_stmt *index) {
  sqlite3_int64 original = owner(&tables[ORIGINALS]);
  insert(db, &tables[ORIGINALS]);
  while (owner(&tables[TRANSCRIPTS]) == original) {
    const table *t = &tables[TRANSCRIPTS];
    sqlite3_int64 transcript = t->cells[t->next * t->columns].value.integer;
    insert(db, &tables[TRANSCRIPTS]);
    while (owner(&tables[SPEAKERS]) == transcript) insert(db, &tables[SPEAKERS]);
    while (owner(&tables[TURNS]) == transcript) insert(db, &tables[TURNS]);
    long first = tables[SEGMENTS].next;
    while (owner(&tables[SEGMENTS]) == transcript) insert(db, &tables[SEGMENTS]);
    table at = tables[SEGMENTS];
    for (at.next = first; at.next < tables[SEGMENTS].next; at.next++) index_segment(db, &at, index);
  }
}

static char *schema_of(sqlite3 *db) {
  sqlite3_stmt *row = prepare(
      db, "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE "
          "'segment_index_%' AND name NOT LIKE 'sqlite_%' ORDER BY rowid)");
  sqlite3_step(row);
  char *sql = strdup((const char *)sqlite3_column_text(row, 0));
  sqlite3_finalize(row);
  return sql;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double cpu(void) {
  struct rusage use;
  getrusage(RUSAGE_SELF, &use);
  return (double)(use.ru_utime.tv_sec + use.ru_stime.tv_sec) +
         (double)(use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e6;
}

int main(int count, char **arguments) {
  if (count < 3) return 64;
  int files = count > 3 ? atoi(arguments[3]) : 1;
  sqlite3 *from, *to;
  need(sqlite3_open_v2(arguments[1], &from, SQLITE_OPEN_READONLY, 0) == SQLITE_OK, from, arguments[1]);
  char *schema = schema_of(from);
  for (int i = 0; i < TABLES; i++) read_table(from, &tables[i]);
  sqlite3_close(from);

  double began = now(), worked = cpu();
  need(sqlite3_open(arguments[2], &to) == SQLITE_OK, to, arguments[2]);
  run(to, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY");
  run(to, schema);
  run(to, "PRAGMA foreign_keys = ON");
  for (int i = 0; i < TABLES; i++) prepare_insert(to, &tables[i]);
  sqlite3_stmt *index = prepare(to, "INSERT INTO segment_index (rowid, words) VALUES (?, ?)");
  run(to, "BEGIN IMMEDIATE");
  for (int i = PER_FILE; i < TABLES && strcmp(tables[i].name, "terms") != 0; i++) {
    while (tables[i].next < tables[i].rows) insert(to, &tables[i]);
  }
  run(to, "COMMIT");
  while (tables[ORIGINALS].next < tables[ORIGINALS].rows) {
    run(to, "BEGIN IMMEDIATE");
    for (int i = 0; i < files && tables[ORIGINALS].next < tables[ORIGINALS].rows; i++) insert_file(to, index);
    run(to, "COMMIT");
  }
  run(to, "BEGIN IMMEDIATE");
  for (int i = PER_FILE; i < TABLES; i++) {
    while (tables[i].next < tables[i].rows) insert(to, &tables[i]);
  }
  run(to, "COMMIT");
  for (int i = 0; i < TABLES; i++) sqlite3_finalize(tables[i].insert);
  sqlite3_finalize(index);
  need(sqlite3_close(to) == SQLITE_OK, to, "close");
  printf("%.3f %.3f %.1f\n", now() - began, cpu() - worked, (double)sqlite3_memory_highwater(0) / 1e6);
  return 0;
}
