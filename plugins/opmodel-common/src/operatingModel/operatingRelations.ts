/** Relations that the documents of the operating model add to the catalog, each with the one that leads back. */
export const operatingRelations = {
  /** From a document to what it is attached to. */
  governs: ['governs', 'governedBy'],
  /** From decision rights to deciders, peers and executives. */
  decidedBy: ['decidedBy', 'deciderOf'],
  /** From a forum to its members and its chair. */
  hasParticipant: ['hasParticipant', 'participantOf'],
  /** From an escalation path to whom it calls. */
  escalatesTo: ['escalatesTo', 'escalationTargetOf'],
  /** Between two teams that work together, whichever of them says so. */
  interactsWith: ['interactsWith', 'interactsWith'],
} as const satisfies Record<string, readonly [string, string]>;
