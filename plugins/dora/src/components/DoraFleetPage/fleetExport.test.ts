import { fleetMember, fleetPage, silentMember } from './fleet.fixtures';
import { collectFleet, toCsv, toJson } from './fleetExport';

describe('collectFleet', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const listDora = jest.fn(
    async (query: { cursor?: string; limit?: number }) => {
      const start = Number(query.cursor ?? 0);
      const end = start + Math.min(query.limit ?? 20, 2);
      return fleetPage(
        names.slice(start, end).map(name => fleetMember({ title: name })),
        {
          totalItems: names.length,
          nextCursor: end < names.length ? String(end) : null,
        },
      );
    },
  );

  beforeEach(() => listDora.mockClear());

  it('takes every page in the order of the table and tells how far it is', async () => {
    const onProgress = jest.fn();

    const exported = await collectFleet({
      query: { owner: ['group:default/payments'], sort: '-leadTime' },
      listDora,
      onProgress,
    });

    expect(exported.rows.map(row => row.title)).toEqual(names);
    expect(listDora).toHaveBeenCalledTimes(3);
    expect(listDora).toHaveBeenLastCalledWith({
      owner: ['group:default/payments'],
      sort: '-leadTime',
      limit: 100,
      cursor: '4',
    });
    expect(onProgress.mock.calls.map(([progress]) => progress)).toEqual([
      { rows: 2, totalRows: 5 },
      { rows: 4, totalRows: 5 },
      { rows: 5, totalRows: 5 },
    ]);
    expect(JSON.parse(toJson(exported))).toMatchObject({
      totalRows: 5,
      complete: true,
    });
  });

  it('stops at the bound and says that rows are missing', async () => {
    const exported = await collectFleet({
      query: {},
      listDora,
      onProgress: () => {},
      maxRows: 3,
    });

    expect(exported.rows).toHaveLength(3);
    expect(JSON.parse(toJson(exported))).toMatchObject({
      totalRows: 5,
      complete: false,
    });
  });
});

describe('toCsv', () => {
  it('writes units in the header, and a column a week', () => {
    const csv = toCsv({
      ...fleetPage([fleetMember(), silentMember]),
      rows: [fleetMember({ title: '=cmd()' }), silentMember],
      totalRows: 2,
    });

    expect(csv.split('\r\n')).toEqual([
      'entity_ref,title,type,tier,lifecycle,owner,system,state,lead_time_state,lead_time_median_seconds,lead_time_changes,lead_time_change_ratio,deployments,deployments_per_week,last_deployment_at,change_fail_rate,failed_deployments,recovery_median_seconds,recoveries,deployment_rework_rate,incidents,open_disputes,deployments_week_2026-11-02,deployments_week_2026-11-09,deployments_week_2026-11-16,deployments_week_2026-11-23',
      "component:default/payments-api,'=cmd(),service,tier-1,production,group:default/payments,system:default/checkout,ok,ok,8100,42,-0.12,41,3.19,2026-11-21T14:03:00.000Z,0.098,4,5400,3,0.049,6,0,3,4,2,",
      'component:default/ledger-archive,Ledger archive,service,,production,,,no_data,no_data,,0,,,,,,,,0,,,0,,,,',
      '',
    ]);
  });
});
