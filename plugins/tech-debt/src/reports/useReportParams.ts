import { writeParams } from '@opmodel/backstage-plugin-opmodel-react';
import { useSearchParams } from 'react-router-dom';
import type { ReportQuery } from './reportQueries';

/** Which reports are shown. */
export interface ReportChoice {
  /** Ref of an entity. */
  entity: string | undefined;
  /** Ref of a system, domain or group. */
  scope: string | undefined;
  /** Only those that are linked to no item. */
  unlinked: boolean;
}

/** What the URL of the reports says, and how to change it. */
export interface ReportParams {
  choice: ReportChoice;
  query: ReportQuery;
  isFiltered: boolean;
  choose(change: Partial<ReportChoice>): void;
  clear(): void;
}

function readChoice(params: URLSearchParams): ReportChoice {
  return {
    entity: params.get('entity') || undefined,
    scope: params.get('scope') || undefined,
    unlinked: params.get('unlinked') === 'true',
  };
}

/** Keeps which reports are shown in the URL: a link gives the same view. */
export function useReportParams(): ReportParams {
  const [params, setParams] = useSearchParams();
  const choice = readChoice(params);
  const { entity, scope, unlinked } = choice;
  const choose = (change: Partial<ReportChoice>) =>
    setParams(present => {
      const next = { ...readChoice(present), ...change };
      return writeParams(present, {
        entity: next.entity,
        scope: next.scope,
        unlinked: next.unlinked ? 'true' : undefined,
      });
    });
  return {
    choice,
    choose,
    clear: () =>
      choose({ entity: undefined, scope: undefined, unlinked: false }),
    isFiltered: Boolean(entity || scope || unlinked),
    query: {
      ...(entity && { entity }),
      ...(scope && { scope }),
      ...(unlinked && { unlinked }),
    },
  };
}
