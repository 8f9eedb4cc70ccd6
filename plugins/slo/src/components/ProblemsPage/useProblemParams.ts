import type {
  OpmodelApi,
  SloProblem,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  readComponentFilter,
  toComponentQuery,
  writeComponentFilter,
  writeParams,
  type ComponentFilter,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useSearchParams } from 'react-router-dom';

/** Which problems are listed. */
export type ProblemQuery = Omit<
  NonNullable<Parameters<OpmodelApi['listSloProblems']>[0]>,
  'cursor' | 'limit'
>;

/** What is chosen beside the owners. */
export interface ProblemChoice {
  severity: SloProblem['severity'] | undefined;
  rule: string | undefined;
}

/** What the URL of the list of problems says, and how to change it. */
export interface ProblemParams {
  filter: ComponentFilter;
  choice: ProblemChoice;
  query: ProblemQuery;
  narrow(change: Partial<ComponentFilter>): void;
  /** @param typing - true for a text that is being typed: it takes no steps of its own in the browser's history */
  choose(change: Partial<ProblemChoice>, typing?: boolean): void;
  clear(): void;
}

const severities: ReadonlyArray<SloProblem['severity']> = ['error', 'warning'];

/** Keeps the filter of the list of problems in the URL. */
export function useProblemParams(): ProblemParams {
  const [params, setParams] = useSearchParams();
  const filter = readComponentFilter(params);
  const { owner, descendants } = toComponentQuery(filter);
  const choice = readChoice(params);
  const { severity, rule } = choice;
  return {
    filter,
    choice,
    query: {
      ...(owner && { owner, descendants }),
      ...(severity && { severity }),
      ...(rule && { rule }),
    },
    narrow: change =>
      setParams(known =>
        writeComponentFilter(known, {
          ...readComponentFilter(known),
          ...change,
        }),
      ),
    choose: (change, typing = false) =>
      setParams(
        known => writeParams(known, { ...readChoice(known), ...change }),
        { replace: typing },
      ),
    clear: () => setParams(new URLSearchParams()),
  };
}

function readChoice(params: URLSearchParams): ProblemChoice {
  return {
    severity: severities.find(known => known === params.get('severity')),
    rule: params.get('rule') || undefined,
  };
}
