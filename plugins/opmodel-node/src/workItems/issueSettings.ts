import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { checkContract, describeContractErrors } from '../contractErrors';
import { readWorkItemWords, type WorkItemWords } from './workItemWords';

/** How the issues of a code host are work items. */
export interface IssueSettings {
  words: WorkItemWords;
  /** Beginning of the labels that name what an issue is committed to. */
  periodPrefix: string | undefined;
}

const settingsSchema = z.object({ periodPrefix: z.string().min(1).optional() });

/**
 * Reads how issues are work items.
 *
 * @param config - as it is configured
 * @param key - where it is configured, for the error
 * @returns undefined where nothing is configured, so that issues are none
 * @throws InputError naming the key of what is wrong
 */
export function readIssueSettings(
  config: unknown,
  key: string,
): IssueSettings | undefined {
  if (config === undefined) {
    return undefined;
  }
  const read = checkContract(settingsSchema, config, key);
  if (!read.success) {
    throw new InputError(describeContractErrors(read.errors));
  }
  return {
    words: readWorkItemWords(config, key),
    periodPrefix: read.value.periodPrefix?.toLowerCase(),
  };
}

/** What the labels of an issue say that it is committed to; undefined where none does. */
export function periodOfLabels(
  labels: readonly string[],
  { periodPrefix }: IssueSettings,
): string | undefined {
  const label =
    periodPrefix &&
    labels.find(name => name.toLowerCase().startsWith(periodPrefix));
  return (label && label.slice(periodPrefix!.length).trim()) || undefined;
}
