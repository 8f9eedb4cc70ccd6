import type { ScorecardDraft } from '@opmodel/backstage-plugin-opmodel-common';
import {
  errorStatus,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { forgetEdits, recallEdits, rememberEdits } from './keptEdits';
import { isSameSpec, readSpec, withFields, type WrittenSpec } from './spec';

/** A draft that is being edited, and what became of keeping it. */
export interface DraftEditor {
  /** As it was kept last. */
  kept: ScorecardDraft;
  spec: WrittenSpec;
  /** Whether what is written differs from what is kept. */
  isChanged: boolean;
  /** What was written before the page was left has come back. */
  isRestored: boolean;
  change(changes: Partial<WrittenSpec>): void;
  saving: boolean;
  /** Why it could not be kept, where it is not that somebody else has. */
  error: Error | undefined;
  /** What somebody else has kept since; undefined: nobody has. */
  theirs: ScorecardDraft | undefined;
  save(): void;
  /** Keeps what is written in place of what somebody else has kept. */
  keepMine(): void;
  takeTheirs(): void;
  discard(): void;
  /** Keeps what is written where that is needed, and answers with the revision to go on with. */
  settle(): Promise<ScorecardDraft>;
}

/**
 * Edits a draft. Nothing that was written is lost: neither where keeping it fails, nor where somebody else has kept the draft, nor
 * where the page is left by the browser's own buttons.
 */
export function useDraftEditor(draft: ScorecardDraft): DraftEditor {
  const api = useOpmodelApi();
  const [kept, setKept] = useState(draft);
  const [remembered] = useState(() => recallEdits(draft.id));
  const [isRestored, setRestored] = useState(remembered !== undefined);
  const [spec, setSpec] = useState<WrittenSpec>(
    () => remembered?.spec ?? readSpec(draft.spec),
  );
  // What was written on an earlier revision is compared with that one when it is kept.
  const [revision, setRevision] = useState(
    remembered?.revision ?? draft.revision,
  );
  const [theirs, setTheirs] = useState<ScorecardDraft>();
  const isChanged = !isSameSpec(spec, readSpec(kept.spec));
  const latest = useRef({ spec, revision });
  latest.current = { spec, revision };

  const take = useCallback((saved: ScorecardDraft) => {
    setKept(saved);
    setRevision(saved.revision);
    setTheirs(undefined);
    setRestored(false);
  }, []);
  const send = async (over: number): Promise<ScorecardDraft> => {
    const sent = latest.current.spec;
    try {
      const saved = await api.saveScorecardDraft(kept.id, {
        spec: { ...sent },
        revision: over,
      });
      take(saved);
      return saved;
    } catch (error) {
      if (errorStatus(error as Error) === 409) {
        setTheirs(await api.getScorecardDraft(kept.id));
      }
      throw error;
    }
  };
  const action = useAction(send, () => {});
  const drop = (to: ScorecardDraft) => {
    take(to);
    setSpec(readSpec(to.spec));
    forgetEdits(to.id);
  };

  useEffect(() => {
    if (isChanged) {
      rememberEdits(kept.id, { revision, spec });
    } else {
      forgetEdits(kept.id);
    }
  }, [isChanged, kept.id, revision, spec]);

  return {
    kept,
    spec,
    isChanged,
    isRestored: isRestored && isChanged,
    change: useCallback(
      changes => setSpec(known => withFields(known, changes)),
      [],
    ),
    saving: action.running,
    error: theirs ? undefined : action.error,
    theirs,
    save: () => action.run(revision),
    keepMine: () => theirs && action.run(theirs.revision),
    takeTheirs: () => theirs && drop(theirs),
    discard: () => drop(kept),
    settle: () => (isChanged ? send(revision) : Promise.resolve(kept)),
  };
}
