#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "cstore.h"

enum { SHORT = 16, AT_ONCE = 16 };

/* A short word, padded with zeros: compared and hashed as two numbers. */
typedef struct {
  uint64_t low, high;
} letters;

/* A short word stands in its entry, so that counting it again touches one place of the memory. */
typedef struct {
  int64_t count;
  uint32_t hash;
  int32_t length;
  union {
    letters letters;
    char bytes[SHORT];
    size_t offset;
  } word;
} entry;

typedef struct {
  uint32_t hash;
  uint32_t entry; /* Its index + 1; 0 is free. */
} slot;

/* A word of a text, not counted yet. */
typedef struct {
  const char *bytes;
  letters letters; /* Of a short word. */
  uint32_t hash;
  int32_t length;
} found;

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

/* Words wait until there are some to count: then the places of the table that they need are fetched all at once. */
typedef struct {
  draad_tap *tap;
  const char *text;
  void *context;
  int (*token)(void *, int, const char *, int, int, int);
  int waiting;
  found words[AT_ONCE];
} passage;

/* Words are kept with the capitals of ASCII made small: the rest of the alphabet is left to who reads them. */
static unsigned char small(char byte) {
  unsigned char b = (unsigned char)byte;
  return b >= 'A' && b <= 'Z' ? b | 0x20 : b;
}

/* The same for eight bytes: the high bit of each tells whether it is a capital. */
static uint64_t small_eight(uint64_t bytes) {
  const uint64_t each = 0x0101010101010101u;
  uint64_t low = bytes & 0x7F * each;
  uint64_t capital = ~bytes & (low + (0x80 - 'A') * each) & ~(low + (0x7F - 'Z') * each) & 0x80 * each;
  return bytes | capital >> 2;
}

static uint64_t mix(uint64_t hash, uint64_t bytes) {
  hash = (hash ^ bytes) * 0x9E3779B97F4A7C15u;
  return hash ^ hash >> 32;
}

static letters letters_of(const char *bytes, int length) {
  letters of = {0, 0};
  memcpy(&of, bytes, (size_t)length);
  return (letters){small_eight(of.low), small_eight(of.high)};
}

static found found_at(const char *bytes, int length) {
  found word = {.bytes = bytes, .length = length};
  uint64_t hash = (uint64_t)length;
  for (int at = 0; at < length; at += SHORT) {
    word.letters = letters_of(bytes + at, length - at < SHORT ? length - at : SHORT);
    hash = mix(mix(hash, word.letters.low), word.letters.high);
  }
  word.hash = (uint32_t)hash;
  return word;
}

static const char *word_of(const draad_tap *tap, const entry *e) {
  return e->length <= SHORT ? e->word.bytes : tap->words + e->word.offset;
}

static int is_same(const draad_tap *tap, const entry *known, const found *word) {
  if (known->length != word->length) return 0;
  if (word->length <= SHORT) {
    return known->word.letters.low == word->letters.low && known->word.letters.high == word->letters.high;
  }
  const char *kept = tap->words + known->word.offset;
  for (int i = 0; i < word->length; i++) {
    if ((unsigned char)kept[i] != small(word->bytes[i])) return 0;
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

static int add_entry(draad_tap *tap, size_t at, const found *word) {
  if (tap->size == tap->entry_capacity) {
    size_t capacity = tap->entry_capacity ? tap->entry_capacity * 2 : 2048;
    entry *entries = realloc(tap->entries, capacity * sizeof *entries);
    if (!entries) return SQLITE_NOMEM;
    tap->entries = entries;
    tap->entry_capacity = capacity;
  }
  entry *new = &tap->entries[tap->size];
  *new = (entry){.count = tap->sign, .hash = word->hash, .length = word->length};
  if (word->length > SHORT) {
    int rc = keep_long(tap, word->bytes, word->length, &new->word.offset);
    if (rc != SQLITE_OK) return rc;
  } else {
    new->word.letters = word->letters;
  }
  tap->slots[at] = (slot){word->hash, (uint32_t)++tap->size};
  return SQLITE_OK;
}

static int count_word(draad_tap *tap, const found *word) {
  if (tap->size * 2 >= tap->slot_count && grow_slots(tap) != SQLITE_OK) return SQLITE_NOMEM;
  size_t at = word->hash & (tap->slot_count - 1);
  while (tap->slots[at].entry) {
    if (tap->slots[at].hash == word->hash) {
      entry *known = &tap->entries[tap->slots[at].entry - 1];
      if (is_same(tap, known, word)) {
        known->count += tap->sign;
        return SQLITE_OK;
      }
    }
    at = (at + 1) & (tap->slot_count - 1);
  }
  return add_entry(tap, at, word);
}

static int count_waiting(passage *p) {
  draad_tap *tap = p->tap;
  for (int i = 0; i < p->waiting && tap->slot_count; i++) {
    const slot *likely = &tap->slots[p->words[i].hash & (tap->slot_count - 1)];
    if (likely->entry) __builtin_prefetch(&tap->entries[likely->entry - 1], 1);
  }
  int rc = SQLITE_OK;
  for (int i = 0; i < p->waiting && rc == SQLITE_OK; i++) rc = count_word(tap, &p->words[i]);
  p->waiting = 0;
  return rc;
}

static int take_word(passage *p, int start, int end) {
  draad_tap *tap = p->tap;
  found *word = &p->words[p->waiting++];
  *word = found_at(p->text + start, end - start);
  if (tap->slot_count) __builtin_prefetch(&tap->slots[word->hash & (tap->slot_count - 1)]);
  return p->waiting == AT_ONCE ? count_waiting(p) : SQLITE_OK;
}

static int on_token(void *context, int flags, const char *token, int length, int start, int end) {
  passage *p = context;
  int rc = take_word(p, start, end);
  return rc != SQLITE_OK ? rc : p->token(p->context, flags, token, length, start, end);
}

static int on_counted_token(void *context, int flags, const char *token, int length, int start, int end) {
  (void)flags, (void)token, (void)length;
  return take_word(context, start, end);
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
  passage p = {.tap = tap, .text = text, .context = context, .token = token};
  int rc = tap->base.xTokenize(instance->inner, &p, flags, text, length, on_token);
  return rc != SQLITE_OK ? rc : count_waiting(&p);
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

int draad_configure(void) {
  int rc = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  return rc != SQLITE_OK ? rc : sqlite3_config(SQLITE_CONFIG_URI, 1);
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
  passage p = {.tap = tap, .text = text};
  int rc = tap->base.xTokenize(tap->own, &p, FTS5_TOKENIZE_DOCUMENT, text, length, on_counted_token);
  return rc != SQLITE_OK ? rc : count_waiting(&p);
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
