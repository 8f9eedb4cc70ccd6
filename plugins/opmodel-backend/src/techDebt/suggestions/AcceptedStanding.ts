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

  /** Undefined: nobody accepts it, or not any more. */
  async of({
    source,
    links,
  }: KeptSuggestion): Promise<AcceptedFrom | undefined> {
    const link = links.find(({ type }) => type === 'exemption');
    if (source !== 'exemption' || !link) {
      return undefined;
    }
    const exemption = await this.#options.exemptions.get(link.ref);
    return exemption && this.standingBy(exemption, 'open');
  }

  /**
   * Where an item stands by an exemption that holds; undefined: it does not hold, or has no end, as debt is never accepted for good.
   *
   * @param status - that it stands in until now
   */
  standingBy(
    { state, decidedBy, expiresOn }: AcceptanceRecord,
    status: DebtItem['status'],
  ): AcceptedFrom | undefined {
    const { zone, clock } = this.#options;
    const at = clock();
    if (
      state !== 'approved' ||
      expiresOn === null ||
      expiresOn < dayOf(at, zone)
    ) {
      return undefined;
    }
    const outcome = changeDebtStatus(
      { status },
      {
        deed: 'accept',
        at,
        acceptance: { state, approvedBy: decidedBy ?? 'unknown', expiresOn },
      },
    );
    if (!outcome.done) {
      return undefined;
    }
    const { standing } = outcome;
    return {
      status: standing.status,
      statusSince: standing.statusSince,
      acceptedUntil: standing.acceptedUntil,
      acceptedBy: standing.acceptedBy,
    };
  }
}
