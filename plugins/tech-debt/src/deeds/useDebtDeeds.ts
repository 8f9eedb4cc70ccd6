import type {
  DebtItemRow,
  PricedDebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  errorStatus,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import type { DeedName } from '../words/useDebtWords';
import { asksForResolution } from './statusAfter';

/** What of an item a deed is done to. */
export type DeedItem = Pick<DebtItemRow, 'id' | 'version' | 'title' | 'status'>;

/** A deed that somebody chose. */
export interface ChosenDeed {
  item: DeedItem;
  deed: DeedName;
}

/** What is being done to items, one at a time. */
export interface DebtDeeds {
  /** Does it at once, or asks for a resolution first. */
  choose(chosen: ChosenDeed): void;
  /** A deed that waits for its resolution. */
  asked?: { item: DeedItem; deed: 'resolve' | 'give_up' };
  resolve(resolution: string): void;
  /** Nothing is to be done after all. */
  leave(): void;
  /** The deed that runs or ran last. */
  last?: ChosenDeed;
  running: boolean;
  /** The item after it was done. */
  done?: PricedDebtItem;
  error?: Error;
  /** Whether somebody else changed the item in the meantime. */
  isConflict: boolean;
}

/**
 * Brings items into other statuses.
 *
 * @param onSettled - called after one was brought there, and when somebody else changed it first: either way it is not as it was shown
 */
export function useDebtDeeds(onSettled: () => void): DebtDeeds {
  const api = useOpmodelApi();
  const [last, setLast] = useState<ChosenDeed>();
  const [asked, setAsked] = useState<DebtDeeds['asked']>();
  const action = useAction(
    async ({ item, deed }: ChosenDeed, resolution?: string) => {
      try {
        const done = await api.changeDebtStatus(item.id, {
          version: item.version,
          deed,
          ...(resolution && { resolution }),
        });
        setAsked(undefined);
        return done;
      } catch (error) {
        if (errorStatus(error as Error) === 409) {
          setAsked(undefined);
          onSettled();
        }
        throw error;
      }
    },
    onSettled,
  );
  return {
    choose({ item, deed }) {
      if (asksForResolution(deed)) {
        setAsked({ item, deed });
      } else {
        setLast({ item, deed });
        action.run({ item, deed });
      }
    },
    asked,
    resolve(resolution) {
      if (asked) {
        setLast(asked);
        action.run(asked, resolution);
      }
    },
    leave: () => setAsked(undefined),
    last,
    running: action.running,
    done: action.result,
    error: action.error,
    isConflict: action.error ? errorStatus(action.error) === 409 : false,
  };
}
