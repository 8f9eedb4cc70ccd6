import type { NewDoraCorrection } from '@opmodel/backstage-plugin-opmodel-common';
import { createContext, useContext, useMemo, type ReactNode } from 'react';

/** What a page offers to those who may correct its facts. */
export interface CorrectionsOffer {
  /** The component whose facts are shown. */
  entityRef: string;
  /** Called after something was corrected: the numbers are being computed again. */
  onCorrected: () => void;
}

/** A correction without its reason, which is asked for. */
export type CorrectionDraft = Omit<NewDoraCorrection, 'reason'>;

const Context = createContext<CorrectionsOffer | undefined>(undefined);

/** Lets the rows below offer corrections of a component. Rows outside of it, and of those who may not correct, offer none. */
export function CorrectionsProvider(props: {
  entityRef: string;
  mayCorrect: boolean;
  onCorrected: () => void;
  children: ReactNode;
}) {
  const { entityRef, mayCorrect, onCorrected, children } = props;
  const offer = useMemo(
    () => (mayCorrect ? { entityRef, onCorrected } : undefined),
    [entityRef, mayCorrect, onCorrected],
  );
  return <Context.Provider value={offer}>{children}</Context.Provider>;
}

/** What the page offers; undefined where nothing may be corrected. */
export function useCorrectionsOffer(): CorrectionsOffer | undefined {
  return useContext(Context);
}
