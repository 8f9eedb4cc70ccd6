import { parseOpenSlo } from '../document/parseOpenSlo';
import type { OpenSloProblem } from '../document/OpenSloProblem';
import { readYaml } from '../document/readYaml';
import { commentsOf } from './commentsOf';
import { endLine } from './endLine';
import { formatJson, isJson } from './formatJson';
import { yamlLayout } from './layout';
import { sameValue } from './sameValue';

/** What came of formatting a text. */
export interface OpenSloFormat {
  /** As it was, when it cannot be read. */
  text: string;
  problems: OpenSloProblem[];
}

/** A second round may move a comment once more; it has never taken a third. */
const MAX_ROUNDS = 5;

/**
 * Sets YAML or JSON the usual way: two spaces, no folded lines, one line break at the end. Comments, order and unknown fields stay.
 * Formatting what is formatted changes nothing.
 *
 * What cannot be set so without losing something stays as it is, and a warning says so.
 */
export function formatOpenSlo(
  text: string,
  options: { file?: string } = {},
): OpenSloFormat {
  const { documents, problems } = parseOpenSlo(text, options);
  const faults = problems.filter(({ rule }) => rule === 'syntax');
  if (faults.length > 0) {
    return { text, problems: faults };
  }
  let formatted = formatOnce(text);
  for (let round = 1; round < MAX_ROUNDS; round++) {
    const again = formatOnce(formatted);
    if (again === formatted) {
      break;
    }
    formatted = again;
  }
  const values = documents.map(({ value }) => value);
  const written = parseOpenSlo(formatted);
  const isSame =
    written.problems.length === problems.length &&
    sameValue(
      written.documents.map(({ value }) => value),
      values,
    ) &&
    sameValue(commentsOf(formatted), commentsOf(text)) &&
    formatOnce(formatted) === formatted;
  return isSame
    ? { text: formatted, problems: [] }
    : { text, problems: [notFormatted(options.file)] };
}

/** YAML that is JSON as well is set as JSON. */
function formatOnce(text: string): string {
  return isJson(text) ? formatJson(text) : formatYaml(text);
}

function formatYaml(text: string): string {
  return readYaml(text)
    .documents.map(document => {
      // The lines between documents are written here, so that comments stay on their side of them.
      if (document.directives) {
        document.directives.docStart = null;
        document.directives.docEnd = false;
      }
      const written = document.toString(yamlLayout);
      return written.trim() === '' ? '' : endLine(written);
    })
    .filter((written, _, all) => written !== '' || all.length === 1)
    .join('---\n');
}

function notFormatted(file: string | undefined): OpenSloProblem {
  return {
    severity: 'warning',
    rule: 'not-formatted',
    path: '',
    message:
      'The text cannot be formatted without losing something, and stays as it is.',
    document: 0,
    ...(file !== undefined && { file }),
    line: 1,
    column: 1,
  };
}
