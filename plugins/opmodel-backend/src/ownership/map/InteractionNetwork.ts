import {
  readTeamApi,
  type TeamInteraction,
} from '@opmodel/backstage-plugin-opmodel-common';
import { isOverdue } from '../teamProfile';
import type { GroupDocument, MapContainer } from './MapStore';

/** A team says that it works with another. */
export interface NetworkEdge {
  from: string;
  to: string;
  interaction: TeamInteraction;
}

/** Which teams work together, as their Team APIs say and as far as both may be seen. */
export class InteractionNetwork {
  readonly edges: readonly NetworkEdge[];
  /** By the ref of a group: its type in Team Topologies' words. */
  readonly types = new Map<string, string>();
  readonly #partners = new Map<string, Set<string>>();
  readonly #declared = new Map<string, number>();

  /**
   * @param teams - that may be seen, by ref
   * @param documents - what they say of themselves
   * @param today - ISO day, by which interactions are overdue
   */
  constructor(
    teams: ReadonlyMap<string, Pick<MapContainer, 'title'>>,
    documents: readonly GroupDocument[],
    today: string,
  ) {
    const edges: NetworkEdge[] = [];
    for (const { ref, document, annotations } of documents) {
      const api = readTeamApi(document, annotations);
      if (api?.info.type) {
        this.types.set(ref, api.info.type);
      }
      for (const { team, ...interaction } of api?.interactions ?? []) {
        const other = teams.get(team);
        if (other && team !== ref) {
          edges.push({
            from: ref,
            to: team,
            interaction: {
              ...interaction,
              teamRef: team,
              teamTitle: other.title,
              overdue: isOverdue(interaction, today),
            },
          });
          this.#declared.set(ref, (this.#declared.get(ref) ?? 0) + 1);
          this.#join(ref, team);
          this.#join(team, ref);
        }
      }
    }
    this.edges = edges;
  }

  /** The teams that work with others. */
  get teams(): string[] {
    return [...this.#partners.keys()];
  }

  /** By the ref of a team: how many interactions its own Team API names. */
  get declared(): ReadonlyMap<string, number> {
    return this.#declared;
  }

  partnersOf(ref: string): ReadonlySet<string> {
    return this.#partners.get(ref) ?? new Set();
  }

  /**
   * Teams with those that they work with, so many steps away, nearest first. Of each step come first those with an interaction that
   * should be over, then those with the most partners.
   */
  around(starts: readonly string[], steps: number): string[] {
    const late = new Set(
      this.edges
        .filter(({ interaction }) => interaction.overdue)
        .flatMap(({ from, to }) => [from, to]),
    );
    const rank = (ref: string) =>
      (late.has(ref) ? 1_000_000 : 0) + this.partnersOf(ref).size;
    const inOrder = (refs: readonly string[]) =>
      [...refs].sort((a, b) => rank(b) - rank(a) || (a < b ? -1 : 1));
    const reached = new Set(inOrder(starts));
    let last = [...reached];
    for (let step = 0; step < steps && last.length > 0; step++) {
      const next = new Set(last.flatMap(ref => [...this.partnersOf(ref)]));
      last = inOrder([...next].filter(ref => !reached.has(ref)));
      last.forEach(ref => reached.add(ref));
    }
    return [...reached];
  }

  #join(ref: string, other: string): void {
    const known = this.#partners.get(ref);
    if (known) {
      known.add(other);
    } else {
      this.#partners.set(ref, new Set([other]));
    }
  }
}
