import { debtFields } from './debtFields';
import { spellHeader } from './DebtField';
import { readDebtChanges, readDebtItem } from './readDebtItem';
import { NOW } from './__testUtils__/anyDebtItem';
import { printProblems } from './__testUtils__/imports';

const complete = {
  title: 'Node 18 is past its end of life',
  entityRefs: ['component:default/checkout'],
  ownerRef: 'group:default/payments',
};

/** What would run, were a page to link to it. */
const script = ['JavaScript', 'alert(1)'].join(':');

const problemsOf = (part: object) =>
  printProblems(readDebtItem({ ...complete, ...part }, { now: NOW }).problems);

describe('readDebtItem', () => {
  it('needs a title and an entity, whose owner answers for it', () => {
    const owners: Record<string, string> = {
      'component:default/cart': 'user:default/ada',
      'component:default/checkout': 'Group:default/Payments',
    };
    const { content } = readDebtItem(
      { title: ' No tests ', entityRefs: ['Checkout', 'cart', 'checkout'] },
      { now: NOW, ownerOf: ref => owners[ref] ?? null },
    );
    expect(content).toEqual({
      title: 'No tests',
      description: null,
      entityRefs: ['component:default/cart', 'component:default/checkout'],
      ownerRef: 'group:default/payments',
      category: 'code',
      intent: null,
      prudence: null,
      severity: null,
      estimate: {
        principalDays: null,
        interestDays: null,
        occurrencesPerMonth: null,
        impact: null,
        likelihood: null,
        businessValue: null,
        timeCriticality: null,
        riskReduction: null,
      },
      businessImpact: null,
      remediationPlan: null,
      targetDate: null,
      reviewDate: null,
      links: [],
    });
  });

  it('says that nobody owns it', () => {
    const reading = readDebtItem(
      { title: 'No tests', entityRefs: 'checkout' },
      { now: NOW, ownerOf: () => 'user:default/ada' },
    );
    expect(reading).toEqual({
      content: null,
      problems: [
        {
          field: 'ownerRef',
          message: 'is missing, and no group owns what it is about',
        },
      ],
    });
  });

  it('tells everything that is wrong at once, each once', () => {
    const reading = readDebtItem(
      {
        title: '  ',
        entityRefs: ['component:default/a', 'a b', 7],
        ownerRef: 'user:default/ada',
        category: 'Code',
        estimate: { impact: 6, likelihood: 2.5, businessValue: 4, effort: 1 },
        targetDate: '2026-02-30',
        links: [{ type: 'issue', ref: 'data:text/html,x' }],
        status: 'open',
      },
      { now: NOW },
    );
    expect(printProblems(reading.problems)).toEqual([
      'title must be a text that is not empty',
      'entityRefs[1] must be the ref of an entity such as component:default/payments',
      'entityRefs[2] must be a text that is not empty',
      'ownerRef must be a group, such as group:default/payments',
      'category must be one of architecture, code, test, dependency, infrastructure, documentation, security, process',
      'estimate.impact must be a whole number from 1 to 5',
      'estimate.likelihood must be a whole number from 1 to 5',
      'estimate.businessValue must be one of 1, 2, 3, 5, 8, 13, 20',
      'targetDate must be an ISO day such as 2026-11-30',
      'links[0].ref must be an address that begins with http:// or https://',
      expect.stringContaining('status is not known; known are title, '),
      expect.stringContaining('estimate.effort is not known; known are '),
    ]);
  });

  it.each([undefined, null, [], 'text', 7])('refuses %j', value => {
    expect(printProblems(readDebtItem(value, { now: NOW }).problems)).toEqual([
      ' must be an object',
    ]);
  });

  it('knows no field of its own making', () => {
    const value = JSON.parse(
      '{"title":"x","entityRefs":["a"],"ownerRef":"b","__proto__":{"id":1},"constructor":1}',
    );
    expect(
      readDebtItem(value, { now: NOW }).problems.map(({ field }) => field),
    ).toEqual(['__proto__', 'constructor']);
  });

  it.each([
    ['title', 'x'.repeat(201), 'must have at most 200 characters'],
    ['title', 'two\nlines', 'must be one line'],
    ['title', 'NUL \0', 'must be well-formed text without NUL characters'],
    ['title', 'half \ud800', 'must be well-formed text without NUL characters'],
    ['title', 7, 'must be a text that is not empty'],
    ['description', 'x'.repeat(20_001), 'must have at most 20000 characters'],
    ['entityRefs', [], 'must name at least one entity'],
    ['entityRefs', Array(101).fill('a'), 'must have at most 100 entries'],
    ['targetDate', '2030-01-01', 'must be a day from 1970-01-01 to 2029-11-23'],
    ['targetDate', '9999-12-31', 'must be a day from 1970-01-01'],
    ['targetDate', '31.12.2026', 'must be an ISO day such as 2026-11-30'],
    ['reviewDate', 20261231, 'must be an ISO day such as 2026-11-30'],
    ['severity', 'sev1', 'must be one of critical, high, medium, low'],
    ['links', {}, 'must be a list'],
    ['links', Array(51).fill({}), 'must have at most 50 entries'],
    ['estimate', 5, 'must be an object'],
  ])('refuses of %s %j', (field, value, message) => {
    expect(problemsOf({ [field]: value })).toEqual([
      expect.stringContaining(`${field} ${message}`),
    ]);
  });

  it.each([
    ['principalDays', 0],
    ['principalDays', -1],
    ['principalDays', 100_001],
    ['principalDays', NaN],
    ['principalDays', Infinity],
    ['principalDays', '3'],
    ['interestDays', -0.1],
    ['occurrencesPerMonth', 0],
  ])('refuses an estimate whose %s is %p', (field, value) => {
    expect(problemsOf({ estimate: { [field]: value } })).toEqual([
      expect.stringMatching(`^estimate.${field} must be a number from`),
    ]);
  });

  it.each([
    [
      'issue',
      'ftp://example.com/1',
      'must be an address that begins with http',
    ],
    [
      'issue',
      'https://a:b@example.com',
      'must not hold a user name or password',
    ],
    ['adr', 'docs/adr/1.md', 'must be an address that begins with http'],
    ['adr', 'https://', 'must be an address that begins with http'],
    [
      'pull_request',
      'https://example.com/a b',
      'must be an address that begins',
    ],
    ['slo', 'component:default/checkout', 'must be an SLO such as'],
    ['check', 'readiness', 'must be a check such as'],
    ['check', 'component:readiness#a', 'must be a check such as'],
    ['incident', script, 'must be the id of a record'],
    ['issue', script, 'must be an address that begins with http'],
    ['incident', 'INC 7', 'must be the id of a record'],
  ])('refuses as %s the ref %s', (type, ref, message) => {
    expect(problemsOf({ links: [{ type, ref }] })).toEqual([
      expect.stringMatching(`^links\\[0\\].ref ${message}`),
    ]);
  });

  it('names each part of a link that is wrong', () => {
    expect(
      problemsOf({
        links: [
          { type: 'blog', ref: 'https://example.com' },
          'https://example.com',
          { type: 'incident', ref: 'INC-7', title: 'a\nb', url: '' },
        ],
      }),
    ).toEqual([
      expect.stringMatching(/^links\[0\].type must be one of issue, /),
      'links[1] must be an object',
      'links[2].url is not known; known are type, ref, title',
      'links[2].title must be one line',
    ]);
  });

  it('completes what links name, each once', () => {
    const { content } = readDebtItem(
      {
        ...complete,
        links: [
          { type: 'slo', ref: 'Checkout', title: 'Checkout answers' },
          { type: 'slo', ref: 'slo:default/checkout' },
          { type: 'check', ref: 'Readiness#has-Owner', title: null },
        ],
      },
      { now: NOW },
    );
    expect(content?.links).toEqual([
      { type: 'slo', ref: 'slo:default/checkout', title: 'Checkout answers' },
      {
        type: 'check',
        ref: 'scorecard:default/readiness#has-Owner',
        title: null,
      },
    ]);
  });
});

