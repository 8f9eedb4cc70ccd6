import fc from 'fast-check';
import type { LedgerEntry } from './EventStore';
import type { ReadEvent } from './ReadEvent';
import { identifyStatements } from './statementIds';

type Statement = Extract<ReadEvent, { event: unknown }>;

function stateAt(minute: number, content: string, subject = 's'): Statement {
  return {
    event: {
      source: 'ci',
      id: `deployment:${content}`,
      time: new Date(minute * 60_000).toISOString(),
      observation: {
        kind: 'deployment',
        subject,
        target: {},
        version: content,
      },
    },
    asOfNow: true,
    pathOf: path => path,
  };
}

/** A ledger that keeps each id once. */
class Ledger {
  entries: LedgerEntry[] = [];

  async take(...items: ReadEvent[]): Promise<boolean[]> {
    const read = await identifyStatements(items, async subjects =>
      this.entries.filter(({ observation: { subject } }) =>
        subjects.some(key => key.subject === subject),
      ),
    );
    return read.map(item => {
      const { source, id, time, observation } = (item as Statement).event;
      if (this.entries.some(entry => entry.id === id)) {
        return false;
      }
      this.entries.push({
        source,
        id,
        time: Date.parse(time),
        observation,
        entry: this.entries.length + 1,
        state: 'applied',
        reason: null,
      });
      return true;
    });
  }
}

const contents = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });

describe('identifyStatements', () => {
  it('takes every change of state, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(contents, async states => {
        const ledger = new Ledger();
        for (const [minute, content] of states.entries()) {
          expect(await ledger.take(stateAt(minute, content))).toEqual([
            content !== states[minute - 1],
          ]);
        }
      }),
    );
  });

  it('answers alike when all but the newest statement is forgotten', async () => {
    await fc.assert(
      fc.asyncProperty(contents, contents, async (before, after) => {
        const [kept, thinned] = [new Ledger(), new Ledger()];
        for (const [minute, content] of before.entries()) {
          await kept.take(stateAt(minute, content));
          await thinned.take(stateAt(minute, content));
        }
        thinned.entries = thinned.entries.slice(-1);
        for (const [minute, content] of after.entries()) {
          const statement = stateAt(before.length + minute, content);
          expect(await thinned.take(statement)).toEqual(
            await kept.take(statement),
          );
        }
      }),
    );
  });

  it('knows a batch that comes again, whatever was stated before it', async () => {
    await fc.assert(
      fc.asyncProperty(contents, contents, async (before, batch) => {
        const ledger = new Ledger();
        for (const [minute, content] of before.entries()) {
          await ledger.take(stateAt(minute, content));
        }
        const sentAt = (minute: number) =>
          batch.map((content, index) =>
            stateAt(minute + index / 1000, content),
          );
        await ledger.take(...sentAt(100));
        expect(await ledger.take(...sentAt(200))).toEqual(
          batch.map(() => false),
        );
      }),
    );
  });

  it('leaves alone what states its time, and tells things apart', async () => {
    const dated = { ...stateAt(5, 'a'), asOfNow: false };
    const ledger = new Ledger();
    expect(await ledger.take(stateAt(1, 'a'), stateAt(1, 'b', 't'))).toEqual([
      true,
      true,
    ]);
    const [item] = await identifyStatements([dated], async () => []);
    expect(item).toBe(dated);
    expect(await ledger.take(stateAt(2, 'a'), stateAt(2, 'b', 't'))).toEqual([
      false,
      false,
    ]);
  });
});
