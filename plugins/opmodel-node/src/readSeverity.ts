import type { z } from 'zod';
import type { severitySchema } from './valueSchemas';

/** `sev1` (worst) to `sev5`. */
export type Severity = z.infer<typeof severitySchema>;

const severityWords = new Map<string, Severity>([
  ['critical', 'sev1'],
  ['high', 'sev2'],
  ['major', 'sev2'],
  ['medium', 'sev3'],
  ['moderate', 'sev3'],
  ['low', 'sev4'],
  ['minor', 'sev4'],
  ['info', 'sev5'],
  ['informational', 'sev5'],
]);

/**
 * One of five severities, from the spellings of incident tools: `P1`, `SEV-1`, `1`, `critical`.
 *
 * @returns undefined for what is none of them, such as `P0` or a name of an organisation's own
 */
export function readSeverity(value: unknown): Severity | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') {
    return undefined;
  }
  const text = String(value).trim().toLowerCase();
  const level = /^(?:severity|sev|s|priority|p)?[-_ ]?([1-5])$/.exec(text);
  return level ? (`sev${level[1]}` as Severity) : severityWords.get(text);
}
