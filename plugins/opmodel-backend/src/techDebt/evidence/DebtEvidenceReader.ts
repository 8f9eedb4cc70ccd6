import {
  type DebtEvidenceAnswer,
  gatherDebtEvidence,
  type PricedDebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import { toInstant } from '../../lib/instants';
import type { DebtCaller } from '../items/DebtCaller';
import type { DebtEvidenceSources } from './DebtEvidenceSources';

/** What evidence is read with. */
export interface DebtEvidenceReaderOptions {
  evidenceSources: DebtEvidenceSources;
  /** IANA zone of the days. */
  zone: string;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Tells what is measured of what an item is linked to, as far as its reader may see that. */
export class DebtEvidenceReader {
  readonly #options: DebtEvidenceReaderOptions;

  constructor(options: DebtEvidenceReaderOptions) {
    this.#options = options;
  }

  /** @param item - as it is told to the caller: what they may not see of it is not asked for */
  async ofItem(
    { links, entities }: Pick<PricedDebtItem, 'links' | 'entities'>,
    caller: Pick<DebtCaller, 'seeing'>,
  ): Promise<DebtEvidenceAnswer> {
    const { zone, clock } = this.#options;
    const now = clock();
    const refsOf = (type: 'check' | 'slo') =>
      links.filter(link => link.type === type).map(({ ref }) => ref);
    const [checks, budgets] = await Promise.all([
      this.#listFailing(
        refsOf('check'),
        entities.map(({ ref }) => ref),
        caller,
      ),
      this.#listSpent(refsOf('slo'), caller, now),
    ]);
    const { failingChecks, errorBudgets } = gatherDebtEvidence(
      checks,
      budgets,
      now,
      zone,
    );
    return {
      failingChecks: failingChecks.map(check => ({
        ...check,
        failingSince: toInstant(check.failingSince),
      })),
      errorBudgets: [...errorBudgets],
    };
  }

  async #listFailing(
    checkRefs: readonly string[],
    entityRefs: readonly string[],
    caller: Pick<DebtCaller, 'seeing'>,
  ) {
    const { failingChecks } = this.#options.evidenceSources;
    return failingChecks && checkRefs.length > 0
      ? failingChecks.listFailing(
          { checkRefs, entityRefs },
          await caller.seeing(failingChecks.readPermission),
        )
      : [];
  }

  async #listSpent(
    sloRefs: readonly string[],
    caller: Pick<DebtCaller, 'seeing'>,
    now: number,
  ) {
    const { spentBudgets } = this.#options.evidenceSources;
    return spentBudgets && sloRefs.length > 0
      ? spentBudgets.listSpent(
          sloRefs,
          await caller.seeing(spentBudgets.readPermission),
          now,
        )
      : [];
  }
}
