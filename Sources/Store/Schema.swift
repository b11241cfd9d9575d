/// The tables of a study file.
///
/// Migrations are added at the end and never edited: `user_version` is the number applied.
enum Schema {
  /// `DRAD`, so that `file` and Draad itself know a study from other SQLite files.
  static let applicationID: Int32 = 0x4452_4144

  static var version: Int { migrations.count }

  /// Oldest first.
  static let migrations: [String] = [
    first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth, thirteenth,
    fourteenth,
  ]

  /// The tables whose changes an act records.
  ///
  /// Changes are made again in this order: a row comes before the row it points to, so that a row that goes takes nothing
  /// with it that is still to be changed.
  static let recordedTables = [
    "assignments", "blind_coders", "memos", "unplaced_codings", "codings", "attachments", "segments", "turns",
    "code_folders", "code_versions",
    "codes",
    "coders",
    "speaker_attributes", "speakers",
    "pages", "transcript_attributes", "transcripts", "originals", "case_attributes", "cases", "study",
    "copy_states", "copy_facts", "merge_wishes",
  ]

  /// Those that an act never records: its rows carry the act's number, and only undo records that they go.
  static let learnedTables = ["copy_facts"]

  /// Tables that a bulk act fills: their rows carry the act's number, so undo needs no copy of them.
  static let bulkTables = ["originals", "attachments", "turns", "segments", "codings"]

  static let smallTables = recordedTables.filter { !bulkTables.contains($0) }

  /// A segment's number in the file is its transcript's, times this, plus its number in the transcript.
  ///
  /// The numbers stay in the order of the study when a transcript is cut anew.
  static let segmentsOfOneTranscript = 1 << 24

