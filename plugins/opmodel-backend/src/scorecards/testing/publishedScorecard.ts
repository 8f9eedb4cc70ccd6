import type { JsonObject } from '@backstage/types';
import {
  type ScorecardCheck,
  type ScorecardDefinition,
  writeScorecardSpec,
} from '@opmodel/backstage-plugin-opmodel-common';
import { hashDefinition } from '../definitions/hashDefinition';
import type { PublishedScorecard } from '../definitions/ScorecardStore';

/** A check with what a document leaves out filled in. */
export function checkWith(part: Partial<ScorecardCheck> = {}): ScorecardCheck {
  return {
    id: 'has-description',
    name: 'Has a description',
    expression: 'catalog.hasDescription',
    weight: 1,
    links: [],
    confirmations: 1,
    whenNotReported: 'wait',
    ...part,
  };
}

/** Bronze and Silver, with a check for each. */
export function definitionWith(
  part: Partial<ScorecardDefinition> = {},
): ScorecardDefinition {
  return {
    ref: 'scorecard:default/readiness',
    title: 'Readiness',
    owner: 'group:default/platform',
    scheme: 'levels',
    levels: [
      { name: 'Bronze', rank: 1 },
      { name: 'Silver', rank: 2 },
    ],
    emptyLevel: { name: 'Basic' },
    checks: [
      checkWith({ level: 'Bronze' }),
      checkWith({
        id: 'has-owner',
        name: 'Has an owner',
        level: 'Silver',
        expression: 'catalog.owner != ""',
      }),
    ],
    countsToOverall: true,
    requires: [],
    ...part,
  };
}

/** A definition that is to hold, as it comes from the catalog. */
export function publishedWith(
  definition: Partial<ScorecardDefinition> = {},
  part: Partial<PublishedScorecard> = {},
): PublishedScorecard {
  const whole = definitionWith(definition);
  return {
    definition: whole,
    origin: 'catalog',
    definitionHash: hashDefinition(whole),
    spec: writeScorecardSpec(whole, { zone: 'UTC' }) as JsonObject,
    problems: [],
    publishedBy: null,
    note: null,
    ...part,
  };
}
