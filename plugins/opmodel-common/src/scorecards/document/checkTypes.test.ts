import { FactExpressions } from '../expressions/FactExpressions';
import { checkTypes } from './checkTypes';
import { examineScorecard } from './examineScorecard';

const expressions = new FactExpressions({
  ownership: {
    ownerResolves: { type: 'boolean', description: '' },
    highestRung: { type: 'string', description: '' },
    gaps: { type: 'set', description: '' },
  },
  repository: {
    hasReadme: { type: 'boolean', description: '' },
    agentInstructions: { type: 'set', description: '' },
    threatModel: { type: 'boolean', description: '' },
  },
  slo: { measured: { type: 'integer', description: '' } },
  dora: {
    changeLeadTime: { type: 'number', unit: 's', description: '' },
    changeFailRate: { type: 'number', description: '' },
    deployments: { type: 'integer', description: '' },
    lastDeploymentAt: { type: 'datetime', description: '' },
  },
  attested: { disasterRecovery: { type: 'boolean', description: '' } },
  ci: {
    passed: { type: 'boolean', description: '' },
    tool: { type: 'string', description: '' },
  },
});

function examine(check: object) {
  const { definition, problems } = examineScorecard(
    {
      namespace: 'default',
      name: 'readiness',
      spec: { levels: [{ name: 'Bronze' }], checks: [check] },
    },
    expressions,
    { zone: 'UTC' },
  );
  return {
    check: definition?.checks[0],
    problems: problems.map(({ path, message }) => `${path} ${message}`),
  };
}

