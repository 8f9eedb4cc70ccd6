import { useMemo, useState, type KeyboardEvent } from 'react';
import {
  completeExpression,
  insertTerm,
  type Completion,
} from './completeExpression';
import type { Term } from './vocabulary';

/** What is offered for the word at the caret, and which of it is highlighted. */
export interface ShownCompletion extends Completion {
  highlighted: number;
}

/**
 * Offers what could stand at the caret. Down and Up move, Enter takes, Escape closes, and Ctrl with Space asks for everything.
 *
 * @param onTake - the text with what was taken, and where the caret is then
 */
export function useCompletion(
  terms: readonly Term[],
  onTake: (text: string, caret: number) => void,
) {
  const [asked, setAsked] = useState<{
    text: string;
    caret: number;
    explicit: boolean;
  } | null>(null);
  const [highlighted, setHighlighted] = useState(0);
  const completion = useMemo(
    () =>
      asked &&
      completeExpression(asked.text, asked.caret, terms, asked.explicit),
    [asked, terms],
  );
  const ask = (text: string, caret: number, explicit = false) => {
    setAsked({ text, caret, explicit });
    setHighlighted(0);
  };
  const close = () => setAsked(null);
  const take = (term: Term) => {
    if (asked && completion) {
      const taken = insertTerm(asked.text, completion, term);
      close();
      onTake(taken.text, taken.caret);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { value, selectionStart } = event.currentTarget;
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      ask(value, selectionStart, true);
    } else if (completion) {
      const { terms: offered } = completion;
      const deeds: Record<string, () => void> = {
        ArrowDown: () => setHighlighted((highlighted + 1) % offered.length),
        ArrowUp: () =>
          setHighlighted((highlighted + offered.length - 1) % offered.length),
        Enter: () => take(offered[highlighted]),
        Escape: close,
      };
      const deed = deeds[event.key];
      if (deed) {
        event.preventDefault();
        event.stopPropagation();
        deed();
      }
    }
  };
  const shown: ShownCompletion | null = completion && {
    ...completion,
    highlighted,
  };
  return { shown, ask, close, take, onKeyDown };
}
