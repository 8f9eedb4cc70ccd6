import { dayOf } from '@opmodel/backstage-plugin-opmodel-common';
import { seesAll } from '../catalog/Visibility';
import type { AcceptanceStore, KeptRule } from './AcceptanceStore';
import type { AcceptanceTeller } from './AcceptanceTeller';
import type { ApprovalQuestion, ApproverDirectory } from './ApproverDirectory';
import type { ApproverVoices } from './ApproverVoices';
import { listEveryAcceptance } from './listEveryAcceptance';
import { stepOfAgreement } from './standingAgreement';

/** What the look-up works with. */
export interface ApproverLookupOptions {
  directory: ApproverDirectory;
  voices: Pick<ApproverVoices, 'read'>;
  store: Pick<AcceptanceStore, 'change' | 'list' | 'replaceRule'>;
  teller: Pick<AcceptanceTeller, 'tell'>;
  /** IANA zone of the days. */
  zone: string;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Finds out who decides, and keeps it current with what is open. */
export class ApproverLookup {
  readonly #options: ApproverLookupOptions;

  constructor(options: ApproverLookupOptions) {
    this.#options = options;
  }

  /**
   * Who decides as the organisation is now.
   *
   * @param question - `requestedBy`: entity ref of the user who asks
   */
  async ruleOf(
    question: ApprovalQuestion & { requestedBy: string },
  ): Promise<KeptRule> {
    const { directory, voices } = this.#options;
    const { subject, entityRefs, riskLevel, receivingRef } = question;
    const rule = await directory.approversFor({
      subject,
      entityRefs,
      riskLevel,
      receivingRef,
    });
    return {
      approvers: await voices.read(rule, question.requestedBy),
      approvalsNeeded: rule.needed,
      eachOf: rule.eachOf ?? null,
    };
  }

  /**
   * Looks up anew who decides on what is open, after the catalog changed, so that it waits in the right inboxes. What has every
   * approval that it takes now is approved: nobody else would be asked for it.
   */
  async refresh(): Promise<void> {
    const { store, teller, zone, clock } = this.#options;
    const open = await listEveryAcceptance(
      store,
      { state: 'requested' },
      seesAll,
    );
    for (const kept of open) {
      const rule = await this.ruleOf(kept);
      const now = clock();
      const at = { now, today: dayOf(now, zone) };
      if (stepOfAgreement(kept, rule, at)) {
        const changed = await store.change(kept.id, current =>
          stepOfAgreement(current, rule, at),
        );
        await teller.tell(changed);
      } else if (textOf(rule) !== textOf(kept)) {
        await store.replaceRule(kept.id, rule);
      }
    }
  }
}

function textOf({ approvers, approvalsNeeded, eachOf }: KeptRule): string {
  return JSON.stringify([
    approvalsNeeded,
    eachOf,
    approvers.map(({ ref, rightId, belowRefs, exceptRefs }) => [
      ref,
      rightId,
      belowRefs,
      exceptRefs,
    ]),
  ]);
}
