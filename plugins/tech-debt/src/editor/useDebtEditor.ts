import type {
  DebtItemVersion,
  PricedDebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useEffect, useState } from 'react';
import { conflictOf } from './conflictOf';
import {
  changedFields,
  draftOfItem,
  withFieldOf,
  type DebtDraft,
  type DebtDraftField,
} from './debtDraft';
import { mergeDrafts } from './mergeDrafts';
import { checkDraft, editOf, newItemOf, type DraftFault } from './readDraft';

/** What somebody else made of the item while it was edited here. */
export interface Meanwhile {
  theirs: DebtDraft;
  /** What stood here when it was found out. */
  mine: DebtDraft;
  changes: readonly DebtItemVersion[];
  clashes: readonly DebtDraftField[];
}

/** An item that is being written. */
export interface DebtEditor {
  /** Undefined: a new one. */
  item?: PricedDebtItem;
  draft: DebtDraft;
  set(changes: Partial<DebtDraft>): void;
  note: string;
  setNote(note: string): void;
  /** Empty until somebody tried to send it. */
  faults: Partial<Record<DebtDraftField, DraftFault>>;
  isChanged: boolean;
  submit(): void;
  running: boolean;
  /** Why it could not be kept, unless somebody else was faster. */
  error?: Error;
  meanwhile?: Meanwhile;
  /** Lets what somebody has written, or what somebody else has, stand in a field that both changed. */
  take(field: DebtDraftField, whose: 'mine' | 'theirs'): void;
}

/**
 * Writes an item. When somebody else changed it first, what both made of it is brought together, and it can be sent again.
 *
 * @param item - as it was read; undefined: a new one
 * @param begun - what stands in the form at first
 */
export function useDebtEditor(options: {
  item?: PricedDebtItem;
  begun: DebtDraft;
  onSaved: (item: PricedDebtItem) => void;
}): DebtEditor {
  const { begun, onSaved } = options;
  const api = useOpmodelApi();
  const [item, setItem] = useState(options.item);
  const [base, setBase] = useState(begun);
  const [draft, setDraft] = useState(begun);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [meanwhile, setMeanwhile] = useState<Meanwhile>();
  const action = useAction(
    async () =>
      onSaved(
        item
          ? await api.changeDebtItem(item.id, {
              ...editOf(base, draft),
              version: item.version,
              ...(note.trim() && { note: note.trim() }),
            })
          : (await api.createDebtItem(newItemOf(draft))).item,
      ),
    () => {},
  );
  const conflict = conflictOf(action.error);

  // Told once for each answer: what was merged is then edited on.
  useEffect(() => {
    if (conflict) {
      const theirs = draftOfItem(conflict.current);
      const merged = mergeDrafts(base, draft, theirs);
      setMeanwhile({
        theirs,
        mine: draft,
        changes: conflict.changes,
        clashes: merged.clashes,
      });
      setDraft(merged.draft);
      setBase(theirs);
      setItem(conflict.current);
    }
    // Only a new answer is a new conflict.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [action.error]);

  const faults = checkDraft(draft);
  const isChanged = !item || changedFields(base, draft).length > 0;
  return {
    item,
    draft,
    set: changes => setDraft(known => ({ ...known, ...changes })),
    note,
    setNote,
    faults: tried ? faults : {},
    isChanged,
    submit() {
      setTried(true);
      if (Object.keys(faults).length === 0 && isChanged) {
        action.run();
      }
    },
    running: action.running,
    error: conflict ? undefined : action.error,
    meanwhile,
    take(field, whose) {
      if (meanwhile) {
        setDraft(known => withFieldOf(known, field, meanwhile[whose]));
      }
    },
  };
}
