import type { SarifFields } from './SarifFields';
import type { SarifAnalysis, SarifFinding } from './sarifFinding';
import type { SarifRules } from './SarifRules';
import { sarifSeverity } from './sarifSeverity';

const kinds = [
  'notApplicable',
  'pass',
  'fail',
  'review',
  'open',
  'informational',
] as const;
const levels = ['none', 'note', 'warning', 'error'] as const;
const baselineStates = ['new', 'unchanged', 'updated', 'absent'] as const;
const suppressionStates = ['accepted', 'underReview', 'rejected'] as const;

const LONGEST_TEXT = 4_000;

/** Where a result stands: its run, the analysis that it is of, and its rules. */
export interface SarifContext extends SarifAnalysis {
  run: SarifFields;
  rules: SarifRules;
}

/** Reads one result; undefined where it says too little, which is told. */
export function readSarifResult(
  result: SarifFields,
  { tool, category, run, rules }: SarifContext,
): SarifFinding | 'suppressed' | 'passed' | undefined {
  const { id, rule } = rules.ruleOf(result);
  const kind = result.word('kind', kinds) ?? 'fail';
  const level =
    result.word('level', levels) ??
    rule?.object('defaultConfiguration')?.word('level', levels) ??
    'warning';
  const isGone = result.word('baselineState', baselineStates) === 'absent';
  if (kind !== 'fail' || level === 'none' || isGone) {
    return 'passed';
  }
  if (isSuppressed(result)) {
    return 'suppressed';
  }
  const message = messageOf(result, rule);
  if (message === undefined) {
    return result.refuse('message', 'must have a text');
  }
  const { path, line } = locationOf(result, run);
  const securitySeverity =
    result.object('properties')?.number('security-severity') ??
    rule?.object('properties')?.number('security-severity') ??
    null;
  return {
    tool,
    category,
    ruleId: id ?? null,
    ruleName: ruleNameOf(rule),
    message,
    severity: sarifSeverity(level, securitySeverity),
    securitySeverity,
    level,
    tags: tagsOf(rule),
    path,
    line,
    help:
      rule?.object('help')?.text('text', LONGEST_TEXT) ??
      rule?.object('fullDescription')?.text('text', LONGEST_TEXT) ??
      null,
    helpUri: rule?.text('helpUri', LONGEST_TEXT) ?? null,
    firstDetected: timeOf(
      result.object('provenance')?.text('firstDetectionTimeUtc', 40),
    ),
    identity: identityOf(result, { tool, id, path, message }),
  };
}

function isSuppressed(result: SarifFields): boolean {
  const suppressions = result.list('suppressions') ?? [];
  return (
    suppressions.length > 0 &&
    suppressions.every((_, at) => {
      const suppression = result.objectAt('suppressions', at);
      const status = suppression?.word('status', suppressionStates);
      // What cannot be read takes nothing away.
      const isRead = suppression !== undefined;
      return isRead && (status === 'accepted' || !suppression.has('status'));
    })
  );
}

/** The message of a result: its own text, or the text of its rule with what the result fills in (§3.11). */
function messageOf(
  result: SarifFields,
  rule: SarifFields | undefined,
): string | undefined {
  const message = result.object('message');
  const id = message?.text('id', 200);
  const template =
    message?.text('text', LONGEST_TEXT) ??
    (id === undefined
      ? undefined
      : rule?.object('messageStrings')?.object(id)?.text('text', LONGEST_TEXT));
  const values = message?.list('arguments') ?? [];
  return template
    ?.replace(/\{(\d{1,3})\}/g, (place, index: string) => {
      const value = values[Number(index)];
      return typeof value === 'string' ? value.slice(0, 500) : place;
    })
    .slice(0, LONGEST_TEXT);
}

function ruleNameOf(rule: SarifFields | undefined): string | null {
  return (
    rule?.object('shortDescription')?.text('text', 300) ??
    rule?.text('name', 300) ??
    null
  );
}

function tagsOf(rule: SarifFields | undefined): string[] {
  return (rule?.object('properties')?.list('tags') ?? [])
    .slice(0, 50)
    .flatMap(tag => (typeof tag === 'string' ? [tag.slice(0, 100)] : []));
}

function locationOf(
  result: SarifFields,
  run: SarifFields,
): { path: string | null; line: number | null } {
  const physical = result.objectAt('locations', 0)?.object('physicalLocation');
  const artifact = physical?.object('artifactLocation');
  const index = artifact?.index('index');
  const uri =
    artifact?.text('uri', 1_000) ??
    (index === undefined
      ? undefined
      : run
          .objectAt('artifacts', index)
          ?.object('location')
          ?.text('uri', 1_000));
  return {
    path: uri ?? null,
    line: physical?.object('region')?.whole('startLine', 1) ?? null,
  };
}

/**
 * What a result is known by (§3.27.16, 3.27.17). A fingerprint tells it from all others; of several versions of it the first by name
 * counts, which stays when a tool adds a newer one. A partial one does so together with its rule and place; the one that code scanning
 * goes by counts alone, since tools fill in others as they go. Without any, it is known by what it says and where.
 */
function identityOf(
  result: SarifFields,
  {
    tool,
    id,
    path,
    message,
  }: {
    tool: string;
    id: string | undefined;
    path: string | null;
    message: string;
  },
): (string | null)[] {
  const whole = result.texts('fingerprints', 20)[0];
  if (whole) {
    return [tool, id ?? null, ...whole];
  }
  const partial = result.texts('partialFingerprints', 20);
  const lineHash = partial.find(([name]) =>
    /^primaryLocationLineHash(\/|$)/.test(name),
  );
  return partial.length > 0
    ? [tool, id ?? null, path, ...(lineHash ?? partial.flat())]
    : [tool, id ?? null, path, message];
}

function timeOf(text: string | undefined): number | null {
  const isTime = text !== undefined && /^\d{4}-\d{2}-\d{2}T/.test(text);
  const time = isTime ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? null : time;
}
