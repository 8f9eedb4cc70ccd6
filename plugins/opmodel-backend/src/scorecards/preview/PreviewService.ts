import { ServiceUnavailableError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  examineScorecard,
  findLevelsLost,
  type LevelMove,
  previewImpact,
  type ScorecardPreview,
  type ScorecardPreviewRequest,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import type { StandingRules } from '../evaluation/StandingRules';
import type { FactProviders } from '../facts/FactProviders';
import { levelAt } from '../reading/describeScorecard';
import type { ScorecardDirectory } from '../reading/ScorecardDirectory';
import { alignRanks } from './alignRanks';
import { describeCounts, describeMove, describeTeam } from './describeImpact';
import type { ImpactReader, PreviewedEntity } from './ImpactReader';
import { LargestMoves } from './LargestMoves';
import { PreviewedScorecard } from './PreviewedScorecard';
import type { SampleReader } from './SampleReader';

/** Previews that are made or wait for it at once, of all people together. */
const mostAtOnce = 10;

/** Moves that are told one by one. */
const movesTold = 100;

/** Teams that are told one by one, those first that lose most. */
const teamsTold = 300;

/** What a definition would change of which nothing can be carried out. */
const nothing: Omit<ScorecardPreview, 'problems'> = {
  counts: describeCounts(previewImpact([])),
  teamsDown: 0,
  teams: [],
  levelsLost: [],
  moves: [],
  samples: [],
};

/** What {@link PreviewService} works with. */
export interface PreviewServiceOptions {
  directory: ScorecardDirectory;
  impact: ImpactReader;
  providers: Pick<FactProviders, 'expressions' | 'freshnessOf'>;
  rules: Pick<StandingRules, 'readExemptions'>;
  samples: SampleReader;
  /** IANA zone in which a day begins. */
  zone: string;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Tells what a definition would change before it is published, by the facts that are known. Nothing is written. */
export class PreviewService {
  readonly #options: PreviewServiceOptions;
  #running: Promise<unknown> = Promise.resolve();
  #asked = 0;

  constructor(options: PreviewServiceOptions) {
    this.#options = options;
  }

  /**
   * One after the other, as each goes through everything.
   *
   * @param visibility - of whoever asks: what may not be seen is in no number
   * @throws ServiceUnavailableError where too many wait already
   */
  async preview(
    request: ScorecardPreviewRequest,
    visibility: Visibility,
  ): Promise<ScorecardPreview> {
    if (this.#asked >= mostAtOnce) {
      throw new ServiceUnavailableError(
        `${mostAtOnce} previews are being made already; ask again in some seconds`,
      );
    }
    this.#asked += 1;
    const next = this.#running.then(() => this.#preview(request, visibility));
    this.#running = next.catch(() => undefined);
    try {
      return await next;
    } finally {
      this.#asked -= 1;
    }
  }

  async #preview(
    { name, spec, entityRefs = [] }: ScorecardPreviewRequest,
    visibility: Visibility,
  ): Promise<ScorecardPreview> {
    const { directory, providers, rules, samples, zone, clock } = this.#options;
    const { definition, problems } = examineScorecard(
      { namespace: 'default', name, spec: spec as JsonObject },
      providers.expressions,
      { zone },
    );
    if (definition === null) {
      return { ...nothing, problems: [...problems] };
    }
    const scorecard = new PreviewedScorecard(definition, {
      held: await directory.list(visibility),
      providers,
      isExempt: await rules.readExemptions(),
      now: clock(),
    });
    return {
      problems: [...problems],
      ...(await this.#readImpact(scorecard, visibility)),
      samples: await samples.read(scorecard, entityRefs, visibility),
    };
  }

  async #readImpact(
    scorecard: PreviewedScorecard,
    visibility: Visibility,
  ): Promise<Omit<ScorecardPreview, 'problems' | 'samples'>> {
    const { directory, impact } = this.#options;
    const { replaced, stored } = scorecard;
    const { definition } = stored;
    const toNewRank = alignRanks(replaced, definition);
    const moves: LevelMove[] = [];
    const largest = new LargestMoves(movesTold);
    for await (const one of impact.readAll(scorecard, visibility)) {
      const move = moveOf(one, toNewRank);
      if (move.before !== null || move.after !== null) {
        moves.push(move);
        largest.add(one, move);
      }
    }
    const nameOwner = await directory.nameOwners(
      new Set(moves.map(({ ownerRef }) => ownerRef)),
      visibility,
    );
    const found = previewImpact(
      moves.map(move => ({
        ...move,
        ownerRef: nameOwner(move.ownerRef).ownerRef,
      })),
    );
    const context = { definition, nameOwner };
    return {
      counts: describeCounts(found),
      teamsDown: found.teamsDown,
      teams: found.teams
        .slice(0, teamsTold)
        .map(team => describeTeam(team, context)),
      levelsLost: findLevelsLost(
        found.teams,
        definition.levels.map(({ rank }) => rank),
      ).map(({ rank, teams }) => ({ level: levelAt(definition, rank), teams })),
      moves: largest.list().map(one => describeMove(one, context)),
    };
  }
}

function moveOf(
  { entity, before, after }: PreviewedEntity,
  toNewRank: (rank: number) => number,
): LevelMove {
  const rank = before?.levelRank ?? null;
  return {
    entityRef: entity.ref,
    ownerRef: entity.ownerRef ?? null,
    before: rank === null ? null : toNewRank(rank),
    after: after?.levelRank ?? null,
  };
}
