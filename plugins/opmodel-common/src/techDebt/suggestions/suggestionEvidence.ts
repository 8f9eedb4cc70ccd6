import { httpAddress } from './httpAddress';
import type { EvidenceUnit, SuggestionEvidence } from './debtSuggestion';
import { asOneLine } from './outsideText';

const LONGEST_TEXT = 500;

/** What the sources of the engine tell. A source of a module may tell more. */
export const suggestionEvidenceNames = [
  'product',
  'cycle',
  'endsOn',
  'activeUntil',
  'daysSince',
  'daysLeft',
  'places',
  'place',
  'lowestOfRange',
  'tableOf',
  'vendor',
  'slo',
  'remaining',
  'consequence',
  'budget',
  'check',
  'exemptionState',
  'riskLevel',
  'reason',
  'expiresOn',
  'failingFor',
  'level',
  'value',
  'verdict',
  'path',
  'commits',
  'linesChanged',
  'score',
  'shareOfScores',
  'window',
  'file',
  'tool',
  'analysis',
  'rule',
  'securitySeverity',
  'help',
  'project',
  'rating',
  'remediationEffort',
  'debtRatio',
  'issues',
  'keyword',
  'age',
  'issue',
] as const;

/** Something that a source of the engine tells. */
export type SuggestionEvidenceName = (typeof suggestionEvidenceNames)[number];

/** A measured value; nothing where it is not known. */
export function measured(
  name: SuggestionEvidenceName,
  value: number | null | undefined,
  unit: EvidenceUnit,
): SuggestionEvidence[] {
  return value === null || value === undefined || !Number.isFinite(value)
    ? []
    : [{ type: 'measure', name, value, unit }];
}

/** A text from outside; nothing where there is none. */
export function quoted(
  name: SuggestionEvidenceName,
  text: string | null | undefined,
): SuggestionEvidence[] {
  const value = asOneLine(text ?? '', LONGEST_TEXT);
  return value === '' ? [] : [{ type: 'text', name, value }];
}

/** An ISO day; nothing where it is not known. */
export function dated(
  name: SuggestionEvidenceName,
  day: string | null | undefined,
): SuggestionEvidence[] {
  return day === null || day === undefined
    ? []
    : [{ type: 'day', name, value: day }];
}

/** An address; nothing where it is none with http or https. */
export function linked(
  name: SuggestionEvidenceName,
  address: unknown,
): SuggestionEvidence[] {
  const url = httpAddress(address);
  return url === null ? [] : [{ type: 'link', name, url }];
}
