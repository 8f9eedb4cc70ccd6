import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import schema from '../schema/openslo-v1.schema.json';
import { documentOf } from './document/OpenSloDocument';
import { parseOpenSlo } from './document/parseOpenSlo';
import { anyV1Document } from './__testUtils__/arbitraryDocuments';
import { exampleFiles } from './__testUtils__/examples';
import { mutationsOf } from './__testUtils__/mutateDocument';
import { validateOpenSlo } from './validate/validateOpenSlo';
import { OPENSLO_V1 } from './versions/v1';

/** What a schema cannot say. */
const beyondSchemas = ['time-zone', 'date-time', 'date-time-format'];

const validate = new Ajv2020({
  allErrors: true,
  strictTypes: false,
  strictRequired: false,
}).compile(schema);

function strictErrors(value: object) {
  return validateOpenSlo([documentOf(value)], { mode: 'strict' }).filter(
    ({ severity }) => severity === 'error',
  );
}

const examples = exampleFiles.flatMap(({ file, text }) =>
  parseOpenSlo(text)
    .documents.filter(({ apiVersion }) => apiVersion === OPENSLO_V1)
    .map(({ value, index }) => ({ name: `${file} #${index}`, value })),
);

describe('openslo-v1.schema.json', () => {
  it.each(examples)(
    'says of the example $name what the validator says',
    ({ value }) => {
      expect(validate(value)).toBe(strictErrors(value).length === 0);
    },
  );

  it('sees both what is right and what is wrong in the examples', () => {
    const verdicts = new Set(examples.map(({ value }) => validate(value)));
    expect(verdicts).toEqual(new Set([true, false]));
  });

  it('accepts whatever is right', () => {
    fc.assert(
      fc.property(anyV1Document, value => {
        expect(strictErrors(value)).toEqual([]);
        validate(value);
        expect(validate.errors ?? []).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses exactly what the validator refuses, whatever is broken', () => {
    let refused = 0;
    fc.assert(
      fc.property(mutationsOf(anyV1Document), value => {
        const errors = strictErrors(value);
        fc.pre(!errors.some(({ rule }) => beyondSchemas.includes(rule)));
        refused += errors.length > 0 ? 1 : 0;
        const agree = validate(value) === (errors.length === 0);
        expect(agree ? '' : JSON.stringify([errors, value])).toBe('');
      }),
      { numRuns: 2_000 },
    );
    // Else the mutations break nothing and prove nothing.
    expect(refused).toBeGreaterThan(300);
  });
});
