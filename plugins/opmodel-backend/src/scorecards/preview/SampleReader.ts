import type { PreviewSample } from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import type { FactProviders } from '../facts/FactProviders';
import type { ReadableFacts } from '../facts/ReadableFacts';
import type { CheckExpressions } from '../reading/CheckExpressions';
import { describeEntityScorecard } from '../reading/describeEntityScorecard';
import type { NameOwner } from '../reading/describeScorecard';
import type { ScorecardDirectory } from '../reading/ScorecardDirectory';
import { ToldFacts } from '../reading/ToldFacts';
import type { ImpactReader, PreviewedEntity } from './ImpactReader';
import type { PreviewedScorecard } from './PreviewedScorecard';

/** What {@link SampleReader} works with. */
export interface SampleReaderOptions {
  directory: Pick<ScorecardDirectory, 'nameOwners'>;
  expressions: CheckExpressions;
  facts: ReadableFacts;
  impact: ImpactReader;
  providers: Pick<FactProviders, 'list'>;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Shows some entities as they would stand, with the texts that their owners would read. */
export class SampleReader {
  readonly #options: SampleReaderOptions;

  constructor(options: SampleReaderOptions) {
    this.#options = options;
  }

  /** Those that may be seen, in the order asked, each once. */
  async read(
    scorecard: PreviewedScorecard,
    entityRefs: readonly string[],
    visibility: Visibility,
  ): Promise<PreviewSample[]> {
    const { directory, facts, impact, providers, clock } = this.#options;
    const refs = [
      ...new Set(entityRefs.map(ref => ref.toLocaleLowerCase('en-US'))),
    ];
    const found = await impact.readSome(scorecard, refs, visibility);
    if (found.length === 0) {
      return [];
    }
    const { definition } = scorecard.stored;
    const [told, nameOwner] = await Promise.all([
      facts.read(
        found.map(({ entity }) => entity.ref),
        visibility,
      ),
      directory.nameOwners(
        [definition.owner, ...definition.checks.map(({ owner }) => owner)],
        visibility,
      ),
    ]);
    const now = clock();
    const samples = new Map(
      found.map(one => [
        one.entity.ref,
        this.#describe(one, scorecard, {
          facts: new ToldFacts(
            told.filter(({ entityRef }) => entityRef === one.entity.ref),
            providers,
            now,
          ),
          nameOwner,
          now,
        }),
      ]),
    );
    return refs.flatMap(ref => samples.get(ref) ?? []);
  }

  #describe(
    { entity, after, others }: PreviewedEntity,
    { held, stored }: PreviewedScorecard,
    context: { facts: ToldFacts; nameOwner: NameOwner; now: number },
  ): PreviewSample {
    const { ref, kind, name } = entity;
    const title = entity.title ?? name;
    const results = after ? [...others, after] : others;
    return {
      entityRef: ref,
      title,
      standing: describeEntityScorecard(
        stored,
        this.#options.expressions.of(stored),
        {
          ...context,
          entity: { ref, kind, name, title },
          exemptions: new Map(),
          scorecards: held,
          results: new Map(results.map(one => [one.scorecardRef, one])),
        },
      ),
    };
  }
}
