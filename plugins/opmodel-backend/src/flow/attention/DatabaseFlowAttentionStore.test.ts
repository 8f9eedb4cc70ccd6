import {
  flow2026Definition,
  WorkingCalendar,
  weekdays,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { seesAll } from '../../catalog/Visibility';
import { eachDatabase } from '../../testing/databases';
import { DatabaseFlowCalculationStore } from '../DatabaseFlowCalculationStore';
import { computeFlow } from '../FlowResult';
import { insertComponent } from '../testing/insertComponent';
import { DatabaseFlowAttentionStore } from './DatabaseFlowAttentionStore';

const DAY = 86_400;
const calculation = 'flow-2026/1/UTC/1';
const ref = 'component:default/checkout';
/** 2026-11-20 is a Friday. */
const at = (text: string) => Date.parse(`2026-11-${text}:00Z`);

const workingTime = new WorkingCalendar('UTC', {
  weekdays: weekdays.slice(0, 5),
  holidays: [],
});

/** A component with work that began on Thursday, on Friday and on Saturday. */
async function createStore(knex: Knex) {
  const item = {
    source: 'tracker',
    category: null,
    severity: null,
    foundIn: null,
    createdAt: null,
    completedAt: null,
    cancelledAt: null,
    stateChanges: [],
    periodChanges: [],
    effortDays: null,
    withdrawn: false,
    objective: null,
  };
  await insertComponent(
    knex,
    {
      ref,
      name: 'checkout',
      scopes: [{ ref: 'org', fromDay: '0000-01-01' }],
    },
    {
      items: ['19T12:00', '20T12:00', '21T12:00'].map((text, index) => ({
        ...item,
        subject: `w${index}`,
        startedAt: at(text),
      })),
      runs: [],
      latestRecordedAt: at('21T12:00'),
    },
  );
  await new DatabaseFlowCalculationStore(knex).writeFlow(
    calculation,
    ref,
    facts =>
      computeFlow(
        facts,
        { definition: flow2026Definition, zone: 'UTC', iterations: [] },
        { now: at('21T12:00') },
      ),
    { now: at('21T12:00') },
  );
  return new DatabaseFlowAttentionStore(knex);
}

eachDatabase('DatabaseFlowAttentionStore', createDatabase => {
  it('finds work that is older than expected, whatever time counts', async () => {
    const store = await createStore(await createDatabase());
    const listAged = async (text: string, counted?: WorkingCalendar) => {
      const aged = await store.listAged(
        calculation,
        { scopeRef: 'org', ownership: 'now', visibility: seesAll },
        {
          moment: {
            day: `2026-11-${text.slice(0, 2)}`,
            at: at(text),
            workingTime: counted,
          },
          expectation: 2 * DAY,
          observed: {
            from: '2026-01-01',
            to: '2026-11-01',
            share: 0.85,
            minimum: 5,
          },
        },
      );
      return aged.map(({ items, oldest }) => [items, oldest]);
    };
    const thursday = at('19T12:00');
    // On Monday at noon, all are older than two days; of working days, the first is exactly two old.
    expect(await listAged('23T12:01')).toEqual([[3, thursday]]);
    expect(await listAged('23T12:00', workingTime)).toEqual([]);
    expect(await listAged('23T12:01', workingTime)).toEqual([[1, thursday]]);
    expect(await listAged('24T12:01', workingTime)).toEqual([[2, thursday]]);
    expect(await listAged('25T00:01', workingTime)).toEqual([[3, thursday]]);
  });
});
