import { withoutArtefacts } from '../errorBudget';
import type { SloDefinition, SloObjective } from '../sloDefinition';
import { printSloDuration } from '../sloDuration';
import { objectiveQueriesOf, UnwritableError } from './objectiveQueries';
import { objectiveNameOf, serviceNameOf } from './ruleText';
import { toYaml } from './toYaml';
import { type WrittenRules, writeEach } from './writtenRules';

/** One SLO as Sloth reads it. */
export interface SlothSlo {
  name: string;
  /** Percent. */
  objective: number;
  description?: string;
  sli:
    | { events: { error_query: string; total_query: string } }
    | { raw: { error_ratio_query: string } };
  alerting: {
    name: string;
    page_alert: { labels: { severity: 'page' } };
    ticket_alert: { labels: { severity: 'ticket' } };
  };
}

/** A document of Sloth (`prometheus/v1`): the SLOs of one service. */
export interface SlothDocument {
  version: 'prometheus/v1';
  service: string;
  slos: SlothSlo[];
}

/** What Sloth fills in with each of its windows. */
const WINDOW = '{{.window}}';

/** Windows that Sloth knows without being told more. */
const KNOWN_WINDOWS = ['28d', '30d', '4w'];

/**
 * Writes documents of Sloth for all objectives that queries of Prometheus measure, one for each service. Its alerts are those of Sloth
 * itself. Sloth counts events and knows rolling windows of days; what is otherwise is left out with a note.
 */
export function writeSlothDocuments(
  definitions: readonly SloDefinition[],
): WrittenRules<SlothDocument[]> {
  const { written, notes } = writeEach(definitions, writeSlo, objectiveNameOf);
  const services = [...new Set(written.map(({ service }) => service))];
  const document = services.map(
    (service): SlothDocument => ({
      version: 'prometheus/v1',
      service,
      slos: written
        .filter(candidate => candidate.service === service)
        .map(({ slo }) => slo),
    }),
  );
  return {
    document,
    yaml: toYaml(document),
    objectives: written.length,
    notes,
  };
}

function writeSlo(
  definition: SloDefinition,
  objective: SloObjective,
  note: (message: string) => void,
): { service: string; slo: SlothSlo } {
  if (definition.budgetingMethod !== 'Occurrences') {
    throw new UnwritableError('Sloth counts events, and no slices');
  }
  if (definition.window.type === 'calendar') {
    throw new UnwritableError('Sloth knows no calendar');
  }
  if (objective.target === 0) {
    throw new UnwritableError('Sloth wants an objective above 0');
  }
  const window = printSloDuration(definition.window.duration);
  if (!KNOWN_WINDOWS.includes(window)) {
    note(`Sloth has to be told of its window of ${window}`);
  }
  const queries = objectiveQueriesOf(objective);
  const name = objectiveNameOf(definition, objective);
  const service = serviceNameOf(definition);
  return {
    service,
    slo: {
      name,
      objective: withoutArtefacts(objective.target * 100),
      ...(definition.description === null
        ? {}
        : { description: definition.description }),
      sli:
        queries.type === 'events'
          ? {
              events: {
                error_query: queries.bad(WINDOW),
                total_query: queries.total(WINDOW),
              },
            }
          : { raw: { error_ratio_query: queries.badOver(WINDOW) } },
      alerting: {
        name: pascalCase(`${service}-${name}`),
        page_alert: { labels: { severity: 'page' } },
        ticket_alert: { labels: { severity: 'ticket' } },
      },
    },
  };
}

function pascalCase(name: string): string {
  return name.replace(/(?:^|[^a-zA-Z0-9]+)([a-zA-Z0-9])/g, (_, first: string) =>
    first.toUpperCase(),
  );
}
