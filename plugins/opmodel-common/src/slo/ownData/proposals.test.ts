import { addDays } from '../../calendar/days';
import { draftOwnSlo } from './draftOwnSlo';
import { proposeOwnTarget } from './proposeOwnTarget';

const cart = {
  ref: 'component:default/cart',
  namespace: 'default',
  name: 'cart',
  title: 'Cart',
};
const days = (count: number, total: number, good = (_: number) => total) =>
  Array.from({ length: count }, (_, place) => ({
    day: addDays('2026-03-01', place),
    good: good(place),
    total,
  }));

describe('a target that own records bear', () => {
  it('is proposed by deployments, each of which stands for itself', () => {
    // 6 of 120 failed, 5 %: half of the budget of 90 %, all of that of 95 %.
    expect(
      proposeOwnTarget(
        'deployment-success',
        days(30, 4, place => (place % 5 === 0 ? 3 : 4)),
      ),
    ).toMatchObject({ target: 0.9, n: 120, attainment: 0.95, weeksMet: 1 });
  });

  it('is not proposed by few of them', () => {
    expect(proposeOwnTarget('deployment-success', days(20, 0.2))).toMatchObject(
      { target: null, state: 'thin' },
    );
    expect(proposeOwnTarget('deployment-success', days(13, 9))).toMatchObject({
      target: null,
      state: 'thin',
    });
    expect(proposeOwnTarget('deployment-success', [])).toMatchObject({
      target: null,
      state: 'no_data',
    });
  });

  it('is proposed by minutes as if an hour of them were one', () => {
    expect(
      proposeOwnTarget('incident-free-minutes', days(30, 1_440)),
    ).toMatchObject({ target: 0.995, attainment: 1 });
    // Three hours of 720, 0.42 %: more than three quarters of the budget of 99.5 %.
    expect(
      proposeOwnTarget(
        'incident-free-minutes',
        days(30, 1_440, place => (place === 9 ? 1_440 - 180 : 1_440)),
      ),
    ).toMatchObject({ target: 0.99, worstDay: 0.875, weeksMet: 17 / 24 });
  });
});

describe('a draft of an SLO on own records', () => {
  it('measures the entity, and names what is counted', () => {
    expect(draftOwnSlo('deployment-success', cart, 0.95)).toMatchObject({
      metadata: {
        name: 'cart-deployment-success',
        displayName: 'Cart: deployments that did not fail',
        annotations: { 'opmodel.io/measures': 'component:default/cart' },
      },
      spec: {
        service: 'cart',
        budgetingMethod: 'Occurrences',
        objectives: [{ target: 0.95 }],
      },
    });
  });

  it('has a name and a title that OpenSLO takes, whatever the entity is called', () => {
    for (const name of ['A_b.C', 'x'.repeat(63), `${'y'.repeat(40)}_.z`]) {
      const { metadata, spec } = draftOwnSlo(
        'incident-free-minutes',
        { ref: 'component:eu/x', namespace: 'eu', name, title: 'Ä'.repeat(90) },
        0.9,
      ) as any;
      const dns = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
      expect(metadata.name).toMatch(dns);
      expect(metadata.name).toMatch(/^eu-.*-incident-free-minutes$/);
      expect(spec.service).toMatch(dns);
      expect([...metadata.displayName].length).toBeLessThanOrEqual(63);
    }
  });
});
