import type { Entity } from '@backstage/catalog-model';
import { openSloReferences } from './openSloReferences';

function references(kind: string, spec: object, annotations = {}) {
  return openSloReferences({
    apiVersion: 'openslo/v1',
    kind,
    metadata: { name: 'some', namespace: 'shop', annotations },
    spec: spec as Entity['spec'],
  });
}

const metric = (ref: string) => ({
  metricSource: {
    metricSourceRef: ref,
    type: 'Prometheus',
    spec: { targetRef: 'no-target', query: 'up' },
  },
});

describe('openSloReferences', () => {
  it('finds what an SLO names, in place as well', () => {
    const found = references('SLO', {
      service: 'checkout',
      indicatorRef: 'errors',
      objectives: [
        { target: 0.9, indicatorRef: 'Errors' },
        {
          indicator: {
            metadata: { name: 'inline', targetRef: 'no' },
            spec: {
              ratioMetric: { good: metric('main'), total: metric('eu') },
            },
          },
        },
      ],
      alertPolicies: [
        { alertPolicyRef: 'page' },
        'by-name',
        {
          kind: 'AlertPolicy',
          metadata: { name: 'inline' },
          spec: {
            conditions: [{ conditionRef: 'fast-burn' }],
            notificationTargets: [{ targetRef: 'on-call' }, 'mail'],
          },
        },
      ],
    });
    expect(found.sort()).toEqual(
      [
        'sli:shop/errors',
        'datasource:shop/main',
        'datasource:shop/eu',
        'alertpolicy:shop/page',
        'alertpolicy:shop/by-name',
        'alertcondition:shop/fast-burn',
        'alertnotificationtarget:shop/on-call',
        'alertnotificationtarget:shop/mail',
        'service:shop/checkout',
      ].sort(),
    );
  });

  it('does not look for a document of the service that is measured itself', () => {
    const measures = (ref: string) => ({ 'opmodel.io/measures': ref });
    const spec = { service: 'Checkout' };
    expect(
      references('SLO', spec, measures('component:default/checkout')),
    ).toEqual([]);
    expect(references('SLO', spec, measures('system:default/shop'))).toEqual([
      'service:shop/checkout',
    ]);
    expect(references('SLO', { service: 'component:default/a' })).toEqual([]);
  });

  it('finds nothing in what is not OpenSLO', () => {
    expect(
      references('DataSource', {
        type: 'Prometheus',
        connectionDetails: { targetRef: 'a', indicatorRef: 'b' },
      }),
    ).toEqual([]);
    expect(references('SLO', { indicatorRef: { name: 'a' } })).toEqual([]);
    expect(references('SLI', {})).toEqual([]);
  });
});
