import { Link } from '@backstage/core-components';
import type { FactEvidence } from '@opmodel/backstage-plugin-opmodel-common';
import { useEntityTabPath } from '@opmodel/backstage-plugin-opmodel-react';

/** Tabs of an entity that show what facts come from, by provider; as the plugins mount them, unless an app moves them. */
const TABS: ReadonlyMap<string, string> = new Map([
  ['dora', 'dora'],
  ['flow', 'flow'],
  ['slo', 'slos'],
  ['ownership', 'ownership'],
  ['techdocs', 'docs'],
]);

/** Who told a fact, with the way to what lies behind it where the portal shows that. */
export function EvidenceSource(props: {
  entityRef: string;
  evidence: Pick<FactEvidence, 'fact' | 'providerTitle'>;
}) {
  const {
    entityRef,
    evidence: { fact, providerTitle },
  } = props;
  const tab = TABS.get(fact.slice(0, fact.indexOf('.')));
  const pathOf = useEntityTabPath(tab ?? '');
  return tab === undefined ? (
    <>{providerTitle}</>
  ) : (
    <Link to={pathOf(entityRef)}>{providerTitle}</Link>
  );
}
