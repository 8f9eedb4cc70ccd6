import type { DecisionStatus } from '@opmodel/backstage-plugin-opmodel-common';
import { useSearchParams } from 'react-router-dom';
import type { DecisionsQuestion } from '../../hooks/useDecisions';

/** The statuses in the order in which they are offered. */
export const decisionStatuses: readonly DecisionStatus[] = [
  'proposed',
  'accepted',
  'superseded',
  'rejected',
];

/** What the page shows; it lives in the URL, so that a copied link shows the same. */
export interface DecisionParams {
  question: DecisionsQuestion;
  /** Id of the decision that is open; null: the list. */
  open: string | null;
  filter(changes: DecisionsQuestion): void;
  show(id: string | null): void;
  /** Address of a decision on this page. */
  linkTo(id: string): string;
}

/** Reads and writes what the page shows in the URL. */
export function useDecisionParams(): DecisionParams {
  const [params, setParams] = useSearchParams();
  const status = decisionStatuses.find(one => one === params.get('status'));
  const question: DecisionsQuestion = {
    text: params.get('text') ?? undefined,
    entityRef: params.get('entityRef') ?? undefined,
    owner: params.has('owner') ? params.getAll('owner') : undefined,
    status,
    reviewDue: params.get('reviewDue') === 'true' || undefined,
  };
  const withParam = (name: string, value: string | null) => {
    const next = new URLSearchParams(params);
    next.delete(name);
    if (value) {
      next.set(name, value);
    }
    return next;
  };
  return {
    question,
    open: params.get('decision'),
    filter(changes) {
      const next = new URLSearchParams();
      for (const [name, value] of Object.entries({ ...question, ...changes })) {
        for (const one of [value ?? []].flat()) {
          if (one !== '' && one !== false) {
            next.append(name, String(one));
          }
        }
      }
      // Typing is one step back, not one a letter.
      setParams(next, { replace: changes.text !== undefined });
    },
    show: id => setParams(withParam('decision', id)),
    linkTo: id => `?${withParam('decision', id)}`,
  };
}
