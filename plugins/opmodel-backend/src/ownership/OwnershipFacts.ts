import {
  type AssessedRung,
  type FactSchema,
  type FactValue,
  ownershipRungs,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  FactContext,
  FactEntity,
  FactProvider,
  ToldFacts,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { AssessedState, AssessmentStore } from './AssessmentStore';
import { reviewStateOf } from './reviewState';

const schema = {
  rungsReached: {
    type: 'integer',
    unit: 'rungs',
    description: 'Rungs of the ladder reached without a gap below, 0 to 7',
  },
  highestRung: {
    type: 'string',
    description: 'The highest of these rungs, such as has_contact',
  },
  hasOwner: { type: 'boolean', description: 'An owner is named' },
  ownerResolves: {
    type: 'boolean',
    description: 'The owner that is named is in the catalog',
  },
  ownerIsGroup: {
    type: 'boolean',
    description: 'The owner is a group, not one person',
  },
  hasEnoughMembers: {
    type: 'boolean',
    description: 'The owner has as many members as are asked for',
  },
  teamSize: {
    type: 'string',
    description: 'Members of the owner: none, below_minimum or enough',
  },
  hasContact: {
    type: 'boolean',
    description: 'The owner says how it is reached',
  },
  hasEscalation: {
    type: 'boolean',
    description: 'It is known who is called when it does not work',
  },
  isReviewed: {
    type: 'boolean',
    description: 'The present owner has confirmed it, and that still holds',
  },
  reviewState: {
    type: 'string',
    description: 'never, verified, due or overdue',
  },
  reviewedAt: {
    type: 'datetime',
    description: 'When the present owner last confirmed it',
  },
  reviewExpiresAt: {
    type: 'datetime',
    description: 'Until when that confirmation holds',
  },
  gaps: {
    type: 'set',
    description: 'What is missing, such as unowned or review_overdue',
  },
} as const satisfies FactSchema;

/** Tells how well entities are owned, as they were last assessed; nothing of what is not to be owned. */
export class OwnershipFacts implements FactProvider {
  readonly id = 'ownership';
  readonly title = 'Ownership';
  readonly schema = schema;
  readonly cadence = { minutes: 15 };
  readonly freshness = { hours: 25 };
  readonly #store: Pick<AssessmentStore, 'listStates'>;

  constructor(options: { store: Pick<AssessmentStore, 'listStates'> }) {
    this.#store = options.store;
  }

  async provide(
    entities: readonly FactEntity[],
    { now }: FactContext,
  ): Promise<ToldFacts[]> {
    const states = await this.#store.listStates(
      entities.map(({ entityRef }) => entityRef),
    );
    return states.map(state => ({
      entityRef: state.entityRef,
      facts: toFacts(state, now),
    }));
  }
}

function toFacts(
  state: AssessedState,
  now: number,
): Record<keyof typeof schema, FactValue> {
  const { reached, rungs, gaps, verifiedAt, expiresAt } = state;
  // What cannot be asked for before a lower rung is reached, is not there.
  const isReached = (id: AssessedRung['id']) =>
    rungs.some(rung => rung.id === id && rung.state === 'reached');
  return {
    rungsReached: reached,
    highestRung: ownershipRungs[reached - 1] ?? null,
    hasOwner: isReached('owner_set'),
    ownerResolves: isReached('owner_resolves'),
    ownerIsGroup: isReached('owner_is_group'),
    hasEnoughMembers: isReached('has_members'),
    teamSize: teamSizeOf(rungs.find(({ id }) => id === 'has_members')),
    hasContact: isReached('has_contact'),
    hasEscalation: isReached('has_escalation'),
    isReviewed: isReached('reviewed'),
    reviewState: reviewStateOf(state, now),
    reviewedAt: verifiedAt,
    reviewExpiresAt: expiresAt,
    gaps,
  };
}

/** In bands: how many people a team has is told only to those who may see all of them. */
function teamSizeOf(rung: AssessedRung | undefined): string | null {
  if (!rung || rung.state === 'blocked') {
    return null;
  }
  if (rung.state === 'reached') {
    return 'enough';
  }
  return rung.gap === 'empty_team' ? 'none' : 'below_minimum';
}