describe('readDebtChanges', () => {
  it('changes what is there, and empties what is null', () => {
    expect(
      readDebtChanges(
        {
          title: 'Other',
          description: null,
          estimate: { impact: 3 },
          links: null,
        },
        { now: NOW },
      ),
    ).toEqual({
      changes: {
        title: 'Other',
        description: null,
        estimate: { impact: 3 },
        links: [],
      },
      problems: [],
    });
  });

  it('empties a whole estimate', () => {
    const { changes } = readDebtChanges({ estimate: null }, { now: NOW });
    expect(Object.values(changes!.estimate!)).toEqual(Array(8).fill(null));
  });

  it('empties nothing that an item is not without', () => {
    const { problems } = readDebtChanges(
      { title: null, entityRefs: null, ownerRef: null, category: null },
      { now: NOW },
    );
    expect(printProblems(problems)).toEqual([
      'title must not be empty',
      'entityRefs must not be empty',
      'ownerRef must not be empty',
      'category must not be empty',
    ]);
  });
});

describe('debtFields', () => {
  it('calls no two fields the same', () => {
    const names = debtFields.flatMap(({ column, path, synonyms }) => [
      ...new Set([column, path, ...synonyms].map(spellHeader)),
    ]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('spells other names as headers are looked up', () => {
    const names = debtFields.flatMap(({ synonyms }) => synonyms);
    expect(names.map(spellHeader)).toEqual(names);
  });
});
