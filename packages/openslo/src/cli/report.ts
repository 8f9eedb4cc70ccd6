import type { OpenSloProblem } from '../document/OpenSloProblem';

export const reportFormats = ['text', 'json', 'github'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Writes problems for people, for programs, or as annotations of GitHub Actions. Each line ends with a line break. */
export function report(
  problems: readonly OpenSloProblem[],
  format: ReportFormat,
): string {
  if (format === 'json') {
    return `${JSON.stringify(problems, null, 2)}\n`;
  }
  const line = format === 'github' ? annotationLine : textLine;
  return problems.map(problem => `${line(problem)}\n`).join('');
}

function textLine(problem: OpenSloProblem): string {
  const { file, line, column, severity, rule, path, message } = problem;
  const place = [file, line, column].filter(part => part !== undefined);
  const where = path === '' ? '' : `${path}: `;
  return (
    `${place.join(':')}: ${severity} ${rule}: ${where}${message}`
      // Names in a document may have line breaks; a problem has one line.
      .replace(/\s*[\r\n]\s*/g, ' ')
  );
}

function annotationLine(problem: OpenSloProblem): string {
  const { file, line, column, severity, rule, path, message } = problem;
  const properties = Object.entries({
    file,
    line,
    col: column,
    title: `OpenSLO ${rule}`,
  })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${severity} ${properties}::${escapeMessage(
    path === '' ? message : `${path}: ${message}`,
  )}`;
}

function escapeMessage(text: string): string {
  return text
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
