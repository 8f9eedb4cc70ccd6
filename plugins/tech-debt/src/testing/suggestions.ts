import {
  noEstimate,
  type DebtSuggestionDetail,
  type DebtSuggestionPage,
  type DebtSuggestionSourceState,
} from '@opmodel/backstage-plugin-opmodel-common';
import { CHECKOUT } from './items';

/** A suggestion that waits to be decided, of a check that fails for long. */
export function buildSuggestion(
  changes: Partial<DebtSuggestionDetail> = {},
): DebtSuggestionDetail {
  return {
    id: 's1',
    source: 'failing_check',
    state: 'open',
    title: 'Has a runbook fails for 120 days',
    entity: { ref: CHECKOUT, title: 'Checkout API', exists: true },
    category: 'documentation',
    severity: 'high',
    since: '2026-07-26T08:00:00.000Z',
    principalDays: null,
    acceptedUntil: null,
    firstSeen: '2026-08-25T08:00:00.000Z',
    lastSeen: '2026-11-23T08:00:00.000Z',
    goneSince: null,
    promotion: null,
    dismissal: null,
    may: { promote: true, dismiss: true, putBack: false },
    description: '',
    evidence: [
      { type: 'measure', name: 'failingFor', value: 120, unit: 'days' },
    ],
    links: [
      {
        type: 'check',
        ref: 'scorecard:default/readiness#has-runbook',
        title: 'Has a runbook',
      },
    ],
    proposed: {
      title: 'Has a runbook fails for 120 days',
      entityRefs: [CHECKOUT],
      category: 'documentation',
      severity: 'high',
      estimate: noEstimate,
    },
    duplicates: [],
    unread: 0,
    ...changes,
  };
}

/** A page of suggestions. */
export function buildSuggestions(
  ...items: DebtSuggestionDetail[]
): DebtSuggestionPage {
  return { items, totalItems: items.length, nextCursor: null };
}

/** A source that works. */
export function buildSource(
  changes: Partial<DebtSuggestionSourceState> = {},
): DebtSuggestionSourceState {
  return {
    source: 'failing_check',
    title: 'Failing checks',
    state: 'ok',
    offBecause: null,
    lastRunAt: '2026-11-23T08:00:00.000Z',
    lastSuccessAt: '2026-11-23T08:00:00.000Z',
    nextRunAt: '2026-11-23T14:00:00.000Z',
    openSuggestions: 1,
    lookedAt: 42,
    problemEntities: 0,
    problem: null,
    ...changes,
  };
}
