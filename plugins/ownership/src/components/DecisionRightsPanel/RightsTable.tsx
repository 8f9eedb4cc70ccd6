import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import TableBody from '@material-ui/core/TableBody';
import type {
  AppliedRight,
  Approver,
  DecisionMode,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  useDenseTableStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { Fragment } from 'react';
import { ownershipEntityTranslationRef } from '../../translations/entity';
import { OwnerName } from '../facts';

/** Decision rights as they apply to an entity, the most specific first. */
export function RightsTable(props: { rights: readonly AppliedRight[] }) {
  const { t } = useTranslationRef(ownershipEntityTranslationRef);
  const table = useDenseTableStyles();
  const modes: Record<DecisionMode, string> = {
    independently: t('rights.independently'),
    with_peers: t('rights.withPeers'),
    executive_approval: t('rights.executiveApproval'),
  };
  return (
    <div className={table.scroll}>
      <table className={table.table} aria-label={t('rights.title')}>
        <thead>
          <tr>
            <th scope="col">{t('rights.what')}</th>
            <th scope="col">{t('rights.who')}</th>
            <th scope="col">{t('rights.how')}</th>
            <th scope="col">{t('rights.because')}</th>
          </tr>
        </thead>
        <TableBody onKeyDown={moveBetweenRows}>
          {props.rights.map(right => (
            <tr key={`${right.documentRef} ${right.id}`}>
              <th scope="row">
                <EntityRefLink
                  entityRef={right.documentRef}
                  title={right.title}
                />
              </th>
              <td>
                <Approvers approvers={right.deciders} />
              </td>
              <td>
                {modes[right.mode]}
                <div>
                  <Approvers approvers={partners(right)} />
                </div>
              </td>
              <td>
                {right.appliesBecause.includes(':') ? (
                  <EntityRefLink entityRef={right.appliesBecause} />
                ) : (
                  t('rights.organisation')
                )}
              </td>
            </tr>
          ))}
        </TableBody>
      </table>
    </div>
  );
}

/** Who else has to agree. */
function partners({ mode, peers, executives }: AppliedRight): Approver[] {
  switch (mode) {
    case 'with_peers':
      return peers;
    case 'executive_approval':
      return executives;
    default:
      return [];
  }
}

function Approvers(props: { approvers: readonly Approver[] }) {
  return (
    <>
      {props.approvers.map(({ ref, title, exists }, index) => (
        <Fragment key={ref}>
          {index > 0 && ', '}
          <OwnerName entityRef={ref} title={title} exists={exists} />
        </Fragment>
      ))}
    </>
  );
}
