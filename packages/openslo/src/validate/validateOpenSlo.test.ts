import fc from 'fast-check';
import { documentOf } from '../document/OpenSloDocument';
import { hasErrors, type OpenSloProblem } from '../document/OpenSloProblem';
import { parseOpenSlo } from '../document/parseOpenSlo';
import {
  anyV1alphaSlo,
  anyV1Document,
  anyV2alphaSlo,
} from '../__testUtils__/arbitraryDocuments';
import { exampleFiles, exampleText } from '../__testUtils__/examples';
import { mutationsOf, replaceAt } from '../__testUtils__/mutateDocument';
import {
  type RightDocument,
  rightDocument,
  rightDocuments,
} from '../__testUtils__/rightDocuments';
import { ruleBreaches } from '../__testUtils__/ruleBreaches';
import type { OpenSloMode } from './Findings';
import { openSloRules, type OpenSloRuleId } from './rules';
import { validateOpenSlo } from './validateOpenSlo';

const check = (value: object, mode: OpenSloMode) =>
  validateOpenSlo([documentOf(value)], { mode });

const objective = ['spec', 'objectives', 0];
const condition = ['spec', 'condition'];

describe('validateOpenSlo', () => {
  it.each(Object.keys(rightDocuments) as RightDocument[])(
    'finds nothing in what is right: %s',
    name => {
      expect(check(rightDocument(name), 'strict')).toEqual([]);
      expect(check(rightDocument(name), 'lenient')).toEqual([]);
    },
  );

  it.each(ruleBreaches)(
    'finds %s in %s with %j being %j',
    (rule, name, path, replacement, problemPath) => {
      const broken = replaceAt(rightDocument(name), path, replacement);
      const found = (mode: OpenSloMode) =>
        check(broken, mode).find(
          problem => problem.rule === rule && problem.path === problemPath,
        );
      expect(found('strict')?.severity).toBe(openSloRules[rule].strict);
      expect(found('lenient')?.severity).toBe(openSloRules[rule].lenient);
      expect(found('strict')?.message).toMatch(/[.?]$/);
    },
  );

  it('has a breach for every rule', () => {
    const broken = new Set(ruleBreaches.map(([rule]) => rule));
    // Takes two documents: tested below.
    broken.add('duplicate-name');
    expect(
      Object.keys(openSloRules).filter(id => !broken.has(id as OpenSloRuleId)),
    ).toEqual([]);
  });

  it('says where, what and by which rule', () => {
    const { documents } = parseOpenSlo(
      'apiVersion: openslo/v1\nkind: AlertNotificationTarget\nmetadata:\n  name: Pager\nspec:\n  target: pager\n',
      { file: 'targets.yaml' },
    );
    expect(validateOpenSlo(documents, { mode: 'strict' })).toEqual([
      {
        severity: 'error',
        rule: 'name',
        path: 'metadata.name',
        value: 'Pager',
        message: expect.any(String),
        document: 0,
        file: 'targets.yaml',
        line: 4,
        column: 9,
      },
    ]);
  });

  it('guesses what was meant', () => {
    const message = (value: object) => check(value, 'strict')[0].message;
    expect(
      message(replaceAt(rightDocument('slo'), ['spec', 'descriptoin'], 'Shop')),
    ).toContain('description');
    expect(
      message(replaceAt(rightDocument('slo'), [...objective, 'target'], 99.9)),
    ).toContain('targetPercent: 99.9');
  });

  it('takes null and nothing for the same', () => {
    const value = replaceAt(
      rightDocument('slo'),
      ['spec', 'description'],
      null,
    );
    value.spec.alertPolicies = null;
    value.metadata.labels = null;
    expect(check(value, 'strict')).toEqual([]);
    value.spec.service = null;
    expect(check(value, 'strict')).toMatchObject([{ rule: 'required' }]);
  });

  it('takes 0m for alertAfter, which the specification has as its default', () => {
    const value = replaceAt(
      rightDocument('condition'),
      [...condition, 'alertAfter'],
      '0m',
    );
    expect(check(value, 'strict')).toEqual([]);
  });

  it('knows zero as a threshold, a value and a target', () => {
    const slo = rightDocument('sloWithThreshold');
    slo.spec.objectives = [{ op: 'gt', value: 0, target: 0 }];
    expect(check(slo, 'strict')).toEqual([]);
    const zero = replaceAt(
      rightDocument('condition'),
      [...condition, 'threshold'],
      0,
    );
    expect(check(zero, 'strict')).toEqual([]);
  });

  it('never repeats what may be a secret', () => {
    const value = rightDocument('dataSource');
    value.spec.connectionDetails = {
      apiKey: 'abc123',
      nested: [{ clientSecret: 'abc123' }],
      token: '${TOKEN}',
    };
    value.spec.connectionDetail = { password: 'abc123' };
    const problems = check(value, 'strict');
    expect(problems.map(({ rule }) => rule)).toEqual([
      'unknown-field',
      'secret-in-document',
      'secret-in-document',
    ]);
    expect(JSON.stringify(problems)).not.toContain('abc123');
  });

  it('finds documents of the same kind and name, also in different files', () => {
    const { documents } = parseOpenSlo(
      'apiVersion: openslo/v1\nkind: Service\nmetadata: { name: a }\n',
      { file: 'one.yaml' },
    );
    const again = parseOpenSlo(
      '- { apiVersion: openslo/v1, kind: SLI, metadata: { name: a }, spec: {} }\n- { apiVersion: openslo/v1, kind: Service, metadata: { name: a } }\n',
      { file: 'two.yaml' },
    );
    const duplicates = validateOpenSlo([...documents, ...again.documents], {
      mode: 'strict',
    }).filter(({ rule }) => rule === 'duplicate-name');
    expect(duplicates).toMatchObject([
      { severity: 'warning', file: 'two.yaml', line: 2, document: 1 },
    ]);
    expect(duplicates[0].message).toContain('one.yaml, line 1');
  });

  it('lets the surroundings have fields of metadata of their own', () => {
    const value = replaceAt(
      rightDocument('slo'),
      ['metadata', 'namespace'],
      'default',
    );
    expect(check(value, 'strict')).toMatchObject([{ rule: 'unknown-field' }]);
    expect(
      validateOpenSlo([documentOf(value)], {
        mode: 'strict',
        metadataFields: ['namespace'],
      }),
    ).toEqual([]);
  });
});

