import { durationToMilliseconds } from '@backstage/types';
import {
  debtCategories,
  debtSeverities,
  type FoundSuggestion,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { FactEntity } from '../facts/FactProvider';
import type {
  DebtSightings,
  DebtSuggestionSource,
} from './DebtSuggestionSource';

/** A source with an outside world that stands still, for one check of the contract. */
export interface DebtSuggestionSourceContractFixture {
  source: DebtSuggestionSource;
  /** Entities of kinds that it is asked about, two or more, of which all can be found; there is debt of at least one of them. */
  entities: FactEntity[];
  /** Another one, of which the outside world knows no debt. */
  unknownEntity: FactEntity;
  /** Another one that cannot be looked at now, as where its repository cannot be read; absent: that cannot happen. */
  brokenEntity?: FactEntity;
  /** When the run begins, epoch milliseconds; absent: now. */
  now?: number;
}

/** One rule that every source of debt keeps. */
export interface DebtSuggestionSourceContractCheck {
  name: string;
  /**
   * @throws when the source breaks the rule, saying how
   */
  check(fixture: DebtSuggestionSourceContractFixture): Promise<void>;
}

const MINUTE = 60_000;

/** Characters of a fingerprint, and of a title. */
const MOST = 200;

/**
 * The rules that the engine relies on. A module holds its source against them in its own tests, with any test runner:
 *
 * ```ts
 * it.each(debtSuggestionSourceContract)('$name', ({ check }) => check(createFixture()));
 * ```
 */
export const debtSuggestionSourceContract: DebtSuggestionSourceContractCheck[] =
  [
    {
      name: 'says what it is, and is asked about the kinds that it names',
      async check({
        source: { title, cadence, batchSize = 1, kinds },
        entities,
      }) {
        hold(title.trim(), 'the title is empty');
        const between = durationToMilliseconds(cadence);
        hold(between >= MINUTE, `it is asked every ${between} milliseconds`);
        hold(
          Number.isInteger(batchSize) && batchSize >= 1,
          `it is asked about ${batchSize} entities at a time`,
        );
        for (const kind of kinds ?? []) {
          hold(kind === kind.toLowerCase(), `${kind} is not in lower case`);
        }
        for (const { entityRef, kind } of entities) {
          hold(
            !kinds || kinds.includes(kind),
            `it is never asked about ${entityRef}`,
          );
        }
      },
    },
    {
      name: 'finds debt of what it is asked about, and says of which entities that is all',
      async check({ entities, ...fixture }) {
        const { suggestions, lookedAt } = await ask(fixture, entities);
        hold(suggestions.length > 0, 'it finds nothing of any of the entities');
        for (const { entityRef } of entities) {
          hold(lookedAt.includes(entityRef), `it did not look at ${entityRef}`);
        }
      },
    },
    {
      name: 'finds the same again, by the same fingerprints',
      async check({ entities, ...fixture }) {
        const first = await ask(fixture, entities);
        const second = await ask(fixture, entities);
        holdSame(first, second, entities, 'when it is asked again');
      },
    },
    {
      name: 'knows debt again on another day',
      async check({ entities, now = Date.now(), ...fixture }) {
        const later = now + 36 * 60 * MINUTE;
        const first = await ask({ ...fixture, now }, entities);
        const second = await ask({ ...fixture, now: later }, entities);
        const known = new Set([...fingerprintsOf(second), ...second.leftOut]);
        for (const fingerprint of fingerprintsOf(first)) {
          hold(known.has(fingerprint), `${fingerprint} is another one later`);
        }
      },
    },
    {
      name: 'finds the same of an entity, whatever it is asked about beside it',
      async check({ entities, unknownEntity, ...fixture }) {
        const together = await ask(
          fixture,
          [unknownEntity, ...entities].reverse(),
        );
        for (const entity of entities) {
          const alone = await ask(fixture, [entity]);
          holdSame(
            together,
            alone,
            [entity],
            'when it is asked about it alone',
          );
        }
      },
    },
    {
      name: 'finds nothing of what the outside world does not know',
      async check({ unknownEntity, ...fixture }) {
        const { suggestions } = await ask(fixture, [unknownEntity]);
        hold(
          suggestions.length === 0,
          `it finds debt of ${unknownEntity.entityRef}`,
        );
      },
    },
    {
      name: 'never says that it looked at what it could not look at',
      async check({ entities, brokenEntity, ...fixture }) {
        if (!brokenEntity) {
          return;
        }
        const { entityRef } = brokenEntity;
        const beside = await ask(fixture, [brokenEntity, ...entities]);
        hold(
          !beside.lookedAt.includes(entityRef),
          `it says that it looked at ${entityRef}, so that all that was suggested of it would be gone`,
        );
        hold(
          beside.problems?.some(told => told.entityRef === entityRef),
          `it tells no problem with ${entityRef}`,
        );
        const without = await ask(fixture, entities);
        holdSame(beside, without, entities, 'beside one with a problem');
      },
    },
    {
      name: 'finds nothing where it is asked nothing',
      async check(fixture) {
        const { lookedAt, leftOut } = await ask(fixture, []);
        hold(
          lookedAt.length + leftOut.length === 0,
          'it tells of what nobody asked for',
        );
      },
    },
    {
      name: 'does not start work when it is told to stop',
      async check({ source, entities, now = Date.now() }) {
        const controller = new AbortController();
        controller.abort();
        let failed = false;
        try {
          await source.suggest(entities, { signal: controller.signal, now });
        } catch {
          failed = true;
        }
        hold(failed, 'it answered all the same');
      },
    },
  ];

/** What a run of its own finds; each statement is held against what the engine keeps. */
async function ask(
  {
    source,
    now = Date.now(),
  }: Pick<DebtSuggestionSourceContractFixture, 'source' | 'now'>,
  entities: readonly FactEntity[],
): Promise<DebtSightings> {
  const found = await source.suggest(entities, {
    signal: new AbortController().signal,
    now,
  });
  const asked = new Set(entities.map(({ entityRef }) => entityRef));
  const { lookedAt, suggestions, leftOut, problems = [] } = found;
  for (const ref of [
    ...lookedAt,
    ...problems.map(({ entityRef }) => entityRef),
    ...suggestions.map(({ entityRef }) => entityRef),
  ]) {
    hold(asked.has(ref), `nobody asked about ${ref}`);
  }
  for (const { entityRef, problem } of problems) {
    hold(
      problem.trim(),
      `it does not say what its problem with ${entityRef} is`,
    );
  }
  suggestions.forEach(suggestion => holdSuggestion(source, suggestion, now));
  holdOnce(lookedAt, 'it looked at');
  holdOnce([...fingerprintsOf(found), ...leftOut], 'it told');
  return found;
}

function holdSuggestion(
  { id }: DebtSuggestionSource,
  suggestion: FoundSuggestion,
  now: number,
): void {
  const { source, fingerprint, title, since, principalDays } = suggestion;
  hold(source === id, `it speaks as ${source}`);
  hold(
    fingerprint.startsWith(`${id}:`) && fingerprint.length <= MOST,
    `the fingerprint ${fingerprint} is none of its own`,
  );
  hold(
    title.trim() !== '' && title.length <= MOST && !/[\r\n]/.test(title),
    `the title of ${fingerprint} is not one line of ${MOST} characters`,
  );
  hold(
    debtCategories.includes(suggestion.category),
    `the category of ${fingerprint} is ${suggestion.category}`,
  );
  hold(
    suggestion.severity === null ||
      debtSeverities.includes(suggestion.severity),
    `the severity of ${fingerprint} is ${suggestion.severity}`,
  );
  hold(
    principalDays === null ||
      (Number.isFinite(principalDays) && principalDays > 0),
    `the principal of ${fingerprint} is ${principalDays}`,
  );
  hold(
    since === null || (Number.isSafeInteger(since) && since <= now),
    `${fingerprint} is so since ${since}`,
  );
  for (const each of suggestion.evidence) {
    hold(each.name.trim(), `evidence of ${fingerprint} has no name`);
    hold(
      each.type !== 'measure' || Number.isFinite(each.value),
      `${each.name} of ${fingerprint} is no number`,
    );
    hold(
      each.type !== 'link' || isAddress(each.url),
      `${each.name} of ${fingerprint} is no address with http or https`,
    );
  }
  for (const { type, ref } of suggestion.links) {
    hold(
      !['issue', 'pull_request', 'adr'].includes(type) || isAddress(ref),
      `the ${type} of ${fingerprint} is no address with http or https`,
    );
  }
}

/** Whether it may be put before people: nothing that runs, and nothing in it that leads elsewhere than it reads. */
function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s\\]+$/i.test(text) && URL.canParse(text);
}

function fingerprintsOf({ suggestions }: DebtSightings): string[] {
  return suggestions.map(({ fingerprint }) => fingerprint);
}

function holdOnce(told: readonly string[], what: string): void {
  const again = told.find((one, at) => told.indexOf(one) < at);
  hold(again === undefined, `${what} ${again} twice`);
}

function holdSame(
  first: DebtSightings,
  second: DebtSightings,
  entities: readonly FactEntity[],
  when: string,
): void {
  for (const { entityRef } of entities) {
    hold(
      print(first, entityRef) === print(second, entityRef),
      `it finds something else of ${entityRef} ${when}`,
    );
  }
}

/** In the order of the fingerprints: suggestions have none of their own. */
function print(
  { suggestions, lookedAt }: DebtSightings,
  entityRef: string,
): string {
  return JSON.stringify([
    lookedAt.includes(entityRef),
    suggestions
      .filter(suggestion => suggestion.entityRef === entityRef)
      .sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1)),
  ]);
}

function hold(condition: unknown, breach: string): asserts condition {
  if (!condition) {
    throw new Error(`The source of debt breaks its contract: ${breach}`);
  }
}
