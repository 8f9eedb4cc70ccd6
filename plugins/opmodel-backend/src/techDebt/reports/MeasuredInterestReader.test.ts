import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import { seesAll, type Visibility } from '../../catalog/Visibility';
import { NamedEntities } from '../../decisions/NamedEntities';
import { entityOf, scanEntities } from '../../testing/catalog';
import { FakeDebtItemStore } from '../items/FakeDebtItemStore';
import type { KeptDebtReport } from './DebtReportStore';
import { FakeDebtReportStore } from './FakeDebtReportStore';
import { MeasuredInterestReader } from './MeasuredInterestReader';

const now = Date.parse('2026-06-01T12:00:00Z');
const cart = 'component:default/cart';
const mailer = 'component:default/mailer';
const vault = 'component:default/vault';
const outsider: Visibility = {
  type: 'condition',
  condition: { not: { key: 'metadata.labels.confidential' } },
};

async function setUp(
  reports: (Pick<KeptDebtReport, 'entityRef' | 'day'> &
    Partial<KeptDebtReport>)[],
) {
  const catalog = new FakeComponentCatalog();
  await scanEntities(
    catalog,
    [
      entityOf(cart),
      entityOf(mailer),
      entityOf(vault, { labels: { confidential: 'true' } }),
    ],
    { now },
  );
  const items = new FakeDebtItemStore(catalog);
  const store = new FakeDebtReportStore(catalog, items);
  for (const [index, report] of reports.entries()) {
    await store.create({
      id: `r${index}`,
      version: 1,
      hoursLost: 10,
      teamRef: null,
      itemId: null,
      what: 'The queue stood still',
      reportedBy: 'user:default/ada',
      createdAt: now,
      updatedAt: now,
      ...report,
    });
  }
  const names = new NamedEntities({ catalog });
  return new MeasuredInterestReader({
    store,
    names,
    zone: 'UTC',
    clock: () => now,
  });
}

/** So many reports of a day. */
const on = (day: string, times: number, given: Partial<KeptDebtReport> = {}) =>
  Array.from({ length: times }, () => ({ entityRef: cart, day, ...given }));

describe('MeasuredInterestReader', () => {
  it('watches a place since the first report of the register, wherever that was', async () => {
    const measured = await setUp([
      { entityRef: mailer, day: '2026-05-28', hoursLost: null },
      ...on('2026-05-30', 6),
    ]);
    expect(await measured.ofPlace({ entityRef: cart }, seesAll)).toMatchObject({
      watched: { from: '2026-05-28', to: '2026-06-01', days: 5 },
      formula: '60 ÷ 8 × 30.4375 ÷ 5 ≈ 45.6563',
      confidence: 'thin',
      thinBecause: ['few_days'],
      period: { from: '2026-03-04', to: '2026-06-01', days: 90 },
    });
  });

  it('watches a place for the whole period where the register is older', async () => {
    const measured = await setUp([
      { entityRef: mailer, day: '2025-01-01' },
      ...on('2026-05-30', 6),
    ]);
    expect(await measured.ofPlace({ entityRef: cart }, seesAll)).toMatchObject({
      watched: { from: '2026-03-04', to: '2026-06-01', days: 90 },
      confidence: 'ok',
    });
  });

  it('tells nobody when a report was filed that they may not see', async () => {
    const measured = await setUp([
      { entityRef: vault, day: '2026-04-01' },
      ...on('2026-05-30', 6),
    ]);
    const place = { entityRef: cart };
    expect(await measured.ofPlace(place, outsider)).toMatchObject({
      watched: { from: '2026-05-30', days: 3 },
    });
    expect(await measured.ofPlace(place, seesAll)).toMatchObject({
      watched: { from: '2026-04-01' },
    });
  });

  it('has watched nothing where nobody ever reported', async () => {
    const measured = await setUp([]);
    expect(await measured.ofPlace({ entityRef: cart }, seesAll)).toMatchObject({
      confidence: 'no_data',
      watched: null,
    });
  });

  it('watches an item until it was paid, and one that was given up for as long as it costs', async () => {
    const measured = await setUp(on('2026-02-20', 6, { itemId: 'a' }));
    const item = {
      id: 'a',
      createdAt: '2026-01-02T10:00:00Z',
      resolvedAt: '2026-03-01T10:00:00Z',
    };
    expect(
      await measured.ofItem({ ...item, status: 'resolved' }, seesAll),
    ).toMatchObject({
      period: { from: '2025-12-02', to: '2026-03-01', days: 90 },
      watched: { from: '2026-01-02', to: '2026-03-01', days: 59 },
      hoursLost: 60,
      confidence: 'ok',
    });
    expect(
      await measured.ofItem({ ...item, status: 'wont_fix' }, seesAll),
    ).toMatchObject({ period: { to: '2026-06-01' }, confidence: 'no_data' });
  });
});