  private static let first = """
    CREATE TABLE study (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE acts (
      act_id INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      coder TEXT,
      line TEXT NOT NULL,
      summary TEXT NOT NULL,
      undone_at TEXT
    ) STRICT;

    CREATE TABLE act_changes (
      act_id INTEGER NOT NULL REFERENCES acts ON DELETE CASCADE,
      step INTEGER NOT NULL,
      direction TEXT NOT NULL CHECK (direction IN ('done', 'undone')),
      changes BLOB NOT NULL,
      changes_hash INTEGER NOT NULL,
      PRIMARY KEY (act_id, step)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE cases (
      case_id INTEGER PRIMARY KEY,
      guid TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE case_attributes (
      case_id INTEGER NOT NULL REFERENCES cases ON DELETE CASCADE,
      attribute TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      value TEXT NOT NULL,
      folded TEXT NOT NULL,
      number REAL,
      PRIMARY KEY (case_id, attribute, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE originals (
      original_id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL UNIQUE,
      file_name TEXT NOT NULL,
      size INTEGER NOT NULL,
      deflated BLOB NOT NULL,
      act_id INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE transcripts (
      transcript_id INTEGER PRIMARY KEY,
      guid TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL UNIQUE,
      case_id INTEGER REFERENCES cases ON DELETE SET NULL,
      original_id INTEGER REFERENCES originals,
      format TEXT NOT NULL,
      segment_unit TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      words INTEGER NOT NULL,
      text_sha256 TEXT NOT NULL,
      act_id INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX transcripts_of_case ON transcripts (case_id);

    CREATE TABLE transcript_attributes (
      transcript_id INTEGER NOT NULL REFERENCES transcripts ON DELETE CASCADE,
      attribute TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      value TEXT NOT NULL,
      folded TEXT NOT NULL,
      number REAL,
      PRIMARY KEY (transcript_id, attribute, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE speakers (
      speaker_id INTEGER PRIMARY KEY,
      transcript_id INTEGER NOT NULL REFERENCES transcripts ON DELETE CASCADE,
      name TEXT NOT NULL,
      role TEXT,
      UNIQUE (transcript_id, name)
    ) STRICT;

    CREATE TABLE speaker_attributes (
      speaker_id INTEGER NOT NULL REFERENCES speakers ON DELETE CASCADE,
      attribute TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      value TEXT NOT NULL,
      folded TEXT NOT NULL,
      number REAL,
      PRIMARY KEY (speaker_id, attribute, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE turns (
      turn_id INTEGER PRIMARY KEY,
      transcript_id INTEGER NOT NULL REFERENCES transcripts ON DELETE CASCADE,
      number INTEGER NOT NULL,
      start_byte INTEGER NOT NULL,
      end_byte INTEGER NOT NULL,
      words_byte INTEGER NOT NULL,
      speaker_id INTEGER,
      seconds REAL
    ) STRICT;
    CREATE INDEX turns_of_transcript ON turns (transcript_id, start_byte);

    -- The segments of a transcript in the order of their numbers, joined, are its text.
    CREATE TABLE segments (
      segment_id INTEGER PRIMARY KEY,
      transcript_id INTEGER NOT NULL REFERENCES transcripts ON DELETE CASCADE,
      number INTEGER NOT NULL,
      turn_id INTEGER NOT NULL,
      start_byte INTEGER NOT NULL,
      end_byte INTEGER NOT NULL,
      label_characters INTEGER NOT NULL,
      odd_characters INTEGER NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX segments_of_transcript ON segments (transcript_id, number);

    -- What of a segment is indexed: without its label, without characters that are not seen, ligatures as letters.
    CREATE VIEW segment_words (segment_id, transcript_id, words) AS
    SELECT segment_id, transcript_id, CASE odd_characters WHEN 0 THEN substr(text, label_characters + 1) ELSE
      replace(replace(replace(replace(replace(replace(replace(replace(
      replace(replace(replace(replace(replace(replace(replace(
        substr(text, label_characters + 1),
        char(0x00AD), ''), char(0x200B), ''), char(0x200C), ''), char(0x200D), ''),
        char(0x2060), ''), char(0xFEFF), ''), char(0x0132), 'ij'), char(0x0133), 'ij'),
        char(0xFB00), 'ff'), char(0xFB01), 'fi'), char(0xFB02), 'fl'), char(0xFB03), 'ffi'),
        char(0xFB04), 'ffl'), char(0xFB05), 'st'), char(0xFB06), 'st') END
    FROM segments;

    CREATE VIRTUAL TABLE segment_index USING fts5 (
      words, content='segment_words', content_rowid='segment_id', tokenize='unicode61 remove_diacritics 2'
    );

    -- Each distinct word once: as written (lower case), as the index has it, and how often it was said.
    CREATE TABLE terms (
      term_id INTEGER PRIMARY KEY,
      word TEXT NOT NULL UNIQUE,
      folded TEXT NOT NULL,
      occurrences INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX terms_by_folded ON terms (folded);

    CREATE TABLE term_stems (
      stem TEXT NOT NULL,
      term_id INTEGER NOT NULL REFERENCES terms ON DELETE CASCADE,
      PRIMARY KEY (stem, term_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE coders (
      coder_id INTEGER PRIMARY KEY,
      guid TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE codes (
      code_id INTEGER PRIMARY KEY,
      guid TEXT NOT NULL UNIQUE,
      key TEXT NOT NULL UNIQUE,
      parent_id INTEGER REFERENCES codes,
      ordinal INTEGER NOT NULL,
      name TEXT NOT NULL,
      definition TEXT,
      use_when TEXT,
      not_when TEXT,
      example TEXT,
      phrases TEXT NOT NULL DEFAULT '',
      color TEXT,
      version INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE INDEX codes_of_parent ON codes (parent_id);

    -- What a code meant before its rules were changed.
    CREATE TABLE code_versions (
      code_id INTEGER NOT NULL REFERENCES codes ON DELETE CASCADE,
      version INTEGER NOT NULL,
      name TEXT NOT NULL,
      definition TEXT,
      use_when TEXT,
      not_when TEXT,
      PRIMARY KEY (code_id, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE codings (
      coding_id INTEGER PRIMARY KEY,
      guid BLOB NOT NULL,
      transcript_id INTEGER NOT NULL REFERENCES transcripts ON DELETE CASCADE,
      start_byte INTEGER NOT NULL,
      end_byte INTEGER NOT NULL,
      code_id INTEGER NOT NULL REFERENCES codes,
      coder_id INTEGER NOT NULL REFERENCES coders,
      code_version INTEGER NOT NULL,
      quote_hash INTEGER NOT NULL,
      act_id INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX codings_of_transcript ON codings (transcript_id, start_byte, end_byte, code_id, coder_id);
    CREATE INDEX codings_of_code ON codings (code_id, transcript_id, start_byte, end_byte, coder_id);
    """

  private static let second = """
    -- Transcripts whose words are in the index and not yet among the terms: while an import runs, or after it was killed.
    CREATE TABLE uncounted (
      transcript_id INTEGER PRIMARY KEY REFERENCES transcripts ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX transcripts_of_original ON transcripts (original_id);
    """

  private static let third = """
    -- Where the pages of a source begin in its text: no content of the study, but where to look a quote up.
    CREATE TABLE pages (
      transcript_id INTEGER NOT NULL REFERENCES transcripts ON DELETE CASCADE,
      page INTEGER NOT NULL,
      start_byte INTEGER NOT NULL,
      PRIMARY KEY (transcript_id, page)
    ) STRICT, WITHOUT ROWID;
    """

