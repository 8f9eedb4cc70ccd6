import { burnRateRules } from './burnRateRules';
import { type AlertTraffic, lintAlerts } from './lintAlerts';
import type { SloAlertCondition, SloDefinition } from './sloDefinition';

const PERIOD = 30 * 86_400;
const definition = (
  targets: number[],
  alertConditions: Partial<SloAlertCondition>[] = [],
): SloDefinition => ({
  ref: 'slo:default/checkout',
  title: 'Checkout',
  description: null,
  entityRef: null,
  ownerRef: null,
  budgetingMethod: 'Occurrences',
  window: { type: 'rolling', duration: { count: 30, unit: 'd' } },
  objectives: targets.map((target, index) => ({
    index,
    title: null,
    target,
    timeSliceTarget: null,
    timeSliceSeconds: null,
    comparison: null,
    indicator: null,
    weight: 1,
  })),
  composite: false,
  alertConditions: alertConditions.map(condition => ({
    policy: 'fast-burn',
    severity: 'page',
    threshold: 10,
    operator: 'gte',
    lookbackSeconds: 3_600,
    alertAfterSeconds: 0,
    alertWhenNoData: false,
    alertWhenResolved: false,
    ...condition,
  })),
  reviewOn: null,
});
const usual = (
  objective: number,
  target: number,
  perSecond: number | null = 100,
): AlertTraffic => ({
  objective,
  perSecond,
  periodSeconds: PERIOD,
  rules: burnRateRules(PERIOD, target),
});

describe('lintAlerts', () => {
  it('finds nothing where there is enough traffic and the target is high', () => {
    expect(lintAlerts(definition([0.999]), [usual(0, 0.999)])).toEqual([]);
  });

  it('takes severities of other tools that wake people for pages', () => {
    const paging = (severity: string) =>
      lintAlerts(definition([0.999], [{ severity }]), [
        { ...usual(0, 0.999, 0.001), rules: [] },
      ]).filter(({ id }) => id === 'one_event_pages');
    expect(paging('critical')).toHaveLength(1);
    expect(paging('warning')).toEqual([]);
  });

  it('finds alerts that can never fire', () => {
    expect(
      lintAlerts(definition([0.999, 0.9]), [usual(0, 0.999), usual(1, 0.9)]),
    ).toEqual([
      {
        id: 'alert_never_fires',
        objective: 1,
        values: { alert: 'page_fast', threshold: 14.4, maximum: 10 },
      },
    ]);
    expect(
      lintAlerts(definition([0.9], [{ threshold: 10 }, { threshold: 11 }]), []),
    ).toMatchObject([{ id: 'alert_never_fires', values: { threshold: 11 } }]);
  });

  it('finds pages on a burn that never misses the objective', () => {
    // 2 % of the budget of a day in one hour is a burn of 0.48.
    const day = 86_400;
    expect(
      lintAlerts(definition([0.999]), [
        {
          objective: 0,
          perSecond: 100,
          periodSeconds: day,
          rules: burnRateRules(day, 0.999),
        },
      ]),
    ).toMatchObject([
      {
        id: 'pages_while_met',
        values: { alert: 'page_fast', threshold: 0.48 },
      },
      { id: 'pages_while_met', values: { alert: 'page_slow', threshold: 0.2 } },
    ]);
    expect(
      lintAlerts(definition([0.999], [{ threshold: 1 }]), [
        { ...usual(0, 0.999), rules: [] },
      ]),
    ).toEqual([]);
  });

  it('finds objectives that nothing watches', () => {
    expect(lintAlerts(definition([0.999]), [])).toEqual([
      { id: 'no_alert', objective: 0, values: {} },
    ]);
    expect(lintAlerts(definition([0.999], [{}]), [])).toEqual([]);
    // What is written the other way round is watched somehow.
    expect(lintAlerts(definition([0.999], [{ operator: 'lte' }]), [])).toEqual(
      [],
    );
  });

  it('finds pages that a single bad event sets off', () => {
    // 14.4 · 0.001 · 60 events are less than one: one bad event in an hour burns at 16.7.
    const oneAMinute = usual(0, 0.999, 1 / 60);
    expect(lintAlerts(definition([0.999]), [oneAMinute])).toEqual([
      {
        id: 'one_event_pages',
        objective: 0,
        values: { alert: 'page_fast', events: 60, seconds: 3_600 },
      },
    ]);
    expect(
      lintAlerts(definition([0.999]), [usual(0, 0.999, 69 / 3_600)]),
    ).toHaveLength(1);
    expect(
      lintAlerts(definition([0.999]), [usual(0, 0.999, 70 / 3_600)]),
    ).toEqual([]);
  });

  it('finds budgets that hold less than one event', () => {
    const rare = usual(0, 0.999, 20 / PERIOD);
    expect(
      lintAlerts(definition([0.999]), [rare]).filter(
        ({ id }) => id === 'low_traffic',
      ),
    ).toEqual([
      {
        id: 'low_traffic',
        objective: 0,
        values: { events: 20, budget: 0.02 },
      },
    ]);
  });

  it('says nothing of traffic that is not known', () => {
    expect(lintAlerts(definition([0.999]), [usual(0, 0.999, null)])).toEqual(
      [],
    );
    expect(lintAlerts(definition([0.999]), [usual(0, 0.999, 0)])).toEqual([]);
  });
});
