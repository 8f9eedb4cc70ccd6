import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readTeamApi } from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import { printProblem } from './DocumentProblem';
import { validateTeamApi } from './validateTeamApi';

function problemsOf(input: unknown): string[] {
  return validateTeamApi(input).problems.map(printProblem);
}

const info = 'info:\n  type: platform\n';

describe('validateTeamApi', () => {
  it('accepts the example', () => {
    const text = readFileSync(
      resolve(__dirname, '../../../../examples/operating-model/team-api.yaml'),
      'utf8',
    );
    const { document, problems } = validateTeamApi(text);
    expect(problems).toEqual([]);
    const team = readTeamApi({ teamApi: document });
    expect(team?.info.type).toBe('stream-aligned');
    expect(team?.interactions.map(({ expectedEnd }) => expectedEnd)).toEqual([
      null,
      '2026-11-30',
      '2026-11-16',
    ]);
  });

  it('accepts those of the demo organisation', () => {
    const catalog = resolve(__dirname, '../../../../packages/demo/catalog');
    const files = readdirSync(catalog, { recursive: true, encoding: 'utf8' })
      .filter(name => /(^|\/)team-apis\/[^/]+\.yaml$/.test(name))
      .map(name => resolve(catalog, name));
    expect(files).not.toEqual([]);
    for (const file of files) {
      const { document, problems } = validateTeamApi(
        readFileSync(file, 'utf8'),
      );
      expect([file, problems.map(printProblem)]).toEqual([file, []]);
      expect([file, readTeamApi({ teamApi: document })]).toEqual([
        file,
        expect.objectContaining({ info: expect.anything() }),
      ]);
    }
  });

  it('names line, field and what was expected of every mistake', () => {
    expect(
      problemsOf(
        [
          'info:',
          '  name: Payments',
          '  type: streamaligned',
          'chanels: []',
          'channels:',
          '  - type: slack',
          'searchTerms:',
          '  - [a]',
          'interactions:',
          '  - mode: collaboration',
          '    purpose: ""',
          '  - team: a b',
          '    mode: shouting',
          '    since: 2026-02-30',
          '    startDate: 01/01/2022',
          '  - team: b',
          '    mode: facilitating',
          '    expectedDuration: 6',
          'meetings: daily',
        ].join('\n'),
      ),
    ).toEqual([
      'line 3: info.type must be one of stream-aligned, platform, enabling, complicated-subsystem',
      'line 4: chanels is not known; known are teamapi, info, channels, searchTerms, platform, services, work, meetings, interactions, dependencies',
      'line 6: channels[0].name is missing',
      'line 8: searchTerms[0] must be a text or an object',
      'line 10: interactions[0] must have one of team, teamName, team-name',
      'line 11: interactions[0].purpose must not be empty',
      'line 12: interactions[1].team must be the ref of a catalog entity, such as group:default/payments',
      'line 13: interactions[1].mode must be one of collaboration, x-as-a-service, facilitating',
      'line 14: interactions[1].since must be a day such as 2026-11-30',
      'line 15: interactions[1].startDate must be a day such as 2026-11-30',
      'line 16: interactions[2].expectedDurationUnit is missing beside expectedDuration',
      'line 19: meetings must be a list',
    ]);
  });

  it('finds an interaction that ends before it began, and lines behind an alias', () => {
    expect(
      problemsOf(
        [
          'x-seam: &seam',
          '  team: b',
          '  mode: collaboration',
          '  since: 2026-03-01',
          '  expectedEnd: 2026-02-01',
          'info: {}',
          'interactions: [*seam]',
        ].join('\n'),
      ),
    ).toEqual([
      'line 5: interactions[0].expectedEnd must not be before 2026-03-01',
    ]);
  });

  it('reads JSON as well, and objects without lines', () => {
    expect(problemsOf('{"info": {"type": "platform"}}')).toEqual([]);
    expect(problemsOf('{"info":\n {"type": 7}}')).toEqual([
      'line 2: info.type must be one of stream-aligned, platform, enabling, complicated-subsystem',
    ]);
    expect(problemsOf({})).toEqual(['info is missing']);
    expect(problemsOf([])).toEqual(['the document must be an object']);
    expect(problemsOf(null)).toEqual(['the document must be an object']);
  });

  it.each([
    ['no text', '', 'the document must not be empty'],
    ['two documents', `${info}---\n${info}`, 'line 3: the document must be'],
    ['no YAML', 'info: [', 'line 1: the document must be YAML or JSON'],
    ['a key twice', `${info}${info}`, 'line 3: the document must be YAML'],
    [
      'a document that contains itself',
      `${info}x-loop: &loop\n  again: *loop\n`,
      'the document must have at most 20 levels',
    ],
    ['brackets without end', '['.repeat(60_000), 'the document must'],
    [
      'too many values',
      `${info}x-many: [${'1,'.repeat(25_000)}1]`,
      'the document must have at most 20000 values',
    ],
    ['too long a text', `# ${'x'.repeat(70_000)}`, 'the document must have'],
    [
      'aliases of aliases',
      [
        'x-a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]',
        ...['b', 'c', 'd', 'e', 'f', 'g'].map(
          (name, at) =>
            `x-${name}: &${name} [${Array(10)
              .fill(`*${'abcdef'[at]}`)
              .join(', ')}]`,
        ),
        info,
      ].join('\n'),
      'the document must not repeat its parts',
    ],
  ])('refuses %s', (_, text, expected) => {
    const { document, problems } = validateTeamApi(text);
    expect(document).toBeNull();
    expect(printProblem(problems[0])).toContain(expected);
  });

  it('refuses an object that is as long or contains itself', () => {
    const loop: Record<string, unknown> = { info: {} };
    loop['x-loop'] = loop;
    expect(problemsOf(loop)).toEqual([
      'the document must have at most 20 levels and not contain itself',
    ]);
    expect(problemsOf({ info: { focus: 'x'.repeat(70_000) } })).toEqual([
      'the document must have at most 65536 characters',
    ]);
  });

  it('repeats nothing of a text that is no Team API', () => {
    expect(problemsOf('password: hunter2\ninfo: hunter2').join()).not.toContain(
      'hunter2',
    );
    expect(problemsOf('a: "hunter2').join()).not.toContain('hunter2');
  });

  const words = fc
    .string({ minLength: 1, maxLength: 5 })
    .map(text => `a${text}`);
  const interaction = fc.record({
    team: fc.constantFrom('payments', 'group:default/b', 'Team:Other/C'),
    mode: fc.constantFrom('collaboration', 'X-as-a-service', 'Facilitating'),
    since: fc.constantFrom('2026-01-31', '2026-05-01'),
    expectedDuration: fc.constantFrom(1, '7'),
    expectedDurationUnit: fc.constantFrom('days', 'Weeks', 'Months'),
  });
  const channel = fc.record({ type: words, name: words });
  const term = fc.oneof(
    words,
    words.map(text => ({ term: text })),
  );

  it('accepts nothing of which the reader would leave something out', () => {
    fc.assert(
      fc.property(
        fc.array(interaction, { maxLength: 5 }),
        fc.array(channel),
        fc.array(term),
        (interactions, channels, searchTerms) => {
          const written = { info: {}, channels, searchTerms, interactions };
          const { document, problems } = validateTeamApi(written);
          expect(problems).toEqual([]);
          const read = readTeamApi({ teamApi: document });
          expect(read?.channels).toHaveLength(channels.length);
          expect(read?.interactions).toHaveLength(interactions.length);
          for (const { since, expectedEnd } of read!.interactions) {
            expect(expectedEnd! > since!).toBe(true);
          }
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.jsonValue(), fc.anything()), any => {
        expect(validateTeamApi(any).problems).toBeDefined();
      }),
    );
  });
});
