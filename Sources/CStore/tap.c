#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "cstore.h"

enum { SHORT = 16 };

/* A short word stands in its entry, so that counting it again touches one place of the memory. */
typedef struct {
  int64_t count;
  uint32_t hash;
  int32_t length;
  union {
    char bytes[SHORT];
    size_t offset;
  } word;
} entry;

typedef struct {
  uint32_t hash;
  uint32_t entry; /* Its index + 1; 0 is free. */
} slot;

struct draad_tap {
  fts5_tokenizer base;
  void *base_context;
  Fts5Tokenizer *own; /* For text that is counted and not indexed. */
  int sign;
  entry *entries;
  size_t size, entry_capacity;
  slot *slots;
  size_t slot_count;
  char *words;
  size_t words_size, words_capacity;
};

typedef struct {
  draad_tap *tap;
  Fts5Tokenizer *inner;
} tapped;

typedef struct {
  draad_tap *tap;
  const char *text;
  void *context;
  int (*token)(void *, int, const char *, int, int, int);
} passage;

/* Words are kept with the capitals of ASCII made small: the rest of the alphabet is left to who reads them. */
static unsigned char small(char byte) {
  unsigned char b = (unsigned char)byte;
  return b >= 'A' && b <= 'Z' ? b | 0x20 : b;
}

static uint32_t hash_of(const char *bytes, int length) {
  uint64_t hash = 1469598103934665603u;
  for (int i = 0; i < length; i++) hash = (hash ^ small(bytes[i])) * 1099511628211u;
  return (uint32_t)(hash ^ hash >> 32);
}

static const char *word_of(const draad_tap *tap, const entry *e) {
  return e->length <= SHORT ? e->word.bytes : tap->words + e->word.offset;
}

static int is_same(const char *kept, const char *bytes, int length) {
  for (int i = 0; i < length; i++) {
    if ((unsigned char)kept[i] != small(bytes[i])) return 0;
  }
  return 1;
}

static int grow_slots(draad_tap *tap) {
  size_t count = tap->slot_count ? tap->slot_count * 2 : 4096;
  slot *slots = calloc(count, sizeof *slots);
  if (!slots) return SQLITE_NOMEM;
  for (size_t i = 0; i < tap->size; i++) {
    size_t at = tap->entries[i].hash & (count - 1);
    while (slots[at].entry) at = (at + 1) & (count - 1);
    slots[at] = (slot){tap->entries[i].hash, (uint32_t)i + 1};
  }
  free(tap->slots);
  tap->slots = slots;
  tap->slot_count = count;
  return SQLITE_OK;
}

/* Room for a word that does not fit into its entry. */
static int keep_long(draad_tap *tap, const char *bytes, int length, size_t *offset) {
  if (tap->words_size + (size_t)length > tap->words_capacity) {
    size_t capacity = (tap->words_capacity + (size_t)length) * 2 + 4096;
    char *words = realloc(tap->words, capacity);
    if (!words) return SQLITE_NOMEM;
    tap->words = words;
    tap->words_capacity = capacity;
  }
  *offset = tap->words_size;
  for (int i = 0; i < length; i++) tap->words[*offset + (size_t)i] = (char)small(bytes[i]);
  tap->words_size += (size_t)length;
  return SQLITE_OK;
}

static int add_entry(draad_tap *tap, size_t at, uint32_t hash, const char *bytes, int length) {
  if (tap->size == tap->entry_capacity) {
    size_t capacity = tap->entry_capacity ? tap->entry_capacity * 2 : 2048;
    entry *entries = realloc(tap->entries, capacity * sizeof *entries);
    if (!entries) return SQLITE_NOMEM;
    tap->entries = entries;
    tap->entry_capacity = capacity;
  }
  entry *new = &tap->entries[tap->size];
  *new = (entry){.count = tap->sign, .hash = hash, .length = length};
  if (length > SHORT) {
    int rc = keep_long(tap, bytes, length, &new->word.offset);
    if (rc != SQLITE_OK) return rc;
  } else {
    for (int i = 0; i < length; i++) new->word.bytes[i] = (char)small(bytes[i]);
  }
  tap->slots[at] = (slot){hash, (uint32_t)++tap->size};
  return SQLITE_OK;
}

