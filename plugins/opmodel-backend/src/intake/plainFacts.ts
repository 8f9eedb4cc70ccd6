import { checkContract } from '@opmodel/backstage-plugin-opmodel-node';
import { contentId } from './contentId';
import {
  factContracts,
  observationOfFact,
  statedName,
  type PlainFact,
  type PlainFactKind,
} from './factContracts';
import { isObject, readItems } from './plainItems';
import { statedTargetPath, withoutNulls } from './profileFields';
import { rejectForErrors, type ReadEvent } from './ReadEvent';

/** Where the sender wrote what stands at a path of the event, within the fact. */
export function statedPath(path: string, fact: { links?: unknown[] }): string {
  const field = path.replace(/^observation\./, '');
  return field.startsWith('target.')
    ? statedTargetPath(field.slice('target.'.length), fact)
    : statedName(field);
}

/**
 * Reads facts of one kind as plain JSON: one object, or `{ items: [...] }`.
 *
 * A fact is known by its `source` and `id`; sent again with other fields it is one more statement about the same thing, and
 * sent again unchanged it is a duplicate, unless something else was stated in between. What states no `time` speaks as of now; of several items about one thing, the later
 * speaks after the earlier.
 *
 * @param defaults - `source` of facts that state none; `now` in epoch milliseconds
 * @throws InputError when the body is neither an object nor a list of at most 1,000 items
 */
export function readPlainFacts(
  kind: PlainFactKind,
  body: unknown,
  defaults: { source: string; now: number },
): { events: ReadEvent[]; batch: boolean } {
  const { items, batch } = readItems(body);
  const mentions = new Map<string, number>();
  const events = items.map((item): ReadEvent => {
    const stated = isObject(item) ? withoutNulls(item) : item;
    const source =
      isObject(item) && item.source ? item.source : defaults.source;
    const read = checkContract<PlainFact>(factContracts[kind], stated);
    if (!read.success) {
      return rejectForErrors(
        { source, id: isObject(item) ? item.id : undefined },
        read.errors,
      );
    }
    const fact = read.value;
    const observation = observationOfFact(kind, fact);
    const mentioned = mentions.get(fact.id) ?? 0;
    mentions.set(fact.id, mentioned + 1);
    return {
      event: {
        source: fact.source ?? defaults.source,
        id: contentId(kind, [fact.time ?? null, observation]),
        time: fact.time ?? new Date(defaults.now + mentioned).toISOString(),
        observation,
      },
      statedId: fact.id,
      asOfNow: fact.time === undefined,
      pathOf: path => statedPath(path, stated as Record<string, unknown>),
    };
  });
  return { events, batch };
}
