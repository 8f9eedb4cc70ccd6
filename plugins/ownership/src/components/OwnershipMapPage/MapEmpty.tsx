import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EmptyState } from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipMapTranslationRef } from '../../translations/map';
import type { MapView } from './useMapParams';

const snippets: Record<MapView, string> = {
  organisation: `apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: payments
spec:
  type: team
  children: []`,
  interactions: `spec:
  teamApi:
    interactions:
      - team: platform
        mode: collaboration
        purpose: New ledger
        expectedEnd: 2027-03-31`,
  domains: `apiVersion: backstage.io/v1alpha1
kind: System
metadata:
  name: checkout
spec:
  owner: payments
  domain: retail`,
};

/** Nothing is on the map: what would be, and the one step that puts it there. */
export function MapEmpty(props: { view: MapView }) {
  const { view } = props;
  const { t } = useTranslationRef(ownershipMapTranslationRef);
  return (
    <EmptyState
      title={t(`empty.${view}`)}
      description={t(`empty.${view}Text`)}
      step={{ text: 'catalog-info.yaml', snippet: snippets[view] }}
    />
  );
}
