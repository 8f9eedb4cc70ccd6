import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WrittenSpec } from './spec';
import { scorecardEditorTranslationRef } from './translation';

/**
 * Says a place of the definition as the form calls it: `checks[3].expression` is "Has a runbook: What must be true". A place that the
 * form does not know is told as it is written.
 */
export function usePathWords(spec: WrittenSpec): (path: string) => string {
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const ofScorecard: Record<string, string> = {
    title: t('about.name'),
    description: t('about.description'),
    owner: t('about.owner'),
    filter: t('about.filter'),
    scheme: t('about.scheme'),
    countsToOverall: t('about.counts'),
    levels: t('levels.title'),
    emptyLevel: t('levels.empty'),
    'emptyLevel.name': t('levels.empty'),
    requires: t('requires.title'),
    checks: t('checks.all'),
  };
  const ofLevel: Record<string, string> = {
    name: t('levels.name'),
    rank: t('levels.rank'),
    atLeast: t('levels.atLeast'),
    description: t('levels.description'),
  };
  const ofCheck: Record<string, string> = {
    name: t('check.name'),
    id: t('check.id'),
    type: t('check.kind'),
    expression: t('check.expression'),
    warning: t('check.warning'),
    value: t('check.value'),
    unit: t('check.unit'),
    filter: t('check.filter'),
    level: t('check.level'),
    category: t('check.category'),
    weight: t('check.weight'),
    description: t('check.description'),
    failureMessage: t('check.message'),
    solution: t('check.solution'),
    owner: t('check.owner'),
    startsAt: t('check.startsAt'),
    freshness: t('check.freshness'),
    confirmations: t('check.confirmations'),
    whenNotReported: t('check.whenNotReported'),
  };
  return path => {
    const [, list, index, rest] =
      /^(checks|levels|requires)\[(\d+)\](?:\.(.+))?$/.exec(path) ?? [];
    const at = Number(index);
    const n = String(at + 1);
    if (list === 'checks') {
      const check = spec.checks?.[at];
      const name = check?.name ?? check?.id ?? t('checks.nth', { n });
      return within(name, rest, ofCheck);
    }
    if (list === 'levels') {
      const name = spec.levels?.[at]?.name ?? t('levels.nth', { n });
      return within(name, rest, ofLevel);
    }
    return list === 'requires'
      ? ofScorecard.requires
      : ofScorecard[path] ?? path;
  };
}

function within(
  name: string,
  field: string | undefined,
  words: Record<string, string>,
): string {
  return field === undefined ? name : `${name}: ${words[field] ?? field}`;
}
