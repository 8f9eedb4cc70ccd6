import type { IntakeOutcome } from '@opmodel/backstage-plugin-opmodel-common';
import type { ProducerGrant } from '../producers/ProducerGrant';
import type { EntityFactPort } from './EntityFactPort';
import type { ReadEntityFacts } from './readEntityFacts';
import { rejectAsSent, type TakenItems } from './ReadEvent';

/** Takes facts of entities of those who may send them, and hands them on. */
export class EntityFactIntake {
  readonly #port: EntityFactPort | undefined;

  /**
   * @param options - `port`: undefined where nobody judges by facts here
   */
  constructor(options: { port: EntityFactPort | undefined }) {
    this.#port = options.port;
  }

  /**
   * @param options - `now` in epoch milliseconds
   */
  async take(
    items: readonly ReadEntityFacts[],
    options: { grant: ProducerGrant; now: number },
  ): Promise<TakenItems> {
    const port = this.#port;
    if (items.length === 0) {
      return { outcomes: [], refused: [] };
    }
    if (!port) {
      return {
        outcomes: items.map(({ identity }) => ({
          ...identity,
          status: 'rejected',
          reason: 'scorecards are switched off here',
        })),
        refused: [],
      };
    }
    const admitted = await options.grant.admitEntityFacts(items);
    const results = await port.keep(
      admitted.flatMap(item => ('rejected' in item ? [] : item.entityFacts)),
      options,
    );
    const next = results.values();
    return {
      outcomes: admitted.map((item): IntakeOutcome => {
        if ('rejected' in item) {
          return item.rejected;
        }
        const result = next.next().value!;
        return result.status === 'rejected'
          ? rejectAsSent(item, result.errors).rejected
          : { ...item.identity, ...result };
      }),
      refused: admitted.flatMap(item =>
        'rejected' in item ? item.rejected : [],
      ),
    };
  }
}
