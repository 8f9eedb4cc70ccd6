import fc from 'fast-check';
import measures from './__fixtures__/sonarMeasures.json';
import { readSonarMeasures, type SonarMeasures } from './readSonarMeasures';
import { suggestFromSonarQube } from './suggestFromSonarQube';

const options = {
  entityRef: 'component:default/cart',
  baseUrl: 'https://sonar.example.com/',
};
const cart: SonarMeasures = {
  projectKey: 'shop:cart',
  name: 'Cart',
  debtMinutes: 9_600,
  debtRatio: 0.125,
  rating: 'C',
};

function answerWith(...list: unknown[]): unknown {
  return { component: { key: 'shop:cart', name: 'Cart', measures: list } };
}

describe('readSonarMeasures', () => {
  it('reads minutes, per cent and letter', () => {
    expect(readSonarMeasures(measures)).toEqual({ measures: cart });
  });

  it('takes what is not told for not known', () => {
    expect(readSonarMeasures(answerWith())).toEqual({
      measures: { ...cart, debtMinutes: null, debtRatio: null, rating: null },
    });
  });

  it('reads the keys of the mode with several software qualities first', () => {
    expect(
      readSonarMeasures(
        answerWith(
          { metric: 'sqale_rating', value: '1.0' },
          {
            metric: 'software_quality_maintainability_rating',
            value: '4.0',
          },
        ),
      ),
    ).toMatchObject({ measures: { rating: 'D' } });
  });

  it.each([
    [null, 'component', 'must be an object'],
    [{ component: [] }, 'component', 'must be an object'],
    [
      { component: { measures: [] } },
      'component.key',
      'must be a text that is not empty',
    ],
    [{ component: { key: 'a' } }, 'component.measures', 'must be a list'],
    [
      answerWith({}, { metric: 'sqale_rating', value: '6.0' }),
      'component.measures[1].value',
      'must be a number from 1 to 5, as a text',
    ],
    [
      answerWith({ metric: 'sqale_index', value: 'many' }),
      'component.measures[0].value',
      `must be a number from 0 to ${Number.MAX_SAFE_INTEGER}, as a text`,
    ],
  ])('names the field of what is wrong: %j', (body, path, message) => {
    expect(readSonarMeasures(body)).toEqual({ problems: [{ path, message }] });
  });

  it('throws at nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (body, list) => {
        expect(Object.keys(readSonarMeasures(body))).toEqual(['problems']);
        expect(
          Object.keys(readSonarMeasures({ component: { measures: list } })),
        ).toEqual(['problems']);
      }),
    );
  });
});

describe('suggestFromSonarQube', () => {
  it('suggests the project with what it takes', () => {
    expect(suggestFromSonarQube(cart, options)).toMatchObject([
      {
        source: 'sonarqube',
        title: 'Maintainability C: Cart',
        description:
          'SonarQube rates the maintainability of Cart C. To mend all issues takes 9600 minutes. That is 12.5 % of what it takes to write the code anew.',
        category: 'code',
        severity: 'low',
        // 9,600 minutes / 480 minutes a day.
        principalDays: 20,
        evidence: [
          { name: 'project', value: 'shop:cart' },
          { name: 'rating', value: 'C' },
          { name: 'remediationEffort', value: 9_600, unit: 'minutes' },
          { name: 'debtRatio', value: 0.125, unit: 'share' },
          { url: 'https://sonar.example.com/dashboard?id=shop%3Acart' },
          {
            url: 'https://sonar.example.com/project/issues?resolved=false&id=shop%3Acart',
          },
        ],
      },
    ]);
  });

  it('suggests from the bound on, and nothing without a rating', () => {
    const isTold = (rating: SonarMeasures['rating']) =>
      suggestFromSonarQube({ ...cart, rating }, options).length === 1;
    expect(([null, 'A', 'B', 'C', 'D', 'E'] as const).map(isTold)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
    expect(suggestFromSonarQube(cart, { ...options, fromRating: 'D' })).toEqual(
      [],
    );
  });

  it('estimates nothing where the effort is not known', () => {
    const [{ principalDays, evidence }] = suggestFromSonarQube(
      { ...cart, debtMinutes: null, debtRatio: null },
      { ...options, baseUrl: null },
    );
    expect(principalDays).toBeNull();
    expect(evidence.map(({ name }) => name)).toEqual(['project', 'rating']);
  });

  it('is the same suggestion whatever the numbers are', () => {
    const [one] = suggestFromSonarQube(cart, options);
    const [other] = suggestFromSonarQube(
      { ...cart, rating: 'E', debtMinutes: 1 },
      options,
    );
    expect(other.fingerprint).toBe(one.fingerprint);
  });
});
