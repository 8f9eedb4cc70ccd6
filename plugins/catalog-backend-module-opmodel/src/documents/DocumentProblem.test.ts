import { printProblem, printProblems } from './DocumentProblem';

describe('a problem of a document', () => {
  it('is told in one line', () => {
    const expected = 'must be a list';
    expect(printProblem({ path: 'work', expected, line: 3 })).toBe(
      'line 3: work must be a list',
    );
    expect(printProblem({ path: '', expected, line: null })).toBe(
      'the document must be a list',
    );
  });

  it('leaves a message readable, however many there are and however long', () => {
    const problems = Array.from({ length: 25 }, (_, at) => ({
      path: 'x'.repeat(at === 0 ? 60_000 : 1),
      expected: 'is not known',
      line: null,
    }));
    const lines = printProblems(problems);
    expect(lines).toHaveLength(21);
    expect(lines[0]).toHaveLength(501);
    expect(lines[20]).toBe('and 5 more');
    expect(printProblems(problems.slice(1, 3))).toEqual([
      'x is not known',
      'x is not known',
    ]);
  });
});
