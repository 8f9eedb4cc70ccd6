export const usage = `Usage: openslo <command> [options] FILE…

Commands:
  validate   check documents, and report what is wrong with them
  fmt        format files in place
  convert    write documents as openslo/v1 to the standard output

FILE is YAML or JSON with one OpenSLO document or several; - is the standard input.

Options:
  --mode strict|lenient      how much is an error (validate; strict unless given)
  --references               also find references that lead to none of the documents (validate)
  --format text|json|github  how problems are reported; github makes annotations (text unless given)
  --check                    write nothing, and name the files that are not formatted (fmt)
  --to openslo/v1            version to convert to (convert)
  --help                     this text

Exit codes:
  0  fine; there may be warnings
  1  errors were found, or with --check a file is not formatted
  2  the command is wrong, or a file cannot be read or written
`;
