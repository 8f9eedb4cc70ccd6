import type { DecisionRightsDocument } from '../operatingModel/findDecisionRights';
import type { EscalationDocument } from '../operatingModel/findEscalation';
import type { EscalationSource } from './ownershipFacts';

/** A group, as far as a re-organisation concerns it. Refs in lower case. */
export interface ModelGroup {
  ref: string;
  title: string;
  /** The groups directly above it. One that is not in the model is nothing. */
  parentRefs: readonly string[];
  /** The people directly in it by names that mean nothing elsewhere: only how many they are is ever told. */
  memberIds: readonly string[];
  /** Ways to reach it by day. */
  contacts: number;
  /** How it is paged by what it says of itself; null: not at all. */
  paging: EscalationSource | null;
  /** The teams that it says it works with, as often as it says so. */
  interactsWith: readonly string[];
}

/** Something that is to be owned. Refs in lower case. */
export interface ModelEntity {
  ref: string;
  title: string;
  kind: string;
  tier: string | null;
  /** The owner that the catalog names first; null: none. */
  ownerRef: string | null;
  systemRef: string | null;
  /** The system and the domains that it is in, the nearest first: documents may be attached to them. */
  placeRefs: readonly string[];
  /** How its people are paged by what it says of itself; null: not at all. */
  paging: EscalationSource | null;
  /** Who last confirmed that he owns it, while he owned it, and when in epoch milliseconds; null: its present owner never did. */
  verified: { ownerRef: string; at: number } | null;
}

/** An organisation at one moment: all that says of each entity how well it is owned. Nothing in it is ever changed. */
export interface OrganisationModel {
  groups: readonly ModelGroup[];
  entities: readonly ModelEntity[];
  /** Those of the owners who are people and known to the catalog. */
  ownerPeople: ReadonlySet<string>;
  escalations: readonly EscalationDocument[];
  decisionRights: readonly DecisionRightsDocument[];
}