describe('check types', () => {
  it.each([
    ['has-owner', undefined, 'ownership.ownerResolves'],
    ['file-exists', { path: 'README.md' }, 'repository.hasReadme'],
    [
      'file-exists',
      { path: 'AGENTS.md' },
      '"AGENTS.md" in repository.agentInstructions',
    ],
    ['file-exists', { path: 'threatModel' }, 'repository.threatModel'],
    [
      'fact',
      { fact: 'dora.changeFailRate', operator: '<=', value: 0.15 },
      'double(dora.changeFailRate) <= 0.15',
    ],
    [
      'fact',
      { fact: 'dora.deployments', operator: '>', value: 3 },
      'double(dora.deployments) > 3.0',
    ],
    [
      'fact',
      { fact: 'ci.tool', operator: '==', value: 'say "a"' },
      'ci.tool == "say \\"a\\""',
    ],
    [
      'fact',
      { fact: 'ci.passed', operator: '!=', value: false },
      'ci.passed != false',
    ],
    [
      'fact',
      { fact: 'ownership.gaps', operator: 'contains', value: 'unowned' },
      '"unowned" in ownership.gaps',
    ],
    ['fact', { fact: 'ci.tool', operator: 'exists' }, 'has(ci.tool)'],
    [
      'fresh',
      { fact: 'dora.lastDeploymentAt', within: 'P90D' },
      'now - dora.lastDeploymentAt <= duration("7776000s")',
    ],
    ['slo-coverage', undefined, 'slo.measured >= 1'],
    ['slo-coverage', { atLeast: 3 }, 'slo.measured >= 3'],
    [
      'dora',
      { metric: 'changeLeadTime', atMost: 'P1D' },
      'dora.changeLeadTime <= 86400.0',
    ],
    [
      'dora',
      { metric: 'changeFailRate', atMost: 0.0000001 },
      'dora.changeFailRate <= 0.000000100000',
    ],
    ['attestation', { name: 'disasterRecovery' }, 'attested.disasterRecovery'],
    ['pushed', { fact: 'ci.passed' }, 'ci.passed'],
  ])('%s of %j asks %s', (type, parameters, expression) => {
    const { check, problems } = examine({
      id: 'some',
      level: 'Bronze',
      type,
      parameters,
    });
    expect(problems).toEqual([]);
    expect(check).toMatchObject({
      expression,
      name: expect.stringMatching(/\w/),
      failureMessage: expect.stringMatching(/\w/),
      solution: expect.stringMatching(/\w/),
    });
  });

  it('lets a check say more than its type', () => {
    const { check, problems } = examine({
      id: 'slow',
      name: 'Fast',
      level: 'Bronze',
      type: 'dora',
      parameters: { metric: 'changeLeadTime', atMost: 604_800 },
      warning: 'dora.changeLeadTime <= 86400.0',
      solution: 'Be quick.',
    });
    expect(problems).toEqual([]);
    expect(check).toMatchObject({
      name: 'Fast',
      warning: 'dora.changeLeadTime <= 86400.0',
      solution: 'Be quick.',
      unit: 's',
      failureMessage: 'Change lead time is {{ value }} s',
    });
  });

  it.each([
    [{ type: 'vibes' }, 'type must be one of has-owner, '],
    [
      { type: 'constructor', parameters: {} },
      'type must be one of has-owner, ',
    ],
    [
      { parameters: { path: 'a' }, expression: 'true' },
      'parameters belong to a type, which is missing',
    ],
    [
      { type: 'has-owner', expression: 'true' },
      'expression is made by the type "has-owner": leave out one of them',
    ],
    [{ type: 'fresh' }, 'parameters.fact is missing'],
    [
      { type: 'fresh', parameters: { fact: 'a', within: '3 days', for: 1 } },
      'parameters.for is not known; known are fact, within',
    ],
    [
      { type: 'fresh', parameters: { fact: 'a.b', within: 'P3D' } },
      'expression ',
    ],
    [
      { type: 'file-exists', parameters: { path: '../secret' } },
      'parameters.path must be a well-known file such as README.md, or a name from opmodel.scorecards.repository.files',
    ],
    [
      { type: 'file-exists', parameters: { path: 'runbook' } },
      'expression No such fact: repository.runbook',
    ],
    [
      { type: 'dora', parameters: { metric: 'changeFailRate' } },
      'parameters.atMost must be there, or atLeast, and not both',
    ],
    [
      { type: 'dora', parameters: { metric: 'velocity', atMost: 1 } },
      'parameters.metric must be one of changeLeadTime',
    ],
    [
      { type: 'slo-coverage', parameters: { atLeast: 0.5 } },
      'parameters.atLeast must be a whole number, 1 or more',
    ],
    [
      { type: 'fact', parameters: { fact: 'ci.tool', operator: '<' } },
      'parameters.value is missing',
    ],
    [
      {
        type: 'fact',
        parameters: { fact: 'ci.tool', operator: '<', value: 'b' },
      },
      'parameters.value must be a number with <',
    ],
    [
      {
        type: 'fact',
        parameters: { fact: 'ci.tool', operator: 'exists', value: 'b' },
      },
      'parameters.value must not be there with exists',
    ],
    [
      { type: 'attestation', parameters: { name: 'a || true' } },
      'parameters.name must be a name of letters and digits that begins with a small letter',
    ],
  ])('refuses %j', (part, expected) => {
    const { problems, check } = examine({
      id: 'some',
      name: 'Some',
      level: 'Bronze',
      ...part,
    });
    expect(problems.join('\n')).toContain(`checks[0].${expected}`);
    // What the facts do not know is for the expression to say; everything else leaves none.
    expect(check?.expression === '' || problems[0].includes('expression')).toBe(
      true,
    );
  });

  it('names each type and parameter once, with words', () => {
    const ids = checkTypes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { title, description, parameters } of checkTypes) {
      for (const text of [
        title,
        description,
        ...Object.values(parameters).map(one => one.description),
      ]) {
        expect(text).toMatch(/\w/);
      }
    }
  });
});

describe('examineScorecard', () => {
  it('names places of the document, whatever could not be read before them', () => {
    const { problems, definition } = examineScorecard(
      {
        namespace: 'default',
        name: 'readiness',
        spec: {
          levels: [{ name: 'Bronze' }],
          checks: [
            { name: 'Without an id' },
            { id: 'typo', name: 'Typo', expression: 'ci.pased' },
            { id: 'broken', name: 'Broken', expression: 'true', weigth: 1 },
            {
              id: 'words',
              name: 'Words',
              level: 'Bronze',
              expression: 'ci.passed',
              failureMessage: '{{ value }} {{ entity.name }} {{ ci.toool }}',
              solution: '{{ ownership.gaps }}',
              links: [
                { url: 'https://example.com/{{ entity.name }}/{{ ci.none }}' },
                { url: 'https://{{ entity.name }}.example.com' },
              ],
            },
          ],
        },
      },
      expressions,
      { zone: 'UTC' },
    );
    expect(problems.map(({ path, message }) => `${path} ${message}`)).toEqual([
      expect.stringContaining('checks[2].weigth is not known'),
      'checks[0].id is missing',
      expect.stringMatching(/^checks\[1\]\.expression No such/),
      'checks[3].failureMessage {{ ci.toool }} is no fact',
      'checks[3].links[0].url {{ ci.none }} is no fact',
      'checks[3].links[1].url may be filled in behind the host alone',
    ]);
    expect(definition?.checks).toHaveLength(3);
  });
});
