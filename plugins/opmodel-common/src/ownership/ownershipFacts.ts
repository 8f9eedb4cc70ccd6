/** Where a way to reach somebody out of hours was found. */
export interface EscalationSource {
  /** A document of the catalog, the Team API, an annotation of an on-call system, or the system itself. */
  kind: 'document' | 'team_api' | 'annotation' | 'on_call';
  /** The entity that says it, or the name of the annotation or provider. */
  ref: string;
}

/** What is known of an owner. */
export interface OwnerFacts {
  /** Lower case. */
  ref: string;
  /** Whether the catalog has it. */
  exists: boolean;
  /** People in it and in the groups below it, each once; only such as the catalog has. */
  members: number;
  /** Ways to reach it by day. */
  contacts: number;
}

/** What the ownership ladder of one entity follows from. Instants are epoch milliseconds. */
export interface OwnershipFacts {
  ref: string;
  tier: string | null;
  /** The owner that the catalog names first; null: none. */
  owner: OwnerFacts | null;
  /** How somebody is found when it burns; null: not at all. */
  escalation: EscalationSource | null;
  /** When its present owner last confirmed it; null: never since he owns it. */
  verifiedAt: number | null;
}
