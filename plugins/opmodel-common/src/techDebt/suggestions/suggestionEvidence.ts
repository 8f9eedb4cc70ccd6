import { httpAddress } from './httpAddress';
import type { EvidenceUnit, SuggestionEvidence } from './debtSuggestion';
import { asOneLine } from './outsideText';

const LONGEST_TEXT = 500;

/** A measured value; nothing where it is not known. */
export function measured(
  name: string,
  value: number | null | undefined,
  unit: EvidenceUnit,
): SuggestionEvidence[] {
  return value === null || value === undefined || !Number.isFinite(value)
    ? []
    : [{ type: 'measure', name, value, unit }];
}

/** A text from outside; nothing where there is none. */
export function quoted(
  name: string,
  text: string | null | undefined,
): SuggestionEvidence[] {
  const value = asOneLine(text ?? '', LONGEST_TEXT);
  return value === '' ? [] : [{ type: 'text', name, value }];
}

/** An ISO day; nothing where it is not known. */
export function dated(
  name: string,
  day: string | null | undefined,
): SuggestionEvidence[] {
  return day === null || day === undefined
    ? []
    : [{ type: 'day', name, value: day }];
}

/** An address; nothing where it is none with http or https. */
export function linked(name: string, address: unknown): SuggestionEvidence[] {
  const url = httpAddress(address);
  return url === null ? [] : [{ type: 'link', name, url }];
}
