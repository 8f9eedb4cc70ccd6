import { convertToV1 } from '../convert/convertToV1';
import type { OpenSloDocument } from '../document/OpenSloDocument';
import { hasErrors, type OpenSloProblem } from '../document/OpenSloProblem';
import { parseOpenSlo } from '../document/parseOpenSlo';
import { writeAllOpenSlo } from '../write/writeOpenSlo';
import { readInputs } from './inputs';
import type { CliArguments } from './readArguments';
import { report } from './report';

/** Writes the documents of all files as `openslo/v1`. Problems go to the standard error, so that the output can be used. */
export async function runConvert(args: CliArguments): Promise<number> {
  const documents: OpenSloDocument[] = [];
  const problems: OpenSloProblem[] = [];
  for (const { file, text } of await readInputs(args.files)) {
    const parsed = parseOpenSlo(text, { file });
    documents.push(...parsed.documents);
    problems.push(...parsed.problems);
  }
  // All at once: names that the conversion gives must not be taken in another file.
  const converted = convertToV1(documents);
  problems.push(...converted.problems);
  if (problems.length > 0) {
    process.stderr.write(report(problems, args.format));
  }
  process.stdout.write(writeAllOpenSlo(converted.documents));
  return hasErrors(problems) ? 1 : 0;
}
