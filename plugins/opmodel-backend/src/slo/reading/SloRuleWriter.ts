import {
  type SloRules,
  writePrometheusRules,
  writePyrraDocuments,
  writeSlothDocuments,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { SloDefinitionStore } from '../definitions/SloDefinitionStore';
import type { SloReadStore, SloSelection } from './SloReadStore';

/** What rules can be written for. */
export const ruleFormats = ['prometheus', 'sloth', 'pyrra'] as const;
export type RuleFormat = (typeof ruleFormats)[number];

const write = {
  prometheus: writePrometheusRules,
  sloth: writeSlothDocuments,
  pyrra: writePyrraDocuments,
} as const;

/** More than a catalog has; nothing is left out without a word. */
const EVERYTHING = 1_000_000;

/** Writes rules for the SLOs of a selection. */
export class SloRuleWriter {
  readonly #reads: Pick<SloReadStore, 'list'>;
  readonly #definitions: Pick<SloDefinitionStore, 'list'>;

  constructor(options: {
    reads: Pick<SloReadStore, 'list'>;
    definitions: Pick<SloDefinitionStore, 'list'>;
  }) {
    this.#reads = options.reads;
    this.#definitions = options.definitions;
  }

  async write(selection: SloSelection, format: RuleFormat): Promise<SloRules> {
    const { items } = await this.#reads.list(selection, {
      order: 'name',
      descending: false,
      limit: EVERYTHING,
    });
    const slos =
      items.length === 0
        ? []
        : await this.#definitions.list(items.map(({ ref }) => ref));
    const definitions = slos.map(({ definition }) => definition);
    const { yaml, objectives, notes } = write[format](definitions);
    return {
      format,
      text: yaml,
      slos: objectives,
      leftOut: notes.map(({ ref, message }) => ({
        sloRef: ref,
        reason: message,
      })),
    };
  }
}
