import type {
  Decision,
  DecisionForumPage,
  DecisionPage,
  OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useCursors,
  useOpmodelApi,
  useQueryState,
  type Cursors,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';

/** Decisions that a page shows. */
export const DECISIONS_PER_PAGE = 20;

/** Forums that a page shows. */
export const FORUMS_PER_PAGE = 20;

/** Which decisions are asked for. */
export type DecisionsQuestion = Omit<
  NonNullable<Parameters<OpmodelApi['listDecisions']>[0]>,
  'cursor' | 'limit'
>;

/** A list with the way through its pages. */
export interface ListedPages<T> {
  page: QueryState<T>;
  cursors: Cursors;
}

/** The decision log, the newest first. */
export function useDecisions(
  question: DecisionsQuestion,
): ListedPages<DecisionPage> {
  const api = useOpmodelApi();
  const list = JSON.stringify(question);
  const cursors = useCursors(list);
  const { cursor } = cursors;
  const page = useQueryState({
    key: `${list} ${cursor}`,
    subject: 'decisions',
    request: signal =>
      api.listDecisions(
        { ...question, cursor, limit: DECISIONS_PER_PAGE },
        { signal },
      ),
  });
  return { page, cursors };
}

/** One decision with what it was before. */
export function useDecision(id: string): QueryState<Decision> {
  const api = useOpmodelApi();
  return useQueryState({
    key: id,
    subject: id,
    request: signal => api.getDecision(id, { signal }),
  });
}

/** Where decisions are made: everywhere, or about one entity. */
export function useDecisionForums(
  entityRef: string | undefined,
): ListedPages<DecisionForumPage> {
  const api = useOpmodelApi();
  const list = entityRef ?? '';
  const cursors = useCursors(list);
  const { cursor } = cursors;
  const page = useQueryState({
    key: `${list} ${cursor}`,
    subject: list,
    request: signal =>
      api.listDecisionForums(
        { entityRef, cursor, limit: FORUMS_PER_PAGE },
        { signal },
      ),
  });
  return { page, cursors };
}
