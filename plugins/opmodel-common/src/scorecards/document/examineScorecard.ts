import { compileScorecard, type ScorecardProblem } from '../compileScorecard';
import type { FactExpressions } from '../expressions/FactExpressions';
import { fillsInHost, namesInTemplate } from '../fillTemplate';
import type { ScorecardDefinition } from '../scorecardDefinition';
import {
  type ReadScorecard,
  readScorecardDocument,
  type WrittenScorecardDocument,
} from './readScorecardDocument';

/**
 * Reads a document and finds everything that is wrong with it: how it is written, whether its expressions fit the facts that there are,
 * and whether its texts speak of such.
 *
 * @param options - `zone`: IANA zone in which a day begins
 */
export function examineScorecard(
  document: WrittenScorecardDocument,
  expressions: FactExpressions,
  options: { zone: string },
): Omit<ReadScorecard, 'places'> {
  const { definition, owner, problems, places } = readScorecardDocument(
    document,
    options,
  );
  if (definition === null) {
    return { definition, owner, problems };
  }
  // Paths of a definition count its checks, which need not be all of the document.
  const placed = [
    ...compileScorecard(definition, expressions).problems,
    ...templateProblems(definition, expressions),
  ].map(problem => ({
    ...problem,
    path: problem.path.replace(
      /^checks\[(\d+)\]/,
      (_, at: string) => `checks[${places[Number(at)]}]`,
    ),
  }));
  const told = new Set(problems.map(({ path }) => checkOf(path)));
  return {
    definition,
    owner,
    problems: [
      ...problems,
      ...placed.filter(
        ({ path }) => checkOf(path) === null || !told.has(checkOf(path)),
      ),
    ],
  };
}

/** A check that could not be read has no expression, which is not what is wrong with it. */
function checkOf(path: string): string | null {
  return /^checks\[\d+\]/.exec(path)?.[0] ?? null;
}

function templateProblems(
  { checks }: ScorecardDefinition,
  expressions: FactExpressions,
): ScorecardProblem[] {
  const unknownIn = (text: string, path: string) =>
    namesInTemplate(text)
      .filter(name => name !== 'value' && !name.startsWith('entity.'))
      .filter(name => !expressions.hasFact(name))
      .map(name => ({
        path,
        message: `{{ ${name} }} is no fact`,
        range: null,
      }));
  return checks.flatMap((check, at) => [
    ...(['failureMessage', 'solution'] as const).flatMap(field =>
      unknownIn(check[field] ?? '', `checks[${at}].${field}`),
    ),
    ...check.links.flatMap(({ url }, place) => {
      const path = `checks[${at}].links[${place}].url`;
      return [
        ...unknownIn(url, path),
        ...(fillsInHost(url)
          ? [
              {
                path,
                message: 'may be filled in behind the host alone',
                range: null,
              },
            ]
          : []),
      ];
    }),
  ]);
}
