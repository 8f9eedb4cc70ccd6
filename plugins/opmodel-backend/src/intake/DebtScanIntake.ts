import type { IntakeOutcome } from '@opmodel/backstage-plugin-opmodel-common';
import type { ProducerGrant } from '../producers/ProducerGrant';
import type { DebtScan, DebtScanPort, DebtScanReading } from './DebtScanPort';
import type { TakenItems } from './ReadEvent';

/** What became of a file, and what was read in it. */
export interface TakenScan extends TakenItems {
  /** Null where it was rejected. */
  reading: DebtScanReading | null;
}

/** Takes files of tools of those who may send them, and hands them on. */
export class DebtScanIntake {
  readonly #port: DebtScanPort | undefined;

  /**
   * @param options - `port`: undefined where nobody keeps debt here
   */
  constructor(options: { port: DebtScanPort | undefined }) {
    this.#port = options.port;
  }

  /**
   * @param options - `now` in epoch milliseconds
   */
  async take(
    scan: DebtScan,
    { grant, now }: { grant: ProducerGrant; now: number },
  ): Promise<TakenScan> {
    const identity = {
      source: grant.source,
      id: `${scan.format} ${scan.entityRef} ${new Date(
        scan.scannedAt,
      ).toISOString()}`,
    };
    const refusal = await grant.refuseEntity(scan.entityRef);
    if (refusal) {
      const outcome: IntakeOutcome = {
        ...identity,
        status: 'rejected',
        reason: 'the file does not meet its contract',
        errors: [refusal],
      };
      return { outcomes: [outcome], refused: [outcome], reading: null };
    }
    if (!this.#port) {
      const reason = 'technical debt is switched off here';
      return {
        outcomes: [{ ...identity, status: 'rejected', reason }],
        refused: [],
        reading: null,
      };
    }
    const result = await this.#port.keep(scan, { now });
    if (result.status === 'rejected') {
      return {
        outcomes: [
          {
            ...identity,
            reason: 'the file does not meet its contract',
            ...result,
          },
        ],
        refused: [],
        reading: null,
      };
    }
    const { reading, ...outcome } = result;
    return { outcomes: [{ ...identity, ...outcome }], refused: [], reading };
  }
}
