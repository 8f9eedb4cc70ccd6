import {
  FactExpressions,
  type ExpressionResultType,
  type FactProviderView,
  type ScorecardProblemView,
} from '@opmodel/backstage-plugin-opmodel-common';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { factSchemas, factTerms, type Term } from './expression/vocabulary';

/** What is wrong with an expression. */
export interface ExpressionFault {
  message: string;
  /** Null: all of it. */
  range: { from: number; to: number } | null;
}

/** What the fields of the editor know of the whole: the facts that there are, and what is wrong where. */
interface Vocabulary {
  /** Facts that an expression may name. */
  facts: readonly Term[];
  /** Reads an expression as the engine does; null: nothing is wrong, or the facts are not known. */
  findFault(source: string): ExpressionFault | null;
  /** What the expression comes to; undefined: not known. */
  resultTypeOf(source: string): ExpressionResultType | undefined;
  problems: readonly ScorecardProblemView[];
}

const VocabularyContext = createContext<Vocabulary>({
  facts: [],
  findFault: () => null,
  resultTypeOf: () => undefined,
  problems: [],
});

/** Gives the fields below it the facts and the problems. */
export function EditorVocabulary(props: {
  /** Undefined while they are not known: then only the engine reads expressions. */
  providers: readonly FactProviderView[] | undefined;
  problems: readonly ScorecardProblemView[];
  children: ReactNode;
}) {
  const { providers, problems, children } = props;
  const read = useMemo(() => {
    const expressions =
      providers && new FactExpressions(factSchemas(providers));
    const compile = (source: string) =>
      expressions && source.trim() !== ''
        ? expressions.compile(source)
        : undefined;
    return {
      facts: providers ? factTerms(providers) : [],
      findFault(source: string): ExpressionFault | null {
        const problem = compile(source)?.problem;
        return problem
          ? {
              message: problem.message,
              range: { from: problem.from, to: problem.to },
            }
          : null;
      },
      resultTypeOf: (source: string) => compile(source)?.expression?.resultType,
    };
  }, [providers]);
  const value = useMemo(() => ({ ...read, problems }), [read, problems]);
  return (
    <VocabularyContext.Provider value={value}>
      {children}
    </VocabularyContext.Provider>
  );
}

/** The facts and how expressions over them are read. */
export function useVocabulary(): Vocabulary {
  return useContext(VocabularyContext);
}

/** What is wrong at a place of the definition; undefined: nothing. */
export function useProblemAt(path: string): string | undefined {
  const { problems } = useVocabulary();
  return problems.find(problem => problem.path === path)?.message;
}
