import type { OpenSloDocument } from '../document/OpenSloDocument';
import { OPENSLO_V1, openSloV1Kinds } from '../versions/v1';
import { OPENSLO_V1ALPHA } from '../versions/v1alpha';
import { OPENSLO_V2ALPHA } from '../versions/v2alpha';
import { checkAlertCondition } from './checkAlertCondition';
import { checkAlertPolicy } from './checkAlertPolicy';
import { checkDataSource } from './checkDataSource';
import { checkDescription } from './checkDescription';
import {
  checkMetadata,
  type MetadataRules,
  v1alphaMetadata,
  v1Metadata,
  v2alphaMetadata,
} from './checkMetadata';
import { checkNotificationTarget } from './checkNotificationTarget';
import { checkSli } from './checkSli';
import { type Checking, checkSlo } from './checkSlo';
import { checkV1alphaSlo } from './checkV1alphaSlo';
import { v1Dialect, v2alphaDialect } from './dialect';
import type { Findings } from './Findings';
import { isMap } from '../document/isMap';
import { Part } from './Part';

type SpecCheck = (spec: Part, checking: Checking) => void;

const checkService: SpecCheck = spec => {
  spec.knows('description');
  checkDescription(spec);
};

const checksOfV1: Record<string, SpecCheck> = {
  AlertCondition: (spec, { dialect }) => checkAlertCondition(spec, dialect),
  AlertNotificationTarget: checkNotificationTarget,
  AlertPolicy: checkAlertPolicy,
  DataSource: checkDataSource,
  SLI: (spec, { dialect }) => checkSli(spec, dialect),
  SLO: checkSlo,
  Service: checkService,
};

/** What a version has. v1alpha has no words in common with the others; its dialect is never asked for. */
const versions: Record<
  string,
  {
    dialect: Checking['dialect'];
    metadata: MetadataRules;
    checks: Record<string, SpecCheck>;
    kinds: readonly string[];
    proposed: readonly string[];
  }
> = {
  [OPENSLO_V1]: {
    dialect: v1Dialect,
    metadata: v1Metadata,
    checks: checksOfV1,
    kinds: openSloV1Kinds,
    proposed: [],
  },
  [OPENSLO_V2ALPHA]: {
    dialect: v2alphaDialect,
    metadata: v2alphaMetadata,
    checks: checksOfV1,
    kinds: openSloV1Kinds,
    proposed: ['BudgetAdjustment'],
  },
  [OPENSLO_V1ALPHA]: {
    dialect: v1Dialect,
    metadata: v1alphaMetadata,
    checks: { SLO: checkV1alphaSlo, Service: checkService },
    kinds: ['SLO', 'Service'],
    proposed: [],
  },
};

/** Checks one document by the rules of its version and kind. */
export function checkDocument(
  document: OpenSloDocument,
  metadataFields: readonly string[],
  findings: Findings,
): void {
  const { value } = document;
  if (!isMap(value)) {
    return;
  }
  const part = new Part(value, [], findings);
  const apiVersion = part.text('apiVersion', 'required');
  if (apiVersion === undefined) {
    return;
  }
  if (!Object.hasOwn(versions, apiVersion)) {
    part.findAt(
      'apiVersion',
      'api-version',
      `apiVersion is one of ${Object.keys(versions).join(', ')}.`,
    );
    return;
  }
  const version = versions[apiVersion];
  part.knows('apiVersion', 'kind', 'metadata', 'spec');
  const kind = part.text('kind', 'required');
  const metadata = part.map('metadata', 'required');
  const rules = {
    ...version.metadata,
    fields: [...version.metadata.fields, ...metadataFields],
  };
  if (metadata) {
    checkMetadata(metadata, rules);
  }
  if (kind === undefined) {
    return;
  }
  if (version.proposed.includes(kind)) {
    part.findAt(
      'kind',
      'kind-proposed',
      `${kind} is proposed for ${apiVersion} and not yet read by the SDK.`,
    );
  } else if (!version.kinds.includes(kind)) {
    part.findAt(
      'kind',
      'kind',
      `kind is one of ${version.kinds.join(', ')} in ${apiVersion}.`,
    );
  } else {
    const spec = part.map('spec', kind === 'Service' ? 'optional' : 'required');
    if (spec) {
      const { dialect } = version;
      // What stands in place is no entity of a catalog and has none of its fields.
      const inner = { dialect, metadata: version.metadata, findings };
      version.checks[kind](spec, inner);
    }
  }
}
