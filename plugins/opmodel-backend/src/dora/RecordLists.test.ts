import {
  computeDelivery,
  countDeliveryDays,
} from '@opmodel/backstage-plugin-opmodel-common';
import { seesAll, seesNone } from '../catalog/Visibility';
import type { StatedCorrection } from './corrections/CorrectionStore';
import { FakeDoraStore } from './FakeDoraStore';
import { RecordLists } from './RecordLists';
import { definitionsOf } from './testing/definitions';
import { deploymentFact } from './testing/facts';

const definition = definitionsOf().default;
const window = {
  from: '2026-03-01',
  to: '2026-03-31',
  days: 31,
  previous: { from: '2026-01-29', to: '2026-02-28' },
};
const refs = ['a', 'b', 'c'].map(name => `component:default/${name}`);

function correctionOf(entityRef: string): StatedCorrection {
  return {
    id: `failed ${entityRef}`,
    entityRef,
    kind: 'deployment_failed',
    incident: null,
    deployment: { source: 'ci', subject: 'd1' },
    failed: true,
    planned: null,
    from: null,
    to: null,
    cause: null,
    reason: 'The shop was down',
    decidedBy: 'user:default/ann',
    recordedAt: 1,
    undone: null,
    state: 'active',
  };
}

describe('RecordLists', () => {
  it('asks once who may correct, however many components a page has', async () => {
    const store = new FakeDoraStore();
    for (const ref of refs) {
      store.addComponent(
        { ref, name: ref, scopes: [{ ref: 'org', fromDay: '0000-01-01' }] },
        {
          latestRecordedAt: 1,
          deployments: [deploymentFact('d1', Date.UTC(2026, 2, 10, 12))],
        },
      );
      await store.writeDelivery(
        ref,
        [
          {
            calculation: definition.calculation,
            compute(facts) {
              const delivery = computeDelivery(
                facts,
                definition.profile,
                'UTC',
              );
              return { delivery, days: countDeliveryDays(delivery) };
            },
          },
        ],
        { now: 1 },
      );
    }
    const existingRefs = jest.fn(async () => new Set([refs[0]]));
    const lists = new RecordLists({
      store,
      catalog: { existingRefs },
      corrections: {
        listActive: async () =>
          new Map(refs.map(ref => [ref, [correctionOf(ref)]])),
      },
    });
    const request = {
      scopeRef: 'org',
      ownership: 'now' as const,
      window,
      limit: 9,
    };
    const corrects = { type: 'refs' as const, refs: new Set([refs[0]]) };
    const { items } = await lists.listDeployments(definition, request, {
      reads: seesAll,
      corrects,
    });
    expect(
      items.map(({ entityRef, corrections }) => [
        entityRef,
        corrections.map(({ mayUndo }) => mayUndo),
      ]),
    ).toEqual(refs.map((ref, index) => [ref, [index === 0]]));
    expect(existingRefs).toHaveBeenCalledTimes(1);

    await lists.listDeployments(definition, request, {
      reads: seesAll,
      corrects: seesNone,
    });
    expect(existingRefs).toHaveBeenCalledTimes(1);
  });
});
