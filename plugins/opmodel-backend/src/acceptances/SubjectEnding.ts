import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  dayOf,
  nextAcceptanceState,
} from '@opmodel/backstage-plugin-opmodel-common';
import { seesAll } from '../catalog/Visibility';
import { audited } from '../lib/audited';
import type { EndedSubject } from './Acceptances';
import type {
  AcceptanceStep,
  AcceptanceStore,
  KeptAcceptance,
} from './AcceptanceStore';
import type { AcceptanceTeller } from './AcceptanceTeller';
import { listEveryAcceptance } from './listEveryAcceptance';

/**
 * Ends what is accepted or asked for of something that is over, such as a debt that was paid: there is nothing left to accept. It may run
 * twice, and on several replicas; what somebody else ended in the meantime stays as that left it.
 */
export class SubjectEnding {
  readonly #options: {
    store: Pick<AcceptanceStore, 'change' | 'list'>;
    teller: Pick<AcceptanceTeller, 'tell'>;
    auditor: AuditorService;
    zone: string;
    clock: () => number;
  };

  constructor(options: {
    store: Pick<AcceptanceStore, 'change' | 'list'>;
    teller: Pick<AcceptanceTeller, 'tell'>;
    auditor: AuditorService;
    /** IANA zone of the days. */
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  async end({ subject, subjectRef, by, note }: EndedSubject): Promise<void> {
    const { store, auditor, zone, clock } = this.#options;
    const now = clock();
    const open = await listEveryAcceptance(
      store,
      {
        subject,
        subjectRefs: [subjectRef],
        inForceOn: dayOf(now, zone),
        orRequested: true,
      },
      seesAll,
    );
    for (const { id, state } of open) {
      const eventId = `acceptance-${
        state === 'requested' ? 'withdraw' : 'revoke'
      }`;
      const meta = { acceptanceId: id, subject, subjectRef, by };
      await audited(auditor, { eventId, meta }, async () => {
        const result = await this.#endOne(id, { by, note, at: now });
        return { result, meta: { state: result.state } };
      });
    }
  }

  async #endOne(
    id: string,
    said: { by: string | null; note: string; at: number },
  ): Promise<KeptAcceptance> {
    const { store, teller } = this.#options;
    const kept = await store.change(id, current => endOf(current, said));
    await teller.tell(kept);
    return kept;
  }
}

function endOf(
  { state }: KeptAcceptance,
  { by, note, at }: { by: string | null; note: string; at: number },
): AcceptanceStep | undefined {
  const kind = state === 'requested' ? 'withdrawn' : 'revoked';
  const next = nextAcceptanceState(
    state,
    state === 'requested' ? 'withdraw' : 'revoke',
  );
  return (
    next && {
      state: next,
      event: { kind, at, by, note, approverRefs: null, approvalsNeeded: null },
    }
  );
}
