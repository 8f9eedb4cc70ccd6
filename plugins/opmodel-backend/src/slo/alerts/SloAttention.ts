import {
  type AttentionItem,
  dayOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import { toInstant } from '../../lib/instants';
import type { SloFinding, SloFindingStore } from './SloFindingStore';

const kinds = {
  burning: 'slo-burning',
  exhausted: 'slo-exhausted',
  not_measured: 'slo-not-measured',
  review_overdue: 'slo-review-overdue',
  document_wrong: 'slo-document-wrong',
  policy: 'error-budget-policy',
} as const satisfies Record<SloFinding['kind'], AttentionItem['kind']>;

/** What service levels ask people to look at. */
export class SloAttention {
  readonly #options: {
    store: SloFindingStore;
    zone: string;
    clock: () => number;
  };

  constructor(options: {
    store: SloFindingStore;
    /** IANA zone of the days. */
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  /** @param owners - only what these and the groups below them own; absent: all */
  async list(
    visibility: Visibility,
    owners?: string[],
  ): Promise<AttentionItem[]> {
    const { store, zone, clock } = this.#options;
    const now = clock();
    const found = await store.list(
      { owners, visibility },
      { now, today: dayOf(now, zone) },
    );
    return found.map(toItem);
  }
}

function toItem(finding: SloFinding): AttentionItem {
  const { kind, sloRef, objective, entityRef, entityTitle, ownerRef } = finding;
  return {
    id: ['slo', kinds[kind], sloRef, objective ?? []].flat().join(':'),
    subject: 'slo',
    kind: kinds[kind],
    entityRef,
    entityTitle,
    ownerRef,
    since: toInstant(finding.since),
    urgency: urgencyOf(finding),
    values: {
      sloRef,
      sloTitle: finding.sloTitle,
      objective,
      remaining: finding.remaining,
      burn: finding.burn,
      threshold: finding.threshold,
    },
  };
}

function urgencyOf({ kind, severity }: SloFinding): AttentionItem['urgency'] {
  switch (kind) {
    case 'burning':
      return severity === 'page' ? 'now' : 'soon';
    case 'review_overdue':
      return 'later';
    default:
      return 'soon';
  }
}
