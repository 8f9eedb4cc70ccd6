import { toCsvTable } from '@opmodel/backstage-plugin-opmodel-react';
import { fleetMember, fleetPage, silentMember } from './fleet.fixtures';
import { fleetCsvColumns } from './fleetCsv';

describe('fleetCsvColumns', () => {
  it('writes units in the header, and a column a week', () => {
    const { weeks } = fleetPage([]);
    const csv = toCsvTable(fleetCsvColumns(weeks), [
      fleetMember({ title: '=cmd()' }),
      silentMember,
    ]);

    expect(csv.split('\r\n')).toEqual([
      'entity_ref,title,type,tier,lifecycle,owner,system,state,lead_time_state,lead_time_median_seconds,lead_time_changes,lead_time_change_ratio,deployments,deployments_per_week,last_deployment_at,change_fail_rate,failed_deployments,recovery_median_seconds,recoveries,deployment_rework_rate,incidents,open_disputes,deployments_week_2026-11-02,deployments_week_2026-11-09,deployments_week_2026-11-16,deployments_week_2026-11-23',
      "component:default/payments-api,'=cmd(),service,tier-1,production,group:default/payments,system:default/checkout,ok,ok,8100,42,-0.12,41,3.19,2026-11-21T14:03:00.000Z,0.098,4,5400,3,0.049,6,0,3,4,2,",
      'component:default/ledger-archive,Ledger archive,service,,production,,,no_data,no_data,,0,,,,,,,,0,,,0,,,,',
      '',
    ]);
  });
});
