import { entityTier } from './entityTier';

describe('entityTier', () => {
  it('prefers the annotation, then the configured label, and says which', () => {
    const annotations = { 'opmodel.io/tier': ' 1 ' };
    const labels = { criticality: 'gold' };
    expect(entityTier({ annotations, labels }, 'criticality')).toEqual({
      tier: '1',
      tierSource: 'annotation',
    });
    expect(entityTier({ annotations: {}, labels }, 'criticality')).toEqual({
      tier: 'gold',
      tierSource: 'label',
    });
  });

  it('knows none without either', () => {
    const labels = { criticality: 'gold' };
    expect(entityTier({ annotations: {}, labels }, undefined)).toEqual({});
    expect(entityTier({ annotations: {}, labels: {} }, 'x')).toEqual({});
  });
});
