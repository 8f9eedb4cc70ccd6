import type { CheckVerdict } from '../../scorecards/checkVerdict';
import type { DebtSeverity } from '../debtItem';
import { categoryOfCheck } from './categoryOfCheck';
import type { FoundSuggestion } from './debtSuggestion';
import { asMarkdownCode, asOneLine } from './outsideText';
import { onePerFingerprint } from './preferredSuggestion';
import { linked, measured, quoted } from './suggestionEvidence';
import { suggestionFingerprint } from './suggestionFingerprint';

const DAY = 86_400_000;

/** For how long a check must have failed, in days, where nothing else is configured. */
export const ordinaryFailingDays = 90;

/** What a check comes to for an entity. */
export interface FailingCheckInput
  extends Pick<CheckVerdict, 'state' | 'since' | 'value'> {
  entityRef: string;
  /** `scorecard:default/readiness#has-owner`. */
  checkRef: string;
  checkName: string;
  /** Row of the rubric, such as `Security`; null: none. */
  checkCategory: string | null;
  /** Name of the level that asks for it; null: none. */
  level: string | null;
  /** How bad it is that it fails; null: nobody said. */
  severity: DebtSeverity | null;
  /** How to mend it, Markdown as those who wrote the check filled it in; null: they said nothing. */
  solution: string | null;
  /** Where the verdict can be read; null: nowhere. */
  url: string | null;
}

/**
 * Debt out of checks that have failed for longer than a number of days. A check that was not told its facts, is exempt or broken does not
 * fail.
 *
 * @param options - `now` in epoch milliseconds; `olderThanDays` whole or broken days of 24 hours
 */
export function suggestFromFailingChecks(
  checks: readonly FailingCheckInput[],
  {
    now,
    olderThanDays = ordinaryFailingDays,
  }: { now: number; olderThanDays?: number },
): FoundSuggestion[] {
  return onePerFingerprint(
    checks
      .filter(
        ({ state, since }) =>
          state === 'failed' && now - since > olderThanDays * DAY,
      )
      .map(check => asSuggestion(check, now)),
  );
}

function asSuggestion(check: FailingCheckInput, now: number): FoundSuggestion {
  const { entityRef, checkRef, since } = check;
  const name = asOneLine(check.checkName, 120);
  const days = Math.floor((now - since) / DAY);
  return {
    source: 'failing_check',
    fingerprint: suggestionFingerprint('failing_check', entityRef, [checkRef]),
    entityRef,
    title: `Check fails: ${name}`,
    // The solution is left as Markdown: who may write checks may write it, and it is shown as Markdown with the check as well.
    description: [
      `The check ${asMarkdownCode(checkRef, 200)} has failed for ${days} days.`,
      ...(check.solution === null ? [] : [check.solution.slice(0, 4_000)]),
    ].join('\n\n'),
    category: categoryOfCheck(check.checkCategory),
    severity: check.severity,
    since,
    principalDays: null,
    evidence: [
      ...quoted('check', checkRef),
      ...measured('failingFor', days, 'days'),
      ...quoted('level', check.level),
      ...quoted('value', check.value === null ? null : String(check.value)),
      ...linked('verdict', check.url),
    ],
    links: [{ type: 'check', ref: checkRef, title: name }],
  };
}
