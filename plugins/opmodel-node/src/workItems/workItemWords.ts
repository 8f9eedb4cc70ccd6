import { InputError } from '@backstage/errors';
import type {
  EnvironmentTier,
  WorkItemCategory,
  WorkItemState,
} from '@opmodel/backstage-plugin-opmodel-common';
import { z } from 'zod';
import { checkContract, describeContractErrors } from '../contractErrors';
import {
  environmentTierSchema,
  workItemCategorySchema,
  workItemStateSchema,
} from '../valueSchemas';

/** Meanings of the words of a tracker in the order in which they were configured; the words in lower case. */
export type WordMeanings<T> = ReadonlyMap<string, T>;

/** What the words of a tracker mean: labels, types, names of states. */
export interface WorkItemWords {
  categories: WordMeanings<WorkItemCategory>;
  states: WordMeanings<WorkItemState>;
  /** Where a defect was found. */
  foundIn: WordMeanings<EnvironmentTier>;
}

/** What most trackers call things, where nothing is configured. A kind of words that is configured replaces its defaults. */
const defaultWords = {
  categories: {
    feature: 'feature',
    enhancement: 'feature',
    story: 'feature',
    bug: 'reliability',
    defect: 'reliability',
    reliability: 'reliability',
    'tech debt': 'debt',
    'tech-debt': 'debt',
    'technical debt': 'debt',
    refactoring: 'debt',
    security: 'security',
    vulnerability: 'security',
    platform: 'platform',
  },
  states: {
    blocked: 'blocked',
    'in progress': 'active',
    'in-progress': 'active',
    'in review': 'waiting',
    'in-review': 'waiting',
  },
  foundIn: {
    'found in production': 'production',
    'found-in-production': 'production',
    'found in staging': 'staging',
    'found-in-staging': 'staging',
    'found in testing': 'testing',
    'found-in-testing': 'testing',
  },
} as const;

const wordsSchema = z.object({
  categories: z
    .record(z.string(), workItemCategorySchema)
    .default(defaultWords.categories),
  states: z
    .record(z.string(), workItemStateSchema)
    .default(defaultWords.states),
  foundIn: z
    .record(z.string(), environmentTierSchema)
    .default(defaultWords.foundIn),
});

function meanings<T>(stated: Record<string, T>): WordMeanings<T> {
  return new Map(
    Object.entries(stated).map(([word, meaning]) => [
      word.trim().toLowerCase(),
      meaning,
    ]),
  );
}

/**
 * Reads what the words of a tracker mean.
 *
 * @param config - as it is configured, such as `{ categories: { Story: 'feature' } }`
 * @param key - where it is configured, for the error
 * @throws InputError naming the key of what is no such meaning
 */
export function readWorkItemWords(config: unknown, key: string): WorkItemWords {
  const read = checkContract(wordsSchema, config ?? {}, key);
  if (!read.success) {
    throw new InputError(describeContractErrors(read.errors));
  }
  const { categories, states, foundIn } = read.value;
  return {
    categories: meanings(categories),
    states: meanings(states),
    foundIn: meanings(foundIn),
  };
}

/** What one of several words means, in any case; of several the one that was configured first. */
export function meaningOf<T>(
  known: WordMeanings<T>,
  words: readonly (string | null | undefined)[],
): T | undefined {
  const said = new Set(words.map(word => word?.trim().toLowerCase()));
  for (const [word, meaning] of known) {
    if (said.has(word)) {
      return meaning;
    }
  }
  return undefined;
}
