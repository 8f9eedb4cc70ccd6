import type {
  Escalation,
  OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';

/** What is escalated, and how severe it is. */
export type EscalationQuestion = NonNullable<
  Parameters<OpmodelApi['getEntityEscalation']>[1]
>;

/** Whom to tell about an entity, and whom then. */
export function useEscalation(
  entityRef: string,
  question: EscalationQuestion,
): QueryState<Escalation> {
  const api = useOpmodelApi();
  return useQueryState({
    key: `${entityRef} ${JSON.stringify(question)}`,
    subject: entityRef,
    request: signal => api.getEntityEscalation(entityRef, question, { signal }),
  });
}
