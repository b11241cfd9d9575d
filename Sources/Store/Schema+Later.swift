extension Schema {
  static let tenth = """
    -- Who is to code what.
    CREATE TABLE assignments (
      transcript_id INTEGER NOT NULL REFERENCES transcripts ON DELETE CASCADE,
      coder_id INTEGER NOT NULL REFERENCES coders,
      is_done INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (transcript_id, coder_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX assignments_of_coder ON assignments (coder_id);

    -- The coders from whom what others put is hidden.
    CREATE TABLE blind_coders (
      coder_id INTEGER PRIMARY KEY REFERENCES coders
    ) STRICT;
    """

  static let eleventh = """
    -- By what a transcript or a case is known again that was erased for good: digests, which tell nothing of it.
    CREATE TABLE erased_marks (
      mark TEXT PRIMARY KEY,
      act_id INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- The acts that erased something whose words may still be in the bytes of the file.
    CREATE TABLE unwiped (
      act_id INTEGER PRIMARY KEY
    ) STRICT;

    -- By what an act is known in other copies, where its line or sentence is no longer the one it had.
    ALTER TABLE acts ADD COLUMN mark INTEGER;
    """

  static let twelfth = """
    -- What this copy had, or heard of from others, as marks of eight bytes each: what each act brought to know.
    CREATE TABLE copy_facts (
      act_id INTEGER NOT NULL,
      is_own INTEGER NOT NULL,
      facts BLOB NOT NULL,
      PRIMARY KEY (act_id, is_own)
    ) STRICT, WITHOUT ROWID;

    -- Where there is an act, the copy knew all that this one knew up to it but the marks that stand there.
    ALTER TABLE copy_states ADD COLUMN but_of_act INTEGER;

    -- Merges that were undone, and what was done upon them: no other copy is to take them for the past of this one.
    ALTER TABLE acts ADD COLUMN is_forgotten INTEGER NOT NULL DEFAULT 0;
    """

  static let thirteenth = """
    -- What copies that came in had in the cell, as a line of JSON.
    ALTER TABLE merge_wishes ADD COLUMN held TEXT;
    """

  static let fourteenth = """
    -- By which dictionary and rules the stems were made: one row, of no words where there was no dictionary.
    CREATE TABLE stem_rules (
      edition TEXT PRIMARY KEY
    ) STRICT, WITHOUT ROWID;

    -- The stems of a word that is searched for.
    CREATE INDEX stems_of_term ON term_stems (term_id);
    """
}