  private static let fourth = """
    -- What is noted down: of the study where nothing is named, of a passage where the transcript's bytes are.
    CREATE TABLE memos (
      memo_id INTEGER PRIMARY KEY,
      guid TEXT NOT NULL UNIQUE,
      case_id INTEGER REFERENCES cases ON DELETE CASCADE,
      transcript_id INTEGER REFERENCES transcripts ON DELETE CASCADE,
      start_byte INTEGER,
      end_byte INTEGER,
      quote_hash INTEGER,
      code_id INTEGER REFERENCES codes ON DELETE CASCADE,
      coder_id INTEGER REFERENCES coders,
      at TEXT NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX memos_of_transcript ON memos (transcript_id, start_byte);
    CREATE INDEX memos_of_case ON memos (case_id);
    CREATE INDEX memos_of_code ON memos (code_id);
    """

  private static let fifth = """
    -- The codings of a transcript again, as columns of numbers for analyses; made when first asked for, gone with a change.
    CREATE TABLE packed_codings (
      transcript_id INTEGER PRIMARY KEY REFERENCES transcripts ON DELETE CASCADE,
      columns BLOB NOT NULL
    ) STRICT;
    -- How many distinct codings each code has in a transcript, kept as long as the columns.
    CREATE TABLE packed_counts (
      transcript_id INTEGER PRIMARY KEY REFERENCES packed_codings ON DELETE CASCADE,
      counts BLOB NOT NULL
    ) STRICT;
    -- Of both tables: another program may not look after foreign keys.
    CREATE TRIGGER codings_inserted AFTER INSERT ON codings BEGIN
      DELETE FROM packed_counts WHERE transcript_id = NEW.transcript_id;
      DELETE FROM packed_codings WHERE transcript_id = NEW.transcript_id;
    END;
    CREATE TRIGGER codings_deleted AFTER DELETE ON codings BEGIN
      DELETE FROM packed_counts WHERE transcript_id = OLD.transcript_id;
      DELETE FROM packed_codings WHERE transcript_id = OLD.transcript_id;
    END;
    CREATE TRIGGER codings_updated AFTER UPDATE ON codings BEGIN
      DELETE FROM packed_counts WHERE transcript_id IN (OLD.transcript_id, NEW.transcript_id);
      DELETE FROM packed_codings WHERE transcript_id IN (OLD.transcript_id, NEW.transcript_id);
    END;
    """

  private static let sixth = """
    -- Codings whose words are no longer in the text of their transcript, until somebody decides.
    CREATE TABLE unplaced_codings (
      unplaced_id INTEGER PRIMARY KEY,
      guid BLOB NOT NULL,
      transcript_id INTEGER NOT NULL REFERENCES transcripts ON DELETE CASCADE,
      code_id INTEGER NOT NULL REFERENCES codes ON DELETE CASCADE,
      coder_id INTEGER NOT NULL REFERENCES coders,
      code_version INTEGER NOT NULL,
      words TEXT NOT NULL,
      near_byte INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX unplaced_codings_of_transcript ON unplaced_codings (transcript_id);
    CREATE INDEX unplaced_codings_of_code ON unplaced_codings (code_id);
    """

  private static let seventh = """
    -- What was written to files, so that it can be told what left the study; and after which act nothing is undone any more.
    CREATE TABLE exports (
      export_id INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      coder TEXT,
      line TEXT NOT NULL,
      file TEXT NOT NULL
    ) STRICT;
    ALTER TABLE acts ADD COLUMN is_final INTEGER NOT NULL DEFAULT 0;
    """

  private static let eighth = """
    -- Files that belong to the study and cannot be coded here; their bytes are among the originals.
    CREATE TABLE attachments (
      attachment_id INTEGER PRIMARY KEY,
      guid TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      original_id INTEGER NOT NULL REFERENCES originals,
      transcript_id INTEGER REFERENCES transcripts ON DELETE SET NULL,
      act_id INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX attachments_of_original ON attachments (original_id);
    CREATE INDEX attachments_of_transcript ON attachments (transcript_id);

    -- Codes that only hold others together and are put on no words.
    CREATE TABLE code_folders (
      code_id INTEGER PRIMARY KEY REFERENCES codes ON DELETE CASCADE
    ) STRICT;
    """

  private static let ninth = """
    -- The files that this one was copied from, the first before the others, and itself: the one without a last act.
    CREATE TABLE copies (
      copy TEXT PRIMARY KEY,
      place INTEGER NOT NULL,
      until_act INTEGER
    ) STRICT, WITHOUT ROWID;

    -- What each copy had or had heard of after an act of its own: marks of eight bytes each.
    CREATE TABLE copy_states (
      copy TEXT PRIMARY KEY,
      act_number INTEGER NOT NULL,
      act_mark INTEGER NOT NULL,
      facts BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- What was meant where a merge had to put something else.
    CREATE TABLE merge_wishes (
      kind TEXT NOT NULL,
      owner TEXT NOT NULL,
      field TEXT NOT NULL,
      is_meant INTEGER NOT NULL,
      wished TEXT,
      is_there INTEGER NOT NULL,
      stands TEXT,
      PRIMARY KEY (kind, owner, field)
    ) STRICT, WITHOUT ROWID;
    """
}
