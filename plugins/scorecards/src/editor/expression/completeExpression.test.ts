import { completeExpression, insertTerm } from './completeExpression';
import type { Term } from './vocabulary';

const term = (name: string): Term => ({
  name,
  type: 'number',
  description: name,
});
const terms = [
  'catalog.tags',
  'dora.changeFailRate',
  'dora.deploymentFrequency',
  'slo.failing',
].map(term);

/** What is offered where the bar stands. */
function offered(marked: string, explicit?: boolean) {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  return (
    completeExpression(text, caret, terms, explicit)?.terms.map(
      ({ name }) => name,
    ) ?? null
  );
}

describe('what could stand in an expression', () => {
  it.each([
    ['do|', ['dora.changeFailRate', 'dora.deploymentFrequency']],
    ['dora.cha|', ['dora.changeFailRate']],
    ['!DORA.d|', ['dora.deploymentFrequency']],
    ['1 < fail|', ['dora.changeFailRate', 'slo.failing']],
    [
      'do|ra.changeFailRate',
      ['dora.changeFailRate', 'dora.deploymentFrequency'],
    ],
    ['dora.changeFailRate|', null],
    ['x|', null],
    ['"do|', null],
    ["'a\\'do|", null],
    ['"a" == do|', ['dora.changeFailRate', 'dora.deploymentFrequency']],
    ['size(catalog.tags).do|', null],
    ['|', null],
  ])('for %s', (marked, names) => {
    expect(offered(marked)).toEqual(names);
  });

  it('is everything where it is asked for', () => {
    expect(offered('1 < |', true)).toEqual(terms.map(({ name }) => name));
  });

  it('takes the place of the whole word', () => {
    const text = 'dora.cha <= 1';
    const completion = completeExpression(text, 4, terms)!;
    expect(insertTerm(text, completion, completion.terms[0])).toEqual({
      text: 'dora.changeFailRate <= 1',
      caret: 'dora.changeFailRate'.length,
    });
  });
});
