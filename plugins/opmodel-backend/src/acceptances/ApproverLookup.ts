import { seesAll } from '../catalog/Visibility';
import type { AcceptanceStore, KeptRule } from './AcceptanceStore';
import type { ApprovalQuestion, ApproverDirectory } from './ApproverDirectory';
import { listEveryAcceptance } from './listEveryAcceptance';

/** Finds out who decides, and keeps it current with what is open. */
export class ApproverLookup {
  readonly #directory: ApproverDirectory;
  readonly #store: Pick<AcceptanceStore, 'list' | 'replaceRule'>;

  constructor(options: {
    directory: ApproverDirectory;
    store: Pick<AcceptanceStore, 'list' | 'replaceRule'>;
  }) {
    this.#directory = options.directory;
    this.#store = options.store;
  }

  /** Who decides as the organisation is now. */
  async ruleOf(question: ApprovalQuestion): Promise<KeptRule> {
    const { subject, entityRefs, riskLevel, receivingRef } = question;
    const { approvers, needed, eachOf } = await this.#directory.approversFor({
      subject,
      entityRefs,
      riskLevel,
      receivingRef,
    });
    return {
      approvers: approvers.map(({ ref, rightId }) => ({ ref, rightId })),
      approvalsNeeded: needed,
      eachOf: eachOf ?? null,
    };
  }

  /** Looks up anew who decides on what is open, after the catalog changed, so that it waits in the right inboxes. */
  async refresh(): Promise<void> {
    const open = await listEveryAcceptance(
      this.#store,
      { state: 'requested' },
      seesAll,
    );
    for (const kept of open) {
      const rule = await this.ruleOf(kept);
      if (textOf(rule) !== textOf(kept)) {
        await this.#store.replaceRule(kept.id, rule);
      }
    }
  }
}

function textOf({ approvers, approvalsNeeded, eachOf }: KeptRule): string {
  return JSON.stringify([
    approvalsNeeded,
    eachOf,
    approvers.map(({ ref, rightId }) => [ref, rightId]),
  ]);
}
