import type {
  AcceptancePage,
  AcceptanceState,
  AcceptanceSubject,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useRowPages,
  type RowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useSearchParams } from 'react-router-dom';

const ROWS = 25;

/** The boxes of the inbox, in order. */
export const acceptanceBoxes = ['to_decide', 'requested', 'all'] as const;

/** One of the boxes. */
export type AcceptanceBox = (typeof acceptanceBoxes)[number];

/** States in the order in which they are reached. */
export const acceptanceStates: readonly AcceptanceState[] = [
  'requested',
  'approved',
  'denied',
  'withdrawn',
  'lapsed',
  'revoked',
  'expired',
];

/** What an acceptance may be about. */
export const acceptanceSubjects: readonly AcceptanceSubject[] = [
  'hand_over',
  'check',
  'debt',
  'finding',
  'slo_correction',
  'slo_policy',
  'gate',
  'control',
  'risk',
];

/** What is shown. */
export interface AcceptanceView {
  box: AcceptanceBox;
  state: AcceptanceState | 'any';
  subject: AcceptanceSubject | 'any';
  /** The one that is open; undefined: none. */
  id: string | undefined;
}

/** What is shown, as the URL says it, so that a link shows the same. */
export function useAcceptanceParams(): AcceptanceView & {
  show(changed: Partial<AcceptanceView>): void;
} {
  const [params, setParams] = useSearchParams();
  const given = <T extends string>(name: string, known: readonly T[]) =>
    known.find(one => one === params.get(name));
  const view: AcceptanceView = {
    box: given('box', acceptanceBoxes) ?? 'to_decide',
    state: given('state', acceptanceStates) ?? 'any',
    subject: given('subject', acceptanceSubjects) ?? 'any',
    id: params.get('id') ?? undefined,
  };
  return {
    ...view,
    show(changed) {
      const { box, state, subject, id } = { ...view, ...changed };
      setParams(before => {
        const after = new URLSearchParams(before);
        const wanted = {
          box: box === 'to_decide' ? undefined : box,
          state: state === 'any' ? undefined : state,
          subject: subject === 'any' ? undefined : subject,
          id,
        };
        for (const [name, value] of Object.entries(wanted)) {
          if (value === undefined) after.delete(name);
          else after.set(name, value);
        }
        return after;
      });
    },
  };
}

/** A box of the inbox, a page at a time. */
export function useAcceptances({
  box,
  state,
  subject,
}: Pick<
  AcceptanceView,
  'box' | 'state' | 'subject'
>): RowPages<AcceptancePage> {
  const api = useOpmodelApi();
  const filter = {
    box,
    ...(state !== 'any' && { state }),
    ...(subject !== 'any' && { subject }),
  };
  return useRowPages(
    {
      filter,
      requestPage: (page, signal) =>
        api.listAcceptances({ ...filter, ...page }, { signal }),
    },
    { rowsPerPage: ROWS },
  );
}
