import type { JsonValue } from '@backstage/types';
import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import type {
  Collector,
  CollectorEntity,
  CollectorProgress,
} from './Collector';

/** A collector with an outside world that stands still, for one check of the contract. */
export interface CollectorContractFixture {
  collector: Collector;
  /** What the catalog knows. */
  entities: CollectorEntity[];
}

/** What one run of a collector said. */
export interface ObservedRun {
  events: IntakeEvent[];
  batches: IntakeEvent[][];
  watermark: JsonValue | undefined;
  /** All that it saved, in order. */
  saved: JsonValue[];
  progress: CollectorProgress[];
}

/** What goes wrong in a run: intake refuses a batch, or the backend stops once it has taken it. */
export interface Disturbance {
  kind: 'refuse' | 'stop';
  /** Number of the batch, from 1. */
  atBatch: number;
}

/** Runs a collector as the engine does, and remembers what it said. */
export async function observeRun(
  { collector, entities }: CollectorContractFixture,
  since?: JsonValue,
  disturbance?: Disturbance,
): Promise<ObservedRun> {
  const run: ObservedRun = {
    events: [],
    batches: [],
    watermark: since,
    saved: [],
    progress: [],
  };
  const controller = new AbortController();
  let calls = 0;
  let refused: Error | undefined;
  const throwIfOver = () => {
    controller.signal.throwIfAborted();
    if (refused) {
      throw refused;
    }
  };
  try {
    await collector.collect({
      since,
      signal: controller.signal,
      overlapMs: 0,
      budgetShare: 1,
      async *entities() {
        yield entities;
      },
      async emit(events) {
        throwIfOver();
        calls += 1;
        const isDisturbed = calls === disturbance?.atBatch;
        if (isDisturbed && disturbance.kind === 'refuse') {
          refused = new Error('Intake did not take the events');
          throw refused;
        }
        run.batches.push(events);
        run.events.push(...events);
        if (isDisturbed) {
          controller.abort();
        }
      },
      async saveWatermark(watermark) {
        throwIfOver();
        // As the store does: what JSON cannot carry is lost.
        run.watermark = JSON.parse(JSON.stringify(watermark));
        run.saved.push(run.watermark!);
      },
      reportProblem() {},
      reportResolved() {},
      reportProgress: progress => run.progress.push(progress),
    });
    throwIfOver();
  } catch (error) {
    // That a disturbed run fails is as it should be.
    if (!disturbance) {
      throw error;
    }
  }
  return run;
}

/** Batches of one run that are disturbed, one run each; with more the check takes too long. */
const MOST_DISTURBANCES = 10;

/** Whatever happens to a batch, this run and the next together say all that an undisturbed one says. */
export async function holdNothingIsLost(
  fixture: CollectorContractFixture,
  kind: Disturbance['kind'],
  what: string,
): Promise<void> {
  const whole = await observeRun(fixture);
  const expected = contentOf(whole.events);
  const batches = Math.min(whole.batches.length, MOST_DISTURBANCES);
  for (let atBatch = 1; atBatch <= batches; atBatch++) {
    const broken = await observeRun(fixture, undefined, { kind, atBatch });
    const next = await observeRun(fixture, broken.watermark);
    const told = contentOf([...broken.events, ...next.events]);
    for (const [identity, content] of expected) {
      hold(
        told.get(identity) === content,
        `${what} at batch ${atBatch}, and the next run did not make up for the event ${identity}`,
      );
    }
  }
}

/** @throws when the collector breaks a rule, saying how */
export function hold(condition: unknown, breach: string): asserts condition {
  if (!condition) {
    throw new Error(`The collector breaks its contract: ${breach}`);
  }
}

/** What tells an event from every other. */
export function identityOf(event: IntakeEvent): string {
  return JSON.stringify([event.source, event.id]);
}

/** What the events say, once each; two events of one identity must say the same. */
export function contentOf(events: IntakeEvent[]): Map<string, string> {
  const content = new Map<string, string>();
  for (const event of events) {
    const identity = identityOf(event);
    const text = JSON.stringify([event.time, event.observation]);
    hold(
      (content.get(identity) ?? text) === text,
      `the event ${identity} was emitted with two contents, and only the first of them would be kept`,
    );
    content.set(identity, text);
  }
  return content;
}
