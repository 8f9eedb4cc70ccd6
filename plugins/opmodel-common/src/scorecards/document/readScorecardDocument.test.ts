import fc from 'fast-check';
import { scorecardWith } from '../testing/scorecards';
import { readScorecardDocument } from './readScorecardDocument';
import { writeScorecardSpec } from './writeScorecardSpec';

const berlin = { zone: 'Europe/Berlin' };

function read(spec: unknown, zone = berlin) {
  return readScorecardDocument(
    { namespace: 'default', name: 'readiness', spec },
    zone,
  );
}

/** Everything that is wrong, as `path message`. */
function problemsOf(spec: unknown): string[] {
  return read(spec).problems.map(({ path, message }) => `${path} ${message}`);
}

const check = {
  id: 'has-description',
  name: 'Has a description',
  level: 'Bronze',
  expression: 'catalog.hasDescription',
};
const whole = { levels: [{ name: 'Bronze' }], checks: [check] };

describe('readScorecardDocument', () => {
  it('fills in what a document leaves out', () => {
    expect(
      readScorecardDocument(
        {
          namespace: 'default',
          name: 'Readiness',
          title: 'Ready?',
          description: 'What it takes',
          spec: whole,
        },
        berlin,
      ),
    ).toEqual({
      definition: {
        ref: 'scorecard:default/readiness',
        title: 'Ready?',
        description: 'What it takes',
        scheme: 'levels',
        levels: [{ name: 'Bronze', rank: 1 }],
        emptyLevel: { name: 'No level' },
        checks: [
          {
            ...check,
            weight: 1,
            links: [],
            confirmations: 1,
            whenNotReported: 'wait',
          },
        ],
        countsToOverall: true,
        requires: [],
      },
      owner: null,
      problems: [],
      places: [0],
    });
  });

  it('reads days in the zone, durations, refs, and levels in the order of their ranks', () => {
    const { definition, problems } = read({
      title: 'Readiness',
      owner: 'Platform',
      countsToOverall: false,
      levels: [
        { name: 'Gold', rank: 3, color: '#ffd700' },
        { name: 'Bronze', rank: 1, color: 'peru' },
      ],
      emptyLevel: { name: 'Basic', color: '#eee' },
      requires: [{ scorecard: 'security', level: 'Bronze' }],
      checks: [
        check,
        {
          ...check,
          id: 'later',
          level: 'Gold',
          startsAt: '2027-01-01',
          freshness: 'P7DT12H',
          owner: 'group:default/security',
          links: [{ url: 'https://example.com/why' }],
        },
      ],
    });
    expect(problems).toEqual([]);
    expect(definition).toMatchObject({
      owner: 'group:default/platform',
      countsToOverall: false,
      levels: [{ name: 'Bronze' }, { name: 'Gold' }],
      emptyLevel: { name: 'Basic', color: '#eee' },
      requires: [{ scorecard: 'scorecard:default/security', level: 'Bronze' }],
    });
    expect(definition?.checks[1]).toMatchObject({
      startsAt: Date.parse('2026-12-31T23:00:00Z'),
      freshness: 7.5 * 86_400_000,
      owner: 'group:default/security',
      links: [
        { title: 'https://example.com/why', url: 'https://example.com/why' },
      ],
    });
  });

  it('names every field that is wrong at once, and judges nobody by a check of which anything is', () => {
    const { definition, problems } = read({
      ...whole,
      colour: 'red',
      checks: [
        check,
        { ...check, id: 'typo', whenNotReport: 'fail' },
        { ...check, id: 'two words' },
        check,
        { id: 'bare' },
        'has-owner',
        {
          ...check,
          id: 'numbers',
          weight: -1,
          confirmations: 0.5,
          freshness: 'a week',
          startsAt: '2027-02-30',
          level: 'Gold',
          links: [{ url: 'file:///etc/passwd' }],
          whenNotReported: 'never',
          name: 7,
        },
      ],
    });
    expect(problems.map(({ path, message }) => `${path} ${message}`)).toEqual([
      'colour is not known; known are title, description, owner, scheme, filter, countsToOverall, emptyLevel, levels, requires, checks',
      expect.stringMatching(/^checks\[1\]\.whenNotReport is not known; known/),
      expect.stringMatching(/^checks\[5\] must be an object/),
      'checks[2].id must have letters, digits, - and _ only, and begin with a letter or digit',
      'checks[3].id "has-description" is the id of another check',
      'checks[4].expression is missing',
      'checks[4].name is missing',
      'checks[6].name must be a text that is not empty',
      'checks[6].level must be one of Bronze',
      'checks[6].weight must be a number from 0 to 1000',
      'checks[6].links[0].url must be an address that a page may link to, such as https://example.com',
      'checks[6].startsAt must be a day such as 2027-01-31',
      'checks[6].freshness must be an ISO 8601 duration such as P7D',
      'checks[6].confirmations must be a whole number from 1 to 100',
      'checks[6].whenNotReported must be one of wait, ignore, fail',
    ]);
    expect(
      definition?.checks.map(({ id, expression }) => [id, expression]),
    ).toEqual([
      ['has-description', 'catalog.hasDescription'],
      ['typo', ''],
      ['bare', ''],
      ['numbers', ''],
    ]);
  });

  it.each([
    ['no object', 'readiness', ' must be an object'],
    ['no checks', { ...whole, checks: undefined }, 'checks is missing'],
    ['checks that are no list', { ...whole, checks: check }, 'checks must be'],
    ['an empty list', { ...whole, checks: [] }, 'checks must have at least'],
    ['no levels', { checks: [check] }, 'levels must have at least one entry'],
    ['a filter that is no text', { ...whole, filter: true }, 'filter must be'],
    ['another scheme', { ...whole, scheme: 'stars' }, 'scheme must be one of'],
    [
      'a requirement without a level',
      { ...whole, requires: [{ scorecard: 'security' }] },
      'requires[0].level is missing',
    ],
    [
      'a requirement of something else',
      { ...whole, requires: [{ scorecard: 'slo:a', level: 'Gold' }] },
      'requires[0].scorecard must be the name or ref of a scorecard',
    ],
    [
      'two levels of one rank',
      { ...whole, levels: [...whole.levels, { name: 'Silver', rank: 1 }] },
      'levels[1].rank 1 is the rank of another level',
    ],
    [
      'a level without a name',
      { ...whole, levels: [{ rank: 1 }] },
      'levels[0].name is missing',
    ],
  ])('carries out nothing where it has %s', (_, spec, expected) => {
    expect(read(spec).definition).toBeNull();
    expect(problemsOf(spec).join('\n')).toContain(expected);
  });

  it('carries out what is only described badly', () => {
    const { definition, problems } = read({
      ...whole,
      description: 7,
      owner: 'a b',
      emptyLevel: { name: 'Basic', color: 'url(x)' },
    });
    expect(problems).toHaveLength(3);
    expect(definition).toMatchObject({ emptyLevel: { name: 'Basic' } });
  });

  it('refuses texts that no database can keep', () => {
    expect(
      problemsOf({
        ...whole,
        title: 'a\0b',
        description: '\ud800',
        owner: 'a\0',
      }),
    ).toEqual([
      'title must be well-formed text without NUL characters',
      'description must be well-formed text without NUL characters',
      'owner must be well-formed text without NUL characters',
    ]);
  });

  it('bounds how much a document may say', () => {
    const many = Array.from({ length: 101 }, (_, at) => ({
      ...check,
      id: `check-${at}`,
    }));
    expect(problemsOf({ ...whole, checks: many })).toEqual([
      'checks must have at most 100 entries',
    ]);
    expect(
      problemsOf({
        ...whole,
        checks: [{ ...check, solution: 'x'.repeat(4_001) }],
      }),
    ).toEqual(['checks[0].solution must have at most 4000 characters']);
  });

  it('reads back what was written', () => {
    const definition = scorecardWith({
      description: 'What it takes',
      owner: 'group:default/platform',
      requires: [{ scorecard: 'scorecard:default/security', level: 'Bronze' }],
      filter: 'catalog.kind == "component"',
      countsToOverall: false,
      checks: [
        {
          ...scorecardWith().checks[0],
          startsAt: Date.parse('2027-03-31T22:00:00Z'),
          freshness: 90_000_000,
          weight: 3,
          confirmations: 2,
          whenNotReported: 'fail',
          links: [{ title: 'Why', url: 'https://example.com' }],
          warning: 'catalog.hasTags',
        },
      ],
    });
    const spec = JSON.parse(
      JSON.stringify(writeScorecardSpec(definition, berlin)),
    );
    expect(spec.checks[0]).toMatchObject({
      startsAt: '2027-04-01',
      freshness: 'P1DT1H',
    });
    expect(read(spec)).toEqual({
      definition,
      owner: 'group:default/platform',
      problems: [],
      places: [0],
    });
  });

  it('never throws', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record({
        levels: fc.anything(),
        checks: fc.array(
          fc.oneof(
            fc.anything(),
            fc.record({
              id: fc.string(),
              type: fc.constantFrom('fact', 'fresh', '__proto__', 'dora'),
              parameters: fc.anything(),
              links: fc.anything(),
            }),
          ),
        ),
        requires: fc.anything(),
        emptyLevel: fc.anything(),
      }),
    );
    fc.assert(
      fc.property(anything, spec => {
        expect(read(spec).problems).toBeDefined();
      }),
    );
  });
});
