import { problemsByField } from './problemsByField';

const fields = ['title', 'links', 'estimate.impact'] as const;

describe('problemsByField', () => {
  it('finds each field that is named, also within one of the form', () => {
    const error = new Error(
      "'title' must not be empty; 'links[0].ref' must be an address; 'estimate.impact' must be 1 to 5; and 2 more",
    );
    expect(problemsByField(error, fields)).toEqual({
      title: "'title' must not be empty",
      links: "'links[0].ref' must be an address",
      'estimate.impact': "'estimate.impact' must be 1 to 5; and 2 more",
    });
  });

  it('finds nothing where none of them is named', () => {
    expect(problemsByField(new Error('It is late'), fields)).toEqual({});
    expect(problemsByField(undefined, fields)).toEqual({});
  });
});
