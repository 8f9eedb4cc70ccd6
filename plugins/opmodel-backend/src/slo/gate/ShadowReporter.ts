import type { ShadowReport } from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import { toInstant } from '../../lib/instants';
import type { PolicyDecision, ReleaseGateStore } from './ReleaseGateStore';
import type { ReleaseOutcomes } from './ReleaseOutcomes';

/** Answers that are looked at, the newest ones. */
const AT_MOST = 2_000;

/** Tells what a policy has held or would have held, and what became of it: "would have held 6 releases, 2 of them failed". */
export class ShadowReporter {
  readonly #options: {
    store: Pick<ReleaseGateStore, 'listOfPolicy'>;
    outcomes: Pick<ReleaseOutcomes, 'read'>;
  };

  constructor(options: {
    store: Pick<ReleaseGateStore, 'listOfPolicy'>;
    outcomes: Pick<ReleaseOutcomes, 'read'>;
  }) {
    this.#options = options;
  }

  /**
   * @param span - epoch milliseconds
   * @param deliveries - whose deliveries may be seen
   */
  async report(
    policyRef: string,
    span: { from: number; to: number },
    visibility: Visibility,
    deliveries: Visibility,
  ): Promise<ShadowReport> {
    const { store, outcomes } = this.#options;
    const releases = releasesOf(
      await store.listOfPolicy(policyRef, span, visibility, { limit: AT_MOST }),
    );
    const known = await outcomes.read(releases, deliveries);
    const held = releases.filter(({ holds }) => holds);
    const passed = releases.filter(({ holds }) => !holds);
    const count = (of: readonly PolicyDecision[], outcome?: string) =>
      of.filter(({ id }) => known.get(id) === outcome).length;
    return {
      from: toInstant(span.from),
      to: toInstant(span.to),
      decisions: releases.length,
      held: held.length,
      failed: count(held, 'failed'),
      fine: count(held, 'fine'),
      unknown: count(held),
      passedFailed: count(passed, 'failed'),
    };
  }
}

/** A pipeline that asks again for the same release asks for one release; its newest answer counts. */
function releasesOf(answers: readonly PolicyDecision[]): PolicyDecision[] {
  const seen = new Set<string>();
  return answers.filter(({ entityRef, environment, reference }) => {
    const key = JSON.stringify([entityRef, environment, reference]);
    const isKnown = reference !== null && seen.has(key);
    seen.add(key);
    return !isKnown;
  });
}
