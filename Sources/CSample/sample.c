// The sample study inside the program, as it stands in Corpus and Codebooks: one copy of it, and no file to be found later.
// The assembler takes the bytes in: clang's #embed refuses a file in UTF-16, and one of the interviews is.
#include "csample.h"

#define SAMPLE(X) \
  X(s01_leerlingen_txt, "school-01/s01-leerlingen.txt", "Corpus/np-onderwijs/school-01/s01-leerlingen.txt") \
  X(s01_schoolleider_md, "school-01/s01-schoolleider.md", "Corpus/np-onderwijs/school-01/s01-schoolleider.md") \
  X(s01_team_docx, "school-01/s01-team.docx", "Corpus/np-onderwijs/school-01/s01-team.docx") \
  X(s02_leerkrachten_vtt, "school-02/s02-leerkrachten.vtt", "Corpus/np-onderwijs/school-02/s02-leerkrachten.vtt") \
  X(s02_schoolleider_md, "school-02/s02-schoolleider.md", "Corpus/np-onderwijs/school-02/s02-schoolleider.md") \
  X(s03_ouders_srt, "school-03/s03-ouders.srt", "Corpus/np-onderwijs/school-03/s03-ouders.srt") \
  X(s03_schoolleider_md, "school-03/s03-schoolleider.md", "Corpus/np-onderwijs/school-03/s03-schoolleider.md") \
  X(s03_team_docx, "school-03/s03-team.docx", "Corpus/np-onderwijs/school-03/s03-team.docx") \
  X(s04_schoolleider_md, "school-04/s04-schoolleider.md", "Corpus/np-onderwijs/school-04/s04-schoolleider.md") \
  X(s04_team_txt, "school-04/s04-team.txt", "Corpus/np-onderwijs/school-04/s04-team.txt") \
  X(s05_leerkrachten_docx, "school-05/s05-leerkrachten.docx", "Corpus/np-onderwijs/school-05/s05-leerkrachten.docx") \
  X(s05_leerlingen_md, "school-05/s05-leerlingen.md", "Corpus/np-onderwijs/school-05/s05-leerlingen.md") \
  X(s05_schoolleider_txt, "school-05/s05-schoolleider.txt", "Corpus/np-onderwijs/school-05/s05-schoolleider.txt") \
  X(s06_schoolleider_md, "school-06/s06-schoolleider.md", "Corpus/np-onderwijs/school-06/s06-schoolleider.md") \
  X(s07_ouder_txt, "school-07/s07-ouder.txt", "Corpus/np-onderwijs/school-07/s07-ouder.txt") \
  X(s07_schoolleider_md, "school-07/s07-schoolleider.md", "Corpus/np-onderwijs/school-07/s07-schoolleider.md") \
  X(s07_team_vtt, "school-07/s07-team.vtt", "Corpus/np-onderwijs/school-07/s07-team.vtt") \
  X(s08_leerkrachten_docx, "school-08/s08-leerkrachten.docx", "Corpus/np-onderwijs/school-08/s08-leerkrachten.docx") \
  X(s08_schoolleider_md, "school-08/s08-schoolleider.md", "Corpus/np-onderwijs/school-08/s08-schoolleider.md") \
  X(s09_docenten_srt, "school-09/s09-docenten.srt", "Corpus/np-onderwijs/school-09/s09-docenten.srt") \
  X(s09_leiding_docx, "school-09/s09-leiding.docx", "Corpus/np-onderwijs/school-09/s09-leiding.docx") \
  X(s10_leiding_vtt, "school-10/s10-leiding.vtt", "Corpus/np-onderwijs/school-10/s10-leiding.vtt") \
  X(s10_zorg_md, "school-10/s10-zorg.md", "Corpus/np-onderwijs/school-10/s10-zorg.md") \
  X(s11_docenten_docx, "school-11/s11-docenten.docx", "Corpus/np-onderwijs/school-11/s11-docenten.docx") \
  X(s11_leiding_txt, "school-11/s11-leiding.txt", "Corpus/np-onderwijs/school-11/s11-leiding.txt") \
  X(s12_directie_srt, "school-12/s12-directie.srt", "Corpus/np-onderwijs/school-12/s12-directie.srt") \
  X(s12_huiswerk_md, "school-12/s12-huiswerk.md", "Corpus/np-onderwijs/school-12/s12-huiswerk.md") \
  X(s13_docenten_docx, "school-13/s13-docenten.docx", "Corpus/np-onderwijs/school-13/s13-docenten.docx") \
  X(s13_schoolleider_md, "school-13/s13-schoolleider.md", "Corpus/np-onderwijs/school-13/s13-schoolleider.md") \
  X(s14_ouders_md, "school-14/s14-ouders.md", "Corpus/np-onderwijs/school-14/s14-ouders.md") \
  X(s14_schoolleider_vtt, "school-14/s14-schoolleider.vtt", "Corpus/np-onderwijs/school-14/s14-schoolleider.vtt") \
  X(cases_csv, "cases.csv", "Corpus/np-onderwijs/cases.csv") \
  X(codings_anna_csv, "codings-anna.csv", "Corpus/np-onderwijs/codings-anna.csv") \
  X(codings_bram_csv, "codings-bram.csv", "Corpus/np-onderwijs/codings-bram.csv") \
  X(transcripts_csv, "transcripts.csv", "Corpus/np-onderwijs/transcripts.csv") \
  X(codebook, "codebook.yaml", "Codebooks/np-onderwijs.yaml")

#define BYTES(name, path, source)                                                                            \
  __asm__(".section .rodata\n.local sample_" #name "\nsample_" #name ":\n.incbin \"" source "\"\n.local end_of_" #name \
          "\nend_of_" #name ":\n.previous");                                                                \
  extern const unsigned char sample_##name[], end_of_##name[];
SAMPLE(BYTES)

#define ROW(name, path, source) {path, sample_##name, end_of_##name},
static const struct {
  const char *path;
  const unsigned char *start, *end;
} files[] = {SAMPLE(ROW)};

sample_file sample_file_at(size_t index) {
  if (index >= sizeof files / sizeof *files) return (sample_file){NULL, NULL, 0};
  return (sample_file){files[index].path, files[index].start, (size_t)(files[index].end - files[index].start)};
}
