import type { WrittenSpec } from './spec';

/** What somebody had written and not kept when the page went away. */
export interface KeptEdits {
  /** Of the draft that it was written on. */
  revision: number;
  spec: WrittenSpec;
}

const keyOf = (draftId: string) => `opmodel-scorecard-draft-${draftId}`;

/** Remembers what is written until the tab is closed. Where the browser keeps nothing, nothing is remembered. */
export function rememberEdits(draftId: string, edits: KeptEdits): void {
  try {
    sessionStorage.setItem(keyOf(draftId), JSON.stringify(edits));
  } catch {
    // Its room is used up or it is switched off: leaving warns all the same.
  }
}

/** Forgets it: it is kept by the engine, or thrown away. */
export function forgetEdits(draftId: string): void {
  try {
    sessionStorage.removeItem(keyOf(draftId));
  } catch {
    // There is nothing to forget then.
  }
}

/** What was remembered; undefined: nothing that can be read. */
export function recallEdits(draftId: string): KeptEdits | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(draftId)) ?? 'null');
    return typeof kept?.revision === 'number' && typeof kept.spec === 'object'
      ? kept
      : undefined;
  } catch {
    return undefined;
  }
}
