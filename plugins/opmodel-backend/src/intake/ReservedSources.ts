import { isSourceOfCollector } from '@opmodel/backstage-plugin-opmodel-node';
import { rejectForErrors, type ReadEvent } from './ReadEvent';

/** Sources of collectors and webhooks: whoever could speak as one of them could take back or correct all that it has read. */
export class ReservedSources {
  readonly #reserved: readonly { id: string; holder: string }[];

  /**
   * @param options - ids of the collectors and types of the webhooks that are registered
   */
  constructor(options: {
    collectorIds: readonly string[];
    webhookTypes: readonly string[];
  }) {
    this.#reserved = [
      ...options.collectorIds.map(id => ({
        id,
        holder: `the collector ${id}`,
      })),
      ...options.webhookTypes.map(id => ({ id, holder: `webhooks of ${id}` })),
    ];
  }

  /** Rejects what names one of them as its source. */
  refuse(item: ReadEvent): ReadEvent {
    if ('rejected' in item) {
      return item;
    }
    const { event, statedId, pathOf } = item;
    const reserved = this.#reserved.find(({ id }) =>
      isSourceOfCollector(event.source, id),
    );
    return reserved === undefined
      ? item
      : rejectForErrors({ source: event.source, id: statedId ?? event.id }, [
          {
            path: pathOf('source'),
            message: `expected a source that does not start with ${reserved.id}:, which is reserved for ${reserved.holder}`,
          },
        ]);
  }
}
