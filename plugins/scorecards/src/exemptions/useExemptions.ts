import type {
  AcceptancePage,
  AcceptanceState,
  CheckTotals,
  ScorecardView,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  useRowPages,
  writeParams,
  type QueryState,
  type RowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useSearchParams } from 'react-router-dom';

const ROWS = 25;

/** What the inbox is divided into, in order. */
export const exemptionBoxes = ['waiting', 'asked', 'inForce', 'ended'] as const;

/** One part of the inbox. */
export type ExemptionBox = (typeof exemptionBoxes)[number];

/** How an exemption may have ended. */
export const endedStates = [
  'expired',
  'revoked',
  'denied',
  'withdrawn',
  'lapsed',
] as const satisfies readonly AcceptanceState[];

/** How an exemption ended. */
export type EndedState = (typeof endedStates)[number];

/** What is shown. */
export interface ExemptionView {
  box: ExemptionBox;
  /** Of those that ended. */
  ended: EndedState;
  /** The one that is open; undefined: none. */
  id: string | undefined;
}

/** What is shown, as the URL says it, so that a link shows the same. */
export function useExemptionParams(): ExemptionView & {
  show(changed: Partial<ExemptionView>): void;
} {
  const [params, setParams] = useSearchParams();
  const view: ExemptionView = {
    box: exemptionBoxes.find(box => box === params.get('box')) ?? 'waiting',
    ended:
      endedStates.find(state => state === params.get('ended')) ?? 'expired',
    id: params.get('id') ?? undefined,
  };
  return {
    ...view,
    show(changed) {
      const { box, ended, id } = { ...view, ...changed };
      setParams(known =>
        writeParams(known, {
          box: box === 'waiting' ? undefined : box,
          ended: ended === 'expired' ? undefined : ended,
          id,
        }),
      );
    },
  };
}

/** A part of the inbox, a page at a time. */
export function useExemptions(
  view: Pick<ExemptionView, 'box' | 'ended'>,
): RowPages<AcceptancePage> {
  const api = useOpmodelApi();
  const filter = { subject: 'check' as const, ...questionOf(view) };
  return useRowPages(
    {
      filter,
      requestPage: (page, signal) =>
        api.listAcceptances({ ...filter, ...page }, { signal }),
    },
    { rowsPerPage: ROWS },
  );
}

function questionOf({ box, ended }: Pick<ExemptionView, 'box' | 'ended'>) {
  switch (box) {
    case 'asked':
      return { box: 'requested' as const };
    case 'inForce':
      return { box: 'all' as const, state: 'approved' as const };
    case 'ended':
      return { box: 'all' as const, state: ended };
    default:
      return { box: 'to_decide' as const };
  }
}

/** A check that too many are exempt from, and the scorecard that asks for it. */
export interface BadStandard {
  scorecard: ScorecardView;
  check: CheckTotals;
}

/** The checks of which so much is exempt that they are in question, those with the largest share first. */
export function useBadStandards(): QueryState<BadStandard[]> {
  const api = useOpmodelApi();
  return useQueryState({
    key: 'bad-standards',
    subject: 'bad-standards',
    request: async signal => {
      const { scorecards } = await api.getScorecardSummary({}, { signal });
      return scorecards
        .flatMap(({ scorecard, checks }) =>
          checks
            .filter(({ isBadStandard }) => isBadStandard)
            .map(check => ({ scorecard, check })),
        )
        .sort(
          (a, b) =>
            (b.check.summary.exempt ?? 0) - (a.check.summary.exempt ?? 0),
        );
    },
  });
}
