import { debtDocumentSchema } from '@opmodel/backstage-plugin-opmodel-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import techDebtRegisterSchema from '../../schemas/tech-debt-register.schema.json';
import { acceptTechDebtRegister } from './acceptTechDebtRegister';
import { printProblem } from './DocumentProblem';
import { validateTechDebtRegister } from './validateTechDebtRegister';

const root = resolve(__dirname, '../../../..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');

const documentOf = (spec: unknown) => ({
  apiVersion: 'opmodel.io/v1alpha1',
  kind: 'TechDebtRegister',
  metadata: { name: 'some' },
  spec,
});
const item = { name: 'old', title: 'Old', entityRefs: ['checkout'] };

describe('validateTechDebtRegister', () => {
  it('follows the schema that is published, of which readers have a copy', () => {
    expect(techDebtRegisterSchema).toEqual(debtDocumentSchema);
    expect(JSON.parse(read('docs/schemas/tech-debt-register.json'))).toEqual(
      techDebtRegisterSchema,
    );
  });

  it('takes the example as it is', () => {
    const { problems } = validateTechDebtRegister(
      read('examples/tech-debt/register.yaml'),
    );
    expect(problems).toEqual([]);
  });

  it('names lines, also of what no schema can say', () => {
    const { problems } = validateTechDebtRegister(
      [
        'apiVersion: opmodel.io/v1alpha1',
        'kind: TechDebtRegister',
        'metadata: {name: some}',
        'spec:',
        '  items:',
        '    - {name: old, title: Old, entityRefs: checkout}',
        '    - {name: old, title: New, entityRefs: checkout}',
      ].join('\n'),
    );
    expect(problems.map(printProblem)).toEqual([
      'line 7: spec.items[1].name must be another than that of item 1',
    ]);
  });

  it('takes as many items as a register may have, and no more', () => {
    const items = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ ...item, name: `i${at}` }));
    const ofItems = (count: number) =>
      validateTechDebtRegister(documentOf({ items: items(count) })).problems;
    expect(ofItems(5_000)).toEqual([]);
    expect(ofItems(5_001)).not.toEqual([]);
  });
});

describe('acceptTechDebtRegister', () => {
  it('leaves what is wrong with an item to the engine', () => {
    const wrong = { ...item, estimate: { impact: 9 } };
    expect(
      acceptTechDebtRegister(documentOf({ items: [item, wrong] })).problems,
    ).toEqual([]);
  });

  it.each([
    [undefined, 'spec.items must be a list'],
    [{ items: 'x' }, 'spec.items must be a list'],
    [{ items: [], colour: 'red' }, 'spec.colour is not known'],
    [{ items: [], owner: 'user:default/ada' }, 'spec.owner must be a group'],
  ])('refuses %j', (spec, message) => {
    expect(
      acceptTechDebtRegister(documentOf(spec)).problems.map(printProblem)[0],
    ).toContain(message);
  });

  it('refuses what contains itself, or is too much', () => {
    const endless: any = documentOf({ items: [] });
    endless.spec.items.push(endless);
    expect(acceptTechDebtRegister(endless).problems[0].expected).toContain(
      'not contain itself',
    );
    const long = { ...item, description: 'x'.repeat(2_000_000) };
    expect(
      acceptTechDebtRegister(documentOf({ items: [long] })).problems[0]
        .expected,
    ).toContain('characters');
  });
});
