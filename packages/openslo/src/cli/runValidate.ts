import type { OpenSloDocument } from '../document/OpenSloDocument';
import type { OpenSloProblem } from '../document/OpenSloProblem';
import { parseOpenSlo } from '../document/parseOpenSlo';
import { indexDocuments } from '../resolve/indexDocuments';
import { resolveSlo } from '../resolve/resolveSlo';
import { validateOpenSlo } from '../validate/validateOpenSlo';
import { readInputs } from './inputs';
import type { CliArguments } from './readArguments';
import { report } from './report';

/** Checks the documents of all files together, so that equal names and references between files are seen. */
export async function runValidate(args: CliArguments): Promise<number> {
  const documents: OpenSloDocument[] = [];
  const problems: OpenSloProblem[] = [];
  for (const { file, text } of await readInputs(args.files)) {
    const parsed = parseOpenSlo(text, { file });
    documents.push(...parsed.documents);
    problems.push(...parsed.problems);
    if (parsed.documents.length === 0 && parsed.problems.length === 0) {
      problems.push(nothingIn(file));
    }
  }
  problems.push(...validateOpenSlo(documents, { mode: args.mode }));
  if (args.references) {
    problems.push(...findUnknownReferences(documents));
  }
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  process.stdout.write(report(problems, args.format));
  if (args.format !== 'json') {
    process.stderr.write(
      `${count(documents.length, 'document')}: ${count(
        errors,
        'error',
      )}, ${count(problems.length - errors, 'warning')}\n`,
    );
  }
  return errors > 0 ? 1 : 0;
}

function findUnknownReferences(
  documents: readonly OpenSloDocument[],
): OpenSloProblem[] {
  const index = indexDocuments(documents);
  const problems = documents
    .filter(({ kind }) => kind === 'SLO')
    .flatMap(slo => resolveSlo(slo, index).problems)
    .filter(({ rule }) => rule === 'reference-unknown');
  // Several SLOs may reach the same policy, in which the same reference leads nowhere.
  const seen = new Set<string>();
  return problems.filter(problem => {
    const { file, line, column, path, document } = problem;
    const key = JSON.stringify([file, line, column, path, document]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function nothingIn(file: string): OpenSloProblem {
  return {
    severity: 'warning',
    rule: 'no-document',
    path: '',
    message: 'There is no document in the file.',
    document: 0,
    file,
    line: 1,
    column: 1,
  };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