static int count_word(draad_tap *tap, const char *bytes, int length) {
  if (tap->size * 2 >= tap->slot_count && grow_slots(tap) != SQLITE_OK) return SQLITE_NOMEM;
  uint32_t hash = hash_of(bytes, length);
  size_t at = hash & (tap->slot_count - 1);
  while (tap->slots[at].entry) {
    if (tap->slots[at].hash == hash) {
      entry *known = &tap->entries[tap->slots[at].entry - 1];
      if (known->length == length && is_same(word_of(tap, known), bytes, length)) {
        known->count += tap->sign;
        return SQLITE_OK;
      }
    }
    at = (at + 1) & (tap->slot_count - 1);
  }
  return add_entry(tap, at, hash, bytes, length);
}

static int on_token(void *context, int flags, const char *token, int length, int start, int end) {
  passage *p = context;
  int rc = count_word(p->tap, p->text + start, end - start);
  return rc != SQLITE_OK ? rc : p->token(p->context, flags, token, length, start, end);
}

static int on_counted_token(void *context, int flags, const char *token, int length, int start, int end) {
  passage *p = context;
  (void)flags, (void)token, (void)length;
  return count_word(p->tap, p->text + start, end - start);
}

static int tap_create(void *context, const char **arguments, int count, Fts5Tokenizer **out) {
  draad_tap *tap = context;
  tapped *instance = calloc(1, sizeof *instance);
  if (!instance) return SQLITE_NOMEM;
  instance->tap = tap;
  int rc = tap->base.xCreate(tap->base_context, arguments, count, &instance->inner);
  if (rc != SQLITE_OK) {
    free(instance);
    return rc;
  }
  *out = (Fts5Tokenizer *)instance;
  return SQLITE_OK;
}

static void tap_delete(Fts5Tokenizer *tokenizer) {
  tapped *instance = (tapped *)tokenizer;
  instance->tap->base.xDelete(instance->inner);
  free(instance);
}

static int tap_tokenize(Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int length,
                        int (*token)(void *, int, const char *, int, int, int)) {
  tapped *instance = (tapped *)tokenizer;
  draad_tap *tap = instance->tap;
  if (!(flags & FTS5_TOKENIZE_DOCUMENT) || tap->sign == 0) {
    return tap->base.xTokenize(instance->inner, context, flags, text, length, token);
  }
  passage p = {tap, text, context, token};
  return tap->base.xTokenize(instance->inner, &p, flags, text, length, on_token);
}

static void tap_free(void *context) {
  draad_tap *tap = context;
  if (tap->own) tap->base.xDelete(tap->own);
  free(tap->entries);
  free(tap->slots);
  free(tap->words);
  free(tap);
}

static fts5_api *fts5_of(sqlite3 *db) {
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;
  if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, NULL) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", NULL);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}

int draad_tap_install(sqlite3 *db, draad_tap **out) {
  fts5_api *api = fts5_of(db);
  if (!api) return SQLITE_ERROR;
  draad_tap *tap = calloc(1, sizeof *tap);
  if (!tap) return SQLITE_NOMEM;
  int rc = api->xFindTokenizer(api, "unicode61", &tap->base_context, &tap->base);
  if (rc != SQLITE_OK) {
    free(tap);
    return rc;
  }
  fts5_tokenizer stand_in = {tap_create, tap_delete, tap_tokenize};
  rc = api->xCreateTokenizer(api, "unicode61", tap, &stand_in, tap_free);
  if (rc == SQLITE_OK) *out = tap;
  return rc;
}

int draad_tap_count(draad_tap *tap, const char *text, int length) {
  if (!tap->own) {
    const char *arguments[] = {"remove_diacritics", "2"};
    int rc = tap->base.xCreate(tap->base_context, arguments, 2, &tap->own);
    if (rc != SQLITE_OK) return rc;
  }
  passage p = {tap, text, NULL, NULL};
  return tap->base.xTokenize(tap->own, &p, FTS5_TOKENIZE_DOCUMENT, text, length, on_counted_token);
}

void draad_tap_sign(draad_tap *tap, int sign) { tap->sign = sign; }

size_t draad_tap_size(const draad_tap *tap) { return tap->size; }

const char *draad_tap_word(const draad_tap *tap, size_t index, int *length, int64_t *count) {
  *length = tap->entries[index].length;
  *count = tap->entries[index].count;
  return word_of(tap, &tap->entries[index]);
}

void draad_tap_clear(draad_tap *tap) {
  tap->size = 0;
  tap->words_size = 0;
  if (tap->slots) memset(tap->slots, 0, tap->slot_count * sizeof *tap->slots);
}
