import type { Evaluation } from '@opmodel/backstage-plugin-opmodel-common';
import type { StandingCheck } from './CompiledScorecards';
import { type CheckContext, factNamed, newestOf } from './evaluateCheck';

/**
 * Since when a verdict holds that is found now. Where its facts grew older than they are believed, since they did; where facts changed,
 * since these were told, which may be for a moment that is past; where only the rule changed, or the time, since now. It is never
 * before what is known.
 *
 * @returns epoch milliseconds
 */
export function sinceWhen(
  check: StandingCheck,
  { state }: Pick<Evaluation, 'state'>,
  options: Pick<CheckContext, 'facts' | 'freshnessOf' | 'now'> & {
    /** Full names of facts that changed. */
    changed: ReadonlySet<string>;
    isRuleChanged: boolean;
    /** When what is known last changed; null: nothing is. */
    notBefore: number | null;
  },
): number {
  const { changed, facts, isRuleChanged, notBefore, now } = options;
  const grewOldAt =
    state === 'not_reported' && !isRuleChanged
      ? oldSince(check, options)
      : null;
  const names = [...check.facts].filter(name => changed.has(name));
  const at = Math.min(now, grewOldAt ?? newestOf(names, facts) ?? now);
  return Math.max(at, notBefore ?? at);
}

/** Since when the first of the facts of a check has been too old; null: none is. */
function oldSince(
  { broken, compiled, grounds }: StandingCheck,
  {
    facts,
    freshnessOf,
    now,
  }: Pick<CheckContext, 'facts' | 'freshnessOf' | 'now'>,
): number | null {
  const { freshness } = (compiled ?? broken!).check;
  const ends = grounds.flatMap(name => {
    const fact = factNamed(name, facts);
    return fact
      ? fact.reportedAt + (freshness ?? freshnessOf(name.split('.')[0]))
      : [];
  });
  const past = ends.filter(end => end < now);
  return past.length === 0 ? null : Math.min(...past);
}
