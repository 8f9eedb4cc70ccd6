import type { Observation } from '@opmodel/backstage-plugin-opmodel-common';
import type { z } from 'zod';

/** A CDEvent after its contract was met. */
interface CdeventFact<C, D> {
  eventId: string;
  /** ISO 8601 in UTC. */
  time: string;
  subject: string;
  content: C;
  customData: D;
}

/** One pair of subject and predicate: what it must hold, and what it says. */
export interface CdeventKind<C = any, D = any> {
  content: z.ZodType<C>;
  customData: z.ZodType<D>;
  observe(fact: CdeventFact<C, D>): Observation;
}

/** One kind, whatever it holds. */
export function defineKind<C, D>(kind: CdeventKind<C, D>): CdeventKind {
  return kind;
}

const webAddress = /^https?:\/\/\S+$/i;

/** Whether a text is an address on the web. */
export function isWebAddress(text: string): boolean {
  return webAddress.test(text);
}

/** The first of several texts that is an address on the web. */
export function urlOf(
  ...candidates: (string | undefined)[]
): string | undefined {
  return candidates.find(candidate => candidate && isWebAddress(candidate));
}
