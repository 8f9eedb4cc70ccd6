import {
  documentOf,
  type OpenSloDocument,
  type OpenSloIndex,
  type OpenSloMode,
  type OpenSloProblem,
  resolveSlo,
  validateOpenSlo,
} from '@opmodel/openslo';
import { uniqBy } from 'lodash';
import { checkDefinition } from './checkDefinition';
import {
  definitionHashOf,
  indicatorHashOf,
  sliceHashOf,
} from './definitionHashes';
import type { MeasuredEntities } from './MeasuredEntities';
import type {
  OpenSloEntities,
  OpenSloEntityDocument,
} from './readOpenSloEntities';
import type { DefinedSlo, SloProblemRow } from './SloDefinitionStore';
import { toDefinition } from './toDefinition';

const nothing: OpenSloIndex = { find: () => undefined };

/** What definitions are made by. */
export interface DefinitionSettings {
  /** Of the sources that there are. */
  sourceTypes: readonly string[];
  /** How strictly documents are checked. */
  mode: OpenSloMode;
}

/** Makes definitions of OpenSLO documents, with all that is wrong with each of them and with what it refers to. */
export function defineSlos(
  { slos, indexes }: OpenSloEntities,
  measured: MeasuredEntities,
  { sourceTypes, mode }: DefinitionSettings,
): DefinedSlo[] {
  const validated = new Map<OpenSloDocument, OpenSloProblem[]>();
  const validate = (document: OpenSloDocument) => {
    const found =
      validated.get(document) ?? validateOpenSlo([document], { mode });
    validated.set(document, found);
    return found;
  };

  return slos.map(slo => {
    const consulted = new Set<OpenSloDocument>([slo.document]);
    const index = indexes.get(slo.entity.namespace) ?? nothing;
    const resolution = resolveSlo(slo.document, {
      find(kind, name) {
        const found = index.find(kind, name);
        if (found) {
          consulted.add(found);
        }
        return found;
      },
    });
    const written = [
      ...resolution.problems,
      ...[...consulted].flatMap(document =>
        validate(document).map(problem =>
          document === slo.document
            ? problem
            : problemOfAnother(document, problem),
        ),
      ),
    ].map(toRow);
    return define(slo, resolution.slo, { measured, sourceTypes, written });
  });
}

function define(
  { entity, document }: OpenSloEntityDocument,
  resolved: ReturnType<typeof resolveSlo>['slo'],
  options: {
    measured: MeasuredEntities;
    sourceTypes: readonly string[];
    written: SloProblemRow[];
  },
): DefinedSlo {
  const { entityRef, problems } = options.measured.find(entity);
  // What has no objective is kept all the same, so that people find what is wrong with it.
  const checked = checkDefinition(
    toDefinition(resolved ?? unusable(entity.name), entity, entityRef),
    entity,
    options.sourceTypes,
  );
  const { definition, sourceType } = checked;
  return {
    definition,
    sourceType,
    definitionHash: definitionHashOf(definition, sourceType),
    indicatorHash: indicatorHashOf(definition),
    sliceHash: sliceHashOf(definition),
    problems: uniqBy(
      [
        ...options.written,
        ...[...problems, ...checked.problems].map(problem => ({
          ...problem,
          source: document.file ?? null,
        })),
      ],
      ({ rule, path, message }) => `${rule} ${path} ${message}`,
    ),
  };
}

function unusable(name: string) {
  const { slo } = resolveSlo(
    documentOf({
      apiVersion: 'openslo/v1',
      kind: 'SLO',
      metadata: { name },
      spec: { objectives: [{ target: 0 }] },
    }),
    [],
  );
  return { ...slo!, objectives: [] };
}

/**
 * Says in which document something stands, where that is not the SLO itself, and nothing of what stands there: whoever sees the SLO may not
 * see that.
 */
function problemOfAnother(
  { kind, name }: OpenSloDocument,
  { rule, severity, path, document, line, column }: OpenSloProblem,
): OpenSloProblem {
  return {
    rule,
    severity,
    path,
    document,
    line,
    column,
    message: `${kind} ${name} breaks the rule ${rule}`,
  };
}

function toRow(problem: OpenSloProblem): SloProblemRow {
  const { value } = problem;
  return {
    severity: problem.severity,
    rule: problem.rule,
    path: problem.path || null,
    value:
      value === undefined || typeof value === 'string'
        ? value ?? null
        : JSON.stringify(value),
    message: problem.message,
    source: problem.file ?? null,
  };
}
