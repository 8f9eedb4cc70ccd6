import { seesAll, seesNone, type Visibility } from '../catalog/Visibility';
import { eachStore } from '../testing/eachStore';
import { DatabaseDeliveryRecordStore } from './DatabaseDeliveryRecordStore';
import type {
  DeliveryRecordStore,
  ReferredRecord,
} from './DeliveryRecordStore';
import type { DeliveryFacts } from './DeliveryStore';
import { FakeDeliveryRecordStore } from './FakeDeliveryRecordStore';
import type { FakeComponent } from './fakeSelection';
import { deploymentFact, incidentFact, noFacts } from './testing/facts';
import { insertComponent } from './testing/insertComponent';

const noon = Date.parse('2026-03-20T12:00:00Z');

const componentOf = (name: string): FakeComponent => ({
  ref: `component:default/${name}`,
  name,
  scopes: [{ ref: 'org', fromDay: '0000-01-01' }],
});

const seesShop: Visibility = {
  type: 'condition',
  condition: { key: 'metadata.name', values: ['shop'] },
};
const seesShopByRef: Visibility = {
  type: 'refs',
  refs: new Set(['component:default/shop']),
};

eachStore<{
  records: DeliveryRecordStore;
  add(name: string, facts: Partial<DeliveryFacts>): Promise<void>;
}>(
  {
    name: 'DeliveryRecordStore',
    fake: () => {
      const records = new FakeDeliveryRecordStore();
      return {
        records,
        add: async (name, facts) =>
          records.addComponent(componentOf(name), {
            ...facts,
            latestRecordedAt: noon,
          }),
      };
    },
    database: knex => ({
      records: new DatabaseDeliveryRecordStore(knex),
      add: (name, facts) =>
        insertComponent(knex, componentOf(name), {
          ...noFacts,
          ...facts,
          latestRecordedAt: noon,
        }),
    }),
  },
  createStore => {
    it('finds what is on record and may be seen, of any source', async () => {
      const { records, add } = await createStore();
      await add('shop', {
        incidents: [
          incidentFact('INC-1', noon),
          incidentFact('INC-1', noon, { source: 'other' }),
          incidentFact('INC-2', noon, { withdrawn: true }),
        ],
        deployments: [deploymentFact('run-7', noon)],
      });
      await add('vault', {
        incidents: [incidentFact('INC-3', noon)],
        deployments: [deploymentFact('run-8', noon)],
      });
      const find = async (kind: ReferredRecord, visibility: Visibility) => {
        const asked = ['INC-1', 'INC-2', 'INC-3', 'INC-4', 'run-7', 'run-8'];
        return [
          ...(await records.findSubjects(kind, asked, visibility)),
        ].sort();
      };
      expect(await find('incident', seesAll)).toEqual(['INC-1', 'INC-3']);
      expect(await find('deployment', seesAll)).toEqual(['run-7', 'run-8']);
      for (const visibility of [seesShop, seesShopByRef]) {
        expect(await find('incident', visibility)).toEqual(['INC-1']);
        expect(await find('deployment', visibility)).toEqual(['run-7']);
      }
      expect(await find('incident', seesNone)).toEqual([]);
      expect(await records.findSubjects('incident', [], seesAll)).toEqual(
        new Set(),
      );
      expect(
        await records.findSubjects('incident', ['inc-1'], seesAll),
      ).toEqual(new Set());
    });
  },
);
