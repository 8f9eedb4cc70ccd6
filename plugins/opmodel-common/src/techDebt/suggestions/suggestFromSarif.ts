import type { FoundSuggestion, SuggestionBatch } from './debtSuggestion';
import { asMarkdownCode, asMarkdownText, asOneLine } from './outsideText';
import { pickSuggestions } from './preferredSuggestion';
import { readSarif } from './readSarif';
import type { SarifAnalysis, SarifFinding, SarifReading } from './sarifFinding';
import { linked, measured, quoted } from './suggestionEvidence';
import { suggestionFingerprint } from './suggestionFingerprint';

/** How many findings of a file are suggested at most, the worst first, where nothing else is configured. */
export const ordinarySarifSuggestions = 200;

/** How the findings of a SARIF file become suggestions. */
export interface SarifOptions {
  /** What was scanned, a full entity ref. */
  entityRef: string;
  most?: number;
  /** Where a file of the entity can be read; null: nowhere. */
  sourceUrl?: (path: string, line: number | null) => string | null;
}

/** Suggestions, and what else the file said. */
export interface SarifSuggestions
  extends SuggestionBatch,
    Omit<SarifReading, 'findings'> {}

/** Debt out of a SARIF file; `readSarif.ts` says what of it counts. Where results are unread, what is not found is not known to be gone. */
export function suggestFromSarif(
  document: unknown,
  options: SarifOptions,
): SarifSuggestions {
  const { findings, ...reading } = readSarif(document);
  const picked = pickSuggestions(
    findings.map(finding => asSuggestion(finding, options)),
    options.most ?? ordinarySarifSuggestions,
  );
  return { ...picked, ...reading };
}

/** What stands as `analysis` among the evidence of all that an analysis finds. */
export function analysisNameOf({ tool, category }: SarifAnalysis): string {
  return asOneLine(category === null ? tool : `${tool}: ${category}`, 500);
}

function asSuggestion(
  finding: SarifFinding,
  { entityRef, sourceUrl }: SarifOptions,
): FoundSuggestion {
  const { tool, ruleId, path, line, help, message } = finding;
  const place = path === null ? null : placeOf(path, line);
  const what = finding.ruleName ?? ruleId ?? message;
  return {
    source: 'sarif',
    fingerprint: suggestionFingerprint('sarif', entityRef, finding.identity),
    entityRef,
    title: asOneLine(`${what}${path === null ? '' : ` in ${path}`}`, 200),
    description: [
      asMarkdownText(message, 1_000),
      ...(place === null ? [] : [asMarkdownCode(place, 500)]),
      ...(help === null ? [] : [asMarkdownText(help, 2_000)]),
    ].join('\n\n'),
    category: isSecurity(finding) ? 'security' : 'code',
    severity: finding.severity,
    since: finding.firstDetected,
    principalDays: null,
    evidence: [
      ...quoted('tool', tool),
      ...quoted('analysis', analysisNameOf(finding)),
      ...quoted('rule', ruleId),
      ...quoted('level', finding.level),
      ...measured('securitySeverity', finding.securitySeverity, 'score'),
      ...quoted('place', place),
      ...linked('help', finding.helpUri),
      ...linked('file', path === null ? null : sourceUrl?.(path, line)),
    ],
    links: [],
  };
}

function placeOf(path: string, line: number | null): string {
  return line === null ? path : `${path}:${line}`;
}

function isSecurity({ tags, securitySeverity }: SarifFinding): boolean {
  return (
    securitySeverity !== null ||
    tags.some(tag => tag.toLowerCase().split('/').includes('security'))
  );
}
