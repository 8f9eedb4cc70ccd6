import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  checkFields,
  checkTypes,
  emptyLevelFields,
  levelFields,
  linkFields,
  requirementFields,
  readScorecardDocument,
  scorecardFields,
  scorecardLimits,
} from '@opmodel/backstage-plugin-opmodel-common';
import scorecardSchema from '../../schemas/scorecard.schema.json';
import { DocumentSchema } from './DocumentSchema';
import { printProblem } from './DocumentProblem';
import { validateScorecard } from './validateOperatingDocuments';

function printed(input: unknown): string[] {
  return validateScorecard(input).problems.map(printProblem);
}

function documentOf(spec: object) {
  return {
    apiVersion: 'opmodel.io/v1alpha1',
    kind: 'Scorecard',
    metadata: { name: 'some' },
    spec,
  };
}

const check = {
  id: 'described',
  name: 'Is described',
  level: 'Bronze',
  expression: 'catalog.hasDescription',
};
const spec = { levels: [{ name: 'Bronze' }], checks: [check] };

describe('validateScorecard', () => {
  it('names lines, also of what no schema can say', () => {
    expect(
      printed(
        [
          'apiVersion: opmodel.io/v1alpha1',
          'kind: Scorecard',
          'metadata: {name: some}',
          'spec:',
          '  levels:',
          '    - name: Bronze',
          '  checks:',
          '    - id: owned',
          '      type: has-owner',
          '      level: Silver',
          '    - id: owned',
          '      type: dora',
          '      parameters:',
          '        metric: changeLeadTime',
        ].join('\n'),
      ),
    ).toEqual([
      'line 10: spec.checks[0].level must be one of Bronze',
      'line 11: spec.checks[1].id "owned" is the id of another check',
    ]);
    expect(printed(documentOf({ ...spec, checks: [{}] }))).toEqual([
      'spec.checks[0] must have one of expression, type',
      'spec.checks[0].id is missing',
    ]);
  });

  it('leaves to the engine what the facts decide', () => {
    expect(
      printed(
        documentOf({ ...spec, checks: [{ ...check, expression: 'no.fact' }] }),
      ),
    ).toEqual([]);
  });

  const valuesOf: Record<string, unknown[]> = {
    text: ['', '  ', 7, null, 'Words', ' spaced ', 'x'.repeat(5_000)],
    number: [-1, 0, 0.5, 1, 20, 5_000, '1'],
    other: [true, 'true', [], {}, [{}], 'levels', 'wait', 'P7D', '2027-01-31'],
    refs: ['group:default/a', 'a b', 'scorecard:a'],
    links: [[{ url: 'https://example.com' }], [{ url: 'ftp://a' }]],
    ladder: [[{ name: 'Bronze', rank: 2 }], [{ name: 'Bronze', colour: 1 }]],
  };
  const places: [string, readonly string[], (part: object) => object][] = [
    ['spec', scorecardFields, part => ({ ...spec, ...part })],
    [
      'check',
      checkFields,
      part => ({ ...spec, checks: [{ ...check, ...part }] }),
    ],
    [
      'level',
      levelFields,
      part => ({ ...spec, levels: [{ ...spec.levels[0], ...part }] }),
    ],
  ];

  it.each(places)(
    'agrees with the reader of the engine, whatever stands in a field of the %s',
    (_, fields, place) => {
      const schema = new DocumentSchema(scorecardSchema);
      for (const field of [...fields, 'unknown']) {
        for (const value of Object.values(valuesOf).flat()) {
          const written = place({ [field]: value });
          const { problems } = readScorecardDocument(
            { namespace: 'default', name: 'some', spec: written },
            { zone: 'UTC' },
          );
          const refused = schema.check(documentOf(written)).length > 0;
          // What the schema lets through, the reader may still refuse; null is as good as nothing to it.
          const isStricter = refused && problems.length === 0 && value !== null;
          expect([field, value, isStricter]).toEqual([field, value, false]);
        }
      }
    },
  );

  it('knows the fields, types and limits of the reader', () => {
    const { spec: described } = scorecardSchema.properties;
    const { level, check: one, link } = scorecardSchema.$defs;
    expect(Object.keys(described.properties).sort()).toEqual(
      [...scorecardFields].sort(),
    );
    expect(Object.keys(one.properties).sort()).toEqual([...checkFields].sort());
    expect(Object.keys(level.properties)).toEqual([...levelFields]);
    expect(Object.keys(link.properties)).toEqual([...linkFields]);
    expect(Object.keys(described.properties.emptyLevel.properties)).toEqual([
      ...emptyLevelFields,
    ]);
    expect(Object.keys(described.properties.requires.items.properties)).toEqual(
      [...requirementFields],
    );
    expect(one.properties.type.enum).toEqual(checkTypes.map(({ id }) => id));
    expect({
      checks: described.properties.checks.maxItems,
      levels: described.properties.levels.maxItems,
      requires: described.properties.requires.maxItems,
      links: one.properties.links.maxItems,
      name: one.properties.name.maxLength,
      id: one.properties.id.maxLength,
      category: one.properties.category.maxLength,
      unit: one.properties.unit.maxLength,
      description: one.properties.description.maxLength,
      message: one.properties.failureMessage.maxLength,
      solution: one.properties.solution.maxLength,
      url: link.properties.url.maxLength,
      rank: level.properties.rank.maximum,
      weight: one.properties.weight.maximum,
      confirmations: one.properties.confirmations.maximum,
    }).toEqual(scorecardLimits);
  });

  it('says what each field means', () => {
    const silent: string[] = [];
    const walk = (node: object, path: string) => {
      for (const [key, part] of Object.entries(node)) {
        if (key === 'properties') {
          for (const [field, { description, $ref }] of Object.entries<{
            description?: string;
            $ref?: string;
          }>(part)) {
            if (!description && !$ref) {
              silent.push(`${path}.${field}`);
            }
          }
        }
        if (typeof part === 'object' && part !== null) {
          walk(part, `${path}.${key}`);
        }
      }
    };
    walk(scorecardSchema, '');
    expect(silent).toEqual([]);
  });

  it('is published as it is', () => {
    const published = resolve(
      __dirname,
      '../../../../docs/schemas/scorecard.json',
    );
    expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(
      scorecardSchema,
    );
  });
});
