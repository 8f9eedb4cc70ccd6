import { readMeasured } from './readMeasured';

function measured(service: unknown, measures?: unknown, namespace = 'Shop') {
  const annotations =
    measures === undefined ? {} : { 'opmodel.io/measures': measures };
  return readMeasured({ namespace, annotations, service });
}

describe('readMeasured', () => {
  it('takes the annotation before the service', () => {
    expect(measured('system:pay', 'component:default/Checkout')).toEqual({
      candidates: ['component:default/checkout'],
      stated: true,
    });
  });

  it('completes a ref with a component and the namespace of the SLO', () => {
    expect(measured('a', 'checkout').candidates).toEqual([
      'component:shop/checkout',
    ]);
    expect(measured('default/a')).toEqual({
      candidates: ['component:default/a'],
      stated: true,
    });
    expect(measured('resource:a').candidates).toEqual(['resource:shop/a']);
  });

  it('takes a plain name for a component, or else a system', () => {
    expect(measured('checkout')).toEqual({
      candidates: ['component:shop/checkout', 'system:shop/checkout'],
      stated: false,
    });
  });

  it.each([
    [undefined, undefined],
    ['two words', undefined],
    [7, 'a:b:c'],
    ['checkout', ''],
    [['checkout'], undefined],
  ])('knows nothing of service %p and annotation %p', (service, measures) => {
    expect(measured(service, measures)).toEqual({
      candidates: [],
      stated: false,
    });
  });
});
