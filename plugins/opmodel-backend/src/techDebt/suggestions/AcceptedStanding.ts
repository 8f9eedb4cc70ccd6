import {
  changeDebtStatus,
  dayOf,
  type DebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { AcceptanceRecord } from '../../acceptances/Acceptances';
import type { KeptSuggestion } from './SuggestionStore';

/** Where an item stands that is accepted from the beginning. */
export type AcceptedFrom = Pick<
  DebtItem,
  'status' | 'statusSince' | 'acceptedUntil' | 'acceptedBy'
>;

/** What is known of exemptions. */
export interface ExemptionReader {
  /** Undefined: there is none. */
  get(id: string): Promise<AcceptanceRecord | undefined>;
}

/** Finds out whether what is suggested was accepted by an exemption that holds, so that it is filed as accepted until that ends. */
export class AcceptedStanding {
  readonly #options: {
    exemptions: ExemptionReader;
    zone: string;
    clock: () => number;
  };

  constructor(options: {
    exemptions: ExemptionReader;
    /** IANA zone of the days. */
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  /** Undefined: nobody accepts it, or not any more, or for good, which debt never is. */
  async of({
    source,
    links,
  }: Pick<KeptSuggestion, 'source' | 'links'>): Promise<
    AcceptedFrom | undefined
  > {
    const { exemptions, zone, clock } = this.#options;
    const link = links.find(({ type }) => type === 'exemption');
    if (source !== 'exemption' || !link) {
      return undefined;
    }
    const exemption = await exemptions.get(link.ref);
    const at = clock();
    if (
      exemption?.state !== 'approved' ||
      exemption.expiresOn === null ||
      exemption.expiresOn < dayOf(at, zone)
    ) {
      return undefined;
    }
    const { decidedBy, expiresOn } = exemption;
    const outcome = changeDebtStatus(
      { status: 'open' },
      {
        deed: 'accept',
        at,
        acceptance: { state: 'approved', approvedBy: decidedBy, expiresOn },
      },
    );
    if (!outcome.done) {
      return undefined;
    }
    const { status, statusSince, acceptedUntil, acceptedBy } = outcome.standing;
    return { status, statusSince, acceptedUntil, acceptedBy };
  }
}
