import fc from 'fast-check';
import {
  foldObservations,
  type IntakeEvent,
  type StoredObservation,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Statements } from './describeReading';
import { findNews, type Telling } from './findNews';

type State = Record<string, { version: string; happenedAt: number }>;

function statementsOf(state: State): Statements {
  return new Map(
    Object.entries(state).map(([subject, { version, happenedAt }]) => [
      subject,
      {
        observation: {
          kind: 'deployment',
          subject,
          target: { entityRefs: ['component:default/shop'] },
          version,
        },
        happenedAt,
      },
    ]),
  );
}

/** What intake makes of all events: version by subject of what holds. */
function fold(ledger: ReadonlyMap<string, IntakeEvent>) {
  const bySubject = new Map<string, StoredObservation[]>();
  for (const { id, time, observation } of ledger.values()) {
    const known = bySubject.get(observation.subject) ?? [];
    known.push({ id, time: Date.parse(time), observation });
    bySubject.set(observation.subject, known);
  }
  const held: Record<string, string | null> = {};
  for (const [subject, observations] of bySubject) {
    const record = foldObservations('deployment', subject, observations);
    if (!record.withdrawn && record.kind === 'deployment') {
      held[subject] = record.version;
    }
  }
  return held;
}

const versionsOf = (state: State) =>
  Object.fromEntries(
    Object.entries(state).map(([subject, { version }]) => [subject, version]),
  );

describe('findNews', () => {
  it('tells what is new with the time at which it happened', () => {
    const news = findNews({
      before: new Map(),
      after: statementsOf({ a: { version: '1', happenedAt: 5000 } }),
      telling: undefined,
      source: 'git:x',
      now: 9000,
    });
    expect(news.telling).toEqual({
      revision: 0,
      correctedAt: null,
      isComplete: true,
    });
    expect(news.events).toEqual([
      {
        source: 'git:x',
        id: expect.stringMatching(/^deployment\/a\/0-[0-9a-f]{12}$/),
        time: '1970-01-01T00:00:05.000Z',
        observation: expect.objectContaining({ version: '1' }),
      },
    ]);
  });

  it('says nothing about what stays as it is', () => {
    const same = statementsOf({ a: { version: '1', happenedAt: 5000 } });
    expect(
      findNews({
        before: same,
        after: same,
        telling: undefined,
        source: 'git:x',
        now: 9000,
      }).events,
    ).toEqual([]);
  });

  const states = fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.record({
      version: fc.constantFrom('1', '2'),
      // Up to beyond the last run: clocks can be wrong.
      happenedAt: fc.integer({ min: 0, max: 30_000 }),
    }),
  );

  it('leaves intake with what is said last, whatever was said before', () => {
    fc.assert(
      fc.property(fc.array(states, { minLength: 1, maxLength: 6 }), said => {
        const ledger = new Map<string, IntakeEvent>();
        let before: Statements = new Map();
        let telling: Telling | undefined;
        said.forEach((state, run) => {
          const after = statementsOf(state);
          const news = findNews({
            before,
            after,
            telling,
            source: 'git:x',
            now: 10_000 + run * 1000,
          });
          for (const event of news.events) {
            expect(ledger.has(event.id)).toBe(false);
            ledger.set(event.id, event);
          }
          ({ telling } = news);
          before = after;
          expect(fold(ledger)).toEqual(versionsOf(state));
        });
      }),
      { numRuns: 500 },
    );
  });

  it('does so after runs that broke off, and where the past cannot be told any more', () => {
    const runs = fc.record({
      state: states,
      isLost: fc.boolean(),
      emitted: fc.option(fc.nat({ max: 3 })),
    });
    fc.assert(
      fc.property(fc.array(runs, { minLength: 1, maxLength: 6 }), said => {
        const ledger = new Map<string, IntakeEvent>();
        let before: Statements = new Map();
        let telling: Telling | undefined;
        said.forEach(({ state, isLost, emitted }, run) => {
          const after = statementsOf(state);
          const news = findNews({
            before: isLost && run > 0 ? undefined : before,
            after,
            telling,
            source: 'git:x',
            now: 10_000 + run * 1000,
          });
          for (const event of news.events.slice(0, emitted ?? undefined)) {
            if (!ledger.has(event.id)) {
              ledger.set(event.id, event);
            }
          }
          const isWhole = emitted === null || run === 0;
          if (isWhole) {
            news.events.forEach(event => ledger.set(event.id, event));
            ({ telling } = news);
            before = after;
          } else {
            telling = { ...news.telling, isComplete: false };
          }
          // What had been given up cannot be taken back, but all that holds now must be right.
          const held = isWhole ? fold(ledger) : versionsOf(state);
          expect(held).toMatchObject(versionsOf(state));
        });
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same ids however often the first telling is begun', () => {
    const after = statementsOf({
      a: { version: '2', happenedAt: 1 },
      b: { version: '1', happenedAt: 2 },
    });
    const tell = (now: number) =>
      findNews({
        before: new Map(),
        after,
        telling: undefined,
        source: 'git:x',
        now,
      }).events;
    expect(tell(20_000)).toEqual(tell(10_000));
  });
});
