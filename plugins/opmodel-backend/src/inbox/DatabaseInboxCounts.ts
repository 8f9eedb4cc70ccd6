import type { Knex } from 'knex';
import { jsonTable } from '../catalog/DatabaseLists';
import type { DeliveryState, InboxCounts } from './InboxStore';

/** An instant of a column that may be empty. Epoch milliseconds. */
export function instantOrNull(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}

/** When each source was heard of last: one look into the index a source, however many deliveries there are. */
async function listLastReceived(
  knex: Knex,
  sources: readonly string[],
): Promise<Map<string, number>> {
  const newest = knex('inbox')
    .max('received_at')
    .whereRaw('inbox.source = given.source');
  const rows: Record<string, any>[] = await knex
    .from(
      jsonTable(
        knex,
        sources.map(source => ({ source })),
        { source: 'text' },
        'given',
      ) as any,
    )
    .select('given.source', newest.as('at'));
  return new Map(
    rows
      .filter(({ at }) => at !== null)
      .map(({ source, at }) => [source, Number(at)]),
  );
}

/** How the inbox is doing, and each of the sources. */
export async function countInbox(
  knex: Knex,
  options: {
    sources: readonly string[];
    processedSince: number;
  },
): Promise<InboxCounts> {
  const open: Record<string, any>[] = await knex('inbox')
    .whereIn('state', ['waiting', 'set_aside'])
    .groupBy('source', 'state')
    .select('source', 'state')
    .count({ total: '*' });
  const totalOf = (state: DeliveryState, source?: string) =>
    open
      .filter(row => row.state === state)
      .filter(row => source === undefined || row.source === source)
      .reduce((sum, row) => sum + Number(row.total), 0);
  const [{ processed }] = await knex('inbox')
    .where('processed_at', '>=', options.processedSince)
    .count({ processed: '*' });
  const [{ oldest }] = await knex('inbox')
    .where('state', 'waiting')
    .min({ oldest: 'received_at' });
  const newest = await knex('inbox').orderBy('id', 'desc').first('received_at');
  const received = await listLastReceived(knex, options.sources);
  return {
    waiting: totalOf('waiting'),
    setAside: totalOf('set_aside'),
    processed: Number(processed),
    oldestWaitingAt: instantOrNull(oldest),
    lastReceivedAt: instantOrNull(newest?.received_at),
    sources: new Map(
      options.sources.map(source => [
        source,
        {
          waiting: totalOf('waiting', source),
          setAside: totalOf('set_aside', source),
          lastReceivedAt: received.get(source) ?? null,
        },
      ]),
    ),
  };
}
