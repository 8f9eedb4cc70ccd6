import type { FactChange, KnownFacts } from './FactStore';
import { rewindFacts } from './rewindFacts';

const cart = 'component:default/cart';
const known: KnownFacts[] = [
  {
    entityRef: cart,
    provider: 'pipeline',
    facts: { coverage: 80, signed: true },
    reportedAt: { coverage: 90, signed: 90 },
    problem: null,
  },
  {
    entityRef: cart,
    provider: 'repository',
    facts: { hasReadme: true },
    reportedAt: { hasReadme: 70 },
    problem: null,
  },
];

const changeOf = (change: Partial<FactChange>): FactChange => ({
  entityRef: cart,
  provider: 'pipeline',
  changedAt: 50,
  before: {},
  added: [],
  ...change,
});

const changes = [
  changeOf({
    changedAt: 60,
    provider: 'repository',
    before: { hasReadme: false },
  }),
  changeOf({ changedAt: 50, before: { coverage: 60 } }),
  changeOf({ changedAt: 40, before: { coverage: 70 }, added: ['signed'] }),
];

const valuesAt = (at: number) =>
  Object.assign(
    {},
    ...rewindFacts(known, changes, at).map(({ facts }) => facts),
  );

describe('rewindFacts', () => {
  it('undoes what changed since', () => {
    expect(valuesAt(60)).toEqual({
      coverage: 80,
      signed: true,
      hasReadme: true,
    });
    expect(valuesAt(59)).toEqual({
      coverage: 80,
      signed: true,
      hasReadme: false,
    });
    expect(valuesAt(49)).toEqual({
      coverage: 60,
      signed: true,
      hasReadme: false,
    });
    expect(valuesAt(39)).toEqual({ coverage: 70, hasReadme: false });
  });

  it('takes nothing as told later than then', () => {
    expect(
      rewindFacts(known, changes, 80).map(({ reportedAt }) => reportedAt),
    ).toEqual([{ coverage: 80, signed: 80 }, { hasReadme: 70 }]);
  });

  it('leaves what is known as it is', () => {
    rewindFacts(known, changes, 0);
    expect(known[0].facts).toEqual({ coverage: 80, signed: true });
  });
});