describe('the traps of the specification', () => {
  const traps = parseOpenSlo(exampleText('as-found/traps.yaml')).documents;
  const rulesOf = (problems: readonly OpenSloProblem[]) =>
    [...new Set(problems.map(({ rule }) => rule))].sort();

  it('are warnings in lenient mode', () => {
    const problems = validateOpenSlo(traps, { mode: 'lenient' });
    expect(hasErrors(problems)).toBe(false);
    expect(rulesOf(problems)).toEqual([
      'budgeting-method-case',
      'comparison-unused',
      'condition-count',
      'condition-kind',
      'condition-operator',
      'condition-operator-direction',
      'duration-number',
      'label-value',
      'name',
      'notification-target-missing',
      'reference-text',
      'time-window-missing',
    ]);
  });

  it('are errors in strict mode, but for what the SDK takes as well', () => {
    const problems = validateOpenSlo(traps, { mode: 'strict' });
    expect(
      rulesOf(problems.filter(({ severity }) => severity === 'warning')),
    ).toEqual(['condition-operator-direction']);
  });

  it.each([
    [
      'timeWindow is optional in the text of the specification',
      'slo',
      ['spec', 'timeWindow'],
      undefined,
    ],
    [
      'the examples have op and value with a ratio',
      'slo',
      [...objective, 'op'],
      'gt',
    ],
    [
      'the examples of conditions lack op',
      'condition',
      [...condition, 'op'],
      undefined,
    ],
    [
      'a slice may be a number of minutes',
      'sloWithSlices',
      [...objective, 'timeSliceWindow'],
      5,
    ],
    [
      'names in the examples have capital letters',
      'target',
      ['metadata', 'name'],
      'OnCallDevopsMailNotification',
    ],
    [
      'an example of an SLO lacks the budgeting method',
      'slo',
      ['spec', 'budgetingMethod'],
      undefined,
    ],
    [
      'the proposal of v2alpha writes service',
      'sloOfV2alpha',
      ['spec', 'service'],
      'shop',
    ],
    [
      'what generators read of v1alpha says nothing of rolling',
      'sloOfV1alpha',
      ['spec', 'timeWindows', 0, 'isRolling'],
      undefined,
    ],
  ] as const)('%s', (_, name, path, replacement) => {
    const value = replaceAt(rightDocument(name), path, replacement);
    expect(hasErrors(check(value, 'strict'))).toBe(true);
    expect(hasErrors(check(value, 'lenient'))).toBe(false);
    expect(check(value, 'lenient')).toHaveLength(1);
  });

  it('an example of a condition has lte where gte is meant, which both modes point out', () => {
    const value = replaceAt(
      rightDocument('condition'),
      [...condition, 'op'],
      'lte',
    );
    for (const mode of ['strict', 'lenient'] as const) {
      expect(check(value, mode)).toMatchObject([
        { severity: 'warning', message: expect.stringContaining('gte') },
      ]);
    }
  });

  it('RatioTimeslices, targetPercent and composites are known, which the withdrawn schema never had', () => {
    expect(
      check(
        parseOpenSlo(exampleText('slo-composite.yaml')).documents[0].value,
        'strict',
      ),
    ).toEqual([]);
  });
});

describe('the examples', () => {
  it.each(exampleFiles.filter(({ file }) => !file.startsWith('as-found')))(
    '$file is right and without a warning',
    ({ file, text }) => {
      const { documents, problems } = parseOpenSlo(text, { file });
      expect(problems).toEqual([]);
      expect(documents.length).toBeGreaterThan(0);
      expect(validateOpenSlo(documents, { mode: 'strict' })).toEqual([]);
    },
  );
});

describe('the modes', () => {
  const anything = fc.oneof(
    mutationsOf(anyV1Document),
    mutationsOf(anyV2alphaSlo),
    mutationsOf(anyV1alphaSlo),
    fc.object(),
  );

  it('find the same, and every error of lenient is one of strict', () => {
    const withoutSeverity = (problems: OpenSloProblem[]) =>
      problems.map(({ severity: _, ...rest }) => rest);
    fc.assert(
      fc.property(anything, value => {
        const strict = check(value, 'strict');
        const lenient = check(value, 'lenient');
        expect(withoutSeverity(lenient)).toEqual(withoutSeverity(strict));
        lenient.forEach(({ severity }, place) => {
          expect([severity, strict[place].severity]).not.toEqual([
            'error',
            'warning',
          ]);
        });
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['v1', anyV1Document],
    ['v2alpha', anyV2alphaSlo],
    ['v1alpha', anyV1alphaSlo],
  ])('accept whatever is right in %s', (_, documents) => {
    fc.assert(
      fc.property(documents as fc.Arbitrary<object>, value => {
        expect(
          check(value, 'strict').filter(({ severity }) => severity === 'error'),
        ).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
