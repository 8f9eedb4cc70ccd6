import { openSloDocumentOf } from './openSloEntity';

describe('openSloDocumentOf', () => {
  it('puts back what the catalog cannot hold, and leaves out what it added', () => {
    const spec = { service: 'checkout' };
    expect(
      openSloDocumentOf({
        apiVersion: 'openslo/v1',
        kind: 'SLO',
        name: 'checkout',
        title: 'Checkout works',
        annotations: {
          'backstage.io/managed-by-location': 'url:https://example.com/a.yaml',
          'opmodel.io/measures': 'component:default/checkout',
        },
        labels: { stage: 'prod' },
        opensloAnnotations: { 'example.com/a/b': 'c' },
        opensloLabels: { team: ['a', 'b'] },
        spec,
      }),
    ).toEqual({
      apiVersion: 'openslo/v1',
      kind: 'SLO',
      metadata: {
        name: 'checkout',
        displayName: 'Checkout works',
        labels: { stage: 'prod', team: ['a', 'b'] },
        annotations: {
          'opmodel.io/measures': 'component:default/checkout',
          'example.com/a/b': 'c',
        },
      },
      spec,
    });
  });

  it('says nothing that the document did not say', () => {
    expect(
      openSloDocumentOf({
        apiVersion: 'openslo/v1',
        kind: 'Service',
        name: 'a',
        annotations: { 'backstage.io/view-url': 'https://example.com' },
        spec: {},
      }),
    ).toEqual({
      apiVersion: 'openslo/v1',
      kind: 'Service',
      metadata: { name: 'a' },
      spec: {},
    });
  });
});
